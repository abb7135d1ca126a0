"""What a meeting leaves, for every role: the minutes, the closed room, the replay and the archive.

How it is looked at is told in `watcher.py`. What the journeys of test_record, test_exports,
test_proof, test_disclosure, test_forgetting and test_archive come past is looked at there.
"""

from playwright.async_api import expect

from consensus import commands as c
from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, House, say
from tests.browser.test_read_aloud import differs
from tests.browser.watcher import Watcher, report
from tests.browser.whole import Whole, options


async def at(watcher: Watcher, address: str, shows: str) -> None:
    """Go to a page, until it shows what it is for."""
    await watcher.page.goto(address)
    await expect(watcher.page.locator(shows).first).to_be_visible(timeout=PATIENCE)


async def test_what_a_meeting_leaves_is_accessible_to_every_role(house: House) -> None:
    async with Whole(house.site, "options") as room:
        here = f"{house.site}/r/{room.code}"
        seats = {"chair": room.chair_seat, "participant": room.seats[0], "carer": room.seats[3]}
        eyes = [await Watcher.seated(house, room.code, seat, who) for who, seat in seats.items()]
        chair, ana, mother = eyes
        async for state in options(room):
            if state == "message, written":
                await at(chair, f"{here}/message?writing=message", ".message-words")
                await chair.look("the message while it is written")
        await minutes_in_the_room(ana)

        await room.do(c.Close())
        for watcher in eyes:
            await at(watcher, here, ".seal-letters")
            await watcher.look("closed")
            await at(watcher, f"{here}/record", "#kept-head")
            await watcher.look("the record")
        changed = await differs(mother.page, "record", room.code)
        await nothing_is_deleted_by_escape(chair)
        await at(mother, f"{here}/message", ".message-words")
        await mother.look("the message")
        await at(chair, f"{here}/forms/words", "h1")
        await chair.look("a form to print")
        await at(ana, f"{here}/replay", ".replay-frame[aria-busy=false] h2")
        changed |= await differs(ana.page, "replay", room.code)
        await every_kind_of_frame(ana)
        await at(ana, f"{house.site}/meetings", ".archive-ways")
        changed |= await differs(ana.page, "archive", room.code)
        await ana.look("the archive")
        empty = Watcher(await house.page(), "somebody new")
        await at(empty, f"{house.site}/meetings", "h1")
        await empty.look("an empty archive")

        assert not (found := report([*eyes, empty])), found
        assert not changed, "something is read aloud otherwise than before"


async def minutes_in_the_room(ana: Watcher) -> None:
    """By keyboard: the sheet is opened, a line is chosen and left, and the sheet is closed."""
    keys, dialog = Keyboard(ana.page), ana.page.locator("dialog[open]")
    for name in ("sheet-more", "sheet-minutes", "minutes-put-right"):
        await keys.tab_to(say(name))
        await keys.press("Enter")
    await expect(dialog.locator(".record-line > .button").first).to_be_visible(timeout=PATIENCE)
    line = say("minutes-propose-says", line=say("record-going-on"))
    await keys.tab_to(line)
    await keys.press("Enter")
    await expect(dialog.get_by_label(say("minutes-words"), exact=True)).to_be_focused()
    await ana.look("minutes in the room")
    await keys.tab_to(say("minutes-leave"))
    await keys.press("Enter")
    await expect(dialog.get_by_role("button", name=line)).to_be_focused()
    await keys.press("Escape")
    await expect(dialog).to_have_count(0)
    assert await keys.focus() is not None, "the focus is lost when the minutes are closed"


async def nothing_is_deleted_by_escape(chair: Watcher) -> None:
    """Who opens the question whether to delete the room, and leaves it, is where they were."""
    keys = Keyboard(chair.page)
    await keys.tab_to(say("erase-room"))
    await keys.press("Enter")
    await keys.shown(say("erase-head"))
    await keys.press("Escape")
    await expect(chair.page.locator("dialog[open]")).to_have_count(0)
    assert await keys.focus() == say("erase-room")


async def every_kind_of_frame(ana: Watcher) -> None:
    """Slide back through the meeting, and look at each step as it was when it ended."""
    slider, frame = ana.page.get_by_role("slider"), ana.page.locator(".replay-frame")
    of = int(await slider.get_attribute("max") or 0) + 1
    seen = ""
    for number in range(of, 0, -1):
        await slider.press("ArrowLeft" if number < of else "End")
        place = say("replay-place", number=number, of=of)
        await expect(ana.page.get_by_text(place)).to_be_visible()
        await expect(frame).to_have_attribute("aria-busy", "false", timeout=PATIENCE)
        title = await frame.locator("h2").first.inner_text()
        if title != seen:
            await ana.look(f"replay, {title}")
        seen = title
