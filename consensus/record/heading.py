"""The heading: what the meeting was called, for and about, and when it was held."""

from collections.abc import Iterator

from consensus.record.lines import Line, Moment, Say, Section
from consensus.record.telling import Telling
from consensus.state import Amendment

_MINUTE = 60_000


def sections(told: Telling) -> Iterator[Section]:
    """Yield when the meeting was held, and how its heading was changed."""
    yield Section("meeting", Say("record-meeting"), (*_when(told), *_amended(told)))


def _when(told: Telling) -> Iterator[Line]:
    meeting, steps = told.meeting, told.found.steps
    planned, spent = sum(step.planned for step in steps), sum(step.spent for step in steps)
    if meeting.starts is not None:
        yield told.line(
            "meeting.planned",
            "fact",
            Say("record-planned", {"when": Moment(meeting.starts, "both"), "minutes": planned}),
        )
    else:
        when = Moment(meeting.prepared, "both")
        yield told.line(
            "meeting.prepared", "fact", Say("record-prepared", {"when": when, "minutes": planned})
        )
    if meeting.closed is None:
        yield told.line("meeting.held", "fact", Say("record-going-on"))
        return
    ended, minutes = Moment(meeting.closed, "both"), round(spent / _MINUTE)
    held = Say("record-held", {"when": ended, "minutes": minutes})
    yield told.line("meeting.held", "fact", held)


def _amended(told: Telling) -> Iterator[Line]:
    for at, before in enumerate(told.found.amended, start=1):
        facts = {"who": told.who(before.by), "when": Moment(before.at, "both")}
        for name, words in _until_then(told, at, before):
            known = "yes" if words else "no"
            said = Say("record-amended", {**facts, "what": name, "words": words, "before": known})
            yield told.line(f"meeting.amended.{at}.{name}", "fact", said, about=(before.by,))


def _until_then(told: Telling, at: int, before: Amendment) -> Iterator[tuple[str, str]]:
    """Yield what an amendment changed, with the words until then."""
    later = (*told.found.amended, told.meeting)[at]
    for name in ("title", "purpose", "focus"):
        words = getattr(before, name)
        if words != getattr(later, name):
            yield name, words
