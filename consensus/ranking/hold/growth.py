"""How sets and ordered lists grow item by item, and the least that a start can come to.

Sets grow first. What a set asks is at least what its items cost one by one; for a start, the
cheapest items that may still join are added, for each bearer alone. A list asks what its set asks
against all other items, then of each pair inside it the lesser side, and beyond that the margin of
each pair that it puts the costlier way: so a set begins all its orders, and each item only adds.
"""

from collections.abc import Callable
from itertools import combinations
from typing import Any, Self

import numpy as np
from msgspec import Struct

from consensus.ranking.hold.losses import Bearers, Figures, own_first, pair_losses, set_losses
from consensus.ranking.profile import Table


class Block(Struct, frozen=True, eq=False):
    """Starts of choices, one a row; or whole choices.

    `taken`: the items so far; while a set grows, as positions in the order of search. `left`: the
    items of the set that have no place in the list yet; None while sets grow. `spent`: shape (rows,
    columns), what the items so far cost. `floor` and `total`: the least that the worst off, and all
    together, can come to; exact where `whole`.
    """

    taken: Table
    left: Table | None
    spent: Figures
    floor: Figures
    total: Figures
    whole: bool = False

    def only(self, rows: Any) -> Self:
        """Give the same block with some of its rows, in the order asked for."""
        left = None if self.left is None else self.left[rows]
        taken, spent = self.taken[rows], self.spent[rows]
        return type(self)(taken, left, spent, self.floor[rows], self.total[rows], self.whole)

    def best_first(self) -> Table:
        """Give the rows by floor, then total, then as they stand."""
        return np.lexsort((self.total, self.floor))


class Growth(Struct, frozen=True, eq=False):
    """How sets of `k` items grow, with bounds in columns as `Bearers` has them.

    `bearers`: how many there are. `order`: the items as sets grow, those that cost all together
    least first. `costs`: shape (items, columns), in that order, what each item of a set costs at
    least. `given`: what every set has on its account before the first. `cheapest`: shape
    (items + 1, k + 1, columns), what so many items cost at least, from an item on.
    """

    k: int
    bearers: int
    order: Table
    costs: Figures
    given: Figures
    cheapest: Figures

    @classmethod
    def of(cls, k: int, bearers: int, costs: Figures, given: Figures) -> Self:
        """Prepare the search; `costs` with the items as they are numbered."""
        order = np.argsort(costs[:, -1], kind="stable")
        ordered = costs[order]
        cheapest = np.zeros((len(order) + 1, k + 1, costs.shape[1]), dtype=costs.dtype)
        lowest = ordered[:0]
        for at in reversed(range(len(order))):
            lowest = np.sort(np.concatenate([lowest, ordered[at : at + 1]]), axis=0)[:k]
            cheapest[at, 1 : len(lowest) + 1] = np.cumsum(lowest, axis=0)
        return cls(k, bearers, order, ordered, given, cheapest)

    def start(self) -> Block:
        """Give the one start of all sets, with nothing taken."""
        floor, total = self.bounds(self.given[None] + self.cheapest[0, self.k])
        return Block(np.zeros((1, 0), dtype=np.int64), None, self.given[None], floor, total)

    def larger(self, block: Block) -> Block:
        """Give all starts with one item more, each set once: items join in the order of search."""
        rows, size = block.taken.shape
        after = block.taken[:, -1] + 1 if size else np.zeros(rows, dtype=np.int64)
        # So many that enough items remain behind each for the set to become whole.
        many = len(self.order) - (self.k - size) + 1 - after
        parent = np.repeat(np.arange(rows), many)
        joins = np.arange(len(parent)) - (np.cumsum(many) - many - after)[parent]
        spent = block.spent[parent] + self.costs[joins]
        floor, total = self.bounds(spent + self.cheapest[joins + 1, self.k - size - 1])
        return Block(np.column_stack([block.taken[parent], joins]), None, spent, floor, total)

    def whole_sets(self, block: Block) -> Table | None:
        """Give the items of whole sets as they are numbered, rising; None when sets still grow."""
        if block.taken.shape[1] < self.k:
            return None
        return np.sort(self.order[block.taken], axis=1)

    def bounds(self, figures: Figures) -> tuple[Figures, Figures]:
        """Give the least loss of the worst off, who lose no less than the mean, and of all."""
        total = figures[:, -1]
        return np.maximum(figures[:, :-1].max(axis=1), -(-total // self.bearers)), total


def growing_sets(bearers: Bearers, k: int) -> tuple[Block, Callable[[Block], Block]]:
    """Give the start of all sets of `k` items, and what makes them grow until they are whole."""
    outside = (bearers.places > 0) & ~own_first(bearers, k)
    costs = bearers.columns(outside.T)
    growth = Growth.of(k, len(bearers.everyone), costs, np.zeros_like(costs[0]))

    def grown(block: Block) -> Block:
        sets = growth.whole_sets(block)
        if sets is None:
            return growth.larger(block)
        spent = set_losses(bearers, sets)
        return Block(sets, None, spent, *growth.bounds(spent), whole=True)

    return growth.start(), grown


def growing_lists(bearers: Bearers, k: int) -> tuple[Block, Callable[[Block], Block]]:
    """Give the start of all lists of `k` items, and what makes them grow until they are whole."""
    pairs = pair_losses(bearers)
    other_way = pairs.swapaxes(0, 1)
    dearer, margins = np.maximum(pairs, other_way), np.maximum(pairs - other_way, 0)
    above = pairs.sum(axis=0)
    inside = -(k * (k - 1) // 2) * dearer.max(axis=(0, 1))
    growth = Growth.of(k, len(bearers.everyone), above, inside)

    def grown(block: Block) -> Block:
        if block.left is not None:
            return _longer(growth, margins, block, block.left)
        sets = growth.whole_sets(block)
        if sets is None:
            return growth.larger(block)
        spent = above[sets].sum(axis=1)
        for one, other in combinations(range(k), 2):
            spent -= dearer[sets[:, one], sets[:, other]]
        return _lists(growth, sets[:, :0], sets, spent)

    return growth.start(), grown


def _longer(growth: Growth, margins: Figures, block: Block, left: Table) -> Block:
    """Put each item that is left next, above the others that are left."""
    rows, size = left.shape
    due = np.zeros((rows, size, block.spent.shape[1]), dtype=block.spent.dtype)
    for other in range(size):
        due += margins[left[:, other : other + 1], left]
    spent = (block.spent[:, None] + due).reshape(rows * size, due.shape[2])
    taken = np.column_stack([np.repeat(block.taken, size, axis=0), left.ravel()])
    others = np.array([[at for at in range(size) if at != this] for this in range(size)])
    return _lists(growth, taken, left[:, others].reshape(rows * size, size - 1), spent)


def _lists(growth: Growth, taken: Table, left: Table, spent: Figures) -> Block:
    floor, total = growth.bounds(spent)
    if left.shape[1] > 1:
        return Block(taken, left, spent, floor, total)
    return Block(np.column_stack([taken, left]), None, spent, floor, total, whole=True)
