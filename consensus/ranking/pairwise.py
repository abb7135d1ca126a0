"""Which item before which, by how many: all that a combined order needs (Condorcet, 1785)."""

from collections.abc import Mapping
from typing import Self

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import MOST_COUNTS, Order, Profile, Table, positions_of, write_places

Places = npt.NDArray[np.signedinteger]


class Pairs(Struct, frozen=True, eq=False):
    """How many voices and how many people place each item before each other item.

    `above[i, j]`: the counts of all ballots with `items[i]` before `items[j]`; `unit` counts make
    one voice. `people[i, j]`: how many people that is, whatever they weigh. Both are read-only
    tables of shape (items, items) with 0 on the diagonal. A person who finds two items equal, or
    did not rank one of them, is in neither direction.
    """

    items: tuple[str, ...]
    above: Table
    people: Table
    unit: int = 1

    def __post_init__(self) -> None:
        size = len(positions_of(self.items))
        for table in (self.above, self.people):
            if table.shape != (size, size) or table.min() < 0 or table.diagonal().any():
                raise BallotError(
                    Fault.COUNTS_DO_NOT_FIT,
                    f"{size} items need {size} rows of {size} counts, with none below 0"
                    " and no item before itself",
                )
            if table.max() > MOST_COUNTS:
                raise BallotError(
                    Fault.VOICES_TOO_FINE, "the counts are too large to be summed exactly"
                )
            table.flags.writeable = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pairs) and all(
            (
                self.items == other.items,
                self.unit == other.unit,
                np.array_equal(self.above, other.above),
                np.array_equal(self.people, other.people),
            )
        )

    def __ne__(self, other: object) -> bool:
        # The base class has an answer of its own, by identity.
        return not self == other

    def changed(self, before: Order, after: Order, counts: int | None = None) -> Self:
        """Give the pairs after one person replaced the ballot `before` by `after`.

        An abstention `()` stands for no ballot, so this adds and takes away ballots too. It costs
        the square of the number of items and reads no other ballot. `counts`: what the ballot
        counts; one voice by default. `before` must be what was counted for this person: BallotError
        when taking it away leaves less than nothing, and for unknown or repeated items.
        """
        if counts is not None and counts < 1:
            raise BallotError(Fault.VOICE_NOT_ABOVE_ZERO, "a ballot must count something")
        positions = positions_of(self.items)
        difference = _before(after, positions) - _before(before, positions)
        return type(self)(
            self.items,
            self.above + difference * (self.unit if counts is None else counts),
            self.people + difference,
            self.unit,
        )


def count_pairs(profile: Profile) -> Pairs:
    """Count, for every two items, the voices and the people that place the first before the second.

    People who abstain count nowhere. The result does not depend on the order of the ballots.
    """
    first, second = columns(profile.places)
    people = _count(first, second)
    if (profile.counts == profile.unit).all():
        return Pairs(profile.items, people * profile.unit, people, profile.unit)
    return Pairs(profile.items, _weigh(first, second, profile.counts), people, profile.unit)


def columns(places: Table) -> tuple[Places, Places]:
    """Give each item's places as the first and as the second of a pair, in the smallest numbers.

    Not ranked is last as the first and first as the second, so that it is never before anything.
    """
    largest = places.max(initial=0)
    small = next(kind for kind in (np.int8, np.int16, np.int64) if largest <= np.iinfo(kind).max)
    second: Places = np.ascontiguousarray(places.T, dtype=small)
    first = second.copy()
    first[first == 0] = np.iinfo(small).max
    return first, second


def _count(first: Places, second: Places) -> Table:
    size = len(second)
    above = [
        [np.count_nonzero(first[this] < second[other]) for other in range(size)]
        for this in range(size)
    ]
    return np.array(above, dtype=np.int64)


def _weigh(first: Places, second: Places, counts: Table) -> Table:
    # Sums are below 2**40, so doubles hold them exactly, and multiply far faster than integers.
    weights = counts.astype(np.float64)
    above = [(row < second).astype(np.float64) @ weights for row in first]
    return np.array(above).astype(np.int64)


def _before(order: Order, positions: Mapping[str, int]) -> Table:
    row = np.zeros(len(positions), dtype=np.int64)
    write_places(row, order, positions)
    first, second = columns(row[None, :])
    return (first < second.T).astype(np.int64)
