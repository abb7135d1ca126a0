"""Forms stand field by field, with who wrote what, and what was left empty."""

from consensus.record.lines import Moment, Record, Say
from consensus.record.written import record
from consensus.steps import form
from tests.consensus.given import NOW, given, opened, plan
from tests.consensus.record.said import case_room, facts, line, lines, section

FIELDS = (
    form.Field("knows", "Does the family know?", kind="yes_no", why_if="no", required=True),
    form.Field("day", "Since when?", kind="date", required=True),
    form.Field("who", "Who was asked?", kind="people"),
    form.Field("child", "What the child says", voice="child"),
)


def filled(*asked: tuple[str, form.Command], **settings: object) -> Record:
    step = plan("sheet", form.Settings(FIELDS, **settings))  # type: ignore[arg-type]  # as given
    return record(given(*case_room(step), opened("sheet")).after(*asked).meeting)


def fill(
    member: str, field: str, value: str, why: str = "", *, sheet: str = "room"
) -> tuple[str, form.Fill]:
    return member, form.Fill("sheet", sheet, field, value, why, "Ana", "2026-05-12")


def test_a_field_says_what_stands_in_it_why_and_who_wrote_it() -> None:
    found = filled(fill("ana", "knows", "no", "She is away"), fill("ana", "day", "2026-05-01"))

    row = line(found, "sheet.room.knows")
    assert row.cells == (
        "Does the family know?",
        Say("record-yes-no", {"value": "no"}),
        "She is away",
        Say("record-written-by", {"who": "Ana (Health)", "when": Moment(NOW, "time")}),
    )
    assert (row.label, row.readers, row.whose) == ("fact", "professionals", "")
    day = line(found, "sheet.room.day").cells[1]
    assert day == Say("date-long", {"day": 1, "month": 5, "year": "2026"})


def test_people_are_named() -> None:
    row = line(filled(fill("ana", "who", "ben cam")), "sheet.room.who")

    assert row.cells[1] == Say("record-list", {"list": ("Ben (Health)", "Cam (Health)")})
    assert row.about == ("ana", "ben", "cam")


def test_a_gap_is_said_to_be_one() -> None:
    found = filled(fill("ana", "knows", "yes"))

    needed = Say("record-not-filled", {"needed": "yes"})
    assert line(found, "sheet.room.day").cells[1] == needed
    assert line(found, "sheet.room.who").cells[1] == Say("record-not-filled", {"needed": "no"})


def test_the_childs_words_stand_in_their_own_section_and_nowhere_else() -> None:
    found = filled(fill("ana", "child", "I want my dog"))

    assert line(found, "sheet.room.child.at").cells[1] == Say("record-in-voices")
    assert lines(found, "voices") == ["sheet.room.child"]
    assert repr(found).count("I want my dog") == 1


def test_what_people_fill_in_for_themselves_is_theirs() -> None:
    found = filled(fill("ana", "knows", "yes", sheet="ana"), per="member")

    row = line(found, "sheet.ana.knows")
    assert (row.whose, row.label) == ("ana", "opinion")
    heading = section(found, "sheet").heading
    assert heading == Say(
        "record-sheet", {"number": "1", "title": "Sheet", "whose": "Ana (Health)"}
    )


def test_an_empty_form_says_so() -> None:
    assert section(filled(), "sheet").empty == Say("record-nothing-filled")
    assert facts(filled(), "sheet.voice.child")["title"] == "What the child says"
