"""Every optimal order of a few items, by way of all their subsets."""

from random import Random

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consensus.ranking.kemeny.lattice import Lattice
from consensus.ranking.kemeny.subsets import MOST_ITEMS, Solved, search
from consensus.ranking.profile import MOST_COUNTS, Table
from tests.consensus.ranking.kemeny.by_trial import (
    Truth,
    cost_of,
    costs,
    every_order,
    optimal,
    over_subsets,
)
from tests.consensus.ranking.kemeny.made_problems import (
    all_tied,
    chains,
    counted,
    nearly_tied,
    paley,
    random_places,
    rotational,
    shifts,
    tables,
    top_lists,
    tournament,
)


def found(above: Table, lattice: Lattice) -> Truth:
    best, worst = lattice.places()
    return Truth(
        cost=cost_of(above, lattice.first()),
        orders=lattice.count(),
        places=list(zip(best.tolist(), worst.tolist(), strict=True)),
        ends=lattice.ends(),
        first=lattice.first(),
    )


@given(tables(fewest=1, most=6))
@example(np.zeros((1, 1), dtype=np.int64))
@example(all_tied(6))
def test_of_any_counts_it_finds_all_optimal_orders_and_no_other(above: Table) -> None:
    assert search(above).orders(1_000) == optimal(above)


@given(tables(fewest=7, most=7, largest=1))
def test_of_seven_items_too(above: Table) -> None:
    assert search(above).orders(6_000) == optimal(above)


def test_where_nobody_has_a_view_every_order_is_optimal() -> None:
    lattice = search(np.zeros((5, 5), dtype=np.int64))

    assert lattice.count() == 120
    assert lattice.first() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "above",
    [
        counted(random_places(10, 4, seed=1)),
        counted(random_places(12, 7, seed=2)),
        counted(random_places(14, 6, seed=3)),
        counted(shifts(13)),
        counted(top_lists(12, 6, 3, seed=4)),
        counted(top_lists(14, 6, 3, seed=5, below=True)),
        nearly_tied(13, views=9, seed=6),
        rotational(14),
        tournament(14, seed=7),
        paley(11),
        all_tied(14),
        chains(4, 5, 5),
        tournament(14, seed=8) * MOST_COUNTS + all_tied(14),
    ],
)
def test_of_up_to_fourteen_items_it_finds_what_all_subsets_say(above: Table) -> None:
    assert found(above, search(above)) == over_subsets(above)


def test_counts_that_differ_by_one_in_a_million_million_are_told_apart() -> None:
    above = MOST_COUNTS * counted(shifts(MOST_ITEMS)) // MOST_ITEMS
    order = np.roll(np.arange(MOST_ITEMS), 5).tolist()
    above[order[0], order[1]] += 1

    # Any turn of the circle was optimal before; the one that begins between these two is not now.
    lattice = search(above)
    assert lattice.count() == MOST_ITEMS - 1
    assert found(above, lattice) == over_subsets(above)


def test_a_search_leaves_the_counts_as_they_were_and_finds_the_same_again() -> None:
    above = counted(random_places(9, 4, seed=9))
    kept = above.copy()

    assert search(above).orders(50) == search(above).orders(50)
    assert (above == kept).all()


# --- the best orders that begin otherwise -----------------------------------------------------


@given(tables(fewest=1, most=6))
def test_every_set_knows_the_least_cost_of_an_order_that_begins_with_it(above: Table) -> None:
    orders, cost = every_order(len(above)), costs(above)
    least: dict[frozenset[int], int] = {}
    for order, price in zip(orders.tolist(), cost.tolist(), strict=True):
        for length in range(len(order) + 1):
            front = frozenset(order[:length])
            least[front] = min(price, least.get(front, price))

    # In the plan's line: by size, then by number.
    line = sorted(least, key=lambda front: (len(front), sum(1 << item for item in front)))
    assert Solved(above).through.tolist() == [least[front] for front in line]


@given(tables(fewest=2, most=6), st.randoms(use_true_random=False), st.sets(st.integers(1, 5)))
def test_the_cheapest_order_that_begins_otherwise_is_the_cheapest_of_those_tried(
    above: Table, random: Random, lengths: set[int]
) -> None:
    size = len(above)
    order = random.sample(range(size), size)
    firsts = [order[:length] for length in sorted(lengths) if length < size] or [order[:1]]
    cost, found = Solved(above).cheapest_but(firsts)
    otherwise = [
        price
        for tried, price in zip(every_order(size).tolist(), costs(above).tolist(), strict=True)
        if any(set(tried[: len(first)]) != set(first) for first in firsts)
    ]

    assert cost == min(otherwise)
    assert sorted(found) == list(range(size))
    assert cost_of(above, found) == cost
    assert any(set(found[: len(first)]) != set(first) for first in firsts)
