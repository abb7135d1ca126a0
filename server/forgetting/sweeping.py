"""Forgetting: rooms whose day has come are erased, and rooms of which somebody asks it before.

Whatever is erased leaves a receipt. Several servers on one log may all do this: the first one that
gets to a room erases it, and the others find nothing left to do.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from consensus.dates import DAY
from consensus.forgetting.keeping import counted_from, forgotten_at
from consensus.meeting import evolve
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server.access import new_id
from server.forgetting.blanking import blank
from server.forgetting.person import Wanted, worked_out
from server.forgetting.receipts import FORMAT, Because, Erased, sign
from server.log import Conflict, Extent, NewEntry, ReceiptRow, RoomRow, SqlLog, Unavailable
from server.proof.keys import SiteKey
from server.recall import Recalled, recall_if_there
from server.room import Clock, wall_clock
from server.rooms import Rooms
from server.wire import CloseCode

logger = logging.getLogger(__name__)

# In seconds. A room is promised to be gone on a day, so an hour is soon enough.
EVERY = 3_600.0

# So many at once, so that the first look after a long rest does not hold up the rooms of today.
MOST_AT_ONCE = 500

# In ms. Where a server runs, no day passes by unseen: it was off for longer than a weekend, or its
# clock is wrong. Such a room is found twice, an hour apart, before it goes.
MISSED = 3 * DAY

# Somebody may do something in a room while it is being erased; not for ever.
MOST_TRIES = 5


class Forgetting:
    """Erases rooms from a log, and from the memory of the servers that share it."""

    def __init__(
        self, log: SqlLog, key: SiteKey, rooms: Rooms | None = None, clock: Clock = wall_clock
    ) -> None:
        self._log = log
        self._key = key
        self._rooms = rooms
        self._clock = clock
        self._sweeper: asyncio.Task[None] | None = None
        self._missed: set[str] = set()

    async def __aenter__(self) -> "Forgetting":
        self._sweeper = asyncio.create_task(self._keep_sweeping(), name="forgetting")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.gather(self._sweeper, return_exceptions=True)

    async def _keep_sweeping(self) -> None:
        while True:
            try:
                await self.sweep()
            except Unavailable as error:
                logger.warning("could not look for rooms to forget (%s)", error.code)
            except Exception:
                logger.exception("could not look for rooms to forget")
            await asyncio.sleep(EVERY)

    async def sweep(self) -> list[ReceiptRow]:
        """Erase every room whose day has come; return their receipts. Raises `Unavailable`.

        Rooms whose day was missed go when they are found a second time, and rooms of which no day
        is known get one.
        """
        for sheet in await self._log.due_sheets(self._clock()):
            await self.erase_sheet(sheet.id, "retention_ended")
        rows, found = await self._log.due(self._clock(), MOST_AT_ONCE), []
        for row in self._without_missed(rows):
            try:
                found.append(await self._see_to(row))
            except Unavailable:
                raise
            except Exception as error:  # one room must not keep the others from going
                kind = type(error).__name__
                logger.warning("room %s is not forgotten (%s); it is tried again", row.id, kind)
        return [receipt for receipt in found if receipt is not None]

    def _without_missed(self, rows: Sequence[RoomRow]) -> list[RoomRow]:
        """Return rooms without those whose day was missed, unless the look before found them, too.

        Says once how many there are, so that somebody can stop the server or set the clock right.
        """
        now = self._clock()
        missed = {x.id for x in rows if x.forget_at is not None and now - x.forget_at > MISSED}
        wait = missed - self._missed
        if wait:
            logger.warning(
                "the days of %d rooms are long past; they are erased in an hour. If today is not "
                "%s, stop this server and set the clock",
                len(wait),
                datetime.fromtimestamp(now / 1000, UTC).date().isoformat(),
            )
        self._missed = missed
        return [row for row in rows if row.id not in wait]

    async def _see_to(self, row: RoomRow) -> ReceiptRow | None:
        if row.forget_at is None:
            await self._give_a_day(row)
            return None
        return await self.erase(row, "retention_ended")

    async def _give_a_day(self, row: RoomRow) -> None:
        """Let the days of a room that was made before rooms had any count from now.

        What an older version left behind at its end goes, too.
        """
        await blank(self._log, row.id)
        recalled = await recall_if_there(self._log, row.id)
        if recalled is None:
            return
        meeting, now = recalled.meeting, self._clock()
        days = counted_from(meeting, now)
        if days is None:
            last = max((await self._log.extent(row.id)).last, now)
            await self._log.put_off(row.id, forgotten_at(meeting, last))
            return
        entries = [NewEntry(now, None, None, days)]
        day = forgotten_at(evolve(meeting, days), now)
        await self._log.append_with_slips(row.id, recalled.position, entries, (), forget_at=day)

    async def erase(self, row: RoomRow, because: Because) -> ReceiptRow | None:
        """Erase a room whatever its day is; return its receipt, or nothing where it is gone.

        With a hall go its tables, each of which leaves a receipt, too. Raises `Conflict` where so
        much happens in it that it could not be done.
        """
        recalled = await recall_if_there(self._log, row.id)
        if recalled is None or (_by_day(because) and not await self._is_over(row, recalled)):
            return None
        for table in await self._tables(recalled):
            await self._erase(table, because, by_day=False)
        return await self._erase(row, because, by_day=_by_day(because))

    async def _tables(self, hall: Recalled) -> list[RoomRow]:
        """Return the rooms of a hall's tables that are there."""
        if hall.meeting.hall is None:
            return []
        found = [await self._log.room(table) for table in hall.meeting.hall.tables]
        return [row for row in found if row is not None]

    async def _hall(self, meeting: Meeting, table: str) -> tuple[RoomRow, Recalled] | None:
        """Return the hall in which a room is a table, while it is there."""
        row = await self._log.room_by_code(meeting.table.of.hall) if meeting.table else None
        recalled = await recall_if_there(self._log, row.id) if row is not None else None
        if row is None or recalled is None or recalled.meeting.hall is None:
            return None
        return (row, recalled) if table in recalled.meeting.hall.tables else None

    async def _erase(self, row: RoomRow, because: Because, *, by_day: bool) -> ReceiptRow | None:
        for _ in range(MOST_TRIES):
            recalled = await recall_if_there(self._log, row.id)
            if recalled is None or (by_day and not await self._is_over(row, recalled)):
                return None
            account = self._account(recalled, because)
            try:
                receipt = await self._log.erase(row.id, recalled.position, account.receipt)
            except Conflict:
                continue
            if self._rooms is not None:
                self._rooms.dismiss(row.id, CloseCode.ERASED)
            if receipt is not None:
                logger.info("room %s is erased (%s); receipt %s", row.id, because, receipt.id)
            return receipt
        raise Conflict

    async def erase_sheet(self, sheet: str, because: Because) -> ReceiptRow | None:
        """Erase a sheet from the library; return the receipt, or nothing where it is gone."""
        erased = Erased(
            format=FORMAT,
            version=1,
            id=new_id(),
            what="sheet",
            at=self._clock(),
            template="",
            events=0,
            members=0,
            editions=0,
            because=because,
            owner="",
            root="",
        )
        receipt = sign(erased, self._key)
        return receipt if await self._log.erase_sheet(sheet, receipt) else None

    async def erase_person(self, row: RoomRow, wanted: Wanted) -> ReceiptRow | None:
        """Erase a person from a closed room; return the receipt, or nothing where they are gone.

        Who is erased from a hall goes from its tables first: what ends in between is done again.
        Everybody then takes all of the room anew, at this server and the others. Raises `Refusal`,
        `Conflict`, and ValueError for words that may not go.
        """
        recalled = await recall_if_there(self._log, row.id)
        for table in await self._tables(recalled) if recalled is not None else ():
            try:
                await self._erase_person(table, Wanted(wanted.member, wanted.ground))
            except Refusal as refusal:
                if refusal.code is not Code.NO_SUCH_MEMBER:  # they never came to this one
                    raise
        return await self._erase_person(row, wanted)

    async def _erase_person(self, row: RoomRow, wanted: Wanted) -> ReceiptRow | None:
        for _ in range(MOST_TRIES):
            recalled = await recall_if_there(self._log, row.id)
            if recalled is None:
                return None
            meeting, position = recalled.meeting, recalled.position
            erasing = await worked_out(
                self._log, row.id, meeting, position, wanted, self._clock(), self._key
            )
            if erasing is None:
                return None
            try:
                await self._log.erase_person(row.id, erasing)
            except Conflict:
                continue
            if self._rooms is not None:
                self._rooms.dismiss(row.id, CloseCode.MOVED)
            logger.info("somebody is erased from room %s; receipt %s", row.id, erasing.receipt.id)
            return erasing.receipt
        raise Conflict

    async def _is_over(self, row: RoomRow, recalled: Recalled) -> bool:
        """Say whether a room's day has come, by its log; where it has not, keep the day it has.

        A table is kept as long as its hall, with which it goes.
        """
        hall = await self._hall(recalled.meeting, row.id)
        if hall is not None:
            await self._log.put_off(row.id, await self._day_of(*hall))
            return False
        day = await self._day_of(row, recalled)
        if day <= self._clock():
            return True
        await self._log.put_off(row.id, day)
        return False

    async def _day_of(self, row: RoomRow, recalled: Recalled) -> int:
        return forgotten_at(recalled.meeting, (await self._log.extent(row.id)).last)

    def _account(self, recalled: Recalled, because: Because) -> "_Account":
        return _Account(recalled, because, self._clock(), _last_root(recalled), self._key)


def _by_day(because: Because) -> bool:
    return because == "retention_ended"


class _Account(Struct, frozen=True):
    """What there is to say of a room that is about to be gone."""

    recalled: Recalled
    because: Because
    at: int
    root: str
    key: SiteKey

    def receipt(self, extent: Extent) -> ReceiptRow:
        """Return the receipt for a room that holds so much."""
        meeting = self.recalled.meeting
        erased = Erased(
            format=FORMAT,
            version=1,
            id=new_id(),
            what="room",
            at=self.at,
            template=meeting.template,
            events=extent.events,
            members=len(meeting.members),
            editions=extent.editions,
            because=self.because,
            owner=meeting.beside.retention.now.owner,
            root=self.root,
        )
        return sign(erased, self.key)


def _last_root(recalled: Recalled) -> str:
    editions = recalled.meeting.sealing.editions
    return editions[-1].root if editions else ""
