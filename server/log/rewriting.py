"""Events written anew in their places, where what they said has to go.

A log is only ever added to, but for this: the same event stays at the same position, by the same
member, and says less. What was made from it before goes with it.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, exists, func, select, update

from consensus import events
from server.log import tables
from server.log.entries import Conflict

# How the end of a meeting begins, as it is stored.
_CLOSED = b'{"type":"meeting_closed"'


def blank(connection: Connection, room: str, blanks: Mapping[int, events.Event]) -> None:
    """Leave of a closed room what was shown: events say less, answers nobody opened are gone."""
    connection.execute(delete(tables.slips).where(tables.slips.c.room == room))
    _write(connection, room, blanks)


def rewrite(
    connection: Connection,
    room: str,
    anew: Mapping[int, events.Event],
    last: int,
    epoch: str | None,
) -> None:
    """Write events of a room anew, of which this is the last position; or `Conflict`.

    With another epoch, nobody takes what they have of the room for what it is now.
    """
    take_turns(connection, room)
    found = tables.events.c.position
    head = select(func.max(found)).where(tables.events.c.room == room)
    if connection.scalar(head) != last:
        raise Conflict
    _write(connection, room, anew)
    if epoch is not None:
        of_room = tables.rooms.c.id == room
        connection.execute(update(tables.rooms).where(of_room).values(epoch=epoch))


def _write(connection: Connection, room: str, anew: Mapping[int, events.Event]) -> None:
    connection.execute(delete(tables.snapshots).where(tables.snapshots.c.room == room))
    rows = [{"at_position": at, "said": events.write(event)} for at, event in anew.items()]
    if rows:
        found = tables.events.c
        change = (
            update(tables.events)
            .where(found.room == room, found.position == bindparam("at_position"))
            .values(event=bindparam("said"), version=events.VERSION)
        )
        connection.execute(change, rows)


def take_turns(connection: Connection, room: str) -> str | None:
    """Wait until nobody else is about to change what a room holds beside its events.

    Returns the epoch of its log, or nothing where there is no such room. SQLite has one writer
    anyway.
    """
    found = tables.rooms.c
    epoch: str | None = connection.scalar(
        select(found.epoch).where(found.id == room).with_for_update()
    )
    return epoch


def closed_after(room: str, position: int) -> Select[Any]:
    """Return a query that says whether a room was closed after a position."""
    found = tables.events.c
    head = func.substr(found.event, 1, len(_CLOSED))
    return select(exists().where(found.room == room, found.position > position, head == _CLOSED))


def closed_at(room: str) -> Select[Any]:
    """Return a query for when (ms) a room was closed, if it was."""
    found = tables.events.c
    head = func.substr(found.event, 1, len(_CLOSED))
    return select(func.max(found.at)).where(found.room == room, head == _CLOSED)
