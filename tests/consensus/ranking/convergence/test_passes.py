"""Two passes brought together."""

import numpy as np
import pytest
from hypothesis import given

from consensus.ranking.convergence.passes import in_both, same_orders, with_items_of
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Profile
from tests.consensus.ranking.made_ballots import Ballots, any_groups, profile_of


def test_only_people_who_answered_in_both_are_left_in_the_order_of_the_first() -> None:
    before = Profile.of("abc", {"Ana": "abc", "Ben": "bca", "Cam": "cab", "Dee": "", "Eve": "abc"})
    after = Profile.of("abc", {"Eve": "", "Dee": "abc", "Ben": "b", "Fay": "abc", "Ana": "cba"})
    stayed, later = in_both(before, after)

    assert stayed.people == later.people == ("Ana", "Ben")
    assert [later.ballot(person) for person in later.people] == [
        (("c",), ("b",), ("a",)),
        (("b",),),
    ]


def test_items_and_weights_come_along() -> None:
    before = Profile.of("abc", {"Ana": "abc", "Ben": "bca"})
    after = Profile.of("cab", {"Ben": "bca", "Ana": "cab"}, {"Ana": 2, "Ben": 5})
    stayed, later = in_both(before, after)

    assert stayed.items == later.items == tuple("abc")
    assert later.places.tolist() == [[2, 3, 1], [3, 1, 2]]
    assert later.counts.tolist() == [2, 5]


def test_the_same_items_in_the_same_order_are_left_as_they_are() -> None:
    before, after = Profile.of("ab", ["ab"]), Profile.of("ab", ["ba"])

    assert with_items_of(before, after) is after


@pytest.mark.parametrize("items", ["abd", "ab", "abcd"])
def test_other_items_are_an_error(items: str) -> None:
    with pytest.raises(BallotError) as caught:
        in_both(Profile.of("abc", []), Profile.of(items, []))

    assert caught.value.fault is Fault.NOT_THE_SAME_ITEMS


@given(any_groups, any_groups)
def test_a_ballot_is_the_same_when_it_says_the_same(before: Ballots, after: Ballots) -> None:
    stayed, later = in_both(profile_of(before), profile_of(after))
    gaps = Profile.of_places(later.items, later.places * 3, later.people)

    expected = [before[person] == after[person] for person in stayed.people]
    assert same_orders(stayed, later).tolist() == same_orders(stayed, gaps).tolist() == expected
    assert np.array_equal(same_orders(later, stayed), same_orders(stayed, later))
