"""Every screen of three other meetings in every state: see test_every_screen.py."""

import pytest

from tests.browser.screens import House
from tests.browser.watcher import faults_of


@pytest.mark.parametrize("template", ["strategy", "disagreement", "joint-supervision"])
async def test_every_state_of_a_meeting_is_accessible(house: House, template: str) -> None:
    found = await faults_of(house, template)
    assert not found, found
