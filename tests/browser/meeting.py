"""People around a real child, at a screen as they have it: a mouse, a finger, or only keys."""

import re
from typing import Any

from playwright.async_api import Locator, Page, WebSocket, WebSocketRoute, expect

from tests.browser.keyboard import MOST_STOPS
from tests.browser.screens import PATIENCE, Chair, Person, button, say

_HAS_FOCUS = "(wanted) => wanted === document.activeElement"
_GROUP_HAS_FOCUS = """(wanted) => {
  const at = document.activeElement;
  return at === wanted || (wanted.type === "radio" && at?.name === wanted.name);
}"""


class Line:
    """A line that a test can cut and mend; the browser has to notice and come back by itself."""

    def __init__(self) -> None:
        self._cut = False
        self._now: WebSocketRoute | None = None

    async def watch(self, page: Page) -> None:
        await page.route_web_socket("**/live", self._connect)

    async def _connect(self, line: WebSocketRoute) -> None:
        if self._cut:
            await line.close(code=4001)
            return
        line.connect_to_server()
        self._now = line

    async def cut(self) -> None:
        assert self._now is not None
        self._cut = True
        await self._now.close(code=4001)

    async def mend(self, page: Page) -> None:
        """Bring the line back; the phone says so, as phones do."""
        self._cut = False
        await page.evaluate("dispatchEvent(new Event('online'))")


class Guest(Person):
    """Somebody with a mouse. How things are pressed and typed is told once, for all they do."""

    def __init__(self, page: Page, name: str) -> None:
        super().__init__(page, name)
        self._told: list[str] = []
        page.on("websocket", self._listen)

    def _listen(self, line: WebSocket) -> None:
        line.on("framereceived", lambda said: self._told.append(str(said)))

    async def press(self, what: Locator) -> None:
        await what.click()

    async def fill(self, what: Locator, words: str) -> None:
        await what.fill(words)

    async def tick(self, what: Locator) -> None:
        await what.check(force=True)

    async def type_day(self, what: Locator, day: str) -> None:
        """Give a day, as "2027-03-03"."""
        await what.fill(day)

    # --- small steps ---

    async def presses(self, message: str, **facts: Any) -> None:
        """Press the button with these words."""
        await self.press(button(self.page, message, **facts).first)

    async def put(self, label: str, words: str) -> None:
        """Type into the field with this label."""
        await self.fill(self.page.get_by_label(label, exact=True), words)

    async def pick(self, name: str) -> None:
        """Choose one of several by its whole name."""
        await self.tick(self.page.get_by_role("radio", name=name, exact=True))

    async def sees(self, words: str) -> None:
        """Wait until these words can be read."""
        seen = self.page.get_by_text(words).filter(visible=True).first
        await expect(seen).to_be_visible(timeout=PATIENCE)

    async def knows_nothing_of(self, *secrets: str) -> None:
        """Neither the page nor anything that the room has sent to it holds these words."""
        held = "\n".join((await self.page.content(), *self._told))
        assert [secret for secret in secrets if secret in held] == [], self.name

    async def has_risk_in_reach(self) -> None:
        """There is one button for an immediate risk on the page, with nothing to open first."""
        shown = button(self.page, "risk-button").filter(visible=True)
        await expect(shown).to_have_count(1, timeout=PATIENCE)

    # --- coming in ---

    async def knock(self, site: str, code: str, agency: str, **part: str) -> None:
        """Type the code on the first page, say who one is, and ask to come in."""
        await self.page.goto(site)
        await self.fill(self.page.locator("[name=code]"), code.lower())
        await self.press(button(self.page, "home-join-button"))
        await self.introduce(agency, **part)
        await self.press(button(self.page, "join-knock"))
        await self.sees(say("waiting-lead"))

    async def introduce(self, agency: str, here_as: str = "", attends: str = "") -> None:
        """Fill in who one is, and how one takes part."""
        await self.fill(self.page.locator("[name=name]"), self.name)
        if here_as:
            await self.pick(say(f"join-as-{here_as}"))
        if attends:
            await self.pick(say(f"attends-{attends}"))
        if agency:
            await self.fill(self.page.locator("[name=agency]"), agency)

    # --- a phone that is passed round ---

    async def takes_the_phone(self) -> None:
        """Get the device from whoever has it, and tap one's own name."""
        away = button(self.page, "seat-pass").or_(button(self.page, "seat-done"))
        own = self.page.get_by_role("link", name=self.name, exact=True)
        await expect(away.or_(own).first).to_be_visible(timeout=PATIENCE)
        if await away.count():
            await self.press(away)
        await self.press(own)
        now = say("seat-now", name=self.name)
        proxy = say("seat-proxy", name=self.name)
        await expect(
            self.page.get_by_text(now).or_(self.page.get_by_text(proxy)).first
        ).to_be_visible(timeout=PATIENCE)

    # --- what the steps ask ---

    async def agrees(self) -> None:
        """Agree to the notice."""
        await self.presses("gate-agree")
        await expect(button(self.page, "gate-agree")).to_have_count(0, timeout=PATIENCE)

    async def disagrees(self, note: str) -> None:
        """Do not agree to the notice, and say why."""
        await self.press(self.page.get_by_text(say("gate-note"), exact=True))
        await self.put(say("gate-note-words"), note)
        await self.presses("gate-disagree")
        await expect(button(self.page, "gate-disagree")).to_have_count(0, timeout=PATIENCE)

    async def writes(self, words: str, lane: str = "", about: str = "", **more: str) -> None:
        """Add a note: to a lane, about an option, with its source and day, as far as asked."""
        if lane:
            await self.pick(lane)
        if about:
            group = self.page.get_by_role("group", name=say("note-about"), exact=True)
            await self.tick(group.get_by_role("radio", name=re.compile(re.escape(about))))
        if words:
            await self.put(say("collect-words"), words)
        if more:
            await self.put(say("note-source"), more["source"])
            await self.type_day(self.page.get_by_label(say("note-day"), exact=True), more["day"])
        await self.presses("collect-add")

    async def ranks(self, order: list[str], because: str = "") -> None:
        """Tap the statements in order, check, and send; perhaps with a reason."""
        await self.ranks_some(order)
        await self.presses("judge-check")
        if because:
            await self.put(say("judge-rank-because"), because)
        await self.presses("judge-send-order")
        await self.answered()

    async def ranks_some(self, order: list[str]) -> None:
        """Tap statements, and no more."""
        for statement in order:
            await self.press(self.page.locator("button.order-row", has_text=statement))

    async def stands(self, word: str, note: str = "", harm: str = "") -> None:
        """Take a stance on the one thing that is proposed, with what is feared."""
        stance = say(f"stance-{word}")
        name = re.compile(f"^{re.escape(stance)}( |$)")
        await self.tick(self.page.get_by_role("radio", name=name).first)
        if note:
            await self.put(say(f"stance-{word}-words"), note)
        if harm:
            await self.press(self.page.get_by_text(say("fear-more"), exact=True))
            await self.put(say("fear-harm"), harm)
        await self.presses("settle-stand")
        said = self.page.get_by_role("heading", name=say("settle-you-said", stance=stance))
        await expect(said).to_be_visible(timeout=PATIENCE)


class OnAPhone(Guest):
    """The same with a finger."""

    async def press(self, what: Locator) -> None:
        await what.tap()


class ByKeyboard(Guest):
    """The same with nothing but keys: what Tab and the arrows do not reach cannot be done."""

    async def press(self, what: Locator) -> None:
        await self._reach(what, _HAS_FOCUS)
        await self.page.keyboard.press("Enter")

    async def fill(self, what: Locator, words: str) -> None:
        await self._reach(what, _HAS_FOCUS)
        await self.page.keyboard.type(words)

    async def tick(self, what: Locator) -> None:
        await self._reach(what, _GROUP_HAS_FOCUS)
        for _ in range(MOST_STOPS):
            if await what.evaluate(_HAS_FOCUS):
                break
            await self.page.keyboard.press("ArrowDown")
        if not await what.is_checked():
            await self.page.keyboard.press("Space")
        await expect(what).to_be_checked(timeout=PATIENCE)

    async def type_day(self, what: Locator, day: str) -> None:
        """Give a day; the same number of day and month, whose order a device chooses."""
        year, month, number = day.split("-")
        assert month == number
        await self.fill(what, f"{number}{month}{year}")

    async def _reach(self, what: Locator, reached: str) -> None:
        await expect(what).to_be_attached(timeout=PATIENCE)
        for _ in range(MOST_STOPS):
            if await what.evaluate(reached):
                return
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard cannot reach {what}")


class InTheChair(Guest, Chair):
    """Whoever steers, at a desk; what the chair may do is told in `Chair`."""

    async def opens(self, site: str, template: str, **fields: str) -> str:
        """Open a room from the first page, and return its code."""
        await self.page.goto(site)
        await self.press(self.page.get_by_role("link", name=say("home-start-button")))
        await self.press(self.page.get_by_role("link", name=template, exact=True))
        for name, words in fields.items():
            await self.fill(self.page.locator(f"[name={name}]"), words)
        await self.fill(self.page.locator("[name=name]"), self.name)
        await self.page.get_by_label(say("start-voice"), exact=False).check()
        await self.presses("start-button")
        await self.page.wait_for_url(re.compile(r"/r/[A-Z0-9]{6}$"))
        return self.page.url.rsplit("/", 1)[-1]

    async def lets_in(self, count: int) -> None:
        """Open the door once so many wait."""
        await self.sees(say("door-waiting", count=count))
        if count > 1:
            await self.presses("door-admit-all")
        else:
            await self.press(
                self.page.locator(".door").get_by_role("button", name=say("door-admit")).first
            )

    async def explains(self, agency: str, why: str) -> None:
        """Say on the checklist why an agency was not invited."""
        await self.presses("checklist-open")
        line = self.page.locator("dialog[open] .checklist-line", has_text=agency)
        await self.press(line.locator("summary"))
        await line.get_by_label(say("checklist-stands")).select_option(say("coming-not_invited"))
        await self.fill(line.get_by_label(say("checklist-why-not")), why)
        await self.press(button(line, "checklist-save"))
        await expect(line.locator(".note", has_text=why)).to_be_visible(timeout=PATIENCE)
        await self.confirms("dialog-close")

    async def enters(self, name: str, agency: str) -> None:
        """Enter somebody who is on the telephone."""
        await self.presses("seat-enter-for")
        await self.fill(self.page.locator("[name=name]"), name)
        await self.fill(self.page.locator("[name=agency]"), agency)
        await self.presses("add-button")

    async def enters_for(self, other: Guest) -> None:
        """Go from one's own place to that of somebody who has no screen."""
        await self.press(button(self.page, "seat-switch"))
        await other.takes_the_phone()

    async def confirms(self, message: str) -> None:
        """Say yes to what the desk asks before it goes on."""
        await self.press(button(self.page.locator("dialog[open]"), message))

    async def has_not_heard(self, seat: str) -> None:
        """The desk names this seat as not heard yet in the step."""
        await expect(self.page.locator(".heard-line")).to_contain_text(seat, timeout=PATIENCE)

    async def has_heard(self, seat: str) -> None:
        """The desk does not name it any more."""
        await expect(self.page.locator(".heard-line")).not_to_contain_text(seat, timeout=PATIENCE)
