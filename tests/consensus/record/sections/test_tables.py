"""The record of a training session counts who sat where; that of a table says whose it was."""

from consensus import commands as c
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.record.lines import Moment
from consensus.record.written import record
from tests.consensus.given import MINUTE, SERVER, Situation
from tests.consensus.hall.halls import hall, table
from tests.consensus.record.said import facts, line, lines, section


def tables_of(situation: Situation) -> dict[str, dict[str, object]]:
    found = record(situation.meeting)
    return {id_: facts(found, id_) for id_ in lines(found, "tables")}


def test_a_training_session_lists_its_tables_with_how_many_sit_there_and_no_names() -> None:
    training = hall("ana", "ben", "cam", placing="placed").after(
        ("kit", h.NameTable("t2", "Oak")),
        ("kit", h.Place("ana", "t2")),
        ("kit", h.Place("ben", "t2")),
    )
    told = tables_of(training)

    assert told["tables.exercise"] == {"title": "An exercise"}
    assert told["tables.1"] == {"number": "1", "name": "", "named": "no", "people": 0}
    assert told["tables.2"] == {"number": "2", "name": "Oak", "named": "yes", "people": 2}
    assert "Ana" not in str(told)


def test_it_says_when_tables_began_were_led_on_and_held() -> None:
    begun = hall("ana").after(("kit", h.Begin()), at=MINUTE)
    led = begun.after(("kit", h.Align("talk")), at=2 * MINUTE)
    held = led.after(("kit", h.HoldAll()), at=3 * MINUTE)
    told = tables_of(held.after(("kit", h.ReleaseAll()), at=8 * MINUTE))

    assert told["tables.begun"] == {"when": Moment(MINUTE, "time")}
    assert told["tables.led.1"] == {"title": "Talk", "when": Moment(2 * MINUTE, "time")}
    assert told["tables.held"] == {"minutes": 5}


def test_it_counts_who_was_moved_while_tables_were_at_work() -> None:
    before = hall("ana", "ben", placing="placed").after(
        ("kit", h.Place("ana", "t1")), ("kit", h.Place("ana", "t2")), ("kit", h.Begin()), at=0
    )
    assert "tables.moved" not in tables_of(before)

    moved = before.after(("kit", h.Place("ana", "t1")), at=MINUTE)
    assert tables_of(moved)["tables.moved"] == {"people": 1}


def test_a_table_says_which_one_of_which_session_it_was_and_who_went_on() -> None:
    room = table("ana", "ben").after((SERVER, t.MoveAway("ana", 2)), ("ben", c.Cover()))
    found = record(room.after(("ben", t.Finish()), at=MINUTE).meeting)

    assert facts(found, "table.of")["number"] == "1"
    assert facts(found, "table.moved.ana") == {"who": "Ana (Health)", "number": "2"}
    assert line(found, "table.moved.ana").about == ("ana",)
    assert facts(found, "table.finished") == {"when": Moment(MINUTE, "time")}


def test_any_other_room_has_no_such_section() -> None:
    found = record(table("ana").meeting)
    assert not [each for each in found.sections if each.id == "tables"]

    assert not [each for each in record(hall("ana").meeting).sections if each.id == "table"]
    assert section(found, "table").lines


def test_whoever_takes_the_empty_chair_is_not_said_to_cover_for_anybody() -> None:
    found = record(table("ana", "ben").after(("ben", c.Cover())).meeting)

    assert facts(found, "meeting.office.1")["how"] == "first"
