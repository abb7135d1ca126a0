"""What every test here shares."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.server.processes import ServerProcess
from tests.services.postgres import Postgres

# The helpers that assert for their caller must say what differed, as a test itself does.
pytest.register_assert_rewrite("tests.consensus.given")

# The same examples each time, and no deadline: a busy machine must not make a test fail.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[ServerProcess]:
    """A server in a process of its own, which a test may kill and start again."""
    found = ServerProcess(tmp_path / "data")
    await found.start()
    yield found
    found.kill()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server that all tests share; one that breaks it makes its own."""
    with Postgres() as running:
        yield running
