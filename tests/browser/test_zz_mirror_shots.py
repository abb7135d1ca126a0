import pytest
from contextlib import AsyncExitStack
from playwright.async_api import expect
from consensus.agendas.planning import AddStep
from consensus.items import Source
from consensus.hall import hall as h
from server.demo.client import RoomClient, Door
from tests.browser.conftest import *
from tests.browser.group import *
from tests.browser.screens import *
from tests.browser.test_mirror import *
from tests.server.hall.halls import open_hall, done
async def test_shots(house):
    async with Group(house.site) as group, AsyncExitStack() as lines:
        await group.do(AddStep(plan("guess", GUESSED, Source()), before="read"))
        await group.do(c.OpenStep("guess"))
        for scheme in ("light","dark"):
            seat = await group.newcomer("Eve"+scheme, "Health")
            page = await house.seated(group.code, seat, viewport={"width":360,"height":760}, color_scheme=scheme)
            eve=Person(page,"Eve")
            await page.get_by_text(say("order-mode-adjust"), exact=True).click()
            await eve.send_order()
            await expect(page.get_by_text(say("mirror-private"))).to_be_visible(timeout=PATIENCE)
            await page.screenshot(path=f"/tmp/m1{scheme}.png", full_page=True)
            await button(page,"mirror-begin").click()
            await page.screenshot(path=f"/tmp/m2{scheme}.png", full_page=True)
            await page.get_by_text(say("order-mode-adjust"), exact=True).click()
            await button(page,"mirror-send").click()
            await expect(page.get_by_role("heading", name=say("mirror-made", agency="Police"))).to_be_visible(timeout=PATIENCE)
            await page.screenshot(path=f"/tmp/m3{scheme}.png", full_page=True)
        await others_guess(group, lines)
        for n in range(3):
            await group.newcomer("x%d"%n,"Health")
        await group.do(judge.Reveal("guess", even_so=True))
        cp = await house.seated(group.code, group.chair_seat, viewport={"width":1280,"height":900})
        await button(cp,"mirror-open").scroll_into_view_if_needed()
        await cp.screenshot(path="/tmp/m4.png")
        await button(cp,"mirror-open").click()
        await expect(cp.get_by_role("region", name=say("mirror-head")).get_by_role("table")).to_be_visible(timeout=PATIENCE)
        await cp.get_by_role("region", name=say("mirror-head")).scroll_into_view_if_needed()
        await cp.screenshot(path="/tmp/m5.png")
        reg = page.get_by_role("region", name=say("mirror-head"))
        await reg.scroll_into_view_if_needed()
        await page.screenshot(path="/tmp/m6.png")
    code, seat = await open_hall(house.site, 2, template="task-5-1-mirror")
    async with RoomClient(house.site, code, seat) as tr:
        for n in range(4): await Door(house.site).join(code,f"P{n}","Health")
        await done(tr, h.Begin())
        p = await house.seated(code, seat, viewport={"width":1280,"height":1000})
        await button(p,"hall-desk-mirror-open").click()
        await p.screenshot(path="/tmp/m7.png")
        await p.get_by_role("dialog").get_by_role("button").first.click()
        await p.wait_for_timeout(500)
        await p.screenshot(path="/tmp/m8.png", full_page=True)
