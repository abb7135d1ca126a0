"""The parking list, the words that people use, and the statements with their letters."""

from consensus import commands as c
from consensus.answers import wordings
from consensus.items import Item
from consensus.record.lines import Record
from consensus.record.telling import telling
from consensus.record.written import record
from consensus.roomwide import glossary, parking
from consensus.steps import judge
from tests.consensus.given import given, opened, plan, room
from tests.consensus.record.said import case_room, facts, line, lines


def after(*asked: tuple[str, c.Command]) -> Record:
    return record(given(*case_room()).after(*asked).meeting)


def test_what_was_parked_says_who_whether_it_is_the_leads_and_whether_it_is_done() -> None:
    found = after(("ana", parking.Add("p1", "Taxis?", for_lead=True)), ("kit", parking.Done("p1")))

    assert facts(found, "parking.p1") == {
        "words": "Taxis?",
        "who": "Ana (Health)",
        "lead": "yes",
        "done": "yes",
        "by": "Kit (Health)",
    }
    assert line(found, "parking.p1").whose == "ana"


def test_a_word_with_several_meanings_has_all_of_them_until_the_group_agrees() -> None:
    asked = (
        ("ana", glossary.Put("CIN", "Child in need")),
        ("ben", glossary.Put("CIN", "A plan")),
        ("cam", glossary.Same("CIN", "ana")),
    )
    several, agreed = after(*asked), after(*asked, ("kit", glossary.Settle("CIN", "ana")))

    assert lines(several, "glossary") == ["glossary.cin.ana", "glossary.cin.ben"]
    assert facts(several, "glossary.cin.ana")["how"] == "several"
    assert facts(several, "glossary.cin.ana")["others"] == ("Cam (Health)",)
    assert facts(agreed, "glossary.cin.ana")["how"] == "agreed"
    assert line(agreed, "glossary.cin.ana").label == "decision"
    assert line(agreed, "glossary.cin.ben").label == "opinion"


def test_the_statements_stand_with_the_letters_that_people_speak_of() -> None:
    assert line(after(), "statement.b").cells == ("B", "statement b")
    assert line(after(), "statement.b").readers == "professionals"
    none = record(given(*room(items="")).meeting)
    assert "statements" not in [each.id for each in none.sections]


def test_statements_that_were_worded_anew_say_what_they_said_before_and_who_changed_them() -> None:
    parts = (Item("p1", "One part"), Item("p2", "The other"))
    found = after(
        ("kit", wordings.Rewrite("a", "In other words", "statement a")),
        ("kit", wordings.Merge("a", "b", "Both in one")),
        ("kit", wordings.Split("c", parts)),
    )

    assert line(found, "statement.a").cells == ("A", "Both in one")
    assert facts(found, "worded.a.1")["words"] == "statement a"
    assert facts(found, "worded.a.2")["joined"] == "B"
    assert facts(found, "worded.b.gone")["instead"] == ("A",)
    assert facts(found, "worded.c.gone")["instead"] == ("E", "F")
    assert facts(found, "worded.c.gone")["who"] == "Kit (Health)"
    assert line(found, "worded.a.1").readers == "professionals"
    assert "worded" not in [section.id for section in after().sections]


def test_a_step_is_told_in_the_words_on_which_it_was_answered() -> None:
    cast = judge.BallotCast("rank", "ana", tuple("abcd"), "")
    events = (
        *room(plan("rank", judge.Settings())),
        opened("rank", *"abcd"),
        cast,
        judge.Revealed("rank", ()),
        wordings.Rewritten("a", "In other words", "kit", 1),
    )
    told = telling(given(*events).meeting)
    assert told.at(told.found.steps[0]).words("a") == "statement a"
    assert told.words("a") == "In other words"
