"""What nodes share, for the scenarios that break it."""

from collections.abc import Iterator

import pytest

from tests.server.together import Together, together


@pytest.fixture
def shared() -> Iterator[Together]:
    """A PostgreSQL and a Redis server of the test's own."""
    with together() as found:
        yield found
