"""Somebody may be in danger: everybody stops, and goes on when it is written down what happens."""

import msgspec
import pytest

from consensus import commands as c
from consensus import events as e
from consensus.meeting import evolve
from consensus.refusal import Code
from consensus.roomwide import risk
from consensus.steps import judge
from consensus.views import chairs, everyone, mine
from tests.consensus.given import NOW, Situation, given, joined, opened, plan, room

AT = NOW - 60_000
PLAN = risk.WritePlan("r1", "Sam, social care", "2027-03-09T14:30", "the duty team")
RAISED = risk.Raised("r1", "ana", "he is waiting outside", AT)
PLANNED = risk.Planned("r1", PLAN.convenes, PLAN.due, PLAN.told, "ana", NOW)


def at_work() -> tuple[e.Event, ...]:
    return (*room(plan("rank", judge.Settings())), opened("rank", *"abcd"))


def stopped() -> Situation:
    return given(*at_work(), RAISED, e.MeetingPaused(AT))


def test_anybody_stops_the_step_at_once() -> None:
    (
        given(*at_work())
        .when(risk.Raise("r1", "he is waiting outside"), by="ana")
        .then(risk.Raised("r1", "ana", "he is waiting outside", NOW), e.MeetingPaused(NOW))
        .when(judge.Cast("rank", tuple("abcd")), by="ben")
        .refused(Code.MEETING_PAUSED)
    )


def test_no_words_are_needed() -> None:
    given(*at_work()).when(risk.Raise("r1"), by="ben").done()


@pytest.mark.parametrize("role", ["family", "advocate", "recorder", "deputy"])
def test_everybody_who_takes_part_can(role: str) -> None:
    given(*at_work(), joined("fay", role)).when(risk.Raise("r1"), by="fay").done()  # type: ignore[arg-type]  # they are roles


def test_it_works_before_the_start_and_in_a_pause() -> None:
    lobby = given(*room(plan("rank", judge.Settings())))
    lobby.when(risk.Raise("r1"), by="ana").done()

    paused = given(*at_work(), e.MeetingPaused(AT))
    paused.when(risk.Raise("r1"), by="ana").then(risk.Raised("r1", "ana", "", NOW))


def test_whoever_watches_or_comes_too_late_cannot() -> None:
    given(*at_work()).when(risk.Raise("r1"), by="eve").refused(Code.WATCHING_ONLY)
    over = given(*at_work(), e.MeetingClosed(AT))
    over.when(risk.Raise("r1"), by="ana").refused(Code.MEETING_CLOSED)


def test_sent_again_it_is_the_same_alert_and_never_somebody_elses() -> None:
    again = risk.Raise("r1", "he is waiting outside")

    stopped().when(again, by="ana").nothing()
    stopped().when(again, by="ben").refused(Code.NOT_UNDERSTOOD)
    stopped().when(risk.Raise("../r2"), by="ben").refused(Code.NOT_UNDERSTOOD)


def test_the_meeting_goes_on_only_when_it_is_written_down_what_happens() -> None:
    stopped().when(c.Resume(), by="kit").refused(Code.RISK_OPEN)
    stopped().when(c.OpenStep("rank"), by="kit").refused(Code.RISK_OPEN)

    planned = stopped().when(PLAN, by="ana").then(PLANNED)
    planned.when(c.Resume(), by="kit").then(e.MeetingResumed(NOW))

    calm = stopped().when(risk.StandDown("r1", "a misunderstanding"), by="kit").done()
    calm.when(c.Resume(), by="kit").done()


def test_two_alerts_need_two_answers() -> None:
    both = stopped().when(risk.Raise("r2"), by="ben").done()

    both.when(PLAN, by="kit").done().when(c.Resume(), by="kit").refused(Code.RISK_OPEN)


def test_the_chair_may_always_end_the_meeting() -> None:
    stopped().when(c.Close(), by="kit").done()


def test_a_plan_can_be_corrected_and_is_the_chairs_or_whose_alert_it_is() -> None:
    planned = stopped().when(PLAN, by="ana").done()

    planned.when(PLAN, by="kit").nothing()
    planned.when(risk.StandDown("r1", "he was picked up"), by="kit").done()
    stopped().when(PLAN, by="ben").refused(Code.NOT_YOUR_RISK)
    stopped().when(risk.StandDown("r1", "no"), by="ben").refused(Code.NOT_YOUR_RISK)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (risk.WritePlan("r1", " ", PLAN.due), Code.NAME_EMPTY),
        (risk.WritePlan("r1", "x" * 61, PLAN.due), Code.NAME_TOO_LONG),
        (risk.WritePlan("r1", "Sam", "soon"), Code.TIME_UNCLEAR),
        (risk.WritePlan("r1", "Sam", "2027-02-30T14:30"), Code.TIME_UNCLEAR),
        (risk.WritePlan("r1", "Sam", "2027-02-03T24:30"), Code.TIME_UNCLEAR),
        (risk.WritePlan("r1", "Sam", PLAN.due, "x" * 601), Code.TEXT_TOO_LONG),
        (risk.StandDown("r1", " "), Code.REASON_NEEDED),
        (risk.StandDown("r2", "no"), Code.NO_SUCH_RISK),
        (risk.Raise("r2", "x" * 601), Code.TEXT_TOO_LONG),
    ],
)
def test_what_cannot_be_understood_is_refused(command: risk.Command, code: Code) -> None:
    stopped().when(command, by="kit").refused(code)


def test_there_is_an_end_to_alerts() -> None:
    many = [risk.Raised(f"r{n}", "ana", "", AT) for n in range(risk.MOST_RISKS)]

    outcome = given(*at_work(), *many).when(risk.Raise("more"), by="ana")

    outcome.refused(Code.TOO_MANY_RISKS, most=risk.MOST_RISKS)


def test_what_it_is_about_is_seen_by_the_chair_and_whoever_raised_it_alone() -> None:
    meeting = evolve(stopped().meeting, PLANNED)

    for told in (everyone(meeting), mine(meeting, "ben")):
        written = msgspec.json.encode(told).decode()
        assert "waiting outside" not in written
        assert "duty team" not in written
    words = risk.RiskWordsRecord("r1", "he is waiting outside", "the duty team", "")
    assert mine(meeting, "ana")["risk_words/r1"] == words
    assert chairs(meeting)["risk_words/r1"] == words


def test_everybody_sees_who_raised_it_and_how_it_stands() -> None:
    meeting = stopped().meeting
    assert everyone(meeting)["risk/r1"] == risk.RiskRecord("r1", "ana", AT, "open", "", "")

    planned = evolve(meeting, PLANNED)
    assert everyone(planned)["risk/r1"] == risk.RiskRecord(
        "r1", "ana", AT, "planned", PLAN.convenes, PLAN.due
    )
    calm = evolve(meeting, risk.Calmed("r1", "a misunderstanding", "kit", NOW))
    record = everyone(calm)["risk/r1"]
    assert isinstance(record, risk.RiskRecord)
    assert record.stands == "stood_down"
    assert chairs(calm)["risk_words/r1"] == risk.RiskWordsRecord(
        "r1", "he is waiting outside", "", "a misunderstanding"
    )


def test_the_record_has_all_of_it() -> None:
    meeting = evolve(stopped().meeting, PLANNED)

    (kept,) = risk.minutes(meeting.beside.risks)

    answer = risk.Plan(PLAN.convenes, PLAN.due, PLAN.told, "ana", NOW)
    assert kept == risk.Risk("ana", "he is waiting outside", AT, answer)
