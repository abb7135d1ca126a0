"""Laws that must hold for rankings that real groups made, and for generated ones.

In a plain clone only the generated groups are there, and every law is held against those.
"""

from collections import Counter
from itertools import combinations
from random import Random
from typing import NamedTuple

import pytest

from consensus.ranking import (
    Profile,
    count_pairs,
    furthest,
    pair_agreement,
    spreads,
    widest_first,
)
from tests.consensus.ranking.published import published


class Group(NamedTuple):
    name: str
    profile: Profile

    @property
    def items(self) -> tuple[str, ...]:
        return self.profile.items

    @property
    def ballots(self) -> list[tuple[str, ...]]:
        return [
            tuple(item for [item] in self.profile.ballot(person)) for person in self.profile.people
        ]


def generated(size: int, people: int, noise: float) -> Group:
    """A group around one order: each person feels each item's place with the noise, in places."""
    random = Random(size)
    items = tuple("abcdefghijklmno"[:size])
    ballots = []
    for _ in range(people):
        felt = {item: random.gauss(at, noise) for at, item in enumerate(items)}
        ballots.append(tuple(sorted(items, key=felt.__getitem__)))
    return Group(f"generated: {size} items, {people} people", Profile.of(items, ballots))


GROUPS = [
    *(Group(real.name, real.profile) for real in published() if real.whole),
    generated(4, people=200, noise=2),
    generated(6, people=15, noise=3),
    generated(7, people=130, noise=6),
    generated(10, people=4, noise=4),
    generated(11, people=30, noise=5),
    generated(15, people=41, noise=9),
]
every_group = pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)


@every_group
def test_given_a_group_when_agreement_is_taken_then_it_is_the_mean_over_pairs_of_people(
    group: Group,
) -> None:
    orders = Counter(group.ballots)
    item_pairs = list(combinations(range(len(group.items)), 2))
    people = len(group.ballots)
    same = sum(count * (count - 1) // 2 * len(item_pairs) for count in orders.values())
    for (one, of_one), (other, of_other) in combinations(orders.items(), 2):
        theirs = [other.index(item) for item in one]
        same += of_one * of_other * sum(theirs[i] < theirs[j] for i, j in item_pairs)

    agreement = pair_agreement(count_pairs(group.profile))
    assert agreement == pytest.approx(same / (len(item_pairs) * people * (people - 1) / 2))


@every_group
def test_given_a_group_when_asked_who_is_furthest_then_their_distance_is_above_the_mean(
    group: Group,
) -> None:
    found = furthest(group.profile)
    agreement = pair_agreement(count_pairs(group.profile))

    assert agreement is not None
    # The mean distance of all people is what they do not agree on.
    assert found is None or found.distance > 1 - agreement


@every_group
def test_given_a_group_when_items_are_ordered_widest_first_then_each_comes_once_in_that_order(
    group: Group,
) -> None:
    apart = {spread.item: spread.apart for spread in spreads(group.profile)}
    widest = widest_first(group.profile)

    assert sorted(widest) == sorted(group.items)
    assert [apart[item] for item in widest] == sorted(apart.values(), reverse=True)
