"""What every live line has in common: its hello, reading what a browser sends, and its end."""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import NoReturn

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from server import access, metrics, wire
from server.connections import Connection
from server.fast import direct_of
from server.limits import Bucket
from server.log import Unavailable
from server.room import LiveRoom, wall_clock
from server.services import Services, same_site, services, turn_of
from server.wire import Beat, CloseCode, Do, Hello, Probe, Refused
from server.writers import DirectWriter, PlainWriter, Source

logger = logging.getLogger(__name__)

HELLO_WITHIN = 10.0
CLOSING = 5.0

# Nobody has more tabs and devices than this open on one room, and no hall has more walls.
MOST_LINES = 10
MOST_WALLS = 50

# Nobody taps faster than this for long; a stuck key or a script does.
BURST, PER_SECOND = 60, 20

# A client of ours is never misunderstood. One that keeps trying is not one of ours.
MOST_MISUNDERSTANDINGS = 20


class Hangup(Exception):
    """The line ends now, for a reason that the browser is told."""

    def __init__(self, code: CloseCode) -> None:
        self.code = code


class Line(ABC):
    """One connection's reader, and the writer beside it.

    The reader reads on only when its last answer has been taken, so neither side can make the
    other's memory grow.
    """

    def __init__(self, websocket: WebSocket, source: Source, connection: Connection) -> None:
        self.connection = connection
        self.served: Services = services(websocket)
        self.writer = _writer(websocket, source, connection)
        self._websocket = websocket
        self._bucket = Bucket(BURST, 0.0)
        self._misunderstandings = 0
        self._closing: asyncio.Task[None] | None = None
        connection.hang_up = self._hang_up

    @abstractmethod
    async def welcome(self, hello: Hello) -> None:
        """Answer a hello: the first, which comes in, and those of a client that found a gap."""

    @abstractmethod
    async def do(self, message: Do) -> None:
        """Do a command and answer it; raises `Refusal`."""

    @abstractmethod
    def left(self) -> None:
        """Know that the line is gone."""

    async def enter(self, hello: Hello) -> None:
        """Come in with what the other side has already."""
        self.writer.start()
        await self.welcome(hello)

    def leave(self) -> None:
        """Go, and leave nothing behind."""
        self.left()
        self.writer.stop()

    def _hang_up(self, code: CloseCode) -> None:
        """End the line from the room's side; the reader then finds it closed."""
        if self._closing is None:
            self._closing = asyncio.create_task(_close(self._websocket, code))

    async def run(self) -> NoReturn:
        """Serve until either side ends."""
        while True:
            await self._read()

    async def _read(self) -> None:
        data = await _receive(self._websocket)
        too_fast = self._is_too_fast()
        try:
            message = wire.read_client_message(data)
        except wire.NOT_A_MESSAGE:
            await self._misunderstood(data)
            return
        if len(data) > wire.MOST_BYTES:
            await self._refuse(_id_of(data), Refusal(Code.TOO_LARGE))
        elif too_fast:
            await self._slow_down(message)
        elif isinstance(message, Do):
            await self._answer(message)
        elif isinstance(message, Probe):
            await self.writer.say(Beat(self.connection.position, wall_clock()))
        else:
            await self.welcome(message)

    async def _answer(self, message: Do) -> None:
        try:
            await self.do(message)
        except Refusal as refusal:
            await self._refuse(message.id[:64], refusal)

    async def _misunderstood(self, data: str | bytes) -> None:
        self._misunderstandings += 1
        if self._misunderstandings > MOST_MISUNDERSTANDINGS:
            raise Hangup(CloseCode.NOT_UNDERSTOOD)
        too_large = len(data) > wire.MOST_BYTES
        await self._refuse(
            _id_of(data), Refusal(Code.TOO_LARGE if too_large else Code.NOT_UNDERSTOOD)
        )

    def _is_too_fast(self) -> bool:
        now = asyncio.get_running_loop().time()
        return not self._bucket.take(BURST, PER_SECOND, now)

    async def _slow_down(self, message: wire.ClientMessage) -> None:
        """Refuse, and read on only after a moment: what is not read costs nobody anything."""
        command_id = message.id[:64] if isinstance(message, Do) else ""
        await self._refuse(command_id, Refusal(Code.TOO_FAST))
        await asyncio.sleep(1 / PER_SECOND)

    async def _refuse(self, command_id: str, refusal: Refusal) -> None:
        metrics.REFUSALS.labels(refusal.code).inc()
        words = self.served.words_for(self._websocket)
        await self.writer.say(Refused(command_id, refusal.code, words.sentence(refusal)))


# Makes a line for a connection into a room, once it is known whose it is.
LineFor = Callable[[WebSocket, LiveRoom, Connection], Awaitable[Line]]


async def serve(websocket: WebSocket, line_for: LineFor) -> None:
    """Serve one connection from its hello to its end."""
    await websocket.accept()
    try:
        if not same_site(websocket):
            raise Hangup(CloseCode.FOREIGN_ORIGIN)
        hello = await _hello(websocket)
        entering = services(websocket).gate.entering
        async with entering:
            line = await line_for(websocket, *await _identify(websocket, hello))
        try:
            async with entering:
                await line.enter(hello)
            await line.run()
        finally:
            line.leave()
    except Hangup as hangup:
        await _close(websocket, hangup.code)
    except (Unavailable, Refusal):
        await _close(websocket, CloseCode.MOVED)
    except WebSocketDisconnect:
        pass


def refuse_more(lines: int, member: MemberId | None) -> None:
    """End a line beside so many others of one member, or of walls, where that is too many."""
    if lines >= (MOST_WALLS if member is None else MOST_LINES):
        raise Hangup(CloseCode.TOO_MANY_LINES)


async def _hello(websocket: WebSocket) -> Hello:
    try:
        async with asyncio.timeout(HELLO_WITHIN):
            message = wire.read_client_message(await _receive(websocket))
    except (TimeoutError, *wire.NOT_A_MESSAGE) as error:
        raise Hangup(CloseCode.NOT_UNDERSTOOD) from error
    if not isinstance(message, Hello):
        raise Hangup(CloseCode.NOT_UNDERSTOOD)
    if message.protocol != wire.PROTOCOL:
        raise Hangup(CloseCode.RELOAD)
    return message


async def _identify(websocket: WebSocket, hello: Hello) -> tuple[LiveRoom, Connection]:
    """Return the room with a connection for its wall, or for the member whose cookie this is.

    A code that opens nothing and a key that fits nothing end in the same way, so that nobody can
    try codes here.
    """
    served, direct = services(websocket), direct_of(websocket.scope)
    try:
        room = await served.rooms.by_code(access.read_code(websocket.path_params["code"]))
    except Refusal:
        room = None
    if room is None:
        raise Hangup(CloseCode.NOT_A_MEMBER)
    if hello.wall:
        if not access.is_wall_key(served.secret, room.row.id, hello.wall):
            raise Hangup(CloseCode.NOT_A_MEMBER)
        return room, Connection(None, direct)
    held = await served.seats(websocket, room)
    member = turn_of(websocket, room, held)
    if member is None:
        raise Hangup(CloseCode.NOT_A_MEMBER)
    beside = tuple(s.member for s in held if not s.waits and s.member != member)
    return room, Connection(member, direct, beside=beside)


async def _receive(websocket: WebSocket) -> str | bytes:
    message = await websocket.receive()
    if message["type"] != "websocket.receive":
        raise WebSocketDisconnect(message.get("code", 1005))
    data: str | bytes = message.get("text") or message.get("bytes") or b""
    return data


async def _close(websocket: WebSocket, code: CloseCode) -> None:
    """Say goodbye, and cut off who does not take even that."""
    try:
        async with asyncio.timeout(CLOSING):
            await websocket.close(code)
    except (RuntimeError, WebSocketDisconnect):
        logger.debug("the other side had closed already")
    except TimeoutError:
        direct = direct_of(websocket.scope)
        if direct is not None:
            direct.abort()


def _writer(
    websocket: WebSocket, source: Source, connection: Connection
) -> DirectWriter | PlainWriter:
    if connection.direct is None:
        return PlainWriter(websocket, source, connection)
    return DirectWriter(connection.direct, source, connection)


class _WithId(msgspec.Struct):
    id: str = ""


def _id_of(data: str | bytes) -> str:
    """Return the id of a command that was not understood, so that its sender stops waiting."""
    try:
        return msgspec.json.decode(data, type=_WithId).id[:64]
    except wire.NOT_A_MESSAGE:
        return ""
