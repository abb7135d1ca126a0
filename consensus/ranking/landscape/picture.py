"""A group on a small map: people who see it alike stand close together, and no camps without proof.

A map of distances among people says nothing of who is right, and its left and right mean nothing.
"""

import numpy as np
from msgspec import Struct

from consensus.ranking.distance import by_ballot, count_opposite, pair_signs
from consensus.ranking.landscape.camps import Camps, NoCamps, find_camps
from consensus.ranking.profile import Profile
from consensus.ranking.tables.permutation import Figures

# Four people always have a map that fits, and on it each would be found at once.
FEWEST_ON_A_MAP = 5


class Point(Struct, frozen=True):
    """Where one person stands. The unit is that of `kept`: the share of pairs put otherwise."""

    person: str
    x: float
    y: float


class Landscape(Struct, frozen=True):
    """People as points, for those who may see everybody's ballots: the caller decides who does.

    `points`: in the order of people. Their distances on the map are near the share of pairs of
    items, 0 to 1, that two people order oppositely. The map may be turned or mirrored freely.
    `kept`: how much of all differences two directions can show, 0 to 1 (the two largest eigenvalues
    over the sum of all, without signs); well below 1, near points need not be near in truth.
    `left_out`: people who gave a ballot but ordered no more than half of all pairs of items.
    `camps`: only where a test supports them; otherwise `no_camps` says why none are drawn.
    """

    points: tuple[Point, ...]
    kept: float
    left_out: tuple[str, ...]
    camps: Camps | None
    no_camps: NoCamps | None


def landscape(profile: Profile, seed: int) -> Landscape | None:
    """Lay a group out in two dimensions by classical scaling (Torgerson, 1952).

    Everybody counts once, whatever their ballot weighs. People must have ordered more than half of
    all pairs of items to be on the map, so that any two have some in common. Directions of the map
    are the ones in which people differ most; of each, the side that reaches farther is positive.
    The same ballots give the same map, whoever gave them. `seed`: for the test of camps alone.
    Time grows with the cube of the number of people. None for fewer than 5 people on the map.
    """
    signs = pair_signs(profile.places)
    enough = 2 * np.count_nonzero(signs, axis=1) > signs.shape[1]
    people = [person for person, said in zip(profile.people, enough.tolist(), strict=True) if said]
    if len(people) < FEWEST_ON_A_MAP:
        return None
    shown = profile.only(people)
    order = by_ballot(shown.places)
    opposite, compared = count_opposite(pair_signs(shown.places[order]))
    scaled, kept = scale(opposite / compared)
    spots = np.empty_like(scaled)
    spots[order] = scaled
    camps = find_camps(shown, seed)
    return Landscape(
        points=tuple(map(Point, people, *spots.T.tolist())),
        kept=kept,
        left_out=tuple(person for person in profile.people if person not in set(people)),
        camps=camps if isinstance(camps, Camps) else None,
        no_camps=camps if isinstance(camps, NoCamps) else None,
    )


def scale(apart: Figures) -> tuple[Figures, float]:
    """Place things so that two directions keep their distances as well as can be (Torgerson, 1952).

    `apart`: shape (things, things), symmetric, of at least two things. Returns shape (things, 2),
    with the middle of all at 0, and how much of all differences the two directions show, 0 to 1; 1
    when there are none.
    """
    squares = apart**2
    means = squares.mean(axis=0)
    products = (means + means[:, None] - squares - means.mean()) / 2
    values, vectors = np.linalg.eigh(products)
    # What is 0 but for rounding would come out as a direction of its own.
    values = values.round(12)
    lengths = np.sqrt(np.maximum(values[:-3:-1], 0))
    axes = (vectors[:, :-3:-1] * lengths).round(9)
    farthest = np.abs(axes).argmax(axis=0)
    sides = np.where(axes[farthest, [0, 1]] < 0, -1, 1)
    every = float(np.abs(values).sum())
    # No zero is below zero.
    return axes * sides + 0.0, min(1.0, float((lengths**2).sum()) / every) if every else 1.0
