"""What people do on the screens, in their own terms, so that journeys read as stories."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect
from playwright.async_api import Error as PageError

from server.demo.client import Door
from server.words import FALLBACK, Words
from tests.forms import ROOM
from tests.server.processes import ServerProcess

say = Words(FALLBACK).say

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
}
NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 640}}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}

# On two busy cores twelve browsers take their time; a condition that holds is seen at once.
PATIENCE = 30_000


class House:
    """A browser and a server. No page may call another host or fail in its scripts."""

    def __init__(self, browser: Browser, process: ServerProcess) -> None:
        self.browser = browser
        self.process = process
        self.site = process.site
        self.door = Door(process.site)
        self.faults: list[str] = []

    async def context(self, **options: Any) -> BrowserContext:
        """Return a browser of somebody's own."""
        context = await self.browser.new_context(**{**DESKTOP, **options})
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: self._look_at(request.url))
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("console", lambda message: self._hear(message.type, message.text))
        return context

    async def page(self, **options: Any) -> Page:
        """Return a page in a browser of its own."""
        return await (await self.context(**options)).new_page()

    async def seated(self, code: str, seat: str, **options: Any) -> Page:
        """Return the room as somebody with a seat sees it."""
        context = await self.context(**options)
        await sit(context, self.site, code, seat)
        page = await context.new_page()
        await page.goto(f"{self.site}/r/{code}")
        return page

    def check(self) -> None:
        """Fail if any page did what none may do."""
        assert self.faults == [], self.faults

    def _look_at(self, url: str) -> None:
        if not url.startswith((self.site, "blob:", "data:")):
            self.faults.append(f"another host: {url}")

    def _hear(self, kind: str, text: str) -> None:
        # A line that drops is what some tests are about; everything else is a fault.
        if kind == "error" and "WebSocket" not in text and "ERR_CONNECTION" not in text:
            self.faults.append(f"console: {text}")


async def sit(context: BrowserContext, site: str, code: str, seat: str) -> None:
    """Give a browser the key of a seat, as the server would."""
    host = urlsplit(site).hostname or ""
    await context.add_cookies(
        [
            {
                "name": "seat",
                "value": seat,
                "domain": host,
                "path": f"/r/{code}",
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )


def button(page: Page | Locator, message: str, **facts: Any) -> Locator:
    """Return the button with these words of the catalogue."""
    return page.get_by_role("button", name=say(message, **facts), exact=True)


async def until(condition: Callable[[], Awaitable[bool]], page: Page) -> None:
    """Wait until something holds that no single locator can say."""
    for _ in range(PATIENCE // 50):
        if await condition():
            return
        await page.wait_for_timeout(50)
    raise TimeoutError("it never came to hold")


async def press_until(act: Locator, done: Locator, page: Page) -> None:
    """Press what is asked next, which ignores a press as its words change, until it is done."""

    async def pressed() -> bool:
        if await act.count() and not await done.count():
            try:
                await act.click(timeout=1_000)
            except PageError:
                return False  # it was taken, and asks for something else now
        return bool(await done.count())

    await until(pressed, page)


class Person:
    """Somebody in the room, at their own screen."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name

    async def join(self, site: str, code: str, agency: str) -> None:
        """Type the code on the first page, then a name and an agency."""
        await self.page.goto(site)
        await self.page.locator("[name=code]").fill(code.lower())
        await self.page.locator("[name=code]").press("Enter")
        await self.page.locator("[name=name]").fill(self.name)
        await self.page.locator("[name=agency]").fill(agency)
        await self.page.locator("[name=name]").press("Enter")
        await self.in_lobby()

    async def in_lobby(self) -> None:
        """Wait until the room has let them in."""
        await expect(self.page.get_by_text(say("lobby-you-are-in", name=self.name))).to_be_visible(
            timeout=PATIENCE
        )

    async def at(self, title: str) -> None:
        """Wait until the room is at a step."""
        heading = self.page.get_by_role("heading", level=1, name=title, exact=True)
        await expect(heading).to_be_visible(timeout=PATIENCE)

    async def choose(self, statement: str) -> None:
        """Choose a statement and send."""
        radio = self.page.get_by_role("radio", name=re.compile(re.escape(statement)))
        await radio.check(force=True)
        await button(self.page, "judge-send").click()
        await self.answered()

    async def answered(self) -> None:
        """Wait until the room has my answer."""
        await expect(self.page.get_by_text(say("judge-sent"), exact=True)).to_be_visible(
            timeout=PATIENCE
        )

    async def rank(self, order: list[str]) -> None:
        """Tap the statements in order, check, and send."""
        for statement in order:
            await self.page.locator("button.order-row", has_text=statement).click()
        await self.send_order()

    async def send_order(self) -> None:
        """Look at my order once more, and send it."""
        await self.send_order_unanswered()
        await self.answered()

    async def send_order_unanswered(self) -> None:
        """Send my order, whether or not anybody hears."""
        await button(self.page, "judge-check").click()
        await button(self.page, "judge-send-order").click()

    async def shown_order(self) -> list[str]:
        """Return the statements in the order in which my list shows them."""
        return await self.page.locator(".order .order-text").all_inner_texts()

    async def stand(self, place: str, word: str, note: str = "") -> None:
        """Take a stance on what is proposed in a place, and give words where it wants some."""
        slot, stance = self.slot(place), say(f"stance-{word}")
        await slot.get_by_role("radio", name=re.compile(f"^{stance}( |$)")).check(force=True)
        if note:
            await slot.get_by_label(say(f"stance-{word}-words"), exact=True).fill(note)
        await button(slot, "settle-stand").click()
        await expect(slot.get_by_text(say("settle-you-said", stance=stance))).to_be_visible(
            timeout=PATIENCE
        )

    def slot(self, statement: str) -> Locator:
        """Return the place on the board where a statement stands."""
        return self.page.locator("li.slot", has=self.page.get_by_role("heading", name=statement))


class Chair(Person):
    """The person who steers, at the desk."""

    async def open_room(self, site: str) -> str:
        """Open a room with the form, and return its code."""
        await self.page.goto(f"{site}/start?template={ROOM['template']}")
        await self.page.locator("[name=title]").fill(ROOM["title"])
        await self.page.locator("[name=name]").fill(self.name)
        await self.page.locator("[name=agency]").fill(ROOM["agency"])
        await self.page.locator("[name=name]").press("Enter")
        await self.page.wait_for_url(re.compile(r"/r/[A-Z0-9]{6}$"))
        return self.page.url.rsplit("/", 1)[-1]

    @property
    def act(self) -> Locator:
        """The one button that names the next act."""
        return self.page.locator(".next-act button.big")

    async def do(self, label: str) -> None:
        """Press the next act once it is this one, until it has been done."""
        wanted = self.page.locator(".next-act button.big", has_text=label)
        await expect(wanted).to_be_visible(timeout=PATIENCE)
        await expect(wanted).to_have_attribute("aria-disabled", "false", timeout=PATIENCE)

        async def done() -> bool:
            # The desk ignores a press that comes as its words change: it may have been meant
            # for the words before.
            asking = self.page.locator("dialog[open]")
            if await asking.count() or not await wanted.count():
                return True
            try:
                await wanted.click(timeout=1_000)
            except PageError:
                return False
            await self.page.wait_for_timeout(150)
            return bool(await asking.count()) or not await wanted.count()

        await until(done, self.page)

    async def go_on_to(self, title: str) -> None:
        """Open the next step."""
        await self.do(say("next-step", title=title))
        await self.at(title)

    async def reveal(self, of: int) -> None:
        """Open the answers when the desk shows that everybody has answered."""
        progress = self.page.get_by_text(say("judge-progress", answered=of, of=of))
        await expect(progress).to_be_visible(timeout=PATIENCE)
        await self.do(say("judge-reveal", of=of))

    async def settle(self, statement: str, label: str) -> None:
        """Settle a place when the desk shows where everybody stands."""
        unheard = self.slot(statement).get_by_text(say("settle-not-heard", names=""))
        await expect(unheard).to_have_count(0, timeout=PATIENCE)
        await self.do(label)

    async def propose(self, statement: str, place: int | None = None) -> None:
        """Put a statement of the starting point on the board."""
        row = self.page.locator(".candidate", has_text=statement)
        label = say("settle-propose") if place is None else say("settle-put", place=place)
        await row.get_by_role("button", name=label).click()
        await expect(self.slot(statement)).to_be_visible(timeout=PATIENCE)
