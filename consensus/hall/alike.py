"""Alike and different: any two statements, by how they were ranked and by how they read."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from consensus.agenda import states
from consensus.answers.likeness import likeness
from consensus.answers.notes import Note
from consensus.hall.gathered import FEWEST, Gathered, combined_voices
from consensus.hall.seating import TableId
from consensus.items import ItemId
from consensus.state import Meeting
from consensus.steps import collect

# So many thoughts about two statements can be read; of the rest it is said how many there are.
MOST_SAID = 20


class Said(Struct, frozen=True):
    """What tables noted about two statements: in what they are `alike`, or different."""

    tables: tuple[TableId, ...]
    alike: bool
    text: str


class Pair(Struct, frozen=True):
    """Two statements. `ranked` and `reads` run from 0 to 1, and 1 is as alike as can be.

    `ranked`: how near people put them to one another, 2/3 by chance; nothing where nobody ranked
    both. `more` thoughts about them are not listed.
    """

    first: ItemId
    second: ItemId
    ranked: float | None
    reads: float
    said: tuple[Said, ...]
    more: int = 0


class AlikeRecord(Struct, frozen=True, tag="alike"):
    """Wall: all pairs of statements, those most alike first; ranked by so many `people`."""

    people: int
    pairs: tuple[Pair, ...]


def told(found: Gathered, tables: Mapping[TableId, Meeting]) -> dict[str, AlikeRecord]:
    """Return the record by its key; nothing before there are two statements.

    Orders are everybody's last private ones that were opened. A thought that several tables noted
    in the same words is listed once, with all of them, and those of most tables come first. Orders
    of too few people, in all or at a table, are left out: they could be worked out.
    """
    orders = [voice.order for voice in combined_voices(found)]
    pairs = likeness(found.items, orders if len(orders) >= FEWEST else ())
    if not pairs:
        return {}
    said = _said({table: tables[table] for table in found.tables})
    listed = tuple(
        Pair(p.first, p.second, p.ranked, p.reads, notes[:MOST_SAID], len(notes[MOST_SAID:]))
        for p in pairs
        for notes in (said.get(frozenset((p.first, p.second)), ()),)
    )
    return {"alike": AlikeRecord(len(orders), listed)}


def _said(tables: Mapping[TableId, Meeting]) -> dict[frozenset[ItemId], tuple[Said, ...]]:
    """Return what tables noted about each two statements."""
    noted: dict[frozenset[ItemId], dict[tuple[bool, str], Said]] = {}
    for table, meeting in tables.items():
        for alike, note in _notes(meeting):
            same = noted.setdefault(frozenset(note.items), {})
            key = alike, _plain(note.text)
            before = same.get(key, Said((), alike, note.text))
            at = tuple(dict.fromkeys((*before.tables, table)))
            same[key] = Said(at, alike, before.text)
    return {
        pair: tuple(sorted(same.values(), key=lambda said: -len(said.tables)))
        for pair, same in noted.items()
    }


def _notes(meeting: Meeting) -> Iterator[tuple[bool, Note]]:
    """Yield a table's notes about two statements that are open to all; whether they say "alike"."""
    opened = states(meeting.agenda)
    for step in meeting.agenda:
        state, asked = opened.get(step.plan.id), step.plan.settings
        if not isinstance(state, collect.State) or not isinstance(asked, collect.Settings):
            continue
        lanes = {lane.id: lane for lane in asked.lanes if lane.joins_two and state.revealed}
        for note in state.notes.values():
            lane = lanes.get(note.lane)
            if lane is not None and not note.into and len(set(note.items)) == 2:
                yield lane.id == "alike", note


def _plain(text: str) -> str:
    """Return a note's words, for finding the same ones: capitals, stops and spaces aside."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split()) or text
