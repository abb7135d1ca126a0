"""Why one item stands above another: who carries it, against whom, and how near it is."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import LIVE, Combined, Effort
from consensus.ranking.kemeny.improve import cost_of
from consensus.ranking.kemeny.parts import solve
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile, Table, Voices, positions_of, voices


class Why(Struct, frozen=True):
    """Why `higher` stands above `lower` in the combined order.

    `people_for`, `people_against`: those whose ballots put them this way round, or the other.
    `people_between`: those who find them equal or did not rank both. `voices_for`,
    `voices_against`: what those people count. `price`: how many voices more the best order
    overrules that has the two the other way round; 0 says that best orders differ about them, less
    than 0 that the order asked about is not the best; None that it could not be proven. `chain`:
    where the two alone would not carry it, the items by which they are linked: each has at least
    as many voices over the next as against. It begins with `higher` and ends with `lower`.
    """

    higher: str
    lower: str
    people_for: tuple[str, ...]
    people_against: tuple[str, ...]
    people_between: tuple[str, ...]
    voices_for: Voices
    voices_against: Voices
    price: Voices | None
    chain: tuple[str, ...]


class Neighbours(Struct, frozen=True):
    """Two items that follow one another in an order, and by how many voices more than against."""

    higher: str
    lower: str
    margin: Voices


def why(profile: Profile, higher: str, lower: str, effort: Effort = LIVE) -> Why:
    """Explain why one item stands above another, from everyone's ballots.

    Raises BallotError for an item that was not listed, for one item twice, and as `combine` does.
    """
    positions = positions_of(profile.items)
    if not {higher, lower} <= positions.keys():
        raise BallotError(Fault.UNKNOWN_ITEM, "an item is asked about that is not listed")
    if higher == lower:
        raise BallotError(Fault.ITEM_NAMED_TWICE, "an item cannot stand above itself")
    pairs = count_pairs(profile)
    if not pairs.above.any():
        raise BallotError(Fault.NOBODY_HAS_A_VIEW, "nobody has put one item before another")
    upper, under = positions[higher], positions[lower]
    above, below = int(pairs.above[upper, under]), int(pairs.above[under, upper])
    of_upper, of_under = profile.places[:, upper], profile.places[:, under]
    both = (of_upper > 0) & (of_under > 0)
    return Why(
        higher=higher,
        lower=lower,
        people_for=_people(profile, both & (of_upper < of_under)),
        people_against=_people(profile, both & (of_upper > of_under)),
        people_between=_people(profile, ~both | (of_upper == of_under)),
        voices_for=voices(above, pairs.unit),
        voices_against=voices(below, pairs.unit),
        price=_price(pairs, upper, under, effort),
        chain=() if above > below else _chain(pairs, upper, under),
    )


def closest(pairs: Pairs, combined: Combined) -> tuple[Neighbours, ...]:
    """Find the neighbours in the combined order with the smallest margin; all that share it."""
    at = [pairs.items.index(item) for item in combined.order]
    margins = (pairs.above - pairs.above.T)[at[:-1], at[1:]].tolist()
    return tuple(
        Neighbours(combined.order[place], combined.order[place + 1], voices(margin, pairs.unit))
        for place, margin in enumerate(margins)
        if margin == min(margins)
    )


def _people(profile: Profile, which: Iterable[bool]) -> tuple[str, ...]:
    return tuple(person for person, chosen in zip(profile.people, which, strict=True) if chosen)


def _price(pairs: Pairs, upper: int, under: int, effort: Effort) -> Voices | None:
    """Compare the best orders with the two either way round."""
    as_asked = _least_cost(pairs.above, upper, under, effort)
    turned = _least_cost(pairs.above, under, upper, effort)
    if as_asked is None or turned is None:
        return None
    return voices(turned - as_asked, pairs.unit)


def _least_cost(above: Table, upper: int, under: int, effort: Effort) -> int | None:
    """Find what the best order with one item above another overrules; None if not proven."""
    bound = above.copy()
    # More than every other pair together, so that no best order goes against it.
    bound[upper, under] = int(above.sum()) + 1
    parts = solve(bound, effort)
    if any(part.cost > part.least for part in parts):
        return None
    return cost_of(above, np.array([item for part in parts for item in part.items]))


def _chain(pairs: Pairs, upper: int, under: int) -> tuple[str, ...]:
    """Link two items by majorities, the weakest of them as strong as can be; () if by none.

    Links are added from the strongest majority down, until the first chain is there: of equally
    strong ones, the one with the fewest links and then by the items' given order.
    """
    margin = pairs.above - pairs.above.T
    for weakest in np.unique(margin[margin >= 0])[::-1].tolist():
        chain = _shortest((margin >= weakest) & ~np.eye(len(margin), dtype=np.bool_), upper, under)
        if chain:
            return tuple(pairs.items[at] for at in chain)
    return ()


def _shortest(links: npt.NDArray[np.bool_], start: int, goal: int) -> list[int]:
    """Find the way with the fewest links, breadth first; nothing if there is none."""
    came_from = {start: start}
    reached = [start]
    for at in reached:
        for to in np.flatnonzero(links[at]).tolist():
            if to not in came_from:
                came_from[to] = at
                reached.append(to)
    if goal not in came_from:
        return []
    way = [goal]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
