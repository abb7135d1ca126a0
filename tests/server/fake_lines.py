"""Clients on lines that lag, drop and come back, around one real room and one real log.

A line is a list of frames on their way. Nothing here waits: a test decides what is flushed into a
line, what arrives, and when a line or the whole server is lost.
"""

import asyncio
from collections.abc import Callable
from random import Random
from typing import cast

from consensus import commands as c
from consensus import views
from consensus.people import MemberId
from consensus.refusal import Refusal
from consensus.roomwide import erasure
from consensus.state import Meeting
from server.bus import Alone
from server.connections import Connection
from server.demo.client import Records
from server.fast import Direct
from server.log import NewEntry, RoomRow, SqlLog
from server.recall import recall
from server.room import Clock, LiveRoom
from server.wire import Changes, read_server_message
from tests.meetings import Story

ROW = RoomRow("room1", "ABC234", "epoch1", 1)

_MOVES = ("flush", "flush", "arrive", "arrive", "slow", "drop", "back", "back", "repeat", "kill")

# What looks at each frame as it leaves the server: who it is for, the bytes, the room behind it.
Watch = Callable[[MemberId | None, bytes, Meeting], None]


class FakeSocket:
    """A socket that takes finished frames at once, or not for a while."""

    def __init__(self, took: Callable[[bytes], None]) -> None:
        self._is_shut = False
        self._took = took

    @property
    def slow(self) -> bool:
        """Whether what came before is still on its way."""
        return self._is_shut

    @slow.setter
    def slow(self, slow: bool) -> None:
        self._is_shut = slow

    def write(self, frame: bytes) -> bool:
        """Take a frame, unless what came before it is still on its way."""
        if not self.slow:
            self._put(frame)
        return not self.slow

    def _put(self, frame: bytes) -> None:
        self._took(payload_of(frame))


def payload_of(frame: bytes) -> bytes:
    """Return what a finished text frame carries."""
    assert frame[0] == 0x81
    return frame[{126: 4, 127: 10}.get(frame[1], 2) :]


async def live_room(row: RoomRow, log: SqlLog, clock: Clock) -> LiveRoom:
    """Return a room as a server finds it in the log."""
    return LiveRoom(row, await recall(log, row.id), log, Alone(), clock, "node")


class FakeClient:
    """A browser: what it knows, and its line if it has one."""

    def __init__(self, member: MemberId | None) -> None:
        self.member = member
        self.records = Records()
        self.connection: Connection | None = None
        self.socket: FakeSocket | None = None
        self.line: list[bytes] = []


class FakeWorld:
    """A room, the clients around it, and the dice."""

    def __init__(self, story: Story, log: SqlLog, dice: Random, watch: Watch) -> None:
        self._story = story
        self._log = log
        self._dice = dice
        self._watch = watch
        self._now = 0
        self._done: dict[tuple[MemberId, str], tuple[c.Command, int]] = {}
        self.clients = [FakeClient(None), FakeClient(None)]

    async def run(self) -> None:
        """Let everything happen, and then let everybody catch up."""
        await self._log.add_room(ROW, NewEntry(1, None, None, self._story.prepared))
        self.room = await live_room(ROW, self._log, lambda: self._now)
        for number, act in enumerate(self._story.acts):
            self._now = act.at
            await self._ask(act.command, act.by, f"command-{number}")
            if isinstance(act.command, c.Join):
                self._meet(act.command.member)
            for _ in range(self._dice.randrange(4)):
                await self._something()
        for client in self.clients:
            self._come_back(client)
        await self.room.attendance.settled()
        while not self.room.audience.quiet:  # noqa: ASYNC110  # nothing to wait for
            await asyncio.sleep(0.001)
        for client in self.clients:
            if client.socket is not None:
                client.socket.slow = False
            self._flush(client)
            self._arrive(client, len(client.line))

    async def _ask(self, command: c.Command, by: MemberId | None, command_id: str) -> None:
        if isinstance(command, erasure.Erase):
            return  # a server writes the log anew for that, and begins again with it
        if isinstance(command, c.OpenSlips):
            command = command.reveal  # a server has the slips itself
        try:
            position = await self.room.ask(command, by, command_id)
        except Refusal:
            return
        if by is not None:
            self._done[by, command_id] = (command, position)

    def is_removed(self, client: FakeClient) -> bool:
        """Say whether a client's member is no longer in the room."""
        return client.member is not None and client.member not in self.room.meeting.members

    def _meet(self, member: MemberId) -> None:
        known = any(client.member == member for client in self.clients)
        if not known and member in self.room.meeting.members:
            self.clients.append(FakeClient(member))

    # --- what may go on between two commands ---

    async def _something(self) -> None:
        client = self._dice.choice(self.clients)
        match self._dice.choice(_MOVES):
            case "flush":
                self._flush(client)
            case "arrive":
                self._arrive(client, self._dice.randrange(4))
            case "slow" if client.socket is not None:
                client.socket.slow = not client.socket.slow
                self._flush(client)
            case "drop":
                self._drop(client)
            case "back":
                self._come_back(client)
            case "repeat":
                await self._repeat()
            case "kill" if self._dice.random() < 0.1:
                await self.restart()

    def _flush(self, client: FakeClient) -> None:
        if client.connection is None or self.is_removed(client):
            return
        if client.socket is not None:
            self.room.audience.catch_up(client.connection)
        elif (frame := self.room.audience.missing(client.connection)) is not None:
            self._sent(client, frame)

    def _sent(self, client: FakeClient, frame: bytes) -> None:
        self._watch(client.member, frame, self.room.meeting)
        client.line.append(frame)

    def _arrive(self, client: FakeClient, count: int) -> None:
        for frame in client.line[:count]:
            changes = read_server_message(frame)
            assert isinstance(changes, Changes)
            assert client.records.apply(changes), "a line in order has no gap"
        del client.line[:count]

    def _drop(self, client: FakeClient) -> None:
        client.line.clear()
        if client.connection is not None:
            self.room.leave(client.connection)
            client.connection = None

    def _come_back(self, client: FakeClient) -> None:
        if client.connection is not None or self.is_removed(client):
            return
        direct = self._dice.random() < 0.7
        client.socket = FakeSocket(lambda frame: self._sent(client, frame)) if direct else None
        client.connection = Connection(client.member, cast(Direct | None, client.socket))
        self.room.enter(client.connection, ROW.epoch, client.records.position)

    async def _repeat(self) -> None:
        if self._done:
            (by, command_id), (command, position) = self._dice.choice(list(self._done.items()))
            assert await self.room.ask(command, by, command_id, again=True) == position

    async def restart(self) -> None:
        """Lose the server and every line; what is in the log is all that the next one has."""
        await self.room.close()
        for client in self.clients:
            client.line.clear()
            client.connection = None
        self.room = await live_room(ROW, self._log, lambda: self._now)
        kept = {(entry.by, entry.command) for entry in await self._log.read(ROW.id)}
        self._done = {key: done for key, done in self._done.items() if key in kept}


def expected(meeting: Meeting, member: MemberId | None) -> dict[str, object]:
    """Return the records of a fresh snapshot for a member, or for the wall."""
    records: dict[str, object] = dict(views.everyone(meeting))
    if member is not None:
        records.update(views.mine(meeting, member))
        if views.sees_chairs(meeting, member):
            records.update(views.chairs(meeting))
    return records
