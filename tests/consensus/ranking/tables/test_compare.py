"""Whether tables differ, held against seating people in every way by hand."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, permutations
from random import Random
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Profile
from consensus.ranking.tables.compare import Comparison, compare_tables, seated
from consensus.ranking.tables.permutation import Verdict

ITEMS = "abcd"

Row = tuple[int, ...]

strict_rows = st.permutations(range(1, 5)).map(tuple)
any_rows = st.tuples(*[st.integers(0, 3)] * 4)
shuffles = st.randoms(use_true_random=False)


def seat(places: Sequence[Row], sizes: tuple[int, ...]) -> tuple[Profile, dict[str, str]]:
    """People called p0, p1, ... fill tables called T0, T1, ... one after the other."""
    names = [f"p{at}" for at in range(len(places))]
    table = [f"T{at}" for at, size in enumerate(sizes) for _ in range(size)]
    return Profile.of_places(ITEMS, places, names), dict(zip(names, table, strict=True))


def compared(profile: Profile, tables: dict[str, str], draws: int = 200) -> Comparison:
    found = compare_tables(profile, tables, seed=3, draws=draws)
    assert found is not None
    return found


def ways(one: Row, other: Row) -> list[int]:
    """1 for each pair of items that both put the same way, -1 for each put oppositely."""
    products = [
        (one[a] - one[b]) * (other[a] - other[b])
        for a, b in combinations(range(len(one)), 2)
        if one[a] and one[b] and other[a] and other[b]
    ]
    return [1 if product > 0 else -1 for product in products if product]


def share(couples: list[tuple[Row, Row]]) -> Fraction | None:
    found = [way for one, other in couples for way in ways(one, other)]
    return Fraction(found.count(-1), len(found)) if found else None


def apart(one: Sequence[Row], other: Sequence[Row]) -> Fraction | None:
    return share([(ours, theirs) for ours in one for theirs in other])


def within(people: Sequence[Row]) -> Fraction | None:
    return share(list(combinations(people, 2)))


def difference(groups: list[list[Row]], pairs: list[tuple[int, int]]) -> Fraction | None:
    """Pair by pair of items; each counts as many times as people put one before the other."""
    inner, outer, voices = [], [], []
    for one, other in pairs:
        only = [[(row[one], row[other]) for row in group] for group in groups]
        ordered = [[row for row in group if ways(row, row)] for group in only]
        there = [group for group in ordered if group]
        found = mean([within(group) for group in there if len(group) > 1])
        across = mean([apart(*couple) for couple in combinations(there, 2)])
        if found is not None and across is not None:
            inner.append(found)
            outer.append(across)
            voices.append(sum(map(len, there)))
    if not voices:
        return None
    differences = [o - i for o, i in zip(outer, inner, strict=True)]
    total = sum((d * v for d, v in zip(differences, voices, strict=True)), Fraction(0))
    return total / sum(voices)


def mean(shares: list[Fraction | None]) -> Fraction | None:
    known = [one for one in shares if one is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def asked_twice(groups: list[list[Row]]) -> list[tuple[int, int]]:
    """The pairs of items that people of at least two tables put in an order."""
    return [
        (one, other)
        for one, other in combinations(range(len(ITEMS)), 2)
        if sum(any(ways((r[one], r[other]), (r[one], r[other])) for r in g) for g in groups) > 1
    ]


def grouped(places: list[Row], seats: tuple[int, ...]) -> list[list[Row]]:
    return [
        [row for row, table in zip(places, seats, strict=True) if table == number]
        for number in sorted(set(seats))
    ]


def p_by_hand(places: list[Row], sizes: tuple[int, ...]) -> float | None:
    seats = tuple(at for at, size in enumerate(sizes) for _ in range(size))
    pairs = asked_twice(grouped(places, seats))
    seen = difference(grouped(places, seats), pairs)
    if seen is None:
        return None
    every = set(permutations(seats))
    found = [difference(grouped(places, way), pairs) for way in every]
    return sum(one is None or one >= seen for one in found) / len(every)


def opposed(sizes: tuple[int, ...]) -> tuple[Profile, dict[str, str]]:
    rows = [(1, 2, 3, 4), (4, 3, 2, 1)]
    return seat([rows[at % 2] for at, size in enumerate(sizes) for _ in range(size)], sizes)


# --- figures ------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(st.lists(any_rows.filter(lambda row: len(set(row) - {0}) > 1), min_size=10, max_size=10))
def test_distances_within_and_between_are_what_counting_by_hand_finds(places: list[Row]) -> None:
    found = compared(*seat(places, (3, 4, 3)), draws=5)
    groups = [places[:3], places[3:7], places[7:]]

    assert found.tables == ("T0", "T1", "T2")
    for one in range(3):
        for other in range(3):
            by_hand = within(groups[one]) if one == other else apart(groups[one], groups[other])
            assert found.apart[one][other] == (None if by_hand is None else float(by_hand))
    size = difference(groups, asked_twice(groups))
    if size is None:
        assert found.overall.size is None
    else:
        assert found.overall.size == pytest.approx(float(size))
        assert found.within is not None
        assert found.between is not None
        assert found.between - found.within == pytest.approx(float(size))


@settings(max_examples=15)
@given(
    st.lists(strict_rows, min_size=7, max_size=7)
    | st.lists(any_rows.filter(lambda row: len(set(row) - {0}) > 1), min_size=7, max_size=7)
)
def test_p_is_the_share_of_all_seatings_that_differ_as_much(places: list[Row]) -> None:
    found = compared(*seat(places, (4, 3)))
    assert found.overall == found.pairs[0].difference
    assert found.overall.exact
    assert found.overall.p == p_by_hand(places, (4, 3))


def test_three_tables_are_shuffled_together_for_the_question_whether_any_differ() -> None:
    random = Random(8)
    places = [tuple(random.sample(range(1, 5), 4)) for _ in range(9)]
    found = compared(*seat(places, (3, 3, 3)))

    assert found.overall.exact
    assert found.overall.p == p_by_hand(places, (3, 3, 3))
    assert found.overall.reachable == pytest.approx(6 / 1680)


# --- verdicts -----------------------------------------------------------------------------------


def test_two_tables_that_order_oppositely_differ() -> None:
    found = compared(*opposed((4, 4)))

    assert found.apart == ((0.0, 1.0), (1.0, 0.0))
    assert (found.overall.size, found.overall.needed) == (1, 1)
    assert found.overall.p == found.overall.reachable == 2 / 70
    assert found.overall.verdict is Verdict.DIFFER


def test_three_against_three_are_too_few_to_tell_even_when_they_order_oppositely() -> None:
    found = compared(*opposed((3, 3)))

    assert (found.overall.size, found.overall.needed) == (1, None)
    assert found.overall.p == found.overall.reachable == 2 / 20
    assert found.overall.verdict is Verdict.TOO_FEW_TO_TELL


@pytest.mark.parametrize("row", [(1, 2, 3, 4), (1, 1, 2, 0)], ids=["strict", "partial"])
def test_tables_where_all_say_the_same_are_no_more_different_than_chance(row: Row) -> None:
    found = compared(*seat([row] * 8, (4, 4)))

    assert (found.overall.size, found.overall.p) == (0, 1)
    assert found.overall.needed is None
    assert found.overall.verdict is Verdict.NO_MORE_THAN_CHANCE


def test_with_many_small_tables_the_whole_may_differ_where_no_pair_is_within_reach() -> None:
    found = compared(*opposed((5,) * 12), draws=2_000)

    assert len(found.pairs) == 66
    assert {pair.difference.verdict for pair in found.pairs} == {Verdict.TOO_FEW_TO_TELL}
    assert {pair.difference.reachable for pair in found.pairs} == {66 * 2 / 252}
    assert found.overall.verdict is Verdict.DIFFER
    assert found.overall.p == found.overall.reachable == 1 / 2_001
    assert not found.overall.exact


def test_each_pair_of_tables_is_corrected_for_how_many_there_are() -> None:
    found = compared(*opposed((5, 5, 5)))
    corrected = {pair.tables: pair.difference.corrected for pair in found.pairs}

    assert corrected == {
        ("T0", "T1"): pytest.approx(3 * 2 / 252),
        ("T0", "T2"): 1,
        ("T1", "T2"): pytest.approx(3 * 2 / 252),
    }
    assert [pair.difference.verdict for pair in found.pairs] == [
        Verdict.DIFFER,
        Verdict.NO_MORE_THAN_CHANCE,
        Verdict.DIFFER,
    ]


def test_tables_with_nothing_in_common_to_compare_are_too_few_to_tell() -> None:
    found = compared(*seat([(1, 2, 0, 0)] * 5 + [(0, 0, 1, 2)] * 5, (5, 5)))

    assert found.apart == ((0.0, None), (None, 0.0))
    assert (found.between, found.within) == (None, None)
    assert (found.overall.size, found.overall.p, found.overall.corrected) == (None, None, None)
    assert found.overall.verdict is Verdict.TOO_FEW_TO_TELL


def test_people_of_one_population_are_seldom_said_to_differ() -> None:
    random = Random(4)
    said = [
        compared(
            *seat([tuple(random.sample(range(1, 5), 4)) for _ in range(12)], (4, 4, 4))
        ).overall.verdict
        for _ in range(100)
    ]

    assert said.count(Verdict.DIFFER) <= 8
    assert said.count(Verdict.DIFFER) + said.count(Verdict.NO_MORE_THAN_CHANCE) == 100


# --- laws ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("sizes", [(4, 5), (5, 6, 4)], ids=["listed", "drawn"])
def test_it_does_not_matter_who_comes_first_or_what_people_and_tables_are_called(
    sizes: tuple[int, ...],
) -> None:
    random = Random(21)
    places = [tuple(random.choices(range(4), k=4)) for _ in range(sum(sizes))]
    profile, tables = seat(places, sizes)
    order = random.sample(range(len(places)), len(places))
    again = Profile.of_places(
        ITEMS, [places[at] for at in order], [f"x{places[at]}{at}" for at in order]
    )
    names = {f"x{places[at]}{at}": f"table {tables[f'p{at}'][::-1]}" for at in range(len(places))}
    found, other = compared(profile, tables), compared(again, names)

    assert other.overall == found.overall
    assert other.apart == found.apart
    assert [pair.difference for pair in other.pairs] == [pair.difference for pair in found.pairs]


@settings(max_examples=20)
@given(st.lists(any_rows, min_size=8, max_size=8), st.permutations(range(4)))
def test_it_does_not_matter_how_items_are_called_or_which_end_is_best(
    places: list[Row], order: list[int]
) -> None:
    tables = (4, 4)
    found = compare_tables(*seat(places, tables), seed=1)
    renamed = compare_tables(
        *seat([tuple(row[at] for at in order) for row in places], tables), seed=1
    )
    turned = compare_tables(
        *seat([tuple(at and 4 - at for at in row) for row in places], tables), seed=1
    )

    assert found == renamed == turned


def test_what_a_ballot_weighs_does_not_matter() -> None:
    profile, tables = opposed((4, 4))
    weights = {person: at + 1 for at, person in enumerate(profile.people)}
    weighted = Profile.of_places(ITEMS, profile.places, profile.people, weights)

    assert compared(weighted, tables) == compared(profile, tables)


# --- who takes part -----------------------------------------------------------------------------


def test_tables_of_fewer_than_three_with_a_view_are_left_out_and_named() -> None:
    ballots = {
        **dict.fromkeys(("Ana", "Ben", "Cam", "Dee"), "abcd"),
        **dict.fromkeys(("Eve", "Fay", "Gus"), "dcba"),
        "Hal": "abcd",
        "Ida": (),
        "Joe": ("abcd",),
        "Kim": "ab",
    }
    tables = {
        **dict.fromkeys(("Hal", "Ida", "Joe", "Kim"), "blue"),
        **dict.fromkeys(("Ana", "Ben", "Cam", "Dee"), "red"),
        **dict.fromkeys(("Eve", "Fay", "Gus"), "green"),
        "nobody who answered": "empty",
    }
    profile = Profile.of(ITEMS, {**ballots, "Joe": [tuple(ITEMS)]})
    found = compared(profile, tables)

    assert found.tables == ("red", "green")
    assert found.left_out == ("blue", "empty")
    assert seated(profile, tables).sizes == (4, 3)
    assert found.overall.verdict is Verdict.DIFFER


@pytest.mark.parametrize(
    ("items", "ballots", "sizes"),
    [
        pytest.param("ab", [], (), id="nobody"),
        pytest.param("ab", ["ab"], (1,), id="one ballot"),
        pytest.param("a", ["a"] * 8, (4, 4), id="one item"),
        pytest.param("ab", [()] * 8, (4, 4), id="all abstain"),
        pytest.param("ab", [[("a", "b")]] * 8, (4, 4), id="all tied"),
        pytest.param("ab", ["ab"] * 8, (8,), id="one table"),
        pytest.param("ab", ["ab"] * 8, (6, 2), id="one table and two people"),
    ],
)
def test_with_fewer_than_two_tables_to_compare_there_is_nothing(
    items: str, ballots: list[str], sizes: tuple[int, ...]
) -> None:
    table = [str(at) for at, size in enumerate(sizes) for _ in range(size)]
    profile = Profile.of(items, ballots)

    assert compare_tables(profile, dict(zip(profile.people, table, strict=True)), seed=1) is None


def test_somebody_who_gave_a_ballot_must_sit_somewhere() -> None:
    with pytest.raises(BallotError) as caught:
        compare_tables(Profile.of("ab", {"Ana": "ab"}), {"Ben": "red"}, seed=1)

    assert caught.value.fault is Fault.UNKNOWN_PERSON
    assert "Ana" not in str(caught.value)


def test_twelve_tables_of_five_are_compared_while_nobody_notices() -> None:
    places = np.random.default_rng(2).permuted(np.tile(np.arange(1, 11), (60, 1)), axis=1)
    profile = Profile.of_places("abcdefghij", places)
    tables = {person: str(at % 12) for at, person in enumerate(profile.people)}
    start = process_time()
    found = compare_tables(profile, tables, seed=1)

    assert found is not None
    assert all(pair.difference.exact for pair in found.pairs)
    # About forty thousandths on a free machine.
    assert process_time() - start < 0.4
