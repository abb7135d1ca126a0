"""A page that is looked at closely: what is wrong with it, in words, at every size that matters."""

import asyncio
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.async_api import Page, WebSocket

from consensus import commands as c
from tests.browser.screens import House, sit, until
from tests.browser.test_axe import AXE, RUN_AXE, TAGS
from tests.browser.whole import STORIES, Whole

_LOOK = Path(__file__).with_name("look.js").read_text(encoding="utf-8")
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

# Tall enough for a whole page, which a bar at the bottom of the window would cover in part.
SMALL = {"width": 320, "height": 8_000}
LARGE = {"width": 1280, "height": 3_000}


class Watcher:
    """One person's page, or the wall, and what is wrong with it in the states that were seen."""

    def __init__(self, page: Page, who: str) -> None:
        self.page = page
        self.who = who
        self.faults: dict[str, list[str]] = {}
        self._position = 0
        page.on("websocket", self._listen)

    @classmethod
    async def seated(cls, house: House, code: str, seat: str, who: str) -> "Watcher":
        """Return the room as somebody with a seat sees it."""
        context = await house.context(viewport=SMALL, reduced_motion="reduce")
        await sit(context, house.site, code, seat)
        watcher = cls(await context.new_page(), who)
        await watcher.page.goto(f"{house.site}/r/{code}")
        return watcher

    async def caught_up(self, position: int) -> None:
        """Wait until the page has drawn the room as it was at a position of its log."""

        async def there() -> bool:
            return self._position >= position

        await until(there, self.page)
        await self.page.evaluate(_DRAWN)

    async def look(self, state: str) -> None:
        """Look small and dark, with the text doubled, in forced colours, and large and light."""
        await self._prepare()
        before = self.page.viewport_size
        await self._shape(SMALL, color_scheme="dark")
        self._note(f"{state}, 320 dark", await self._axe())
        self._note(f"{state}, 320", await self._see(colours=False))
        await self._twice_as_large(f"{state}, 320 with text at 200 %")
        await self._shape(SMALL, forced_colors="active")
        self._note(f"{state}, forced colours", await self._see(colours=True))
        await self.look_large(state)
        if before:
            await self.page.set_viewport_size(before)

    async def look_large(self, state: str) -> None:
        """Look on a large screen alone, as on a wall."""
        await self._prepare()
        await self._shape(LARGE, color_scheme="light")
        self._note(f"{state}, 1280", [*await self._axe(), *await self._see(colours=False)])

    async def _twice_as_large(self, state: str) -> None:
        await self.page.evaluate("document.documentElement.style.fontSize = '200%'")
        self._note(state, await self._see(colours=False))
        await self.page.evaluate("document.documentElement.style.fontSize = ''")

    async def _prepare(self) -> None:
        # Without motion, before anything else changes: a colour that is on its way is no colour.
        await self.page.emulate_media(reduced_motion="reduce")
        # What stays at the top of the window covers what has been scrolled under it.
        await self.page.evaluate("scrollTo(0, 0)")
        # As a page script would: the policy on the page forbids one that is added to it.
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(AXE.read_text(encoding="utf-8"))

    async def _shape(self, size: dict[str, int], **media: Any) -> None:
        await self.page.set_viewport_size(size)  # type: ignore[arg-type]
        media = {
            "color_scheme": "light",
            "forced_colors": "none",
            "reduced_motion": "reduce",
            **media,
        }
        await self.page.emulate_media(**media)

    async def _axe(self) -> list[str]:
        found: list[str] = await self.page.evaluate(RUN_AXE, TAGS)
        return found

    async def _see(self, colours: bool) -> list[str]:
        found: list[str] = await self.page.evaluate(_LOOK, colours)
        return found

    def _note(self, state: str, found: list[str]) -> None:
        for fault in found:
            self.faults.setdefault(fault, []).append(state)

    def _listen(self, line: WebSocket) -> None:
        line.on("framereceived", self._take)

    def _take(self, frame: str | bytes) -> None:
        message = json.loads(frame)
        if message["type"] == "changes":
            self._position = message["end"]


def report(watchers: Iterable[Watcher]) -> str:
    """Return a line for each fault: whose page it is on, what it is, and in which states."""
    return "\n".join(
        f"{watcher.who}: {fault} [{'; '.join(states)}]"
        for watcher in watchers
        for fault, states in watcher.faults.items()
    )


async def faults_of(house: House, template: str) -> str:
    """Play a whole meeting, look at each state with everybody's eyes, and return what is wrong."""
    async with Whole(house.site, template) as room:
        ana = await Watcher.seated(house, room.code, room.seats[0], "participant")
        desk = await Watcher.seated(house, room.code, room.chair_seat, "chair")
        wall = Watcher(await house.page(reduced_motion="reduce"), "wall")
        await wall.page.goto(f"{house.site}/r/{room.code}/wall#{await room.wall_key()}")
        watchers = [ana, desk, wall]

        async def look(watcher: Watcher, state: str, position: int) -> None:
            await watcher.caught_up(position)
            await (watcher.look_large if watcher is wall else watcher.look)(state)

        async def all_look(state: str, position: int) -> None:
            await asyncio.gather(*(look(watcher, state, position) for watcher in watchers))

        async for state in STORIES[template](room):
            await all_look(state, await room.mark())
        await all_look("closed", await room.do(c.Close()))
        return report(watchers)
