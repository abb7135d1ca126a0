"""The few items that everybody can best hold together, and what another choice asks beyond that.

A choice is a set of `k` items, or an ordered list of them put above all others, which stay level.
A person's loss is what it asks them to give up, from what their own ballot says and nothing else:

- a set: how many of its items would have to be exchanged before it could be the person's own first
  `k`. Items that are equal at the border of their first `k` fit the set as well as they can.
- a list: how many pairs it puts one way and the person the other way. Equal items agree with both.

No view is not a no. Of a set, only the items that the person ranked are looked at: with `j` of them
in it, the loss is how many of these are not among the person's own first `j`. It is the smallest
loss over all orders that the ballot allows, and 0 exactly when no item outside the set is strictly
above one inside. Whoever ranked one item only loses nothing by any choice; to read a short ballot
as "these before all others", make the profile with `not_ranked="below"`.

The best choices are those in which whoever loses most loses least and, among them, those with the
smallest sum of losses. (Not leximin, Sen 1970, which would look at the second worst off before the
sum.) With agencies, an agency's loss is the mean over its people who answered, and agencies take
the place of people: first the agency that loses most, then the sum over agencies.

What ballots weigh does not matter here: the worst off are the worst off whatever they weigh, and in
the sum everyone counts once. People who abstain lose nothing and are left out.

For sets this is minimax approval of everyone's own first `k`, without the weights by proximity that
its authors add (Brams, Kilgour and Sanver 2007). For lists it is the smallest largest distance, the
max version of Kemeny's rule (Biedl, Brandenburg and Deng 2009), for the top `k` and with ties taken
as agreement, as in the optimistic distance of Fagin, Kumar and Sivakumar (2003).
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.hold.growth import growing_lists, growing_sets
from consensus.ranking.hold.losses import (
    Bearers,
    Figures,
    bearers_of,
    list_losses,
    set_losses,
    surely_first,
)
from consensus.ranking.hold.search import search
from consensus.ranking.profile import Profile, Table, Voices, positions_of, voices

# Figures that a search adds up before it gives up, mostly within two seconds.
EFFORT = 5 * 10**8

# A set of items, or an ordered list of them, first on top.
Choice = AbstractSet[str] | Sequence[str]


class Offer(Struct, frozen=True):
    """A set or a list, and what it asks.

    `items`: a set's in the order in which items were given; a list's from the top. `worst`: the
    largest loss of one person (or agency). `worst_off`: who has it, by person (or agency); nobody
    when it is 0. `total`: all losses together. A person's losses are whole numbers: of items for a
    set, of pairs for a list; an agency's are exact fractions of them.
    """

    items: tuple[str, ...]
    worst: Voices
    worst_off: tuple[str, ...]
    total: Voices


class Best(Struct, frozen=True):
    """The choices that leave whoever loses most with the least loss, then all with the least.

    `offers`: all of them, or the first 20 in the order in which items were given. `count`: how many
    there are; None when the search gave up before it had seen them all, and `offers` are then some
    of them. `proven`: no choice is better; otherwise they are the best that were seen. `at_least`:
    no choice whatever leaves the worst off with a smaller loss than this.
    """

    offers: tuple[Offer, ...]
    count: int | None
    proven: bool
    at_least: Voices

    @property
    def worst(self) -> Voices:
        """The loss of whoever loses most, the same in all of them."""
        return self.offers[0].worst

    @property
    def total(self) -> Voices:
        """All losses together, the same in all of them."""
        return self.offers[0].total


class Held(Struct, frozen=True):
    """What everybody can best hold together.

    `core`: the items that everybody who answered ranked among their own first `k`; where items are
    equal at the border of somebody's first `k`, they are not surely among them, so not in the core.
    `sets` and `lists`: the best sets and the best ordered lists of `k` items.
    """

    k: int
    core: tuple[str, ...]
    sets: Best
    lists: Best


class Regret(Struct, frozen=True):
    """What a choice asks of whoever it asks most, beyond what the best choice asks of theirs.

    `given`: the choice itself. `best`: the best sets if it is a set, the best lists if it is a
    list. `least` and `most`: between these lies its worst loss minus the smallest possible; they
    are equal when the best is proven.
    """

    given: Offer
    best: Best
    least: Voices
    most: Voices


def hold_together(
    profile: Profile,
    k: int,
    agencies: Mapping[str, str] | None = None,
    effort: int = EFFORT,
) -> Held:
    """Find the sets and the ordered lists of `k` items that leave the worst off best off.

    `agencies`: each person's agency, to compare agencies instead of people. `effort`: how many
    figures each of the two searches may add up, `k` for each different ballot (or agency) and `k`
    for all together, with each start of a choice that is looked at. It alone decides when a search
    gives up, so the same ballots give the same answer. Raises BallotError when `k` is not from 1 to
    the number of items, when nobody answered, and when someone who answered has no agency.
    """
    _in_range(k, profile)
    bearers = bearers_of(profile, agencies)
    core = surely_first(bearers, k).all(axis=0)
    return Held(
        k=k,
        core=_named(profile, np.flatnonzero(core)),
        sets=_best(profile, bearers, k, effort, ordered=False),
        lists=_best(profile, bearers, k, effort, ordered=True),
    )


def regret(
    profile: Profile,
    choice: Choice,
    agencies: Mapping[str, str] | None = None,
    effort: int = EFFORT,
) -> Regret:
    """Compare a choice, such as the one the group settled, with the best of its kind and size.

    A Python set is taken as a set of items, anything else as an ordered list, first on top.
    `agencies` and `effort` as for `hold_together`. Raises BallotError for unknown and repeated
    items, for a choice of none, when nobody answered, and when someone who answered has no agency.
    """
    ordered = not isinstance(choice, AbstractSet)
    row = _positions(profile, choice)
    bearers = bearers_of(profile, agencies)
    given = _offers(profile, bearers, row if ordered else np.sort(row), ordered)[0]
    best = _best(profile, bearers, row.shape[1], effort, ordered)
    least = max(given.worst - best.worst, 0)
    return Regret(given=given, best=best, least=least, most=given.worst - best.at_least)


def _best(profile: Profile, bearers: Bearers, k: int, effort: int, ordered: bool) -> Best:
    start, grown = (growing_lists if ordered else growing_sets)(bearers, k)
    outcome = search(start, grown, effort // k)
    return Best(
        offers=_offers(profile, bearers, outcome.choices, ordered),
        count=outcome.count,
        proven=outcome.proven,
        at_least=voices(outcome.at_least, bearers.scale),
    )


def _offers(profile: Profile, bearers: Bearers, choices: Table, ordered: bool) -> tuple[Offer, ...]:
    losses = (list_losses if ordered else set_losses)(bearers, choices)
    return tuple(
        _offer(_named(profile, row), bearers, figures)
        for row, figures in zip(choices, losses, strict=True)
    )


def _offer(items: tuple[str, ...], bearers: Bearers, figures: Figures) -> Offer:
    own = figures[bearers.column].tolist()
    worst = max(own)
    worst_off = (name for name, loss in zip(bearers.everyone, own, strict=True) if loss == worst)
    return Offer(
        items=items,
        worst=voices(worst, bearers.scale),
        worst_off=tuple(worst_off) if worst else (),
        total=voices(int(figures[-1]), bearers.scale),
    )


def _named(profile: Profile, positions: Table) -> tuple[str, ...]:
    return tuple(profile.items[at] for at in positions.tolist())


def _positions(profile: Profile, choice: Choice) -> Table:
    """Give one row with the positions of the items chosen."""
    positions = positions_of(profile.items)
    if not positions.keys() >= set(choice):
        raise BallotError(Fault.UNKNOWN_ITEM, "the choice names an item that is not listed")
    if len(set(choice)) != len(choice):
        raise BallotError(Fault.REPEATED_ITEM, "the choice names an item twice")
    _in_range(len(choice), profile)
    return np.array([[positions[item] for item in choice]])


def _in_range(k: int, profile: Profile) -> None:
    if not 1 <= k <= len(profile.items):
        raise BallotError(Fault.OUT_OF_RANGE, "the number to choose is from 1 to all the items")
