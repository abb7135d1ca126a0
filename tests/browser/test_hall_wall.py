"""The wall of tables after a real exercise, read on the wall, at the desk and on a phone."""

from contextlib import AsyncExitStack
from typing import Any

from playwright.async_api import Page, expect

from consensus.hall import hall as h
from server.demo.client import Door, RoomClient
from tests.browser.screens import NARROW, PATIENCE, House, button, say
from tests.browser.test_axe import Looker
from tests.server.hall.halls import done, open_hall
from tests.server.hall.whole_hall import Hall

PROJECTOR: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 3_000}}
PHONE: dict[str, Any] = {**NARROW, "viewport": {"width": 320, "height": 4_000}}

STEPS = ("read", "choose", "discard", "rank", "talk", "compare", "rank-again", "five")
VIEWS: tuple[h.What, ...] = (
    "fives",
    "distances",
    "splits",
    "journey",
    "orders",
    "alike",
    "mirror",
    "cards",
    "seats",
)

FITS = "document.documentElement.scrollHeight <= innerHeight"


async def titled(page: Page, title: str) -> None:
    """Wait until a view has its title on the page."""
    heading = page.get_by_role("heading", level=2, name=title, exact=True)
    await expect(heading).to_be_visible(timeout=PATIENCE)


async def test_what_the_tables_found_is_read_from_the_back_of_the_hall(house: House) -> None:
    code, seat = await open_hall(house.site, 2)
    async with AsyncExitStack() as lines:
        trainer = await lines.enter_async_context(RoomClient(house.site, code, seat))
        hall = Hall(house.process, code, seat, trainer, lines)
        key = await Door(house.site).wall_key(code, seat)
        wall = await house.page(**PROJECTOR)
        await wall.goto(f"{house.site}/r/{code}/wall#{key}")
        looker = Looker(wall, "wall")

        # Given a hall that nobody has sat down in, the wall is the way in.
        await titled(wall, say("tables-title-seats"))
        await expect(wall.locator(".join-code")).to_be_visible()

        # When two tables of three have done the exercise
        await hall.come(6)
        await hall.begin()
        await hall.all_are_at("read", hall.tables())
        await hall.play_steps(STEPS, hall.tables())

        # Then each view stands on the wall at once, with its figures, and nobody has to scroll.
        for what in VIEWS:
            await done(trainer, h.Show(what))
            await titled(wall, say(f"tables-title-{what}"))
            await looker.look(what)
            assert await wall.evaluate(FITS), what
            if what in LOOKS:
                await LOOKS[what](wall)

        await in_the_hand(house, hall)
        await at_the_desk(house, hall)

        # A table's board names nobody, unless the trainer asks for names.
        first = hall.tables()[0]
        names = wall.get_by_text(hall.at(first)[0].person.name)
        await done(trainer, h.Show("table", first))
        await titled(wall, say("tables-name", number=1))
        await expect(wall.locator(".board-places > li")).to_have_count(5)
        await expect(names).to_have_count(0)
        await done(trainer, h.Show("table", first, names=True))
        await expect(names).to_be_visible(timeout=PATIENCE)
        await looker.look("one table")

    assert looker.faults == [], looker.faults


async def in_the_hand(house: House, hall: Hall) -> None:
    """Whoever asks for it has on their phone what is on the wall, and follows when it changes."""
    await done(hall.trainer, h.Show("fives"))
    page = await house.seated(hall.code, hall.guests[0].seat, **PHONE)
    # Whoever comes in goes straight to their table; this is the way back from there.
    await page.goto(f"{house.site}/r/{hall.code}?back#here")
    for what in ("fives", "distances", "orders"):
        await done(hall.trainer, h.Show(what))
        title = say(f"tables-title-{what}")
        summary = page.locator("summary", has_text=say("tables-on-wall", title=title))
        await expect(summary).to_be_visible(timeout=PATIENCE)
        if what == "fives":
            await summary.press("Enter")
        await titled(page, title)
        await LOOKS[what](page)
    looker = Looker(page, "phone")
    await looker.look("orders")
    assert looker.faults == [], looker.faults


async def at_the_desk(house: House, hall: Hall) -> None:
    """The trainer goes through all views with the keyboard, and brings one to the wall."""
    page = await house.seated(hall.code, hall.seat, **DESK)
    await page.get_by_role("button", name=say("hall-desk-view-compare"), exact=True).press("Enter")
    looker = Looker(page, "desk")
    for what in ("splits", "journey", "alike", "distances"):
        await button(page, f"tables-short-{what}").press("Enter")
        await titled(page, say(f"tables-title-{what}"))
        await looker.look(what)
    await button(page, "tables-to-wall").press("Enter")
    await hall.trainer.until(
        lambda records: records.one(h.HallRecord, "hall").shown.what == "distances"
    )
    assert looker.faults == [], looker.faults


async def lists(wall: Page) -> None:
    """Both lists of five stand there, and a statement is followed when it is pressed."""
    await expect(wall.locator(".fives-table .tables-tile[data-item]")).to_have_count(10)
    pick = wall.locator(".fives-pick").first
    pressed = await pick.get_attribute("aria-pressed")
    if pressed != "true":
        await pick.press("Enter")
    await expect(pick).to_have_attribute("aria-pressed", "true")
    assert await wall.locator(".fives-table .tables-tile.picked").count() > 0


async def verdict(wall: Page) -> None:
    """One of the three sentences is there, and a number for each two tables."""
    sentences = [say(f"tables-verdict-{verdict}") for verdict in ("differ", "no_more_than_chance")]
    too_few = say("tables-verdict-too_few_to_tell")
    said = await wall.locator(".tables-verdict strong").inner_text()
    assert said in {*sentences, too_few}
    await expect(wall.locator(".heat tbody td")).to_have_count(4)


async def orders(page: Page) -> None:
    """Ten statements stand in two orders, and a line is followed with the keyboard."""
    await expect(page.locator(".orders-row")).to_have_count(20)
    follow = page.locator(".orders-pick").first
    await follow.press("Enter")
    await expect(follow).to_have_attribute("aria-pressed", "true")
    await expect(page.locator(".orders-lines > .loud")).to_have_count(1)


LOOKS = {"fives": lists, "distances": verdict, "orders": orders}
