"""An exercise made from a list, as a diamond that is made by tap and by key."""

from playwright.async_api import Locator, Page, expect

from consensus import commands
from server.demo.client import RoomClient
from tests.browser.keyboard import Keyboard
from tests.browser.screens import NARROW, Chair, House, Person, button, say
from tests.browser.test_axe import Looker
from tests.browser.test_prepare import forgive_the_refusal, picture

# Tall enough for axe to see the whole page.
DARK = {
    **NARROW,
    "has_touch": True,
    "viewport": {"width": 320, "height": 2_800},
    "color_scheme": "dark",
}

NINE = [
    "We say hello by name",
    "We keep what we promised",
    "We ask before we tell",
    "We write it down together",
    "We come on time",
    "We say what we do not know",
    "We thank each other",
    "We leave time for questions",
    "We look at what went well",
]


async def test_a_pasted_list_becomes_a_diamond_that_two_people_make(house: House) -> None:
    page = await house.page()
    await page.goto(f"{house.site}/start")
    await page.get_by_role("link", name=say("exercise-link")).click()
    maker = Looker(page, "the trainer")
    await maker.look("an exercise of one's own")
    await fill(page, "\n".join(NINE[:8]))
    await expect(page.get_by_role("alert")).to_contain_text("8 come to them")
    await maker.look("refused")
    forgive_the_refusal(house)
    assert await page.get_by_label(say("exercise-title"), exact=True).input_value() == "Our visit"
    await page.get_by_label(say("exercise-list")).fill("\n".join(NINE))
    await button(page, "exercise-button").click()

    # The plan is shown with its times, and the list is filled in.
    await expect(page.get_by_role("heading", level=1)).to_have_text("Our visit")
    await expect(page.get_by_text("Rank what is left")).to_be_visible()
    assert await page.get_by_label(say("start-own")).input_value() == "\n".join(NINE)
    await page.get_by_label(say("join-name"), exact=True).fill("Robin")
    await page.get_by_label(say("join-agency"), exact=True).fill("Training")
    await button(page, "start-button").click()
    await page.wait_for_url("**/r/*")

    chair = Chair(page, "Robin")
    code = page.url.rsplit("/", 1)[-1]
    eve = Person(await house.page(**DARK), "Eve")
    await eve.join(house.site, code, "School")
    await eve.in_lobby()
    await open_step(page, house.site, code, "rank")
    await eve.at("Rank what is left")

    # From the top by tapping, then one by key into another row: the two change places.
    looker = Looker(eve.page, "Eve")
    for words in NINE:
        await statement(eve.page, words).tap()
        if words == NINE[3]:
            await looker.look("a diamond in the making")
            await picture(eve.page, "diamond-320")
    await expect(statement(eve.page, NINE[8])).to_be_focused()
    keys = Keyboard(eve.page)
    await keys.tab_to(NINE[0])
    await keys.press("Enter")
    await expect(eve.page.get_by_role("dialog")).to_be_visible()
    last = eve.page.get_by_role("dialog").get_by_role("button", name="Row 5 of 5")
    await last.focus()
    await expect(last).to_be_focused()
    await keys.press("Enter")
    await expect(rows(eve.page).nth(4)).to_contain_text(NINE[0])
    await expect(rows(eve.page).nth(0)).to_contain_text(NINE[8])
    await button(eve.page, "judge-check").tap()
    await expect(rows(eve.page).nth(4)).to_contain_text(NINE[0])
    await button(eve.page, "judge-send-order").tap()
    await eve.answered()

    # Opened, equal places are a place between two.
    await chair.reveal(of=1)
    await expect(eve.page.get_by_text("between 2nd and 3rd").first).to_be_attached()
    await looker.look("diamonds, opened")


async def open_step(page: Page, site: str, code: str, step: str) -> None:
    """Take everybody to a step, as the chair whose page this is."""
    seat = next(c["value"] for c in await page.context.cookies() if c["name"] == "seat")
    async with RoomClient(site, code, seat) as chair:
        await chair.do(commands.OpenStep(step))


async def fill(page: Page, words: str) -> None:
    await page.get_by_label(say("exercise-title"), exact=True).fill("Our visit")
    await page.get_by_label(say("exercise-list")).fill(words)
    await page.get_by_label(say("exercise-way-diamond")).check()
    await page.get_by_label(say("exercise-places")).select_option("3")
    await button(page, "exercise-button").click()


def statement(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=words, exact=True)


def rows(page: Page) -> Locator:
    return page.locator(".diamond-row")
