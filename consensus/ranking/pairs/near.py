"""How near people put two statements to one another in their orders."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

Pair = tuple[str, str]

# What two statements come to when orders are drawn by lot, however long these are.
CHANCE = 2 / 3

# Of two statements, every order makes neighbours.
_FEWEST = 3


def ranked_near(items: Sequence[str], orders: Iterable[Sequence[str]]) -> dict[Pair, float | None]:
    """Return for every pair of items how near people put them, from 0 to 1.

    An order that ranks m items says of two of them `1 - (gap - 1) / (m - 2)`, where `gap` is how
    many places lie between theirs: neighbours say 1, the first and the last 0. The pair has the
    mean of what people say who ranked both; None where nobody did. Two places drawn by lot lie
    (m + 1) / 3 apart on average, so that chance gives 2/3 for any m. Gaps of places are those of
    Spearman's footrule (P. Diaconis and R. L. Graham, "Spearman's footrule as a measure of
    disarray", Journal of the Royal Statistical Society B 39, 1977), within one order instead of
    between two. Orders of fewer than three items say nothing; items that are not asked for only
    take up their places.
    """
    at = {item: index for index, item in enumerate(items)}
    said = np.zeros((len(at), len(at)))
    people = np.zeros((len(at), len(at)), dtype=np.int64)
    for order in orders:
        found = [(at[item], place) for place, item in enumerate(order) if item in at]
        if len(order) < _FEWEST or not found:
            continue
        who = np.array([index for index, _ in found])
        places = np.array([place for _, place in found])
        gaps = np.abs(places[:, None] - places[None, :])
        said[np.ix_(who, who)] += 1 - (gaps - 1) / (len(order) - 2)
        people[np.ix_(who, who)] += 1
    sums, counts = said.tolist(), people.tolist()
    return {
        (one, other): sums[at[one]][at[other]] / counts[at[one]][at[other]]
        if counts[at[one]][at[other]]
        else None
        for one, other in combinations(items, 2)
    }
