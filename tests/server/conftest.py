"""A real server on a real port with a real data file, for every test that asks for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.demo.client import Door
from server.demo.serving import serving
from server.log import SqlLog
from server.settings import Settings


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a server of its own."""
    async with serving(Settings(data=tmp_path, port=0)) as (_, address):
        yield address


@pytest.fixture
def door(site: str) -> Door:
    """The forms of that server."""
    return Door(site)


@pytest.fixture
async def log(tmp_path: Path) -> AsyncIterator[SqlLog]:
    """A log in a file of its own."""
    async with SqlLog(tmp_path / "log.db") as found:
        yield found
