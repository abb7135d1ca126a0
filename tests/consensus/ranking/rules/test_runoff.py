"""Instant run-off, against a count by hand."""

from fractions import Fraction

from hypothesis import given as forall

from consensus.ranking.profile import Profile
from consensus.ranking.rules import instant_runoff
from tests.consensus.ranking.rules.ballots import (
    as_sets,
    crowd,
    given,
    profiles,
    strict_profiles,
)


def recount(profile: Profile) -> list[set[str]]:
    """Round by round on the ballots as people gave them: the bands, best first."""
    weights = dict(zip(profile.people, profile.counts.tolist(), strict=True))
    ballots = {person: profile.ballot(person) for person in profile.people}
    left = set(profile.items)
    gone: list[set[str]] = []
    while left:
        votes = dict.fromkeys(left, 0)
        for person, ballot in ballots.items():
            for group in ballot:
                if still_in := left & set(group):
                    for item in still_in:
                        votes[item] += weights[person]
                    break
        out = {item for item in left if votes[item] == min(votes.values())}
        gone.append(out)
        left -= out
    return gone[::-1]


@forall(profiles(most_people=7))
def test_the_rounds_are_those_of_a_recount_by_hand(profile: Profile) -> None:
    assert as_sets(instant_runoff(profile).bands) == recount(profile)


@forall(strict_profiles())
def test_with_complete_orders_whoever_is_first_for_most_wins(profile: Profile) -> None:
    firsts = (profile.places == 1).sum(axis=0).tolist()

    for item, votes in zip(profile.items, firsts, strict=True):
        assert 2 * votes <= len(profile.people) or instant_runoff(profile).first == (item,)


def test_the_smallest_cities_of_tennessee_go_out_first() -> None:
    profile = crowd("mnck", (42, "mnck"), (26, "nckm"), (15, "cknm"), (17, "kcnm"))

    assert instant_runoff(profile).bands == (("k",), ("m",), ("n",), ("c",))


def test_all_that_are_lowest_go_out_together() -> None:
    profile = crowd("abcd", (4, "abcd"), (3, "bacd"), (2, "cbad"), (2, "dbac"))
    found = instant_runoff(profile)

    assert found.bands == (("b",), ("a",), ("c", "d"))
    assert found.places == ((2, 2), (1, 1), (3, 4), (3, 4))


def test_those_left_with_the_same_count_share_the_first_place() -> None:
    assert instant_runoff(given("abc", "cba")).bands == (("a", "c"), ("b",))


def test_items_that_are_first_together_each_count_in_full() -> None:
    profile = Profile.of("abc", [(("a", "b"), "c"), (("a", "b"), "c"), "cab", "cab", "cba"])

    assert instant_runoff(profile).bands == (("c",), ("a", "b"))


def test_a_ballot_counts_for_nothing_once_none_of_its_items_is_left() -> None:
    """When c goes out, its one ballot names nobody else: b keeps its lead."""
    profile = given("ab", "ab", "ba", "ba", "ba", "c")

    assert instant_runoff(profile).bands == (("b",), ("a",), ("c",))


def test_ballots_count_with_their_weight() -> None:
    weights = {"ana": Fraction(1, 2), "ben": Fraction(1, 3), "cam": Fraction(1, 3)}
    profile = Profile.of("abc", {"ana": "abc", "ben": "bca", "cam": "cba"}, weights)

    assert instant_runoff(profile).bands == (("a",), ("b", "c"))


def test_an_item_alone_is_first_even_without_ballots() -> None:
    assert instant_runoff(given("", items="a")).bands == (("a",),)
