"""A meeting's record, for tests: its sections and lines by id, in a room about real people."""

from msgspec.structs import replace

from consensus import events as e
from consensus.agenda import StepPlan
from consensus.record.lines import Line, Record, Say, Section
from consensus.record.written import record
from tests.consensus.given import given, room


def case_room(*plans: StepPlan, items: str = "abcd") -> tuple[e.Event, ...]:
    """Return a room about real people, with the people of `given.room`."""
    first, *others = room(*plans, items=items)
    assert isinstance(first, e.MeetingPrepared)
    return (replace(first, case=True, focus="J.M."), *others)


def of(*events: e.Event) -> Record:
    """Return the record of a meeting that these events make."""
    return record(given(*events).meeting)


def section(found: Record, id: str) -> Section:
    """Return a section of a record."""
    return next(each for each in found.sections if each.id == id)


def lines(found: Record, id: str) -> list[str]:
    """Return the ids of the lines of a section."""
    return [line.id for line in section(found, id).lines]


def line(found: Record, id: str) -> Line:
    """Return a line of a record."""
    one = found.line(id)
    assert one is not None, [each.id for section in found.sections for each in section.lines]
    return one


def said(found: Record, id: str) -> Say:
    """Return what a line of one sentence says."""
    (cell,) = line(found, id).cells
    assert isinstance(cell, Say)
    return cell


def facts(found: Record, id: str) -> dict[str, object]:
    """Return the facts of a line of one sentence."""
    return dict(said(found, id).facts)
