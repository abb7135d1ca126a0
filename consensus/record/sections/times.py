"""The times: how long each step was meant to take and took, and what was left out, and why."""

from collections.abc import Iterator

from consensus.agenda import Step
from consensus.record.lines import Cell, Line, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.sections.steps import was_opened
from consensus.record.telling import Telling, columns

_MINUTE = 60_000
_COLUMNS = ("step", "planned", "spent", "became")


def sections(told: Telling) -> Iterator[Section]:
    """Yield the agenda as it was planned and held, with how long everything took."""
    lines = tuple(
        _step(told, step, planned)
        for step, planned in zip(told.found.steps, told.meeting.agenda, strict=True)
    )
    yield Section("times", Say("record-times"), lines, columns(_COLUMNS))


def _step(told: Telling, step: StepMinutes, planned: Step) -> Line:
    spent = Say("record-turn-minutes", {"minutes": str(round(step.spent / _MINUTE))})
    boxes = {"planned": step.planned, "now": planned.minutes}
    changed = "yes" if planned.minutes != step.planned else "no"
    return told.line(
        f"times.{step.id}",
        "fact",
        told.heading(step),
        Say("record-time-box", {**boxes, "changed": changed}),
        spent if was_opened(told, step) else "",
        _became(told, step, planned),
        readers="professionals",
    )


def _became(told: Telling, step: StepMinutes, planned: Step) -> Cell:
    if step.skipped is not None:
        return Say("record-skipped", {"because": step.skipped})
    if not was_opened(told, step):
        return Say("record-not-held") if told.found.closed else Say("record-to-come")
    added = "yes" if planned.added else "no"
    return Say("record-held-step", {"added": added, "again": planned.opened - 1})
