"""Notices in force: what stays shut, and for whom, until they have been answered."""

from consensus import commands as c
from consensus import events as e
from consensus.agendas import notices, planning
from consensus.answers.notes import Lane
from consensus.refusal import Code
from consensus.steps import collect, gate
from tests.consensus.given import NOW, given, gone_to, joined, opened, plan, room

NOTICE = gate.Settings(title="Recording", version="1", text="We keep a record.")
LANES = collect.Settings((Lane("facts", "Facts"),))
AGENDA = (
    plan("before", LANES),
    plan("notice", NOTICE),
    plan("after", LANES),
)
EVERYBODY = ("kit", "ana", "ben", "cam", "eve")


def said(*members: str, agreed: bool = True) -> tuple[e.Event, ...]:
    return tuple(gate.Acknowledged("notice", m, agreed, "1", "", m, NOW) for m in members)


def test_the_next_step_stays_shut_while_somebody_here_has_not_answered() -> None:
    given(*room(*AGENDA), opened("notice"), *said("kit", "ana")).when(
        c.OpenStep("after"), by="kit"
    ).refused(Code.NOTICE_UNANSWERED, count=3)


def test_it_opens_when_everybody_here_has_answered_whatever_they_said() -> None:
    here = (*room(*AGENDA), opened("notice"), *said(*EVERYBODY[:4]), *said("eve", agreed=False))

    given(*here).when(c.OpenStep("after"), by="kit").done()


def test_nobody_waits_for_those_who_are_away() -> None:
    here = (*room(*AGENDA), opened("notice"), *said(*EVERYBODY[:4]), e.MemberLeft("eve", 0))

    given(*here).when(c.OpenStep("after"), by="kit").done()


def test_what_comes_before_the_notice_stays_open() -> None:
    given(*room(*AGENDA), opened("notice")).when(c.OpenStep("before"), by="kit").done()


def test_nothing_after_a_notice_opens_before_it_was_shown_or_left_out_for_a_reason() -> None:
    fresh = room(*AGENDA)
    left_out = (*fresh, planning.StepSkipped("notice", "Read out on the phone yesterday"))

    given(*fresh).when(c.OpenStep("after"), by="kit").refused(Code.NEEDED_FIRST, title="Notice")
    given(*fresh).when(c.OpenStep("before"), by="kit").done()
    given(*left_out).when(c.OpenStep("after"), by="kit").done()


def test_a_gate_that_does_not_block_only_keeps_what_was_answered() -> None:
    mild = gate.Settings(title="Recording", version="1", text="We keep a record.", blocks=False)
    here = (*room(plan("notice", mild), plan("after", LANES)), opened("notice"))

    given(*here).when(c.OpenStep("after"), by="kit").done()


def test_somebody_who_comes_in_later_answers_first() -> None:
    later = (*room(*AGENDA), opened("notice"), *said(*EVERYBODY), opened("after"), joined("dot"))
    note = collect.AddNote("after", "n1", "facts", "seen on Monday")

    given(*later).when(note, by="dot").refused(Code.NOTICE_FIRST)
    given(*later).when(note, by="ana").done()
    given(*later, *said("dot")).when(note, by="dot").done()


def test_a_chair_who_has_not_answered_does_not_steer_a_step() -> None:
    later = (*room(*AGENDA), opened("notice"), *said(*EVERYBODY[:4]), opened("after"))

    given(*later, e.ChairPassed("eve", covering=False)).when(
        collect.RemoveNote("after", "n1"), by="eve"
    ).refused(Code.NOTICE_FIRST)


def test_going_back_to_a_later_step_asks_about_newcomers_too() -> None:
    later = (*room(*AGENDA), opened("notice"), *said(*EVERYBODY), opened("after"))

    given(*later, gone_to("before"), joined("dot")).when(c.OpenStep("after"), by="kit").refused(
        Code.NOTICE_UNANSWERED, count=1
    )


def test_each_is_counted_once_however_many_notices_wait() -> None:
    two = (plan("notice", NOTICE), plan("rules", NOTICE), plan("after", LANES))
    meeting = given(*room(*two), opened("notice"), opened("rules")).meeting

    assert notices.unanswered(meeting.agenda, "after", meeting.members) == EVERYBODY
    assert notices.unanswered(meeting.agenda, "notice", meeting.members) == ()
    assert notices.stops(meeting.agenda, meeting.members["ana"])
