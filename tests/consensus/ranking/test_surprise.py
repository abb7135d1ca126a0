"""How far guesses lie from orders, beyond how far these lie apart."""

from random import Random

import pytest

from consensus.ranking.surprise import surprise

ITEMS = tuple("abcdefghi")
FORWARDS, BACKWARDS = ITEMS, ITEMS[::-1]


def drawn(lots: Random, people: int, centre: tuple[str, ...] = ITEMS) -> list[tuple[str, ...]]:
    """Return orders around a centre: each item a few places off, by lot."""
    return [
        tuple(sorted(centre, key=lambda item: centre.index(item) + lots.gauss(0, 2)))
        for _ in range(people)
    ]


def test_guesses_the_other_way_round_are_wholly_a_surprise() -> None:
    found = surprise(ITEMS, [BACKWARDS] * 4, [FORWARDS] * 4)

    assert found is not None
    assert found.value == 1.0
    assert found.chance < 0.05  # of the 70 ways to deal eight, this one and no other


def test_who_knows_what_all_think_is_not_surprised() -> None:
    found = surprise(ITEMS, [FORWARDS] * 4, [FORWARDS] * 4)

    assert found is not None
    assert (found.value, found.chance) == (0.0, 1.0)


def test_how_far_a_group_lies_apart_is_taken_off() -> None:
    """Nobody can guess two halves at once: half of the pairs is what they differ by themselves."""
    found = surprise(ITEMS, [FORWARDS, BACKWARDS] * 3, [FORWARDS, BACKWARDS] * 3)

    assert found is not None
    assert found.value == pytest.approx(0.5 - 0.6)


def test_guesses_drawn_like_the_orders_come_to_nothing_on_average() -> None:
    lots = Random(1)
    found = [surprise(ITEMS, drawn(lots, 5), drawn(lots, 7)) for _ in range(200)]
    values = [each.value for each in found if each]
    chance = [each.chance <= 0.05 for each in found if each]

    assert sum(values) / len(values) == pytest.approx(0, abs=0.01)
    assert sum(chance) / len(chance) <= 0.08  # 5 in 100, as far as 200 can tell


def test_orders_that_leave_items_out_are_compared_by_what_they_have_in_common() -> None:
    one, other = ("a", "b", "c"), ("b", "c", "d")
    found = surprise(tuple("abcd"), [one[::-1]] * 2, [one, other])

    assert found is not None
    assert found.value == 1.0


def test_nothing_can_be_said_of_too_little() -> None:
    assert surprise(ITEMS, [], [FORWARDS] * 4) is None
    assert surprise(ITEMS, [FORWARDS], [FORWARDS]) is None
    assert surprise(tuple("abcd"), [("a", "b")], [("c", "d")] * 2) is None


def test_the_same_is_drawn_the_same_way_twice() -> None:
    lots = Random(2)
    guesses, orders = drawn(lots, 5), drawn(lots, 6, BACKWARDS)

    assert surprise(ITEMS, guesses, orders) == surprise(ITEMS, guesses, orders)
