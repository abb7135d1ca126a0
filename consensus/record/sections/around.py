"""What lies around the meeting: its local rules and time limits, and the meetings of its series."""

from collections.abc import Iterator

from consensus.record.lines import Fact, Line, Moment, Say, Section
from consensus.record.telling import Telling, called, day, listed


def sections(told: Telling) -> Iterator[Section]:
    """Yield the time limits and the rules behind them, and what came before and after."""
    yield Section(
        "limits", Say("record-limits"), tuple(_limits(told)), empty=Say("record-no-limits")
    )
    yield Section("series", Say("record-series"), tuple(_series(told)), empty=Say("record-alone"))


def _limits(told: Telling) -> Iterator[Line]:
    rules = told.meeting.rules
    if rules.title or rules.edition:
        facts = {"title": rules.title, "edition": rules.edition}
        known = "both" if rules.title and rules.edition else "edition" if rules.edition else "title"
        said = Say("record-rules", {**facts, "known": known})
        yield told.line("limits.rules", "fact", said)
    for at, limit in enumerate(told.found.limits.limits, start=1):
        due: dict[str, Fact] = {"title": limit.title, "by": Moment(limit.by, "day")}
        # What may follow, "if it is decided", would frighten somebody who reads it as decided.
        said = Say("record-limit", due)
        yield told.line(f"limits.{at}", "fact", said, readers="professionals")


def _series(told: Telling) -> Iterator[Line]:
    carried = told.found.carried
    if carried is not None:
        before: dict[str, Fact] = {"title": carried.title, "when": Moment(carried.at, "day")}
        yield told.line("series.before", "fact", Say("record-follows", before))
        if carried.vision:
            vision = Say("record-vision", {"words": carried.vision})
            yield told.line("series.vision", "decision", vision)
        for at, settled in enumerate(carried.settled, start=1):
            facts = {"title": settled.title, "words": settled.text}
            all_agreed = "yes" if settled.agreed else "no"
            said = Say("record-settled-before", {**facts, "agreed": all_agreed})
            yield told.line(f"series.settled.{at}", "decision", said, readers="professionals")
        for promise in carried.promises:
            owners = listed(called(owner.name, owner.agency) for owner in promise.owners)
            terms = promise.terms
            made: dict[str, Fact] = {"what": terms.what, "who": owners, "by": day(terms.by)}
            dated = "yes" if terms.by else "no"
            said = Say("record-promised-before", {**made, "dated": dated})
            yield told.line(f"series.promise.{promise.id}", "decision", said)
    for at, followed in enumerate(told.meeting.followed, start=1):
        after = Say("record-followed", {"when": Moment(followed.at, "day")})
        yield told.line(f"series.after.{at}", "fact", after)
