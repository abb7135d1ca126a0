"""What changed between two passes: who moved which item, and whether people are closer together.

Closer together is not more right: people also follow one another (Lorenz, Rauhut, Schweitzer and
Helbing, 2011). So only people who answered in both passes are compared, and nothing here says
which pass is the better one.
"""

from fractions import Fraction

import numpy as np
from msgspec import Struct

from consensus.ranking.agreement.pairs import share_same_way
from consensus.ranking.convergence.passes import Marks, in_both, same_orders
from consensus.ranking.convergence.stability import Stability, flipped_pairs, stability
from consensus.ranking.convergence.toward import Toward, moved_toward
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.midplaces import doubled_midplaces
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Order, Profile, Table


class Movement(Struct, frozen=True):
    """What people who answered in both passes changed.

    `people`: those people, in the order of the first pass; nobody else counts in any figure here.
    `agreement_before`, `agreement_after`: how often two of them put two items in the same order,
    0 to 1 with chance at 0.5; None for fewer than 3 people or 2 items.
    `closer`: by how much agreement rose, below 0 where it fell; None where either is.
    `raised`, `lowered`: for each item that anyone moved that way, who did. Raising one item lowers
    those that it passes, so a person who moved a single item is found under several.
    `unchanged_people`: those whose whole order stayed the same.
    `most_changed`: more than half of the people changed anything in their order.
    `flipped`: pairs whose majority turned around, the one now first before the other; None for
    fewer than 3 people.
    `kept_top`: those who kept the same items on their own first places, in whatever order; None
    unless it was asked how many places.
    `toward`: how much went towards an order on the screen; None unless it was said which, for fewer
    than 3 people, and when nobody moved.
    `stability`: whether answers still move; None for fewer than 3 people.
    """

    people: tuple[str, ...]
    agreement_before: float | None
    agreement_after: float | None
    closer: float | None
    raised: dict[str, tuple[str, ...]]
    lowered: dict[str, tuple[str, ...]]
    unchanged_people: tuple[str, ...]
    most_changed: bool
    flipped: tuple[tuple[str, str], ...] | None
    kept_top: tuple[str, ...] | None
    toward: Toward | None
    stability: Stability | None


def moved(
    before: Profile, after: Profile, top: int | None = None, shown: Order | None = None
) -> Movement:
    """Compare the ballots of two passes over the same items.

    `top`: how many first places `kept_top` is about. `shown`: the order that was on the screen
    between the passes. Items in `raised` and `lowered` come in alphabetical order. Of a person who
    left items out, the places are compared among the items that they ranked both times, with ties
    in the middle. Who moved what is told of any number of people, by name: it is for those who may
    see the ballots. Raises BallotError unless both passes are over the same items, when `top` is
    not a number of places, and for unknown or repeated items in `shown`.
    """
    stayed, later = in_both(before, after)
    same = same_orders(stayed, later)
    earlier_share = share_same_way(count_pairs(stayed).people)
    later_share = share_same_way(count_pairs(later).people)
    steps = _steps(stayed.places, later.places)
    return Movement(
        people=stayed.people,
        agreement_before=_figure(earlier_share),
        agreement_after=_figure(later_share),
        closer=_closer(earlier_share, later_share),
        raised=_by_item(stayed, steps < 0),
        lowered=_by_item(stayed, steps > 0),
        unchanged_people=_marked(stayed, same),
        most_changed=2 * int((~same).sum()) > len(same),
        flipped=flipped_pairs(stayed, later),
        kept_top=None if top is None else _marked(stayed, _kept_top(stayed, later, top)),
        toward=None if shown is None else moved_toward(stayed, later, shown),
        stability=stability(stayed, later),
    )


def _figure(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _closer(before: Fraction | None, after: Fraction | None) -> float | None:
    return None if before is None or after is None else float(after - before)


def _steps(earlier: Table, later: Table) -> Table:
    """Give how far each person lowered each item, in half places; 0 unless ranked both times."""
    both = (earlier > 0) & (later > 0)
    return doubled_midplaces(later * both) - doubled_midplaces(earlier * both)


def _by_item(profile: Profile, marks: Marks) -> dict[str, tuple[str, ...]]:
    who = {item: _marked(profile, marks[:, at]) for at, item in enumerate(profile.items)}
    return {item: who[item] for item in sorted(who) if who[item]}


def _marked(profile: Profile, marks: Marks) -> tuple[str, ...]:
    return tuple(profile.people[at] for at in np.flatnonzero(marks).tolist())


def _kept_top(earlier: Profile, later: Profile, top: int) -> Marks:
    if not 1 <= top <= len(earlier.items):
        raise BallotError(Fault.OUT_OF_RANGE, "the first places must be a number of the items")
    kept: Marks = (_standing(earlier.places, top) == _standing(later.places, top)).all(axis=1)
    return kept


def _standing(places: Table, top: int) -> Table:
    """Say of each item whether it is among a person's first places (2), tied for them (1), or not.

    Items tied across the border are neither in nor out, so a ballot that breaks such a tie changes.
    """
    before = np.zeros_like(places)
    upto = np.zeros_like(places)
    for item, own in enumerate(places.T):
        before[:, item] = ((places > 0) & (places < own[:, None])).sum(axis=1)
        upto[:, item] = ((places > 0) & (places <= own[:, None])).sum(axis=1)
    return np.where(places > 0, 1 * (before < top) + (upto <= top), 0)
