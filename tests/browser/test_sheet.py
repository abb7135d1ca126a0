"""The final sheet on paper and on a phone: one A4 page, and nothing out of sight."""

import re
from random import Random

import pytest
from playwright.async_api import Browser, Page, Route

from consensus.record.minutes import minutes
from consensus.state import Meeting
from consensus.steps import turns
from server.pages import write
from server.services import STATIC
from server.words import FALLBACK, Words
from tests.consensus.given import given, plan, room
from tests.meetings import play
from tests.server.full_house import full_house

SITE = "http://sheet.example"


async def opened(browser: Browser, meeting: Meeting, width: int = 1280) -> Page:
    """Return a meeting's sheet in a browser, with the client's own styles and nothing else."""
    html = write("sheet.html", Words(FALLBACK), "test", room="ABC234", minutes=minutes(meeting))

    async def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).split("?")[0]
        if path == "/":
            await route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            await route.fulfill(path=STATIC / path.removeprefix("/static/"))

    page = await browser.new_page(viewport={"width": width, "height": 800})
    await page.route("**/*", answer)
    await page.goto(SITE)
    return page


@pytest.mark.parametrize("full", [True, False])
async def test_a_sheet_is_one_a4_page_on_paper(browser: Browser, full: bool) -> None:
    hardly_begun = given(*room(plan("talk", turns.Settings()))).meeting
    page = await opened(browser, full_house() if full else hardly_begun)

    paper = await page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1
    [box] = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper))
    assert [round(float(side)) for side in box] == [595, 842]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_the_sheet_of_a_whole_meeting_goes_on_to_a_second_page_at_most(
    browser: Browser, seed: int
) -> None:
    page = await opened(browser, play(Random(seed).choice).meeting)

    paper = await page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) <= 2


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
async def test_a_sheet_never_scrolls_sideways(browser: Browser, width: int) -> None:
    page = await opened(browser, full_house(), width)

    assert await page.evaluate("document.documentElement.scrollWidth") == width
