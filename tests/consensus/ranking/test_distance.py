"""How differently two people order the same items, held against counting by hand."""

from itertools import combinations, product
from random import Random
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.distance import by_ballot, count_opposite, distances, pair_signs
from consensus.ranking.profile import Profile

ITEMS = "abcd"

Row = tuple[int, ...]

# Places with ties and gaps; 0 for an item that was left out.
rows = st.lists(st.tuples(*[st.integers(0, 3)] * 4), min_size=1, max_size=6)
shuffles = st.randoms(use_true_random=False)


def profile_of(places: list[Row]) -> Profile:
    return Profile.of_places(ITEMS, places)


def way(row: Row, one: int, other: int) -> int:
    """1 or -1 for the item that comes first, 0 where the two are equal or one is left out."""
    if not (row[one] and row[other]):
        return 0
    return (row[one] < row[other]) - (row[other] < row[one])


def ways(one: Row, other: Row) -> list[int]:
    """1 for each pair that both put the same way, -1 for each that they put oppositely."""
    pairs = combinations(range(len(one)), 2)
    return [ours for pair in pairs if (ours := way(one, *pair) * way(other, *pair))]


@given(rows)
def test_everyone_is_compared_with_everyone_as_by_hand(places: list[Row]) -> None:
    found = distances(profile_of(places))

    for (at, one), (where, other) in product(enumerate(places), repeat=2):
        by_hand = ways(one, other)
        assert found.opposite[at, where] == by_hand.count(-1)
        assert found.compared[at, where] == len(by_hand)
        if by_hand:
            assert found.share[at, where] == by_hand.count(-1) / len(by_hand)


@given(rows, shuffles)
def test_distances_do_not_depend_on_who_comes_first(places: list[Row], random: Random) -> None:
    order = random.sample(range(len(places)), len(places))
    found = distances(profile_of(places))
    again = distances(profile_of([places[at] for at in order]))

    assert np.array_equal(again.opposite, found.opposite[np.ix_(order, order)])
    assert np.array_equal(again.compared, found.compared[np.ix_(order, order)])


@given(rows, st.permutations(range(4)))
def test_distances_do_not_depend_on_the_order_of_items_or_on_which_end_is_best(
    places: list[Row], order: list[int]
) -> None:
    found = distances(profile_of(places))
    relabelled = distances(profile_of([tuple(row[at] for at in order) for row in places]))
    turned = distances(profile_of([tuple(at and 4 - at for at in row) for row in places]))

    for again in (relabelled, turned):
        assert np.array_equal(again.opposite, found.opposite)
        assert np.array_equal(again.compared, found.compared)


def test_two_people_with_no_pair_in_common_are_neither_near_nor_far() -> None:
    found = distances(Profile.of(ITEMS, {"Ana": "ab", "Ben": "cd", "Cam": [tuple(ITEMS)]}))

    assert found.people == ("Ana", "Ben", "Cam")
    assert found.compared.tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 0]]
    assert np.isnan(found.share).tolist() == [[False, True, True], [True, False, True], [True] * 3]


def test_two_opposed_people_are_as_far_apart_as_can_be() -> None:
    assert distances(Profile.of(ITEMS, ["abcd", "dcba"])).share.tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize("ballots", [[], ["a"], ["a", ()]], ids=["nobody", "one", "one item"])
def test_with_nothing_to_compare_nothing_is_opposite(ballots: list[str]) -> None:
    found = distances(Profile.of("a", ballots))

    assert found.opposite.tolist() == found.compared.tolist() == [[0] * len(ballots)] * len(ballots)


def test_what_was_counted_cannot_be_changed() -> None:
    found = distances(Profile.of("ab", ["ab", "ba"]))

    assert not found.opposite.flags.writeable
    assert not found.compared.flags.writeable


def test_sums_of_many_pairs_are_exact() -> None:
    items = [str(at) for at in range(200)]
    found = distances(Profile.of(items, [items, items[::-1]]))

    assert found.opposite[0, 1] == found.compared[0, 1] == 200 * 199 // 2


def test_several_groups_are_counted_at_once_as_one_by_one() -> None:
    groups = np.random.default_rng(5).integers(0, 4, size=(3, 5, 4))
    together = count_opposite(pair_signs(groups))

    for at, group in enumerate(groups):
        for all_of_them, its_own in zip(together, count_opposite(pair_signs(group)), strict=True):
            assert np.array_equal(all_of_them[at], its_own)


def test_signs_come_in_the_order_of_the_pairs() -> None:
    assert pair_signs(np.array([[1, 2, 2, 0]])).tolist() == [[1, 1, 0, 0, 0, 0]]
    assert pair_signs(np.array([3, 2, 1])).tolist() == [-1, -1, -1]


@given(rows, shuffles)
def test_people_stand_in_an_order_that_depends_on_ballots_alone(
    places: list[Row], random: Random
) -> None:
    mixed = random.sample(places, len(places))
    told_otherwise = [tuple(at * 3 for at in row) for row in mixed]
    first, second = np.array(places), np.array(told_otherwise)

    assert np.array_equal(first[by_ballot(first)] * 3, second[by_ballot(second)])


def test_orders_that_say_the_same_stand_together_however_they_are_numbered() -> None:
    places = np.array([[1, 2, 3], [3, 2, 1], [2, 5, 9], [1, 1, 3], [4, 5, 6]])

    standing = by_ballot(places).tolist()

    assert [at for at in standing if at in (0, 2, 4)] == [0, 2, 4]
    assert standing.index(4) - standing.index(0) == 2


def test_five_hundred_people_are_compared_while_nobody_notices() -> None:
    order = np.random.default_rng(1).permuted(np.tile(np.arange(1, 11), (500, 1)), axis=1)
    profile = Profile.of_places("abcdefghij", order)
    times = []
    for _ in range(3):
        start = perf_counter()
        distances(profile)
        times.append(perf_counter() - start)

    # A few thousandths on a free machine.
    assert min(times) < 0.1
