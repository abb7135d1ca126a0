"""A meeting: what anybody can ask of it, and what becomes of it."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.items import Item, Source
from consensus.meeting import MOST_MEMBERS, evolve, prepare
from consensus.people import Member, Role
from consensus.refusal import Code, Refusal
from consensus.steps import judge, settle, turns
from consensus.template import Template
from consensus.text import NAME_LENGTH, NOTE_LENGTH, TITLE_LENGTH
from tests.consensus.given import (
    NOW,
    SERVER,
    Situation,
    given,
    gone_to,
    joined,
    opened,
    plan,
    prepared,
    room,
)

READ, RANK = plan("read", turns.Settings()), plan("rank", judge.Settings())
LOBBY = room(READ, RANK)
READING = (*LOBBY, opened("read", *"abcd", at=1_000))

EVERY_STEERING: list[c.RoomCommand] = [
    c.OpenStep("read"),
    c.Pause(),
    c.Resume(),
    c.AddTime(1),
    c.NameDeputy("ben"),
    c.HandOver("ana"),
    c.Remove("ben"),
    c.Close(),
]


def ana(situation: Situation) -> Member:
    return situation.meeting.members["ana"]


# --- preparing --------------------------------------------------------------------------------


TEMPLATE = Template("t", "T", "", "", "s", (READ, RANK))
ITEMS = (Item("s1", "Trust"),)


def test_a_meeting_is_prepared_from_a_template() -> None:
    assert prepare(TEMPLATE, "  Our meeting ", " To decide ", ITEMS, 7) == e.MeetingPrepared(
        "Our meeting", "To decide", "t", ITEMS, (READ, RANK), 7
    )


def test_a_meeting_needs_no_purpose() -> None:
    assert prepare(TEMPLATE, "Our meeting", "  ", ITEMS, 7).purpose == ""


@pytest.mark.parametrize(
    ("title", "purpose", "code"),
    [
        ("", "", Code.TITLE_EMPTY),
        ("\u202e", "", Code.TITLE_EMPTY),
        ("x" * (TITLE_LENGTH + 1), "", Code.TEXT_TOO_LONG),
        ("x", "x" * (NOTE_LENGTH + 1), Code.TEXT_TOO_LONG),
    ],
)
def test_a_meetings_words_are_checked(title: str, purpose: str, code: Code) -> None:
    with pytest.raises(Refusal, match=code):
        prepare(TEMPLATE, title, purpose, ITEMS, 7)


def test_a_meeting_begins_in_the_lobby() -> None:
    meeting = given(*LOBBY).meeting

    assert meeting.current is None
    assert meeting.running is None
    assert meeting.closed is None
    assert not meeting.paused
    assert [step.minutes for step in meeting.agenda] == [10, 10]


def test_a_meeting_is_prepared_once() -> None:
    with pytest.raises(AssertionError, match="prepared once"):
        evolve(given(*LOBBY).meeting, prepared(READ))


# --- the door ---------------------------------------------------------------------------------


def test_a_person_comes_in() -> None:
    entered = (
        given(*LOBBY)
        .when(c.Join("dot", " Dot ", " Police "), by=SERVER, at=5)
        .then(e.MemberJoined("dot", "Dot", "Police", "participant", True, 5))
    )

    assert entered.meeting.members["dot"] == Member(
        "dot", "Dot", "Police", "participant", True, True, 5
    )


@pytest.mark.parametrize(
    "name", ["Siân Ó’Neill", "دانيال", "יעל", "李小龍", "👩‍👩‍👧", "x" * NAME_LENGTH]
)
def test_names_of_every_script_are_welcome(name: str) -> None:
    given(*LOBBY).when(c.Join("dot", name, "Police"), by=SERVER, at=5).then(
        e.MemberJoined("dot", name, "Police", "participant", True, 5)
    )


@pytest.mark.parametrize(
    ("name", "agency", "code"),
    [
        ("", "Police", Code.NAME_EMPTY),
        ("    ", "Police", Code.NAME_EMPTY),
        ("\u202e\u2066\u200f", "Police", Code.NAME_EMPTY),
        ("x" * 500, "Police", Code.NAME_TOO_LONG),
        ("x" * (NAME_LENGTH + 1), "Police", Code.NAME_TOO_LONG),
        ("Dot", "", Code.AGENCY_EMPTY),
        ("Dot", " \u200b ", Code.AGENCY_EMPTY),
        ("Dot", "x" * 500, Code.AGENCY_TOO_LONG),
    ],
)
def test_a_name_and_an_agency_must_be_readable(name: str, agency: str, code: Code) -> None:
    given(*LOBBY).when(c.Join("dot", name, agency), by=SERVER).refused(code)


@pytest.mark.parametrize(
    ("name", "agency"), [("Ana", "Health"), ("ANA", "health"), (" ana ", "Hea\u200blth")]
)
def test_two_people_of_one_agency_have_two_names(name: str, agency: str) -> None:
    given(*LOBBY).when(c.Join("dot", name, agency), by=SERVER).refused(Code.NAME_TAKEN)


def test_the_same_name_in_another_agency_is_another_person() -> None:
    given(*LOBBY).when(c.Join("dot", "Ana", "Police"), by=SERVER).done()


def test_the_name_of_somebody_who_was_removed_is_free_again() -> None:
    given(*LOBBY, e.MemberRemoved("ana")).when(c.Join("dot", "Ana", "Health"), by=SERVER).done()


def test_an_observer_has_no_voice() -> None:
    given(*LOBBY).when(c.Join("dot", "Dot", "Police", "observer"), by=SERVER, at=5).then(
        e.MemberJoined("dot", "Dot", "Police", "observer", False, 5)
    )


def test_a_member_may_come_in_without_a_voice() -> None:
    given(*LOBBY).when(c.Join("dot", "Dot", "Police", voice=False), by=SERVER, at=5).then(
        e.MemberJoined("dot", "Dot", "Police", "participant", False, 5)
    )


def test_somebody_who_is_in_the_room_cannot_come_in_as_another() -> None:
    given(*LOBBY).when(c.Join("kit", "Dot", "Police", "observer"), by=SERVER).nothing()


def test_a_room_is_full_at_some_point() -> None:
    crowd = [joined(f"m{n}") for n in range(MOST_MEMBERS - 5)]

    given(*LOBBY, *crowd).when(c.Join("dot", "Dot", "Police"), by=SERVER).refused(
        Code.ROOM_FULL, most=MOST_MEMBERS
    )


def test_nobody_comes_into_a_meeting_that_has_ended() -> None:
    """To somebody outside, it is as if there had never been a room."""
    given(*LOBBY, e.MeetingClosed(5)).when(c.Join("dot", "Dot", "Police"), by=SERVER).refused(
        Code.NO_SUCH_ROOM
    )


def test_somebody_who_comes_late_finds_everything_that_everyone_sees() -> None:
    late = given(*READING, turns.Written("read", "a", "why", "kit")).when(
        c.Join("dot", "Dot", "Police"), by=SERVER
    )

    assert "turn/read/a" in views.everyone(late.done().meeting)
    assert views.mine(late.done().meeting, "dot") == {"me": views.MeRecord("dot")}


def test_attendance_is_a_record() -> None:
    left = given(*LOBBY).when(c.Leave("ana"), by=SERVER, at=5).then(e.MemberLeft("ana", 5))
    assert (ana(left).here, ana(left).since) == (False, 5)

    back = left.when(c.Arrive("ana"), by=SERVER, at=9).then(e.MemberArrived("ana", 9))
    assert (ana(back).here, ana(back).since) == (True, 9)


def test_who_is_here_already_does_not_arrive_and_who_is_gone_does_not_leave() -> None:
    given(*LOBBY).when(c.Arrive("ana"), by=SERVER).nothing()
    given(*LOBBY, e.MemberLeft("ana", 5)).when(c.Leave("ana"), by=SERVER).nothing()


@pytest.mark.parametrize("command", [c.Arrive("zoe"), c.Leave("zoe")])
def test_attendance_is_kept_of_members_only(command: c.DoorCommand) -> None:
    given(*LOBBY).when(command, by=SERVER).refused(Code.NO_SUCH_MEMBER)


@pytest.mark.parametrize("command", [c.Arrive("ana"), c.Leave("ana")])
def test_who_was_there_is_settled_at_the_end(command: c.DoorCommand) -> None:
    given(*LOBBY, e.MeetingClosed(5)).when(command, by=SERVER, at=9).nothing()


# --- who may ask ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [c.Join("dot", "Dot", "Police"), c.Arrive("ana"), c.Leave("ana")]
)
def test_only_the_server_says_who_is_at_the_door(command: c.DoorCommand) -> None:
    given(*LOBBY).when(command, by="kit").refused(Code.NOT_UNDERSTOOD)


@pytest.mark.parametrize("by", ["zoe", "", SERVER])
@pytest.mark.parametrize("command", [*EVERY_STEERING, c.RaiseHand(), turns.Talk("read", "a")])
def test_nobody_but_a_member_asks_for_anything(command: c.PersonCommand, by: str | None) -> None:
    given(*READING).when(command, by=by).refused(Code.NOT_A_MEMBER)


def test_somebody_who_was_removed_is_no_longer_a_member() -> None:
    given(*LOBBY, e.MemberRemoved("ana")).when(c.RaiseHand(), by="ana").refused(Code.NOT_A_MEMBER)


@pytest.mark.parametrize("command", EVERY_STEERING)
@pytest.mark.parametrize(
    "role", ["deputy", "recorder", "participant", "family", "advocate", "observer"]
)
def test_only_the_chair_steers(role: Role, command: c.RoomCommand) -> None:
    given(*READING, joined("rae", role)).when(command, by="rae").refused(Code.CHAIR_ONLY)


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


# --- the end ----------------------------------------------------------------------------------


def test_the_chair_ends_the_meeting_and_the_clock_stops() -> None:
    closed = given(*READING).when(c.Close(), by="kit", at=9_000).then(e.MeetingClosed(9_000))

    assert (closed.meeting.closed, closed.meeting.running) == (9_000, None)
    assert closed.meeting.agenda[0].spent == 8_000


@pytest.mark.parametrize(
    "command", [*EVERY_STEERING, c.RaiseHand(), c.LowerHand(), c.Cover(), turns.Talk("read", "a")]
)
def test_after_the_end_nothing_changes_any_more(command: c.PersonCommand) -> None:
    given(*READING, e.MeetingClosed(5)).when(command, by="kit").refused(Code.MEETING_CLOSED)


def test_answers_that_were_never_opened_stay_private_after_the_end() -> None:
    closed = given(
        *LOBBY,
        opened("rank", *"abcd"),
        judge.BallotCast("rank", "ana", tuple("abcd"), "why"),
        e.MeetingClosed(5),
    )

    assert "ballot/rank/ana" not in views.everyone(closed.meeting)
    closed.when(judge.Reveal("rank", even_so=True), by="kit").refused(Code.MEETING_CLOSED)
