"""How differently people placed each item: what to talk about first, and whom to ask.

All places count from 1, the first in an order; all distances are in places.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from consensus.ranking.pairwise import Table, place_table


class Spread(Struct, frozen=True):
    """Where people placed one item, from the highest place (1) to the lowest.

    `places`: every person's place, sorted, without saying whose it is.
    `median`, `quarter_low`, `quarter_high`: half of the people lie between the two quarters, which
    may fall between two places (linear interpolation: Hyndman and Fan, 1996, type 7).
    `low`, `high`: the smallest and the largest place, so `low` is the highest anyone put it.
    `deviation`: standard deviation over the people present, who are everyone and not a sample.
    `apart`: how many places apart two people put it, on average over pairs of people (Gini, 1912);
    0 for one person.
    """

    item: str
    places: tuple[int, ...]
    median: float
    quarter_low: float
    quarter_high: float
    low: int
    high: int
    deviation: float
    apart: float


def spreads(items: Sequence[str], ballots: Sequence[Sequence[str]]) -> tuple[Spread, ...]:
    """Describe where people placed each item, in the order of the items.

    Nothing for no ballots. Raises ValueError unless every ballot is a complete strict order of
    the items.
    """
    places = place_table(items, ballots)
    if not len(places):
        return ()
    columns = np.sort(places, axis=0).T
    return tuple(_spread(item, column) for item, column in zip(items, columns, strict=True))


def widest_first(items: Sequence[str], ballots: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Order the items by how far apart people placed them, the widest disagreement first.

    The measure is the mean distance between two people's places. The range alone would not do: it
    is set by two people, looks the same for one lone voice as for a room split in two, and grows
    with every person who joins. Items that are equally wide stay in the order of `items`. Raises
    ValueError unless every ballot is a complete strict order of the items.
    """
    places = np.sort(place_table(items, ballots), axis=0)
    distances = [_distances(column) for column in places.T]
    return tuple(items[at] for at in sorted(range(len(items)), key=lambda at: -distances[at]))


def extremes(
    item: str, ballots: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the people who placed the item highest, and those who placed it lowest.

    Both are asked what made them put it there. Nobody is named when everyone gave it the same
    place. People keep the order of `ballots`. Raises ValueError when a ballot lacks the item.
    """
    if any(item not in order for order in ballots.values()):
        raise ValueError("a ballot lacks the item")
    places = {person: order.index(item) for person, order in ballots.items()}
    highest, lowest = min(places.values(), default=0), max(places.values(), default=0)
    if highest == lowest:
        return (), ()
    return _placed_at(highest, places), _placed_at(lowest, places)


def _spread(item: str, places: Table) -> Spread:
    quarter_low, median, quarter_high = np.quantile(places, (0.25, 0.5, 0.75)).tolist()
    people = len(places)
    return Spread(
        item=item,
        places=tuple(places.tolist()),
        median=median,
        quarter_low=quarter_low,
        quarter_high=quarter_high,
        low=int(places[0]),
        high=int(places[-1]),
        deviation=float(places.std()),
        apart=_distances(places) / max(1, people * (people - 1) // 2),
    )


def _distances(places: Table) -> int:
    """Sum the distances between every two of the sorted places."""
    # With k places below it and l above, a place is added k times and taken away l times.
    people = len(places)
    return int(places @ (2 * np.arange(people) - people + 1))


def _placed_at(place: int, places: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(person for person, theirs in places.items() if theirs == place)
