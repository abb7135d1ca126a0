"""A proven lower limit on what any order of many items must overrule, by linear programming.

Choosing for each pair which item comes first, at least cost, is easy as long as nobody asks for
the choices to make an order. They do so once no three items go round in a circle. Circles are
forbidden as they turn up (Grötschel, Jünger and Reinelt, 1984); the price that the solver puts on
each is all that is kept of it. The limit is then computed anew from those prices in whole numbers,
so it holds whatever the solver's rounding was.
"""

from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import highspy
import numpy as np

from consensus.ranking.kemeny.product import Numbers
from consensus.ranking.profile import Table

# Forbidding the circles of the majorities is mostly enough. Where the next choice still has more
# than this share of all triples in circles, round after round would follow, and the whole model
# solved once is faster: 43 ms against 130 for thirty items in the worst case measured.
MANY_CIRCLES = 0.1

# A choice this far beyond a row's limit is a circle, and not the solver's rounding.
CLEARLY = 1e-6

# Prices become whole numbers of this fine a fraction of a count, where the sums leave room.
FINEST = 2**20
ROOM = 2**50

# The solver's tolerances are absolute and made for prices of about this size.
LARGEST_PRICE = 1_000.0


class Limit(NamedTuple):
    """What every order must cost, and what it costs to stray; all in `scale` to one count.

    An order costs exactly `floor`, plus `stray[i, j]` for each item i that it puts before j, plus
    `circle[a, b, c]` for each three items that it orders a, c, b (so that of the circle a, b, c it
    goes only one step). Both tables hold whole numbers, as doubles, and nothing below 0. A circle
    stands in its table three times, once from each of its items. `leaning[i]` says how far item i
    leans to the front in the solver's own answer, to start a search from.
    """

    floor: int
    scale: int
    stray: Numbers
    circle: Numbers
    leaning: Numbers


class _Triples(NamedTuple):
    """All items i < j < k, and for each where the pairs ij, jk and ik are found among all pairs."""

    items: Table
    pairs: Table


def find_limit(above: Table, most_pivots: int) -> Limit:
    """Bound the cost of every order from pair counts of shape (m, m).

    `most_pivots`: how many steps the solver may take in all; when they run out the limit still
    holds and is only weaker.
    """
    solver = _Solver(above, most_pivots)
    choice = _majority(above)
    new = solver.circles(choice)
    while len(new) and solver.pivots_left > 0 and not solver.whole:
        if len(solver.rows) and len(new) > MANY_CIRCLES * solver.every_triple:
            solver = _Solver(above, solver.pivots_left)
            new = np.arange(solver.every_triple)
        choice = solver.solve(new)
        new = solver.circles(choice)
    return _priced(above, solver, choice)


class _Solver:
    """The linear programme of one set of items, with the circles forbidden so far."""

    def __init__(self, above: Table, most_pivots: int) -> None:
        self.size = len(above)
        self.triples = _triples(self.size)
        self.rows = np.zeros(0, dtype=np.int64)
        self.prices = np.zeros(0)
        self.pivots_left = most_pivots
        first, second = np.triu_indices(self.size, 1)
        cost = (above.T - above)[first, second].astype(np.float64)
        self.scale = min(1.0, LARGEST_PRICE / max(1.0, float(np.abs(cost).max())))
        self._highs = _quiet()
        self._highs.addVars(len(cost), np.zeros(len(cost)), np.ones(len(cost)))
        every = np.arange(len(cost), dtype=np.int32)
        self._highs.changeColsCost(len(cost), every, cost * self.scale)

    @property
    def every_triple(self) -> int:
        """How many triples there are."""
        return len(self.triples.items[0])

    @property
    def whole(self) -> bool:
        """No triple can go round in a circle any more."""
        return len(self.rows) == self.every_triple

    def circles(self, choice: Numbers) -> Table:
        """Find the triples that these choices take round in a circle, either way."""
        ij, jk, ik = self.triples.pairs
        way = choice[ij] + choice[jk] - choice[ik]
        return np.flatnonzero((way > 1 + CLEARLY) | (way < -CLEARLY))

    def solve(self, rows: Table) -> Numbers:
        """Forbid circles in these triples too, and choose anew."""
        count = len(rows)
        self._highs.addRows(
            count,
            np.zeros(count),
            np.ones(count),
            3 * count,
            np.arange(0, 3 * count, 3, dtype=np.int32),
            self.triples.pairs[:, rows].T.ravel().astype(np.int32),
            np.tile([1.0, 1.0, -1.0], count),
        )
        self.rows = np.concatenate([self.rows, rows])
        self._highs.setOptionValue("simplex_iteration_limit", self.pivots_left)
        self._highs.run()
        self.pivots_left -= self._highs.getInfo().simplex_iteration_count
        solution = self._highs.getSolution()
        self.prices = np.array(solution.row_dual)
        return np.array(solution.col_value)


def _priced(above: Table, solver: _Solver, choice: Numbers) -> Limit:
    """Compute the limit in whole numbers from the solver's prices (Lagrange's relaxation)."""
    size = len(above)
    total = int(above.sum())
    scale = min(FINEST, 1 << max(0, (ROOM // max(1, total)).bit_length() - 1))
    circle = _circle_prices(solver, scale)
    # What i before j costs, with the prices of all circles that go from i to j.
    cost: Numbers = above.T * float(scale) + circle.sum(axis=2)
    cheapest: Numbers = np.minimum(cost, cost.T)
    floor = int(cheapest.sum()) // 2 - 2 * int(circle.sum()) // 3
    leaning = np.zeros((size, size))
    leaning[np.triu_indices(size, 1)] = choice - 0.5
    return Limit(floor, scale, cost - cheapest, circle, (leaning - leaning.T).sum(axis=1))


def _circle_prices(solver: _Solver, scale: int) -> Numbers:
    size = solver.size
    circle = np.zeros((size, size, size))
    if not len(solver.rows):
        return circle
    prices = np.rint(solver.prices * (scale / solver.scale))
    i, j, k = solver.triples.items[:, solver.rows]
    # A row is held at 1 by the circle i, j, k with a price below 0, at 0 by the other way round.
    for a, b, c, price in ((i, j, k, -prices), (i, k, j, prices)):
        paid = np.maximum(price, 0)
        circle[a, b, c] = circle[b, c, a] = circle[c, a, b] = paid
    return circle


def _majority(above: Table) -> Numbers:
    """Choose each pair by majority; where it is even, by who is ahead over all pairs."""
    ahead = (above - above.T).sum(axis=1)
    first, second = np.triu_indices(len(above), 1)
    margin = above[first, second] - above[second, first]
    chosen = np.where(margin == 0, ahead[first] >= ahead[second], margin > 0)
    return chosen.astype(np.float64)


def _quiet() -> highspy.Highs:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its own constructor has no types
    for option, value in (
        ("output_flag", False),
        ("threads", 1),
        ("presolve", "off"),
        ("solver", "simplex"),
    ):
        highs.setOptionValue(option, value)
    return highs


@lru_cache(maxsize=64)
def _triples(size: int) -> _Triples:
    pair = np.zeros((size, size), dtype=np.int64)
    first, second = np.triu_indices(size, 1)
    pair[first, second] = np.arange(len(first))
    items = np.array(list(combinations(range(size), 3)), dtype=np.int64).reshape(-1, 3).T
    i, j, k = items
    return _Triples(items, np.stack([pair[i, j], pair[j, k], pair[i, k]]))
