"""The range of chance, held against everything that could happen, and against many draws."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, permutations
from math import factorial, prod

import numpy as np
import pytest

from consensus.ranking.agreement.chance import CHANCE, ChanceRange, chance_range
from consensus.ranking.agreement.pairs import pair_agreement
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile


def range_for(people: int, items: int) -> ChanceRange:
    names = "abcdefghijklmnopqrst"[:items]
    found = chance_range(Profile.of(names, [names] * people))
    assert found is not None
    return found


def all_that_could_happen(people: int, items: int) -> Iterator[tuple[Fraction, Fraction]]:
    """Every agreement with how likely it is, by counting all groups of ballots."""
    pairs = list(combinations(range(items), 2))
    orders = [[order[i] < order[j] for i, j in pairs] for order in permutations(range(items))]
    chances = len(orders) ** people
    for group in combinations_with_replacement(range(len(orders)), people):
        above = [sum(orders[at][pair] for at in group) for pair in range(len(pairs))]
        same = sum(k * (k - 1) + (people - k) * (people - k - 1) for k in above)
        ways = factorial(people) // prod(map(factorial, Counter(group).values()))
        yield Fraction(same, people * (people - 1) * len(pairs)), Fraction(ways, chances)


SMALL = [(3, 2), (3, 3), (3, 4), (4, 3), (4, 4), (5, 3), (6, 3), (8, 2), (8, 3), (15, 2), (40, 2)]


@pytest.mark.parametrize(("people", "items"), SMALL)
def test_in_the_smallest_groups_chance_falls_within_the_range_nine_times_in_ten(
    people: int, items: int
) -> None:
    found = range_for(people, items)
    everything = list(all_that_could_happen(people, items))
    within = sum(chance for agreement, chance in everything if found.covers(float(agreement)))

    assert sum(agreement * chance for agreement, chance in everything) == CHANCE
    assert within >= Fraction(9, 10)
    assert found.low in {float(agreement) for agreement, _ in everything}


@pytest.mark.parametrize(
    ("people", "items"), [(3, 5), (3, 10), (4, 7), (5, 10), (8, 5), (8, 10), (12, 20), (30, 10)]
)
def test_random_orders_leave_the_range_about_one_time_in_twenty_at_either_end(
    people: int, items: int
) -> None:
    draws = 4000 if people < 12 else 1000
    places = np.argsort(np.random.default_rng(4).random((draws, people, items)), axis=2)
    i, j = np.triu_indices(items, 1)
    above = (places[:, :, i] < places[:, :, j]).sum(axis=1)
    same = (above * (above - 1) + (people - above) * (people - above - 1)).sum(axis=1)
    agreements = same / (people * (people - 1) * len(i))
    found = range_for(people, items)

    below, over = float((agreements < found.low).mean()), float((agreements > found.high).mean())
    assert below <= 0.065
    assert over <= 0.065
    if people * items >= 50:
        assert below >= 0.02
        assert over >= 0.02


def test_three_people_and_ten_items_have_the_range_that_the_documentation_says() -> None:
    found = range_for(3, 10)

    assert (round(found.low, 2), round(found.high, 2)) == (0.38, 0.63)


@pytest.mark.parametrize("items", [2, 3, 5, 10, 20])
def test_the_range_always_holds_the_middle_and_narrows_with_more_people(items: int) -> None:
    ranges = [range_for(people, items) for people in (3, 5, 9, 17, 33, 65, 1001)]

    assert all(found.low <= CHANCE <= found.high for found in ranges)
    widths = [found.high - found.low for found in ranges]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 0.005


def test_everything_that_three_people_can_say_of_two_items_is_within_chance() -> None:
    found = range_for(3, 2)

    assert (found.low, found.high) == (1 / 3, 1)
    assert found.covers(1)


def test_an_agreement_at_either_end_is_within_and_beyond_it_is_not() -> None:
    found = ChanceRange(0.4, 0.6)

    assert [found.covers(a) for a in (0.39, 0.4, 0.5, 0.6, 0.61)] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_opposed_camps_are_below_chance_and_one_mind_is_above() -> None:
    found = range_for(10, 10)
    order = "abcdefghij"
    camps = pair_agreement(count_pairs(Profile.of(order, [order] * 5 + [order[::-1]] * 5)))

    assert camps is not None
    assert camps < found.low
    assert not found.covers(1)


def test_who_abstains_is_not_counted() -> None:
    assert chance_range(Profile.of("abc", ["abc", "abc", "cba", ""])) == range_for(3, 3)


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("abc", [], id="nobody"),
        pytest.param("abc", ["abc", "abc", ""], id="two people"),
        pytest.param("a", ["a"] * 4, id="one item"),
        pytest.param("abc", ["abc", "abc", "ab"], id="an item left out"),
        pytest.param("abc", ["abc", "abc", ("a", ("b", "c"))], id="a tie"),
    ],
)
def test_where_chance_has_no_single_meaning_there_is_no_range(
    items: str, ballots: list[str]
) -> None:
    assert chance_range(Profile.of(items, ballots)) is None
