"""Sealed editions beside the log: once one is announced, it is never made again."""

from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select, update

from server.log import rewriting, tables
from server.log.entries import Conflict


class NewEdition(Struct, frozen=True):
    """An edition to be kept, made from a room as its log is at a `position`, the last, of an epoch.

    `instead_of` is one of the same number that was kept before, and that nobody has been told of.
    """

    edition: int
    sealed: bytes
    epoch: str
    position: int
    instead_of: bytes | None = None


def keep(connection: Connection, room: str, new: NewEdition) -> bytes:
    """Keep an edition, and return what is kept of it: another may be there already.

    Raises `Conflict` where something has happened in the room since, or its log is another: whoever
    made the edition may still have words that are gone.
    """
    # Whoever takes words out of this room meanwhile waits, or has been waited for.
    epoch, happened = rewriting.take_turns(connection, room), tables.events.c
    last = select(func.max(happened.position)).where(happened.room == room)
    if epoch != new.epoch or connection.scalar(last) != new.position:
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


def drop_unannounced(connection: Connection, room: str, announced: int) -> None:
    """Delete an edition that was kept and that nobody was told of: it is made again when needed."""
    found = tables.records.c
    connection.execute(delete(tables.records).where(found.room == room, found.edition > announced))
