"""What divides people, held against counting by hand."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.agreement.contention import (
    Contention,
    ItemContention,
    PairContention,
    contention,
)
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.made_ballots import (
    ITEMS,
    Ballots,
    any_groups,
    profile_of,
    shuffled,
    strict_groups,
    turned_over,
    way,
)


def of(items: str, ballots: list[Order] | Ballots) -> Contention | None:
    profile = Profile.of(items, ballots)
    return contention(count_pairs(profile), len(profile.answered))


def test_a_pair_split_in_half_has_full_contention_and_one_that_nobody_turns_has_none() -> None:
    found = of("abc", ["abc", "abc", "acb", "acb"])

    assert found == Contention(
        items=(
            ItemContention("a", 0.0, 0),
            ItemContention("b", 0.5, 0),
            ItemContention("c", 0.5, 0),
        ),
        pairs=(
            PairContention(("a", "b"), 4, 0.0, False),
            PairContention(("a", "c"), 4, 0.0, False),
            PairContention(("b", "c"), 4, 1.0, False),
        ),
        most_items=("b", "c"),
        most_pairs=(("b", "c"),),
    )


@given(any_groups)
def test_every_pair_and_item_is_as_contested_as_counting_by_hand_finds(ballots: Ballots) -> None:
    answered = sum(map(bool, ballots.values()))
    found = of(ITEMS, ballots)
    if found is None:
        assert answered < 3
        return

    shares = {}
    for pair, held in zip(combinations(ITEMS, 2), found.pairs, strict=True):
        signs = [way(ballot, *pair) or 0 for ballot in ballots.values()]
        compared = sum(map(abs, signs))
        assert (held.items, held.compared) == (pair, compared)
        assert held.thin == (compared < max(3, answered / 2))
        if compared < 3:
            assert held.contention is None
        else:
            assert held.contention == pytest.approx(1 - abs(sum(signs)) / compared)
        if not held.thin:
            shares[pair] = held.contention or 0
    for item, told in zip(ITEMS, found.items, strict=True):
        own = [share for pair, share in shares.items() if item in pair]
        assert (told.item, told.thin) == (item, 3 - len(own))
        assert told.contention == (pytest.approx(sum(own) / len(own)) if own else None)
    most = max(shares.values(), default=0)
    assert found.most_pairs == tuple(p for p, share in shares.items() if most and share == most)
    highest = max((told.contention or 0 for told in found.items), default=0)
    assert set(found.most_items) == {
        told.item for told in found.items if highest and told.contention == pytest.approx(highest)
    }


@given(strict_groups)
def test_the_mean_over_pairs_is_one_minus_the_mean_margin(ballots: Ballots) -> None:
    found = of(ITEMS, ballots)
    above = count_pairs(profile_of(ballots)).people
    margins = [abs(int(above[i, j] - above[j, i])) for i, j in combinations(range(4), 2)]

    assert found is not None
    mean = sum(pair.contention or 0 for pair in found.pairs) / 6
    assert mean == pytest.approx(1 - sum(margins) / 6 / len(ballots))
    assert sum(item.contention or 0 for item in found.items) / 4 == pytest.approx(mean)


@given(any_groups, st.randoms(use_true_random=False))
def test_contention_is_the_same_from_either_end_and_in_any_order_of_people(
    ballots: Ballots, random: Random
) -> None:
    assert of(ITEMS, turned_over(shuffled(ballots, random))) == of(ITEMS, ballots)


@given(strict_groups)
def test_everyone_twice_divides_no_more_and_no_less(ballots: Ballots) -> None:
    once, twice = of(ITEMS, ballots), of(ITEMS, [*ballots.values()] * 2)

    assert once is not None
    assert twice is not None
    assert twice.items == once.items
    assert (twice.most_items, twice.most_pairs) == (once.most_items, once.most_pairs)


@given(strict_groups)
def test_weights_do_not_matter_because_people_are_counted(ballots: Ballots) -> None:
    heavy = Profile.of(ITEMS, ballots, {person: at for at, person in enumerate(ballots, 1)})

    assert contention(count_pairs(heavy), len(ballots)) == of(ITEMS, ballots)


def test_where_nobody_differs_nothing_is_most_divisive() -> None:
    found = of("abc", ["bac"] * 5)

    assert found is not None
    assert (found.most_items, found.most_pairs) == ((), ())
    assert [item.contention for item in found.items] == [0, 0, 0]


def test_a_pair_that_few_people_ordered_is_thin_and_counts_for_nothing() -> None:
    # Four of nine order b and c, and they are split in half; all order a before both or find them
    # equal to one another.
    ballots: list[Order] = ["abc"] * 2 + ["acb"] * 2 + [["a", ("b", "c")]] * 5
    found = of("abc", ballots)

    assert found is not None
    assert found.pairs[2] == PairContention(("b", "c"), 4, 1.0, True)
    assert found.items[1] == ItemContention("b", 0.0, 1)
    assert found.most_pairs == ()


def test_what_two_people_said_of_a_pair_is_not_told() -> None:
    found = of("abc", ["abc", "acb", "a", "a"])

    assert found is not None
    assert found.pairs[2] == PairContention(("b", "c"), 2, None, True)
    assert found.items == tuple(ItemContention(item, None, 2) for item in "abc")


@pytest.mark.parametrize(
    ("items", "ballots"),
    [
        pytest.param("abc", [], id="nobody"),
        pytest.param("abc", ["abc", "cba", ""], id="two people and one who abstains"),
        pytest.param("a", ["a"] * 5, id="one item"),
    ],
)
def test_with_too_few_to_compare_there_is_none(items: str, ballots: list[Order]) -> None:
    assert of(items, ballots) is None


def test_fewer_who_answered_than_ordered_a_pair_is_an_error() -> None:
    pairs = count_pairs(Profile.of("ab", ["ab"] * 4))

    with pytest.raises(BallotError) as caught:
        contention(pairs, 3)
    assert caught.value.fault is Fault.OUT_OF_RANGE
