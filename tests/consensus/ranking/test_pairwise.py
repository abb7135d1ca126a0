"""Counting who comes before whom."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import MOST_COUNTS, Order, Profile, Table, Weight, voices

ITEMS = ("a", "b", "c", "d")


@st.composite
def profiles(draw: st.DrawFn, weighted: bool = True, fewest: int = 0) -> Profile:
    """Up to four people over four items, with ties, gaps and abstentions."""
    row = st.lists(st.integers(0, 3), min_size=4, max_size=4)
    rows = draw(st.lists(row, min_size=fewest, max_size=4))
    people = [str(at) for at in range(len(rows))]
    weight = st.one_of(st.integers(1, 3), st.fractions(Fraction(1, 6), 2, max_denominator=6))
    weights: dict[str, Weight] = {person: draw(weight) for person in people}
    places = np.array(rows, dtype=np.int64).reshape(len(rows), 4)
    return Profile.of_places(ITEMS, places, people, weights if weighted else None)


def before(profile: Profile, first: str, second: str) -> list[str]:
    """Name those who place one item before another, from their ballots alone."""
    found = []
    for person in profile.people:
        order = [item for item in profile.ballot(person) if {first, second} & set(item)]
        if len(order) == 2 and first in order[0]:
            found.append(person)
    return found


def weight_of(profile: Profile, person: str) -> Fraction:
    return Fraction(int(profile.counts[profile.row(person)]), profile.unit)


def assert_counted(pairs: Pairs, profile: Profile) -> None:
    for (i, first), (j, second) in product(enumerate(pairs.items), repeat=2):
        people = before(profile, first, second) if i != j else []
        assert pairs.people[i, j] == len(people)
        assert voices(int(pairs.above[i, j]), pairs.unit) == sum(
            weight_of(profile, person) for person in people
        )


def permuted(profile: Profile, rows: list[int]) -> Profile:
    return Profile(
        profile.items,
        tuple(profile.people[at] for at in rows),
        profile.places[rows],
        profile.counts[rows],
        profile.unit,
    )


def fault_of(make: Callable[[], object]) -> Fault:
    with pytest.raises(BallotError) as error:
        make()
    assert "secret" not in str(error.value)
    return error.value.fault


# --- counting ---------------------------------------------------------------------------------


def test_three_ballots_are_counted_as_one_counts_them_by_hand() -> None:
    pairs = count_pairs(Profile.of("abc", ["abc", "acb", "bca"]))

    assert pairs.items == ("a", "b", "c")
    assert pairs.above.tolist() == [[0, 2, 2], [1, 0, 2], [1, 1, 0]]
    assert pairs.people.tolist() == pairs.above.tolist()
    assert pairs.unit == 1


def test_who_finds_two_equal_or_leaves_one_out_is_in_neither_direction() -> None:
    pairs = count_pairs(Profile.of("abc", [[("a", "b"), "c"], "b", ()]))

    assert pairs.above.tolist() == [[0, 0, 1], [0, 0, 1], [0, 0, 0]]


def test_items_left_out_count_as_below_when_the_profile_says_so() -> None:
    pairs = count_pairs(Profile.of("abc", ["b", ()], not_ranked="below"))

    assert pairs.above.tolist() == [[0, 0, 0], [1, 0, 1], [0, 0, 0]]


def test_voices_are_counted_beside_people() -> None:
    ballots = {"Ana": "ab", "Ben": "ab", "Cam": "ba", "Dee": ()}
    weights: dict[str, Weight] = {"Ana": Fraction(1, 2), "Ben": Fraction(1, 3), "Cam": 2, "Dee": 5}

    pairs = count_pairs(Profile.of("ab", ballots, weights))

    assert pairs.unit == 6
    assert pairs.above.tolist() == [[0, 5], [12, 0]]
    assert pairs.people.tolist() == [[0, 2], [1, 0]]


def test_equal_weights_other_than_one_voice_count_as_what_they_are() -> None:
    halves = {"1": 0.5, "2": 0.5, "3": 0.5}

    pairs = count_pairs(Profile.of("ab", ["ab", "ab", "ba"], halves))

    assert voices(int(pairs.above[0, 1]), pairs.unit) == 1
    assert voices(int(pairs.above[1, 0]), pairs.unit) == Fraction(1, 2)
    assert pairs.people.tolist() == [[0, 2], [1, 0]]


def test_a_part_of_the_people_keeps_its_unit_where_all_have_one_voice() -> None:
    profile = Profile.of("ab", ["ab", "ba", "ba"], {"1": Fraction(1, 3), "2": 1, "3": 1})

    pairs = count_pairs(profile.only(["2", "3"]))

    assert pairs.unit == 3
    assert pairs.above.tolist() == [[0, 0], [6, 0]]


@pytest.mark.parametrize("ballots", [[], [()], [(), ()], [[ITEMS]]])
def test_where_nobody_prefers_anything_every_count_is_0(ballots: list[Order]) -> None:
    pairs = count_pairs(Profile.of(ITEMS, ballots))

    assert not pairs.above.any()
    assert not pairs.people.any()


def test_one_item_is_before_nothing() -> None:
    assert count_pairs(Profile.of("a", ["a", "a"])).above.tolist() == [[0]]


@given(profiles())
def test_any_ballots_are_counted_as_a_plain_count_does(profile: Profile) -> None:
    assert_counted(count_pairs(profile), profile)


@given(profiles(), st.randoms(use_true_random=False), st.permutations(range(4)))
def test_neither_who_came_first_nor_what_comes_first_matters(
    profile: Profile, random: Random, items: list[int]
) -> None:
    rows = list(range(len(profile.people)))
    random.shuffle(rows)
    pairs = count_pairs(profile)
    relabelled = Profile(
        tuple(profile.items[at] for at in items),
        profile.people,
        profile.places[:, items],
        profile.counts.copy(),
        profile.unit,
    )

    assert count_pairs(permuted(profile, rows)) == pairs
    moved = count_pairs(relabelled)
    assert moved.above.tolist() == pairs.above[np.ix_(items, items)].tolist()
    assert moved.people.tolist() == pairs.people[np.ix_(items, items)].tolist()


@given(profiles())
def test_reversed_ballots_give_the_counts_the_other_way_round(profile: Profile) -> None:
    turned = np.where(profile.places > 0, 4 - profile.places, 0)

    pairs = count_pairs(
        Profile(profile.items, profile.people, turned, profile.counts.copy(), profile.unit)
    )

    assert pairs.above.tolist() == count_pairs(profile).above.T.tolist()


@given(profiles(weighted=False))
def test_everyone_twice_counts_everything_twice(profile: Profile) -> None:
    twice = Profile.of_places(ITEMS, np.concatenate([profile.places, profile.places]))

    assert count_pairs(twice).above.tolist() == (2 * count_pairs(profile).above).tolist()


@given(profiles(weighted=False))
def test_a_weight_of_two_counts_as_two_people(profile: Profile) -> None:
    weights: dict[str, Weight] = dict.fromkeys(profile.people, 2)
    doubled = Profile.of_places(ITEMS, profile.places, profile.people, weights)

    pairs = count_pairs(doubled)

    assert pairs.above.tolist() == (2 * count_pairs(profile).above).tolist()
    assert pairs.people.tolist() == count_pairs(profile).people.tolist()


# --- large ------------------------------------------------------------------------------------


def plainly(places: Table, counts: Table) -> list[list[int]]:
    """Count with broadcast whole numbers, person by person."""
    above = np.zeros((places.shape[1],) * 2, dtype=object)
    for row, count in zip(places, counts.tolist(), strict=True):
        ranked = (row[:, None] > 0) & (row[None, :] > 0)
        above += ((row[:, None] < row[None, :]) & ranked) * count
    counted: list[list[int]] = above.tolist()
    return counted


@pytest.mark.parametrize(("people", "items"), [(5_000, 10), (20, 300)])
def test_thousands_of_ballots_and_hundreds_of_items_are_counted_right(
    people: int, items: int
) -> None:
    random = np.random.default_rng(people)
    names = [str(at) for at in range(items)]
    places = random.integers(0, items, (people, items))
    weights = {str(at): Fraction(1, int(random.integers(1, 5))) for at in range(1, people + 1)}

    plain = Profile.of_places(names, places)
    weighted = Profile.of_places(names, places, weights=weights)

    assert count_pairs(plain).above.tolist() == plainly(places, plain.counts)
    assert count_pairs(weighted).above.tolist() == plainly(places, weighted.counts)
    assert count_pairs(weighted).people.tolist() == count_pairs(plain).people.tolist()


@pytest.mark.parametrize("top", [32_765, 32_766, 32_767, 32_768, 65_536, 2**31, 2**63 - 1])
def test_places_may_be_as_large_as_numbers_go(top: int) -> None:
    places = np.array([[top, top - 1, 0], [top, 1, top], [0, top, 1]], dtype=np.int64)

    pairs = count_pairs(Profile.of_places("abc", places))

    assert pairs.above.tolist() == [[0, 0, 0], [2, 0, 1], [0, 1, 0]]


def test_the_largest_weights_are_counted_to_the_last_voice() -> None:
    weights: dict[str, Weight] = {"Ana": MOST_COUNTS - 4, "Ben": 3, "Cam": 1}

    pairs = count_pairs(Profile.of("ab", {"Ana": "ab", "Ben": "ab", "Cam": "ba"}, weights))

    assert pairs.above.tolist() == [[0, MOST_COUNTS - 1], [1, 0]]


# --- a changed ballot -------------------------------------------------------------------------


@given(profiles(fewest=1), profiles(fewest=1), st.integers(0, 3), st.integers(0, 3))
def test_changing_a_ballot_gives_what_counting_afresh_gives(
    profile: Profile, other: Profile, who: int, what: int
) -> None:
    who, what = who % len(profile.people), what % len(other.people)
    places = profile.places.copy()
    places[who] = other.places[what]
    fresh = Profile(profile.items, profile.people, places, profile.counts.copy(), profile.unit)

    changed = count_pairs(profile).changed(
        profile.ballot(profile.people[who]),
        other.ballot(other.people[what]),
        int(profile.counts[who]),
    )

    assert changed == count_pairs(fresh)


@given(profiles())
def test_ballots_that_come_and_go_one_by_one_add_up(profile: Profile) -> None:
    pairs = Pairs(ITEMS, np.zeros((4, 4), np.int64), np.zeros((4, 4), np.int64), profile.unit)
    nothing = pairs

    for person, count in zip(profile.people, profile.counts.tolist(), strict=True):
        pairs = pairs.changed((), profile.ballot(person), count)
    assert pairs == count_pairs(profile)

    for person, count in zip(profile.people, profile.counts.tolist(), strict=True):
        pairs = pairs.changed(profile.ballot(person), (), count)
    assert pairs == nothing


def test_a_changed_ballot_counts_one_voice_unless_something_else_is_said() -> None:
    profile = Profile.of("ab", {"Ana": "ab", "Ben": "ab"}, {"Ana": 1, "Ben": 0.5})

    pairs = count_pairs(profile).changed("ab", "ba")

    assert pairs.above.tolist() == [[0, 1], [2, 0]]
    assert pairs.people.tolist() == [[0, 1], [1, 0]]


def test_a_change_leaves_the_pairs_before_it_as_they_were() -> None:
    pairs = count_pairs(Profile.of("ab", ["ab"]))

    pairs.changed("ab", "ba")

    assert pairs.above.tolist() == [[0, 1], [0, 0]]


def test_a_ballot_that_was_not_counted_cannot_be_taken_away() -> None:
    pairs = count_pairs(Profile.of("ab", ["ab"]))

    assert fault_of(lambda: pairs.changed("ba", "ab")) is Fault.COUNTS_DO_NOT_FIT
    assert fault_of(lambda: pairs.changed("ab", (), 2)) is Fault.COUNTS_DO_NOT_FIT


@pytest.mark.parametrize(
    ("order", "fault"),
    [
        (("a", "secret"), Fault.UNKNOWN_ITEM),
        (("a", ("b", "a")), Fault.REPEATED_ITEM),
        (("a", ()), Fault.EMPTY_GROUP),
    ],
)
def test_a_ballot_that_cannot_be_used_changes_nothing(order: Order, fault: Fault) -> None:
    pairs = count_pairs(Profile.of("ab", ["ab"]))

    assert fault_of(lambda: pairs.changed("ab", order)) is fault
    assert fault_of(lambda: pairs.changed(order, "ab")) is fault


# --- pairs themselves -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (np.zeros((1, 2), np.int64), Fault.COUNTS_DO_NOT_FIT),
        (np.zeros((3, 3), np.int64), Fault.COUNTS_DO_NOT_FIT),
        (np.zeros(2, np.int64), Fault.COUNTS_DO_NOT_FIT),
        (np.array([[0, -1], [1, 0]]), Fault.COUNTS_DO_NOT_FIT),
        (np.array([[0, 1], [1, 2]]), Fault.COUNTS_DO_NOT_FIT),
    ],
)
def test_counts_that_no_ballots_can_give_are_refused(wrong: Table, fault: Fault) -> None:
    right = np.zeros((2, 2), np.int64)

    assert fault_of(lambda: Pairs(("a", "secret"), wrong, right)) is fault
    assert fault_of(lambda: Pairs(("a", "secret"), right, wrong)) is fault


def test_items_must_be_there_and_named_once() -> None:
    empty, two = np.zeros((0, 0), np.int64), np.zeros((2, 2), np.int64)

    assert fault_of(lambda: Pairs((), empty, empty)) is Fault.NO_ITEMS
    assert fault_of(lambda: Pairs(("secret", "secret"), two, two)) is Fault.ITEM_NAMED_TWICE


def test_counts_cannot_be_changed_from_outside() -> None:
    pairs = count_pairs(Profile.of("ab", ["ab"], {"1": 3}))

    for held in (pairs.above, pairs.people, pairs.changed("ab", "ba", 3).above):
        with pytest.raises(ValueError, match="read-only"):
            held[0, 1] = 9


def test_pairs_are_equal_when_everything_in_them_is() -> None:
    pairs = count_pairs(Profile.of("ab", ["ab"]))
    half = count_pairs(Profile.of("ab", ["ab"], {"1": 0.5}))

    assert pairs == count_pairs(Profile.of("ab", ["ab", ()]))
    assert not pairs != count_pairs(Profile.of("ab", ["ab"]))  # noqa: SIM202  # its own method
    assert pairs != count_pairs(Profile.of("ba", ["ab"]))
    assert pairs != count_pairs(Profile.of("ab", ["ba"]))
    assert pairs != count_pairs(Profile.of("ab", ["ab"], {"1": 2}))
    assert pairs != half
    assert pairs != "ab"
