"""Forms: what stands in each field of each sheet, who wrote it, and what was left empty."""

from collections.abc import Iterator

from consensus.record.lines import Cell, Label, Line, LineId, Moment, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.telling import Telling, columns, day, ids, listed
from consensus.steps import form

_COLUMNS = ("field", "written", "why", "by")


def sections(told: Telling, step: StepMinutes, said: form.Minutes) -> Iterator[Section]:
    """Yield each sheet; the words of a child or family stand in a section of their own."""
    names = sheet_ids(step, said)
    if not said.sheets:
        yield Section(step.id, told.heading(step), level=3, empty=Say("record-nothing-filled"))
    for at, sheet in enumerate(said.sheets):
        yield Section(
            step.id if at == 0 else names[sheet.id],
            _heading(told, step, said, sheet),
            tuple(
                _row(told, f"{names[sheet.id]}.{field.id}", said, sheet, field, entry)
                for field, entry in zip(said.fields, sheet.entries, strict=True)
            ),
            columns(_COLUMNS),
            level=3,
        )


def sheet_ids(step: StepMinutes, said: form.Minutes) -> dict[str, LineId]:
    """Return what the lines of each sheet's fields begin with."""
    sheets = [sheet.id for sheet in said.sheets]
    if said.per == "agency":
        return ids(f"{step.id}.sheet", sheets)
    return {sheet: f"{step.id}.{sheet}" for sheet in sheets}


def _heading(told: Telling, step: StepMinutes, said: form.Minutes, sheet: form.Sheet) -> Say:
    if said.per == "room":
        return told.heading(step)
    whose = sheet.id if said.per == "agency" else told.who(sheet.id)
    return Say("record-sheet", {"number": str(step.number), "title": step.title, "whose": whose})


def _row(
    told: Telling,
    id: LineId,
    said: form.Minutes,
    sheet: form.Sheet,
    field: form.Field,
    entry: form.Entry | None,
) -> Line:
    label: Label = "opinion" if said.per == "member" else "fact"
    if entry is None:
        needed = "yes" if field.required else "no"
        gap = Say("record-not-filled", {"needed": needed})
        return told.line(id, "fact", field.label, gap, "", "", readers="professionals")
    if field.voice:
        moved = Say("record-in-voices")
        return told.line(f"{id}.at", "fact", field.label, moved, "", "", readers="professionals")
    written = {"who": told.who(entry.by), "when": Moment(entry.at, "time")}
    return told.line(
        id,
        label,
        field.label,
        value(told, field, entry),
        entry.why,
        Say("record-written-by", {**written}),
        readers="professionals",
        whose=entry.by if entry.by == sheet.id else "",
        about=(entry.by, *(entry.value.split() if field.kind == "people" else ())),
    )


def value(told: Telling, field: form.Field, entry: form.Entry) -> Cell:
    """Return what stands in a field, as people read it."""
    match field.kind:
        case "yes_no":
            return Say("record-yes-no", {"value": entry.value})
        case "date":
            return day(entry.value)
        case "people":
            return listed(told.everybody(entry.value.split()))
        case _:
            return entry.value
