"""Correcting the record: who may change or question which of its lines, and until when.

The lines are those of the record as it stands when somebody asks, so that nothing is put right that
is not there, and nobody touches a line that they may not read.
"""

from collections.abc import Iterator

from msgspec import Struct

from consensus import dates, roomwide
from consensus.commands import RecordCommand
from consensus.parts import Part, one
from consensus.people import Member, Scene
from consensus.record.changed import standing
from consensus.record.labels import LineId
from consensus.record.lines import Line
from consensus.record.readers import may_read, reads
from consensus.record.written import record
from consensus.refusal import Code, Refusal
from consensus.roomwide import corrections, wording
from consensus.roomwide.wording import Standing
from consensus.state import Meeting

Event = wording.Event | corrections.Event


class CorrectingRecord(Struct, frozen=True, tag="correcting"):
    """Everyone: that the record was changed by hand so often, and how many corrections wait.

    `until` (ms) is when people can change and propose no more, once the meeting is over. No words:
    they come with the record.
    """

    changes: int
    waiting: int
    until: int | None


def decide(meeting: Meeting, command: RecordCommand, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    beside = meeting.beside
    # Whatever was proposed in time gets its answer, if it takes longer.
    if not isinstance(command, corrections.AnswerCorrection | corrections.WithdrawCorrection):
        _refuse_late(scene)
    match command:
        case wording.Reword() | wording.Relabel() | wording.Restore():
            line = _readable(meeting, command.line, scene.by)
            return wording.decide(beside.wording, command, line, scene)
        case corrections.ProposeCorrection():
            line = _readable(meeting, command.line, scene.by)
            return corrections.propose(beside.corrections, command, line, scene)
        case corrections.WithdrawCorrection():
            return corrections.withdraw(beside.corrections, command, scene)
        case corrections.AnswerCorrection():
            about = corrections.find(beside.corrections, command.correction).line
            found = record(meeting).line(about)
            line_now = standing(found) if found is not None else None
            return corrections.answer(beside.corrections, command, line_now, scene)


def may_change(line: Line, by: Member) -> bool:
    """Say whether somebody may put a line in other words themselves."""
    try:
        wording.refuse_writer(standing(line), by)
    except Refusal:
        return False
    return True


def may_answer(correction: corrections.Correction, line: Line | None, scene: Scene) -> bool:
    """Say whether somebody may answer a correction of a line."""
    return corrections.may_answer(correction, standing(line) if line else None, scene)


def open_until(meeting: Meeting) -> int | None:
    """Return until when (ms) the record can be put right; nothing while the meeting goes on."""
    return corrections.ends(meeting.rules, meeting.closed)


def is_open(meeting: Meeting, at: int) -> bool:
    """Say whether the record can still be put right."""
    until = open_until(meeting)
    return until is None or at <= until


def everyone(meeting: Meeting) -> Iterator[tuple[str, Part[CorrectingRecord]]]:
    """Yield the part that everyone, and so the wall, may see."""
    if meeting.closed is None and not _begun(meeting.beside):
        return
    beside = meeting.beside
    made_from = (meeting.rules, meeting.closed, beside.wording, beside.corrections)
    yield "correcting", one("correcting", made_from, lambda: _record(meeting))


def _begun(beside: roomwide.State) -> bool:
    return bool(beside.wording.lines or beside.corrections.entries)


def _record(meeting: Meeting) -> CorrectingRecord:
    beside = meeting.beside
    changes = wording.count(beside.wording) + corrections.count(beside.corrections)
    return CorrectingRecord(changes, corrections.waiting(beside.corrections), open_until(meeting))


def _readable(meeting: Meeting, name: LineId, by: Member) -> Standing:
    """Return a line as it stands, or refuse: who may not read it cannot tell that it is there."""
    line = record(meeting).line(name)
    if line is None or not may_read(line, reads(by, meeting.case), by.id):
        raise Refusal(Code.NO_SUCH_LINE)
    if name.startswith(f"{corrections.SECTION}."):
        raise Refusal(Code.LINE_STANDS)
    return standing(line)


def _refuse_late(scene: Scene) -> None:
    until = corrections.ends(scene.rules, scene.closed)
    if until is not None and scene.at > until:
        year, month, day = dates.of(until)
        raise Refusal(Code.CORRECTIONS_OVER, day=day, month=month, year=str(year))
