"""A Redis URL is understood, or refused with a sentence that tells none of its secrets."""

import pytest

from server.bus.redis import RedisBus


@pytest.mark.parametrize(
    "url",
    [
        "redis://127.0.0.1",
        "redis://user:pass%2Fword@redis.example:6380/3?max_connections=5",
        "rediss://:password@redis.example",
        "unix:///run/redis.sock?db=1",
        "unix://user@/run/redis.sock?password=secret",
    ],
)
def test_urls_of_redis_are_understood(url: str) -> None:
    assert not RedisBus(url).up


@pytest.mark.parametrize(
    "url", ["", "localhost:6379", "http://u:s3cret@localhost", "postgresql://u:s3cret@localhost/d"]
)
def test_another_url_is_refused_with_one_plain_sentence(url: str) -> None:
    with pytest.raises(ValueError, match=r"^A Redis URL begins with redis://, ") as refused:
        RedisBus(url)
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "redis://user:s3cret/word@localhost",
        "redis://:s3cret@localhost:port",
        "redis://:s3cret@localhost?s3cret=1",
        "redis://:s3cret@localhost?protocol=s3cret",
    ],
)
def test_what_cannot_be_understood_is_not_quoted(url: str) -> None:
    with pytest.raises(ValueError, match=r"^The Redis URL cannot be understood\.$") as refused:
        RedisBus(url)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
