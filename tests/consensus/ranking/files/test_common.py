"""What all kinds of ranking files share."""

from fractions import Fraction

import pytest

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.common import (
    MOST_ITEMS,
    MOST_PEOPLE,
    MOST_PLACES,
    check_room,
    groups_of,
    read_weight,
    weights_of,
    without_mark,
)
from consensus.ranking.profile import Profile


def test_the_byte_order_mark_is_taken_away_once_and_only_at_the_start() -> None:
    assert without_mark("\ufeffa\ufeff") == "a\ufeff"
    assert without_mark("a") == "a"


def test_there_is_room_up_to_the_limits() -> None:
    check_room(MOST_PEOPLE, MOST_PLACES // MOST_PEOPLE)
    check_room(MOST_PLACES // MOST_ITEMS, MOST_ITEMS)
    check_room(0, 0)


@pytest.mark.parametrize(
    ("people", "items"),
    [(MOST_PEOPLE + 1, 1), (1, MOST_ITEMS + 1), (MOST_PEOPLE, MOST_PLACES // MOST_PEOPLE + 1)],
)
def test_there_is_no_room_above_the_limits(people: int, items: int) -> None:
    with pytest.raises(BallotError) as error:
        check_room(people, items, 7)

    assert (error.value.fault, error.value.line) == (Fault.OUT_OF_RANGE, 7)


@pytest.mark.parametrize(
    ("text", "weight"),
    [("2", 2), ("0.5", 0.5), ("1/3", Fraction(1, 3)), ("6/3", 2), ("007", 7), ("0.0001", 0.0001)],
)
def test_weights_are_read(text: str, weight: float) -> None:
    assert read_weight(text) == weight


def test_a_fraction_stays_exact() -> None:
    assert read_weight("1/999999999999999") == Fraction(1, 999999999999999)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.VOICE_NOT_A_NUMBER),
        ("secret", Fault.VOICE_NOT_A_NUMBER),
        ("1,5", Fault.VOICE_NOT_A_NUMBER),
        ("1.5/2", Fault.VOICE_NOT_A_NUMBER),
        ("1/0", Fault.VOICE_NOT_A_NUMBER),
        ("nan", Fault.VOICE_NOT_A_NUMBER),
        ("1e9", Fault.VOICE_NOT_A_NUMBER),
        ("9" * 400, Fault.VOICE_NOT_A_NUMBER),
        ("0", Fault.VOICE_NOT_ABOVE_ZERO),
        ("0.0", Fault.VOICE_NOT_ABOVE_ZERO),
        ("0/5", Fault.VOICE_NOT_ABOVE_ZERO),
        ("-1", Fault.VOICE_NOT_ABOVE_ZERO),
        ("-1/2", Fault.VOICE_NOT_ABOVE_ZERO),
    ],
)
def test_what_is_no_weight_is_an_error_that_does_not_quote_it(text: str, fault: Fault) -> None:
    with pytest.raises(BallotError) as error:
        read_weight(text, 3)

    assert (error.value.fault, error.value.line) == (fault, 3)
    assert "secret" not in str(error.value)


def test_weights_of_a_profile_are_its_voices() -> None:
    profile = Profile.of("ab", {"Ana": "ab", "Ben": "b"}, {"Ana": 2, "Ben": Fraction(1, 3)})

    assert weights_of(profile) == [2, Fraction(1, 3)]


def test_places_are_turned_into_groups() -> None:
    assert groups_of([3, 0, 1, 3]) == ((2,), (0, 3))
    assert groups_of([0, 0]) == ()
