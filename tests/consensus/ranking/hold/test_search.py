"""The best of all choices, the limit of the search, and what is said when it is reached."""

from collections.abc import Callable
from math import comb
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.hold.growth import Block, growing_lists, growing_sets
from consensus.ranking.hold.losses import Bearers, bearers_of, list_losses, set_losses
from consensus.ranking.hold.search import MOST_SHOWN, Outcome, search
from consensus.ranking.profile import Profile

WITHOUT_LIMIT = 10**9

Growing = Callable[[Bearers, int], tuple[Block, Callable[[Block], Block]]]
both_kinds = pytest.mark.parametrize("growing", [growing_sets, growing_lists])


def at_random(people: int, items: int, seed: int) -> Bearers:
    random, names = Random(seed), [str(at) for at in range(items)]
    return bearers_of(Profile.of(names, [random.sample(names, items) for _ in range(people)]))


def figures(outcome: Outcome) -> tuple[int, int]:
    return outcome.worst, outcome.total


def same(one: Outcome, other: Outcome) -> bool:
    return (
        np.array_equal(one.choices, other.choices)
        and figures(one) == figures(other)
        and (one.count, one.proven, one.at_least) == (other.count, other.proven, other.at_least)
    )


@both_kinds
@pytest.mark.parametrize("seed", range(4))
def test_what_is_dropped_is_never_the_best(growing: Growing, seed: int) -> None:
    bearers = at_random(5, 7, seed)
    start, grown = growing(bearers, 4)
    everything = start
    while not everything.whole:
        everything = grown(everything)
    best = everything.best_first()[0]
    least = (everything.floor[best], everything.total[best])
    as_good = (everything.floor == least[0]) & (everything.total == least[1])

    found = search(start, grown, WITHOUT_LIMIT)

    assert figures(found) == least
    assert (found.count, found.proven, found.at_least) == (as_good.sum(), True, least[0])
    assert found.choices.tolist() == sorted(everything.taken[as_good].tolist())[:MOST_SHOWN]


@both_kinds
@settings(max_examples=25)
@given(effort=st.integers(0, 4000), seed=st.integers(0, 5))
def test_a_search_cut_short_never_claims_too_much(growing: Growing, effort: int, seed: int) -> None:
    bearers = at_random(6, 9, seed)
    whole = search(*growing(bearers, 4), WITHOUT_LIMIT)

    cut = search(*growing(bearers, 4), effort)

    assert cut.at_least <= whole.worst <= cut.worst
    assert figures(cut) >= figures(whole)
    assert cut.count in (None, whole.count)
    if cut.proven:
        assert figures(cut) == figures(whole)
    if cut.count is not None:
        assert same(cut, whole)


@both_kinds
def test_a_search_without_any_effort_has_still_found_something(growing: Growing) -> None:
    bearers = at_random(9, 12, seed=1)
    losses = set_losses if growing is growing_sets else list_losses

    cut = search(*growing(bearers, 6), 0)

    assert (cut.count, cut.proven) == (None, False)
    assert cut.at_least <= cut.worst
    for own in losses(bearers, cut.choices):
        assert (own[:-1].max(), own[-1]) == figures(cut)


def test_what_nothing_can_beat_is_proven_before_all_that_is_as_good_was_seen() -> None:
    level = bearers_of(Profile.of("abcdefgh", [[tuple("abcdefgh")]]))

    cut = search(*growing_lists(level, 5), 0)

    assert (cut.worst, cut.total, cut.at_least) == (0, 0, 0)
    assert (cut.count, cut.proven) == (None, True)


def test_the_first_in_the_order_of_the_items_are_kept_and_all_are_counted() -> None:
    level = bearers_of(Profile.of("abcde", [[tuple("abcde")]]))

    found = search(*growing_lists(level, 3), WITHOUT_LIMIT)

    assert (found.count, len(found.choices)) == (60, MOST_SHOWN)
    assert found.choices[:4].tolist() == [[0, 1, 2], [0, 1, 3], [0, 1, 4], [0, 2, 1]]


@both_kinds
@pytest.mark.parametrize("effort", [0, 2_000, WITHOUT_LIMIT])
def test_the_order_in_which_ballots_arrive_changes_nothing(growing: Growing, effort: int) -> None:
    random, names = Random(7), list("abcdefghij")
    ballots = [random.sample(names, 10) for _ in range(12)]
    backwards = bearers_of(Profile.of(names, ballots[::-1]))

    one = search(*growing(bearers_of(Profile.of(names, ballots)), 5), effort)

    assert same(one, search(*growing(backwards, 5), effort))


@both_kinds
def test_how_much_is_worked_on_at_a_time_changes_nothing(
    growing: Growing, monkeypatch: pytest.MonkeyPatch
) -> None:
    bearers = at_random(6, 8, seed=2)
    at_once = search(*growing(bearers, 4), WITHOUT_LIMIT)

    monkeypatch.setattr("consensus.ranking.hold.search.AT_A_TIME", 40)
    monkeypatch.setattr("consensus.ranking.hold.search.DIVE", 1)

    assert same(search(*growing(bearers, 4), WITHOUT_LIMIT), at_once)


def test_millions_of_sets_need_not_all_be_looked_at() -> None:
    forwards = [str(at) for at in range(50)]
    opposed = bearers_of(Profile.of(forwards, [forwards, forwards[::-1]]))

    found = search(*growing_sets(opposed, 6), 200_000)

    # Three of the first six of each: one from between would cost both.
    assert (found.worst, found.total, found.at_least) == (3, 6, 3)
    assert (found.count, found.proven) == (comb(6, 3) ** 2, True)
