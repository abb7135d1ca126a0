"""How long a room is kept: who may change that, when, and with which words."""

import pytest

from consensus import events as e
from consensus.dates import DAY
from consensus.forgetting.retention import MOST_DAYS, Retention
from consensus.people import Role
from consensus.refusal import Code
from consensus.roomwide import retention
from consensus.roomwide.retention import RetentionRecord, RetentionSet, SetRetention
from consensus.views import everyone
from tests.consensus.given import NOW, Situation, given, joined, prepared

CLOSED = 900_000
THIRTY = SetRetention(30, "The trainer", "")
LONGER = SetRetention(60, "The trainer", "a second day is planned")


def meeting(*more: e.Event) -> Situation:
    return given(
        prepared(), joined("kit", "chair"), joined("ana"), joined("rae", "recorder"), *more
    )


def test_everyone_is_told_for_how_long_by_whom_and_why() -> None:
    seen = everyone(meeting().when(LONGER, by="kit").done().meeting)

    assert seen["retention"] == RetentionRecord(60, "The trainer", "a second day is planned", 53)


def test_it_is_kept_for_longer_with_a_reason_and_what_held_before_stays_known() -> None:
    after = (
        meeting()
        .when(LONGER, by="kit")
        .then(RetentionSet(Retention(60, "The trainer", "a second day is planned"), "kit", NOW))
    )

    (change,) = after.meeting.beside.retention.changes
    assert (change.before, change.by, change.at) == (Retention(30), "kit", NOW)


def test_the_same_again_changes_nothing() -> None:
    meeting().when(LONGER, by="kit").done().when(LONGER, by="kit").nothing()


def test_it_is_not_kept_for_longer_without_a_reason() -> None:
    meeting().when(SetRetention(31, "The trainer", "  "), by="kit").refused(Code.RETENTION_WHY)


def test_it_is_kept_less_long_without_one_and_the_reason_before_stays() -> None:
    meeting().after(("kit", LONGER)).when(SetRetention(10, "Kit’s post", "", 3), by="rae").then(
        RetentionSet(Retention(10, "Kit’s post", "a second day is planned", 3), "rae", NOW)
    )


@pytest.mark.parametrize("role", ["participant", "family", "advocate", "observer"])
def test_whoever_does_not_keep_the_record_cannot_change_it(role: Role) -> None:
    meeting(joined("dot", role)).when(LONGER, by="dot").refused(Code.RETENTION_NOT_YOURS)


@pytest.mark.parametrize(("days", "review"), [(0, None), (MOST_DAYS + 1, None), (9, 10), (9, -1)])
def test_days_that_cannot_be_are_refused(days: int, review: int | None) -> None:
    command = SetRetention(days, "The trainer", "why", review)
    meeting().when(command, by="kit").refused(Code.RETENTION_DAYS, least=1, most=MOST_DAYS)


def test_somebody_has_to_keep_it() -> None:
    meeting().when(SetRetention(9, " ", "why"), by="kit").refused(Code.RETENTION_OWNER)


@pytest.mark.parametrize(
    "command", [SetRetention(9, "T" * 121, ""), SetRetention(9, "T", "y" * 601)]
)
def test_words_have_an_end(command: SetRetention) -> None:
    meeting().when(command, by="kit").refused(Code.TEXT_TOO_LONG)


def test_it_can_be_changed_when_the_meeting_is_over() -> None:
    meeting(e.MeetingClosed(CLOSED)).when(LONGER, by="rae").done()


def test_a_closed_room_is_not_deleted_by_setting_a_day_that_has_passed() -> None:
    over = meeting(e.MeetingClosed(CLOSED))
    later = CLOSED + 5 * DAY

    over.when(SetRetention(5, "The trainer", ""), by="kit", at=later).refused(Code.RETENTION_PAST)
    over.when(SetRetention(6, "The trainer", ""), by="kit", at=later).done()


def test_changes_have_an_end() -> None:
    busy = meeting()
    for count in range(retention.MOST_CHANGES):
        busy = busy.when(SetRetention(1 + count % 2, "T", "why"), by="kit").done()

    busy.when(LONGER, by="kit").refused(Code.RETENTION_OFTEN, most=retention.MOST_CHANGES)
