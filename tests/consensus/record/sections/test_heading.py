"""The heading says when the meeting was held, and what it was called before."""

from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.record.lines import Moment
from consensus.record.written import record
from consensus.steps import turns
from tests.consensus.given import MINUTE, Situation, after, given, opened, plan, room
from tests.consensus.record.said import facts, line, of, said

LOBBY = room(plan("talk", turns.Settings()))


def test_a_meeting_that_goes_on_says_so() -> None:
    found = of(*LOBBY)

    assert facts(found, "meeting.prepared") == {"when": Moment(0, "both"), "minutes": 10}
    assert said(found, "meeting.held").id == "record-going-on"


def test_a_planned_meeting_says_for_when() -> None:
    first = replace(LOBBY[0], starts=MINUTE)

    assert facts(of(first), "meeting.planned")["when"] == Moment(MINUTE, "both")


def test_a_closed_meeting_says_when_it_ended_and_how_long_the_steps_took() -> None:
    found = of(*LOBBY, opened("talk", at=MINUTE), e.MeetingClosed(8 * MINUTE))

    held = {"when": Moment(8 * MINUTE, "both"), "minutes": 7}
    assert facts(found, "meeting.held") == held


def test_an_amended_heading_keeps_what_it_was_who_changed_it_and_when() -> None:
    first = c.Amend("A meeting", "To listen", "")
    second = c.Amend("Another meeting", "To listen", "")
    meeting = given(*LOBBY).after(("kit", first), ("kit", second), at=5).meeting
    found = record(meeting)

    assert facts(found, "meeting.amended.1.purpose") == {
        "who": "Kit (Health)",
        "when": Moment(5, "both"),
        "what": "purpose",
        "words": "To decide",
        "before": "yes",
    }
    assert facts(found, "meeting.amended.2.title")["words"] == "A meeting"
    assert line(found, "meeting.amended.2.title").about == ("kit",)
    assert found.line("meeting.amended.1.title") is None


def test_it_says_who_was_in_the_chair_and_deputy_from_when_on() -> None:
    named = given(*LOBBY).after(("kit", c.NameDeputy("ana")), at=MINUTE)
    gone = (e.MemberLeft("ana", 2 * MINUTE), e.MemberLeft("kit", 3 * MINUTE))
    left = Situation(after(named.meeting, gone))
    covered = left.after(("ben", c.Cover()), at=5 * MINUTE)
    found = record(covered.after(("ben", c.HandOver("cam")), at=6 * MINUTE).meeting)

    told = [facts(found, f"meeting.office.{at}") for at in range(1, 5)]
    assert [(each["who"], each["when"], each.get("how", "")) for each in told] == [
        ("Kit (Health)", Moment(0, "time"), "first"),
        ("Ana (Health)", Moment(MINUTE, "time"), ""),
        ("Ben (Health)", Moment(5 * MINUTE, "time"), "covering"),
        ("Cam (Health)", Moment(6 * MINUTE, "time"), "passed"),
    ]
    assert line(found, "meeting.office.4").about == ("cam",)


def test_it_says_that_nobody_was_deputy_any_more() -> None:
    named = given(*LOBBY).after(("kit", c.NameDeputy("ana")), ("kit", c.NameDeputy(None)))

    assert facts(record(named.meeting), "meeting.office.3")["named"] == "no"
