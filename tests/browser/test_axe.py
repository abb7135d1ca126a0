"""Every screen in every state, with axe against WCAG 2.2 AA: narrow, wide, light and dark."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from consensus import commands as c
from tests.browser.group import Group
from tests.browser.screens import DESKTOP, NARROW, House, button, say

AXE = Path(__file__).parents[2] / "client" / "node_modules" / "axe-core" / "axe.min.js"
# Tall enough for a whole page: a bar that stays at the bottom of the window may cover half of what
# is about to scroll under it, which is not a fault.
TALL = 3_000
SIZES: dict[str, dict[str, Any]] = {
    "narrow": {**NARROW, "viewport": {"width": 320, "height": TALL}},
    "wide": {**DESKTOP, "viewport": {"width": 1280, "height": TALL}},
}

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN_AXE = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags });
  const where = (nodes) => nodes.map((node) => node.target.join(" ")).join(", ");
  return found.violations.map((fault) => `${fault.id}: ${where(fault.nodes)}`);
}"""

_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Looker:
    """Looks at one page in light and in dark, and remembers what is wrong with it."""

    def __init__(self, page: Page, who: str) -> None:
        self.page = page
        self.who = who
        self.faults: list[str] = []

    async def look(self, state: str) -> None:
        """Look at the page as it is now."""
        await self.page.wait_for_load_state("networkidle")
        if not await self.page.evaluate("'axe' in window"):
            # As a page script would: the policy on the page forbids one that is added to it.
            await self.page.evaluate(AXE.read_text(encoding="utf-8"))
        for scheme in ("light", "dark"):
            await self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = await self.page.evaluate(RUN_AXE, TAGS)
            self.faults += [f"{state}, {self.who}, {scheme}: {fault}" for fault in found]
        overflow = await self.page.evaluate(_OVERFLOW)
        if overflow > 0:
            self.faults.append(f"{state}, {self.who}: {overflow} px too wide")


@pytest.mark.parametrize("size", SIZES)
async def test_the_pages_on_the_way_in(house: House, size: str) -> None:
    looker = Looker(await house.page(**SIZES[size]), size)
    page = looker.page
    async with Group(house.site) as group:
        await page.goto(house.site)
        await looker.look("home")
        await page.locator("[name=code]").fill("nonsense")
        await page.locator("[name=code]").press("Enter")
        await page.get_by_role("alert").wait_for()
        await looker.look("home, refused")
        await page.goto(f"{house.site}/start")
        await looker.look("start")
        await page.goto(f"{house.site}/start?template=task-5-1")
        await looker.look("start, one template")
        await page.locator("[name=title]").press("Enter")
        await page.get_by_role("alert").wait_for()
        await looker.look("start, refused")
        await page.goto(f"{house.site}/r/{group.code}")
        await looker.look("join")
        await page.locator("[name=name]").press("Enter")
        await page.get_by_role("alert").wait_for()
        await looker.look("join, refused")
        await page.goto(f"{house.site}/nowhere")
        await looker.look("no such page")
    house.faults.clear()  # a page that answers 400 or 404 is what was asked for

    assert looker.faults == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_room_in_every_state(house: House, size: str) -> None:
    async with Group(house.site) as group:
        seat, options = await group.newcomer(), SIZES[size]
        eve = Looker(await house.seated(group.code, seat, **options), f"participant, {size}")
        desk = Looker(await house.seated(group.code, group.chair_seat, **options), f"chair, {size}")
        wall = Looker(await house.page(viewport={"width": 1920, "height": 1080}), "wall")
        await wall.page.goto(f"{house.site}/r/{group.code}/wall#{await group.wall_key()}")
        lookers = [eve, desk, *([wall] if size == "wide" else [])]

        async def look(state: str, title: str = "") -> None:
            for looker in lookers:
                if title:
                    await looker.page.get_by_role("heading", name=title).first.wait_for()
                await looker.look(state)

        await look("lobby")
        await group.do(c.OpenStep("read"))
        await look("read", "Read and talk")
        await group.choose()
        await look("choose", "Choose one to set aside")
        await eve.page.get_by_role("radio").nth(2).check(force=True)
        await button(eve.page, "judge-send").click()
        await eve.page.get_by_text(say("judge-sent"), exact=True).wait_for()
        await eve.look("choose, sent")
        await group.reveal("choose")
        await look("choose, revealed", say("judge-revealed") if size == "narrow" else "")
        await group.discard()
        await look("discard", "Agree what to set aside")
        await group.rank()
        await look("rank", "Rank what is left")
        await eve.page.get_by_text(say("order-mode-adjust"), exact=True).click()
        await eve.look("rank, adjust")
        await eve.page.get_by_role("button", name=say("order-to")).first.click()
        await eve.look("rank, move to")
        await eve.page.keyboard.press("Escape")
        await group.reveal("rank")
        await look("rank, revealed")
        await group.talk()
        await look("talk", "Talk about the widest spread")
        await group.compare()
        await look("compare", "Alike and different")
        await group.rank("rank-again")
        await look("rank again", "Rank again")
        await group.reveal("rank-again")
        await look("rank again, revealed")
        await group.five()
        await look("five", "Agree on five, in order")
        await eve.page.get_by_text(say("settle-start"), exact=True).click()
        await eve.page.get_by_text(say("grounds-title"), exact=True).click()
        await eve.look("five, why this order")
        await group.do(c.Pause())
        await look("paused")
        for sheet in ("sheet-people", "sheet-more"):
            await button(eve.page, sheet).click()
            await eve.look(sheet)
            await eve.page.keyboard.press("Escape")
        await group.do(c.Close())
        await look("closed", say("closed-title") if size == "narrow" else "")
        await eve.page.goto(f"{house.site}/r/{group.code}/sheet")
        await eve.look("sheet")

    assert "\n".join(fault for looker in lookers for fault in looker.faults) == ""
