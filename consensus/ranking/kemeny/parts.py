"""Splitting a problem where all optimal orders agree, and solving what is left of it exactly."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from consensus.ranking.kemeny import prefixes, subsets
from consensus.ranking.kemeny.cuts import Limit, find_limit
from consensus.ranking.kemeny.improve import cost_of, improve_further, improve_order
from consensus.ranking.kemeny.lattice import Lattice
from consensus.ranking.profile import Table

Before = npt.NDArray[np.bool_]

# So few items are solved sooner than they are split.
FEW = 7

# Sets are numbers of 63 bits, one for each item; and every triple of items is listed.
MOST_SEARCHED = 60
MOST_IMPROVED = 150


class Effort(NamedTuple):
    """How much work may go into a proof. Counted, not timed: every machine finds the same.

    `pivots`: steps of the linear programme. `ways`: ways from one set of items to the next that may
    be followed while all optimal orders are searched. Each applies to every group of items that
    contradict one another.
    """

    pivots: int
    ways: int


class Part(NamedTuple):
    """Items that stand together in every optimal order, and what is known of their orders.

    `items`: their positions among all items, in the order found best. `ends[k]`: every optimal
    order has the same k + 1 items first here. `best`, `worst`: the places that each of `items` can
    have here, from 1. `lattice`: all optimal orders, over the sorted positions; None where they
    could not all be found: then `ends` and the places are as wide as they could be. `least`: what
    any order of these items must overrule; `cost` is what this one does.
    """

    items: list[int]
    ends: list[bool]
    best: list[int]
    worst: list[int]
    lattice: Lattice | None
    cost: int
    least: int


def solve(above: Table, effort: Effort) -> list[Part]:
    """Solve the whole problem part by part, best first."""
    items = list(range(len(above)))
    if len(items) <= FEW:
        return _solve_group(above, items, effort)
    return _solve_groups(above, items, above > above.T, effort)


def _solve_groups(above: Table, items: list[int], before: Before, effort: Effort) -> list[Part]:
    """Solve each group of these items on its own, where the groups' order is known."""
    groups = ([items[at] for at in group] for group in split(before))
    return [part for group in groups for part in _solve_group(above, group, effort)]


def split(before: Before) -> list[list[int]]:
    """Cut items 0, 1, 2… wherever each one before the cut is `before` each one after it.

    For strict majorities every optimal order agrees with such a cut (Truchon, 1998); across a tie
    optimal orders may differ.
    """
    # An item before a cut is before every item after it, and so before more items than any of them.
    in_order = np.argsort(-before.sum(axis=1), kind="stable")
    at = np.arange(len(before))
    farthest_not_after = np.where(before[in_order][:, in_order], 0, at).max(axis=1)
    cuts = np.flatnonzero(np.maximum.accumulate(farthest_not_after) == at) + 1
    bounds = pairwise([0, *cuts.tolist()])
    return [sorted(in_order[start:stop].tolist()) for start, stop in bounds]


def _solve_group(above: Table, group: list[int], effort: Effort) -> list[Part]:
    if len(group) == 1:
        return [Part(group, [True], [1], [1], subsets.ONE_ITEM, 0, 0)]
    inner = above[group][:, group]
    if len(group) <= subsets.MOST_ITEMS:
        return [_found(inner, group, subsets.search(inner))]
    if len(group) > MOST_SEARCHED:
        return [_as_counted(inner, group)]
    limit = find_limit(inner, effort.pivots)
    order = _good_order(inner, limit)
    slack = cost_of(inner, order) * limit.scale - limit.floor
    # What strays further than the order in hand is in no optimal order.
    before = slack < limit.stray.T
    if len(split(before)) > 1:
        return _solve_groups(above, group, before, effort)
    found = prefixes.search(limit, cost_of(inner, order), effort.ways)
    if found.lattice is None:
        return [_not_all_found(inner, group, order, before, found.least)]
    return [_found(inner, group, found.lattice)]


def _good_order(above: Table, limit: Limit) -> Table:
    order = improve_order(above, np.argsort(-limit.leaning, kind="stable"))
    proven = cost_of(above, order) * limit.scale - limit.floor < limit.scale
    return order if proven else improve_further(above, order)


def _found(above: Table, group: list[int], lattice: Lattice) -> Part:
    order = lattice.first()
    best, worst = lattice.places()
    cost = cost_of(above, np.array(order))
    return Part(
        items=[group[item] for item in order],
        ends=lattice.ends(),
        best=best[order].tolist(),
        worst=worst[order].tolist(),
        lattice=lattice,
        cost=cost,
        least=cost,
    )


def _as_counted(above: Table, group: list[int]) -> Part:
    """Order more items than can be searched by how often each comes before another (Borda, 1784).

    Single moves improve on that while there are not too many of them. No order can overrule less
    than the smaller side of every pair.
    """
    size = len(group)
    order = np.argsort(above.sum(axis=0) - above.sum(axis=1), kind="stable")
    if size <= MOST_IMPROVED:
        order = improve_order(above, order)
    return Part(
        items=[group[item] for item in order.tolist()],
        ends=[False] * (size - 1) + [True],
        best=[1] * size,
        worst=[size] * size,
        lattice=None,
        cost=cost_of(above, order),
        least=int(np.minimum(above, above.T).sum()) // 2,
    )


def _not_all_found(
    above: Table, group: list[int], order: Table, before: Before, least: int
) -> Part:
    """Say what is certain from the pairs that all optimal orders have the same way round."""
    size = len(group)
    cost = cost_of(above, order)
    return Part(
        items=[group[item] for item in order.tolist()],
        ends=[False] * (size - 1) + [True],
        best=(1 + before.sum(axis=0))[order].tolist(),
        worst=(size - before.sum(axis=1))[order].tolist(),
        lattice=None,
        cost=cost,
        least=min(cost, least),
    )
