"""Somebody with nothing but a keyboard. Nothing here may touch a mouse."""

from playwright.async_api import Page, expect

from tests.browser.screens import PATIENCE, say

# More stops than any screen has: going round without finding a thing means it cannot be reached.
MOST_STOPS = 150

# What assistive technology would call the focused element, near enough for our own pages.
_NAME_OF_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const label = at.labels?.[0]?.innerText ?? "";
  return (at.getAttribute("aria-label") ?? (label || at.innerText || at.name || "")).trim();
}"""

_AT_ROW = """(text) => {
  const at = document.activeElement;
  return at.matches("button.order-row") && at.innerText.includes(text);
}"""


class Keyboard:
    """A page and its keys."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def write(self, text: str) -> None:
        """Type into what has the focus."""
        await self.page.keyboard.type(text)

    async def focus(self) -> str | None:
        """Return the name of what has the focus; nothing when it is lost."""
        name: str | None = await self.page.evaluate(_NAME_OF_FOCUS)
        return name

    async def tab_to(self, name: str) -> None:
        """Go on with Tab until something whose name begins like this has the focus."""
        for _ in range(MOST_STOPS):
            await self.press("Tab")
            if (await self.focus() or "").startswith(name):
                return
        raise AssertionError(f"the keyboard cannot reach {name!r}")

    async def shown(self, text: str) -> None:
        """Wait until words are on the page."""
        await expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)

    # --- what people do, by keyboard ---

    async def join(self, site: str, code: str, name: str, agency: str) -> None:
        """Come in from the first page."""
        await self.page.goto(site)
        await self.tab_to(say("home-join-code"))
        await self.write(code)
        await self.press("Enter")
        await self.page.wait_for_url("**/r/*")
        await self.tab_to(say("join-name"))
        await self.write(name)
        await self.press("Tab")
        await self.write(agency)
        await self.press("Enter")
        await self.shown(say("lobby-you-are-in", name=name))

    async def choose(self, statement: str) -> None:
        """Go to the cards, down to a statement with the arrows, and send."""
        await self.page.get_by_role("radio").first.wait_for()
        texts = await self.page.get_by_role("radio").evaluate_all(
            "radios => radios.map(radio => radio.labels[0].innerText)"
        )
        await self.tab_to(texts[0])
        await self.press("Space")
        for _ in range(next(n for n, text in enumerate(texts) if statement in text)):
            await self.press("ArrowDown")
        await self.tab_to(say("judge-send"))
        await self.press("Enter")
        await self.shown(say("judge-sent"))

    async def rank(self, order: list[str]) -> None:
        """Tap the statements in order: from wherever the focus is, on to the next, and press."""
        await self.page.locator("button.order-row").first.wait_for()
        for statement in order:
            await self.tab_to_row(statement)
            await self.press("Enter")
            assert await self.focus() is not None
        await self.send_order()

    async def tab_to_row(self, statement: str) -> None:
        """Go to a statement's row; its name begins with its place, if it has one."""
        for _ in range(MOST_STOPS):
            await self.press("Tab")
            at_row = await self.page.evaluate(_AT_ROW, statement)
            if at_row:
                return
        raise AssertionError(f"the keyboard cannot reach {statement!r}")

    async def keep_order(self) -> None:
        """Look at the order of the pass before, and send it unchanged."""
        await self.shown(say("judge-again"))
        await self.send_order()

    async def send_order(self) -> None:
        """Check, and send."""
        await self.tab_to(say("judge-check"))
        await self.press("Enter")
        await self.shown(say("judge-check-head"))
        await self.tab_to(say("judge-send-order"))
        await self.press("Enter")
        await self.shown(say("judge-sent"))

    async def stand(self, word: str) -> None:
        """Take a stance on what is proposed now."""
        await self.page.get_by_role("radio").first.wait_for()
        words = ["yes", "yes_note", "can_live", "no", "not_mine"]
        await self.tab_to(say("stance-yes"))
        await self.press("Space")
        for _ in range(words.index(word)):
            await self.press("ArrowDown")
        await self.tab_to(say("settle-stand"))
        await self.press("Enter")
        await self.shown(say("settle-you-said", stance=say(f"stance-{word}")))
