"""A lower limit on what every order must cost, exact in whole numbers."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consensus.ranking.kemeny.cuts import Limit, find_limit
from consensus.ranking.profile import MOST_COUNTS, Table
from tests.consensus.ranking.kemeny.by_trial import (
    cost_of,
    costs,
    every_order,
    least_by_choices,
)
from tests.consensus.ranking.kemeny.made_problems import (
    FAMILIES,
    all_tied,
    counted,
    every_family,
    paley,
    problems,
    random_places,
    rotational,
    shifts,
    tournament,
)

few_or_many = st.sampled_from([0, 1, 2, 5, 50, 10**6])


def priced(limit: Limit, order: list[int]) -> int:
    """What the limit says that an order costs, in its scale: added up in whole numbers."""
    strays = sum(int(limit.stray[i, j]) for i, j in combinations(order, 2))
    circles = sum(
        int(limit.circle[turned])
        for a, c, b in combinations(order, 3)
        for turned in ((a, b, c), (b, c, a), (c, a, b))
        if order.index(turned[0]) < order.index(turned[2]) < order.index(turned[1])
    )
    return limit.floor + strays + circles


def assert_whole(limit: Limit) -> None:
    for table in (limit.stray, limit.circle):
        assert (table >= 0).all()
        assert (table == np.rint(table)).all()
        assert table.max() < 2**53


# Few items are tried in every order; more, in a few drawn by lot.
def some_orders(size: int, seed: int) -> list[list[int]]:
    rng = np.random.default_rng(seed)
    return [rng.permutation(size).tolist() for _ in range(3)]


@given(problems(most=5), few_or_many)
@example(rotational(5), 1)
@example(np.array([[0, 3], [1, 0]]), 5)
def test_every_order_costs_the_limit_and_what_it_strays_from_it(above: Table, pivots: int) -> None:
    limit = find_limit(above, pivots)

    assert_whole(limit)
    for order in map(list, permutations(range(len(above)))):
        assert cost_of(above, order) * limit.scale == priced(limit, order)


@given(problems(fewest=6, most=6), few_or_many, st.integers(0, 35))
@example(all_tied(6), 1, 0)
@example(counted(shifts(6)), 50, 0)
@example(counted(shifts(6)), 10**6, 0)
def test_every_order_of_six_items_does_so_too(above: Table, pivots: int, start: int) -> None:
    limit = find_limit(above, pivots)

    assert_whole(limit)
    for order in every_order(6)[start::36].tolist():
        assert cost_of(above, order) * limit.scale == priced(limit, order)


@pytest.mark.parametrize("pivots", [0, 1, 2, 5, 50, 1_000])
@every_family
def test_orders_of_many_items_do_so_too(above: Table, pivots: int) -> None:
    limit = find_limit(above, pivots)

    assert_whole(limit)
    for order in some_orders(len(above), seed=pivots):
        assert cost_of(above, order) * limit.scale == priced(limit, order)


@given(problems(most=7), few_or_many)
def test_no_order_costs_less_than_the_floor(above: Table, pivots: int) -> None:
    limit = find_limit(above, pivots)

    assert limit.floor <= costs(above).min() * limit.scale


@given(problems(most=7), few_or_many)
def test_the_floor_is_never_below_what_each_pair_costs_alone(above: Table, pivots: int) -> None:
    limit = find_limit(above, pivots)
    apart = int(np.minimum(above, above.T).sum()) // 2

    assert limit.floor >= apart * limit.scale


@given(problems(most=6))
def test_of_six_items_at_most_the_floor_is_the_least_cost(above: Table) -> None:
    """The programme leaves nothing open below seven items, so only rounding may stay between."""
    limit = find_limit(above, 10**9)

    assert 0 <= costs(above).min() * limit.scale - limit.floor < limit.scale


@every_family
def test_with_pivots_enough_the_floor_is_that_of_the_whole_programme(above: Table) -> None:
    limit = find_limit(above, 10**6)

    assert limit.floor / limit.scale == pytest.approx(least_by_choices(above), rel=1e-4)


@given(problems(most=6), few_or_many)
def test_each_pair_strays_one_way_at_most(above: Table, pivots: int) -> None:
    stray = find_limit(above, pivots).stray

    assert (np.minimum(stray, stray.T) == 0).all()


@given(problems(most=6), few_or_many)
def test_a_circle_is_priced_from_each_of_its_three_items(above: Table, pivots: int) -> None:
    circle = find_limit(above, pivots).circle

    assert (circle == circle.transpose(1, 2, 0)).all()
    for same in range(len(above)):
        assert not circle[same, same].any()
        assert not circle[:, same, same].any()


def test_where_majorities_make_an_order_it_is_the_limit() -> None:
    above = np.triu(np.full((20, 20), 3), 1) + np.tril(np.full((20, 20), 1), -1)
    limit = find_limit(above, 0)

    assert limit.floor == 190 * limit.scale
    assert not limit.circle.any()
    assert (np.argsort(-limit.leaning) == np.arange(20)).all()


def test_two_items_make_no_circle() -> None:
    limit = find_limit(np.array([[0, 3], [1, 0]]), 100)

    assert limit.floor == limit.scale
    assert limit.stray.tolist() == [[0, 0], [2 * limit.scale, 0]]
    assert limit.circle.shape == (2, 2, 2)
    assert not limit.circle.any()


@pytest.mark.parametrize("above", [counted(shifts(16)), tournament(15, seed=1), paley(11)])
def test_more_work_never_ends_with_less_than_none_did(above: Table) -> None:
    floors = [
        (limit := find_limit(above, pivots)).floor / limit.scale for pivots in (0, 10, 100, 10**6)
    ]

    assert min(floors) == floors[0]
    assert max(floors) == floors[-1]


@pytest.mark.parametrize("pivots", [1, 20, 300])
@pytest.mark.parametrize("largest", [MOST_COUNTS, MOST_COUNTS // 3 - 1])
def test_the_largest_counts_of_fifty_items_are_added_up_exactly(largest: int, pivots: int) -> None:
    rng = np.random.default_rng(pivots)
    upper = np.triu(rng.integers(0, largest, (50, 50)), 1)
    above = upper + np.tril(largest - upper.T, -1)
    limit = find_limit(above, pivots)

    assert_whole(limit)
    [order, *_] = some_orders(50, seed=pivots)
    assert cost_of(above, order) * limit.scale == priced(limit, order)


def test_fractions_of_a_count_are_used_where_the_sums_leave_room() -> None:
    few, many = find_limit(paley(7), 10**6), find_limit(paley(7) * MOST_COUNTS, 10**6)

    assert few.scale > many.scale >= 1
    assert few.floor <= 7 * few.scale
    assert many.floor <= 7 * MOST_COUNTS * many.scale


def test_the_same_counts_have_the_same_limit_each_time() -> None:
    for above in FAMILIES.values():
        once, again = find_limit(above, 5_000), find_limit(above, 5_000)

        assert (once.floor, once.scale) == (again.floor, again.scale)
        for one, other in zip(once[2:], again[2:], strict=True):
            assert np.array_equal(one, other)


def test_the_counts_stay_as_they_were() -> None:
    above = counted(random_places(9, 4, seed=1))
    kept = above.copy()
    find_limit(above, 1_000)

    assert (above == kept).all()
