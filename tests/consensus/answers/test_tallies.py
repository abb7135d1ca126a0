"""Tallies: one person one voice and one agency one voice, from the same ballots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.answers.ballots import Ballot, Question
from consensus.answers.tallies import (
    Counts,
    Middles,
    Orders,
    by_middle,
    counts,
    middles,
    orders,
    tallied,
    widest_marks,
)
from tests.consensus.given import ballot

AB, ABC = ("a", "b"), ("a", "b", "c")

# Three of one agency, and one each of two others.
AGENCIES = {"ana": "Health", "ben": "health", "cam": "HEALTH", "dot": "School", "eve": "Police"}


def chose(**answers: str) -> dict[str, Ballot]:
    return {member: ballot(answer, unsure=not answer) for member, answer in answers.items()}


def marked(**marks: int | None) -> dict[str, Ballot]:
    return {member: ballot(marks={"a": mark}) for member, mark in marks.items()}


# --- choices ----------------------------------------------------------------------------------


def test_three_of_one_agency_share_its_voice() -> None:
    voices = chose(ana="a", ben="a", cam="a", dot="b", eve="b")

    assert counts(AB, voices, AGENCIES, 1) == Counts(
        agencies=3,
        by_person={"a": 3, "b": 2},
        by_agency={"a": 1, "b": 2},
        differ=True,
    )


def test_who_does_not_know_keeps_their_share_of_the_voice() -> None:
    found = counts(AB, chose(ana="a", ben="", cam="", dot="a"), AGENCIES, 1)

    assert found.by_agency == {"a": 1.333, "b": 0}
    assert not found.differ


def test_choices_do_not_differ_while_the_same_items_lead() -> None:
    voices = chose(ana="ab", ben="ab", cam="ac", dot="ab", eve="ab")

    assert not counts(ABC, voices, AGENCIES, 2).differ


def test_an_item_that_is_level_with_the_last_chosen_one_leads_too() -> None:
    voices = chose(ana="a", dot="b")

    assert not counts(AB, voices, AGENCIES, 1).differ


# --- marks ------------------------------------------------------------------------------------


def test_the_middle_by_agency_is_the_middle_of_the_agencies_own_middles() -> None:
    voices = marked(ana=2, ben=2, cam=4, dot=8, eve=9)

    assert middles(("a",), voices, AGENCIES) == Middles(
        agencies=3, by_person={"a": 4}, by_agency={"a": 8}, differ=True
    )


def test_an_agency_that_does_not_know_is_left_out_of_the_middle() -> None:
    found = middles(("a",), marked(ana=2, dot=6, eve=None), AGENCIES)

    assert (found.by_person, found.by_agency, found.differ) == ({"a": 4}, {"a": 4}, False)


def test_where_nobody_knows_there_is_no_middle() -> None:
    found = middles(("a",), marked(ana=None, dot=None), AGENCIES)

    assert (found.by_person, found.by_agency, found.differ) == ({"a": None}, {"a": None}, False)


# --- orders -----------------------------------------------------------------------------------


def test_orders_are_combined_both_ways() -> None:
    voices = chose(ana="ab", ben="ab", cam="ab", dot="ba", eve="ba")

    assert orders(AB, voices, AGENCIES) == Orders(
        agencies=3, by_person=(("a",), ("b",)), by_agency=(("b",), ("a",)), differ=True
    )


def test_who_does_not_know_says_nothing_of_the_order() -> None:
    assert orders(AB, chose(ana="ab", dot="", eve="ab"), AGENCIES) == Orders(
        agencies=2, by_person=(("a",), ("b",)), by_agency=(("a",), ("b",)), differ=False
    )


def test_where_nobody_gave_an_order_there_is_none() -> None:
    assert orders(AB, chose(ana="", dot=""), AGENCIES) == Orders(0, (), (), differ=False)
    assert orders(AB, {}, {}) == Orders(0, (), (), differ=False)


# --- whose agencies are known -----------------------------------------------------------------


@pytest.mark.parametrize("agencies", [{}, {"ana": "Health"}, dict.fromkeys(("ana", "dot"), "X")])
def test_without_two_known_agencies_only_people_are_counted(agencies: dict[str, str]) -> None:
    """An agency of all is the people again; one unknown would leave a voice out."""
    assert counts(AB, chose(ana="a", dot="b"), agencies, 1).by_agency == {}
    assert middles(("a",), marked(ana=1, dot=2), agencies).by_agency == {}
    assert orders(AB, chose(ana="ab", dot="ba"), agencies).by_agency == ()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (Question(1), Counts),
        (Question(), Orders),
        (Question(ask="scale", low="a", high="b"), Middles),
        (Question(ask="level"), Middles),
    ],
)
def test_each_form_is_counted_in_its_own_way(question: Question, kind: type) -> None:
    assert isinstance(tallied(question, ("a",), {"ana": ballot("a", marks={"a": 1})}, {}), kind)


# --- by middle, and by spread -----------------------------------------------------------------


def test_marks_order_items_from_the_highest_middle_to_the_unknown() -> None:
    voices = {
        "ana": ballot(marks={"a": 2, "b": 7, "c": None, "d": 2}),
        "ben": ballot(marks={"a": 4, "b": 9, "c": None, "d": 4}),
    }

    assert by_middle(("a", "b", "c", "d"), voices) == (("b",), ("a", "d"), ("c",))


def test_the_widest_marks_come_first() -> None:
    voices = {
        "ana": ballot(marks={"a": 2, "b": 0, "c": None}),
        "ben": ballot(marks={"a": 3, "b": 9, "c": 4}),
    }

    assert widest_marks(ABC, voices) == ("b", "a", "c")


# --- over many --------------------------------------------------------------------------------

_MEMBERS = st.sampled_from([f"m{n}" for n in range(9)])
_CHOICES = st.dictionaries(_MEMBERS, st.sampled_from(["a", "b", "c", ""]), min_size=1)
_MARKS = st.dictionaries(_MEMBERS, st.none() | st.integers(0, 10), min_size=1)


@given(_CHOICES, st.data())
def test_every_agency_has_one_voice_in_all(answers: dict[str, str], data: st.DataObject) -> None:
    agencies = {member: data.draw(st.sampled_from("xyz")) for member in answers}
    found = counts(ABC, chose(**answers), agencies, 1)
    if not found.by_agency:
        return
    unsure = sum(
        sum(not answers[m] for m, of in agencies.items() if of == agency)
        / sum(of == agency for of in agencies.values())
        for agency in set(agencies.values())
    )

    assert sum(found.by_agency.values()) + unsure == pytest.approx(found.agencies, abs=0.01)


@given(_MARKS)
def test_people_of_an_agency_each_are_counted_as_people_are(marks: dict[str, int | None]) -> None:
    """One person in each agency: the two ways are one and the same."""
    agencies = {member: f"of {member}" for member in marks}
    found = middles(("a",), marked(**marks), agencies)

    assert not found.differ
    assert found.by_agency in ({}, found.by_person)


@given(_MARKS, st.data())
def test_both_middles_lie_between_the_lowest_and_the_highest_mark(
    marks: dict[str, int | None], data: st.DataObject
) -> None:
    agencies = {member: data.draw(st.sampled_from("xyz")) for member in marks}
    found = middles(("a",), marked(**marks), agencies)
    known = [mark for mark in marks.values() if mark is not None]

    for way in (found.by_person, found.by_agency):
        middle = way.get("a")
        assert middle is None or min(known) <= middle <= max(known)
