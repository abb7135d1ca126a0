"""Likeness: which statements were ranked alike and read alike, so that a group can ask: one?

Nothing is ever put together by itself. A pair is offered, with why, and people decide.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial

from msgspec import Struct

from consensus.agenda import Step
from consensus.answers import wordings
from consensus.answers.ballots import Answer, Order
from consensus.items import Item, ItemId, StepId
from consensus.parts import Part, one
from consensus.ranking.pairs import CHANCE, READ_ALIKE, ranked_near, read_alike
from consensus.steps import collect, judge

# More than a group can look at while it talks is no help.
MOST_OFFERED = 5


class Likeness(Struct, frozen=True):
    """Two statements. `ranked` and `reads` run from 0 to 1, and 1 is as alike as can be.

    `ranked`: how near people put them to one another, 2/3 by chance; nothing where nobody ranked
    both.
    """

    first: ItemId
    second: ItemId
    ranked: float | None
    reads: float


def likeness(items: Iterable[Item], orders: Iterable[Order]) -> tuple[Likeness, ...]:
    """Return all pairs of statements, those most alike in both ways first."""
    listed = tuple(items)
    ranked = ranked_near([item.id for item in listed], orders)
    reads = _reads(listed)
    found = (Likeness(*pair, ranked[pair], reads[pair]) for pair in reads)
    return tuple(sorted(found, key=_both, reverse=True))


def offered(pairs: Iterable[Likeness]) -> tuple[Likeness, ...]:
    """Return the few pairs that may be one: they read alike, and were not ranked far apart."""
    near = (p for p in pairs if p.reads >= READ_ALIKE and (p.ranked is None or p.ranked >= CHANCE))
    return tuple(near)[:MOST_OFFERED]


def _both(pair: Likeness) -> float:
    return pair.reads + (CHANCE if pair.ranked is None else pair.ranked)


@lru_cache(maxsize=64)
def _reads(items: tuple[Item, ...]) -> dict[tuple[ItemId, ItemId], float]:
    return read_alike({item.id: item.text for item in items})


# --- what each audience sees ------------------------------------------------------------------


class PairsRecord(Struct, frozen=True, tag="pairs"):
    """Everyone: pairs of a step's statements that may be one, as so many `people` ranked them."""

    step: StepId
    people: int
    pairs: tuple[Likeness, ...]


def everyone(
    listed: Mapping[ItemId, Item], agenda: tuple[Step, ...], changed: wordings.State
) -> Iterator[tuple[str, Part[PairsRecord]]]:
    """Yield the part of each step whose notes join two statements, once these are open.

    The orders are those of the last ranking that was opened; what is no longer on the list is not
    offered.
    """
    ranked = _last_ranking(agenda)
    for step in agenda:
        if isinstance(step.state, collect.State) and step.state.revealed and _joins_two(step):
            key, items = f"pairs/{step.plan.id}", step.state.items
            made = partial(_pairs, step.plan.id, items, listed, ranked, changed)
            yield key, one(key, (items, listed, ranked, changed), made)


def _joins_two(step: Step) -> bool:
    asked = step.plan.settings
    return isinstance(asked, collect.Settings) and any(lane.joins_two for lane in asked.lanes)


def _last_ranking(agenda: tuple[Step, ...]) -> judge.State | None:
    states = (step.state for step in agenda)
    found = [s for s in states if isinstance(s, judge.State) and s.revealed and s.ranks()]
    return found[-1] if found else None


def _pairs(
    step: StepId,
    items: Answer,
    listed: Mapping[ItemId, Item],
    ranked: judge.State | None,
    changed: wordings.State,
) -> PairsRecord:
    standing = [listed[item] for item in wordings.standing(changed, items) if item in listed]
    orders = [order for order in ranked.orders().values() if order] if ranked else []
    return PairsRecord(step, len(orders), offered(likeness(standing, orders)))
