"""A record in the words of one language: what every kind of file is written from."""

from collections.abc import Container, Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from consensus.people import MemberId
from consensus.record.labels import wider
from consensus.record.lines import (
    Cell,
    Change,
    Fact,
    Label,
    Line,
    LineId,
    Moment,
    Readers,
    Record,
    Say,
    Section,
    SectionId,
)
from server.words import Words


class Changed(Struct, frozen=True):
    """That a line was changed by hand: by whom, on which day, and what it said until then.

    `since` is what it would say by itself now, where that is not what its writer saw.
    """

    by: str
    day: str
    was: tuple[str, ...]
    since: tuple[str, ...] = ()


class Written(Struct, frozen=True):
    """One line in words; see `consensus.record.Line`.

    What is `aside` is said by a copy of itself, or in place of a line: it has no label or readers.
    """

    id: LineId
    label: Label
    readers: Readers
    cells: tuple[str, ...]
    whose: MemberId = ""
    about: tuple[MemberId, ...] = ()
    changed: tuple[Changed, ...] = ()
    aside: bool = False


class Part(Struct, frozen=True):
    """One section in words. `empty` is what it says where there are no lines."""

    id: SectionId
    level: int
    heading: str
    columns: tuple[str, ...]
    lines: tuple[Written, ...]
    empty: str


class Document(Struct, frozen=True):
    """A record in words. `facts` are what its head tells: a name and a value each.

    `state` says in a sentence whether these are the minutes so far, or closed, or sealed, and
    `fingerprint` is that of the seal, where there is one. `copy_for` says in a sentence for whom
    this copy is.
    """

    language: str
    title: str
    state: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    fingerprint: str = ""
    copy_for: str = ""


class _Once(Words):
    """Words that say each sentence once: thousands of lines hold a handful of days and roles.

    What people typed is in them, too, so they go with the document that is made.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words.language)
        self._words = words
        self._said: dict[tuple[object, ...], str] = {}

    def say(self, message_id: str, **facts: Any) -> str:
        key = (message_id, *facts.items())
        if key not in self._said:
            self._said[key] = self._words.say(message_id, **facts)
        return self._said[key]


def document(record: Record, words: Words, names: dict[MemberId, str]) -> Document:
    """Return a record in the words of a catalogue; `names` are those of the people in it."""
    words = _Once(words)
    facts = [("record-purpose", record.purpose), ("record-focus", record.focus)]
    when = record.closed or record.starts or record.prepared
    return Document(
        language=words.language,
        title=record.title,
        state=words.say("record-closed" if record.closed else "record-so-far"),
        facts=(
            (words.say("record-date"), say(Moment(when, "both"), words)),
            *((words.say(name), value) for name, value in facts if value),
        ),
        parts=tuple(_part(section, words, names) for section in record.sections),
    )


def read_by(document: Document, allowed: Container[Readers], member: MemberId = "") -> Document:
    """Return a document with only those lines that somebody may read, and their own.

    A heading over lines of which they may read none would tell what those are about, and goes too.
    One that had no lines stays: that something was not discussed is no secret of anybody.
    """

    def kept(part: Part) -> Part:
        lines = (x for x in part.lines if x.readers in allowed or (member and x.whose == member))
        return replace(part, lines=tuple(lines))

    return replace(document, parts=tuple(_left(document.parts, tuple(map(kept, document.parts)))))


def _left(before: Sequence[Part], after: Sequence[Part]) -> Iterator[Part]:
    """Yield the sections of which something is left, or of which there never was anything."""
    gone: set[int] = set()
    hidden: tuple[str, ...] = ()
    for at, part in enumerate(after):
        under = _under(before, at)
        # An empty part of a step that they may not read says what that step asked.
        if not before[at].lines and part.id.startswith(hidden):
            gone.add(at)
        if before[at].lines and not part.lines:
            hidden = (*hidden, f"{part.id}.")
        had, has = (any(parts[n].lines for n in under) for parts in (before, after))
        if had and not has:
            gone.update(under)
        if at not in gone:
            yield part


def _under(parts: Sequence[Part], at: int) -> range:
    """Return the places of a section and of those that belong to it."""
    end = at + 1
    while end < len(parts) and parts[end].level > parts[at].level:
        end += 1
    return range(at, end)


def _part(section: Section, words: Words, names: dict[MemberId, str]) -> Part:
    return Part(
        id=section.id,
        level=section.level,
        heading=say(section.heading, words),
        columns=tuple(say(column, words) for column in section.columns),
        lines=tuple(_line(line, words, names) for line in section.lines),
        empty=say(section.empty, words),
    )


def _line(line: Line, words: Words, names: dict[MemberId, str]) -> Written:
    return Written(
        id=line.id,
        label=line.label,
        readers=line.readers,
        cells=_cells(line.cells, words),
        whose=line.whose,
        about=line.about,
        changed=tuple(_changed(line, change, words, names) for change in line.changes),
    )


def _changed(line: Line, change: Change, words: Words, names: dict[MemberId, str]) -> Changed:
    was, day = _was(line, change, words), say(Moment(change.at), words)
    beneath = _cells(change.beneath, words)
    apart = beneath != _cells(change.cells, words) and not wider(line.readers, change.readers)
    return Changed(names.get(change.by, ""), day, was, beneath if apart else ())


def _was(line: Line, change: Change, words: Words) -> tuple[str, ...]:
    """Return what a line said before a change, unless fewer people might read that than it now."""
    if wider(line.readers, change.readers) and change.cells != line.cells:
        return (words.say("record-was-for-fewer"),)
    return _cells(change.cells, words)


def _cells(cells: tuple[Cell, ...], words: Words) -> tuple[str, ...]:
    return tuple(say(cell, words) for cell in cells)


def say(fact: Fact, words: Words) -> str:
    """Return a fact in words, in the time zone of the machine, which is that of its people."""
    match fact:
        case str():
            return fact
        case int():
            return str(fact)
        case Say(id=message, facts=facts):
            return words.say(message, **{name: _given(each, words) for name, each in facts.items()})
        case Moment():
            return _moment(fact, words)
        case _:
            return ", ".join(say(each, words) for each in fact)


def _given(fact: Fact, words: Words) -> str | int:
    """Return a fact as a message takes it: numbers stay numbers, for they choose the plural."""
    return fact if isinstance(fact, int) else say(fact, words)


def _moment(moment: Moment, words: Words) -> str:
    at = datetime.fromtimestamp(moment.at / 1000).astimezone()
    day = words.say("date-long", day=at.day, month=at.month, year=str(at.year))
    if moment.shows == "day":
        return day
    time = f"{at:%H:%M}"
    return time if moment.shows == "time" else words.say("record-at", day=day, time=time)
