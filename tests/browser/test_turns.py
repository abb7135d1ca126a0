"""Facts in turn: a hand from far away, a why that is answered, and who is not heard yet."""

from contextlib import AsyncExitStack

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus import views
from consensus.agendas import planning
from consensus.roomwide import remarks
from consensus.steps import collect, turns
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.browser.screens import PATIENCE, House, button, say
from tests.browser.test_axe import SIZES, Looker
from tests.forms import ROOM

STRATEGY = {**ROOM, "template": "strategy"}


async def do(who: RoomClient, *commands: c.PersonCommand) -> None:
    for command in commands:
        assert isinstance(await who.do(command), Ack), command


async def named(who: RoomClient, name: str) -> str:
    """Return somebody's id once they are in the room."""

    def found() -> list[str]:
        people = who.records.by_key.values()
        return [p.id for p in people if isinstance(p, views.MemberRecord) and p.name == name]

    await who.until(lambda _: bool(found()))
    return found()[0]


async def seen(page: Page, words: str) -> None:
    await expect(page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)


async def test_everybody_is_heard_whoever_speaks_most(house: House) -> None:
    door = Door(house.site)
    code, chair_seat = await door.open_room(**STRATEGY)
    ana_seat = await door.join(code, "Ana", "Police")
    ben_seat = await door.join(code, "Ben", "Health")
    async with AsyncExitStack() as lines:
        chair = await lines.enter_async_context(RoomClient(house.site, code, chair_seat))
        await do(chair, c.AdmitAll())
        ana = await lines.enter_async_context(RoomClient(house.site, code, ana_seat))
        ben_id = await named(chair, "Ben")
        await do(chair, c.SetAttends(ben_id, "video"))
        await do(chair, planning.SkipStep("sharing", "Read before"), c.OpenStep("facts"))
        ben = Looker(await house.seated(code, ben_seat, **SIZES["narrow"]), "participant, 320")
        desk = Looker(await house.seated(code, chair_seat, **SIZES["wide"]), "chair")

        # Police speak; the chair sees who has not been heard, and the family's seat first.
        await do(chair, turns.Talk("facts", "Police"))
        unheard = desk.page.get_by_text("Not heard yet in this step")
        await expect(unheard).to_contain_text(f"{say('heard-family')} and Health", timeout=PATIENCE)

        # Ana's hand is up first; least heard first, Ben comes before her, and is told so.
        await do(ana, c.RaiseHand())
        await button(ben.page, "hand-raise").click()
        await desk.page.get_by_label(say("hand-order")).select_option("least_heard")
        await seen(ben.page, f"1st in line: {say('hand-order-least_heard')}")
        await ben.look("turns")
        first = desk.page.locator("ol.people li").first
        await expect(first).to_contain_text("Ben", timeout=PATIENCE)
        await first.get_by_role("button").click()
        await expect(unheard).not_to_contain_text("Health", timeout=PATIENCE)

        # Ben asks why of a note; whoever wrote it answers.
        await do(chair, c.OpenStep("picture"))
        await do(ana, collect.AddNote("picture", "n1", "worries", "She was seen alone"))
        more = say("remark-more", quote="She was seen alone")
        await ben.page.get_by_role("button", name=more).click()
        await ben.look("ask why")
        await ben.page.get_by_role("radio", name=say("remark-sort-differ"), exact=True).check()
        await ben.page.get_by_role("radio", name=say("remark-is-safe-no"), exact=True).check()
        await ben.look("see it differently")
        await ben.page.get_by_role("radio", name=say("remark-sort-why"), exact=True).check()
        await ben.page.get_by_label(say("remark-words-why")).fill("Who saw her?")
        await button(ben.page.get_by_role("dialog"), "remark-send-why").click()
        await seen(desk.page, "Who saw her?")
        await desk.look("an open why")
        await ana.until(lambda records: any(key.startswith("remark/") for key in records.by_key))
        asked = next(key for key in ana.records.by_key if key.startswith("remark/"))
        await do(ana, remarks.Answer(asked.removeprefix("remark/"), "A neighbour did"))
        await seen(ben.page, "A neighbour did")
        waits = desk.page.get_by_role("heading", name=say("open-remarks", count=1))
        await expect(waits).to_have_count(0, timeout=PATIENCE)

        # Ben is asked, and sees it first on his own screen.
        await do(ana, remarks.Ask("q2", "picture", "", "It is quiet at home", ben_id, "Really?"))
        to_answer = ben.page.get_by_role("heading", name=say("asked-of-me", count=1))
        await expect(to_answer).to_be_visible(timeout=PATIENCE)
        await ben.look("asked")
        await ben.page.get_by_label(say("remark-answer"), exact=True).fill("I was there")
        await button(ben.page, "remark-answer-send").click()
        await expect(to_answer).to_have_count(0, timeout=PATIENCE)
        await desk.page.get_by_text(say("heard-details")).click()
        await desk.look("counts")

    assert ben.faults + desk.faults == []


async def test_a_set_goes_through_its_phases_and_keeps_news_out(house: House) -> None:
    door = Door(house.site)
    code, chair_seat = await door.open_room(**{**ROOM, "template": "action-learning"})
    ana_seat = await door.join(code, "Ana", "Police")
    async with AsyncExitStack() as lines:
        chair = await lines.enter_async_context(RoomClient(house.site, code, chair_seat))
        await do(chair, planning.SkipStep("rules", "Read before"))
        await do(chair, c.OpenStep("set"), turns.Talk("set", "0"))
        ana = Looker(await house.seated(code, ana_seat, **SIZES["narrow"]), "participant, 320")
        desk = Looker(await house.seated(code, chair_seat, **SIZES["narrow"]), "chair, 320")

        await button(ana.page, "turns-present-me").click()
        await seen(desk.page, "Ana")
        await seen(ana.page, say("turns-presenter-speaks"))
        await button(ana.page, "longer-ask").click()
        await seen(desk.page, say("longer-who"))
        await ana.look("phases")

        # No phase is left out unnoticed; back is always possible.
        skip = desk.page.get_by_role("button", name=say("turns-skip"), exact=False)
        await skip.first.click()
        await seen(desk.page, say("turns-skip-text"))
        await desk.look("skip a phase")
        await desk.page.keyboard.press("Escape")
        await chair.until(lambda r: r.one(turns.TurnsRecord, "turns/set").now == "0")

        # News is not for here: it goes to the lead worker.
        await button(ana.page, "bar-ask-why").click()
        await ana.page.get_by_role("radio", name=say("remark-sort-news"), exact=True).check()
        await ana.page.get_by_label(say("remark-words-news")).fill("She has moved")
        await ana.look("news")
        await button(ana.page.get_by_role("dialog"), "remark-send-news").click()
        await chair.until(lambda r: any(key.startswith("parked/") for key in r.by_key))
        await desk.look("desk of a set")

    assert ana.faults + desk.faults == []
