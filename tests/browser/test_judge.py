"""A private mark with a reason, opened together by name; and an answer that belongs to nobody."""

from playwright.async_api import expect

from consensus.agendas.planning import AddStep
from consensus.answers.ballots import Ballot, Marks
from consensus.items import ITSELF, Source
from consensus.steps import judge
from server.wire import Ack
from tests.browser.group import Group
from tests.browser.screens import NARROW, PATIENCE, Chair, House, Person, button, say
from tests.browser.test_axe import Looker
from tests.consensus.given import plan

SAFETY = judge.Settings(ask="scale", low="Harm now", high="Safe and well", alarm_at=2)
TRUST = judge.Settings(ask="level", shown="nobody")
ITSELF_ALONE = Source(take="none")

# A phone in the dark, tall enough for axe to see the whole page.
DARK = {**NARROW, "viewport": {"width": 320, "height": 2_400}, "color_scheme": "dark"}


def said(mark: int | None) -> Marks:
    """Return one mark for a question about the step itself."""
    return {ITSELF: mark}


async def answer_by_name(group: Group) -> None:
    """Let the four who are not on a screen here give their marks; one does not know."""
    for person, mark in zip(group.people, (2, 7, None, 8), strict=True):
        whys = {ITSELF: "Nobody has seen the baby"} if mark == 2 else {}
        cast = judge.Cast("safety", marks=said(mark), whys=whys)
        assert isinstance(await person.do(cast), Ack)


async def answer_as_nobody(group: Group) -> None:
    """Let the four answer under tokens of their own."""
    for number, person in enumerate(group.people):
        ballot = Ballot((), "", said(number + 1), {}, unsure=False)
        slip = judge.Slip("trust", f"{number}" * 24, ballot)
        assert isinstance(await person.do(slip), Ack)


async def test_marks_are_given_alone_and_opened_together(house: House) -> None:
    async with Group(house.site) as group:
        await group.do(AddStep(plan("safety", SAFETY, ITSELF_ALONE), before="read"))
        await group.do(AddStep(plan("trust", TRUST, ITSELF_ALONE), before="read"))
        chair = Chair(await house.seated(group.code, group.chair_seat), "Robin")
        eve = Person(await house.seated(group.code, await group.newcomer("Eve"), **DARK), "Eve")
        await eve.in_lobby()
        looker = Looker(eve.page, "Eve")

        # A mark from 0 to 10, with the keyboard, and why; it can be changed until the reveal.
        await chair.do(say("next-start", title="Safety"))
        await eve.at("Safety")
        await expect(eve.page.get_by_text(say("judge-shown-name"))).to_be_visible()
        points = eve.page.get_by_role("group", name=say("judge-scale-itself"))
        await points.get_by_role("radio", name="5", exact=True).press("Space")
        await eve.page.keyboard.press("ArrowRight")
        await expect(points.get_by_role("radio", name="6", exact=True)).to_be_checked()
        await eve.page.get_by_label(say("judge-because"), exact=True).fill("Gran is there")
        await looker.look("a scale")
        await button(eve.page, "judge-send").press("Enter")
        await eve.answered()
        await looker.look("a scale, sent")
        await answer_by_name(group)
        await chair.reveal(5)

        # Everybody's marks by name, the reasons, and the question that comes first.
        for page in (chair.page, eve.page):
            alarm = page.get_by_role("heading", name=say("judge-alarm", mark=2))
            await expect(alarm).to_be_visible(timeout=PATIENCE)
            spread = say("scale-says", low=2, high=8)
            unsure = say("scale-unsure", count=1)
            for words in ("Nobody has seen the baby", "Gran is there", spread, unsure):
                await expect(page.get_by_text(words).first).to_be_visible()
        await looker.look("a scale, revealed")

        # An answer that belongs to nobody: this device alone can change it.
        await chair.go_on_to("Trust")
        await eve.at("Trust")
        await eve.page.get_by_role("radio", name=say("judge-level-3")).press("Space")
        await looker.look("a level")
        await button(eve.page, "judge-send").press("Enter")
        await expect(eve.page.get_by_text(say("judge-sent-hint-here"))).to_be_visible(
            timeout=PATIENCE
        )
        await eve.page.reload()
        await button(eve.page, "judge-change").press("Enter")
        await eve.page.get_by_role("radio", name=say("judge-dont-know")).press("Space")
        await button(eve.page, "judge-send").press("Enter")
        await expect(eve.page.get_by_text(say("judge-sent-hint-here"))).to_be_visible(
            timeout=PATIENCE
        )
        await answer_as_nobody(group)
        await chair.reveal(5)
        shown = eve.page.get_by_text(say("judge-are-shown-nobody"))
        await expect(shown).to_be_visible(timeout=PATIENCE)
        await expect(eve.page.locator(".marks-said > li")).to_have_count(5)
        await expect(eve.page.locator(".marks-said .named")).to_have_count(0)
        await looker.look("a level, revealed")

    assert looker.faults == [], looker.faults
