"""What a meeting leaves, in every state and for every role: the minutes, the closed room, and more.

What is looked at is in `watcher.py`. What the journeys of test_record, test_exports, test_proof,
test_disclosure, test_forgetting and test_archive reach is looked at there.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import expect

from consensus import commands as c
from consensus.roomwide import parking
from tests.browser.screens import PATIENCE, House, button, say
from tests.browser.test_read_aloud import differs
from tests.browser.watcher import Watcher, report
from tests.browser.whole import Whole, options

ROLES = {"participant": 0, "family": 3, "advocate": 4}


@asynccontextmanager
async def played(house: House) -> AsyncIterator[tuple[Whole, dict[str, Watcher]]]:
    """An options meeting that was played to its last step, and the eyes of each role on it."""
    async with Whole(house.site, "options") as room:
        async for _ in options(room):
            pass
        await room.do(parking.Add("p1", "Who pays for taxis?"), by=room.people[1])
        seats = {"chair": room.chair_seat} | {who: room.seats[n] for who, n in ROLES.items()}
        yield room, {
            who: await Watcher.seated(house, room.code, seat, who) for who, seat in seats.items()
        }


async def at(watcher: Watcher, address: str, heading: str) -> None:
    """Go to a page, until it shows what it is for."""
    await watcher.page.goto(address)
    found = watcher.page.get_by_role("heading", name=heading).first
    await expect(found).to_be_visible(timeout=PATIENCE)


async def test_what_a_meeting_leaves_is_accessible_to_every_role(house: House) -> None:
    async with played(house) as (room, eyes):
        chair, ana, mother = eyes["chair"], eyes["participant"], eyes["family"]
        place = f"{house.site}/r/{room.code}"

        # In the room, while it goes on.
        await button(ana.page, "sheet-more").click()
        await button(ana.page, "sheet-minutes").click()
        await expect(ana.page.get_by_text("Who pays for taxis?")).to_be_visible(timeout=PATIENCE)
        await button(ana.page, "minutes-put-right").click()
        await ana.look("minutes in the room")
        await at(mother, f"{place}/message?writing=", say("message-page"))

        await room.do(c.Close())
        for watcher in eyes.values():
            await at(watcher, place, say("seal-head"))
            await watcher.look("closed")
            await at(watcher, f"{place}/record", say("record-people"))
            await watcher.look("the record")

        await button(chair.page, "minutes-put-right").click()
        await chair.look("the record, putting right")
        assert not await differs(chair.page, "record", room.code)
        await at(mother, f"{place}/message", "message")
        await mother.look("message")
        await at(ana, f"{place}/replay", say("replay-head"))
        slider = ana.page.get_by_role("slider")
        for key in ["Home", *["ArrowRight"] * 3]:
            await slider.press(key)
            await expect(ana.page.locator(".replay-frame[aria-busy=false]")).to_be_visible()
            await ana.look("replay")
        assert not (found := report(eyes.values())), found
