"""Keeps the record of who is here level with the lines that are open.

Level, not edge: after everything that happens, what the meeting says is compared with the lines
there are, and put right until they agree. An arrival that crosses a departure cannot be lost.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from consensus.commands import Arrive, Leave
from consensus.people import MemberId
from consensus.refusal import Code, Refusal

logger = logging.getLogger(__name__)

# A phone that changes from wifi to mobile is back within this; longer, and it is worth a record.
HICCUP = 10.0

# While other nodes cannot be heard, a line that was lost here may well be open there.
HICCUP_UNHEARD = 30.0

# Somebody enters another person's name, or hands a phone over: a page without a line, for so long.
PASSING = 90.0

# While the disk is full, attendance waits and tries again.
TRY_AGAIN_AFTER = 1.0


class Surroundings(Protocol):
    """What attendance needs from the room around it."""

    async def ask(self, command: Arrive | Leave) -> int:
        """Do a command; raises `Refusal`."""

    def here(self, member: MemberId) -> bool | None:
        """Return what the record has; nothing for somebody whose record is settled."""

    def elsewhere(self, member: MemberId) -> bool:
        """Say whether a member has a line at another node, as far as is known here."""

    def hears(self) -> bool:
        """Say whether other nodes can be heard."""

    def moved(self, member: MemberId) -> None:
        """Know that a member's first line here came, or that their last one went."""

    def now(self) -> int:
        """Return the time in ms."""


class Attendance:
    """The lines of a room's members at this node, and the errands that put the record right."""

    def __init__(self, room: Surroundings) -> None:
        self._room = room
        self._lines: Counter[MemberId] = Counter()
        self._gone_since: dict[MemberId, int] = {}
        self._passing_until: dict[MemberId, float] = {}
        self._hiccups: dict[MemberId, asyncio.TimerHandle] = {}
        self._errands: dict[MemberId, asyncio.Task[None]] = {}

    def opened(self, member: MemberId) -> None:
        """A line of this member was opened."""
        self._lines[member] += 1
        if self._lines[member] == 1:
            self._room.moved(member)
        self._passing_until.pop(member, None)
        self._end_hiccup(member)
        self.level(member)

    def ended(self, member: MemberId) -> None:
        """A line of this member was lost."""
        self._lines[member] -= 1
        if not self._lines[member]:
            del self._lines[member]
            self._room.moved(member)
            self.expect(member)

    def lines(self, member: MemberId) -> int:
        """Return how many lines this member has open here."""
        return self._lines[member]

    def members(self) -> tuple[MemberId, ...]:
        """Return everybody who has a line here."""
        return tuple(self._lines)

    def expect(self, member: MemberId) -> None:
        """Give a member without a line a hiccup's time to open one, before they count as gone."""
        if self._lines[member]:
            return
        self._end_hiccup(member)
        now = self._room.now()
        self._gone_since[member] = now
        patience = HICCUP if self._room.hears() else HICCUP_UNHEARD
        patience = max(patience, (self._passing_until.get(member, now) - now) / 1000)
        loop = asyncio.get_running_loop()
        self._hiccups[member] = loop.call_later(patience, self._hiccup_over, member)

    def passing(self, member: MemberId) -> None:
        """Know that a member's device shows a page without a line, from which they come back."""
        self._passing_until[member] = self._room.now() + PASSING * 1000
        self.expect(member)

    def expect_all(self, members: Iterable[MemberId]) -> None:
        """Expect back those of these members whom the record has here."""
        for member in members:
            if self._room.here(member):
                self.expect(member)

    def level(self, member: MemberId) -> None:
        """Put the record right about a member, if it is not."""
        if member not in self._errands and self._wanted(member) is not None:
            self._errands[member] = asyncio.create_task(self._put_right(member))

    @property
    def busy(self) -> bool:
        """Whether something has still to happen to the record."""
        return bool(self._lines or self._hiccups or self._errands)

    async def settled(self) -> None:
        """Wait until the record agrees with the lines there are."""
        while self._errands:
            await asyncio.wait(list(self._errands.values()))

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
        self._passing_until.pop(member, None)
        self.level(member)

    async def _put_right(self, member: MemberId) -> None:
        try:
            while (wanted := self._wanted(member)) is not None:
                await self._try(wanted)
        finally:
            # Not a moment later than the last look: what happens next needs an errand of its own.
            self._errands.pop(member, None)

    async def _try(self, wanted: Arrive | Leave) -> None:
        try:
            await self._room.ask(wanted)
        except Refusal as refusal:
            if refusal.code is not Code.TRY_AGAIN:
                logger.warning("attendance not kept: %s", refusal.code)
            await asyncio.sleep(TRY_AGAIN_AFTER)

    def _wanted(self, member: MemberId) -> Arrive | Leave | None:
        """Return what would put the record right, or nothing where it is."""
        here = self._room.here(member)
        if here is None or member in self._hiccups:
            return None
        if self._lines[member]:
            return None if here else Arrive(member)
        if self._room.elsewhere(member):
            return None  # that node sees to it
        return Leave(member, self._gone_since.get(member, self._room.now())) if here else None
