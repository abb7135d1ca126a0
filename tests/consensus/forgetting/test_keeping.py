"""Until when a meeting is kept, as it stands."""

from msgspec.structs import replace

from consensus import events as e
from consensus.dates import DAY
from consensus.forgetting.keeping import counted_from, forgotten_at, looked_at
from consensus.forgetting.retention import MOST_DAYS, Retention
from consensus.hall import table as t
from consensus.meeting import evolve
from consensus.roomwide.retention import RetentionSet
from tests.consensus.given import given, joined, prepared

OPEN = (prepared(), joined("kit", "chair"))


def test_an_open_meeting_is_kept_from_the_last_thing_that_happened_in_it() -> None:
    assert forgotten_at(given(*OPEN).meeting, last=5) == 5 + 30 * DAY
    assert looked_at(given(*OPEN).meeting) is None


def test_a_closed_one_is_kept_from_its_end() -> None:
    closed = given(*OPEN, e.MeetingClosed(7)).meeting

    assert forgotten_at(closed, last=99) == 7 + 30 * DAY
    assert looked_at(closed) == 7 + 23 * DAY


def test_a_table_at_which_nobody_has_ever_been_is_kept_for_a_day() -> None:
    table = replace(prepared(), table=t.Of("HALL23", "A hall", 1, self_run=True))

    assert forgotten_at(given(table).meeting, last=5) == 5 + DAY
    assert forgotten_at(given(table, joined("kit", "chair")).meeting, last=5) == 5 + 30 * DAY
    assert forgotten_at(given(table, e.MeetingClosed(7)).meeting, last=9) == 7 + 30 * DAY


def test_the_days_of_a_meeting_held_before_there_were_any_count_from_now() -> None:
    closed = given(*OPEN, e.MeetingClosed(7)).meeting
    now = 7 + 100 * DAY + 1

    given_days = counted_from(closed, now)

    assert given_days == RetentionSet(Retention(131), None, now)
    assert 30 * DAY <= forgotten_at(evolve(closed, given_days), last=0) - now < 31 * DAY
    assert looked_at(evolve(closed, given_days)) == 7 + 124 * DAY


def test_it_is_never_kept_for_longer_than_anybody_may_say() -> None:
    closed = given(*OPEN, e.MeetingClosed(7)).meeting

    assert counted_from(closed, 7 + 9_999 * DAY) == RetentionSet(
        Retention(MOST_DAYS), None, 7 + 9_999 * DAY
    )


def test_those_of_one_that_goes_on_or_ends_now_count_as_they_are() -> None:
    assert counted_from(given(*OPEN).meeting, 7 + 100 * DAY) is None
    assert counted_from(given(*OPEN, e.MeetingClosed(7)).meeting, 7) is None
