"""The screens of a training session: the trainer's desk, a table, and what compares the tables.

What is looked at is in `watcher.py`; what is read aloud is kept in snapshots (test_read_aloud.py).
"""

from contextlib import AsyncExitStack

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.views import MemberRecord
from server.demo.client import Door, RoomClient
from tests.browser.screens import PATIENCE, House, button, say, until
from tests.browser.test_read_aloud import differs
from tests.browser.watcher import Watcher, report
from tests.server.hall.halls import open_hall
from tests.server.hall.whole_hall import Hall

STEPS = ("read", "choose", "discard", "rank", "talk", "compare", "rank-again", "five")
VIEWS: tuple[h.What, ...] = ("fives", "distances", "splits", "journey", "orders", "alike")

FITS = "document.documentElement.scrollHeight <= innerHeight"

# Which edges a row of an order shows where the browser draws all edges in colours of its own.
EDGES = """(rows) => {
  const ground = getComputedStyle(document.body).backgroundColor;
  return rows.map((row) => {
    const { borderInlineStartColor: start, borderInlineEndColor: end } = getComputedStyle(row);
    return [row.matches(".tied"), start !== ground, end !== ground];
  });
}"""


async def shown(page: Page, message: str, **facts: object) -> None:
    await expect(page.get_by_text(say(message, **facts)).first).to_be_visible(timeout=PATIENCE)


async def test_a_training_session_is_accessible_and_read_aloud_as_before(house: House) -> None:
    code, seat = await open_hall(house.site, 2)
    async with AsyncExitStack() as lines:
        trainer = await lines.enter_async_context(RoomClient(house.site, code, seat))
        hall = Hall(house.process, code, seat, trainer, lines)
        desk = await Watcher.seated(house, code, seat, "desk")
        await sit_down(hall)

        changed = await setting_up(house, hall, desk)
        changed += await at_work(house, hall, desk)
        await hall.play_steps(STEPS, hall.tables())
        await compared(desk)
        await on_the_wall(house, hall)
        await hall.do(c.Close())
        await shown(desk.page, "hall-desk-ended")
        await desk.look("after the end")

        faults = report([desk, await taken_home(house, hall, desk)])
        assert not faults, faults
        assert changed == []


async def sit_down(hall: Hall) -> None:
    """Six people come one after another and sit at two tables in turn."""
    for number in range(6):
        (guest,) = await hall.come(1)
        member = await known(hall.trainer, guest.person.name)
        await hall.do(h.Place(member, hall.tables()[number % 2]))
    await hall.do(h.SetUp(placing="choose", self_run=True))


async def known(trainer: RoomClient, name: str) -> str:
    """Return somebody's id once the trainer's line knows them."""

    def ids() -> list[str]:
        return [of.id for of in trainer.records.of(MemberRecord) if of.name == name]

    await trainer.until(lambda _: bool(ids()))
    return ids()[0]


async def setting_up(house: House, hall: Hall, desk: Watcher) -> list[str]:
    """Look at the desk and at a phone before the start."""
    await shown(desk.page, "hall-desk-joined", count=6)
    await desk.look("setting up")
    await desk.page.locator(".hall-person button").first.click()
    await desk.look("moving somebody")
    await desk.page.keyboard.press("Escape")

    first = await house.seated(hall.code, hall.guests[0].seat)
    await first.get_by_text(say("hall-choose-another")).click()
    changed = await differs(first, "hall-lobby", hall.code)
    await first.context.close()
    return ["hall-lobby"] if changed else []


async def at_work(house: House, hall: Hall, desk: Watcher) -> list[str]:
    """Look at the desk when a table asks for help, and at the table."""
    page = desk.page
    await hall.begin()
    await hall.all_are_at("read", hall.tables())
    first, second = hall.tables()
    focused = button(page, "hall-desk-nudge-table", table="Table 2")
    await focused.focus()

    # The card that comes first now takes the focus with it, and it is said.
    await hall.at(second)[0].line.do(t.AskHelp())
    await expect(page.locator(".hall-cards > li").first).to_contain_text(
        "Table 2", timeout=PATIENCE
    )
    await expect(focused).to_be_focused()
    changed = ["hall-desk"] if await differs(page, "hall-desk", hall.code) else []
    await desk.look("a table asks for help")

    # What is said is said in a dialog too: all behind it is silent.
    await button(page, "hall-desk-align").click()
    await desk.look("bringing all to a step")
    await hall.at(first)[0].line.do(t.AskHelp())
    said = page.locator("dialog [role=status]")
    await expect(said).to_have_text(say("hall-desk-help-said", tables="Table 1"), timeout=PATIENCE)
    await page.keyboard.press("Escape")

    table = await house.seated(hall.code, hall.at(first)[0].seat)
    await shown(table, "table-no-chair")
    changed += ["hall-table"] if await differs(table, "hall-table", hall.code) else []
    await table.context.close()
    return changed


async def compared(desk: Watcher) -> None:
    """Look at each view that compares the tables, with its figures as a table."""
    await button(desk.page, "hall-desk-view-compare").click()
    for what in VIEWS:
        await button(desk.page, f"tables-short-{what}").click()
        title = say(f"tables-title-{what}")
        heading = desk.page.get_by_role("heading", level=2, name=title, exact=True)
        await expect(heading).to_be_visible(timeout=PATIENCE)
        for twin in await desk.page.locator(".tables-view summary").all():
            await twin.click()
        await desk.look(f"comparing, {what}")


async def taken_home(house: House, hall: Hall, desk: Watcher) -> Watcher:
    """Look at what the trainer takes home, and at what somebody else does; return their page."""
    await desk.page.goto(f"{house.site}/r/{hall.code}/comparison")
    await desk.look("the comparison sheet")
    person = await Watcher.seated(house, hall.code, hall.guests[0].seat, "at a table")
    await person.page.goto(f"{house.site}/r/{hall.code}/card")
    await person.look("own card")
    return person


async def on_the_wall(house: House, hall: Hall) -> None:
    """The wall claims no order that is none in forced colours, and fits whatever the letters."""
    key = await Door(house.site).wall_key(hall.code, hall.seat)
    wall = await house.page(viewport={"width": 1920, "height": 1080}, forced_colors="active")
    await wall.goto(f"{house.site}/r/{hall.code}/wall#{key}")
    await hall.do(h.Show("orders"))
    rows = wall.locator(".orders-row")
    await expect(rows).to_have_count(20, timeout=PATIENCE)
    for tied, start, end in await rows.evaluate_all(EDGES):
        assert (start, end) == (tied, False)

    # Letters that come late may be larger than those before them.
    await wall.evaluate("document.documentElement.style.fontSize = '125%'")
    assert not await wall.evaluate(FITS)
    await wall.evaluate("document.fonts.dispatchEvent(new Event('loadingdone'))")
    await until(lambda: wall.evaluate(FITS), wall)
