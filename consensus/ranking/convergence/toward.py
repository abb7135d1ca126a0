"""Whether people moved towards an order that was on the screen, rather than by themselves.

People follow what they see of one another, and become surer without becoming better (Lorenz,
Rauhut, Schweitzer and Helbing, 2011). A high share is a reason to ask why, not proof of pressure:
the order shown may simply be convincing.
"""

from fractions import Fraction

import numpy as np
from msgspec import Struct

from consensus.ranking.agreement.pairs import FEWEST_PEOPLE
from consensus.ranking.convergence.passes import Marks, in_both
from consensus.ranking.distance import pair_signs
from consensus.ranking.profile import Order, Profile, Table


class Toward(Struct, frozen=True):
    """How much of all that people moved went towards an order that they were shown.

    `share`: of all pairs of items that people put another way, the share now put as shown. From or
    to a tie is half a move.
    `by_chance`: the share if the same people had moved as much, but any of their pairs. It is low
    where people were near the order already, so that there was little left to move towards it.
    """

    share: float
    by_chance: float


def moved_toward(before: Profile, after: Profile, shown: Order) -> Toward | None:
    """Say how far people who answered in both passes moved towards the order `shown`.

    Pairs that are tied or missing in `shown`, or that a person did not rank both times, say nothing
    about it. None for fewer than 3 people in both passes (the moves of two cannot be told from two
    people) and when nobody moved. Raises BallotError unless both passes are over the same items,
    and for unknown or repeated items in `shown`.
    """
    stayed, later = in_both(before, after)
    [target] = pair_signs(Profile.of(before.items, [shown]).places)
    if len(stayed.people) < FEWEST_PEOPLE:
        return None
    asked = _both_ranked(stayed.places) & _both_ranked(later.places) & (target != 0)
    was, now = pair_signs(stayed.places) * target, pair_signs(later.places) * target
    steps = np.where(asked, now - was, 0).astype(np.int64)
    moves = int(np.abs(steps).sum())
    if not moves:
        return None
    left = np.where(asked, 1 - was, 0).sum(axis=1)
    return Toward(
        share=int(steps[steps > 0].sum()) / moves,
        by_chance=float(_by_chance(steps, left, asked) / moves),
    )


def _by_chance(steps: Table, left: Table, asked: Marks) -> Fraction:
    """Sum the half moves towards the order, had each person moved any of their pairs instead.

    `left`: the half moves that each person could go towards it; every pair has two in all.
    """
    moves = np.abs(steps).sum(axis=1).tolist()
    pairs = asked.sum(axis=1).tolist()
    people = zip(moves, left.tolist(), pairs, strict=True)
    return sum((Fraction(own * ahead, 2 * of) for own, ahead, of in people if of), Fraction(0))


def _both_ranked(places: Table) -> Marks:
    """Mark for each person the pairs of which they ranked both items, as equal or not."""
    one, other = np.triu_indices(places.shape[1], k=1)
    ranked: Marks = (places[:, one] > 0) & (places[:, other] > 0)
    return ranked
