"""Would people shuffled over the tables differ as much? A permutation test (Pitman, 1937).

Nothing is assumed of how people rank: if it did not matter who sat where, every seating of the same
people at tables of the same sizes was equally likely, so the share of seatings that give at least
the difference seen is the p-value.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import factorial, floor, prod

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from numpy.random import default_rng

# A difference that chance gives at most this often counts as supported.
SUPPORTED = Fraction(1, 20)

# Up to here every seating is tried; 8 people against 8 have 12,870. Beyond, some are drawn.
EXACT_UP_TO = 20_000

# Figures nearer than this differ by rounding alone. They count as equal, so p is never too small.
ROUNDING = 1e-10

Figures = npt.NDArray[np.float64]
Seats = npt.NDArray[np.int16]


class Verdict(StrEnum):
    """What may be said of a difference.

    TOO_FEW_TO_TELL is not "no difference": with so few people, or so many comparisons, not even the
    greatest difference would have counted.
    """

    DIFFER = "differ"
    NO_MORE_THAN_CHANCE = "no_more_than_chance"
    TOO_FEW_TO_TELL = "too_few_to_tell"


class Seatings(Struct, frozen=True, eq=False):
    """Ways in which the same people could have sat at tables of the same sizes.

    `tables`: shape (ways, people), read-only: the number of each person's table, where 0 is the
    largest. `exact`: these are all ways there are, each once; otherwise they were drawn, evenly.
    `smallest`: the smallest p that any difference could reach, when it does not matter which of two
    tables of the same size is which.
    """

    tables: Seats
    exact: bool
    smallest: Fraction


@lru_cache(maxsize=32)
def seatings(sizes: tuple[int, ...], draws: int, seed: int) -> Seatings:
    """List all seatings at tables of these sizes, if they are at most 20,000, or draw some.

    `draws`, `seed`: how many are drawn when there are more, and what the draw depends on. The order
    of the sizes does not matter.
    """
    largest_first = tuple(sorted(sizes, reverse=True))
    ways = factorial(sum(sizes)) // prod(map(factorial, sizes))
    # Tables of the same size may change their names without any difference changing.
    smallest = Fraction(prod(map(factorial, Counter(sizes).values())), ways)
    exact = ways <= EXACT_UP_TO
    if exact:
        tables = _every(largest_first)
    else:
        smallest = max(smallest, Fraction(1, draws + 1))
        tables = _drawn(largest_first, draws, seed)
    tables.flags.writeable = False
    return Seatings(tables, exact, smallest)


def each_way(found: Seatings, take: Callable[[Seats], Figures]) -> Figures:
    """Take a figure, of shape (ways,), for which it does not matter how tables are called.

    Of two tables of the same size, every way is then there twice, with both exchanged: all are
    listed in order, so that the last is the first exchanged. Only one of each is taken.
    """
    ways, people = found.tables.shape
    if not found.exact or found.tables.max() > 1 or 2 * int(found.tables[0].sum()) != people:
        return take(found.tables)
    half = take(found.tables[: ways // 2])
    return np.concatenate([half, half[::-1]])


def p_values(found: Seatings, differences: Figures, seen: Figures) -> tuple[Fraction, ...]:
    """Say for each figure how often a seating gives at least the difference seen.

    `differences`: shape (ways, figures), one row for each seating of `found`. `seen`: shape
    (figures,). Drawn seatings give (hits + 1) / (draws + 1), so that p is never 0 (Phipson and
    Smyth, 2010). A seating for which a figure cannot be taken (NaN) counts as a hit.
    """
    hits = (~(differences < seen - ROUNDING)).sum(axis=0).tolist()
    extra = _extra(found)
    return tuple(Fraction(of + extra, len(differences) + extra) for of in hits)


def smallest_supported(found: Seatings, differences: Figures, level: Fraction) -> float | None:
    """Find the smallest difference that would have had a p of at most `level`.

    `differences`: shape (ways,). None when no seating of these people gives one.
    """
    extra = _extra(found)
    allowed = floor(level * (len(differences) + extra)) - extra
    if not 0 < allowed < len(differences):
        return None
    # A figure that cannot be taken stands above all others, as it counts as a hit for all of them.
    figures = np.where(np.isnan(differences), np.inf, differences)
    border = len(figures) - 1 - allowed
    largest = np.partition(figures, border)[border:]
    enough = largest[1:][(largest[1:] > largest[0] + ROUNDING) & np.isfinite(largest[1:])]
    return float(enough.min()) if len(enough) else None


def holm(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Correct p-values for their number, step by step from the smallest (Holm, 1979).

    Where those up to 0.05 after this count as supported, the chance that any of them is false is at
    most 0.05.
    """
    corrected = [Fraction(1)] * len(values)
    highest = Fraction(0)
    for step, at in enumerate(sorted(range(len(values)), key=lambda at: values[at])):
        highest = max(highest, min(Fraction(1), values[at] * (len(values) - step)))
        corrected[at] = highest
    return tuple(corrected)


def verdict(corrected: Fraction, reachable: Fraction) -> Verdict:
    """Say what may be said, from the corrected p and the smallest that could have been reached."""
    if corrected <= SUPPORTED:
        return Verdict.DIFFER
    if reachable <= SUPPORTED:
        return Verdict.NO_MORE_THAN_CHANCE
    return Verdict.TOO_FEW_TO_TELL


def _extra(found: Seatings) -> int:
    """The seating seen is one of all, but not one of those drawn."""
    return 0 if found.exact else 1


def _drawn(sizes: tuple[int, ...], draws: int, seed: int) -> Seats:
    seats = np.repeat(np.arange(len(sizes), dtype=np.int16), sizes)
    return default_rng(seed).permuted(np.tile(seats, (draws, 1)), axis=1)


def _every(sizes: tuple[int, ...]) -> Seats:
    """Fill the last table in every way, then the one before it; who is left sits at the first."""
    ways = np.zeros((1, sum(sizes)), dtype=np.int16)
    for table in range(len(sizes) - 1, 0, -1):
        choices = np.array(list(combinations(range(sum(sizes[: table + 1])), sizes[table])))
        unseated = np.nonzero(ways == 0)[1].reshape(len(ways), -1)
        seats = unseated[:, choices].reshape(-1, sizes[table])
        ways = np.repeat(ways, len(choices), axis=0)
        np.put_along_axis(ways, seats, np.int16(table), axis=1)
    return ways
