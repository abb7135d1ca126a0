"""How differently people placed each item: what to talk about first, and whom to ask.

All places count from 1, the first in an order; all distances are in places. Items that a person
finds equal share their middle place, such as 2½. A person who left items out placed the others
among those that they ranked, so a place 2 may be the second of three: with such ballots, compare
pairs rather than places where it matters. Each person counts once, whatever their ballot weighs.
"""

import numpy as np
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.midplaces import doubled_midplaces, doubled_midplaces_of, mean_apart
from consensus.ranking.profile import Profile, Table


class Spread(Struct, frozen=True):
    """Where people placed one item, from the highest place (1) to the lowest.

    `places`: the place of everyone who placed it, sorted, without saying whose it is; whole
    numbers except where somebody found items equal.
    `median`, `quarter_low`, `quarter_high`: half of the people lie between the two quarters, which
    may fall between two places (linear interpolation: Hyndman and Fan, 1996, type 7).
    `low`, `high`: the smallest and the largest place, so `low` is the highest anyone put it.
    `deviation`: standard deviation over the people present, who are everyone and not a sample.
    `apart`: how many places apart two people put it, on average over pairs of people (Gini, 1912);
    0 for one person.
    """

    item: str
    places: tuple[float, ...]
    median: float
    quarter_low: float
    quarter_high: float
    low: float
    high: float
    deviation: float
    apart: float


def spreads(profile: Profile) -> tuple[Spread, ...]:
    """Describe where people placed each item, in the order of the items.

    Items that nobody placed are left out. There is no smallest group, because this is the ballots
    themselves without their names: show it only where the ballots may be shown.
    """
    placed = zip(profile.items, _columns(profile), strict=True)
    return tuple(_spread(item, doubled) for item, doubled in placed if len(doubled))


def widest_first(profile: Profile) -> tuple[str, ...]:
    """Order the items by how far apart people placed them, the widest disagreement first.

    The measure is the mean distance between two people's places, over those who placed the item.
    The range alone would not do: it is set by two people, looks the same for one lone voice as for
    a room split in two, and grows with every person who joins. Items that are equally wide stay in
    the order in which they were given, and those that fewer than two people placed count as 0.
    """
    apart = [mean_apart(doubled) for doubled in _columns(profile)]
    widest = sorted(range(len(apart)), key=lambda at: apart[at], reverse=True)
    return tuple(profile.items[at] for at in widest)


def extremes(profile: Profile, item: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the people who placed the item highest, and those who placed it lowest.

    Both are asked what made them put it there. Nobody is named when everyone who placed it gave it
    the same place. People keep their order. Raises BallotError for an unknown item.
    """
    if item not in profile.items:
        raise BallotError(Fault.UNKNOWN_ITEM, "somebody asks about an item that is not listed")
    places = doubled_midplaces_of(profile.places, profile.items.index(item))
    placed = places[places > 0]
    if not len(placed) or placed.min() == placed.max():
        return (), ()
    return _placed_at(placed.min(), places, profile), _placed_at(placed.max(), places, profile)


def _columns(profile: Profile) -> list[Table]:
    """Give each item's doubled places, sorted, of those who placed it."""
    ordered = np.sort(doubled_midplaces(profile.places), axis=0).T
    return [column[column > 0] for column in ordered]


def _spread(item: str, doubled: Table) -> Spread:
    places = doubled / 2
    quarter_low, median, quarter_high = np.quantile(places, (0.25, 0.5, 0.75)).tolist()
    plain = tuple(place // 2 if place % 2 == 0 else place / 2 for place in doubled.tolist())
    return Spread(
        item=item,
        places=plain,
        median=median,
        quarter_low=quarter_low,
        quarter_high=quarter_high,
        low=plain[0],
        high=plain[-1],
        deviation=float(places.std()),
        apart=float(mean_apart(doubled)),
    )


def _placed_at(place: np.int64, places: Table, profile: Profile) -> tuple[str, ...]:
    return tuple(profile.people[at] for at in np.flatnonzero(places == place).tolist())
