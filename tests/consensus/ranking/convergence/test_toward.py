"""Whether people moved towards an order on the screen."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.convergence.toward import Toward, moved_toward
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.made_ballots import (
    ITEMS,
    PEOPLE,
    Ballot,
    Ballots,
    any_ballots,
    profile_of,
    shuffled,
    turned_over,
    way,
)

passes = st.dictionaries(st.sampled_from(PEOPLE), any_ballots, min_size=3)


def of(before: list[Order], after: list[Order], shown: Order) -> Toward | None:
    return moved_toward(Profile.of("abc", before), Profile.of("abc", after), shown)


def test_all_who_moved_took_over_what_was_shown() -> None:
    assert of(["cba", "cba", "abc"], ["abc", "abc", "abc"], "abc") == Toward(1.0, 1.0)


def test_nobody_who_moved_took_it_over() -> None:
    assert of(["abc", "abc", "abc"], ["cba", "abc", "abc"], "abc") == Toward(0.0, 0.0)


def test_a_move_towards_it_from_nearby_says_more_than_one_that_could_only_go_there() -> None:
    # One of three pairs was left to turn, and it was this one.
    assert of(["acb", "abc", "abc"], ["abc", "abc", "abc"], "abc") == Toward(1.0, 1 / 3)


def test_a_tie_is_half_a_way() -> None:
    level: Order = ["a", ("b", "c")]

    # From level one half way towards, by one; from the other side both halves away, by another.
    assert of([level, "abc", "abc"], ["abc", "acb", "abc"], "abc") == Toward(1 / 3, 1 / 18)


def test_what_is_level_or_missing_on_the_screen_says_nothing() -> None:
    before: list[Order] = ["acb", "abc", "abc"]

    assert of(before, ["abc", "abc", "abc"], ["a", ("b", "c")]) is None
    assert of(before, ["abc", "abc", "abc"], "ab") is None
    assert of(before, ["abc", "abc", "abc"], "") is None


@given(passes, passes, any_ballots)
def test_the_share_is_what_counting_half_moves_by_hand_finds(
    before: Ballots, after: Ballots, shown: Ballot
) -> None:
    towards = moves = expected = 0.0
    both = [person for person in before if before[person] and after.get(person)]
    for person in both:
        pairs = []
        for pair in combinations(ITEMS, 2):
            was, now = way(before[person], *pair), way(after[person], *pair)
            target = way(shown, *pair)
            if target and was is not None and now is not None:
                pairs.append((was * target, now * target))
        own = sum(abs(now - was) for was, now in pairs)
        towards += sum(max(0, now - was) for was, now in pairs)
        moves += own
        if pairs:
            expected += own * sum(1 - was for was, _ in pairs) / (2 * len(pairs))
    found = moved_toward(profile_of(before), profile_of(after), shown)

    if len(both) < 3 or not moves:
        assert found is None
    else:
        assert found is not None
        assert found.share == pytest.approx(towards / moves)
        assert found.by_chance == pytest.approx(expected / moves)


@given(passes, passes, any_ballots, st.randoms(use_true_random=False))
def test_the_share_is_the_same_from_either_end_and_the_rest_in_the_opposite_direction(
    before: Ballots, after: Ballots, shown: Ballot, random: Random
) -> None:
    found = moved_toward(profile_of(before), profile_of(after), shown)
    over = moved_toward(
        profile_of(turned_over(shuffled(before, random))),
        profile_of(turned_over(shuffled(after, random))),
        shown[::-1],
    )
    away = moved_toward(profile_of(before), profile_of(after), shown[::-1])

    assert over == found
    assert (away is None) == (found is None)
    if found and away:
        assert away.share == pytest.approx(1 - found.share)
        assert away.by_chance == pytest.approx(1 - found.by_chance)


@pytest.mark.parametrize("people", [0, 1, 2])
def test_the_moves_of_fewer_than_three_are_not_told(people: int) -> None:
    assert of(["cba"] * people, ["abc"] * people, "abc") is None


def test_an_order_of_other_items_is_an_error() -> None:
    with pytest.raises(BallotError) as caught:
        of(["abc"], ["abc"], "abx")

    assert caught.value.fault is Fault.UNKNOWN_ITEM
