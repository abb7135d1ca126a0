"""How far people agree on an order, and who sees it most differently.

One unit serves for everything here: the share of pairs of items that two people put in the same
order, or in the opposite one.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from consensus.ranking.pairwise import Table, above_table, place_table

# Two ballots cannot be told from two people: a figure about them would name both.
FEWEST_PEOPLE = 3


class Furthest(Struct, frozen=True):
    """The person whose order differs most from the others', and where.

    `distance`: share of pairs of items, 0 to 1, that this person orders the other way round from
    another person, averaged over all other people.
    `items`: the item whose pairs carry most of that distance; more than one when they carry it
    equally, in the order in which items were given.
    """

    person: str
    distance: float
    items: tuple[str, ...]


def pair_agreement(items: Sequence[str], ballots: Sequence[Sequence[str]]) -> float | None:
    """Say how often two random people put two random items in the same order.

    From 0 to 1, where chance gives 0.5 however many people answer. This is (1 + u) / 2 with the
    coefficient of agreement u of Kendall and Babington Smith (1940). None for fewer than 3 ballots
    or 2 items. Raises ValueError unless every ballot is a complete strict order of the items.
    """
    places = place_table(items, ballots)
    people, size = places.shape
    if people < FEWEST_PEOPLE or size < 2:
        return None
    above = above_table(places)
    same_way = int((above * (above - 1)).sum()) // 2
    return same_way / (_pairs(people) * _pairs(size))


def furthest(items: Sequence[str], ballots: Mapping[str, Sequence[str]]) -> Furthest | None:
    """Find the person whose order differs most from each other person's, by person's ballot.

    None for fewer than 3 people or 2 items, and when two or more people are equally far: then
    nobody is singled out. To differ is not to be wrong; ask what this person knows. Raises
    ValueError unless every ballot is a complete strict order of the items.
    """
    places = place_table(items, list(ballots.values()))
    people, size = places.shape
    if people < FEWEST_PEOPLE or size < 2:
        return None
    above = above_table(places)
    differing = _differing(places, above)
    most_differing = _positions_of_most(differing)
    if len(most_differing) > 1:
        return None
    [at] = most_differing
    by_item = _differing_by_item(places[at], above)
    return Furthest(
        person=list(ballots)[at],
        distance=int(differing[at]) / ((people - 1) * _pairs(size)),
        items=tuple(items[item] for item in _positions_of_most(by_item)),
    )


def _differing(places: Table, above: Table) -> Table:
    """Count each person's pairs of items ordered the other way by others, once per other person."""
    total = np.zeros(len(places), dtype=np.int64)
    for item, place in enumerate(places.T):
        total += (place[:, None] < places) @ above[:, item]
    return total


def _differing_by_item(place: Table, above: Table) -> Table:
    """Count the same for one person's places, by item: a pair counts for both of its items."""
    other_way = np.where(place[:, None] < place, above.T, 0)
    both_of_a_pair: Table = other_way.sum(axis=0) + other_way.sum(axis=1)
    return both_of_a_pair


def _positions_of_most(counts: Table) -> list[int]:
    positions: list[int] = np.flatnonzero(counts == counts.max()).tolist()
    return positions


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
