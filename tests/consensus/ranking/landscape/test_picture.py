"""The map of a group: near people are near, and it depends on ballots alone."""

from collections.abc import Mapping, Sequence
from random import Random

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.distance import distances
from consensus.ranking.landscape.camps import NoCamps
from consensus.ranking.landscape.one_population import mallows
from consensus.ranking.landscape.picture import Landscape, landscape, scale
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.published import published

Figures = npt.NDArray[np.float64]

groups = st.lists(st.permutations("abcde").map("".join), min_size=5, max_size=9)


def shown(items: str, ballots: Mapping[str, Order] | Sequence[Order]) -> Landscape:
    found = landscape(Profile.of(items, ballots), seed=1)
    assert found is not None
    return found


def spots(found: Landscape) -> dict[str, tuple[float, float]]:
    return {point.person: (point.x, point.y) for point in found.points}


def on_the_map(found: Landscape) -> Figures:
    at = np.array([(point.x, point.y) for point in found.points])
    lengths: Figures = np.hypot(*(at[:, None] - at).transpose(2, 0, 1))
    return lengths


# --- scaling ------------------------------------------------------------------------------------


def test_what_lies_flat_is_kept_whole() -> None:
    at = np.random.default_rng(3).normal(size=(8, 2))
    apart = np.hypot(*(at[:, None] - at).transpose(2, 0, 1))
    found, kept = scale(apart)

    assert np.hypot(*(found[:, None] - found).transpose(2, 0, 1)) == pytest.approx(apart)
    assert found.sum(axis=0) == pytest.approx([0, 0], abs=1e-7)
    assert kept == pytest.approx(1)
    assert np.abs(found).argmax(axis=0).tolist() == found.argmax(axis=0).tolist()


def test_what_lies_on_a_line_has_no_second_direction() -> None:
    found, kept = scale(np.abs(np.subtract.outer([0.0, 1, 4], [0.0, 1, 4])))

    assert found == pytest.approx(np.array([[-5, 0], [-2, 0], [7, 0]]) / 3, abs=1e-7)
    assert kept == pytest.approx(1)


def test_what_needs_more_directions_is_not_kept_whole() -> None:
    _, kept = scale(1.0 - np.eye(5))

    assert kept == pytest.approx(2 / 4)


# --- the map --------------------------------------------------------------------------------------


def test_two_opposed_groups_stand_at_the_two_ends() -> None:
    found = shown("abcd", {**dict.fromkeys("PQR", "abcd"), **dict.fromkeys("STU", "dcba")})
    at = spots(found)

    assert at["P"] == at["Q"] == at["R"]
    assert at["S"] == at["T"] == at["U"]
    assert abs(at["P"][0] - at["S"][0]) == pytest.approx(1)
    assert found.kept == pytest.approx(1)
    assert (found.camps, found.no_camps) == (None, NoCamps.TOO_FEW)


def test_people_who_all_say_the_same_stand_in_one_spot() -> None:
    found = shown("abc", ["bca"] * 6)

    assert set(spots(found).values()) == {(0, 0)}
    assert found.kept == 1


def test_camps_are_drawn_on_the_map_where_they_are_clear() -> None:
    random = Random(7)
    ballots = []
    for end in ["abcdefgh"] * 8 + ["hgfedcba"] * 7:
        at = random.randrange(7)
        ballots.append(end[:at] + end[at : at + 2][::-1] + end[at + 2 :])
    found = shown("abcdefgh", ballots)
    sides = {point.person: point.x > 0 for point in found.points}

    assert found.no_camps is None
    assert found.camps is not None
    assert found.camps.people == (tuple("12345678"), ("9", "10", "11", "12", "13", "14", "15"))
    for camp in found.camps.people:
        assert len({sides[person] for person in camp}) == 1


def test_one_population_has_a_map_without_camps() -> None:
    random = Random(2)
    found = shown("abcdef", ["".join(random.sample("abcdef", 6)) for _ in range(14)])

    assert (found.camps, found.no_camps) == (None, NoCamps.NOT_SUPPORTED)
    assert len(found.points) == 14
    assert 0 < found.kept < 1


# --- who is on it ---------------------------------------------------------------------------------


def test_people_who_ordered_half_of_all_pairs_or_less_are_left_out() -> None:
    ballots: dict[str, Order] = {
        **dict.fromkeys(("Ana", "Ben", "Cam", "Dee"), "abcd"),
        "Eve": [("a", "b"), "c", "d"],
        "Fay": "abc",
        "Gus": [("a", "b"), ("c", "d")],
        "Hal": (),
    }
    found = shown("abcd", ballots)

    assert [point.person for point in found.points] == ["Ana", "Ben", "Cam", "Dee", "Eve", "Gus"]
    assert found.left_out == ("Fay", "Hal")


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("ab", [], id="nobody"),
        pytest.param("ab", ["ab"], id="one ballot"),
        pytest.param("abc", ["abc", "cba"], id="two opposed"),
        pytest.param("abc", ["abc"] * 4, id="four people"),
        pytest.param("a", ["a"] * 8, id="one item"),
        pytest.param("ab", [()] * 8, id="all abstain"),
        pytest.param("ab", [[("a", "b")]] * 8, id="all tied"),
        pytest.param("abc", ["abc"] * 4 + ["ab"], id="four with enough to say"),
    ],
)
def test_too_few_people_have_no_map(items: str, ballots: list[Order]) -> None:
    assert landscape(Profile.of(items, ballots), seed=1) is None


# --- laws -----------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(groups, st.randoms(use_true_random=False))
def test_other_names_and_another_order_of_people_only_rename_the_points(
    ballots: list[str], random: Random
) -> None:
    people = {f"p{at}": ballot for at, ballot in enumerate(ballots)}
    mixed = {f"x{name}": people[name] for name in random.sample(list(people), len(people))}
    found, again = shown("abcde", people), shown("abcde", mixed)

    assert spots(again) == {f"x{name}": at for name, at in spots(found).items()}
    assert [point.person for point in again.points] == list(mixed)
    assert (again.kept, again.camps, again.no_camps) == (found.kept, found.camps, found.no_camps)


@settings(max_examples=40)
@given(groups, st.permutations("abcde").map("".join))
def test_other_items_or_the_other_end_first_keep_everyone_as_far_apart(
    ballots: list[str], items: str
) -> None:
    found = shown("abcde", ballots)
    for again in (shown(items, ballots), shown("abcde", [ballot[::-1] for ballot in ballots])):
        assert again.kept == pytest.approx(found.kept)


@settings(max_examples=40)
@given(groups)
def test_people_who_say_the_same_share_a_spot_and_what_fits_is_kept(ballots: list[str]) -> None:
    found = shown("abcde", ballots)
    apart = distances(Profile.of("abcde", ballots)).share

    assert 0 <= found.kept <= 1
    assert on_the_map(found)[apart == 0] == pytest.approx(0, abs=1e-6)
    if found.kept == 1:
        assert on_the_map(found) == pytest.approx(apart, abs=1e-6)


@settings(max_examples=20)
@given(groups)
def test_doubling_everybody_moves_nobody_relative_to_the_others(ballots: list[str]) -> None:
    once, twice = shown("abcde", ballots), shown("abcde", ballots * 2)
    people = len(ballots)

    assert twice.kept == pytest.approx(once.kept)
    for at in range(people):
        one, other = twice.points[at], twice.points[at + people]
        assert (one.x, one.y) == pytest.approx((other.x, other.y), abs=1e-6)


def test_rankings_of_real_groups_have_a_map() -> None:
    generated = Profile.of_places("abcdefgh", mallows((20,), 8, 0.7, np.random.default_rng(1)))
    for profile in [
        generated,
        *(
            real.profile
            for real in published()
            if real.profile.complete and 12 <= len(real.profile.people) <= 50
        ),
    ]:
        found = landscape(profile, seed=1)

        assert found is not None
        assert len(found.points) + len(found.left_out) == len(profile.answered)
        assert (found.camps is None) is (found.no_camps is not None)
