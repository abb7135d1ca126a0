"""How differently items were placed, and by whom."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.spread import Spread, extremes, spreads, widest_first

LONE_VOICE = ("abcd", "abcd", "abcd", "dabc")
TWO_CAMPS = ("abcd", "abcd", "dabc", "dabc")


def test_given_four_ballots_when_spread_is_taken_then_it_is_what_was_made_by_hand() -> None:
    assert spreads("abcd", TWO_CAMPS)[3] == Spread(
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
    spread = spreads("abcd", LONE_VOICE)[3]

    assert spread.places == (1, 4, 4, 4)
    assert (spread.quarter_low, spread.median, spread.quarter_high) == (3.25, 4.0, 4.0)


def test_given_one_ballot_when_spread_is_taken_then_each_item_has_one_place() -> None:
    assert spreads("ab", ["ba"]) == (
        Spread("a", (2,), 2.0, 2.0, 2.0, 2, 2, 0.0, 0.0),
        Spread("b", (1,), 1.0, 1.0, 1.0, 1, 1, 0.0, 0.0),
    )


def test_given_no_ballots_when_spread_is_taken_then_there_is_none() -> None:
    assert spreads("abc", []) == ()
    assert widest_first("cab", []) == ("c", "a", "b")


@given(st.lists(st.permutations("abcde").map(tuple), min_size=1, max_size=7))
def test_given_any_ballots_when_spread_is_taken_then_its_figures_fit_together(
    ballots: list[tuple[str, ...]],
) -> None:
    taken = spreads("abcde", ballots)

    assert [spread.item for spread in taken] == list("abcde")
    for spread in taken:
        by_hand = sorted(ballot.index(spread.item) + 1 for ballot in ballots)
        distances = [abs(one - other) for one, other in combinations(by_hand, 2)]
        assert spread.places == tuple(by_hand)
        assert spread.apart == pytest.approx(sum(distances) / max(1, len(distances)))
        assert spread.low <= spread.quarter_low <= spread.median
        assert spread.median <= spread.quarter_high <= spread.high


@given(st.lists(st.permutations("abcde").map(tuple), max_size=7))
def test_given_any_ballots_when_ordered_widest_first_then_no_item_is_wider_than_one_before_it(
    ballots: list[tuple[str, ...]],
) -> None:
    apart = {spread.item: spread.apart for spread in spreads("abcde", ballots)}

    assert widest_first("abcde", ballots) == tuple(
        sorted("abcde", key=lambda item: (-apart.get(item, 0), item))
    )


def test_given_the_same_range_when_ordered_widest_first_then_two_camps_lead_a_lone_voice() -> None:
    # Both a and e have places from 1 to 5, but only over a is the room split in two.
    ballots = ["abcde", "abcde", "ebcda", "bcdae", "bcdea"]
    by_item = {spread.item: spread for spread in spreads("abcde", ballots)}
    widest, second, *_ = widest_first("eabcd", ballots)

    assert (by_item["a"].low, by_item["a"].high) == (by_item["e"].low, by_item["e"].high) == (1, 5)
    assert (widest, second) == ("a", "e")


def test_given_equally_wide_items_when_ordered_widest_first_then_they_keep_their_order() -> None:
    assert widest_first("ba", ["ab", "ba"]) == ("b", "a")
    assert widest_first("ab", ["ab", "ba"]) == ("a", "b")


def test_given_an_item_at_both_ends_when_asked_who_put_it_there_then_all_of_them_are_named() -> (
    None
):
    ballots = {"Ana": "abcd", "Ben": "dabc", "Cam": "bcad", "Dee": "dcba", "Eve": "abdc"}

    assert extremes("d", ballots) == (("Ben", "Dee"), ("Ana", "Cam"))


@pytest.mark.parametrize(
    "ballots",
    [
        pytest.param({"Ana": "abc", "Ben": "acb"}, id="all in the same place"),
        pytest.param({"Ana": "abc"}, id="one person"),
        pytest.param({}, id="nobody"),
    ],
)
def test_given_no_two_places_when_asked_who_put_it_there_then_nobody_is_named(
    ballots: dict[str, str],
) -> None:
    assert extremes("a", ballots) == ((), ())


def test_given_a_ballot_without_the_item_when_asked_who_put_it_there_then_it_is_an_error() -> None:
    with pytest.raises(ValueError, match="lacks the item"):
        extremes("d", {"Ana": "abcd", "Ben": "abc"})


def test_given_an_incomplete_ballot_when_spread_is_taken_then_it_is_an_error() -> None:
    for measure in (spreads, widest_first):
        with pytest.raises(ValueError, match="complete strict order"):
            measure("abc", ["abc", "ab"])
