"""What several rooms want to append, picked so that it can be written together."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from consensus import events
from server.log.entries import NewEntry

# A row of the table of events, in this order.
COLUMNS = ("room", "position", "at", "by", "command", "version", "event")
Row = tuple[Any, ...]

# Bounds how long the first in a batch waits for the last to be written.
MOST_TOGETHER = 500


class Append(Struct, frozen=True):
    """Rows for the events of a room, of which `after` must be the last position until then."""

    room: str
    after: int
    rows: Sequence[Row]


def rows(room: str, after: int, entries: Sequence[NewEntry]) -> list[Row]:
    """Return how events are stored; raises ValueError for none, and for a name that cannot be."""
    if not entries:
        raise ValueError("there is nothing to append")
    return [_row(room, position, entry) for position, entry in enumerate(entries, after + 1)]


def _row(room: str, position: int, entry: NewEntry) -> Row:
    for name in (entry.by, entry.command):
        # PostgreSQL would refuse the whole batch because of it, other rooms' events too.
        if name is not None and "\0" in name:
            raise ValueError("a name with a NUL in it cannot be stored")
    event = events.write(entry.event)
    return (room, position, entry.at, entry.by, entry.command, events.VERSION, event)
