"""A page that is looked at closely: what is wrong with it, in words, at every size that matters."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.async_api import Page, WebSocket

from tests.browser.screens import House, sit, until
from tests.browser.test_axe import AXE, RUN_AXE, TAGS, TALL

_LOOK = Path(__file__).with_name("look.js").read_text(encoding="utf-8")
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

SMALL = {"width": 320, "height": TALL}
LARGE = {"width": 1280, "height": TALL}


class Watcher:
    """One person's page, or the wall, and what is wrong with it in the states that were seen."""

    def __init__(self, page: Page, who: str) -> None:
        self.page = page
        self.who = who
        self.faults: list[str] = []
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
        await self._shape(SMALL, color_scheme="dark")
        await self._note(f"{state}, 320 dark", await self._axe())
        await self._note(f"{state}, 320", await self._see(colours=False))
        await self._twice_as_large(f"{state}, 320 with text at 200 %")
        await self._shape(SMALL, forced_colors="active")
        await self._note(f"{state}, forced colours", await self._see(colours=True))
        await self.look_large(state)

    async def look_large(self, state: str) -> None:
        """Look on a large screen alone, as on a wall."""
        await self._prepare()
        await self._shape(LARGE, color_scheme="light")
        await self._note(f"{state}, 1280", [*await self._axe(), *await self._see(colours=False)])

    async def _twice_as_large(self, state: str) -> None:
        await self.page.evaluate("document.documentElement.style.fontSize = '200%'")
        await self._note(state, await self._see(colours=False))
        await self.page.evaluate("document.documentElement.style.fontSize = ''")

    async def _prepare(self) -> None:
        # As a page script would: the policy on the page forbids one that is added to it.
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(AXE.read_text(encoding="utf-8"))

    async def _shape(self, size: dict[str, int], **media: Any) -> None:
        await self.page.set_viewport_size(size)  # type: ignore[arg-type]
        media = {"color_scheme": "light", "forced_colors": "none", **media}
        await self.page.emulate_media(**media)

    async def _axe(self) -> list[str]:
        found: list[str] = await self.page.evaluate(RUN_AXE, TAGS)
        return found

    async def _see(self, colours: bool) -> list[str]:
        found: list[str] = await self.page.evaluate(_LOOK, colours)
        return found

    async def _note(self, state: str, found: list[str]) -> None:
        self.faults += [f"{self.who}, {state}: {fault}" for fault in found]

    def _listen(self, line: WebSocket) -> None:
        line.on("framereceived", self._take)

    def _take(self, frame: str | bytes) -> None:
        message = json.loads(frame)
        if message["type"] == "changes":
            self._position = message["end"]


def gist(snapshot: str) -> str:
    """Return a snapshot without what is new each time: times, days and codes."""
    snapshot = re.sub(r"\b\d{1,2}:\d\d\b", "#", snapshot)
    return re.sub(r"\b\d+ min\b", "# min", snapshot)
