"""Heard: who has had a say, counted while there is still time; for the chair alone.

Counts for each agency, and for the family's seat: how often they spoke, wrote, answered, took a
stance or were referred to. Never what anybody said or answered, and never a rank. What nobody has
seen yet counts as written or answered, and is not read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain, repeat
from operator import attrgetter
from typing import Literal, get_args

from msgspec import Struct

from consensus import steps
from consensus.agenda import Step
from consensus.items import StepId
from consensus.members.turn_order import Topic
from consensus.parts import Part
from consensus.people import MemberId, Members, Role, agency_key
from consensus.roomwide import remarks
from consensus.steps import collect, commit, form, gate, judge, settle, turns

# How often each member has spoken in each step, as the chair took their raised hand down.
Spoken = Mapping[StepId, Mapping[MemberId, int]]

Way = Literal["spoken", "written", "answered", "stances", "referred"]

# An agency, however its letters are written; or the seat of the child and the family.
SeatKey = str
FAMILY: SeatKey = ""


class HeardRecord(Struct, frozen=True, tag="heard"):
    """Chairs: how often an agency had a say in a step; nothing as `agency` is the family's seat.

    `referred` is how often others named the agency in what everybody can read.
    """

    step: StepId
    agency: str | None
    spoken: int
    written: int
    answered: int
    stances: int
    referred: int


class Seating(Struct, frozen=True):
    """Which seat each member speaks for, and each agency; `agencies` are those that have a voice.

    The family has a seat where one of them is here, and in every room about a real child.
    """

    members: dict[MemberId, SeatKey]
    seats: dict[str, SeatKey]
    agencies: dict[SeatKey, str]
    family: bool

    def of_topic(self, topic: str) -> SeatKey | None:
        """Return the seat of whom a turn is given to: a member or an agency."""
        return self.members.get(topic, self.seats.get(agency_key(topic)))


def seating(members: Members, case: bool) -> Seating:
    """Return who sits where: the very same object for as long as that stays so.

    People come and go all the time, and nothing has to be counted again for it.
    """
    return _seating(tuple(map(_FACTS, members.values())), case)


_FACTS = attrgetter("id", "agency", "role", "voice")


@lru_cache(maxsize=256)
def _seating(people: tuple[tuple[MemberId, str, Role, bool], ...], case: bool) -> Seating:
    by_member: dict[MemberId, SeatKey] = {}
    seats: dict[str, SeatKey] = {}
    agencies: dict[SeatKey, str] = {}
    for member, agency, role, voice in people:
        key = agency_key(agency)
        family = role == "family"
        by_member[member] = FAMILY if family else key
        if not family or key not in seats:
            seats[key] = by_member[member]
        if voice and not family:
            agencies.setdefault(key, agency)
    return Seating(by_member, seats, agencies, case or FAMILY in by_member.values())


class Room(Struct, frozen=True):
    """What the counts of all steps rest on."""

    seated: Seating
    said: Spoken
    remarked: remarks.State


# --- counting ---------------------------------------------------------------------------------


def spoken(agenda: Iterable[Step], said: Spoken) -> Counter[Topic]:
    """Return how often each member or agency has spoken so far, in a turn or after a hand."""
    count: Counter[Topic] = Counter()
    for by_member in said.values():
        count.update(by_member)
    for step in agenda:
        if isinstance(step.state, turns.State):
            count.update({topic: turn.times for topic, turn in step.state.turns.items()})
    return count


def chairs(
    step: StepId,
    settings: steps.Settings,
    state: steps.State,
    room: Room,
) -> Iterator[tuple[str, Part[HeardRecord]]]:
    """Yield what the chair sees of who is heard in a step."""
    here = room.said.get(step)
    made = partial(_records, step, settings, state, room)
    yield f"heard/{step}", Part((state, room.seated, here, room.remarked), made)


def _records(
    step: StepId,
    settings: steps.Settings,
    state: steps.State,
    room: Room,
) -> dict[str, HeardRecord]:
    seated = room.seated
    count: dict[Way, Counter[SeatKey | None]] = {way: Counter() for way in get_args(Way)}
    for member, times in room.said.get(step, {}).items():
        count["spoken"][seated.members.get(member)] += times
    count["written"].update(map(seated.members.get, _who_remarked(step, room.remarked)))
    for way, seats in _by_seat(settings, state, seated):
        count[way].update(seats)
    agencies = named(tuple(seated.agencies.values()), _words(state))
    count["referred"].update(map(agency_key, agencies))
    shown: list[tuple[SeatKey, str | None]] = [*seated.agencies.items()]
    if seated.family:
        shown.insert(0, (FAMILY, None))
    return {
        f"heard/{step}/{f'of {seat}' if agency else 'family'}": HeardRecord(
            step=step,
            agency=agency,
            spoken=count["spoken"].get(seat, 0),
            written=count["written"].get(seat, 0),
            answered=count["answered"].get(seat, 0),
            stances=count["stances"].get(seat, 0),
            referred=count["referred"].get(seat, 0),
        )
        for seat, agency in shown
    }


Said = tuple[Way, Iterable[SeatKey | None]]


def _by_seat(settings: steps.Settings, state: steps.State, seated: Seating) -> Iterator[Said]:
    """Yield in which way there was a say in a step, and from which seats, each time it was."""
    seat = seated.members.get
    match settings, state:
        case turns.Settings(), turns.State():
            had = (
                repeat(seated.of_topic(topic), turn.times) for topic, turn in state.turns.items()
            )
            yield "spoken", chain.from_iterable(had)
        case collect.Settings(), collect.State():
            yield from _by_note(settings, state, seated)
        case judge.Settings(), judge.State():
            yield "answered", map(seat, state.given)
        case settle.Settings(), settle.State():
            for slot in state.slots:
                yield "stances", map(seat, slot.stances)
        case gate.Settings(), gate.State():
            yield "answered", map(seat, state.answers)
        case form.Settings(), form.State():
            theirs = {field.id for field in settings.fields if field.voice}
            entries = state.entries.values()
            yield "written", (FAMILY if e.field in theirs else seat(e.by) for e in entries)
        case commit.Settings(), commit.State():
            yield "written", (seat(promise.entered_by) for promise in state.promises.values())


def _by_note(settings: collect.Settings, state: collect.State, seated: Seating) -> Iterator[Said]:
    seat, notes = seated.members.get, state.notes.values()
    yield "written", [seat(note.author) for note in notes]
    if not state.revealed:
        return
    # What the child or the family said is theirs, whoever wrote it down.
    theirs = {lane.id for lane in settings.lanes if lane.tone in {"child", "family"}}
    entered = (note for note in notes if note.lane in theirs) if theirs else ()
    yield "written", (FAMILY for note in entered if seat(note.author) != FAMILY)
    asked = (note.for_agency for note in notes if note.for_agency)
    yield "referred", (seated.seats.get(agency_key(agency)) for agency in asked)


def _who_remarked(step: StepId, remarked: remarks.State) -> Iterator[MemberId]:
    for remark in remarked.remarks.values():
        if remark.step == step:
            yield remark.by
            if remark.answered_by is not None:
                yield remark.answered_by


def _words(state: steps.State) -> Iterator[str]:
    """Yield what everybody can read in a step, where others may be named."""
    match state:
        case turns.State():
            yield from (turn.note for turn in state.turns.values() if turn.note)
        case collect.State() if state.revealed:
            yield from (note.text for note in state.notes.values())
        case form.State():
            yield from (entry.value for entry in state.entries.values())
        case _:
            return


# --- who is named -----------------------------------------------------------------------------


def named(agencies: tuple[str, ...], texts: Iterable[str]) -> Iterator[str]:
    """Yield each agency for each text that has its name in it, as whole words."""
    for text in texts:
        yield from _named_in(agencies, text)


# Notes stay while others come: a hall's worth of them is not read again for each new one.
@lru_cache(maxsize=8192)
def _named_in(agencies: tuple[str, ...], text: str) -> tuple[str, ...]:
    by_first = _by_first_word(agencies)
    words = _split(text)
    line = f" {' '.join(words)} "
    found = (by_first[first] for first in by_first.keys() & set(words))
    return tuple(agency for names in found for agency, name in names if f" {name} " in line)


@lru_cache(maxsize=64)
def _by_first_word(agencies: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for agency in agencies:
        words = _split(agency)
        if words:
            found[words[0]] = (*found.get(words[0], ()), (agency, " ".join(words)))
    return found


def _split(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))
