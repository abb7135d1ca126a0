"""How near people put two statements to one another in their orders."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from consensus.ranking.profile import Order

Pair = tuple[str, str]

# What two statements come to when orders are drawn by lot, however long these are.
CHANCE = 2 / 3

# Of two statements, every order makes neighbours.
_FEWEST = 3


def ranked_near(items: Sequence[str], orders: Iterable[Order]) -> dict[Pair, float | None]:
    """Return for every pair of items how near people put them, from 0 to 1.

    An order that ranks m items says of two of them `1 - (gap - 1) / (m - 2)`, where `gap` is how
    far apart their places are: neighbours say 1, the first and the last 0. The pair has the mean of
    what people say who ranked both; None where nobody did. Two places drawn by lot lie (m + 1) / 3
    apart on average, so that chance gives 2/3 for any m. Gaps of places are those of Spearman's
    footrule (P. Diaconis and R. L. Graham, "Spearman's footrule as a measure of disarray", Journal
    of the Royal Statistical Society B 39, 1977), within one order instead of between two. Items
    that a person found equal share the middle of their places, and are as near as neighbours: in a
    diamond of nine chance gives 0.67 too. Orders of fewer than three items say nothing; items that
    are not asked for only take up their places.
    """
    at = {item: index for index, item in enumerate(items)}
    said = np.zeros((len(at), len(at)))
    people = np.zeros((len(at), len(at)), dtype=np.int64)
    for order in orders:
        middles = _middles(order)
        found = [(at[item], place) for item, place in middles.items() if item in at]
        if len(middles) < _FEWEST or not found:
            continue
        who = np.array([index for index, _ in found])
        places = np.array([place for _, place in found])
        gaps = np.maximum(1, np.abs(places[:, None] - places[None, :]))
        said[np.ix_(who, who)] += 1 - (gaps - 1) / (len(middles) - 2)
        people[np.ix_(who, who)] += 1
    sums, counts = said.tolist(), people.tolist()
    return {
        (one, other): sums[at[one]][at[other]] / counts[at[one]][at[other]]
        if counts[at[one]][at[other]]
        else None
        for one, other in combinations(items, 2)
    }


def _middles(order: Order) -> dict[str, float]:
    """Return the place of each item, from 0; equal ones have the middle of those they take up."""
    found: dict[str, float] = {}
    for group in order:
        row = (group,) if isinstance(group, str) else group
        middle = len(found) + (len(row) - 1) / 2
        found.update(dict.fromkeys(row, middle))
    return found
