"""The doors of a hall's tables: who gets where, with which seat, and who does not."""

import asyncio
from urllib.parse import urlencode

import httpx
import pytest

from consensus import commands as c
from consensus import views
from consensus.hall import hall as h
from server.demo.client import Door, RoomClient
from tests.forms import ROOM
from tests.server.hall.halls import done, go, join, open_hall, tables_of, to_table


async def more(site: str, code: str, seat: str, **form: str) -> int:
    """Ask for more tables; return the status."""
    return (await go(site, f"/r/{code}/tables", seat, urlencode(form).encode())).status


# --- more tables ------------------------------------------------------------------------------


async def test_a_trainer_adds_tables_and_a_repeat_adds_none(site: str) -> None:
    code, seat = await open_hall(site, 2)

    async with RoomClient(site, code, seat) as trainer:
        at_once = (more(site, code, seat, count="3", had="2") for _ in range(3))
        assert await asyncio.gather(*at_once) == [204, 204, 204]
        await trainer.until(lambda records: len(records.of(h.TableRecord)) == 5)
        assert await more(site, code, seat, count="1") == 204
        await trainer.until(lambda records: len(records.of(h.TableRecord)) == 6)
        assert [table.number for table in tables_of(trainer)] == [1, 2, 3, 4, 5, 6]
        assert len({table.code for table in tables_of(trainer)}) == 6


async def test_two_windows_at_once_never_give_two_tables_one_number(site: str) -> None:
    code, seat = await open_hall(site, 1)

    assert await asyncio.gather(*(more(site, code, seat, count="4") for _ in range(3))) == [204] * 3

    async with RoomClient(site, code, seat) as trainer:
        assert [table.number for table in tables_of(trainer)] == list(range(1, 14))


@pytest.mark.parametrize("count", ["", "0", "-1", "x", "41", "9" * 500, "²"])
async def test_a_wrong_number_of_tables_is_refused(site: str, count: str) -> None:
    code, seat = await open_hall(site, 1)

    assert await more(site, code, seat, count=count) == 403


async def test_only_a_trainer_adds_tables(site: str) -> None:
    code, _ = await open_hall(site, 1)
    [learner] = await join(site, code, 1)
    plain, chair = await Door(site).open_room(**ROOM)

    for where, seat in ((code, learner), (code, ""), (code, chair), (plain, chair)):
        assert await more(site, where, seat, count="1") == 403


# --- the way to one's table -------------------------------------------------------------------


async def test_a_table_s_own_code_leads_to_the_hall(site: str) -> None:
    code, seat = await open_hall(site, 1)
    async with RoomClient(site, code, seat) as trainer:
        [table] = tables_of(trainer)

    assert (await go(site, f"/r/{table.code}")).to == f"/r/{code}"
    form = urlencode({"name": "Una", "agency": "Health"}).encode()
    assert (await go(site, f"/r/{table.code}/join", "", form)).to == f"/r/{table.code}"


async def test_whoever_has_no_table_yet_waits_in_the_hall(site: str) -> None:
    code, _ = await open_hall(site, 2, placing="placed")
    [seat] = await join(site, code, 1)

    assert (await to_table(site, code, seat)).to == f"/r/{code}"


async def test_my_table_is_for_nobody_else(site: str) -> None:
    code, trainer_seat = await open_hall(site, 2)
    other, _ = await open_hall(site, 1)
    [stranger] = await join(site, other, 1)
    [seat] = await join(site, code, 1)

    async with RoomClient(site, code, trainer_seat) as trainer:
        member = next(x.id for x in trainer.records.of(views.MemberRecord) if x.name == "P0")
        await done(trainer, c.Remove(member))
        for key in ("", "x" * 43, stranger, seat):
            assert (await to_table(site, code, key)).status == 403


async def test_whoever_goes_to_their_table_again_and_again_has_one_key_there(site: str) -> None:
    code, trainer_seat = await open_hall(site, 1)
    one, other = await join(site, code, 2)
    async with RoomClient(site, code, trainer_seat) as trainer:
        [table] = tables_of(trainer)
    visit = f"/r/{code}/tables/{table.id}/visit"

    seats = [(await to_table(site, code, seat)).seat for seat in (one, one, other, one)]
    visits = [(await go(site, visit, trainer_seat, b"x=")).seat for _ in range(2)]

    assert len({*seats}) == 2
    assert len({*visits}) == 1
    assert not {one, other, trainer_seat} & {*seats, *visits}


async def test_after_the_end_people_still_find_their_table(site: str) -> None:
    code, trainer_seat = await open_hall(site, 1)
    [seat] = await join(site, code, 1)
    async with RoomClient(site, code, trainer_seat) as trainer:
        await done(
            trainer,
            h.Begin(),
        )
        await done(trainer, c.Close())

    went = await to_table(site, code, seat)

    async with RoomClient(site, went.code, went.seat) as at_table:
        await at_table.until(lambda r: r.one(views.RoomRecord, "room").closed is not None)


async def test_a_phone_that_is_passed_round_keeps_whose_turn_it_is(site: str) -> None:
    code, trainer_seat = await open_hall(site, 1)
    door = Door(site)
    one = await door.join(code, "Ana", "Health")
    both = await door.add(code, one, name="Ben", agency="Health")
    async with RoomClient(site, code, trainer_seat) as trainer:
        names = {x.name: x.id for x in trainer.records.of(views.MemberRecord)}

        assert (await to_table(site, code, both)).to == f"/r/{code}/pass"
        went = await go(site, f"/r/{code}/my-table?seat={names['Ben']}", both)
        [table] = tables_of(trainer)
        assert went.to == f"/r/{table.code}?seat={names['Ben']}"

    for name in ("Ana", "Ben"):
        async with RoomClient(site, went.code, went.seat, turn=names[name]) as line:
            assert line.records.one(views.MeRecord, "me").id == names[name]


async def test_somebody_is_added_to_a_phone_in_the_hall_and_not_at_a_table(site: str) -> None:
    code, _ = await open_hall(site, 1)
    [seat] = await join(site, code, 1)
    went = await to_table(site, code, seat)

    assert (await go(site, f"/r/{went.code}/seats", went.seat)).to == f"/r/{code}/seats"
    form = urlencode({"name": "Una", "agency": "Health"}).encode()
    assert (await go(site, f"/r/{went.code}/seats", went.seat, form)).to == f"/r/{code}/seats"


async def test_a_hundred_phones_behind_one_address_are_in_at_once(site: str) -> None:
    code, trainer_seat = await open_hall(site, 12)
    headers = {"x-forwarded-for": "203.0.113.7"}
    async with httpx.AsyncClient(base_url=site, timeout=60, headers=headers) as phones:
        for _ in range(20):  # one in five mistypes
            assert (await phones.get("/r/ZZZZZZ")).status_code == 404
        for number in range(96):
            form = {"name": f"Phone {number}", "agency": "Health"}
            phones.cookies.clear()
            answer = await phones.post(f"/r/{code}/join", data=form)
            assert answer.status_code == 303, answer.text

    async with RoomClient(site, code, trainer_seat) as trainer:
        assert len(trainer.records.of(h.SitsRecord)) == 96


# --- a trainer looks in -----------------------------------------------------------------------


async def test_a_trainer_looks_in_and_the_table_goes_on_by_itself(site: str) -> None:
    code, seat = await open_hall(site, 1)
    [learner] = await join(site, code, 1)
    async with RoomClient(site, code, seat) as trainer:
        [table] = tables_of(trainer)
    visit = f"/r/{code}/tables/{table.id}/visit"

    went = await go(site, visit, seat, b"x=")
    assert went.code == table.code
    async with RoomClient(site, table.code, went.seat) as line:
        me = next(x for x in line.records.of(views.MemberRecord) if x.name == "Tess")
        assert (me.role, me.voice) == ("observer", False)
    for key, path in ((learner, visit), ("", visit), (seat, f"/r/{code}/tables/nowhere/visit")):
        assert (await go(site, path, key, b"x=")).status == 403
