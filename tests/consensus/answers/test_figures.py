"""Figures of a ranking: spread, agreement, who differs most, and what moved."""

from consensus.answers.figures import of_orders

ABC = ("a", "b", "c")
ORDERS = {"ana": ("a", "b", "c"), "ben": ("a", "c", "b"), "cam": ("c", "b", "a")}


def test_a_ranking_says_how_far_apart_people_are_and_who_differs_most() -> None:
    found = of_orders(ABC, ORDERS, {}, named=True)

    assert {spread.item: spread.places for spread in found.spreads}["a"] == (1, 1, 3)
    assert found.widest == ("a", "c", "b")
    assert found.furthest is not None
    assert found.furthest.person == "cam"
    assert found.movement is None


def test_where_answers_are_not_shown_by_name_nobody_is_said_to_differ_most() -> None:
    assert of_orders(ABC, ORDERS, {}, named=False).furthest is None


def test_two_passes_show_what_moved() -> None:
    found = of_orders(ABC, {**ORDERS, "cam": ("a", "c", "b")}, ORDERS, named=True).movement

    assert found is not None
    assert (found.people, found.unchanged) == (3, 2)
    assert found.raised == {"a": 1}
    assert found.lowered == {"b": 1, "c": 1}


def test_what_somebody_did_not_rank_has_no_place() -> None:
    some = of_orders(ABC, {"ana": ("a", "b"), "ben": ("b",)}, {}, named=True)

    assert [spread.item for spread in some.spreads] == ["a", "b"]
