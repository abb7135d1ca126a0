"""The minutes on the screen: they grow while they are read, and are put right by those who may."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Locator, Page, expect

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.agendas.planning import AddStep
from consensus.items import Source
from consensus.roomwide import parking
from consensus.steps import settle
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, House, button, say
from tests.browser.test_axe import SIZES
from tests.browser.watcher import Watcher, report
from tests.forms import ROOM

CASE = {**ROOM, "template": "strategy", "statements": "", "focus": "J.M."}
TAXIS = "Who pays for taxis?"
LETTER = StepPlan(
    "letter",
    "A message",
    "",
    10,
    settle.Settings(form="text", plain=True),
    Source(take="none"),
)


@asynccontextmanager
async def case(house: House) -> AsyncIterator[tuple[RoomClient, str, dict[str, str]]]:
    """A case room: its chair's line, its code, and everybody's seat."""
    door = Door(house.site)
    code, robin = await door.open_room(**CASE)
    async with RoomClient(house.site, code, robin) as chair:
        seats = {
            "Robin": robin,
            "Ana": await door.join(code, "Ana", "School"),
            "Fay": await door.join(code, "Fay", "", **{"as": "carer"}),
        }
        await chair.until(lambda records: sum(k[:8] == "waiting/" for k in records.by_key) == 2)
        await done(chair, c.AdmitAll(), parking.Add("p1", TAXIS))
        yield chair, code, seats


async def done(client: RoomClient, *commands: c.PersonCommand) -> None:
    for command in commands:
        assert isinstance(await client.do(command), Ack)


async def minutes(house: House, code: str, seat: str, **options: object) -> Page:
    """Return the record's own page as somebody with a seat sees it."""
    page = await house.seated(code, seat, **options)
    await page.goto(f"{house.site}/r/{code}/record")
    await expect(page.get_by_role("heading", name=say("record-people"))).to_be_visible()
    return page


def line(page: Page, words: str) -> Locator:
    return page.locator(".record-line", has_text=words)


async def test_minutes_are_put_right_together_while_the_meeting_goes_on(house: House) -> None:
    async with case(house) as (chair, code, seats):
        robin = await minutes(house, code, seats["Robin"], **SIZES["wide"])
        ana = await minutes(house, code, seats["Ana"], **SIZES["narrow"])
        fay = await minutes(house, code, seats["Fay"])

        # With the keyboard alone, the chair puts a line in other words; Ana reads them at once.
        keys = Keyboard(robin)
        await keys.tab_to(say("minutes-put-right"))
        await keys.press("Enter")
        await keys.tab_to(say("minutes-change-says", line=say("record-going-on")))
        await keys.press("Enter")
        await expect(robin.get_by_label(say("minutes-words"), exact=True)).to_be_focused()
        await keys.press("Control+A")
        await keys.write("We meet in the small hall.")
        await keys.tab_to(say("minutes-save"))
        await keys.press("Enter")
        reworded = line(ana, "We meet in the small hall.")
        await expect(reworded).to_contain_text("Reworded by Robin", timeout=PATIENCE)
        assert (await keys.focus() or "").startswith("Change the line “We meet")

        # Ana proposes a correction; the chair does not accept it, and says why.
        await button(ana, "minutes-put-right").click()
        asked = say("minutes-propose-says", line="We meet in the small hall.")
        await ana.get_by_role("button", name=asked).click()
        words = ana.get_by_label(say("minutes-words"), exact=True)
        await words.fill("We meet in the library.")
        await done(chair, parking.Add("p2", "Who opens the door?"))
        await expect(line(ana, "Who opens the door?")).to_be_visible(timeout=PATIENCE)
        await expect(words).to_have_value("We meet in the library.")
        look = Watcher(ana, "Ana at 320")
        await look.look("a line that is being changed")
        await button(ana, "minutes-propose-send").click()
        there = line(ana, "We meet in the small hall.").get_by_text(say("minutes-mine-waits"))
        await expect(there).to_be_visible(timeout=PATIENCE)
        # Where she is stays in sight, and what all lines of a section are is said once.
        contents = ana.locator(".record-where")
        await contents.locator("summary").click()
        await contents.get_by_role("link", name=say("record-people"), exact=True).click()
        await expect(contents.locator(".record-here")).to_have_text(say("record-people"))
        await expect(line(ana, TAXIS).locator(".record-mark")).to_have_count(0)
        await expect(robin.locator(".record-instead")).to_be_visible(timeout=PATIENCE)
        chairs = Watcher(robin, "the chair")
        await chairs.look("a correction that waits")
        await robin.get_by_label(say("minutes-reason"), exact=True).fill("The library is closed.")
        await button(robin, "minutes-decline-says", words="We meet in the library.").click()
        answer = line(ana, "We meet in the library.")
        await expect(answer).to_contain_text("The library is closed.", timeout=PATIENCE)
        await look.look("a correction that was not accepted")

        # The family reads its own lines, which the chair can look at too.
        await expect(line(fay, "We meet in the small hall.").first).to_be_visible(timeout=PATIENCE)
        await expect(line(fay, TAXIS)).to_have_count(0)
        await expect(line(robin, TAXIS)).to_have_count(1)
        await button(robin, "minutes-as-family").click()
        await expect(line(robin, TAXIS)).to_have_count(0)
        await chairs.look("what the family sees")
        assert not (found := report([look, chairs])), found


async def test_the_minutes_open_in_the_room_and_after_its_end(house: House) -> None:
    async with case(house) as (chair, code, seats):
        ana = await house.seated(code, seats["Ana"])
        await button(ana, "sheet-more").click()
        await button(ana, "sheet-minutes").click()
        sheet = ana.get_by_role("dialog", name=say("sheet-minutes"))
        await expect(sheet.get_by_text(TAXIS)).to_be_visible(timeout=PATIENCE)
        await done(chair, c.Close())
        await ana.keyboard.press("Escape")

        await ana.get_by_role("link", name=say("closed-minutes"), exact=True).click()
        await expect(ana.get_by_text(say("record-closed"))).to_be_visible(timeout=PATIENCE)
        await button(ana, "minutes-put-right").click()
        await ana.locator(".record-line > .button").first.click()
        words = ana.get_by_label(say("minutes-words"), exact=True)
        await words.fill("Half of what I wanted to say")
        await ana.reload()

        await button(ana, "minutes-put-right").click()
        await ana.locator(".record-line > .button").first.click()
        await expect(words).to_have_value("Half of what I wanted to say")


async def test_what_is_written_for_the_family_is_seen_as_they_will_see_it(house: House) -> None:
    code, seat = await Door(house.site).open_room(**ROOM)
    async with RoomClient(house.site, code, seat) as chair:
        await done(chair, AddStep(LETTER), c.OpenStep(LETTER.id))
    page = await house.seated(code, seat)
    await button(page, "pen-take").click()
    await expect(page.get_by_label(say("text-editor"), exact=True)).to_be_focused()
    await page.keyboard.type("The IRO rings Sam on Friday.")
    await expect(page.get_by_text(say("plain-capitals", words="IRO"))).to_be_visible()

    async with page.context.expect_page() as opened:
        await page.get_by_role("link", name=say("message-preview"), exact=True).click()
    copy = await opened.value

    await expect(copy.get_by_text("The IRO rings Sam on Friday.")).to_be_visible()
    await expect(copy.get_by_text(say("message-writing"))).to_be_visible()
