"""Keeps the record of who is here level with the lines that are open.

Level, not edge: after everything that happens, what the meeting says is compared with the lines
there are, and put right until they agree. An arrival that crosses a departure cannot be lost.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable

from consensus.commands import Arrive, Leave
from consensus.people import MemberId
from consensus.refusal import Code, Refusal

logger = logging.getLogger(__name__)

# A phone that changes from wifi to mobile is back within this; longer, and it is worth a record.
HICCUP = 10.0

# While the disk is full, attendance waits and tries again.
TRY_AGAIN_AFTER = 1.0


class Attendance:
    """The lines of a room's members, and the errands that put the record right.

    `ask` does a command, `here` says what the record has (nothing for somebody not in the room),
    and `clock` is in ms.
    """

    def __init__(
        self,
        ask: Callable[[Arrive | Leave], Awaitable[int]],
        here: Callable[[MemberId], bool | None],
        clock: Callable[[], int],
    ) -> None:
        self._ask = ask
        self._here = here
        self._clock = clock
        self._lines: Counter[MemberId] = Counter()
        self._gone_since: dict[MemberId, int] = {}
        self._hiccups: dict[MemberId, asyncio.TimerHandle] = {}
        self._errands: dict[MemberId, asyncio.Task[None]] = {}

    def opened(self, member: MemberId) -> None:
        """A line of this member was opened."""
        self._lines[member] += 1
        self._end_hiccup(member)
        self._level(member)

    def ended(self, member: MemberId) -> None:
        """A line of this member was lost."""
        self._lines[member] -= 1
        if not self._lines[member]:
            self.expect(member)

    def lines(self, member: MemberId) -> int:
        """Return how many lines this member has open."""
        return self._lines[member]

    def expect(self, member: MemberId) -> None:
        """Give a member without a line a hiccup's time to open one, before they count as gone."""
        if self._lines[member]:
            return
        self._end_hiccup(member)
        self._gone_since[member] = self._clock()
        loop = asyncio.get_running_loop()
        self._hiccups[member] = loop.call_later(HICCUP, self._hiccup_over, member)

    async def settled(self) -> None:
        """Wait until the record agrees with the lines there are."""
        while self._errands:
            await asyncio.wait(self._errands.values())

    async def close(self) -> None:
        """Let go of everything that is under way."""
        for timer in self._hiccups.values():
            timer.cancel()
        errands = list(self._errands.values())
        for errand in errands:
            errand.cancel()
        await asyncio.gather(*errands, return_exceptions=True)

    def _end_hiccup(self, member: MemberId) -> None:
        if timer := self._hiccups.pop(member, None):
            timer.cancel()

    def _hiccup_over(self, member: MemberId) -> None:
        self._hiccups.pop(member, None)
        self._level(member)

    def _level(self, member: MemberId) -> None:
        if member not in self._errands:
            task = asyncio.create_task(self._put_right(member))
            self._errands[member] = task
            task.add_done_callback(lambda _: self._errands.pop(member, None))

    async def _put_right(self, member: MemberId) -> None:
        while (wanted := self._wanted(member)) is not None:
            try:
                await self._ask(wanted)
            except Refusal as refusal:
                if refusal.code is not Code.TRY_AGAIN:
                    logger.info("attendance not kept: %s", refusal.code)
                    return
                await asyncio.sleep(TRY_AGAIN_AFTER)

    def _wanted(self, member: MemberId) -> Arrive | Leave | None:
        """Return what would put the record right, or nothing where it is."""
        here = self._here(member)
        if here is None or member in self._hiccups:
            return None
        if self._lines[member]:
            return None if here else Arrive(member)
        return Leave(member, self._gone_since.get(member, self._clock())) if here else None
