"""Every screen of an options meeting in every state, and what is beside the steps.

What is looked at is in `watcher.py`: axe against WCAG 2.2 AA, small and dark, large and light, and
in forced colours; and in `look.js` what we promise beyond it.
"""

from playwright.async_api import expect

from consensus import commands as c
from tests.browser.screens import PATIENCE, House, button, say
from tests.browser.watcher import Watcher, faults_of, report
from tests.browser.whole import Whole, strategy


async def test_every_state_of_an_options_meeting_is_accessible(house: House) -> None:
    found = await faults_of(house, "options")
    assert not found, found


async def test_the_doors_and_what_is_beside_the_steps_are_accessible(house: House) -> None:
    async with Whole(house.site, "strategy") as room:
        ana = await Watcher.seated(house, room.code, room.seats[0], "participant")
        desk = await Watcher.seated(house, room.code, room.chair_seat, "chair")
        dot = await Watcher.seated(
            house, room.code, await room.knock("Dot", "Housing"), "at the door"
        )
        waiting = dot.page.get_by_text(say("waiting-lead"))
        await expect(waiting).to_be_visible(timeout=PATIENCE)
        await dot.look("waiting")
        await desk.caught_up(await room.mark())
        await desk.look("somebody at the door")

        async for state in strategy(room):
            if state == "picture":
                break
        await room.do(c.AdmitAll())
        await expect(dot.page.get_by_text(say("gate-first"))).to_be_visible(timeout=PATIENCE)
        await dot.look("the notice, for who comes late")

        for sheet in ("sheet-people", "sheet-steps", "bar-ask-why", "risk-button"):
            await look_into(ana, sheet)
        for watcher in (ana, desk):
            await button(watcher.page, "sheet-more").click()
            await watcher.look("sheet-more")
            names = await watcher.page.locator("dialog .sheet-list button").all_inner_texts()
            await watcher.page.keyboard.press("Escape")
            for name in names:
                await button(watcher.page, "sheet-more").click()
                await watcher.page.locator("dialog .sheet-list button", has_text=name).click()
                await watcher.look(name)
                await watcher.page.keyboard.press("Escape")
        # The chair reads a step that is still to come.
        await desk.page.get_by_role("button", name="What we decide").first.click()
        await desk.look("a step to come")

        found = report([ana, desk, dot])
        assert not found, found


async def look_into(watcher: Watcher, sheet: str) -> None:
    """Open a sheet, look at it, and close it."""
    await button(watcher.page, sheet).filter(visible=True).first.click()
    await expect(watcher.page.locator("dialog[open]")).to_be_visible(timeout=PATIENCE)
    await watcher.look(sheet)
    await watcher.page.keyboard.press("Escape")
