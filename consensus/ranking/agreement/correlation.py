"""Two orders, or many, in the figures that the literature knows, to set beside other studies.

For how far every two people of a profile are apart, see `consensus.ranking.distance`.
"""

from collections.abc import Iterator
from math import sqrt

import numpy as np
from msgspec import Struct

from consensus.ranking.agreement.pairs import FEWEST_PEOPLE
from consensus.ranking.distance import Signs, pair_signs
from consensus.ranking.midplaces import doubled_midplaces
from consensus.ranking.profile import Order, Profile


class Concordance(Struct, frozen=True):
    """Kendall's coefficient of concordance W, and what it must be read against.

    `w`: 1 when all orders are the same, 0 when all items have the same mean place.
    `by_chance`: what W is on average when people order at random, 1/n. It is large in small groups
    (0.33 for three people), so W of groups of different size cannot be compared.
    `mean_spearman`: the mean of Spearman's correlation over all pairs of people, which chance puts
    at 0 for any number of them. Where people differ in how much they tie, those who tie less weigh
    more.
    `people`: how many answered.
    """

    w: float
    by_chance: float
    mean_spearman: float
    people: int


def kendall_w(profile: Profile) -> Concordance | None:
    """Give the concordance of Kendall and Babington Smith (1939), corrected for ties by mid-places.

    People are counted, whatever their ballots weigh; those who abstain are left out. None for fewer
    than 3 people (two ballots cannot be told from two people) or 2 items, when somebody left an
    item out, and when everyone finds all items equal.
    """
    answered = profile.only(profile.answered)
    people, items = answered.places.shape
    if people < FEWEST_PEOPLE or items < 2 or not answered.complete:
        return None
    doubled = doubled_midplaces(answered.places)
    between = _squares(doubled.sum(axis=0).tolist())
    within = sum(_squares(row) for row in doubled.tolist())
    if not within:
        return None
    return Concordance(
        w=between / (people * within),
        by_chance=1 / people,
        mean_spearman=(between - within) / ((people - 1) * within),
        people=people,
    )


def kendall_distance(one: Order, other: Order) -> int:
    """Count the pairs of items that two orders put the opposite way round (Kendall, 1938).

    Pairs with an item that only one of them ranks, or that one of them finds equal, do not count.
    Raises BallotError for repeated items and empty groups.
    """
    first, second = _signs_of(one, other)
    return int((first * second < 0).sum())


def kendall_tau_b(one: Order, other: Order) -> float | None:
    """Correlate two orders, from -1 (opposite) to 1 (the same), corrected for ties (Kendall, 1945).

    Taken on the items that both orders rank; what only one ranks does not count. None for fewer
    than two such items and when either order finds all of them equal. Raises BallotError for
    repeated items and empty groups.
    """
    first, second = (row.astype(np.int64) for row in _signs_of(one, other))
    ordered = int(np.abs(first).sum()) * int(np.abs(second).sum())
    return int(first @ second) / sqrt(ordered) if ordered else None


def tau_x(one: Order, other: Order) -> float | None:
    """Correlate two orders, from -1 to 1, where a tie is an agreement of two who both tie.

    This is tau-x of Emond and Mason (2002): 1 for equal orders, also when all items are tied, and 0
    for a pair that only one of the two ties. Without ties it is Kendall's tau. Taken on the items
    that both orders rank; None for fewer than two such items. Raises BallotError for repeated items
    and empty groups.
    """
    first, second = (row.astype(np.int64) for row in _signs_of(one, other))
    both_tied = int(((first == 0) & (second == 0)).sum())
    return (int(first @ second) + both_tied) / len(first) if len(first) else None


def _signs_of(one: Order, other: Order) -> tuple[Signs, Signs]:
    """Say which comes first in each pair of the items that both orders rank: 1, -1, or 0 if equal.

    Raises BallotError for repeated items and empty groups.
    """
    named = tuple(dict.fromkeys([*_named(one), *_named(other)]))
    if not named:
        nothing = np.zeros(0, dtype=np.int8)
        return nothing, nothing
    places = Profile.of(named, (one, other)).places
    first, second = pair_signs(places[:, (places > 0).all(axis=0)])
    return first, second


def _named(order: Order) -> Iterator[str]:
    for group in order:
        yield from (group,) if isinstance(group, str) else group


def _squares(numbers: list[int]) -> int:
    """Sum the squared distances from the mean, times how many numbers there are."""
    return len(numbers) * sum(number * number for number in numbers) - sum(numbers) ** 2
