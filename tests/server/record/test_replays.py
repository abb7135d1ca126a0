"""How a meeting went: for its members alone, while it runs and after, and only at its moments."""

import httpx
import pytest

from consensus import commands as c
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.forms import ROOM


@pytest.fixture
async def room(site: str, door: Door) -> tuple[str, str, str]:
    """A room in which a choice has begun: its code, and two seats."""
    code, seat = await door.open_room(**ROOM)
    other = await door.join(code, "Ana", "Health")
    async with RoomClient(site, code, seat) as chair:
        step = next(key for key in chair.records.by_key if key.startswith("step/"))
        assert isinstance(await chair.do(c.OpenStep(step.removeprefix("step/"))), Ack)
    return code, seat, other


async def asked(site: str, code: str, seat: str, page: str) -> httpx.Response:
    async with httpx.AsyncClient(cookies={"seat": seat} if seat else {}) as browser:
        return await browser.get(f"{site}/r/{code}/{page}")


async def test_a_member_goes_through_the_moments_of_a_running_meeting(
    site: str, room: tuple[str, str, str]
) -> None:
    code, _, seat = room

    told = (await asked(site, code, seat, "replay.json")).json()

    assert told["title"] == ROOM["title"]
    assert [moment["what"] for moment in told["moments"]] == ["prepared", "came", "opened"]
    assert told["steps"][told["moments"][-1]["step"]]
    for moment in told["moments"]:
        frame = await asked(site, code, seat, f"replay/{moment['position']}.json")
        assert frame.headers["cache-control"] == "no-store"
        assert frame.json()["position"] == moment["position"]
        assert frame.json()["records"]["room"]["type"] == "room"


async def test_there_is_no_frame_between_two_moments_or_after_the_last(
    site: str, room: tuple[str, str, str]
) -> None:
    code, seat, _ = room
    told = (await asked(site, code, seat, "replay.json")).json()
    moments = {moment["position"] for moment in told["moments"]}

    for position in (0, 2, max(moments) + 1, 10**30):
        if position not in moments:
            answer = await asked(site, code, seat, f"replay/{position}.json")
            assert answer.status_code == 404, position


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("en/replay.ftl", 200),
        ("en/archive.ftl", 200),
        ("en/record.ftl", 404),
        ("xx/replay.ftl", 404),
        ("en/..%2Fen%2Freplay.ftl", 404),
    ],
)
async def test_a_page_of_its_own_has_words_of_its_own(site: str, path: str, status: int) -> None:
    async with httpx.AsyncClient() as browser:
        assert (await browser.get(f"{site}/words/{path}")).status_code == status


async def test_the_page_is_for_members(site: str, room: tuple[str, str, str]) -> None:
    code, seat, _ = room

    assert (await asked(site, code, seat, "replay")).status_code == 200
    stranger = await asked(site, code, "", "replay")
    nowhere = await asked(site, "ZZZZZZ", "", "replay")
    assert (stranger.status_code, nowhere.status_code) == (404, 404)
