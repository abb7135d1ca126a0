"""Whether answers still move from one pass to the next. Stable says nothing of right or agreed.

A group may be stable in disagreement. Stability is what Delphi studies watch beside the level of
agreement, because agreement alone does not tell when to stop (von der Gracht, 2012).
"""

from fractions import Fraction

import numpy as np
from msgspec import Struct

from consensus.ranking.agreement.pairs import FEWEST_PEOPLE
from consensus.ranking.convergence.passes import Marks, in_both, same_orders
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile, Table

# A change under 15 % counts as stable: Scheibe, Skutsch and Schofer (1975).
MOST_CHANGE = Fraction(15, 100)


class Stability(Struct, frozen=True):
    """How much changed between two passes, among people who answered in both.

    `unchanged`: share of people whose whole ballot is the same.
    `flipped`: share of pairs of items whose majority turned around, of those that at least 3 people
    ordered in each pass.
    `change`: net changes of side as a share of people, on average over all pairs of items: how far
    the numbers for either side, and for neither, differ. Two people who change in opposite
    directions leave it at 0.
    `stable`: `change` and `flipped` are both under 15 %. It is about the group: each single person
    may still have moved, which is why `unchanged` stands beside it.
    """

    unchanged: float
    flipped: float
    change: float
    stable: bool


def stability(before: Profile, after: Profile) -> Stability | None:
    """Say whether the answers of people who answered in both passes still move.

    The measure and the 15 % are those of Scheibe, Skutsch and Schofer (1975), who compared the
    answers to a question from round to round; here each pair of items is a question with the
    answers first, second and neither. None for fewer than 3 such people (two ballots cannot be
    told from two people) and when no pair was ordered by as many in each pass. Raises BallotError
    unless both passes are over the same items.
    """
    stayed, later = in_both(before, after)
    was, now = count_pairs(stayed).people, count_pairs(later).people
    asked = _ordered(was) & _ordered(now)
    if not asked.any():
        return None
    same = same_orders(stayed, later)
    flipped = Fraction(int(_turned(was, now).sum()), int(asked.sum()) // 2)
    change = _net_change(was, now, len(same))
    return Stability(
        unchanged=int(same.sum()) / len(same),
        flipped=float(flipped),
        change=float(change),
        stable=max(flipped, change) < MOST_CHANGE,
    )


def flipped_pairs(before: Profile, after: Profile) -> tuple[tuple[str, str], ...] | None:
    """Name the pairs whose majority turned around, the item that is now before the other first.

    Counted are people who answered in both passes, whatever their ballots weigh, and pairs that at
    least 3 of them ordered in each. A pair that was level, or is now, has not turned around. Pairs
    come in the order of the items. None for fewer than 3 such people: of two, both would be known.
    Raises BallotError unless both passes are over the same items.
    """
    stayed, later = in_both(before, after)
    if len(stayed.people) < FEWEST_PEOPLE:
        return None
    turned = _turned(count_pairs(stayed).people, count_pairs(later).people)
    return tuple(
        (before.items[first], before.items[second])
        for first, second in np.argwhere(turned).tolist()
    )


def _turned(before: Table, after: Table) -> Marks:
    """Mark [i, j] where most put j before i, and most now put i before j."""
    turned: Marks = (before < before.T) & (after > after.T)
    return turned & _ordered(before) & _ordered(after)


def _ordered(people: Table) -> Marks:
    """Mark the pairs that enough people ordered; it takes as many to have answered at all."""
    ordered: Marks = people + people.T >= FEWEST_PEOPLE
    return ordered


def _net_change(before: Table, after: Table, people: int) -> Fraction:
    """Take half of all differences in the numbers for first, second and neither, per person."""
    difference = after - before
    pairs = len(before) * (len(before) - 1) // 2
    either = int(np.abs(difference).sum())
    # The difference for neither stands on both sides of the diagonal.
    neither = int(np.abs(difference + difference.T).sum()) // 2
    return Fraction(either + neither, 2 * people * pairs)
