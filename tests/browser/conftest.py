"""Real browsers against a real server: Debian's chromium, driven without a screen."""

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.screens import House
from tests.server.processes import ServerProcess

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)

# Shared memory is small in containers, and a sandbox cannot be made by root inside one.
_FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A browser that has ended when the test has."""
    assert CHROMIUM, "install chromium: scripts/ensure-programs does"
    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield found
        await found.close()


@pytest.fixture
async def house(browser: Browser, process: ServerProcess) -> AsyncIterator[House]:
    """The browser and the server together; it notices what no page may ever do."""
    found = House(browser, process)
    yield found
    found.check()
