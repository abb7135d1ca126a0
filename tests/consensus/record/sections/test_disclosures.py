"""Every copy that was given out has its line, for those who keep the record."""

from consensus import events as e
from consensus.record.lines import Moment, Say
from consensus.record.written import record
from consensus.roomwide.disclosures import Disclosed
from tests.consensus.given import given, room

MADE = Disclosed(
    copy="c1",
    reference="SAR 7",
    edition=2,
    withheld={"a": "another_person", "b": "serious_harm", "c": "another_person"},
    summaries={"a": "Somebody was there."},
    given=9,
    guidance="uk",
    by="kit",
    at=5,
)


def test_a_copy_is_accounted_for_without_what_was_in_it() -> None:
    found = record(given(*room(), e.MeetingClosed(1), MADE).meeting)

    (section,) = [each for each in found.sections if each.id == "disclosures"]
    (line,) = section.lines
    assert (line.id, line.readers, line.about) == ("disclosures.c1", "restricted", ("kit",))
    assert line.cells == (
        Say(
            "record-disclosed",
            {
                "reference": "SAR 7",
                "when": Moment(5, "day"),
                "by": "Kit (Health)",
                "edition": 2,
                "given": 9,
                "withheld": 3,
                "grounds": (
                    Say("record-disclosed-ground", {"ground": "another_person", "count": 2}),
                    Say("record-disclosed-ground", {"ground": "serious_harm", "count": 1}),
                ),
            },
        ),
    )


def test_where_no_copy_was_given_out_nothing_is_said_of_it() -> None:
    found = record(given(*room(), e.MeetingClosed(1)).meeting)

    assert "disclosures" not in {each.id for each in found.sections}
