"""After a training session: one's own card, the trainer's sheets, and a sheet for the library."""

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.hall import hall as h
from consensus.items import Source
from consensus.steps import form
from server.demo.client import RoomClient
from tests.browser.screens import NARROW, PATIENCE, House, say, sit
from tests.browser.test_hall_tables import do, hall_open
from tests.browser.watcher import Watcher, report
from tests.forms import ROOM

FIELDS = (form.Field("name", "What is it called?", kind="line", required=True),)
SHEET = StepPlan("practice", "What works", "", 5, form.Settings(FIELDS), Source(take="none"))


async def heading(page: Page, words: str) -> None:
    first = page.get_by_role("heading").first
    await expect(first).to_contain_text(words, timeout=PATIENCE)


async def test_after_the_end_everybody_finds_what_is_theirs(house: House) -> None:
    async with hall_open(house.site) as hall:
        seat = await hall.placed("Ana", "Health")
        await do(hall.trainer, h.Begin())
        async with await hall.at_table(seat):
            await do(hall.trainer, c.Close())
        ana = Watcher(await house.seated(hall.code, seat, **NARROW), "Ana")
        tess = Watcher(await house.seated(hall.code, hall.seat), "the trainer")

        await ana.page.get_by_role("link", name=say("hall-my-card")).wait_for()
        await tess.page.get_by_role("link", name=say("hall-desk-take-data")).wait_for()
        await ana.page.get_by_role("link", name=say("hall-my-card")).click()
        await heading(ana.page, say("takeaway-card", title=""))
        await expect(ana.page.get_by_text("Ana, Health")).to_be_visible()
        await ana.look("her own card")
        await ana.page.get_by_role("link", name=say("takeaway-back")).click()
        await ana.page.get_by_role("link", name=say("hall-my-card")).wait_for()

        await tess.page.get_by_role("link", name=say("hall-desk-take-comparison")).click()
        await heading(tess.page, say("takeaway-comparison", title=""))
        await tess.look("the tables compared")
        await tess.page.get_by_role("link", name=say("takeaway-back")).click()
        await tess.page.get_by_role("link", name=say("hall-desk-take-sheets")).click()
        await heading(tess.page, say("takeaway-sheets", title=""))
        await tess.page.get_by_role("link", name=say("takeaway-names-on")).click()
        await expect(tess.page.get_by_text("Ana (Health)")).to_be_visible(timeout=PATIENCE)
        await tess.look("the sheets")
    assert not (found := report([ana, tess])), found


async def test_a_sheet_goes_into_the_library_and_is_found_and_taken_out(house: House) -> None:
    code, seat = await house.door.open_room(**ROOM)
    async with RoomClient(house.site, code, seat) as chair:
        await do(chair, planning.AddStep(SHEET), c.OpenStep("practice"))
        await do(chair, form.Fill("practice", "room", "name", "A quiet café"))
    context = await house.context(**NARROW)
    await sit(context, house.site, code, seat)
    page = await context.new_page()
    kit = Watcher(page, "the chair")
    await page.goto(f"{house.site}/r/{code}/forms/practice/library")
    await kit.look("before it is put there")

    await page.get_by_label(say("shelf-put-ask")).fill("The night team")
    await page.get_by_label(say("shelf-looked")).check()
    await page.get_by_role("button", name=say("shelf-put")).click()
    await page.get_by_role("button", name=say("shelf-take-out")).wait_for()
    await kit.look("once it is there")

    await page.goto(f"{house.site}/r/{code}/library")
    await page.get_by_label(say("shelf-find")).fill("CAFE")
    await page.get_by_label(say("shelf-find")).press("Enter")
    await page.get_by_text("A quiet café").first.click()
    await expect(page.get_by_text("The night team")).to_be_visible(timeout=PATIENCE)
    await kit.look("the library")

    await page.goto(f"{house.site}/r/{code}/forms/practice/library")
    await page.get_by_role("button", name=say("shelf-take-out")).click()
    await page.get_by_role("button", name=say("shelf-put"), exact=True).wait_for()
    await expect(page.get_by_role("button", name=say("shelf-take-out"))).to_have_count(0)
    assert not (found := report([kit])), found
