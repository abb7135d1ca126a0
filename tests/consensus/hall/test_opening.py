"""Rooms of a training session begin from its exercise, and people are seated at the door."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.hall import hall as h
from consensus.hall import opening
from consensus.hall import table as t
from consensus.meeting import prepare
from consensus.refusal import Code, Refusal
from consensus.rules import PLAIN
from tests.consensus.given import NOW, SERVER, given
from tests.consensus.hall.halls import ITEMS, came, hall, table
from tests.meetings import every_form, shipped


def test_an_exercise_is_what_a_template_asks_of_each_table() -> None:
    template = every_form()
    work = opening.exercise(template, ITEMS, PLAIN)

    assert [plan.id for plan in work.agenda] == [plan.id for plan in template.steps]
    assert work.items == ITEMS


def test_an_agenda_about_real_children_is_no_exercise() -> None:
    case = next(template for template in shipped() if template.case)

    with pytest.raises(Refusal, match=Code.NO_HALL_FOR_CASES):
        opening.exercise(case, (), PLAIN)


def test_a_hall_is_any_room_that_has_an_exercise_for_tables() -> None:
    plain = prepare(every_form(), "Spring course", "", ITEMS, 5)
    work = opening.exercise(every_form(), ITEMS, PLAIN)
    first = opening.with_tables(plain, work, "mixed", self_run=False)

    assert first.hall == h.Plan(work, "mixed", False)
    assert given(first).meeting.hall is not None


def test_the_rooms_of_all_tables_have_the_same_statements_and_steps() -> None:
    training = hall(tables=2).meeting
    first = opening.prepare_table(training, "HALL23", NOW)

    assert first.table == t.Of("HALL23", training.title, 3)
    assert first.items == ITEMS
    assert [plan.id for plan in first.agenda] == ["rank", "talk", "two"]


def test_no_room_is_made_for_a_table_that_has_no_place() -> None:
    refused = [
        (table("ana").meeting, Code.NOT_UNDERSTOOD),
        (hall().after(("kit", c.Close())).meeting, Code.MEETING_CLOSED),
        (hall(tables=h.MOST_TABLES).meeting, Code.TOO_MANY_TABLES),
    ]

    for meeting, code in refused:
        with pytest.raises(Refusal, match=code):
            opening.prepare_table(meeting, "HALL23", NOW)


def test_a_table_is_added_to_a_hall_that_goes_on() -> None:
    closed = hall().after(("kit", c.Close()))

    closed.when(h.AddTable("t9", "CODE9"), by=SERVER).refused(Code.MEETING_CLOSED)
    table("ana").when(h.AddTable("t9", "CODE9"), by=SERVER).refused(Code.NOT_UNDERSTOOD)


def test_whoever_comes_to_a_hall_is_seated_in_the_same_moment() -> None:
    hall(tables=1).when(came("ana"), by=SERVER).then(
        e.MemberJoined("ana", "Ana", "Health", "participant", True, NOW),
        h.Seated({"ana": "t1"}, NOW),
    )


def test_nobody_without_a_screen_comes_to_a_hall() -> None:
    alone = replace(came("pat"), attends="proxy", beside="kit")

    hall().when(alone, by=SERVER).refused(Code.SCREEN_NEEDED)
