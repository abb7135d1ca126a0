"""Erasing one person: their name and their own words go, and what the group settled stands.

Which fields hold whose words is written down in `whose`. What others wrote about somebody is
theirs: where it may name them, a person looks at it, and blanks it or lets it stand (`mentions`).
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from consensus import events as e
from consensus.answers import pen, sides
from consensus.answers.promises import Owner, Promise, PromiseId, Terms
from consensus.answers.sides import Side, Voice
from consensus.forgetting.retention import Retention
from consensus.forgetting.whose import HOLDS, Holds
from consensus.items import ItemId
from consensus.people import MemberId, agency_key
from consensus.record.labels import LineId, of_another
from consensus.record.written import record
from consensus.roomwide import corrections, disagreements, glossary, wording
from consensus.roomwide.retention import RetentionSet
from consensus.state import Meeting
from consensus.steps import collect, commit, form, judge

# An event at its position, and who asked for it.
Entry = tuple[int, MemberId | None, e.Event]

# A quotation that is shorter than this is a word that anybody might use.
LEAST_QUOTED = 4

_NOTHING = Holds()

S = TypeVar("S", bound=Struct)


class Erasure(Struct, frozen=True):
    """What it takes to erase a person: events as they may stay, by position, and their `seats`.

    `words` are their `names` and what they said, for whatever else holds copies of it.
    """

    events: dict[int, e.Event]
    seats: frozenset[MemberId]
    names: frozenset[str]
    words: frozenset[str]


def erased(log: Iterable[Entry], meeting: Meeting, member: MemberId) -> Erasure:
    """Return what changes when somebody's name and own words go.

    `log` is the whole log of the `meeting` as it stands. Nothing changes in a log in which they
    are gone already.
    """
    entries = tuple(log)
    eraser = _Eraser(entries, meeting, member)
    anew = {at: eraser.without_them(event, by) for at, by, event in entries}
    anew = {at: eraser.without_quotes(event) for at, event in anew.items()}
    changed = {at: anew[at] for at, _, event in entries if anew[at] != event}
    names = frozenset(eraser.names)
    return Erasure(changed, eraser.seats, names, names | eraser.quotable())


class _Eraser:
    """What has to be known of a whole log to take one person out of each event."""

    def __init__(self, entries: tuple[Entry, ...], meeting: Meeting, member: MemberId) -> None:
        self._member = member
        self.seats = _same_person(meeting, member)
        joined = [event for _, _, event in entries if isinstance(event, e.MemberJoined | e.Knocked)]
        theirs = [event for event in joined if event.member in self.seats]
        self.names = {event.name for event in theirs if event.name}
        others = {event.name.casefold() for event in joined if event.member not in self.seats}
        self._only_theirs = {name.casefold() for name in self.names} - others
        self._agency_stays = _agency_stays(joined, theirs, meeting)
        self._taken_up: dict[ItemId, str] = {}
        self._settled: set[tuple[str, MemberId]] = set()
        self._own_promises: set[PromiseId] = set()
        parts = record(meeting).sections
        self._whose_lines = {line.id: line.whose for part in parts for line in part.lines}
        self._said: set[str] = set()
        for _, _, event in entries:
            self._look_at(event)
        self._alone = _alone(meeting, self.seats)

    def _look_at(self, event: e.Event) -> None:
        match event:
            case e.StepOpened(items=items):
                self._taken_up.update((item.id, item.text) for item in items)
            case glossary.WordSettled(word=word, of=str() as of):
                self._settled.add((word, of))
            case commit.Promised(promise=Promise(id=line, personal=True, entered_by=by)):
                if by in self.seats:
                    self._own_promises.add(line)

    # --- one event ---

    def without_them(self, event: e.Event, by: MemberId | None) -> e.Event:
        """Return an event without their name and their own words."""
        holds = HOLDS.get(type(event), _NOTHING)
        author = getattr(event, holds.author) if holds.author else by
        changed: dict[str, Any] = {}
        if author in self.seats and not self._is_the_groups(event):
            said = {field: getattr(event, field) for field in holds.own}
            changed |= {field: _emptied(words) for field, words in said.items()}
            if not isinstance(event, pen.Suggested):  # what was taken into a text is the group's
                self._said.update(word for words in said.values() for word in _words(words))
        for field in holds.names:
            if self._names_them(getattr(event, field)):
                changed[field] = ""
        return self._deeper(replace(event, **changed) if changed else event)

    def _is_the_groups(self, event: e.Event) -> bool:
        """Say whether the group has made words its own that somebody once wrote alone."""
        match event:
            case collect.NoteAdded(note=note, text=text) | collect.NoteEdited(note=note, text=text):
                return text in self._taken_up.get(note, "")
            case glossary.WordPut(word=word, by=by):
                return (word, by) in self._settled
            case _:
                return False

    def _names_them(self, text: str) -> bool:
        return text.casefold() in self._only_theirs

    def _deeper(self, event: e.Event) -> e.Event:
        """Return an event without them in what it is built from."""
        match event:
            case e.MemberJoined() | e.Knocked() if event.member in self.seats:
                return replace(event, agency=self._agency(event.agency))
            case form.Filled(sheet=sheet) if sheet in self.seats:
                self._said |= {event.value, event.why, event.source}
                return replace(event, value="", why="", source="", when="")
            case sides.Worded(disagreement=found, side=side) if (found, side) in self._alone:
                self._said.add(event.words)
                return replace(event, words="")
            case wording.Reworded(line=line, by=by) if self._is_their_line(line, by):
                self._said |= {event.words, event.was}
                return replace(event, words="", was="")
            case corrections.Proposed(line=line, by=by) if self._is_their_line(line, by):
                self._said |= {event.words, event.was}
                return replace(event, words="", was="")
            case commit.PromiseChanged(promise=line) if line in self._own_promises:
                return self._struct(replace(event, terms=self._no_terms(event.terms)))
            case commit.PromiseAnswered(owner=owner) if self._names_them(owner.split(",")[0]):
                return replace(event, owner=self._member)
            case judge.Revealed(agencies=agencies) if not self._agency_stays:
                kept = {who: self._agency_of(who, name) for who, name in agencies.items()}
                return replace(event, agencies=kept)
            case sides.SideJoined(member=member) if member in self.seats:
                return replace(event, voice=self._no_voice(event.voice))
            case e.CommandAnswered(facts=facts):
                left = {k: "" if self._is_name(v) else v for k, v in facts.items()}
                return replace(event, facts=left)
            case e.MeetingPrepared() | commit.Promised() | commit.PromiseChanged():
                return self._struct(event)
            case disagreements.Opened() | e.StepOpened() | RetentionSet():
                return self._struct(event)
            case _:
                return event

    def _is_their_line(self, line: LineId, by: MemberId) -> bool:
        """Say whether a line has their own words, or had them while it was in the record."""
        for seat in self.seats:
            line = of_another(line, seat, self._member)
        whose = self._whose_lines.get(line)
        return by in self.seats if whose is None else whose in self.seats

    def _is_name(self, fact: str | int) -> bool:
        return isinstance(fact, str) and self._names_them(fact)

    def _agency(self, agency: str) -> str:
        return agency if self._agency_stays else ""

    def _agency_of(self, member: MemberId, agency: str) -> str:
        return self._agency(agency) if member in self.seats else agency

    # --- what lies deeper ---

    def _walked(self, value: Any, key: Any = None) -> Any:
        """Return a value without them, wherever in it they are; `key` is what it stands under."""
        match value:
            case Owner():
                return self._owner(value)
            case Voice():
                theirs = key in self.seats or self._names_them(value.name)
                return self._no_voice(value) if theirs else value
            case Promise(personal=True, entered_by=by) if by in self.seats:
                return replace(self._struct(value), terms=self._no_terms(value.terms), result="")
            case Retention(owner=owner) if self._names_them(owner):
                return replace(value, owner="")
            case Terms(cover=cover) if self._names_them(cover):
                return replace(value, cover="")
            case Side(people=people) if people and people.keys() <= self.seats:
                self._said.add(value.words)
                return self._struct(replace(value, words="", before=()))
            case Struct():
                return self._struct(value)
            case dict():
                return {name: self._walked(each, name) for name, each in value.items()}
            case tuple():
                return tuple(self._walked(each) for each in value)
            case _:
                return value

    def _struct(self, value: S) -> S:
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: self._walked(each) for name, each in before.items()}
        changed = {name: each for name, each in after.items() if each != before[name]}
        return replace(value, **changed) if changed else value

    def _owner(self, owner: Owner) -> Owner:
        if owner.member in self.seats:
            return replace(owner, name="", agency=self._agency(owner.agency))
        if not owner.member and self._names_them(owner.name):
            return replace(owner, name="", agency=self._agency(owner.agency), member=self._member)
        return owner

    def _no_voice(self, voice: Voice) -> Voice:
        self._said |= {voice.note, voice.harm, voice.evidence, voice.would_settle}
        return Voice("", self._agency(voice.agency))

    def _no_terms(self, terms: Terms) -> Terms:
        said = {f.name: getattr(terms, f.name) for f in fields(terms) if f.name in _WORDS}
        self._said |= set(said.values())
        return replace(terms, **dict.fromkeys(said, ""))

    # --- what others quoted ---

    def without_quotes(self, event: e.Event) -> e.Event:
        """Return an event without what it quotes of their words."""
        if isinstance(event, disagreements.Opened) and self._is_quote(event.about.text):
            return replace(event, about=replace(event.about, text=""))
        quotes = HOLDS.get(type(event), _NOTHING).quotes
        gone = [field for field in quotes if self._is_quote(getattr(event, field))]
        return replace(event, **dict.fromkeys(gone, "")) if gone else event

    def _is_quote(self, text: str) -> bool:
        long = len(text) >= LEAST_QUOTED
        return long and any(each in text or text in each for each in self.quotable())

    def quotable(self) -> set[str]:
        """Return what they said that can be known again."""
        return {each for each in self._said if len(each) >= LEAST_QUOTED}


def _emptied(said: Any) -> Any:
    """Return what stands where somebody had said something."""
    match said:
        case str():
            return ""
        case dict():
            return {key: _emptied(value) for key, value in said.items()}
        case _:
            return said


def _words(said: Any) -> Iterator[str]:
    match said:
        case str():
            yield said
        case dict():
            yield from (value for value in said.values() if isinstance(value, str))


_WORDS = frozenset({"what", "how", "time", "cost", "cover", "think", "trial", "look"})


def _same_person(meeting: Meeting, member: MemberId) -> frozenset[MemberId]:
    """Return the ids of all seats that were joined to a member's, and their own."""
    found = {member}
    while more := {drop for drop, keep in meeting.merged.items() if keep in found} - found:
        found |= more
    return frozenset(found)


def _agency_stays(
    joined: Iterable[e.MemberJoined | e.Knocked],
    theirs: Iterable[e.MemberJoined | e.Knocked],
    meeting: Meeting,
) -> bool:
    """Say whether their agency tells no more of them than of others: it is on the checklist, or
    somebody else here is of it. The only one from a place is known by it.
    """
    own = {agency_key(event.agency) for event in theirs}
    ids = {event.member for event in theirs}
    of_others = {agency_key(event.agency) for event in joined if event.member not in ids}
    listed = {agency_key(agency) for agency in meeting.rules.agencies}
    at_work = {event.role for event in theirs}.isdisjoint({"family", "advocate"})
    return own <= of_others or (at_work and own <= listed)


def _alone(meeting: Meeting, ids: frozenset[MemberId]) -> set[tuple[str, str]]:
    """Return the sides of disagreements on which nobody else is."""
    return {
        (name, side)
        for name, found in meeting.beside.disagreements.entries.items()
        for side, held in found.sides.items()
        if held.people and held.people.keys() <= ids
    }
