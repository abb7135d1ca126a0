"""Counting who comes before whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.pairwise import Pairs, above_table, count_pairs, place_table

ITEMS = ("a", "b", "c")


def test_given_three_ballots_when_pairs_are_counted_then_the_counts_are_those_made_by_hand() -> (
    None
):
    pairs = count_pairs(ITEMS, ["abc", "acb", "bca"])

    assert pairs == Pairs(items=ITEMS, above=((0, 2, 2), (1, 0, 2), (1, 1, 0)))


def test_given_ballots_when_places_are_found_then_rows_are_ballots_and_first_is_1() -> None:
    assert place_table(ITEMS, ["cab", "bca"]).tolist() == [[2, 3, 1], [3, 1, 2]]


def test_given_no_ballots_when_pairs_are_counted_then_every_count_is_0() -> None:
    assert count_pairs(ITEMS, []).above == ((0, 0, 0),) * 3


def test_given_no_items_when_pairs_are_counted_then_the_table_is_empty() -> None:
    assert count_pairs((), [(), ()]) == Pairs(items=(), above=())


@given(st.lists(st.permutations("abcde"), max_size=6))
def test_given_any_ballots_when_pairs_are_counted_then_each_ballot_counts_once_per_pair(
    ballots: list[list[str]],
) -> None:
    above = count_pairs("abcde", ballots).above

    for i, first in enumerate("abcde"):
        for j, second in enumerate("abcde"):
            before = [ballot.index(first) < ballot.index(second) for ballot in ballots]
            assert above[i][j] == sum(before)
            assert above[i][j] + above[j][i] == (len(ballots) if i != j else 0)


@given(st.lists(st.permutations("abcd"), max_size=4), st.lists(st.permutations("abcd"), max_size=4))
def test_given_two_groups_when_counted_together_then_their_counts_add_up(
    here: list[list[str]], there: list[list[str]]
) -> None:
    apart = [above_table(place_table("abcd", ballots)) for ballots in (here, there)]

    assert (above_table(place_table("abcd", here + there)) == sum(apart)).all()


@pytest.mark.parametrize(
    "ballot",
    [
        pytest.param(("a", "b"), id="one item is missing"),
        pytest.param(("a", "b", "b"), id="one item takes the place of another"),
        pytest.param(("a", "b", "c", "c"), id="one item comes twice"),
        pytest.param(("a", "b", "x"), id="an unknown item"),
        pytest.param((), id="nothing"),
    ],
)
def test_given_a_ballot_that_is_no_complete_order_when_counted_then_it_is_an_error(
    ballot: tuple[str, ...],
) -> None:
    with pytest.raises(ValueError, match="complete strict order of the 3 items"):
        count_pairs(ITEMS, ["abc", ballot])


def test_given_a_wrong_ballot_when_it_is_an_error_then_the_message_keeps_it_private() -> None:
    with pytest.raises(ValueError, match="a ballot is not") as error:
        count_pairs(ITEMS, [("a", "b", "private words")])

    assert "private words" not in str(error.value)


def test_given_an_item_named_twice_when_counted_then_it_is_an_error() -> None:
    with pytest.raises(ValueError, match="named twice"):
        count_pairs(("a", "a"), [])


@pytest.mark.parametrize(
    ("above", "reason"),
    [
        pytest.param(((0, 1),), "need 2 rows of 2 counts", id="too few rows"),
        pytest.param(((0, 1), (1,)), "need 2 rows of 2 counts", id="a short row"),
        pytest.param(((0, -1), (1, 0)), "below 0", id="a negative count"),
        pytest.param(((0, 1), (1, 2)), "before itself", id="an item before itself"),
    ],
)
def test_given_counts_that_no_ballots_can_give_when_made_into_pairs_then_it_is_an_error(
    above: tuple[tuple[int, ...], ...], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        Pairs(items=("a", "b"), above=above)
