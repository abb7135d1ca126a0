"""The child's and the family's own words, wherever they were brought in: all in one place."""

from collections.abc import Iterator

from consensus.answers.notes import Note
from consensus.people import MemberId
from consensus.record.lines import THE_FAMILYS, Fact, Line, LineId, Moment, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.sections.collected import VOICES, empty
from consensus.record.sections.filled import sheet_ids
from consensus.record.telling import Telling, day
from consensus.steps import collect, form


def sections(told: Telling) -> Iterator[Section]:
    """Yield them in the order of the agenda; a gap is said to be one."""
    yield Section("voices", Say("record-voices"), tuple(_lines(told)))


def _lines(told: Telling) -> Iterator[Line]:
    for step in told.found.steps:
        match step.said:
            case form.Minutes() as said:
                yield from _in_form(told, step, said)
            case collect.Minutes() as said:
                yield from _in_lanes(told, step, said)
            case _:
                pass


def _in_form(told: Telling, step: StepMinutes, said: form.Minutes) -> Iterator[Line]:
    names = sheet_ids(step, said)
    for at, field in enumerate(said.fields):
        if not field.voice:
            continue
        found = ((sheet, sheet.entries[at]) for sheet in said.sheets)
        entries = [(sheet.id, entry) for sheet, entry in found if entry is not None]
        if not entries:
            yield _gap(told, f"{step.id}.voice.{field.id}", field.label, Say("record-lane-empty"))
        for sheet, entry in entries:
            yield _said(told, f"{names[sheet]}.{field.id}", field, entry)


def _said(told: Telling, id: LineId, field: form.Field, entry: form.Entry) -> Line:
    heard: Fact = Moment(entry.read_out, "time") if entry.read_out is not None else ""
    facts: dict[str, Fact] = {
        "whose": field.voice,
        "words": entry.value,
        "about": field.label,
        "source": entry.source,
        "day": day(entry.when),
        "heard": heard,
        "read": "yes" if entry.read_out is not None else "no",
    }
    said = Say("record-voice", facts)
    return told.line(id, "opinion", said, whose=_whose(told, entry.by), about=(entry.by,))


def _in_lanes(told: Telling, step: StepMinutes, said: collect.Minutes) -> Iterator[Line]:
    for lane in said.lanes:
        if lane.tone not in VOICES:
            continue
        notes = [(id, note) for id, note in said.notes.items() if note.lane == lane.id]
        if not notes:
            gap = empty(told, said, lane)
            yield _gap(told, f"{step.id}.voice.{lane.id}", lane.title, gap)
        for id, note in notes:
            yield _noted(told, f"{step.id}.note.{id}", lane.title, note)


def _noted(told: Telling, id: LineId, title: str, note: Note) -> Line:
    facts: dict[str, Fact] = {
        "words": note.text,
        "about": ", ".join((title, *(told.words(item) for item in note.items))),
        "source": note.source,
        "day": day(note.when),
        "sourced": "yes" if note.source else "no",
    }
    said = Say("record-voice-noted", facts)
    return told.line(id, "opinion", said, whose=_whose(told, note.author), about=(note.author,))


def _whose(told: Telling, writer: MemberId) -> MemberId:
    """Return whose words they are: of one of the family who wrote them, or the family's."""
    member = told.meeting.members.get(writer)
    return writer if member is not None and member.role == "family" else THE_FAMILYS


def _gap(told: Telling, id: LineId, title: str, gap: Say) -> Line:
    return told.line(id, "fact", Say("record-gap", {"title": title, "gap": gap}))
