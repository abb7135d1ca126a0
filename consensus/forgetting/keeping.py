"""Until when a meeting is kept."""

from msgspec.structs import replace

from consensus.dates import DAY
from consensus.forgetting import retention
from consensus.roomwide.retention import RetentionSet
from consensus.state import Meeting


def forgotten_at(meeting: Meeting, last: int) -> int:
    """Return when (ms) a meeting is forgotten; `last` is when the last thing happened in it.

    A table at which nobody has ever been goes after a day, unless its hall has it by then: it may
    have been made just before a server ended, or been taken away.
    """
    if meeting.table is not None and not meeting.members and meeting.closed is None:
        return last + DAY
    kept = meeting.beside.retention.now
    return retention.forget_at(kept, meeting.closed, meeting.starts, last)


def counted_from(meeting: Meeting, at: int) -> RetentionSet | None:
    """Return what lets a closed meeting's days count from a time (ms), not from its end.

    It was held before rooms had a day on which they go, so nobody in it was told of one. Nothing
    where the days still count from the end, or from the last thing that happened.
    """
    now = meeting.beside.retention.now
    passed = 0 if meeting.closed is None else -((meeting.closed - at) // DAY)
    if passed <= 0:
        return None
    days = min(now.days + passed, retention.MOST_DAYS)
    return RetentionSet(replace(now, days=days), None, at)


def looked_at(meeting: Meeting) -> int | None:
    """Return when (ms) its owner looks whether it is still needed; nothing before its end."""
    if meeting.closed is None:
        return None
    return meeting.closed + meeting.beside.retention.now.looked_at * DAY
