"""One open connection to a Redis server, on which a node both speaks and listens.

redis-py opens it (addresses, TLS, passwords, protocol). From then on replies go from the transport
straight into the hiredis reader: a stream and a task in between would cost more than all the rest.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Protocol, cast

import hiredis
from redis.asyncio.connection import AbstractConnection

# A command, and in its second place the channel that it is about.
Command = tuple[bytes, ...]
PING: Command = (b"PING", b"")

_NOTHING = object()
_pack = cast(Callable[[Command], bytes], hiredis.pack_command)

# Seconds for a closed transport to let go of its socket.
_FAREWELL = 1.0


class Owner(Protocol):
    """Who reads along. Nothing here may wait or raise."""

    def heard(self, channel: bytes, parcel: bytes) -> None:
        """Take in what was published."""

    def confirmed(self, channel: bytes) -> None:
        """Know that the server has begun to follow a channel for us."""

    def dropped(self, channel: bytes) -> None:
        """Know that the server has stopped to, without being asked."""

    def refused(self, command: Command, code: str) -> None:
        """Know that a command was refused, and why in Redis' one word."""

    def read(self) -> None:
        """Know that everything that had arrived has been read, and the wire lasts."""


class Wire(asyncio.Protocol):
    """While it lasts: what was sent and not yet answered, and what the server follows for us."""

    def __init__(self, connection: AbstractConnection, owner: Owner) -> None:
        self.under_way: deque[Command] = deque()
        self.following: set[bytes] = set()
        # Counted up by who watches; whatever arrives sets it back.
        self.silent = 0
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._owner = owner
        self._connection = connection
        self._reader = hiredis.Reader(notEnoughData=_NOTHING)
        writer = cast(asyncio.StreamWriter, connection._writer)
        self._transport = cast(asyncio.Transport, writer.transport)
        if self._transport.is_closing():
            self.closed.set_result(None)
        else:
            self._transport.set_protocol(self)

    def send(self, commands: Sequence[Command]) -> None:
        """Send commands in one go; their answers come in the same order."""
        self.under_way.extend(commands)
        if not self._transport.is_closing():
            self._transport.write(b"".join(map(_pack, commands)))

    def data_received(self, data: bytes) -> None:
        """Read what has arrived."""
        self.silent = 0
        self._reader.feed(data)
        try:
            while (reply := self._reader.gets()) is not _NOTHING:
                if type(reply) is hiredis.PushNotification:
                    self._pushed(*reply)
                else:
                    self._answered(reply)
        except hiredis.ProtocolError:
            self.break_off()
        if not self._transport.is_closing():
            self._owner.read()

    def _pushed(self, kind: bytes, channel: bytes, content: Any) -> None:
        if kind.endswith(b"message"):
            self._owner.heard(channel, content)
        elif kind.endswith(b"unsubscribe"):
            self._unfollowed(channel)
        elif kind.endswith(b"subscribe"):
            self.under_way.popleft()
            self.following.add(channel)
            self._owner.confirmed(channel)

    def _unfollowed(self, channel: bytes) -> None:
        """A cluster also drops the channels of a slot that moves away, unasked."""
        self.following.discard(channel)
        asked = self.under_way[0] if self.under_way else PING
        if asked[1] == channel and asked[0].endswith(b"UNSUBSCRIBE"):
            self.under_way.popleft()
        else:
            self._owner.dropped(channel)

    def _answered(self, reply: Any) -> None:
        command = self.under_way.popleft()
        if isinstance(reply, hiredis.ReplyError):
            self._owner.refused(command, str(reply).partition(" ")[0])

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits for that."""
        if not self.closed.done():
            self.closed.set_result(None)

    def break_off(self) -> None:
        """End it without waiting for anything under way."""
        self._transport.abort()

    async def close(self) -> None:
        """End it, and give the socket back."""
        self.break_off()
        with suppress(OSError):
            await self._connection.disconnect(nowait=True)
        await asyncio.wait([self.closed], timeout=_FAREWELL)
