"""All rooms that this process has in memory: read from the log when asked for, let go when idle."""

import asyncio
import logging
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from consensus import events as e
from consensus.forgetting.keeping import forgotten_at
from consensus.meeting import start
from server import metrics, news
from server.access import new_code, new_id
from server.batch import Answers
from server.bus import Bus
from server.connections import Connection
from server.log import Conflict, NewEntry, RoomRow, SqlLog, Unavailable
from server.presence import SAY_AGAIN
from server.recall import Recalled, recall_if_there
from server.room import Clock, LiveRoom, Watcher, wall_clock
from server.wire import CloseCode

logger = logging.getLogger(__name__)

# In seconds: how often rooms are compared with the log while other nodes cannot be heard.
LOOK_OFTEN = 1.0

# In seconds: how long a room is kept in memory after its last line.
IDLE = 300.0

# In seconds: how long a room that cannot be read is left alone. A hall asks for its tables often.
READ_AGAIN_AFTER = 10.0

# What is to be done where the log has a room no more, or anew: whatever was made of it goes.
WhenGone = Callable[[str], None]


class Unreadable(Exception):
    """A room's log is there and cannot be read; this server's own log says why."""


class Rooms:
    """The live rooms of this process. `node` names it to the others; it is new at each start."""

    def __init__(
        self,
        log: SqlLog,
        bus: Bus,
        clock: Clock = wall_clock,
        idle: float = IDLE,
        when_gone: WhenGone | None = None,
    ) -> None:
        self.node = new_id()
        self._log = log
        self._bus = bus
        self._clock = clock
        self._idle = idle
        self._watchers: list[Watcher] = []
        self._when_gone = when_gone
        self._live: dict[str, LiveRoom] = {}
        self._used: dict[str, float] = {}
        self._unreadable: dict[str, float] = {}
        self._arriving: dict[str, asyncio.Task[LiveRoom | None]] = {}
        self._leaving: dict[str, asyncio.Task[None]] = {}
        self._keeper: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Rooms":
        self._keeper = asyncio.create_task(self._keep_level(), name="rooms")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def on_change(self, watcher: Watcher) -> None:
        """Let somebody look at each room that is there, after everything that happens in it."""
        self._watchers.append(watcher)
        for room in self._live.values():
            watcher(room)

    def unwatch(self, watcher: Watcher) -> None:
        """Let somebody look no more: while rooms are closed, nothing new is begun about them."""
        self._watchers.remove(watcher)

    def has(self, code: str) -> bool:
        """Say whether a room is in memory."""
        return code in self._live

    @property
    def count(self) -> int:
        """How many rooms are in memory."""
        return len(self._live)

    async def by_code(self, code: str) -> LiveRoom | None:
        """Return the live room that a code opens, if there is one.

        Raises `Unreadable` where it cannot be read, and where that has just been found.
        """
        known = self._live.get(code)
        if known is not None and (known.outdated or known.doubted):
            await self._compare([known])  # nobody is shown what may be gone from the log
        if room := self._live.get(code):
            self._used[code] = asyncio.get_running_loop().time()
            return room
        if asyncio.get_running_loop().time() < self._unreadable.get(code, 0.0):
            raise Unreadable
        task = self._arriving.get(code)
        if task is None:
            task = self._arriving[code] = asyncio.create_task(self._bring_back(code))
        return await asyncio.shield(task)

    async def level(self, room: LiveRoom) -> None:
        """Return when a room has what other nodes did in it so far; raises `Refusal`."""
        if not self._bus.alone:
            await room.look()

    async def open_new(self, prepared: e.MeetingPrepared) -> LiveRoom:
        """Keep a new room under a code that is drawn for it."""
        while True:
            row = RoomRow(new_id(), new_code(), new_id(), prepared.at)
            try:
                return await self.open(row, prepared)
            except Conflict:  # the code is in use: one in hundreds of millions, drawn again
                continue

    async def open(self, row: RoomRow, prepared: e.MeetingPrepared) -> LiveRoom:
        """Keep a new room; raises `Conflict` when its code is in use."""
        meeting = start(prepared)
        row = replace(row, forget_at=forgotten_at(meeting, prepared.at))
        await self._log.add_room(row, NewEntry(prepared.at, None, None, prepared))
        return self._admit(row, Recalled(meeting, 1, Answers()))

    def connections(self) -> list[Connection]:
        """Return every line that this process serves."""
        return [line for room in self._live.values() for line in room.lines()]

    def dismiss(self, room_id: str, code: CloseCode) -> None:
        """Let go of a room whose log is gone or was written anew, here and at the other nodes."""
        self._bus.say(room_id, news.write(news.Rewritten()))
        room = self._with_id(room_id)
        if room is not None:
            self._send_away(room, code)
        elif self._when_gone is not None:
            self._when_gone(room_id)

    async def drain(self, seconds: float) -> None:
        """Send everybody to another node, spread over some time (s)."""
        lines = self.connections()
        for number, line in enumerate(lines):
            line.hang_up(CloseCode.MOVED)
            if number % 50 == 49:
                await asyncio.sleep(seconds * 50 / len(lines))

    async def close(self) -> None:
        """End all rooms' tasks. What was acknowledged is in the log."""
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        await asyncio.gather(*self._arriving.values(), return_exceptions=True)
        await asyncio.gather(*self._leaving.values())
        await asyncio.gather(*(room.close() for room in self._live.values()))
        self._live.clear()
        metrics.ROOMS.set(0)

    # --- coming and going ---

    async def _bring_back(self, code: str) -> LiveRoom | None:
        try:
            if leaving := self._leaving.get(code):
                await leaving
            found = await self._recalled(code)
            return self._admit(*found) if found is not None else None
        finally:
            del self._arriving[code]

    async def _recalled(self, code: str) -> tuple[RoomRow, Recalled] | None:
        """Return a room as its log is in one epoch, if it is there: it may change while it is read.

        Otherwise words that were erased meanwhile would be among what was read before.
        """
        row = await self._log.room_by_code(code)
        while row is not None:
            recalled = await self._read(row)
            now = await self._log.room_by_code(code)
            if recalled is not None and now is not None and now.epoch == row.epoch:
                return row, recalled
            row = now
        return None

    async def _read(self, row: RoomRow) -> Recalled | None:
        try:
            recalled = await recall_if_there(self._log, row.id)
        except Unavailable:
            raise
        except Exception as error:
            logger.exception("room %s cannot be read", row.id)
            self._unreadable[row.code] = asyncio.get_running_loop().time() + READ_AGAIN_AFTER
            raise Unreadable from error
        self._unreadable.pop(row.code, None)
        return recalled

    def _admit(self, row: RoomRow, recalled: Recalled) -> LiveRoom:
        room = LiveRoom(row, recalled, self._log, self._bus, self._clock, self.node, self._changed)
        self._live[row.code] = room
        self._used[row.code] = asyncio.get_running_loop().time()
        metrics.ROOMS.set(len(self._live))
        self._changed(room)
        return room

    def _changed(self, room: LiveRoom) -> None:
        for watcher in self._watchers:
            watcher(room)

    def _with_id(self, room_id: str) -> LiveRoom | None:
        return next((room for room in self._live.values() if room.row.id == room_id), None)

    def _send_away(self, room: LiveRoom, code: CloseCode) -> None:
        room.let_go(code)
        self._let_go(room.row.code)
        if self._when_gone is not None:
            self._when_gone(room.row.id)

    def _let_go(self, code: str) -> None:
        del self._used[code]
        closing = asyncio.create_task(self._live.pop(code).close())
        self._leaving[code] = closing
        closing.add_done_callback(lambda _: self._leaving.pop(code, None))
        metrics.ROOMS.set(len(self._live))

    # --- keeping level ---

    async def _keep_level(self) -> None:
        """Mind, again and again, what nobody would be told of: gaps, silence and idle rooms."""
        said = 0.0
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(min(LOOK_OFTEN, max(self._idle / 2, 0.05)))
            regular = loop.time() - said >= SAY_AGAIN
            if regular:
                said = loop.time()
            try:
                await self._look(regular)
            except Exception as error:
                logger.warning("could not compare with the log: %s", type(error).__name__)

    async def _look(self, regular: bool) -> None:
        for code, room in list(self._live.items()):
            if not room.idle:
                self._used[code] = asyncio.get_running_loop().time()
            elif asyncio.get_running_loop().time() - self._used[code] > self._idle:
                self._let_go(code)
        rooms = list(self._live.values())
        everything = regular or not self._bus.up
        await self._compare(room for room in rooms if everything or _is_doubtful(room))
        if regular and not self._bus.alone:
            for room in rooms:
                room.presence.say()
                room.presence.mind_silence()

    async def _compare(self, rooms: Iterable[LiveRoom]) -> None:
        """Let rooms read on that are behind the log, or may be, and let go of those it has anew."""
        by_id = {room.row.id: room for room in rooms}
        if not by_id:
            return
        for room in by_id.values():
            room.doubted = False  # what is said from here on may be newer than the answer
        try:
            standings = await self._log.standings(list(by_id))
        except Unavailable:
            for room in by_id.values():
                room.doubted = True
            raise
        for room_id, room in by_id.items():
            found = standings.get(room_id)
            if self._live.get(room.row.code) is not room:
                continue
            if found is None:
                self._send_away(room, CloseCode.ERASED)
                self._log.scrub_soon()  # this process may have written some of it since
            elif found.epoch != room.row.epoch:
                self._send_away(room, CloseCode.MOVED)
                self._log.scrub_soon()
            elif room.in_doubt or found.position > room.position:
                room.read_on()


def _is_doubtful(room: LiveRoom) -> bool:
    return room.in_doubt or room.outdated or room.doubted
