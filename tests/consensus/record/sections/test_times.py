"""Every step of the agenda stands with its planned and actual time, and what became of it."""

from consensus import events as e
from consensus.agendas import planning
from consensus.record.lines import Say
from consensus.steps import turns
from tests.consensus.given import MINUTE, gone_to, opened, plan, room
from tests.consensus.record.said import line, lines, of

PLANS = (plan("one", turns.Settings()), plan("two", turns.Settings()))


def test_planned_and_actual_minutes_stand_side_by_side() -> None:
    longer = e.TimeAdded("one", 5)
    found = of(*room(*PLANS), opened("one", at=0), longer, e.MeetingClosed(7 * MINUTE))

    assert line(found, "times.one").cells == (
        Say("record-step", {"number": "1", "title": "One"}),
        Say("record-time-box", {"planned": 10, "now": 15, "changed": "yes"}),
        Say("record-turn-minutes", {"minutes": "7"}),
        Say("record-held-step", {"added": "no", "again": 0}),
    )


def test_what_was_left_out_says_why_and_what_was_not_held_that_it_was_not() -> None:
    found = of(*room(*PLANS), planning.StepSkipped("one", "No time"), e.MeetingClosed(MINUTE))

    assert line(found, "times.one").cells[2:] == (
        "",
        Say("record-skipped", {"because": "No time"}),
    )
    assert line(found, "times.two").cells[2:] == ("", Say("record-not-held"))


def test_a_step_that_was_added_says_so() -> None:
    found = of(
        *room(*PLANS), planning.StepAdded(plan("three", turns.Settings()), None), opened("three")
    )

    assert lines(found, "times") == ["times.one", "times.two", "times.three"]
    held = Say("record-held-step", {"added": "yes", "again": 0})
    assert line(found, "times.three").cells[3] == held


def test_a_step_that_the_meeting_went_back_to_says_how_often() -> None:
    back = (opened("one"), opened("two"), gone_to("one"))
    found = of(*room(*PLANS), *back)

    once, never = (Say("record-held-step", {"added": "no", "again": n}) for n in (1, 0))
    assert line(found, "times.one").cells[3] == once
    assert line(found, "times.two").cells[3] == never
