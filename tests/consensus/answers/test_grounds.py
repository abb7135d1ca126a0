"""The grounds of a starting point, in plain counts of people."""

import pytest

from consensus.answers.grounds import Border, Hold, grounds

# Six agree on the first, four of them on all of it.
SIX = ("abcd", "abcd", "abcd", "abcd", "acbd", "adcb")


def orders(*words: str) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, words))


def bands(*words: str) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, words))


def test_each_line_between_bands_is_carried_by_the_people_who_put_the_two_that_way() -> None:
    found = grounds(bands("a", "b", "c", "d"), orders(*SIX), 2, 0)

    assert found is not None
    assert found.borders == (
        Border("a", "b", people=6, against=0),
        Border("b", "c", people=4, against=2),
        Border("c", "d", people=5, against=1),
    )
    assert (found.of, found.not_answered) == (6, 0)


def test_the_line_below_level_items_is_carried_by_the_closest_pair_across_it() -> None:
    found = grounds(bands("ab", "c"), orders("abc", "bac", "acb", "bac", "abc", "bac"), 1, 0)

    assert found is not None
    assert found.borders == (Border("b", "c", people=5, against=1),)


def test_a_majority_that_had_to_give_way_is_shown_as_it_is() -> None:
    """Round in a circle by three to two twice and by four to one: one of the threes gives way."""
    circle = orders("abc", "abc", "bca", "bca", "cab")

    found = grounds(bands("b", "c", "a"), circle, 1, 0)

    assert found is not None
    assert Border("c", "a", people=3, against=2) in found.borders


def test_how_few_people_could_alter_it_is_counted_for_the_board_and_for_the_order() -> None:
    found = grounds(bands("a", "b", "c", "d"), orders(*SIX), 1, 0)

    assert found is not None
    assert found.chosen == Hold(at_least=3, exact=True, absent=None)
    assert found.order == Hold(at_least=1, exact=True, absent=None)


def test_items_that_are_no_longer_there_do_not_count() -> None:
    with_another = orders(*("x" + order for order in SIX))

    assert grounds(bands("a", "b", "c", "d"), with_another, 2, 0) == grounds(
        bands("a", "b", "c", "d"), orders(*SIX), 2, 0
    )


def test_several_best_orders_are_open_already() -> None:
    found = grounds(bands("ab", "c"), orders("abc", "bac"), 1, 0)

    assert found is not None
    assert found.chosen.at_least == found.order.at_least == 0


@pytest.mark.parametrize(("silent", "could"), [(0, None), (1, False), (6, True)])
def test_those_who_have_not_answered_may_or_may_not_alter_what_comes_first(
    silent: int, could: bool | None
) -> None:
    found = grounds(bands("a", "b", "c", "d"), orders(*SIX), 1, silent)

    assert found is not None
    assert (found.chosen.absent, found.not_answered) == (could, silent)


def test_items_that_depend_on_how_one_counts_are_named() -> None:
    """Borda prefers what is nobody's first to what three of five put first and two put last."""
    ballots = orders("abc", "abc", "abc", "bca", "bca")

    found = grounds(bands("a", "b", "c"), ballots, 1, 0)

    assert found is not None
    assert found.rules_agree is False
    assert set(found.in_question) == {"a", "b"}


def test_rules_that_agree_put_nothing_in_question() -> None:
    found = grounds(bands("a", "b", "c", "d"), orders(*SIX), 1, 0)

    assert found is not None
    assert (found.rules_agree, found.in_question) == (True, ())


@pytest.mark.parametrize(
    ("ballots", "places"), [((), 1), (("abc",), 3), (("abc",), 0)], ids=["nobody", "all", "none"]
)
def test_there_may_be_nothing_to_account_for(ballots: tuple[str, ...], places: int) -> None:
    assert grounds(bands("a", "b", "c"), orders(*ballots), places, 0) is None
