"""A strategy meeting with nothing but keys: whatever is done, the focus is never lost."""

import re

from playwright.async_api import expect

from consensus import commands as c
from consensus.steps import judge
from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, House, say
from tests.browser.watcher import Watcher
from tests.browser.whole import Whole


async def test_the_focus_is_never_lost(house: House) -> None:
    async with Whole(house.site, "strategy") as room:
        ana = await Watcher.seated(house, room.code, room.seats[0], "Ana")
        keys = Keyboard(ana.page)

        async def opened(step: str, title: str) -> None:
            await room.do(c.OpenStep(step))
            await expect(ana.page.get_by_role("heading", level=1, name=title)).to_be_focused(
                timeout=PATIENCE
            )

        async def pressed(button: str, then: str | re.Pattern[str]) -> None:
            await keys.tab_to(button)
            await keys.press("Enter")
            shown = ana.page.get_by_text(then).filter(visible=True).first
            await expect(shown).to_be_visible(timeout=PATIENCE)
            await ana.caught_up(await room.mark())
            assert await keys.focus() is not None, f"the focus is lost after “{button}”"

        # The first step opens while nothing has the focus yet.
        await room.do(c.OpenStep("sharing"))
        await pressed(say("gate-agree"), re.compile("^You have read this"))
        await room.answer_but_the_first("sharing")

        await opened("here", "Who is here, and who is not")
        missing = "Agencies that are missing, and why"
        await keys.tab_to(missing)
        await keys.write("Housing, who are on a visit")
        await pressed(say("form-save-field", field=missing), "Housing, who are on a visit")

        await opened("picture", "Worries, strengths, and what we do not know")
        await keys.tab_to(say("collect-words"))
        await keys.write("Kit likes drawing")
        await pressed(say("collect-add"), "Kit likes drawing")

        await opened("safety", "How safe is the child today?")
        await keys.tab_to("0")
        await keys.press("Space", *["ArrowRight"] * 6)
        await pressed(say("judge-send"), say("judge-sent"))
        await pressed(say("judge-change"), say("judge-send"))
        await pressed(say("judge-send"), say("judge-sent"))
        await room.do(judge.Reveal("safety", even_so=True))
        await keys.shown(say("judge-revealed"))
        await ana.caught_up(await room.mark())
        assert await keys.focus() is not None, "the focus is lost at the reveal"

        await opened("decision", "What we decide")
        await pressed(say("pen-take"), say("pen-put-down"))
        await keys.write("An enquiry begins.")
        await pressed(say("pen-put-down"), say("pen-take"))
        await keys.tab_to(say("stance-yes"))
        await keys.press("Space")
        await pressed(say("settle-stand"), say("settle-you-said", stance=say("stance-yes")))

        await opened("plan", "Who does what, by when")
        await pressed(say("commit-begin"), say("commit-what"))
        await keys.write("Ring the school")
        await pressed(say("commit-add"), "Ring the school")
