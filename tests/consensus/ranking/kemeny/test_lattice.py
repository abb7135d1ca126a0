"""What is asked about all optimal orders, answered without listing them."""

from itertools import islice, permutations, product
from math import comb, factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.kemeny.lattice import MOST_ITEMS_IN_64_BITS, Lattice

Order = tuple[int, ...]


def lattice_of(orders: list[Order]) -> Lattice:
    """The lattice that holds these orders, and whatever else the sets between them allow."""
    ways = {
        (frozenset(order[:at]), order[at], frozenset(order[: at + 1]))
        for order in orders
        for at in range(len(order))
    }
    return made(ways)


def made(ways: set[tuple[frozenset[int], int, frozenset[int]]]) -> Lattice:
    sets = sorted(
        {end for way in ways for end in (way[0], way[2])}, key=lambda s: (len(s), sorted(s))
    )
    number = {each: at for at, each in enumerate(sets)}
    rows = sorted((number[before], item, number[after]) for before, item, after in ways)
    before, item, after = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    return Lattice(np.array([len(each) for each in sets]), before, item, after)


def in_twos(count: int) -> Lattice:
    """Items in twos, 0 and 1, 2 and 3…: each two in either order, one two after the other."""
    ways = set()
    for first in range(0, 2 * count, 2):
        placed = frozenset(range(first))
        for one, other in ((first, first + 1), (first + 1, first)):
            ways.add((placed, one, placed | {one}))
            ways.add((placed | {one}, other, placed | {one, other}))
    return made(ways)


def two_rows(length: int, other: int) -> Lattice:
    """Two rows of fixed order that interleave in every way."""
    ways = set()
    for first, second in product(range(length + 1), range(other + 1)):
        here = frozenset(range(first)) | frozenset(range(length, length + second))
        if first < length:
            ways.add((here, first, here | {first}))
        if second < other:
            ways.add((here, length + second, here | {length + second}))
    return made(ways)


def meant(lattice: Lattice) -> list[Order]:
    """Every path, tried out from each set without any order among them."""

    def from_set(at: int) -> list[Order]:
        if lattice.sizes[at] == lattice.sizes[-1]:
            return [()]
        return [
            (item, *rest)
            for before, item, after in zip(
                lattice.before.tolist(), lattice.item.tolist(), lattice.after.tolist(), strict=True
            )
            if before == at
            for rest in from_set(after)
        ]

    return sorted(from_set(0))


lattices = st.integers(1, 5).flatmap(
    lambda size: st.lists(st.permutations(range(size)).map(tuple), min_size=1, max_size=6).map(
        lattice_of
    )
)


@given(lattices)
def test_it_says_of_all_orders_what_listing_them_says(lattice: Lattice) -> None:
    orders = meant(lattice)
    size = len(orders[0])
    best, worst = lattice.places()

    assert lattice.items == size
    assert lattice.count() == len(orders)
    assert lattice.orders(10**6) == orders
    assert lattice.first() == list(orders[0])
    for item in range(size):
        places = [order.index(item) + 1 for order in orders]
        assert (best[item], worst[item]) == (min(places), max(places))
    assert lattice.ends() == [
        len({frozenset(order[:k]) for order in orders}) == 1 for k in range(1, size + 1)
    ]


@given(lattices, st.integers(0, 130))
def test_only_as_many_orders_are_listed_as_were_asked_for(lattice: Lattice, most: int) -> None:
    assert lattice.orders(most) == meant(lattice)[:most]


def test_of_one_order_all_is_certain() -> None:
    lattice = lattice_of([(2, 0, 1)])
    best, worst = lattice.places()

    assert lattice.count() == 1
    assert lattice.orders(5) == [(2, 0, 1)]
    assert lattice.ends() == [True, True, True]
    assert best.tolist() == worst.tolist() == [2, 3, 1]


@pytest.mark.parametrize("size", range(1, 8))
def test_of_every_order_nothing_is_certain_but_the_end(size: int) -> None:
    lattice = lattice_of(list(permutations(range(size))))
    best, worst = lattice.places()

    assert lattice.count() == factorial(size)
    assert lattice.ends() == [False] * (size - 1) + [True]
    assert best.tolist() == [1] * size
    assert worst.tolist() == [size] * size


@pytest.mark.parametrize("count", [1, 9, 10, 11, 25, 70])
def test_twos_multiply_and_are_cut_after_each_two(count: int) -> None:
    lattice = in_twos(count)
    best, worst = lattice.places()

    assert lattice.count() == 2**count
    assert type(lattice.count()) is int
    assert lattice.ends() == [False, True] * count
    assert best.tolist() == [2 * (item // 2) + 1 for item in range(2 * count)]
    assert worst.tolist() == [2 * (item // 2) + 2 for item in range(2 * count)]
    last = 2 * count - 1
    assert lattice.orders(2)[1] == (*range(last - 1), last, last - 1)


@pytest.mark.parametrize(
    ("length", "other"), [(10, 10), (10, 11), (1, 40), (33, 33), (35, 36), (50, 50)]
)
def test_rows_interleave_in_more_ways_than_64_bits_count(length: int, other: int) -> None:
    lattice = two_rows(length, other)
    best, worst = lattice.places()

    assert lattice.count() == comb(length + other, other)
    assert best.tolist() == [*range(1, length + 1), *range(1, other + 1)]
    assert worst.tolist() == [
        *range(other + 1, length + other + 1),
        *range(length + 1, length + other + 1),
    ]


def test_the_first_of_very_many_orders_are_listed_at_once() -> None:
    lattice = in_twos(40)
    swaps = islice(product((False, True), repeat=40), 9)
    expected = [
        tuple(
            item
            for two, swapped in enumerate(swap)
            for item in ((2 * two + 1, 2 * two) if swapped else (2 * two, 2 * two + 1))
        )
        for swap in swaps
    ]

    assert lattice.orders(9) == expected


def test_as_many_items_as_64_bits_allow_are_counted_in_them() -> None:
    assert factorial(MOST_ITEMS_IN_64_BITS) < 2**63 < factorial(MOST_ITEMS_IN_64_BITS + 1)
