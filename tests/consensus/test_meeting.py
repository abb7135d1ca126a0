"""A meeting: what anybody can ask of it, and what becomes of it."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.agendas.template import Template
from consensus.forgetting.retention import TRAINING
from consensus.items import Item
from consensus.meeting import evolve, prepare
from consensus.people import Member, Role
from consensus.refusal import Code, Refusal
from consensus.steps import judge, turns
from consensus.text import NOTE_LENGTH, TITLE_LENGTH
from tests.consensus.given import (
    SERVER,
    Situation,
    given,
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


TEMPLATE = Template("t", "T", "", "", (READ, RANK), "s")
ITEMS = (Item("s1", "Trust"),)


def test_a_meeting_is_prepared_from_a_template() -> None:
    assert prepare(TEMPLATE, "  Our meeting ", " To decide ", ITEMS, 7) == e.MeetingPrepared(
        "Our meeting", "To decide", "t", ITEMS, (READ, RANK), 7, retention=TRAINING
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
