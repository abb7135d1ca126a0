"""Sealed editions in the log: kept once each, and never made again."""

from sqlalchemy import Connection, insert, select, update

from server.log import tables


def keep(connection: Connection, room: str, edition: int, sealed: bytes) -> bytes:
    """Keep a sealed edition, and return what is kept of it: the first that came."""
    kept = read(connection, room, edition)
    if kept is not None:
        return kept
    row = {"room": room, "edition": edition, "sealed": sealed}
    connection.execute(insert(tables.records), row)
    return sealed


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
