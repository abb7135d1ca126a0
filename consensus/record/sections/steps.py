"""What sections of steps have in common: how a group of them begins, and one without words."""

from collections.abc import Iterator

from consensus.record.lines import Line, Say, Section, SectionId
from consensus.record.minutes import StepMinutes
from consensus.record.telling import Telling

# These have sections of their own, apart from the order of the agenda.
ELSEWHERE = ("gate", "settle", "commit")


def whole(id: SectionId, heading: Say, count: int) -> Section:
    """Return the heading over so many sections; over none, it was not discussed."""
    return Section(id, heading, empty="") if count else Section(id, heading)


def some(id: SectionId, heading: Say, lines: tuple[Line, ...]) -> Iterator[Section]:
    """Yield a part of a section that only some meetings have: nobody could have discussed it."""
    if lines:
        yield Section(id, heading, lines, level=3)


def unsaid(told: Telling, step: StepMinutes) -> Section:
    """Return the section of a step of which the record holds nothing, and why it does not."""
    heading = step.title if step.kind in ELSEWHERE else told.heading(step)
    return Section(step.id, heading, level=3, empty=_why(told, step))


def _why(told: Telling, step: StepMinutes) -> Say:
    if step.skipped is not None:
        return Say("record-skipped", {"because": step.skipped})
    if not was_opened(told, step):
        return Say("record-not-held") if told.found.closed else Say("record-to-come")
    if step.minuted != "full" and not is_private(told, step):
        return Say("record-stays-here")
    return Say("record-never-opened") if told.found.closed else Say("record-not-finished")


def was_opened(told: Telling, step: StepMinutes) -> bool:
    """Say whether a step was held, if only for a moment."""
    return told.meeting.agenda[step.number - 1].state is not None


def is_private(told: Telling, step: StepMinutes) -> bool:
    """Say whether a step's answers or notes were never opened to all."""
    state = told.meeting.agenda[step.number - 1].state
    return getattr(state, "revealed", True) is False
