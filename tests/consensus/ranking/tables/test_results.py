"""What tables arrived at, held against counting by hand."""

from fractions import Fraction
from itertools import combinations, permutations
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Order, Profile
from consensus.ranking.tables.results import ResultComparison, SharedTop, compare_results

TEN = "abcdefghij"

BALLOTS = {
    **dict.fromkeys(("Ana", "Ben", "Cam"), "abcd"),
    **dict.fromkeys(("Dee", "Eve", "Fay"), "badc"),
    **dict.fromkeys(("Gus", "Hal", "Ida"), "dcba"),
}
TABLES = {
    person: table
    for table, people in {
        "red": ("Ana", "Ben", "Cam"),
        "green": ("Dee", "Eve", "Fay"),
        "blue": ("Gus", "Hal", "Ida"),
    }.items()
    for person in people
}

orders = st.permutations("abcd").map(tuple)
bands = st.tuples(*[st.integers(1, 3)] * 4).map(
    lambda at: tuple(
        tuple(item for item, own in zip("abcd", at, strict=True) if own == place)
        for place in sorted(set(at))
    )
)


def results(
    found: dict[str, Order], top: int = 2, ballots: dict[str, str] = BALLOTS, items: str = "abcd"
) -> ResultComparison:
    profile = Profile.of(items, ballots)
    return compare_results(profile, TABLES, found, top=top, seed=1, draws=200)


def top_of(one: Order, other: Order, top: int, items: str = TEN) -> SharedTop | None:
    return results({"red": one, "green": other}, top, {}, items).pairs[0].top


def ways(one: Order, other: Order) -> list[int]:
    """1 for each pair of items put the same way, -1 for each put oppositely."""
    place, theirs = (
        {item: at for at, group in enumerate(order) for item in group} for order in (one, other)
    )
    products = [
        (place[a] - place[b]) * (theirs[a] - theirs[b]) for a, b in combinations(sorted(place), 2)
    ]
    return [1 if product > 0 else -1 for product in products if product]


# --- how far ------------------------------------------------------------------------------------


@given(bands, bands)
def test_results_are_as_far_apart_as_pairs_put_oppositely_of_those_that_both_order(
    one: Order, other: Order
) -> None:
    [pair] = results({"red": one, "green": other}).pairs
    by_hand = ways(one, other)

    assert pair.tables == ("red", "green")
    assert pair.apart == (by_hand.count(-1) / len(by_hand) if by_hand else None)


@given(bands, st.lists(orders, min_size=3, max_size=3))
def test_a_result_is_as_far_from_its_own_people_as_they_are_from_it_by_hand(
    result: Order, ballots: list[tuple[str, ...]]
) -> None:
    own = dict(zip(("Ana", "Ben", "Cam"), map("".join, ballots), strict=True))
    found = results({"red": result, "green": "abcd"}, ballots=own)
    by_hand = [way for ballot in ballots for way in ways(result, ballot)]

    assert found.tables[0].from_own == (by_hand.count(-1) / len(by_hand) if by_hand else None)
    assert found.tables[1].from_own is None
    assert found.from_own == found.tables[0].from_own


def test_an_agreed_list_stands_before_all_that_is_not_on_it() -> None:
    found = results({"red": ("c", "a"), "green": ("c",), "blue": ()})

    # It orders five pairs, of which its people put two otherwise: both a and b before c.
    assert found.tables[0].from_own == 2 / 5
    assert [pair.apart for pair in found.pairs] == [0, None, None]


def test_the_mean_over_tables_counts_each_table_once() -> None:
    found = results({"red": "abcd", "green": "abcd", "blue": "abcd"})

    assert [one.from_own for one in found.tables] == [0, pytest.approx(1 / 3), 1]
    assert found.from_own == pytest.approx(4 / 9)


# --- most typical and most its own ----------------------------------------------------------------


def test_the_table_nearest_to_the_others_is_typical_and_the_farthest_its_own() -> None:
    found = results({"red": "abcd", "green": "badc", "blue": "dcba", "white": "abdc"})
    by_hand = [[2, 6, 1], [2, 4, 1], [6, 4, 5], [1, 1, 5]]

    assert [one.from_others for one in found.tables] == [
        pytest.approx(sum(pairs) / 18) for pairs in by_hand
    ]
    assert found.most_typical == ("green", "white")
    assert found.most_its_own == ("blue",)


def test_all_tables_that_are_equally_near_are_named() -> None:
    found = results({"red": "abcd", "green": "abcd", "blue": "abcd"})

    assert found.most_typical == found.most_its_own == ("red", "green", "blue")


def test_of_two_tables_neither_is_more_typical() -> None:
    found = results({"red": "abcd", "green": "dcba"})

    assert [one.from_others for one in found.tables] == [1, 1]
    assert found.most_typical == found.most_its_own == ()


def test_a_table_that_orders_nothing_is_neither() -> None:
    found = results({"red": "abcd", "green": "abdc", "blue": [tuple("abcd")], "white": "dcba"})

    assert found.tables[2].from_others is None
    assert "blue" not in found.most_typical + found.most_its_own


# --- first places ---------------------------------------------------------------------------------


@pytest.mark.parametrize("top", [1, 2, 3, 5])
def test_chance_is_what_all_lists_of_that_length_give(top: int) -> None:
    every = list(combinations("abcde", top))
    for shared in range(max(0, 2 * top - 5), top + 1):
        other = "abcde"[:shared] + "abcde"[::-1][: top - shared]
        found = top_of("abcde"[:top], other, top, "abcde")
        overlaps = [len(set("abcde"[:top]) & set(one)) for one in every]
        assert found is not None
        assert found.items == shared
        assert found.by_chance == pytest.approx(fmean(overlaps))
        assert found.chance_p == sum(one >= shared for one in overlaps) / len(every)


def test_of_five_in_ten_lots_share_four_one_time_in_ten_and_five_hardly_ever() -> None:
    four, five = top_of("abcde", "abcdf", 5), top_of("abcde", "edcba", 5)

    assert four is not None
    assert five is not None
    assert (four.items, four.by_chance, round(four.chance_p, 2)) == (4, 2.5, 0.1)
    assert (five.items, five.by_chance, round(five.chance_p, 3)) == (5, 2.5, 0.004)
    assert (five.one_room, five.one_room_p) == (None, None)


def test_where_a_band_crosses_the_border_first_places_are_not_settled() -> None:
    assert top_of("abcde", ["a", ("b", "c"), "d", "e"], 2, "abcde") is None
    assert top_of("abc", "ab", 3, "abcde") is None
    assert top_of("abc", (), 3, "abcde") is None
    settled = top_of("abcde", ["a", ("b", "c"), ("d", "e")], 3, "abcde")
    assert settled is not None
    assert settled.items == 3


def test_people_who_all_say_the_same_would_share_everything_however_seated() -> None:
    same = dict.fromkeys(("Ana", "Ben", "Cam", "Dee", "Eve", "Fay"), "abcd")
    shared = results({"red": "ab", "green": "ac"}, ballots=same).pairs[0].top

    assert shared is not None
    assert (shared.items, shared.one_room, shared.one_room_p) == (1, 2, 0)


def one_room_by_hand(ballots: list[tuple[str, ...]], top: int) -> list[Fraction]:
    """What the first and the last three share on average, level items by lot, for every seating."""
    overlaps = []
    for way in set(permutations((0, 0, 0, 1, 1, 1))):
        parts = []
        for table in (0, 1):
            there = [ballot for ballot, at in zip(ballots, way, strict=True) if at == table]
            sums = {item: sum(ballot.index(item) for ballot in there) for item in "abcd"}
            border = sorted(sums.values())[top - 1]
            inside = sum(own < border for own in sums.values())
            level = sum(own == border for own in sums.values())
            parts.append(
                {
                    item: Fraction(own < border) + Fraction((own == border) * (top - inside), level)
                    for item, own in sums.items()
                }
            )
        overlaps.append(sum((parts[0][item] * parts[1][item] for item in "abcd"), Fraction(0)))
    return overlaps


@settings(max_examples=10)
@given(st.lists(orders, min_size=6, max_size=6), st.sampled_from([1, 2, 3]))
def test_one_room_is_what_all_seatings_of_its_people_give(
    ballots: list[tuple[str, ...]], top: int
) -> None:
    people = ("Ana", "Ben", "Cam", "Dee", "Eve", "Fay")
    own = dict(zip(people, map("".join, ballots), strict=True))
    shared = results({"red": "abcd", "green": "bcda"}, top, own).pairs[0].top
    by_hand = one_room_by_hand(ballots, top)

    assert shared is not None
    assert shared.one_room == pytest.approx(float(fmean(by_hand)))
    assert shared.one_room_p == sum(one <= shared.items for one in by_hand) / len(by_hand)


# --- laws and errors ------------------------------------------------------------------------------


def test_it_does_not_matter_who_comes_first_or_what_people_and_items_are_called() -> None:
    random = Random(5)
    items = "abcdef"
    people = [f"p{at}" for at in range(20)]
    ballots = {person: tuple(random.sample(items, random.randint(3, 6))) for person in people}
    seats = {person: ("red", "green")[at % 2] for at, person in enumerate(people)}
    lists = {"red": "abc", "green": "cbd"}
    found = compare_results(Profile.of(items, ballots), seats, lists, top=3, seed=1, draws=200)

    new = str.maketrans("abcdef", "uvwxyz")
    mixed = {f"x{person}": ballots[person] for person in random.sample(people, 20)}
    renamed = {
        person: tuple(item.translate(new) for item in order) for person, order in mixed.items()
    }
    again = compare_results(
        Profile.of(items.translate(new), renamed),
        {f"x{person}": table for person, table in seats.items()},
        {table: order.translate(new) for table, order in lists.items()},
        top=3,
        seed=1,
        draws=200,
    )

    assert again == found


def test_reversed_ballots_and_results_are_as_far_apart() -> None:
    found = results({"red": "abcd", "green": "bdca", "blue": "cbad"})
    turned = results(
        {"red": "dcba", "green": "acdb", "blue": "dabc"},
        ballots={person: order[::-1] for person, order in BALLOTS.items()},
    )

    assert turned.tables == found.tables
    assert [pair.apart for pair in turned.pairs] == [pair.apart for pair in found.pairs]


def test_without_results_nothing_is_said() -> None:
    assert results({}) == ResultComparison((), None, (), (), ())


@pytest.mark.parametrize(
    ("lists", "top", "fault"),
    [
        ({"red": "abx"}, 2, Fault.UNKNOWN_ITEM),
        ({"red": "aba"}, 2, Fault.REPEATED_ITEM),
        ({"red": "ab"}, 0, Fault.OUT_OF_RANGE),
        ({"red": "ab"}, 5, Fault.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_compared_is_an_error(
    lists: dict[str, Order], top: int, fault: Fault
) -> None:
    with pytest.raises(BallotError) as caught:
        results(lists, top)

    assert caught.value.fault is fault
