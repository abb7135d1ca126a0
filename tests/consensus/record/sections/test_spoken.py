"""Turns stand with their time and the note that was kept of each."""

from consensus.record.lines import Record, Say
from consensus.record.written import record
from consensus.steps import turns
from tests.consensus.given import MINUTE, given, opened, plan
from tests.consensus.record.said import case_room, line, lines, section


def talked(settings: turns.Settings, *events: turns.Event, items: str = "ab") -> Record:
    held = (*case_room(plan("talk", settings)), opened("talk", *items))
    return record(given(*held, *events).meeting)


def minutes(count: str) -> Say:
    return Say("record-turn-minutes", {"minutes": count})


def test_a_turn_says_what_it_was_about_how_long_and_what_was_kept() -> None:
    found = talked(
        turns.Settings(),
        turns.TurnedTo("talk", "a", at=0),
        turns.Written("talk", "a", "Trust needs time", "ben"),
        turns.TurnedTo("talk", None, at=3 * MINUTE),
    )

    row = line(found, "talk.turn.a")
    assert row.cells == ("A: statement a", minutes("3"), "Trust needs time")
    assert row.readers == "professionals"
    assert lines(found, "talk") == ["talk.turn.a"]


def test_people_are_named_and_whether_they_were_said_back() -> None:
    settings = turns.Settings(by="people", back_to=True)
    held = (*case_room(plan("talk", settings)), opened("talk", "ana", "ben"))
    events = (turns.TurnedTo("talk", "ana", at=0), turns.SaidBack("talk", "ana", True, "kit"))
    found = record(given(*held, *events).meeting)

    row = line(found, "talk.turn.ana")
    assert row.cells[0] == "Ana (Health)"
    assert row.cells[3] == Say("record-yes-no", {"value": "yes"})
    assert row.about == ("ana",)
    assert len(section(found, "talk").columns) == 4


def test_agencies_have_readable_ids() -> None:
    held = (
        *case_room(plan("talk", turns.Settings(by="agencies"))),
        opened("talk", ["Social care"]),
    )
    found = record(given(*held, turns.TurnedTo("talk", "Social care", at=0)).meeting)

    assert line(found, "talk.turn.social-care").cells[0] == "Social care"


def test_phases_say_what_their_presenter_does() -> None:
    phases = (turns.Phase("Tell", presenter="speaks"), turns.Phase("Ask"))
    settings = turns.Settings(by="phases", phases=phases)
    presenting = turns.Presenting("talk", "ana")
    found = talked(settings, presenting, items="01")

    told = Say("record-phase", {"who": "Ana (Health)", "does": "speaks", "title": "Tell"})
    assert line(found, "talk.turn.0").cells[0] == told
    assert line(found, "talk.turn.1").cells[0] == "Ask"


def test_where_nobody_had_a_turn_it_is_said() -> None:
    assert section(talked(turns.Settings()), "talk").empty == Say("record-no-turns")
