"""Every screen of whole meetings in every state: small, large, dark, doubled and in forced colours.

What is looked at is in `watcher.py`: axe against WCAG 2.2 AA, and in `look.js` what we promise
beyond it.
"""

import pytest

from consensus import commands as c
from tests.browser.screens import House
from tests.browser.watcher import Watcher
from tests.browser.whole import STORIES, Whole


@pytest.mark.parametrize("template", STORIES)
async def test_every_state_of_a_meeting_is_accessible(house: House, template: str) -> None:
    async with Whole(house.site, template) as room:
        ana = await Watcher.seated(house, room.code, room.seats[0], "participant")
        desk = await Watcher.seated(house, room.code, room.chair_seat, "chair")
        wall = Watcher(await house.page(), "wall")
        await wall.page.goto(f"{house.site}/r/{room.code}/wall#{await room.wall_key()}")
        watchers = [ana, desk, wall]

        async def look(state: str, position: int) -> None:
            for watcher in watchers:
                await watcher.caught_up(position)
                await (watcher.look_large if watcher is wall else watcher.look)(state)

        async for state in STORIES[template](room):
            await look(state, await room.mark())
        await look("closed", await room.do(c.Close()))

        assert "\n".join(fault for watcher in watchers for fault in watcher.faults) == ""
