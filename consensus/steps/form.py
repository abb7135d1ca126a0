"""form: sheets with fields, each filled by somebody, who is named with what they wrote.

There is one sheet for the room, or one for each agency, or one for each person. Everybody sees
every sheet. Words of a child or a family are exact, and carry where they come from and since when.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.dates import day
from consensus.items import StepId
from consensus.members.renaming import renamed
from consensus.parts import Part, one, rows
from consensus.people import Member, MemberId, Members, Scene, agency_key, keeps_record
from consensus.refusal import Code, Refusal
from consensus.text import STATEMENT_LENGTH, optional, paragraphs

FieldId = str
SheetId = str

FieldKind = Literal["line", "words", "choice", "date", "yes_no", "people", "number"]

# An A4 page of a good practice sheet has six to twelve such fields on it.
WORDS_LENGTH = 2_000

# The one sheet of a form that is filled in together.
ROOM: SheetId = "room"

YES_NO = ("yes", "no", "dont_know")

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,3})?")

# --- settings ---------------------------------------------------------------------------------


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to fill in.

    `kind`: a `line`, several lines of `words`, one of the `choices`, a `date`, `yes_no` (with
    "don't know" as an equal answer), `people` of the room, or a `number`. The answer `why_if` asks
    for a reason. Where `voice` names whose words they are, a source is asked for with them, and
    the chair ticks when they have been read out. `required` is said, and never stops anybody.
    `most` is how many letters a line or words may have, where that is not the usual number (0).
    What stands in the fields of an earlier form that it `takes` from can be used here, too.
    """

    id: FieldId
    label: str
    hint: str = ""
    kind: FieldKind = "words"
    choices: tuple[str, ...] = ()
    required: bool = False
    why_if: str = ""
    voice: Literal["", "child", "family"] = ""
    most: int = 0
    takes: tuple[FieldId, ...] = ()


class Settings(Struct, frozen=True, tag="form", forbid_unknown_fields=True):
    """One to thirty fields, on one sheet `per` room, agency or member.

    `must` asks the chair before the meeting goes on while required fields are empty or the words
    of a child or family have not been read out. `like` names a form before this one: what stands
    there under the same field id can be used here without typing it again.
    """

    fields: tuple[Field, ...]
    per: Literal["room", "agency", "member"] = "room"
    must: bool = False
    like: StepId | None = None

    def field(self, field_id: FieldId) -> Field:
        """Return the field with this id, or refuse."""
        found = next((field for field in self.fields if field.id == field_id), None)
        if found is None:
            raise Refusal(Code.NO_SUCH_FIELD)
        return found


# --- state ------------------------------------------------------------------------------------


class Entry(Struct, frozen=True):
    """What stands in one field of one sheet, who wrote it and when (ms).

    `value` is what was typed or chosen; a day as "2027-03-09"; of people their ids with spaces
    between. `why` is the reason for it. Words of a child or family come from a `source`, said on a
    day, `when`; `read_out` is the time (ms) when the room heard them, or nothing.
    """

    sheet: SheetId
    field: FieldId
    value: str
    why: str
    source: str
    when: str
    by: MemberId
    at: int
    read_out: int | None = None


Entries = dict[str, Entry]


class State(Struct, frozen=True, tag="form"):
    """What has been filled in: each entry under its sheet and field."""

    entries: Entries = {}

    def entry(self, sheet: SheetId, field: FieldId) -> Entry | None:
        """Return what stands in a field of a sheet, if anything does."""
        return self.entries.get(_key(sheet, field))


def begin() -> State:
    """Return the step as it opens for the first time: every sheet is empty."""
    return State()


def _key(sheet: SheetId, field: FieldId) -> str:
    return f"{sheet}/{field}"


def sheets(settings: Settings, state: State, members: Members) -> tuple[SheetId, ...]:
    """Return the sheets of a form: those begun, and those of everybody in the room.

    An agency's sheet is called as the first of its people wrote the agency's name.
    """
    found: dict[str, SheetId] = {}
    for sheet in (*(e.sheet for e in state.entries.values()), *_expected(settings, members)):
        found.setdefault(agency_key(sheet), sheet)
    return tuple(found.values())


def _expected(settings: Settings, members: Members) -> Iterator[SheetId]:
    filling = (member for member in members.values() if member.role != "observer")
    match settings.per:
        case "room":
            yield ROOM
        case "agency":
            yield from (member.agency for member in filling)
        case "member":
            yield from (member.id for member in filling)


def missing(settings: Settings, state: State, members: Members) -> int:
    """Return how many required fields are empty, over all sheets."""
    wanted = [field.id for field in settings.fields if field.required]
    if not wanted:
        return 0
    found = sheets(settings, state, members)
    return sum(state.entry(sheet, field) is None for sheet in found for field in wanted)


def unread(settings: Settings, state: State) -> int:
    """Return how many entries of a child or family the room has not heard yet."""
    voiced = {field.id for field in settings.fields if field.voice}
    return sum(e.field in voiced and e.read_out is None for e in state.entries.values())


# --- commands ---------------------------------------------------------------------------------


class Fill(Struct, frozen=True, tag="form.fill"):
    """Fill in a field, or change it; `seen` is the value that I started from."""

    step: StepId
    sheet: SheetId
    field: FieldId
    value: str
    why: str = ""
    source: str = ""
    when: str = ""
    seen: str = ""


class ClearField(Struct, frozen=True, tag="form.clear"):
    """Empty a field; `seen` is the value that I started from."""

    step: StepId
    sheet: SheetId
    field: FieldId
    seen: str


class ReadOut(Struct, frozen=True, tag="form.read_out"):
    """Tick that a child's or family's words have been read out to the room (chair)."""

    step: StepId
    sheet: SheetId
    field: FieldId


Command = Fill | ClearField | ReadOut

# --- events -----------------------------------------------------------------------------------


class Filled(Struct, frozen=True, tag="form.filled"):
    """A field was filled in, or changed."""

    step: StepId
    sheet: SheetId
    field: FieldId
    value: str
    why: str
    source: str
    when: str
    by: MemberId
    at: int


class FieldCleared(Struct, frozen=True, tag="form.cleared"):
    """A field was emptied."""

    step: StepId
    sheet: SheetId
    field: FieldId
    by: MemberId


class WordsHeard(Struct, frozen=True, tag="form.heard"):
    """The room heard a child's or family's words, at a time (ms)."""

    step: StepId
    sheet: SheetId
    field: FieldId
    at: int


Event = Filled | FieldCleared | WordsHeard

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    field = settings.field(command.field)
    sheet = _sheet(settings, state, command.sheet, scene)
    match command:
        case Fill():
            return _fill(field, state, command, sheet, scene)
        case ClearField():
            known = state.entry(sheet, field.id)
            if known is None:
                return ()
            _refuse_changed(known, command.seen, scene)
            return (FieldCleared(command.step, sheet, field.id, scene.by.id),)
        case ReadOut():
            known = state.entry(sheet, field.id)
            if known is None or not field.voice:
                raise Refusal(Code.NOTHING_TO_READ)
            if known.read_out is not None:
                return ()
            return (WordsHeard(command.step, sheet, field.id, scene.at),)


def _sheet(settings: Settings, state: State, wanted: SheetId, scene: Scene) -> SheetId:
    """Return the sheet as it is called, if this member may write on it, or refuse."""
    by = scene.by
    if by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    found = sheets(settings, state, scene.members)
    sheet = next((sheet for sheet in found if agency_key(sheet) == agency_key(wanted)), None)
    if sheet is None:
        raise Refusal(Code.NO_SUCH_SHEET)
    if not _is_own(settings, sheet, by) and not keeps_record(by):
        raise Refusal(Code.NOT_YOUR_SHEET)
    return sheet


def _is_own(settings: Settings, sheet: SheetId, by: Member) -> bool:
    match settings.per:
        case "room":
            return True
        case "agency":
            return agency_key(sheet) == agency_key(by.agency)
        case "member":
            return sheet == by.id


def _fill(
    field: Field, state: State, command: Fill, sheet: SheetId, scene: Scene
) -> tuple[Event, ...]:
    value = _value(field, command.value, scene.members)
    why = optional(command.why) if field.why_if == value else ""
    if field.why_if == value and not why:
        raise Refusal(Code.REASON_NEEDED)
    source = optional(command.source, STATEMENT_LENGTH) if field.voice else ""
    when = day(command.when) if field.voice else ""
    if field.voice and not source:
        raise Refusal(Code.SOURCE_NEEDED)
    if field.voice and not when:
        raise Refusal(Code.DAY_NEEDED)
    known = state.entry(sheet, field.id)
    if known is not None:
        if (known.value, known.why, known.source, known.when) == (value, why, source, when):
            return ()
        _refuse_changed(known, command.seen, scene)
    return (Filled(command.step, sheet, field.id, value, why, source, when, scene.by.id, scene.at),)


def _refuse_changed(known: Entry, seen: str, scene: Scene) -> None:
    """Refuse to write over what somebody wrote meanwhile."""
    if known.value != seen:
        other = scene.members.get(known.by)
        raise Refusal(Code.FORM_CHANGED, name=other.name if other else "")


def _value(field: Field, text: str, members: Members) -> str:
    """Return what was typed or chosen as it is kept; refuse what the field cannot hold."""
    value = _cleaned(field, text, members)
    if not value:
        raise Refusal(Code.TEXT_EMPTY)
    return value


def _cleaned(field: Field, text: str, members: Members) -> str:
    match field.kind:
        case "line":
            return optional(text, field.most or STATEMENT_LENGTH)
        case "words":
            return paragraphs(text, field.most or WORDS_LENGTH)
        case "choice":
            return _one_of(field.choices, text)
        case "yes_no":
            return _one_of(YES_NO, text)
        case "date":
            return day(text)
        case "number":
            if not _NUMBER.fullmatch(text.strip()):
                raise Refusal(Code.NOT_A_NUMBER)
            return text.strip()
        case "people":
            people = tuple(dict.fromkeys(text.split()))
            if not set(people) <= set(members):
                raise Refusal(Code.NO_SUCH_MEMBER)
            return " ".join(people)


def _one_of(choices: tuple[str, ...], text: str) -> str:
    if text not in choices:
        raise Refusal(Code.NO_SUCH_CHOICE)
    return text


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    key = _key(event.sheet, event.field)
    match event:
        case Filled():
            entry = Entry(
                sheet=event.sheet,
                field=event.field,
                value=event.value,
                why=event.why,
                source=event.source,
                when=event.when,
                by=event.by,
                at=event.at,
            )
            return replace(state, entries={**state.entries, key: entry})
        case FieldCleared():
            kept = {name: entry for name, entry in state.entries.items() if name != key}
            return replace(state, entries=kept)
        case WordsHeard():
            entry = replace(state.entries[key], read_out=event.at)
            return replace(state, entries={**state.entries, key: entry})


def rename(state: State, old: MemberId, new: MemberId) -> State:
    """Return the step in which one member stands for another, on their sheet and among people.

    Where both filled in a field of their own sheet, the one who stays keeps theirs.
    """
    entries: Entries = {}
    for entry in state.entries.values():
        sheet = new if entry.sheet == old else entry.sheet
        if sheet == entry.sheet or state.entry(new, entry.field) is None:
            found = replace(renamed(entry, old, new), value=_renamed(entry.value, old, new))
            entries[_key(sheet, entry.field)] = found
    return replace(state, entries=entries) if entries != state.entries else state


def _renamed(value: str, old: MemberId, new: MemberId) -> str:
    """Return what stands in a field; of people, each once."""
    people = value.split(" ")
    return " ".join(dict.fromkeys(renamed(tuple(people), old, new))) if old in people else value


# --- what each audience sees ------------------------------------------------------------------


class FormRecord(Struct, frozen=True, tag="form"):
    """Everyone: what there is to fill in, and on which sheets."""

    step: StepId
    fields: tuple[Field, ...]
    per: Literal["room", "agency", "member"]
    must: bool
    like: StepId | None


class FormCountRecord(Struct, frozen=True, tag="form_count"):
    """Everyone: the sheets, how many required fields are empty, and how many words unheard."""

    step: StepId
    sheets: tuple[SheetId, ...]
    missing: int
    unread: int


class EntryRecord(Struct, frozen=True, tag="entry"):
    """Everyone: what stands in one field of one sheet."""

    step: StepId
    sheet: SheetId
    field: FieldId
    value: str
    why: str
    source: str
    when: str
    by: MemberId
    at: int
    read_out: int | None


Record = FormRecord | FormCountRecord | EntryRecord


def everyone(
    step: StepId, settings: Settings, state: State, members: Members
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    asked = partial(FormRecord, step, settings.fields, settings.per, settings.must, settings.like)
    yield f"form/{step}", one(f"form/{step}", (settings,), asked)
    counted = partial(_count, step, settings, state, members)
    made_from = (settings, state.entries, members)
    yield f"form_count/{step}", one(f"form_count/{step}", made_from, counted)
    yield f"entry/{step}", rows(f"entry/{step}", state.entries, partial(_entry, step))


def _count(step: StepId, settings: Settings, state: State, members: Members) -> FormCountRecord:
    found = sheets(settings, state, members)
    return FormCountRecord(step, found, missing(settings, state, members), unread(settings, state))


def _entry(step: StepId, _: str, entry: Entry) -> EntryRecord:
    return EntryRecord(
        step=step,
        sheet=entry.sheet,
        field=entry.field,
        value=entry.value,
        why=entry.why,
        source=entry.source,
        when=entry.when,
        by=entry.by,
        at=entry.at,
        read_out=entry.read_out,
    )


# --- what the minutes say ---------------------------------------------------------------------


class Sheet(Struct, frozen=True):
    """One sheet with what stands in each of its fields; nothing where a field is empty."""

    id: SheetId
    entries: tuple[Entry | None, ...]


class Minutes(Struct, frozen=True, tag="form"):
    """The fields, and the sheets on which anything was written, their entries in that order."""

    step: StepId
    per: Literal["room", "agency", "member"]
    fields: tuple[Field, ...]
    sheets: tuple[Sheet, ...]


def minutes(step: StepId, settings: Settings, state: State) -> Minutes:
    """Return the step's part of the record."""
    begun = dict.fromkeys(entry.sheet for entry in state.entries.values())
    written = tuple(
        Sheet(sheet, tuple(state.entry(sheet, field.id) for field in settings.fields))
        for sheet in begun
    )
    return Minutes(step, settings.per, settings.fields, written)
