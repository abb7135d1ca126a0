"""The log in SQL: what is asked of it, and how the answers are found."""

import asyncio
import secrets
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from consensus import events
from server.log import forgetting, records, rewriting, sheets, slips, tables
from server.log.appends import COLUMNS, Append, rows
from server.log.engines import READERS, attempt, open_engines
from server.log.entries import Conflict, Entry, NewEntry, RoomRow, Snapshot
from server.log.migrate import upgrade
from server.log.scrubbing import Scrubbing
from server.log.writer import Writer

T = TypeVar("T")

# Databases bound how many values one statement may have.
MOST_ASKED_ABOUT = 10_000


class SqlLog:
    """Keeps rooms, their events and their keys in a SQLite file, or in a PostgreSQL database.

    `where` is the file, or the database's URL. Every method returns after the disk has what it
    wrote, and raises `Unavailable` when the database cannot be used; the next call tries anew. What
    is read after a write returned holds what was written. Use as an async context manager.
    """

    def __init__(self, where: Path | str) -> None:
        self._where = where
        self._engines = open_engines(where)
        self._writer = Writer(self._engines)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="log reader")
        self._scrubbing: Scrubbing | None = None

    async def __aenter__(self) -> "SqlLog":
        """Bring the database up to date; raises `NewerDatabase` where that cannot be."""
        await asyncio.to_thread(partial(attempt, self._upgrade))
        if self._engines.file is not None:
            self._scrubbing = Scrubbing(self._engines.file, self._writer)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._scrubbing is not None:
            await self._scrubbing.end()
        await self._writer.close()
        await asyncio.to_thread(self._readers.shutdown)
        self._engines.dispose()
        if self._scrubbing is not None:
            self._scrubbing.close()

    def _upgrade(self) -> None:
        engines = open_engines(self._where, hurried=False)
        try:
            with engines.writing.begin() as connection:
                upgrade(connection)
        finally:
            engines.dispose()

    # --- rooms ---

    async def add_room(self, room: RoomRow, first: NewEntry) -> None:
        """Keep a new room with its first event; raises `Conflict` when the code is in use."""
        try:
            await self._writer.do(lambda connection: _add_room(connection, room, first))
        except IntegrityError:
            raise Conflict from None

    async def room_by_code(self, code: str) -> RoomRow | None:
        """Return the room that a code opens, if any."""
        query = select(tables.rooms).where(tables.rooms.c.code == code)
        row = await self._read(lambda connection: connection.execute(query).one_or_none())
        return RoomRow(**row._mapping) if row else None

    async def room(self, room: str) -> RoomRow | None:
        """Return the room with an id, if any."""
        return await self._read(lambda connection: forgetting.by_id(connection, room))

    async def standings(self, rooms: Sequence[str]) -> dict[str, forgetting.Standing]:
        """Return the last position and the epoch of each of these rooms that exists."""
        found: dict[str, forgetting.Standing] = {}
        for start in range(0, len(rooms), MOST_ASKED_ABOUT):
            asked = rooms[start : start + MOST_ASKED_ABOUT]
            found |= await self._read(partial(forgetting.standings, rooms=asked))
        return found

    # --- forgetting ---

    async def due(self, now: int, most: int) -> list[RoomRow]:
        """Return rooms whose day to be forgotten (ms) has come, or of which it is not known yet."""
        return await self._read(lambda connection: forgetting.due(connection, now, most))

    async def put_off(self, room: str, at: int | None) -> None:
        """Keep when (ms) a room is to be forgotten; nothing where that is to be found out."""
        await self._writer.do(lambda connection: forgetting.put_off(connection, room, at))

    async def extent(self, room: str) -> forgetting.Extent:
        """Return how much a room holds."""
        return await self._read(lambda connection: forgetting.extent(connection, room))

    async def every_room(self) -> list[forgetting.Listed]:
        """Return all rooms, without anything that people wrote."""
        return await self._read(forgetting.every)

    async def erase(
        self,
        room: str,
        position: int,
        receipt: Callable[[forgetting.Extent], forgetting.ReceiptRow],
    ) -> forgetting.ReceiptRow | None:
        """Delete all rows of a room, and keep a receipt of how much that was.

        Returns nothing where the room is gone already. Raises `Conflict` where something has
        happened in it since `position`.
        """
        made = await self._writer.do(
            lambda connection: forgetting.erase(connection, room, position, receipt)
        )
        self.scrub_soon()
        return made

    async def erase_person(self, room: str, erasing: forgetting.Erasing) -> None:
        """Take a person out of a room: its log, its keys and its sealed editions say less.

        Raises `Conflict` where something has happened since what is to be was worked out.
        """
        await self._writer.do(lambda connection: forgetting.erase_person(connection, room, erasing))
        self.scrub_soon()

    async def receipts(self) -> list[forgetting.ReceiptRow]:
        """Return the receipts of everything that was erased, the oldest first."""
        return await self._read(forgetting.receipts)

    # --- events ---

    async def read(self, room: str, after: int = 0) -> list[Entry]:
        """Return a room's events past a position, in order."""
        return await self._read(lambda connection: _entries(connection, room, after))

    async def append(self, room: str, after: int, entries: Sequence[NewEntry]) -> None:
        """Append one event or more behind the position `after`, all of them or none.

        Raises `Conflict` when others came first or there is no such room. After `Unavailable`,
        nobody knows whether the events were kept: read on before you decide again.
        """
        await self._writer.append(Append(room, after, rows(room, after, entries)))

    async def append_with_slips(
        self,
        room: str,
        after: int,
        entries: Sequence[NewEntry],
        exchanges: Sequence[slips.Exchange],
        forget_at: int | None = None,
        blanks: Mapping[int, events.Event] | None = None,
    ) -> None:
        """Append events, or none, and exchange unattributed answers in the same transaction.

        `forget_at` is when (ms) the room is to be forgotten from now on, where that has changed.
        With `blanks`, the room is closed: those events say less from now on, at their positions,
        and no unopened answer is left.
        Raises `Conflict` also where the answers are no longer what they were taken to be.
        """
        append = Append(room, after, rows(room, after, entries) if entries else ())

        def transaction(connection: Connection) -> None:
            slips.append(connection, append, exchanges)
            if forget_at is not None:
                forgetting.put_off(connection, room, forget_at)
            if blanks is not None:
                rewriting.blank(connection, room, blanks)

        await self._writer.do(transaction)
        if blanks is not None:
            self.scrub_soon()

    async def rewrite(
        self, room: str, anew: Mapping[int, events.Event], last: int, epoch: str | None = None
    ) -> None:
        """Write events anew in their places, in a room whose last position is still `last`.

        Drops the room's snapshot, and has the old bytes scrubbed. With another epoch, browsers and
        nodes take all of the room anew. Raises `Conflict` where more has happened.
        """
        await self._writer.do(
            lambda connection: rewriting.rewrite(connection, room, anew, last, epoch)
        )
        self.scrub_soon()

    def scrub_soon(self) -> None:
        """Make the bytes go of what was deleted or written over, as soon as no reader needs them.

        Of a SQLite file alone: on PostgreSQL its host does that, with `commonground scrub`.
        """
        if self._scrubbing is not None:
            self._scrubbing.soon()

    async def scrubbed(self) -> None:
        """Return when the bytes have gone of what was let go of before now."""
        if self._scrubbing is not None:
            await self._scrubbing.done()

    async def slips(self, room: str, step: str) -> dict[str, bytes]:
        """Return the unopened unattributed answers of a step, by their tokens."""
        return await self._read(lambda connection: slips.read(connection, room, step))

    async def heads(self, rooms: Sequence[str]) -> dict[str, int]:
        """Return the last position of each of these rooms that exists."""
        return {room: found.position for room, found in (await self.standings(rooms)).items()}

    async def answer(self, room: str, by: str, command: str) -> Entry | None:
        """Return the last entry that a member's command led to, if it led to any."""
        return await self._read(lambda connection: _answer(connection, room, by, command))

    # --- snapshots ---

    async def snapshot(self, room: str) -> Snapshot | None:
        """Return what was kept of a room last, if anything."""
        kept = tables.snapshots.c
        query = select(kept.position, kept.made_by, kept.state).where(kept.room == room)
        row = await self._read(lambda connection: connection.execute(query).one_or_none())
        return Snapshot(*row) if row else None

    async def keep_snapshot(self, room: str, epoch: str, snapshot: Snapshot) -> None:
        """Keep what a room's events of an epoch come to, unless something newer is kept.

        What a room came to before it was closed, or in another epoch, and which took its time to be
        written down, is not kept: it may hold what is gone by now.
        """
        await self._writer.do(lambda connection: _keep_snapshot(connection, room, epoch, snapshot))

    # --- keys ---

    async def add_key(self, room: str, key_hash: bytes, member: str) -> None:
        """Keep the hash of a key that opens a room as a member."""
        row = {"room": room, "hash": key_hash, "member": member}
        await self._writer.do(
            lambda connection: connection.execute(
                _insert(connection, tables.keys).on_conflict_do_nothing(), row
            )
        )

    async def member_by_key(self, room: str, key_hash: bytes) -> str | None:
        """Return the member whose key has this hash, if any."""
        keys = tables.keys.c
        query = select(keys.member).where(keys.room == room, keys.hash == key_hash)
        return await self._read(lambda connection: connection.scalar(query))

    async def secret(self, name: str = "site") -> bytes:
        """Return 32 bytes that all nodes on this database share, drawn when first asked for.

        Those called "site" are behind the walls' links, those called "seal" behind signatures.
        """
        return await self._writer.do(lambda connection: _secret(connection, name))

    # --- sealed records ---

    async def keep_record(self, room: str, new: records.NewEdition) -> bytes:
        """Keep a sealed edition; return what is kept of it, which may be another server's.

        Raises `Conflict` where something has happened in the room since it was made.
        """
        return await self._writer.do(lambda connection: records.keep(connection, room, new))

    async def record(self, room: str, edition: int) -> bytes | None:
        """Return a sealed edition, if it is there."""
        return await self._read(lambda connection: records.read(connection, room, edition))

    # --- the library ---

    async def put_sheet(self, row: sheets.SheetRow) -> None:
        """Keep a sheet in the library, in the place of an earlier copy of the same one."""
        await self._writer.do(lambda connection: sheets.put(connection, row))
        self.scrub_soon()

    async def sheet_at(self, place: bytes) -> sheets.SheetRow | None:
        """Return the copy in the library of a sheet of a room, if there is one."""
        return await self._read(lambda connection: sheets.at(connection, place))

    async def sheet(self, sheet: str, now: int) -> sheets.SheetRow | None:
        """Return a sheet of the library whose day (ms) has not come, if it is there."""
        return await self._read(lambda connection: sheets.by_id(connection, sheet, now))

    async def search_sheets(
        self, wanted: Sequence[str], now: int, start: int, most: int
    ) -> sheets.Found:
        """Return a page of the sheets in which all of some folded words stand."""
        return await self._read(
            lambda connection: sheets.search(connection, wanted, now, start, most)
        )

    async def due_sheets(self, now: int) -> list[sheets.SheetRow]:
        """Return the sheets whose day (ms) has come."""
        return await self._read(lambda connection: sheets.due(connection, now))

    async def erase_sheet(self, sheet: str, receipt: forgetting.ReceiptRow) -> bool:
        """Delete a sheet and keep a receipt instead; say whether it was there."""
        gone = await self._writer.do(lambda connection: sheets.erase(connection, sheet, receipt))
        self.scrub_soon()
        return gone

    # --- is it there ---

    async def ping(self) -> None:
        """Return when the database has answered."""
        query = select(tables.rooms.c.id).limit(1)
        await self._read(lambda connection: connection.scalar(query))

    async def _read(self, work: Callable[[Connection], T]) -> T:
        """Do something that only reads, in a thread of its own."""

        def transaction() -> T:
            with self._engines.reading.begin() as connection:
                return work(connection)

        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, partial(attempt, transaction))


def _insert(connection: Connection, table: Table) -> Any:
    """Return an insert that can say what to do about a row that is there already."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)


def _add_room(connection: Connection, room: RoomRow, first: NewEntry) -> None:
    connection.execute(insert(tables.rooms), msgspec.structs.asdict(room))
    (event,) = rows(room.id, 0, [first])
    connection.execute(insert(tables.events), dict(zip(COLUMNS, event, strict=True)))


def _entries(connection: Connection, room: str, after: int) -> list[Entry]:
    found = tables.events.c
    query = (
        select(found.position, found.by, found.command, found.event, found.version)
        .where(found.room == room, found.position > after)
        .order_by(found.position)
    )
    return [
        Entry(position, by, command, events.read(event, version))
        for position, by, command, event, version in connection.execute(query)
    ]


def _answer(connection: Connection, room: str, by: str, command: str) -> Entry | None:
    found = tables.events.c
    query = select(found.position, found.event, found.version).where(
        found.room == room, found.command == command, found.by == by
    )
    # Not the last one in SQL: for that, PostgreSQL may walk through all events of the room.
    rows = connection.execute(query).all()
    if not rows:
        return None
    position, event, version = max(rows, key=lambda row: row.position)
    return Entry(position, by, command, events.read(event, version))


def _keep_snapshot(connection: Connection, room: str, epoch: str, snapshot: Snapshot) -> None:
    if rewriting.take_turns(connection, room) != epoch:
        return
    if connection.scalar(rewriting.closed_after(room, snapshot.position)):
        return
    new = {"position": snapshot.position, "made_by": snapshot.made_by, "state": snapshot.state}
    kept = _insert(connection, tables.snapshots).values(room=room, **new)
    connection.execute(
        kept.on_conflict_do_update(
            index_elements=["room"],
            set_=new,
            where=tables.snapshots.c.position <= snapshot.position,
        )
    )


def _secret(connection: Connection, name: str) -> bytes:
    row = {"name": name, "value": secrets.token_bytes(32)}
    connection.execute(_insert(connection, tables.secrets).on_conflict_do_nothing(), row)
    query = select(tables.secrets.c.value).where(tables.secrets.c.name == row["name"])
    found: bytes = connection.execute(query).scalar_one()
    return found
