"""One text, written by three people with one pen; a no that goes further, in words that hold."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.agendas.planning import AddStep
from consensus.items import Source
from consensus.steps import settle
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.browser.screens import NARROW, PATIENCE, PHONE, Chair, House, Person, button, say
from tests.browser.test_axe import Looker
from tests.forms import ROOM

TITLE = "One message for the family"
STEP = StepPlan(
    "message",
    TITLE,
    "Write what everyone here stands behind, in plain words.",
    10,
    settle.Settings(form="text", plain=True),
    Source(take="none"),
)


@asynccontextmanager
async def writing(house: House) -> AsyncIterator[tuple[Chair, Person, Person]]:
    """A chair at a desk, Ana on a phone and Ben on a narrow one, at a text to write."""
    door = Door(house.site)
    code, chair_seat = await door.open_room(**ROOM)
    ana_seat = await door.join(code, "Ana", "School")
    ben_seat = await door.join(code, "Ben", "Health")
    async with RoomClient(house.site, code, chair_seat) as steering:
        for command in (AddStep(STEP), c.OpenStep(STEP.id)):
            assert isinstance(await steering.do(command), Ack)
        chair = Chair(await house.seated(code, chair_seat), "Robin")
        ana = Person(await house.seated(code, ana_seat, **PHONE), "Ana")
        tall = {**NARROW, "viewport": {"width": 320, "height": 3_000}}
        ben = Person(await house.seated(code, ben_seat, **tall), "Ben")
        yield chair, ana, ben


async def sees(page: Page, words: str) -> None:
    """Wait until somebody reads these words."""
    await expect(page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)


async def take_pen(page: Page) -> None:
    await button(page, "pen-take").click()
    await expect(page.get_by_label(say("text-editor"), exact=True)).to_be_focused()


async def test_three_people_write_one_message_and_a_no_goes_further(house: House) -> None:
    async with writing(house) as (chair, ana, ben):
        await take_pen(ana.page)
        await ana.page.keyboard.type("We all want Sam to like school again.")
        await sees(ben.page, "We all want Sam to like school again.")
        await sees(ben.page, say("pen-is-writing"))

        await ben.page.get_by_text(say("suggestion-make"), exact=True).click()
        await ben.page.get_by_label(say("suggestion-words"), exact=True).fill("We ask Sam first.")
        await button(ben.page, "suggestion-send").click()
        await button(ana.page, "suggestion-include-says", text="We ask Sam first.").click()
        await sees(ben.page, "We ask Sam first.")
        await button(ana.page, "pen-put-down").click()

        await take_pen(chair.page)
        await chair.page.keyboard.press("Control+End")
        await chair.page.keyboard.type(" We meet again on Friday.")
        await button(chair.page, "pen-put-down").click()
        await sees(ana.page, "We ask Sam first. We meet again on Friday.")

        await stand(ana.page, "yes")
        await stand(ben.page, "no", "Friday is too soon for Sam.", harm="Sam feels pushed.")
        await sees(chair.page, "Sam feels pushed.")
        looker = Looker(ben.page, "Ben at 320")
        await looker.look("a text")

        await button(chair.page, "ways-escalate").click()
        await button(chair.page, "escalate-open").click()
        await button(chair.page, "safe-say-yes").click()
        await sees(chair.page, say("safe-yes"))

        await button(ben.page, "ways-escalated").click()
        await button(ben.page, "side-confirm").click()
        await sees(ben.page, say("side-confirmed", count=1, of=1))
        await looker.look("a disagreement")
        await button(ana.page, "ways-escalated").click()
        await button(ana.page, "side-word").click()
        await ana.page.get_by_label(say("side-words"), exact=True).fill("Sam asked for Friday.")
        await button(ana.page, "side-save").click()
        await button(ana.page, "side-confirm").click()
        await expect(
            chair.page.get_by_text(say("side-confirmed", count=1, of=1), exact=True)
        ).to_have_count(2, timeout=PATIENCE)

        await chair.page.get_by_text(say("outcome-say"), exact=True).click()
        await chair.page.get_by_role("radio", name=say("outcome-partly")).check(force=True)
        await chair.page.get_by_label(say("outcome-words"), exact=True).fill("A visit comes first.")
        await button(chair.page, "outcome-save").click()
        for person in (ana, ben):
            await button(person.page, "outcome-confirm").click()
        await sees(chair.page, say("outcome-confirmed", count=2, of=2))
        await looker.look("an outcome")
        assert looker.faults == []


async def test_words_that_did_not_reach_the_text_are_never_lost(house: House) -> None:
    async with writing(house) as (chair, ana, ben):
        await take_pen(ana.page)
        await ana.page.keyboard.type("We ask Sam.")
        await sees(ben.page, "We ask Sam.")
        # On a line that hangs, Ana types on while the chair takes the pen.
        await ana.page.context.set_offline(True)
        await ana.page.keyboard.type(" And her mother.")
        await take_pen(chair.page)
        await ana.page.context.set_offline(False)
        await sees(ana.page, say("text-left-over"))

        words = "We ask Sam. And her mother."
        await button(ana.page, "text-left-over-suggest").click()
        await button(chair.page, "suggestion-include-says", text=words).click()
        await sees(ben.page, words)
        wall = await wall_of(house, chair)
        await sees(wall, words)
        await sees(wall, say("pen-is-writing"))


async def test_two_wordings_become_one(house: House) -> None:
    async with writing(house) as (chair, ana, ben):
        await take_pen(ana.page)
        await ana.page.context.set_offline(True)
        await ana.page.keyboard.type("Ana’s words.")
        await take_pen(chair.page)
        await chair.page.keyboard.type("The chair’s words.")
        await button(chair.page, "pen-put-down").click()
        await ana.page.context.set_offline(False)
        await sees(ana.page, say("text-left-over"))

        await take_pen(ana.page)
        await sees(ana.page, say("text-apart"))
        await button(ana.page, "text-keep-both").click()

        await sees(ben.page, "The chair’s words.")
        await sees(ben.page, "Ana’s words.")


async def wall_of(house: House, chair: Chair) -> Page:
    """Return the wall of the chair's room."""
    wall = await house.page()
    seat = (await chair.page.context.cookies())[0]["value"]
    key = await house.door.wall_key(chair.page.url.rsplit("/", 1)[1], seat)
    await wall.goto(f"{chair.page.url}/wall#{key}")
    return wall


async def stand(page: Page, word: str, note: str = "", harm: str = "") -> None:
    """Take a stance on the words, with what is feared."""
    await page.get_by_role("radio", name=say(f"stance-{word}")).first.check(force=True)
    if note:
        await page.get_by_label(say(f"stance-{word}-words"), exact=True).fill(note)
        await page.get_by_text(say("fear-more"), exact=True).click()
        await page.get_by_label(say("fear-harm"), exact=True).fill(harm)
    await button(page, "settle-stand").click()
    said = say("settle-you-said", stance=say(f"stance-{word}"))
    await expect(page.get_by_role("heading", name=said)).to_be_visible(timeout=PATIENCE)
