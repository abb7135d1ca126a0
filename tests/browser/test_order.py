"""Tapping, buttons, a number, keys and dragging make the same order; nothing typed is lost."""

import re

from playwright.async_api import Page, expect

from consensus import commands as c
from tests.browser.group import Group
from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, PHONE, House, Person, button, say


async def ranking(house: House, group: Group, name: str, **options: object) -> Person:
    """Return somebody who is about to rank, with rows to move."""
    seat = await group.newcomer(name)
    return Person(await house.seated(group.code, seat, **options), name)


async def adjusting(person: Person) -> list[str]:
    """Change to moving rows; return the order as it stands."""
    await person.page.get_by_text(say("order-mode-adjust"), exact=True).click()
    await person.page.locator("li.order-row").first.wait_for()
    return await person.shown_order()


async def at_rank(house: House, group: Group) -> None:
    await group.choose()
    await group.reveal("choose")
    await group.discard()
    await group.rank()


async def test_every_way_to_move_a_row_makes_the_same_order(house: House) -> None:
    async with Group(house.site) as group:
        await at_rank(house, group)
        tall = {"width": 1280, "height": 1600}  # the mouse does not scroll while it drags
        still = "reduce"  # rows that glide are hard to hit
        person = await ranking(house, group, "Eve", viewport=tall, reduced_motion=still)
        page = person.page
        start = await adjusting(person)
        third = start[2]
        moved = [third, *start[:2], *start[3:]]

        up = page.get_by_role("button", name=say("order-up", item=third), exact=True)
        await up.click()
        await up.click()
        assert await person.shown_order() == moved
        await button(page, "order-undo").click()
        await button(page, "order-undo").click()
        assert await person.shown_order() == start

        await page.get_by_role("button", name=say("order-to-says", item=third), exact=True).click()
        await button(page.locator("dialog[open]"), "order-move-place", place=1).click()
        assert await person.shown_order() == moved
        await button(page, "order-undo").click()

        await drag(page, third, start[0])
        assert await person.shown_order() == moved
        await button(page, "order-undo").click()

        keys = Keyboard(page)
        await keys.tab_to(say("order-up", item=third))
        await keys.press("Enter")
        assert await keys.focus() == say("order-up", item=third)
        await keys.press("Enter")
        assert await person.shown_order() == moved
        # At the top its button is switched off: the focus goes to its twin, never to nowhere.
        assert await keys.focus() == say("order-down", item=third)
        await expect(page.get_by_role("status")).to_have_text(
            say("order-now", item=third, place=1, of=9)
        )


async def drag(page: Page, statement: str, onto: str) -> None:
    """Drag a row by its grip until another shows that it would go before it, and let go."""
    target = page.locator("li.order-row", has_text=onto)
    await page.locator("li.order-row", has_text=statement).locator(".order-grip").hover()
    box = await target.bounding_box()
    assert box
    await page.mouse.down()
    await page.mouse.move(box["x"] + 60, box["y"] + 40, steps=5)
    await page.mouse.move(box["x"] + 60, box["y"] + 6, steps=5)
    await expect(target).to_have_class(re.compile("drop-before"))
    await page.mouse.up()
    await expect(page.locator("li.order-row").first).to_contain_text(statement)


async def test_tapping_in_order_makes_that_order_and_tapping_again_takes_out(
    house: House,
) -> None:
    async with Group(house.site) as group:
        await at_rank(house, group)
        person = await ranking(house, group, "Eve", **PHONE)
        rows = person.page.locator("button.order-row")
        await rows.first.wait_for()
        texts = await rows.locator(".order-text").all_inner_texts()
        for text in texts[::-1]:
            await rows.filter(has_text=text).tap()
        await rows.filter(has_text=texts[0]).tap()
        await expect(person.page.get_by_role("status")).to_have_text(
            say("order-out", item=texts[0])
        )
        await rows.filter(has_text=texts[0]).tap()

        assert await adjusting(person) == texts[::-1]


async def test_a_draft_outlives_a_reload_and_a_lost_line(house: House) -> None:
    async with Group(house.site) as group:
        await at_rank(house, group)
        person = await ranking(house, group, "Eve")
        start = await adjusting(person)
        down = say("order-down", item=start[0])
        await person.page.get_by_role("button", name=down, exact=True).click()
        moved = await person.shown_order()

        await person.page.reload()
        assert await adjusting(person) == moved
        await person.page.context.set_offline(True)
        house.process.kill()
        await person.send_order_unanswered()
        await expect(
            person.page.get_by_role("region").get_by_text(say("line-lost-saved", count=1))
        ).to_be_visible(timeout=PATIENCE)

        await house.process.start()
        await person.page.context.set_offline(False)
        await person.answered()


async def test_moving_back_and_forth_loses_no_answer(house: House) -> None:
    async with Group(house.site) as group:
        await group.do(c.OpenStep("choose"))
        seat = await group.newcomer("Eve")
        person = Person(await house.seated(group.code, seat), "Eve")
        await person.choose("Staff enjoy their work more")

        await group.do(c.OpenStep("read"), c.OpenStep("choose"))

        await person.answered()
        await expect(person.page.get_by_text("Staff enjoy their work more")).to_be_visible()
