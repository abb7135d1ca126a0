"""The record of a room in words, made once for everybody who reads along.

To say a large record takes a good part of a second, so that happens beside the event loop, for one
reader at a time, and no more often than leaves the machine time for the meeting itself.
"""

import asyncio
from time import monotonic
from weakref import WeakKeyDictionary

from msgspec import Struct

from consensus.record.lines import Record
from consensus.record.written import record
from consensus.state import Meeting
from server.exports.document import Document, document
from server.room import LiveRoom
from server.words import Words

# A record of more lines than this (some 10 ms of work) is shown for a while even if the room has
# moved on: saying it takes at most a fifth of the time then.
MANY, SHARE = 250, 4


class Made(Struct, frozen=True):
    """A record and its document, as the meeting was at a position, in a language.

    `stays` is until when (s, of the machine's clock) it will do although the room has moved on.
    """

    position: int
    language: str
    meeting: Meeting
    record: Record
    document: Document
    stays: float

    def serves(self, room: LiveRoom, words: Words) -> bool:
        """Say whether a reader may be given this."""
        if self.language != words.language:
            return False
        return self.position == room.position or monotonic() < self.stays


class _Desk:
    """Where a room's record is made: the latest, and whose turn it is to make the next."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.made: Made | None = None


_desks: WeakKeyDictionary[LiveRoom, _Desk] = WeakKeyDictionary()


async def made(room: LiveRoom, words: Words) -> Made:
    """Return the record of a room as it is now, or was a moment ago."""
    desk = _desks.setdefault(room, _Desk())
    async with desk.turn:
        if desk.made is None or not desk.made.serves(room, words):
            desk.made = await asyncio.to_thread(_make, room.meeting, room.position, words)
        return desk.made


def _make(meeting: Meeting, position: int, words: Words) -> Made:
    began = monotonic()
    found = record(meeting)
    names = {member.id: member.name for member in meeting.members.values()}
    told = document(found, words, names)
    ended = monotonic()
    large = sum(len(section.lines) for section in found.sections) > MANY
    stays = ended + SHARE * (ended - began) if large else ended
    return Made(position, words.language, meeting, found, told, stays)
