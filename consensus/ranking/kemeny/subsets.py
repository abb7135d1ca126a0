"""Every optimal order of a few items, by way of all their subsets.

The best order of a set ends with some item, after the best order of the rest (Held and Karp, 1962;
for Kemeny's rule Betzler, Fellows, Guo, Niedermeier and Rosamond, 2009). Sets of the same size are
solved together, as rows of a table, so that Python's own speed hardly matters.
"""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from consensus.ranking.kemeny.lattice import Lattice
from consensus.ranking.kemeny.product import Numbers, product
from consensus.ranking.profile import Table

# Twelve items take 0.2 ms, 14 about 1 ms; beyond that the linear programme in `cuts` is faster.
MOST_ITEMS = 14

# By far the most groups are of one item, with one order and nothing to search.
ONE_ITEM = Lattice(np.array([0, 1]), np.array([0]), np.array([0]), np.array([1]))


class _Level(NamedTuple):
    """The sets of one size, and how each is made from a smaller one by a last item.

    All sets are kept in one line, by size and then by number: this level's lie from `start` to
    `stop`. Shape of the tables: (size, number of sets). `rest`: where the set without the item
    lies. `price`: where the ballots overruled by putting the item last are found.
    """

    start: int
    stop: int
    rest: Table
    price: Table


class _Plan(NamedTuple):
    """All sets of some items in one line: by size, then by number.

    `sets`: bit i stands for item i. `sizes`: how many items each holds. `held`, `missing`: shape
    (items, sets), 1 where the item is in the set and where it is not. `position`: where each set
    stands, by its number.
    """

    sets: Table
    sizes: Table
    held: Numbers
    missing: Numbers
    position: Table
    levels: list[_Level]


class Solved:
    """The best orders of up to `MOST_ITEMS` items, for every set that could come first.

    `above`: pair counts of shape (m, m), or any whole numbers far below 2**53, which doubles hold
    exactly and multiply quickly. `through`: the least cost of an order that begins with each set,
    in the order of the plan's line.
    """

    def __init__(self, above: Table) -> None:
        self._plan = plan = _plan(len(above))
        self._overruled = product(above.astype(np.float64), plan.held)
        prices = self._overruled.ravel()
        self._best = best = np.zeros(len(plan.sets))
        for level in plan.levels:
            cost = best.take(level.rest)
            cost += prices.take(level.price)
            cost.min(axis=0, out=best[level.start : level.stop])
        crossing = np.einsum("is,is->s", self._overruled, plan.missing)
        # What comes after a set is its complement, which stands as far from the line's other end.
        self.through: Numbers = best + crossing + best[::-1]

    def lattice(self) -> Lattice:
        """Keep the sets that begin an optimal order, and the ways between them."""
        plan, best = self._plan, self._best
        kept = np.flatnonzero(self.through == best[-1])
        number = np.full(len(best), -1)
        number[kept] = np.arange(len(kept))
        following = plan.position[plan.sets[kept][:, None] | 1 << np.arange(len(plan.held))]
        costs_least = best[kept][:, None] + self._overruled[:, kept].T == best[following]
        optimal = costs_least & (number[following] >= 0) & (plan.missing[:, kept].T > 0)
        before, item = np.nonzero(optimal)
        return Lattice(plan.sizes[kept], before, item, number[following[before, item]])

    def cheapest_but(self, firsts: list[list[int]]) -> tuple[int, list[int]]:
        """Find the least cost of an order that begins otherwise, and one such order.

        `firsts`: lists of items of different lengths. The order has, for at least one of these
        lists, other items in as many first places.
        """
        plan = self._plan
        allowed = np.zeros(len(plan.sets), dtype=np.bool_)
        for first in firsts:
            allowed |= plan.sizes == len(first)
        for first in firsts:
            allowed[plan.position[sum(1 << item for item in first)]] = False
        at = int(np.where(allowed, self.through, np.inf).argmin())
        return int(self.through[at]), self._best_order(at) + self._best_order(-1 - at)

    def _best_order(self, at: int) -> list[int]:
        """Order one set's items at least cost, from the last to the first."""
        plan, order = self._plan, []
        number = int(plan.sets[at])
        while number:
            rest = plan.position[number & ~(1 << np.arange(len(plan.held)))]
            cost = self._best[rest] + self._overruled[np.arange(len(rest)), rest]
            within = number >> np.arange(len(rest)) & 1
            order.append(int(np.where(within, cost, np.inf).argmin()))
            number &= ~(1 << order[-1])
        return order[::-1]


def search(above: Table) -> Lattice:
    """Find every optimal order of up to `MOST_ITEMS` items from their pair counts."""
    return ONE_ITEM if len(above) == 1 else Solved(above).lattice()


@lru_cache(maxsize=MOST_ITEMS)
def _plan(items: int) -> _Plan:
    numbers = np.arange(1 << items)
    counts = np.bitwise_count(numbers).astype(np.int64)
    sets = np.lexsort((numbers, counts))
    position = np.empty_like(sets)
    position[sets] = numbers
    sizes = counts[sets]
    held = sets >> np.arange(items)[:, None] & 1
    bounds = np.searchsorted(sizes, np.arange(1, items + 2)).tolist()
    levels = [_level(sets, held, position, *bound) for bound in pairwise(bounds)]
    return _Plan(
        sets, sizes, held.astype(np.float64), (1 - held).astype(np.float64), position, levels
    )


def _level(sets: Table, held: Table, position: Table, start: int, stop: int) -> _Level:
    last = np.nonzero(held[:, start:stop].T)[1].reshape(stop - start, -1).T.copy()
    rest = position[sets[start:stop] & ~(1 << last)]
    return _Level(start, stop, rest, last * len(sets) + rest)
