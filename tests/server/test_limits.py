"""How often somebody may try, on a clock that the test turns."""

from server.limits import Bucket, Limits, PerAddress


def test_a_bucket_allows_a_burst_and_then_its_rate() -> None:
    bucket = Bucket(3, 0)

    assert [bucket.take(3, 1, 0) for _ in range(4)] == [True, True, True, False]
    assert bucket.take(3, 1, 1.0)
    assert not bucket.take(3, 1, 1.5)


def test_each_address_runs_out_alone_and_comes_back_with_time() -> None:
    now = 0.0
    limit = PerAddress(lambda: now, burst=2, per_second=0.5)

    assert limit.take("a")
    assert not limit.exhausted("a")
    assert limit.take("a")
    assert limit.exhausted("a")
    assert not limit.take("a")
    assert limit.take("b")
    now = 2.0
    assert not limit.exhausted("a")
    assert limit.take("a")


def test_a_million_addresses_do_not_fill_the_memory() -> None:
    limit = PerAddress(lambda: 0.0, burst=1, per_second=1, most=100)

    for number in range(10_000):
        limit.take(str(number))

    assert len(limit._buckets) == 100


def test_a_hall_behind_one_address_joins_at_once_and_a_script_does_not_go_on_for_ever() -> None:
    limits = Limits(lambda: 0.0)

    joined = [limits.joins.take("hall") for _ in range(3_000)]
    opened = [limits.openings.take("hall") for _ in range(100)]
    mistyped = [limits.tries.take("hall") for _ in range(100)]
    guessed = [limits.passphrases.take("hall") for _ in range(100)]

    assert (sum(joined), sum(opened), sum(mistyped), sum(guessed)) == (1_500, 30, 40, 10)
