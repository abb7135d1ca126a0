"""The record says until when its room is kept, by whom and why."""

from consensus import events as e
from consensus.dates import DAY
from consensus.forgetting.retention import Retention
from consensus.record.lines import Fact, Moment, Say
from consensus.roomwide.retention import RetentionSet
from tests.consensus.given import room
from tests.consensus.record.said import case_room, line, lines, of

SET = RetentionSet(Retention(7, "The office", "a course runs."), "kit", 5)


def test_while_the_meeting_goes_on_the_days_are_counted_from_its_end() -> None:
    after = line(of(*room()), "retention.until")

    why = Say("record-retention-reason", {"kind": "other"})
    facts: dict[str, Fact] = {"days": 30, "owner": Say("record-retention-owner"), "reason": why}
    assert after.cells == (Say("record-retention-after", facts),)
    assert after.readers == "all"


def test_after_it_the_day_is_named_for_everybody() -> None:
    found = of(*case_room(), e.MeetingClosed(9), SET)

    facts: dict[str, Fact] = {
        "day": Moment(9 + 7 * DAY, "day"),
        "owner": "The office",
        "reason": "a course runs",
    }
    assert line(found, "retention.until").cells == (Say("record-retention-until", facts),)


def test_what_was_changed_stays_known() -> None:
    found = of(*case_room(), SET)

    assert lines(found, "retention") == ["retention.until", "retention.changed.1"]
    facts: dict[str, Fact] = {"who": "Kit (Health)", "day": Moment(5, "day"), "days": 90}
    assert line(found, "retention.changed.1").cells == (Say("record-retention-changed", facts),)
    assert line(found, "retention.changed.1").about == ("kit",)


def test_where_nobody_had_set_a_day_the_site_did() -> None:
    found = of(*case_room(), e.MeetingClosed(9), RetentionSet(Retention(400), None, 5))

    said = line(found, "retention.changed.1")
    site: dict[str, Fact] = {
        "who": Say("record-retention-site"),
        "day": Moment(5, "day"),
        "days": 90,
    }
    assert (said.cells, said.about) == ((Say("record-retention-changed", site),), ())
