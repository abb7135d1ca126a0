"""What a screen reader makes of the main screens, word for word, in snapshots/*.yaml.

Those of what a meeting leaves are compared in test_every_record_screen.py and test_proof.py, and
those of a training session in test_every_hall_screen.py. Where a screen has changed on purpose,
renew them, and read what has changed before it is kept:

    RENEW_SNAPSHOTS=1 pytest \\
        tests/browser/test_{read_aloud,every_record_screen,every_hall_screen,proof}.py
    git diff tests/browser/snapshots
"""

import os
import re
from pathlib import Path

from playwright.async_api import Page, expect

from tests.browser.screens import PATIENCE, House, say
from tests.browser.watcher import Watcher
from tests.browser.whole import Whole, strategy

SNAPSHOTS = Path(__file__).with_name("snapshots")
RENEWED = "RENEW_SNAPSHOTS" in os.environ

# The screens of a strategy meeting that are kept, by the state and by whose they are.
KEPT = {
    ("sharing, asked", "participant"): "notice",
    ("picture", "participant"): "board",
    ("safety, private", "participant"): "scale",
    ("safety, sent", "chair"): "desk",
    ("safety, revealed", "participant"): "scale-revealed",
    ("decision, written", "participant"): "text",
    ("plan, accepted", "participant"): "promises",
}


async def test_the_main_screens_are_read_aloud_as_before(house: House) -> None:
    async with Whole(house.site, "strategy") as room:
        ana = await Watcher.seated(house, room.code, room.seats[0], "participant")
        desk = await Watcher.seated(house, room.code, room.chair_seat, "chair")
        changed = []

        async for state in strategy(room):
            position = await room.mark()
            for watcher in (ana, desk):
                if name := KEPT.get((state, watcher.who)):
                    await watcher.caught_up(position)
                    changed += [name] if await differs(watcher.page, name, room.code) else []

        assert changed == []


async def test_waiting_at_the_door_is_read_aloud_as_before(house: House) -> None:
    async with Whole(house.site, "strategy") as room:
        dot = await Watcher.seated(house, room.code, await room.knock("Dot", "Housing"), "Dot")
        waiting = dot.page.get_by_text(say("waiting-lead"))
        await expect(waiting).to_be_visible(timeout=PATIENCE)

        assert not await differs(dot.page, "waiting", room.code)


async def differs(page: Page, name: str, code: str) -> bool:
    """Say whether a page is read otherwise than it was; renewed, it never is."""
    kept, now = SNAPSHOTS / f"{name}.yaml", gist(await page.locator("body").aria_snapshot(), code)
    if RENEWED:
        kept.write_text(now, encoding="utf-8")
    return kept.read_text(encoding="utf-8") != now


def gist(snapshot: str, code: str) -> str:
    """Return what is read without what is new each time: times, codes, marks, what was said."""
    snapshot = snapshot.replace(code, "CODE").replace(" ".join(code), "C O D E")
    snapshot = re.sub(r"\b\d{1,2}:\d\d\b", "#:##", snapshot)
    snapshot = re.sub(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b", "# date", snapshot)
    snapshot = re.sub(r"\b[A-Z][a-z]+ 20\d\d\b", "# month", snapshot)
    snapshot = re.sub(r"\b[A-Z0-9]{4}(-[A-Z0-9]{4}){5}\b", "# mark", snapshot)
    snapshot = re.sub(r"\b\d+ min left|\b\d+ of \d+ min|\b\d+ minutes to go", "# min", snapshot)
    snapshot = re.sub(r"\bTomorrow\b|\b(In )?\d+ (days|minutes|min)\b", "# time", snapshot)
    lines = snapshot.splitlines(keepends=True)
    return "".join(line for line in lines if not line.strip().startswith("- status")) + "\n"
