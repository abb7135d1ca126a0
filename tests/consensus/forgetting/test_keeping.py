"""Until when a meeting is kept, as it stands."""

from consensus import events as e
from consensus.dates import DAY
from consensus.forgetting.keeping import forgotten_at, looked_at
from tests.consensus.given import given, joined, prepared

OPEN = (prepared(), joined("kit", "chair"))


def test_an_open_meeting_is_kept_from_the_last_thing_that_happened_in_it() -> None:
    assert forgotten_at(given(*OPEN).meeting, last=5) == 5 + 30 * DAY
    assert looked_at(given(*OPEN).meeting) is None


def test_a_closed_one_is_kept_from_its_end() -> None:
    closed = given(*OPEN, e.MeetingClosed(7)).meeting

    assert forgotten_at(closed, last=99) == 7 + 30 * DAY
    assert looked_at(closed) == 7 + 23 * DAY
