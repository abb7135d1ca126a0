"""All optimal orders of many items, from the front, dropping whatever strays too far.

Sets that can come first grow by one item at a time, all sets of one size together. What a set has
strayed from the limit in `cuts` only ever grows, so a set that has strayed further than the best
known order does is dropped with everything that would follow. With a good limit very few are left.
"""

from typing import NamedTuple

import numpy as np

from consensus.ranking.kemeny.cuts import Limit
from consensus.ranking.kemeny.lattice import Lattice
from consensus.ranking.kemeny.product import Numbers, product
from consensus.ranking.profile import Table

# Up to so many sets, sorting and grouping them takes longer than what it saves.
FEW = 32


class Found(NamedTuple):
    """What a search came to: the orders of least cost, or None if it was given up, and `least`.

    `least`: what any order must cost at least, in counts; what the orders found do cost.
    """

    lattice: Lattice | None
    least: int


class _Size(NamedTuple):
    """The sets of one size that can still begin an optimal order.

    `sets`: as bits. `strayed`: how far each has strayed at least. `onward`: shape (sets, items),
    how much further it strays when that item comes next.
    """

    sets: Table
    strayed: Numbers
    onward: Numbers


class _Ways(NamedTuple):
    """The ways from the sets of one size to those of the next, and where each would come to.

    `sets`: those of the next size, as bits. `one`: for each of them, one of the ways to it.
    """

    before: Table
    item: Table
    after: Table
    strayed: Numbers
    sets: Table
    one: Table


def search(limit: Limit, most: int, most_ways: int) -> Found:
    """Find all orders of least cost, given that some order costs at most `most` counts.

    Gives up when more than `most_ways` ways from one set to the next would have to be followed.
    """
    slack = most * limit.scale - limit.floor
    size = _nothing_placed(limit)
    walked: list[tuple[_Size, _Ways]] = []
    followed = 0
    for _ in range(len(limit.stray)):
        ways = _ways(limit, size, slack)
        followed += len(ways.item)
        if followed > most_ways:
            return Found(None, _in_counts(limit, ways.strayed))
        size = _grown(limit, size, ways)
        walked.append((size, ways))
    return Found(_optimal(walked), _in_counts(limit, size.strayed))


def _in_counts(limit: Limit, strayed: Numbers) -> int:
    """Give what every order must cost if all have strayed by one of these so far, in counts."""
    return -(-(limit.floor + int(strayed.min())) // limit.scale)


def _nothing_placed(limit: Limit) -> _Size:
    onward = limit.stray.sum(axis=1)[None, :].astype(np.float64)
    return _Size(np.zeros(1, dtype=np.int64), np.zeros(1), onward)


def _ways(limit: Limit, size: _Size, slack: int) -> _Ways:
    """Put each item that is left after each set, and keep what strays within the slack."""
    strayed = size.strayed[:, None] + size.onward
    within = (strayed <= slack) & (_placed(size.sets, len(limit.stray)) == 0)
    before, item = np.nonzero(within)
    sets, one_way, after = _distinct(size.sets[before] | 1 << item)
    return _Ways(before, item, after, strayed[before, item], sets, one_way)


def _distinct(sets: Table) -> tuple[Table, Table, Table]:
    """List the different sets, where one of each stands, and which of them each is."""
    if len(sets) > FEW:
        return np.unique(sets, return_index=True, return_inverse=True)
    number: dict[int, int] = {}
    which = [number.setdefault(each, len(number)) for each in sets.tolist()]
    one = [which.index(each) for each in range(len(number))]
    return sets[one], np.array(one), np.array(which)


def _grown(limit: Limit, size: _Size, ways: _Ways) -> _Size:
    """Take the sets that these ways lead to, each with the least that it has strayed."""
    least = ways.strayed[ways.one]
    np.minimum.at(least, ways.after, ways.strayed)
    onward = _onward(limit, size, ways.before[ways.one], ways.item[ways.one])
    return _Size(ways.sets, least, onward)


def _onward(limit: Limit, size: _Size, before: Table, item: Table) -> Numbers:
    """Follow what comes next as an item joins each set: only what depends on that item changes.

    It no longer matters which item comes before it. A circle u, w, v strays in the order u, v, w,
    when u is placed, v comes next and w is left: new are those with the item as u, gone those in
    which it was the w.
    """
    onward: Numbers = size.onward[before] - limit.stray.T[item]
    placed = _placed(size.sets[before], len(limit.stray))
    if len(item) <= FEW:
        new = np.matmul((1.0 - placed)[:, None, :], limit.circle[item])
        gone = np.matmul(placed[:, None, :], limit.circle.transpose(1, 0, 2)[item])
        onward += (new - gone)[:, 0, :]
        return onward
    for joins in set(item.tolist()):
        rows = np.flatnonzero(item == joins)
        already = placed[rows]
        gone = product(already, limit.circle[:, joins])
        onward[rows] += product(1.0 - already, limit.circle[joins]) - gone
    return onward


def _placed(sets: Table, count: int) -> Numbers:
    """Write sets as 1 for each item in them and 0 for each other, shape (sets, items)."""
    return (sets[:, None] >> np.arange(count) & 1).astype(np.float64)


def _optimal(walked: list[tuple[_Size, _Ways]]) -> Lattice:
    """Keep what lies on a way that strays least, walking back from the full set."""
    steps = []
    ends: Table = np.zeros(1, dtype=np.int64)
    for size, ways in reversed(walked):
        after = np.full(len(size.sets), -1)
        after[ends] = np.arange(len(ends))
        best = (after[ways.after] >= 0) & (ways.strayed == size.strayed[ways.after])
        ends, before = np.unique(ways.before[best], return_inverse=True)
        steps.append((before, ways.item[best], after[ways.after[best]], len(ends)))
    return _joined(steps[::-1])


def _joined(steps: list[tuple[Table, Table, Table, int]]) -> Lattice:
    """Number the sets of all sizes in one line."""
    before, item, after, counts = zip(*steps, strict=True)
    starts = np.cumsum([0, *counts])
    return Lattice(
        np.repeat(np.arange(len(steps) + 1), [*counts, 1]),
        np.concatenate([at + start for at, start in zip(before, starts, strict=False)]),
        np.concatenate(item),
        np.concatenate([at + start for at, start in zip(after, starts[1:], strict=True)]),
    )
