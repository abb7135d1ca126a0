"""The minutes are taken away: a chair takes the family's copy by keyboard, and a page prints."""

import io
import os
from pathlib import Path

import pikepdf
import pytest
from playwright.async_api import Browser, Page, expect

from server.exports import html
from server.exports.laid_out import Block, Layout, Row, laid_out
from server.services import STATIC
from tests.browser.keyboard import Keyboard
from tests.browser.screens import House, say, sit
from tests.browser.test_axe import SIZES
from tests.browser.watcher import Watcher, report
from tests.forms import ROOM
from tests.server.exports.made import WORDS, document, line

STYLE = STATIC / "app" / "record-print.css"
WRITTEN = "What worked was that the same two people came each week, on the day the family chose. "
CASE = {**ROOM, "template": "options", "title": "Planning together", "focus": "J.M."}


async def picture(page: Page, name: str) -> None:
    """Keep a picture, where somebody asks for them."""
    if folder := os.environ.get("PICTURES"):
        for light in ("light", "dark"):
            await page.emulate_media(color_scheme=light)
            part = page.locator("section[aria-labelledby=take-away]")
            await part.screenshot(path=Path(folder) / f"{name}-{light}.png")


async def test_a_chair_takes_the_family_s_copy_with_the_keyboard(
    house: House, tmp_path: Path
) -> None:
    code, seat = await house.door.open_room(**CASE)
    context = await house.context(**SIZES["narrow"], accept_downloads=True)
    await sit(context, house.site, code, seat)
    page = await context.new_page()
    keys, looker = Keyboard(page), Watcher(page, "chair")

    await page.goto(f"{house.site}/r/{code}/record")
    await keys.shown(say("take-so-far"))
    await keys.tab_to(say("take-whose"))
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_label(say("take-whose"))).to_have_value("all")
    await looker.look("files")
    await keys.tab_to(say("take-pdf"))
    async with page.expect_download() as asked:
        await keys.press("Enter")
    taken = await asked.value
    await taken.save_as(tmp_path / "minutes.pdf")

    assert taken.suggested_filename.endswith("-minutes.pdf")
    with pikepdf.open(tmp_path / "minutes.pdf") as file, file.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"
    await keys.tab_to(say("take-more"))
    await keys.press("Enter")
    await keys.shown(say("take-csv"))
    await looker.look("more files")
    await picture(page, "exports")
    house.check()


async def test_a_record_as_a_file_prints_on_a4_and_never_scrolls_sideways(browser: Browser) -> None:
    made = document()
    words = line("said.4", "x" * 600)
    long = document(*made.parts, type(made.parts[0])("w", 2, "W", (), (words,), ""))
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    page = await context.new_page()

    await page.set_content(html.write(laid_out(long, WORDS), WORDS, "x", alone=True).decode())
    sideways = await page.evaluate("document.documentElement.scrollWidth")
    paper = await page.pdf(prefer_css_page_size=True)
    looker = Watcher(page, "a file")
    await looker.look("a record")
    await context.close()

    assert not (found := report([looker])), found
    assert sideways == 320
    with pikepdf.open(io.BytesIO(paper)) as file:
        assert [round(float(side)) for side in file.pages[0].mediabox[2:]] == [595, 842]


@pytest.mark.parametrize("written", [20, 150, 300])
async def test_a_form_prints_on_one_a4_page(browser: Browser, written: int) -> None:
    pages = await printed(browser, written)

    assert pages == [(595, 842)]


async def test_a_form_that_no_print_can_hold_goes_over_and_says_so(browser: Browser) -> None:
    assert say("exports-goes-over") in shown(2_000)
    assert say("exports-goes-over") not in shown(300)
    assert len(await printed(browser, 2_000)) > 1


async def printed(browser: Browser, written: int) -> list[tuple[int, int]]:
    """Return the sizes of the pages on which a form is printed, in the site's own style."""
    page = await browser.new_page()
    await page.route("**/*", lambda route: route.fulfill(path=STYLE))
    await page.set_content(shown(written))
    paper = await page.pdf(prefer_css_page_size=True)
    await page.close()
    with pikepdf.open(io.BytesIO(paper)) as file:
        return [
            (round(float(each.mediabox[2])), round(float(each.mediabox[3]))) for each in file.pages
        ]


def shown(written: int) -> str:
    """Return a form of twelve fields with so many letters in each."""
    said = (WRITTEN * 40)[:written]
    rows = (
        Row(str(n), ("Who takes part, and what does each bring?", said), "", ()) for n in range(12)
    )
    sheet = Block("sheet", 2, "Write it up", "", (), tuple(rows), "")
    layout = Layout("en", False, "A course", ("So far.",), (("Date", "3 May 2027"),), (sheet,))
    found = html.forms(layout, WORDS, "x").decode()
    return found.replace("/static/", "http://sheet.example/static/")
