"""The usher carries a hall's errands to its tables, until every table agrees with the hall.

Level, not edge: whatever happens in a hall or at one of its tables, both are compared again. What
this process had not done when it ended, the next one finds to be done.
"""

import asyncio
import logging

from consensus.commands import Join
from consensus.hall.errands import errands
from consensus.refusal import Refusal
from server.room import LiveRoom
from server.rooms import Rooms

logger = logging.getLogger(__name__)

# In seconds: how long to wait where a table could not be asked, as while a disk is full.
TRY_AGAIN_AFTER = 1.0


class Usher:
    """Sees to the halls that this process has in memory, each by one task at a time."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._at_work: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()

    async def __aenter__(self) -> "Usher":
        self._rooms.on_change(self.watch)
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._at_work.values():
            task.cancel()
        await asyncio.gather(*self._at_work.values(), return_exceptions=True)

    def watch(self, room: LiveRoom) -> None:
        """See to it soon that tables agree with their hall, after something happened in a room."""
        if room.meeting.hall is not None:
            self._see_to(room.row.code)
        elif room.meeting.table is not None and self._rooms.has(room.meeting.table.of.hall):
            self._see_to(room.meeting.table.of.hall)

    async def settle(self, hall: LiveRoom) -> None:
        """Return when what the hall wants of its tables now has been asked of them."""
        self._see_to(hall.row.code)
        if task := self._at_work.get(hall.row.code):
            await asyncio.shield(task)

    def _see_to(self, code: str) -> None:
        self._again.add(code)
        if code not in self._at_work:
            task = asyncio.create_task(self._carry(code), name=f"usher {code}")
            self._at_work[code] = task
            task.add_done_callback(lambda _: self._at_work.pop(code, None))

    async def _carry(self, code: str) -> None:
        while code in self._again:
            self._again.discard(code)
            hall = await self._rooms.by_code(code)
            if hall is None or hall.meeting.hall is None:
                return
            for table_id, table in hall.meeting.hall.tables.items():
                room = await self._rooms.by_code(table.code)
                if room is not None and not await _carried(hall, table_id, room):
                    self._again.add(code)
            if code in self._again:
                await asyncio.sleep(0)


async def _carried(hall: LiveRoom, table_id: str, room: LiveRoom) -> bool:
    """Ask a table what its hall wants of it; say whether it could be asked."""
    for errand in errands(hall.meeting, table_id, room.meeting):
        try:
            await room.ask(errand)
            if isinstance(errand, Join):
                room.attendance.expect(errand.member)  # on their way from the hall
        except Refusal as refusal:
            logger.info("table %s: %s", room.row.id, refusal.code)
            return False
    return True
