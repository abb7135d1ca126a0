"""One's own meetings on one device: what can be found in them, how one went, and side by side."""

import json
import re

from playwright.async_api import BrowserContext, Page, expect

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.answers.promises import Named, Terms
from consensus.items import ITSELF, Source
from consensus.steps import commit, form, judge
from server.demo.client import RoomClient
from server.wire import Ack
from tests.browser.group import Group
from tests.browser.keyboard import Keyboard
from tests.browser.screens import DESKTOP, PATIENCE, PHONE, House, button, say, sit
from tests.browser.test_axe import SIZES
from tests.browser.watcher import Watcher, report
from tests.forms import ROOM

SAFE = StepPlan(
    "safe",
    "How safe is it?",
    "",
    5,
    judge.Settings(ask="scale", low="Not safe", high="Safe"),
    Source(take="none"),
)
FIELDS = (form.Field("name", "What is it called?", kind="line"), form.Field("theme", "Theme"))
PRACTICE = StepPlan("practice", "What works", "", 5, form.Settings(FIELDS))
PROMISES = StepPlan("promises", "Who does what", "", 5, commit.Settings())


async def whole_exercise(group: Group) -> None:
    """Let a group play to the end."""
    await group.choose()
    await group.reveal("choose")
    await group.discard()
    await group.rank()
    await group.reveal("rank")
    await group.talk()
    await group.compare()
    await group.rank("rank-again")
    await group.reveal("rank-again")
    await group.five()


async def marks(chair: RoomClient, *people: tuple[RoomClient, int]) -> None:
    """Ask how safe it is, and open the answers."""
    await done(chair, planning.AddStep(SAFE), c.OpenStep("safe"))
    for person, mark in people:
        assert isinstance(await person.do(judge.Cast("safe", marks={ITSELF: mark})), Ack)
    await done(chair, judge.Reveal("safe", even_so=True))


async def done(client: RoomClient, *commands: object) -> None:
    for command in commands:
        assert isinstance(await client.do(command), Ack), command  # type: ignore[arg-type]


async def follow(house: House, group: Group) -> tuple[str, str]:
    """Open the room that goes on from a group's, and return its code and the chair's seat."""
    fields = {**ROOM, "title": "The one after"}
    headers = await house.door._post(f"/r/{group.code}/follow", fields, group.chair_seat)
    seat = headers["set-cookie"].split(";")[0].split("=", 1)[1]
    return headers["location"].rsplit("/", 1)[-1], seat


async def listed(context: BrowserContext, house: House, *rooms: tuple[str, str]) -> Page:
    """Return the page of one's own meetings on a device that has seats in these rooms."""
    for code, seat in rooms:
        if seat:
            await sit(context, house.site, code, seat)
    mine = [
        {"code": code, "title": f"Room {code}", "at": 1_000 * n, "leads": True, "closed": True}
        for n, (code, _) in enumerate(rooms)
    ]
    page = await context.new_page()
    await page.goto(f"{house.site}/meetings")
    await page.evaluate(
        "mine => localStorage.setItem('common-ground-meetings', mine)", json.dumps(mine)
    )
    await page.goto(f"{house.site}/meetings")
    await expect(page.get_by_text(say("archive-gone"))).to_be_visible(timeout=PATIENCE)
    return page


async def test_meetings_are_found_again_searched_replayed_and_compared(house: House) -> None:
    async with Group(house.site) as one, Group(house.site, "The other room") as two:
        for group in (one, two):
            await whole_exercise(group)
        marked = zip(one.people, (1, 9, 4), strict=False)
        await marks(one.chair, *marked)
        await done(one.chair, planning.AddStep(PROMISES), c.OpenStep("promises"))
        terms = Terms("Call the school", by="2026-01-05")
        await done(one.chair, commit.MakePromise("promises", "p1", terms, Named(others="Kim")))
        await done(one.chair, planning.AddStep(PRACTICE), c.OpenStep("practice"))
        await done(one.chair, form.Fill("practice", "room", "name", "A quiet hour"))
        await done(one.chair, form.Fill("practice", "room", "theme", "Sleep"))
        code, seat = await follow(house, one)
        kit = await house.door.join(code, "Kit", "Health")
        async with (
            RoomClient(house.site, code, seat) as chair,
            RoomClient(house.site, code, kit) as other,
        ):
            await marks(chair, (other, 5))
            await done(chair, c.Close())
        for group in (one, two):
            await done(group.chair, c.Close())
        rooms = (
            (one.code, one.chair_seat),
            (two.code, two.chair_seat),
            (code, seat),
            ("ZZZZZZ", ""),
        )
        phone = await house.context(**{**PHONE, **SIZES["narrow"]})
        page = await listed(phone, house, *rooms)

        # What is late, and which room goes on from which.
        await expect(page.get_by_text("Call the school", exact=False).first).to_be_visible()
        await page.get_by_text(say("archive-series", number=2, of=2), exact=True).click()
        await expect(page.locator(".archive-series li")).to_have_count(4)

        # The same question in both meetings of the series, and never a judgement of it.
        await expect(page.get_by_text(say("archive-trend-closer"))).to_be_visible()

        # Words are found where they were written, and the way leads to the line.
        await page.get_by_label(say("archive-search")).fill("HEAR least")
        await button(page, "archive-search-go").click()
        hit = page.locator(".archive-passages a").first
        await expect(hit).to_contain_text("hear least", timeout=PATIENCE)
        assert re.search(r"/r/\w{6}/record#", await hit.get_attribute("href") or "")

        # A sheet is found by its theme; a room that is gone is taken off the list.
        await page.get_by_label(say("archive-library-find")).fill("sleep")
        await page.get_by_text("A quiet hour").first.click()
        looker = Watcher(page, "narrow")
        await looker.look("archive")
        await page.get_by_role(
            "button", name=say("archive-take-off-of", title="Room ZZZZZZ")
        ).click()
        await expect(page.get_by_text(say("archive-gone"))).to_have_count(0)

        # Two groups side by side.
        for box in await page.locator(".archive-compare input").all():
            await box.check()
        await expect(
            page.get_by_text(say("archive-in-groups", count=2, of=2)).first
        ).to_be_visible()

        # How it went, with nothing but the keyboard.
        desk = await house.context(**{**DESKTOP, **SIZES["wide"]})
        keys = await listed(desk, house, *rooms)
        wide = Watcher(keys, "wide")
        await wide.look("archive")
        keyboard = Keyboard(keys)
        await keys.goto(f"{house.site}/r/{one.code}/replay")
        slider = keys.get_by_role("slider")
        await expect(slider).to_have_attribute("aria-valuetext", say("replay-closed"))
        await keyboard.tab_to(say("replay-moments"))
        await keyboard.press("Home")
        await expect(slider).to_have_attribute("aria-valuetext", say("replay-prepared"))
        await expect(keys.get_by_text(say("replay-not-yet")).first).to_be_visible()
        await keyboard.press("ArrowRight", "ArrowRight")
        began = say("replay-opened", step="Choose one to set aside")
        await expect(slider).to_have_attribute("aria-valuetext", began)
        await keyboard.tab_to(say("replay-next"))
        await keyboard.press("Enter", "Enter")
        opened = say("replay-revealed", step="Choose one to set aside", count=4)
        await expect(keys.get_by_text(opened)).to_be_visible()
        frame = keys.locator(".replay-frame[aria-busy=false]")
        await expect(frame.get_by_text("We hear least about it").first).to_be_visible()
        await wide.look("replay")
    house.faults.clear()  # the room that is gone answers 404, and browsers say so

    assert not (found := report([looker, wide])), found
