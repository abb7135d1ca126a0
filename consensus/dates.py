"""Days of the calendar: those that people type, with no time zone, and that of a moment."""

import re

from consensus.refusal import Code, Refusal

# In ms.
DAY = 86_400_000

_SHAPE = re.compile(r"(20\d\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day(text: str) -> str:
    """Return a day as "2027-03-09", or nothing for nothing; refuse what is no day of 2000-2100."""
    written = text.strip()
    if written and not is_day(written):
        raise Refusal(Code.NO_SUCH_DAY)
    return written


def moment(text: str) -> str:
    """Return a local day and time, to the minute, as "2027-03-09T14:30"; refuse anything else."""
    written = text.strip()
    date, _, time = written.partition("T")
    if not is_day(date) or not _TIME.fullmatch(time):
        raise Refusal(Code.TIME_UNCLEAR)
    return written


def is_day(text: str) -> bool:
    """Say whether a text is a day of the years 2000 to 2100, as "2027-03-09"."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return False
    year, month, date = map(int, found.groups())
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date <= _DAYS[month - 1] + leap


def of(at: int) -> tuple[int, int, int]:
    """Return the year, month and day of a time (ms) in UTC.

    Counts in years that begin in March, whose leap day is the last: E. G. Richards, "Mapping Time"
    (1998), chapter 25.
    """
    days = at // DAY + 719_468  # since 1 March of the year 0
    era, day_of_era = divmod(days, 146_097)
    year = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    month = (5 * day_of_year + 2) // 153
    date = day_of_year - (153 * month + 2) // 5 + 1
    after_december = month >= 10
    return year + era * 400 + after_december, month - 9 if after_december else month + 3, date
