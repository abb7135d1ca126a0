"""Every figure of the wall counted once more, slowly and in the plainest way.

Nothing of `consensus.ranking` is used here, so that a mistake there is not made twice.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, permutations

Order = Sequence[str]
Hall = dict[str, list[Order]]


def ordered(order: Order, pair: tuple[str, str]) -> int:
    """Say which of two statements somebody put first: 1, -1, or 0 where one was left out."""
    if pair[0] not in order or pair[1] not in order:
        return 0
    return 1 if order.index(pair[0]) < order.index(pair[1]) else -1


def share(couples: Iterable[tuple[Order, Order]], items: Order) -> Fraction | None:
    """Return the share of pairs of statements that couples of orders put oppositely."""
    opposite = compared = 0
    for one, other in couples:
        for pair in combinations(items, 2):
            product = ordered(one, pair) * ordered(other, pair)
            opposite += product < 0
            compared += product != 0
    return Fraction(opposite, compared) if compared else None


def apart(hall: Hall, one: str, other: str, items: Order) -> Fraction | None:
    """Return how far people of two tables are from each other, or of one."""
    if one == other:
        return share(combinations(hall[one], 2), items)
    return share([(a, b) for a in hall[one] for b in hall[other]], items)


def within_and_between(hall: Hall, items: Order) -> tuple[Fraction, Fraction]:
    """Return the two means over pairs of statements, each by how many people ordered it."""
    inner, outer, weight = Fraction(0), Fraction(0), 0
    for pair in combinations(items, 2):
        said = {t: [o for o in orders if ordered(o, pair)] for t, orders in hall.items()}
        there = [table for table, orders in said.items() if orders]
        inside = [apart(said, table, table, pair) for table in there if len(said[table]) > 1]
        across = [apart(said, one, other, pair) for one, other in combinations(there, 2)]
        if inside and across:
            people = sum(len(said[table]) for table in there)
            inner += people * mean(inside)
            outer += people * mean(across)
            weight += people
    return inner / weight, outer / weight


def mean(shares: Sequence[Fraction | None]) -> Fraction:
    """Return the mean of shares, all of which are known."""
    known = [share for share in shares if share is not None]
    return sum(known, Fraction(0)) / len(known)


def from_own(hall: Hall, table: str, agreed: Order, items: Order) -> Fraction | None:
    """Return how much of what its people put one way a table's list puts the other way."""
    opposite = compared = 0
    for order in hall[table]:
        for pair in combinations(items, 2):
            product = listed(agreed, pair) * ordered(order, pair)
            opposite += product < 0
            compared += product != 0
    return Fraction(opposite, compared) if compared else None


def listed(agreed: Order, pair: tuple[str, str]) -> int:
    """Say which of two a list puts first; the rest is below it, and level."""
    places = [agreed.index(item) if item in agreed else len(agreed) for item in pair]
    return (places[0] < places[1]) - (places[0] > places[1])


def between_lists(one: Order, other: Order, items: Order) -> Fraction | None:
    """Return the share of pairs that two lists put oppositely, of those that both order."""
    products = [listed(one, pair) * listed(other, pair) for pair in combinations(items, 2)]
    compared = [product for product in products if product]
    return Fraction(sum(p < 0 for p in compared), len(compared)) if compared else None


def typical(lists: dict[str, Order], items: Order) -> tuple[set[str], set[str]]:
    """Return the tables whose lists are nearest to the others', and those farthest from them."""
    far = {
        table: mean(
            [between_lists(agreed, other, items) for t, other in lists.items() if t != table]
        )
        for table, agreed in lists.items()
    }
    least, most = min(far.values()), max(far.values())
    return (
        {table for table, share in far.items() if share == least},
        {table for table, share in far.items() if share == most},
    )


def overruled(order: Order, ballots: Iterable[Order]) -> int:
    """Return how many voices an order overrules, over all pairs."""
    return sum(ordered(ballot, pair) == -1 for ballot in ballots for pair in combinations(order, 2))


def best_orders(ballots: Sequence[Order], items: Order) -> list[tuple[str, ...]]:
    """Return every order that overrules the fewest voices (Kemeny, 1959), by trying all."""
    costs = {order: overruled(order, ballots) for order in permutations(items)}
    least = min(costs.values())
    return [order for order, cost in costs.items() if cost == least]


def bands(orders: Sequence[tuple[str, ...]]) -> tuple[frozenset[str], ...]:
    """Cut orders wherever all of them have the same statements before the cut."""
    found, start = [], 0
    for end in range(1, len(orders[0]) + 1):
        if len({frozenset(order[:end]) for order in orders}) == 1:
            found.append(frozenset(orders[0][start:end]))
            start = end
    return tuple(found)


def place(hall: Hall, table: str, order: Order, item: str, items: Order) -> float | None:
    """Return somebody's place of a statement, as if all tables had been asked about all."""
    if item not in order:
        return None
    asked = [each for each in items if any(each in o for o in hall[table])]
    own = 1 + order.index(item) * (len(asked) - 1) / (len(order) - 1)
    everybody = [o for orders in hall.values() for o in orders]
    missing = (each for each in items if each not in asked)
    return own + sum(_above(everybody, each, item) for each in missing)


def _above(orders: Iterable[Order], item: str, other: str) -> float:
    ways = [way for order in orders if (way := ordered(order, (item, other)))]
    return ways.count(1) / len(ways) if ways else 0.5


def eta_squared(groups: Sequence[Sequence[float]]) -> float | None:
    """Return the share of all differences that lies between groups (Pearson, 1905)."""
    every = [number for group in groups for number in group]
    middle = sum(every) / len(every)
    total = sum((number - middle) ** 2 for number in every)
    if total < 1e-9:
        return None
    return sum(len(g) * (sum(g) / len(g) - middle) ** 2 for g in groups if g) / total
