"""What nobody knows: the notes of every lane for it, and who answered that they do not know."""

from collections.abc import Iterator

from consensus.record.lines import Line, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.sections import answers
from consensus.record.sections.collected import rows
from consensus.record.sections.filled import sheet_ids
from consensus.record.telling import Telling, columns, listed
from consensus.steps import collect, form, judge

# The answer of a yes-or-no field that knows neither.
DONT_KNOW = "dont_know"

_COLUMNS = ("note", "about", "from", "source")


def sections(told: Telling) -> Iterator[Section]:
    """Yield the notes on what is not known, in the order of the agenda."""
    yield Section("unknown", Say("record-unknown"), tuple(_lines(told)), columns(_COLUMNS))


def _lines(told: Telling) -> Iterator[Line]:
    for step in told.found.steps:
        match step.said:
            case collect.Minutes() as said:
                for lane in said.lanes:
                    if lane.tone == "unknown":
                        yield from rows(told, step, said, lane)
            case judge.Minutes() as said:
                yield from _unsure(told, step, said)
            case form.Minutes() as said:
                yield from _unfilled(told, step, said)
            case _:
                pass


def _unsure(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    """Yield who answered that they do not know: all of it, or a mark for one thing."""
    voices = answers.voices(told, step, said)
    unsure = {"": [voice for voice in voices if voice.ballot.unsure]}
    for item in said.items:
        unsure[item] = [v for v in voices if v.ballot.marks.get(item, 0) is None]
    for item, found in unsure.items():
        if not found:
            continue
        nobody = said.settings.shown == "nobody"
        yield told.line(
            f"unknown.{step.id}.{item or 'all'}",
            "opinion",
            Say("record-unsure-in", {"title": step.title, "count": len(found)}),
            told.called(item) if item else "",
            Say("record-unsaid") if nobody else listed(voice.who for voice in found),
            "",
            readers="professionals",
            about=[voice.member for voice in found],
        )


def _unfilled(told: Telling, step: StepMinutes, said: form.Minutes) -> Iterator[Line]:
    names = sheet_ids(step, said)
    for sheet in said.sheets:
        for field, entry in zip(said.fields, sheet.entries, strict=True):
            if entry is not None and field.kind == "yes_no" and entry.value == DONT_KNOW:
                yield told.line(
                    f"unknown.{names[sheet.id]}.{field.id}",
                    "fact",
                    Say("record-unknown-in", {"title": step.title}),
                    field.label,
                    told.who(entry.by),
                    entry.why,
                    readers="professionals",
                    about=(entry.by,),
                )
