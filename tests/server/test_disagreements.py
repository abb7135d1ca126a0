"""A room's log of disagreements as data: for its members, by stage and age, in nobody's words."""

import httpx
import pytest

from consensus import commands as c
from consensus.roomwide.disagreements import Assign, Open
from consensus.sides import Word
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.forms import ROOM


@pytest.fixture
async def room(site: str, door: Door) -> tuple[str, str]:
    """A room with a disagreement: its code, and the chair's seat."""
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        for command in (
            Open("d1", "When to visit", "We visit at night."),
            Word("d1", "one", "Nights frighten them."),
        ):
            assert isinstance(await chair.do(command), Ack)
    return code, seat


async def asked(site: str, code: str, seat: str = "") -> httpx.Response:
    cookies = {"seat": seat} if seat else {}
    async with httpx.AsyncClient(cookies=cookies) as browser:
        return await browser.get(f"{site}/r/{code}/disagreements.json")


async def test_a_member_reads_the_log_without_anybodys_words(
    site: str, room: tuple[str, str]
) -> None:
    code, seat = room

    found = await asked(site, code, seat)

    assert found.headers["content-type"] == "application/json"
    assert found.headers["cache-control"] == "no-store"
    (line,) = found.json()["disagreements"]
    assert (found.json()["room"], found.json()["title"]) == (code, ROOM["title"])
    assert (line["title"], line["stage"], line["outcome"]) == ("When to visit", 1, "open")
    assert (line["age_days"], line["overdue"], line["owner"]) == (0, False, "")
    assert "night" not in found.text.lower()


async def test_nobody_else_learns_whether_there_is_such_a_room(
    site: str, room: tuple[str, str]
) -> None:
    code, _ = room

    stranger, nowhere = await asked(site, code), await asked(site, "ZZZZZZ")

    assert (stranger.status_code, nowhere.status_code) == (404, 404)
    assert stranger.content == nowhere.content == b""


async def test_the_owner_is_named_and_the_log_stays_after_the_close(
    site: str, room: tuple[str, str]
) -> None:
    code, seat = room
    async with RoomClient(site, code, seat) as chair:
        me = next(key for key in chair.records.by_key if key.startswith("member/"))
        due = (await asked(site, code, seat)).json()["disagreements"][0]["due"]
        owner = me.removeprefix("member/")
        for command in (Assign("d1", owner, due), c.Close()):
            assert isinstance(await chair.do(command), Ack)

    (line,) = (await asked(site, code, seat)).json()["disagreements"]

    assert line["owner"] == ROOM["name"]
