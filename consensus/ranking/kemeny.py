"""One order out of many: the order that overrules the fewest ballots, and all its equals.

The rule is Kemeny's (1959): of all orders, take those that contradict the fewest ballots, counted
over pairs of items. Leaving out the last item leaves the others as they were (Young, 1988), so
discarding one statement never reshuffles the rest. Several orders are often equally good, above
all in small even groups; `Combined` therefore says what all of them share, and `combine` never
picks one of them unseen.
"""

from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from consensus.ranking.pairwise import Pairs, Table

# The sets of 16 items took 35 ms and 40 MB on two cores, those of 20 a second and 700 MB. A room
# must not wait for a figure.
LARGEST_EXACT = 16


class Combined(Struct, frozen=True):
    """The combined order of a pass, with everything that all optimal orders have in common.

    `order`: the optimal order that comes first when items are compared by their given positions.
    `cost`: ballots overruled, summed over pairs of items.
    `bands`: the order cut wherever every optimal order agrees on what lies before and after the
    cut. Within a band of two or more no order is claimed: show such items as level.
    `places`: each item's best and worst place, counted from 1, over all optimal orders.
    `unique`: there is one optimal order only, so every band holds one item.
    `exact`: False when over 16 items contradict one another too much to be searched. The order of
    those items is then by Borda count, `cost` is what that order costs and may not be the least,
    items of equal count share a band, and their `places` are all those that they could have.
    """

    order: tuple[str, ...]
    cost: int
    bands: tuple[tuple[str, ...], ...]
    places: dict[str, tuple[int, int]]
    unique: bool
    exact: bool


class _Part(NamedTuple):
    """A group of items that belongs together in every optimal order, solved on its own.

    All four lists follow `order`: `ends[k]` says that a band ends with the item at k, `first` and
    `last` are its best and worst place in this part, from 1.
    """

    order: list[int]
    ends: list[bool]
    first: list[int]
    last: list[int]
    exact: bool


def combine(pairs: Pairs) -> Combined:
    """Find the orders that overrule the fewest ballots, as `Combined` describes them.

    Items are first split into groups that every optimal order keeps apart (Truchon, 1998), then
    each group is solved exactly over its subsets (Betzler, Fellows, Guo, Niedermeier and Rosamond,
    2009). Ties stay ties: no lot is drawn and no rule breaks them.
    """
    above = np.array(pairs.above, dtype=np.int64).reshape(len(pairs.items), len(pairs.items))
    parts = [_solve(above, group) for group in _groups(above)]
    indices = [item for part in parts for item in part.order]
    order = tuple(pairs.items[item] for item in indices)
    bands = _bands(order, [end for part in parts for end in part.ends])
    exact = all(part.exact for part in parts)
    return Combined(
        order=order,
        cost=int(np.tril(above[np.ix_(indices, indices)]).sum()),
        bands=bands,
        places=dict(zip(order, _places(parts), strict=True)),
        unique=exact and len(bands) == len(order),
        exact=exact,
    )


def _groups(above: Table) -> list[list[int]]:
    """Split the items where all before the cut strictly win against all after it, best first.

    These are the strongly connected components of "at least as many ballots place it before".
    Only strict wins may cut: across a tie, optimal orders may differ.
    """
    wins = above > above.T
    # An item before a cut beats every item after it, so it has more wins than any of those.
    by_wins = np.argsort(-wins.sum(axis=1), kind="stable")
    at = np.arange(len(above))
    farthest_not_beaten = np.where(wins[np.ix_(by_wins, by_wins)], 0, at).max(axis=1, initial=0)
    cuts = np.flatnonzero(np.maximum.accumulate(farthest_not_beaten) == at) + 1
    return [sorted(group.tolist()) for group in np.split(by_wins, cuts)[:-1]]


def _solve(above: Table, group: list[int]) -> _Part:
    inner = above[np.ix_(group, group)]
    part = _search(inner) if len(group) <= LARGEST_EXACT else _by_count(inner)
    return part._replace(order=[group[item] for item in part.order])


def _by_count(above: Table) -> _Part:
    """Order by Borda count (1784): how often an item is placed before another, over all ballots."""
    counts = above.sum(axis=1).tolist()
    size = len(counts)
    order = sorted(range(size), key=lambda item: (-counts[item], item))
    ends = [counts[here] != counts[following] for here, following in pairwise(order)]
    return _Part(order, [*ends, True], [1] * size, [size] * size, exact=False)


def _search(above: Table) -> _Part:
    """Find every optimal order at once, by way of the sets of items that can come first in one.

    Sets are numbers: item i is in set s when bit i of s is 1.
    """
    size = len(above)
    placed_last = _overruled_by_last(above)
    best = _best_costs(placed_last)
    prefixes = _optimal_prefixes(best, placed_last)
    sizes = np.bitwise_count(prefixes).astype(np.int64)

    # Places: an item ends a prefix when the prefix costs no more with that item put last in it.
    items = np.arange(size)[:, None]
    rest = prefixes & ~(1 << items)
    ends_it = (rest != prefixes) & (best[rest] + placed_last[items, prefixes] == best[prefixes])
    first = np.where(ends_it, sizes, size).min(axis=1).tolist()
    last = np.where(ends_it, sizes, 0).max(axis=1).tolist()

    # Bands: all optimal orders begin with the same k items when only one prefix has k of them.
    ends = np.bincount(sizes, minlength=size + 1)[1:] == 1
    order = _first_order(above, best)
    return _Part(
        order, ends.tolist(), [first[i] for i in order], [last[i] for i in order], exact=True
    )


def _overruled_by_last(above: Table) -> Table:
    """Count the ballots overruled when an item follows a whole set: shape (items, sets)."""
    table = np.zeros((len(above), 1), dtype=np.int64)
    for item in range(len(above)):
        table = np.hstack([table, table + above[:, [item]]])
    return table


def _best_costs(placed_last: Table) -> Table:
    """Find what the best order of each set costs within the set, smaller sets first."""
    size, sets = placed_last.shape
    items = np.arange(size)
    members = np.bitwise_count(np.arange(sets))
    # A set that is not reached yet, or lacks the item taken out, must never be the cheapest.
    best = np.full(sets, placed_last.sum(axis=0)[-1] + 1, dtype=np.int64)
    best[0] = 0
    for count in range(1, size + 1):
        level = np.flatnonzero(members == count)
        without = level[:, None] & ~(1 << items)
        best[level] = (best[without] + placed_last[items, level[:, None]]).min(axis=1)
    return best


def _optimal_prefixes(best: Table, placed_last: Table) -> Table:
    """List the sets that come first in some optimal order, from the empty to the full set."""
    size, sets = placed_last.shape
    inside = np.arange(sets) >> np.arange(size)[:, None] & 1
    crossing = np.where(inside, 0, placed_last).sum(axis=0)
    # Backwards, the table holds each set's complement.
    through = best + crossing + best[::-1]
    return np.flatnonzero(through == best[-1])


def _first_order(above: Table, best: Table) -> list[int]:
    """Take the earliest item that an optimal order of what is left can begin with, and go on."""
    order: list[int] = []
    left = list(range(len(above)))
    while left:
        whole = sum(1 << item for item in left)
        overruled = above[np.ix_(left, left)].sum(axis=0)
        rest = whole & ~(1 << np.array(left))
        order.append(left.pop(int(np.argmax(best[rest] + overruled == best[whole]))))
    return order


def _bands(order: tuple[str, ...], ends: list[bool]) -> tuple[tuple[str, ...], ...]:
    cuts = [0, *(at for at, end in enumerate(ends, start=1) if end)]
    return tuple(order[start:stop] for start, stop in pairwise(cuts))


def _places(parts: list[_Part]) -> list[tuple[int, int]]:
    starts = accumulate((len(part.order) for part in parts), initial=0)
    return [
        (start + first, start + last)
        for start, part in zip(starts, parts, strict=False)
        for first, last in zip(part.first, part.last, strict=True)
    ]
