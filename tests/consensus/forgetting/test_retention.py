"""Retention: which days hold in a new room, which cannot be, and when a room is forgotten."""

import pytest

from consensus.dates import DAY
from consensus.forgetting.retention import (
    CASE,
    MOST_DAYS,
    TRAINING,
    Retention,
    chosen,
    forget_at,
    usual,
    wrong,
)

WEEK, MONTH = Retention(7), Retention(31)


@pytest.mark.parametrize(
    ("template", "pack", "case", "holds"),
    [
        (None, None, False, TRAINING),
        (None, None, True, CASE),
        (WEEK, MONTH, True, WEEK),
        (None, MONTH, True, MONTH),
        (None, MONTH, False, TRAINING),
    ],
)
def test_a_template_says_it_first_then_the_rules_of_rooms_about_real_people(
    template: Retention | None, pack: Retention | None, case: bool, holds: Retention
) -> None:
    assert chosen(template, pack, case) == holds


def test_an_older_room_has_the_usual_days() -> None:
    assert (usual(False).days, usual(True).days) == (30, 90)


@pytest.mark.parametrize("days", [0, -1, MOST_DAYS + 1])
def test_some_days_cannot_be(days: int) -> None:
    assert wrong(Retention(days))


@pytest.mark.parametrize(("review", "is_wrong"), [(0, False), (7, False), (8, True), (-1, True)])
def test_it_is_looked_at_before_the_end(review: int, is_wrong: bool) -> None:
    assert wrong(Retention(7, review=review)) is is_wrong


def test_the_owner_looks_a_week_before_the_end_unless_a_day_is_named() -> None:
    assert [Retention(30).looked_at, Retention(3).looked_at] == [23, 0]
    assert Retention(30, review=10).looked_at == 10


def test_the_days_run_from_the_end_of_the_meeting() -> None:
    assert forget_at(WEEK, closed=5, starts=9, last=99) == 5 + 7 * DAY


@pytest.mark.parametrize(("starts", "last", "since"), [(None, 4, 4), (9, 4, 9), (2, 4, 4)])
def test_of_a_room_that_was_never_closed_they_run_from_the_last_thing_in_it(
    starts: int | None, last: int, since: int
) -> None:
    assert forget_at(WEEK, None, starts, last) == since + 7 * DAY
