"""Seats: who waits at the door hears nothing, and a shared device shows each their own alone."""

import asyncio
import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from consensus import commands as c
from consensus.members.admission import WaitingRecord
from consensus.members.membership import ReadBackRecord
from consensus.members.merging import MergingRecord
from consensus.refusal import Code, Refusal
from consensus.roomwide import contacts
from consensus.steps import judge
from consensus.views import MemberRecord, MeRecord
from server.attendance import HICCUP
from server.demo.client import Door, RoomClient
from server.services import MOST_KEYS
from server.wire import Ack, CloseCode, Refused
from server.words import FALLBACK, Words
from tests.forms import ROOM
from tests.server.test_sockets import hello, said_goodbye

CASE = {**ROOM, "template": "strategy", "title": "Planning together", "focus": "J.M."}
SECRET = "between-us-1."


@pytest.fixture
async def browser(site: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without scripts, which keeps cookies and follows where it is sent."""
    async with httpx.AsyncClient(base_url=site, follow_redirects=True) as client:
        yield client


def says(answer: httpx.Response, code: Code, **facts: str | int) -> bool:
    """Say whether a page shows a refusal's sentence."""
    return Words(FALLBACK).sentence(Refusal(code, **facts)) in unescape(answer.text)


def member(client: RoomClient, name: str) -> MemberRecord:
    """Return what a client knows of somebody."""
    return next(m for m in client.records.of(MemberRecord) if m.name == name)


async def knows(client: RoomClient, *names: str) -> None:
    """Wait until a client knows of people."""
    wanted = set(names)
    await client.until(lambda r: wanted <= {m.name for m in r.of(MemberRecord)})


# --- what people are here as --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "role", "agency"),
    [
        ({"agency": "Police"}, "participant", "Police"),
        ({"as": "professional", "agency": "Police"}, "participant", "Police"),
        ({"as": "child"}, "family", "Child or young person"),
        ({"as": "carer", "agency": "Maya’s father"}, "family", "Maya’s father"),
        ({"as": "advocate"}, "advocate", "Independent advocate"),
        ({"as": "observer", "agency": "College"}, "observer", "College"),
    ],
)
async def test_people_say_at_the_door_what_they_are_here_as(
    site: str, door: Door, fields: dict[str, str], role: str, agency: str
) -> None:
    code, seat = await door.open_room(**ROOM)
    await door.join(code, "Kit", fields.pop("agency", ""), attends="video", **fields)

    async with RoomClient(site, code, seat) as chair:
        kit = member(chair, "Kit")
    assert (kit.role, kit.agency, kit.attends) == (role, agency, "video")


@pytest.mark.parametrize("fields", [{"as": "chair"}, {"as": "💥"}, {"attends": "astral"}])
async def test_what_the_form_does_not_offer_is_refused(
    browser: httpx.AsyncClient, door: Door, fields: dict[str, str]
) -> None:
    code, _ = await door.open_room(**ROOM)

    answer = await browser.post(f"/r/{code}/join", data={"name": "K", "agency": "A", **fields})

    assert answer.status_code == 400
    assert says(answer, Code.NOT_UNDERSTOOD)


async def test_nobody_joins_as_somebody_whom_the_chair_enters(
    browser: httpx.AsyncClient, door: Door
) -> None:
    code, _ = await door.open_room(**ROOM)

    answer = await browser.post(
        f"/r/{code}/join", data={"name": "K", "agency": "A", "attends": "proxy"}
    )

    assert says(answer, Code.PROXY_IS_THE_CHAIRS)


# --- waiting ------------------------------------------------------------------------------------


async def test_somebody_who_waits_gets_no_byte_of_the_room(
    site: str, door: Door, browser: httpx.AsyncClient
) -> None:
    code, seat = await door.open_room(**CASE)
    async with RoomClient(site, code, seat) as chair:
        await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
        await chair.until(lambda r: bool(r.of(WaitingRecord)))

        page = await browser.get(f"/r/{code}")
        assert "Thank you, Jo" in page.text
        assert "Robin" not in page.text
        waits = f"seat={browser.cookies['seat']}"
        assert await said_goodbye(site, code, hello(), cookie=waits) == CloseCode.NOT_A_MEMBER
        for path in ("sheet", "register"):
            assert (await browser.get(f"/r/{code}/{path}")).status_code == 404
        assert (await browser.get(f"/r/{code}/waiting")).json() == {"state": "waiting", "waits": 1}
        assert not [m for m in chair.records.of(MemberRecord) if m.name == "Jo"]


async def test_somebody_is_let_in_and_their_page_knows(
    site: str, door: Door, browser: httpx.AsyncClient
) -> None:
    code, seat = await door.open_room(**CASE)
    async with RoomClient(site, code, seat) as chair:
        await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
        await chair.until(lambda r: bool(r.of(WaitingRecord)))
        [waiting] = chair.records.of(WaitingRecord)

        assert isinstance(await chair.do(c.Admit(waiting.id)), Ack)

        assert (await browser.get(f"/r/{code}/waiting")).json() == {"state": "in", "waits": 0}
        assert 'data-page="room"' in (await browser.get(f"/r/{code}")).text
        async with RoomClient(site, code, browser.cookies["seat"]) as jo:
            assert (member(jo, "Jo").role, member(jo, "Jo").seat) == ("family", "carer")


async def test_the_page_of_a_shared_phone_knows_how_many_wait(
    site: str, door: Door, browser: httpx.AsyncClient
) -> None:
    code, seat = await door.open_room(**CASE)
    async with RoomClient(site, code, seat) as chair:
        await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
        await browser.post(f"/r/{code}/seats", data={"name": "Ade", "as": "advocate"})
        await chair.until(lambda r: len(r.of(WaitingRecord)) == 2)
        assert 'data-page="pass"' in (page := (await browser.get(f"/r/{code}/pass")).text)
        assert 'data-waits="2"' in page

        assert isinstance(await chair.do(c.AdmitAll()), Ack)

        state = (await browser.get(f"/r/{code}/waiting")).json()
        assert state == {"state": "in", "waits": 0}
        assert "data-page" not in (await browser.get(f"/r/{code}/pass")).text


async def test_somebody_is_turned_away_and_may_ask_again(
    site: str, door: Door, browser: httpx.AsyncClient
) -> None:
    code, seat = await door.open_room(**CASE)
    async with RoomClient(site, code, seat) as chair:
        await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
        await chair.until(lambda r: bool(r.of(WaitingRecord)))
        [waiting] = chair.records.of(WaitingRecord)
        await chair.do(c.TurnAway(waiting.id))

    assert (await browser.get(f"/r/{code}/waiting")).json() == {"state": "gone", "waits": 0}
    page = await browser.get(f"/r/{code}")
    assert Words(FALLBACK).say("join-known") in page.text
    again = await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
    assert "Thank you, Jo" in again.text


async def test_the_waiting_page_speaks_to_a_child_as_to_a_child(
    door: Door, browser: httpx.AsyncClient
) -> None:
    code, _ = await door.open_room(**CASE)

    page = await browser.post(f"/r/{code}/join", data={"name": "Maya", "as": "child"})

    assert Words(FALLBACK).say("waiting-next-child") in page.text
    assert '<noscript><meta http-equiv="refresh"' in page.text


async def test_a_closed_room_lets_nobody_wait(
    site: str, door: Door, browser: httpx.AsyncClient
) -> None:
    code, seat = await door.open_room(**CASE)
    await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
    async with RoomClient(site, code, seat) as chair:
        await chair.do(c.Close())

    assert (await browser.get(f"/r/{code}/waiting")).json() == {"state": "gone", "waits": 0}
    assert (await browser.get(f"/r/{code}")).status_code == 404


# --- several seats on one device ----------------------------------------------------------------


async def test_a_device_with_several_seats_asks_whose_turn_it_is(
    door: Door, browser: httpx.AsyncClient
) -> None:
    code, _ = await door.open_room(**ROOM)
    await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
    assert 'data-seats="1"' in (await browser.get(f"/r/{code}")).text

    passed = await browser.post(f"/r/{code}/seats", data={"name": "Maya", "as": "child"})

    assert passed.url.path == f"/r/{code}/pass"
    seats = re.findall(rf'href="(/r/{code}\?seat=\w+)"', passed.text)
    assert len(seats) == 2
    assert (await browser.get(f"/r/{code}")).url.path == f"/r/{code}/pass"
    assert 'data-seats="2"' in (await browser.get(seats[1])).text
    assert (await browser.get(f"/r/{code}?seat=somebody")).url.path == f"/r/{code}/pass"


async def test_each_line_is_shown_the_records_of_one_seat_alone(site: str, door: Door) -> None:
    code, chairs = await door.open_room(**ROOM)
    alone = await door.join(code, "Jo", "Family")
    both = await door.add(code, alone, name="Maya", agency="School")
    async with RoomClient(site, code, chairs) as chair, RoomClient(site, code, both) as jo:
        await knows(chair, "Jo", "Maya")
        maya = member(chair, "Maya").id
        await chair.do(c.OpenStep("choose"))
        await jo.do(judge.Cast("choose", ("s3",), SECRET))
        await jo.do(contacts.Enter(phone="01603 000000"))

        async with RoomClient(site, code, both, turn=maya, hears=True) as other:
            assert other.records.one(MeRecord, "me").id == maya
            await other.do(judge.Cast("choose", ("s4",), "mine"))
            await other.until(lambda r: r.one(judge.JudgeRecord, "judge/choose").answered == 2)
            heard = b"".join(other.heard)

        assert SECRET.encode() not in heard
        assert b"01603" not in heard
        assert jo.records.one(MeRecord, "me").id == member(chair, "Jo").id


async def test_all_seats_of_a_device_are_in_the_room_by_its_one_line(site: str, door: Door) -> None:
    code, chairs = await door.open_room(**ROOM)
    both = await door.add(code, await door.join(code, "Jo", "Family"), name="Maya", agency="School")
    async with RoomClient(site, code, chairs) as chair:
        async with RoomClient(site, code, both):
            await knows(chair, "Jo", "Maya")
            assert member(chair, "Jo").here
            assert member(chair, "Maya").here
        assert HICCUP > 1  # nobody counts as gone in the moment in which a phone changes hands
        assert member(chair, "Maya").here


async def test_a_seat_that_is_not_of_this_device_opens_no_line(site: str, door: Door) -> None:
    code, chairs = await door.open_room(**ROOM)
    seat = await door.join(code, "Jo", "Family")
    async with RoomClient(site, code, chairs) as chair:
        robin = member(chair, "Robin").id
        await said_nothing_to(site, code, seat, robin)


async def said_nothing_to(site: str, code: str, seat: str, turn: str) -> None:
    """Fail unless a line that claims somebody else's seat is closed."""
    stranger = RoomClient(site, code, seat, turn=turn)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(1):
            await stranger.open()
    assert stranger.close_code == CloseCode.NOT_A_MEMBER


async def test_a_device_holds_so_many_seats(door: Door, browser: httpx.AsyncClient) -> None:
    code, _ = await door.open_room(**ROOM)
    await browser.post(f"/r/{code}/join", data={"name": "P0", "agency": "A"})
    for number in range(1, MOST_KEYS):
        await browser.post(f"/r/{code}/seats", data={"name": f"P{number}", "agency": "A"})

    full = await browser.post(f"/r/{code}/seats", data={"name": "One more", "agency": "A"})

    assert says(full, Code.SEATS_FULL, most=MOST_KEYS)
    assert 'value="One more"' in full.text


async def test_nobody_is_added_to_a_device_that_is_not_in_the_room(
    door: Door, browser: httpx.AsyncClient
) -> None:
    code, _ = await door.open_room(**ROOM)

    for path in ("seats", "pass"):
        assert (await browser.get(f"/r/{code}/{path}")).url.path == f"/r/{code}"
    await browser.post(f"/r/{code}/seats", data={"name": "Jo", "agency": "A"})
    assert "seat" not in browser.cookies


async def test_in_a_case_room_whoever_is_added_waits_too(
    site: str, door: Door, browser: httpx.AsyncClient
) -> None:
    code, seat = await door.open_room(**CASE)
    async with RoomClient(site, code, seat) as chair:
        await browser.post(f"/r/{code}/join", data={"name": "Jo", "as": "carer"})
        page = await browser.post(f"/r/{code}/seats", data={"name": "Maya", "as": "child"})

        assert page.text.count(Words(FALLBACK).say("pass-waits")) == 2
        await chair.until(lambda r: len(r.of(WaitingRecord)) == 2)
        await chair.do(c.AdmitAll())
        await knows(chair, "Jo", "Maya")
    assert len(re.findall(r"\?seat=\w+", (await browser.get(f"/r/{code}/pass")).text)) == 2


# --- entered by the chair -----------------------------------------------------------------------


async def test_the_chair_enters_a_caller_and_reads_back(site: str, door: Door) -> None:
    code, seat = await door.open_room(**CASE)
    async with RoomClient(site, code, seat) as chair:
        robin = member(chair, "Robin").id
    keys = await door.add(code, seat, robin, name="Pat", agency="Housing", attends="proxy")

    async with RoomClient(site, code, keys, turn=robin) as chair:
        pat = member(chair, "Pat")
        assert pat.attends == "proxy"
        await chair.do(c.OpenStep("sharing"))
        async with RoomClient(site, code, keys, turn=pat.id) as caller:
            assert isinstance(await caller.do(c.ReadBack("sharing")), Ack)
        await chair.until(lambda r: r.one(ReadBackRecord, "read_back/sharing").members == (pat.id,))
        assert isinstance(await chair.do(c.ReadBack("sharing")), Refused)


async def test_nobody_else_enters_somebody_without_a_screen(
    door: Door, browser: httpx.AsyncClient
) -> None:
    code, _ = await door.open_room(**ROOM)
    await browser.post(f"/r/{code}/join", data={"name": "Jo", "agency": "A"})

    answer = await browser.post(
        f"/r/{code}/seats", data={"name": "Pat", "agency": "A", "attends": "proxy"}
    )

    assert says(answer, Code.PROXY_IS_THE_CHAIRS)


# --- one person, two seats ----------------------------------------------------------------------


async def test_after_a_merge_the_other_device_opens_the_seat_that_stays(
    site: str, door: Door
) -> None:
    code, chairs = await door.open_room(**ROOM)
    old, new = await door.join(code, "Jo", "A"), await door.join(code, "Jo again", "A")
    async with (
        RoomClient(site, code, chairs) as chair,
        RoomClient(site, code, new) as stays,
        RoomClient(site, code, old) as goes,
    ):
        await knows(chair, "Jo", "Jo again")
        keep, drop = member(chair, "Jo again").id, member(chair, "Jo").id
        await chair.do(c.OpenStep("choose"))
        await goes.do(judge.Cast("choose", ("s3",), SECRET))
        await chair.do(c.Merge(keep, drop))
        await stays.until(lambda r: bool(r.of(MergingRecord)))

        assert isinstance(await stays.do(c.AnswerMerge(drop, yes=True)), Ack)

        assert await goes.ended() == CloseCode.MOVED
        async with RoomClient(site, code, old, hears=True) as back:
            assert back.records.one(MeRecord, "me").id == keep
            assert SECRET.encode() not in b"".join(back.heard)


# --- the register -------------------------------------------------------------------------------


async def test_contacts_are_on_the_members_page_and_on_no_wall(
    site: str, door: Door, browser: httpx.AsyncClient, tmp_path: Path
) -> None:
    code, seat = await door.open_room(**ROOM)
    key = await door.wall_key(code, seat)
    async with (
        RoomClient(site, code, seat) as chair,
        RoomClient(site, code, wall=key, hears=True) as wall,
    ):
        await chair.do(
            contacts.Enter("01603 000000", "robin@home.example", "Duty desk", bringing="Time")
        )
        await wall.until(lambda r: bool(r.of(contacts.BringingRecord)))
        assert b"01603" not in b"".join(wall.heard)

    page = (await browser.get(f"/r/{code}/register", headers={"cookie": f"seat={seat}"})).text

    assert 'href="tel:01603000000"' in page
    assert 'href="mailto:robin@home.example"' in page
    assert "Duty desk" in page
    assert "Changed on" in page
    sheet = (await browser.get(f"/r/{code}/sheet", headers={"cookie": f"seat={seat}"})).text
    assert "01603 000000" in sheet
    assert (await browser.get(f"/r/{code}/register")).status_code == 404
