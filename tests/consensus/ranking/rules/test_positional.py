"""Borda's count and the median rank."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from statistics import median

from hypothesis import given as forall

from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.rules import borda, median_rank
from tests.consensus.ranking.rules.ballots import crowd, given, profiles, strict_profiles

TENNESSEE = crowd("mnck", (42, "mnck"), (26, "nckm"), (15, "cknm"), (17, "kcnm"))


def leads(profile: Profile, at: int) -> Iterator[tuple[int, int]]:
    """How many more items each person who ranked it puts below than above, with their count."""
    for row, count in zip(profile.places.tolist(), profile.counts.tolist(), strict=True):
        if row[at]:
            ranked = [place for place in row if place]
            yield sum((place > row[at]) - (place < row[at]) for place in ranked), count


# --- Borda ------------------------------------------------------------------------------------


@forall(profiles())
def test_borda_counts_places_above_less_places_below_in_voices(profile: Profile) -> None:
    expected = tuple(
        Fraction(sum(lead * count for lead, count in leads(profile, at)), profile.unit)
        for at in range(len(profile.items))
    )
    found = borda(count_pairs(profile))

    assert found.scores == expected
    assert sum(expected) == 0
    assert [[expected[profile.items.index(item)] for item in band] for band in found.bands] == [
        list(group) for _, group in groupby(sorted(expected, reverse=True))
    ]


@forall(strict_profiles())
def test_with_complete_orders_borda_is_the_usual_count(profile: Profile) -> None:
    size, people = len(profile.items), len(profile.people)
    usual = (size - profile.places).sum(axis=0).tolist()

    assert borda(count_pairs(profile)).scores == tuple(
        2 * points - people * (size - 1) for points in usual
    )


def test_borda_prefers_the_middle_of_tennessee() -> None:
    found = borda(count_pairs(TENNESSEE))

    assert found.bands == (("n",), ("c",), ("m",), ("k",))
    assert found.scores == (2 * 126 - 300, 2 * 194 - 300, 2 * 173 - 300, 2 * 107 - 300)


def test_borda_neither_rewards_nor_harms_an_item_that_is_left_out() -> None:
    found = borda(count_pairs(given("ab", items="abc")))

    assert found.bands == (("a",), ("c",), ("b",))


# --- median rank ------------------------------------------------------------------------------


@forall(profiles())
def test_the_median_is_that_of_places_written_out_one_by_one(profile: Profile) -> None:
    middle = Fraction(len(profile.items) + 1, 2)
    places = [
        [middle - Fraction(lead, 2) for lead, count in leads(profile, at) for _ in range(count)]
        for at in range(len(profile.items))
    ]
    expected = [median(found) if found else None for found in places]
    found = median_rank(profile)
    standing = [middle if place is None else place for place in expected]

    assert found.scores == tuple(expected)
    assert [[standing[profile.items.index(item)] for item in band] for band in found.bands] == [
        list(group) for _, group in groupby(sorted(standing))
    ]


def test_items_that_are_equal_share_their_places() -> None:
    profile = Profile.of("abcd", [("a", ("b", "c"), "d")])

    assert median_rank(profile).scores == (1, Fraction(5, 2), Fraction(5, 2), 4)


def test_an_even_split_between_two_places_is_half_way() -> None:
    assert median_rank(given("abc", "cab")).scores == (Fraction(3, 2), Fraction(5, 2), 2)


def test_who_ranked_few_items_speaks_of_these_alone() -> None:
    """The second of the two that were ranked is as far below the middle as the first above."""
    found = median_rank(given("ab", items="abcd"))

    assert found.scores == (2, 3, None, None)
    assert found.bands == (("a",), ("c", "d"), ("b",))


def test_a_heavier_ballot_moves_the_median() -> None:
    weights = {"ana": 3, "ben": 1, "cam": 1}
    profile = Profile.of("ab", {"ana": "ba", "ben": "ab", "cam": "ab"}, weights)

    assert median_rank(profile).bands == (("b",), ("a",))


def test_the_median_passes_over_a_wide_minority() -> None:
    profile = crowd("abcd", (3, "abcd"), (2, "bcda"))

    assert median_rank(profile).bands == (("a",), ("b",), ("c",), ("d",))
    assert borda(count_pairs(profile)).first == ("b",)


def test_many_items_are_counted_as_few_are() -> None:
    items = tuple(map(str, range(300)))

    assert median_rank(Profile.of(items, [items])).scores == tuple(range(1, 301))


def test_places_may_be_any_rising_numbers() -> None:
    small = Profile.of_places("ab", [[1, 2], [2, 1], [1, 0]])
    large = Profile.of_places("ab", [[70_000, 10**12], [5, 4], [10**15, 0]])

    assert median_rank(small) == median_rank(large)
