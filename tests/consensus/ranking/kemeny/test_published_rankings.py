"""The rule's laws for rankings that real groups gave, with their ties and gaps, and for made ones.

The published data sets lie beside a full checkout and may not be copied into it. In a plain clone
only the generated groups are there, and every law is still held against those: nothing is skipped.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pytest

from consensus.ranking.kemeny import Combined, Effort, combine
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile, Table
from tests.consensus.ranking.kemeny.by_trial import (
    assert_nothing_wrong,
    cost_of,
    expected,
    over_every_order,
    over_subsets,
)
from tests.consensus.ranking.kemeny.by_trial import optimal as optimal_orders
from tests.consensus.ranking.kemeny.made_problems import (
    around_one_order,
    at_most_in_subsets,
    items_of,
    random_places,
    top_lists,
)
from tests.consensus.ranking.published import published


class Group(NamedTuple):
    name: str
    profile: Profile

    @property
    def pairs(self) -> Pairs:
        return count_pairs(self.profile)


def real() -> Iterator[Group]:
    """Every set, and those with gaps once more with what was left out lying below."""
    for (name, profile), (_, below) in zip(published(), published("below"), strict=True):
        yield Group(f"{name}, no view", profile)
        if not profile.complete:
            yield Group(f"{name}, below", below)


def generated(name: str, places: Table) -> Group:
    size = places.shape[1]
    return Group(f"generated: {name}", Profile.of_places(items_of(size), places))


GROUPS = [
    *real(),
    generated("4 items, 200 people", around_one_order(4, 200, noise=2, seed=4)),
    generated("6 items, 15 people", around_one_order(6, 15, noise=3, seed=6)),
    generated("7 items, 130 people", around_one_order(7, 130, noise=6, seed=7)),
    generated("10 items, 4 people", around_one_order(10, 4, noise=4, seed=10)),
    generated("12 items, 15 lists of three", top_lists(12, 15, 3, seed=12)),
    generated("15 items, 41 people", around_one_order(15, 41, noise=9, seed=15)),
    generated("20 items, 12 people in groups", random_places(20, 12, seed=20) // 4 + 1),
    generated("32 items, 10 people", around_one_order(32, 10, noise=7, seed=32) // 2 + 1),
]


def of(groups: list[Group]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("group", groups, ids=lambda group: group.name)


every_group = of(GROUPS)
with_few_items = of([group for group in GROUPS if len(group.profile.items) <= 7])
with_up_to_fifteen = of([group for group in GROUPS if 7 < len(group.profile.items) <= 15])


def numbers(order: tuple[str, ...], pairs: Pairs) -> list[int]:
    at = {item: number for number, item in enumerate(pairs.items)}
    return [at[item] for item in order]


def one_item_moved(order: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for item in order:
        rest = [other for other in order if other != item]
        for place in range(len(order)):
            yield (*rest[:place], item, *rest[place:])


def quick_cost(order: tuple[str, ...], pairs: Pairs) -> int:
    at = numbers(order, pairs)
    return int(np.tril(pairs.above[np.ix_(at, at)]).sum())


@every_group
def test_no_item_has_a_better_place_than_its_own(group: Group) -> None:
    pairs = group.pairs
    combined = combine(pairs)
    costs = [quick_cost(order, pairs) for order in one_item_moved(combined.order)]

    assert combined.cost == cost_of(pairs.above, numbers(combined.order, pairs)) == min(costs)


@every_group
def test_where_a_move_costs_nothing_bands_and_places_allow_it(group: Group) -> None:
    pairs = group.pairs
    combined = combine(pairs)
    band_of = {item: at for at, band in enumerate(combined.bands) for item in band}

    for order in one_item_moved(combined.order):
        if combined.proven and quick_cost(order, pairs) == combined.cost:
            assert [band_of[item] for item in order] == sorted(band_of.values())
            for place, item in enumerate(order, start=1):
                best, worst = combined.places[item]
                assert best <= place <= worst
            assert order == combined.order or not combined.unique


@with_few_items
def test_with_few_items_it_is_what_trying_every_order_finds(group: Group) -> None:
    pairs = group.pairs
    orders = optimal_orders(pairs.above)
    truth = over_every_order(pairs.above)

    for in_subsets in (14, 2):
        with at_most_in_subsets(in_subsets):
            assert combine(pairs, most_orders=5_040) == expected(pairs, truth, orders)


@with_up_to_fifteen
def test_with_up_to_fifteen_items_it_is_what_all_their_subsets_say(group: Group) -> None:
    pairs = group.pairs
    truth = over_subsets(pairs.above)

    for in_subsets in (14, 5):
        with at_most_in_subsets(in_subsets):
            combined = combine(pairs)
        assert combined == expected(pairs, truth, [tuple(truth.first)])
        with at_most_in_subsets(in_subsets):
            assert_nothing_wrong(combine(pairs, Effort(20, 20)), pairs, truth)


def without(profile: Profile, item: str) -> Profile:
    """The same ballots, as if the item had never been on them."""
    kept = [at for at, other in enumerate(profile.items) if other != item]
    return Profile.of_places([profile.items[at] for at in kept], profile.places[:, kept])


@every_group
@pytest.mark.parametrize("end", [0, -1], ids=["first", "last"])
def test_without_its_first_or_last_item_the_rest_stays_optimal(group: Group, end: int) -> None:
    whole = combine(group.pairs)
    outer = whole.order[end]
    rest = combine(count_pairs(without(group.profile, outer)))
    kept = tuple(item for item in whole.order if item != outer)

    if whole.proven:
        assert rest.cost == quick_cost(kept, group.pairs)
    if whole.count is not None and len(whole.bands[end]) == 1:
        assert rest.bands == (whole.bands[1:] if end == 0 else whole.bands[:-1])
        assert rest.count == whole.count


def mirrored(combined: Combined) -> tuple[object, ...]:
    size = len(combined.order)
    return (
        [set(band) for band in reversed(combined.bands)],
        {
            item: (size + 1 - worst, size + 1 - best)
            for item, (best, worst) in combined.places.items()
        },
        combined.cost,
        combined.count,
    )


def told(combined: Combined) -> tuple[object, ...]:
    return (
        [set(band) for band in combined.bands],
        combined.places,
        combined.cost,
        combined.count,
    )


@every_group
def test_ballots_turned_over_turn_the_result_over(group: Group) -> None:
    pairs = group.pairs
    over = Pairs(pairs.items, pairs.above.T.copy(), pairs.people.T.copy(), pairs.unit)
    combined, turned = combine(pairs), combine(over)

    if combined.count is not None:
        assert told(turned) == mirrored(combined)


@every_group
def test_the_order_in_which_items_are_given_decides_nothing_but_the_first_order(
    group: Group,
) -> None:
    profile = group.profile
    at = np.random.default_rng(len(profile.items)).permutation(len(profile.items)).tolist()
    other = Profile.of_places([profile.items[number] for number in at], profile.places[:, at])
    combined, rearranged = combine(group.pairs), combine(count_pairs(other))

    if combined.count is not None:
        assert told(rearranged) == told(combined)


@every_group
def test_the_order_in_which_people_answer_decides_nothing(group: Group) -> None:
    profile = group.profile
    rows = np.random.default_rng(1).permutation(len(profile.people))
    later = Profile.of_places(profile.items, profile.places[rows])

    assert combine(count_pairs(later), most_orders=4) == combine(group.pairs, most_orders=4)


@every_group
def test_everyone_asked_three_times_overrules_three_times_as_many(group: Group) -> None:
    pairs = group.pairs
    three = Pairs(pairs.items, 3 * pairs.above, 3 * pairs.people)
    combined, thrice = combine(pairs), combine(three)

    if combined.count is not None:
        assert (thrice.order, told(thrice)[:2]) == (combined.order, told(combined)[:2])
        assert (thrice.cost, thrice.count) == (3 * combined.cost, combined.count)


@every_group
def test_one_person_more_who_thinks_just_so_settles_it(group: Group) -> None:
    combined = combine(group.pairs)

    if combined.proven:
        settled = combine(group.pairs.changed((), combined.order))
        assert settled.unique
        assert settled.order == combined.order
        assert settled.cost == combined.cost


@every_group
def test_with_hardly_any_effort_all_that_is_claimed_still_holds(group: Group) -> None:
    pairs = group.pairs
    whole, part = combine(pairs), combine(pairs, Effort(pivots=1, ways=1))

    assert part.cost - part.gap <= whole.cost
    assert whole.cost - whole.gap <= part.cost
    if whole.count is not None:
        for item, (best, worst) in whole.places.items():
            assert part.places[item][0] <= best <= worst <= part.places[item][1]
        assert part.count in (None, whole.count)
