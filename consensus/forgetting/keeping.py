"""Until when a meeting is kept."""

from consensus.dates import DAY
from consensus.forgetting import retention
from consensus.state import Meeting


def forgotten_at(meeting: Meeting, last: int) -> int:
    """Return when (ms) a meeting is forgotten; `last` is when the last thing happened in it."""
    kept = meeting.beside.retention.now
    return retention.forget_at(kept, meeting.closed, meeting.starts, last)


def looked_at(meeting: Meeting) -> int | None:
    """Return when (ms) its owner looks whether it is still needed; nothing before its end."""
    if meeting.closed is None:
        return None
    return meeting.closed + meeting.beside.retention.now.looked_at * DAY
