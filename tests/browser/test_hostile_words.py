"""Whatever somebody types or puts into a file is shown as words: no page takes it for a program."""

from pathlib import Path

import httpx
from playwright.async_api import Browser, Dialog, Page, expect

from consensus import commands as c
from consensus.roomwide import corrections, glossary, parking, wording
from server.demo.client import RoomClient
from server.exports.document import Changed, Document, Part, Written
from server.proof.seal import Place, Why, copy, seal
from server.services import STATIC
from tests.browser.screens import PATIENCE, House, say, sit
from tests.forms import ROOM
from tests.server.company import done
from tests.server.proof.samples import KEY

CHECKER = (STATIC / "app" / "verify.html").as_uri()

SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
LINK = "javascript:alert(1)"
QUOTES = "\"'><svg onload=alert(1)>{{7*7}}"
ENDS = "</script></style></textarea></title>" + IMAGE
WORDS = (SCRIPT, IMAGE, LINK, QUOTES, ENDS)

# What typed words would have become, had a page taken them for its own.
_MADE = """() => [...document.querySelectorAll(
    "img, svg[onload], [onerror], a[href^='javascript' i], main script"
  )].map((each) => each.outerHTML)"""


class Watched:
    """A page, and what it did that no page may do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("dialog", self._asked)
        page.on("console", lambda said: self._said(said.type, said.text, said.location["url"]))
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))

    async def _asked(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        await dialog.dismiss()

    def _said(self, kind: str, text: str, url: str) -> None:
        if kind == "error":
            self.faults.append(f"{text} {url}")

    async def looks_clean(self) -> None:
        """See that nothing ran, and that nothing that was typed became a part of the page."""
        assert not (await self.page.evaluate(_MADE)), self.page.url
        assert not self.faults, (self.page.url, self.faults)


async def test_no_page_of_a_room_runs_what_was_typed_in_it(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    code, seat = await house.door.open_room(**ROOM | {"title": SCRIPT, "name": IMAGE})
    await house.door.join(code, QUOTES, "</title><svg/onload=alert(1)>")
    async with RoomClient(house.site, code, seat) as chair:
        for number, words in enumerate(WORDS):
            added = parking.Add(f"p{number}", words)
            await done(chair, added, glossary.Put(words[:30], words))
        await done(
            chair,
            wording.Reword("parking.p0", 0, f"{LINK} {SCRIPT}", SCRIPT),
            c.Close(),
            corrections.ProposeCorrection("c1", "parking.p1", 0, LINK, ENDS, IMAGE),
        )
    context = await house.context()
    await sit(context, house.site, code, seat)
    watched = Watched(await context.new_page())
    page = watched.page
    for path in ("", "/record", "/replay", "/sheet", "/register", "/message", "/record/print"):
        await page.goto(f"{house.site}/r/{code}{path}")
        await expect(page.locator("h1").first).to_be_visible(timeout=PATIENCE)
        await watched.looks_clean()
    await page.goto(f"{house.site}/r/{code}/disclose")
    await watched.looks_clean()
    await page.goto(f"{house.site}/r/{code}/disclose?who=other")
    await watched.looks_clean()
    await page.locator("button[value=look]").first.click()
    await page.wait_for_load_state()
    await watched.looks_clean()

    async with httpx.AsyncClient(cookies={"seat": seat}) as client:
        taken = await client.get(f"{house.site}/r/{code}/record.html")
    (tmp_path / "record.html").write_bytes(taken.content)
    alone = Watched(await (await browser.new_context()).new_page())
    await alone.page.goto((tmp_path / "record.html").as_uri())
    await expect(alone.page.get_by_text("alert(1)").first).to_be_visible()
    await alone.looks_clean()


async def test_the_page_that_checks_runs_nothing_of_a_file(
    browser: Browser, tmp_path: Path
) -> None:
    """A forged file is as genuine as its own key, and shown as such."""
    lines = tuple(
        Written(
            f"{LINK}{number}", "fact", "all", (words, words), changed=(Changed(*WORDS[:2], WORDS),)
        )
        for number, words in enumerate((*WORDS, "\u202egpj.exe\u2066", "x" * 5_000))
    )
    part = Part(IMAGE, 2, ENDS, (SCRIPT, IMAGE), lines, QUOTES)
    empty = Part(SCRIPT, 2, SCRIPT, (), (), IMAGE)
    hostile = Document(QUOTES, SCRIPT, IMAGE, ((LINK, ENDS), (ENDS, QUOTES)), (part, empty))
    kept = seal(hostile, Place(SCRIPT, 1, 1_000), KEY)
    withheld = {5: Why("other", IMAGE)}
    file = tmp_path / f"{IMAGE.replace('/', '')}.cgrecord"
    file.write_bytes(copy(kept, withheld, {"other": SCRIPT}, 2_000, KEY))
    watched = Watched(await (await browser.new_context()).new_page())
    page = watched.page

    await page.goto(CHECKER)
    await page.set_input_files("#record", file)

    await expect(page.get_by_text(say("verify-partly", count=1)).first).to_be_visible()
    await expect(page.get_by_text(ENDS).first).to_be_visible()
    await watched.looks_clean()
