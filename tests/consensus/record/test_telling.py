"""How people and statements are called, and which ids lines have."""

import pytest

from consensus import events as e
from consensus.items import ITSELF
from consensus.record.lines import Say
from consensus.record.telling import (
    SOMEBODY_GONE,
    called,
    day,
    ids,
    letter,
    moment,
    number,
    step_key,
    telling,
    written,
)
from tests.consensus.given import given, room
from tests.consensus.record.said import case_room

ROOM = telling(given(*room(), e.MemberRemoved("ben")).meeting)
BEN = Say("record-taken-out", {"who": "Ben (Health)"})
CASE = telling(given(*case_room()).meeting)


def test_people_are_called_by_name_and_agency() -> None:
    assert ROOM.who("ana") == "Ana (Health)"
    assert called("", "Police") == "Police"
    assert called("Gran", "") == "Gran"


def test_whoever_was_taken_out_is_named_still_and_the_record_says_that_they_were() -> None:
    assert ROOM.who("ben") == BEN
    assert ROOM.everybody(("ben", "ana")) == (BEN, "Ana (Health)")


def test_whose_words_are_gone_has_no_name_and_is_counted() -> None:
    assert ROOM.who("nobody") is SOMEBODY_GONE
    gone = Say("record-people-gone", {"count": 1})
    assert ROOM.everybody(("nobody", "ana")) == ("Ana (Health)", gone)


def test_statements_have_letters_and_words() -> None:
    assert ROOM.called("b") == "B: statement b"
    assert ROOM.order(("c", "a")) == ("C", "A")
    assert (ROOM.called(ITSELF), ROOM.words(ITSELF), ROOM.order((ITSELF,))) == ("", "", ())


@pytest.mark.parametrize(("at", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (53, "BB")])
def test_after_z_comes_aa(at: int, letters: str) -> None:
    assert letter(at) == letters


def test_in_a_room_about_nobody_everybody_may_read_everything() -> None:
    assert ROOM.line("l", "fact", "x", readers="restricted").readers == "all"
    assert CASE.line("l", "fact", "x", readers="restricted").readers == "restricted"


def test_what_must_never_be_everybodys_is_not_anywhere() -> None:
    assert ROOM.kept("l", "fact", "x", readers="restricted").readers == "restricted"


def test_a_line_is_about_those_it_names_each_once_and_nobody_who_is_gone() -> None:
    line = ROOM.line("l", "fact", "x", whose="ana", about=("cam", "nobody", "ana", ""))

    assert line.about == ("ana", "cam")


def test_days_and_times_are_said_as_such_and_other_words_stay() -> None:
    spring = Say("date-long", {"day": 9, "month": 3, "year": "2027"})
    assert day("2027-03-09") == spring
    assert moment("2027-03-09T14:30") == Say("record-at", {"day": spring, "time": "14:30"})
    assert (day(""), day("soon")) == ("", "soon")


def test_numbers_have_no_needless_decimals() -> None:
    assert [number(value) for value in (3.0, 3.5, 2 / 3, 10.0)] == ["3", "3.5", "0.7", "10"]


def test_names_have_ids_of_their_own_even_where_they_look_alike() -> None:
    assert ids("cards", ("St Mary’s", "St. Mary’s")) == {
        "St Mary’s": "cards.st-mary-s",
        "St. Mary’s": "cards.st--mary-s",
    }
    assert list(ids("cards", ("A B", "A-B")).values()) == ["cards.a-b", "cards.a-b-2"]


def test_a_step_that_is_called_like_a_section_of_the_room_is_told_apart() -> None:
    assert (step_key("rank"), step_key("people")) == ("rank", "step-people")


def test_a_text_is_told_by_its_paragraphs() -> None:
    assert written("We meet.\n\nSoon.") == ["We meet.", "Soon."]
    assert written("") == []
