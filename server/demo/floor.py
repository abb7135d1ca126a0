"""A client of a hall's floor written in Python, for the demo and for tests."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server import wire
from server.demo.client import PATIENCE
from server.hall.wire import FloorChanges, FloorRecord
from server.wire import Do, Hello, Refused, ServerMessage

R = TypeVar("R", bound=msgspec.Struct)

_messages: msgspec.json.Decoder[ServerMessage | FloorChanges] = msgspec.json.Decoder(
    ServerMessage | FloorChanges
)


class FloorClient:
    """One line to a hall's floor, with a seat's key or the wall's.

    `records` are what it knows, `frames` how it was told, and `refused` what was not done.
    """

    def __init__(self, site: str, code: str, seat: str = "", wall: str = "") -> None:
        self.records: dict[str, FloorRecord] = {}
        self.frames: list[FloorChanges] = []
        self.refused: list[str] = []
        self.busy = True
        self._address = f"{site.replace('http', 'ws', 1)}/r/{code}/floor"
        self._seat = seat
        self._wall = wall
        self._socket: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> "FloorClient":
        headers = {"Cookie": f"seat={self._seat}"} if self._seat else {}
        self._socket = await connect(
            self._address, additional_headers=headers, max_size=None, compression=None
        )
        self._listening = asyncio.create_task(self._listen(self._socket))
        hello = Hello(wire.PROTOCOL, "python", wall=self._wall)
        await self._socket.send(wire.encode(hello).decode())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket is not None:
            await self._socket.close()
        await self.ended()

    async def ended(self) -> int | None:
        """Wait until the line has ended; return its close code."""
        if self._listening is not None:
            await asyncio.wait_for(asyncio.shield(self._listening), PATIENCE)
        return self._socket.close_code if self._socket is not None else None

    def of(self, kind: type[R]) -> list[R]:
        """Return the records of a type."""
        return [record for record in self.records.values() if isinstance(record, kind)]

    async def until(
        self, holds: Callable[[Mapping[str, FloorRecord]], bool], patience: float = PATIENCE
    ) -> None:
        """Wait until something was told, and what is known satisfies a condition."""
        async with asyncio.timeout(patience), self._changed:
            await self._changed.wait_for(lambda: bool(self.frames) and holds(self.records))

    async def settled(self, holds: Callable[[Mapping[str, FloorRecord]], bool]) -> None:
        """Wait until a condition holds and every figure is worked out."""
        await self.until(lambda records: not self.busy and holds(records))

    async def _listen(self, socket: ClientConnection) -> None:
        try:
            async for data in socket:
                message = _messages.decode(data)
                if isinstance(message, FloorChanges):
                    await self._take(message)
                elif isinstance(message, Refused):
                    await self._note(message)
        except ConnectionClosed:
            pass  # its close code says why

    async def send(self, message: Do) -> None:
        """Ask for something, which this line never does."""
        if self._socket is not None:
            await self._socket.send(wire.encode(message).decode())

    async def _note(self, refused: Refused) -> None:
        self.refused.append(refused.code)
        async with self._changed:
            self._changed.notify_all()

    async def _take(self, changes: FloorChanges) -> None:
        if changes.fresh:
            self.records.clear()
        self.records.update(changes.put)
        for key in changes.drop:
            self.records.pop(key, None)
        self.busy = changes.busy
        self.frames.append(changes)
        async with self._changed:
            self._changed.notify_all()
