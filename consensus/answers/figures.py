"""Figures of a ranking: how far apart people are, who differs most, and what moved."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from consensus.answers.ballots import Answer, Order
from consensus.items import ItemId
from consensus.ranking import (
    Furthest,
    Profile,
    Spread,
    count_pairs,
    furthest,
    moved,
    pair_agreement,
    spreads,
    widest_first,
)


class Movement(Struct, frozen=True):
    """What changed since the pass before, among people who answered both times.

    The agreements run from 0 to 1 and are absent under three people. `raised` and `lowered` count
    people per item; `unchanged` is how many people changed nothing.
    """

    people: int
    before: float | None
    after: float | None
    raised: dict[ItemId, int]
    lowered: dict[ItemId, int]
    unchanged: int


class Figures(Struct, frozen=True):
    """What a revealed ranking shows: spread before average, and agreement with chance at 0.5."""

    spreads: tuple[Spread, ...]
    widest: tuple[ItemId, ...]
    agreement: float | None
    furthest: Furthest | None
    movement: Movement | None


def of_orders(
    items: Answer, orders: Mapping[str, Order], before: Mapping[str, Order], *, named: bool
) -> Figures:
    """Return the figures of everyone's orders, and what moved since those `before`, if any.

    Nobody is said to differ most unless answers are shown as `named` people's.
    """
    return _figures(items, tuple(orders.items()), tuple(before.items()), named)


_Orders = tuple[tuple[str, Order], ...]


@lru_cache(maxsize=256)
def _figures(items: Answer, orders: _Orders, before: _Orders, named: bool) -> Figures:
    now = Profile.of(items, dict(orders))
    return Figures(
        spreads=spreads(now),
        widest=widest_first(now),
        agreement=pair_agreement(count_pairs(now)),
        furthest=furthest(now) if named else None,
        movement=_movement(Profile.of(items, dict(before)), now) if before else None,
    )


def _movement(before: Profile, after: Profile) -> Movement:
    change = moved(before, after)
    return Movement(
        people=len(change.people),
        before=change.agreement_before,
        after=change.agreement_after,
        raised={item: len(who) for item, who in change.raised.items()},
        lowered={item: len(who) for item, who in change.lowered.items()},
        unchanged=len(change.unchanged_people),
    )
