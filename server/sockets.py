"""A browser's live line: read commands, answer them, and send what is missing."""

import asyncio
import logging
from typing import NoReturn

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from consensus.refusal import Code, Refusal
from server import access, wire
from server.limits import Bucket
from server.rooms import Connection, LiveRoom, wall_clock
from server.services import Services, same_site, services
from server.wire import Ack, Beat, CloseCode, Do, Hello, Probe, Refused, Welcome

logger = logging.getLogger(__name__)

# Shorter than the 20 s after which the client asks whether anybody is there.
BEAT = 15.0

# A phone that takes nothing for this long is gone, or will be glad of a fresh start.
STALLED = 30.0

HELLO_WITHIN = 10.0
CLOSING = 5.0

# Nobody has more tabs and devices than this open on one room.
MOST_LINES = 10

# Nobody taps faster than this for long; a stuck key or a script does.
BURST, PER_SECOND = 60, 20

# A client of ours is never misunderstood. One that keeps trying is not one of ours.
MOST_MISUNDERSTANDINGS = 20


class _Hangup(Exception):
    def __init__(self, code: CloseCode) -> None:
        self.code = code


async def live(websocket: WebSocket) -> None:
    """Serve one connection from its hello to its end."""
    await websocket.accept()
    try:
        if not same_site(websocket):
            raise _Hangup(CloseCode.FOREIGN_ORIGIN)
        hello = await _hello(websocket)
        room, connection = await _identify(websocket, hello)
        room.enter(connection)
        try:
            await _Line(websocket, room, connection).run(hello)
        finally:
            room.leave(connection)
    except _Hangup as hangup:
        await _close(websocket, hangup.code)
    except WebSocketDisconnect:
        pass


async def _hello(websocket: WebSocket) -> Hello:
    try:
        async with asyncio.timeout(HELLO_WITHIN):
            message = wire.read_client_message(await _receive(websocket))
    except (TimeoutError, *wire.NOT_A_MESSAGE) as error:
        raise _Hangup(CloseCode.NOT_UNDERSTOOD) from error
    if not isinstance(message, Hello):
        raise _Hangup(CloseCode.NOT_UNDERSTOOD)
    if message.protocol != wire.PROTOCOL:
        raise _Hangup(CloseCode.RELOAD)
    return message


async def _identify(websocket: WebSocket, hello: Hello) -> tuple[LiveRoom, Connection]:
    """Return the room with a connection for its wall, or for the member whose cookie this is.

    A code that opens nothing and a key that fits nothing end in the same way, so that nobody can
    try codes here.
    """
    served = services(websocket)
    try:
        room = await served.rooms.by_code(access.read_code(websocket.path_params["code"]))
    except Refusal:
        room = None
    if room is None:
        raise _Hangup(CloseCode.NOT_A_MEMBER)
    if hello.wall:
        if not access.is_wall_key(served.secret, room.row.id, hello.wall):
            raise _Hangup(CloseCode.NOT_A_MEMBER)
        return room, Connection(None)
    member = await served.member(websocket, room)
    if member is None:
        raise _Hangup(CloseCode.NOT_A_MEMBER)
    if room.attendance.lines(member) >= MOST_LINES:
        raise _Hangup(CloseCode.TOO_MANY_LINES)
    return room, Connection(member)


async def _receive(websocket: WebSocket) -> str | bytes:
    message = await websocket.receive()
    if message["type"] != "websocket.receive":
        raise WebSocketDisconnect(message.get("code", 1005))
    data: str | bytes = message.get("text") or message.get("bytes") or b""
    return data


async def _close(websocket: WebSocket, code: CloseCode) -> None:
    try:
        async with asyncio.timeout(CLOSING):
            await websocket.close(code)
    except (RuntimeError, WebSocketDisconnect, TimeoutError):
        logger.debug("the other side had closed already, or takes nothing at all")


class _Line:
    """One connection's reader and writer.

    The writer alone sends. The reader holds at most one answer for it and reads on only when that
    has been taken, so neither side can make the other's memory grow.
    """

    def __init__(self, websocket: WebSocket, room: LiveRoom, connection: Connection) -> None:
        self._websocket = websocket
        self._room = room
        self._connection = connection
        self._served: Services = services(websocket)
        self._answer: bytes | None = None
        self._answer_taken = asyncio.Event()
        self._bucket = Bucket(BURST, 0.0)
        self._misunderstandings = 0

    async def run(self, hello: Hello) -> None:
        """Serve until either side ends."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._write())
                tasks.create_task(self._read(hello))
        except BaseExceptionGroup as ended:
            expected, unexpected = ended.split((_Hangup, WebSocketDisconnect))
            if unexpected is not None or expected is None:
                raise
            raise expected.exceptions[0] from None

    # --- writing ---

    async def _write(self) -> NoReturn:
        wake = self._connection.wake
        while True:
            try:
                async with asyncio.timeout(BEAT):
                    await wake.wait()
            except TimeoutError:
                await self._send(wire.encode(Beat(self._connection.position, wall_clock())))
                continue
            wake.clear()
            if self._answer is not None:
                answer, self._answer = self._answer, None
                self._answer_taken.set()
                await self._send(answer)
            if self._room.is_removed(self._connection):
                raise _Hangup(CloseCode.REMOVED)
            frame = self._room.missing(self._connection)
            if frame is not None:
                await self._send(frame)

    async def _send(self, message: bytes) -> None:
        try:
            async with asyncio.timeout(STALLED):
                await self._websocket.send_text(message.decode())
        except TimeoutError as error:
            raise _Hangup(CloseCode.TOO_SLOW) from error

    # --- reading ---

    async def _read(self, hello: Hello) -> NoReturn:
        await self._welcome(hello)
        while True:
            data = await _receive(self._websocket)
            too_fast = self._is_too_fast()
            try:
                message = wire.read_client_message(data)
            except wire.NOT_A_MESSAGE:
                await self._misunderstood(data)
                continue
            if too_fast:
                await self._slow_down(message)
                continue
            match message:
                case Hello():
                    await self._welcome(message)
                case Probe():
                    await self._say(Beat(self._connection.position, wall_clock()))
                case Do():
                    await self._say(await self._do(message))

    async def _welcome(self, hello: Hello) -> None:
        self._room.resume(self._connection, hello.epoch, hello.position)
        epoch, member = self._room.row.epoch, self._connection.member
        await self._say(Welcome(epoch, wall_clock(), self._served.build, member))

    async def _do(self, message: Do) -> Ack | Refused:
        try:
            if self._connection.member is None:
                raise Refusal(Code.WATCHING_ONLY)
            if not 8 <= len(message.id) <= 64:
                raise Refusal(Code.NOT_UNDERSTOOD)
            member = self._connection.member
            return Ack(message.id, await self._room.ask(message.command, member, message.id))
        except Refusal as refusal:
            return self._refused(message.id[:64], refusal)

    async def _misunderstood(self, data: str | bytes) -> None:
        self._misunderstandings += 1
        if self._misunderstandings > MOST_MISUNDERSTANDINGS:
            raise _Hangup(CloseCode.NOT_UNDERSTOOD)
        await self._say(self._refused(_id_of(data), Refusal(Code.NOT_UNDERSTOOD)))

    def _is_too_fast(self) -> bool:
        now = asyncio.get_running_loop().time()
        return not self._bucket.take(BURST, PER_SECOND, now)

    async def _slow_down(self, message: wire.ClientMessage) -> None:
        """Refuse, and read on only after a moment: what is not read costs nobody anything."""
        command_id = message.id[:64] if isinstance(message, Do) else ""
        await self._say(self._refused(command_id, Refusal(Code.TOO_FAST)))
        await asyncio.sleep(1 / PER_SECOND)

    def _refused(self, command_id: str, refusal: Refusal) -> Refused:
        words = self._served.words_for(self._websocket)
        return Refused(command_id, refusal.code, words.sentence(refusal))

    async def _say(self, message: msgspec.Struct) -> None:
        self._answer_taken.clear()
        self._answer = wire.encode(message)
        self._connection.wake.set()
        await self._answer_taken.wait()


class _WithId(msgspec.Struct):
    id: str = ""


def _id_of(data: str | bytes) -> str:
    """Return the id of a command that was not understood, so that its sender stops waiting."""
    try:
        return msgspec.json.decode(data, type=_WithId).id[:64]
    except wire.NOT_A_MESSAGE:
        return ""
