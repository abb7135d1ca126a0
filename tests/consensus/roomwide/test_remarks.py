"""remarks: "ask why" and "I see it differently" on anything, and who needs longer."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.record import minutes
from consensus.refusal import Code
from consensus.roomwide import remarks
from consensus.steps import judge
from consensus.text import NOTE_LENGTH, STATEMENT_LENGTH
from tests.consensus.given import NOW, given, joined, opened, plan, room

RANK = (*room(plan("rank", judge.Settings()), items="abc"), opened("rank", *"abc"))

ASK = remarks.Ask("r1", "rank", "ballot/ben", "first a, then b", "ben", "Why so high?")
ASKED = remarks.Made(
    "r1", "why", "rank", "ballot/ben", "first a, then b", "ana", "ben", "Why so high?", "", NOW
)
DIFFER = remarks.Differ("r2", "rank", "She told me otherwise", "unknown", "a", "statement a")
DIFFERED = remarks.Made(
    "r2", "differ", "rank", "a", "statement a", "ana", None, "She told me otherwise", "unknown", NOW
)


def seen(remark: str, *events: e.Event) -> remarks.RemarkRecord:
    record = views.everyone(given(*events).meeting)[f"remark/{remark}"]
    assert isinstance(record, remarks.RemarkRecord)
    return record


# --- asking and differing ---------------------------------------------------------------------


def test_anybody_asks_why_of_anything() -> None:
    given(*RANK).when(ASK, by="ana").then(ASKED)
    assert seen("r1", *RANK, ASKED).open


def test_the_question_itself_may_be_left_out() -> None:
    given(*RANK).when(replace(ASK, text=" "), by="ana").then(replace(ASKED, text=""))


def test_anybody_sees_a_thing_differently() -> None:
    given(*RANK).when(DIFFER, by="ana").then(DIFFERED)
    assert seen("r2", *RANK, DIFFERED).safe == "unknown"


def test_who_sees_it_differently_says_first_whether_the_child_is_safe() -> None:
    about_a_child = (replace(RANK[0], case=True), *RANK[1:])
    given(*about_a_child).when(replace(DIFFER, safe=""), by="ana").refused(Code.SAFE_FIRST)
    given(*about_a_child).when(DIFFER, by="ana").then(DIFFERED)


def test_where_there_is_no_child_nobody_is_asked_about_one() -> None:
    given(*RANK).when(replace(DIFFER, safe=""), by="ana").then(replace(DIFFERED, safe=""))


def test_who_sees_it_differently_says_how() -> None:
    given(*RANK).when(replace(DIFFER, text=" "), by="ana").refused(Code.TEXT_EMPTY)


@pytest.mark.parametrize("command", [ASK, DIFFER])
def test_a_remark_that_is_sent_twice_is_made_once(command: remarks.Command) -> None:
    given(*RANK).after(("ana", command)).when(command, by="ana").nothing()


@pytest.mark.parametrize("command", [ASK, DIFFER])
def test_whoever_just_watches_makes_no_remark(command: remarks.Command) -> None:
    given(*RANK).when(command, by="eve").refused(Code.WATCHING_ONLY)


def test_a_remark_may_be_made_before_the_start_and_in_a_pause() -> None:
    lobby = room(plan("rank", judge.Settings()))
    given(*lobby).when(replace(ASK, step=""), by="ana").then(replace(ASKED, step=""))
    given(*RANK, e.MeetingPaused(5)).when(ASK, by="ana").then(ASKED)


def test_after_the_end_nobody_makes_a_remark() -> None:
    given(*RANK, e.MeetingClosed(5)).when(ASK, by="ana").refused(Code.MEETING_CLOSED)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(ASK, remark="../.."), Code.NOT_UNDERSTOOD),
        (replace(ASK, remark="x" * 41), Code.NOT_UNDERSTOOD),
        (replace(ASK, about="a" * 161), Code.NOT_UNDERSTOOD),
        (replace(ASK, about="a\nb"), Code.NOT_UNDERSTOOD),
        (replace(ASK, step="nowhere"), Code.NO_SUCH_STEP),
        (replace(ASK, to="zed"), Code.NO_SUCH_MEMBER),
        (replace(ASK, quote="x" * (STATEMENT_LENGTH + 1)), Code.TEXT_TOO_LONG),
        (replace(ASK, text="x" * (NOTE_LENGTH + 1)), Code.TEXT_TOO_LONG),
    ],
)
def test_what_cannot_be_meant_is_refused(command: remarks.Command, code: Code) -> None:
    given(*RANK).when(command, by="ana").refused(code)


def test_the_id_of_somebody_elses_remark_is_refused() -> None:
    given(*RANK, ASKED).when(ASK, by="cam").refused(Code.NOT_UNDERSTOOD)
    given(*RANK, ASKED).when(replace(DIFFER, remark="r1"), by="ana").refused(Code.NOT_UNDERSTOOD)


def test_one_person_makes_so_many_remarks_and_no_more() -> None:
    many = [replace(ASKED, remark=f"q{n}") for n in range(remarks.MOST_EACH)]

    given(*RANK, *many).when(ASK, by="ana").refused(Code.TOO_MANY_REMARKS, most=remarks.MOST_EACH)
    given(*RANK, *many).when(ASK, by="cam").done()


# --- answering --------------------------------------------------------------------------------


def answered(by: str, text: str = "It happened twice") -> remarks.Answered:
    return remarks.Answered("r1", text, by)


@pytest.mark.parametrize("by", ["ben", "kit"])
def test_who_is_asked_answers_or_whoever_keeps_the_record(by: str) -> None:
    answer = remarks.Answer("r1", " It happened twice ")
    given(*RANK, ASKED).when(answer, by=by).then(answered(by))

    assert not seen("r1", *RANK, ASKED, answered(by)).open
    given(*RANK, ASKED, answered(by)).when(answer, by=by).nothing()


def test_nobody_answers_for_somebody_else() -> None:
    given(*RANK, ASKED).when(remarks.Answer("r1", "I think so"), by="cam").refused(
        Code.NOT_YOUR_REMARK
    )


def test_anybody_answers_what_is_asked_of_nobody_or_of_one_who_left() -> None:
    answer = remarks.Answer("r1", "It happened twice")

    given(*RANK, replace(ASKED, to=None)).when(answer, by="cam").then(answered("cam"))
    gone = e.MemberRemoved("ben")
    given(*RANK, ASKED, gone).when(answer, by="cam").then(answered("cam"))


def test_what_is_seen_differently_stays_open_when_it_is_answered() -> None:
    """Two people who differ have talked once; whether it is enough, the chair says."""
    reply = remarks.Answered("r2", "I see", "ben")

    assert seen("r2", *RANK, DIFFERED, reply).open
    assert not seen("r2", *RANK, DIFFERED, reply, remarks.Settled("r2")).open


def test_an_answer_has_words() -> None:
    given(*RANK, ASKED).when(remarks.Answer("r1", " "), by="ben").refused(Code.TEXT_EMPTY)


def test_what_was_talked_about_takes_no_answer() -> None:
    given(*RANK, ASKED, remarks.Settled("r1")).when(remarks.Answer("r1", "Yes"), by="ben").refused(
        Code.REMARK_SETTLED
    )


# --- taking back, and talking about it --------------------------------------------------------


def test_whoever_made_a_remark_takes_it_back() -> None:
    taken = remarks.Withdrawn("r1")
    given(*RANK, ASKED).when(remarks.Withdraw("r1"), by="ana").then(taken)

    given(*RANK, ASKED, taken).when(remarks.Withdraw("r1"), by="ana").nothing()
    assert "remark/r1" not in views.everyone(given(*RANK, ASKED, taken).meeting)


@pytest.mark.parametrize("by", ["ben", "kit"])
def test_nobody_else_takes_it_back(by: str) -> None:
    given(*RANK, ASKED).when(remarks.Withdraw("r1"), by=by).refused(Code.NOT_YOUR_REMARK)


@pytest.mark.parametrize("event", [answered("ben"), remarks.Settled("r1")])
def test_what_others_have_dealt_with_is_not_taken_back(event: e.Event) -> None:
    given(*RANK, ASKED, event).when(remarks.Withdraw("r1"), by="ana").refused(Code.REMARK_SETTLED)


def test_the_chair_says_that_it_was_talked_about() -> None:
    settled = remarks.Settled("r2")
    given(*RANK, DIFFERED).when(remarks.Settle("r2"), by="kit").then(settled)

    given(*RANK, DIFFERED, settled).when(remarks.Settle("r2"), by="kit").nothing()
    given(*RANK, DIFFERED).when(remarks.Settle("r2"), by="ana").refused(Code.CHAIR_ONLY)


@pytest.mark.parametrize("command", [remarks.Answer("r9", "Yes"), remarks.Settle("r9")])
def test_a_remark_that_is_not_there_is_refused(command: c.Command) -> None:
    given(*RANK).when(command, by="kit").refused(Code.NO_SUCH_REMARK)


# --- who needs longer -------------------------------------------------------------------------

NEEDED = remarks.LongerNeeded("rank", "ana", wanted=True)


def test_somebody_needs_longer_and_then_no_more() -> None:
    given(*RANK).when(remarks.NeedLonger("rank"), by="ana").then(NEEDED)
    given(*RANK, NEEDED).when(remarks.NeedLonger("rank"), by="ana").nothing()
    given(*RANK, NEEDED).when(remarks.NeedLonger("rank", wanted=False), by="ana").then(
        replace(NEEDED, wanted=False)
    )


def test_the_chair_takes_it_down_for_somebody_and_nobody_else_does() -> None:
    down = remarks.NeedLonger("rank", wanted=False, member="ana")

    given(*RANK, NEEDED).when(down, by="kit").then(replace(NEEDED, wanted=False))
    given(*RANK, NEEDED).when(down, by="ben").refused(Code.CHAIR_ONLY)
    given(*RANK).when(replace(down, member="zed"), by="kit").refused(Code.NO_SUCH_MEMBER)
    given(*RANK).when(remarks.NeedLonger("nowhere"), by="ana").refused(Code.NO_SUCH_STEP)


def test_nobody_waits_for_somebody_who_was_taken_out_of_the_room() -> None:
    meeting = given(*RANK, NEEDED, ASKED, e.MemberRemoved("ana")).meeting

    assert views.chairs(meeting)["longer/rank"] == remarks.LongerRecord("rank", ())
    assert "r1" in meeting.beside.remarks.remarks


def test_only_the_chair_and_the_person_see_who_needs_longer() -> None:
    meeting = given(*RANK, NEEDED).meeting

    assert views.chairs(meeting)["longer/rank"] == remarks.LongerRecord("rank", ("ana",))
    assert views.mine(meeting, "ana")["my_longer/rank"] == remarks.MyLongerRecord("rank")
    assert "my_longer/rank" not in views.mine(meeting, "ben")
    assert not [key for key in views.everyone(meeting) if "longer" in key]


# --- what the minutes say ---------------------------------------------------------------------


def test_the_minutes_keep_every_remark_in_order_with_its_answer() -> None:
    events = (*RANK, ASKED, DIFFERED, answered("ben"))
    kept = minutes.minutes(given(*events).meeting).beside.remarks

    assert [(remark.sort, remark.answer) for remark in kept] == [
        ("why", "It happened twice"),
        ("differ", ""),
    ]


def test_whoever_joined_since_sees_all_remarks() -> None:
    assert seen("r1", *RANK, ASKED, joined("dot")).text == "Why so high?"
