"""A guess how another agency ranks, made on a phone in private; and the mirror of a room."""

from contextlib import AsyncExitStack

from playwright.async_api import expect

from consensus.agendas.planning import AddStep
from consensus.answers.guesses import MakeGuess
from consensus.items import Source
from consensus.steps import judge
from server.demo.client import RoomClient
from server.wire import Ack
from tests.browser.group import ITEMS, Group
from tests.browser.screens import NARROW, PATIENCE, Chair, House, Person, button, say
from tests.browser.watcher import Watcher
from tests.consensus.given import plan

DARK = {**NARROW, "viewport": {"width": 320, "height": 2_400}, "color_scheme": "dark"}
GUESSED = judge.Settings(guess=True)


async def others_guess(site: str, group: Group, lines: AsyncExitStack) -> None:
    """Let four of the police rank as listed, and three of health guess that they would not."""
    people = [("Police", f"Pat{n}") for n in range(4)] + [("health", f"Hal{n}") for n in range(3)]
    for agency, name in people:
        seat = await group.newcomer(name, agency)
        line = await lines.enter_async_context(RoomClient(site, group.code, seat))
        assert isinstance(await line.do(judge.Cast("guess", tuple(ITEMS))), Ack)
        if agency == "health":
            wrong = MakeGuess("guess", "Police", tuple(reversed(ITEMS)))
            assert isinstance(await line.do(wrong), Ack)


async def test_a_guess_is_made_in_private_and_the_mirror_shows_agencies_alone(house: House) -> None:
    async with Group(house.site) as group, AsyncExitStack() as lines:
        await group.do(AddStep(plan("guess", GUESSED, Source()), before="read"))
        chair = Chair(await house.seated(group.code, group.chair_seat), "Robin")
        seat = await group.newcomer("Eve", "Health")
        eve = Person(await house.seated(group.code, seat, **DARK), "Eve")
        looker = Watcher(eve.page, "Eve")
        await eve.in_lobby()
        await chair.do(say("next-start", title="Guess"))
        await eve.at("Guess")

        # Her own order comes first; then she is asked, and told what becomes of it.
        await eve.page.get_by_text(say("order-mode-adjust"), exact=True).click()
        await eve.send_order()
        await expect(eve.page.get_by_text(say("mirror-private"))).to_be_visible(timeout=PATIENCE)
        await looker.look("the offer")
        await button(eve.page, "mirror-begin").press("Enter")

        # Another agency, and the same order list, by keyboard alone; a reload loses nothing.
        about = eve.page.get_by_label(say("mirror-about"), exact=True)
        await about.select_option("Police")
        rows = eve.page.locator("button.order-row")
        await rows.first.press("Enter")
        await eve.page.reload()
        await expect(about).to_have_value("Police", timeout=PATIENCE)
        await expect(rows.first).to_have_attribute("aria-pressed", "true")
        for number in range(1, len(ITEMS)):
            await rows.nth(number).press("Enter")
        await looker.look("a guess")
        await button(eve.page, "mirror-send").press("Enter")
        made = eve.page.get_by_role("heading", name=say("mirror-made", agency="Police"))
        await expect(made).to_be_visible(timeout=PATIENCE)
        await expect(made).to_be_focused()
        await looker.look("a guess, kept")

        # The answers are opened, and then, once, the mirror.
        await others_guess(house.site, group, lines)
        await group.do(judge.Reveal("guess", even_so=True))
        closed = eve.page.get_by_text(say("mirror-closed", count=4))
        await expect(closed).to_be_visible(timeout=PATIENCE)
        await button(chair.page, "mirror-open").press("Enter")
        for page in (chair.page, eve.page):
            table = page.get_by_role("region", name=say("mirror-head")).get_by_role("table")
            await expect(table).to_be_visible(timeout=PATIENCE)
            await expect(table.get_by_role("row")).to_have_count(2)
            await expect(table).to_contain_text("Police")
        await looker.look("the mirror")

    assert looker.faults == {}
