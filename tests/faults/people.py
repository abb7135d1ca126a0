"""People whose browsers never give up: they come back, to any node, until all is answered."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import cycle
from random import Random

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from consensus.commands import PersonCommand
from consensus.refusal import Code
from server import wire
from server.demo.client import Records
from server.wire import Ack, Changes, Do, Hello, Refused, Welcome
from tests.faults.history import SENT_AGAIN, History

# In seconds. A beat comes at least every 15; a line that is silent for longer is dead.
SILENCE = 20.0
OPENING = 10.0
PATIENCE = 60.0

# What a browser does after a lost line and after "try again", quicker, so that tests are short.
SHORTEST_BACKOFF, LONGEST_BACKOFF = 0.05, 0.5

_LINE_TROUBLE = (OSError, ConnectionClosed, InvalidHandshake, TimeoutError)


class _Pending:
    def __init__(self, command: PersonCommand, was_sent: bool) -> None:
        self.command = command
        self.was_sent = was_sent
        self.answer: asyncio.Future[Ack | Refused] = asyncio.get_running_loop().create_future()


class Person:
    """A seat in a room with a browser that stays connected, and remembers all it saw.

    `nodes` are the addresses of sites, tried in turn; the first is where this person starts.
    `acknowledged` and `told_to_try_again` count answers; `furthest` is the last position of one.
    """

    def __init__(
        self, name: str, nodes: Sequence[str], code: str, seat: str, dice: Random, wall: str = ""
    ) -> None:
        self.history = History(name)
        self.records = Records()
        self.dice = dice
        self.acknowledged = 0
        self.told_to_try_again = 0
        self.furthest = 0
        self._nodes = list(nodes)
        self._code = code
        self._seat = seat
        self._wall = wall
        self._epoch = ""
        self._socket: ClientConnection | None = None
        self._welcome = False
        self._takes = asyncio.Event()
        self._takes.set()
        self._pending: dict[str, _Pending] = {}
        self._count = 0
        self._changed = asyncio.Condition()
        self._living: asyncio.Task[None] | None = None

    # --- being there ---

    async def __aenter__(self) -> "Person":
        self.come()
        await self.until(lambda records: records.position > 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.go()

    def come(self) -> None:
        """Connect, and stay connected."""
        self._living = asyncio.create_task(self._live(), name=self.history.name)

    async def go(self) -> None:
        """Leave for good."""
        if self._living is not None:
            self._living.cancel()
            await asyncio.wait([self._living])
            if not self._living.cancelled() and (error := self._living.exception()):
                raise error

    async def move(self, node: str) -> None:
        """Come back to another node, and be there."""
        self._nodes = [node]
        self.come()
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(lambda: self._welcome)

    def drop(self) -> None:
        """Lose the line as in a tunnel: nothing is said, and the other side is not told."""
        if self._socket is not None:
            self._socket.transport.abort()

    def stall(self) -> None:
        """Take nothing more from the line, whatever comes."""
        self._takes.clear()

    def go_on(self) -> None:
        """Take what has come meanwhile, and what comes from here on."""
        self._takes.set()

    async def ask_for_everything(self, times: int) -> None:
        """Say hello again and again, as if nothing were known."""
        for _ in range(times):
            if self._socket is not None:
                await self._hello(self._socket, "", 0)

    @property
    def member(self) -> str:
        """Who this is in the room."""
        return self.history.member or ""

    # --- asking ---

    @property
    def waits(self) -> bool:
        """Whether an answer is still missing."""
        return bool(self._pending)

    async def do(self, command: PersonCommand) -> Ack | Refused:
        """Ask until there is an answer for good, over as many lines as it takes."""
        self._count += 1
        command_id = f"{self.history.name}-{self._count:05}"
        again = False
        while True:
            answer = await self._ask(command_id, _Pending(command, again))
            again = True
            if isinstance(answer, Ack) or answer.code not in SENT_AGAIN:
                return answer
            await self._pause()

    async def done(self, command: PersonCommand) -> int:
        """Ask for something that must be possible; return its position."""
        answer = await self.do(command)
        if isinstance(answer, Refused):
            raise AssertionError(f"{command} was refused: {answer.code}")
        return answer.position

    async def _ask(self, command_id: str, pending: _Pending) -> Ack | Refused:
        self._pending[command_id] = pending
        try:
            await self._send(command_id)
            return await pending.answer
        finally:
            self._pending.pop(command_id, None)

    async def _send(self, command_id: str) -> None:
        """Send a command if there is a line; if not, the next one begins with it."""
        if self._socket is None or not self._welcome:
            return
        pending = self._pending[command_id]
        again, pending.was_sent = pending.was_sent, True
        self.history.sent(command_id, pending.command)
        with suppress(ConnectionClosed):
            message = Do(command_id, pending.command, again)
            await self._socket.send(wire.encode(message).decode())

    async def until(self, holds: Callable[[Records], bool], patience: float = PATIENCE) -> None:
        """Wait until what is known satisfies a condition; raises `TimeoutError`."""
        async with asyncio.timeout(patience), self._changed:
            await self._changed.wait_for(lambda: holds(self.records))

    # --- the line ---

    async def _live(self) -> None:
        for node in cycle(self._nodes):
            close_code = None
            with suppress(*_LINE_TROUBLE):
                close_code = await self._one_line(node)
            if close_code is not None and close_code >= wire.CloseCode.NOT_UNDERSTOOD:
                self._sent_away(close_code)
            await self._pause()

    def _sent_away(self, close_code: int) -> None:
        """Fail: nothing in any scenario is a reason never to let somebody back in."""
        error = AssertionError(f"{self.history.name} was sent away for good: {close_code}")
        for pending in self._pending.values():
            if not pending.answer.done():
                pending.answer.set_exception(error)
        raise error

    async def _one_line(self, node: str) -> int | None:
        """Open a line to a node and use it until it ends; return why it did."""
        headers = {"Cookie": f"seat={self._seat}"} if self._seat else {}
        address = f"{node.replace('http', 'ws', 1)}/r/{self._code}/live"
        async with asyncio.timeout(OPENING):
            socket = await connect(
                address,
                additional_headers=headers,
                max_size=None,
                compression=None,
                ping_interval=None,
                close_timeout=0.1,
                proxy=None,
            )
        self._socket = socket
        try:
            self.history.opened(node, self._epoch, self.records.position)
            await self._hello(socket, self._epoch, self.records.position)
            await self._listen(socket)
        finally:
            self._socket, self._welcome = None, False
            socket.transport.abort()
            unanswered = tuple(id for id, pending in self._pending.items() if pending.was_sent)
            self.history.lost(socket.close_code, unanswered)
        return socket.close_code

    async def _hello(self, socket: ClientConnection, epoch: str, position: int) -> None:
        hello = Hello(wire.PROTOCOL, "python", epoch, position, self._wall)
        await socket.send(wire.encode(hello).decode())

    async def _listen(self, socket: ClientConnection) -> None:
        try:
            while True:
                await self._takes.wait()
                async with asyncio.timeout(SILENCE):
                    data = await socket.recv()
                await self._take(wire.read_server_message(data), socket)
                async with self._changed:
                    self._changed.notify_all()
        except ConnectionClosed:
            return

    async def _take(self, message: wire.ServerMessage, socket: ClientConnection) -> None:
        match message:
            case Welcome(epoch=epoch, member=member):
                self._epoch = epoch
                self.history.welcomed(epoch, member)
                self._welcome = True
                for command_id in list(self._pending):
                    await self._send(command_id)
            case Changes():
                self.history.reached(message)
                if not self.records.apply(message):
                    await self._hello(socket, self._epoch, self.records.position)
            case Ack() | Refused() if message.id:
                self._answered(message)
            case _:
                pass  # a beat, or a hello too many

    def _answered(self, answer: Ack | Refused) -> None:
        if isinstance(answer, Ack):
            self.history.acknowledged(answer.id, answer.position)
            self.acknowledged += 1
            self.furthest = max(self.furthest, answer.position)
        else:
            self.history.declined(answer.id, answer.code)
            self.told_to_try_again += answer.code == Code.TRY_AGAIN
        pending = self._pending.get(answer.id)
        if pending is not None and not pending.answer.done():
            pending.answer.set_result(answer)

    async def _pause(self) -> None:
        await asyncio.sleep(self.dice.uniform(SHORTEST_BACKOFF, LONGEST_BACKOFF))
