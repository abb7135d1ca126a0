"""How differently items were placed, and by whom."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.agreement.spread import Spread, extremes, spreads, widest_first
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.made_ballots import ITEMS, Ballots, any_groups, profile_of, shuffled

LONE_VOICE = ("abcd", "abcd", "abcd", "dabc")
TWO_CAMPS = ("abcd", "abcd", "dabc", "dabc")

strict = st.permutations("abcde").map(tuple)


def test_given_four_ballots_when_spread_is_taken_then_it_is_what_was_made_by_hand() -> None:
    assert spreads(Profile.of("abcd", TWO_CAMPS))[3] == Spread(
        item="d",
        places=(1, 1, 4, 4),
        median=2.5,
        quarter_low=1.0,
        quarter_high=4.0,
        low=1,
        high=4,
        deviation=1.5,
        apart=2.0,
    )


def test_given_a_quarter_between_two_places_when_spread_is_taken_then_it_lies_there() -> None:
    spread = spreads(Profile.of("abcd", LONE_VOICE))[3]

    assert (spread.quarter_low, spread.median, spread.quarter_high) == (3.25, 4.0, 4.0)
    assert spread.places == (1, 4, 4, 4)


def test_given_one_ballot_when_spread_is_taken_then_each_item_has_one_place() -> None:
    assert spreads(Profile.of("ab", ["ba"])) == (
        Spread("a", (2,), 2.0, 2.0, 2.0, 2, 2, 0.0, 0.0),
        Spread("b", (1,), 1.0, 1.0, 1.0, 1, 1, 0.0, 0.0),
    )


def test_given_no_ballots_when_spread_is_taken_then_there_is_none() -> None:
    assert spreads(Profile.of("abc", [])) == ()
    assert widest_first(Profile.of("cab", [])) == ("c", "a", "b")


@given(st.lists(strict, min_size=1, max_size=7))
def test_given_strict_ballots_when_spread_is_taken_then_its_figures_fit_together(
    ballots: list[tuple[str, ...]],
) -> None:
    taken = spreads(Profile.of("abcde", ballots))

    assert [spread.item for spread in taken] == list("abcde")
    for spread in taken:
        by_hand = sorted(ballot.index(spread.item) + 1 for ballot in ballots)
        distances = [abs(one - other) for one, other in combinations(by_hand, 2)]
        assert spread.places == tuple(by_hand)
        assert {type(place) for place in (*spread.places, spread.low, spread.high)} == {int}
        assert spread.apart == pytest.approx(sum(distances) / max(1, len(distances)))
        assert spread.low <= spread.quarter_low <= spread.median
        assert spread.median <= spread.quarter_high <= spread.high


def places_by_hand(ballots: Ballots) -> dict[str, dict[str, float]]:
    """By item, the place of everyone who placed it; equal items share their middle place."""
    found: dict[str, dict[str, float]] = {item: {} for item in ITEMS}
    for person, ballot in ballots.items():
        taken = 0
        for group in ballot:
            for item in group:
                found[item][person] = taken + (len(group) + 1) / 2
            taken += len(group)
    return found


@given(any_groups)
def test_given_ties_and_items_left_out_when_spread_is_taken_then_it_is_of_those_who_placed_it(
    ballots: Ballots,
) -> None:
    by_hand = {item: who for item, who in places_by_hand(ballots).items() if who}
    taken = spreads(profile_of(ballots))

    assert [spread.item for spread in taken] == list(by_hand)
    for spread, who in zip(taken, by_hand.values(), strict=True):
        distances = [abs(one - other) for one, other in combinations(who.values(), 2)]
        assert spread.places == tuple(sorted(who.values()))
        assert (spread.low, spread.high) == (min(who.values()), max(who.values()))
        assert spread.apart == pytest.approx(sum(distances) / max(1, len(distances)))
        mean = sum(who.values()) / len(who)
        squares = sum((place - mean) ** 2 for place in who.values())
        assert spread.deviation == pytest.approx((squares / len(who)) ** 0.5)


@given(any_groups, st.randoms(use_true_random=False))
def test_given_people_in_another_order_when_spread_is_taken_then_it_is_the_same(
    ballots: Ballots, random: Random
) -> None:
    mixed = profile_of(shuffled(ballots, random))

    assert spreads(mixed) == spreads(profile_of(ballots))
    assert widest_first(mixed) == widest_first(profile_of(ballots))


@given(any_groups)
def test_given_everyone_twice_when_spread_is_taken_then_the_middle_stays(ballots: Ballots) -> None:
    twice = Profile.of(ITEMS, [*ballots.values()] * 2)

    for once, again in zip(spreads(profile_of(ballots)), spreads(twice), strict=True):
        assert (again.median, again.low, again.high) == (once.median, once.low, once.high)
        assert again.deviation == pytest.approx(once.deviation)


@given(any_groups)
def test_given_any_ballots_when_ordered_widest_first_then_no_item_is_wider_than_one_before_it(
    ballots: Ballots,
) -> None:
    apart = {spread.item: spread.apart for spread in spreads(profile_of(ballots))}

    assert widest_first(profile_of(ballots)) == tuple(
        sorted(ITEMS, key=lambda item: (-apart.get(item, 0), item))
    )


def test_given_the_same_range_when_ordered_widest_first_then_two_camps_lead_a_lone_voice() -> None:
    # Both a and e have places from 1 to 5, but only over a is the room split in two.
    ballots = ["abcde", "abcde", "ebcda", "bcdae", "bcdea"]
    by_item = {spread.item: spread for spread in spreads(Profile.of("abcde", ballots))}
    widest, second, *_ = widest_first(Profile.of("eabcd", ballots))

    assert (by_item["a"].low, by_item["a"].high) == (by_item["e"].low, by_item["e"].high) == (1, 5)
    assert (widest, second) == ("a", "e")


def test_given_equally_wide_items_when_ordered_widest_first_then_they_keep_their_order() -> None:
    assert widest_first(Profile.of("ba", ["ab", "ba"])) == ("b", "a")
    assert widest_first(Profile.of("ab", ["ab", "ba"])) == ("a", "b")


def test_given_fewer_people_who_placed_one_when_ordered_then_the_mean_distance_decides() -> None:
    # Two people put d two places apart; a has more distance in all, but less for each pair.
    ballots: list[Order] = ["abc", "acb", "bac", "cab", "dab", "abd"]
    profile = Profile.of("abcd", ballots)
    apart = {spread.item: spread.apart for spread in spreads(profile)}

    assert apart["d"] == 2
    assert widest_first(profile)[0] == "d"


def test_given_an_item_at_both_ends_when_asked_who_put_it_there_then_all_of_them_are_named() -> (
    None
):
    ballots = {"Ana": "abcd", "Ben": "dabc", "Cam": "bcad", "Dee": "dcba", "Eve": "abdc"}

    assert extremes(Profile.of("abcd", ballots), "d") == (("Ben", "Dee"), ("Ana", "Cam"))


@given(any_groups)
def test_given_any_ballots_when_asked_who_put_it_there_then_it_is_what_looking_finds(
    ballots: Ballots,
) -> None:
    for item, who in places_by_hand(ballots).items():
        low, high = min(who.values(), default=0), max(who.values(), default=0)
        named = [tuple(p for p, place in who.items() if place == end) for end in (low, high)]

        assert extremes(profile_of(ballots), item) == (tuple(named) if low != high else ((), ()))


@pytest.mark.parametrize(
    "ballots",
    [
        pytest.param({"Ana": "abc", "Ben": "acb"}, id="all in the same place"),
        pytest.param({"Ana": "abc"}, id="one person"),
        pytest.param({"Ana": "bc", "Ben": ""}, id="placed by nobody"),
        pytest.param({}, id="nobody"),
    ],
)
def test_given_no_two_places_when_asked_who_put_it_there_then_nobody_is_named(
    ballots: dict[str, str],
) -> None:
    assert extremes(Profile.of("abc", ballots), "a") == ((), ())


def test_given_an_unknown_item_when_asked_who_put_it_there_then_it_is_an_error() -> None:
    with pytest.raises(BallotError) as caught:
        extremes(Profile.of("abc", ["abc"]), "d")

    assert caught.value.fault is Fault.UNKNOWN_ITEM
