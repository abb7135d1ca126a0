"""Which pairs of items divide people, and which items stand in most of those pairs.

In the unit of agreement: of a pair that half put one way and half the other, the contention is 1;
where nobody differs it is 0. People are counted, each once, whatever their ballots weigh.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

from msgspec import Struct

from consensus.ranking.agreement.pairs import FEWEST_PEOPLE
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.pairwise import Pairs

Key = TypeVar("Key")


class PairContention(Struct, frozen=True):
    """How divided people are over which of two items comes first.

    `items`: the two, in the order in which items were given. `compared`: how many people ordered
    them, strictly. `contention`: 1 - |difference of the two sides| / people who ordered them; None
    where fewer than 3 did (two ballots cannot be told from two people). `thin`: fewer than 3 or
    fewer than half of those who answered ordered them, so that little is known of the group.
    """

    items: tuple[str, str]
    compared: int
    contention: float | None
    thin: bool


class ItemContention(Struct, frozen=True):
    """How divided people are over one item: the mean over its pairs that are not thin.

    `contention`: from 0 (nobody differs) to 1 (split in half over it and every other item); None
    where all its pairs are thin. `thin`: how many of its pairs are, and were left out.
    """

    item: str
    contention: float | None
    thin: int


class Contention(Struct, frozen=True):
    """What people are divided over, by item and by pair.

    `items` and `pairs`: all of them, in the order in which items were given. `most_items` and
    `most_pairs`: the most divisive, several where they are equally so; none where nobody differs.
    Thin pairs are never among them and do not count for an item.
    """

    items: tuple[ItemContention, ...]
    pairs: tuple[PairContention, ...]
    most_items: tuple[str, ...]
    most_pairs: tuple[tuple[str, str], ...]


def contention(pairs: Pairs, answered: int) -> Contention | None:
    """Say how divided people are over each pair and each item.

    `answered`: how many people ranked anything at all, which the pairs alone do not tell. For
    complete strict ballots the mean over all pairs is 1 minus the agreement index of Faliszewski
    and others (2023). None for fewer than 3 people who answered, or one item. Raises BallotError
    when more people ordered some pair than answered.
    """
    compared = pairs.people + pairs.people.T
    if answered < compared.max():
        raise BallotError(Fault.OUT_OF_RANGE, "more people ordered two items than answered")
    if answered < FEWEST_PEOPLE or len(pairs.items) < 2:
        return None
    found = {
        (one, other): _pair(pairs, one, other, answered)
        for one, other in combinations(range(len(pairs.items)), 2)
    }
    solid = {pair.items: _share(pairs, *at) for at, pair in found.items() if not pair.thin}
    by_item = _by_item(pairs.items, solid)
    means = {item: Fraction(sum(shares), len(shares)) for item, shares in by_item.items() if shares}
    return Contention(
        items=tuple(
            ItemContention(
                item=item,
                contention=float(means[item]) if item in means else None,
                thin=len(pairs.items) - 1 - len(shares),
            )
            for item, shares in by_item.items()
        ),
        pairs=tuple(found.values()),
        most_items=_most(means),
        most_pairs=_most(solid),
    )


def _pair(pairs: Pairs, one: int, other: int, answered: int) -> PairContention:
    compared = int(pairs.people[one, other] + pairs.people[other, one])
    told = compared >= FEWEST_PEOPLE
    return PairContention(
        items=(pairs.items[one], pairs.items[other]),
        compared=compared,
        contention=float(_share(pairs, one, other)) if told else None,
        thin=not told or 2 * compared < answered,
    )


def _share(pairs: Pairs, one: int, other: int) -> Fraction:
    here, there = int(pairs.people[one, other]), int(pairs.people[other, one])
    return Fraction(2 * min(here, there), here + there)


def _by_item(
    items: Sequence[str], solid: Mapping[tuple[str, str], Fraction]
) -> dict[str, list[Fraction]]:
    found: dict[str, list[Fraction]] = {item: [] for item in items}
    for pair, share in solid.items():
        for item in pair:
            found[item].append(share)
    return found


def _most(shares: Mapping[Key, Fraction]) -> tuple[Key, ...]:
    """Give all that share the largest; none where it is 0, because nobody differs on anything."""
    most = max(shares.values(), default=0)
    return tuple(key for key, share in shares.items() if share == most) if most else ()
