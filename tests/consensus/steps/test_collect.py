"""collect: notes in lanes, open or private first, each as its lane asks for it."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers.notes import Lane
from consensus.record import minutes
from consensus.refusal import Code
from consensus.state import Meeting
from consensus.steps import collect
from consensus.text import NOTE_LENGTH
from tests.consensus.given import given, joined, opened, plan, room

LANES = (
    Lane("worries", "Worries"),
    Lane("alike", "Alike, because", joins_two=True),
)
NOTES = (*room(plan("notes", collect.Settings(LANES)), items="abc"), opened("notes", *"abc"))


def add(
    text: str, items: str = "", *, note: str = "n1", lane: str = "worries", step: str = "notes"
) -> collect.AddNote:
    return collect.AddNote(step, note, lane, text, tuple(items))


def added(
    text: str, items: str = "", *, note: str = "n1", lane: str = "worries", author: str = "ana"
) -> collect.NoteAdded:
    return collect.NoteAdded("notes", note, lane, author, text, tuple(items), "Health")


# --- adding -----------------------------------------------------------------------------------


def test_a_member_adds_a_note() -> None:
    given(*NOTES).when(add("  too little time "), by="ana").then(added("too little time"))


def test_a_note_may_be_about_items() -> None:
    given(*NOTES).when(add("hard to do", "ca"), by="ana").then(added("hard to do", "ca"))


def test_a_note_names_an_item_once() -> None:
    given(*NOTES).when(add("hard to do", "caca"), by="ana").then(added("hard to do", "ca"))


def test_a_note_that_joins_two_items_has_both() -> None:
    given(*NOTES).when(add("both take time", "ab", lane="alike"), by="ana").then(
        added("both take time", "ab", lane="alike")
    )


@pytest.mark.parametrize("items", ["", "a", "aa", "abc"])
def test_where_two_items_are_joined_two_are_needed(items: str) -> None:
    given(*NOTES).when(add("both", items, lane="alike"), by="ana").refused(Code.TWO_ITEMS_NEEDED)


@pytest.mark.parametrize("lane", ["worries", "alike"])
def test_a_note_is_about_items_of_the_step_only(lane: str) -> None:
    given(*NOTES).when(add("both", "az", lane=lane), by="ana").refused(Code.NO_SUCH_ITEM)


def test_a_lane_that_the_step_does_not_have_is_refused() -> None:
    given(*NOTES).when(add("hope", lane="hopes"), by="ana").refused(Code.NO_SUCH_LANE)


@pytest.mark.parametrize("text", ["", "  ", "\u202e", "\n\n"])
def test_a_note_has_words(text: str) -> None:
    given(*NOTES).when(add(text), by="ana").refused(Code.TEXT_EMPTY)


def test_a_note_that_is_too_long_is_refused() -> None:
    given(*NOTES).when(add("x" * (NOTE_LENGTH + 1)), by="ana").refused(
        Code.TEXT_TOO_LONG, most=NOTE_LENGTH, length=NOTE_LENGTH + 1
    )


def test_an_observer_adds_nothing() -> None:
    given(*NOTES).when(add("hm"), by="eve").refused(Code.WATCHING_ONLY)


def test_a_chair_who_does_not_answer_may_still_add_what_was_said() -> None:
    given(*NOTES).when(add("said by many"), by="kit").then(added("said by many", author="kit"))


def test_a_note_that_is_sent_twice_is_added_once() -> None:
    given(*NOTES, added("time")).when(add(" time "), by="ana").nothing()


@pytest.mark.parametrize("member", ["ana", "ben"])
def test_another_note_of_the_same_id_is_refused(member: str) -> None:
    text = "money" if member == "ana" else "time"

    given(*NOTES, added("time")).when(add(text), by=member).refused(Code.NOTE_EXISTS)


@pytest.mark.parametrize("note", ["", "a/b", "../x", "a b", "x" * 41])
def test_an_id_that_no_browser_makes_is_refused(note: str) -> None:
    given(*NOTES).when(add("time", note=note), by="ana").refused(Code.NOTE_EXISTS)


def test_an_id_is_forty_letters_and_digits_at_most() -> None:
    given(*NOTES).when(add("time", note="x" * 40), by="ana").then(added("time", note="x" * 40))


def test_the_same_words_may_be_two_notes() -> None:
    given(*NOTES, added("time")).when(add("time", note="n2"), by="ben").then(
        added("time", note="n2", author="ben")
    )


def test_notes_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collect, "MOST_NOTES", 1)

    given(*NOTES, added("time")).when(add("money", note="n2"), by="ana").refused(
        Code.TOO_MANY_NOTES, most=1
    )


# --- changing ---------------------------------------------------------------------------------


def test_an_author_changes_the_words_of_a_note() -> None:
    changed = (
        given(*NOTES, added("time", "a"))
        .when(collect.EditNote("notes", "n1", " more time "), by="ana")
        .then(collect.NoteEdited("notes", "n1", "more time", author="ana"))
    )

    assert note(changed.meeting).text == "more time"
    assert note(changed.meeting).items == ("a",)


def test_the_same_words_change_nothing() -> None:
    given(*NOTES, added("time")).when(collect.EditNote("notes", "n1", " time "), by="ana").nothing()


@pytest.mark.parametrize("member", ["ben", "kit"])
def test_nobody_puts_words_into_an_authors_mouth(member: str) -> None:
    given(*NOTES, added("time")).when(
        collect.EditNote("notes", "n1", "no time"), by=member
    ).refused(Code.NOT_YOUR_NOTE)


@pytest.mark.parametrize(
    ("text", "code"), [("  ", Code.TEXT_EMPTY), ("x" * (NOTE_LENGTH + 1), Code.TEXT_TOO_LONG)]
)
def test_changed_words_are_checked_like_new_ones(text: str, code: Code) -> None:
    given(*NOTES, added("time")).when(collect.EditNote("notes", "n1", text), by="ana").refused(code)


# --- taking away ------------------------------------------------------------------------------


@pytest.mark.parametrize("member", ["ana", "kit"])
def test_its_author_and_the_chair_may_take_a_note_away(member: str) -> None:
    gone = (
        given(*NOTES, added("time"))
        .when(collect.RemoveNote("notes", "n1"), by=member)
        .then(collect.NoteRemoved("notes", "n1", member, "ana"))
    )

    assert "note/notes/n1" not in views.everyone(gone.meeting)


@pytest.mark.parametrize(
    ("member", "code"), [("ben", Code.NOT_YOUR_NOTE), ("eve", Code.WATCHING_ONLY)]
)
def test_nobody_else_takes_a_note_away(member: str, code: Code) -> None:
    given(*NOTES, added("time")).when(collect.RemoveNote("notes", "n1"), by=member).refused(code)


@pytest.mark.parametrize(
    "command", [collect.EditNote("notes", "n1", "x"), collect.RemoveNote("notes", "n1")]
)
@pytest.mark.parametrize("events", [(), (added("x"), collect.NoteRemoved("notes", "n1", "ana"))])
def test_a_note_that_is_not_there_cannot_change(
    events: tuple[e.Event, ...], command: collect.Command
) -> None:
    given(*NOTES, *events).when(command, by="ana").refused(Code.NO_SUCH_NOTE)


def test_everybody_saw_a_note_so_it_stays_when_its_author_is_removed() -> None:
    removed = given(*NOTES, added("time")).when(c.Remove("ana"), by="kit").done()

    assert note(removed.meeting).author == "ana"


# --- what everyone sees, and what the minutes say ---------------------------------------------


def note(meeting: Meeting) -> collect.NoteRecord:
    record = views.everyone(meeting)["note/notes/n1"]
    assert isinstance(record, collect.NoteRecord)
    return record


def test_everyone_sees_the_lanes_the_items_and_each_note() -> None:
    records = views.everyone(given(*NOTES, added("both", "ab", lane="alike")).meeting)

    assert records["collect/notes"] == collect.CollectRecord(
        "notes", LANES, ("a", "b", "c"), private=False, revealed=True, notes=0, writers=0, nones={}
    )
    assert records["note/notes/n1"] == collect.NoteRecord(
        step="notes",
        note="n1",
        lane="alike",
        author="ana",
        text="both",
        items=("a", "b"),
        agency="Health",
        for_agency="",
        source="",
        when="",
        nothing=False,
        into="",
    )


def test_the_minutes_keep_the_notes_in_the_order_in_which_they_came() -> None:
    notes = (added("first"), added("second", note="n2"), added("third", note="n3"))
    gone = collect.NoteRemoved("notes", "n2", "kit")
    said = minutes.minutes(given(*NOTES, *notes, gone).meeting).steps[0].said

    assert isinstance(said, collect.Minutes)
    assert said.lanes == LANES
    assert [kept.text for kept in said.notes.values()] == ["first", "third"]


# --- what a lane asks of a note ---------------------------------------------------------------

OPTION_LANES = (
    Lane("worry", "Worries", about_one=True, tone="worry"),
    Lane("child", "What the child says", about_one=True, tone="child", sourced=True),
    Lane("offer", "What we can do", about_one=True, tone="offer", once_per_agency=True),
    Lane("who", "Who else", may_be_empty=True),
    Lane("unheard", "Not heard yet", tone="unheard", shown="nobody"),
)
ABOUT = (
    *room(plan("notes", collect.Settings(OPTION_LANES)), items="abc"),
    joined("dot"),
    opened("notes", *"abc"),
)


@pytest.mark.parametrize("items", ["", "ab"])
def test_a_worry_is_about_one_option(items: str) -> None:
    given(*ABOUT).when(add("far away", items, lane="worry"), by="ana").refused(Code.ONE_ITEM_NEEDED)


def test_a_sourced_note_says_where_it_comes_from_and_when() -> None:
    told = collect.AddNote(
        "notes", "n1", "child", "near school", ("a",), source=" her teacher ", when="2026-05-12"
    )

    given(*ABOUT).when(told, by="ana").then(
        collect.NoteAdded(
            "notes",
            "n1",
            "child",
            "ana",
            "near school",
            ("a",),
            "Health",
            source="her teacher",
            when="2026-05-12",
        )
    )


@pytest.mark.parametrize(
    ("source", "when", "code"),
    [
        (" ", "2026-05-12", Code.SOURCE_NEEDED),
        ("x" * 121, "2026-05-12", Code.TEXT_TOO_LONG),
        ("her teacher", "", Code.DAY_NEEDED),
        ("her teacher", "2026-02-30", Code.DAY_NEEDED),
        ("her teacher", "yesterday", Code.DAY_NEEDED),
    ],
)
def test_a_note_without_a_source_or_a_day_is_refused(source: str, when: str, code: Code) -> None:
    told = collect.AddNote("notes", "n1", "child", "near", ("a",), source=source, when=when)

    given(*ABOUT).when(told, by="ana").refused(code)


def test_a_source_is_kept_only_where_the_lane_asks_for_one() -> None:
    told = collect.AddNote("notes", "n1", "worry", "far", ("a",), source="me", when="2026-05-12")

    given(*ABOUT).when(told, by="ana").then(added("far", "a", lane="worry"))


def test_an_option_is_short_enough_for_a_card() -> None:
    lanes = (Lane("options", "Options", tone="option"),)
    asked = (*room(plan("notes", collect.Settings(lanes))), opened("notes"))

    given(*asked).when(add("x" * 241, lane="options"), by="ana").refused(
        Code.TEXT_TOO_LONG, most=240, length=241
    )


# --- one answer of each agency ----------------------------------------------------------------


def offer(
    text: str = "", *, note: str = "n1", agency: str = "", items: str = "a"
) -> collect.AddNote:
    return collect.AddNote(
        "notes", note, "offer", text, tuple(items), for_agency=agency, nothing=not text
    )


def test_nothing_from_us_is_an_answer() -> None:
    answered = given(*ABOUT).when(offer(), by="ana").done()

    assert note(answered.meeting).nothing
    assert note(answered.meeting).agency == "Health"


def test_nothing_is_no_note_where_words_are_asked_for() -> None:
    told = collect.AddNote("notes", "n1", "worry", "", ("a",), nothing=True)

    given(*ABOUT).when(told, by="ana").refused(Code.TEXT_EMPTY)


def test_an_agency_answers_once_about_each_option() -> None:
    answered = given(*ABOUT).when(offer("visits"), by="ana").done()

    answered.when(offer("calls", note="n2"), by="ben").refused(
        Code.AGENCY_HAS_ANSWERED, agency="Health"
    )
    answered.when(offer("calls", note="n2", items="b"), by="ben").done()


def test_somebody_may_answer_for_an_agency_that_is_not_here_once() -> None:
    answered = given(*ABOUT).when(offer("visits", agency="Housing"), by="ana").done()

    assert note(answered.meeting).for_agency == "Housing"
    answered.when(offer("a flat", agency="HOUSING", note="n2"), by="ben").refused(
        Code.AGENCY_HAS_ANSWERED
    )
    answered.when(offer("calls", note="n2"), by="ana").done()


def test_an_agencys_answer_is_changed_by_anybody_of_that_agency() -> None:
    answered = given(*ABOUT).when(offer(), by="ana").done()

    changed = answered.when(collect.EditNote("notes", "n1", "visits"), by="ben").then(
        collect.NoteEdited("notes", "n1", "visits", author="ana")
    )
    assert not note(changed.meeting).nothing


# --- considered, none -------------------------------------------------------------------------


def test_a_group_says_that_it_found_nothing_for_a_lane() -> None:
    said = (
        given(*ABOUT)
        .when(collect.SayNone("notes", "who"), by="ana")
        .then(collect.NoneSaid("notes", "who", "ana", none=True))
    )

    said.when(collect.SayNone("notes", "who"), by="ben").nothing()
    record = views.everyone(said.meeting)["collect/notes"]
    assert isinstance(record, collect.CollectRecord)
    assert record.nones == {"who": "ana"}
    taken_back = said.when(collect.SayNone("notes", "who", none=False), by="ben").then(
        collect.NoneSaid("notes", "who", "ben", none=False)
    )
    taken_back.when(collect.SayNone("notes", "who", none=False), by="ben").nothing()


def test_a_note_takes_back_that_there_is_none() -> None:
    found = (
        given(*ABOUT, collect.NoneSaid("notes", "who", "ana", none=True))
        .when(add("her aunt", lane="who"), by="ben")
        .done()
    )

    record = views.everyone(found.meeting)["collect/notes"]
    assert isinstance(record, collect.CollectRecord)
    assert record.nones == {}
    found.when(collect.SayNone("notes", "who"), by="ana").refused(Code.LANE_HAS_NOTES)


def test_only_a_lane_that_may_be_empty_is_said_to_be() -> None:
    given(*ABOUT).when(collect.SayNone("notes", "worry"), by="ana").refused(Code.LANE_STAYS_OPEN)
    given(*ABOUT).when(collect.SayNone("notes", "x"), by="ana").refused(Code.NO_SUCH_LANE)


# --- whom a note is from ----------------------------------------------------------------------


def unsigned(text: str = "fear") -> collect.NoteAdded:
    return collect.NoteAdded("notes", "n1", "unheard", "", text, ())


def test_an_unsigned_note_says_nothing_of_who_wrote_it() -> None:
    told = collect.AddNote("notes", "n1", "unheard", "fear", for_agency="Housing")

    given(*ABOUT).when(told, by="ana").then(unsigned())


def test_a_group_too_small_to_hide_in_takes_no_unsigned_note() -> None:
    given(*ABOUT).when(c.Remove("dot"), by="kit").done().when(
        add("fear", lane="unheard"), by="ana"
    ).refused(Code.TOO_FEW_TO_HIDE, least=4)


def test_an_unsigned_note_is_taken_away_by_the_chair_alone_and_stays_away() -> None:
    told = given(*ABOUT, unsigned())

    told.when(collect.EditNote("notes", "n1", "hope"), by="ana").refused(Code.NOT_YOUR_NOTE)
    told.when(collect.RemoveNote("notes", "n1"), by="ana").refused(Code.NOT_YOUR_NOTE)
    gone = told.when(collect.RemoveNote("notes", "n1"), by="kit").done()
    gone.when(add("fear", lane="unheard"), by="ana").nothing()


def test_a_note_by_agency_says_so_to_all_and_is_its_authors_own() -> None:
    lanes = (Lane("facts", "Facts", shown="agency"),)
    asked = (*room(plan("notes", collect.Settings(lanes))), opened("notes"))
    meeting = given(*asked).when(add("two visits", lane="facts"), by="ana").done().meeting

    assert (note(meeting).author, note(meeting).agency) == ("", "Health")
    assert "my_note/notes/n1" in views.mine(meeting, "ana")
    assert "my_note/notes/n1" not in views.mine(meeting, "ben")
    said = minutes.minutes(meeting).steps[0].said
    assert isinstance(said, collect.Minutes)
    assert said.notes["n1"].author == ""


# --- private first ----------------------------------------------------------------------------

PRIVATE = (
    *room(plan("notes", collect.Settings(LANES, private=True)), items="abc"),
    opened("notes", *"abc"),
)


def test_a_private_note_is_seen_by_its_author_alone() -> None:
    meeting = given(*PRIVATE, added("time")).meeting

    assert "note/notes/n1" not in views.everyone(meeting)
    own = views.mine(meeting, "ana")["my_note/notes/n1"]
    assert isinstance(own, collect.MyNoteRecord)
    assert own.note.text == "time"
    assert views.mine(meeting, "ben").keys() == {"me"}
    assert views.chairs(meeting)["written/notes"] == collect.WrittenRecord("notes", ("ana",))
    assert minutes.minutes(meeting).steps[0].said is None


def test_everyone_sees_how_many_have_written_and_how_much() -> None:
    meeting = given(*PRIVATE, added("time"), added("money", note="n2")).meeting

    assert views.everyone(meeting)["collect/notes"] == collect.CollectRecord(
        "notes", LANES, ("a", "b", "c"), private=True, revealed=False, notes=2, writers=1, nones={}
    )


def test_nobody_touches_what_they_cannot_see() -> None:
    written = given(*PRIVATE, added("time"))

    written.when(collect.RemoveNote("notes", "n1"), by="kit").refused(Code.NO_SUCH_NOTE)
    written.when(collect.EditNote("notes", "n1", "x"), by="ben").refused(Code.NO_SUCH_NOTE)
    written.when(collect.MergeNotes("notes", "n1", "n1"), by="kit").refused(Code.NOT_REVEALED_YET)
    written.when(collect.RemoveNote("notes", "n1"), by="ana").done()


def test_the_chair_opens_all_notes_together() -> None:
    written = given(*PRIVATE, added("time"), added("money", note="n2", author="ben"))

    written.when(collect.RevealNotes("notes"), by="ana").refused(Code.CHAIR_ONLY)
    written.when(collect.RevealNotes("notes"), by="kit").refused(Code.NOTES_MISSING, count=1)
    opened_up = written.when(collect.RevealNotes("notes", even_so=True), by="kit").then(
        collect.NotesRevealed("notes")
    )
    assert {"note/notes/n1", "note/notes/n2"} <= views.everyone(opened_up.meeting).keys()
    assert "written/notes" not in views.chairs(opened_up.meeting)
    opened_up.when(collect.RevealNotes("notes"), by="kit").nothing()
    more = opened_up.when(add("trust", note="n3"), by="cam").done()
    assert "note/notes/n3" in views.everyone(more.meeting)


def test_open_notes_need_no_opening() -> None:
    given(*NOTES).when(collect.RevealNotes("notes"), by="kit").nothing()


def test_where_some_notes_are_unsigned_nobody_is_said_to_have_written_none() -> None:
    lanes = (*LANES, Lane("unheard", "Not heard yet", shown="nobody"))
    asked = (*room(plan("notes", collect.Settings(lanes, private=True))), opened("notes"))

    given(*asked).when(collect.RevealNotes("notes"), by="kit").then(collect.NotesRevealed("notes"))


def test_what_nobody_saw_goes_with_its_author() -> None:
    written = given(*PRIVATE, added("time"), added("money", note="n2", author="ben"))

    gone = written.when(c.Remove("ana"), by="kit").done()
    revealed = gone.when(collect.RevealNotes("notes", even_so=True), by="kit").done()
    notes = {key for key in views.everyone(revealed.meeting) if key.startswith("note/")}
    assert notes == {"note/notes/n2"}


# --- two notes that say the same --------------------------------------------------------------


def test_the_chair_lists_a_note_under_another_and_both_keep_their_words() -> None:
    two = given(*NOTES, added("time"), added("no time", note="n2", author="ben"))

    two.when(collect.MergeNotes("notes", "n2", "n1"), by="ana").refused(Code.CHAIR_ONLY)
    one = two.when(collect.MergeNotes("notes", "n2", "n1"), by="kit").then(
        collect.NoteMerged("notes", "n2", "n1")
    )
    record = views.everyone(one.meeting)["note/notes/n2"]
    assert isinstance(record, collect.NoteRecord)
    assert (record.text, record.into) == ("no time", "n1")
    one.when(collect.MergeNotes("notes", "n2", "n1"), by="kit").nothing()
    one.when(collect.MergeNotes("notes", "n2"), by="kit").then(
        collect.NoteMerged("notes", "n2", "")
    )


@pytest.mark.parametrize(
    ("note_id", "into", "code"),
    [
        ("n1", "n1", Code.CANNOT_MERGE),
        ("n1", "n3", Code.CANNOT_MERGE),
        ("n1", "n9", Code.NO_SUCH_NOTE),
        ("n9", "n1", Code.NO_SUCH_NOTE),
    ],
)
def test_only_notes_in_one_place_are_put_together(note_id: str, into: str, code: Code) -> None:
    three = given(
        *NOTES,
        added("time"),
        added("no time", note="n2"),
        added("far", "ab", note="n3", lane="alike"),
    )

    three.when(collect.MergeNotes("notes", note_id, into), by="kit").refused(code)


def test_a_note_is_not_listed_under_one_that_is_listed_itself() -> None:
    notes = (added("a"), added("b", note="n2"), added("c", note="n3"))
    listed = given(*NOTES, *notes, collect.NoteMerged("notes", "n2", "n1"))

    listed.when(collect.MergeNotes("notes", "n3", "n2"), by="kit").refused(Code.CANNOT_MERGE)
