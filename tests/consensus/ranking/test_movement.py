"""What people changed between two passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.movement import Movement, moved

FIRST = {"Ana": "abcd", "Ben": "bacd", "Cam": "dcba"}

passes = st.dictionaries(st.sampled_from("PQRSTU"), st.permutations("abcd").map(tuple))


def test_given_one_item_moved_when_compared_then_the_items_it_passed_are_named_too() -> None:
    movement = moved(FIRST, {**FIRST, "Cam": "adcb"})

    assert movement.raised == {"a": ("Cam",)}
    assert movement.lowered == {"b": ("Cam",), "c": ("Cam",), "d": ("Cam",)}
    assert movement.people == ("Ana", "Ben", "Cam")
    assert movement.unchanged_people == ("Ana", "Ben")


def test_given_one_item_moved_when_compared_then_agreement_is_stated_for_both_passes() -> None:
    movement = moved(FIRST, {**FIRST, "Cam": "adcb"})

    # Of 18 pairs of items, over three pairs of people, 6 were in the same order and 10 are now.
    assert movement.agreement_before == pytest.approx(6 / 18)
    assert movement.agreement_after == pytest.approx(10 / 18)


def test_given_several_who_moved_when_compared_then_they_keep_the_order_of_the_pass() -> None:
    movement = moved(FIRST, {"Cam": "cdba", "Ben": "abcd", "Ana": "acbd"})

    assert movement.raised == {"a": ("Ben",), "c": ("Ana", "Cam")}
    assert movement.lowered == {"b": ("Ana", "Ben"), "d": ("Cam",)}
    assert movement.unchanged_people == ()


def test_given_people_who_came_or_left_when_compared_then_only_those_in_both_passes_count() -> None:
    stayed = {**FIRST, "Ana": "dcba"}
    movement = moved({**FIRST, "left": "dcba"}, {"came": "abcd", **stayed})

    assert movement == moved(FIRST, stayed)
    assert movement.people == ("Ana", "Ben", "Cam")


def test_given_fewer_than_three_in_both_passes_when_compared_then_agreement_is_not_stated() -> None:
    movement = moved(FIRST, {"Ana": "abcd", "Ben": "abcd"})

    assert movement.people == ("Ana", "Ben")
    assert movement.agreement_before is None
    assert movement.agreement_after is None
    assert movement.raised == {"a": ("Ben",)}
    assert movement.unchanged_people == ("Ana",)


@pytest.mark.parametrize(("before", "after"), [({}, {}), (FIRST, {}), ({}, FIRST)])
def test_given_nobody_in_both_passes_when_compared_then_nothing_moved(
    before: dict[str, str], after: dict[str, str]
) -> None:
    assert moved(before, after) == Movement(
        people=(),
        agreement_before=None,
        agreement_after=None,
        raised={},
        lowered={},
        unchanged_people=(),
    )


@given(passes)
def test_given_the_same_pass_twice_when_compared_then_nobody_changed(
    ballots: dict[str, tuple[str, ...]],
) -> None:
    movement = moved(ballots, ballots)

    assert movement.agreement_before == movement.agreement_after
    assert movement.raised == movement.lowered == {}
    assert movement.unchanged_people == movement.people == tuple(ballots)


@given(passes, passes)
def test_given_any_two_passes_when_compared_the_other_way_round_then_raised_is_lowered(
    before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]
) -> None:
    there, back = moved(before, after), moved(after, before)

    assert there.agreement_before == back.agreement_after
    assert {i: set(who) for i, who in there.raised.items()} == {
        i: set(who) for i, who in back.lowered.items()
    }
    assert set(there.unchanged_people) == set(back.unchanged_people)


@given(passes, passes)
def test_given_any_two_passes_when_compared_then_everyone_is_found_where_they_moved(
    before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]
) -> None:
    movement = moved(before, after)

    for person in before.keys() & after.keys():
        for item in "abcd":
            steps = after[person].index(item) - before[person].index(item)
            assert (person in movement.raised.get(item, ())) == (steps < 0)
            assert (person in movement.lowered.get(item, ())) == (steps > 0)
        assert (person in movement.unchanged_people) == (before[person] == after[person])
    assert list(movement.raised) == sorted(movement.raised)
    assert list(movement.lowered) == sorted(movement.lowered)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"Ana": "abc"}, {"Ana": "abd"}, id="other items in the second pass"),
        pytest.param({"Ana": "abc"}, {"Ben": "ab"}, id="an incomplete order, though of a newcomer"),
        pytest.param({"Ana": "aab"}, {"Ana": "aab"}, id="an item twice"),
    ],
)
def test_given_passes_that_are_not_orders_of_the_same_items_when_compared_then_it_is_an_error(
    before: dict[str, str], after: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match=r"complete strict order|named twice"):
        moved(before, after)
