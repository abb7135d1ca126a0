"""Could ballots of so many voices alter a result, whatever they say?

Of all ballots, an order gains most against every other order at once from a ballot that *is* that
order: one for each pair on which the two differ (the triangle inequality of Kendall's distance).
So if any ballots of some people can bring an order about, copies of that order can, and asking
about all ballots becomes asking about all orders.
"""

from collections.abc import Iterator
from itertools import islice, permutations
from typing import NamedTuple

import numpy as np

from consensus.ranking.kemeny import LIVE
from consensus.ranking.kemeny.improve import cost_of
from consensus.ranking.kemeny.parts import solve
from consensus.ranking.kemeny.subsets import MOST_ITEMS, Solved
from consensus.ranking.profile import Table

# So many items have 720 orders, few enough to compare each with each.
MOST_COMPARED = 6

# How many orders are tried before a question is left open. More decided hardly anything more.
MOST_RIVALS = 8
MOST_SWAPS = 4


class Target(NamedTuple):
    """The result that may be altered.

    `order`: an order that has it, as positions of items. `firsts`: lists of its first items; an
    order with others in as many first places, for any of these lists, has another result.
    """

    order: list[int]
    firsts: list[list[int]]

    def kept_by(self, order: list[int]) -> bool:
        """Say whether an order has this result too."""
        return all(set(order[: len(first)]) == set(first) for first in self.firsts)


class Verdict(NamedTuple):
    """Whether the result is safe: True, proven; False, `order` as everyone's ballot alters it.

    None: not decided; `order` was the most promising try.
    """

    safe: bool | None
    order: list[int]


def decide(above: Table, target: Target, counts: int) -> Verdict:
    """Decide whether ballots of so many counts can make an order with another result a best one.

    `above`: pair counts without those ballots. A tie with orders that have the result is enough.
    Always decided where the result is a whole order of up to 14 items, and for up to 6 items.
    """
    if len(above) > MOST_ITEMS:
        return _decide_many(above, target, counts)
    order = target.order
    rivals: list[_Rival] = []
    for rival in _first_rivals(above, target, counts):
        rivals.append(rival)
        for met in ([rival], rivals)[: len(rivals)]:
            found = _cheapest_against(met, target)
            if found is None:
                return Verdict(True, target.order)
            order = found
    for start in [order, *_swapped(above, target)]:
        ballot = _strengthened(above, target, counts, start)
        if outcome(above + counts * before(ballot), target).safe is False:
            return Verdict(False, ballot)
    if len(above) <= MOST_COMPARED:
        return _compare_all(above, target, counts)
    return _against_rivals(above, target, counts, rivals, order)


def outcome(above: Table, target: Target) -> Verdict:
    """Say whether all best orders of these counts have the result; `order` is one best order."""
    parts = solve(above, LIVE)
    order = [item for part in parts for item in part.items]
    if any(part.cost > part.least for part in parts):
        return Verdict(None, order)
    if not target.kept_by(order):
        return Verdict(False, order)
    ends = [end for part in parts for end in part.ends]
    if all(ends[len(first) - 1] for first in target.firsts):
        return Verdict(True, order)
    all_known = all(part.lattice is not None for part in parts)
    return Verdict(False if all_known else None, order)


def before(order: list[int]) -> Table:
    """Write an order as pairs: 1 where the first item of a pair comes before the second."""
    place = np.empty(len(order), dtype=np.int64)
    place[np.array(order)] = np.arange(len(order))
    return (place[:, None] < place).astype(np.int64)


class _Rival(NamedTuple):
    """An order that keeps the result, as one that alters it meets it.

    `table` holds costs as pair counts do. With all ballots of the absent on its side, another order
    can only win if its cost by this table is not above `allowed`.
    """

    table: Table
    allowed: int


def _first_rivals(above: Table, target: Target, counts: int) -> Iterator[_Rival]:
    yield _kept(above, target.order, counts)
    if len(target.firsts) == 1:
        yield _put_right(above, target.firsts[0], counts)


def _kept(above: Table, order: list[int], counts: int) -> _Rival:
    """Take an order that has the result for a rival."""
    return _Rival(above - counts * before(order), cost_of(above, np.array(order)))


def _put_right(above: Table, first: list[int], counts: int) -> _Rival:
    """Take the other order itself, with these items moved to the front and no other change.

    The two differ only in pairs of one such item and one other: what the other order has lost there
    must be made up for by the ballots.
    """
    table = np.zeros_like(above)
    rest = [item for item in range(len(above)) if item not in first]
    border = np.ix_(first, rest)
    table[border] = above[border] - above.T[border] - counts
    return _Rival(table, 0)


def _cheapest_against(rivals: list[_Rival], target: Target) -> list[int] | None:
    """Find the order with another result that loses least to these rivals together.

    None when every such order loses to all of them taken together, and so to one of them at least:
    then none can become best.
    """
    table = np.sum([rival.table for rival in rivals], axis=0)
    least, order = Solved(table).cheapest_but(target.firsts)
    return order if least <= sum(rival.allowed for rival in rivals) else None


def _strengthened(above: Table, target: Target, counts: int, ballot: list[int]) -> list[int]:
    """Take the best order with another result that these ballots allow for a ballot, and again.

    By the triangle inequality each is at least as good a ballot as the one before.
    """
    while True:
        _, order = Solved(above + counts * before(ballot)).cheapest_but(target.firsts)
        if order == ballot:
            return ballot
        ballot = order


def _swapped(above: Table, target: Target) -> Iterator[list[int]]:
    """Put one item that would come in at the very front, one that would leave at the very end.

    The pairs with the smallest majority between them come first.
    """
    for first in target.firsts:
        rest = [item for item in target.order if item not in first]
        pairs = [(out, into) for out in first for into in rest]
        pairs.sort(key=lambda pair: int(above[pair] - above[pair[::-1]]))
        for out, into in pairs[:MOST_SWAPS]:
            yield [into, *(item for item in target.order if item not in (out, into)), out]


def _against_rivals(
    above: Table, target: Target, counts: int, rivals: list[_Rival], order: list[int]
) -> Verdict:
    """Try orders out in turn; what beats one joins the rivals against which the next is chosen."""
    while len(rivals) < MOST_RIVALS:
        tried = outcome(above + counts * before(order), target)
        if tried.safe is False:
            return Verdict(False, order)
        rivals = [*rivals, _kept(above, tried.order, counts)]
        found = _cheapest_against(rivals, target)
        if found is None:
            return Verdict(True, target.order)
        order = found
    return Verdict(None, order)


def _compare_all(above: Table, target: Target, counts: int) -> Verdict:
    """Compare every order that has another result with every order that has this one."""
    orders = [list(order) for order in permutations(range(len(above)))]
    costs = np.array([cost_of(above, np.array(order)) for order in orders])
    keeps = np.array([target.kept_by(order) for order in orders])
    pairs = np.array([before(order).ravel() for order in orders])
    same = pairs[~keeps] @ pairs[keeps].T
    differing = len(above) * (len(above) - 1) // 2 - same
    lead = (costs[keeps] - costs[~keeps][:, None] + counts * differing).min(axis=1)
    best = int(lead.argmax())
    others = np.flatnonzero(~keeps)
    return Verdict(bool(lead[best] < 0), orders[int(others[best])])


def _decide_many(above: Table, target: Target, counts: int) -> Verdict:
    """Decide for more items than can be compared in all orders: two proofs and some tries."""
    if _wins_every_pair(above, target, counts) or _stays_best(above, target, counts):
        return Verdict(True, target.order)
    for ballot in islice(_swapped(above, target), MOST_SWAPS):
        if outcome(above + counts * before(ballot), target).safe is False:
            return Verdict(False, ballot)
    return Verdict(None, target.order)


def _wins_every_pair(above: Table, target: Target, counts: int) -> bool:
    """Every item that would have to leave wins by more than the ballots against each other one."""
    margin = above - above.T
    first = target.firsts[0]
    rest = [item for item in range(len(above)) if item not in first]
    return len(target.firsts) == 1 and bool((margin[np.ix_(first, rest)] > counts).all())


def _stays_best(above: Table, target: Target, counts: int) -> bool:
    """No order catches up with the target's, though all ballots be on its side."""
    # The same for every pair both ways, so that nothing is below 0 and no order gains by it.
    shift = counts * (1 - np.eye(len(above), dtype=np.int64))
    table = _kept(above, target.order, counts).table + shift
    tried = outcome(table, target)
    level = cost_of(table, np.array(tried.order)) == cost_of(table, np.array(target.order))
    return bool(tried.safe) and level
