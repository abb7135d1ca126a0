"""A server of bare connections and browsers that speak frame by frame, for the tests of both."""

import asyncio
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Self

import uvicorn
from websockets.frames import Frame, Opcode

from server.fast import FastProtocol, direct_of, frame

ENOUGH_TO_FILL = 400  # frames of 10 kB are more than the sockets' buffers hold
BIG = frame(b"x" * 10_000)

Event = dict[str, Any]


class Visit:
    """The application's side of one connection, played by the test."""

    def __init__(self, scope: Event, receive: Any, send: Any) -> None:
        direct = direct_of(scope)
        assert direct is not None
        self.direct = direct
        self.receive: Callable[[], Awaitable[Event]] = receive
        self.send: Callable[[Event], Awaitable[None]] = send
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def accept(self) -> None:
        assert (await self.receive())["type"] == "websocket.connect"
        await self.send({"type": "websocket.accept"})

    async def send_text(self, text: str) -> None:
        await self.send({"type": "websocket.send", "text": text})

    def refuses(self) -> bool:
        return not self.direct.write(frame(b"late"))

    async def fill(self) -> int:
        """Send until a frame is refused; return how many were not."""
        for sent in range(ENOUGH_TO_FILL):
            if not self.direct.write(BIG):
                return sent
        raise AssertionError("nothing was ever refused")


class Site:
    """A real uvicorn server whose application is the test."""

    def __init__(self, listener: socket.socket, **options: Any) -> None:
        self.port: int = listener.getsockname()[1]
        self.visits: asyncio.Queue[Visit] = asyncio.Queue()
        config = uvicorn.Config(
            self.app,
            interface="asgi3",
            ws=FastProtocol,
            ws_per_message_deflate=False,
            lifespan="off",
            log_config=None,
            timeout_graceful_shutdown=1,
            **options,
        )
        self.server = uvicorn.Server(config)

    async def app(self, scope: Event, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            sized = [(b"content-length", b"4000000")]
            await send({"type": "http.response.start", "status": 200, "headers": sized})
            await send({"type": "http.response.body", "body": b"y" * 4_000_000})
            return
        visit = Visit(scope, receive, send)
        self.visits.put_nowait(visit)
        await visit.over

    async def meet(self, **options: Any) -> tuple["Browser", Visit]:
        """Open a connection; return both of its ends, the handshake done."""
        browser = await Browser.open(self.port, **options)
        visit = await self.visits.get()
        await visit.accept()
        await browser.read_answer()
        return browser, visit


@asynccontextmanager
async def serving(**options: Any) -> AsyncIterator[Site]:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # Small, so that little is enough to make a connection slow.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384)
    listener.bind(("127.0.0.1", 0))
    site = Site(listener, **options)
    running = asyncio.create_task(site.server.serve(sockets=[listener]))
    await until(lambda: site.server.started)
    try:
        yield site
    finally:
        site.server.should_exit = True
        await running
        listener.close()


async def until(condition: Callable[[], object]) -> None:
    while not condition():  # noqa: ASYNC110  # what is waited for has no event of its own
        await asyncio.sleep(0.001)


class Browser:
    """The other side: a bare socket, which reads only when it is told to."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def open(
        cls, port: int, *, tls: ssl.SSLContext | None = None, shake: bool = True
    ) -> Self:
        bare = socket.socket()
        bare.setblocking(False)
        bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
        await asyncio.get_running_loop().sock_connect(bare, ("127.0.0.1", port))
        name = "localhost" if tls else None
        # It takes in no more than it is asked for, give or take a chunk.
        streams = await asyncio.open_connection(sock=bare, ssl=tls, server_hostname=name, limit=1)
        opened = cls(*streams)
        if shake:
            opened.shake_hands()
        return opened

    def shake_hands(self) -> None:
        self.writer.write(
            b"GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )

    async def read_answer(self) -> bytes:
        lines = [await self._line()]
        while lines[-1] != b"\r\n":
            lines.append(await self._line())
        return lines[0]

    async def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\r\n"):
            line += await self.reader.readexactly(1)
        return line

    async def read(self) -> tuple[Opcode, bytes]:
        """Return the next frame; fails where the bytes are not one that a server may send."""
        first, second = await self.reader.readexactly(2)
        assert first & 0xF0 == 0x80
        size = second
        if size == 126:
            size = int.from_bytes(await self.reader.readexactly(2))
        elif size == 127:
            size = int.from_bytes(await self.reader.readexactly(8))
        return Opcode(first & 0x0F), await self.reader.readexactly(size)

    async def read_text(self) -> str:
        opcode, payload = await self.read()
        assert opcode is Opcode.TEXT
        return payload.decode()

    async def read_to_the_end(self) -> list[tuple[Opcode, bytes]]:
        found = []
        try:
            while True:
                found.append(await self.read())
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            return found

    def say(self, opcode: Opcode, payload: bytes = b"", *, mask: bool = True) -> None:
        self.writer.write(Frame(opcode, payload).serialize(mask=mask))

    async def close(self) -> None:
        self.writer.close()
        with suppress(ConnectionError, ssl.SSLError):  # where the server's end was no politer
            await self.writer.wait_closed()

    def reset(self) -> None:
        bare = self.writer.get_extra_info("socket")
        bare.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()
