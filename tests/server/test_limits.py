"""How often somebody may try, on a clock that the test turns."""

from server.limits import Bucket, Tries


def test_a_bucket_allows_a_burst_and_then_its_rate() -> None:
    bucket = Bucket(3, 0)

    assert [bucket.take(3, 1, 0) for _ in range(4)] == [True, True, True, False]
    assert bucket.take(3, 1, 1.0)
    assert not bucket.take(3, 1, 1.5)


def test_wrong_tries_run_out_and_come_back_with_time() -> None:
    now = 0.0
    tries = Tries(lambda: now, burst=2, per_second=0.5)

    tries.wrong("a")
    assert not tries.exhausted("a")
    tries.wrong("a")
    assert tries.exhausted("a")
    assert not tries.exhausted("b")
    now = 2.0
    assert not tries.exhausted("a")


def test_a_million_addresses_do_not_fill_the_memory() -> None:
    tries = Tries(lambda: 0.0, most=100)

    for number in range(10_000):
        tries.wrong(str(number))

    assert len(tries._buckets) == 100
