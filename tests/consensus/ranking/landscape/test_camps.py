"""Camps, held against trying every division, and against groups that have none."""

from itertools import combinations
from random import Random
from statistics import fmean

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import default_rng

from consensus.ranking.distance import distances
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.landscape.camps import MOST_FOR_CAMPS, Camps, NoCamps, divide, find_camps
from consensus.ranking.landscape.one_population import mallows
from consensus.ranking.profile import Profile, Table

Figures = npt.NDArray[np.float64]

TEN = "abcdefghij"


def group(people: int, phi: float, seed: int, items: int = 10) -> Table:
    """People around one order: the smaller phi, the nearer."""
    return mallows((people,), items, phi, default_rng(seed))


def two_camps(people: int, phi: float, seed: int) -> Table:
    """Half of the people around one order, and half around the opposite one."""
    places = group(people, phi, seed)
    places[people // 2 :] = 11 - places[people // 2 :]
    return places


def profile_of(places: Table) -> Profile:
    names = [f"p{at}" for at in range(len(places))]
    return Profile.of_places(TEN[: places.shape[1]], places, names)


def found(places: Table, seed: int = 1) -> Camps | NoCamps:
    return find_camps(profile_of(places), seed)


def camps_of(places: Table, seed: int = 1) -> Camps:
    camps = found(places, seed)
    assert isinstance(camps, Camps)
    return camps


# --- dividing -----------------------------------------------------------------------------------


def cost(apart: Figures, middles: tuple[int, ...]) -> float:
    return float(apart[list(middles)].min(axis=0).sum())


def silhouettes(apart: Figures, camps: list[int]) -> list[float]:
    """As Rousseeuw (1987) wrote it down."""
    found = []
    for person, own in enumerate(camps):
        mean = {
            camp: fmean(apart[person, at] for at in there)
            for camp in set(camps)
            if (there := [at for at, one in enumerate(camps) if one == camp and at != person])
        }
        a = mean.get(own)
        b = min((far for camp, far in mean.items() if camp != own), default=0.0)
        found.append(0.0 if a is None or max(a, b) == 0 else (b - a) / max(a, b))
    return found


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.sampled_from([2, 3, 4]))
def test_a_division_is_never_far_from_the_best_there_is(seed: int, count: int) -> None:
    apart = distances(profile_of(group(9, 0.8, seed, items=5))).share
    camps = divide(apart[None], count).camps[0].tolist()
    best = min(cost(apart, middles) for middles in combinations(range(9), count))
    own = sum(
        min(apart[middle][there].sum() for middle in there)
        for camp in set(camps)
        for there in [[at for at, one in enumerate(camps) if one == camp]]
    )

    assert best - 1e-9 <= own <= best * 1.15 + 1e-9


def test_a_division_is_nearly_always_the_best_there_is() -> None:
    reached = 0
    for seed in range(60):
        apart = distances(profile_of(group(10, 0.8, seed, items=6))).share
        camps = divide(apart[None], 3).camps[0]
        best = min(cost(apart, middles) for middles in combinations(range(10), 3))
        own = sum(
            apart[np.ix_(there, there)].sum(axis=1).min()
            for there in (np.flatnonzero(camps == camp) for camp in range(3))
        )
        reached += own < best + 1e-9

    assert reached >= 50


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.sampled_from([2, 3, 4]))
def test_silhouettes_are_what_taking_every_mean_by_hand_gives(seed: int, count: int) -> None:
    apart = distances(profile_of(group(12, 0.8, seed, items=5))).share
    one = divide(apart[None], count)
    camps = one.camps[0].tolist()
    by_hand = silhouettes(apart, camps)
    firm = [camp for camp, nearer in zip(camps, by_hand, strict=True) if nearer > 1e-9]

    assert one.nearer[0] == pytest.approx(by_hand)
    if all(firm.count(camp) >= 3 for camp in range(count)):
        assert one.silhouette[0] == pytest.approx(fmean(by_hand))
    else:
        assert one.silhouette[0] == -1


def test_several_groups_are_divided_at_once_as_one_by_one() -> None:
    apart = np.stack([distances(profile_of(group(12, 0.7, seed))).share for seed in range(8)])
    together = divide(apart, 3)

    for at in range(8):
        alone = divide(apart[at : at + 1], 3)
        assert np.array_equal(together.camps[at], alone.camps[0])
        assert together.silhouette[at] == alone.silhouette[0]


# --- two clear camps ------------------------------------------------------------------------------


@pytest.mark.parametrize("people", [12, 30])
def test_two_clear_camps_are_found_whole(people: int) -> None:
    camps = camps_of(two_camps(people, 0.4, seed=people))
    half = people // 2

    assert [set(camp) for camp in camps.people] == [
        {f"p{at}" for at in range(half)},
        {f"p{at}" for at in range(half, people)},
    ]
    assert camps.in_none == ()
    assert camps.within < 0.35 < 0.65 < camps.between
    assert camps.p == 1 / 200
    assert 0.4 < camps.silhouette < 1


def test_camps_of_people_who_say_just_the_same_are_as_clear_as_can_be() -> None:
    camps = camps_of(np.array([range(1, 11)] * 5 + [range(10, 0, -1)] * 8))

    assert list(map(len, camps.people)) == [8, 5]
    assert (camps.silhouette, camps.within, camps.between) == (1, 0, 1)


def test_three_camps_are_three() -> None:
    places = group(18, 0.25, seed=4)
    places[6:12] = places[6:12][:, [5, 0, 7, 2, 9, 4, 1, 6, 3, 8]]
    places[12:] = 11 - places[12:][:, [3, 8, 1, 6, 9, 0, 5, 2, 7, 4]]
    camps = camps_of(places)

    assert sorted(map(len, camps.people)) == [6, 6, 6]


def test_who_is_as_near_to_one_camp_as_to_the_other_is_in_none() -> None:
    one, other, between = range(1, 10), range(9, 0, -1), (6, 5, 4, 3, 2, 1, 9, 8, 7)
    camps = camps_of(np.array([between, *[one] * 7, *[other] * 7]))

    assert camps.in_none == ("p0",)
    assert list(map(len, camps.people)) == [7, 7]
    assert (camps.within, camps.between) == (0, 1)


# --- none -----------------------------------------------------------------------------------------


def test_one_population_seldom_has_camps() -> None:
    drawn = [
        isinstance(found(group(12, phi, seed), seed), Camps)
        for seed in range(20)
        for phi in (0.5, 0.7, 1.0)
    ]

    assert sum(drawn) <= 4


def test_one_item_that_people_put_anywhere_does_not_make_camps() -> None:
    random = Random(3)
    drawn = []
    for seed in range(20):
        orders = [list(np.argsort(row)) for row in group(16, 0.4, seed, items=9)]
        for order in orders:
            order.insert(random.randint(0, 9), 9)
        drawn.append(isinstance(found(np.argsort(orders, axis=1) + 1, seed), Camps))

    assert sum(drawn) <= 2


def test_one_person_who_sees_it_otherwise_is_no_camp() -> None:
    places = group(14, 0.2, seed=2)
    places[5] = 11 - places[5]

    assert found(places) is NoCamps.NOT_SUPPORTED


def test_where_all_say_the_same_there_are_no_camps() -> None:
    assert found(np.tile(np.arange(1, 11), (20, 1))) is NoCamps.NOT_SUPPORTED


def test_with_fewer_than_twelve_people_nothing_is_tried() -> None:
    assert found(two_camps(11, 0.1, seed=1)) is NoCamps.TOO_FEW
    assert found(two_camps(12, 0.1, seed=1)) is not NoCamps.TOO_FEW


def test_with_very_many_people_nothing_is_tried() -> None:
    assert found(two_camps(MOST_FOR_CAMPS + 1, 0.1, seed=1)) is NoCamps.TOO_MANY


# --- laws -----------------------------------------------------------------------------------------


def test_it_does_not_matter_who_comes_first_or_what_people_are_called() -> None:
    places = two_camps(14, 0.5, seed=6)
    order = Random(1).sample(range(14), 14)
    camps = camps_of(places)
    again = find_camps(Profile.of_places(TEN, places[order], [f"x{at}" for at in order]), 1)

    assert isinstance(again, Camps)
    assert {frozenset(f"x{name[1:]}" for name in camp) for camp in camps.people} == set(
        map(frozenset, again.people)
    )
    assert (again.p, again.silhouette) == (camps.p, camps.silhouette)


def test_it_does_not_matter_how_items_are_called_or_which_end_is_best() -> None:
    places = two_camps(14, 0.5, seed=6)
    camps = camps_of(places)

    for again in (camps_of(places[:, ::-1]), camps_of(11 - places)):
        assert set(again.people) == set(camps.people)
        assert again.silhouette == pytest.approx(camps.silhouette)


def test_people_stand_in_the_order_in_which_they_were_given() -> None:
    camps = camps_of(two_camps(14, 0.3, seed=6))

    for camp in camps.people:
        assert list(camp) == sorted(camp, key=lambda name: int(name[1:]))


def test_ties_and_items_left_out_do_not_stand_in_the_way() -> None:
    places = (two_camps(16, 0.4, seed=8) + 1) // 2
    for person in range(16):
        places[person, person % 10] = 0
    camps = camps_of(places)

    assert {frozenset(camp) for camp in camps.people} == {
        frozenset(f"p{at}" for at in range(8)),
        frozenset(f"p{at}" for at in range(8, 16)),
    }


def test_people_with_no_pair_of_items_in_common_cannot_be_divided() -> None:
    with pytest.raises(BallotError) as caught:
        find_camps(Profile.of("abcd", ["ab", "cd"] * 6), seed=1)

    assert caught.value.fault is Fault.NOTHING_IN_COMMON


def test_the_same_seed_gives_the_same_p() -> None:
    places = two_camps(12, 0.7, seed=11)

    assert found(places, seed=5) == found(places, seed=5)
