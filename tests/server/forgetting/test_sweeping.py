"""Rooms are erased when their day has come or somebody asks for it, and leave a receipt."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from consensus import commands as c
from consensus.dates import DAY
from consensus.events import MemberArrived
from consensus.refusal import Code, Refusal
from consensus.roomwide.retention import SetRetention
from server import news
from server.backup import backup
from server.bus import Alone
from server.forgetting import receipts
from server.forgetting.sweeping import Forgetting
from server.log import NewEntry, ReceiptRow, RoomRow, SqlLog
from server.proof.keys import SiteKey
from server.rooms import Rooms
from server.wire import CloseCode
from tests.server.test_rooms import prepared
from tests.services.postgres import Postgres

ROW = RoomRow("room1", "ABC234", "epoch1", 1)
OTHER = RoomRow("room2", "DEF567", "epoch1", 1)
KEY = SiteKey(bytes(32))

# In every place in which somebody can write.
MARK = "marmalade"


class Time:
    """A clock that a test moves (ms)."""

    now = 1_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    if request.param == "sqlite":
        return tmp_path / "log.db"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.database()


@pytest.fixture
async def log(where: Path | str) -> AsyncIterator[SqlLog]:
    async with SqlLog(where) as found:
        yield found


@pytest.fixture
async def rooms(log: SqlLog, clock: Time) -> AsyncIterator[Rooms]:
    found = Rooms(log, Alone(), clock)
    yield found
    await found.close()


@pytest.fixture
def forgetting(log: SqlLog, rooms: Rooms, clock: Time) -> Forgetting:
    return Forgetting(log, KEY, rooms, clock)


async def held(rooms: Rooms, clock: Time, row: RoomRow = ROW, close: bool = True) -> int:
    """Hold a short meeting full of words; return when it ended."""
    room = await rooms.open(row, prepared())
    await room.ask(c.Join("robin", f"{MARK} Robin", f"{MARK} Training", "chair"), None)
    await room.ask(c.Join("kit", f"{MARK} Kit", f"{MARK} School"), None)
    await room.ask(c.Amend(f"{MARK} title", f"{MARK} purpose", "J.M."), "robin", "command-1")
    if close:
        await room.ask(c.Close(), "robin")
    return clock.now


async def test_a_room_is_there_until_its_day_and_gone_on_it(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    ended = await held(rooms, clock)

    clock.now = ended + 30 * DAY - 1
    assert await forgetting.sweep() == []
    clock.now += 1
    (receipt,) = await forgetting.sweep()

    assert await rooms.by_code(ROW.code) is None
    assert await log.read(ROW.id) == []
    assert receipts.read(receipt.receipt).erased == receipts.Erased(
        format=receipts.FORMAT,
        version=1,
        id=receipt.id,
        what="room",
        at=clock.now,
        template="task-5-1",
        events=5,
        members=2,
        editions=0,
        because="retention_ended",
        owner="The trainer",
        root="",
    )


async def test_a_receipt_is_signed_and_names_nobody(
    rooms: Rooms, clock: Time, forgetting: Forgetting, log: SqlLog
) -> None:
    await held(rooms, clock)
    receipt = await forgetting.erase(ROW, "host")
    assert receipt is not None

    assert receipts.is_genuine(receipt.receipt)
    assert await log.receipts() == [receipt]
    for private in (MARK, ROW.code, ROW.id, "Robin", "robin"):
        assert private.encode() not in receipt.receipt


async def test_every_changed_byte_of_a_receipt_is_noticed(
    rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    await held(rooms, clock)
    receipt = await forgetting.erase(ROW, "host")
    assert receipt is not None
    whole = receipt.receipt

    for at in range(len(whole)):
        assert not receipts.is_genuine(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not receipts.is_genuine(whole[:at])
    assert not receipts.is_genuine(whole + b"\n")


async def test_a_room_that_was_never_closed_is_kept_from_the_last_thing_in_it(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    await held(rooms, clock, close=False)
    clock.now += 20 * DAY
    room = await rooms.by_code(ROW.code)
    assert room is not None
    await room.ask(c.RaiseHand(), "kit")

    clock.now += 29 * DAY
    assert await forgetting.sweep() == []
    clock.now += DAY
    assert len(await forgetting.sweep()) == 1


async def test_what_happens_later_on_the_same_day_still_counts(
    rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    """The day that is kept moves once a day; the log knows better."""
    await held(rooms, clock, close=False)
    clock.now += DAY // 2
    room = await rooms.by_code(ROW.code)
    assert room is not None
    await room.ask(c.RaiseHand(), "kit")

    clock.now = 1_000 + 30 * DAY
    assert await forgetting.sweep() == []
    clock.now += DAY // 2
    assert len(await forgetting.sweep()) == 1


@pytest.mark.parametrize("days", [2, 400])
async def test_the_room_s_own_days_hold_from_when_they_are_set(
    rooms: Rooms, clock: Time, forgetting: Forgetting, days: int
) -> None:
    ended = await held(rooms, clock)
    room = await rooms.by_code(ROW.code)
    assert room is not None
    await room.ask(SetRetention(days, "The trainer", "as agreed"), "robin")

    clock.now = ended + days * DAY - 1
    assert await forgetting.sweep() == []
    clock.now += 1
    assert len(await forgetting.sweep()) == 1


@pytest.mark.parametrize("close", [True, False])
async def test_a_room_that_was_made_before_rooms_had_days_has_them_from_now(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting, close: bool
) -> None:
    """It was brought back from a backup that an older version made, or is in its data file."""
    await held(rooms, clock, close=close)
    await log.put_off(ROW.id, None)

    clock.now += 400 * DAY + 1
    upgraded = clock.now
    assert await forgetting.sweep() == []
    clock.now = upgraded + 30 * DAY - 1
    assert await forgetting.sweep() == []
    clock.now += DAY
    assert len(await forgetting.sweep()) == 1


async def test_people_can_read_that_it_got_a_day(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    ended = await held(rooms, clock)
    room = await rooms.by_code(ROW.code)
    assert room is not None
    await log.put_off(ROW.id, None)

    clock.now += 400 * DAY
    await forgetting.sweep()
    await room.look()

    kept = room.meeting.beside.retention
    assert (kept.now.days, [x.by for x in kept.changes]) == (430, [None])
    row = await log.room(ROW.id)
    assert row is not None
    assert row.forget_at == ended + 430 * DAY


async def test_a_room_whose_end_is_today_keeps_its_days(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    ended = await held(rooms, clock)
    await log.put_off(ROW.id, None)

    assert await forgetting.sweep() == []

    row = await log.room(ROW.id)
    assert row is not None
    assert row.forget_at == ended + 30 * DAY
    assert len(await log.read(ROW.id)) == 5


async def test_after_a_long_time_off_or_with_a_wrong_clock_rooms_are_found_twice_before_they_go(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting, caplog: pytest.LogCaptureFixture
) -> None:
    ended = await held(rooms, clock)

    clock.now = ended + 4_000 * DAY
    assert await forgetting.sweep() == []
    assert "1 rooms are long past" in caplog.text
    clock.now = ended + DAY  # somebody set it right
    assert await forgetting.sweep() == []
    clock.now = ended + 4_000 * DAY
    assert await forgetting.sweep() == []
    assert len(await forgetting.sweep()) == 1


async def test_other_rooms_stay(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    await held(rooms, clock)
    await held(rooms, clock, OTHER)
    before = await log.read(OTHER.id)

    await forgetting.erase(ROW, "host")

    assert await log.read(OTHER.id) == before
    assert await rooms.by_code(OTHER.code) is not None


async def test_two_servers_that_sweep_at_once_leave_one_receipt(
    where: Path | str, log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    ended = await held(rooms, clock)
    clock.now = ended + 30 * DAY
    async with SqlLog(where) as beside:
        another = Forgetting(beside, KEY, None, clock)
        found = await asyncio.gather(forgetting.sweep(), another.sweep(), forgetting.sweep())

    assert sum(map(len, found)) == 1
    assert len(await log.receipts()) == 1


async def test_erasing_what_is_gone_changes_nothing(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    await held(rooms, clock)
    await forgetting.erase(ROW, "host")

    assert await forgetting.erase(ROW, "host") is None
    assert len(await log.receipts()) == 1


async def test_after_a_restart_the_sweep_goes_on_where_it_was(
    where: Path | str, rooms: Rooms, clock: Time
) -> None:
    ended = await held(rooms, clock)
    await rooms.close()
    clock.now = ended + 31 * DAY
    async with SqlLog(where) as later, Rooms(later, Alone(), clock) as anew:
        assert len(await Forgetting(later, KEY, anew, clock).sweep()) == 1
        assert await anew.by_code(ROW.code) is None


async def test_another_node_lets_go_of_a_room_that_is_gone(
    where: Path | str, log: SqlLog, rooms: Rooms, clock: Time
) -> None:
    await held(rooms, clock)
    async with SqlLog(where) as beside:
        await Forgetting(beside, KEY, None, clock).erase(ROW, "host")
    room = rooms._live[ROW.code]

    await rooms._compare([room])

    assert rooms.count == 0
    assert await rooms.by_code(ROW.code) is None
    with pytest.raises(Refusal) as refused:
        await room.ask(c.RaiseHand(), "kit")
    assert refused.value.code is Code.TRY_AGAIN


async def test_nothing_of_a_room_is_left_in_the_file_its_log_or_a_backup(
    tmp_path: Path, clock: Time
) -> None:
    file = tmp_path / "log.db"
    async with SqlLog(file) as log, Rooms(log, Alone(), clock) as rooms:
        await held(rooms, clock)
        await held(rooms, clock, OTHER)
        assert MARK.encode() in everything(tmp_path)
        forgetting = Forgetting(log, KEY, rooms, clock)
        await forgetting.erase(ROW, "host")
        await forgetting.erase(OTHER, "host")
        await log.scrubbed()

        assert MARK.encode() not in everything(tmp_path)
        backup(file, tmp_path / "later.backup")
        assert MARK.encode() not in (tmp_path / "later.backup").read_bytes()
        assert ROW.code.encode() not in everything(tmp_path)


def everything(folder: Path) -> bytes:
    """Return every byte of every file."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def test_browsers_do_not_come_back_to_a_room_that_is_gone() -> None:
    assert CloseCode.ERASED >= 4500


async def test_a_node_that_is_told_looks_at_once(
    where: Path | str, rooms: Rooms, clock: Time
) -> None:
    await held(rooms, clock)
    async with SqlLog(where) as beside:
        await Forgetting(beside, KEY, None, clock).erase(ROW, "host")
    room = rooms._live[ROW.code]

    room.heard(news.write(news.Rewritten()))
    await rooms._look(regular=False)

    assert rooms.count == 0


async def test_a_node_that_is_told_late_keeps_what_it_has_anew(rooms: Rooms, clock: Time) -> None:
    await held(rooms, clock)
    room = rooms._live[ROW.code]

    room.heard(news.write(news.Rewritten()))
    await rooms._look(regular=False)

    assert await rooms.by_code(ROW.code) is room
    assert not room.doubted


async def test_nobody_comes_into_a_room_of_which_a_node_was_told(
    where: Path | str, rooms: Rooms, clock: Time
) -> None:
    await held(rooms, clock)
    async with SqlLog(where) as beside:
        await Forgetting(beside, KEY, None, clock).erase(ROW, "host")

    rooms._live[ROW.code].heard(news.write(news.Rewritten()))

    assert await rooms.by_code(ROW.code) is None


async def test_a_room_whose_log_cannot_be_read_holds_up_no_other(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting
) -> None:
    ended = await held(rooms, clock)
    broken = RoomRow("broken", "GHJ234", "epoch1", 1, forget_at=30 * DAY)
    await log.add_room(broken, NewEntry(1, None, None, MemberArrived("kit", 1)))
    clock.now = ended + 30 * DAY

    assert len(await forgetting.sweep()) == 1
    assert await log.room("broken") is not None


async def test_a_bug_in_one_room_holds_up_no_other(
    log: SqlLog, rooms: Rooms, clock: Time, forgetting: Forgetting, monkeypatch: pytest.MonkeyPatch
) -> None:
    await held(rooms, clock)
    ended = await held(rooms, clock, OTHER)
    erase = log.erase

    async def breaks(room: str, *more: Any) -> ReceiptRow | None:
        if room == ROW.id:
            raise KeyError
        return await erase(room, *more)

    monkeypatch.setattr(log, "erase", breaks)
    clock.now = ended + 30 * DAY

    assert len(await forgetting.sweep()) == 1
    assert await log.room(ROW.id) is not None
