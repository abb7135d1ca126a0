"""Ranked pairs: the strongest majorities are locked first, and none that closes a circle."""

from collections.abc import Iterator
from functools import reduce
from operator import and_

import numpy as np

from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Table
from consensus.ranking.rules.condorcet import margins
from consensus.ranking.rules.outcome import Bands, Beats, Outcome, bands_of, groups_of
from consensus.ranking.rules.paths import strongest_paths
from consensus.ranking.rules.universes import Pair, Rows, locked, settled

# Ways to lock equal margins, counted at one strength among items that do not fall apart. A hundred
# settle nearly all groups with ten items; more would keep a room waiting in the few cases left.
MOST_UNIVERSES = 100


def ranked_pairs(pairs: Pairs) -> Outcome:
    """Order the items by ranked pairs (Tideman, 1987), which has no scores.

    From the largest margin down, each majority is locked unless it closes a circle with those that
    are. Equal margins may be locked in any order, and the outcome holds for all of these orders
    at once (parallel universes: Conitzer, Rognlie and Xia, 2009): an item is before another in the
    bands only where it is in every universe, and `places` and `first` range over all of them. Even
    splits lock nothing.

    To say who can be first is NP-complete (Brill and Fischer, 2012). When there are more than
    `MOST_UNIVERSES` ways to lock majorities of one strength, or more such majorities on circles,
    `exact` is False: the outcome then keeps to what surely holds in every universe, and places may
    be too wide. Items of which all the upper beat all the lower are counted apart, and the order in
    which items were given plays no part.
    """
    found = margins(pairs)
    bands: Bands = ()
    places: dict[int, tuple[int, int]] = {}
    exact = True
    for group in groups_of(found > 0):
        universes, all_of_them = _universes(found[np.ix_(group, group)])
        best, worst = _range(universes, len(places))
        shared = np.logical_and.reduce(universes)
        bands += bands_of(tuple(pairs.items[at] for at in group), shared)
        places |= zip(group, zip(best, worst, strict=True), strict=True)
        exact = exact and all_of_them
    in_order = tuple(places[at] for at in range(len(found)))
    return Outcome("ranked_pairs", pairs.items, bands, in_order, exact=exact)


def _range(universes: Beats, above: int) -> tuple[list[int], list[int]]:
    """Give the best and the worst places over all universes, below so many other items."""
    best = 1 + universes.sum(axis=1).min(axis=0)
    worst = universes.shape[1] - universes.sum(axis=2).min(axis=0)
    return (best + above).tolist(), (worst + above).tolist()


def _universes(margins: Table) -> tuple[Beats, bool]:
    """Give what each universe locks, and what follows, shape (universes, items, items).

    False with it when there are too many: then there is one relation, of what they surely share.
    """
    size = len(margins)
    states: list[Rows] = [(0,) * size]
    for tied in _by_strength(margins):
        after = _after(states, tied)
        if after is None:
            return _tables([_surely(states, margins)], size), False
        states = after
    return _tables(states, size), True


def _by_strength(margins: Table) -> Iterator[list[Pair]]:
    """Give the pairs that a majority orders, the largest margins first, equal ones together."""
    tied: dict[int, list[Pair]] = {}
    for upper, lower in np.argwhere(margins > 0).tolist():
        tied.setdefault(int(margins[upper, lower]), []).append((upper, lower))
    return (tied[strength] for strength in sorted(tied, reverse=True))


def _after(states: list[Rows], tied: list[Pair]) -> list[Rows] | None:
    """Lock majorities of one strength in every order; None for more than `MOST_UNIVERSES` ways."""
    ways: list[Rows] = []
    for rows in states:
        more = settled(rows, tied, MOST_UNIVERSES)
        if more is None or len(ways) + len(more) > MOST_UNIVERSES:
            return None
        ways += more
    return list(dict.fromkeys(ways))


def _surely(states: list[Rows], margins: Table) -> Rows:
    """Give what holds in every universe, whatever else these may lock.

    That is what all have locked so far, and each majority that is larger than the weakest of every
    way back: it cannot close a circle (the defeats of Split Cycle: Holliday and Pacuit, 2023).
    """
    shared = tuple(reduce(and_, rows) for rows in zip(*states, strict=True))
    safe = np.argwhere(margins > strongest_paths(margins).T)
    return locked(shared, [(upper, lower) for upper, lower in safe.tolist()])


def _tables(states: list[Rows], size: int) -> Beats:
    """Unpack the bits of relations into tables, shape (relations, items, items)."""
    width = (size + 7) // 8
    raw = b"".join(row.to_bytes(width, "little") for rows in states for row in rows)
    bits = np.unpackbits(np.frombuffer(raw, dtype=np.uint8), bitorder="little")
    return bits.reshape(len(states), size, 8 * width)[:, :, :size].astype(bool)
