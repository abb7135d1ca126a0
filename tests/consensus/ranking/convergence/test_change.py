"""How much of a change of agreement is people changing their minds."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.agreement.pairs import pair_agreement
from consensus.ranking.convergence.change import AgreementChange, agreement_change
from consensus.ranking.errors import BallotError
from consensus.ranking.pairwise import count_pairs
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
)

people = st.sampled_from(PEOPLE)
strict_passes = st.dictionaries(people, strict_ballots, min_size=3)
any_passes = st.dictionaries(people, any_ballots)


def of(before: Ballots, after: Ballots) -> AgreementChange | None:
    return agreement_change(profile_of(before), profile_of(after))


def agreement(ballots: Ballots) -> float | None:
    return pair_agreement(count_pairs(profile_of(ballots)))


def given_orders(**orders: str) -> dict[str, Order]:
    return dict(orders)


def test_a_change_of_minds_among_the_same_people_is_all_convergence() -> None:
    before = Profile.of("abc", given_orders(Ana="abc", Ben="abc", Cam="cba"))
    after = Profile.of("abc", given_orders(Ana="abc", Ben="abc", Cam="abc"))

    assert agreement_change(before, after) == AgreementChange(1 / 3, 1, 2 / 3, 0)


def test_one_who_differed_and_left_is_no_convergence() -> None:
    before = Profile.of("abc", given_orders(Ana="abc", Ben="abc", Cam="abc", Dee="cba"))
    after = Profile.of("abc", given_orders(Ana="abc", Ben="abc", Cam="abc"))

    assert agreement_change(before, after) == AgreementChange(1 / 2, 1, 0, 1 / 2)


def test_who_abstains_the_second_time_has_left() -> None:
    before = given_orders(Ana="abc", Ben="acb", Cam="abc", Dee="cba")
    gone = {person: order for person, order in before.items() if person != "Dee"}
    silent = Profile.of("abc", {**before, "Dee": ""})

    assert agreement_change(Profile.of("abc", before), silent) == agreement_change(
        Profile.of("abc", before), Profile.of("abc", gone)
    )


def by_hand(before: Ballots, after: Ballots) -> tuple[float, float]:
    """Both parts, each the mean of its effect before and after the other has happened."""
    stayed = [person for person in before if person in after]
    left = {person: before[person] for person in before if person not in stayed}
    joined = {person: after[person] for person in after if person not in stayed}
    old = {person: before[person] for person in stayed}
    new = {person: after[person] for person in stayed}

    def among(*groups: Ballots) -> float:
        found = agreement({p: b for group in groups for p, b in group.items()})
        assert found is not None
        return found

    minds = among(new, left) - among(old, left) + among(new, joined) - among(old, joined)
    others = among(old, joined) - among(old, left) + among(new, joined) - among(new, left)
    return minds / 2, others / 2


@given(strict_passes, strict_passes)
def test_the_two_parts_are_what_counting_by_hand_finds_and_add_up(
    before: Ballots, after: Ballots
) -> None:
    found = of(before, after)

    if len(before.keys() & after.keys()) < 3:
        assert found is None
        return
    assert found is not None
    minds, others = by_hand(before, after)
    assert (found.before, found.after) == (agreement(before), agreement(after))
    assert found.changed_minds == pytest.approx(minds)
    assert found.joined_or_left == pytest.approx(others)
    assert found.changed_minds + found.joined_or_left == pytest.approx(found.after - found.before)


@given(any_passes, any_passes, st.randoms(use_true_random=False))
def test_there_and_back_only_the_sign_changes(
    before: Ballots, after: Ballots, random: Random
) -> None:
    there = of(before, after)
    back = of(turned_over(shuffled(after, random)), turned_over(before))

    assert (there is None) == (back is None)
    if there and back:
        assert back == AgreementChange(
            there.after, there.before, -there.changed_minds, -there.joined_or_left
        )


@given(any_passes, any_passes)
def test_without_changed_minds_or_without_other_people_that_part_is_nothing(
    before: Ballots, after: Ballots
) -> None:
    same_minds = of(before, after | {p: b for p, b in before.items() if p in after})
    same_people = of(before, before | {p: b for p, b in after.items() if p in before and b})

    assert same_minds is None or same_minds.changed_minds == 0
    # Who abstained the first time and speaks now has joined.
    if all(before.values()):
        assert same_people is None or same_people.joined_or_left == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({}, {}, id="nobody"),
        pytest.param(
            given_orders(P="abcd", Q="abcd", R="abcd"),
            given_orders(P="abcd", Q="dcba", S="abcd"),
            id="two people in both",
        ),
        pytest.param(
            given_orders(P="abcd", Q="abcd", R="abcd"),
            given_orders(P="a", Q="a", R="a"),
            id="nothing compared the second time",
        ),
    ],
)
def test_with_too_little_to_compare_there_is_no_split(
    before: dict[str, Order], after: dict[str, Order]
) -> None:
    assert agreement_change(Profile.of(ITEMS, before), Profile.of(ITEMS, after)) is None


def test_other_items_are_an_error() -> None:
    with pytest.raises(BallotError):
        agreement_change(Profile.of("ab", []), Profile.of("ac", []))
