"""Groups without camps, drawn from one population: what apparent camps are held against.

Any group can be divided, and a small one looks divided. So two models, each of one population, are
fitted to a group and draw others like it. Everyone drawn leaves out the items that a person of the
group left out, and finds as many equal.
"""

import numpy as np
from numpy.random import Generator

from consensus.ranking.distance import count_opposite, pair_signs
from consensus.ranking.profile import Table
from consensus.ranking.tables.items import stretched_places
from consensus.ranking.tables.permutation import Figures

# Where all agree about an item its spread is 0; this many places keep ratios of spreads finite.
_SLIGHT = 0.05

# Enough people for means and spreads to be right to about a twentieth of a spread.
_TRIED, _STEPS = 500, 25


def around_one_order(places: Table, draws: int, chance: Generator) -> Table:
    """Draw groups in which everyone departs by chance from one order (Mallows, 1957).

    How far they depart is such that two people agree as often as in the group. `places`: shape
    (people, items) as `Profile` holds them. Returns shape (draws, people, items).
    """
    opposite, compared = count_opposite(pair_signs(places))
    np.fill_diagonal(compared, 0)
    agreement = 1 - int(opposite.sum()) / max(1, int(compared.sum()))
    departures = fitting_departure(agreement, places.shape[1])
    drawn = mallows((draws, len(places)), places.shape[1], departures, chance)
    # Which item comes first in the order matters only to those who left some out.
    means, _ = _means_and_spreads(places)
    return _as_said(drawn[:, :, means.round(9).argsort(kind="stable").argsort()], places)


def around_each_place(places: Table, draws: int, chance: Generator) -> Table:
    """Draw groups in which each item has the same mean place and spread as in the group.

    Items move independently of one another, each by its own spread (Thurstone, 1927, case III):
    one item that people put anywhere does not make camps, though it sets people far apart. `places`
    and what is returned are as for `around_one_order`.
    """
    means, spreads = _scales(*_means_and_spreads(places), chance)
    noise = chance.normal(size=(draws, *places.shape))
    return _as_said(_ranked(means + spreads * noise), places)


def mallows(shape: tuple[int, ...], items: int, phi: float, chance: Generator) -> Table:
    """Draw orders around 1, 2, 3, ... by repeated insertion (Doignon, Pekec and Regenwetter, 2004).

    `phi`: 0 gives that order alone, 1 all orders evenly. Returns places, shape (*shape, items).
    """
    places = np.zeros((*shape, items), dtype=np.int64)
    for item in range(items):
        odds = np.cumsum(phi ** np.arange(item + 1))
        passed = np.searchsorted(odds[:-1] / odds[-1], chance.uniform(size=shape), side="right")
        own = item + 1 - passed
        earlier = places[..., :item]
        earlier[earlier >= own[..., None]] += 1
        places[..., item] = own
    return places


def expected_agreement(phi: float, items: int) -> float:
    """Say how often two people of a Mallows population put two items the same way round.

    From the chance that an item stays before another that is some places further down, which is
    known exactly (Mallows, 1957).
    """
    if phi >= 1:
        return 0.5
    apart = np.arange(1, items)
    further, near = ((count / (1 - phi**count)) for count in (apart + 1, apart))
    before = further - near
    pairs = items - apart
    return float((pairs * (before**2 + (1 - before) ** 2)).sum() / pairs.sum())


def fitting_departure(agreement: float, items: int) -> float:
    """Find the phi at which two people agree so often; 1 for chance or less."""
    low, high = 0.0, 1.0
    if agreement <= 0.5:
        return high
    for _ in range(50):
        middle = (low + high) / 2
        too_near = expected_agreement(middle, items) > agreement
        low, high = (middle, high) if too_near else (low, middle)
    return low


def _means_and_spreads(places: Table) -> tuple[Figures, Figures]:
    """Give each item's mean place and deviation; the middle and 0 for one left out."""
    stretched = stretched_places(places)
    known = ~np.isnan(stretched)
    count = known.sum(axis=0)
    middle = (places.shape[1] + 1) / 2
    off = np.where(known, stretched - middle, 0)
    means = off.sum(axis=0) / np.maximum(count, 1)
    squares = (np.where(known, off - means, 0) ** 2).sum(axis=0)
    return middle + means, np.sqrt(squares / np.maximum(count - 1, 1))


def _scales(means: Figures, spreads: Figures, chance: Generator) -> tuple[Figures, Figures]:
    """Find where items must lie on a line, and how much move, for their places to be as given."""
    noise = chance.normal(size=(_TRIED, len(means)))
    centres, moves = means, spreads + _SLIGHT
    for _ in range(_STEPS):
        tried = _ranked(centres + moves * noise)
        centres = centres + 0.7 * (means - tried.mean(axis=0))
        moves = moves * (spreads + _SLIGHT) / (tried.std(axis=0) + _SLIGHT)
    return centres, moves


def _ranked(heights: Figures) -> Table:
    ranks: Table = heights.argsort(axis=-1).argsort(axis=-1) + 1
    return ranks


def _as_said(orders: Table, places: Table) -> Table:
    """Leave out of everybody's order what that person left out, and make as many items equal.

    `orders`: shape (draws, people, items), strict. `places`: shape (people, items).
    """
    left_out = places == 0
    last = places.max() + 1
    ranked = np.where(left_out, orders.shape[2] + 1, orders).argsort(axis=2, kind="stable")
    levels = np.sort(np.where(left_out, last, places), axis=1)
    said = np.zeros_like(orders)
    np.put_along_axis(said, ranked, np.broadcast_to(levels % last, orders.shape), axis=2)
    return said
