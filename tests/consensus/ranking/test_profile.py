"""Ballots as they were given, and as a table of numbers."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import (
    FINEST_WEIGHT,
    MOST_COUNTS,
    Order,
    Profile,
    Weight,
    one_agency_one_voice,
    positions_of,
    voices,
    write_places,
)

ITEMS = ("trust", "money", "time")

# An order of some of four items, some of them equal.
Groups = list[tuple[str, ...]]


@st.composite
def orders(draw: st.DrawFn) -> Groups:
    shuffled = draw(st.permutations("abcd"))
    kept = shuffled[: draw(st.integers(0, 4))]
    groups: Groups = []
    for item in kept:
        equal = draw(st.booleans())
        if groups and equal:
            groups[-1] = (*groups[-1], item)
        else:
            groups.append((item,))
    return groups


def table(*rows: list[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    return np.array(rows, dtype=np.int64)


def fault_of(make: Callable[[], object]) -> Fault:
    with pytest.raises(BallotError) as error:
        make()
    assert "secret" not in str(error.value)
    assert error.value.line is None
    return error.value.fault


# --- orders become places ---------------------------------------------------------------------


def test_the_first_has_place_1_and_equal_items_have_the_same() -> None:
    profile = Profile.of(ITEMS, [("time", ("trust", "money")), ("money", "time", "trust")])

    assert profile.places.tolist() == [[2, 2, 1], [3, 1, 2]]


def test_an_item_left_out_has_place_0() -> None:
    assert Profile.of(ITEMS, [("time",), ("time", "trust")]).places.tolist() == [
        [0, 0, 1],
        [2, 0, 1],
    ]


def test_items_left_out_lie_below_all_others_and_equal_when_asked_for() -> None:
    profile = Profile.of(ITEMS, [("time",), ("time", "trust"), ITEMS, ()], not_ranked="below")

    assert profile.places.tolist() == [[2, 2, 1], [2, 3, 1], [1, 2, 3], [0, 0, 0]]


def test_an_order_of_nothing_is_an_abstention_with_and_without_a_view_on_the_rest() -> None:
    for profile in (Profile.of(ITEMS, [()]), Profile.of(ITEMS, [()], not_ranked="below")):
        assert profile.places.tolist() == [[0, 0, 0]]
        assert profile.answered == ()
        assert profile.ballot("1") == ()


def test_people_have_the_names_they_are_given_or_else_numbers() -> None:
    assert Profile.of("ab", {"Ana": "ab", "Ben": "ba"}).people == ("Ana", "Ben")
    assert Profile.of("ab", ["ab", "ba"]).people == ("1", "2")
    assert Profile.of_places("ab", [[1, 2], [2, 1]]).people == ("1", "2")
    assert Profile.of_places("ab", [[1, 2]], ["Ana"]).people == ("Ana",)


def test_there_may_be_nobody_and_there_may_be_one_item() -> None:
    nobody = Profile.of("ab", {})
    one = Profile.of(["a"], ["a", ()])

    assert nobody.places.shape == (0, 2)
    assert nobody.answered == ()
    assert one.places.tolist() == [[1], [0]]


@given(st.lists(orders(), max_size=4))
def test_ballots_are_given_back_as_they_were_given(given_orders: list[Groups]) -> None:
    profile = Profile.of("abcd", given_orders)

    for person, order in zip(profile.people, given_orders, strict=True):
        assert [set(group) for group in profile.ballot(person)] == [set(group) for group in order]


@given(orders(), st.permutations("abcd"))
def test_what_items_are_called_and_where_they_are_listed_changes_no_place(
    order: Groups, items: list[str]
) -> None:
    renamed = [[item.upper() for item in group] for group in order]

    listed = Profile.of("abcd", [order]).places[0]
    moved = Profile.of([item.upper() for item in items], [renamed]).places[0]

    assert moved.tolist() == [listed["abcd".index(item)] for item in items]


@given(orders())
def test_below_places_every_item_of_who_ranked_any_and_changes_nothing_among_those(
    order: Groups,
) -> None:
    plain = Profile.of("abcd", [order])
    below = Profile.of("abcd", [order], not_ranked="below")
    rest = set("abcd").difference(*order)

    assert below.complete == bool(order)
    assert below.ballot("1")[: len(order)] == plain.ballot("1")
    assert {item for group in below.ballot("1")[len(order) :] for item in group} == (
        rest if order else set()
    )


# --- a table of places ------------------------------------------------------------------------


def test_only_the_order_of_the_numbers_in_a_table_matters() -> None:
    profile = Profile.of_places("abc", [[7, 0, 3], [5, 5, 40_000]])

    assert profile.ballot("1") == (("c",), ("a",))
    assert profile.ballot("2") == (("a", "b"), ("c",))


def test_whole_numbers_of_any_type_are_taken() -> None:
    for given_table in ([[1.0, 2.0]], np.array([[1, 2]], dtype=np.uint8), ((1, 2),)):
        profile = Profile.of_places("ab", given_table)
        assert profile.places.dtype == np.int64
        assert profile.places.tolist() == [[1, 2]]


def test_a_table_that_was_given_stays_the_callers_own() -> None:
    mine = table([1, 2])

    profile = Profile.of_places("ab", mine)
    mine[0, 0] = 9

    assert profile.places.tolist() == [[1, 2]]


def test_what_a_profile_holds_cannot_be_changed() -> None:
    profile = Profile.of("ab", ["ab"])

    for held in (profile.places, profile.counts, profile.only(["1"]).places):
        with pytest.raises(ValueError, match="read-only"):
            held[0] = 1
    with pytest.raises(AttributeError):
        profile.unit = 2  # type: ignore[misc]


# --- questions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ballots", "complete", "strict"),
    [
        (["abc", "cab"], True, True),
        ([["c", ("b",), "a"]], True, True),
        ([[("a", "b"), "c"], "abc"], True, False),
        (["abc", "ab"], False, False),
        (["abc", ()], False, False),
        ([], True, True),
    ],
)
def test_complete_and_strict_say_whether_anything_is_left_out_or_equal(
    ballots: list[Order], complete: bool, strict: bool
) -> None:
    profile = Profile.of("abc", ballots)

    assert (profile.complete, profile.strict) == (complete, strict)


def test_those_who_ranked_anything_have_answered() -> None:
    profile = Profile.of("ab", {"Ana": "ab", "Ben": (), "Cam": "b"})

    assert profile.answered == ("Ana", "Cam")


def test_a_ballot_is_found_by_its_person() -> None:
    profile = Profile.of("ab", {"Ana": "ab", "Ben": "b"})

    assert profile.row("Ben") == 1
    assert profile.ballot("Ben") == (("b",),)


def test_a_part_of_the_people_keeps_its_order_ballots_and_weights() -> None:
    weights: dict[str, Weight] = {"Ana": Fraction(1, 2), "Ben": 1, "Cam": Fraction(1, 3)}
    profile = Profile.of("ab", {"Ana": "ab", "Ben": (), "Cam": "ba"}, weights)

    part = profile.only(iter(["Cam", "Ana", "Cam"]))

    assert part.people == ("Ana", "Cam")
    assert part.places.tolist() == [[1, 2], [2, 1]]
    assert [voices(count, part.unit) for count in part.counts.tolist()] == [
        Fraction(1, 2),
        Fraction(1, 3),
    ]
    assert profile.only([]).people == ()
    assert profile.only(profile.people).places.tolist() == profile.places.tolist()


# --- weights ----------------------------------------------------------------------------------


def test_without_weights_everyone_has_one_voice() -> None:
    profile = Profile.of("ab", ["ab", ()])

    assert profile.counts.tolist() == [1, 1]
    assert profile.unit == 1


def test_weights_become_whole_counts_of_a_common_unit() -> None:
    weights: dict[str, Weight] = {"Ana": 2, "Ben": 0.25, "Cam": Fraction(1, 3)}

    profile = Profile.of("ab", dict.fromkeys(weights, "ab"), weights)

    assert profile.unit == 12
    assert profile.counts.tolist() == [24, 3, 4]


@pytest.mark.parametrize(
    ("weight", "exact"),
    [
        (1 / 3, Fraction(1, 3)),
        (0.1, Fraction(1, 10)),
        (1 / FINEST_WEIGHT, Fraction(1, FINEST_WEIGHT)),
        (np.float64(0.75), Fraction(3, 4)),
        (Fraction(1, 10**9), Fraction(1, 10**9)),
        (True, 1),
        (MOST_COUNTS, MOST_COUNTS),
    ],
)
def test_a_weight_is_counted_exactly(weight: Weight, exact: Weight) -> None:
    profile = Profile.of_places("ab", [[1, 2]], ["Ana"], {"Ana": weight})

    assert voices(int(profile.counts[0]), profile.unit) == exact


@given(st.lists(st.fractions(Fraction(1, 9), 9, max_denominator=9), min_size=1, max_size=4))
def test_any_weights_are_counted_exactly_in_the_smallest_unit(
    given_weights: list[Fraction],
) -> None:
    people = [str(at) for at in range(len(given_weights))]
    weights: dict[str, Weight] = dict(zip(people, given_weights, strict=True))

    profile = Profile.of("ab", dict.fromkeys(people, "ab"), weights)

    assert [Fraction(count, profile.unit) for count in profile.counts.tolist()] == given_weights
    assert np.gcd.reduce([*profile.counts.tolist(), profile.unit]) == 1


def test_each_agency_has_one_voice_shared_by_its_people() -> None:
    agencies = {"Ana": "police", "Ben": "health", "Cam": "police", "Dee": "police"}

    weights = one_agency_one_voice(agencies)

    assert weights == {
        "Ana": Fraction(1, 3),
        "Ben": 1,
        "Cam": Fraction(1, 3),
        "Dee": Fraction(1, 3),
    }
    assert one_agency_one_voice({}) == {}
    assert Profile.of("a", dict.fromkeys(agencies, "a"), weights).counts.tolist() == [1, 3, 1, 1]


def test_counts_are_given_as_voices() -> None:
    assert voices(6, 3) == 2
    assert isinstance(voices(6, 3), int)
    assert voices(1, 3) == Fraction(1, 3)
    assert voices(0, 3) == 0


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "ballots", "fault"),
    [
        ([], [], Fault.NO_ITEMS),
        (["secret", "secret"], [], Fault.ITEM_NAMED_TWICE),
        ("ab", [("a", "secret")], Fault.UNKNOWN_ITEM),
        ("ab", [(("a", "secret"),)], Fault.UNKNOWN_ITEM),
        (["secret"], [("secret", "secret")], Fault.REPEATED_ITEM),
        (["secret"], [(("secret", "secret"),)], Fault.REPEATED_ITEM),
        ("ab", ["ab", ("a", ())], Fault.EMPTY_GROUP),
    ],
)
def test_ballots_that_cannot_be_used_are_refused_and_stay_private(
    items: list[str], ballots: list[Order], fault: Fault
) -> None:
    assert fault_of(lambda: Profile.of(items, ballots)) is fault


@pytest.mark.parametrize(
    "places",
    [[[1]], [[1, 2, 3]], [1, 2], [[1], [1, 2]], [[1, -1]], [[1, 1.5]], [[1, float("inf")]], ["ab"]],
)
def test_a_table_that_does_not_fit_the_items_is_refused(places: list[Any]) -> None:
    assert fault_of(lambda: Profile.of_places("ab", places)) is Fault.PLACES_DO_NOT_FIT


def test_a_table_that_does_not_fit_the_people_is_refused() -> None:
    people = ["Ana", "Ben"]

    assert fault_of(lambda: Profile.of_places("ab", [[1, 2]], people)) is Fault.PLACES_DO_NOT_FIT


def test_a_person_named_twice_is_refused() -> None:
    places, names = [[1, 2], [2, 1]], ["secret", "secret"]

    assert fault_of(lambda: Profile.of_places("ab", places, names)) is Fault.PERSON_NAMED_TWICE
    assert (
        fault_of(lambda: Profile.of_places("ab", places, names, {"secret": 2}))
        is Fault.PERSON_NAMED_TWICE
    )


@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        ({}, Fault.UNKNOWN_PERSON),
        ({"Ana": 1, "secret": 1}, Fault.UNKNOWN_PERSON),
        ({"Ana": 0}, Fault.VOICE_NOT_ABOVE_ZERO),
        ({"Ana": -1}, Fault.VOICE_NOT_ABOVE_ZERO),
        ({"Ana": 1e-9}, Fault.VOICE_NOT_ABOVE_ZERO),
        ({"Ana": float("nan")}, Fault.VOICE_NOT_A_NUMBER),
        ({"Ana": float("inf")}, Fault.VOICE_NOT_A_NUMBER),
        ({"Ana": "secret"}, Fault.VOICE_NOT_A_NUMBER),
        ({"Ana": None}, Fault.VOICE_NOT_A_NUMBER),
        ({"Ana": MOST_COUNTS + 1}, Fault.VOICES_TOO_FINE),
        ({"Ana": Fraction(MOST_COUNTS + 1, MOST_COUNTS)}, Fault.VOICES_TOO_FINE),
    ],
)
def test_weights_that_cannot_be_counted_are_refused(weights: dict[str, Any], fault: Fault) -> None:
    assert fault_of(lambda: Profile.of("ab", {"Ana": "ab"}, weights)) is fault
    assert fault_of(lambda: Profile.of_places("ab", [[1, 2]], ["Ana"], weights)) is fault


@pytest.mark.parametrize("counts", [[0], [-1], [1, 1], []])
def test_counts_that_no_weights_give_are_refused(counts: list[int]) -> None:
    table_of_counts = np.array(counts, dtype=np.int64)

    assert (
        fault_of(lambda: Profile(("a",), ("Ana",), table([1]), table_of_counts))
        is Fault.VOICE_NOT_ABOVE_ZERO
    )


def test_somebody_without_a_ballot_is_an_error_and_not_an_abstention() -> None:
    profile = Profile.of("ab", {"Ana": "ab"})

    assert fault_of(lambda: profile.ballot("secret")) is Fault.UNKNOWN_PERSON
    assert fault_of(lambda: profile.row("secret")) is Fault.UNKNOWN_PERSON
    assert fault_of(lambda: profile.only(["Ana", "secret"])) is Fault.UNKNOWN_PERSON


# --- parts that others use --------------------------------------------------------------------


def test_items_have_their_positions() -> None:
    assert positions_of(ITEMS) == {"trust": 0, "money": 1, "time": 2}


def test_an_order_is_written_into_a_row_of_zeros() -> None:
    row = np.zeros(3, dtype=np.int64)

    write_places(row, ("time", ("trust",)), positions_of(ITEMS), "below")

    assert row.tolist() == [2, 3, 1]
