"""People's voices and agencies' voices, side by side."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.two_ways import two_ways

# Three of Health think alike; School and Police, one person each, think otherwise.
BALLOTS = {"Ana": "abc", "Ben": "abc", "Cam": "abc", "Dee": "bca", "Eve": "bac"}
AGENCIES = {"Ana": "Health", "Ben": "Health", "Cam": "Health", "Dee": "School", "Eve": "Police"}


def test_a_large_agency_outvotes_the_others_by_people_and_not_by_agencies() -> None:
    both = two_ways(Profile.of("abc", BALLOTS), AGENCIES, top=1)

    assert both.by_person.order == tuple("abc")
    assert both.by_agency.order == tuple("bac")
    assert both.in_question == ("a", "b")


def test_nothing_is_in_question_where_both_ways_agree() -> None:
    both = two_ways(Profile.of("abc", BALLOTS), AGENCIES, top=2)

    assert both.in_question == ()


def test_an_agencys_voice_is_shared_by_those_of_its_people_who_answered() -> None:
    ballots = {**BALLOTS, "Ben": ()}

    both = two_ways(Profile.of("abc", ballots), AGENCIES, top=1)

    # Of Health, Ana and Cam have half a voice each: a is before b for 1 voice, against 2.
    assert both.by_agency.cost == 1 + 1
    assert both.by_person.cost == 2 + 1 + 0


def test_weights_that_ballots_carry_are_left_aside() -> None:
    heavy = {person: Fraction(9 if person == "Dee" else 1, 2) for person in BALLOTS}
    weighted = Profile.of("abc", BALLOTS, heavy)

    assert two_ways(weighted, AGENCIES, 1) == two_ways(Profile.of("abc", BALLOTS), AGENCIES, 1)


@given(st.lists(st.permutations("abcd"), min_size=1, max_size=6))
def test_where_each_agency_is_one_person_both_ways_are_the_same(orders: list[list[str]]) -> None:
    profile = Profile.of("abcd", orders)

    both = two_ways(profile, {person: f"of {person}" for person in profile.people}, top=2)

    assert both.by_person == both.by_agency == combine(count_pairs(profile))
    assert both.in_question == ()


@pytest.mark.parametrize(
    ("agencies", "top", "fault"),
    [({"Ana": "Health"}, 1, Fault.UNKNOWN_PERSON), (AGENCIES, 0, Fault.OUT_OF_RANGE)],
)
def test_what_cannot_be_counted_is_refused(
    agencies: dict[str, str], top: int, fault: Fault
) -> None:
    with pytest.raises(BallotError) as refused:
        two_ways(Profile.of("abc", BALLOTS), agencies, top)

    assert refused.value.fault is fault
