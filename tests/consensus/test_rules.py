"""Local rules: notices by their ids, and days counted as working days or not."""

import pytest

from consensus.dates import DAY
from consensus.rules import PLAIN, Notice, Rules, due

# Thursday, 1 January 1970, at noon.
THURSDAY = DAY // 2


def test_a_notice_is_found_by_its_id() -> None:
    calm = Notice("calm", "1", "Calm", "Breathe.")

    assert Rules(notices=(calm,)).notice("calm") == calm
    assert PLAIN.notice("calm") is None


@pytest.mark.parametrize(
    ("days", "working", "later"),
    [
        (0, True, 0),
        (1, True, 1),  # Friday
        (2, True, 4),  # over a weekend to Monday
        (15, True, 21),  # three weeks
        (1, False, 1),
        (3, False, 3),  # Sunday
    ],
)
def test_working_days_leave_out_the_weekend(days: int, working: bool, later: int) -> None:
    assert due(THURSDAY, days, working) == THURSDAY + later * DAY
