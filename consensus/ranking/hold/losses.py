"""What a set or an ordered list asks each person, or each agency, to give up.

Only what a ballot says counts against a choice: one item strictly above another, both ranked. What
a person found equal or did not rank is read in favour of the choice, never against it.
"""

from collections.abc import Mapping
from itertools import chain
from math import lcm
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Profile, Table

# Whole numbers of 32 or 64 bits; Python's own where agencies of many sizes need longer ones.
Figures = npt.NDArray[Any]

# Figures worked on at a time: enough to keep numpy busy, few enough for the cache.
AT_A_TIME = 2**17


class Bearers(Struct, frozen=True, eq=False):
    """Those whose losses are compared: people, or agencies with the mean of their people.

    `places`: shape (ballots, items), each different ballot once: 1 and the number of items strictly
    above, or 0 for not ranked. A table of losses has one column for each ballot, or each agency,
    and a last one for everyone's losses together. `everyone`: who is compared. `column`: where each
    of them stands. `members` and `sizes`: where agencies are compared, the ballots of their people,
    agency by agency, and how many each has; otherwise None. A loss of 1 is written as `scale`, so
    that the means of agencies are whole numbers too.
    """

    places: Table
    everyone: tuple[str, ...]
    column: Table
    members: Table | None = None
    sizes: Table | None = None
    scale: int = 1

    def columns(self, by_ballot: Figures) -> Figures:
        """Turn losses with the ballots on the last axis into a table with the columns above."""
        # Nothing that is ever added up comes to more than all pairs of items of everyone.
        kind = _whole_numbers(self.scale * len(self.everyone) * self.places.shape[1] ** 2)
        if self.members is None or self.sizes is None:
            own = by_ballot.astype(kind)
        else:
            parts = np.array([self.scale // size for size in self.sizes.tolist()], dtype=kind)
            starts = np.cumsum(self.sizes) - self.sizes
            sums = np.add.reduceat(by_ballot[..., self.members], starts, axis=-1, dtype=np.int64)
            own = sums.astype(kind) * parts
        alike = np.bincount(self.column).astype(kind)
        return np.concatenate([own, (own @ alike)[..., None]], axis=-1)


def bearers_of(profile: Profile, agencies: Mapping[str, str] | None = None) -> Bearers:
    """Give the people who answered or, with each person's agency, the agencies they belong to.

    Agencies for which nobody answered are left out. Raises BallotError when nobody answered, and
    when someone who answered has no agency.
    """
    asked = profile.only(profile.answered)
    if not asked.people:
        raise BallotError(Fault.NOBODY_HAS_A_VIEW, "nobody has ranked anything")
    places, ballot = np.unique(_standing(asked.places), axis=0, return_inverse=True)
    ballot = ballot.ravel()
    if agencies is None:
        return Bearers(places, asked.people, ballot)
    if not agencies.keys() >= set(asked.people):
        raise BallotError(Fault.UNKNOWN_PERSON, "somebody who answered has no agency")
    ballots: dict[str, list[int]] = {agency: [] for agency in agencies.values()}
    for person, row in zip(asked.people, ballot.tolist(), strict=True):
        ballots[agencies[person]].append(row)
    present = {agency: rows for agency, rows in ballots.items() if rows}
    sizes = [len(rows) for rows in present.values()]
    return Bearers(
        places,
        tuple(present),
        np.arange(len(present)),
        np.array(list(chain.from_iterable(present.values()))),
        np.array(sizes),
        lcm(*sizes),
    )


def set_losses(bearers: Bearers, sets: Table) -> Figures:
    """Give what each set asks: of the items that it holds and a ballot ranks, how many must go.

    `sets`: shape (sets, k), positions of items. With j such items the loss is the number of them
    outside the ballot's first j, with ties at the border in favour of the set. Result: shape
    (sets, columns of `bearers`).
    """
    size = max(1, AT_A_TIME // (len(bearers.places) * sets.shape[1]))
    parts = [sets[at : at + size] for at in range(0, max(1, len(sets)), size)]
    return np.concatenate([_set_losses(bearers, part) for part in parts])


def list_losses(bearers: Bearers, lists: Table) -> Figures:
    """Give what each list asks: the pairs that it puts one way and the ballot the other way.

    `lists`: shape (lists, k), positions of items, first on top. Result: shape (lists, columns of
    `bearers`).
    """
    pairs = pair_losses(bearers)
    lost: Figures = pairs.sum(axis=0)[lists].sum(axis=1)
    for earlier, later in zip(*np.triu_indices(lists.shape[1], 1), strict=True):
        lost -= pairs[lists[:, earlier], lists[:, later]]
    return lost


def pair_losses(bearers: Bearers) -> Figures:
    """Give, for two items, what is lost where the second is put above the first.

    Result: shape (items, items, columns of `bearers`).
    """
    places = bearers.places.T
    return np.stack([bearers.columns((place > 0) & (place < places)) for place in places])


def own_first(bearers: Bearers, k: int) -> npt.NDArray[np.bool_]:
    """Say which items each ballot ranks with fewer than `k` items strictly above them."""
    return (bearers.places > 0) & (bearers.places <= k)


def surely_first(bearers: Bearers, k: int) -> npt.NDArray[np.bool_]:
    """Say which items are among each ballot's first `k`, however its ties at the border fall."""
    first = own_first(bearers, k)
    border = np.where(first, bearers.places, 0).max(axis=1, keepdims=True)
    crossed = first.sum(axis=1, keepdims=True) > k
    surely: npt.NDArray[np.bool_] = first & ~(crossed & (bearers.places == border))
    return surely


def _set_losses(bearers: Bearers, sets: Table) -> Figures:
    not_ranked = np.iinfo(np.int16).max
    places = np.where(bearers.places > 0, bearers.places, not_ranked).T.astype(np.int16)
    own = np.sort(places[sets], axis=1)
    held = (own < not_ranked).sum(axis=1, dtype=np.int16)
    lost = np.zeros_like(held)
    # Just above each item of the set, the set lacks what it could hold of the places before. The
    # loss is the largest lack; behind the last item that was ranked there is none.
    for before in range(sets.shape[1]):
        np.maximum(lost, np.minimum(own[:, before] - 1, held) - before, out=lost)
    return bearers.columns(lost)


def _standing(places: Table) -> Table:
    """Write ballots that say the same in the same way, whatever numbers they were given."""
    ranked = places > 0
    above = [((places < own[:, None]) & ranked).sum(axis=1) for own in places.T]
    return np.where(ranked, np.stack(above, axis=1) + 1, 0)


def _whole_numbers(most: int) -> type[Any]:
    if most < 2**31:
        return np.int32
    return np.int64 if most < 2**63 else object
