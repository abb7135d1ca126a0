"""Sealed editions beside the log: once one is announced, it is never made again."""

from msgspec import Struct
from sqlalchemy import Connection, func, insert, select, update

from server.log import tables
from server.log.entries import Conflict


class NewEdition(Struct, frozen=True):
    """An edition to be kept, made from a room as it is at a `position`, its last.

    `instead_of` is one of the same number that was kept before, and that nobody has been told of.
    """

    edition: int
    sealed: bytes
    position: int
    instead_of: bytes | None = None


def keep(connection: Connection, room: str, new: NewEdition) -> bytes:
    """Keep an edition, and return what is kept of it: another may be there already.

    Raises `Conflict` where something has happened in the room since.
    """
    # Whoever takes words out of this room meanwhile waits, or has been waited for.
    rooms, happened = tables.rooms.c, tables.events.c
    connection.execute(select(rooms.id).where(rooms.id == room).with_for_update())
    last = select(func.max(happened.position)).where(happened.room == room)
    if connection.scalar(last) != new.position:
        raise Conflict
    kept = read(connection, room, new.edition)
    if kept is None:
        row = {"room": room, "edition": new.edition, "sealed": new.sealed}
        connection.execute(insert(tables.records), row)
    elif kept == new.instead_of:
        rewrite(connection, room, new.edition, new.sealed)
    else:
        return kept
    return new.sealed


def read(connection: Connection, room: str, edition: int) -> bytes | None:
    """Return a sealed edition, if it is there."""
    found = tables.records.c
    query = select(found.sealed).where(found.room == room, found.edition == edition)
    kept: bytes | None = connection.scalar(query)
    return kept


def rewrite(connection: Connection, room: str, edition: int, sealed: bytes) -> None:
    """Put something else in the place of a sealed edition, from which words were erased."""
    found = tables.records.c
    where = (found.room == room) & (found.edition == edition)
    connection.execute(update(tables.records).where(where).values(sealed=sealed))
