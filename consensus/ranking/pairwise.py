"""Ballots as numbers: who placed what where, and which item before which.

Every figure in this package starts from one of two tables. `place_table` keeps the people apart;
`count_pairs` adds them up, which is all that a combined order needs (Condorcet, 1785).
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

Table = npt.NDArray[np.int64]


class Pairs(Struct, frozen=True):
    """How many ballots place each item before each other item.

    `above[i][j]` counts the ballots with `items[i]` before `items[j]`. An item is never before
    itself, so the diagonal is 0. Raises ValueError when an item is named twice or when the counts
    are not such a table.
    """

    items: tuple[str, ...]
    above: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        size = len(_positions(self.items))
        if [len(row) for row in self.above] != [size] * size:
            raise ValueError(f"{size} items need {size} rows of {size} counts")
        if any(count < 0 for row in self.above for count in row):
            raise ValueError("a count of ballots is below 0")
        if any(row[at] for at, row in enumerate(self.above)):
            raise ValueError("an item is counted before itself")


def count_pairs(items: Sequence[str], ballots: Sequence[Sequence[str]]) -> Pairs:
    """Count, for every two items, the ballots that place the first before the second.

    Raises ValueError unless every ballot holds each of the items exactly once.
    """
    above = above_table(place_table(items, ballots))
    return Pairs(items=tuple(items), above=tuple(map(tuple, above.tolist())))


def place_table(items: Sequence[str], ballots: Sequence[Sequence[str]]) -> Table:
    """Find each ballot's places: shape (ballots, items), with 1 for the item that comes first.

    Raises ValueError unless every ballot holds each of the items exactly once.
    """
    positions = _positions(items)
    orders = np.array([_order(positions, ballot) for ballot in ballots], dtype=np.int64)
    # The inverse of an order of items is each item's place in it.
    places = orders.reshape(len(ballots), len(positions)).argsort(axis=1) + 1
    return places.astype(np.int64, copy=False)


def above_table(places: Table) -> Table:
    """Count pairs from places of shape (ballots, items): shape (items, items), as in `Pairs`."""
    items = places.shape[1]
    above = [(places[:, [item]] < places).sum(axis=0) for item in range(items)]
    return np.array(above, dtype=np.int64).reshape(items, items)


def _order(positions: dict[str, int], ballot: Sequence[str]) -> list[int]:
    if len(ballot) != len(positions) or set(ballot) != positions.keys():
        # A ballot may be private and an error may reach a log, so its content is not quoted.
        raise ValueError(f"a ballot is not a complete strict order of the {len(positions)} items")
    return [positions[item] for item in ballot]


def _positions(items: Sequence[str]) -> dict[str, int]:
    positions = {item: at for at, item in enumerate(items)}
    if len(positions) != len(items):
        raise ValueError("an item is named twice")
    return positions
