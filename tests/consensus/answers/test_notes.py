"""Notes: what a lane takes, whom a note speaks for, and notes that are put together."""

import pytest

from consensus.answers.notes import (
    Lane,
    Note,
    Words,
    about,
    has_answered,
    may_merge,
    merged,
    new,
    shown,
    taken,
    without,
    words_of,
)
from consensus.people import Member
from consensus.refusal import Code, Refusal

ANA = Member("ana", "Ana", "Health", "participant", voice=True, here=True, since=0)
PLAIN = Lane("worries", "Worries")
OFFERS = Lane("offers", "Offers", about_one=True, once_per_agency=True)
WORDS = Words("time", "", "", nothing=False)


def note(text: str, *, into: str = "", lane: str = "offers", agency: str = "Health") -> Note:
    return Note(lane, "ana", text, ("a",), agency, into=into)


def test_words_are_cleaned_and_nothing_is_an_answer_only_where_it_is_asked_for() -> None:
    assert taken(PLAIN, " time ", "", "", False) == WORDS
    assert taken(OFFERS, "", "", "", True) == Words("", "", "", nothing=True)
    with pytest.raises(Refusal, match=Code.TEXT_EMPTY):
        taken(PLAIN, "", "", "", True)


def test_a_note_names_each_item_once() -> None:
    assert about(PLAIN, ("a", "b"), ("b", "b")) == ("b",)
    with pytest.raises(Refusal, match=Code.ONE_ITEM_NEEDED):
        about(OFFERS, ("a", "b"), ("a", "b"))


def test_a_note_is_signed_unless_nobody_is_to_know() -> None:
    assert new(PLAIN, ANA, " Housing ", (), WORDS).speaks_for == "Housing"
    assert new(PLAIN, ANA, "", (), WORDS) == Note("worries", "ana", "time", (), "Health")
    hidden = Lane("unheard", "Not heard", shown="nobody")
    assert new(hidden, ANA, "Housing", (), WORDS) == Note("unheard", "", "time", ())
    assert words_of(new(PLAIN, ANA, "", (), WORDS)) == WORDS


def test_by_agency_a_note_has_no_author() -> None:
    assert shown(Lane("offers", "Offers", shown="agency"), note("x")).author == ""
    assert shown(OFFERS, note("x")).author == "ana"


def test_an_agency_has_answered_however_it_is_spelt() -> None:
    assert has_answered([note("x")], note("y", agency="HEALTH"))
    assert not has_answered([note("x", into="n9")], note("y"))
    assert not has_answered([note("x", lane="worries")], note("y"))


def test_notes_put_together_move_and_part_together() -> None:
    notes = {"n1": note("a"), "n2": note("b"), "n3": note("c")}
    assert may_merge(notes["n1"], notes["n2"])

    pair = merged(notes, "n2", "n1")
    assert [x.into for x in pair.values()] == ["", "n1", ""]
    assert not may_merge(pair["n3"], pair["n2"])
    three = merged(pair, "n1", "n3")
    assert [x.into for x in three.values()] == ["n3", "n3", ""]
    assert [x.into for x in without(three, "n3").values()] == ["", ""]
