"""How sets and ordered lists grow item by item, and the least that a start can come to."""

from collections.abc import Callable, Iterator
from itertools import combinations, permutations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.hold.growth import Block, growing_lists, growing_sets
from consensus.ranking.hold.losses import (
    Bearers,
    Figures,
    bearers_of,
    list_losses,
    set_losses,
)
from consensus.ranking.profile import Profile, Table
from tests.consensus.ranking.hold.by_hand import Ballots, groups_of
from tests.consensus.ranking.made_ballots import ballots_of

ITEMS = "abcde"
groups = groups_of(ballots_of(ITEMS), most=6)

Growing = tuple[Block, Callable[[Block], Block]]
KINDS: list[tuple[Callable[[Bearers, int], Growing], Callable[[Bearers, Table], Figures]]] = [
    (growing_sets, set_losses),
    (growing_lists, list_losses),
]
both_kinds = pytest.mark.parametrize(("growing", "losses"), KINDS, ids=["sets", "lists"])


def asked(ballots: Ballots, with_agencies: bool) -> Bearers:
    agencies = {person: "XY"[at % 3 == 0] for at, person in enumerate(ballots)}
    return bearers_of(Profile.of(ITEMS, ballots), agencies if with_agencies else None)


def steps(start: Block, grown: Callable[[Block], Block]) -> Iterator[Block]:
    """Every step of growing everything, up to the whole choices."""
    yield start
    while not start.whole:
        start = grown(start)
        yield start


@pytest.mark.parametrize("k", range(1, 6))
def test_every_set_and_every_list_grows_once(k: int) -> None:
    bearers = asked({"Ana": (("b",), ("a", "d")), "Ben": (("e",), ("b",))}, with_agencies=False)

    *_, sets = steps(*growing_sets(bearers, k))
    *_, lists = steps(*growing_lists(bearers, k))

    assert sorted(map(tuple, sets.taken.tolist())) == list(combinations(range(5), k))
    assert sorted(map(tuple, lists.taken.tolist())) == list(permutations(range(5), k))


@both_kinds
@settings(max_examples=50)
@given(ballots=groups, k=st.integers(1, 5), with_agencies=st.booleans())
def test_whole_choices_have_the_figures_that_they_have_alone(
    growing: Callable[[Bearers, int], Growing],
    losses: Callable[[Bearers, Table], Figures],
    ballots: Ballots,
    k: int,
    with_agencies: bool,
) -> None:
    bearers = asked(ballots, with_agencies)

    *_, whole = steps(*growing(bearers, k))
    expected = losses(bearers, whole.taken)

    assert np.array_equal(whole.spent, expected)
    assert np.array_equal(whole.floor, expected[:, :-1].max(axis=1))
    assert np.array_equal(whole.total, expected[:, -1])


@both_kinds
@settings(max_examples=30)
@given(ballots=groups, k=st.integers(1, 4), with_agencies=st.booleans())
def test_nothing_that_a_start_grows_into_falls_below_its_bounds(
    growing: Callable[[Bearers, int], Growing],
    losses: Callable[[Bearers, Table], Figures],
    ballots: Ballots,
    k: int,
    with_agencies: bool,
) -> None:
    bearers = asked(ballots, with_agencies)
    start, grown = growing(bearers, k)

    for block in list(steps(start, grown))[:-1]:
        for row in Random(k).sample(range(len(block.floor)), min(3, len(block.floor))):
            alone = block.only([row])
            *_, whole = steps(alone, grown)
            assert alone.floor[0] <= whole.floor.min()
            assert alone.total[0] <= whole.total.min()


def test_the_worst_off_lose_no_less_than_the_mean() -> None:
    bearers = bearers_of(Profile.of("ab", ["ab", "ba"]))

    *_, unordered, _ = steps(*growing_lists(bearers, 2))

    # Neither person need lose the pair, but one of them does.
    assert unordered.spent.tolist() == [[0, 0, 1]]
    assert (unordered.floor.tolist(), unordered.total.tolist()) == ([1], [1])


@both_kinds
def test_nothing_grows_into_nothing(
    growing: Callable[[Bearers, int], Growing], losses: Callable[[Bearers, Table], Figures]
) -> None:
    bearers = asked({"Ana": (("b",), ("a", "d"))}, with_agencies=False)
    start, grown = growing(bearers, 3)

    for block in list(steps(start, grown))[:-1]:
        assert len(grown(block.only([])).floor) == 0


def test_the_rows_of_a_block_are_ordered_by_floor_then_total_then_as_they_stand() -> None:
    floor, total = np.array([2, 1, 2, 1, 1]), np.array([5, 9, 4, 8, 8])
    block = Block(np.zeros((5, 1), dtype=np.int64), None, np.zeros((5, 2)), floor, total)

    assert block.best_first().tolist() == [3, 4, 1, 2, 0]
