"""Which items split tables and which split people, held against taking variances by hand."""

from itertools import permutations
from math import sqrt
from random import Random
from statistics import fmean, pvariance

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError
from consensus.ranking.profile import Order, Profile
from consensus.ranking.tables.items import ItemSplit, Split, stretched_places, what_splits
from consensus.ranking.tables.permutation import seatings

ITEMS = "abcd"

Row = tuple[int, ...]

strict_rows = st.permutations(range(1, 5)).map(tuple)
any_rows = st.tuples(*[st.integers(0, 3)] * 4).filter(lambda row: len(set(row) - {0}) > 1)


def seat(
    items: str, ballots: list[Order] | list[str], sizes: tuple[int, ...]
) -> tuple[Profile, dict[str, str]]:
    profile = Profile.of(items, ballots)
    table = [f"T{at}" for at, size in enumerate(sizes) for _ in range(size)]
    return profile, dict(zip(profile.people, table, strict=True))


def seat_rows(places: list[Row], sizes: tuple[int, ...]) -> tuple[Profile, dict[str, str]]:
    profile = Profile.of_places(ITEMS, places)
    table = [f"T{at}" for at, size in enumerate(sizes) for _ in range(size)]
    return profile, dict(zip(profile.people, table, strict=True))


def split(profile: Profile, tables: dict[str, str], draws: int = 200) -> tuple[ItemSplit, ...]:
    found = what_splits(profile, tables, seed=2, draws=draws)
    assert found is not None
    return found


def stretched(row: Row, item: int) -> float | None:
    """The middle place on a scale from 1 to 4."""
    ranked = [place for place in row if place]
    if not row[item]:
        return None
    before = sum(place < row[item] for place in ranked)
    level = ranked.count(row[item]) - 1
    return 1 + 3 * (before + level / 2) / (len(ranked) - 1)


def by_table(places: list[Row], seats: tuple[int, ...], item: int) -> list[list[float]]:
    groups: dict[int, list[float]] = {}
    for row, table in zip(places, seats, strict=True):
        place = stretched(row, item)
        if place is not None:
            groups.setdefault(table, []).append(place)
    return list(groups.values())


def asked_alike(*tables: list[Row]) -> bool:
    """Say whether somebody at each table placed each item that anybody placed."""
    asked = [{at for row in table for at, place in enumerate(row) if place} for table in tables]
    return all(items == asked[0] for items in asked)


def eta_squared(groups: list[list[float]]) -> float | None:
    everyone = [place for group in groups for place in group]
    if len(set(everyone)) < 2:
        return None
    inside = sum(len(group) * pvariance(group) for group in groups)
    return 1 - inside / (len(everyone) * pvariance(everyone))


# --- figures ------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(st.lists(any_rows, min_size=7, max_size=7))
def test_shares_spreads_and_p_are_what_counting_by_hand_finds(places: list[Row]) -> None:
    seats = (0, 0, 0, 0, 1, 1, 1)
    assume(asked_alike(places[:4], places[4:]))
    every = set(permutations(seats))
    for at, found in enumerate(split(*seat_rows(places, (4, 3)))):
        groups = by_table(places, seats, at)
        share = eta_squared(groups)
        people, tables = sum(map(len, groups)), len(groups)
        inside = sum(len(group) * pvariance(group) for group in groups)
        assert found.item == ITEMS[at]
        assert found.between == (None if share is None else pytest.approx(share, abs=1e-9))
        if people > tables:
            assert found.within == pytest.approx(sqrt(inside / (people - tables)), abs=1e-9)
        else:
            assert found.within is None
        if share is None:
            assert found.p == 1
        else:
            others = [eta_squared(by_table(places, way, at)) or 0 for way in every]
            assert found.p == sum(other >= share - 1e-9 for other in others) / len(every)


@settings(max_examples=20)
@given(st.lists(strict_rows, min_size=7, max_size=7))
def test_by_chance_is_the_mean_share_over_all_seatings(places: list[Row]) -> None:
    every = seatings((4, 3), 5, 1).tables.tolist()
    for at, found in enumerate(split(*seat_rows(places, (4, 3)))):
        shares = [eta_squared(by_table(places, tuple(way), at)) for way in every]
        if found.between is not None:
            assert found.by_chance == pytest.approx(fmean(share or 0 for share in shares))


@settings(max_examples=20)
@given(st.lists(any_rows, min_size=6, max_size=6))
def test_by_lot_is_the_spread_when_everyone_draws_their_own_places(places: list[Row]) -> None:
    assume(asked_alike(places[:3], places[3:]))
    for at, found in enumerate(split(*seat_rows(places, (3, 3)))):
        own = [
            [place for item in range(4) if (place := stretched(row, item)) is not None]
            for row in places
            if row[at]
        ]
        drawn = sqrt(fmean(map(pvariance, own))) if own else None
        assert found.by_lot == (None if drawn is None else pytest.approx(drawn))


def test_by_lot_ten_strict_places_spread_by_nearly_three() -> None:
    found = split(*seat("abcdefghij", ["abcdefghij"] * 6, (3, 3)))

    assert {one.by_lot for one in found} == {sqrt(99 / 12)}


def test_a_place_among_few_is_stretched_over_all() -> None:
    profile = Profile.of("abcde", ["abcde", [("a", "b"), "c", "d", "e"], "ec", "dba"])

    assert stretched_places(profile.places)[:2].tolist() == [
        [1, 2, 3, 4, 5],
        [1.5, 1.5, 3, 4, 5],
    ]
    assert stretched_places(profile.places)[2].tolist()[2::2] == [5, 1]
    assert stretched_places(profile.places)[3].tolist()[:2] == [5, 3]


def test_who_set_an_item_aside_at_their_table_does_not_seem_to_place_the_others_higher() -> None:
    ballots = ["abcde", "bacde", "abced", "baced"] * 2
    without = [ballot.replace("a", "") for ballot in ballots]
    found = split(*seat("abcde", ballots + without, (8, 8)))

    # Where both were asked, a and b stood first as often: so b is moved down by half a place.
    assert [one.between for one in found[1:]] == [0, None, 0, 0]
    assert found[0].within == pytest.approx(sqrt(2 / 7))
    assert Split.SPLITS_TABLES not in {one.verdict for one in found}


# --- verdicts -----------------------------------------------------------------------------------


def test_an_item_that_tables_place_differently_splits_tables_and_no_other_does() -> None:
    here, there = ["abcde", "acbde", "abdce"], ["bcdea", "cbdea", "bdcea"]
    found = split(*seat("abcde", here * 3 + there * 3, (9, 9)), draws=2_000)
    verdicts = {one.item: one.verdict for one in found}

    assert found[0].between == 1
    assert found[0].within == 0
    assert found[0].p == 1 / 2_001
    assert found[0].corrected == 5 / 2_001
    assert verdicts["a"] is Split.SPLITS_TABLES
    assert found[0].by_chance == 1 / 17


def test_an_item_that_divides_every_table_splits_people_and_not_tables() -> None:
    table = ["abcde", "bcdea", "abcde", "bcdea"]
    found = split(*seat("abcde", table * 3, (4, 4, 4)))

    assert found[0].between == 0
    assert found[0].verdict is Split.SPLITS_PEOPLE
    assert {one.verdict for one in found[1:]} == {Split.LEVEL}


def test_what_divides_every_table_is_said_even_where_tables_are_too_few_to_tell_apart() -> None:
    table = ["abcde", "bcdea", "abcde", "bcdea"]
    found = split(*seat("abcde", table * 2, (4, 4)))

    assert [one.verdict for one in found] == [Split.SPLITS_PEOPLE] + [Split.TOO_FEW_TO_TELL] * 4


def test_an_item_that_all_put_in_the_same_place_is_level() -> None:
    found = split(*seat("abc", ["abc", "acb"] * 6, (6, 6)))

    assert (found[0].between, found[0].within, found[0].p) == (None, 0, 1)
    assert found[0].verdict is Split.LEVEL


def test_an_item_that_nobody_placed_has_no_figures() -> None:
    [_, _, found] = split(*seat("abc", ["ab", "ba"] * 6, (6, 6)))

    assert (found.between, found.by_chance, found.within, found.by_lot) == (None,) * 4
    assert (found.p, found.verdict) == (1, Split.TOO_FEW_TO_TELL)


def test_people_of_one_population_seldom_have_an_item_that_splits_tables() -> None:
    random = Random(6)
    groups = [["".join(random.sample("abcde", 5)) for _ in range(15)] for _ in range(60)]
    found = [split(*seat("abcde", ballots, (5, 5, 5)), draws=400) for ballots in groups]

    assert sum(any(one.verdict is Split.SPLITS_TABLES for one in items) for items in found) <= 6


# --- laws ---------------------------------------------------------------------------------------


def test_it_does_not_matter_who_comes_first_or_what_people_and_tables_are_called() -> None:
    random = Random(12)
    places = [tuple(random.choices(range(1, 4), k=4)) for _ in range(15)]
    profile, tables = seat_rows(places, (5, 6, 4))
    order = random.sample(range(15), 15)
    again = Profile.of_places(ITEMS, [places[at] for at in order], [f"x{at}" for at in order])
    names = {f"x{at}": tables[profile.people[at]] * 2 for at in order}

    assert split(again, names) == split(profile, tables)


@settings(max_examples=20)
@given(st.lists(strict_rows, min_size=8, max_size=8), st.permutations(range(4)))
def test_it_does_not_matter_how_items_are_called_or_which_end_is_best(
    places: list[Row], order: list[int]
) -> None:
    found = split(*seat_rows(places, (4, 4)))
    renamed = split(*seat_rows([tuple(row[at] for at in order) for row in places], (4, 4)))
    turned = split(*seat_rows([tuple(5 - place for place in row) for row in places], (4, 4)))

    for now, at in enumerate(order):
        assert renamed[now].p == found[at].p == turned[at].p
        assert renamed[now].verdict is found[at].verdict is turned[at].verdict
        assert renamed[now].within == pytest.approx(found[at].within)


@pytest.mark.parametrize(
    ("items", "ballots", "sizes"),
    [
        pytest.param("ab", [], (), id="nobody"),
        pytest.param("a", ["a"] * 8, (4, 4), id="one item"),
        pytest.param("ab", [()] * 8, (4, 4), id="all abstain"),
        pytest.param("ab", [[("a", "b")]] * 8, (4, 4), id="all tied"),
        pytest.param("ab", ["ab"] * 8, (6, 2), id="one table and two people"),
    ],
)
def test_with_fewer_than_two_tables_to_compare_nothing_is_said(
    items: str, ballots: list[str], sizes: tuple[int, ...]
) -> None:
    assert what_splits(*seat(items, ballots, sizes), seed=1) is None


def test_somebody_who_gave_a_ballot_must_sit_somewhere() -> None:
    with pytest.raises(BallotError, match="table of somebody"):
        what_splits(Profile.of("ab", {"Ana": "ab"}), {}, seed=1)
