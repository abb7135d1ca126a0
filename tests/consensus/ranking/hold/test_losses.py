"""What a set or an ordered list asks each person, or each agency, to give up."""

from fractions import Fraction
from itertools import combinations, permutations
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.hold import losses
from consensus.ranking.hold.losses import (
    Bearers,
    Figures,
    bearers_of,
    list_losses,
    own_first,
    pair_losses,
    set_losses,
    surely_first,
)
from consensus.ranking.profile import Profile, Table
from tests.consensus.ranking.hold.by_hand import (
    Ballots,
    groups_of,
    list_loss,
    place_of,
    set_loss,
)
from tests.consensus.ranking.made_ballots import ballots_of

ITEMS = "abcde"
groups = groups_of(ballots_of(ITEMS))


def bearers(ballots: Ballots, agencies: dict[str, str] | None = None) -> Bearers:
    return bearers_of(Profile.of(ITEMS, ballots), agencies)


def positions(choices: list[tuple[str, ...]]) -> Table:
    return np.array([[ITEMS.index(item) for item in choice] for choice in choices])


def by_name(asked: Bearers, figures: Figures) -> dict[str, Fraction]:
    """Each one's loss in one row of a table of losses."""
    own = figures[asked.column].tolist()
    return {who: Fraction(loss, asked.scale) for who, loss in zip(asked.everyone, own, strict=True)}


@given(ballots=groups, k=st.integers(1, 5))
def test_a_set_asks_for_the_fewest_exchanges_over_all_orders_that_a_ballot_allows(
    ballots: Ballots, k: int
) -> None:
    asked, choices = bearers(ballots), list(combinations(ITEMS, k))

    for choice, figures in zip(choices, set_losses(asked, positions(choices)), strict=True):
        expected = {who: set_loss(own, choice, ITEMS) for who, own in ballots.items() if own}
        assert by_name(asked, figures) == expected
        assert figures[-1] == sum(expected.values())


@settings(max_examples=40)
@given(ballots=groups, k=st.integers(1, 5))
def test_a_list_asks_for_the_pairs_that_a_ballot_has_the_other_way(
    ballots: Ballots, k: int
) -> None:
    asked, choices = bearers(ballots), list(permutations(ITEMS, k))

    for choice, figures in zip(choices, list_losses(asked, positions(choices)), strict=True):
        expected = {who: list_loss(own, choice, ITEMS) for who, own in ballots.items() if own}
        assert by_name(asked, figures) == expected
        assert figures[-1] == sum(expected.values())


@given(ballots=groups, k=st.integers(1, 5))
def test_a_set_asks_nothing_exactly_when_nothing_outside_is_above_anything_inside(
    ballots: Ballots, k: int
) -> None:
    asked, choices = bearers(ballots), list(combinations(ITEMS, k))

    for choice, figures in zip(choices, set_losses(asked, positions(choices)), strict=True):
        for who, loss in by_name(asked, figures).items():
            place = place_of(ballots[who])
            outside = [place[item] for item in place if item not in choice]
            inside = [place[item] for item in place if item in choice]
            assert (loss == 0) == (not outside or not inside or min(outside) >= max(inside))


def test_many_sets_are_judged_a_part_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = bearers({"Ana": (("b",), ("a", "c")), "Ben": (("d",), ("b",))})
    choices = positions(list(combinations(ITEMS, 2)))
    at_once = set_losses(asked, choices)

    monkeypatch.setattr(losses, "AT_A_TIME", 7)

    assert np.array_equal(set_losses(asked, choices), at_once)
    assert set_losses(asked, choices[:0]).shape == (0, 3)


# --- who loses -----------------------------------------------------------------------------------


def test_people_with_the_same_ballot_share_a_column_whatever_numbers_it_was_given_in() -> None:
    profile = Profile.of_places("abc", [[1, 2, 0], [3, 9, 0], [2, 1, 0], [5, 6, 0]], "PQRS")

    asked = bearers_of(profile)

    assert asked.places.tolist() == [[1, 2, 0], [2, 1, 0]]
    assert asked.everyone == ("P", "Q", "R", "S")
    assert asked.column.tolist() == [0, 0, 1, 0]
    assert list_losses(asked, np.array([[1]])).tolist() == [[1, 0, 3]]


def test_equal_items_share_a_place_with_all_above_counted() -> None:
    assert bearers({"Ana": (("c",), ("a", "b"), ("e",))}).places.tolist() == [[2, 2, 1, 0, 4]]


def test_people_who_abstain_are_not_among_those_who_lose() -> None:
    assert bearers({"Ana": (("a",),), "Ben": ()}).everyone == ("Ana",)


def test_nobody_loses_where_nobody_answered() -> None:
    with pytest.raises(BallotError) as refused:
        bearers({"Ana": ()})

    assert refused.value.fault is Fault.NOBODY_HAS_A_VIEW


def test_someone_who_abstains_needs_no_agency_and_everyone_else_does() -> None:
    ballots: Ballots = {"Ana": (("a",),), "Ben": ()}

    assert bearers(ballots, {"Ana": "Police"}).everyone == ("Police",)
    with pytest.raises(BallotError) as refused:
        bearers(ballots, {"Ben": "Health"})
    assert refused.value.fault is Fault.UNKNOWN_PERSON


def test_agencies_stand_in_the_order_in_which_they_are_first_named() -> None:
    ballots: Ballots = {"Ana": (("a",),), "Ben": (("b",),)}

    asked = bearers(ballots, {"Zed": "School", "Ben": "Police", "Ana": "Health"})

    assert asked.everyone == ("Police", "Health")


@given(ballots=groups, seed=st.integers(0, 50), k=st.integers(1, 5))
def test_an_agency_loses_the_mean_of_its_people(ballots: Ballots, seed: int, k: int) -> None:
    answered = {person: ballot for person, ballot in ballots.items() if ballot}
    agencies = {person: "XYZ"[(seed + at * at) % 3] for at, person in enumerate(ballots)}
    people, asked = bearers(ballots), bearers(ballots, agencies)
    choices = positions(list(combinations(ITEMS, k)))

    for lost_by in (set_losses, list_losses):
        own = by_name(people, lost_by(people, choices)[0])
        means = by_name(asked, lost_by(asked, choices)[0])
        for agency, mean in means.items():
            members = [own[person] for person in answered if agencies[person] == agency]
            assert mean == sum(members) / len(members)
        assert Fraction(int(lost_by(asked, choices)[0, -1]), asked.scale) == sum(means.values())


def test_means_stay_exact_when_agencies_have_too_many_sizes_for_whole_numbers_of_the_machine() -> (
    None
):
    sizes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53]
    agencies = {f"{size} {at}": f"of {size}" for size in sizes for at in range(size)}
    # In each agency one person has b first, so that putting a on top costs 1 / size.
    ballots = {person: "ba" if person.endswith(" 0") else "ab" for person in agencies}

    asked = bearers_of(Profile.of("ab", ballots), agencies)
    figures = list_losses(asked, np.array([[0]]))[0]

    assert asked.scale == prod(sizes) > 2**63
    assert by_name(asked, figures) == {f"of {size}": Fraction(1, size) for size in sizes}
    assert Fraction(figures[-1], asked.scale) == sum(Fraction(1, size) for size in sizes)


# --- pairs and own first -------------------------------------------------------------------------


def test_a_pair_costs_whoever_has_it_the_other_way() -> None:
    asked = bearers({"Ana": (("a",), ("b", "c"))})

    # Putting b or c above a costs Ana one; the last column is everyone together.
    assert pair_losses(asked)[:, :, 0].tolist() == [
        [0, 1, 1, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
    ]
    assert np.array_equal(pair_losses(asked)[:, :, 0], pair_losses(asked)[:, :, 1])


@pytest.mark.parametrize(
    ("k", "possibly", "surely"), [(1, "c", "c"), (2, "abc", "c"), (3, "abc", "abc")]
)
def test_items_equal_at_the_border_are_possibly_and_not_surely_among_the_first(
    k: int, possibly: str, surely: str
) -> None:
    asked = bearers({"Ana": (("c",), ("a", "b"), ("e",))})

    assert [ITEMS[at] for at in np.flatnonzero(own_first(asked, k))] == list(possibly)
    assert [ITEMS[at] for at in np.flatnonzero(surely_first(asked, k))] == list(surely)
