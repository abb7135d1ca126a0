"""The alike and different step: pairs that may be one, and statements worded anew with history."""

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.steps import judge, settle
from server.wire import Ack
from tests.browser.group import ITEMS, Group
from tests.browser.keyboard import Keyboard
from tests.browser.screens import DESKTOP, PATIENCE, PHONE, House, button, say
from tests.browser.test_axe import Looker


async def compared(group: Group) -> None:
    """Bring the group to the notes about two statements; all put s2 and s7 side by side."""
    await group.choose()
    await group.reveal("choose")
    await group.discard()
    await group.do(settle.Agree("discard", 0, "s6", "", True, True), c.OpenStep("rank"))
    order = ("s2", "s7", *(item for item in ITEMS if item not in {"s2", "s6", "s7"}))
    for person in group.people:
        assert isinstance(await person.do(judge.Cast("rank", order)), Ack)
    await group.reveal("rank")
    await group.compare()


async def seen(page: Page, words: str) -> None:
    found = page.get_by_text(words).filter(visible=True)
    await expect(found.first).to_be_visible(timeout=PATIENCE)


async def test_two_that_read_alike_are_made_one_and_everybody_sees_what_they_said(
    house: House,
) -> None:
    async with Group(house.site) as group:
        await compared(group)
        ana = await house.seated(group.code, await group.newcomer("Eve"), **PHONE)
        desk = await house.seated(group.code, group.chair_seat, **DESKTOP)

        # Everybody sees what is offered; only the chair can change the list.
        await seen(ana, say("statements-why", near="beside"))
        await expect(button(ana, "statements-way-rewrite")).to_have_count(0)
        looks = [Looker(ana, "phone"), Looker(desk, "desktop")]
        await seen(desk, say("statements-why", near="beside"))
        for look in looks:
            await look.look("pairs")

        # Two become one, with a tap.
        await desk.locator("#pair-s2-s7").click()
        words = desk.get_by_label(say("statements-words", number=1), exact=True)
        await words.fill("People find better ways to work")
        await looks[1].look("the dialog")
        await button(desk, "statements-go-merge").click()
        for page in (ana, desk):
            await seen(page, "People find better ways to work")
            await page.get_by_text(say("statements-before", count=1)).click()
            await seen(page, "“People find more effective ways to work”")
            await page.get_by_text(say("statements-gone", count=1)).click()
            await seen(page, "“One particular way of doing something gets better”")

        # Another is put in other words by keyboard alone, and a third is parted.
        keys = Keyboard(desk)
        await desk.locator("#rewrite-s4").focus()
        await keys.press("Enter")
        await keys.tab_to(say("statements-words", number=1))
        await keys.press("Control+a")
        await keys.write("We think in new ways")
        await keys.tab_to(say("statements-go-rewrite"))
        await keys.press("Enter")
        await seen(ana, "We think in new ways")
        await desk.locator("#split-s10").click()
        for number, part in enumerate(("Decisions are owned together", "So is what follows")):
            label = say("statements-part", number=number + 1)
            await desk.get_by_label(label, exact=True).fill(part)
        await button(desk, "statements-go-split").click()
        await seen(ana, "So is what follows")
        for look in looks:
            await look.look("worded anew")

        # The next step takes the list as it stands; the answers before keep their words.
        await group.do(c.OpenStep("rank-again"))
        await seen(ana, "So is what follows")
        await expect(ana.get_by_text("One particular way of doing something")).to_have_count(0)
        await group.do(c.OpenStep("rank"))
        await seen(ana, "People find more effective ways to work")
        faults = [fault for look in looks for fault in look.faults]
    assert faults == []
    house.check()
