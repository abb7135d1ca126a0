"""How far people agree, held against counting by hand."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.agreement.pairs import pair_agreement, share_same_way
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.made_ballots import (
    ITEMS,
    Ballot,
    Ballots,
    any_ballots,
    any_groups,
    profile_of,
    renamed,
    shuffled,
    strict_groups,
    turned_over,
    way,
    ways,
)


def agreement(items: str, ballots: Sequence[Order] | Ballots) -> float | None:
    return pair_agreement(count_pairs(Profile.of(items, ballots)))


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def by_hand(ballots: Ballots) -> Fraction | None:
    compared = [ways(one, other) for one, other in combinations(ballots.values(), 2)]
    ordered = [
        sum(bool(way(b, *pair)) for b in ballots.values()) for pair in combinations(ITEMS, 2)
    ]
    if max(ordered) < 3:
        return None
    return Fraction(sum(c.count(1) for c in compared), sum(map(len, compared)))


@given(any_groups)
def test_given_any_ballots_when_agreement_is_taken_then_it_is_the_share_counted_by_hand(
    ballots: Ballots,
) -> None:
    expected = by_hand(ballots)
    pairs = count_pairs(profile_of(ballots))

    assert share_same_way(pairs.people) == expected
    assert pair_agreement(pairs) == (None if expected is None else float(expected))


@given(strict_groups)
def test_given_strict_ballots_when_agreement_is_taken_then_it_is_the_mean_over_pairs_of_people(
    ballots: Ballots,
) -> None:
    shares = [
        ways(one, other).count(1) / len(ways(one, other))
        for one, other in combinations(ballots.values(), 2)
    ]

    assert agreement(ITEMS, ballots) == pytest.approx(mean(shares))


def test_given_identical_orders_when_agreement_is_taken_then_it_is_complete() -> None:
    assert agreement("abcd", ["bdca"] * 5) == 1


def test_given_one_reversed_of_three_when_agreement_is_taken_then_it_is_a_third() -> None:
    assert agreement("abcd", ["abcd", "abcd", "dcba"]) == 1 / 3


def test_given_a_room_split_in_half_when_agreement_is_taken_then_it_is_the_least_possible() -> None:
    assert agreement("abc", ["abc"] * 2 + ["cba"] * 2) == 1 / 3
    assert agreement("abc", ["abc"] * 50 + ["cba"] * 50) == 49 / 99


@pytest.mark.parametrize(("people", "near"), [(3, 0.15), (8, 0.05), (200, 0.01)])
def test_given_random_orders_when_agreement_is_taken_then_it_is_near_chance_for_any_number(
    people: int, near: float
) -> None:
    random = Random(51)
    groups = [[random.sample("abcdefghij", 10) for _ in range(people)] for _ in range(10)]
    agreements = [agreement("abcdefghij", [*ballots]) or 0 for ballots in groups]

    assert mean(agreements) == pytest.approx(0.5, abs=near)


@given(any_groups, st.randoms(use_true_random=False))
def test_given_other_names_or_another_order_when_agreement_is_taken_then_it_is_the_same(
    ballots: Ballots, random: Random
) -> None:
    found = agreement(ITEMS, ballots)

    assert agreement(ITEMS[::-1], turned_over(shuffled(ballots, random))) == found
    assert agreement(
        "WXYZ", renamed(ballots, dict(zip(ITEMS, "ZXYW", strict=True)).__getitem__)
    ) == (found)


@given(strict_groups)
def test_given_ballots_with_weights_when_agreement_is_taken_then_it_is_between_people(
    ballots: Ballots,
) -> None:
    weighted = Profile.of(ITEMS, ballots, {p: Fraction(at, 3) for at, p in enumerate(ballots, 1)})

    assert pair_agreement(count_pairs(weighted)) == agreement(ITEMS, ballots)


@given(any_groups, any_ballots)
def test_given_one_changed_ballot_when_agreement_is_taken_then_no_other_ballot_is_read(
    ballots: Ballots, ballot: Ballot
) -> None:
    person = next(iter(ballots))
    changed = count_pairs(profile_of(ballots)).changed(ballots[person], ballot)

    assert pair_agreement(changed) == agreement(ITEMS, {**ballots, person: ballot})


@given(strict_groups)
def test_given_everyone_twice_when_agreement_is_taken_then_it_is_no_lower(ballots: Ballots) -> None:
    twice = {**ballots, **{f"{person} again": ballot for person, ballot in ballots.items()}}

    assert (agreement(ITEMS, twice) or 0) >= (agreement(ITEMS, ballots) or 0)


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("abc", [], id="nobody"),
        pytest.param("abc", ["abc", "abc"], id="two people"),
        pytest.param("abc", ["abc", "abc", ""], id="two people and one who abstains"),
        pytest.param("abc", ["ab", "bc", "ca"], id="no pair that three people ordered"),
        pytest.param("abc", [[tuple("abc")]] * 5, id="all equal for everyone"),
        pytest.param("a", ["a"] * 5, id="one item"),
    ],
)
def test_given_too_few_to_compare_when_agreement_is_taken_then_there_is_none(
    items: str, ballots: list[Order]
) -> None:
    assert agreement(items, ballots) is None
