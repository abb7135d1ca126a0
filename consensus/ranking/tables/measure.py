"""How much further apart people of different tables are than people of the same, however they sit.

Pairs of items are looked at one by one. For each, two people of different tables are held against
two people of the same table, where each table counts the same whatever its size (Szekely and Rizzo,
2004, on the distance of Kendall, 1938). The mean of that over pairs of items is the measure; each
counts as many times as people put one of its items first.

So a table that was not asked about an item, because it had set it aside, says nothing of its pairs.
Were all pairs counted together, tables would seem to differ that only left out different items.
"""

import numpy as np
from msgspec import Struct

from consensus.ranking.distance import Signs, count_opposite
from consensus.ranking.tables.permutation import Figures, Seats

# So many numbers fit into memory at once without anybody noticing.
_BLOCK = 4_000_000

# Sums of fractions differ in the last of 16 digits with the order of tables and items.
_DIGITS = 12


class Measured(Struct, frozen=True, eq=False):
    """For each way of sitting, the mean distance within tables and between two of them.

    Shape (ways,); NaN where there is no pair of items that people of two tables ordered, and two
    people of one.
    """

    within: Figures
    between: Figures

    @property
    def difference(self) -> Figures:
        """How much further apart people of different tables are."""
        return self.between - self.within


def shared(signs: Signs, seats: Seats) -> Signs:
    """Keep the pairs of items that people of at least two tables ordered.

    `signs`: shape (people, pairs), as `pair_signs` gives them. `seats`: shape (people,).
    """
    asked = [(signs[seats == table] != 0).any(axis=0) for table in np.unique(seats)]
    return signs[:, np.sum(asked, axis=0) > 1]


def measured(signs: Signs, seats: Seats) -> Measured:
    """Take the distances within and between tables for each way of sitting.

    `signs`: shape (people, pairs). `seats`: shape (ways, people).
    """
    tables = int(seats.max()) + 1
    complete = bool(signs.all()) and signs.size > 0
    width = seats.shape[1] if complete else max(seats.shape[1], signs.shape[1])
    blocks = np.array_split(seats, len(seats) * tables * width // _BLOCK + 1)
    take = _all_ordered if complete else _by_pair
    found = [take(signs, block, tables) for block in blocks]
    within, between = (np.concatenate(figures) for figures in zip(*found, strict=True))
    return Measured(within, between)


def of_two(opposite: Figures, pairs: int, sizes: tuple[int, int], seats: Seats) -> Figures:
    """Take `measured(...).difference` for many couples of tables that all ordered everything.

    `opposite`: shape (couples, people, people), symmetric: the pairs of items that two people order
    oppositely, of so many `pairs`. `sizes`: how many of the people sit at either table. `seats`:
    shape (ways, people), 0 for the first table. Returns shape (ways, couples).
    """
    here = (seats == 0).astype(np.float64)
    one, other = np.triu_indices(seats.shape[1], 1)
    both = here[:, one] * here[:, other]
    # Everything is counted from who sits at the first table: whoever does not is at the second.
    first = 2 * (both @ opposite[:, one, other].T)
    rows = here @ opposite.sum(axis=2).T
    across = rows - first
    second = opposite.sum(axis=(1, 2)) - rows - across
    asked = [size * (size - 1) * pairs for size in sizes]
    within = first / asked[0] + second / asked[1]
    differences: Figures = across / (sizes[0] * sizes[1] * pairs) - within / 2
    return differences


def _all_ordered(signs: Signs, seats: Seats, tables: int) -> tuple[Figures, Figures]:
    """Take them where everybody ordered all pairs, so that these can be counted together."""
    sits = _sits(seats, tables)
    opposite = count_opposite(signs)[0].astype(np.float64)
    people = seats.shape[1]
    against = (sits.reshape(-1, people) @ opposite).reshape(sits.shape) @ sits.swapaxes(1, 2)
    sizes = sits[0].sum(axis=1) if len(sits) else np.zeros(tables)
    within, between = np.zeros((2, len(seats)))
    for one in range(tables):
        within += against[:, one, one] / (sizes[one] * (sizes[one] - 1) * signs.shape[1])
        for other in range(one + 1, tables):
            between += against[:, one, other] / (sizes[one] * sizes[other] * signs.shape[1])
    return within / tables, between / (tables * (tables - 1) // 2)


def _by_pair(signs: Signs, seats: Seats, tables: int) -> tuple[Figures, Figures]:
    """Take them pair by pair of items, over the tables whose people ordered it."""
    sits = _sits(seats, tables)
    people = sits.reshape(-1, seats.shape[1])
    shape = (len(seats), tables, signs.shape[1])
    first = (people @ (signs > 0).astype(np.float64)).reshape(shape)
    ordered = (people @ (signs != 0).astype(np.float64)).reshape(shape)
    second = ordered - first
    with np.errstate(invalid="ignore", divide="ignore"):
        inside = np.where(ordered > 1, 2 * first * second / (ordered * (ordered - 1)), 0)
        share = np.where(ordered > 0, first / ordered, 0)
        total, squares, count = share.sum(axis=1), (share**2).sum(axis=1), (ordered > 0).sum(axis=1)
        within = inside.sum(axis=1) / (ordered > 1).sum(axis=1)
        # The sum, over every two tables, of one being for an order that the other is against.
        between = ((count - 1) * total - total**2 + squares) / (count * (count - 1) / 2)
        known = np.isfinite(within) & np.isfinite(between)
        weights = known * (signs != 0).sum(axis=0)
        means = [
            (np.where(known, figures, 0) * weights).sum(axis=1) / weights.sum(axis=1)
            for figures in (within, between)
        ]
    return means[0].round(_DIGITS), means[1].round(_DIGITS)


def _sits(seats: Seats, tables: int) -> Figures:
    sits: Figures = (seats[:, None, :] == np.arange(tables)[:, None]).astype(np.float64)
    return sits
