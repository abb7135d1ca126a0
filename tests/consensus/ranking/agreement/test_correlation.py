"""Correlations that the literature knows, held against their definitions and against each other."""

from fractions import Fraction
from itertools import combinations, permutations
from math import sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from consensus.ranking.agreement.correlation import (
    Concordance,
    kendall_distance,
    kendall_tau_b,
    kendall_w,
    tau_x,
)
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Profile
from tests.consensus.ranking.made_ballots import (
    ITEMS,
    Ballot,
    Ballots,
    any_ballots,
    complete_groups,
    profile_of,
    shuffled,
    strict_groups,
    turned_over,
    way,
    ways,
)


def ranks(ballot: Ballot) -> list[float]:
    found: dict[str, float] = {}
    taken = 0
    for group in ballot:
        found |= dict.fromkeys(group, taken + (len(group) + 1) / 2)
        taken += len(group)
    return [found[item] for item in ITEMS]


def w_as_published(ballots: Ballots) -> float | None:
    """12 S / (n² (m³ - m) - n T), with T the sum of t³ - t over groups of t tied items."""
    people, size = len(ballots), len(ITEMS)
    sums = [sum(column) for column in zip(*map(ranks, ballots.values()), strict=True)]
    squares = sum((total - sum(sums) / size) ** 2 for total in sums)
    ties = sum(len(group) ** 3 - len(group) for ballot in ballots.values() for group in ballot)
    most = people**2 * (size**3 - size) - people * ties
    return 12 * squares / most if most else None


@given(complete_groups)
def test_concordance_is_what_its_published_formula_gives(ballots: Ballots) -> None:
    by_hand = w_as_published(ballots)
    found = kendall_w(profile_of(ballots))

    if by_hand is None:
        assert found is None
    else:
        assert found is not None
        assert found.w == pytest.approx(by_hand)
        assert found.by_chance == 1 / len(ballots)
        assert found.people == len(ballots)
        n = len(ballots)
        assert found.mean_spearman == pytest.approx((n * by_hand - 1) / (n - 1))


@given(strict_groups)
def test_without_ties_it_is_the_mean_of_spearmans_correlation(ballots: Ballots) -> None:
    pairs = combinations([ranks(ballot) for ballot in ballots.values()], 2)
    correlations = [float(np.corrcoef(one, other)[0, 1]) for one, other in pairs]
    found = kendall_w(profile_of(ballots))

    assert found is not None
    assert found.mean_spearman == pytest.approx(sum(correlations) / len(correlations))


def test_by_chance_concordance_is_one_by_the_number_of_people() -> None:
    # All that three people could say about three items, each as likely as another.
    orders = list(permutations("abc"))
    everything = [kendall_w(Profile.of("abc", ["abc", b, c])) for b in orders for c in orders]
    values = [found for found in everything if found is not None]

    assert len(values) == 36
    assert sum(found.w for found in values) / 36 == pytest.approx(1 / 3)
    assert sum(found.mean_spearman for found in values) / 36 == pytest.approx(0)


def test_people_who_say_the_same_are_in_full_concord() -> None:
    assert kendall_w(Profile.of("abc", ["bca"] * 4)) == Concordance(1.0, 0.25, 1.0, 4)


@given(complete_groups, st.randoms(use_true_random=False))
def test_concordance_does_not_depend_on_names_order_direction_or_weights(
    ballots: Ballots, random: Random
) -> None:
    found = kendall_w(profile_of(ballots))

    assert kendall_w(profile_of(turned_over(shuffled(ballots, random)))) == found
    assert kendall_w(Profile.of(ITEMS[::-1], ballots)) == found
    assert kendall_w(Profile.of(ITEMS, ballots, dict.fromkeys(ballots, Fraction(1, 3)))) == found


def test_who_abstains_is_left_out() -> None:
    assert kendall_w(Profile.of("abc", ["abc", "acb", "cab", ""])) == kendall_w(
        Profile.of("abc", ["abc", "acb", "cab"])
    )


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("abc", [], id="nobody"),
        pytest.param("abc", ["abc", "acb", ""], id="two people and one who abstains"),
        pytest.param("a", ["a"] * 5, id="one item"),
        pytest.param("abc", ["abc", "acb", "ab"], id="an item left out"),
        pytest.param("abc", [[tuple("abc")]] * 3, id="all equal for everyone"),
    ],
)
def test_where_concordance_has_no_meaning_there_is_none(items: str, ballots: list[str]) -> None:
    assert kendall_w(Profile.of(items, ballots)) is None


def signs_by_hand(one: Ballot, other: Ballot) -> list[tuple[int, int]]:
    pairs = [(way(one, *pair), way(other, *pair)) for pair in combinations(ITEMS, 2)]
    return [(first, second) for first, second in pairs if first is not None and second is not None]


@given(any_ballots, any_ballots)
def test_tau_b_is_what_its_published_formula_gives(one: Ballot, other: Ballot) -> None:
    signs = signs_by_hand(one, other)
    untied = sum(first != 0 for first, _ in signs) * sum(second != 0 for _, second in signs)
    found = kendall_tau_b(one, other)

    if not untied:
        assert found is None
    else:
        assert found == pytest.approx(sum(a * b for a, b in signs) / sqrt(untied))


@given(any_ballots, any_ballots)
def test_tau_x_is_what_its_published_formula_gives(one: Ballot, other: Ballot) -> None:
    common = [item for item in ITEMS if way(one, item, item) == 0 == way(other, item, item)]

    def score(ballot: Ballot, first: str, second: str) -> int:
        ahead = way(ballot, first, second)
        assert ahead is not None
        return 1 if ahead >= 0 else -1

    size = len(common)
    scores = [score(one, *pair) * score(other, *pair) for pair in permutations(common, 2)]
    found = tau_x(one, other)

    if size < 2:
        assert found is None
    else:
        assert found == pytest.approx(sum(scores) / (size * (size - 1)))


@given(any_ballots, any_ballots)
def test_correlations_are_symmetric_and_the_same_from_either_end(
    one: Ballot, other: Ballot
) -> None:
    for correlate in (kendall_tau_b, tau_x):
        assert correlate(one, other) == correlate(other, one)
        assert correlate(one, other) == correlate(one[::-1], other[::-1])


@given(any_ballots)
def test_an_order_correlates_fully_with_itself(one: Ballot) -> None:
    assume(sum(map(len, one)) > 1)

    assert tau_x(one, one) == 1
    assert kendall_tau_b(one, one) == (1 if len(one) > 1 else None)


@given(st.permutations(ITEMS), st.permutations(ITEMS))
def test_without_ties_both_are_kendalls_tau(one: list[str], other: list[str]) -> None:
    reverse = kendall_tau_b(one, other[::-1])

    assert kendall_tau_b(one, other) == pytest.approx(tau_x(one, other))
    assert kendall_tau_b(one, other) == pytest.approx(-(reverse or 0))


def test_only_items_that_both_rank_are_correlated() -> None:
    assert kendall_tau_b("abx", "yba") == tau_x("abx", "yba") == -1
    assert kendall_tau_b("ab", "bc") is tau_x("ab", "bc") is None
    assert kendall_tau_b("", "") is tau_x("", "") is None


@given(any_ballots, any_ballots)
def test_the_distance_of_two_orders_is_what_counting_by_hand_finds(
    one: Ballot, other: Ballot
) -> None:
    assert kendall_distance(one, other) == ways(one, other).count(-1)
    assert kendall_distance(one, other) == kendall_distance(other, one)
    assert kendall_distance(one, one) == 0
    assert kendall_distance(one, one[::-1]) == len(ways(one, one))


@given(st.permutations(ITEMS), st.permutations(ITEMS), st.permutations(ITEMS))
def test_complete_orders_are_never_nearer_by_a_detour(
    one: list[str], other: list[str], third: list[str]
) -> None:
    direct = kendall_distance(one, other)

    assert direct <= kendall_distance(one, third) + kendall_distance(third, other)


def test_only_items_that_both_rank_are_compared() -> None:
    assert kendall_distance("abc", "xcba") == 3
    assert kendall_distance("ab", "cd") == 0
    assert kendall_distance("ab", "") == 0
    assert kendall_distance("", "") == 0


@pytest.mark.parametrize(
    ("order", "fault"), [("aba", Fault.REPEATED_ITEM), (["a", ()], Fault.EMPTY_GROUP)]
)
def test_an_order_that_is_none_is_an_error(order: list[str], fault: Fault) -> None:
    for compare in (kendall_distance, kendall_tau_b, tau_x):
        with pytest.raises(BallotError) as caught:
            compare(order, "ab")
        assert caught.value.fault is fault
