"""Waits grow to a longest one, and never all nodes wait equally long."""

from server.bus.backoff import LONGEST, SHORTEST, Backoff


def test_waits_double_up_to_the_longest() -> None:
    backoff = Backoff()
    longest = SHORTEST
    for _ in range(10):
        assert longest / 2 <= backoff.seconds() <= longest
        longest = min(2 * longest, LONGEST)
    assert longest == LONGEST


def test_two_nodes_do_not_wait_equally_long() -> None:
    assert len({Backoff().seconds() for _ in range(10)}) > 1
