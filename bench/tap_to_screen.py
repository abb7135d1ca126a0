"""How long from a ballot's tap to every other screen showing it, in a room of 12 and of 100.

    python -m bench.tap_to_screen [--rounds 12]

A server runs in a process of its own. People tap "Send" in real browsers; every other browser notes
when the new count is painted, and every other person, on a websocket, when it has arrived. All of
it shares one machine, so the figures hold the cost of the browsers too.
"""

import argparse
import asyncio
import shutil
import time
from contextlib import AsyncExitStack
from statistics import median, quantiles

from msgspec import Struct
from playwright.async_api import Browser, Page, async_playwright

from bench.process import Server
from consensus import commands as c
from consensus.steps import judge
from server.demo.client import Door, RoomClient

ROOM = {
    "template": "task-5-1",
    "statements": "working-together",
    "title": "A bench",
    "name": "Robin",
    "agency": "Training",
}

# Notes when "n of m have answered" changes, after the frame in which it is painted.
_WATCH = """() => {
  window.seen = {};
  window.tapped = 0;
  document.addEventListener("click", () => { window.tapped = Date.now(); }, true);
  const look = () => {
    const count = document.querySelector(".progress")?.textContent.match(/\\d+/)?.[0];
    if (count === undefined || count in window.seen) return;
    window.seen[count] = 0;
    requestAnimationFrame(() => requestAnimationFrame(() => { window.seen[count] = Date.now(); }));
  };
  const what = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document, what);
  look();
  window.when = (count) => new Promise((done) => {
    const check = () => window.seen[count] ? done(window.seen[count]) : setTimeout(check, 5);
    check();
  });
}"""


class Figures(Struct):
    """Milliseconds from the tap, by what saw it."""

    screens: list[float] = []
    lines: list[float] = []

    def __str__(self) -> str:
        """Return medians, 95th percentiles and the worst."""
        kinds = (("screens", self.screens), ("websockets", self.lines))
        return "; ".join(f"{name} {_spread(found)}" for name, found in kinds if len(found) > 1)


def _spread(found: list[float]) -> str:
    most = quantiles(found, n=20)[-1]
    return (
        f"median {median(found):.0f} ms, 95 % within {most:.0f} ms, worst {max(found):.0f} ms "
        f"({len(found)} seen)"
    )


async def main() -> None:
    """Measure both rooms and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=12, help="how many ballots are timed")
    rounds = parser.parse_args().rounds
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        for people, browsers in ((12, 12), (100, 4)):
            figures = await room_of(people, browsers, rounds, browser)
            print(f"room of {people}, {browsers} of them browsers: {figures}", flush=True)
        await browser.close()


async def room_of(people: int, browsers: int, rounds: int, browser: Browser) -> Figures:
    """Time ballots in a room of this many people, some of them in browsers."""
    figures = Figures()
    async with AsyncExitStack() as stack:
        site = await stack.enter_async_context(Server())
        door = Door(site)
        code, seat = await door.open_room(**ROOM)
        chair = await stack.enter_async_context(RoomClient(site, code, seat))
        seats = [await door.join(code, f"P{n}", "School") for n in range(people)]
        lines = [
            await stack.enter_async_context(RoomClient(site, code, seat))
            for seat in seats[browsers:]
        ]
        pages = [await _page(browser, site, code, seat) for seat in seats[:browsers]]
        await chair.do(c.OpenStep("choose"))
        for page in pages:
            await page.locator(".progress").wait_for()
            await page.evaluate(_WATCH)
        for number in range(min(rounds, browsers)):
            await _ballot(number, pages, lines, figures)
        for page in pages:
            await page.context.close()
    return figures


async def _ballot(
    number: int, pages: list[Page], lines: list[RoomClient], figures: Figures
) -> None:
    tapping, others = pages[number], pages[:number] + pages[number + 1 :]
    count = number + 1
    arrivals = [asyncio.create_task(_arrival(line, count)) for line in lines]
    await tapping.get_by_role("radio").nth(number % 10).check(force=True)
    await tapping.locator(".private button.primary").click()
    tapped = await tapping.evaluate("window.tapped")
    for page in others:
        figures.screens.append(await page.evaluate(f"window.when({count})") - tapped)
    figures.lines += [1000 * await arrival - tapped for arrival in arrivals]


async def _arrival(line: RoomClient, count: int) -> float:
    await line.until(
        lambda records: records.one(judge.JudgeRecord, "judge/choose").answered >= count
    )
    return time.time()


async def _page(browser: Browser, site: str, code: str, seat: str) -> Page:
    context = await browser.new_context(viewport={"width": 360, "height": 740})
    await context.add_cookies([{"name": "seat", "value": seat, "url": f"{site}/r/{code}"}])
    page = await context.new_page()
    await page.goto(f"{site}/r/{code}")
    return page


if __name__ == "__main__":
    asyncio.run(main())
