"""collect: notes in lanes, each with its author, and two items where it joins them."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import minutes, views
from consensus.meeting import Meeting
from consensus.refusal import Code
from consensus.steps import collect
from consensus.text import NOTE_LENGTH
from tests.consensus.given import given, opened, plan, room

LANES = (
    collect.Lane("worries", "Worries"),
    collect.Lane("alike", "Alike, because", joins_two=True),
)
NOTES = (*room(plan("notes", collect.Settings(LANES)), items="abc"), opened("notes", *"abc"))


def add(
    text: str, items: str = "", *, note: str = "n1", lane: str = "worries", step: str = "notes"
) -> collect.AddNote:
    return collect.AddNote(step, note, lane, text, tuple(items))


def added(
    text: str, items: str = "", *, note: str = "n1", lane: str = "worries", author: str = "ana"
) -> collect.NoteAdded:
    return collect.NoteAdded("notes", note, lane, author, text, tuple(items))


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
        .then(collect.NoteEdited("notes", "n1", "more time"))
    )

    assert note(changed.meeting) == collect.NoteRecord(
        "notes", "n1", "worries", "ana", "more time", ("a",)
    )


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
        .then(collect.NoteRemoved("notes", "n1", member))
    )

    assert "note/notes/n1" not in views.everyone(gone.meeting)


@pytest.mark.parametrize("member", ["ben", "eve"])
def test_nobody_else_takes_a_note_away(member: str) -> None:
    given(*NOTES, added("time")).when(collect.RemoveNote("notes", "n1"), by=member).refused(
        Code.NOT_YOUR_NOTE
    )


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

    assert records["collect/notes"] == collect.CollectRecord("notes", LANES, ("a", "b", "c"))
    assert records["note/notes/n1"] == collect.NoteRecord(
        "notes", "n1", "alike", "ana", "both", ("a", "b")
    )


def test_the_minutes_keep_the_notes_in_the_order_in_which_they_came() -> None:
    notes = (added("first"), added("second", note="n2"), added("third", note="n3"))
    gone = collect.NoteRemoved("notes", "n2", "kit")
    said = minutes.minutes(given(*NOTES, *notes, gone).meeting).steps[0].said

    assert isinstance(said, collect.Minutes)
    assert said.lanes == LANES
    assert [kept.text for kept in said.notes] == ["first", "third"]
