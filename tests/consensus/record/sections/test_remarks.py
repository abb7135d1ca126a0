"""What people asked and saw differently stands with the answers, where it is minuted at all."""

from msgspec.structs import replace

from consensus import commands as c
from consensus.agenda import Minuted
from consensus.record.lines import Record
from consensus.record.written import record
from consensus.roomwide import remarks
from consensus.steps import turns
from tests.consensus.given import given, opened, plan
from tests.consensus.record.said import case_room, facts, line, lines

WHY = remarks.Ask("r1", "talk", "a", "He hides", "ana", "How often?")


def after(*asked: tuple[str, c.Command], minuted: Minuted = "full") -> Record:
    talk = replace(plan("talk", turns.Settings()), minuted=minuted)
    return record(given(*case_room(talk), opened("talk", *"ab")).after(*asked).meeting)


def test_a_question_stands_with_what_it_was_about_and_its_answer() -> None:
    found = after(
        ("ben", WHY), ("ana", remarks.Answer("r1", "Twice")), ("kit", remarks.Settle("r1"))
    )

    asked = facts(found, "remark.r1")
    assert (asked["who"], asked["to"], asked["words"]) == (
        "Ben (Health)",
        "Ana (Health)",
        "How often?",
    )
    assert facts(found, "remark.r1.of")["words"] == "He hides"
    assert facts(found, "remark.r1.answer") == {"who": "Ana (Health)", "words": "Twice"}
    assert facts(found, "remark.r1.ended") == {"how": "settled"}
    assert line(found, "remark.r1").whose == "ben"
    assert line(found, "remark.r1.answer").whose == "ana"


def test_another_view_says_first_whether_the_child_is_safe() -> None:
    found = after(("ben", remarks.Differ("r1", "talk", "He is not thin", "no")))

    assert facts(found, "remark.r1")["sort"] == "differ"
    assert facts(found, "remark.r1.safe") == {"who": "Ben (Health)", "safe": "no"}
    assert facts(found, "remark.r1.ended") == {"how": "open"}


def test_of_a_step_that_stays_in_the_room_no_word_is_kept() -> None:
    found = after(("ben", WHY), ("ana", remarks.Answer("r1", "Twice")), minuted="none")

    assert lines(found, "remarks") == ["remark.r1"]
    assert not any(words in repr(found) for words in ("How often?", "He hides", "Twice"))
