"""Camps, and only where there are any: people who agree with one another and not with the rest."""

from enum import StrEnum
from fractions import Fraction

import numpy as np
from msgspec import Struct
from numpy.random import default_rng

from consensus.ranking.distance import by_ballot, count_opposite, pair_signs
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.landscape.one_population import around_each_place, around_one_order
from consensus.ranking.profile import Profile, Table
from consensus.ranking.tables.permutation import ROUNDING, SUPPORTED, Figures

# With fewer people nothing could be told from chance, and a camp would be a few names.
FEWEST_FOR_CAMPS = 12

# A hundred people take a fraction of a second, two hundred about one; time grows with the square.
MOST_FOR_CAMPS = 200

# A camp of two is two people.
FEWEST_IN_A_CAMP = 3

COUNTS = (2, 3, 4)

# Groups drawn from each model: the smallest p is 1/200.
GROUPS = 199

# So many distances fit into memory at once without anybody noticing.
_BLOCK = 2_000_000


class NoCamps(StrEnum):
    """Why no camps are drawn.

    TOO_FEW: fewer than 12 people on the map. TOO_MANY: more than 200; it was not tried.
    NOT_SUPPORTED: what looks like camps is no more than one population gives by chance. This is
    not proof that there are none.
    """

    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NOT_SUPPORTED = "not_supported"


class Camps(Struct, frozen=True):
    """People who agree with one another more than with the rest, supported by a test.

    `people`: each camp, the largest first, each in the order in which people were given.
    `in_none`: those who are no nearer to their own camp, on average, than to another.
    `within`, `between`: the mean share of pairs of items that two people of the same camp, and of
    different camps, order oppositely; people in none do not count.
    `silhouette`: how much nearer everybody is to their own camp than to the next, as a mean over
    all from -1 to 1 (Rousseeuw, 1987).
    `p`: how often one population without camps gives such a silhouette, at most.
    """

    people: tuple[tuple[str, ...], ...]
    in_none: tuple[str, ...]
    within: float
    between: float
    silhouette: float
    p: float


class Divisions(Struct, frozen=True, eq=False):
    """Each of several groups divided around so many of its people.

    `camps`: shape (groups, people), the number of each person's camp. `nearer`: the same shape, how
    much nearer each is to their own camp than to the next (silhouettes). `silhouette`: shape
    (groups,), the mean; -1 where a camp has fewer than 3 people for whom it is above 0.
    """

    camps: Table
    nearer: Figures
    silhouette: Figures


def find_camps(profile: Profile, seed: int) -> Camps | NoCamps:
    """Divide people into two to four camps, or say why not.

    `profile`: people of whom any two have a pair of items that both order. They are divided around
    2, 3 and 4 of them, and the division with the best silhouette is taken, the one with fewer camps
    where two are as good. A division with fewer than 3 people firmly in a camp does not count. It
    is drawn only where each of two models of one population, fitted to the group, gives as good a
    silhouette in less than 5 of 100 groups (parametric bootstrap, drawn from `seed`). A spectrum
    from one end to the opposite one, without a gap, may still come out as camps. A p near 0.05 may
    change a little with the order of the items. Raises BallotError when two people have no pair of
    items that both order.
    """
    if len(profile.people) < FEWEST_FOR_CAMPS:
        return NoCamps.TOO_FEW
    if len(profile.people) > MOST_FOR_CAMPS:
        return NoCamps.TOO_MANY
    order = by_ballot(profile.places)
    places = profile.places[order]
    apart = _shares(places[None])
    if np.isnan(apart).any():
        raise BallotError(Fault.NOTHING_IN_COMMON, "two people have no pair of items in common")
    found = max((divide(apart, count) for count in COUNTS), key=lambda one: one.silhouette[0])
    if found.silhouette[0] < 0:
        return NoCamps.NOT_SUPPORTED
    chance = default_rng(seed)
    p = max(
        _p(found.silhouette[0], model(places, GROUPS, chance))
        for model in (around_one_order, around_each_place)
    )
    return NoCamps.NOT_SUPPORTED if p >= SUPPORTED else _camps(profile, order, found, apart[0], p)


def divide(apart: Figures, count: int) -> Divisions:
    """Divide groups into so many camps, each around the person with the least distance to it all.

    `apart`: shape (groups, people, people), 0 on the diagonals. The sum of everybody's distance to
    the nearest middle person is made small by the steps of Kaufman and Rousseeuw (1990), BUILD and
    SWAP, until no single exchange makes it smaller. What is equal goes to the first person.
    """
    camps = _to(apart, _middles(apart, count)).argmin(axis=1)
    nearer = _silhouettes(apart, camps, count)
    firmly = (camps[:, :, None] == np.arange(count)) & (nearer > ROUNDING)[:, :, None]
    counts = (firmly.sum(axis=1) >= FEWEST_IN_A_CAMP).all(axis=1)
    return Divisions(camps, nearer, np.where(counts, nearer.mean(axis=1), -1))


def _p(silhouette: float, groups: Table) -> Fraction:
    """Say how often groups divide at least so well; the group that was seen is one more of them."""
    people, items = groups.shape[1:]
    each = people * max(people, items * (items - 1) // 2)
    hits = 0
    for block in np.array_split(groups, len(groups) * each // _BLOCK + 1):
        apart = _shares(block)
        best = np.max([divide(apart, count).silhouette for count in COUNTS], axis=0)
        hits += int((best >= silhouette - ROUNDING).sum())
    return Fraction(hits + 1, len(groups) + 1)


def _shares(places: Table) -> Figures:
    opposite, compared = count_opposite(pair_signs(places))
    with np.errstate(invalid="ignore"):
        shares: Figures = opposite / compared
    return shares


def _middles(apart: Figures, count: int) -> Table:
    """Find the people around whom groups are divided, as shape (groups, camps)."""
    groups = np.arange(len(apart))
    middles = np.zeros((len(apart), count), dtype=np.int64)
    nearest = np.full(apart.shape[:2], np.inf)
    for camp in range(count):
        middles[:, camp] = np.minimum(apart, nearest[:, None]).sum(axis=2).argmin(axis=1)
        nearest = np.minimum(nearest, apart[groups, middles[:, camp]])
    while len(groups):
        costs, costs_now = _exchanges(apart[groups], middles[groups])
        best = costs.argmin(axis=1)
        better = np.take_along_axis(costs, best[:, None], axis=1)[:, 0] < costs_now - ROUNDING
        groups, best = groups[better], best[better]
        middles[groups, best // apart.shape[1]] = best % apart.shape[1]
    return middles


def _exchanges(apart: Figures, middles: Table) -> tuple[Figures, Figures]:
    """Give everybody's distance to the nearest middle, summed, after each exchange and now.

    An exchange puts a person into the middle of a camp: shape (groups, camps * people).
    """
    to = _to(apart, middles)
    nearest, ordered = to.argmin(axis=1), np.sort(to, axis=1)
    costs = [
        np.minimum(apart, np.where(nearest == camp, ordered[:, 1], ordered[:, 0])[:, None])
        for camp in range(middles.shape[1])
    ]
    return np.concatenate([cost.sum(axis=2) for cost in costs], axis=1), ordered[:, 0].sum(axis=1)


def _to(apart: Figures, middles: Table) -> Figures:
    """Give each person's distance to each middle: shape (groups, camps, people)."""
    return np.take_along_axis(apart, middles[:, :, None], axis=1)


def _silhouettes(apart: Figures, camps: Table, count: int) -> Figures:
    inside = (camps[:, :, None] == np.arange(count)).astype(float)
    sizes = inside.sum(axis=1)[:, None]
    sums = apart @ inside
    own_size = (inside * sizes).sum(axis=2)
    own = (sums * inside).sum(axis=2) / np.maximum(own_size - 1, 1)
    next_one = np.where(inside > 0, np.inf, sums / np.maximum(sizes, 1)).min(axis=2)
    # Nobody is near to a camp of one, and nobody is nearer where all say the same.
    larger = np.maximum(own, next_one)
    counts = (own_size > 1) & (larger > 0)
    nearer: Figures = np.where(counts, next_one - own, 0) / np.where(counts, larger, 1)
    return nearer


def _camps(profile: Profile, order: Table, found: Divisions, apart: Figures, p: Fraction) -> Camps:
    """`order`: the rows of `profile` in the order of `found` and `apart`."""
    firm = found.nearer[0] > ROUNDING
    camp = np.where(firm, found.camps[0], -1)
    rows = [np.sort(order[camp == number]).tolist() for number in np.unique(camp[firm])]
    rows.sort(key=lambda row: (-len(row), row))
    same = camp[:, None] == camp
    pairs = firm[:, None] & firm & ~np.eye(len(firm), dtype=bool)
    return Camps(
        people=tuple(
            _named(profile, row) for row in sorted(rows, key=lambda row: (-len(row), row))
        ),
        in_none=_named(profile, np.sort(order[~firm]).tolist()),
        within=float(apart[pairs & same].mean()),
        between=float(apart[pairs & ~same].mean()),
        silhouette=float(found.silhouette[0]),
        p=float(p),
    )


def _named(profile: Profile, rows: list[int]) -> tuple[str, ...]:
    return tuple(profile.people[row] for row in rows)
