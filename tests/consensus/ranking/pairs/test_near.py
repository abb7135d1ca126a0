"""How near people put two statements to one another."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.pairs import CHANCE, ranked_near

FIVE = ("a", "b", "c", "d", "e")


def test_neighbours_are_as_near_as_can_be_and_the_ends_as_far() -> None:
    near = ranked_near(FIVE, [FIVE])

    assert near["a", "b"] == near["c", "d"] == 1
    assert near["a", "e"] == 0
    assert near["a", "c"] == pytest.approx(2 / 3)


def test_the_pair_has_the_mean_of_those_who_ranked_both() -> None:
    near = ranked_near(FIVE, [FIVE, ("a", "e", "b"), ("b", "c", "d")])

    assert near["a", "e"] == 0.5


def test_who_ranked_fewer_than_three_says_nothing() -> None:
    assert ranked_near(("a", "b"), [("a", "b"), (), ("a",)]) == {("a", "b"): None}


def test_what_is_not_asked_for_takes_up_its_place() -> None:
    assert ranked_near(("a", "b"), [("a", "x", "b")]) == {("a", "b"): 0}


@pytest.mark.parametrize("count", range(3, 7))
def test_orders_drawn_by_lot_give_two_thirds_however_long_they_are(count: int) -> None:
    items = tuple("abcdef"[:count])
    near = ranked_near(items, list(permutations(items)))

    assert all(value == pytest.approx(CHANCE) for value in near.values())


@given(st.lists(st.permutations(FIVE).flatmap(lambda o: st.integers(0, 5).map(lambda n: o[:n]))))
def test_any_orders_give_every_pair_a_number_from_0_to_1_or_none(orders: list[list[str]]) -> None:
    near = ranked_near(FIVE, orders)

    assert list(near) == list(combinations(FIVE, 2))
    assert all(value is None or 0 <= value <= 1 for value in near.values())


def test_equals_are_as_near_as_neighbours_and_stand_on_the_middle_of_their_places() -> None:
    near = ranked_near(FIVE, [("a", ("b", "c", "d"), "e")])

    assert near["b", "c"] == near["b", "d"] == 1
    assert near["a", "b"] == near["a", "c"] == pytest.approx(2 / 3)
    assert near["a", "e"] == 0
