"""A thousand browsers that only look, cheap enough for one process to be all of them."""

import asyncio
import re
from collections.abc import Sequence
from random import Random
from urllib.parse import urlsplit

from server.wire import PROTOCOL, Hello, encode

_WELCOME = re.compile(rb'"type":"welcome","epoch":"([^"]+)"')
_END = re.compile(rb'"type":"changes","fresh":(?:true|false),"start":[0-9]+,"end":([0-9]+)')

# Browsers that have lost their line come back within this time (s), each when it likes.
WITHIN = 1.0


class Onlooker(asyncio.Protocol):
    """One browser: it comes back whenever its line ends, and knows which position it has."""

    def __init__(self, crowd: "Crowd", seat: str) -> None:
        self.position = 0
        self._crowd = crowd
        self._seat = seat
        self._epoch = ""
        self._last = b""
        self._transport: asyncio.Transport | None = None

    async def come(self) -> None:
        """Try to open a line until there is one."""
        loop = asyncio.get_running_loop()
        while self._transport is None:
            try:
                await loop.create_connection(lambda: self, "127.0.0.1", self._crowd.port)
            except OSError:
                await asyncio.sleep(self._crowd.dice.uniform(0, WITHIN))

    def go(self) -> None:
        """Leave."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(self._crowd.knock(self._seat))

    def data_received(self, data: bytes) -> None:
        """Look for welcomes and positions, wherever the network has cut the bytes."""
        seen = self._last + data
        if seen.startswith(b"HTTP/1.1 101") and seen.endswith(b"\r\n\r\n"):
            self._say_hello()
        if found := _WELCOME.search(seen):
            self._epoch = found[1].decode()
        for found in _END.finditer(seen):
            self.position = max(self.position, int(found[1]))
        self._last = seen[-200:]

    def _say_hello(self) -> None:
        assert self._transport is not None
        hello = Hello(PROTOCOL, "onlooker", self._epoch, self.position)
        self._transport.write(_masked(encode(hello)))

    def connection_lost(self, _: Exception | None) -> None:
        self._transport, self._last = None, b""
        self._crowd.lost(self)


class Crowd:
    """Onlookers of one room at one server, several to a seat. Use as an async context manager."""

    def __init__(self, site: str, code: str, seats: Sequence[str], each: int) -> None:
        self.port = urlsplit(site).port or 80
        self.dice = Random(code)
        self.onlookers = [Onlooker(self, seat) for seat in seats for _ in range(each)]
        self._code = code
        self._coming: set[asyncio.Task[None]] = set()
        self._gone = False

    async def __aenter__(self) -> "Crowd":
        for onlooker in self.onlookers:
            self._let_come(onlooker)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._gone = True
        for task in self._coming:
            task.cancel()
        await asyncio.gather(*self._coming, return_exceptions=True)
        for onlooker in self.onlookers:
            onlooker.go()

    def lost(self, onlooker: Onlooker) -> None:
        """Let somebody come back whose line has ended."""
        if not self._gone:
            self._let_come(onlooker)

    def all_at(self, position: int) -> bool:
        """Say whether everybody has been shown a position."""
        return all(onlooker.position >= position for onlooker in self.onlookers)

    def knock(self, seat: str) -> bytes:
        """Return the request for a line."""
        lines = (
            f"GET /r/{self._code}/live HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            f"Cookie: seat={seat}",
        )
        return "\r\n".join((*lines, "", "")).encode()

    def _let_come(self, onlooker: Onlooker) -> None:
        task = asyncio.create_task(self._come_soon(onlooker))
        self._coming.add(task)
        task.add_done_callback(self._coming.discard)

    async def _come_soon(self, onlooker: Onlooker) -> None:
        await asyncio.sleep(self.dice.uniform(0, WITHIN))
        await onlooker.come()


def _masked(payload: bytes) -> bytes:
    """Return a short text message as a browser sends it; a mask of zeros changes nothing."""
    assert len(payload) < 126
    return bytes((0x81, 0x80 | len(payload), 0, 0, 0, 0)) + payload
