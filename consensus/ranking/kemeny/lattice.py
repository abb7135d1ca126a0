"""All optimal orders of some items at once: the sets that can come first, and the ways between.

There may be millions of optimal orders and yet few sets of items that begin one. Everything that
is asked about all optimal orders is answered from those sets, without listing the orders.
"""

from collections.abc import Iterator
from itertools import islice, pairwise

import numpy as np
import numpy.typing as npt

from consensus.ranking.profile import Table

# 20! is the last factorial that 64 bits hold.
MOST_ITEMS_IN_64_BITS = 20

Positions = npt.NDArray[np.intp]


class Lattice:
    """The optimal orders of items 0, 1, 2…, as paths from the empty set to the full one.

    `sizes`: how many items each set has, smallest first; the sets are numbered by their place in
    this list. A way leads from set `before` to set `after` by adding `item`. The ways are sorted
    by `before`, then by item, and each lies on a path from end to end: what comes to a dead end is
    no optimal order.
    """

    def __init__(
        self, sizes: Positions, before: Positions, item: Positions, after: Positions
    ) -> None:
        self.sizes = sizes
        self.before = before
        self.item = item
        self.after = after
        self._first_way = np.searchsorted(before, np.arange(len(sizes)))

    @property
    def items(self) -> int:
        """How many items are ordered."""
        return int(self.sizes[-1])

    def count(self) -> int:
        """Count the orders."""
        if len(self.item) == self.items:
            return 1
        kind = np.int64 if self.items <= MOST_ITEMS_IN_64_BITS else np.object_
        ways = np.zeros(len(self.sizes), dtype=kind)
        ways[0] = 1
        of_size = np.searchsorted(self.sizes[self.before], np.arange(self.items + 1)).tolist()
        for start, stop in pairwise(of_size):
            np.add.at(ways, self.after[start:stop], ways[self.before[start:stop]])
        return int(ways[-1])

    def ends(self) -> list[bool]:
        """Say, for each number of items from 1, whether all orders begin with the same items."""
        ends: list[bool] = (np.bincount(self.sizes)[1:] == 1).tolist()
        return ends

    def places(self) -> tuple[Table, Table]:
        """Find each item's best and worst place over all orders, from 1."""
        place = self.sizes[self.after]
        best, worst = np.full(self.items, self.items), np.ones(self.items, dtype=np.int64)
        np.minimum.at(best, self.item, place)
        np.maximum.at(worst, self.item, place)
        return best, worst

    def first(self) -> list[int]:
        """Give the order that has the smallest item wherever it first differs from another."""
        return list(next(self._paths()))

    def orders(self, most: int) -> list[tuple[int, ...]]:
        """List the orders, up to `most` of them, by the smallest item where they first differ."""
        return list(islice(self._paths(), most))

    def _paths(self) -> Iterator[tuple[int, ...]]:
        """Walk every path in turn, the smallest item first."""
        item, after, first_way = self.item.tolist(), self.after.tolist(), self._first_way.tolist()
        first_way.append(len(item))
        path: list[int] = []
        to_try = [iter(range(first_way[1]))]
        while to_try:
            way = next(to_try[-1], None)
            if way is None:
                to_try.pop()
                del path[-1:]
                continue
            path.append(item[way])
            if len(path) == self.items:
                yield tuple(path)
            at = after[way]
            to_try.append(iter(range(first_way[at], first_way[at + 1])))
