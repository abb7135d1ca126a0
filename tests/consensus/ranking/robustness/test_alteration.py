"""Whether ballots of so many voices can alter a result, held against all the ballots there are."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, combinations_with_replacement, permutations, product
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.kemeny import Combined, combine
from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Table
from consensus.ranking.robustness.alteration import Target, before, decide, outcome

MANY = "abcdefghijklmnopqrst"

# What a ballot says of pairs: (1, 0) for item 1 before item 0.
Said = frozenset[tuple[int, int]]
Ordered = tuple[int, ...]


# --- counting by hand ----------------------------------------------------------------------------


@cache
def orders_of(size: int) -> list[Ordered]:
    return list(permutations(range(size)))


def said_by(places: Iterable[int]) -> Said:
    """From one place for each item, with 0 for left out."""
    placed = [(item, place) for item, place in enumerate(places) if place]
    return frozenset((one, other) for one, own in placed for other, its in placed if own < its)


@cache
def all_ballots(size: int) -> list[Said]:
    """Every ballot there is: whole orders, orders with equal items, with items left out, none."""
    return list({said_by(places) for places in product(range(size + 1), repeat=size)})


def overruled(above: Table, order: Ordered) -> int:
    return sum(int(above[later, earlier]) for earlier, later in combinations(order, 2))


@cache
def places_in_orders(size: int) -> Table:
    """At which place each order has each item: (orders, items)."""
    return np.array([[order.index(item) for item in range(size)] for order in orders_of(size)])


@cache
def contradictions(size: int, ballots: tuple[Said, ...]) -> Table:
    """How many pairs of each ballot each order has the other way round: (ballots, orders)."""
    place = places_in_orders(size)
    against = np.zeros((len(ballots), len(place)), dtype=np.int64)
    for row, said in zip(against, ballots, strict=True):
        for one, other in said:
            row += place[:, one] > place[:, other]
    return against


@cache
def differing(size: int) -> Table:
    """How many pairs two orders have a different way round: (orders, orders)."""
    return contradictions(
        size, tuple(frozenset(combinations(order, 2)) for order in orders_of(size))
    )


def kept_by(target: Target, order: Ordered) -> bool:
    return all(sorted(order[: len(first)]) == sorted(first) for first in target.firsts)


class Counted:
    """All orders of a few items, what each overrules, and which of them have the result."""

    def __init__(self, above: Table, target: Target) -> None:
        self.size = len(above)
        self.costs = np.array([overruled(above, order) for order in orders_of(self.size)])
        self.keeps = np.array([kept_by(target, order) for order in orders_of(self.size)])

    def altered(self, more: Table) -> bool:
        """Whether some best order has another result, after orders cost so much more.

        `more`: shape (orders,), or (choices, orders) to ask whether any of the choices does it.
        """
        costs = self.costs + more
        return bool((costs[..., ~self.keeps].min(-1) <= costs[..., self.keeps].min(-1)).any())

    def altered_by_copies(self, voices: int) -> bool:
        """Whether so many voices can, all by one whole order."""
        return self.altered(voices * differing(self.size))

    def altered_by_any(self, voices: int, ballots: list[Said]) -> bool:
        """Whether so many people can, each by any of these ballots."""
        against = contradictions(self.size, tuple(ballots))
        chosen = list(combinations_with_replacement(range(len(ballots)), voices))
        return self.altered(against[chosen].sum(axis=1))


def table(size: int, numbers: Iterable[int]) -> Table:
    above = np.zeros((size, size), dtype=np.int64)
    above[~np.eye(size, dtype=np.bool_)] = list(numbers)
    return above


def parts(order: Ordered, top: int) -> list[Target]:
    """The first, the top, the last and all of an order."""
    size = len(order)
    return [
        Target(list(order), [list(order[:length]) for length in lengths])
        for lengths in ([1], [top], [size - 1], range(1, size))
    ]


def best_of(above: Table) -> Ordered:
    return min(orders_of(len(above)), key=lambda order: overruled(above, order))


def counted_pairs(ballots: Iterable[Ordered]) -> Table:
    return np.array(np.sum([before(list(ballot)) for ballot in ballots], axis=0))


def drawn(size: int, people: int, noise: float, random: Random) -> Table:
    """Counts of people who feel each item's place with some noise."""
    ballots = []
    for _ in range(people):
        felt = [random.gauss(at, noise) for at in range(size)]
        ballots.append(tuple(sorted(range(size), key=felt.__getitem__)))
    return counted_pairs(ballots)


@st.composite
def asked(draw: st.DrawFn, sizes: list[int], largest: int = 7) -> tuple[Table, Target]:
    """Any counts, and a part of their best order, or of another order now and then."""
    size = draw(st.sampled_from(sizes))
    numbers = st.lists(
        st.integers(0, largest), min_size=size * (size - 1), max_size=size * (size - 1)
    )
    above = table(size, draw(numbers))
    any_order = st.permutations(range(size)).map(tuple)
    order = draw(st.one_of(st.just(best_of(above)), any_order))
    return above, draw(st.sampled_from(parts(order, draw(st.integers(1, size - 1)))))


# --- an order as pairs, and which orders have a result -------------------------------------------


@given(order=st.permutations(range(5)))
def test_an_order_is_written_as_the_pairs_it_puts_one_before_the_other(order: list[int]) -> None:
    written = before(order)

    assert {(int(one), int(other)) for one, other in zip(*np.nonzero(written), strict=True)} == set(
        combinations(order, 2)
    )
    assert written.max() == 1


@given(size=st.integers(2, 5), top=st.integers(1, 4), data=st.data())
def test_an_order_has_a_result_when_the_same_items_come_first(
    size: int, top: int, data: st.DataObject
) -> None:
    this, other = (data.draw(st.permutations(range(size)).map(tuple)) for _ in range(2))
    first, of_top, last, order = parts(this, min(top, size - 1))
    top = min(top, size - 1)

    assert first.kept_by(list(other)) == (this[0] == other[0])
    assert of_top.kept_by(list(other)) == (set(this[:top]) == set(other[:top]))
    assert last.kept_by(list(other)) == (this[-1] == other[-1])
    assert order.kept_by(list(other)) == (this == other)


# --- whether all best orders have a result -------------------------------------------------------


@given(case=asked([2, 3, 4, 5], largest=3))
def test_a_result_stands_only_if_all_best_orders_have_it(case: tuple[Table, Target]) -> None:
    above, target = case
    counted = Counted(above, target)

    found = outcome(above, target)

    assert found.safe == (not counted.altered(np.zeros(1, dtype=np.int64)))
    assert overruled(above, tuple(found.order)) == counted.costs.min()


def test_nothing_is_claimed_where_not_all_best_orders_can_be_found() -> None:
    level = np.zeros((16, 16), dtype=np.int64)
    order = outcome(level, Target(list(range(16)), [[0]])).order

    assert outcome(level, Target(order, [order[:4]])).safe is None
    assert outcome(level, Target(order, [order[-4:]])).safe is False


# --- few items: decided, and right ---------------------------------------------------------------


@settings(max_examples=100)
@given(case=asked([2, 3, 4]), counts=st.integers(0, 9))
def test_what_copies_of_one_order_can_alter_is_decided_for_up_to_four_items(
    case: tuple[Table, Target], counts: int
) -> None:
    above, target = case
    counted = Counted(above, target)

    verdict = decide(above, target, counts)

    assert verdict.safe is not counted.altered_by_copies(counts)
    ballot = tuple(verdict.order)
    assert verdict.safe or counted.altered(
        counts * differing(len(above))[orders_of(len(above)).index(ballot)]
    )


@settings(max_examples=25)
@given(case=asked([5]), counts=st.integers(0, 9))
def test_what_copies_of_one_order_can_alter_is_decided_for_five_items(
    case: tuple[Table, Target], counts: int
) -> None:
    above, target = case
    counted = Counted(above, target)

    verdict = decide(above, target, counts)

    assert verdict.safe is not counted.altered_by_copies(counts)
    assert verdict.safe or outcome(above + counts * before(verdict.order), target).safe is False


@settings(max_examples=6)
@given(case=asked([6], largest=5), counts=st.integers(0, 9))
def test_what_copies_of_one_order_can_alter_is_decided_for_six_items(
    case: tuple[Table, Target], counts: int
) -> None:
    above, target = case

    verdict = decide(above, target, counts)

    assert verdict.safe is not Counted(above, target).altered_by_copies(counts)
    assert verdict.safe or outcome(above + counts * before(verdict.order), target).safe is False


# Pair counts, an order with the result, how many are first in it, and the counts of the ballots:
# hardly any order that has another result loses to none that has this one.
HARD = [
    ([3, 7, 2, 2, 5, 4, 4, 4, 5, 7, 1, 5], (1, 3, 0, 2), 1, 1),
    ([0, 1, 7, 2, 6, 5, 0, 7, 5, 3, 2, 3], (1, 0, 2, 3), 3, 2),
    ([7, 2, 4, 1, 3, 1, 3, 7, 6, 3, 3, 6], (2, 0, 3, 1), 3, 3),
    ([7, 6, 0, 5, 4, 3, 3, 7, 7, 5, 3, 6], (3, 0, 2, 1), 3, 1),
    ([7, 6, 0, 4, 6, 0, 3, 0, 3, 5, 3, 2], (3, 0, 1, 2), 3, 2),
    ([7, 4, 3, 0, 4, 6, 2, 1, 0, 0, 6, 0], (0, 1, 2, 3), 1, 2),
    ([4, 5, 0, 7, 4, 3, 6, 1, 3, 1, 1, 0], (1, 2, 3, 0), 1, 2),
]


@pytest.mark.parametrize(("numbers", "order", "length", "counts"), HARD)
def test_what_hardly_any_ballot_can_alter_is_found_to_be_altered_by_one(
    numbers: list[int], order: Ordered, length: int, counts: int
) -> None:
    above, target = table(4, numbers), Target(list(order), [list(order[:length])])
    assert Counted(above, target).altered_by_copies(counts)

    verdict = decide(above, target, counts)

    assert verdict.safe is False
    assert outcome(above + counts * before(verdict.order), target).safe is False


# --- no ballots at all can do more than copies of one order --------------------------------------


@settings(max_examples=40)
@given(case=asked([3]), voices=st.integers(1, 3))
def test_three_items_no_ballots_with_ties_or_gaps_can_do_more(
    case: tuple[Table, Target], voices: int
) -> None:
    above, target = case

    can = Counted(above, target).altered_by_any(voices, all_ballots(3))

    assert decide(above, target, voices).safe is not can


@settings(max_examples=30)
@given(case=asked([4], largest=4))
def test_four_items_no_two_ballots_with_ties_or_gaps_can_do_more(
    case: tuple[Table, Target],
) -> None:
    above, target = case

    can = Counted(above, target).altered_by_any(2, all_ballots(4))

    assert decide(above, target, 2).safe is not can


def test_all_ballots_are_all_ballots() -> None:
    """19 on three items: 6 whole orders, 6 with two equal, 6 of one pair, 1 that says nothing."""
    assert len(all_ballots(3)) == 19
    assert {len(said) for said in all_ballots(3)} == {0, 1, 2, 3}


# --- more items than all orders can be gone through for ------------------------------------------


def combined(above: Table) -> Combined:
    return combine(Pairs(tuple(MANY[: len(above)]), above, above))


def best_order(above: Table) -> Ordered:
    return tuple(MANY.index(item) for item in combined(above).order)


@cache
def all_sevens() -> Table:
    """Every order of seven items as pairs: (5040, 49)."""
    return np.array([before(list(order)).ravel() for order in orders_of(7)])


def seven_altered(above: Table, target: Target, counts: int) -> bool:
    """As `Counted` says it, for the orders that come near: the others cannot."""
    pairs = all_sevens()
    costs = pairs @ above.T.ravel()
    keeps = np.array([kept_by(target, order) for order in orders_of(7)])
    own, rivals = pairs[~keeps], pairs[keeps]
    lead = np.full(len(own), np.iinfo(np.int64).max)
    for rival, cost in zip(rivals, costs[keeps], strict=True):
        near = np.flatnonzero(lead >= 0)
        lead[near] = np.minimum(
            lead[near], cost - costs[~keeps][near] + counts * (21 - own[near] @ rival)
        )
    return bool((lead >= 0).any())


# With the last two there are orders that lose to each rival on its own and not to all together.
@pytest.mark.parametrize("seed", [0, 507, 618])
def test_seven_items_what_is_decided_is_right_and_the_whole_order_is_decided(seed: int) -> None:
    random = Random(seed)
    above = drawn(7, people=random.choice([5, 8, 9]), noise=2.5, random=random)
    found = best_order(above)

    verdicts = [
        (decide(above, target, counts).safe, seven_altered(above, target, counts))
        for counts in (1, 3)
        for target in parts(found, 3)
    ]

    assert all(safe is None or safe is not altered for safe, altered in verdicts)
    assert verdicts[3][0] is not None
    assert verdicts[7][0] is not None


def alters(above: Table, target: Target, counts: int, ballot: Ordered) -> bool:
    """Count again with everyone's ballot, and look whether another result is as good."""
    items = MANY[: len(above)]
    found = combined(above + counts * before(list(ballot)))
    assert found.proven
    ends = {frozenset(items[at] for at in first) for first in target.firsts}
    shared = {frozenset(found.order[: len(first)]) for first in target.firsts}
    if ends != shared:
        return True
    cuts = np.cumsum([len(band) for band in found.bands])
    return found.count is not None and not {len(first) for first in target.firsts} <= set(cuts)


def likely_ballots(order: Ordered, top: int, random: Random) -> Iterator[Ordered]:
    """What somebody would try: an order near this one that has another first, top or last."""
    for _ in range(6):
        into, out = random.randrange(top, len(order)), random.randrange(top)
        rest = [item for item in order if item not in (order[into], order[out])]
        yield (order[into], *rest, order[out])
        swapped = list(order)
        swapped[into], swapped[out] = swapped[out], swapped[into]
        yield tuple(swapped)
    yield order[::-1]
    yield (*order[1:], order[0])
    yield (order[-1], *order[:-1])


@pytest.mark.parametrize("size", [8, 11, 14, 15, 18])
def test_no_ballot_that_is_tried_contradicts_a_verdict(size: int) -> None:
    random = Random(size)
    for people, noise in [(9, 2.0), (11, 3.5), (30, 5.0)]:
        above = drawn(size, people, noise, random)
        order = best_order(above)
        for target in [part for part in parts(order, 5) if not alters(above, part, 0, order)]:
            for counts in (1, 3):
                verdict = decide(above, target, counts)
                if verdict.safe is False:
                    assert alters(above, target, counts, tuple(verdict.order))
                if verdict.safe:
                    tries = likely_ballots(order, 5, random)
                    assert not any(alters(above, target, counts, ballot) for ballot in tries)
                if len(target.firsts) > 1 and size <= 14:
                    assert verdict.safe is not None


@pytest.mark.parametrize("size", [3, 6, 9, 14, 15, 18])
def test_a_unanimous_order_falls_to_as_many_ballots_and_not_to_fewer(size: int) -> None:
    order = tuple(Random(size).sample(range(size), size))
    above = counted_pairs([order] * 5)

    for target in parts(order, 2):
        assert decide(above, target, 4).safe is True
        assert decide(above, target, 5).safe is False


@pytest.mark.parametrize("size", [4, 9, 14, 16])
def test_without_ballots_a_result_that_stands_is_safe(size: int) -> None:
    above = drawn(size, people=9, noise=1.5, random=Random(size))
    order = best_order(above)

    for target in parts(order, 2):
        assert decide(above, target, 0).safe is (not alters(above, target, 0, order))
