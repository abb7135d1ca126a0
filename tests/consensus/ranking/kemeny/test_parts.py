"""Splitting where all optimal orders agree, and the whole way by the linear programme."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.kemeny import LIVE, Combined, Effort, combine
from consensus.ranking.kemeny.improve import improve_further
from consensus.ranking.kemeny.parts import Before, Part, solve, split
from consensus.ranking.profile import Table
from tests.consensus.ranking.kemeny.by_trial import (
    Truth,
    cost_of,
    least_by_whole_choices,
    optimal,
    over_every_order,
    over_subsets,
)
from tests.consensus.ranking.kemeny.made_problems import (
    AMPLE,
    ENOUGH,
    FAMILIES,
    all_tied,
    around_one_order,
    at_most_in_subsets,
    at_most_searched,
    chains,
    counted,
    every_family,
    items_of,
    nearly_tied,
    pairs_of,
    paley,
    problems,
    random_places,
    rearranged,
    rotational,
    shifts,
    tables,
    tiny_efforts,
    top_lists,
    tournament,
)


def whole(parts: list[Part]) -> Truth:
    """What all parts say together, of the whole problem."""
    items = [item for part in parts for item in part.items]
    places, start = {}, 0
    for part in parts:
        for item, best, worst in zip(part.items, part.best, part.worst, strict=True):
            places[item] = (start + best, start + worst)
        start += len(part.items)
    return Truth(
        cost=sum(part.cost for part in parts),
        orders=int(np.prod([part.lattice.count() for part in parts if part.lattice], dtype=object)),
        places=[places[item] for item in range(len(items))],
        ends=[end for part in parts for end in part.ends],
        first=items,
    )


def between(above: Table, parts: list[Part]) -> int:
    """What is overruled between items of different parts, whatever their own orders."""
    order = [item for part in parts for item in part.items]
    return cost_of(above, order) - sum(part.cost for part in parts)


def assert_solved(above: Table, parts: list[Part], truth: Truth) -> None:
    found = whole(parts)
    assert all(part.lattice is not None and part.cost == part.least for part in parts)
    assert found._replace(cost=found.cost + between(above, parts)) == truth


# --- splitting --------------------------------------------------------------------------------


@st.composite
def one_way_at_most(draw: st.DrawFn) -> Before:
    """Some items before others; never both ways."""
    above = draw(tables(fewest=1, most=7))
    before: Before = above > above.T
    return before


@given(one_way_at_most())
def test_groups_are_cut_at_every_place_where_one_can_cut_and_nowhere_else(before: Before) -> None:
    size = len(before)
    can_come_first = [
        set(front)
        for length in range(1, size + 1)
        for front in combinations(range(size), length)
        if all(before[one, other] for one in front for other in set(range(size)) - set(front))
    ]
    groups = split(before)

    so_far: set[int] = set()
    for group, front in zip(groups, can_come_first, strict=True):
        so_far |= set(group)
        assert so_far == front
    assert all(group == sorted(group) for group in groups)


def test_a_clear_order_is_cut_everywhere_and_level_items_nowhere() -> None:
    row = [3, 0, 2, 1]
    above = rearranged(np.triu(np.ones((4, 4), dtype=np.int64), 1), row)

    assert split(above > above.T) == [[1], [3], [2], [0]]
    assert split(all_tied(4) > 1) == [[0, 1, 2, 3]]
    assert split(np.zeros((1, 1), dtype=bool)) == [[0]]


def test_a_tie_across_is_no_place_to_cut() -> None:
    above = 2 * np.triu(np.ones((4, 4), dtype=np.int64), 1)
    above[3, 0] = above[0, 3]

    assert split(above > above.T) == [[0, 1, 2, 3]]


@given(problems(most=6))
def test_every_optimal_order_takes_one_part_after_the_other(above: Table) -> None:
    parts = solve(above, AMPLE)

    for order in optimal(above):
        start = 0
        for part in parts:
            stop = start + len(part.items)
            assert set(order[start:stop]) == set(part.items)
            start = stop


# --- the whole way by the linear programme ----------------------------------------------------


@given(problems(most=6), st.sampled_from([1, 2, 3, 14]))
def test_few_items_by_the_linear_programme_are_what_trying_every_order_finds(
    above: Table, in_subsets: int
) -> None:
    with at_most_in_subsets(in_subsets):
        parts = solve(above, AMPLE)

    assert_solved(above, parts, over_every_order(above))


@given(problems(most=6), st.sampled_from([0, 1, 2, 5, 50]))
def test_without_work_for_the_limit_a_search_of_all_sets_still_finds_all(
    above: Table, pivots: int
) -> None:
    with at_most_in_subsets(1):
        parts = solve(above, Effort(pivots, ways=10_000))

    assert_solved(above, parts, over_every_order(above))


@given(problems(most=6), tiny_efforts)
def test_a_part_that_was_given_up_says_only_what_is_so(above: Table, effort: Effort) -> None:
    with at_most_in_subsets(1):
        parts = solve(above, effort)
    truth = over_every_order(above)
    outer = whole(parts)

    assert sum(part.least for part in parts) + between(above, parts) <= truth.cost
    assert all(part.least <= part.cost for part in parts)
    assert all(part.ends[-1] for part in parts)
    for (best, worst), (widest_best, widest_worst) in zip(truth.places, outer.places, strict=True):
        assert widest_best <= best <= worst <= widest_worst
    assert all(end for end, claimed in zip(truth.ends, outer.ends, strict=True) if claimed)


@given(problems(most=6), st.integers(1, 5))
def test_more_items_than_can_be_searched_are_at_least_as_well_ordered_as_by_wins_and_left_open(
    above: Table, most: int
) -> None:
    with at_most_searched(most):
        parts = solve(above, AMPLE)
    truth = over_every_order(above)
    outer = whole(parts)

    assert sum(part.least for part in parts) + between(above, parts) <= truth.cost
    for (best, worst), (widest_best, widest_worst) in zip(truth.places, outer.places, strict=True):
        assert widest_best <= best <= worst <= widest_worst
    assert all(end for end, claimed in zip(truth.ends, outer.ends, strict=True) if claimed)
    for part in parts:
        if len(part.items) > most:
            group = sorted(part.items)
            won = {item: int((above - above.T)[item, group].sum()) for item in group}
            by_wins = sorted(group, key=lambda item: -won[item])
            assert part.lattice is None
            assert part.cost == cost_of(above, part.items) <= cost_of(above, by_wins)


@pytest.mark.parametrize("seed", range(5))
def test_without_a_proof_the_order_in_hand_is_as_far_as_one_gets_by_improving(seed: int) -> None:
    above = tournament(20, seed)
    [part] = solve(above, Effort(1, 1))
    further = improve_further(above, np.array(part.items))

    assert part.least < part.cost
    assert part.cost == cost_of(above, further.tolist()) == cost_of(above, part.items)


MANY = {
    "15, no consensus, 3 people": counted(random_places(15, 3, seed=1)),
    "15, no consensus, 10 people": counted(random_places(15, 10, seed=2)),
    "16, no consensus, 4 people": counted(random_places(16, 4, seed=3)),
    "15, around one order": counted(around_one_order(15, 6, noise=4, seed=4)),
    "16, around one order": counted(around_one_order(16, 13, noise=9, seed=5)),
    "15, shifted": counted(shifts(15)),
    "16, shifted and one view more": counted(shifts(16)) + np.eye(16, k=5, dtype=np.int64),
    "15, half circles": rotational(15),
    "16, half circles with level opposites": rotational(16),
    "15, by lot": tournament(15, seed=6),
    "16, by lot": tournament(16, seed=7),
    "15, lists of four": counted(top_lists(15, 6, 4, seed=8)),
    "16, lists of three, the rest below": counted(top_lists(16, 7, 3, seed=9, below=True)),
    "15, nearly level": nearly_tied(15, views=25, seed=10),
    "15, level": all_tied(15),
    "16, three rows": chains(5, 5, 6),
    "15, tied in groups": counted(np.random.default_rng(11).integers(1, 4, (5, 15))),
    "15, partial and tied": counted(np.random.default_rng(12).integers(0, 4, (7, 15))),
    "15, large counts": np.random.default_rng(13).integers(0, 2**38, (15, 15)) * all_tied(15),
}


@pytest.mark.parametrize("above", MANY.values(), ids=MANY)
def test_fifteen_or_sixteen_items_are_what_all_their_subsets_say(above: Table) -> None:
    size = len(above)
    shuffled = rearranged(above, np.random.default_rng(size).permutation(size).tolist())
    truth = over_subsets(shuffled)
    by_programme = solve(shuffled, AMPLE)
    with at_most_in_subsets(16):
        by_subsets = solve(shuffled, AMPLE)

    assert_solved(shuffled, by_programme, truth)
    assert_solved(shuffled, by_subsets, truth)


def test_eighteen_items_are_what_all_their_subsets_say() -> None:
    above = counted(random_places(18, 8, seed=18)) + tournament(18, seed=18)

    assert_solved(above, solve(above, AMPLE), over_subsets(above))


@settings(max_examples=40)
@given(problems(fewest=8, most=9), st.sampled_from([1, 3]))
def test_both_ways_list_the_same_orders(above: Table, in_subsets: int) -> None:
    pairs = pairs_of(above)
    with at_most_in_subsets(in_subsets):
        by_programme = combine(pairs, AMPLE, most_orders=20)

    assert by_programme == combine(pairs, AMPLE, most_orders=20)


@every_family
def test_the_full_model_in_whole_numbers_finds_nothing_better(above: Table) -> None:
    # That model takes many seconds for the one left out here.
    if above is not FAMILIES["22 items, by lot"]:
        assert combine(pairs_of(above), ENOUGH).cost == least_by_whole_choices(above)


@pytest.mark.parametrize("effort", [Effort(1, 1), Effort(40, 200), LIVE])
@every_family
def test_whatever_the_effort_all_orders_are_within_what_is_claimed(
    above: Table, effort: Effort
) -> None:
    every, some = combine(pairs_of(above), ENOUGH), combine(pairs_of(above), effort)
    items = items_of(len(above))

    assert every.count is not None
    assert some.cost - some.gap <= every.cost <= some.cost
    assert some.cost == cost_of(above, [items.index(item) for item in some.order])
    if some.count is not None or len(above) <= 14:
        assert some == every
    for item, (best, worst) in every.places.items():
        assert some.places[item][0] <= best <= worst <= some.places[item][1]
    assert set(fronts(some)) <= set(fronts(every))


def fronts(combined: Combined) -> list[frozenset[str]]:
    """What every optimal order begins with, up to the end of each band."""
    ends = np.cumsum([len(band) for band in combined.bands]).tolist()
    return [frozenset(combined.order[:end]) for end in ends]


@pytest.mark.parametrize("prime", [3, 7, 11, 19])
def test_in_the_most_contrary_tournaments_all_items_are_level(prime: int) -> None:
    above = paley(prime)
    with at_most_in_subsets(6):
        parts = solve(above, AMPLE)

    assert_solved(above, parts, over_subsets(above))
    assert set(whole(parts).places) == {(1, prime)}


@pytest.mark.parametrize("effort", [LIVE, Effort(100, 1_000), Effort(1, 1)])
@pytest.mark.parametrize("prime", [23, 31])
def test_where_no_proof_is_in_reach_all_is_left_open(prime: int, effort: Effort) -> None:
    [part] = solve(paley(prime), effort)

    assert part.lattice is None
    assert part.least < part.cost
    assert part.ends == [False] * (prime - 1) + [True]
    assert Counter(zip(part.best, part.worst, strict=True)) == {(1, prime): prime}


def test_all_sets_of_items_are_searched_as_one_part_and_no_more_than_asked_for() -> None:
    above = all_tied(15)

    [every] = solve(above, Effort(pivots=1, ways=15 * 2**14))
    [some] = solve(above, Effort(pivots=1, ways=15 * 2**14 - 1))
    assert every.lattice is not None
    assert some.lattice is None
    assert some.cost == some.least == every.cost
