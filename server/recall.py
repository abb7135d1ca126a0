"""How a room comes back from the log: from its last snapshot, and what happened since.

A snapshot is only believed by the code that made it. Without one, all events are gone through.
"""

import asyncio
import logging

import msgspec
from msgspec import Struct

from consensus import events as e
from consensus import snapshot
from consensus.meeting import evolve, start
from consensus.state import Meeting
from server.batch import Answers
from server.log import RoomRow, Snapshot, SqlLog

logger = logging.getLogger(__name__)

# A room with a long history and no snapshot must not hold up the others while it is read.
AT_ONCE = 200


class Recalled(Struct, frozen=True):
    """A room as the log has it. `kept` is the position of its snapshot, or 0."""

    meeting: Meeting
    position: int
    answers: Answers
    kept: int = 0


async def recall(log: SqlLog, room: str) -> Recalled:
    """Return a room as it is now; raises ValueError for a log without a beginning."""
    meeting, kept = await _snapshot(log, room)
    answers, position = Answers(), kept
    for count, entry in enumerate(await log.read(room, after=kept), 1):
        if meeting is not None:
            meeting = evolve(meeting, entry.event)
        elif isinstance(entry.event, e.MeetingPrepared):
            meeting = start(entry.event)
        else:
            break
        answers.keep(entry)
        position = entry.position
        if count % AT_ONCE == 0:
            await asyncio.sleep(0)
    if meeting is None:
        raise ValueError(f"the log of room {room} does not begin at its beginning")
    return Recalled(meeting, position, answers, kept)


async def recall_if_there(log: SqlLog, room: str) -> Recalled | None:
    """Return a room as it is now, or nothing where it is gone; it may go while it is read."""
    try:
        return await recall(log, room)
    except ValueError:
        if await log.room(room) is None:
            return None
        raise


async def _snapshot(log: SqlLog, room: str) -> tuple[Meeting | None, int]:
    found = await log.snapshot(room)
    if found is None or found.made_by != snapshot.shape():
        return None, 0
    try:
        return snapshot.read(found.state), found.position
    except msgspec.MsgspecError:
        logger.warning("the snapshot of room %s cannot be read; its events will do", room)
        return None, 0


async def remember(log: SqlLog, row: RoomRow, meeting: Meeting, position: int) -> None:
    """Keep a snapshot, so that the room comes back quickly; one that cannot be kept is no loss."""
    try:
        state = snapshot.write(meeting)
        await log.keep_snapshot(row.id, row.epoch, Snapshot(position, snapshot.shape(), state))
    except Exception as error:
        logger.warning("no snapshot of room %s: %s", row.id, type(error).__name__)
