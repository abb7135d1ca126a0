"""Locking equal majorities in every order."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.rules.universes import Pair, Rows, locked, settled


def closes(pairs: set[Pair]) -> bool:
    """Whether there is a circle: taking away items with nothing above them leaves some."""
    items = {item for pair in pairs for item in pair}
    while items:
        tops = {item for item in items if all(low != item or up not in items for up, low in pairs)}
        if not tops:
            return True
        items -= tops
    return False


def followed(size: int, pairs: set[Pair]) -> Rows:
    """Everything that follows from pairs, step by step until nothing is new."""
    known = set(pairs)
    while new := {(a, d) for a, b in known for c, d in known if b == c} - known:
        known |= new
    return tuple(sum(1 << low for up, low in known if up == at) for at in range(size))


@st.composite
def locks(draw: st.DrawFn) -> tuple[int, set[Pair], list[Pair]]:
    """Locked pairs without a circle, and up to six tied ones, no pair both ways round."""
    size = draw(st.integers(2, 5))
    both = [(one, other) for one in range(size) for other in range(one)]
    chosen = draw(st.lists(st.sampled_from(both), unique=True, max_size=8))
    turned = [pair if draw(st.booleans()) else pair[::-1] for pair in chosen]
    cut = draw(st.integers(0, len(turned)))
    stronger: set[Pair] = set()
    for pair in turned[:cut]:
        if not closes(stronger | {pair}):
            stronger.add(pair)
    return size, stronger, turned[cut:][:6]


def by_every_order(size: int, stronger: set[Pair], tied: list[Pair]) -> set[Rows]:
    found = set()
    for order in permutations(tied):
        kept = set(stronger)
        for pair in order:
            if not closes(kept | {pair}):
                kept.add(pair)
        found.add(followed(size, kept))
    return found


@given(locks())
def test_every_order_of_equal_majorities_is_covered_and_nothing_else(
    case: tuple[int, set[Pair], list[Pair]],
) -> None:
    size, stronger, tied = case
    rows = followed(size, stronger)
    found = settled(rows, tied, 1000)

    assert found is not None
    assert set(found) == by_every_order(size, stronger, tied)


@given(locks(), st.integers(1, 4))
def test_too_many_ways_are_too_many_in_whatever_order_the_pairs_come(
    case: tuple[int, set[Pair], list[Pair]], most: int
) -> None:
    size, stronger, tied = case
    rows = followed(size, stronger)
    everything = settled(rows, tied, 1000)

    assert everything is not None
    here, there = settled(rows, tied, most), settled(rows, tied[::-1], most)
    assert (here is None) == (there is None)
    if here is None:
        assert max(len(everything), len(tied)) > most
    else:
        assert set(here) == set(everything)
        assert len(here) <= most


def test_locking_a_pair_locks_all_that_follows() -> None:
    assert locked((0b0010, 0, 0b1000, 0), [(1, 2)]) == (0b1110, 0b1100, 0b1000, 0)


def test_a_circle_of_equal_majorities_is_cut_at_any_one_of_them() -> None:
    found = settled((0, 0, 0), [(0, 1), (1, 2), (2, 0)], 3)

    assert found is not None
    assert set(found) == {(0b110, 0b100, 0), (0, 0b101, 0b001), (0b010, 0, 0b011)}


def test_a_majority_against_what_is_locked_is_passed_over() -> None:
    assert settled((0b110, 0b100, 0), [(2, 0)], 1) == [(0b110, 0b100, 0)]
