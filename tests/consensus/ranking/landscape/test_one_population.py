"""Groups drawn from one population, held against every order there is and the group they copy."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import Generator, default_rng

from consensus.ranking.landscape.one_population import (
    around_each_place,
    around_one_order,
    expected_agreement,
    fitting_departure,
    mallows,
)
from consensus.ranking.profile import Table

Model = Callable[[Table, int, Generator], Table]

MODELS: list[Model] = [around_one_order, around_each_place]

any_rows = st.lists(
    st.lists(st.integers(0, 3), min_size=4, max_size=4).filter(lambda row: len(set(row) - {0}) > 1),
    min_size=3,
    max_size=6,
)


def agreement(places: Table) -> float:
    """How often two people put two items the same way round, in strict orders."""
    shares = [
        np.mean(np.sign(places[:, one] - places[:, other]) == 1)
        for one, other in combinations(range(places.shape[1]), 2)
    ]
    people = len(places)
    same = [share**2 + (1 - share) ** 2 for share in shares]
    return float((np.mean(same) * people - 1) / (people - 1))


def inversions(order: tuple[int, ...]) -> int:
    return sum(one > other for one, other in combinations(order, 2))


@pytest.mark.parametrize("phi", [0.0, 0.3, 0.7, 0.99, 1.0])
def test_expected_agreement_is_what_all_orders_give(phi: float) -> None:
    orders = list(permutations(range(1, 5)))
    odds = np.array([phi ** inversions(order) for order in orders])
    odds /= odds.sum()
    by_hand = [
        before**2 + (1 - before) ** 2
        for one, other in combinations(range(4), 2)
        for before in [sum(odds[at] for at, row in enumerate(orders) if row[one] < row[other])]
    ]

    assert expected_agreement(phi, 4) == pytest.approx(np.mean(by_hand))


@pytest.mark.parametrize("items", [2, 5, 10, 40])
def test_the_fitting_departure_gives_the_agreement_back(items: int) -> None:
    for phi in (0.1, 0.5, 0.8):
        expected = expected_agreement(phi, items)
        assert fitting_departure(expected, items) == pytest.approx(phi, abs=1e-6)
    assert fitting_departure(0.5, items) == fitting_departure(0.3, items) == 1
    assert fitting_departure(1, items) == pytest.approx(0, abs=1e-6)


def test_orders_come_up_as_often_as_their_distance_says() -> None:
    drawn = mallows((20_000,), 4, 0.6, default_rng(1)).tolist()
    found = Counter(map(tuple, drawn))
    odds = {order: 0.6 ** inversions(order) for order in permutations(range(1, 5))}
    total = sum(odds.values())

    assert set(found) == set(odds)
    for order, one in odds.items():
        assert found[order] / 20_000 == pytest.approx(one / total, abs=0.01)


def test_without_departure_everyone_draws_the_same_order() -> None:
    assert mallows((2, 3), 4, 0, default_rng(1)).tolist() == [[[1, 2, 3, 4]] * 3] * 2


@pytest.mark.parametrize("phi", [0.3, 0.7, 1.0])
def test_groups_around_one_order_agree_as_much_as_the_group(phi: float) -> None:
    group = mallows((40,), 8, phi, default_rng(2))[:, ::-1]
    drawn = around_one_order(group, 200, default_rng(3))

    assert drawn.shape == (200, 40, 8)
    assert np.mean([agreement(one) for one in drawn]) == pytest.approx(agreement(group), abs=0.01)


def test_groups_around_each_place_have_the_means_and_spreads_of_the_group() -> None:
    loose = default_rng(4).normal(size=(60, 8)) * [0.2, 3, 0.5, 0.5, 1, 0.2, 4, 0.3]
    group = (loose + np.arange(8)).argsort(axis=1).argsort(axis=1) + 1
    drawn = around_each_place(group, 200, default_rng(5)).reshape(-1, 8)

    assert drawn.mean(axis=0) == pytest.approx(group.mean(axis=0), abs=0.15)
    assert drawn.std(axis=0) == pytest.approx(group.std(axis=0, ddof=1), abs=0.25)


@pytest.mark.parametrize("model", MODELS)
@settings(max_examples=30)
@given(places=any_rows)
def test_everyone_leaves_out_and_finds_equal_as_much_as_the_person_they_copy(
    model: Model, places: list[list[int]]
) -> None:
    group = np.array(places)
    for drawn in model(group, 3, default_rng(6)):
        for own, copied in zip(drawn, group, strict=True):
            assert (own > 0).tolist() == (copied > 0).tolist()
            assert sorted(Counter(own[own > 0].tolist()).items()) == sorted(
                Counter(copied[copied > 0].tolist()).items()
            )


@pytest.mark.parametrize("model", MODELS)
def test_people_who_all_say_the_same_stay_so(model: Model) -> None:
    group = np.tile([2, 1, 3, 4, 5], (6, 1))

    drawn = model(group, 20, default_rng(7))
    assert np.mean((drawn == group).all(axis=2)) > 0.99


@pytest.mark.parametrize("model", MODELS)
def test_the_same_seed_draws_the_same_groups(model: Model) -> None:
    group = mallows((5,), 4, 0.5, default_rng(8))

    first, second, other = (model(group, 4, default_rng(seed)) for seed in (1, 1, 2))
    assert np.array_equal(first, second)
    assert not np.array_equal(first, other)
