"""The usher carries a hall's errands to its tables, until every table agrees with the hall.

Level, not edge: whatever happens in a hall or at one of its tables, both are compared again. What
this process had not done when it ended, the next one finds to be done.
"""

import asyncio
import logging
from contextlib import suppress
from weakref import WeakSet

from consensus.commands import Join
from consensus.hall.errands import errands
from consensus.hall.hall import Table
from consensus.hall.seating import TableId
from consensus.refusal import Code, Refusal
from server.log import Conflict, Unavailable
from server.room import LiveRoom
from server.rooms import Rooms, Unreadable

logger = logging.getLogger(__name__)

# In seconds: how long to wait where a table could not be asked, as while a disk is full. Each time
# that it cannot, twice as long.
TRY_AGAIN_AFTER, LONGEST_WAIT = 0.5, 30.0

# In seconds. What happens within this time after a round is seen to by one more.
TOGETHER = 0.05


class Usher:
    """Sees to the halls that this process has in memory, each by one task at a time."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._halls: dict[str, _Rounds] = {}
        self._seen: WeakSet[LiveRoom] = WeakSet()

    async def __aenter__(self) -> "Usher":
        self._rooms.on_change(self.watch)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._rooms.unwatch(self.watch)
        tasks = [rounds.task for rounds in self._halls.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be asked of a table."""
        return bool(self._halls)

    def watch(self, room: LiveRoom) -> None:
        """See to it soon that tables agree with their hall, after something happened in a room.

        A table that has just come into memory brings its hall: there may be errands that nobody
        carried to their end.
        """
        table = room.meeting.table
        if room.meeting.hall is not None:
            self._see_to(room.row.code)
        elif table is not None:
            new = room not in self._seen
            self._seen.add(room)
            if new or self._rooms.has(table.of.hall):
                self._see_to(table.of.hall)

    async def settle(self, hall: LiveRoom) -> None:
        """Return when everything that the hall wants now was asked of its tables, once."""
        done = asyncio.get_running_loop().create_future()
        self._see_to(hall.row.code).waiting.append(done)
        await done

    def _see_to(self, code: str) -> "_Rounds":
        rounds = self._halls.get(code)
        if rounds is None:
            rounds = self._halls[code] = _Rounds(self._rooms, code, self._halls)
        rounds.wanted.set()
        return rounds


class _Rounds:
    """Rounds over a hall's tables, one after the other, until one finds nothing left to ask."""

    def __init__(self, rooms: Rooms, code: str, under_way: "dict[str, _Rounds]") -> None:
        self.wanted = asyncio.Event()
        self.waiting: list[asyncio.Future[None]] = []
        self._rooms = rooms
        self._code = code
        self._under_way = under_way
        self._wait = TRY_AGAIN_AFTER
        self.task = asyncio.create_task(self._go_round(), name=f"usher {code}")

    async def _go_round(self) -> None:
        try:
            while True:
                self.wanted.clear()
                waiting, self.waiting = self.waiting, []
                try:
                    done = await self._round()
                finally:
                    _tell(waiting)
                if not done:
                    await self._rest()
                    continue
                await asyncio.sleep(TOGETHER)
                if not self.wanted.is_set():
                    return
        finally:
            # Not a moment later than the last look: what happens next needs rounds of its own.
            del self._under_way[self._code]
            _tell(self.waiting)

    async def _rest(self) -> None:
        """Wait before asking again; not for so long where something else happened meanwhile."""
        await asyncio.sleep(TRY_AGAIN_AFTER)
        with suppress(TimeoutError):
            await asyncio.wait_for(self.wanted.wait(), self._wait - TRY_AGAIN_AFTER)
        self._wait = min(2 * self._wait, LONGEST_WAIT)

    async def _round(self) -> bool:
        """Go to every table; say whether all could be asked, as far as asking again would help."""
        try:
            hall = await self._rooms.by_code(self._code)
            if hall is None or hall.meeting.hall is None:
                return True
            await self._rooms.level(hall)  # nobody is sent back where another node saw them leave
        except (Refusal, Unavailable) as error:
            logger.info("a hall waits for its log (%s)", error.code)
            return False
        except Unreadable:
            return True
        except Exception:
            logger.exception("a hall cannot be read")
            return True
        tables = hall.meeting.hall.tables if hall.meeting.hall is not None else {}
        done = await asyncio.gather(*(self._go_to(hall, *table) for table in tables.items()))
        return all(done)

    async def _go_to(self, hall: LiveRoom, table_id: TableId, table: Table) -> bool:
        try:
            room = await self._rooms.by_code(table.code)
            if room is None or room.row.id != table_id:
                return True  # it is erased
            return await _carried(hall, table_id, room)
        except (Conflict, Unavailable) as error:
            logger.info("table %s cannot be asked (%s)", table_id, type(error).__name__)
            return False
        except Unreadable:
            return True
        except Exception:
            # One table must not keep the others from being asked, nor be asked for ever.
            logger.exception("table %s cannot be asked", table_id)
            return True


async def _carried(hall: LiveRoom, table_id: TableId, room: LiveRoom) -> bool:
    """Ask a table what its hall wants of it; say whether it is not worth asking again."""
    wanted = errands(hall.meeting, table_id, room.meeting)
    answers = await asyncio.gather(*map(room.ask, wanted), return_exceptions=True)
    again = False
    for errand, answer in zip(wanted, answers, strict=True):
        if isinstance(answer, Refusal):
            logger.info("table %s: %s: %s", table_id, type(errand).__name__, answer.code)
            again |= answer.code is Code.TRY_AGAIN
        elif isinstance(answer, BaseException):
            raise answer
        elif isinstance(errand, Join):
            room.attendance.expect(errand.member)  # on their way from the hall
    return not again


def _tell(waiting: list[asyncio.Future[None]]) -> None:
    for each in waiting:
        if not each.done():
            each.set_result(None)
