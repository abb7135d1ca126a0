"""Ranked pairs, against every order of locking and against stacks."""

from itertools import chain, combinations, pairwise, permutations, product

import numpy as np
import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.rules import condorcet_winner, locking, ranked_pairs, smith_set
from consensus.ranking.rules.condorcet import margins
from tests.consensus.ranking.rules.ballots import as_sets, by_item, crowd, of_margins, tables


def is_stack(order: tuple[int, ...], found: list[list[int]]) -> bool:
    """Whether an order defends each of its pairs (Zavist and Tideman, 1989).

    From the upper item down to the lower goes a way along the order on which no margin is smaller
    than the margin for turning the two about.
    """
    for upper, lower in combinations(order, 2):
        between = order[order.index(upper) + 1 : order.index(lower)]
        ways = chain.from_iterable(combinations(between, size) for size in range(len(between) + 1))
        if not any(
            all(
                found[one][other] >= found[lower][upper]
                for one, other in pairwise((upper, *way, lower))
            )
            for way in ways
        ):
            return False
    return True


def stacks(pairs: Pairs) -> list[tuple[int, ...]]:
    found = margins(pairs).tolist()
    return [order for order in permutations(range(len(found))) if is_stack(order, found)]


def by_every_lock(pairs: Pairs) -> set[tuple[int, ...]]:
    """Every order that any way of breaking ties leads to, pairs split evenly both ways round."""
    found = margins(pairs).tolist()
    size = range(len(found))
    strengths = sorted({found[i][j] for i in size for j in size if found[i][j] >= 0}, reverse=True)
    levels = [
        [(i, j) for i, j in permutations(size, 2) if found[i][j] == strength]
        for strength in strengths
    ]
    orders = set()
    for turns in product(*(permutations(level) for level in levels)):
        above: set[tuple[int, int]] = set()
        for upper, lower in chain.from_iterable(turns):
            if (lower, upper) not in above:
                tops = {upper} | {one for one, other in above if other == upper}
                below = {lower} | {other for one, other in above if one == lower}
                above |= set(product(tops, below))
        orders.add(tuple(sorted(size, key=lambda at: sum(low == at for _, low in above))))
    return orders


def check(pairs: Pairs, orders: set[tuple[int, ...]] | list[tuple[int, ...]]) -> None:
    """The outcome is what these orders have in common."""
    found = ranked_pairs(pairs)
    size = range(len(pairs.items))
    places = [[order.index(at) + 1 for order in orders] for at in size]

    assert found.exact
    assert found.places == tuple((min(each), max(each)) for each in places)
    assert found.first == tuple(pairs.items[at] for at in size if 1 in places[at])
    names = [[pairs.items[at] for at in order] for order in orders]
    tops = [{frozenset(order[:count]) for order in names} for count in range(1, len(size) + 1)]
    shared = [tops_here for tops_here in tops if len(tops_here) == 1]
    cuts = [set(next(iter(each))) for each in shared]
    assert as_sets(found.bands) == [upper - lower for lower, upper in pairwise([set(), *cuts])]


@forall(tables(most_items=5))
def test_the_outcome_is_what_all_stacks_have_in_common(pairs: Pairs) -> None:
    check(pairs, stacks(pairs))


@settings(max_examples=40)
@forall(tables(most_items=6, most=1))
def test_so_it_is_when_nearly_all_margins_are_equal(pairs: Pairs) -> None:
    check(pairs, stacks(pairs))


@settings(max_examples=40)
@forall(tables(most_items=3, most=2))
def test_the_outcome_is_what_every_order_of_locking_leads_to(pairs: Pairs) -> None:
    check(pairs, by_every_lock(pairs))


@forall(tables(most=4))
def test_somebody_is_always_first_and_comes_from_the_smith_set(pairs: Pairs) -> None:
    found = ranked_pairs(pairs)
    winner = condorcet_winner(pairs)

    assert found.first
    assert set(found.first) <= set(smith_set(pairs))
    assert winner is None or found.first == (winner,)


def test_the_largest_majorities_of_tennessee_close_no_circle() -> None:
    profile = crowd("mnck", (42, "mnck"), (26, "nckm"), (15, "cknm"), (17, "kcnm"))

    assert ranked_pairs(count_pairs(profile)).bands == (("n",), ("c",), ("k",), ("m",))


def test_the_smallest_majority_of_a_circle_is_set_aside() -> None:
    assert ranked_pairs(of_margins([[0, 5, -3], [0, 0, 4], [0, 0, 0]])).bands == (
        ("a",),
        ("b",),
        ("c",),
    )


def test_in_a_circle_of_equal_majorities_anyone_may_be_first() -> None:
    found = ranked_pairs(of_margins([[0, 1, -1], [0, 0, 1], [0, 0, 0]]))

    assert found.exact
    assert found.bands == (("a", "b", "c"),)
    assert found.first == found.last == ("a", "b", "c")


def test_places_are_narrower_than_what_is_shared_would_allow() -> None:
    """c is before a and d in every universe, which alone would leave it a third place."""
    found = ranked_pairs(
        of_margins(
            [
                [0, 1, -2, 0, -1],
                [0, 0, 0, 1, -1],
                [0, 0, 0, 2, 0],
                [0, 0, 0, 0, 1],
                [0, 0, 0, 0, 0],
            ]
        )
    )

    assert found.bands == (("a", "b", "c", "d", "e"),)
    assert by_item(found)["c"] == (1, 2)


# --- too many ties ----------------------------------------------------------------------------


@pytest.fixture
def two_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "MOST_UNIVERSES", 2)


EQUAL = [[0, 1, -1], [0, 0, 1], [0, 0, 0]]


@pytest.mark.usefixtures("two_at_most")
def test_with_too_many_universes_it_says_so_and_claims_nothing() -> None:
    found = ranked_pairs(of_margins(EQUAL))

    assert not found.exact
    assert found.bands == (("a", "b", "c"),)
    assert found.places == ((1, 3), (1, 3), (1, 3))


@pytest.mark.usefixtures("two_at_most")
def test_what_is_sure_is_still_said() -> None:
    """d loses to everyone, by more than anyone in the circle: it is last in every universe."""
    found = ranked_pairs(of_margins([[0, 1, -1, 3], [0, 0, 1, 3], [0, 0, 0, 3], [0, 0, 0, 0]]))

    assert not found.exact
    assert found.bands == (("a", "b", "c"), ("d",))
    assert found.last == ("d",)


@forall(tables(most=3))
def test_what_is_said_with_too_many_universes_is_never_false(pairs: Pairs) -> None:
    full = ranked_pairs(pairs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locking, "MOST_UNIVERSES", 2)
        part = ranked_pairs(pairs)

    assert full.exact
    assert part.exact <= (part == full)
    for (best, worst), (low, high) in zip(full.places, part.places, strict=True):
        assert low <= best <= worst <= high
    cuts = [set(chain.from_iterable(full.bands[:at])) for at in range(len(full.bands) + 1)]
    for at in range(len(part.bands) + 1):
        assert set(chain.from_iterable(part.bands[:at])) in cuts


@forall(tables(most=3), st.data())
def test_what_is_exact_does_not_hang_on_the_order_of_the_items(
    pairs: Pairs, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(pairs.items))))
    above = pairs.above[np.ix_(order, order)]
    moved = Pairs(tuple(pairs.items[at] for at in order), above, above.copy())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locking, "MOST_UNIVERSES", 3)
        here, there = ranked_pairs(pairs), ranked_pairs(moved)

    assert here.exact == there.exact
    assert by_item(here) == by_item(there)


def test_a_large_ring_of_equal_majorities_is_not_gone_through() -> None:
    """Each of 70 items beats the 34 that follow it, so that nobody can be told from anybody."""
    items = tuple(map(str, range(70)))
    steps = (np.arange(70) - np.arange(70)[:, None]) % 70
    above = ((steps > 0) & (steps < 35)).astype(np.int64)
    found = ranked_pairs(Pairs(items, above, above.copy()))

    assert not found.exact
    assert found.bands == (items,)
    assert set(found.places) == {(1, 70)}
