"""A good order found quickly."""

from collections.abc import Iterator
from itertools import permutations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.kemeny.improve import cost_of, improve_further, improve_order
from consensus.ranking.profile import Table
from tests.consensus.ranking.kemeny.by_trial import cost_of as cost_by_hand
from tests.consensus.ranking.kemeny.by_trial import costs
from tests.consensus.ranking.kemeny.made_problems import (
    FAMILIES,
    all_tied,
    chains,
    counted,
    every_family,
    paley,
    rearranged,
    shifts,
    tables,
)

lots = st.randoms(use_true_random=False)


def one_item_moved(order: list[int]) -> Iterator[list[int]]:
    for item in order:
        rest = [other for other in order if other != item]
        for place in range(len(order)):
            yield [*rest[:place], item, *rest[place:]]


@given(tables(fewest=1, most=5))
def test_the_cost_of_an_order_counts_each_pair_that_goes_the_other_way(above: Table) -> None:
    for order in permutations(range(len(above))):
        assert cost_of(above, np.array(order)) == cost_by_hand(above, list(order))


def test_costs_beyond_32_bits_are_counted_exactly() -> None:
    above = np.tril(np.full((50, 50), 2**40 + 1), -1)

    assert cost_of(above, np.arange(50)) == 1225 * (2**40 + 1)
    assert cost_of(above, np.arange(50)[::-1]) == 0


@given(tables(fewest=1, most=7), lots)
def test_no_single_move_saves_anything_any_more(above: Table, random: Random) -> None:
    start = np.array(random.sample(range(len(above)), len(above)))
    found = improve_order(above, start)

    assert sorted(found.tolist()) == list(range(len(above)))
    assert cost_of(above, found) <= cost_of(above, start)
    for moved in one_item_moved(found.tolist()):
        assert cost_by_hand(above, moved) >= cost_of(above, found)


@every_family
def test_no_single_move_of_many_items_saves_anything_either(above: Table) -> None:
    found = improve_order(above, np.arange(len(above)))

    least = cost_of(above, found)
    assert all(cost_by_hand(above, moved) >= least for moved in one_item_moved(found.tolist()))


@every_family
def test_to_go_further_never_ends_worse(above: Table) -> None:
    start = np.arange(len(above))
    near = improve_order(above, start)
    far = improve_further(above, near)

    assert sorted(far.tolist()) == start.tolist()
    assert cost_of(above, far) <= cost_of(above, near) <= cost_of(above, start)


def test_to_go_further_leads_out_of_some_dead_ends() -> None:
    shorter = 0
    for above in FAMILIES.values():
        near = improve_order(above, np.arange(len(above)))
        shorter += cost_of(above, improve_further(above, near)) < cost_of(above, near)

    assert shorter >= 3


@given(tables(fewest=1, most=7))
def test_no_order_costs_less_than_the_least(above: Table) -> None:
    far = improve_further(above, np.arange(len(above)))

    assert cost_of(above, far) >= costs(above).min()
    assert sorted(far.tolist()) == list(range(len(above)))


def test_an_order_that_everyone_shares_is_found_from_its_reverse() -> None:
    above = np.triu(np.full((30, 30), 7), 1)

    found = improve_order(above, np.arange(30)[::-1].copy())
    assert found.tolist() == list(range(30))


def test_where_all_is_level_an_order_stays_as_it_is() -> None:
    start = np.array([3, 1, 0, 2, 4])

    assert improve_order(all_tied(5), start).tolist() == start.tolist()
    assert improve_further(all_tied(5), start).tolist() == start.tolist()


def test_one_item_is_moved_over_many_at_once() -> None:
    # Last wins against everyone; each step of it forward saves two.
    above = chains(9)
    at = [8, *range(8)]
    order = np.array([*range(1, 9), 0])

    assert improve_order(above, order).tolist() == list(range(9))
    assert improve_order(rearranged(above, at), np.arange(9)).tolist() == [*range(1, 9), 0]


@pytest.mark.parametrize("above", [paley(19), counted(shifts(30)), FAMILIES["15 items, by lot"]])
def test_it_finds_the_same_each_time_and_leaves_everything_as_it_was(above: Table) -> None:
    start, kept = np.arange(len(above)), above.copy()
    once, again = improve_further(above, start), improve_further(above, start)

    assert once.tolist() == again.tolist()
    assert (above == kept).all()
    assert start.tolist() == list(range(len(above)))
