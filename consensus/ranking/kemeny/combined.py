"""What a combined order says, put together from its parts."""

from collections.abc import Iterator
from itertools import accumulate, chain, islice, pairwise, product
from math import prod

import numpy as np
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny.improve import cost_of
from consensus.ranking.kemeny.parts import Effort, Part, solve
from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Table, Voices, voices

# About a fifth of a second at most on the machines measured: a room must not wait for a figure.
LIVE = Effort(pivots=1_400, ways=30_000)

# For a question that may take minutes and a gigabyte, away from any room.
THOROUGH = Effort(pivots=1_000_000, ways=4_000_000)


class Combined(Struct, frozen=True):
    """The combined order of a pass, with everything that all optimal orders have in common.

    `order`: the optimal order that comes first when items are compared by their given positions.
    `cost`: voices overruled, summed over pairs of items; a ballot that finds two items equal, or
    says nothing of one, is not overruled. `bands`: the order cut wherever every optimal order
    agrees on what lies before and after the cut. Within a band of two or more no order is claimed:
    show such items as level. `places`: each item's best and worst place, from 1, over all optimal
    orders. `count`: how many optimal orders there are, or None when not all could be found; then
    bands and places are as wide as they could be, and `order` is one optimal order of several or
    the best one found. `orders`: the first optimal orders, as many as were asked for; only `order`
    where `count` is None. `gap`: 0 when `cost` is proven to be the least; otherwise no order costs
    less than cost - gap, and how good an order was found may depend on how the items were given.
    """

    order: tuple[str, ...]
    cost: Voices
    bands: tuple[tuple[str, ...], ...]
    places: dict[str, tuple[int, int]]
    count: int | None
    orders: tuple[tuple[str, ...], ...]
    gap: Voices

    @property
    def proven(self) -> bool:
        """No order overrules fewer voices."""
        return self.gap == 0

    @property
    def unique(self) -> bool:
        """There is one optimal order only, so every band holds one item."""
        return self.count == 1


def combine(pairs: Pairs, effort: Effort = LIVE, most_orders: int = 1) -> Combined:
    """Find the orders that overrule the fewest voices, as `Combined` describes them.

    Exact, with proof, for any number of people; `effort` bounds the work for large and contrary
    problems (over 14 items that all contradict one another), and `gap` says when it ran out. Beyond
    60 such items there is no search, only an order and its gap.
    `most_orders`: how many optimal orders to list. Ties stay ties: no lot is drawn and no rule
    breaks them. Raises BallotError when there are several items and nobody has put any of them
    before another.
    """
    if most_orders < 1:
        raise BallotError(Fault.OUT_OF_RANGE, "at least one order must be asked for")
    if len(pairs.items) > 1 and not pairs.above.any():
        raise BallotError(Fault.NOBODY_HAS_A_VIEW, "nobody has put one item before another")
    parts = solve(pairs.above, effort)
    order = tuple(pairs.items[at] for part in parts for at in part.items)
    lattices = [part.lattice for part in parts if part.lattice is not None]
    all_found = len(lattices) == len(parts)
    return Combined(
        order=order,
        cost=voices(_overruled(pairs.above, parts), pairs.unit),
        bands=_bands(order, [end for part in parts for end in part.ends]),
        places=dict(zip(order, _places(parts), strict=True)),
        count=prod(lattice.count() for lattice in lattices) if all_found else None,
        orders=tuple(_orders(pairs, parts, most_orders if all_found else 1)),
        gap=voices(sum(part.cost - part.least for part in parts), pairs.unit),
    )


def _overruled(above: Table, parts: list[Part]) -> int:
    return cost_of(above, np.array([at for part in parts for at in part.items]))


def _bands(order: tuple[str, ...], ends: list[bool]) -> tuple[tuple[str, ...], ...]:
    cuts = [0, *(at for at, end in enumerate(ends, start=1) if end)]
    return tuple(order[start:stop] for start, stop in pairwise(cuts))


def _places(parts: list[Part]) -> list[tuple[int, int]]:
    starts = accumulate((len(part.items) for part in parts), initial=0)
    return [
        (start + best, start + worst)
        for start, part in zip(starts, parts, strict=False)
        for best, worst in zip(part.best, part.worst, strict=True)
    ]


def _orders(pairs: Pairs, parts: list[Part], most: int) -> Iterator[tuple[str, ...]]:
    """List optimal orders: those of the last part change fastest, so the first come first."""
    of_parts = [_orders_of_part(pairs.items, part, most) for part in parts]
    return islice((tuple(chain.from_iterable(order)) for order in product(*of_parts)), most)


def _orders_of_part(items: tuple[str, ...], part: Part, most: int) -> list[tuple[str, ...]]:
    if part.lattice is None or most == 1:
        return [tuple(items[at] for at in part.items)]
    group = sorted(part.items)
    return [tuple(items[group[at]] for at in order) for order in part.lattice.orders(most)]
