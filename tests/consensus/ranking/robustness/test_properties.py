"""Laws that what people could alter obeys, whoever they are and whatever they say."""

from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.robustness import Absence, Change, Robustness, absent, robustness
from tests.consensus.ranking.made_ballots import Ballot
from tests.consensus.ranking.robustness.by_hand import (
    PARTS,
    absences,
    agencies,
    changes,
    drawn,
    groups_of,
    safety,
    strict_groups_of,
    weighted,
    with_more,
)

some_groups = groups_of("abcd", most=6)


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3))
def test_what_few_missing_could_alter_more_could_too(ballots: list[Ballot], top: int) -> None:
    pairs = count_pairs(Profile.of("abcd", ballots))

    by_part = zip(*(safety(pairs, missing, top) for missing in range(7)), strict=True)

    assert all(list(answers) == sorted(answers, reverse=True) for answers in by_part)


@pytest.mark.parametrize("size", [7, 12, 16])
def test_many_items_what_few_missing_could_alter_is_never_safe_from_more(size: int) -> None:
    for people in (5, 8):
        pairs = count_pairs(drawn(size, people, noise=3.0, random=Random(people)))
        for answers in zip(*(safety(pairs, missing, 5) for missing in range(8)), strict=True):
            if False in answers:
                assert True not in answers[answers.index(False) :]


@pytest.mark.parametrize("size", [7, 10, 14, 16])
def test_one_change_of_mind_is_worth_no_more_than_two_who_were_missing(size: int) -> None:
    profile = drawn(size, 11, noise=3.0, random=Random(size))
    found, pairs = robustness(profile, 5), count_pairs(profile)

    for part, change in zip(PARTS, changes(found), strict=True):
        if change.at_most is not None:
            assert getattr(absent(pairs, 2 * change.at_most, 5), part).safe is not True


@settings(max_examples=15)
@given(ballots=strict_groups_of("abcd", most=7), more=st.integers(1, 3))
def test_more_people_with_the_best_order_never_make_the_order_easier_to_alter(
    ballots: list[Ballot], more: int
) -> None:
    profile = Profile.of("abcd", ballots)
    best = combine(count_pairs(profile))
    assume(best.unique)

    after = with_more(profile, best.order, more)

    assert robustness(profile, 2).order.at_least <= robustness(after, 2).order.at_least


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), missing=st.integers(0, 4))
def test_three_times_the_people_stand_up_to_three_times_the_missing(
    ballots: list[Ballot], top: int, missing: int
) -> None:
    once, thrice = (count_pairs(Profile.of("abcd", ballots * times)) for times in (1, 3))

    assert safety(once, missing, top) == safety(thrice, 3 * missing, top)


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), weight=st.sampled_from([2, Fraction(3, 7)]))
def test_if_everyone_counts_the_same_it_does_not_matter_how_much(
    ballots: list[Ballot], top: int, weight: int | Fraction
) -> None:
    alike = Profile.of("abcd", ballots)
    heavy = weighted(alike, [Fraction(weight)] * len(ballots))

    assert robustness(alike, top) == robustness(heavy, top)
    assert absent(count_pairs(alike), 2, top) == absent(count_pairs(heavy), 2 * weight, top)


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), seed=st.integers(0, 99))
def test_it_does_not_matter_what_items_and_people_are_called(
    ballots: list[Ballot], top: int, seed: int
) -> None:
    names = dict(zip("abcd", Random(seed).sample("wxyz", 4), strict=True))
    called = [tuple(tuple(names[item] for item in group) for group in own) for own in ballots]
    other = Profile.of(list(names.values()), {f"person {at}": own for at, own in enumerate(called)})
    own = Profile.of("abcd", ballots)

    for one, again in zip(
        changes(robustness(own, top)), changes(robustness(other, top)), strict=True
    ):
        ballot = tuple(names[item] for item in one.ballot)
        assert Change(one.at_least, one.at_most, ballot) == again
    for absence, also in zip(
        absences(absent(count_pairs(own), 2, top)),
        absences(absent(count_pairs(other), 2, top)),
        strict=True,
    ):
        assert Absence(absence.safe, tuple(names[item] for item in absence.ballot)) == also


def bounds(found: Robustness) -> list[tuple[int, int | None]]:
    return [(change.at_least, change.at_most) for change in changes(found)]


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), seed=st.integers(0, 99))
def test_it_does_not_matter_who_answered_first(ballots: list[Ballot], top: int, seed: int) -> None:
    weights = agencies(len(ballots), Random(seed))
    came = list(zip(ballots, weights, strict=True))
    other = Random(seed).sample(came, len(came))
    one, two = (
        weighted(Profile.of("abcd", [own for own, _ in order]), [weight for _, weight in order])
        for order in (came, other)
    )

    assert bounds(robustness(one, top)) == bounds(robustness(two, top))
    assert absent(count_pairs(one), 1, top) == absent(count_pairs(two), 1, top)


def test_it_does_not_matter_who_answered_first_where_several_ballots_would_do() -> None:
    ballots = ["abdc", "bacd", "dabc", "cabd"]

    found = [robustness(Profile.of("abcd", order), 3) for order in permutations(ballots)]

    assert found == found[:1] * 24


@pytest.mark.parametrize("size", [5, 7, 10])
def test_it_does_not_matter_in_which_order_items_are_given(size: int) -> None:
    for people in (5, 8):
        random = Random(size * people)
        profile = drawn(size, people, noise=3.0, random=random)
        ballots = [profile.ballot(person) for person in profile.people]
        shuffled = Profile.of(random.sample(profile.items, size), ballots)

        one, other = robustness(profile, 3), robustness(shuffled, 3)

        for change, again in zip(changes(one), changes(other), strict=True):
            assert change.at_least == again.at_least
            assert not (change.exact and again.exact) or change.at_most == again.at_most
        for missing in (1, 3):
            assert safety(count_pairs(profile), missing, 3) == safety(
                count_pairs(shuffled), missing, 3
            )


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), missing=st.integers(0, 4))
def test_turned_over_the_first_is_the_last(ballots: list[Ballot], top: int, missing: int) -> None:
    own, turned = (Profile.of("abcd", [ballot[::way] for ballot in ballots]) for way in (1, -1))

    first, of_top, last, order = safety(count_pairs(own), missing, top)
    least = [change.at_least for change in changes(robustness(own, top))]

    assert safety(count_pairs(turned), missing, 4 - top) == [last, of_top, first, order]
    assert [change.at_least for change in changes(robustness(turned, 4 - top))] == [
        least[2],
        least[1],
        least[0],
        least[3],
    ]


@settings(max_examples=15)
@given(ballots=some_groups, missing=st.integers(0, 4))
def test_a_top_of_one_is_the_first_and_a_top_of_all_but_one_is_the_last(
    ballots: list[Ballot], missing: int
) -> None:
    profile = Profile.of("abcd", ballots)

    one, three = robustness(profile, 1), robustness(profile, 3)

    assert one.top == one.first == three.first
    assert three.top == three.last == one.last
    assert one.order == three.order
    assert (
        safety(count_pairs(profile), missing, 1)[1] == safety(count_pairs(profile), missing, 3)[0]
    )


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), missing=st.integers(0, 4))
def test_an_order_is_never_harder_to_alter_than_a_part_of_it(
    ballots: list[Ballot], top: int, missing: int
) -> None:
    profile = Profile.of("abcd", ballots)

    *parts, order = safety(count_pairs(profile), missing, top)

    assert not order or all(parts)
