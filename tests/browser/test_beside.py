"""Beside the steps: an immediate risk, the words we use, the parking list, the dates."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from icalendar import Calendar
from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.roomwide.risk import RiskRecord
from server.demo.client import RoomClient
from server.wire import Ack
from tests.browser.keyboard import Keyboard
from tests.browser.screens import NARROW, PATIENCE, PHONE, Chair, House, Person, button, say
from tests.browser.test_axe import Looker
from tests.forms import ROOM

CASE = ROOM | {"template": "strategy", "title": "Strategy meeting"}
FIRST = "Sharing what we know"

# A phone in the dark, tall enough for axe to see the whole page.
DARK: dict[str, Any] = {
    **NARROW,
    "viewport": {"width": 320, "height": 2_400},
    "color_scheme": "dark",
}


@asynccontextmanager
async def case_room(house: House) -> AsyncIterator[tuple[str, str, list[str], RoomClient]]:
    """A room about real people: its code, the chair's seat, two people's, and the chair's line."""
    code, chair_seat = await house.door.open_room(**CASE)
    seats = [
        await house.door.join(code, name, agency)
        for name, agency in (("Ana", "Police"), ("Ben", "School"))
    ]
    async with RoomClient(house.site, code, chair_seat) as chair:
        assert isinstance(await chair.do(c.AdmitAll()), Ack)
        yield code, chair_seat, seats, chair


async def sheet(page: Page, name: str) -> None:
    """Open one of the sheets that More lists."""
    await button(page, "sheet-more").first.click()
    await page.get_by_role("button", name=re.compile(f"^{say(f'sheet-{name}')}")).click()
    await page.get_by_role("heading", name=say(f"sheet-{name}"), exact=True).wait_for()


async def close_sheet(page: Page) -> None:
    await button(page, "dialog-close").click()


async def explain_a_word(ben: Person) -> None:
    """Say what one means by a word that the first step's task holds."""
    await sheet(ben.page, "words")
    await ben.page.get_by_label(say("words-word"), exact=True).fill("recorded")
    await ben.page.get_by_label(say("words-meaning"), exact=True).fill("Written down, not filmed")
    await button(ben.page, "words-put").click()
    await expect(ben.page.get_by_text("Written down, not filmed").last).to_be_visible()


async def test_an_alert_a_word_a_parked_thought_and_the_dates(house: House) -> None:
    async with case_room(house) as (code, chair_seat, (ana_seat, ben_seat), line):
        chair = Chair(await house.seated(code, chair_seat), "Robin")
        ana = Person(await house.seated(code, ana_seat, **PHONE), "Ana")
        ben = Person(await house.seated(code, ben_seat, **DARK), "Ben")
        looker, keys = Looker(ben.page, "Ben"), Keyboard(ana.page)
        await ben.in_lobby()
        await ana.in_lobby()

        # A word is explained, and asked about where it comes up.
        await explain_a_word(ben)
        await looker.look("the words we use")
        await close_sheet(ben.page)
        await chair.do(say("next-start", title=FIRST))
        await ana.at(FIRST)
        await keys.tab_to("recorded")
        await keys.press("Enter")
        await expect(ana.page.get_by_text("Written down, not filmed")).to_be_visible()
        await keys.press("Escape")
        await expect(ana.page.get_by_text("Written down, not filmed")).to_be_hidden()

        # A thought is parked, and counted at the desk.
        await sheet(ben.page, "parking")
        await ben.page.get_by_label(say("parking-words"), exact=True).fill("Who pays for taxis?")
        await button(ben.page, "parking-add").click()
        await expect(ben.page.get_by_text("Who pays for taxis?").last).to_be_visible()
        await looker.look("the parking list")
        await close_sheet(ben.page)
        waiting = chair.page.get_by_role("button", name=re.compile(f"^{say('sheet-parking')}.*1"))
        await expect(waiting).to_be_visible(timeout=PATIENCE)

        # Somebody stops the meeting with the keyboard alone; everybody is told.
        await keys.tab_to(say("risk-button"))
        await keys.press("Enter")
        await keys.tab_to(say("risk-raise"))
        await keys.tab_to(say("risk-words"))
        await keys.write("He is waiting outside")
        await keys.tab_to(say("risk-raise"))
        await keys.press("Enter")
        for page in (ana.page, ben.page, chair.page):
            alert = page.get_by_role("alert").filter(has_text=say("risk-call"))
            await expect(alert).to_be_visible(timeout=PATIENCE)
        await expect(chair.page.get_by_text(re.compile("He is waiting outside"))).to_be_visible()
        await expect(ben.page.get_by_text(re.compile("He is waiting outside"))).to_have_count(0)
        await looker.look("an immediate risk")
        await line.until(lambda r: [x.stands for x in r.of(RiskRecord)] == ["open"])
        assert not isinstance(await line.do(c.Resume()), Ack)

        # What happens next is written down, and the meeting goes on.
        await chair.do(say("risk-answer"))
        await chair.page.get_by_label(say("risk-convenes"), exact=True).fill("Sam")
        await button(chair.page, "risk-save").click()
        await expect(ben.page.get_by_text(re.compile("^Sam brings people"))).to_be_visible(
            timeout=PATIENCE
        )
        assert isinstance(await line.do(c.Resume()), Ack)
        await expect(ben.page.get_by_text(say("risk-call"))).to_have_count(0, timeout=PATIENCE)

        # Without a line an alert is kept, and goes out when the line is back.
        await ana.page.context.set_offline(True)
        await button(ana.page, "risk-button").first.click()
        await button(ana.page, "risk-raise").click()
        kept = ana.page.get_by_role("alert").filter(has_text=say("risk-going"))
        await expect(kept).to_be_visible(timeout=PATIENCE)
        await ana.page.context.set_offline(False)
        await line.until(lambda r: len(r.of(RiskRecord)) == 2)
        await chair.do(say("risk-answer"))
        await chair.page.get_by_text(say("risk-way-stand_down"), exact=True).click()
        await chair.page.get_by_label(say("risk-because"), exact=True).fill("He was picked up")
        await button(chair.page, "risk-save").click()
        await expect(ben.page.get_by_text(say("risk-call"))).to_have_count(0, timeout=PATIENCE)

        # The dates are taken away.
        await button(ben.page, "sheet-more").click()
        await looker.look("more")
        async with ben.page.expect_download() as taken:
            await ben.page.get_by_role("link", name=say("more-calendar")).click()
        file = await (await taken.value).path()
        held = Calendar.from_ical(file.read_bytes()).events[0]
        assert held["summary"] == "Meeting: see the room"
        assert looker.faults == []
