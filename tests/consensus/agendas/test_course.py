"""The course of a meeting: its steps are opened, and its clock runs and stands still."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus.items import Source
from consensus.refusal import Code
from consensus.steps import judge, settle, turns
from tests.consensus.given import (
    NOW,
    given,
    gone_to,
    opened,
    plan,
    room,
)

READ, RANK = plan("read", turns.Settings()), plan("rank", judge.Settings())
LOBBY = room(READ, RANK)
READING = (*LOBBY, opened("read", *"abcd", at=1_000))

# --- opening steps ----------------------------------------------------------------------------


def test_the_chair_opens_the_first_step() -> None:
    started = (
        given(*LOBBY).when(c.OpenStep("read"), by="kit", at=5).then(opened("read", *"abcd", at=5))
    )

    assert (started.meeting.current, started.meeting.running) == ("read", 5)


def test_any_step_may_come_first() -> None:
    given(*LOBBY).when(c.OpenStep("rank"), by="kit").then(opened("rank", *"abcd", at=NOW))


def test_the_step_that_is_open_is_open() -> None:
    given(*READING).when(c.OpenStep("read"), by="kit").nothing()


def test_a_step_that_is_not_on_the_agenda_is_refused() -> None:
    given(*LOBBY).when(c.OpenStep("lunch"), by="kit").refused(Code.NO_SUCH_STEP)


def test_a_step_counts_the_time_in_which_it_was_open() -> None:
    there_and_back = (
        opened("rank", *"abcd", at=61_000),
        gone_to("read", at=71_000),
        gone_to("rank", at=73_000),
    )
    meeting = given(*READING, *there_and_back).meeting

    assert [step.spent for step in meeting.agenda] == [62_000, 10_000]
    assert meeting.running == 73_000


def test_going_back_and_forth_loses_nothing() -> None:
    answered = given(*LOBBY, opened("rank", *"abcd")).after(
        ("ana", judge.Cast("rank", tuple("dcba"), "why"))
    )
    back = answered.when(c.OpenStep("read"), by="kit", at=5).then(opened("read", *"abcd", at=5))
    again = back.when(c.OpenStep("rank"), by="kit", at=9).then(gone_to("rank", at=9))

    assert again.meeting.agenda[1].state == answered.meeting.agenda[1].state


def test_a_step_that_was_left_takes_no_answers_until_the_meeting_is_back() -> None:
    left = given(*LOBBY, opened("rank", *"abcd"), opened("read", *"abcd"))
    answer = judge.Cast("rank", tuple("abcd"))

    left.when(answer, by="ana").refused(Code.STEP_CLOSED)
    left.after(("kit", c.OpenStep("rank"))).when(answer, by="ana").done()


@pytest.mark.parametrize(
    ("step", "code"), [("rank", Code.STEP_CLOSED), ("lunch", Code.NO_SUCH_STEP)]
)
def test_an_answer_in_a_step_that_was_never_opened_is_refused(step: str, code: Code) -> None:
    given(*READING).when(judge.Cast(step, tuple("abcd")), by="ana").refused(code)
    given(*LOBBY).when(judge.Cast(step, tuple("abcd")), by="ana").refused(code)


def test_a_question_takes_answers_although_a_later_step_took_its_items() -> None:
    talk = plan("talk", turns.Settings(), Source("rank"))
    used = (opened("rank", *"ab"), opened("talk", *"ab"), gone_to("rank"))

    given(*room(RANK, talk, items="ab"), *used).when(judge.Cast("rank", ("a", "b")), by="ana").then(
        judge.BallotCast("rank", "ana", ("a", "b"), "")
    )


DISCARD_TO_RANK = room(
    plan("discard", settle.Settings()),
    plan("rank", judge.Settings(), Source("discard", "rest")),
    items="abc",
)


def test_a_step_waits_for_the_one_that_settles_its_items() -> None:
    given(*DISCARD_TO_RANK).when(c.OpenStep("rank"), by="kit").refused(Code.NOT_SETTLED_YET)
    given(*DISCARD_TO_RANK, opened("discard", *"abc")).when(c.OpenStep("rank"), by="kit").refused(
        Code.NOT_SETTLED_YET
    )


def test_a_step_starts_from_what_was_left_over() -> None:
    settled = given(*DISCARD_TO_RANK, opened("discard", *"abc")).after(
        ("kit", settle.Propose("discard", 0, "b")),
        ("kit", settle.Agree("discard", 0, "b", even_so=True)),
    )

    settled.when(c.OpenStep("rank"), by="kit").then(opened("rank", "a", "c", at=NOW))


def test_an_event_of_a_step_that_was_never_opened_is_a_bug() -> None:
    with pytest.raises(AssertionError, match="after it was opened"):
        given(*LOBBY, turns.TurnedTo("read", "a", 5))


# --- the clock --------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [1, 230, -9])
def test_the_chair_lengthens_or_shortens_the_step(minutes: int) -> None:
    changed = given(*READING).when(c.AddTime(minutes), by="kit").then(e.TimeAdded("read", minutes))

    assert [step.minutes for step in changed.meeting.agenda] == [10 + minutes, 10]


@pytest.mark.parametrize("minutes", [231, -10, 10_000, -10_000])
def test_a_step_lasts_between_a_minute_and_four_hours(minutes: int) -> None:
    given(*READING).when(c.AddTime(minutes), by="kit").refused(Code.TIME_OUT_OF_RANGE, most=240)


def test_no_time_changes_nothing() -> None:
    given(*READING).when(c.AddTime(0), by="kit").nothing()


def test_in_the_lobby_there_is_no_step_to_lengthen() -> None:
    given(*LOBBY).when(c.AddTime(1), by="kit").refused(Code.NO_SUCH_STEP)


def test_a_pause_stops_the_clock_and_the_end_of_it_starts_it() -> None:
    paused = given(*READING).when(c.Pause(), by="kit", at=4_000).then(e.MeetingPaused(4_000))
    assert (paused.meeting.paused, paused.meeting.running) == (True, None)

    resumed = paused.when(c.Resume(), by="kit", at=9_000).then(e.MeetingResumed(9_000))
    assert (resumed.meeting.paused, resumed.meeting.running) == (False, 9_000)
    assert resumed.meeting.agenda[0].spent == 3_000


def test_a_pause_in_a_pause_and_an_end_without_one_change_nothing() -> None:
    given(*READING, e.MeetingPaused(5)).when(c.Pause(), by="kit").nothing()
    given(*READING).when(c.Resume(), by="kit").nothing()


def test_a_pause_stops_everybodys_hands() -> None:
    paused = given(*READING, e.MeetingPaused(5))

    paused.when(turns.Talk("read", "a"), by="kit").refused(Code.MEETING_PAUSED)
    paused.when(turns.Write("read", "a", "why"), by="kit").refused(Code.MEETING_PAUSED)


def test_in_a_pause_people_may_ask_to_speak_and_the_chair_may_steer() -> None:
    paused = given(*READING, e.MeetingPaused(5))

    paused.when(c.RaiseHand(), by="ana").then(e.HandRaised("ana"))
    paused.when(c.AddTime(1), by="kit").then(e.TimeAdded("read", 1))


def test_going_to_another_step_ends_a_pause() -> None:
    on = given(*READING, e.MeetingPaused(4_000)).when(c.OpenStep("rank"), by="kit", at=9_000).done()

    assert (on.meeting.paused, on.meeting.running) == (False, 9_000)
    assert on.meeting.agenda[0].spent == 3_000


def test_a_pause_in_the_lobby_starts_no_clock() -> None:
    resumed = given(*LOBBY, e.MeetingPaused(5), e.MeetingResumed(9))

    assert (resumed.meeting.paused, resumed.meeting.running) == (False, None)


def test_a_clock_that_was_put_back_takes_no_time_away() -> None:
    assert given(*READING, e.MeetingPaused(500)).meeting.agenda[0].spent == 0
