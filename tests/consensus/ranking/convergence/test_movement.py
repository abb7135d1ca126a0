"""What people changed between two passes."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.convergence.movement import Movement, moved
from consensus.ranking.convergence.stability import flipped_pairs, stability
from consensus.ranking.convergence.toward import moved_toward
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
)

FIRST = {"Ana": "abcd", "Ben": "bacd", "Cam": "dcba"}

passes = st.dictionaries(st.sampled_from(PEOPLE), st.permutations(ITEMS).map(tuple))
any_passes = st.dictionaries(st.sampled_from(PEOPLE), any_ballots)


def between(before: Mapping[str, Order], after: Mapping[str, Order]) -> Movement:
    return moved(Profile.of(ITEMS, before), Profile.of(ITEMS, after))


def test_given_one_item_moved_when_compared_then_the_items_it_passed_are_named_too() -> None:
    movement = between(FIRST, {**FIRST, "Cam": "adcb"})

    assert movement.raised == {"a": ("Cam",)}
    assert movement.lowered == {"b": ("Cam",), "c": ("Cam",), "d": ("Cam",)}
    assert movement.people == ("Ana", "Ben", "Cam")
    assert movement.unchanged_people == ("Ana", "Ben")


def test_given_one_item_moved_when_compared_then_agreement_is_stated_for_both_passes() -> None:
    movement = between(FIRST, {**FIRST, "Cam": "adcb"})

    # Of 18 pairs of items, over three pairs of people, 6 were in the same order and 10 are now.
    assert movement.agreement_before == pytest.approx(6 / 18)
    assert movement.agreement_after == pytest.approx(10 / 18)


def test_given_several_who_moved_when_compared_then_they_keep_the_order_of_the_pass() -> None:
    movement = between(FIRST, {"Cam": "cdba", "Ben": "abcd", "Ana": "acbd"})

    assert movement.raised == {"a": ("Ben",), "c": ("Ana", "Cam")}
    assert movement.lowered == {"b": ("Ana", "Ben"), "d": ("Cam",)}
    assert movement.unchanged_people == ()


def test_given_people_who_came_or_left_when_compared_then_only_those_in_both_passes_count() -> None:
    stayed = {**FIRST, "Ana": "dcba"}
    movement = between({**FIRST, "left": "dcba"}, {"came": "abcd", **stayed})

    assert movement == between(FIRST, stayed)
    assert movement.people == ("Ana", "Ben", "Cam")


def test_given_fewer_than_three_in_both_passes_when_compared_then_agreement_is_not_stated() -> None:
    movement = between(FIRST, {"Ana": "abcd", "Ben": "abcd"})

    assert movement.people == ("Ana", "Ben")
    assert movement.agreement_before is None
    assert movement.agreement_after is None
    assert movement.raised == {"a": ("Ben",)}
    assert movement.unchanged_people == ("Ana",)


@pytest.mark.parametrize(("before", "after"), [({}, {}), (FIRST, {}), ({}, FIRST)])
def test_given_nobody_in_both_passes_when_compared_then_nothing_moved(
    before: dict[str, str], after: dict[str, str]
) -> None:
    assert between(before, after) == Movement(
        people=(),
        agreement_before=None,
        agreement_after=None,
        closer=None,
        raised={},
        lowered={},
        unchanged_people=(),
        most_changed=False,
        flipped=None,
        kept_top=None,
        toward=None,
        stability=None,
    )


@given(passes)
def test_given_the_same_pass_twice_when_compared_then_nobody_changed(
    ballots: dict[str, tuple[str, ...]],
) -> None:
    movement = between(ballots, ballots)

    assert movement.agreement_before == movement.agreement_after
    assert movement.raised == movement.lowered == {}
    assert movement.unchanged_people == movement.people == tuple(ballots)


@given(passes, passes)
def test_given_any_two_passes_when_compared_the_other_way_round_then_raised_is_lowered(
    before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]
) -> None:
    there, back = between(before, after), between(after, before)

    assert there.agreement_before == back.agreement_after
    assert {i: set(who) for i, who in there.raised.items()} == {
        i: set(who) for i, who in back.lowered.items()
    }
    assert set(there.unchanged_people) == set(back.unchanged_people)


@given(passes, passes)
def test_given_any_two_passes_when_compared_then_everyone_is_found_where_they_moved(
    before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]
) -> None:
    movement = between(before, after)

    for person in before.keys() & after.keys():
        for item in "abcd":
            steps = after[person].index(item) - before[person].index(item)
            assert (person in movement.raised.get(item, ())) == (steps < 0)
            assert (person in movement.lowered.get(item, ())) == (steps > 0)
        assert (person in movement.unchanged_people) == (before[person] == after[person])
    assert list(movement.raised) == sorted(movement.raised)
    assert list(movement.lowered) == sorted(movement.lowered)


# --- closer, stable, towards ------------------------------------------------------------------


def test_given_two_passes_when_compared_then_closer_is_by_how_much_agreement_rose() -> None:
    there, back = between(FIRST, {**FIRST, "Cam": "adcb"}), between({**FIRST, "Cam": "adcb"}, FIRST)

    assert there.closer == pytest.approx(4 / 18)
    assert back.closer == pytest.approx(-4 / 18)


def test_given_half_who_changed_when_compared_then_it_is_not_most_of_them() -> None:
    before = {**FIRST, "Dee": "abcd"}

    assert not between(before, {**before, "Ana": "bacd", "Ben": "abcd"}).most_changed
    assert between(FIRST, {**FIRST, "Ana": "bacd", "Ben": "abcd"}).most_changed


@given(any_passes, any_passes, any_ballots)
def test_given_any_two_passes_when_compared_then_the_figures_are_those_of_their_modules(
    before: Ballots, after: Ballots, shown: Ballot
) -> None:
    earlier, later = profile_of(before), profile_of(after)
    movement = moved(earlier, later, shown=shown)

    assert movement.flipped == flipped_pairs(earlier, later)
    assert movement.stability == stability(earlier, later)
    assert movement.toward == moved_toward(earlier, later, shown)


# --- each person's own first places -----------------------------------------------------------


def kept_top(before: Order, after: Order, top: int) -> bool:
    found = moved(Profile.of(ITEMS, {"Ana": before}), Profile.of(ITEMS, {"Ana": after}), top=top)
    return found.kept_top == ("Ana",)


def test_given_the_same_first_items_in_another_order_when_asked_then_they_were_kept() -> None:
    assert kept_top("abcd", "badc", top=2)
    assert not kept_top("abcd", "acbd", top=2)
    assert kept_top("abcd", "dcba", top=4)


def test_given_a_tie_across_the_border_when_it_is_broken_then_the_first_items_changed() -> None:
    level: Order = ["a", ("b", "c"), "d"]

    assert not kept_top(level, "abcd", top=2)
    assert kept_top(level, "abcd", top=1)
    assert kept_top(level, "abcd", top=3)
    assert kept_top(level, ["a", ("c", "b")], top=2)


def test_given_fewer_ranked_than_asked_about_when_one_is_added_then_the_first_items_changed() -> (
    None
):
    assert not kept_top("a", "ab", top=2)
    assert kept_top("ab", "abc", top=2)


@pytest.mark.parametrize("top", [0, 5])
def test_given_a_number_that_is_no_place_when_asked_about_then_it_is_an_error(top: int) -> None:
    with pytest.raises(BallotError) as caught:
        kept_top("abcd", "abcd", top)

    assert caught.value.fault is Fault.OUT_OF_RANGE


@given(passes, passes, st.integers(1, 4))
def test_given_any_two_passes_when_asked_who_kept_their_first_items_then_sets_tell(
    before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]], top: int
) -> None:
    movement = moved(Profile.of(ITEMS, before), Profile.of(ITEMS, after), top=top)

    assert movement.kept_top == tuple(
        person for person in movement.people if {*before[person][:top]} == {*after[person][:top]}
    )


# --- ties and items left out ------------------------------------------------------------------


def test_given_a_tie_that_was_broken_when_compared_then_one_rose_and_one_fell() -> None:
    movement = between({"Ana": ["a", ("b", "c"), "d"]}, {"Ana": "abcd"})

    assert (movement.raised, movement.lowered) == ({"b": ("Ana",)}, {"c": ("Ana",)})


def test_given_an_item_added_to_a_ballot_when_compared_then_the_others_have_not_moved() -> None:
    movement = between({"Ana": "ab"}, {"Ana": "cab"})

    assert (movement.raised, movement.lowered) == ({}, {})
    assert movement.unchanged_people == ()


def test_given_who_abstained_once_when_compared_then_they_do_not_count() -> None:
    assert between({**FIRST, "Dee": ""}, {**FIRST, "Dee": "abcd"}) == between(FIRST, FIRST)


@given(any_passes, any_passes)
def test_given_any_ballots_when_compared_then_moves_are_among_what_was_ranked_both_times(
    before: Ballots, after: Ballots
) -> None:
    movement = between(before, after)

    assert set(movement.people) == {
        person for person in before if before[person] and after.get(person)
    }
    for person in movement.people:
        both = set().union(*before[person]) & set().union(*after[person])
        for item in ITEMS:
            steps = (
                middle_place(after[person], item, both) - middle_place(before[person], item, both)
                if item in both
                else 0
            )
            assert (person in movement.raised.get(item, ())) == (steps < 0)
            assert (person in movement.lowered.get(item, ())) == (steps > 0)
        assert (person in movement.unchanged_people) == (before[person] == after[person])


def middle_place(ballot: Ballot, item: str, among: set[str]) -> float:
    left = [[each for each in group if each in among] for group in ballot]
    at = next(at for at, group in enumerate(left) if item in group)
    return sum(map(len, left[:at])) + (len(left[at]) + 1) / 2


@given(any_passes, any_passes, st.randoms(use_true_random=False))
def test_given_another_order_of_people_or_the_other_end_when_compared_then_it_mirrors(
    before: Ballots, after: Ballots, random: Random
) -> None:
    straight = between(before, after)
    over = between(turned_over(before), turned_over(shuffled(after, random)))

    assert over.people == straight.people
    assert (over.raised, over.lowered) == (straight.lowered, straight.raised)
    assert over.unchanged_people == straight.unchanged_people
    assert (over.closer, over.stability) == (straight.closer, straight.stability)


def test_given_items_listed_in_another_order_when_compared_then_nothing_changes() -> None:
    after = {**FIRST, "Cam": "adcb"}

    assert moved(Profile.of(ITEMS, FIRST), Profile.of(ITEMS[::-1], after)) == between(FIRST, after)


@pytest.mark.parametrize("items", ["abc", "abce", "abcde"])
def test_given_passes_over_other_items_when_compared_then_it_is_an_error(items: str) -> None:
    with pytest.raises(BallotError) as caught:
        moved(Profile.of(ITEMS, FIRST), Profile.of(items, {}))

    assert caught.value.fault is Fault.NOT_THE_SAME_ITEMS
