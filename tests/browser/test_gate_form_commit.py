"""A notice, a sheet and promises on real screens: read first, filled in together, kept together."""

import re

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.agendas.planning import AddStep, SkipStep
from consensus.answers.promises import Named, Terms
from consensus.steps import commit, form, gate
from consensus.steps.form import Field
from server.demo.client import RoomClient
from server.wire import Ack
from tests.browser.group import Group
from tests.browser.screens import NARROW, PATIENCE, Chair, House, Person, button, say, sit
from tests.browser.test_axe import Looker
from tests.consensus.given import plan

NOTICE = gate.Settings(
    title="How we keep a record",
    version="1",
    text="What we say here is written down.\n\nYou can ask to see it.",
    checks=("I use no full names",),
)
SHEET = form.Settings(
    (
        Field("worked", "What worked well?", "One thing.", required=True),
        Field("aware", "Does the family know?", kind="yes_no", required=True, why_if="no"),
        Field("child", "What the child said", voice="child"),
    ),
    must=True,
)
PLANS = (plan("notice", NOTICE), plan("sheet", SHEET), plan("keep", commit.Settings()))

# A phone in the dark, tall enough for axe to see the whole page.
DARK = {**NARROW, "viewport": {"width": 320, "height": 2_400}, "color_scheme": "dark"}


async def prepared(group: Group) -> None:
    """Put the three steps before everything else."""
    for step in PLANS:
        await group.do(AddStep(step, before="read"))


async def acknowledge(group: Group) -> None:
    """Let the four who are not on a screen here answer; the first does not agree."""
    for number, person in enumerate(group.people):
        answer = gate.Acknowledge("notice", number > 0, "1", "" if number else "I do not want it")
        assert isinstance(await person.do(answer), Ack)


async def agree(page: Page) -> None:
    """Tick what has to be ticked and agree, with the keyboard alone."""
    await page.get_by_label("I use no full names").press("Space")
    await button(page, "gate-agree").press("Enter")


async def test_a_notice_first_then_a_sheet_then_a_promise_kept_together(house: House) -> None:
    async with Group(house.site) as group:
        await prepared(group)
        chair = Chair(await house.seated(group.code, group.chair_seat), "Robin")
        eve = Person(await house.seated(group.code, await group.newcomer("Eve"), **DARK), "Eve")
        await eve.in_lobby()
        looker = Looker(eve.page, "Eve")

        # The notice: nobody goes on before everybody here has answered.
        await chair.do(say("next-start", title="Notice"))
        await acknowledge(group)
        await agree(chair.page)
        await expect(chair.page.get_by_text(say("gate-not-agreed"), exact=True)).to_be_visible()
        await expect(chair.act).to_have_attribute("aria-disabled", "true")
        await looker.look("a notice")
        await agree(eve.page)
        await expect(eve.page.get_by_text(re.compile("^You have read this"))).to_be_visible()
        await chair.go_on_to("Sheet")

        # Somebody comes in later, and is asked before anything else.
        fay = Person(await house.seated(group.code, await group.newcomer("Fay"), **DARK), "Fay")
        await expect(fay.page.get_by_text(say("gate-first"))).to_be_visible(timeout=PATIENCE)
        late = Looker(fay.page, "Fay")
        await late.look("a notice for a latecomer")
        await agree(fay.page)
        worked = fay.page.get_by_label("What worked well?")
        await expect(worked).to_be_visible(timeout=PATIENCE)

        # The sheet: two write on it, and the desk asks before going on with gaps.
        await worked.fill("We rang each other on Mondays")
        await button(fay.page, "form-save-field", field="What worked well?").press("Enter")
        await expect(eve.page.get_by_text("We rang each other on Mondays")).to_be_visible()
        await eve.page.get_by_label("What the child said").fill("I like Mondays")
        await eve.page.get_by_label(say("form-source")).fill("Told her teacher")
        await eve.page.get_by_label(say("form-when")).fill("2027-03-02")
        await looker.look("a sheet")
        await button(eve.page, "form-save-field", field="What the child said").press("Enter")
        await button(chair.page, "form-read-out-tick").press("Enter")
        await expect(eve.page.get_by_text(say("form-read-out"), exact=True)).to_be_visible()
        await chair.do(say("next-step", title="Keep"))
        await button(chair.page.locator("dialog[open]"), "form-must-go").press("Enter")
        await chair.at("Keep")

        # A promise of two: one makes it, the other says yes.
        await button(eve.page, "commit-begin").press("Enter")
        await eve.page.get_by_label(say("commit-what")).fill("Visit together")
        await eve.page.get_by_role("checkbox", name=re.compile("Fay")).press("Space")
        await eve.page.get_by_label(say("commit-by")).fill("2027-03-09")
        await looker.look("a promise in the making")
        await button(eve.page, "commit-add").press("Enter")
        await button(fay.page, "commit-yes").press("Enter")
        promise = eve.page.locator(".promise", has_text="Visit together")
        await expect(promise.get_by_text(say("commit-answer-yes"), exact=True)).to_have_count(2)
        await looker.look("promises")

        await eve.page.goto(f"{house.site}/r/{group.code}/sheet")
        paper = eve.page.locator("article.sheet")
        for words in ("I do not want it", "I like Mondays", "Told her teacher", "Visit together"):
            await expect(paper.get_by_text(words)).to_be_visible()
        assert looker.faults + late.faults == []


async def test_what_two_wrote_at_once_is_kept(house: House) -> None:
    async with Group(house.site) as group:
        await prepared(group)
        eve = Person(await house.seated(group.code, await group.newcomer("Eve"), **NARROW), "Eve")
        await eve.in_lobby()
        await group.do(SkipStep("notice", "Read before"), c.OpenStep("sheet"))
        await eve.page.get_by_label("What worked well?").fill("Mondays")

        faster = form.Fill("sheet", "room", "worked", "Tea")
        assert isinstance(await group.people[0].do(faster), Ack)
        await button(eve.page, "form-keep-both").press("Enter")
        await button(eve.page, "form-save-field", field="What worked well?").press("Enter")

        await expect(eve.page.locator(".form-words", has_text="Tea")).to_have_text("Tea\nMondays")


async def test_the_next_meeting_first_asks_what_came_of_the_promises(house: House) -> None:
    async with Group(house.site) as group:
        await prepared(group)
        await group.do(SkipStep("notice", "Read before"), c.OpenStep("keep"))
        ring = commit.MakePromise(
            "keep", "p1", Terms("Ring the school"), Named(agencies=("Police",))
        )
        assert isinstance(await group.people[0].do(ring), Ack)
        page = await house.seated(group.code, group.chair_seat)

        await page.goto(f"{house.site}/r/{group.code}/follow")
        await page.locator("[name=name]").fill("Robin")
        await page.locator("[name=agency]").fill("Training")
        await page.locator("[name=name]").press("Enter")
        await page.wait_for_url(lambda url: re.search(r"/r/[A-Z0-9]{6}$", url) is not None)
        code = page.url.rsplit("/", 1)[-1]
        cookies = await page.context.cookies(page.url)
        seat = next(each["value"] for each in cookies if code in each["path"])
        # The test's own key for the room before opens every door; a real one only its own.
        await page.context.clear_cookies()
        await sit(page.context, house.site, code, seat)
        await page.goto(f"{house.site}/r/{code}")
        async with RoomClient(house.site, code, seat) as chair:
            for command in (AddStep(PLANS[2], before="read"), c.OpenStep("keep")):
                assert isinstance(await chair.do(command), Ack)

        kept = page.locator(".promise", has_text="Ring the school")
        await kept.get_by_role("radio", name=say("commit-stage-done"), exact=True).press("Space")
        await kept.get_by_label(say("commit-result-words")).fill("Twice, on a Monday")
        looker = Looker(page, "Robin")
        await looker.look("what came of a promise")
        await button(kept, "commit-result-save").press("Enter")
        await expect(kept.get_by_text("Twice, on a Monday")).to_be_visible(timeout=PATIENCE)
        assert looker.faults == []
