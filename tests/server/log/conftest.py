"""Every promise of the log is kept by both kinds of database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.log import SqlLog
from tests.services.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a log of its own may be."""
    if request.param == "sqlite":
        return tmp_path / "log.db"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.database()


@pytest.fixture
async def log(where: Path | str) -> AsyncIterator[SqlLog]:
    """An empty log."""
    async with SqlLog(where) as found:
        yield found
