"""The quick way to many browsers: one finished frame, handed to every connection as the same bytes.

The protocol class goes into `uvicorn.Config(ws=FastProtocol)`. It offers each connection's `Direct`
to the application as the ASGI extension "commonground.frames"; where the server does not offer
it, the application sends through ASGI, at twice the cost.

What a delivery costs is the system call. So frames go to the transport, which makes that call at
once, and not to the file descriptor behind it: that was measured to save nothing, and a descriptor
that is remembered may be a stranger's connection by the time it is written to.
"""

import asyncio
import sys
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, TypeVar, cast

from uvicorn._types import ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Request

EXTENSION: Final = "commonground.frames"

# Reading a message costs a third of what it costs with asyncio, writing a frame the same.
LOOP: Literal["auto", "uvloop"] = "auto" if sys.platform == "win32" else "uvloop"

_FINAL_TEXT = 0x81

Who = TypeVar("Who")


def frame(payload: bytes) -> bytes:
    """Return a whole text message as a server sends it, around text encoded as UTF-8."""
    size = len(payload)
    if size < 126:
        return bytes((_FINAL_TEXT, size)) + payload
    if size < 1 << 16:
        return bytes((_FINAL_TEXT, 126)) + size.to_bytes(2) + payload
    return bytes((_FINAL_TEXT, 127)) + size.to_bytes(8) + payload


class Direct:
    """One connection, for frames that were finished elsewhere. Use it on its event loop's thread.

    `on_ready` is called each time that a slow connection has taken all it was sent before; never
    once it is `closed`. `on_end` is called once, when it closes: nothing more can be sent then.
    `slow_since` is the loop time, in seconds, since when something has been waiting to be taken;
    None while nothing is.
    """

    __slots__ = (
        "_is_shut",
        "_put",
        "_transport",
        "closed",
        "on_end",
        "on_ready",
        "slow_since",
    )

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._put = transport.write
        self._is_shut = True
        self.closed = False
        self.on_end: Callable[[], None] | None = None
        self.on_ready: Callable[[], None] | None = None
        self.slow_since: float | None = None

    @property
    def slow(self) -> bool:
        """Whether the other side has yet to take something that it was sent."""
        return self.slow_since is not None

    def write(self, frame: bytes) -> bool:
        """Send a finished frame now; False, with nothing sent, where that cannot be.

        It cannot be before the handshake is done, while the other side has not taken what it was
        sent before, and after the end has begun. True does not mean that it arrives: a connection
        may break in the same moment.
        """
        if self._is_shut:
            return False
        self._put(frame)
        return True

    def abort(self) -> None:
        """End the connection without a word, and drop what it has not taken.

        Nothing else ends one whose other side takes nothing: a close frame would have to wait for
        its turn.
        """
        self._transport.abort()

    def _open(self) -> None:
        self._is_shut = False

    def _slow_down(self, now: float) -> None:
        self._is_shut = True
        self.slow_since = now

    def _recover(self) -> None:
        self._is_shut = False
        self.slow_since = None
        if self.on_ready is not None:
            self.on_ready()

    def _end(self) -> None:
        if not self.closed:
            self._is_shut = self.closed = True
            if self.on_end is not None:
                self.on_end()


def direct_of(scope: Mapping[str, Any]) -> Direct | None:
    """Return the handle that an ASGI scope offers; nothing where the server is another."""
    found: Direct | None = (scope.get("extensions") or {}).get(EXTENSION)
    return found


def fan_out(handles: Mapping[Who, Direct], frame: bytes) -> list[Who]:
    """Send one finished frame to many connections now; return those who could not take it.

    They are those whose `write` would have returned False. Its loop does nothing else, since each
    step in it is taken for everybody in a hall.
    """
    refused = []
    for who, handle in handles.items():
        if handle._is_shut:
            refused.append(who)
        else:
            handle._put(frame)
    return refused


class FastProtocol(WebSocketsSansIOProtocol):
    """uvicorn's own WebSocket protocol, with a `Direct` for the application beside it.

    Everything goes through one transport, in the order in which it was given, so that frames sent
    directly, through ASGI, as pings and as the close never cut into each other. A transport whose
    end has begun drops what it is given, on both loops and with TLS; so a `Direct` need only be
    told of the ends that leave the transport open, and of those that come while it is slow.
    """

    direct: Direct

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Make the handle; it stays shut until the handshake is done."""
        super().connection_made(transport)
        self.direct = Direct(self.transport)

    def handle_connect(self, event: Request) -> None:
        """Offer the handle to the application, whose task has not yet begun."""
        super().handle_connect(event)
        if self.response.status_code == 101:
            cast("dict[str, object]", self.scope["extensions"])[EXTENSION] = self.direct

    def start_keepalive(self) -> None:
        """Open the handle: this is called when the handshake's answer has been written."""
        super().start_keepalive()
        del self.request, self.response  # 1.5 kB for each connection, and read by nobody any more
        self.direct._open()
        self._notice_all_that_waits()

    def _notice_all_that_waits(self) -> None:
        # With TLS a limit of nothing would mean for asyncio that something waits at all times; a
        # connection counts as slow there when as much waits as uvicorn lets any connection have.
        if self.scheme == "ws":
            self.transport.set_write_buffer_limits(high=0)
            # What was sent as HTTP before may wait, and only the protocol of that time been told.
            if self.transport.get_write_buffer_size() and not self.direct.slow:
                self.pause_writing()

    def pause_writing(self) -> None:
        """Something waits to be taken."""
        super().pause_writing()
        self.direct._slow_down(self.loop.time())

    def resume_writing(self) -> None:
        """Everything has been taken: open the handle again, unless the end has begun."""
        super().resume_writing()
        if self.handshake_complete and not self.direct.closed and not self.transport.is_closing():
            self.direct._recover()

    def handle_ping(self) -> None:
        """Answer, unless what was sent before waits to be taken: pongs must not pile up."""
        if self.direct.slow:
            self.conn.data_to_send()  # taken out, and dropped
        else:
            super().handle_ping()

    async def send(self, message: ASGISendEvent) -> None:
        """Send what the application says, and nothing directly once that was a close."""
        await super().send(message)
        if self.close_sent:
            self.direct._end()

    def handle_close(self, event: Frame) -> None:
        """Shut the handle for good: what waits may keep a transport that closes open for long."""
        super().handle_close(event)
        self.direct._end()

    def connection_lost(self, exc: Exception | None) -> None:
        """Shut the handle for good."""
        self.direct._end()
        super().connection_lost(exc)
