"""Who is furthest from the others and on what, held against counting by hand."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.agreement.furthest import (
    Furthest,
    FurthestAgency,
    distances_to_others,
    furthest,
    furthest_agency,
)
from consensus.ranking.agreement.pairs import pair_agreement
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.made_ballots import (
    ITEMS,
    PEOPLE,
    Ballot,
    Ballots,
    any_groups,
    profile_of,
    renamed,
    shuffled,
    strict_groups,
    turned_over,
    way,
    ways,
)

AGENCIES = dict(zip(PEOPLE, ("north", "north", "south", "south", "east", "east"), strict=True))


def of(items: str, ballots: dict[str, Order]) -> Furthest | None:
    return furthest(Profile.of(items, ballots))


# --- one person -------------------------------------------------------------------------------


def test_given_one_who_moved_one_item_when_asked_who_is_furthest_then_both_are_named() -> None:
    ballots: dict[str, Order] = {"Ana": "abcd", "Ben": "abcd", "Cam": "dabc", "Dee": "abcd"}

    assert of("abcd", ballots) == Furthest(person="Cam", distance=0.5, items=("d",))


def test_given_one_who_reversed_all_when_asked_on_what_then_no_item_is_picked_out() -> None:
    ballots: dict[str, Order] = {"Ana": "abcd", "Ben": "abcd", "Cam": "dcba"}

    assert of("dabc", ballots) == Furthest(person="Cam", distance=1.0, items=("d", "a", "b", "c"))


def test_given_two_equally_far_when_asked_who_is_furthest_then_nobody_is_singled_out() -> None:
    assert of("abcd", {"Ana": "abcd", "Ben": "abcd", "Cam": "dabc", "Dee": "dabc"}) is None


def test_given_everyone_alike_when_asked_who_is_furthest_then_nobody_is_singled_out() -> None:
    assert of("abc", dict.fromkeys(("Ana", "Ben", "Cam"), "cab")) is None


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("abc", [], id="nobody"),
        pytest.param("abc", ["abc", "cba"], id="two people"),
        pytest.param("abc", ["abc", "cba", ""], id="two people and one who abstains"),
        pytest.param("a", ["a"] * 5, id="one item"),
        pytest.param("abcd", ["ab", "bc", "cd"], id="nothing that two people ordered"),
        pytest.param("abc", [[tuple("abc")]] * 4, id="all equal for everyone"),
    ],
)
def test_given_too_little_to_compare_when_asked_who_is_furthest_then_nobody_is(
    items: str, ballots: list[Order]
) -> None:
    profile = Profile.of(items, ballots)

    assert furthest(profile) is None
    assert distances_to_others(profile) == dict.fromkeys(profile.people)


def test_given_one_who_said_almost_nothing_when_asked_who_is_furthest_then_it_is_not_they() -> None:
    profile = Profile.of("abcd", {"Ana": "abcd", "Ben": "abcd", "Cam": "abdc", "Dee": "ba"})
    found = furthest(profile)

    assert distances_to_others(profile)["Dee"] == 1
    assert found is not None
    assert found.person == "Cam"


def against_others(own: Ballot, others: Iterable[Ballot]) -> list[int]:
    return [sign for other in others for sign in ways(own, other)]


def carrying_most(people: Iterable[Ballot], others: Iterable[Ballot]) -> tuple[str, ...]:
    couples = list(product(people, others))
    carried = dict.fromkeys(ITEMS, 0)
    for pair in combinations(ITEMS, 2):
        opposite = sum((way(a, *pair) or 0) * (way(b, *pair) or 0) == -1 for a, b in couples)
        for item in pair:
            carried[item] += opposite
    return tuple(item for item in ITEMS if carried[item] == max(carried.values()))


@given(any_groups)
def test_given_any_ballots_when_everyones_distance_is_taken_then_it_is_what_counting_finds(
    ballots: Ballots,
) -> None:
    found = distances_to_others(profile_of(ballots))
    answered = sum(map(bool, ballots.values()))

    assert list(found) == list(ballots)
    for person, own in ballots.items():
        signs = against_others(own, (b for other, b in ballots.items() if other != person))
        if answered < 3 or not signs:
            assert found[person] is None
        else:
            assert found[person] == signs.count(-1) / len(signs)


@given(any_groups)
def test_given_any_ballots_when_asked_who_is_furthest_then_it_is_what_counting_by_hand_finds(
    ballots: Ballots,
) -> None:
    compared = {
        person: against_others(own, (b for other, b in ballots.items() if other != person))
        for person, own in ballots.items()
    }
    enough = max(map(len, compared.values())) / 2
    shares = {
        person: Fraction(signs.count(-1), len(signs))
        for person, signs in compared.items()
        if signs and len(signs) >= enough
    }
    names = [person for person, share in shares.items() if share == max(shares.values())]
    found = furthest(profile_of(ballots))

    if len(names) != 1 or sum(map(bool, ballots.values())) < 3:
        assert found is None
    else:
        [name] = names
        others = [ballot for person, ballot in ballots.items() if person != name]
        assert found == Furthest(name, float(shares[name]), carrying_most([ballots[name]], others))


@given(strict_groups)
def test_given_strict_ballots_when_distances_are_averaged_then_it_is_what_they_do_not_agree_on(
    ballots: Ballots,
) -> None:
    found = [far or 0 for far in distances_to_others(profile_of(ballots)).values()]
    agreement = pair_agreement(count_pairs(profile_of(ballots)))

    assert agreement is not None
    assert sum(found) / len(found) == pytest.approx(1 - agreement)


@given(any_groups, st.randoms(use_true_random=False))
def test_given_other_names_or_another_order_when_asked_again_then_the_same_is_found(
    ballots: Ballots, random: Random
) -> None:
    profile, mixed = profile_of(ballots), profile_of(turned_over(shuffled(ballots, random)))
    swapped = dict(zip(ITEMS, "DACB", strict=True))
    named = Profile.of("DACB", renamed(ballots, swapped.__getitem__))

    assert distances_to_others(mixed) == distances_to_others(profile)
    assert furthest(mixed) == furthest(profile)
    one, other = furthest(profile), furthest(named)
    assert (one is None) == (other is None)
    if one and other:
        assert (other.person, other.distance) == (one.person, one.distance)
        assert other.items == tuple(swapped[item] for item in one.items)


# --- agencies ---------------------------------------------------------------------------------


def agency(
    ballots: dict[str, Order], agencies: dict[str, str], even_of_one: bool = False
) -> FurthestAgency | None:
    return furthest_agency(Profile.of("abcd", ballots), agencies, even_of_one)


THREE: dict[str, Order] = {
    "P": "abcd",
    "Q": "abcd",
    "R": "abcd",
    "S": "abdc",
    "T": "dabc",
    "U": "dabc",
}


def test_given_an_agency_of_one_view_when_asked_which_is_furthest_then_it_and_its_item_are() -> (
    None
):
    # Against each of P, Q, R three of six pairs differ, against S two.
    assert agency(THREE, AGENCIES) == FurthestAgency("east", (3 * 3 + 2) / 24, ("d",))


def test_given_a_person_alone_in_an_agency_when_asked_then_they_are_named_only_on_request() -> None:
    agencies = {**AGENCIES, "T": "west", "U": "south"}
    ballots: dict[str, Order] = {**THREE, "T": "dcba", "U": "abcd"}

    found = agency(ballots, agencies)
    assert found is not None
    assert found.agency != "west"
    asked = agency(ballots, agencies, even_of_one=True)
    assert asked is not None
    assert asked.agency == "west"


def test_given_two_agencies_when_asked_which_is_furthest_then_it_is_neither() -> None:
    assert agency(THREE, {**AGENCIES, "T": "north", "U": "north"}) is None


@pytest.mark.parametrize(
    ("ballots", "agencies"),
    [
        pytest.param({}, {}, id="nobody"),
        pytest.param({"P": "abcd", "Q": "dcba"}, {"P": "north", "Q": "south"}, id="two people"),
        pytest.param(THREE, dict.fromkeys(PEOPLE, "north"), id="one agency"),
        pytest.param(THREE, dict(zip(PEOPLE, "uvwxyz", strict=True)), id="agencies of one"),
        pytest.param(dict.fromkeys(PEOPLE, "abcd"), AGENCIES, id="everyone alike"),
        pytest.param(dict.fromkeys(PEOPLE, "a"), AGENCIES, id="nothing compared"),
    ],
)
def test_given_nothing_to_single_out_when_asked_for_an_agency_then_there_is_none(
    ballots: dict[str, Order], agencies: dict[str, str]
) -> None:
    assert agency(ballots, agencies) is None


def test_given_a_person_without_an_agency_when_asked_then_it_is_an_error() -> None:
    with pytest.raises(BallotError) as caught:
        agency(THREE, {"P": "north"})

    assert caught.value.fault is Fault.UNKNOWN_PERSON


def test_given_people_who_did_not_answer_when_asked_then_their_agency_does_not_matter() -> None:
    more = {**THREE, "away": ()}

    assert agency(more, {**AGENCIES, "elsewhere": "north"}) == agency(THREE, AGENCIES)


@given(any_groups, st.randoms(use_true_random=False))
def test_given_any_ballots_when_asked_for_an_agency_then_it_is_what_counting_by_hand_finds(
    ballots: Ballots, random: Random
) -> None:
    said = {person: ballot for person, ballot in ballots.items() if ballot}
    found = furthest_agency(profile_of(shuffled(ballots, random)), AGENCIES)
    inside = {
        name: [b for p, b in said.items() if AGENCIES[p] == name] for name in AGENCIES.values()
    }
    outside = {
        name: [b for p, b in said.items() if AGENCIES[p] != name] for name in AGENCIES.values()
    }
    signs = {
        name: [sign for own in people for sign in against_others(own, outside[name])]
        for name, people in inside.items()
        if len(people) > 1 and outside[name]
    }
    evidence = {
        name: Fraction(len(found), len(inside[name]) * len(outside[name]))
        for name, found in signs.items()
    }
    shares = {
        name: Fraction(found.count(-1), len(found))
        for name, found in signs.items()
        if found and evidence[name] >= max(evidence.values()) / 2
    }
    names = [name for name, share in shares.items() if share == max(shares.values())]

    if len(signs) < 2 or len(names) != 1:
        assert found is None
    else:
        [name] = names
        assert found == FurthestAgency(
            name, float(shares[name]), carrying_most(inside[name], outside[name])
        )
