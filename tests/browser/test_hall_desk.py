"""A trainer leads a session at the desk: seats people, helps, holds, aligns, calls, ends."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import httpx
from playwright.async_api import Locator, Page, expect

from consensus.commands import PersonCommand
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.views import RoomRecord
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.browser.keyboard import Keyboard
from tests.browser.screens import NARROW, PATIENCE, House, button, say
from tests.browser.test_axe import Looker
from tests.forms import ROOM

HALL = {**ROOM, "title": "Learning together", "tables": "2", "placing": "placed", "self_run": "on"}
PEOPLE = [("Ana", "Police"), ("Ben", "Health"), ("Cam", "School")]

# Tall enough for axe to see the whole desk.
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 2_000}}
PHONE: dict[str, Any] = {**NARROW, "viewport": {"width": 320, "height": 4_000}}


class Hall:
    """A hall that stands open, its trainer's line, and the lines of people at their tables."""

    def __init__(self, site: str, code: str, seat: str, trainer: RoomClient) -> None:
        self.site, self.code, self.seat, self.trainer = site, code, seat, trainer
        self.lines = AsyncExitStack()

    def table(self, number: int) -> h.TableRecord:
        tables = self.trainer.records.of(h.TableRecord)
        return next(table for table in tables if table.number == number)

    async def at_table(self, seat: str) -> RoomClient:
        """Return somebody's line to their table, with the seat that a browser gets there."""
        async with httpx.AsyncClient(base_url=self.site, cookies={"seat": seat}) as browser:
            answer = await browser.get(f"/r/{self.code}/my-table")
        key = answer.headers["set-cookie"].split(";")[0].removeprefix("seat=")
        line = RoomClient(self.site, answer.headers["location"].removeprefix("/r/"), key)
        return await self.lines.enter_async_context(line)


@asynccontextmanager
async def hall_open(site: str) -> AsyncIterator[tuple[Hall, list[str]]]:
    """A hall with two tables and three people without one; the people's seats."""
    code, seat = await Door(site).open_room(**HALL)
    seats = [await Door(site).join(code, name, agency) for name, agency in PEOPLE]
    async with RoomClient(site, code, seat) as trainer:
        hall = Hall(site, code, seat, trainer)
        async with hall.lines:
            yield hall, seats


def card(page: Page, name: str) -> Locator:
    return page.locator("li.card", has=page.get_by_role("heading", name=name, exact=True))


async def shown(page: Page | Locator, message: str, **facts: object) -> None:
    await expect(page.get_by_text(say(message, **facts)).first).to_be_visible(timeout=PATIENCE)


async def heard(page: Page, message: str, **facts: object) -> None:
    """Wait until the status region says something."""
    region = page.locator("[role=status]", has_text=say(message, **facts))
    await expect(region.first).to_be_attached(timeout=PATIENCE)


async def act(page: Page, message: str) -> None:
    """Press the next act, once it is this one and takes a press."""
    wanted = page.locator(".next-act button.big", has_text=say(message))
    await expect(wanted).to_be_visible(timeout=PATIENCE)
    await page.wait_for_timeout(500)  # it ignores a second tap that comes as its words change
    await wanted.click()


async def test_a_trainer_seats_people_and_leads_the_tables(house: House) -> None:
    async with hall_open(house.site) as (hall, seats):
        # Given a trainer at a laptop, and the same desk on a phone in the hand
        page = await house.seated(hall.code, hall.seat, **DESK)
        phone = await house.seated(hall.code, hall.seat, **PHONE)
        desk, hand = Looker(page, "desk"), Looker(phone, "phone")
        await shown(page, "hall-desk-joined", count=3)
        await desk.look("before the start")

        await seat_by_keyboard(Keyboard(page), hall)
        await deal_and_begin(page, hand)

        # When somebody at table 2 asks for help
        lines = [await hall.at_table(seat) for seat in seats]
        at_two = next(line for line in lines if number(line) == 2)
        await do(at_two, t.AskHelp())

        # Then it is said, and table 2 comes first, on both screens
        await heard(page, "hall-desk-help-said", tables="Table 2, Otters")
        for screen in (page, phone):
            first = screen.locator(".hall-cards > li").first
            await expect(first).to_contain_text("Otters", timeout=PATIENCE)
        await desk.look("at work")
        await hand.look("at work")

        await look_in(page)
        await nudge(page, at_two)
        await hold_and_align(page, desk, lines)
        await call_and_end(page, hall)
        await desk.look("after the end")
        assert desk.faults + hand.faults == []


def number(line: RoomClient) -> int:
    return line.records.one(t.AtTableRecord, "at_table").number


async def do(line: RoomClient, command: PersonCommand) -> None:
    assert isinstance(await line.do(command), Ack), command


async def seat_by_keyboard(keys: Keyboard, hall: Hall) -> None:
    """Put Ana at table 2, and name it, without a mouse."""
    await keys.tab_to(say("hall-desk-seat-person", name="Ana"))
    await keys.press("Enter")
    await keys.shown(say("hall-desk-move-title", name="Ana"))
    await keys.tab_to(say("hall-desk-table", number=2))
    await keys.press("Enter")
    await heard(keys.page, "hall-desk-moved", name="Ana", table=say("hall-desk-table", number=2))

    await keys.tab_to(say("hall-desk-table-options", table=say("hall-desk-table", number=2)))
    await keys.press("Enter")
    await keys.tab_to(say("hall-desk-name"))
    await keys.write("Otters")
    await keys.tab_to(say("hall-desk-name-save"))
    await keys.press("Enter")
    await hall.trainer.until(lambda _: hall.table(2).name == "Otters")
    await keys.press("Escape")


async def deal_and_begin(page: Page, hand: Looker) -> None:
    """Add a table and take it away; then begin, with two people still to be seated."""
    await button(page, "hall-desk-add").click()
    await expect(card(page, "Table 3")).to_be_visible(timeout=PATIENCE)
    await button(page, "hall-desk-table-options", table="Table 3").click()
    await button(page, "hall-desk-take-away").click()
    await expect(card(page, "Table 3")).to_have_count(0, timeout=PATIENCE)
    await hand.look("before the start")
    await shown(page, "hall-desk-next-begin", seatless=2)
    await act(page, "hall-desk-begin")
    await shown(page, "hall-desk-line-plan")


async def look_in(page: Page) -> None:
    """See table 2 as it is, on a page of its own; the desk stays."""
    async with page.context.expect_page() as opened:
        await button(page, "hall-desk-visit-table", table="Table 2, Otters").click()
    table = await opened.value
    heading = table.get_by_role("heading", level=1, name="Read and talk")
    await expect(heading).to_be_visible(timeout=PATIENCE)
    await table.close()


async def nudge(page: Page, at_two: RoomClient) -> None:
    """Send table 2 a ready sentence: it hears it, and no longer asks."""
    await button(page, "hall-desk-nudge-table", table="Table 2, Otters").click()
    await button(page, "hall-desk-nudge-quiet").click()
    await button(page, "hall-desk-nudge-send").click()
    await at_two.until(lambda records: records.one(t.AtTableRecord, "at_table").nudge is not None)
    told = at_two.records.one(t.AtTableRecord, "at_table").nudge
    assert told is not None
    assert told.text == say("hall-desk-nudge-quiet")
    await expect(page.locator(".hall-help")).to_have_count(0, timeout=PATIENCE)


async def hold_and_align(page: Page, desk: Looker, lines: list[RoomClient]) -> None:
    """Stop all tables and let them go on; then bring them all to one step."""
    await button(page, "hall-desk-hold").click()
    for line in lines:
        await line.until(lambda records: records.one(RoomRecord, "room").paused)
    await expect(page.locator(".hall-card .chip", has_text=say("hall-desk-held"))).to_have_count(
        2, timeout=PATIENCE
    )
    await act(page, "hall-desk-release")
    await button(page, "hall-desk-align").click()
    await page.get_by_role("radio", name=re.compile("Choose one")).check(force=True)
    await shown(page, "hall-desk-align-on", count=2)
    await desk.look("bringing all to a step")
    await button(page, "hall-desk-align-go", title="Choose one to set aside").click()
    for line in lines:
        await line.until(lambda records: records.one(RoomRecord, "room").current == "choose")
    for name in ("Table 1", "Table 2, Otters"):
        await expect(card(page, name)).to_contain_text("Choose one to set aside", timeout=PATIENCE)


async def call_and_end(page: Page, hall: Hall) -> None:
    """Bring a board to the wall, call everybody, look at the plenary, and end."""
    await page.get_by_label(say("hall-desk-wall-next")).select_option("table")
    await button(page, "hall-desk-show").click()
    await shown(page, "hall-desk-board-of", table="Table 1")
    await act(page, "hall-desk-call")
    await page.locator("dialog").get_by_role("button", name=say("hall-desk-call")).click()
    await act(page, "hall-desk-to-plenary")
    await page.get_by_role("button", name=say("hall-desk-back")).click()
    await button(page, "hall-desk-end").click()
    await page.locator("dialog").get_by_role("button", name=say("hall-desk-end")).click()
    await shown(page, "hall-desk-ended")
    await expect(button(page, "tables-short-splits")).to_be_visible(timeout=PATIENCE)
    await expect(button(page, "tables-to-wall")).to_have_count(0)
    records = hall.trainer.records
    assert records.one(h.HallRecord, "hall").shown.table == hall.table(1).id
    assert not records.one(h.HallRecord, "hall").shown.names
