"""Days that people type: those of the calendar, and nothing else; and the day of a moment."""

from datetime import UTC, datetime, timedelta

import pytest

from consensus.dates import DAY, day, is_day, moment, of
from consensus.refusal import Code, Refusal


@pytest.mark.parametrize("text", ["2000-01-01", "2027-03-09", "2028-02-29", "2100-12-31"])
def test_a_day_of_the_calendar_is_one(text: str) -> None:
    assert is_day(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "1999-12-31", "2101-01-01", "2027-13-01", "2027-04-31", "2027-00-10"),
        *("2027-02-29", "2100-02-29", "2027-3-9", "09/03/2027", "2027-03-09T10:00", "2027-03-0٩"),
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert not is_day(text)


def test_no_day_is_a_day_that_nobody_named() -> None:
    assert day("  ") == ""


def test_spaces_around_a_day_are_nobodys_mistake() -> None:
    assert day(" 2027-03-09 ") == "2027-03-09"


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        day("next week")
    assert refused.value.code is Code.NO_SUCH_DAY


def test_a_moment_is_a_day_and_a_minute() -> None:
    assert moment(" 2028-02-29T23:59 ") == "2028-02-29T23:59"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2027-03-09", "2027-02-29T10:00", "2027-03-09T24:00", "2027-03-09T10:00:00"],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        moment(text)
    assert refused.value.code is Code.TIME_UNCLEAR


def test_the_day_of_a_moment_is_that_of_the_calendar() -> None:
    start = datetime(1970, 1, 1, tzinfo=UTC)
    for days in range(0, 60_000, 13):
        then = start + timedelta(days=days)

        assert of(days * DAY + DAY - 1) == (then.year, then.month, then.day)
