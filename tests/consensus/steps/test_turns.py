"""turns: one thing talked about at a time, with the time it took and an optional note."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import minutes, views
from consensus.items import Source
from consensus.people import Role
from consensus.refusal import Code
from consensus.steps import judge, turns
from consensus.text import NOTE_LENGTH
from tests.consensus.given import NOW, given, joined, opened, plan, room

TALK = (
    *room(plan("talk", turns.Settings()), plan("next", turns.Settings()), items="abc"),
    opened("talk", *"abc"),
)


def turned(item: str | None, at: int) -> turns.TurnedTo:
    return turns.TurnedTo("talk", item, at)


def written(item: str, note: str, by: str = "kit") -> turns.Written:
    return turns.Written("talk", item, note, by)


def now(*events: e.Event) -> turns.TurnsRecord:
    record = views.everyone(given(*events).meeting)["turns/talk"]
    assert isinstance(record, turns.TurnsRecord)
    return record


def turn(item: str, *events: e.Event) -> turns.TurnRecord:
    record = views.everyone(given(*events).meeting)[f"turn/talk/{item}"]
    assert isinstance(record, turns.TurnRecord)
    return record


# --- turns ------------------------------------------------------------------------------------


def test_at_first_nothing_is_talked_about() -> None:
    assert now(*TALK) == turns.TurnsRecord("talk", ("a", "b", "c"), "listed", None, None, 0)


def test_the_chair_turns_to_an_item() -> None:
    given(*TALK).when(turns.Talk("talk", "b"), by="kit", at=5_000).then(turned("b", 5_000))


@pytest.mark.parametrize("item", ["b", None])
def test_what_is_talked_about_already_changes_nothing(item: str | None) -> None:
    given(*TALK, turned(item, 5_000)).when(turns.Talk("talk", item), by="kit").nothing()


def test_the_chair_turns_to_none() -> None:
    given(*TALK, turned("b", 5_000)).when(turns.Talk("talk", None), by="kit").then(
        turned(None, NOW)
    )


def test_an_item_that_is_not_the_steps_is_refused() -> None:
    given(*TALK).when(turns.Talk("talk", "z"), by="kit").refused(Code.NO_SUCH_ITEM)


@pytest.mark.parametrize("member", ["ana", "eve"])
def test_only_the_chair_gives_turns(member: str) -> None:
    given(*TALK).when(turns.Talk("talk", "a"), by=member).refused(Code.CHAIR_ONLY)


def test_the_time_of_a_turn_is_kept_when_the_next_begins() -> None:
    events = (*TALK, turned("b", 5_000), turned("c", 9_000))

    assert turn("b", *events).spent == 4_000
    assert turn("c", *events).spent == 0
    assert (now(*events).now, now(*events).since) == ("c", 9_000)


def test_a_second_turn_adds_to_the_first() -> None:
    twice = (turned("b", 1_000), turned("c", 3_000), turned("b", 5_000), turned(None, 9_000))

    assert turn("b", *TALK, *twice).spent == 6_000


def test_a_clock_that_was_put_back_takes_no_time_away() -> None:
    assert turn("b", *TALK, turned("b", 5_000), turned(None, 2_000)).spent == 0


@pytest.mark.parametrize("event", [opened("next", *"abc", at=9_000), e.MeetingClosed(9_000)])
@pytest.mark.parametrize("paused", [(), (e.MeetingPaused(9_000),)])
def test_a_turn_ends_with_the_step_and_the_meeting(
    event: e.Event, paused: tuple[e.Event, ...]
) -> None:
    events = (*TALK, turned("b", 5_000), *paused, event)

    assert turn("b", *events).spent == 4_000
    assert now(*events).now is None


def test_a_turn_outlives_a_pause_which_is_not_counted() -> None:
    paused = (*TALK, turned("b", 5_000), e.MeetingPaused(9_000))
    resumed = (*paused, e.MeetingResumed(60_000))

    assert now(*paused).now == "b"
    assert (now(*resumed).now, now(*resumed).since) == ("b", 60_000)
    assert turn("b", *resumed, turned(None, 61_000)).spent == 5_000


# --- notes ------------------------------------------------------------------------------------


def test_what_is_worth_keeping_of_a_turn_is_written_down() -> None:
    given(*TALK).when(turns.Write("talk", "b", " we mean the same "), by="kit").then(
        written("b", "we mean the same")
    )


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("deputy", True),
        ("recorder", True),
        ("participant", False),
        ("family", False),
        ("advocate", False),
        ("observer", False),
    ],
)
def test_the_chair_the_deputy_and_the_recorder_write(role: Role, may: bool) -> None:
    outcome = given(*TALK, joined("rae", role)).when(turns.Write("talk", "b", "why"), by="rae")

    if may:
        outcome.then(written("b", "why", "rae"))
    else:
        outcome.refused(Code.CHAIR_ONLY)


def test_a_note_may_change_and_be_emptied() -> None:
    noted = given(*TALK, written("b", "why"))

    noted.when(turns.Write("talk", "b", "why not"), by="kit").then(written("b", "why not"))
    noted.when(turns.Write("talk", "b", " "), by="kit").then(written("b", ""))


@pytest.mark.parametrize(("before", "note"), [("why", " why"), ("", ""), ("", "  ")])
def test_the_same_note_changes_nothing(before: str, note: str) -> None:
    given(*TALK, written("b", before)).when(turns.Write("talk", "b", note), by="kit").nothing()


def test_a_note_that_is_too_long_is_refused() -> None:
    given(*TALK).when(turns.Write("talk", "b", "x" * (NOTE_LENGTH + 1)), by="kit").refused(
        Code.TEXT_TOO_LONG
    )


def test_a_note_on_something_else_is_refused() -> None:
    given(*TALK).when(turns.Write("talk", "z", "why"), by="kit").refused(Code.NO_SUCH_ITEM)


def test_a_note_leaves_the_time_and_the_time_leaves_the_note() -> None:
    events = (turned("b", 1_000), written("b", "why"), turned(None, 3_000))

    assert turn("b", *TALK, *events) == turns.TurnRecord("talk", "b", 2_000, "why", (), ())


# --- the widest spread first ------------------------------------------------------------------

SPREAD = (
    *room(
        plan("rank", judge.Settings()),
        plan("talk", turns.Settings("widest", "rank"), Source("rank")),
        items="abc",
    ),
    opened("rank", *"abc"),
    judge.BallotCast("rank", "ana", ("a", "b", "c"), ""),
    judge.BallotCast("rank", "ben", ("a", "c", "b"), ""),
    judge.BallotCast("rank", "cam", ("c", "a", "b"), ""),
)
REVEALED = (*SPREAD, judge.Revealed("rank", ()))


def test_where_people_differ_most_comes_first() -> None:
    given(*REVEALED).when(c.OpenStep("talk"), by="kit").then(opened("talk", *"cab", at=NOW))


def test_the_talk_waits_until_the_answers_are_open() -> None:
    given(*SPREAD).when(c.OpenStep("talk"), by="kit").refused(Code.NOT_REVEALED_YET)


def test_those_who_put_it_highest_and_lowest_are_asked_for_their_why() -> None:
    talk = (*REVEALED, opened("talk", *"cab"))

    assert (turn("c", *talk).highest, turn("c", *talk).lowest) == (("cam",), ("ana",))
    assert (turn("a", *talk).highest, turn("a", *talk).lowest) == (("ana", "ben"), ("cam",))


def test_nobody_is_named_while_answers_are_private() -> None:
    """An agenda may open the talk first and follow the answers as they come."""
    talk = (*SPREAD, opened("talk", *"abc"))

    assert (turn("c", *talk).highest, turn("c", *talk).lowest) == ((), ())


def test_nobody_is_named_for_an_item_that_was_not_ranked() -> None:
    more = (*REVEALED, opened("talk", *"cabd"))

    assert (turn("d", *more).highest, turn("d", *more).lowest) == ((), ())


def test_nobody_is_named_when_there_was_nothing_to_rank() -> None:
    answered = (opened("rank"), judge.BallotCast("rank", "ana", (), ""), judge.Revealed("rank", ()))
    talk = (*SPREAD[:-4], *answered, opened("talk", "a"))

    assert (turn("a", *talk).highest, turn("a", *talk).lowest) == ((), ())


# --- what the minutes say ---------------------------------------------------------------------


def test_the_minutes_keep_the_turns_that_were_had_or_noted_in_their_order() -> None:
    events = (written("c", "why"), turned("a", 1_000), turned(None, 3_000))
    said = minutes.minutes(given(*TALK, *events).meeting).steps[0].said

    assert said == turns.Minutes("talk", (("a", turns.Turn(2_000)), ("c", turns.Turn(note="why"))))


def test_a_note_that_was_taken_back_leaves_no_line_in_the_minutes() -> None:
    said = minutes.minutes(given(*TALK, written("a", "x"), written("a", "")).meeting).steps[0].said

    assert said == turns.Minutes("talk", ())
