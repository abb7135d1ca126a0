"""Seatings, p-values and their correction, held against listing and counting everything."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.tables.permutation import (
    EXACT_UP_TO,
    Figures,
    Seats,
    Verdict,
    each_way,
    holm,
    p_values,
    seatings,
    smallest_supported,
    verdict,
)

fractions = st.fractions(0, 1, max_denominator=40)


def seats_of(sizes: tuple[int, ...]) -> list[int]:
    return [table for table, size in enumerate(sizes) for _ in range(size)]


@pytest.mark.parametrize(
    "sizes", [(2, 2), (3, 2), (2, 2, 1), (2, 1, 1, 1), (1, 1, 1), (4,), (3, 3)]
)
def test_every_seating_is_tried_once_while_they_are_few(sizes: tuple[int, ...]) -> None:
    found = seatings(sizes, draws=5, seed=1)
    rows = list(map(tuple, found.tables.tolist()))

    assert found.exact
    assert len(rows) == len(set(rows))
    assert set(rows) == set(permutations(seats_of(sizes)))


def test_eight_against_eight_is_exact_and_nine_against_nine_is_drawn() -> None:
    assert len(seatings((8, 8), 10, 1).tables) == 12_870 <= EXACT_UP_TO
    assert seatings((8, 8), 10, 1).exact
    assert not seatings((9, 9), 10, 1).exact


def test_drawn_seatings_keep_the_sizes_of_tables_and_depend_on_the_seed() -> None:
    found = seatings((9, 8, 7), 50, 1)

    assert found.tables.shape == (50, 24)
    assert {tuple(np.bincount(row).tolist()) for row in found.tables} == {(9, 8, 7)}
    assert np.array_equal(seatings((9, 8, 7), 50, 1).tables, found.tables)
    assert not np.array_equal(seatings((9, 8, 7), 50, 2).tables, found.tables)


def test_the_order_in_which_sizes_are_given_does_not_matter() -> None:
    assert np.array_equal(seatings((3, 2), 5, 1).tables, seatings((2, 3), 5, 1).tables)
    assert np.array_equal(seatings((9, 8, 7), 5, 1).tables, seatings((7, 9, 8), 5, 1).tables)


def test_seatings_cannot_be_changed() -> None:
    assert not seatings((2, 2), 5, 1).tables.flags.writeable
    assert not seatings((9, 9), 5, 1).tables.flags.writeable


@pytest.mark.parametrize(
    ("sizes", "smallest"),
    [
        ((3, 3), Fraction(2, 20)),
        ((4, 3), Fraction(1, 35)),
        ((2, 2, 2), Fraction(6, 90)),
        ((3, 2, 2), Fraction(2, 210)),
        ((8, 8), Fraction(2, 12_870)),
        ((9, 9), Fraction(1, 100)),
    ],
)
def test_the_smallest_p_is_what_the_sizes_of_tables_allow(
    sizes: tuple[int, ...], smallest: Fraction
) -> None:
    assert seatings(sizes, draws=99, seed=1).smallest == smallest


def test_a_listed_p_is_the_share_of_seatings_with_at_least_the_difference() -> None:
    found = seatings((3, 1), draws=5, seed=1)
    differences = np.array([[0.1, 3], [0.2, 3], [0.2, 3], [0.3, 3]])

    assert p_values(found, differences, np.array([0.2, 3])) == (Fraction(3, 4), Fraction(1))


def test_a_drawn_p_counts_what_was_seen_as_one_more() -> None:
    found = seatings((9, 9), draws=4, seed=1)
    differences = np.array([[0.1], [0.2], [0.3], [0.4]])

    assert p_values(found, differences, np.array([0.4])) == (Fraction(2, 5),)
    assert p_values(found, differences, np.array([0.5])) == (Fraction(1, 5),)


def test_rounding_and_what_cannot_be_taken_never_make_a_p_smaller() -> None:
    found = seatings((3, 1), draws=5, seed=1)
    differences = np.array([[0.1 + 0.2 - 2e-16], [np.nan], [0.2], [0.1]])

    assert p_values(found, differences, np.array([0.1 + 0.2])) == (Fraction(2, 4),)


@given(st.lists(st.integers(0, 12), min_size=20, max_size=20))
def test_when_nothing_matters_a_p_of_a_twentieth_comes_up_once_in_twenty_at_most(
    figures: list[int],
) -> None:
    found = seatings((3, 3), draws=5, seed=1)
    differences = np.array(figures, dtype=float)[:, None]
    values = [p_values(found, differences, row)[0] for row in differences]

    for level in (Fraction(1, 20), Fraction(1, 10), Fraction(1, 2)):
        assert sum(value <= level for value in values) <= level * 20


@given(
    st.lists(st.integers(0, 12) | st.just(np.nan), min_size=20, max_size=20),
    st.sampled_from([Fraction(1, 20), Fraction(1, 10), Fraction(1, 3), Fraction(1, 50)]),
)
def test_the_smallest_supported_difference_is_the_first_one_with_such_a_p(
    figures: list[float], level: Fraction
) -> None:
    found = seatings((3, 3), draws=5, seed=1)
    differences = np.array(figures, dtype=float)
    known = sorted({figure for figure in figures if not np.isnan(figure)})
    supported = [
        figure
        for figure in known
        if p_values(found, differences[:, None], np.array([figure]))[0] <= level
    ]

    assert smallest_supported(found, differences, level) == (supported[0] if supported else None)


def test_a_drawn_difference_that_would_have_been_supported_leaves_room_for_the_one_seen() -> None:
    found = seatings((9, 9), draws=99, seed=1)
    differences = np.arange(99) / 100

    assert smallest_supported(found, differences, Fraction(1, 20)) == 0.95
    assert smallest_supported(found, differences, Fraction(1, 101)) is None
    [p] = p_values(found, differences[:, None], np.array([0.95]))
    assert p == Fraction(1, 20)


def test_holm_corrects_as_in_a_worked_example() -> None:
    values = [Fraction(at, 1000) for at in (10, 40, 30, 5)]

    assert holm(values) == tuple(Fraction(at, 1000) for at in (30, 60, 60, 20))
    assert holm([]) == ()
    assert holm([Fraction(1, 3)]) == (Fraction(1, 3),)


@given(st.lists(fractions, min_size=1, max_size=7))
def test_holm_keeps_the_order_and_lies_between_none_and_full_correction(
    values: list[Fraction],
) -> None:
    corrected = holm(values)

    assert corrected[::-1] == holm(values[::-1])
    for value, after in zip(values, corrected, strict=True):
        assert value <= after <= min(Fraction(1), value * len(values))
    by_value = sorted(zip(values, corrected, strict=True))
    assert [after for _, after in by_value] == sorted(corrected)


@pytest.mark.parametrize(
    ("corrected", "reachable", "said"),
    [
        (Fraction(1, 20), Fraction(1, 20), Verdict.DIFFER),
        (Fraction(1, 19), Fraction(1, 20), Verdict.NO_MORE_THAN_CHANCE),
        (Fraction(1, 10), Fraction(1, 10), Verdict.TOO_FEW_TO_TELL),
    ],
)
def test_too_few_to_tell_is_not_the_same_as_no_difference(
    corrected: Fraction, reachable: Fraction, said: Verdict
) -> None:
    assert verdict(corrected, reachable) is said


@pytest.mark.parametrize("sizes", [(3, 3), (4, 2), (2, 2, 2), (9, 9)])
def test_a_figure_is_taken_for_each_way_however_tables_are_called(sizes: tuple[int, ...]) -> None:
    found = seatings(sizes, draws=7, seed=1)

    def alone(seats: Seats) -> Figures:
        """How many of the first three people sit together, two by two."""
        one, two, three = seats.T[:3]
        together: Figures = (one == two).astype(float) + (one == three) + (two == three)
        return together

    assert each_way(found, alone).tolist() == alone(found.tables).tolist()
