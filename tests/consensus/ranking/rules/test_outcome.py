"""Reading an order off a table of who beats whom."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.rules.outcome import (
    Beats,
    Outcome,
    bands_of,
    groups_of,
    outcome_of_scores,
    places_of,
)

ITEMS = ("a", "b", "c", "d", "e")


def table(size: int, pairs: set[tuple[int, int]]) -> Beats:
    beats = np.zeros((size, size), dtype=bool)
    for upper, lower in pairs:
        beats[upper, lower] = True
    return beats


@st.composite
def one_sided(draw: st.DrawFn) -> Beats:
    """Any table in which no two items beat each other; circles are allowed."""
    size = draw(st.integers(1, 5))
    sides = draw(st.tuples(*(st.integers(-1, 1) for _ in combinations(range(size), 2))))
    beats = np.zeros((size, size), dtype=bool)
    for (one, other), side in zip(combinations(range(size), 2), sides, strict=True):
        beats[one, other] = side > 0
        beats[other, one] = side < 0
    return beats


@st.composite
def partial_orders(draw: st.DrawFn) -> Beats:
    """What several complete orders of the same items have in common."""
    size = draw(st.integers(1, 5))
    orders = draw(st.lists(st.permutations(range(size)), min_size=1, max_size=3))
    places = [np.argsort(order) for order in orders]
    beats = np.ones((size, size), dtype=bool)
    for place in places:
        beats &= place[:, None] < place
    return beats


def test_given_equal_scores_when_items_are_ordered_then_they_stand_level_as_given() -> None:
    found = outcome_of_scores("borda", ITEMS, np.array([1, 7, 1, 9, 7]))

    assert found.bands == (("d",), ("b", "e"), ("a", "c"))
    assert found.places == ((4, 5), (2, 3), (4, 5), (1, 1), (2, 3))
    assert found.first == ("d",)
    assert found.last == ("a", "c")


def test_given_one_item_when_it_is_ordered_then_it_is_first_and_last() -> None:
    found = outcome_of_scores("borda", ("a",), np.array([0]))

    assert (found.bands, found.first, found.last) == ((("a",),), ("a",), ("a",))


def test_an_item_level_with_two_that_are_not_level_keeps_them_in_one_band() -> None:
    beats = table(4, {(0, 1), (0, 3), (1, 3), (2, 3)})

    assert bands_of(ITEMS[:4], beats) == (("a", "b", "c"), ("d",))
    assert places_of(beats) == ((1, 2), (2, 3), (1, 3), (4, 4))


def test_an_outcome_is_exact_unless_it_says_otherwise() -> None:
    assert Outcome("kemeny", ("a",), (("a",),), ((1, 1),)).exact


@given(one_sided())
def test_every_band_beats_all_below_and_could_not_be_cut_finer(beats: Beats) -> None:
    groups = groups_of(beats)

    assert sorted(at for group in groups for at in group) == list(range(len(beats)))
    for upper, lower in combinations(groups, 2):
        assert beats[np.ix_(upper, lower)].all()
    for group in groups:
        for size in range(1, len(group)):
            for part in combinations(group, size):
                rest = [at for at in group if at not in part]
                assert not beats[np.ix_(part, rest)].all()


@given(partial_orders())
def test_places_range_over_all_orders_that_keep_to_what_is_settled(beats: Beats) -> None:
    size = len(beats)
    fitting = [
        order
        for order in permutations(range(size))
        if not any(beats[lower, upper] for upper, lower in combinations(order, 2))
    ]
    places = [[order.index(at) + 1 for order in fitting] for at in range(size)]
    expected = tuple((min(found), max(found)) for found in places)

    assert places_of(beats) == expected


@pytest.mark.parametrize("size", [1, 3])
def test_when_nothing_beats_anything_all_items_stand_level(size: int) -> None:
    assert bands_of(ITEMS[:size], table(size, set())) == (ITEMS[:size],)
