"""How a hall ends: its tables close, are sealed, kept, and forgotten with it."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from consensus import commands as c
from consensus import views
from consensus.dates import DAY
from consensus.hall import hall as h
from consensus.hall.opening import prepare_table
from consensus.roomwide.retention import SetRetention
from server.demo.client import RoomClient
from server.forgetting import receipts
from server.forgetting.sweeping import Forgetting
from server.proof.keys import SiteKey
from server.room import wall_clock
from server.services import Services
from server.settings import Settings
from server.wire import CloseCode
from tests.server.hall.halls import done, go, join, open_hall, serving_with, tables_of, to_table
from tests.server.waiting import until


class Ended:
    """A hall of two tables with a person at each, which the trainer has closed."""

    def __init__(self, site: str, services: Services, code: str, seat: str) -> None:
        self.site = site
        self.services = services
        self.code = code
        self.seat = seat
        self.tables: list[h.TableRecord] = []
        self.seats: list[str] = []
        self.members: dict[str, str] = {}

    async def names(self, room: str) -> set[str]:
        found = await self.services.rooms.by_code(room)
        assert found is not None
        return {member.name for member in found.meeting.members.values()}

    async def is_there(self, room: str) -> bool:
        return await self.services.log.room(room) is not None

    async def receipts(self) -> list[receipts.Erased]:
        rows = await self.services.log.receipts()
        return [receipts.read(row.receipt).erased for row in rows]


@pytest.fixture
async def ended(tmp_path: Path) -> AsyncIterator[Ended]:
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, services):
        code, seat = await open_hall(site, 2)
        found = Ended(site, services, code, seat)
        async with RoomClient(site, code, seat) as trainer:
            found.seats = await join(site, code, 2)
            await trainer.until(lambda records: len(records.of(h.SitsRecord)) == 2)
            found.tables = list(tables_of(trainer))
            found.members = {x.name: x.id for x in trainer.records.of(views.MemberRecord)}
            await done(trainer, h.Begin())
            for each in found.seats:
                await to_table(site, code, each)
            await done(trainer, c.Close())
        await until(lambda: _all_closed(found))
        yield found


async def _all_closed(hall: Ended) -> bool:
    rooms = [await hall.services.rooms.by_code(table.code) for table in hall.tables]
    return all(room is not None and room.meeting.closed is not None for room in rooms)


async def test_tables_close_with_their_hall_and_are_sealed(ended: Ended) -> None:
    async def is_sealed() -> bool:
        rooms = [await ended.services.rooms.by_code(table.code) for table in ended.tables]
        return all(room is not None and room.meeting.sealing.editions for room in rooms)

    await until(is_sealed)


async def test_the_trainer_erases_the_hall_and_every_table_leaves_a_receipt(ended: Ended) -> None:
    went = await to_table(ended.site, ended.code, ended.seats[0])
    async with RoomClient(ended.site, went.code, went.seat) as line:
        form = urlencode({"code": ended.code}).encode()

        assert (await go(ended.site, f"/r/{ended.code}/erase", ended.seat, form)).status == 200

        assert await line.ended() == CloseCode.ERASED
    assert not any([await ended.is_there(table.id) for table in ended.tables])
    found = await ended.receipts()
    assert [x.because for x in found] == ["chair"] * 3
    assert sum(x.template == "task-5-1" for x in found) == 2


async def test_a_table_is_kept_as_long_as_its_hall(ended: Ended) -> None:
    async with RoomClient(ended.site, ended.code, ended.seat) as trainer:
        await done(trainer, SetRetention(60, "The trainer", "a course of two parts"))
    services, now = ended.services, wall_clock()
    key = SiteKey(await services.log.secret("seal"))

    later = Forgetting(services.log, key, services.rooms, clock=lambda: now + 40 * DAY)
    for _ in range(2):  # what was missed for days is looked at twice
        assert await later.sweep() == []
    assert all([await ended.is_there(table.id) for table in ended.tables])
    at_last = Forgetting(services.log, key, services.rooms, clock=lambda: now + 61 * DAY)
    for _ in range(2):
        await at_last.sweep()
    assert not any([await ended.is_there(table.id) for table in ended.tables])
    assert {x.because for x in await ended.receipts()} == {"retention_ended"}
    assert len(await ended.receipts()) == 3


async def test_people_at_a_table_are_told_how_long_the_hall_is_kept(ended: Ended) -> None:
    async with RoomClient(ended.site, ended.code, ended.seat) as trainer:
        await done(trainer, SetRetention(60, "The trainer", "a course of two parts"))

    async def are_told() -> bool:
        rooms = [await ended.services.rooms.by_code(table.code) for table in ended.tables]
        return all(room and room.meeting.beside.retention.now.days == 60 for room in rooms)

    await until(are_told)


async def test_who_is_erased_from_the_hall_is_erased_from_their_tables(ended: Ended) -> None:
    form = urlencode({"member": ended.members["P0"]}).encode()

    assert (await go(ended.site, f"/r/{ended.code}/erase-person", ended.seat, form)).status == 200

    for room in (ended.code, *(table.code for table in ended.tables)):
        assert "P0" not in await ended.names(room)
    assert [x.what for x in await ended.receipts()] == ["person"] * 2


async def test_who_wishes_it_at_their_table_is_erased_everywhere(ended: Ended) -> None:
    went = await to_table(ended.site, ended.code, ended.seats[1])

    answer = await go(ended.site, f"/r/{went.code}/erase-me", went.seat, b"x=")

    assert answer.status == 200
    for room in (ended.code, *(table.code for table in ended.tables)):
        assert "P1" not in await ended.names(room)


async def test_a_table_that_was_taken_away_and_one_that_never_came_to_stand_go_after_a_day(
    tmp_path: Path,
) -> None:
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, services):
        code, seat = await open_hall(site, 3)
        hall = await services.rooms.by_code(code)
        assert hall is not None
        # A server ended between making a table's room and adding it to the hall.
        never = await services.rooms.open_new(prepare_table(hall.meeting, code, wall_clock()))
        async with RoomClient(site, code, seat) as trainer:
            *kept, taken = (table.id for table in tables_of(trainer))
            await done(trainer, h.TakeTableAway(taken))
        key, now = SiteKey(await services.log.secret("seal")), wall_clock()
        later = Forgetting(services.log, key, services.rooms, clock=lambda: now + 2 * DAY)

        for _ in range(2):  # what was missed for days is looked at twice
            await later.sweep()

        ids = (hall.row.id, *kept, taken, never.row.id)
        there = [await services.log.room(each) is not None for each in ids]
    assert there == [True, True, True, False, False]


async def test_a_table_goes_with_its_session_and_not_by_whoever_chaired_it(tmp_path: Path) -> None:
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, _):
        code, seat = await open_hall(site, 1)
        async with RoomClient(site, code, seat) as trainer:
            [joined] = await join(site, code, 1)
            await trainer.until(lambda records: len(records.of(h.SitsRecord)) == 1)
            await done(trainer, h.Begin())
            table = await to_table(site, code, joined)
            async with RoomClient(site, table.code, table.seat) as chair:
                await done(chair, c.Cover())
                await done(trainer, c.Close())
                await chair.until(
                    lambda records: records.one(views.RoomRecord, "room").closed is not None
                )

            async with httpx.AsyncClient(cookies={"seat": table.seat}) as browser:
                typed = {"code": table.code}
                answer = await browser.post(f"{site}/r/{table.code}/erase", data=typed)

    assert (answer.status_code, answer.json()["code"]) == (403, "trainer_keeps")
