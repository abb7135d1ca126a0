"""Do tables that did the same exercise separately differ, or only their people?

Ballots are compared, not winners: two groups of eight from one and the same room may share no more
than three of five. So two people of different tables are held against two people of the same
table. Tables are never put in an order of how much they agree: agreement is not an achievement.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np
from msgspec import Struct

from consensus.ranking.distance import by_ballot, count_opposite, pair_signs
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Profile, Table
from consensus.ranking.tables.permutation import (
    SUPPORTED,
    Figures,
    Seats,
    Verdict,
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

# So many numbers fit into memory at once without anybody noticing.
_BLOCK = 4_000_000


class Difference(Struct, frozen=True):
    """How much further apart people of different tables are than people of the same table.

    `size`: the mean share of pairs of items that two people of different tables order oppositely,
    minus that of two people of the same table. 0 is what shuffling people over the tables gives on
    average; None where people have no pairs in common to compare.
    `p`: how often shuffling gives at least as much; None with `size`. `exact`: every seating was
    tried; otherwise some were drawn.
    `corrected`: p after Holm's correction for the number of pairs of tables compared.
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
    `within`, `between`: the means of that over tables and over pairs of tables, each counted once.
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
    def sizes(self) -> tuple[int, ...]:
        """How many people sit at each table."""
        return tuple(np.bincount(self.seats, minlength=len(self.tables)).tolist())


def compare_tables(
    profile: Profile, tables: Mapping[str, str], seed: int, draws: int = DRAWS
) -> Comparison | None:
    """Say whether people at different tables differ more than people at the same one.

    `profile`: the private ballots of everybody. `tables`: each person's table, for all who gave a
    ballot; others do not matter. Everybody counts once, whatever their ballot weighs.

    The measure is the mean distance between two tables minus the mean within them, where each table
    counts the same whatever its size (Szekely and Rizzo, 2004, on the distance of Kendall, 1938).
    For complete strict ballots it is 0 on average where both tables come from people who put each
    pair of items either way equally often, and grows with the squares of what they do not. Its
    support comes from shuffling people over the tables: all seatings where they are at most 20,000,
    otherwise `draws` of them from `seed`, corrected after Holm (1979) over all pairs of tables. A
    drawn p may change a little with the order of the items.

    None for fewer than two tables of at least 3 people. Raises BallotError when the table of
    somebody who gave a ballot is missing.
    """
    room = seated(profile, tables)
    count = len(room.tables)
    if count < 2:
        return None
    opposite, compared = count_opposite(pair_signs(room.places))
    np.fill_diagonal(compared, 0)
    pairs = list(combinations(range(count), 2))
    apart = _apart(opposite, compared, room.seats)
    tests = [
        _tested(*_only(pair, opposite, compared, room.seats), draws, seed, len(pairs))
        for pair in pairs
    ]
    return Comparison(
        tables=room.tables,
        left_out=room.left_out,
        apart=apart,
        within=_mean([apart[at][at] for at in range(count)]),
        between=_mean([apart[one][other] for one, other in pairs]),
        overall=_corrected([_tested(opposite, compared, room.seats, draws, seed, 1)])[0],
        pairs=tuple(
            TablePair((room.tables[one], room.tables[other]), difference)
            for (one, other), difference in zip(pairs, _corrected(tests), strict=True)
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


def between_minus_within(opposite: Table, compared: Table, seats: Seats) -> Figures:
    """Take the mean distance between two tables minus the mean within, for each way of sitting.

    `opposite`, `compared`: shape (people, people), with 0 on both diagonals. `seats`: shape (ways,
    people). NaN for a way in which two tables, or the people of one, have nothing to compare.
    """
    tables = int(seats.max()) + 1
    blocks = np.array_split(seats, tables * seats.size // _BLOCK + 1)
    return np.concatenate([_block(opposite, compared, block, tables) for block in blocks])


def _block(opposite: Table, compared: Table, seats: Seats, tables: int) -> Figures:
    within, between = np.zeros((2, len(seats)))
    sits = [(seats == table).astype(float) for table in range(tables)]
    # Where any two people compare as many pairs as any other two, every way of sitting does too.
    ways = 1 if np.ptp(compared[np.triu_indices(len(compared), 1)]) == 0 else len(seats)
    for one in range(tables):
        against = sits[one] @ opposite.astype(float)
        asked = sits[one][:ways] @ compared.astype(float)
        for other in range(one, tables):
            total = within if one == other else between
            with np.errstate(invalid="ignore"):
                total += _by_row(against, sits[other]) / _by_row(asked, sits[other][:ways])
    differences: Figures = between / (tables * (tables - 1) // 2) - within / tables
    return differences


def _by_row(one: Figures, other: Figures) -> Figures:
    products: Figures = np.einsum("wp,wp->w", one, other)
    return products


class _Test(Struct, frozen=True):
    """One permutation test, before it is corrected for how many there are."""

    size: float | None
    p: Fraction
    smallest: Fraction
    needed: float | None
    exact: bool


def _tested(
    opposite: Table, compared: Table, seats: Seats, draws: int, seed: int, of: int
) -> _Test:
    """Test the difference between tables, which is one of so many."""
    found = seatings(tuple(np.bincount(seats).tolist()), draws, seed)
    size = between_minus_within(opposite, compared, seats[None])
    if np.isnan(size).any():
        return _Test(None, Fraction(1), Fraction(1), None, found.exact)
    shuffled = between_minus_within(opposite, compared, found.tables)
    [p] = p_values(found, shuffled[:, None], size)
    needed = smallest_supported(found, shuffled, SUPPORTED / of)
    return _Test(float(size[0]), p, found.smallest, needed, found.exact)


def _corrected(tests: Sequence[_Test]) -> list[Difference]:
    values = holm([test.p for test in tests])
    reachable = holm([test.smallest for test in tests])
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


def _only(
    pair: tuple[int, int], opposite: Table, compared: Table, seats: Seats
) -> tuple[Table, Table, Seats]:
    """Take the people of two tables alone."""
    rows = np.flatnonzero(np.isin(seats, pair))
    there = (seats[rows] == pair[1]).astype(np.int16)
    return opposite[np.ix_(rows, rows)], compared[np.ix_(rows, rows)], there


def _apart(opposite: Table, compared: Table, seats: Seats) -> tuple[tuple[float | None, ...], ...]:
    sits = (seats == np.unique(seats)[:, None]).astype(np.int64)
    against, asked = ((sits @ counts @ sits.T).tolist() for counts in (opposite, compared))
    return tuple(
        tuple(one / of if of else None for one, of in zip(*rows, strict=True))
        for rows in zip(against, asked, strict=True)
    )


def _mean(shares: Sequence[float | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if len(known) == len(shares) else None
