"""The log in SQL, written by one thread, many appends to a commit.

A commit that is safe on disk costs about the same for one event as for fifty, so appends that
arrive while one is being written wait and share the next.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy import Connection, Engine, create_engine, event, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import StaticPool

from consensus import events
from server.log.entries import Conflict, Entry, NewEntry, RoomRow
from server.log.migrate import upgrade
from server.log.tables import events as events_table
from server.log.tables import keys as keys_table
from server.log.tables import rooms as rooms_table

T = TypeVar("T")


class _Append(Struct):
    room: str
    after: int
    entries: Sequence[NewEntry]
    done: asyncio.Future[None]

    def end(self, error: Exception | None) -> None:
        """Tell whoever still waits; one who has gone must not stop the writer."""
        if self.done.done():
            return
        if error is None:
            self.done.set_result(None)
        else:
            self.done.set_exception(error)


class SqlLog:
    """Keeps rooms, their events and their keys in one SQLite file.

    Every method returns after the disk has what it wrote. Use as an async context manager.
    """

    def __init__(self, file: Path) -> None:
        self._engine = _sqlite(file)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="log")
        self._waiting: list[_Append] = []
        self._writer: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "SqlLog":
        await self._run(upgrade)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._writer is not None:
            await self._writer
        await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
        self._thread.shutdown()

    # --- rooms ---

    async def add_room(self, room: RoomRow, first: NewEntry) -> None:
        """Keep a new room with its first event; raises `Conflict` when the code is in use."""
        try:
            await self._run(lambda connection: _add_room(connection, room, first))
        except IntegrityError as error:
            raise Conflict from error

    async def room_by_code(self, code: str) -> RoomRow | None:
        """Return the room that a code opens, if any."""
        query = select(rooms_table).where(rooms_table.c.code == code)
        row = await self._run(lambda connection: connection.execute(query).one_or_none())
        return RoomRow(**row._mapping) if row else None

    # --- events ---

    async def read(self, room: str, after: int = 0) -> list[Entry]:
        """Return a room's events past a position, in order."""
        query = (
            select(events_table)
            .where(events_table.c.room == room, events_table.c.position > after)
            .order_by(events_table.c.position)
        )
        rows = await self._run(lambda connection: connection.execute(query).all())
        return [
            Entry(row.position, row.by, row.command, events.read(row.event, row.version))
            for row in rows
        ]

    async def append(self, room: str, after: int, entries: Sequence[NewEntry]) -> None:
        """Append events behind the position `after`; raises `Conflict` when others came first."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append(_Append(room, after, entries, done))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_all(), name="log writer")
        await done

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                fitted = await self._run(partial(_append, batch))
            except (
                Exception
            ) as error:  # a full disk, say: each caller is told, none is acknowledged
                for append in batch:
                    append.end(error)
                continue
            for append, fits in zip(batch, fitted, strict=True):
                append.end(None if fits else Conflict())
        self._writer = None

    # --- keys ---

    async def add_key(self, room: str, key_hash: bytes, member: str) -> None:
        """Keep the hash of a key that opens a room as a member."""
        row = {"room": room, "hash": key_hash, "member": member}
        await self._run(lambda connection: connection.execute(insert(keys_table), row))

    async def member_by_key(self, room: str, key_hash: bytes) -> str | None:
        """Return the member whose key has this hash, if any."""
        query = select(keys_table.c.member).where(
            keys_table.c.room == room, keys_table.c.hash == key_hash
        )
        return await self._run(lambda connection: connection.scalar(query))

    async def _run(self, work: Callable[[Connection], T]) -> T:
        """Do something in the log's own thread, in one transaction."""

        def transaction() -> T:
            with self._engine.begin() as connection:
                return work(connection)

        return await asyncio.get_running_loop().run_in_executor(self._thread, transaction)


def _sqlite(file: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{file}",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error may reach a log: what people wrote must not
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        # An acknowledged action has to survive a power cut: WAL for speed, FULL for the promise.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def _add_room(connection: Connection, room: RoomRow, first: NewEntry) -> None:
    row = {"id": room.id, "code": room.code, "epoch": room.epoch, "prepared": room.prepared}
    connection.execute(insert(rooms_table), row)
    connection.execute(insert(events_table), [_row(room.id, 1, first)])


def _append(batch: Sequence[_Append], connection: Connection) -> list[bool]:
    """Append what fits its expected position; say of each whether it did."""
    return [_append_one(append, connection) for append in batch]


def _append_one(append: _Append, connection: Connection) -> bool:
    last = connection.scalar(
        select(func.max(events_table.c.position)).where(events_table.c.room == append.room)
    )
    if last != append.after:
        return False
    rows = [_row(append.room, append.after + n, e) for n, e in enumerate(append.entries, 1)]
    connection.execute(insert(events_table), rows)
    return True


def _row(room: str, position: int, entry: NewEntry) -> dict[str, Any]:
    return {
        "room": room,
        "position": position,
        "at": entry.at,
        "by": entry.by,
        "command": entry.command,
        "version": events.VERSION,
        "event": events.write(entry.event),
    }
