"""Time limits: what the local rules want done after a meeting, and by when."""

from collections.abc import Iterator

from msgspec import Struct

from consensus.parts import Part, one
from consensus.rules import due
from consensus.state import Meeting


class Limit(Struct, frozen=True):
    """What has to be done by a time (ms)."""

    title: str
    by: int


class Limits(Struct, frozen=True):
    """The time limits of a room, and the edition of the guidance that they follow."""

    edition: str
    limits: tuple[Limit, ...]


class LimitsRecord(Struct, frozen=True, tag="limits"):
    """Everyone: the time limits that the local rules set, which run from the meeting."""

    edition: str
    limits: tuple[Limit, ...]


def limits(meeting: Meeting) -> Limits:
    """Return a meeting's time limits; until it has ended, they run from when it is planned."""
    rules = meeting.rules
    return Limits(
        rules.edition,
        tuple(
            Limit(clock.title, due(held(meeting), clock.days, clock.working))
            for clock in rules.clocks
        ),
    )


def everyone(meeting: Meeting) -> Iterator[tuple[str, Part[LimitsRecord]]]:
    """Yield the part that everyone, and so the wall, may see."""
    if meeting.rules.clocks:
        made_from = (meeting.rules, meeting.closed, meeting.starts, meeting.prepared)
        yield "limits", one("limits", made_from, lambda: _record(meeting))


def _record(meeting: Meeting) -> LimitsRecord:
    found = limits(meeting)
    return LimitsRecord(found.edition, found.limits)


def held(meeting: Meeting) -> int:
    """Return when (ms) a meeting was held, or is going to be."""
    return meeting.closed or meeting.starts or meeting.prepared
