"""The usher: whatever ends or fails in between, every table comes to agree with its hall."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from consensus import commands as c
from consensus import views
from consensus.hall import hall as h
from consensus.hall.errands import errands
from consensus.hall.opening import exercise, with_tables
from consensus.meeting import prepare
from consensus.refusal import Code, Refusal
from consensus.rules import PLAIN
from server import library
from server.bus import Alone
from server.demo.client import RoomClient
from server.hall import usher
from server.hall.opening import add_tables
from server.hall.usher import Usher
from server.log import SqlLog
from server.recall import recall
from server.room import LiveRoom
from server.rooms import Rooms
from server.services import Services
from server.settings import Settings
from tests.server.hall.halls import done, join, open_hall, serving_with, tables_of, to_table
from tests.server.processes import ServerProcess
from tests.server.waiting import until

ITEMS = library.statement_set("en", "working-together").items


class Place:
    """A server with a hall of three tables and a person at each."""

    def __init__(self, site: str, services: Services, code: str, trainer: RoomClient) -> None:
        self.site = site
        self.services = services
        self.code = code
        self.trainer = trainer
        self.people: list[str] = []

    async def table(self, number: int) -> LiveRoom:
        code = tables_of(self.trainer)[number - 1].code
        found = await self.services.rooms.by_code(code)
        assert found is not None
        return found

    async def agrees(self, number: int) -> bool:
        hall = await self.services.rooms.by_code(self.code)
        table = await self.table(number)
        return hall is not None and errands(hall.meeting, table.row.id, table.meeting) == ()

    async def rests(self) -> bool:
        return not self.services.usher.busy


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    monkeypatch.setattr(usher, "TRY_AGAIN_AFTER", 0.01)
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, services):
        code, seat = await open_hall(site, 3)
        async with RoomClient(site, code, seat) as trainer:
            found = Place(site, services, code, trainer)
            found.people = await join(site, code, 3)
            yield found


async def test_every_table_does_what_the_hall_asks_and_then_the_usher_rests(place: Place) -> None:
    await done(place.trainer, h.Begin())
    await done(place.trainer, h.HoldAll())
    await done(place.trainer, h.NudgeTable(None, "Five more minutes"))
    await done(place.trainer, h.ReleaseAll())

    await until(place.rests)
    assert all([await place.agrees(number) for number in (1, 2, 3)])
    for number in (1, 2, 3):
        table = (await place.table(number)).meeting
        assert (table.current, table.paused) == ("read", False)


async def test_a_table_that_cannot_be_read_keeps_no_other_waiting(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (await place.table(2)).row.code
    real = place.services.rooms.by_code

    async def by_code(code: str) -> LiveRoom | None:
        if code == broken:
            raise ValueError("an event that nobody knows")
        return await real(code)

    with monkeypatch.context() as patched:
        patched.setattr(place.services.rooms, "by_code", by_code)
        await done(place.trainer, h.Begin())
        await until(place.rests)
    assert await place.agrees(1)
    assert await place.agrees(3)
    assert not await place.agrees(2)

    await done(place.trainer, h.HoldAll())  # whatever happens next, it is looked at again
    await until(lambda: place.agrees(2))


async def test_a_table_that_is_busy_is_asked_again_and_not_all_the_time(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, asked = await place.table(1), 0
    real = table.ask

    async def ask(command: c.Command) -> int:
        nonlocal asked
        asked += 1
        if asked <= 6:
            raise Refusal(Code.TRY_AGAIN)
        return await real(command)

    monkeypatch.setattr(table, "ask", ask)
    await done(place.trainer, h.Begin())

    await until(lambda: place.agrees(1))
    await until(place.rests)
    assert asked < 40


async def test_what_a_table_refuses_for_good_is_not_asked_for_ever(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, asked = await place.table(1), 0

    async def ask(command: c.Command) -> int:
        nonlocal asked
        asked += 1
        raise Refusal(Code.RISK_OPEN)

    monkeypatch.setattr(table, "ask", ask)
    await done(place.trainer, h.Begin())

    await until(place.rests)
    assert 0 < asked < 40
    assert await place.agrees(2)


async def test_who_is_moved_while_they_are_on_their_way_ends_up_where_they_sit(
    place: Place,
) -> None:
    await done(place.trainer, h.Begin())
    members = {x.name: x.id for x in place.trainer.records.of(views.MemberRecord)}
    one, two, three = (table.id for table in tables_of(place.trainer))

    async def move() -> None:
        for table in (one, two, three, one, three, two):
            await done(place.trainer, h.Place(members["P0"], table))

    went, *_ = await asyncio.gather(
        to_table(place.site, place.code, place.people[0]),
        move(),
        to_table(place.site, place.code, place.people[0]),
    )
    assert went.status in {303, 403}  # moved on before they sat: they are asked to try again
    await until(place.rests)
    went = await to_table(place.site, place.code, place.people[0])

    table = await place.table(2)
    assert went.code == table.row.code
    assert members["P0"] in table.meeting.members
    assert table.meeting.table is not None
    assert members["P0"] not in table.meeting.table.moved


async def test_a_server_killed_in_the_middle_leaves_nothing_undone(process: ServerProcess) -> None:
    code, seat = await open_hall(process.site, 6)
    seats = await join(process.site, code, 18)
    trainer = RoomClient(process.site, code, seat)
    await trainer.open()
    await done(trainer, h.Begin())
    went = await to_table(process.site, code, seats[0])

    async def ask_everything() -> None:
        members = [x.id for x in trainer.records.of(views.MemberRecord) if x.role != "chair"]
        tables = [table.id for table in tables_of(trainer)]
        try:
            for number, member in enumerate(members):
                await trainer.do(h.Place(member, tables[number % 6]))
                await trainer.do(h.Align(("choose", "read")[number % 2]))
        except (ConnectionError, ConnectionClosed):
            return

    asking = asyncio.create_task(ask_everything())
    await trainer.until(lambda records: records.position > 60)
    process.kill()
    await asking
    await trainer.close()
    await process.start()

    # Nobody but one phone at one table comes back: that brings the hall, and with it all tables.
    async with RoomClient(process.site, went.code, went.seat):
        await until(lambda: _all_agree(process, code))
    assert await _all_agree(process, code)


async def _all_agree(process: ServerProcess, code: str) -> bool:
    async with SqlLog(process.data / "commonground.db") as log:
        row = await log.room_by_code(code)
        assert row is not None
        hall = (await recall(log, row.id)).meeting
        assert hall.hall is not None
        tables = {id_: (await recall(log, id_)).meeting for id_ in hall.hall.tables}
    return all(errands(hall, id_, table) == () for id_, table in tables.items())


async def test_nothing_is_begun_while_the_rooms_are_closed(log: SqlLog) -> None:
    work = exercise(library.template("en", "task-5-1"), ITEMS, PLAIN)
    plan = prepare(library.plenary("en"), "A hall", "", (), 1)
    async with Rooms(log, Alone()) as rooms, Usher(rooms) as found:
        hall = await rooms.open_new(with_tables(plan, work, "spread", self_run=True))
        await hall.ask(c.Join("tess", "Tess", "Training", "chair"))
        await add_tables(rooms, hall, 2)
        await until(lambda: _rests(found))
        # What was asked before the end is kept, and the next server finds what it led to.
        begins = asyncio.create_task(hall.ask(h.Begin(), "tess"))
        await asyncio.sleep(0)

    assert await begins
    assert not found.busy
    assert rooms.count == 0


async def _rests(found: Usher) -> bool:
    return not found.busy
