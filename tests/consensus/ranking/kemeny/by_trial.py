"""What combined orders must be, found without any of the code under test.

Few items are ordered in every way there is. Up to nineteen are ordered by way of all their
subsets, kept as one table by number: from the front and from the back, so that every set which
begins an optimal order is known.
"""

from functools import cache
from itertools import combinations, pairwise, permutations
from typing import NamedTuple

import highspy
import numpy as np

from consensus.ranking.kemeny.combined import Combined
from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Table, voices


class Truth(NamedTuple):
    """The least cost in counts, and what all orders that cost it have in common.

    `orders`: how many there are; `places` by item; `ends[k]`: all of them begin with the same k + 1
    items; `first`: the one that comes first by item.
    """

    cost: int
    orders: int
    places: list[tuple[int, int]]
    ends: list[bool]
    first: list[int]


@cache
def every_order(size: int) -> Table:
    return np.array(list(permutations(range(size))), dtype=np.int64)


def cost_of(above: Table, order: list[int]) -> int:
    return sum(int(above[later, earlier]) for earlier, later in combinations(order, 2))


def costs(above: Table) -> Table:
    """The cost of `every_order`."""
    orders = every_order(len(above))
    total = np.zeros(len(orders), dtype=np.int64)
    for earlier, later in combinations(range(len(above)), 2):
        total += above[orders[:, later], orders[:, earlier]]
    return total


def optimal(above: Table) -> list[tuple[int, ...]]:
    """Every optimal order, by the smallest item where they first differ."""
    found = costs(above)
    return [tuple(order) for order in every_order(len(above))[found == found.min()].tolist()]


def what_they_share(above: Table, orders: list[tuple[int, ...]]) -> Truth:
    size = len(above)
    where = [[order.index(item) + 1 for order in orders] for item in range(size)]
    return Truth(
        cost=cost_of(above, list(orders[0])),
        orders=len(orders),
        places=[(min(places), max(places)) for places in where],
        ends=[len({frozenset(order[:k]) for order in orders}) == 1 for k in range(1, size + 1)],
        first=list(orders[0]),
    )


def over_every_order(above: Table) -> Truth:
    return what_they_share(above, optimal(above))


# --- over subsets -----------------------------------------------------------------------------


def over_subsets(above: Table) -> Truth:
    size = len(above)
    sets = np.arange(1 << size)
    sizes = np.bitwise_count(sets).astype(np.int64)
    price = np.array([_sums(row) for row in above])
    least, ways = _from_one_end(price, sets, sizes, forward=True)
    rest, ways_on = _from_one_end(price, sets, sizes, forward=False)
    cost = int(least[-1])
    assert cost == rest[0]
    assert ways[-1] == ways_on[0]
    kept = least + rest == cost
    places = []
    for item in range(size):
        before = sets[sets >> item & 1 == 0]
        now = least[before] + price[item, before] + rest[before | 1 << item]
        at = sizes[before[now == cost]] + 1
        places.append((int(at.min()), int(at.max())))
    first: list[int] = []
    placed = 0
    while len(first) < size:
        item = next(
            item
            for item in range(size)
            if not placed >> item & 1
            and least[placed] + price[item, placed] + rest[placed | 1 << item] == cost
        )
        first.append(item)
        placed |= 1 << item
    ends = np.bincount(sizes[kept], minlength=size + 1)[1:] == 1
    return Truth(cost, int(ways[-1]), places, ends.tolist(), first)


def _sums(row: Table) -> Table:
    """For every set by its number: the counts that go with an item placed right behind it."""
    total = np.zeros(1, dtype=np.int64)
    for count in row:
        total = np.concatenate([total, total + count])
    return total


def _from_one_end(price: Table, sets: Table, sizes: Table, *, forward: bool) -> tuple[Table, Table]:
    """The least cost of every set, or of all that is not in it, and in how many orders."""
    items = len(price)
    least = np.full(len(sets), np.iinfo(np.int64).max // 4)
    ways = np.zeros(len(sets), dtype=np.int64)
    start = 0 if forward else len(sets) - 1
    least[start], ways[start] = 0, 1
    levels = [np.flatnonzero(sizes == size) for size in range(items + 1)]
    for level in levels[:-1] if forward else levels[:0:-1]:
        steps = []
        for item in range(items):
            held = level >> item & 1 == 1
            here = level[~held] if forward else level[held]
            there = here ^ 1 << item
            cost = least[here] + price[item, here if forward else there]
            steps.append((here, there, cost))
            np.minimum.at(least, there, cost)
        for here, there, cost in steps:
            same = cost == least[there]
            ways[there[same]] += ways[here[same]]
    return least, ways


# --- by another's solver ----------------------------------------------------------------------


def least_by_whole_choices(above: Table) -> int:
    """The least cost, from the full model in whole numbers: a choice for each pair, no circles."""
    return round(_solved_by_choices(above, highspy.HighsVarType.kInteger))


def least_by_choices(above: Table) -> float:
    """The least cost when a pair may be chosen in part each way: a limit, up to rounding."""
    return _solved_by_choices(above, highspy.HighsVarType.kContinuous)


def _solved_by_choices(above: Table, kind: highspy.HighsVarType) -> float:
    size = len(above)
    number = {pair: at for at, pair in enumerate(combinations(range(size), 2))}
    model = highspy.Highs()  # type: ignore[no-untyped-call]
    model.setOptionValue("output_flag", False)
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("mip_abs_gap", 0.5)
    for i, j in number:
        model.addVar(0, 1)
        model.changeColCost(number[i, j], float(above[j, i] - above[i, j]))
        model.changeColIntegrality(number[i, j], kind)
    for i, j, k in combinations(range(size), 3):
        columns = np.array([number[i, j], number[j, k], number[i, k]], dtype=np.int32)
        model.addRow(0, 1, 3, columns, np.array([1.0, 1.0, -1.0]))
    model.run()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    both = sum(int(above[i, j]) for i, j in number)
    return both + float(model.getInfo().objective_function_value)


# --- held against what is combined ------------------------------------------------------------


def expected(pairs: Pairs, truth: Truth, orders: list[tuple[int, ...]]) -> Combined:
    """What must be combined from these pairs, when these are the orders asked for."""
    order = named(pairs, truth.first)
    cuts = [0, *(at for at, end in enumerate(truth.ends, start=1) if end)]
    return Combined(
        order=order,
        cost=voices(truth.cost, pairs.unit),
        bands=tuple(order[start:stop] for start, stop in pairwise(cuts)),
        places=dict(zip(pairs.items, truth.places, strict=True)),
        count=truth.orders,
        orders=tuple(named(pairs, order) for order in orders),
        gap=0,
    )


def named(pairs: Pairs, order: list[int] | tuple[int, ...]) -> tuple[str, ...]:
    return tuple(pairs.items[at] for at in order)


def assert_nothing_wrong(combined: Combined, pairs: Pairs, truth: Truth) -> None:
    """Whatever was found, nothing is claimed that is not so, and all claims fit one another."""
    least = voices(truth.cost, pairs.unit)
    order = [pairs.items.index(item) for item in combined.order]
    assert sorted(order) == list(range(len(pairs.items)))
    assert combined.cost == voices(cost_of(pairs.above, order), pairs.unit)
    assert combined.gap >= 0
    assert combined.cost - combined.gap <= least <= combined.cost
    if combined.count is not None:
        assert combined == expected(pairs, truth, [tuple(truth.first)])
        return
    assert combined.orders == (combined.order,)
    assert not combined.unique
    for (best, worst), item in zip(truth.places, pairs.items, strict=True):
        assert combined.places[item][0] <= best
        assert combined.places[item][1] >= worst
    for place, item in enumerate(combined.order, start=1):
        assert combined.places[item][0] <= place <= combined.places[item][1]
    assert sum(combined.bands, ()) == combined.order
    end = 0
    for band in combined.bands:
        end += len(band)
        assert truth.ends[end - 1]
        for item in band:
            assert end - len(band) < combined.places[item][0]
            assert combined.places[item][1] <= end
