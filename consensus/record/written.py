"""The record of a meeting as it stands: its sections in their order."""

from collections.abc import Iterator

from consensus.record.changed import laid_over
from consensus.record.lines import Record, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.sections import (
    around,
    beside,
    collected,
    disagreements,
    disclosures,
    filled,
    heading,
    judged,
    notices,
    own_words,
    people,
    promised,
    put_right,
    register,
    remarks,
    retained,
    risk,
    settled,
    spoken,
    tables,
    times,
    unknown,
)
from consensus.record.sections.steps import ELSEWHERE, unsaid, whole
from consensus.record.telling import Telling, telling
from consensus.state import Meeting
from consensus.steps import collect, commit, form, gate, judge, settle, turns

# What people leave with comes first, then who was there and how they got there, then what stands
# beside it.
_ORDER = (
    heading.sections,
    settled.sections,
    promised.sections,
    own_words.sections,
    disagreements.sections,
    people.sections,
    tables.sections,
    register.sections,
    notices.sections,
)
_AFTER = (
    unknown.sections,
    remarks.sections,
    risk.sections,
    beside.sections,
    times.sections,
    around.sections,
    disclosures.sections,
    retained.sections,
)


def record(meeting: Meeting) -> Record:
    """Return the record of a meeting, finished or not."""
    told = telling(meeting)
    return Record(
        title=told.found.title,
        purpose=told.found.purpose,
        focus=told.found.focus,
        case=meeting.case,
        prepared=told.found.prepared,
        starts=meeting.starts,
        closed=told.found.closed,
        sections=_with_what_was_put_right(told),
    )


def _with_what_was_put_right(told: Telling) -> tuple[Section, ...]:
    laid = laid_over(_sections(told), told.found.beside.wording)
    return (*laid, *put_right.sections(told, laid))


def _sections(told: Telling) -> Iterator[Section]:
    for part in _ORDER:
        yield from part(told)
    yield from beside.statements(told)
    steps = [step for step in told.found.steps if step.kind not in ELSEWHERE]
    yield whole("how", Say("record-how"), len(steps))
    for step in steps:
        yield from _step(told.at(step), step)
    for part in _AFTER:
        yield from part(told)


def _step(told: Telling, step: StepMinutes) -> Iterator[Section]:
    match step.said:
        case judge.Minutes() as said:
            yield from judged.sections(told, step, said)
        case collect.Minutes() as said:
            yield from collected.sections(told, step, said)
        case turns.Minutes() as said:
            yield from spoken.sections(told, step, said)
        case form.Minutes() as said:
            yield from filled.sections(told, step, said)
        case None:
            yield unsaid(told, step)
        case gate.Minutes() | settle.Minutes() | commit.Minutes():
            raise AssertionError("notices, decisions and promises have sections of their own")
