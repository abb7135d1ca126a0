"""What nobody knows stands in one place: notes, answers and fields alike."""

from consensus.answers.notes import Lane
from consensus.items import ITSELF, Source
from consensus.record.lines import SOMEBODY, Say
from consensus.record.written import record
from consensus.steps import collect, form, judge
from tests.consensus.given import given, opened, plan
from tests.consensus.record.said import case_room, line, lines

NOTES = plan("notes", collect.Settings((Lane("unknown", "What we do not know", tone="unknown"),)))
ASKED = judge.Settings(ask="scale", low="no", high="yes")
SAFE = plan("safe", ASKED, Source(take="none"))
SHEET = plan(
    "sheet",
    form.Settings((form.Field("knows", "Does she know?", kind="yes_no", why_if="dont_know"),)),
)
TRUST = plan("trust", judge.Settings(ask="scale", low="no", high="yes", shown="agency"))
ROOM = case_room(NOTES, SAFE, SHEET, TRUST)


def test_notes_answers_and_fields_that_do_not_know_stand_together() -> None:
    meeting = (
        given(
            *ROOM,
            opened("safe", ITSELF),
            judge.BallotCast("safe", "ana", (), "", {ITSELF: None}),
            judge.BallotCast("safe", "ben", (), "", {ITSELF: 4}),
            judge.Revealed("safe", ()),
            opened("sheet"),
        )
        .after(("ana", form.Fill("sheet", "room", "knows", "dont_know", "Nobody asked")))
        .meeting
    )
    found = record(meeting)

    assert lines(found, "unknown") == ["unknown.safe.-", "unknown.sheet.room.knows"]
    safe = line(found, "unknown.safe.-")
    assert safe.cells[0] == Say("record-unsure-in", {"title": "Safe", "count": 1})
    assert safe.cells[2] == Say("record-list", {"list": ("Ana (Health)",)})
    assert line(found, "unknown.sheet.room.knows").cells[1:] == (
        "Does she know?",
        "Ana (Health)",
        "Nobody asked",
    )


def test_a_note_of_what_is_not_known_is_no_opinion() -> None:
    note = collect.AddNote("notes", "n1", "unknown", "Where he sleeps")
    found = record(given(*ROOM, opened("notes")).after(("ana", note)).meeting)

    row = line(found, "notes.note.n1")
    assert (row.label, row.whose, row.cells[0]) == ("fact", "ana", "Where he sleeps")


def test_whoever_is_not_named_is_not_named_here_either() -> None:
    cast = judge.BallotCast("trust", "ana", (), "", {"a": None})
    revealed = judge.Revealed("trust", (), agencies={"ana": "Health"})
    found = record(given(*ROOM, opened("trust", "a"), cast, revealed).meeting)

    row = line(found, "unknown.trust.a")
    assert row.cells[2] == Say("record-list", {"list": ("Health",)})
    assert (row.about, row.whose) == ((), "")
    assert SOMEBODY not in row.about
