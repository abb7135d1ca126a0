"""The combined order, held against trying every order there is."""

from collections.abc import Sequence
from itertools import combinations, pairwise, permutations
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.kemeny import LARGEST_EXACT, Combined, combine
from consensus.ranking.pairwise import Pairs, count_pairs

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# One whole ballot each way round: every pair of items is tied.
OPPOSED = ("abcd", "dcba")
# Everyone's order is the last person's, begun one item later: majorities go round in a circle.
CIRCLE = ("abc", "bca", "cab")


@st.composite
def groups(draw: st.DrawFn, most_items: int = 6, most_people: int = 7) -> Pairs:
    """Ballots of a small group; with an even number of people, ties are common."""
    items = LETTERS[: draw(st.integers(0, most_items))]
    return count_pairs(
        items, draw(st.lists(st.permutations(items).map(tuple), max_size=most_people))
    )


@st.composite
def counts(draw: st.DrawFn, most_items: int = 6) -> Pairs:
    """Counts that need not come from whole ballots: full of ties and circles."""
    size = draw(st.integers(0, most_items))
    row = st.lists(st.integers(0, 2), min_size=size, max_size=size)
    table = [draw(row) for _ in range(size)]
    above = tuple(tuple(0 if i == j else table[i][j] for j in range(size)) for i in range(size))
    return Pairs(items=tuple(LETTERS[:size]), above=above)


def cost_of(order: Sequence[str], pairs: Pairs) -> int:
    at = {item: index for index, item in enumerate(pairs.items)}
    return sum(pairs.above[at[later]][at[earlier]] for earlier, later in combinations(order, 2))


def optimal_orders(pairs: Pairs) -> list[tuple[str, ...]]:
    """Every optimal order by trial; items are given alphabetically, so the first is canonical."""
    orders = sorted(permutations(pairs.items))
    least = min(cost_of(order, pairs) for order in orders)
    return [order for order in orders if cost_of(order, pairs) == least]


def bands_of(orders: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    size = len(orders[0])
    cuts = [k for k in range(size + 1) if len({frozenset(order[:k]) for order in orders}) == 1]
    return tuple(orders[0][start:stop] for start, stop in pairwise(cuts))


def expected(pairs: Pairs) -> Combined:
    orders = optimal_orders(pairs)
    places = {item: [order.index(item) + 1 for order in orders] for item in pairs.items}
    return Combined(
        order=orders[0],
        cost=cost_of(orders[0], pairs),
        bands=bands_of(orders),
        places={item: (min(where), max(where)) for item, where in places.items()},
        unique=len(orders) == 1,
        exact=True,
    )


def random_ballots(size: int, people: int, seed: int) -> Pairs:
    random = Random(seed)
    items = LETTERS[:size]
    return count_pairs(items, [random.sample(items, size) for _ in range(people)])


@settings(deadline=None)
@given(groups())
def test_given_any_ballots_when_combined_then_it_is_what_trying_every_order_finds(
    pairs: Pairs,
) -> None:
    assert combine(pairs) == expected(pairs)


@settings(deadline=None)
@given(counts())
def test_given_any_counts_when_combined_then_it_is_what_trying_every_order_finds(
    pairs: Pairs,
) -> None:
    assert combine(pairs) == expected(pairs)


def test_given_one_ballot_when_combined_then_it_is_that_ballot() -> None:
    combined = combine(count_pairs("abcd", ["cadb"]))

    assert combined.order == ("c", "a", "d", "b")
    assert combined.bands == (("c",), ("a",), ("d",), ("b",))
    assert combined.places == {"c": (1, 1), "a": (2, 2), "d": (3, 3), "b": (4, 4)}
    assert (combined.cost, combined.unique, combined.exact) == (0, True, True)


def test_given_no_items_when_combined_then_nothing_is_in_order() -> None:
    assert combine(Pairs(items=(), above=())) == Combined(
        order=(), cost=0, bands=(), places={}, unique=True, exact=True
    )


def test_given_no_ballots_when_combined_then_all_items_are_level() -> None:
    combined = combine(count_pairs("cab", []))

    assert combined.order == ("c", "a", "b")
    assert combined.bands == (("c", "a", "b"),)
    assert set(combined.places.values()) == {(1, 3)}
    assert not combined.unique


def test_given_two_opposed_people_when_combined_then_no_order_is_claimed() -> None:
    combined = combine(count_pairs("abcd", OPPOSED))

    assert combined.bands == (tuple("abcd"),)
    assert combined.cost == 6
    assert not combined.unique


def test_given_a_circle_when_combined_then_its_weakest_link_gives_way() -> None:
    # a before b 3:2, b before c 5:0, c before a 3:2; either 3:2 may give way, 5:0 may not.
    combined = combine(count_pairs("abc", ["abc", "abc", "bca", "bca", "bca"]))

    assert combined.order == ("b", "c", "a")
    assert combined.unique


def test_given_an_even_circle_when_combined_then_its_items_are_level() -> None:
    combined = combine(count_pairs("abc", CIRCLE))

    assert combined.bands == (("a", "b", "c"),)
    assert combined.cost == 4
    assert set(combined.places.values()) == {(1, 3)}


def test_given_an_agreed_first_and_last_when_combined_then_only_the_middle_is_level() -> None:
    ballots = ["x" + "".join(middle) + "y" for middle in CIRCLE]
    combined = combine(count_pairs("abcxy", ballots))

    assert combined.bands == (("x",), ("a", "b", "c"), ("y",))
    assert combined.places["x"] == (1, 1)
    assert combined.places["b"] == (2, 4)
    assert combined.places["y"] == (5, 5)


def test_given_a_tie_when_combined_then_items_keep_their_given_order_but_stay_level() -> None:
    forwards, backwards = (combine(count_pairs(items, ["ab", "ba"])) for items in ("ab", "ba"))

    assert forwards.order == ("a", "b")
    assert backwards.order == ("b", "a")
    assert forwards.places == backwards.places == {"a": (1, 2), "b": (1, 2)}


def test_given_a_tie_that_reaches_across_when_combined_then_no_optimal_order_is_lost() -> None:
    # b beats c, but a ties with both: a may come first, between them, or last.
    pairs = Pairs(items=("a", "b", "c"), above=((0, 1, 1), (1, 0, 2), (1, 0, 0)))

    assert combine(pairs).bands == (("a", "b", "c"),)
    assert combine(pairs).places == {"a": (1, 3), "b": (1, 2), "c": (2, 3)}


@settings(deadline=None)
@given(groups(most_items=5), groups(most_items=5))
def test_given_two_groups_of_items_in_agreed_succession_when_combined_then_each_is_solved_alone(
    upper: Pairs, lower: Pairs
) -> None:
    """Counts of the lower items are placed after all of the upper ones by everyone."""
    size, rest = len(upper.items), len(lower.items)
    below = tuple(item.upper() for item in lower.items)
    both = combine(
        Pairs(
            items=upper.items + below,
            above=(
                *((*row, *[1] * rest) for row in upper.above),
                *((*[0] * size, *row) for row in lower.above),
            ),
        )
    )
    first, second = combine(upper), combine(Pairs(items=below, above=lower.above))

    assert both.order == first.order + second.order
    assert both.bands == first.bands + second.bands
    assert both.cost == first.cost + second.cost
    assert both.unique == (first.unique and second.unique)
    assert both.places == first.places | {
        item: (size + best, size + worst) for item, (best, worst) in second.places.items()
    }


@given(groups(most_items=9))
def test_given_other_names_when_combined_then_nothing_but_the_names_changes(pairs: Pairs) -> None:
    named = dict(zip(pairs.items, reversed(pairs.items), strict=True))
    before = combine(pairs)
    after = combine(Pairs(items=tuple(named[item] for item in pairs.items), above=pairs.above))

    assert after == Combined(
        order=tuple(named[item] for item in before.order),
        cost=before.cost,
        bands=tuple(tuple(named[item] for item in band) for band in before.bands),
        places={named[item]: places for item, places in before.places.items()},
        unique=before.unique,
        exact=before.exact,
    )


@given(groups(most_items=9), st.randoms(use_true_random=False))
def test_given_items_in_another_order_when_combined_then_only_the_canonical_order_may_change(
    pairs: Pairs, random: Random
) -> None:
    at = random.sample(range(len(pairs.items)), len(pairs.items))
    shuffled = Pairs(
        items=tuple(pairs.items[i] for i in at),
        above=tuple(tuple(pairs.above[i][j] for j in at) for i in at),
    )
    before, after = combine(pairs), combine(shuffled)

    assert list(map(set, after.bands)) == list(map(set, before.bands))
    assert after.places == before.places
    assert (after.cost, after.unique) == (before.cost, before.unique)


@given(groups(most_items=9))
def test_given_every_ballot_reversed_when_combined_then_all_is_reversed(pairs: Pairs) -> None:
    size = len(pairs.items)
    before, after = (
        combine(pairs),
        combine(Pairs(items=pairs.items, above=tuple(zip(*pairs.above, strict=True)))),
    )

    assert list(map(set, after.bands)) == list(map(set, reversed(before.bands)))
    assert after.cost == before.cost
    assert after.places == {
        item: (size + 1 - worst, size + 1 - best) for item, (best, worst) in before.places.items()
    }


@given(groups(most_items=9))
def test_given_every_ballot_twice_when_combined_then_only_the_cost_doubles(pairs: Pairs) -> None:
    doubled = tuple(tuple(2 * count for count in row) for row in pairs.above)
    before, after = combine(pairs), combine(Pairs(items=pairs.items, above=doubled))

    assert (after.order, after.bands, after.places) == (before.order, before.bands, before.places)
    assert after.cost == 2 * before.cost


def without(discarded: str, pairs: Pairs) -> Pairs:
    """The same ballots, as if the item had never been on them."""
    kept = [at for at, item in enumerate(pairs.items) if item != discarded]
    return Pairs(
        items=tuple(pairs.items[i] for i in kept),
        above=tuple(tuple(pairs.above[i][j] for j in kept) for i in kept),
    )


@given(groups(most_items=9).filter(lambda pairs: bool(pairs.items)))
def test_given_an_optimal_order_when_its_last_item_is_discarded_then_the_rest_stays_optimal(
    pairs: Pairs,
) -> None:
    whole = combine(pairs)
    *kept, discarded = whole.order
    rest = combine(without(discarded, pairs))

    assert cost_of(kept, pairs) == rest.cost
    if whole.unique:
        assert rest.order == tuple(kept)
        assert rest.unique


@given(groups(most_items=9))
def test_given_another_ballot_equal_to_the_order_when_combined_then_that_order_stands(
    pairs: Pairs,
) -> None:
    order = combine(pairs).order
    at = {item: order.index(item) for item in pairs.items}
    joined = tuple(
        tuple(count + (at[one] < at[other]) for count, other in zip(row, pairs.items, strict=True))
        for row, one in zip(pairs.above, pairs.items, strict=True)
    )

    assert combine(Pairs(items=pairs.items, above=joined)).bands == tuple((i,) for i in order)


@pytest.mark.parametrize("seed", range(4))
def test_given_eight_items_when_combined_then_it_is_what_trying_every_order_finds(
    seed: int,
) -> None:
    pairs = random_ballots(8, people=4 + seed, seed=seed)

    assert combine(pairs) == expected(pairs)


def test_given_the_most_items_that_are_searched_when_all_are_tied_then_it_is_still_exact() -> None:
    combined = combine(count_pairs(LETTERS[:LARGEST_EXACT], []))

    assert combined.exact
    assert set(combined.places.values()) == {(1, LARGEST_EXACT)}


def circle_of(size: int) -> list[str]:
    items = LETTERS[:size]
    return [items[start:] + items[:start] for start in range(size)]


def test_given_too_many_items_in_one_tangle_when_combined_then_it_says_it_is_not_exact() -> None:
    size = LARGEST_EXACT + 1
    combined = combine(count_pairs(LETTERS[:size], circle_of(size)))

    assert not combined.exact
    assert not combined.unique
    assert combined.bands == (tuple(LETTERS[:size]),)
    assert set(combined.places.values()) == {(1, size)}


def test_given_too_many_items_in_one_tangle_when_combined_then_they_are_ordered_by_count() -> None:
    size = LARGEST_EXACT + 1
    items = LETTERS[:size]
    ballots = [*circle_of(size), items[1] + items[0] + items[2:]]
    combined = combine(count_pairs(items, ballots))

    assert not combined.exact
    assert combined.order == tuple(items[1] + items[0] + items[2:])
    assert all(len(band) == 1 for band in combined.bands)
    assert not combined.unique
    assert combined.cost == cost_of(combined.order, count_pairs(items, ballots))


def test_given_a_tangle_among_agreed_items_when_combined_then_those_keep_their_place() -> None:
    size = LARGEST_EXACT + 1
    ballots = ["y" + ballot + "z" for ballot in circle_of(size)]
    combined = combine(count_pairs(LETTERS[:size] + "yz", ballots))

    assert not combined.exact
    assert combined.bands == (("y",), tuple(LETTERS[:size]), ("z",))
    assert combined.places["y"] == (1, 1)
    assert combined.places["a"] == (2, size + 1)
    assert combined.places["z"] == (size + 2, size + 2)


@pytest.mark.parametrize(("size", "milliseconds"), [(10, 5), (LARGEST_EXACT, 300)])
def test_given_items_in_one_tangle_when_combined_then_nobody_waits(
    size: int, milliseconds: float
) -> None:
    """The best of five runs, because a busy machine makes any single one slow."""
    pairs = count_pairs(LETTERS[:size], [])
    times = []
    for _ in range(5):
        start = perf_counter()
        combine(pairs)
        times.append(perf_counter() - start)

    assert min(times) * 1000 < milliseconds
