"""What a combined order says, held against trying every order there is."""

from fractions import Fraction
from itertools import combinations, permutations, product
from math import factorial

import msgspec
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny.combined import LIVE, THOROUGH, Combined, combine
from consensus.ranking.kemeny.parts import Effort
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Order, Profile, Table, Weight
from tests.consensus.ranking.kemeny.by_trial import (
    assert_nothing_wrong,
    expected,
    over_every_order,
    over_subsets,
    what_they_share,
)
from tests.consensus.ranking.kemeny.by_trial import optimal as optimal_orders
from tests.consensus.ranking.kemeny.made_problems import (
    AMPLE,
    all_tied,
    at_most_in_subsets,
    chains,
    counted,
    has_a_view,
    items_of,
    nearly_tied,
    pairs_of,
    paley,
    problems,
    profiles,
    random_places,
    rotational,
    shifts,
    tiny_efforts,
    tournament,
)

# One whole ballot each way round: every pair of items is tied.
OPPOSED = ("abcd", "dcba")
# Everyone's order is the last person's, begun one item later: majorities go round in a circle.
CIRCLE = ("abc", "bca", "cab")


def combined_of(
    items: str, ballots: list[Order] | tuple[str, ...], weights: dict[str, Weight] | None = None
) -> Combined:
    return combine(count_pairs(Profile.of(items, ballots, weights)))


def fault_of(pairs: Pairs, most_orders: int = 1) -> Fault:
    with pytest.raises(BallotError) as error:
        combine(pairs, most_orders=most_orders)
    return error.value.fault


# --- by hand ----------------------------------------------------------------------------------


def test_one_ballot_is_its_own_combined_order() -> None:
    assert combined_of("abcd", ["cadb"]) == Combined(
        order=("c", "a", "d", "b"),
        cost=0,
        bands=(("c",), ("a",), ("d",), ("b",)),
        places={"c": (1, 1), "a": (2, 2), "d": (3, 3), "b": (4, 4)},
        count=1,
        orders=(("c", "a", "d", "b"),),
        gap=0,
    )


@pytest.mark.parametrize("ballots", [[], [()], ["a"], ["a", "a"]])
def test_one_item_needs_nobody_to_have_a_view(ballots: list[Order]) -> None:
    assert combined_of("a", ballots) == Combined(
        order=("a",),
        cost=0,
        bands=(("a",),),
        places={"a": (1, 1)},
        count=1,
        orders=(("a",),),
        gap=0,
    )


@pytest.mark.parametrize("ballots", [[], [(), ()], ["a", "b"], [[("a", "b", "c")]]])
def test_without_any_view_on_a_pair_there_is_no_order_to_combine(ballots: list[Order]) -> None:
    pairs = count_pairs(Profile.of("abc", ballots))

    assert fault_of(pairs) is Fault.NOBODY_HAS_A_VIEW


@pytest.mark.parametrize("most_orders", [0, -1])
def test_at_least_one_order_must_be_asked_for(most_orders: int) -> None:
    pairs = count_pairs(Profile.of("ab", ["ab"]))

    assert fault_of(pairs, most_orders) is Fault.OUT_OF_RANGE


def test_two_opposed_people_claim_no_order() -> None:
    combined = combined_of("abcd", OPPOSED)

    assert combined.order == tuple("abcd")
    assert combined.bands == (tuple("abcd"),)
    assert set(combined.places.values()) == {(1, 4)}
    assert (combined.cost, combined.count) == (6, 24)
    assert combined.proven
    assert not combined.unique


def test_in_a_circle_the_weakest_link_gives_way() -> None:
    # a before b 3:2, b before c 5:0, c before a 3:2; either 3:2 may give way, 5:0 may not.
    combined = combined_of("abc", ["abc", "abc", "bca", "bca", "bca"])

    assert combined.order == ("b", "c", "a")
    assert combined.unique


def test_in_an_even_circle_all_are_level() -> None:
    combined = combined_of("abc", CIRCLE)

    assert combined.bands == (("a", "b", "c"),)
    assert (combined.cost, combined.count) == (4, 3)
    assert set(combined.places.values()) == {(1, 3)}


def test_between_an_agreed_first_and_last_only_the_middle_is_level() -> None:
    combined = combined_of("abcxy", tuple(f"x{middle}y" for middle in CIRCLE))

    assert combined.bands == (("x",), ("a", "b", "c"), ("y",))
    assert combined.places["x"] == (1, 1)
    assert combined.places["b"] == (2, 4)
    assert combined.places["y"] == (5, 5)


def test_tied_items_keep_their_given_order_but_stay_level() -> None:
    forwards, backwards = (combined_of(items, ("ab", "ba")) for items in ("ab", "ba"))

    assert forwards.order == ("a", "b")
    assert backwards.order == ("b", "a")
    assert forwards.places == backwards.places == {"a": (1, 2), "b": (1, 2)}
    assert forwards.count == backwards.count == 2


def test_a_tie_that_reaches_across_loses_no_optimal_order() -> None:
    # b beats c, but a ties with both: a may come first, between them, or last.
    combined = combine(pairs_of(np.array([[0, 1, 1], [1, 0, 2], [1, 0, 0]]), "abc"), most_orders=9)

    assert combined.bands == (("a", "b", "c"),)
    assert combined.places == {"a": (1, 3), "b": (1, 2), "c": (2, 3)}
    assert combined.orders == (tuple("abc"), tuple("bac"), tuple("bca"))


def test_who_finds_items_equal_or_leaves_one_out_is_not_overruled() -> None:
    combined = combined_of("abc", [["a", ("b", "c")], ["c"], ["c", "b"], ()])

    # a first, by one person; c before b, by another. Nothing stands against either.
    assert combined.cost == 0
    assert combined.orders == (("a", "c", "b"),)
    assert combined.unique


def test_an_item_that_nobody_ranked_may_stand_anywhere() -> None:
    combined = combined_of("abx", ["ab"])

    assert combined.places == {"a": (1, 2), "b": (2, 3), "x": (1, 3)}
    assert combined.bands == (("a", "b", "x"),)
    assert combined.count == 3


def test_cost_is_in_voices_where_ballots_have_weights() -> None:
    halves: dict[str, Weight] = {"1": Fraction(1, 2), "2": Fraction(1, 3), "3": Fraction(2, 3)}
    combined = combined_of("ab", ["ab", "ba", "ab"], halves)

    assert combined.cost == Fraction(1, 3)
    assert combined_of("ab", ["ab", "ba", "ba"], halves).cost == Fraction(1, 2)
    assert combined_of("ab", ["ab", "ba"], {"1": 3, "2": 2}).cost == 2


def test_what_was_combined_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        combined_of("ab", ["ab"]).cost = 3  # type: ignore[misc]


# --- every order ------------------------------------------------------------------------------


@given(profiles().filter(has_a_view))
def test_of_any_ballots_it_is_what_trying_every_order_finds(profile: Profile) -> None:
    pairs = count_pairs(profile)
    orders = optimal_orders(pairs.above)

    assert combine(pairs, most_orders=1_000) == expected(
        pairs, what_they_share(pairs.above, orders), orders
    )


@given(problems())
@example(rotational(6))
@example(all_tied(5))
def test_of_any_counts_it_is_what_trying_every_order_finds(above: Table) -> None:
    pairs = pairs_of(above)
    orders = optimal_orders(above)

    assert combine(pairs, most_orders=1_000) == expected(
        pairs, what_they_share(above, orders), orders
    )


@pytest.mark.parametrize(
    "above",
    [
        *(counted(random_places(7, people, seed=people)) for people in range(2, 8)),
        counted(shifts(7)),
        tournament(7, seed=1),
        paley(7),
        all_tied(7),
        nearly_tied(7, views=4, seed=1),
        chains(3, 4),
    ],
)
@pytest.mark.parametrize("in_subsets", [14, 2])
def test_of_seven_items_too(above: Table, in_subsets: int) -> None:
    pairs = pairs_of(above)
    truth = over_every_order(above)
    with at_most_in_subsets(in_subsets):
        combined = combine(pairs, AMPLE)

    assert combined == expected(pairs, truth, [tuple(truth.first)])


@settings(max_examples=50)
@given(profiles(most=5, people=4).filter(has_a_view))
def test_cost_counts_the_voices_that_the_order_overrules_ballot_by_ballot(
    profile: Profile,
) -> None:
    def overruled(order: tuple[str, ...]) -> Fraction:
        total = Fraction(0)
        for person, count in zip(profile.people, profile.counts.tolist(), strict=True):
            groups = profile.ballot(person)
            place = {item: at for at, group in enumerate(groups) for item in group}
            for earlier, later in combinations(order, 2):
                if {earlier, later} <= set(place) and place[later] < place[earlier]:
                    total += Fraction(count, profile.unit)
        return total

    combined = combine(count_pairs(profile), most_orders=200)
    least = min(map(overruled, permutations(profile.items)))
    assert combined.cost == least
    assert combined.orders == tuple(
        order
        for order in product(profile.items, repeat=len(profile.items))
        if len(set(order)) == len(order) and overruled(order) == least
    )


@given(problems(most=5), st.integers(1, 130))
def test_the_first_orders_are_the_first_of_all(above: Table, most: int) -> None:
    pairs = pairs_of(above)
    for in_subsets in (14, 1):
        with at_most_in_subsets(in_subsets):
            every = combine(pairs, AMPLE, most_orders=1_000)
            some = combine(pairs, AMPLE, most_orders=most)

        assert some.orders == every.orders[:most]
        assert len(every.orders) == every.count
        assert msgspec.structs.replace(some, orders=()) == msgspec.structs.replace(every, orders=())


@given(problems(most=4), problems(most=4), st.integers(1, 30))
def test_the_first_orders_run_through_the_last_part_fastest(
    upper: Table, lower: Table, most: int
) -> None:
    size = len(upper) + len(lower)
    above = np.zeros((size, size), dtype=np.int64)
    above[: len(upper), : len(upper)] = upper
    above[len(upper) :, len(upper) :] = lower
    above[: len(upper), len(upper) :] = 1
    pairs = pairs_of(above)
    ways = [
        (*first, *(at + len(upper) for at in then))
        for first, then in product(optimal_orders(upper), optimal_orders(lower))
    ]

    assert combine(pairs, most_orders=most).orders == tuple(
        tuple(pairs.items[at] for at in way) for way in ways[:most]
    )


def test_a_few_orders_of_very_many_are_listed_at_once() -> None:
    combined = combine(pairs_of(chains(20, 20, 20)), AMPLE, most_orders=3)
    rows = items_of(60)

    # About 6 × 10**26, far beyond 64 bits.
    assert combined.count == factorial(60) // factorial(20) ** 3
    assert combined.orders == (
        rows,
        (*rows[:39], rows[40], rows[39], *rows[41:]),
        (*rows[:39], rows[40], rows[41], rows[39], *rows[42:]),
    )


# --- little effort ----------------------------------------------------------------------------


@given(problems(), tiny_efforts, st.sampled_from([1, 2, 3]))
@example(paley(7), Effort(1, 1), 1)
@example(counted(shifts(6)), Effort(5, 1), 2)
def test_with_hardly_any_effort_nothing_wrong_is_claimed(
    above: Table, effort: Effort, in_subsets: int
) -> None:
    pairs = pairs_of(above)
    with at_most_in_subsets(in_subsets):
        combined = combine(pairs, effort)

    assert_nothing_wrong(combined, pairs, over_every_order(above))


@given(profiles(fewest=3).filter(has_a_view), tiny_efforts)
def test_with_hardly_any_effort_weighted_ballots_are_not_miscounted_either(
    profile: Profile, effort: Effort
) -> None:
    pairs = count_pairs(profile)
    with at_most_in_subsets(1):
        combined = combine(pairs, effort)

    assert_nothing_wrong(combined, pairs, over_every_order(pairs.above))


@pytest.mark.parametrize("effort", [Effort(0, 0), Effort(1, 1), Effort(30, 100), Effort(1, 10**6)])
@pytest.mark.parametrize(
    "above",
    [
        rotational(15),
        counted(shifts(16)),
        tournament(16, seed=3),
        counted(random_places(16, 4, seed=3)),
        nearly_tied(15, views=12, seed=3),
    ],
)
def test_with_little_effort_many_items_are_left_open_and_never_wrong(
    above: Table, effort: Effort
) -> None:
    pairs = pairs_of(above)

    assert_nothing_wrong(combine(pairs, effort), pairs, over_subsets(above))


def test_when_not_all_orders_can_be_found_it_says_so_and_lists_one() -> None:
    combined = combine(pairs_of(all_tied(15)), Effort(pivots=100, ways=100), most_orders=5)

    assert combined.count is None
    assert combined.orders == (combined.order,)
    assert combined.bands == (combined.order,)
    assert set(combined.places.values()) == {(1, 15)}
    # Every order costs the same here, and that much is proven.
    assert combined.proven
    assert not combined.unique


def test_a_part_that_is_left_open_leaves_the_others_as_they_are() -> None:
    above = np.triu(np.full((21, 21), 2), 1)
    above[3:18, 3:18] = all_tied(15)
    above[18:, 18:] = all_tied(3)
    combined = combine(pairs_of(above), Effort(pivots=100, ways=100), most_orders=5)

    # The last three items alone have six orders; of the whole only one is listed.
    assert combined.orders == (combined.order,)
    assert list(map(len, combined.bands)) == [1, 1, 1, 15, 3]
    assert combined.count is None
    assert [combined.places[item] for item in items_of(21)] == [
        *[(1, 1), (2, 2), (3, 3)],
        *[(4, 18)] * 15,
        *[(19, 21)] * 3,
    ]


def test_a_gap_is_in_voices_too() -> None:
    quarters: dict[str, Weight] = {str(at): Fraction(1, 4) for at in range(1, 8)}
    in_voices, in_quarters = (
        count_pairs(Profile.of_places(items_of(7), shifts(7), weights=weights))
        for weights in (None, quarters)
    )
    with at_most_in_subsets(2):
        whole, parts = (combine(pairs, Effort(0, 0)) for pairs in (in_voices, in_quarters))

    assert_nothing_wrong(parts, in_quarters, over_every_order(in_quarters.above))
    assert whole.gap > 0
    assert parts.gap == Fraction(whole.gap) / 4
    assert parts.cost == Fraction(whole.cost) / 4


def test_an_effort_for_a_room_and_one_for_the_desk_agree_where_both_suffice() -> None:
    pairs = pairs_of(counted(shifts(20)))

    assert combine(pairs, LIVE) == combine(pairs, THOROUGH) == combine(pairs)
