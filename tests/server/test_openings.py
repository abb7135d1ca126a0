"""Opening a room: from a template, from a file, or going on from another room."""

from collections.abc import AsyncIterator
from html import unescape

import httpx
import pytest

from consensus import commands as c
from consensus.carried import CarriedRecord, FollowedRecord
from consensus.refusal import Code, Refusal
from consensus.roomwide import agencies
from consensus.views import RoomRecord, StepRecord
from server.demo.client import Door, RoomClient
from server.words import FALLBACK, Words
from tests.forms import ROOM

STRATEGY = {
    "template": "strategy",
    "title": "Strategy meeting",
    "name": "Robin",
    "agency": "Health",
}
say = Words(FALLBACK).sentence

PLAN = """\
id = "ours"
title = "Ours"
summary = "One round."
purpose = "To listen."
[[steps]]
id = "round"
title = "A round"
prompt = "One thought each."
minutes = 5
[steps.settings]
type = "turns"
by = "people"
"""


@pytest.fixture
async def browser(site: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without scripts."""
    async with httpx.AsyncClient(base_url=site) as client:
        yield client


def cookie(seat: str) -> dict[str, str]:
    return {"cookie": f"seat={seat}"}


async def opened(browser: httpx.AsyncClient, form: dict[str, str], path: str = "/start") -> str:
    """Open a room; return its code, with the seat in the browser's cookies."""
    answer = await browser.post(path, data=form)
    assert answer.status_code == 303, unescape(answer.text)
    return answer.headers["location"].rsplit("/", 1)[-1]


# --- a template -------------------------------------------------------------------------------


async def test_what_is_typed_reaches_the_room(door: Door, site: str) -> None:
    code, seat = await door.open_room(
        **STRATEGY,
        focus="J.B.",
        purpose="To be safe",
        starts="2030-05-06T10:00",
        rules="north-county",
    )

    async with RoomClient(site, code, seat) as chair:
        room = chair.records.one(RoomRecord, "room")
        expected = {record.agency for record in chair.records.of(agencies.ExpectedRecord)}

    assert (room.focus, room.purpose, room.case) == ("J.B.", "To be safe", True)
    assert room.starts is not None
    assert "Harbour youth project" in expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"focus": "Anna Smith"}, Code.FOCUS_LIKE_NAME),
        ({"focus": "x" * 25}, Code.TEXT_TOO_LONG),
        ({"starts": "tomorrow"}, Code.NO_SUCH_DATE),
        ({"starts": "99999-01-01T00:00"}, Code.NO_SUCH_DATE),
        ({"starts": "9999-12-31T23:00"}, Code.NO_SUCH_DATE),
        ({"rules": "nowhere"}, Code.NO_SUCH_TEMPLATE),
    ],
)
async def test_a_wrong_field_is_refused(
    browser: httpx.AsyncClient, typed: dict[str, str], code: Code
) -> None:
    answer = await browser.post("/start", data={**STRATEGY, **typed})

    assert answer.status_code == 400
    assert say(Refusal(code, most=24)) in unescape(answer.text)


@pytest.mark.parametrize("focus", ["J.B.", "JB", "4417", "Ref 4417", "The B family", "a child"])
async def test_initials_and_references_are_no_names(browser: httpx.AsyncClient, focus: str) -> None:
    assert await opened(browser, {**STRATEGY, "focus": focus})


async def test_what_only_looks_like_a_name_can_be_used_when_it_is_said(
    browser: httpx.AsyncClient,
) -> None:
    assert await opened(browser, {**STRATEGY, "focus": "Green Street", "not_a_name": "on"})


# --- a file -----------------------------------------------------------------------------------


async def test_a_file_fills_the_form_and_opens_a_room(
    browser: httpx.AsyncClient, site: str
) -> None:
    page = await browser.post("/start/file", files={"plan": ("ours.toml", PLAN)})
    assert page.status_code == 200
    assert "One round." in page.text

    answer = await browser.post(
        "/start", data={"plan": PLAN, "title": "", "name": "Robin", "agency": "Health"}
    )
    assert answer.status_code == 400
    assert unescape(answer.text).count(PLAN.splitlines()[0]) == 1  # the file is kept

    form = {"plan": PLAN, "title": "Ours", "name": "Robin", "agency": "Health"}
    done = await browser.post("/start", data=form)
    code = done.headers["location"].rsplit("/", 1)[-1]
    async with RoomClient(site, code, done.cookies["seat"]) as chair:
        assert [step.title for step in chair.records.of(StepRecord)] == ["A round"]


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (
            PLAN.replace("minutes", "minute"),
            "Line 9 of the file: there is no field called `minute`",
        ),
        (PLAN.replace("= 5", "= 500"), "Line 9 of the file: step 'round' lasts longer than 240"),
        ("title = ", "Line 1 of the file: this is not TOML"),
        ("\0", "is not plain text"),
        ("x" * 64_001, "too large to send"),
    ],
)
async def test_a_wrong_file_says_which_line_and_why(
    browser: httpx.AsyncClient, file: str, says: str
) -> None:
    answer = await browser.post("/start/file", files={"plan": ("ours.toml", file)})

    assert answer.status_code == 400
    assert says in unescape(answer.text)


async def test_no_file_at_all_is_refused(browser: httpx.AsyncClient) -> None:
    assert (await browser.post("/start/file", data={})).status_code == 400
    assert (await browser.post("/start", data={**STRATEGY, "plan": "no"})).status_code == 400


async def test_a_notice_that_the_rules_lack_is_no_empty_page(browser: httpx.AsyncClient) -> None:
    gate = PLAN.replace('type = "turns"\nby = "people"', 'type = "gate"\nnotice = "calm"')
    form = {"plan": gate, "title": "Ours", "name": "Robin", "agency": "Health"}

    answer = await browser.post("/start", data=form)

    assert say(Refusal(Code.NO_SUCH_NOTICE, notice="calm")) in unescape(answer.text)


# --- going on ---------------------------------------------------------------------------------


async def test_the_next_room_takes_up_what_the_last_left_and_they_know_each_other(
    browser: httpx.AsyncClient, door: Door, site: str
) -> None:
    code, seat = await door.open_room(**STRATEGY, focus="J.B.")
    async with RoomClient(site, code, seat) as chair:
        await chair.do(agencies.WriteCard("Health", does="Visits"))
        await chair.do(c.Close())

    page = await browser.get(f"/r/{code}/follow", headers=cookie(seat))
    assert 'value="J.B."' in page.text
    assert f'action="/r/{code}/follow"' in page.text
    form = {**STRATEGY, "title": "The second", "template": "options"}
    answer = await browser.post(f"/r/{code}/follow", data=form, headers=cookie(seat))

    next_code = answer.headers["location"].rsplit("/", 1)[-1]
    async with RoomClient(site, next_code, answer.cookies["seat"]) as chair:
        assert chair.records.one(CarriedRecord, "carried").title == "Strategy meeting"
        assert chair.records.one(agencies.CardRecord, "card/health").does == "Visits"
    async with RoomClient(site, code, seat) as before:
        assert before.records.one(FollowedRecord, "followed").code == next_code


async def test_others_do_not_go_on_from_a_room(browser: httpx.AsyncClient, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)
    seat = await door.join(code, "Kit", "School")

    for headers in (cookie(seat), {}):
        assert (await browser.get(f"/r/{code}/follow", headers=headers)).status_code == 403
        answer = await browser.post(f"/r/{code}/follow", data=STRATEGY, headers=headers)
        assert answer.status_code == 403
