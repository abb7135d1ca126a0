"""Stances: what a stance needs to say, and how stances fall, counted by person and by agency."""

import pytest

from consensus.answers.stances import (
    Slot,
    Stance,
    StanceWord,
    against,
    forget,
    parts,
    stance,
    tally,
)
from consensus.people import Member
from consensus.refusal import Code, Refusal


def people(**agencies: str) -> dict[str, Member]:
    """Return members by id, each with their agency."""
    return {
        name: Member(name, name.capitalize(), agency, "participant", True, True, 0)
        for name, agency in agencies.items()
    }


def said(**words: StanceWord) -> dict[str, Stance]:
    return {name: Stance(word, "why") for name, word in words.items()}


# --- one stance -------------------------------------------------------------------------------


def test_a_no_may_say_what_is_feared_on_what_evidence_and_what_would_settle_it() -> None:
    assert stance("no", " too soon ", " a move ", "", "a visit first") == Stance(
        "no", "too soon", "a move", "", "a visit first"
    )


def test_only_a_no_has_more_than_a_note() -> None:
    assert stance("yes", "", "a move", "two calls", "a visit") == Stance("yes", "")


@pytest.mark.parametrize("word", ["no", "yes_note"])
def test_what_was_feared_does_not_stand_for_the_reason(word: StanceWord) -> None:
    with pytest.raises(Refusal) as refused:
        stance(word, " ", "a move")

    assert refused.value.code is Code.REASON_NEEDED


# --- a slot -----------------------------------------------------------------------------------


def test_every_no_is_against() -> None:
    slot = Slot("a", said(ana="yes", ben="no", cam="no", dot="not_mine"))

    assert list(against(slot)) == ["ben", "cam"]


def test_with_a_member_go_their_stances_now_and_before() -> None:
    slot = Slot("a", said(ana="yes", ben="no"), earlier=said(ben="yes"))

    assert forget(slot, "ben") == Slot("a", said(ana="yes"))


@pytest.mark.parametrize("slot", [Slot("a", said(ben="no"), settled=True), Slot("a")])
def test_what_is_settled_and_what_they_never_said_stay_the_same(slot: Slot) -> None:
    assert forget(slot, "ben") is slot


# --- two voices -------------------------------------------------------------------------------


def test_an_agency_whose_people_are_of_one_mind_has_one_voice() -> None:
    here = people(ana="Health", ben="health", cam="Police")

    found = tally(said(ana="yes", ben="can_live", cam="no"), here)

    assert found.people == {"agree": 2, "against": 1, "split": 0, "not_mine": 0}
    assert found.agencies == {"agree": 1, "against": 1, "split": 0, "not_mine": 0}


def test_an_agency_whose_people_differ_is_split_and_named() -> None:
    found = tally(said(ana="yes", ben="no"), people(ana="Health", ben="health"))

    assert found.split == ("Health",)
    assert found.agencies["split"] == 1


def test_those_for_whom_it_is_not_to_say_leave_it_to_their_colleagues() -> None:
    here = people(ana="Health", ben="Health", cam="School")

    found = tally(said(ana="not_mine", ben="no", cam="not_mine"), here)

    assert found.agencies == {"agree": 0, "against": 1, "split": 0, "not_mine": 1}


@pytest.mark.parametrize(
    ("words", "differ"),
    [
        # Three of one agency agree, one each of two others do not.
        (("yes", "yes", "yes", "no", "no"), True),
        (("yes", "yes", "yes", "yes", "no"), False),
        (("yes", "yes", "yes", "yes", "yes"), False),
        (("yes", "yes", "no", "no", "no"), False),  # more are against, either way
    ],
)
def test_it_is_said_when_people_and_agencies_lean_different_ways(
    words: tuple[StanceWord, ...], differ: bool
) -> None:
    here = people(ana="Health", ben="Health", cam="Health", dot="School", eve="Police")
    taken = dict(zip(here, words, strict=True))

    assert tally(said(**taken), here).differ is differ


def test_somebody_who_was_taken_out_counts_as_a_person_only() -> None:
    found = tally(said(ana="yes", gone="no"), people(ana="Health"))

    assert found.people["against"] == 1
    assert found.agencies["against"] == 0


# --- what everyone sees -----------------------------------------------------------------------


def test_a_slot_without_stances_has_one_part() -> None:
    assert [name for name, _ in parts("five", "keep", 0, Slot(), {})] == ["slot/five/0"]


def test_each_part_of_a_slot_has_its_own_keys() -> None:
    slot = Slot("v2", said(ana="yes"), earlier=said(ben="no"))

    found = dict(parts("five", "keep", 0, slot, people(ana="Health")))

    assert [key for part in found.values() for key in part.records()] == [
        "slot/five/0",
        "stance/five/0/ana",
        "fallen/five/0",
        "earlier/five/0/ben",
    ]
