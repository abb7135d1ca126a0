"""Members take away what they may read, at any moment; to everybody else there is nothing there."""

import asyncio
import io
import json
import re

import httpx
import pikepdf
import pytest

from consensus import commands as c
from consensus.members.admission import WaitingRecord
from consensus.roomwide import wording
from consensus.steps import judge, settle
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.forms import ROOM

CASE = ROOM | {"template": "options", "title": "Planning for J.B.", "agency": "School"}
FILES = {
    "record.pdf": "application/pdf",
    "record.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "record.md": "text/markdown; charset=utf-8",
    "record.csv": "text/csv; charset=utf-8",
    "record.html": "text/html; charset=utf-8",
    "data.json": "application/json",
    "message.pdf": "application/pdf",
    "message.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "calendar.ics": "text/calendar; charset=utf-8",
}


async def taken(site: str, code: str, file: str, seat: str = "") -> httpx.Response:
    cookies = {"seat": seat} if seat else {}
    async with httpx.AsyncClient(cookies=cookies, timeout=30) as browser:
        return await browser.get(f"{site}/r/{code}/{file}")


async def test_a_member_takes_every_kind_of_file_while_the_meeting_goes_on(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM | {"title": "../../x\r\nSet-Cookie: a=b"})

    for file, kind in FILES.items():
        found = await taken(site, code, file, seat)

        assert found.status_code == 200
        assert found.headers["content-type"] == kind
        assert found.headers["cache-control"] == "no-store"
        said = found.headers["content-disposition"]
        assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.[a-z]+"', said)


async def test_the_page_to_print_is_shown_here_and_holds_no_style_of_its_own(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)

    found = await taken(site, code, "record/print", seat)

    assert found.status_code == 200
    assert "content-disposition" not in found.headers
    assert "<style" not in found.text
    assert "unsafe" not in found.headers["content-security-policy"]


async def test_to_whoever_has_no_seat_every_room_is_as_if_it_were_not_there(
    site: str, door: Door
) -> None:
    code, _ = await door.open_room(**ROOM)

    for file in (*FILES, "record/print", "rankings/rank.soi", "forms/sheet.pdf"):
        stranger, nowhere = await asyncio.gather(
            taken(site, code, file), taken(site, "ZZZZZZ", file, "a-key")
        )

        assert (stranger.status_code, nowhere.status_code) == (404, 404)
        assert stranger.content == nowhere.content


async def test_what_is_not_there_is_not_found(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)

    for file in ("rankings/rank.exe", "rankings/nothing.soc", "forms/none.pdf", "record.exe"):
        assert (await taken(site, code, file, seat)).status_code == 404


async def test_the_orders_of_a_ranking_are_taken_once_they_are_opened_and_name_nobody(
    site: str, door: Door
) -> None:
    code, chair_seat = await door.open_room(**ROOM)
    seat = await door.join(code, "Ana Lopez", "School")
    async with RoomClient(site, code, chair_seat) as chair, RoomClient(site, code, seat) as ana:
        await done(chair, c.OpenStep("choose"))
        item = next(iter(await start(ana, "choose")))
        await done(ana, judge.Cast("choose", (item,)))
        await done(chair, judge.Reveal("choose", even_so=True), c.OpenStep("discard"))
        await done(chair, settle.Propose("discard", 0, item))
        await done(ana, settle.Stand("discard", 0, item, "yes"))
        await done(chair, settle.Agree("discard", 0, item, "so we said", even_so=True))
        await done(chair, c.OpenStep("rank"))
        await done(ana, judge.Cast("rank", await start(ana, "rank")))
        before = await taken(site, code, "rankings/rank.soc", seat)
        await done(chair, judge.Reveal("rank", even_so=True))

        after = await taken(site, code, "rankings/rank.soc", seat)

    assert before.status_code == 404
    assert after.status_code == 200
    assert "# NUMBER VOTERS: 1" in after.text
    assert "Ana" not in after.text


async def done(client: RoomClient, *commands: c.PersonCommand) -> None:
    for command in commands:
        assert isinstance(await client.do(command), Ack)


async def start(client: RoomClient, step: str) -> tuple[str, ...]:
    """Return the items of a step, in the order in which somebody is shown them."""
    await client.until(lambda records: f"my_ballot/{step}" in records.by_key)
    return client.records.one(judge.MyBallotRecord, f"my_ballot/{step}").start


class Case:
    """A room about a child, with a chair and a mother in it."""

    def __init__(self, site: str, code: str, chair: str, mother: str) -> None:
        self.site, self.code, self.chair, self.mother = site, code, chair, mother

    async def lines(self, seat: str, query: str = "") -> set[str]:
        """Return the readers of the lines that somebody takes away."""
        found = await taken(self.site, self.code, f"data.json{query}", seat)
        parts = found.json()["record"]["parts"]
        return {line["readers"] for part in parts for line in part["lines"]}


@pytest.fixture
async def case(site: str, door: Door) -> Case:
    code, chair_seat = await door.open_room(**CASE)
    seat = await door.join(code, "Maya", "", **{"as": "carer"})
    async with RoomClient(site, code, chair_seat) as chair:
        await chair.until(lambda records: bool(records.of(WaitingRecord)))
        [waiting] = chair.records.of(WaitingRecord)
        relabel = wording.Relabel("meeting.prepared", "fact", "professionals")
        await done(chair, c.Admit(waiting.id), relabel)
    return Case(site, code, chair_seat, seat)


async def test_the_family_takes_the_family_s_copy_and_a_keeper_whichever_they_want(
    case: Case,
) -> None:
    assert await case.lines(case.mother) == {"all"}
    assert "professionals" in await case.lines(case.chair)
    assert await case.lines(case.chair, "?readers=all") == {"all"}


async def test_nobody_but_a_keeper_says_which_copy_they_want(case: Case) -> None:
    for readers in ("professionals", "restricted", "all"):
        wanted = await taken(case.site, case.code, f"record.md?readers={readers}", case.mother)
        assert wanted.status_code == 404
    assert (await taken(case.site, case.code, "record.md?readers=x", case.chair)).status_code == 404


async def test_a_copy_says_for_whom_it_is(case: Case) -> None:
    family = await taken(case.site, case.code, "record.md", case.mother)
    keeper = await taken(case.site, case.code, "record.md", case.chair)

    assert "This copy is for the family." in family.text
    assert "This copy is for the keepers of the record." in keeper.text


async def test_the_family_s_data_holds_nothing_from_behind_the_record(case: Case) -> None:
    family = await taken(case.site, case.code, "data.json", case.mother)
    keeper = await taken(case.site, case.code, "data.json", case.chair)

    assert family.json()["behind"] is None
    assert [person["name"] for person in keeper.json()["behind"]["people"]] == ["Robin", "Maya"]


async def test_after_the_close_it_is_still_there_for_those_who_were_there(case: Case) -> None:
    async with RoomClient(case.site, case.code, case.chair) as chair:
        assert isinstance(await chair.do(c.Close()), Ack)

    found = await taken(case.site, case.code, "record.pdf", case.mother)

    with pikepdf.open(io.BytesIO(found.content)) as file:
        assert "/StructTreeRoot" in file.Root
    said = (await taken(case.site, case.code, "data.json", case.mother)).json()
    assert "so far" not in json.dumps(said["record"]["state"])
