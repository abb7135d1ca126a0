"""The floor: everything that trainers and the wall see of the tables, as keyed records."""

from collections.abc import Iterator

from msgspec import Struct

from consensus.hall import alike, card, compared, mirror
from consensus.hall.gathered import gathered
from consensus.hall.seating import TableId
from consensus.state import Meeting

WallRecord = compared.Record | card.ProgressRecord | alike.AlikeRecord | mirror.MirrorRecord
DeskRecord = card.TableCardRecord


class Floor(Struct, frozen=True):
    """A hall and the rooms of its tables, as they all are at one moment."""

    hall: Meeting
    tables: dict[TableId, Meeting]


def desk(floor: Floor, now: int) -> Iterator[tuple[str, DeskRecord | card.ProgressRecord]]:
    """Yield the cards of all tables at a time (ms), by key; each takes up to a few ms."""
    for table, room in floor.tables.items():
        found = card.card(table, floor.hall, room, now)
        yield f"card/{table}", found
        yield f"progress/{table}", card.progress(found)


def at_once(floor: Floor) -> dict[str, WallRecord]:
    """Return, of what compares the tables, what takes a few ms: what they found, their journeys."""
    found = gathered(floor.hall, floor.tables)
    return {**compared.told_at_once(found), **mirror.told(floor.hall)}


def wall(floor: Floor) -> dict[str, WallRecord]:
    """Return all that compares the tables, by key. It may take a second: call it in a thread.

    What private orders and lists have not changed since is not worked out again.
    """
    found = gathered(floor.hall, floor.tables)
    opened = mirror.told(floor.hall)
    likeness = alike.told(found, floor.tables)
    return {**compared.told_at_once(found), **compared.worked_out(found), **opened, **likeness}
