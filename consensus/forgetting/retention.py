"""Retention: how long a room is kept, who answers for that, why, and when they look at it again.

No law sets a number of days for a room like this one. A room is a working copy: each agency keeps
its own record in its own system. So the days are data, copied into a room when it is made, and the
host, a template and whoever keeps the record may all say other ones.
"""

from msgspec import Struct

from consensus.dates import DAY

LEAST_DAYS, MOST_DAYS = 1, 3_650

# The owner looks again a week before the end, unless a day is named.
NOTICE_DAYS = 7

# A name of a person or a post.
OWNER_LENGTH = 120


class Retention(Struct, frozen=True, forbid_unknown_fields=True):
    """A room is kept for `days` after its end by `owner`, for `reason`.

    `review` is how many days after the end the owner looks whether it is still needed. Where no
    owner or reason is named, the chair keeps it, for what rooms of its kind are kept for.
    """

    days: int
    owner: str = ""
    reason: str = ""
    review: int | None = None

    @property
    def looked_at(self) -> int:
        """After how many days the owner looks at it again."""
        return max(self.days - NOTICE_DAYS, 0) if self.review is None else self.review


# A made-up exercise is of use while a course lasts; a record about real people goes into each
# agency's own system within weeks.
TRAINING, CASE = Retention(30), Retention(90)


def usual(case: bool) -> Retention:
    """Return what holds where nothing says otherwise."""
    return CASE if case else TRAINING


def chosen(template: Retention | None, pack: Retention | None, case: bool) -> Retention:
    """Return what holds in a new room: what its template says, or its local rules, or the usual.

    Local rules say it of rooms about real people.
    """
    return template or (pack if case else None) or usual(case)


def wrong(found: Retention) -> bool:
    """Say whether these days cannot be: too few, too many, or looked at after the end."""
    reviewed = found.review is None or 0 <= found.review <= found.days
    return not (LEAST_DAYS <= found.days <= MOST_DAYS and reviewed)


def forget_at(found: Retention, closed: int | None, starts: int | None, last: int) -> int:
    """Return when (ms) a room is forgotten.

    The days run from its end. A room that was never closed has them from when it was planned or
    from the `last` thing that happened in it, whichever is later.
    """
    return (max(starts or 0, last) if closed is None else closed) + found.days * DAY
