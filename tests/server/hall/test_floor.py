"""The floor: who is shown what of the tables, and that it is kept level with them."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from consensus import commands as c
from consensus import views
from consensus.hall import card, compared, floor
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.floor import Floor
from consensus.refusal import Code
from server.demo.client import Door, RoomClient
from server.demo.floor import FloorClient
from server.hall.opening import add_tables
from server.services import Services
from server.settings import Settings
from server.wire import CloseCode, Do
from tests.server.hall.halls import done, go, join, open_hall, serving_with, tables_of, to_table
from tests.server.waiting import until


class Place:
    """A server with a hall of three tables, six people and a trainer's line."""

    def __init__(
        self, site: str, services: Services, code: str, trainer: RoomClient, seat: str
    ) -> None:
        self.site = site
        self.code = code
        self.trainer = trainer
        self.seat = seat
        self.people: list[str] = []
        self.services = services


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    settings = Settings(data=tmp_path, port=0, forget_idle_rooms_after=300.0)
    async with serving_with(settings) as (site, services):
        code, seat = await open_hall(site)
        async with RoomClient(site, code, seat) as trainer:
            found = Place(site, services, code, trainer, seat)
            found.people = await join(site, code, 6)
            yield found


async def test_a_trainer_sees_every_card_and_every_figure(place: Place) -> None:
    tables = {table.id for table in tables_of(place.trainer)}

    async with FloorClient(place.site, place.code, place.seat) as desk:
        await desk.settled(lambda records: f"card/{next(iter(tables))}" in records)

    assert {record.table for record in desk.of(card.TableCardRecord)} == tables
    assert len(desk.of(compared.StatementRecord)) == 10
    assert desk.frames[0].fresh


async def test_members_and_the_wall_see_only_what_is_shown(place: Place) -> None:
    key = await Door(place.site).wall_key(place.code, place.seat)
    async with (
        FloorClient(place.site, place.code, place.people[0]) as member,
        FloorClient(place.site, place.code, wall=key) as wall,
    ):
        for screen in (member, wall):
            await screen.settled(lambda _: True)
            assert screen.records == {}

        await done(place.trainer, h.Show("fives"))

        for screen in (member, wall):
            await screen.until(lambda records: "statement/s1" in records)
            assert not screen.of(card.TableCardRecord)
            assert not screen.of(compared.DistancesRecord)
        await done(place.trainer, h.Show("nothing"))
        for screen in (member, wall):
            await screen.until(lambda records: not records)


async def test_a_card_follows_its_table(place: Place) -> None:
    async with FloorClient(place.site, place.code, place.seat) as desk:
        await done(place.trainer, h.Begin())
        went = await to_table(place.site, place.code, place.people[0])
        async with RoomClient(place.site, went.code, went.seat) as line:
            await line.until(lambda r: r.one(views.RoomRecord, "room").current == "read")
            await done(line, t.AskHelp())
            await desk.until(lambda _: bool(_asking(desk)))
            [asking] = _asking(desk)
    assert (asking.step, asking.seated) == ("read", 2)


def _asking(desk: FloorClient) -> list[card.TableCardRecord]:
    return [found for found in desk.of(card.TableCardRecord) if found.help is not None]


async def test_strangers_other_sites_and_plain_rooms_are_turned_away(place: Place) -> None:
    plain, seat = await open_hall(place.site, 0)

    for code, key in (
        (place.code, ""),
        (place.code, "x" * 43),
        ("ZZZZZZ", place.seat),
        (plain, seat),
    ):
        async with FloorClient(place.site, code, key) as line:
            assert await line.ended() == CloseCode.NOT_A_MEMBER


async def test_who_is_removed_looks_on_no_more(place: Place) -> None:
    async with RoomClient(place.site, place.code, place.people[0]) as member:
        room = await place.services.rooms.by_code(place.code)
        assert room is not None
        who = next(x.id for x in room.meeting.members.values() if x.name == "P0")
        await member.until(lambda records: records.position > 0)
        async with FloorClient(place.site, place.code, place.people[0]) as line:
            await line.until(lambda _: True)
            await done(place.trainer, c.Remove(who))
            assert await line.ended() == CloseCode.REMOVED


async def test_rooms_are_held_while_somebody_looks_on_and_no_longer(place: Place) -> None:
    rooms = place.services.rooms
    tables = [await rooms.by_code(table.code) for table in tables_of(place.trainer)]
    hall = await rooms.by_code(place.code)
    async with FloorClient(place.site, place.code, place.seat) as desk:
        await desk.until(lambda _: len(desk.of(card.TableCardRecord)) == 3)
        assert place.services.floors.count == 1
        assert all(room is not None and room.lookers and not room.idle for room in (hall, *tables))

    async def nobody_looks() -> bool:
        return place.services.floors.count == 0

    await until(nobody_looks)
    assert not any(room is not None and room.lookers for room in (hall, *tables))


async def test_what_compares_tables_never_runs_twice_at_once_and_the_newest_wins(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, most, seen = 0, 0, []
    real = floor.wall

    def slow(found: Floor) -> dict[str, floor.WallRecord]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        seen.append(len(found.tables))
        try:
            return real(found)
        finally:
            running -= 1

    monkeypatch.setattr(floor, "wall", slow)
    async with FloorClient(place.site, place.code, place.seat) as desk:
        await desk.settled(lambda _: True)
        room = await place.services.rooms.by_code(place.code)
        assert room is not None
        await add_tables(place.services.rooms, room, 2)
        await desk.settled(lambda records: sum(key.startswith("card/") for key in records) == 5)

    assert most == 1
    assert seen[-1] == 5


async def test_figures_that_fail_leave_the_cards(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Floor) -> dict[str, floor.WallRecord]:
        raise ZeroDivisionError

    monkeypatch.setattr(floor, "wall", broken)
    async with FloorClient(place.site, place.code, place.seat) as desk:
        await desk.settled(lambda records: any(key.startswith("card/") for key in records))


async def test_the_lines_end_with_the_hall(place: Place) -> None:
    await done(place.trainer, c.Close())
    form = urlencode({"code": place.code}).encode()
    async with FloorClient(place.site, place.code, place.seat) as desk:
        await desk.until(lambda _: True)

        assert (await go(place.site, f"/r/{place.code}/erase", place.seat, form)).status == 200

        assert await desk.ended() == CloseCode.ERASED


async def test_a_helper_of_the_trainer_sees_the_cards_from_then_on(place: Place) -> None:
    members = {x.name: x.id for x in place.trainer.records.of(views.MemberRecord)}
    async with FloorClient(place.site, place.code, place.people[0]) as line:
        await line.until(lambda _: True)
        assert not line.of(card.TableCardRecord)

        await done(place.trainer, c.NameDeputy(members["P0"]))
        await line.until(lambda _: len(line.of(card.TableCardRecord)) == 3)
        assert line.frames[-1].fresh

        await done(place.trainer, c.NameDeputy(None))
        await line.until(lambda _: not line.of(card.TableCardRecord))


async def test_nothing_can_be_done_over_it(place: Place) -> None:
    async with FloorClient(place.site, place.code, place.seat) as desk:
        await desk.until(lambda _: True)
        await desk.send(Do("command-1", c.Close()))
        await desk.until(lambda _: desk.refused == [Code.WATCHING_ONLY])
