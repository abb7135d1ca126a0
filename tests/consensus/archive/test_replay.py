"""Replay: how a meeting went, moment by moment, and nothing that was private or taken back."""

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus import views
from consensus.agenda import StepPlan
from consensus.answers import pen, reveal, stances
from consensus.answers.notes import Lane
from consensus.archive import replay
from consensus.archive.replay import Moment, frame, moments, then_and_now
from consensus.forgetting.blanking import unreleased
from consensus.items import Source
from consensus.meeting import start
from consensus.people import MemberId
from consensus.steps import collect, commit, form, gate, judge, settle, turns
from tests.consensus.given import after, joined, opened, plan, prepared, room
from tests.consensus.test_properties import Secrets, encoded
from tests.meetings import PRIVATE, a_story

MANY = pytest.mark.parametrize("seed", range(20))

RANKING = (*room(plan("rank", judge.Settings()), items="abc"), opened("rank", *"abc", at=5))
LANE = Lane("lane", "A list")
NOTES = plan("notes", collect.Settings((LANE,), private=True))


def cast(member: str, answer: str, because: str = "") -> judge.BallotCast:
    return judge.BallotCast("rank", member, tuple(answer), because)


def told(*log: e.Event) -> list[tuple[str, int]]:
    """Return what the moments of a log are, each with its count."""
    return [(moment.what, moment.count) for moment in moments(log)]


def shown(*log: e.Event, at: int | None = None) -> dict[str, views.EveryoneRecord]:
    """Return the frame at a position, or at the end."""
    return frame(*then_and_now(log, at or len(log)))


def minuted(step: StepPlan, how: str) -> StepPlan:
    return replace(step, minuted=how)


# --- moments ----------------------------------------------------------------------------------


def test_what_gathers_is_one_moment_that_says_how_far_it_came() -> None:
    log = (*RANKING, cast("ana", "abc"), cast("ben", "bca"), judge.Revealed("rank", ("cam",)))

    assert told(*log) == [
        ("prepared", 0),
        ("came", 5),
        ("opened", 0),
        ("answered", 2),
        ("revealed", 2),
    ]


def test_a_moment_stands_where_the_log_has_it_at_the_time_that_was_last_known() -> None:
    log = (*RANKING, cast("ana", "abc"), judge.Revealed("rank", ("ben", "cam")))
    last = len(log)

    assert moments(log)[-2:] == (
        Moment(last - 1, 5, "answered", "rank", 1, 0, ""),
        Moment(last, 5, "revealed", "rank", 1, 0, ""),
    )


def test_no_moment_names_anybody() -> None:
    log = (*RANKING, cast("ana", "abc", "ana's reason"), judge.Revealed("rank", ("ben", "cam")))

    said = encoded(moments(log)).decode()
    assert all(name not in said.lower() for name in ("ana", "ben", "kit"))


def test_a_board_is_settled_place_by_place() -> None:
    log = (
        *room(plan("board", settle.Settings(slots=2))),
        opened("board", "abcd"),
        settle.Proposed("board", 0, "a"),
        settle.Stood("board", 0, "ana", "yes", ""),
        settle.Stood("board", 0, "ben", "yes", ""),
        settle.Agreed("board", 0, "", ("cam",)),
        settle.Reopened("board", 0),
        settle.Cleared("board", 0),
    )

    last = moments(log)[3:]
    assert [(m.what, m.count, m.slot, m.item) for m in last] == [
        ("proposed", 0, 0, "a"),
        ("stood", 2, 0, ""),
        ("settled", 0, 0, "a"),
        ("reopened", 0, 0, ""),
        ("cleared", 0, 0, ""),
    ]


def test_a_text_a_pause_and_the_end_are_moments() -> None:
    log = (
        *room(plan("text", settle.Settings(form="text"))),
        opened("text"),
        pen.PenTaken("text", "ana", 1),
        pen.Wrote("text", "ana", "Our words", 1, 2),
        e.MeetingPaused(3),
        e.MeetingResumed(4),
        e.MeetingClosed(5),
    )

    assert told(*log)[3:] == [("worded", 1), ("paused", 0), ("resumed", 0), ("closed", 0)]


def test_what_people_write_and_promise_is_counted() -> None:
    fields = (form.Field("what", "What?"),)
    log = (
        *room(
            plan("gate", gate.Settings(title="Notice", text="Read it.", version="1")),
            plan("notes", collect.Settings((LANE,))),
            plan("form", form.Settings(fields)),
            plan("talk", turns.Settings(), Source()),
            plan("do", commit.Settings()),
        ),
        opened("notes"),
        collect.NoteAdded("notes", "n1", "lane", "ana", "One", ()),
        collect.NoteAdded("notes", "n2", "lane", "ben", "Two", ()),
        opened("form"),
        form.Filled("form", "room", "what", "This", "", "", "", "ana", 7),
        opened("talk", "abcd"),
        turns.TurnedTo("talk", "a", 9),
    )

    assert told(*log)[2:] == [
        ("opened", 0),
        ("written", 2),
        ("opened", 0),
        ("filled", 1),
        ("opened", 0),
        ("turned", 0),
    ]


def test_of_a_step_that_is_not_minuted_there_is_only_that_it_began() -> None:
    check_in = minuted(plan("rank", judge.Settings()), "none")
    log = (
        *room(check_in, items="abc"),
        opened("rank", *"abc"),
        cast("ana", "abc"),
        judge.Revealed("rank", ("ben", "cam")),
    )

    assert told(*log)[2:] == [("opened", 0)]
    assert not [key for key in shown(*log) if key.startswith(("judge/", "ballot/", "tally/"))]


def test_whoever_comes_late_is_no_moment_of_its_own() -> None:
    log = (*RANKING, cast("ana", "abc"), joined("dot"), cast("ben", "abc"))

    assert told(*log)[3:] == [("answered", 2)]


# --- frames -----------------------------------------------------------------------------------


def test_a_frame_is_what_everyone_saw_then() -> None:
    log = (*RANKING, cast("ana", "abc"), cast("ben", "bca"), judge.Revealed("rank", ("cam",)))

    before = shown(*log, at=len(log) - 1)
    assert "ballot/rank/ana" not in before
    asked = before["judge/rank"]
    assert isinstance(asked, judge.JudgeRecord)
    assert asked.answered == 2
    assert "ballot/rank/ana" in shown(*log)


def test_a_step_of_which_the_outcome_is_minuted_shows_nobodys_answer() -> None:
    step = minuted(plan("rank", judge.Settings()), "outcome")
    log = (
        *room(step, items="abc"),
        opened("rank", *"abc"),
        cast("ana", "abc", "a reason"),
        cast("ben", "abc"),
        cast("cam", "cba"),
        judge.Revealed("rank", ()),
    )

    found = shown(*log)
    assert "tally/rank" in found
    figures = found["figures/rank"]
    assert isinstance(figures, reveal.FiguresRecord)
    assert figures.figures.furthest is None
    assert "a reason" not in encoded(found).decode()


def test_a_note_that_was_taken_back_is_not_brought_back() -> None:
    log = (
        *room(plan("notes", collect.Settings((LANE,)))),
        opened("notes"),
        collect.NoteAdded("notes", "n1", "lane", "ana", "First words", ()),
        collect.NoteAdded("notes", "n2", "lane", "ben", "Too much", ()),
        collect.NoteEdited("notes", "n1", "Better words", author="ana"),
        collect.NoteRemoved("notes", "n2", "ben", "ben"),
    )

    then = encoded(shown(*log, at=len(log) - 2)).decode()
    assert "Better words" in then
    assert "First words" not in then
    assert "Too much" not in then


def test_what_somebody_said_with_a_stance_that_they_changed_is_not_brought_back() -> None:
    log = (
        *room(plan("board", settle.Settings())),
        opened("board", "abcd"),
        settle.Proposed("board", 0, "a"),
        settle.Stood("board", 0, "ana", "no", "I was cross", "harm"),
        settle.Stood("board", 0, "ben", "no", "It is too far"),
        settle.Stood("board", 0, "ana", "yes", ""),
    )

    then = shown(*log, at=len(log) - 1)
    was = then["stance/board/0/ana"]
    assert isinstance(was, stances.StanceRecord)
    assert (was.word, was.note, was.harm) == ("no", "", "")
    assert "It is too far" in encoded(then).decode()


def test_who_the_meeting_is_about_is_called_as_it_was_called_last() -> None:
    log = (*RANKING, e.MeetingAmended("A room", "Why", "K.", "kit", 8))

    head = shown(*log, at=3)["room"]
    assert isinstance(head, views.RoomRecord)
    assert (head.title, head.focus, head.running) == ("A room", "K.", None)


def test_a_frame_holds_the_agenda_and_nothing_beside_it() -> None:
    kinds = {key.split("/")[0] for key in shown(*RANKING)}

    assert kinds == {"room", "member", "item", "step", "judge"}


def test_a_log_whose_private_words_are_blank_is_replayed_like_any_other() -> None:
    plans = (NOTES, plan("rank", judge.Settings()))
    log = (
        prepared(*plans, items="abc"),
        joined("kit", "chair", voice=False),
        joined("ana"),
        opened("notes"),
        collect.NoteAdded("notes", "n1", "lane", "ana", "", ()),
        opened("rank", *"abc"),
        cast("ana", ""),
        e.MeetingClosed(9),
    )

    assert told(*log)[2:] == [
        ("opened", 0),
        ("written", 1),
        ("opened", 0),
        ("answered", 1),
        ("closed", 0),
    ]
    for moment in moments(log):
        assert shown(*log, at=moment.position)


# --- over meetings as they might go -----------------------------------------------------------


@MANY
def test_no_frame_of_any_moment_holds_a_private_word(seed: int) -> None:
    story = a_story(seed)
    log, secrets, told = story.events, Secrets(), moments(story.events)
    looked = {moment.position for moment in told}
    meeting = start(story.prepared)
    for position, event in enumerate(log, start=1):
        if position > 1:
            meeting = after(meeting, [event])
        secrets.take_in(event, meeting)
        if position in looked:
            assert secrets.seen_in(replay.frame(meeting, story.meeting)) == []
    assert PRIVATE not in encoded(told).decode()


@MANY
def test_no_frame_says_more_than_everyone_was_shown(seed: int) -> None:
    story = a_story(seed)
    now: set[MemberId] = set(views.everyone(story.meeting))
    for moment in moments(story.events)[::3]:
        then, end = then_and_now(story.events, moment.position)
        assert end == story.meeting
        found, seen = frame(then, end), views.everyone(then)
        assert found.keys() <= seen.keys()
        assert {key for key in found if key.startswith("note/")} <= now


@MANY
def test_a_blanked_log_is_replayed_like_the_one_before(seed: int) -> None:
    """What was blanked was never shown, so that nothing of it can be missed."""
    story = a_story(seed)
    blank = unreleased(enumerate(story.events, start=1))
    log = [blank.get(at, event) for at, event in enumerate(story.events, start=1)]

    assert moments(log) == moments(story.events)
    for moment in moments(log)[::4]:
        shown_now = frame(*then_and_now(log, moment.position))
        assert shown_now == frame(*then_and_now(story.events, moment.position))


@MANY
def test_moments_go_forward(seed: int) -> None:
    story = a_story(seed)
    found = moments(story.events)

    assert [m.position for m in found] == sorted({m.position for m in found})
    assert [m.at for m in found] == sorted(m.at for m in found)
    assert found[0].what == "prepared"
