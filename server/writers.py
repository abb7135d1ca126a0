"""How a line is written to: straight to its socket where the server below offers that, or not.

Either way nothing is queued. The room says that something is new; what goes out is what the line is
missing at that moment. Besides, there is at most one answer for the reader, who waits for it.
"""

import asyncio
from typing import Protocol

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from server import wire
from server.connections import Connection
from server.fast import Direct
from server.fast import frame as framed
from server.room import wall_clock
from server.wire import Beat, CloseCode

# In seconds. Shorter than the 20 s after which the client asks whether anybody is there.
BEAT = 15.0

# In seconds. A phone that takes nothing for this long is gone, or will be glad of a fresh start.
STALLED = 30.0


class Source(Protocol):
    """Where a line's frames come from."""

    def catch_up(self, connection: Connection) -> None:
        """Give a line what it is missing, if it can take it now; if not, it will ask."""

    def missing(self, connection: Connection) -> bytes | None:
        """Return what brings a line up to date, taken as sent; nothing where it is."""


class DirectWriter:
    """Writes finished frames to a socket that takes them at once, or says when it can again."""

    def __init__(self, direct: Direct, source: Source, connection: Connection) -> None:
        self._direct = direct
        self._source = source
        self._connection = connection
        self._ready = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Begin to send signs of life."""
        self._direct.on_ready = self._on_ready
        self._direct.on_end = self._ready.set
        self._timer = asyncio.get_running_loop().call_later(BEAT, self._beat)

    def stop(self) -> None:
        """Stop sending."""
        self._direct.on_ready = self._direct.on_end = None
        if self._timer is not None:
            self._timer.cancel()

    async def say(self, message: msgspec.Struct) -> None:
        """Send an answer; returns when it is on its way."""
        frame = framed(wire.encode(message))
        while not self._direct.write(frame):
            if self._direct.closed:
                raise WebSocketDisconnect(1006)
            self._ready.clear()
            await self._ready.wait()

    def _on_ready(self) -> None:
        self._ready.set()
        self._source.catch_up(self._connection)

    def _beat(self) -> None:
        loop = asyncio.get_running_loop()
        slow_since = self._direct.slow_since
        if slow_since is None:
            beat = Beat(self._connection.position, wall_clock())
            self._direct.write(framed(wire.encode(beat)))
            self._timer = loop.call_later(BEAT, self._beat)
        elif loop.time() - slow_since < STALLED:
            self._timer = loop.call_at(slow_since + STALLED, self._beat)
        else:
            self._connection.hang_up(CloseCode.TOO_SLOW)


class PlainWriter:
    """Writes through any ASGI server, from a task of its own."""

    def __init__(self, websocket: WebSocket, source: Source, connection: Connection) -> None:
        self._websocket = websocket
        self._source = source
        self._connection = connection
        self._wake = connection.wake
        self._answer: bytes | None = None
        self._taken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write."""
        self._task = asyncio.create_task(self._write())

    def stop(self) -> None:
        """Stop writing."""
        if self._task is not None:
            self._task.cancel()

    async def say(self, message: msgspec.Struct) -> None:
        """Send an answer; returns when it is on its way."""
        if self._task is None or self._task.done():
            raise WebSocketDisconnect(1006)
        self._taken.clear()
        self._answer = wire.encode(message)
        self._wake.set()
        await self._taken.wait()

    async def _write(self) -> None:
        try:
            while True:
                await self._write_next()
        except TimeoutError:
            self._connection.hang_up(CloseCode.TOO_SLOW)
        except (RuntimeError, WebSocketDisconnect):
            pass  # the reader finds out too
        finally:
            self._taken.set()

    async def _write_next(self) -> None:
        try:
            async with asyncio.timeout(BEAT):
                await self._wake.wait()
        except TimeoutError:
            await self._send(wire.encode(Beat(self._connection.position, wall_clock())))
            return
        self._wake.clear()
        if self._answer is not None:
            answer, self._answer = self._answer, None
            self._taken.set()
            await self._send(answer)
        frame = self._source.missing(self._connection)
        if frame is not None:
            await self._send(frame)

    async def _send(self, message: bytes) -> None:
        async with asyncio.timeout(STALLED):
            await self._websocket.send_text(message.decode())
