"""Problems to combine: generated ballots and counts, and families known to be hard."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import strategies as st

from consensus.ranking.kemeny import parts, subsets
from consensus.ranking.kemeny.parts import Effort
from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Profile, Table, Weight

# More than any problem here needs.
AMPLE = Effort(pivots=10**9, ways=10**7)

tiny_efforts = st.builds(
    Effort, pivots=st.sampled_from([0, 1, 2, 5, 50]), ways=st.sampled_from([0, 1, 2, 5, 20])
)


@contextmanager
def at_most_in_subsets(items: int) -> Iterator[None]:
    """Solve groups of more items than these by the linear programme, however few they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subsets, "MOST_ITEMS", items)
        yield


@contextmanager
def at_most_searched(items: int) -> Iterator[None]:
    """Only put an order together for groups of more items than these, as is done for very many."""
    with pytest.MonkeyPatch.context() as patch, at_most_in_subsets(1):
        patch.setattr(parts, "MOST_SEARCHED", items)
        yield


def items_of(size: int) -> tuple[str, ...]:
    return tuple(f"item {at:02}" for at in range(size))


def pairs_of(above: Table, items: Sequence[str] | None = None) -> Pairs:
    """Pairs whose counts are these; how many people that was plays no part."""
    counts = above.astype(np.int64)
    return Pairs(items_of(len(above)) if items is None else tuple(items), counts, counts.copy())


def counted(places: Table) -> Table:
    """Count pairs from a table of places, 0 for not ranked, in the plainest way."""
    above = np.zeros((places.shape[1], places.shape[1]), dtype=np.int64)
    for row in places:
        above += (row[:, None] < row) & (row[:, None] > 0)
    return above


def rearranged(above: Table, at: Sequence[int]) -> Table:
    """The same counts with the items given in another order."""
    return above[np.ix_(at, at)]


# --- generated --------------------------------------------------------------------------------


@st.composite
def tables(draw: st.DrawFn, fewest: int = 2, most: int = 6, largest: int = 2) -> Table:
    """Counts that need not come from whole ballots: full of ties and circles."""
    size = draw(st.integers(fewest, most))
    cells = st.lists(st.integers(0, largest), min_size=size * size, max_size=size * size)
    above = np.array(draw(cells), dtype=np.int64).reshape(size, size)
    np.fill_diagonal(above, 0)
    return above


def problems(fewest: int = 2, most: int = 6) -> st.SearchStrategy[Table]:
    """Counts with at least one view in them, of any sort: level, contrary, or far apart."""
    sorts = [tables(fewest, most, 1), tables(fewest, most), tables(fewest, most, 10**6)]
    return st.one_of(sorts).filter(lambda above: bool(above.any()))


@st.composite
def profiles(draw: st.DrawFn, fewest: int = 2, most: int = 6, people: int = 6) -> Profile:
    """Small groups: strict, tied or partial ballots, each person of one voice or weighted."""
    size = draw(st.integers(fewest, most))
    strict = st.permutations(range(1, size + 1))
    tied = st.lists(st.integers(1, 3), min_size=size, max_size=size)
    partial = st.lists(st.integers(0, 3), min_size=size, max_size=size)
    ballots = draw(st.sampled_from([strict, tied, partial, st.one_of(strict, tied, partial)]))
    rows = draw(st.lists(ballots, min_size=1, max_size=people))
    weight = st.one_of(st.integers(1, 3), st.fractions(Fraction(1, 6), 2, max_denominator=6))
    weights: dict[str, Weight] | None = None
    if draw(st.booleans()):
        weights = {str(at): draw(weight) for at in range(1, len(rows) + 1)}
    return Profile.of_places("abcdefghi"[:size], np.array(rows), weights=weights)


def has_a_view(profile: Profile) -> bool:
    return any(len(profile.ballot(person)) > 1 for person in profile.people)


# --- families ---------------------------------------------------------------------------------


def random_places(size: int, people: int, seed: int) -> Table:
    """Orders without any consensus, as places."""
    return np.argsort(np.random.default_rng(seed).random((people, size)), axis=1) + 1


def around_one_order(size: int, people: int, noise: float, seed: int) -> Table:
    """Places by people who feel each item at its own place, give or take the noise."""
    rng = np.random.default_rng(seed)
    felt = np.arange(size) + noise * rng.normal(size=(people, size))
    return felt.argsort(axis=1).argsort(axis=1) + 1


def shifts(size: int) -> Table:
    """Everyone's order is the last person's, begun one item later, as places."""
    return np.array([np.roll(np.arange(size), start) for start in range(size)]) + 1


def rotational(size: int) -> Table:
    """Each item wins against those in the half circle after it; opposite items are level."""
    ahead = (np.arange(size) - np.arange(size)[:, None]) % size
    return ((ahead > 0) & (2 * ahead <= size)).astype(np.int64)


def tournament(size: int, seed: int) -> Table:
    """Each pair decided by lot, one to nothing."""
    upper = np.triu(np.random.default_rng(seed).integers(0, 2, (size, size)), 1)
    return upper + np.tril(1 - upper.T, -1)


def paley(prime: int) -> Table:
    """Each item wins against those whose distance is a square (Paley): no item stands out."""
    squares = {number * number % prime for number in range(1, prime)}
    return np.array([[int((j - i) % prime in squares) for j in range(prime)] for i in range(prime)])


def all_tied(size: int) -> Table:
    return 1 - np.eye(size, dtype=np.int64)


def nearly_tied(size: int, views: int, seed: int) -> Table:
    """Everything level but for a few pairs."""
    rng = np.random.default_rng(seed)
    above = all_tied(size)
    for _ in range(views):
        i, j = rng.choice(size, 2, replace=False)
        above[i, j] += 1
    return above


def top_lists(size: int, people: int, length: int, seed: int, *, below: bool = False) -> Table:
    """Lists of a few items each; the rest was not ranked, or lies below."""
    places = random_places(size, people, seed)
    places[places > length] = length + 1 if below else 0
    return places


def chains(*lengths: int) -> Table:
    """Items that stand in several rows of agreed order; the rows are level with one another."""
    above = all_tied(sum(lengths))
    start = 0
    for length in lengths:
        inside = slice(start, start + length)
        above[inside, inside] = 2 * np.triu(np.ones((length, length), dtype=np.int64), 1)
        start += length
    return above


# Problems of 8 to 25 items in which majorities go round in circles, or are even.
FAMILIES = {
    "8 items, no consensus, 4 people": counted(random_places(8, 4, seed=1)),
    "9 items, no consensus, 9 people": counted(random_places(9, 9, seed=2)),
    "12 items, five lists of three": counted(top_lists(12, 5, 3, seed=3)),
    "13 items, shifted": counted(shifts(13)),
    "14 items, nearly level": nearly_tied(14, views=30, seed=4),
    "15 items, by lot": tournament(15, seed=5),
    "15 items, shifted": counted(shifts(15)),
    "16 items, no consensus, 6 people": counted(random_places(16, 6, seed=6)),
    "17 items, half circles": rotational(17),
    "18 items, lists of four, the rest below": counted(top_lists(18, 9, 4, seed=7, below=True)),
    "19 items, around one order": counted(around_one_order(19, 8, noise=5, seed=8)),
    "20 items, two rows": chains(9, 11),
    "20 items, shifted": counted(shifts(20)),
    "21 items, weighted": 37 * counted(random_places(21, 3, seed=9))
    + 24 * counted(random_places(21, 4, seed=10)),
    "22 items, by lot": tournament(22, seed=11),
    "24 items, no consensus, 11 people": counted(random_places(24, 11, seed=12)),
    "25 items, around one order": counted(around_one_order(25, 6, noise=8, seed=13)),
}

# Enough to find all orders of each of these, and little enough that no test waits for a bug.
ENOUGH = Effort(pivots=10**5, ways=10**6)

every_family = pytest.mark.parametrize("above", FAMILIES.values(), ids=FAMILIES)
