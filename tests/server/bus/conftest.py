"""The servers that the tests of the bus share; each test leaves them running."""

from collections.abc import Iterator

import pytest

from tests.services.redis import RedisCluster, RedisServer


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    """A server that nobody stops, though it may be restarted or paused for a while."""
    with RedisServer() as server:
        yield server


@pytest.fixture(scope="module")
def cluster() -> Iterator[RedisCluster]:
    """A cluster of three; whoever kills one of them starts it again."""
    with RedisCluster() as found:
        yield found
