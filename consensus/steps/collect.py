"""collect: notes in up to five lanes, each with its author, and two items where it joins them."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from consensus.items import ItemId, StepId
from consensus.parts import Part, one, rows
from consensus.people import MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, required

NoteId = str

# A hall of a hundred people writing three notes each fills a wall; ten times that is a mishap.
MOST_NOTES = 3_000

# --- settings ---------------------------------------------------------------------------------


class Lane(Struct, frozen=True, forbid_unknown_fields=True):
    """One list to add to: its id, its title, and whether a note joins two items ("alike")."""

    id: str
    title: str
    joins_two: bool = False


class Settings(Struct, frozen=True, tag="collect", forbid_unknown_fields=True):
    """The lanes, one to five."""

    lanes: tuple[Lane, ...]

    def lane(self, lane_id: str) -> Lane:
        """Return the lane with this id, or refuse."""
        found = next((lane for lane in self.lanes if lane.id == lane_id), None)
        if found is None:
            raise Refusal(Code.NO_SUCH_LANE)
        return found


# --- state ------------------------------------------------------------------------------------


class Note(Struct, frozen=True):
    """What one member wrote in one lane, and the items it is about."""

    lane: str
    author: MemberId
    text: str
    items: tuple[ItemId, ...]


class State(Struct, frozen=True, tag="collect"):
    """The items that notes may be about, and the notes in the order they came."""

    items: tuple[ItemId, ...]
    notes: dict[NoteId, Note] = {}


def begin(items: tuple[ItemId, ...]) -> State:
    """Return the step as it opens for the first time."""
    return State(items)


# --- commands ---------------------------------------------------------------------------------


class AddNote(Struct, frozen=True, tag="collect.add"):
    """Add a note; its id is made by the browser, so that sending it twice adds it once."""

    step: StepId
    note: NoteId
    lane: str
    text: str
    items: tuple[ItemId, ...] = ()


class EditNote(Struct, frozen=True, tag="collect.edit"):
    """Change the words of my note."""

    step: StepId
    note: NoteId
    text: str


class RemoveNote(Struct, frozen=True, tag="collect.remove"):
    """Take away my note, or anyone's (chair)."""

    step: StepId
    note: NoteId


Command = AddNote | EditNote | RemoveNote

# --- events -----------------------------------------------------------------------------------


class NoteAdded(Struct, frozen=True, tag="collect.added"):
    """A member added a note."""

    step: StepId
    note: NoteId
    lane: str
    author: MemberId
    text: str
    items: tuple[ItemId, ...]


class NoteEdited(Struct, frozen=True, tag="collect.edited"):
    """An author changed the words of a note."""

    step: StepId
    note: NoteId
    text: str


class NoteRemoved(Struct, frozen=True, tag="collect.removed"):
    """A note was taken away by its author or the chair."""

    step: StepId
    note: NoteId
    by: MemberId


Event = NoteAdded | NoteEdited | NoteRemoved

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    match command:
        case AddNote():
            return _add(settings, state, command, scene)
        case EditNote():
            return _edit(state, command, scene)
        case RemoveNote():
            _own(state, command.note, scene)
            return (NoteRemoved(command.step, command.note, scene.by.id),)


def _add(settings: Settings, state: State, command: AddNote, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    lane = settings.lane(command.lane)
    items = tuple(dict.fromkeys(command.items))
    if not set(items) <= set(state.items):
        raise Refusal(Code.NO_SUCH_ITEM)
    if lane.joins_two and len(items) != 2:
        raise Refusal(Code.TWO_ITEMS_NEEDED)
    note = Note(lane.id, scene.by.id, _words(command.text), items)
    known = state.notes.get(command.note)
    if known == note:
        return ()
    if known is not None or not command.note.isalnum() or len(command.note) > 40:
        raise Refusal(Code.NOTE_EXISTS)
    if len(state.notes) >= MOST_NOTES:
        raise Refusal(Code.TOO_MANY_NOTES, most=MOST_NOTES)
    return (NoteAdded(command.step, command.note, note.lane, note.author, note.text, note.items),)


def _edit(state: State, command: EditNote, scene: Scene) -> tuple[Event, ...]:
    note = _own(state, command.note, scene)
    if note.author != scene.by.id:
        raise Refusal(Code.NOT_YOUR_NOTE)
    text = _words(command.text)
    return (NoteEdited(command.step, command.note, text),) if text != note.text else ()


def _own(state: State, note_id: NoteId, scene: Scene) -> Note:
    """Return a note that this member may take away, or refuse."""
    note = state.notes.get(note_id)
    if note is None:
        raise Refusal(Code.NO_SUCH_NOTE)
    if scene.by.id != note.author and scene.by.role != "chair":
        raise Refusal(Code.NOT_YOUR_NOTE)
    return note


def _words(text: str) -> str:
    return required(text, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    match event:
        case NoteAdded():
            note = Note(event.lane, event.author, event.text, event.items)
            return replace(state, notes={**state.notes, event.note: note})
        case NoteEdited():
            note = replace(state.notes[event.note], text=event.text)
            return replace(state, notes={**state.notes, event.note: note})
        case NoteRemoved():
            kept = {n: note for n, note in state.notes.items() if n != event.note}
            return replace(state, notes=kept)


# --- what each audience sees ------------------------------------------------------------------


class CollectRecord(Struct, frozen=True, tag="collect"):
    """Everyone: the lanes, and the items that notes may be about."""

    step: StepId
    lanes: tuple[Lane, ...]
    items: tuple[ItemId, ...]


class NoteRecord(Struct, frozen=True, tag="note"):
    """Everyone: one note."""

    step: StepId
    note: NoteId
    lane: str
    author: MemberId
    text: str
    items: tuple[ItemId, ...]


Record = CollectRecord | NoteRecord


def everyone(step: StepId, settings: Settings, state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    asked = partial(CollectRecord, step, settings.lanes, state.items)
    yield f"collect/{step}", one(f"collect/{step}", (settings.lanes, state.items), asked)
    yield f"notes/{step}", rows(f"note/{step}", state.notes, partial(_note, step))


def _note(step: StepId, note_id: NoteId, note: Note) -> NoteRecord:
    return NoteRecord(step, note_id, note.lane, note.author, note.text, note.items)


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="collect"):
    """The lanes with their notes."""

    step: StepId
    lanes: tuple[Lane, ...]
    notes: tuple[Note, ...]


def minutes(step: StepId, settings: Settings, state: State) -> Minutes:
    """Return the step's part of the record."""
    return Minutes(step, settings.lanes, tuple(state.notes.values()))
