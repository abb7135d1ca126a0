"""gate: a wording that people answer to, for good or not, each for themselves or asked aloud."""

from consensus import commands as c
from consensus import events as e
from consensus import steps
from consensus.refusal import Code
from consensus.rules import Notice
from consensus.steps import gate
from consensus.views import chairs, everyone, mine
from tests.consensus.given import NOW, SERVER, given, joined, opened, plan, prepared, room

ASKED = gate.Settings(
    title="Recording", version="2", text="We keep a record.", checks=("No names.",)
)
ROOM = room(plan("notice", ASKED), plan("talk", gate.Settings(title="Later", text="Then.")))


def answered(
    member: str, agreed: bool = True, note: str = "", by: str | None = None
) -> gate.Acknowledged:
    return gate.Acknowledged("notice", member, agreed, "2", note, by or member, NOW)


def agree(agreed: bool = True, note: str = "") -> gate.Acknowledge:
    return gate.Acknowledge("notice", agreed, "2", note)


# --- answering --------------------------------------------------------------------------------


def test_somebody_agrees() -> None:
    given(*ROOM, opened("notice")).when(agree(), by="ana").then(answered("ana"))


def test_not_agreed_is_an_answer_and_is_kept_with_its_note() -> None:
    given(*ROOM, opened("notice")).when(agree(False, "not my name"), by="ana").then(
        answered("ana", False, "not my name")
    )


def test_whoever_only_watches_and_whoever_chairs_are_asked_too() -> None:
    here = given(*ROOM, opened("notice"))

    here.when(agree(), by="eve").then(answered("eve"))
    here.when(agree(), by="kit").then(answered("kit"))


def test_the_same_answer_again_changes_nothing() -> None:
    given(*ROOM, opened("notice"), answered("ana")).when(agree(), by="ana").nothing()


def test_somebody_thinks_again() -> None:
    given(*ROOM, opened("notice"), answered("ana")).when(agree(False), by="ana").then(
        answered("ana", False)
    )


def test_words_that_have_changed_meanwhile_are_read_first() -> None:
    old = gate.Acknowledge("notice", True, "1")

    given(*ROOM, opened("notice")).when(old, by="ana").refused(Code.NOTICE_CHANGED)


def test_whoever_is_not_asked_has_nothing_to_answer() -> None:
    family = plan("notice", gate.Settings(title="For you", text="Hello.", asked=("family",)))

    given(*room(family), opened("notice")).when(
        gate.Acknowledge("notice", True, ""), by="ana"
    ).refused(Code.NOTICE_NOT_YOURS)


def test_a_notice_that_has_not_been_opened_takes_no_answers() -> None:
    given(*ROOM).when(agree(), by="ana").refused(Code.STEP_CLOSED)


def test_a_notice_is_answered_while_the_clock_stands_still() -> None:
    given(*ROOM, opened("notice"), e.MeetingPaused(0)).when(agree(), by="ana").done()


# --- asked aloud ------------------------------------------------------------------------------


def test_the_chair_writes_down_what_somebody_says_on_the_phone() -> None:
    asked = gate.RecordAnswer("notice", "ben", True, "2", "by phone")

    given(*ROOM, opened("notice")).when(asked, by="kit").then(
        answered("ben", True, "by phone", by="kit")
    )


def test_nobody_else_answers_for_others() -> None:
    asked = gate.RecordAnswer("notice", "ben", True, "2")

    given(*ROOM, opened("notice")).when(asked, by="ana").refused(Code.CHAIR_ONLY)


def test_nobody_answers_for_somebody_who_is_not_in_the_room() -> None:
    asked = gate.RecordAnswer("notice", "zoe", True, "2")

    given(*ROOM, opened("notice")).when(asked, by="kit").refused(Code.NO_SUCH_MEMBER)


# --- who is waited for ------------------------------------------------------------------------


def test_those_who_are_here_and_have_not_answered_are_waited_for() -> None:
    meeting = given(*ROOM, opened("notice"), answered("ana"), e.MemberLeft("ben", 0)).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, gate.State)

    assert gate.unanswered(ASKED, state, meeting.members) == ("kit", "cam", "eve")


def test_other_words_are_asked_about_anew() -> None:
    state = gate.State({"ana": gate.Answer(True, "1", "", "ana", 0)})

    assert not gate.answered(ASKED, state, "ana")


def test_a_gate_takes_its_words_from_a_notice() -> None:
    notice = Notice("recording", "3", "Recording", "We keep a record.")

    assert gate.worded(gate.Settings("recording"), notice) == gate.Settings(
        "recording", "Recording", "3", "We keep a record."
    )


# --- who sees what ----------------------------------------------------------------------------


def test_everyone_sees_how_many_have_answered_and_never_what() -> None:
    meeting = given(*ROOM, opened("notice"), answered("ana", False, "a-secret")).meeting

    assert everyone(meeting)["gate/notice"] == gate.GateRecord("notice", 1, 4)
    assert everyone(meeting)["notice/notice"] == gate.NoticeRecord(
        "notice", "Recording", "2", "We keep a record.", ("No names.",), (), True
    )
    assert "a-secret" not in repr(everyone(meeting))


def test_the_chair_sees_who_answered_what_and_when() -> None:
    meeting = given(*ROOM, opened("notice"), answered("ana", False, "why")).meeting

    assert chairs(meeting)["gate_answer/notice/ana"] == gate.GateAnswerRecord(
        "notice", "ana", False, "2", "why", "ana", NOW
    )


def test_each_sees_their_own_answer_and_nobody_elses() -> None:
    meeting = given(*ROOM, opened("notice"), answered("ana")).meeting

    assert mine(meeting, "ana")["my_notice/notice"] == gate.MyNoticeRecord(
        "notice", True, "2", "", "ana", NOW
    )
    assert "my_notice/notice" not in mine(meeting, "ben")
    assert steps.concerns(answered("ana")) == frozenset(("ana",))


# --- in the record ----------------------------------------------------------------------------


def test_the_record_has_who_when_and_which_wording() -> None:
    meeting = given(*ROOM, opened("notice"), answered("ana"), answered("ben", False, "no")).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, gate.State)

    assert gate.minutes("notice", ASKED, state) == gate.Minutes(
        step="notice",
        title="Recording",
        version="2",
        text="We keep a record.",
        checks=("No names.",),
        asked=(),
        answers={
            "ana": gate.Answer(True, "2", "", "ana", NOW),
            "ben": gate.Answer(False, "2", "no", "ben", NOW),
        },
    )


def test_the_record_keeps_the_answer_of_somebody_who_was_taken_out() -> None:
    meeting = given(*ROOM, opened("notice"), answered("ana"), e.MemberRemoved("ana")).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, gate.State)

    assert "ana" in state.answers


def test_somebody_who_comes_in_later_is_asked_wherever_the_meeting_is() -> None:
    later = (*ROOM, opened("notice"), opened("talk"), joined("dot"))

    given(*later).when(agree(), by="dot").then(answered("dot"))


def test_an_empty_room_waits_for_nobody() -> None:
    alone = given(prepared(plan("notice", ASKED)))

    alone.when(c.Join("kit", "Kit", "Health", "chair"), by=SERVER).done()
