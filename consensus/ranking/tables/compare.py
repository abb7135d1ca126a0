"""Do tables that did the same exercise separately differ, or only their people?

Ballots are compared, not winners: two groups of eight from one and the same room may share no more
than three of five. So two people of different tables are held against two people of the same
table. Tables are never put in an order of how much they agree: agreement is not an achievement.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import isnan

import numpy as np
from msgspec import Struct

from consensus.ranking.distance import Signs, by_ballot, count_opposite, pair_signs
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Profile, Table
from consensus.ranking.tables.measure import measured, of_two, shared
from consensus.ranking.tables.permutation import (
    SUPPORTED,
    Figures,
    Seatings,
    Seats,
    Verdict,
    each_way,
    holm,
    p_values,
    seatings,
    smallest_supported,
    verdict,
)

# The two ballots of a table of two cannot be told from two people.
FEWEST_AT_A_TABLE = 3

# Where a p near 0.05 is drawn, it is right to about 0.01.
DRAWS = 2_000

# Tables of eight have 12,870 seatings by two; with so many couples at once they take 7 MB.
_COUPLES = 66


class Difference(Struct, frozen=True):
    """How much further apart people of different tables are than people of the same table.

    `size`: how often two people of different tables order a pair of items oppositely, minus how
    often two people of the same table do: a mean over pairs of items. 0 is what shuffling people
    over the tables gives on average; None where people have no pairs in common to compare.
    `p`: how often shuffling gives at least as much; None with `size`. `exact`: every seating was
    tried; otherwise some were drawn.
    `corrected`: p after Holm's correction for the number of pairs of tables compared, and once more
    for the `looks`.
    `reachable`: the smallest corrected p that tables of these sizes could have reached at all.
    `needed`: the smallest difference between these people that would have been supported, if it had
    to stand against all other pairs of tables; None when none would.
    `verdict`: three ways. "Too few to tell" never means that there is no difference.
    """

    size: float | None
    p: float | None
    corrected: float | None
    reachable: float
    needed: float | None
    exact: bool
    verdict: Verdict


class TablePair(Struct, frozen=True):
    """Two tables and the difference between them."""

    tables: tuple[str, str]
    difference: Difference


class Comparison(Struct, frozen=True):
    """Several tables compared, in the order in which `tables` first names them.

    `tables`: those of which at least 3 people put one item before another. `left_out`: the others.
    `apart[i][j]`: the share of pairs of items, 0 to 1 with chance at 0.5, that a person of table i
    and one of table j order oppositely, over all that they both ordered; where i is j, two people
    of that table. None where they have no pair in common.
    `within`, `between`: the means of that over tables and over pairs of tables, each counted once,
    and taken for each pair of items over the tables that were asked about it.
    `overall`: the one question to ask first, whether the tables differ at all.
    `pairs`: every two tables. With many tables none of these may be within reach.
    """

    tables: tuple[str, ...]
    left_out: tuple[str, ...]
    apart: tuple[tuple[float | None, ...], ...]
    within: float | None
    between: float | None
    overall: Difference
    pairs: tuple[TablePair, ...]


class Seated(Struct, frozen=True, eq=False):
    """People with a view, at tables of at least 3, in an order that depends on ballots alone.

    `tables`: their names. `seats`: shape (people,), the number of each person's table. `places`:
    shape (people, items), as in `Profile`. `left_out`: tables where fewer people have a view.
    """

    tables: tuple[str, ...]
    left_out: tuple[str, ...]
    places: Table
    seats: Seats

    @property
    def count(self) -> int:
        """How many tables there are."""
        return len(self.tables)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many people sit at each table."""
        return tuple(np.bincount(self.seats, minlength=len(self.tables)).tolist())


def compare_tables(
    profile: Profile, tables: Mapping[str, str], seed: int, draws: int = DRAWS, looks: int = 1
) -> Comparison | None:
    """Say whether people at different tables differ more than people at the same one.

    `profile`: the private ballots of everybody. `tables`: each person's table, for all who gave a
    ballot; others do not matter. Everybody counts once, whatever their ballot weighs.

    The measure (`measure`) is the mean distance between two tables minus the mean within them. For
    complete strict ballots it is 0 on average where both tables come from people who put each
    pair of items either way equally often, and grows with the squares of what they do not. Its
    support comes from shuffling people over the tables: all seatings where they are at most 20,000,
    otherwise `draws` of them from `seed`, corrected after Holm (1979) over all pairs of tables. A
    drawn p may change a little with the order of the items.

    `looks`: how many times a question like this is asked of the same people, as before a talk and
    after it. Every p counts so many times (Bonferroni), because chance has as many tries.

    None for fewer than two tables of at least 3 people. Raises BallotError when the table of
    somebody who gave a ballot is missing.
    """
    room = seated(profile, tables)
    if room.count < 2:
        return None
    signs = pair_signs(room.places)
    pairs = list(combinations(range(room.count), 2))
    whole = shared(signs, room.seats)
    now = measured(whole, room.seats[None])
    return Comparison(
        tables=room.tables,
        left_out=room.left_out,
        apart=_apart(signs, room.seats),
        within=_figure(now.within[0]),
        between=_figure(now.between[0]),
        overall=_corrected([_tested(whole, room.seats, draws, seed, looks)], looks)[0],
        pairs=tuple(
            TablePair((room.tables[one], room.tables[other]), difference)
            for (one, other), difference in zip(
                pairs,
                _corrected(_pair_tests(signs, room, pairs, draws, seed, looks), looks),
                strict=True,
            )
        ),
    )


def seated(profile: Profile, tables: Mapping[str, str]) -> Seated:
    """Take the people who put one item before another, at tables where at least 3 of them sit.

    Raises BallotError when the table of somebody who gave a ballot is missing.
    """
    if not all(person in tables for person in profile.people):
        raise BallotError(Fault.UNKNOWN_PERSON, "the table of somebody is missing")
    order = by_ballot(profile.places)
    order = order[pair_signs(profile.places[order]).any(axis=1)]
    named = [tables[profile.people[at]] for at in order.tolist()]
    sizes = Counter(named)
    kept = [name for name in dict.fromkeys(tables.values()) if sizes[name] >= FEWEST_AT_A_TABLE]
    number = {name: at for at, name in enumerate(kept)}
    rows = [at for at, name in zip(order.tolist(), named, strict=True) if name in number]
    return Seated(
        tables=tuple(kept),
        left_out=tuple(name for name in dict.fromkeys(tables.values()) if name not in number),
        places=profile.places[rows],
        seats=np.array([number[name] for name in named if name in number], dtype=np.int16),
    )


class _Test(Struct, frozen=True):
    """One permutation test, before it is corrected for how many there are."""

    size: float | None
    p: Fraction
    smallest: Fraction
    needed: float | None
    exact: bool


def _tested(signs: Signs, seats: Seats, draws: int, seed: int, of: int) -> _Test:
    """Test the difference between tables, which is one of so many."""
    found = seatings(tuple(np.bincount(seats).tolist()), draws, seed)
    shuffled = each_way(found, lambda seats: measured(signs, seats).difference)
    return _test(found, shuffled, measured(signs, seats[None]).difference[0], of)


def _test(found: Seatings, shuffled: Figures, size: float, of: int) -> _Test:
    if isnan(size):
        return _Test(None, Fraction(1), Fraction(1), None, found.exact)
    [p] = p_values(found, shuffled[:, None], np.array([size]))
    needed = smallest_supported(found, shuffled, SUPPORTED / of)
    return _Test(float(size), p, found.smallest, needed, found.exact)


def _pair_tests(
    signs: Signs, room: Seated, pairs: Sequence[tuple[int, int]], draws: int, seed: int, looks: int
) -> list[_Test]:
    """Test every two tables; those alike in size and number of items at once, which is fast."""
    of = len(pairs) * looks
    tests: dict[tuple[int, int], _Test] = {}
    alike: dict[tuple[int, int, int], list[tuple[tuple[int, int], Figures]]] = {}
    for pair in pairs:
        rows, seats = _only(pair, room.seats)
        theirs = shared(signs[rows], seats)
        if theirs.size and theirs.all():
            sizes = sorted(np.bincount(seats).tolist(), reverse=True)
            couple = alike.setdefault((sizes[0], sizes[1], theirs.shape[1]), [])
            couple.append((pair, count_opposite(theirs)[0].astype(np.float64)))
        else:
            tests[pair] = _tested(theirs, seats, draws, seed, of)
    for (most, least, asked), couples in alike.items():
        for start in range(0, len(couples), _COUPLES):
            block = couples[start : start + _COUPLES]
            found = seatings((most, least), draws, seed)
            opposite = np.array([counts for _, counts in block])
            shuffled = of_two(opposite, asked, (most, least), found.tables)
            for (pair, counts), figures in zip(block, shuffled.T.copy(), strict=True):
                size = of_two(counts[None], asked, *_as_seated(pair, room.seats))[0, 0]
                tests[pair] = _test(found, figures, size, of)
    return [tests[pair] for pair in pairs]


def _only(pair: tuple[int, int], seats: Seats) -> tuple[Table, Seats]:
    """Give the rows of the people of two tables alone, and at which of them each sits."""
    rows = np.flatnonzero(np.isin(seats, pair))
    return rows, (seats[rows] == pair[1]).astype(np.int16)


def _as_seated(pair: tuple[int, int], seats: Seats) -> tuple[tuple[int, int], Seats]:
    there = _only(pair, seats)[1]
    second = int(there.sum())
    return (len(there) - second, second), there[None]


def _corrected(tests: Sequence[_Test], looks: int) -> list[Difference]:
    values = [min(Fraction(1), value * looks) for value in holm([test.p for test in tests])]
    reachable = [
        min(Fraction(1), value * looks) for value in holm([test.smallest for test in tests])
    ]
    return [
        Difference(
            size=test.size,
            p=None if test.size is None else float(test.p),
            corrected=None if test.size is None else float(value),
            reachable=float(least),
            needed=test.needed,
            exact=test.exact,
            verdict=verdict(value, least),
        )
        for test, value, least in zip(tests, values, reachable, strict=True)
    ]


def _apart(signs: Signs, seats: Seats) -> tuple[tuple[float | None, ...], ...]:
    opposite, compared = count_opposite(signs)
    np.fill_diagonal(compared, 0)
    sits = (seats == np.unique(seats)[:, None]).astype(np.int64)
    against, asked = ((sits @ counts @ sits.T).tolist() for counts in (opposite, compared))
    return tuple(
        tuple(one / of if of else None for one, of in zip(*rows, strict=True))
        for rows in zip(against, asked, strict=True)
    )


def _figure(share: float) -> float | None:
    return None if isnan(share) else float(share)
