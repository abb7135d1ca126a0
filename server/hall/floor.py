"""A hall's floor at this node: what all its tables are like, kept level while somebody looks on.

Level, not edge: after anything that happens in the hall or at a table, all of them are looked at
together. Cards, and what tables found, are made at once; what compares tables takes up to a second,
so it is worked out in a thread, one run at a time, and always from the newest state.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from functools import partial
from operator import is_

from msgspec import Struct

from consensus.hall import floor as f
from consensus.hall.floor import Floor
from consensus.hall.seating import TableId
from consensus.hall.shown import is_shown
from consensus.parts import Part, one
from consensus.people import MemberId
from consensus.state import Meeting
from server.connections import Connection
from server.fast import frame as framed
from server.hall.wire import FloorRecord, RawFloorChanges
from server.room import LiveRoom, wall_clock
from server.rooms import Rooms, Unreadable
from server.sync import View
from server.wire import CloseCode, encode

logger = logging.getLogger(__name__)

# In seconds. What happens at several tables within this time is told together.
TOGETHER = 0.1

# In seconds. Cards say how late a table is, which nothing has to happen for.
LOOK_AGAIN = 10.0

# In seconds: how long to rest at most after tables were compared.
LONGEST_REST = 0.5

# In seconds: how long to wait where rooms cannot be read, as while a disk is full.
TRY_AGAIN_AFTER = 1.0


class Floors:
    """The floors of the halls at which somebody looks through this process."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._live: dict[str, LiveFloor] = {}

    async def __aenter__(self) -> "Floors":
        self._rooms.on_change(self.watch)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._rooms.unwatch(self.watch)
        for floor in list(self._live.values()):
            await floor.end()
        self._live.clear()

    @property
    def count(self) -> int:
        """How many floors are in memory."""
        return len(self._live)

    def watch(self, room: LiveRoom) -> None:
        """Look again soon at the floor that a room is part of, if anybody does."""
        table = room.meeting.table
        floor = self._live.get(room.row.code if table is None else table.of.hall)
        if floor is not None:
            floor.look_soon()

    def enter(self, hall: LiveRoom, connection: Connection) -> "LiveFloor":
        """Let a line look on at a hall, to `begin` when it is greeted.

        A floor of a hall that was written anew goes with its last line, and is another one.
        """
        code = hall.row.code
        floor = self._live.get(code)
        if floor is None or floor.hall is not hall:
            floor = self._live[code] = LiveFloor(hall, self._rooms)
        floor.enter(connection)
        return floor

    def leave(self, floor: "LiveFloor", connection: Connection) -> None:
        """Let a line go, and everything with it when it was the last one."""
        if not floor.leave(connection):
            return
        floor.stop()
        if self._live.get(floor.hall.row.code) is floor:
            del self._live[floor.hall.row.code]


class LiveFloor:
    """One hall's floor, and the lines that it is shown on.

    It holds the rooms of the hall and its tables in memory as long as it lives, so that what other
    nodes do there is heard here. A position is the number of a look, and means nothing to anybody
    else: whoever comes is told everything.
    """

    def __init__(self, hall: LiveRoom, rooms: Rooms) -> None:
        self.hall = hall
        self._rooms = rooms
        self._held: dict[str, LiveRoom] = {}
        # What each was told of whether figures are under way; nothing while it is not greeted.
        self._lines: dict[Connection, bool | None] = {}
        self._position = 0
        self._everything, self._shown = View({}, 0), View({}, 0)
        self._cards: Mapping[str, FloorRecord] = {}
        self._figures: Mapping[str, FloorRecord] = {}
        self._frames: dict[tuple[bool, int], bytes] = {}
        self._wanted, self._worked = _Made(), _Made()
        self._floor: Floor | None = None
        self._changed = asyncio.Event()
        self._changed.set()
        self._hold({hall.row.code: hall})
        self._looking = asyncio.create_task(self._keep_looking(), name=f"floor {hall.row.id}")
        self._working: asyncio.Task[None] | None = None

    # --- who looks on ---

    def enter(self, connection: Connection) -> None:
        """Let a line in that is not greeted yet."""
        self._lines[connection] = None

    def count(self, member: MemberId | None) -> int:
        """Return how many lines a member has here, or how many walls there are."""
        return sum(line.member == member for line in self._lines)

    def begin(self, connection: Connection) -> None:
        """Tell a line everything there is, for the first time or anew."""
        self._lines[connection] = False
        connection.position = -1
        self.catch_up(connection)

    def leave(self, connection: Connection) -> bool:
        """Let a line go; say whether nobody looks on any more."""
        self._lines.pop(connection, None)
        return not self._lines

    def stop(self) -> None:
        """Let go of the rooms, and of everything that is under way."""
        self._hold({})
        self._looking.cancel()
        if self._working is not None:
            self._working.cancel()

    async def end(self) -> None:
        """Stop, and wait until that is done."""
        self.stop()
        tasks = [self._looking] if self._working is None else [self._looking, self._working]
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- the rooms it is made of ---

    def lines(self, room: LiveRoom) -> Iterable[Connection]:
        """Return the lines, for the hall's room; a table's room has none here."""
        return tuple(self._lines) if room is self.hall else ()

    def gone(self, room: LiveRoom, code: CloseCode) -> None:
        """End all lines where the hall is gone; look again where it is a table."""
        if room is not self.hall:
            self.look_soon()
            return
        for line in self._lines:
            line.hang_up(code)

    def look_soon(self) -> None:
        """Look at the hall and its tables again, as soon as that is due."""
        self._changed.set()

    async def _keep_looking(self) -> None:
        while True:
            try:
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._changed.wait()
            except TimeoutError:
                pass
            self._changed.clear()
            try:
                await self._look()
                await asyncio.sleep(TOGETHER)
            except Exception:
                # Whatever went wrong, what was told stays, and it is looked at again.
                logger.exception("the floor of a hall could not be looked at")
                await asyncio.sleep(TRY_AGAIN_AFTER)
                self._changed.set()

    async def _look(self) -> None:
        floor = await self._read()
        if floor is None:
            return
        self._floor = floor
        self._hang_up_on_gone(floor.hall)
        self._cards = await _cards(floor)
        self._figures = {**self._figures, **f.at_once(floor)}
        wanted = _made_from(floor)
        if not wanted.is_same(self._wanted):
            self._wanted = wanted
            if self._working is None or self._working.done():
                self._working = asyncio.create_task(self._work_out())
        self._tell()

    async def _read(self) -> Floor | None:
        """Return the hall with all its tables that can be read; nothing where it is none."""
        hall = self.hall.meeting
        if hall.hall is None or self.hall.outdated:
            return None
        found: dict[str, LiveRoom] = {self.hall.row.code: self.hall}
        tables: dict[TableId, Meeting] = {}
        for table_id, table in hall.hall.tables.items():
            try:
                room = await self._rooms.by_code(table.code)
            except Unreadable:  # one table must not keep the others from being seen
                continue
            except Exception as error:
                logger.warning("table %s cannot be read (%s)", table_id, type(error).__name__)
                continue
            if room is not None and room.row.id == table_id:
                found[table.code] = room
                tables[table_id] = room.meeting
        if not self._lines:
            return None
        self._hold(found)
        # As it is after all have been read, which may have taken a moment.
        return Floor(self.hall.meeting, tables)

    def _hold(self, rooms: dict[str, LiveRoom]) -> None:
        for room in self._held.values():
            room.lookers.discard(self)
        for room in rooms.values():
            room.lookers.add(self)
        self._held = rooms

    def _hang_up_on_gone(self, hall: Meeting) -> None:
        for line in self._lines:
            if line.member is not None and line.member not in hall.members:
                line.hang_up(CloseCode.REMOVED)

    # --- what compares tables ---

    @property
    def _busy(self) -> bool:
        return not self._wanted.is_same(self._worked)

    async def _work_out(self) -> None:
        loop = asyncio.get_running_loop()
        while self._busy and self._floor is not None:
            wanted, floor, began = self._wanted, self._floor, loop.time()
            try:
                found = await asyncio.to_thread(f.wall, floor)
                self._figures = {**found, **f.at_once(self._floor)}
            except Exception:
                logger.exception("the tables of a hall could not be compared")
            self._worked = wanted
            self._tell()
            # Half of the time is for everything else.
            await asyncio.sleep(min(loop.time() - began, LONGEST_REST))

    # --- telling ---

    def _tell(self) -> None:
        floor = self._floor
        if floor is None or floor.hall.hall is None:
            return
        self._position += 1
        self._frames.clear()
        shown = floor.hall.hall.shown
        everything = {**self._cards, **self._figures}
        self._everything.update(_parts(everything), self._position)
        for_all = {key: record for key, record in everything.items() if is_shown(shown, key)}
        self._shown.update(_parts(for_all), self._position)
        for line in self._lines:
            self.catch_up(line)

    def catch_up(self, connection: Connection) -> None:
        """Give a line what it is missing, if it can take it now; if not, it will ask."""
        if connection.direct is None:
            connection.wake.set()
        elif not connection.direct.slow:
            payload = self.missing(connection)
            if payload is not None:
                connection.direct.write(framed(payload))

    def missing(self, connection: Connection) -> bytes | None:
        """Return what brings a line up to date, taken as sent; nothing where it is."""
        start, trains = connection.position, self._trains(connection.member)
        told, busy = self._lines.get(connection), self._busy
        if start == self._position or told is None or self._floor is None:
            return None
        if trains != connection.chairs:
            start = -1
        view = self._everything if trains else self._shown
        patch = view.patch(start)
        connection.chairs, connection.position = trains, self._position
        self._lines[connection] = busy
        if start >= 0 and not patch.put and not patch.drop and told == busy:
            return None
        payload = self._frames.get((trains, start))
        if payload is None:
            payload = encode(RawFloorChanges(start < 0, wall_clock(), busy, patch.put, patch.drop))
            self._frames[trains, start] = payload
        return payload

    def _trains(self, member: MemberId | None) -> bool:
        found = self.hall.meeting.members.get(member) if member is not None else None
        return found is not None and found.role in {"chair", "deputy"}


class _Made(Struct, frozen=True):
    """What the comparison of tables is made from: where that is the same, so is it.

    `people` are who sits where, of which agency, and whether they take part.
    """

    parts: tuple[object, ...] = ()
    people: tuple[tuple[str, str, bool], ...] = ()

    def is_same(self, other: "_Made") -> bool:
        """Say whether nothing differs."""
        same_length = len(self.parts) == len(other.parts)
        return (
            same_length and all(map(is_, self.parts, other.parts)) and self.people == other.people
        )


def _made_from(floor: Floor) -> _Made:
    parts: list[object] = [floor.hall.agenda, floor.hall.items]
    if floor.hall.hall is not None:
        parts += [floor.hall.hall.tables, floor.hall.hall.sat]
    people: list[tuple[str, str, bool]] = []
    for table in floor.tables.values():
        parts += [table.agenda, table.items]
        people += [(who.id, who.agency, who.voice) for who in table.members.values()]
    return _Made(tuple(parts), tuple(people))


async def _cards(floor: Floor) -> dict[str, FloorRecord]:
    """Return the cards; what all tables open at once is worked out table by table."""
    cards: dict[str, FloorRecord] = {}
    for key, record in f.desk(floor, wall_clock()):
        cards[key] = record
        await asyncio.sleep(0)
    return cards


def _parts(records: Mapping[str, FloorRecord]) -> dict[str, Part[FloorRecord]]:
    return {key: one(key, (record,), partial(_itself, record)) for key, record in records.items()}


def _itself(record: FloorRecord) -> FloorRecord:
    return record
