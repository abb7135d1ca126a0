"""Options: written in private, opened together, weighed, and looked at as if decided today."""

from contextlib import AsyncExitStack

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.answers.notes import Lane
from consensus.items import Source
from consensus.steps import collect
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, PHONE, Chair, House, Person, button, say
from tests.browser.test_axe import SIZES, Looker
from tests.forms import ROOM

OPTIONS = StepPlan(
    "options",
    "What could be done?",
    "Write each option as one sentence.",
    5,
    collect.Settings((Lane("options", "Options", tone="option"),), private=True),
    Source(take="none"),
)
WEIGH = StepPlan(
    "weigh",
    "Weigh each option",
    "Start with a strength.",
    10,
    collect.Settings(
        (
            Lane("good", "Strengths", about_one=True, tone="strength"),
            Lane("bad", "Worries", about_one=True, tone="worry"),
            Lane("unknown", "Don’t know", about_one=True, tone="unknown"),
            Lane("child", "What the child thinks", about_one=True, tone="child", sourced=True),
            Lane("offer", "What we can do", about_one=True, tone="offer", once_per_agency=True),
        )
    ),
    Source("options", "notes", "options"),
)


async def do(who: RoomClient, *commands: c.PersonCommand) -> None:
    for command in commands:
        assert isinstance(await who.do(command), Ack), command


async def seen(page: Page, words: str) -> None:
    await expect(page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)


async def test_options_are_written_in_private_and_weighed_together(house: House) -> None:
    door = Door(house.site)
    code, chair_seat = await door.open_room(**ROOM)
    ana_seat = await door.join(code, "Ana", "School")
    ben_seat = await door.join(code, "Ben", "Housing")
    async with AsyncExitStack() as lines:
        chair = await lines.enter_async_context(RoomClient(house.site, code, chair_seat))
        await do(chair, planning.AddStep(OPTIONS), planning.AddStep(WEIGH), c.OpenStep("options"))
        desk = Chair(await house.seated(code, chair_seat), ROOM["name"])
        ana = Person(await house.seated(code, ana_seat, **PHONE), "Ana")
        ben = Keyboard(await house.seated(code, ben_seat))

        # Each writes an option; nobody sees the other's.
        await ana.at("What could be done?")
        await ana.page.get_by_label(say("collect-words"), exact=True).fill("Stay with her aunt")
        await button(ana.page, "collect-add").tap()
        await ben.tab_to(say("collect-words"))
        await ben.write("Move nearer to school")
        await ben.tab_to(say("collect-add"))
        await ben.press("Enter")
        await ben.shown(say("collect-written", notes=2, people=2))
        await expect(ben.page.get_by_text("Stay with her aunt")).to_have_count(0)

        await desk.do(say("collect-reveal", count=2))
        await seen(ben.page, "Stay with her aunt")
        await do(chair, c.OpenStep("weigh"))

        # Ana weighs one by taps: a worry is met with the wish for a strength, which she gives.
        await ana.at("Weigh each option")
        aunt = ana.page.locator("article.option-card", has_text="Stay with her aunt")
        await aunt.get_by_role("button", name=say("option-write")).tap()
        await choose_lane(ana.page, "Worries")
        await seen(ana.page, say("note-strength-first"))
        await choose_lane(ana.page, "Strengths")
        await ana.page.get_by_label(say("collect-words"), exact=True).fill("She knows her well")
        await button(ana.page, "collect-add").tap()
        await expect(aunt.get_by_text(say("balance-strengths", count=1))).to_be_visible()

        # Ben brings the child's words by keyboard, with their source and day.
        await ben.tab_to("Strengths")
        await ben.press(*["ArrowRight"] * 3)
        await ben.tab_to("K")
        await ben.press("Space")
        await ben.tab_to(say("collect-words"))
        await ben.write("Near my school, please")
        await ben.tab_to(say("note-source"))
        await ben.write("her teacher")
        await ben.tab_to(say("note-day"))
        await ben.write("05052026")  # day first or month first, as the device has it
        await ben.tab_to(say("collect-add"))
        await ben.press("Enter")
        await seen(ana.page, say("note-from", source="her teacher", day="5 May 2026"))
        gap = say("option-gap", lane="What the child thinks")
        await expect(aunt.get_by_text(gap)).to_have_count(0)
        await expect(ana.page.get_by_text(gap)).to_have_count(1)

        # What would it be if they decided today? Nothing is saved by looking.
        await aunt.get_by_role("button", name=say("preview-open")).tap()
        preview = ana.page.get_by_role("dialog")
        await expect(preview.get_by_text(say("preview-only"))).to_be_visible()
        await expect(preview.get_by_text("She knows her well")).to_be_visible()

        wall = await house.page(**SIZES["wide"])
        key = await door.wall_key(code, chair_seat)
        await wall.goto(f"{house.site}/r/{code}/wall#{key}")
        await seen(wall, say("balance-strengths", count=1))
        faults: list[str] = []
        for who, page in (("Ana", ana.page), ("wall", wall)):
            looker = Looker(page, who)
            await looker.look("options")
            faults += looker.faults
        narrow = Looker(await house.seated(code, ben_seat, **SIZES["narrow"]), "narrow")
        await seen(narrow.page, "Near my school, please")
        await narrow.look("options")
        assert faults + narrow.faults == []


async def choose_lane(page: Page, title: str) -> None:
    await page.get_by_role("radio", name=title, exact=True).check(force=True)
