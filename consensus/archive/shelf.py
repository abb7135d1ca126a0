"""Sheets for the library: which ones somebody may put there, and what of them is copied.

What is copied stands apart from its meeting: it has no ids of people, and no names but those that
were typed into it. A child's or a family's own words are never copied.
"""

from collections.abc import Iterator

from msgspec import Struct

from consensus.archive.archive import PRACTICE, Written
from consensus.items import StepId
from consensus.people import Member
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from consensus.steps import form
from consensus.text import STATEMENT_LENGTH, optional

# For how many days a sheet may stay: whoever puts it there chooses one.
DAYS = (90, 365, 730)


class Shelved(Struct, frozen=True):
    """A sheet as it stands in the library. `ask` says who may be asked about it, or nothing."""

    title: str
    theme: str
    organisation: str
    fields: tuple[Written, ...]
    ask: str = ""


class Ready(Struct, frozen=True):
    """A finished sheet of a room, which somebody may put into the library."""

    sheet: form.SheetId
    shelved: Shelved


def ready(meeting: Meeting, step: StepId, by: Member) -> tuple[Ready, ...]:
    """Return the finished sheets of a step that are this member's to put there.

    They are the chair's, and those that somebody filled alone are theirs. None of a room about a
    real child's case, and none of a form that is not about good practice.
    """
    return tuple(_ready(meeting, step, by))


def _ready(meeting: Meeting, step: StepId, by: Member) -> Iterator[Ready]:
    found = next((each for each in meeting.agenda if each.plan.id == step), None)
    if found is None or meeting.case or not step.startswith(PRACTICE):
        return
    asked, state = found.plan.settings, found.state
    if found.plan.minuted != "full" or not isinstance(asked, form.Settings):
        return
    if not isinstance(state, form.State):
        return
    for sheet in form.sheets(asked, state, {}):
        entries = [each for each in state.entries.values() if each.sheet == sheet]
        alone = {each.by for each in entries} == {by.id}
        shelved = _shelved(asked, state, sheet, found.plan.title)
        if entries and (by.role == "chair" or alone) and _is_finished(asked, state, sheet):
            yield Ready(sheet, shelved)


def _is_finished(asked: form.Settings, state: form.State, sheet: form.SheetId) -> bool:
    wanted = (field.id for field in asked.fields if field.required)
    return all(state.entry(sheet, field) is not None for field in wanted)


def _shelved(asked: form.Settings, state: form.State, sheet: form.SheetId, title: str) -> Shelved:
    fields = [field for field in asked.fields if field.kind != "people" and not field.voice]
    found = [(field, state.entry(sheet, field.id)) for field in fields]
    values = {field.id: entry.value for field, entry in found if entry is not None}
    return Shelved(
        title=values.get("name", title),
        theme=values.get("theme", ""),
        organisation=values.get("organisation", ""),
        fields=tuple(Written(f.label, entry.value) for f, entry in found if entry is not None),
    )


def days(typed: str) -> int:
    """Return for how many days a sheet stays, as it was chosen; refuse any other number."""
    found = next((each for each in DAYS if str(each) == typed), None)
    if found is None:
        raise Refusal(Code.NO_SUCH_CHOICE)
    return found


def ask(typed: str) -> str:
    """Return who may be asked, made safe to show; refuse what is too long."""
    return optional(typed, STATEMENT_LENGTH)
