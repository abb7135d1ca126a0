"""Laws that must hold for rankings that real groups made, and for generated ones.

The published data sets lie beside a full checkout and may not be copied into it. In a plain clone
only the generated groups are there, and every law is still held against those: nothing is skipped.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, permutations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from consensus.ranking import (
    Pairs,
    combine,
    count_pairs,
    furthest,
    pair_agreement,
    spreads,
    widest_first,
)

PUBLISHED = Path(__file__).parents[3] / "../shared/data/rankings"


class Group(NamedTuple):
    name: str
    items: tuple[str, ...]
    ballots: list[tuple[str, ...]]

    def pairs(self) -> Pairs:
        return count_pairs(self.items, self.ballots)


def published() -> list[Group]:
    """The sets in which everyone ordered everything without ties, one ballot for each person."""
    sets = [json.loads(path.read_text("utf-8")) for path in sorted(PUBLISHED.glob("*.json"))]
    return [read(data) for data in sets if data["complete"] and data["strict"]]


def read(data: dict[str, Any]) -> Group:
    items = tuple(data["items"])
    ballots = [
        tuple(items[at] for [at] in ballot["order"])
        for ballot in data["ballots"]
        for _ in range(ballot["count"])
    ]
    return Group(data["id"], items, ballots)


def generated(size: int, people: int, noise: float) -> Group:
    """A group around one order: each person feels each item's place with the noise, in places."""
    random = Random(size)
    items = tuple("abcdefghijklmno"[:size])
    ballots = []
    for _ in range(people):
        felt = {item: random.gauss(at, noise) for at, item in enumerate(items)}
        ballots.append(tuple(sorted(items, key=felt.__getitem__)))
    return Group(f"generated: {size} items, {people} people", items, ballots)


GROUPS = [
    *published(),
    generated(4, people=200, noise=2),
    generated(6, people=15, noise=3),
    generated(7, people=130, noise=6),
    generated(10, people=4, noise=4),
    generated(11, people=30, noise=5),
    generated(15, people=41, noise=9),
]
every_group = pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)


def cost_of(order: Sequence[str], pairs: Pairs) -> int:
    at = {item: index for index, item in enumerate(pairs.items)}
    return sum(pairs.above[at[later]][at[earlier]] for earlier, later in combinations(order, 2))


def one_item_moved(order: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    for item in order:
        rest = [other for other in order if other != item]
        for place in range(len(order)):
            yield (*rest[:place], item, *rest[place:])


@every_group
def test_given_a_group_when_combined_then_no_item_has_a_better_place(group: Group) -> None:
    pairs = group.pairs()
    combined = combine(pairs)

    assert combined.exact
    assert combined.cost == cost_of(combined.order, pairs)
    assert combined.cost == min(cost_of(order, pairs) for order in one_item_moved(combined.order))


@every_group
def test_given_a_group_when_one_move_costs_nothing_then_bands_and_places_allow_it(
    group: Group,
) -> None:
    pairs = group.pairs()
    combined = combine(pairs)
    band_of = {item: at for at, band in enumerate(combined.bands) for item in band}

    for order in one_item_moved(combined.order):
        if cost_of(order, pairs) == combined.cost:
            assert [band_of[item] for item in order] == sorted(band_of.values())
            for place, item in enumerate(order, start=1):
                best, worst = combined.places[item]
                assert best <= place <= worst
            assert order == combined.order or not combined.unique


@pytest.mark.parametrize(
    "group", [group for group in GROUPS if len(group.items) <= 7], ids=lambda group: group.name
)
def test_given_a_group_with_few_items_when_combined_then_no_order_at_all_is_better(
    group: Group,
) -> None:
    pairs = group.pairs()
    costs = {order: cost_of(order, pairs) for order in permutations(group.items)}
    optimal = [order for order, cost in costs.items() if cost == min(costs.values())]
    combined = combine(pairs)

    # Permutations come in the order of the items' given positions.
    assert combined.order == optimal[0]
    assert combined.unique == (len(optimal) == 1)
    for item, (best, worst) in combined.places.items():
        places = [order.index(item) + 1 for order in optimal]
        assert (best, worst) == (min(places), max(places))


@every_group
def test_given_a_group_when_its_last_item_is_discarded_then_the_rest_stays_optimal(
    group: Group,
) -> None:
    whole = combine(group.pairs())
    *kept, discarded = whole.order
    ballots = [[item for item in ballot if item != discarded] for ballot in group.ballots]
    items = [item for item in group.items if item != discarded]
    rest = combine(count_pairs(items, ballots))

    assert rest.cost == cost_of(kept, group.pairs())
    if len(whole.bands[-1]) == 1:
        assert rest.bands == whole.bands[:-1]


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

    agreement = pair_agreement(group.items, group.ballots)
    assert agreement == pytest.approx(same / (len(item_pairs) * people * (people - 1) / 2))


@every_group
def test_given_a_group_when_asked_who_is_furthest_then_their_distance_is_above_the_mean(
    group: Group,
) -> None:
    ballots = {f"person {at}": ballot for at, ballot in enumerate(group.ballots)}
    found = furthest(group.items, ballots)
    agreement = pair_agreement(group.items, group.ballots)

    assert agreement is not None
    # The mean distance of all people is what they do not agree on.
    assert found is None or found.distance > 1 - agreement


@every_group
def test_given_a_group_when_items_are_ordered_widest_first_then_each_comes_once_in_that_order(
    group: Group,
) -> None:
    apart = {spread.item: spread.apart for spread in spreads(group.items, group.ballots)}
    widest = widest_first(group.items, group.ballots)

    assert sorted(widest) == sorted(group.items)
    assert [apart[item] for item in widest] == sorted(apart.values(), reverse=True)
