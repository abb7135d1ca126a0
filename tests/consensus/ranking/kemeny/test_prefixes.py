"""All optimal orders from the front, within what the limit allows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.kemeny import subsets
from consensus.ranking.kemeny.cuts import Limit, find_limit
from consensus.ranking.kemeny.prefixes import search
from consensus.ranking.profile import Table
from tests.consensus.ranking.kemeny.by_trial import (
    cost_of,
    costs,
    optimal,
    over_subsets,
)
from tests.consensus.ranking.kemeny.made_problems import (
    all_tied,
    chains,
    counted,
    every_family,
    nearly_tied,
    paley,
    problems,
    random_places,
    rotational,
    shifts,
    tournament,
)

few_or_many = st.sampled_from([0, 1, 2, 5, 50, 10**6])


@given(problems(most=6), few_or_many, st.integers(0, 3))
def test_it_finds_all_orders_of_least_cost_whatever_the_limit_and_the_order_in_hand(
    above: Table, pivots: int, worse: int
) -> None:
    orders = optimal(above)
    least = int(costs(above).min())
    found = search(find_limit(above, pivots), least + worse, 10**6)

    assert found.least == least
    assert found.lattice is not None
    assert found.lattice.orders(1_000) == orders
    assert found.lattice.count() == len(orders)


@given(problems(most=6), few_or_many, st.integers(0, 200), st.integers(0, 3))
def test_when_it_gives_up_what_it_says_of_the_least_cost_is_no_more_than_that(
    above: Table, pivots: int, most_ways: int, worse: int
) -> None:
    least = int(costs(above).min())
    limit = find_limit(above, pivots)
    found = search(limit, least + worse, most_ways)

    assert found.least <= least
    assert found.least * limit.scale >= limit.floor
    if found.lattice is not None:
        assert found.least == least
        assert found.lattice.orders(1_000) == optimal(above)


@pytest.mark.parametrize("pivots", [0, 20, 10**6])
@every_family
def test_a_limit_between_two_counts_is_as_good_as_the_upper_one(above: Table, pivots: int) -> None:
    limit = find_limit(above, pivots)
    in_hand = cost_of(above, list(range(len(above))))

    for most_ways in (0, 100):
        assert search(limit, in_hand, most_ways).least * limit.scale >= limit.floor


@pytest.mark.parametrize("pivots", [0, 10, 10**6])
@pytest.mark.parametrize(
    "above",
    [
        counted(random_places(10, 4, seed=1)),
        counted(random_places(12, 9, seed=2)),
        counted(shifts(12)),
        rotational(11),
        rotational(12),
        tournament(12, seed=3),
        paley(11),
        nearly_tied(12, views=12, seed=4),
        chains(6, 6),
        all_tied(10),
    ],
)
def test_it_finds_the_same_lattice_as_the_search_over_all_subsets(
    above: Table, pivots: int
) -> None:
    other = subsets.search(above)
    truth = over_subsets(above)
    found = search(find_limit(above, pivots), truth.cost, 10**6)

    assert found.lattice is not None
    assert found.lattice.count() == truth.orders
    assert found.lattice.ends() == truth.ends
    assert found.lattice.orders(100) == other.orders(100)
    assert found.lattice.sizes.tolist() == other.sizes.tolist()
    assert len(found.lattice.item) == len(other.item)
    for mine, others in zip(found.lattice.places(), other.places(), strict=True):
        assert mine.tolist() == others.tolist()


def test_it_may_follow_as_many_ways_as_it_is_told_and_no_more() -> None:
    limit = find_limit(all_tied(6), 0)

    # From each set of six items one way for each item that is not in it.
    assert search(limit, 15, 6 * 2**5).lattice is not None
    assert search(limit, 15, 6 * 2**5 - 1).lattice is None
    assert search(limit, 15, 0).least == 15


def test_a_worse_order_in_hand_leaves_more_ways_and_the_same_orders() -> None:
    above = counted(random_places(10, 5, seed=1))
    truth = over_subsets(above)
    limit = find_limit(above, 10**6)

    assert search(limit, truth.cost, 400).lattice is not None
    assert search(limit, truth.cost + 20, 400).lattice is None
    for worse in (0, 1, 20):
        found = search(limit, truth.cost + worse, 10**6)
        assert found.least == truth.cost
        assert found.lattice is not None
        assert found.lattice.count() == truth.orders


@given(problems(most=5))
def test_circles_with_prices_made_up_are_counted_as_the_limit_says(above: Table) -> None:
    """The search needs no solver: any table of prices gives a limit that holds."""
    size = len(above)
    rng = np.random.default_rng(int(above.sum()))
    circle = np.zeros((size, size, size))
    for a in range(size):
        for b in range(a + 1, size):
            for c in range(a + 1, size):
                if c != b:
                    circle[a, b, c] = circle[b, c, a] = circle[c, a, b] = rng.integers(0, 3)
    price = above.T + circle.sum(axis=2)
    cheapest = np.minimum(price, price.T)
    floor = int(cheapest.sum()) // 2 - 2 * int(circle.sum()) // 3
    limit = Limit(floor, 1, price - cheapest, circle, np.zeros(size))
    found = search(limit, int(costs(above).min()), 10**6)

    assert found.lattice is not None
    assert found.lattice.orders(1_000) == optimal(above)
    assert found.least == costs(above).min()
