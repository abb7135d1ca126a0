"""Live rooms: one owner task each, through which everything that changes a meeting goes."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.meeting import Meeting, evolve, start
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from server.attendance import Attendance
from server.batch import Answers, Ask, Batch
from server.log import Conflict, Entry, NewEntry, RoomRow, SqlLog
from server.sync import Frames, View, snapshot

logger = logging.getLogger(__name__)

Clock = Callable[[], int]

# Each conflict means that another process was quicker. This often in a row, something is wrong.
MOST_CONFLICTS = 20

# Sends cost per connection, not per byte, so a full room is told less often and more at once.
TICK = 0.05
TICK_IN_A_HALL = 0.15
HALL = 100


def wall_clock() -> int:
    """Return the time in ms."""
    return time.time_ns() // 1_000_000


class Connection:
    """One browser. `position` is all that is known of what it has; -1 before its first frame."""

    def __init__(self, member: MemberId | None) -> None:
        self.member = member
        self.position = -1
        self.chairs = False
        self.wake = asyncio.Event()


class LiveRoom:
    """A room in memory: its meeting, its views, and the connections to it.

    Only the owner task changes `meeting` and `position`, and only after the log has the events.
    """

    def __init__(self, row: RoomRow, entries: Sequence[Entry], log: SqlLog, clock: Clock) -> None:
        first = entries[0].event
        if not isinstance(first, e.MeetingPrepared):
            raise ValueError(f"the log of room {row.id} does not begin at its beginning")
        self.row = row
        self.meeting: Meeting = start(first)
        self.position = 1
        self.connections: set[Connection] = set()
        self._log = log
        self._clock = clock
        self._answers = Answers()
        self._asked: asyncio.Queue[Ask] = asyncio.Queue()
        self.attendance = Attendance(self.ask, self._here, clock)
        self._last_tick = 0.0
        self._tick: asyncio.TimerHandle | None = None
        self._chair_passed = 0
        self._take_in(entries[1:])
        self._everyone = View(views.everyone(self.meeting), self.position)
        self._chairs = View(views.chairs(self.meeting), self.position)
        self._mine: dict[MemberId, View] = {}
        self._frames = Frames()
        self._owner = asyncio.create_task(self._own(), name=f"room {row.id}")
        self._expect_members()

    async def close(self) -> None:
        """End the owner task. What was acknowledged is in the log."""
        if self._tick is not None:
            self._tick.cancel()
        await self.attendance.close()
        self._owner.cancel()
        await asyncio.gather(self._owner, return_exceptions=True)

    # --- asking ---

    async def ask(
        self, command: c.Command, by: MemberId | None = None, command_id: str | None = None
    ) -> int:
        """Do a command and return the position at which its effects are kept, or raise `Refusal`.

        A command id that this member used before gets the answer of the first time.
        """
        answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._asked.put_nowait(Ask(command, by, command_id, answer))
        return await answer

    async def _own(self) -> None:
        while True:
            asks = [await self._asked.get()]
            while not self._asked.empty():
                asks.append(self._asked.get_nowait())
            try:
                await self._answer_all(asks)
            except Exception:
                # Whatever went wrong, the room goes on: those who wait are told, and may repeat.
                logger.exception("room %s could not answer", self.row.id)
                for ask in asks:
                    ask.settle(Refusal(Code.TRY_AGAIN))

    async def _answer_all(self, asks: list[Ask]) -> None:
        """Decide everything that was waiting, keep it in one append, and only then answer."""
        for _ in range(MOST_CONFLICTS):
            batch = Batch(self.meeting, self.position, self._clock())
            batch.decide_all(asks, self._answers)
            try:
                await self._keep(batch.entries)
                break
            except Conflict:
                self._take_in(await self._log.read(self.row.id, after=self.position))
        else:
            raise Conflict(f"{MOST_CONFLICTS} times in a row")
        for ask, answer in zip(asks, batch.answers, strict=True):
            if not isinstance(answer, Refusal):
                self._answers.note(ask, answer)
            ask.settle(answer)

    async def _keep(self, entries: Sequence[NewEntry]) -> None:
        if not entries:
            return
        await self._log.append(self.row.id, self.position, entries)
        first = self.position + 1
        self._take_in([Entry(n, x.by, x.command, x.event) for n, x in enumerate(entries, first)])

    def _take_in(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            self.meeting = evolve(self.meeting, entry.event)
            self.position = entry.position
            self._answers.keep(entry)
            if isinstance(entry.event, e.ChairPassed):
                self._chair_passed = entry.position
        self._tick_soon()

    # --- who is here ---

    def enter(self, connection: Connection) -> None:
        """Let a connection in; its member is in the room from now on."""
        self.connections.add(connection)
        if connection.member is not None:
            self.attendance.opened(connection.member)

    def leave(self, connection: Connection) -> None:
        """Let a connection go; its member has left when none is back within a hiccup."""
        self.connections.discard(connection)
        if connection.member is not None:
            self.attendance.ended(connection.member)

    def _expect_members(self) -> None:
        """After a restart, everybody was here a moment ago."""
        for member in self.meeting.members.values():
            if member.here:
                self.attendance.expect(member.id)

    def _here(self, member: MemberId) -> bool | None:
        found = self.meeting.members.get(member)
        return found.here if found and self.meeting.closed is None else None

    # --- what each connection is missing ---

    def _tick_soon(self) -> None:
        """Wake the writers: at once when the room was quiet, else when the tick is due."""
        if self._tick is not None:
            return
        loop = asyncio.get_running_loop()
        interval = TICK if len(self.connections) <= HALL else TICK_IN_A_HALL
        due = max(self._last_tick + interval, loop.time())
        self._tick = loop.call_at(due, self._wake_all)

    def _wake_all(self) -> None:
        self._tick = None
        self._last_tick = asyncio.get_running_loop().time()
        for connection in self.connections:
            connection.wake.set()

    def resume(self, connection: Connection, epoch: str, position: int) -> None:
        """Believe a client that says what it has, as far as this process can fill the gap."""
        fillable = epoch == self.row.epoch and position >= self._chair_passed
        connection.position = position if fillable else -1
        connection.chairs = self._sees_chairs(connection)
        self._fresh_mine(connection)  # so that it remembers what changes from here on

    def is_removed(self, connection: Connection) -> bool:
        """Say whether a connection's member is no longer in the room."""
        return connection.member is not None and connection.member not in self.meeting.members

    def missing(self, connection: Connection) -> bytes | None:
        """Return the frame that brings a connection up to date, or nothing if it is."""
        if connection.position == self.position:
            return None
        chairs_now = self._sees_chairs(connection)
        everyone = self._fresh_everyone()
        chairs = self._fresh_chairs() if chairs_now else None
        mine, mine_known = self._fresh_mine(connection)
        known = mine_known and everyone.knows(connection.position)
        if known and chairs_now == connection.chairs:
            start = connection.position
            frame = self._frames.changes(start, self.position, everyone, chairs, mine)
        else:
            frame = snapshot(self.position, everyone, chairs, mine)
        connection.position, connection.chairs = self.position, chairs_now
        return frame

    def _sees_chairs(self, connection: Connection) -> bool:
        member = connection.member
        return member is not None and views.sees_chairs(self.meeting, member)

    def _fresh_everyone(self) -> View:
        if self._everyone.position < self.position:
            self._everyone.update(views.everyone(self.meeting), self.position)
        return self._everyone

    def _fresh_chairs(self) -> View:
        if self._chairs.position < self.position:
            self._chairs.update(views.chairs(self.meeting), self.position)
        return self._chairs

    def _fresh_mine(self, connection: Connection) -> tuple[View | None, bool]:
        """Return a member's own view, and whether it knows what this connection has."""
        member = connection.member
        if member is None:
            return None, True
        view = self._mine.get(member)
        if view is None:
            view = self._mine[member] = View(views.mine(self.meeting, member), self.position)
        elif view.position < self.position:
            view.update(views.mine(self.meeting, member), self.position)
        return view, view.knows(connection.position)


class Rooms:
    """All rooms of this process, read from the log when they are first asked for."""

    def __init__(self, log: SqlLog, clock: Clock = wall_clock) -> None:
        self._log = log
        self._clock = clock
        self._live: dict[str, LiveRoom] = {}
        self._reading = asyncio.Lock()

    async def by_code(self, code: str) -> LiveRoom | None:
        """Return the live room that a code opens, if there is one."""
        if room := self._live.get(code):
            return room
        async with self._reading:
            if room := self._live.get(code):
                return room
            row = await self._log.room_by_code(code)
            if row is None:
                return None
            entries = await self._log.read(row.id)
            room = self._live[code] = LiveRoom(row, entries, self._log, self._clock)
            return room

    async def open(self, row: RoomRow, prepared: e.MeetingPrepared) -> LiveRoom:
        """Keep a new room; raises `Conflict` when its code is in use."""
        entry = NewEntry(prepared.at, None, None, prepared)
        await self._log.add_room(row, entry)
        room = LiveRoom(row, [Entry(1, None, None, prepared)], self._log, self._clock)
        self._live[row.code] = room
        return room

    async def close(self) -> None:
        """End all rooms' tasks."""
        await asyncio.gather(*(room.close() for room in self._live.values()))
