"""A client of a room written in Python, for the demo's people and for tests."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from urllib import parse, request

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from consensus.commands import PersonCommand
from server import wire
from server.wire import Ack, Beat, Changes, Do, Hello, Refused, Welcome

R = TypeVar("R", bound=msgspec.Struct)

PATIENCE = 30.0


class Records:
    """What a client knows, and the whole of how it learns: put, drop, and notice a gap."""

    def __init__(self) -> None:
        self.by_key: dict[str, msgspec.Struct] = {}
        self.position = 0

    def apply(self, changes: Changes) -> bool:
        """Take in a frame; return false, with nothing changed, when one before it is missing."""
        if changes.fresh:
            self.by_key.clear()
        elif changes.start != self.position:
            return False
        for patch in (changes.everyone, changes.chairs, changes.mine):
            self.by_key.update(patch.put)
            for key in patch.drop:
                self.by_key.pop(key, None)
        self.position = changes.end
        return True

    def of(self, kind: type[R], prefix: str = "") -> list[R]:
        """Return the records of a type whose keys start with a prefix."""
        return [
            record
            for key, record in self.by_key.items()
            if isinstance(record, kind) and key.startswith(prefix)
        ]

    def one(self, kind: type[R], key: str) -> R:
        """Return a record that has to be there; raises `KeyError` where it is not."""
        record = self.by_key[key]
        if not isinstance(record, kind):
            raise KeyError(key)
        return record


class RoomClient:
    """One connection to a room, with a seat's key or the wall's.

    Where `seat` holds the keys of several seats, `turn` is the member whose turn it is.
    `heard` keeps the raw messages when asked to, for tests that must see every byte.
    """

    def __init__(
        self,
        site: str,
        code: str,
        seat: str = "",
        wall: str = "",
        hears: bool = False,
        turn: str = "",
    ) -> None:
        self.records = Records()
        self.epoch = ""
        self.heard: list[bytes] = []
        self._address = f"{site.replace('http', 'ws', 1)}/r/{code}/live"
        self._address += f"?seat={turn}" if turn else ""
        self._seat = seat
        self._wall = wall
        self._hears = hears
        self._socket: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None
        self._answers: dict[str, asyncio.Future[Ack | Refused]] = {}
        self._changed = asyncio.Condition()
        self._ids = (f"command-{n}-{id(self):x}" for n in itertools.count())

    async def __aenter__(self) -> "RoomClient":
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self) -> None:
        """Say hello with what is known already, and wait for the first frame."""
        headers = {"Cookie": f"seat={self._seat}"} if self._seat else {}
        self._socket = await connect(
            self._address, additional_headers=headers, max_size=None, compression=None
        )
        welcome, known = asyncio.Event(), self.records.position
        self._listening = asyncio.create_task(self._listen(welcome))
        await self._hello()
        await asyncio.wait_for(welcome.wait(), PATIENCE)
        if not known:
            await self.until(lambda records: records.position > 0)

    async def close(self) -> None:
        """Drop the line; what is known stays known."""
        if self._socket is not None:
            await self._socket.close()
        if self._listening is not None:
            await self._listening

    @property
    def close_code(self) -> int | None:
        """Why the line ended, if it has."""
        return self._socket.close_code if self._socket else None

    async def do(
        self, command: PersonCommand, command_id: str = "", again: bool = False
    ) -> Ack | Refused:
        """Send a command, perhaps not for the first time, and return the room's answer."""
        command_id = command_id or next(self._ids)
        answer: asyncio.Future[Ack | Refused] = asyncio.get_running_loop().create_future()
        self._answers[command_id] = answer
        try:
            await self.send(wire.encode(Do(command_id, command, again)))
            return await asyncio.wait_for(answer, PATIENCE)
        finally:
            self._answers.pop(command_id, None)

    async def send(self, message: bytes | str) -> None:
        """Send a message as text."""
        await self.send_raw(message.decode() if isinstance(message, bytes) else message)

    async def send_raw(self, message: bytes | str) -> None:
        """Send text or bytes as they are, well formed or not."""
        if self._socket is None:
            raise ConnectionError("not connected")
        await self._socket.send(message)

    async def until(self, holds: Callable[[Records], bool], patience: float = PATIENCE) -> None:
        """Wait until what is known satisfies a condition; raises `TimeoutError`.

        A condition on a record that is not there yet does not hold yet.
        """

        def holds_now() -> bool:
            try:
                return holds(self.records)
            except KeyError:
                return False

        async with asyncio.timeout(patience), self._changed:
            await self._changed.wait_for(holds_now)

    async def ended(self) -> int | None:
        """Wait until the other side has hung up; return its close code."""
        if self._listening is not None:
            await asyncio.wait_for(asyncio.shield(self._listening), PATIENCE)
        return self.close_code

    async def _hello(self) -> None:
        hello = Hello(wire.PROTOCOL, "python", self.epoch, self.records.position, self._wall)
        await self.send(wire.encode(hello))

    async def _listen(self, welcome: asyncio.Event) -> None:
        if self._socket is None:
            return
        try:
            async for data in self._socket:
                if self._hears:
                    self.heard.append(data.encode() if isinstance(data, str) else data)
                await self._take(wire.read_server_message(data), welcome)
        except ConnectionClosed:
            pass  # `close_code` says why
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(ConnectionError("the line ended"))

    async def _take(self, message: wire.ServerMessage, welcome: asyncio.Event) -> None:
        match message:
            case Welcome(epoch=epoch):
                self.epoch = epoch
                welcome.set()
            case Changes() as changes:
                if not self.records.apply(changes):
                    await self._hello()
            case Ack() | Refused() as answer:
                waiting = self._answers.get(answer.id)
                if waiting is not None and not waiting.done():
                    waiting.set_result(answer)
            case Beat():
                return
        async with self._changed:
            self._changed.notify_all()


# --- the doors, as a browser's forms use them ---------------------------------------------------


class _NoRedirect(request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class Door:
    """A site's forms. Each method returns what a browser would keep: a code, a seat, a link."""

    def __init__(self, site: str) -> None:
        self.site = site
        self._opener = request.build_opener(_NoRedirect)

    async def open_room(self, **fields: str) -> tuple[str, str]:
        """Open a room; return its code and the chair's seat."""
        headers = await self._post("/start", fields)
        return headers["location"].rsplit("/", 1)[-1], _seat(headers)

    async def join(self, code: str, name: str, agency: str, **more: str) -> str:
        """Join a room, or knock at its door; return the seat."""
        fields = {"name": name, "agency": agency, **more}
        return _seat(await self._post(f"/r/{code}/join", fields))

    async def add(self, code: str, seat: str, turn: str = "", **fields: str) -> str:
        """Add somebody to a device that holds a seat; return the keys that it holds then."""
        path = f"/r/{code}/seats" + (f"?seat={turn}" if turn else "")
        return _seat(await self._post(path, fields, seat))

    async def wall_key(self, code: str, seat: str) -> str:
        """Return the key of a room's wall, as its chair is shown it."""
        answer = await self._post(f"/r/{code}/wall-link", {}, seat)
        link: str = msgspec.json.decode(answer["body"])["link"]
        return link.rsplit("#", 1)[-1]

    async def table(self, code: str, seat: str) -> tuple[str, str]:
        """Go from a hall to one's table; return its room's code, and the seat there.

        Raises `LookupError` where somebody has none yet.
        """
        headers = await self._ask(f"/r/{code}/my-table", None, seat)
        if "set-cookie" not in headers:
            raise LookupError("no table yet")
        return headers["location"].split("?")[0].rsplit("/", 1)[-1], _seat(headers)

    async def open_mirror(self, code: str, seat: str) -> None:
        """Open the mirror over all tables of a hall, for its trainer."""
        await self._post(f"/r/{code}/mirror", {}, seat)

    async def data_of_all_tables(self, code: str, seat: str) -> bytes:
        """Return the file that a hall's trainer takes away."""
        answer = await self._ask(f"/r/{code}/tables.json", None, seat)
        return answer["body"].encode()

    def _post(self, path: str, fields: dict[str, str], seat: str = "") -> Awaitable[dict[str, str]]:
        return self._ask(path, parse.urlencode(fields).encode(), seat)

    def _ask(self, path: str, form: bytes | None, seat: str) -> Awaitable[dict[str, str]]:
        return asyncio.to_thread(self._ask_now, path, form, seat)

    def _ask_now(self, path: str, form: bytes | None, seat: str) -> dict[str, str]:
        asked = request.Request(self.site + path, form)
        if seat:
            asked.add_header("Cookie", f"seat={seat}")
        try:
            with self._opener.open(asked, timeout=PATIENCE) as answer:
                return {"body": answer.read().decode()}
        except request.HTTPError as answer:
            with answer:
                if answer.code != 303:
                    raise
                return {name.lower(): value for name, value in answer.headers.items()}


def _seat(headers: dict[str, str]) -> str:
    return headers["set-cookie"].split(";")[0].split("=", 1)[1]
