"""The order of the items by one rule, and how it is read off a table of who beats whom."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.profile import Table, Voices

Rule = Literal[
    "kemeny",
    "borda",
    "schulze",
    "ranked_pairs",
    "copeland",
    "median_rank",
    "instant_runoff",
]
Bands = tuple[tuple[str, ...], ...]
Beats = npt.NDArray[np.bool_]


class Outcome(Struct, frozen=True):
    """Where one rule puts the items. Ties are left as ties.

    `items`: as they were given; `places` and `scores` are in this order. `bands`: best first.
    Every item of a band is before every item of the bands below it; inside a band the rule claims
    no complete order, and items stand as they were given. `places`: each item's best and worst
    place, from 1, over every way to break the ties. `scores`: what the rule counts for each item,
    None for an item about which it knows nothing; no scores at all when the rule has none. `exact`:
    False when the ties were too many to go through. Then bands and places still say nothing false,
    but may leave open what a full count would settle.
    """

    rule: Rule
    items: tuple[str, ...]
    bands: Bands
    places: tuple[tuple[int, int], ...]
    scores: tuple[Voices | None, ...] = ()
    exact: bool = True

    @property
    def first(self) -> tuple[str, ...]:
        """The items that are first under some breaking of the ties; the only one is the winner.

        When the outcome is not exact, others may be among them.
        """
        return self._where([best == 1 for best, _ in self.places])

    @property
    def last(self) -> tuple[str, ...]:
        """The items that are last under some breaking of the ties, with the same caution."""
        return self._where([worst == len(self.items) for _, worst in self.places])

    def _where(self, chosen: Sequence[bool]) -> tuple[str, ...]:
        return tuple(item for item, yes in zip(self.items, chosen, strict=True) if yes)


def outcome_of_scores(
    rule: Rule, items: tuple[str, ...], keys: Table, scores: tuple[Voices | None, ...] = ()
) -> Outcome:
    """Order the items by whole numbers, the largest first; equal numbers stand level."""
    beats = keys[:, None] > keys
    return Outcome(rule, items, bands_of(items, beats), places_of(beats), scores)


def bands_of(items: tuple[str, ...], beats: Beats) -> Bands:
    """Give the finest bands in which every item beats all items of the bands below.

    `beats[i, j]`: item i beats item j, shape (items, items), never both ways round.
    """
    return tuple(tuple(items[at] for at in group) for group in groups_of(beats))


def groups_of(beats: Beats) -> list[list[int]]:
    """Give the bands as lists of positions, each in rising order.

    The items of an upper part that beats all the rest have the most wins less losses, and wins and
    losses among themselves cancel out: a part of k of m items is such a part exactly when the sum
    is k (m - k), as in Landau's theorem on scores (1953).
    """
    net = beats.sum(axis=1) - beats.sum(axis=0)
    order = np.argsort(-net, kind="stable")
    sizes = np.arange(1, len(net) + 1)
    ends = np.flatnonzero(np.cumsum(net[order]) == sizes * (len(net) - sizes)) + 1
    return [sorted(group.tolist()) for group in np.split(order, ends[:-1])]


def places_of(beats: Beats) -> tuple[tuple[int, int], ...]:
    """Give each item's best and worst place over the orders that keep to a strict partial order."""
    best = 1 + beats.sum(axis=0)
    worst = len(beats) - beats.sum(axis=1)
    return tuple(zip(best.tolist(), worst.tolist(), strict=True))
