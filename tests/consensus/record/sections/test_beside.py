"""The parking list, the words that people use, and the statements with their letters."""

from consensus import commands as c
from consensus.record.lines import Record
from consensus.record.written import record
from consensus.roomwide import glossary, parking
from tests.consensus.given import given, room
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
