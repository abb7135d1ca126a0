"""What people wrote stands lane by lane, with who is behind a note as the lane shows it."""

from msgspec.structs import replace

from consensus.answers.notes import Lane
from consensus.record.lines import SOMEBODY, Record, Say
from consensus.record.written import record
from consensus.steps import collect
from tests.consensus.given import given, opened, plan
from tests.consensus.record.said import case_room, facts, line, lines, section

LANES = (
    Lane("worries", "Worries", about_one=True),
    Lane("offers", "Offers", shown="agency", once_per_agency=True),
    Lane("unheard", "Not heard", shown="nobody", may_be_empty=True),
    Lane("unknown", "Don’t know", tone="unknown"),
    Lane("child", "The child", tone="child", sourced=True),
)
STEP = plan("notes", collect.Settings(LANES))


def after(*asked: tuple[str, collect.Command]) -> Record:
    held = replace(STEP, prompt="One thing to a note.")
    return record(given(*case_room(held), opened("notes", *"ab")).after(*asked).meeting)


def add(
    member: str, note: str, lane: str, text: str, **more: object
) -> tuple[str, collect.Command]:
    return member, collect.AddNote("notes", note, lane, text, **more)  # type: ignore[arg-type]  # as typed


def test_a_note_says_what_it_is_about_and_who_wrote_it() -> None:
    found = after(add("ana", "n1", "worries", "He hides", items=("b",)))

    row = line(found, "notes.note.n1")
    about = Say("record-list", {"list": ("statement b",)})
    assert row.cells == ("He hides", about, "Ana (Health)", "")
    assert (row.whose, row.about, row.readers) == ("ana", ("ana",), "professionals")
    assert lines(found, "notes.worries") == ["notes.note.n1"]


def test_a_lane_by_agency_names_no_person() -> None:
    found = after(
        add("ana", "n1", "offers", "A visit"),
        add("kit", "n2", "offers", "", for_agency="Housing", nothing=True),
    )

    visit, nothing = line(found, "notes.note.n1"), line(found, "notes.note.n2")
    assert (visit.cells[2], visit.whose, visit.about) == ("Health", SOMEBODY, ())
    assert nothing.cells[0] == Say("record-nothing-from-us")
    assert nothing.cells[2] == Say("record-on-behalf", {"who": "Health", "agency": "Housing"})


def test_a_lane_of_nobodys_says_nothing_of_whose_it_is() -> None:
    added = collect.NoteAdded("notes", "n1", "unheard", "", "His gran", ())
    found = record(given(*case_room(STEP), opened("notes", *"ab"), added).meeting)
    row = line(found, "notes.note.n1")

    assert row.cells[2] == Say("record-unsaid")
    assert (row.whose, row.about) == (SOMEBODY, ())


def test_notes_that_were_put_together_stand_together() -> None:
    found = after(
        add("ana", "n1", "worries", "He hides", items=("a",)),
        add("ben", "n2", "worries", "He is thin", items=("a",)),
        add("cam", "n3", "worries", "He hid", items=("a",)),
        ("kit", collect.MergeNotes("notes", "n3", "n1")),
    )

    assert lines(found, "notes.worries") == ["notes.note.n1", "notes.note.n3", "notes.note.n2"]
    merged = Say("record-together-with", {"words": "He hid"})
    assert line(found, "notes.note.n3").cells[0] == merged


def test_an_empty_lane_says_whether_it_was_thought_of() -> None:
    found = after(("ana", collect.SayNone("notes", "unheard")))

    assert section(found, "notes.worries").empty == Say("record-lane-empty")
    assert section(found, "notes.unheard").empty == Say("record-lane-none", {"who": "Ana (Health)"})


def test_what_stands_elsewhere_is_counted_here_and_said_once() -> None:
    found = after(add("ana", "n1", "unknown", "Where he sleeps"))

    assert facts(found, "notes.lane.unknown") == {
        "lane": "Don’t know",
        "count": 1,
        "place": "unknown",
    }
    assert facts(found, "notes.lane.child")["place"] == "voices"
    assert repr(found).count("Where he sleeps") == 1
