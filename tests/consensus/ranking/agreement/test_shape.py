"""Two camps, scattered, or together."""

from collections import Counter
from collections.abc import Sequence
from math import log2
from random import Random

import numpy as np
import pytest

from consensus.ranking.agreement.shape import Shape, shapes
from consensus.ranking.profile import Order, Profile

LETTERS = "abcdefghij"
UP, DOWN = LETTERS, LETTERS[::-1]


def shape_of(item: str, ballots: Sequence[Order]) -> Shape:
    found = shapes(Profile.of(LETTERS, ballots))
    assert found is not None
    assert [shape.item for shape in found] == list(LETTERS)
    return found[LETTERS.index(item)]


def rolled(by: int) -> str:
    """Everyone's order begins elsewhere, so that every item is once in every place."""
    return LETTERS[by:] + LETTERS[:by]


def test_half_who_put_it_first_and_half_who_put_it_last_are_two_camps() -> None:
    assert shape_of("a", [UP] * 5 + [DOWN] * 5) == Shape("a", 0.0, True, False)


def test_everyone_in_the_same_place_is_together() -> None:
    assert shape_of("a", [UP] * 10) == Shape("a", 1.0, False, False)


def test_one_in_every_place_is_scattered() -> None:
    found = shape_of("c", [rolled(by) for by in range(10)])

    assert (found.two_camps, found.scattered) == (False, True)
    assert found.consensus == pytest.approx(0.5, abs=0.01)


def test_one_lone_voice_is_no_camp() -> None:
    found = shape_of("a", [UP] * 9 + [DOWN])

    assert (found.two_camps, found.scattered) == (False, False)


def test_two_camps_in_the_middle_are_not_at_both_ends() -> None:
    # e is fourth for half and sixth for the others: they differ, and not by much.
    found = shape_of("e", ["abcedfghij"] * 5 + ["abcdfeghij"] * 5)

    assert not found.two_camps
    assert not found.scattered


def test_a_quarter_is_a_camp_and_fewer_are_not() -> None:
    assert shape_of("a", [UP] * 9 + [DOWN] * 3).two_camps
    assert not shape_of("a", [UP] * 10 + [DOWN] * 2).two_camps


def test_an_empty_third_parts_two_camps_and_less_does_not() -> None:
    def ballot(place: int) -> str:
        rest = LETTERS[1:]
        return rest[: place - 1] + "a" + rest[place - 1 :]

    apart = [ballot(place) for place in (1, 1, 2, 2, 3, 8, 9, 9, 10, 10)]
    bridged = [ballot(place) for place in (1, 1, 1, 1, 4, 7, 10, 10, 10, 10)]

    assert shape_of("a", apart).two_camps
    assert shape_of("a", bridged).consensus < 0.5
    assert (shape_of("a", bridged).two_camps, shape_of("a", bridged).scattered) == (False, True)


def test_consensus_is_what_its_published_formula_gives() -> None:
    random = Random(5)
    ballots = [random.sample(LETTERS, 10) for _ in range(23)]
    for item in LETTERS:
        counts = Counter(ballot.index(item) + 1 for ballot in ballots)
        mean = sum(place * count for place, count in counts.items()) / 23
        published = 1 + sum(
            count / 23 * log2(1 - abs(place - mean) / 9) for place, count in counts.items()
        )

        assert shape_of(item, [*ballots]).consensus == pytest.approx(published)


def test_the_shape_is_the_same_from_either_end_and_in_any_order_of_people() -> None:
    random = Random(6)
    ballots = [random.sample(LETTERS, 10) for _ in range(15)]
    ballots += [sorted(LETTERS), sorted(LETTERS, reverse=True)] * 5
    found = shapes(Profile.of(LETTERS, ballots))
    mixed = shapes(Profile.of(LETTERS, random.sample(ballots, len(ballots))))
    over = shapes(Profile.of(LETTERS, [ballot[::-1] for ballot in ballots]))

    assert mixed == found
    assert found is not None
    assert over is not None
    for one, other in zip(found, over, strict=True):
        assert other.consensus == pytest.approx(one.consensus)
        assert (other.two_camps, other.scattered) == (one.two_camps, one.scattered)


def test_items_that_people_find_equal_lie_in_the_middle() -> None:
    all_equal = [tuple(LETTERS)]

    assert shape_of("a", [all_equal] * 10) == Shape("a", 1.0, False, False)


def test_three_camps_are_not_two() -> None:
    ballots: list[Order] = [*[UP] * 4, *[DOWN] * 4, *[[tuple(LETTERS)]] * 3]

    assert shape_of("a", ballots).consensus < 0.5
    assert not shape_of("a", ballots).two_camps


@pytest.mark.parametrize("items", [3, 6, 10, 20])
def test_people_who_answer_at_random_rarely_look_like_two_camps(items: int) -> None:
    random = np.random.default_rng(7)
    flags = []
    for _ in range(100):
        places = np.argsort(random.random((10, items)), axis=1) + 1
        found = shapes(Profile.of_places([str(at) for at in range(items)], places))
        flags += [shape.two_camps for shape in found or ()]

    assert sum(flags) / len(flags) < 0.06


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("abc", [], id="nobody"),
        pytest.param("abc", ["abc"] * 9, id="nine people"),
        pytest.param("abc", ["abc"] * 9 + [""], id="nine people and one who abstains"),
        pytest.param("a", ["a"] * 20, id="one item"),
        pytest.param("abc", ["abc"] * 12 + ["ab"], id="an item left out"),
    ],
)
def test_where_places_cannot_be_compared_there_is_no_shape(items: str, ballots: list[str]) -> None:
    assert shapes(Profile.of(items, ballots)) is None
