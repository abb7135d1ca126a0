"""The library: who puts a sheet there and takes it out, who finds it, and how it is gone."""

from pathlib import Path

import httpx
import pytest

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.items import Source
from consensus.steps import form
from server.demo.client import Door, RoomClient
from server.forgetting.receipts import is_genuine
from server.log import SheetRow
from server.services import Services
from server.settings import Settings
from tests.forms import ROOM
from tests.server.hall.halls import done, serving_with

FIELDS = (
    form.Field("name", "What is it called?", kind="line", required=True),
    form.Field("theme", "Theme", kind="line"),
    form.Field("what", "What is done?"),
    form.Field("child", "The child's own words", voice="child"),
    form.Field("who", "Who was there?", kind="people"),
)
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} %_\\ ' OR 1=1"


class Room:
    """A room with two sheets: the room's own form, filled by Ana, and her address of it."""

    def __init__(self, site: str, code: str, chair: str, ana: str, other: str) -> None:
        self.site = site
        self.code = code
        self.chair = chair
        self.ana = ana
        self.other = other
        self.shelf = f"/r/{code}/forms/practice/library"

    async def ask(self, path: str, seat: str = "", **fields: str) -> httpx.Response:
        async with httpx.AsyncClient(base_url=self.site, timeout=30) as browser:
            headers = {"cookie": f"seat={seat}"}
            if fields:
                return await browser.post(path, data=fields, headers=headers)
            return await browser.get(path, headers=headers)

    async def put(self, seat: str, **more: str) -> int:
        asked = {"sheet": "room", "looked": "on", "days": "90", "ask": ""} | more
        return (await self.ask(self.shelf, seat, **asked)).status_code

    async def finds(self, words: str) -> str:
        return (await self.ask(f"/r/{self.code}/library", self.other, words=words)).text


@pytest.fixture
async def room(site: str, door: Door) -> Room:
    code, chair = await door.open_room(**ROOM)
    ana, ben = [await door.join(code, name, "Health") for name in ("Ana", "Ben")]
    plan = StepPlan("practice", "What works", "", 5, form.Settings(FIELDS), Source(take="none"))
    async with RoomClient(site, code, chair) as leads, RoomClient(site, code, ana) as writes:
        await done(leads, planning.AddStep(plan))
        await done(leads, c.OpenStep("practice"))
        for field, value in (("name", "Une heure Café"), ("theme", "Sleep"), ("what", HOSTILE)):
            await done(writes, form.Fill("practice", "room", field, value))
        said = form.Fill("practice", "room", "child", "I sleep", "", "her nurse", "2027-03-02")
        await done(writes, said)
    return Room(site, code, chair, ana, ben)


async def test_who_filled_a_sheet_alone_puts_it_there_and_everybody_here_finds_it(
    room: Room,
) -> None:
    assert await room.put(room.ana, ask="The night team") == 303

    for words in ("", "cafe", "HEURE sleep", "%_\\", "' or 1=1"):
        assert "Une heure Café" in await room.finds(words), words
    for words in ("nothing", "cafe nothing", "x%"):
        assert "Une heure Café" not in await room.finds(words)
    page = await room.finds("")
    assert "The night team" in page
    assert "<script>alert" not in page
    assert "I sleep" not in page
    assert "Ana" not in page


async def test_only_the_chair_and_whoever_filled_it_alone_may(room: Room) -> None:
    for seat in (room.other, "", "x" * 40):
        assert await room.put(seat) == 404
        assert (await room.ask(room.shelf, seat)).status_code == 404
        assert (await room.ask(f"{room.shelf}/out", seat, sheet="room")).status_code == 404
    assert (await room.ask(room.shelf, room.chair)).status_code == 200
    assert await room.put(room.chair, sheet="nobody's") == 404
    assert await room.put(room.chair) == 303


async def test_names_are_looked_for_first_and_nothing_typed_is_lost(room: Room) -> None:
    typed = {"sheet": "room", "days": "90", "ask": "The <night> team"}
    answer = await room.ask(room.shelf, room.ana, **typed)

    assert answer.status_code == 400
    assert "The &lt;night&gt; team" in answer.text
    assert await room.put(room.ana, days="100000") == 400
    assert "Une heure" not in await room.finds("")


async def test_a_second_time_it_is_there_once_and_taken_out_it_leaves_a_receipt(
    site: str, room: Room, tmp_path: Path
) -> None:
    assert await room.put(room.ana) == await room.put(room.chair) == 303
    assert (await room.finds("")).count("<details") == 1

    gone = await room.ask(f"{room.shelf}/out", room.chair, sheet="room")
    assert gone.status_code == 303
    assert "Une heure" not in await room.finds("")
    again = await room.ask(f"{room.shelf}/out", room.chair, sheet="room")
    assert again.status_code == 303


async def test_a_sheet_is_printed_on_one_page(room: Room) -> None:
    await room.put(room.ana)
    page = await room.finds("")
    path = next(part for part in page.split('"') if part.endswith(".pdf"))

    assert (await room.ask(path, room.other)).headers["content-type"] == "application/pdf"
    assert (await room.ask(path, "")).status_code == 404
    assert (await room.ask(f"/r/{room.code}/library/none.pdf", room.other)).status_code == 404


async def test_where_rooms_are_opened_with_a_passphrase_so_is_the_library(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, port=0, passphrase="open sesame")
    async with serving_with(settings) as (site, services):
        await services.log.put_sheet(a_sheet())
        async with httpx.AsyncClient(base_url=site) as browser:
            assert "Quiet hour" not in (await browser.get("/library")).text
            assert "Quiet hour" not in (await browser.post("/library", data={"words": ""})).text
            assert (await browser.get("/library/s1.pdf")).status_code == 404
            wrong = await browser.post("/library/door", data={"passphrase": "x"})
            assert wrong.status_code == 403
            right = await browser.post("/library/door", data={"passphrase": "open sesame"})
            assert "Quiet hour" in right.text
            assert (await browser.get("/library/s1.pdf")).status_code == 404
            key = right.text.split('name="key" value="')[1].split('"')[0]
            for path, sent, there in (
                ("/library", key, True),
                ("/library", "x" * 32, False),
            ):
                found = await browser.post(path, data={"words": "QUIET", "key": sent})
                assert ("Quiet hour" in found.text) is there
            printed = await browser.post("/library/s1.pdf", data={"key": key})
            assert printed.headers["content-type"] == "application/pdf"


async def test_a_sheet_goes_on_its_day_with_a_receipt(tmp_path: Path) -> None:
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, services):
        await services.log.put_sheet(a_sheet(until=1_000))
        assert "Quiet hour" not in (await looked(site)).text

        await services.forgetting.sweep()

        assert await services.log.due_sheets(2_000) == []
        [receipt] = await receipts(services)
        assert is_genuine(receipt)
        assert b"Quiet" not in receipt


async def test_many_sheets_come_a_page_at_a_time(tmp_path: Path) -> None:
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, services):
        for number in range(45):
            await services.log.put_sheet(a_sheet(number))
        async with httpx.AsyncClient(base_url=site) as browser:
            counts = [
                (await browser.post("/library", data={"page": page})).text.count("<details")
                for page in ("1", "2", "3", "4", "-1", "x", "9" * 400)
            ]

    assert counts == [20, 20, 5, 0, 20, 20, 20]


def a_sheet(number: int = 1, until: int = 9_999_999_999_999) -> SheetRow:
    sheet = b'{"title":"Quiet hour","theme":"Sleep","organisation":"","fields":[]}'
    return SheetRow(f"s{number}", bytes([number] * 32), number, until, "quiet hour sleep", sheet)


async def looked(site: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=site) as browser:
        return await browser.get("/library")


async def receipts(services: Services) -> list[bytes]:
    return [row.receipt for row in await services.log.receipts()]
