"""What the end of a meeting takes away: found before it is written, and gone in the same moment.

The end of a meeting and the blanking of its log are one transaction, so that no crash can come
between the two. See docs/decisions/0019-how-things-are-gone.md.
"""

import asyncio
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, select

from consensus import events
from consensus.events import Event
from consensus.forgetting.blanking import leaves_behind, unreleased
from server.log import Conflict, NewEntry, SqlLog, rewriting, tables


class Closing(Struct, frozen=True):
    """Entries as they may be kept in a closed room, and earlier events as they may stay."""

    entries: Sequence[NewEntry]
    blanks: Mapping[int, Event]


async def closing(
    log: SqlLog, room: str, after: int, entries: Sequence[NewEntry], closed: bool
) -> Closing | None:
    """Return what becomes of a log when these entries come behind a position.

    `closed` says whether the meeting is over with them. Nothing where nothing has to go. Raises
    `Conflict` where that is no longer the last position.
    """
    if not closed or not any(leaves_behind(entry.event) for entry in entries):
        return None
    kept = [(entry.position, entry.event) for entry in await log.read(room)]
    if not kept or kept[-1][0] != after:
        raise Conflict
    new = [(at, entry.event) for at, entry in enumerate(entries, after + 1)]
    # A long history takes a moment, in which the other rooms go on.
    blanks = await asyncio.to_thread(unreleased, [*kept, *new])
    said = [replace(x, event=blanks.get(at, x.event)) for at, x in enumerate(entries, after + 1)]
    return Closing(said, {at: event for at, event in blanks.items() if at <= after})


async def blank(log: SqlLog, room: str) -> int:
    """Blank the log of a closed room where that was never done; return how many events changed.

    Raises `Conflict` where something happens in it at the same moment, and `Unavailable`.
    """
    entries = await log.read(room)
    found = [(entry.position, entry.event) for entry in entries]
    blanks = await asyncio.to_thread(unreleased, found)
    if blanks:
        await log.rewrite(room, blanks, entries[-1].position)
    return len(blanks)


def blank_all(connection: Connection) -> None:
    """Blank the closed rooms of a database that nobody serves: one that was just brought back."""
    found = tables.events.c
    for room in connection.scalars(select(tables.rooms.c.id)).all():
        if connection.scalar(rewriting.closed_after(room, 0)):
            query = select(found.position, found.event, found.version).where(found.room == room)
            rows = connection.execute(query.order_by(found.position))
            log = ((position, events.read(event, version)) for position, event, version in rows)
            rewriting.blank(connection, room, unreleased(log))
