"""How far people agree, held against counting by hand."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.agreement import Furthest, furthest, pair_agreement

Ballots = list[tuple[str, ...]]

profiles = st.integers(2, 6).flatmap(
    lambda size: st.lists(st.permutations("abcdef"[:size]).map(tuple), min_size=3, max_size=6)
)


def share_same_way(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    pairs = list(combinations(sorted(one), 2))
    same = [(one.index(a) < one.index(b)) == (other.index(a) < other.index(b)) for a, b in pairs]
    return sum(same) / len(pairs)


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@given(profiles)
def test_given_any_ballots_when_agreement_is_taken_then_it_is_the_mean_over_pairs_of_people(
    ballots: Ballots,
) -> None:
    by_hand = mean([share_same_way(one, other) for one, other in combinations(ballots, 2)])

    assert pair_agreement(sorted(ballots[0]), ballots) == pytest.approx(by_hand)


def test_given_identical_orders_when_agreement_is_taken_then_it_is_complete() -> None:
    assert pair_agreement("abcd", ["bdca"] * 5) == 1


def test_given_one_reversed_of_three_when_agreement_is_taken_then_it_is_a_third() -> None:
    assert pair_agreement("abcd", ["abcd", "abcd", "dcba"]) == pytest.approx(1 / 3)


@pytest.mark.parametrize(("people", "near"), [(3, 0.15), (8, 0.05), (200, 0.01)])
def test_given_random_orders_when_agreement_is_taken_then_it_is_near_chance_for_any_number(
    people: int, near: float
) -> None:
    random = Random(51)
    groups = [[random.sample("abcdefghij", 10) for _ in range(people)] for _ in range(10)]
    agreements = [pair_agreement("abcdefghij", ballots) or 0 for ballots in groups]

    assert mean(agreements) == pytest.approx(0.5, abs=near)


@given(profiles, st.randoms(use_true_random=False))
def test_given_people_and_items_in_another_order_when_agreement_is_taken_then_it_is_the_same(
    ballots: Ballots, random: Random
) -> None:
    items = sorted(ballots[0])
    shuffled = random.sample(ballots, len(ballots))

    assert pair_agreement(items[::-1], shuffled) == pair_agreement(items, ballots)


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("abc", [], id="nobody"),
        pytest.param("abc", ["abc", "abc"], id="two people"),
        pytest.param("a", ["a"] * 5, id="one item"),
        pytest.param("", [""] * 5, id="no items"),
    ],
)
def test_given_too_few_to_compare_when_figures_are_taken_then_there_are_none(
    items: str, ballots: list[str]
) -> None:
    assert pair_agreement(items, ballots) is None
    assert furthest(items, {f"person {n}": ballot for n, ballot in enumerate(ballots)}) is None


def test_given_one_who_moved_one_item_when_asked_who_is_furthest_then_both_are_named() -> None:
    ballots = {"Ana": "abcd", "Ben": "abcd", "Cam": "dabc", "Dee": "abcd"}

    assert furthest("abcd", ballots) == Furthest(person="Cam", distance=0.5, items=("d",))


def test_given_one_who_reversed_all_when_asked_on_what_then_no_item_is_picked_out() -> None:
    ballots = {"Ana": "abcd", "Ben": "abcd", "Cam": "dcba"}

    assert furthest("dabc", ballots) == Furthest(
        person="Cam", distance=1.0, items=("d", "a", "b", "c")
    )


def test_given_two_equally_far_when_asked_who_is_furthest_then_nobody_is_singled_out() -> None:
    ballots = {"Ana": "abcd", "Ben": "abcd", "Cam": "dabc", "Dee": "dabc"}

    assert furthest("abcd", ballots) is None


def test_given_everyone_alike_when_asked_who_is_furthest_then_nobody_is_singled_out() -> None:
    assert furthest("abc", dict.fromkeys(("Ana", "Ben", "Cam"), "cab")) is None


@given(profiles)
def test_given_any_ballots_when_asked_who_is_furthest_then_it_is_what_counting_by_hand_finds(
    ballots: Ballots,
) -> None:
    people = {f"person {n}": ballot for n, ballot in enumerate(ballots)}
    distances = {
        person: mean(
            [1 - share_same_way(own, other) for who, other in people.items() if who != person]
        )
        for person, own in people.items()
    }
    most = max(distances.values())
    names = [person for person, far in distances.items() if far == pytest.approx(most)]
    found = furthest(sorted(ballots[0]), people)

    if len(names) > 1:
        assert found is None
    else:
        assert found is not None
        assert found.person == names[0]
        assert found.distance == pytest.approx(most)
        assert list(found.items) == items_carrying_most(found.person, people)


def items_carrying_most(person: str, people: dict[str, tuple[str, ...]]) -> list[str]:
    own = people[person]
    carried = dict.fromkeys(sorted(own), 0)
    for other in people.values():
        for a, b in combinations(own, 2):
            if other.index(b) < other.index(a):
                carried[a] += 1
                carried[b] += 1
    return [item for item, count in carried.items() if count == max(carried.values())]


def test_given_an_incomplete_ballot_when_figures_are_taken_then_it_is_an_error() -> None:
    with pytest.raises(ValueError, match="complete strict order"):
        pair_agreement("abc", ["abc", "abc", "ab"])
    with pytest.raises(ValueError, match="complete strict order"):
        furthest("abc", {"Ana": "abc", "Ben": "abc", "Cam": "abb"})
