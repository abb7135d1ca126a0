"""A new chair prepares a meeting with the keyboard alone, and changes its agenda from a phone."""

import os
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, PHONE, Chair, House, button, say, sit
from tests.browser.test_axe import SIZES, Looker
from tests.forms import ROOM


async def test_a_strategy_meeting_is_prepared_with_the_keyboard_alone(house: House) -> None:
    page = await house.page()
    keys = Keyboard(page)
    await page.goto(house.site)
    await keys.tab_to(say("home-start-button"))
    await keys.press("Enter")
    await page.wait_for_url("**/start")
    await keys.tab_to("Strategy meeting")
    await keys.press("Enter")
    await page.wait_for_url("**/start?template=strategy")

    await keys.tab_to(say("field-optional", label=say("start-focus")))
    await keys.write("J.B.")
    await keys.tab_to(say("join-name"))
    await keys.write("Robin")
    await keys.press("Enter")  # the agency is missing, and only that is said
    alert = page.get_by_role("alert")
    await expect(alert.get_by_role("link")).to_have_text([say("refusal-agency_empty")])
    forgive_the_refusal(house)
    await keys.tab_to(say("refusal-agency_empty"))
    await keys.press("Enter")
    await keys.write("Social care")
    await keys.press("Enter")

    await page.wait_for_url("**/r/*")
    await keys.shown("Strategy meeting")
    await keys.tab_to(say("agenda-edit"))
    await keys.press("Enter")
    await keys.tab_to(say("agenda-down", title="Sharing what we know"))
    await keys.press("Enter")
    await keys.shown(say("agenda-moved", title="Sharing what we know", place=2, of=8))
    assert await keys.focus() == say("agenda-down", title="Sharing what we know")


async def test_the_agenda_is_changed_from_a_phone_while_the_meeting_goes_on(house: House) -> None:
    code, seat = await house.door.open_room(**ROOM)
    page = await house.seated(code, seat, **PHONE)
    chair = Chair(page, ROOM["name"])
    await chair.do(say("next-start", title="Read and talk"))
    await chair.at("Read and talk")

    # added before the next step
    await open_editor(page)
    await more(page, "Choose one to set aside")
    await button(page, "agenda-add-before").tap()
    await page.get_by_role("button", name=say("agenda-add-spoken", title="Break")).tap()
    await expect(titles(page).nth(1)).to_contain_text("Break")

    # moved down and up again
    await button(page, "agenda-down", title="Break").tap()
    await expect(titles(page).nth(2)).to_contain_text("Break")
    await button(page, "agenda-up", title="Break").tap()
    await expect(titles(page).nth(1)).to_contain_text("Break")

    # what rests on an earlier step stays after it, and the chair is told why
    await button(page, "agenda-up", title="Agree what to set aside").tap()
    sentence = say(
        "refusal-step_order", title="Agree what to set aside", other="Choose one to set aside"
    )
    await expect(page.get_by_text(sentence).first).to_be_attached()

    # lengthened
    await more(page, "Break")
    await button(page, "agenda-change").tap()
    await page.get_by_label(say("agenda-time"), exact=True).fill("25")
    await button(page, "agenda-keep").tap()
    await expect(titles(page).nth(1)).to_contain_text(say("agenda-minutes", minutes=25))

    # skipped, with a reason that everybody sees
    await more(page, "Alike and different")
    await button(page, "agenda-skip").tap()
    await page.get_by_label(say("agenda-skip-why")).fill("We are late")
    await button(page, "agenda-skip").tap()
    await expect(
        page.get_by_text(say("agenda-skipped-because", because="We are late")).first
    ).to_be_visible()
    await button(page, "dialog-close").tap()

    # on to what was added, and back without a loss
    for title in ("Break", "Read and talk"):
        await page.get_by_role("button", name=title, exact=True).tap()
        await chair.do(say("next-open-this"))
        await chair.at(title)


async def test_a_space_to_think_together_offers_no_decision(house: House) -> None:
    form = {"template": "joint-supervision", "title": "Thinking", "name": "Kim", "agency": "Health"}
    code, seat = await house.door.open_room(**form)
    page = await house.seated(code, seat)
    await open_editor(page)
    await button(page, "agenda-add").click()

    decide = page.get_by_role("button", name=say("agenda-add-spoken", title="What we agree"))
    await expect(decide).to_have_attribute("aria-disabled", "true")
    await expect(page.get_by_text(say("agenda-forbidden")).first).to_be_visible()


async def test_my_meetings_are_on_this_device_and_lead_to_the_next(house: House) -> None:
    page = await house.page()
    await page.goto(f"{house.site}/meetings")
    await expect(page.get_by_text(say("mine-empty"))).to_be_visible(timeout=PATIENCE)
    await Chair(page, "Robin").open_room(house.site)
    await expect(button(page, "agenda-edit")).to_be_visible(timeout=PATIENCE)

    await page.goto(f"{house.site}/meetings")
    await page.get_by_role("link", name=say("mine-follow-of", title=ROOM["title"])).click()
    await page.locator("[name=name]").fill("Robin")
    await page.locator("[name=agency]").fill("Training")
    await button(page, "start-button").click()
    await page.wait_for_url("**/r/*")
    await expect(page.get_by_role("heading", name=say("carried-head"))).to_be_visible(
        timeout=PATIENCE
    )

    await page.goto(f"{house.site}/meetings")
    await expect(page.get_by_role("heading", level=4)).to_have_count(2)
    await button(page, "mine-forget").click()
    await expect(page.get_by_text(say("mine-empty"))).to_be_visible()


async def test_the_pages_of_a_chair_read_well(house: House) -> None:
    code, seat = await house.door.open_room(**ROOM)
    for size, options in SIZES.items():
        context = await house.context(**options)
        await sit(context, house.site, code, seat)
        looker = Looker(await context.new_page(), size)
        page = looker.page
        await page.goto(f"{house.site}/start")
        await looker.look("the choice")
        await picture(page, f"start-{size}")
        await page.goto(f"{house.site}/start?template=strategy")
        await page.locator("[name=focus]").fill("Anna Smith")
        await page.locator("button[type=submit]").click()
        await looker.look("the form, refused")
        forgive_the_refusal(house)
        await picture(page, f"prepare-{size}")
        await page.goto(f"{house.site}/r/{code}/follow")
        await looker.look("going on")
        await page.goto(f"{house.site}/r/{code}")
        await open_editor(page)
        await more(page, "Rank what is left")
        await looker.look("the editor")
        await picture(page, f"editor-{size}")
        await button(page, "agenda-add").click()
        await page.get_by_role("heading", name=say("agenda-add-head")).wait_for()
        await page.get_by_role("heading", name="Break").wait_for()
        await looker.look("the steps to add")
        await picture(page, f"add-{size}")
        await button(page, "agenda-add-none").click()
        await more(page, "Read and talk")
        await button(page, "agenda-change").click()
        await looker.look("a step to change")
        await page.goto(f"{house.site}/meetings")
        await page.get_by_role("link", name=ROOM["title"], exact=True).wait_for()
        await looker.look("my meetings")
        await picture(page, f"meetings-{size}")
        assert looker.faults == []


def forgive_the_refusal(house: House) -> None:
    """A form that is refused is no fault, though a browser writes its status to the console."""
    house.faults = [fault for fault in house.faults if "status of 400" not in fault]


async def picture(page: Page, name: str) -> None:
    """Keep a picture, where somebody wants to look at them."""
    folder = os.environ.get("PICTURES")
    if folder:
        await page.screenshot(path=Path(folder) / f"{name}.png")


async def open_editor(page: Page) -> None:
    """Open the agenda's editor from wherever it is on this screen."""
    await button(page, "agenda-edit").first.click()
    await page.get_by_role("heading", name=say("sheet-agenda")).wait_for()


async def more(page: Page, title: str) -> None:
    """Show what else can be done with a step."""
    found = button(page, "agenda-more", title=title)
    if await found.get_attribute("aria-expanded") == "false":
        await found.click()


def titles(page: Page) -> Locator:
    """Return the names of the steps in the editor, in order."""
    return page.locator(".editor-name")
