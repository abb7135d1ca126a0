"""Options: notes that become the items of later steps."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers import guesses
from consensus.answers.notes import Lane
from consensus.items import Item, Source
from consensus.refusal import Code
from consensus.state import Meeting
from consensus.steps import Arrangement, collect, judge, settle
from tests.consensus.given import NOW, given, gone_to, opened, plan, room

OPTIONS = plan(
    "options", collect.Settings((Lane("options", "Options", tone="option"),)), Source(take="none")
)
FROM = Source("options", "notes", "options")
WORTH = plan("worth", collect.Settings((Lane("worry", "Worries", about_one=True),)), FROM)
RANK = plan("rank", judge.Settings(), FROM)
SETTLE = plan("settle", settle.Settings(1), FROM)
ROOM = (*room(OPTIONS, WORTH, RANK, SETTLE, items=""), opened("options"))


def option(note: str, text: str, author: str = "ana") -> collect.NoteAdded:
    return collect.NoteAdded("options", note, "options", author, text, (), "Health")


TWO = (*ROOM, option("o1", "stay"), option("o2", "move", "ben"))
ITEMS = (Item("o1", "stay"), Item("o2", "move"))


def worth(*items: str) -> e.StepOpened:
    return e.StepOpened("worth", Arrangement(tuple((i,) for i in items)), 0, ITEMS)


def items_of(meeting: Meeting) -> dict[str, str]:
    return {
        i.id: i.text for i in views.everyone(meeting).values() if isinstance(i, views.ItemRecord)
    }


def test_the_notes_of_a_lane_become_the_items_of_the_step_that_takes_them() -> None:
    at = (
        given(*TWO)
        .when(c.OpenStep("worth"), by="kit")
        .then(e.StepOpened("worth", Arrangement((("o1",), ("o2",))), NOW, ITEMS))
    )

    assert items_of(at.meeting) == {"o1": "stay", "o2": "move"}
    at.when(collect.AddNote("worth", "w1", "worry", "far", ("o2",)), by="ana").done()


def test_another_step_that_takes_them_has_nothing_new() -> None:
    given(*TWO, worth("o1", "o2")).when(c.OpenStep("rank"), by="kit").then(
        e.StepOpened("rank", Arrangement((("o1",), ("o2",))), NOW)
    )


def test_notes_that_say_the_same_are_one_option() -> None:
    merged = collect.NoteMerged("options", "o2", "o1")

    given(*TWO, merged).when(c.OpenStep("worth"), by="kit").then(
        e.StepOpened("worth", Arrangement((("o1",),)), NOW, ITEMS[:1])
    )


def test_where_nobody_has_written_there_is_nothing_to_take() -> None:
    given(*ROOM).when(c.OpenStep("worth"), by="kit").refused(Code.NO_NOTES_YET)


def test_more_options_than_a_step_can_hold_are_refused() -> None:
    many = (option(f"o{n}", f"way {n}") for n in range(51))

    given(*ROOM, *many).when(c.OpenStep("worth"), by="kit").refused(
        Code.TOO_MANY_OPTIONS, count=51, most=50
    )


def test_private_options_are_opened_before_they_are_judged() -> None:
    private = plan("options", collect.Settings((Lane("options", "Options"),), private=True))
    written = (*room(private, RANK, items=""), opened("options"), option("o1", "stay"))

    given(*written).when(c.OpenStep("rank"), by="kit").refused(Code.NOT_REVEALED_YET)


# --- what is used stays -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "by"),
    [
        (collect.EditNote("options", "o1", "go"), "ana"),
        (collect.RemoveNote("options", "o1"), "ana"),
        (collect.MergeNotes("options", "o1", "o2"), "kit"),
    ],
)
def test_a_note_that_others_have_answered_to_stays_as_it_is(
    command: collect.Command, by: str
) -> None:
    given(*TWO, worth("o1", "o2"), gone_to("options")).when(command, by=by).refused(
        Code.NOTE_IN_USE
    )


def test_an_id_that_is_taken_in_another_step_is_refused() -> None:
    at = given(*TWO, worth("o1", "o2"))

    at.when(collect.AddNote("worth", "o1", "worry", "far", ("o2",)), by="ana").refused(
        Code.NOTE_EXISTS
    )
    listed = given(*room(WORTH_OF_LIST), opened("worth", *"abcd"))
    listed.when(collect.AddNote("worth", "a", "worry", "far", ("b",)), by="ana").refused(
        Code.NOTE_EXISTS
    )


WORTH_OF_LIST = plan("worth", collect.Settings((Lane("worry", "Worries", about_one=True),)))


def test_the_same_note_again_is_no_other_note() -> None:
    back = given(*TWO, worth("o1", "o2"), gone_to("options"))

    back.when(collect.AddNote("options", "o1", "options", "stay"), by="ana").nothing()


# --- an option that comes late ----------------------------------------------------------------


def test_going_back_to_the_notes_brings_a_late_option_in() -> None:
    note = collect.NoteAdded("worth", "w1", "worry", "ana", "far", ("o2",), "Health")
    written = (*TWO, worth("o1", "o2"), note, gone_to("options"), option("o3", "wait"))

    back = (
        given(*written)
        .when(c.OpenStep("worth"), by="kit")
        .then(
            e.StepOpened(
                "worth", Arrangement((("o1",), ("o2",), ("o3",))), NOW, (Item("o3", "wait"),)
            )
        )
    )

    records = views.everyone(back.meeting)
    assert "note/worth/w1" in records
    collected = records["collect/worth"]
    assert isinstance(collected, collect.CollectRecord)
    assert collected.items == ("o1", "o2", "o3")


def test_a_question_that_nobody_has_answered_takes_a_late_option_in() -> None:
    asked = e.StepOpened("rank", Arrangement((("o1",), ("o2",))), 0, ITEMS)
    late = (*TWO, asked, gone_to("options"), option("o3", "wait"))

    given(*late).when(c.OpenStep("rank"), by="kit").then(
        e.StepOpened("rank", Arrangement((("o1",), ("o2",), ("o3",))), NOW, (Item("o3", "wait"),))
    )


def test_answers_stand_for_the_options_that_they_were_given_to() -> None:
    asked = e.StepOpened("rank", Arrangement((("o1",), ("o2",))), 0, ITEMS)
    at = given(*TWO, asked).when(judge.Cast("rank", ("o1", "o2")), by="ana").done()
    back = at.when(c.OpenStep("options"), by="kit").done()
    late = back.when(collect.AddNote("options", "o3", "options", "wait"), by="ana").done()

    late.when(c.OpenStep("rank"), by="kit").then(gone_to("rank", at=NOW))


def test_and_so_does_a_guess_about_them() -> None:
    guessing = plan("rank", judge.Settings(guess=True), FROM)
    asked = given(
        *room(OPTIONS, guessing, items=""),
        opened("options"),
        option("o1", "stay"),
        option("o2", "move", "ben"),
        e.StepOpened("rank", Arrangement((("o1",), ("o2",))), 0, ITEMS),
        guesses.Guessed("rank", "ana", "Police", ("o1", "o2")),
        e.StepOpened("options", None, 0),
        option("o3", "wait"),
    )

    asked.when(c.OpenStep("rank"), by="kit").then(e.StepOpened("rank", None, NOW))


def test_going_back_without_a_new_option_changes_nothing() -> None:
    given(*TWO, worth("o1", "o2"), gone_to("options")).when(c.OpenStep("worth"), by="kit").then(
        gone_to("worth", at=NOW)
    )


def test_the_meetings_own_list_holds_no_notes() -> None:
    listed = plan("listed", collect.Settings((Lane("x", "X"),)))
    at = given(*room(OPTIONS, WORTH, listed, items="ab"), opened("options"), option("o1", "stay"))

    went = at.when(c.OpenStep("worth"), by="kit").done()
    went.when(c.OpenStep("listed"), by="kit").then(opened("listed", "a", "b", at=NOW))
