"""Whether answers still move, held against counting by hand."""

from collections.abc import Sequence
from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.convergence.stability import Stability, flipped_pairs, stability
from consensus.ranking.errors import BallotError
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.made_ballots import (
    ITEMS,
    PEOPLE,
    Ballots,
    any_ballots,
    profile_of,
    shuffled,
    strict_ballots,
    turned_over,
    way,
)

passes = st.dictionaries(st.sampled_from(PEOPLE), any_ballots, min_size=3)
complete_passes = st.dictionaries(st.sampled_from(PEOPLE), strict_ballots, min_size=3)


def of(before: Sequence[Order], after: Sequence[Order]) -> Stability | None:
    return stability(Profile.of("abc", before), Profile.of("abc", after))


def test_the_same_answers_are_stable_even_where_people_are_split_in_half() -> None:
    split: list[Order] = ["abc", "abc", "cba", "cba"]

    assert of(split, split) == Stability(1.0, 0.0, 0.0, True)


def test_two_who_change_places_leave_the_group_stable_and_are_still_seen() -> None:
    assert of(["abc", "abc", "cba"], ["abc", "cba", "abc"]) == Stability(1 / 3, 0.0, 0.0, True)


def test_fifteen_in_a_hundred_is_not_stable_and_fewer_are() -> None:
    def after(turned: int) -> Stability | None:
        return of(["abc"] * 100, ["cba"] * turned + ["abc"] * (100 - turned))

    assert after(14) == Stability(0.86, 0.0, 0.14, True)
    assert after(15) == Stability(0.85, 0.0, 0.15, False)


def test_a_majority_that_turned_around_by_few_people_is_not_stable() -> None:
    before = ["abc"] * 6 + ["cba"] * 5
    found = of(before, ["abc"] * 5 + ["cba"] * 6)

    assert found == Stability(10 / 11, 1.0, 1 / 11, False)


def test_the_pairs_that_turned_around_are_named_with_the_item_now_first() -> None:
    before = Profile.of("abc", ["abc", "abc", "acb"])
    after = Profile.of("cba", ["bac", "bac", "acb"])

    assert flipped_pairs(before, after) == (("b", "a"),)


def test_a_pair_that_is_level_has_not_turned_around() -> None:
    before = Profile.of("ab", ["ab", "ab", "ab", "ba"])
    level = Profile.of("ab", ["ab", "ab", "ba", "ba"])

    assert flipped_pairs(before, level) == flipped_pairs(level, before) == ()


@given(passes, passes)
def test_everything_is_what_counting_by_hand_finds(before: Ballots, after: Ballots) -> None:
    both = [person for person in before if before[person] and after.get(person)]
    flipped = flipped_pairs(profile_of(before), profile_of(after))
    found = stability(profile_of(before), profile_of(after))
    if len(both) < 3:
        assert flipped is None
        assert found is None
        return

    turned, asked, net = [], 0, 0.0
    for one, other in combinations(ITEMS, 2):
        was, now = ([way(b[person], one, other) or 0 for person in both] for b in (before, after))
        net += sum(abs(was.count(side) - now.count(side)) for side in (1, 0, -1)) / 2
        enough = sum(map(abs, was)) >= 3 <= sum(map(abs, now))
        asked += enough
        if enough and sum(was) * sum(now) < 0:
            turned.append((one, other) if sum(now) > 0 else (other, one))
    assert flipped is not None
    assert set(flipped) == set(turned)
    assert list(flipped) == sorted(flipped)
    if not asked:
        assert found is None
        return
    same = sum(before[person] == after[person] for person in both)
    assert found is not None
    assert found.unchanged == same / len(both)
    assert found.flipped == len(turned) / asked
    assert found.change == pytest.approx(net / len(both) / 6)
    assert found.stable == (found.flipped < 0.15 and found.change < 0.15)


@given(passes, passes, st.randoms(use_true_random=False))
def test_stability_is_the_same_there_and_back_from_either_end_and_in_any_order(
    before: Ballots, after: Ballots, random: Random
) -> None:
    found = stability(profile_of(before), profile_of(after))

    assert stability(profile_of(shuffled(after, random)), profile_of(before)) == found
    assert stability(profile_of(turned_over(before)), profile_of(turned_over(after))) == found


@given(complete_passes, complete_passes)
def test_everyone_twice_is_as_stable(before: Ballots, after: Ballots) -> None:
    def twice(ballots: Ballots) -> Profile:
        return profile_of(ballots | {f"{person} again": b for person, b in ballots.items()})

    once = stability(profile_of(before), profile_of(after))
    # A figure may be withheld for too few people, and not for twice as many.
    assert once is None or stability(twice(before), twice(after)) == once


def test_with_one_of_few_people_a_small_move_is_within_what_is_stable() -> None:
    orders = ["".join(order) for order in permutations("abc")][:4]
    found = of([*orders], ["acb", *orders[1:]])

    assert found is not None
    assert found.change == pytest.approx(1 / 12)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([], [], id="nobody"),
        pytest.param(["abc"] * 2, ["abc"] * 3, id="two people in both"),
        pytest.param(["abc"] * 3, ["abc", "abc", ""], id="two people and one who abstains"),
        pytest.param(["ab"] * 3, ["bc"] * 3, id="no pair ordered both times"),
        pytest.param(["ab"] * 2 + ["bc"], ["ba"] * 2 + ["cb"], id="no pair of three people"),
    ],
)
def test_with_too_little_to_compare_nothing_is_said(
    before: list[Order], after: list[Order]
) -> None:
    assert of(before, after) is None


def test_other_items_are_an_error() -> None:
    for compare in (stability, flipped_pairs):
        with pytest.raises(BallotError):
            compare(Profile.of("ab", []), Profile.of("ac", []))
