"""Until when the room behind a record is kept, by whom and why, and what was changed about that."""

from collections.abc import Iterator

from consensus.forgetting.keeping import forgotten_at
from consensus.record.lines import Fact, Line, Moment, Say, Section
from consensus.record.telling import Telling


def sections(told: Telling) -> Iterator[Section]:
    """Yield how long the room is kept, for everybody."""
    lines = (_until(told), *_changes(told))
    yield Section("retention", Say("record-retention"), lines)


def _until(told: Telling) -> Line:
    kept, closed = told.meeting.beside.retention.now, told.found.closed
    reason = kept.reason.rstrip(".!")
    kind = "case" if told.meeting.case else "other"
    facts: dict[str, Fact] = {
        "owner": kept.owner or Say("record-retention-owner"),
        "reason": reason or Say("record-retention-reason", {"kind": kind}),
    }
    if closed is None:
        said = Say("record-retention-after", {"days": kept.days, **facts})
    else:
        day = Moment(forgotten_at(told.meeting, closed), "day")
        said = Say("record-retention-until", {"day": day, **facts})
    return told.line("retention.until", "fact", said)


def _changes(told: Telling) -> Iterator[Line]:
    for number, change in enumerate(told.meeting.beside.retention.changes, 1):
        facts: dict[str, Fact] = {
            "who": told.who(change.by) if change.by else Say("record-retention-site"),
            "day": Moment(change.at, "day"),
            "days": change.before.days,
        }
        said = Say("record-retention-changed", facts)
        about = (change.by,) if change.by is not None else ()
        yield told.line(f"retention.changed.{number}", "fact", said, about=about)
