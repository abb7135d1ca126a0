"""A good order found quickly, for others to prove best or to improve on."""

from functools import lru_cache

import numpy as np

from consensus.ranking.profile import Table

# Each start takes about a millisecond for fifty items.
MOST_STARTS = 12


def cost_of(above: Table, order: list[int] | Table) -> int:
    """Count what an order overrules: the counts of every pair that go the other way."""
    return int((above[order][:, order] * _later_first(len(above))).sum())


@lru_cache(maxsize=64)
def _later_first(size: int) -> Table:
    """Mark, for items in order, the pairs in which the later one is named first."""
    return np.tri(size, k=-1, dtype=np.int64)


def improve_order(above: Table, order: Table) -> Table:
    """Move one item at a time, the one that saves most, until no single move saves anything."""
    while True:
        saved, item, place = _best_move(above[order][:, order])
        if saved <= 0:
            return order
        moved = order[item]
        order = np.insert(np.delete(order, item), place, moved)


def improve_further(above: Table, order: Table) -> Table:
    """Begin the order at another item and improve from there, for as long as that helps."""
    starts = range(0, len(order), -(-len(order) // MOST_STARTS))
    while True:
        others = (improve_order(above, np.roll(order, -start)) for start in starts)
        best = min(others, key=lambda order: cost_of(above, order))
        if cost_of(above, best) >= cost_of(above, order):
            return order
        order = best


def _best_move(above: Table) -> tuple[int, int, int]:
    """Find the item whose move saves most: how much, where it stands and where it should."""
    size = len(above)
    gain = above.T - above
    # Moving an item back over the next ones saves what they win against it, one after another;
    # moving it forward saves what it wins against those before it, nearest first.
    back = np.cumsum(np.triu(gain), axis=1)
    forward = np.cumsum(np.tril(-gain)[:, ::-1], axis=1)[:, ::-1]
    saved = np.where(np.tri(size, dtype=bool), forward, back)
    item, place = divmod(int(saved.argmax()), size)
    return int(saved[item, place]), item, place
