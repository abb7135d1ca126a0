"""Middle places of items that a person finds equal."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.midplaces import doubled_midplaces, mean_apart
from consensus.ranking.profile import Profile
from tests.consensus.ranking.made_ballots import ITEMS, Ballots, any_groups, profile_of


def test_items_that_are_equal_share_the_middle_of_the_places_they_take_up() -> None:
    places = Profile.of("abcd", [("a", ("b", "c"), "d"), ("d", "b")]).places

    assert doubled_midplaces(places).tolist() == [[2, 5, 5, 8], [0, 4, 0, 2]]


def test_all_equal_is_the_middle_for_all() -> None:
    assert doubled_midplaces(Profile.of("abcde", [[tuple("abcde")]]).places).tolist() == [[6] * 5]


@given(any_groups)
def test_a_middle_place_is_the_mean_of_the_places_of_the_group(ballots: Ballots) -> None:
    doubled = doubled_midplaces(profile_of(ballots).places)

    for row, ballot in zip(doubled.tolist(), ballots.values(), strict=True):
        taken = 0
        expected = dict.fromkeys(ITEMS, 0.0)
        for group in ballot:
            places = range(taken + 1, taken + len(group) + 1)
            expected |= dict.fromkeys(group, 2 * sum(places) / len(group))
            taken += len(group)
        assert row == [expected[item] for item in ITEMS]


@given(any_groups)
def test_only_the_order_of_the_numbers_matters(ballots: Ballots) -> None:
    places = profile_of(ballots).places

    assert np.array_equal(doubled_midplaces(places), doubled_midplaces(places * 7))


@given(st.lists(st.integers(2, 12), max_size=6).map(sorted))
def test_the_mean_distance_is_over_all_pairs(doubled: list[int]) -> None:
    distances = [(other - one) / 2 for one, other in combinations(doubled, 2)]

    found = mean_apart(np.array(doubled, dtype=np.int64))
    assert float(found) * max(1, len(distances)) == pytest.approx(sum(distances))
