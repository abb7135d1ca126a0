"""The heading: what the meeting was called, for and about, when it was held, and by whom."""

from collections.abc import Iterator

from consensus.record.lines import Fact, Line, Moment, Say, Section
from consensus.record.telling import Telling
from consensus.state import Amendment

_MINUTE = 60_000


def sections(told: Telling) -> Iterator[Section]:
    """Yield when the meeting was held, who led it, and how its heading was changed."""
    lines = (*_when(told), *_offices(told), *_amended(told))
    yield Section("meeting", Say("record-meeting"), lines)


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


def _offices(told: Telling) -> Iterator[Line]:
    """Yield who was in the chair, and deputy, from when on."""
    begun = False
    for at, office in enumerate(told.meeting.offices, start=1):
        facts: dict[str, Fact] = {
            "who": told.who(office.member) if office.member else "",
            "when": Moment(office.at, "time"),
        }
        if office.role == "deputy":
            named = "yes" if office.member else "no"
            said = Say("record-deputy-named", {**facts, "named": named})
        else:
            how = ("covering" if office.covering else "passed") if begun else "first"
            said, begun = Say("record-in-chair", {**facts, "how": how}), True
        yield told.line(f"meeting.office.{at}", "fact", said, about=(office.member or "",))


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
