"""Time limits run from the meeting: from when it ended, or when it is planned."""

import pytest
from msgspec.structs import replace

from consensus.commands import Close
from consensus.dates import DAY
from consensus.limits import Limit, Limits, LimitsRecord, limits
from consensus.rules import Clock, Rules
from consensus.views import everyone
from tests.consensus.given import Situation, given, joined, prepared

RULES = Rules(
    edition="Handbook 2026",
    clocks=(Clock("record", "The record goes out", 1), Clock("seen", "Seen", 2, working=False)),
)


def room(rules: Rules = RULES, starts: int | None = None) -> Situation:
    return given(replace(prepared(), rules=rules, starts=starts), joined("kit", "chair"))


@pytest.mark.parametrize("starts", [None, 3 * DAY])
def test_before_the_end_they_run_from_the_plan(starts: int | None) -> None:
    held = starts or 0
    # 1 January 1970 was a Thursday: from Sunday, the next working day is Monday as well.
    assert limits(room(starts=starts).meeting) == Limits(
        "Handbook 2026",
        (Limit("The record goes out", held + DAY), Limit("Seen", held + 2 * DAY)),
    )


def test_after_it_they_run_from_the_end() -> None:
    closed = room(starts=DAY).when(Close(), by="kit", at=4 * DAY).done()

    assert limits(closed.meeting).limits[0].by == 5 * DAY


def test_everybody_sees_them_where_there_are_any() -> None:
    record = everyone(room().meeting)["limits"]

    assert isinstance(record, LimitsRecord)
    assert record.edition == "Handbook 2026"
    assert "limits" not in everyone(room(Rules()).meeting)
