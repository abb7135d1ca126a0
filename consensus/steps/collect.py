"""collect: notes in up to five lanes, open from the start or private first.

The notes of one lane may become the items of a later step: `Source(step, "notes", lane)`.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from consensus.answers import notes as n
from consensus.answers.notes import Lane, Note, NoteId
from consensus.items import ItemId, StepId
from consensus.parts import Part, one, rows
from consensus.people import MemberId, Scene, agency_key, silent
from consensus.refusal import Code, Refusal
from consensus.text import made_id

# A hall of a hundred people writing three notes each fills a wall; ten times that is a mishap.
MOST_NOTES = 3_000

# Under this many voices, who wrote a note that nobody signed is plain to see.
FEWEST_TO_HIDE = 4

# --- settings ---------------------------------------------------------------------------------


class Settings(Struct, frozen=True, tag="collect", forbid_unknown_fields=True):
    """The lanes, one to five. `private` notes are seen by their authors alone until the reveal."""

    lanes: tuple[Lane, ...]
    private: bool = False

    def lane(self, lane_id: str) -> Lane:
        """Return the lane with this id, or refuse."""
        found = next((lane for lane in self.lanes if lane.id == lane_id), None)
        if found is None:
            raise Refusal(Code.NO_SUCH_LANE)
        return found


# --- state ------------------------------------------------------------------------------------


class State(Struct, frozen=True, tag="collect"):
    """The items that notes may be about, and the notes in the order they came.

    `nones` are the lanes of which was said "considered, none", and by whom. `gone` are unsigned
    notes that were taken away: whoever sends one again, not knowing, does not bring it back.
    """

    items: tuple[ItemId, ...]
    notes: dict[NoteId, Note] = {}
    revealed: bool = True
    nones: dict[str, MemberId] = {}
    gone: tuple[NoteId, ...] = ()

    def standing(self, lane: str) -> tuple[NoteId, ...]:
        """Return the notes of a lane, without those that were put together with another."""
        return tuple(
            name for name, note in self.notes.items() if note.lane == lane and not note.into
        )

    def writers(self) -> tuple[MemberId, ...]:
        """Return who has signed a note, each once."""
        return tuple(dict.fromkeys(note.author for note in self.notes.values() if note.author))


def begin(settings: Settings, items: tuple[ItemId, ...]) -> State:
    """Return the step as it opens for the first time."""
    return State(items, revealed=not settings.private)


# --- commands ---------------------------------------------------------------------------------


class AddNote(Struct, frozen=True, tag="collect.add"):
    """Add a note; its id is made by the browser, so that sending it twice adds it once."""

    step: StepId
    note: NoteId
    lane: str
    text: str
    items: tuple[ItemId, ...] = ()
    for_agency: str = ""
    source: str = ""
    when: str = ""
    nothing: bool = False


class EditNote(Struct, frozen=True, tag="collect.edit"):
    """Change the words of my note, or of my agency's where each agency has one."""

    step: StepId
    note: NoteId
    text: str
    source: str = ""
    when: str = ""
    nothing: bool = False


class RemoveNote(Struct, frozen=True, tag="collect.remove"):
    """Take away my note, or anyone's (chair)."""

    step: StepId
    note: NoteId


class RevealNotes(Struct, frozen=True, tag="collect.reveal"):
    """Open all private notes together (chair). `even_so` accepts that somebody wrote none."""

    step: StepId
    even_so: bool = False


class MergeNotes(Struct, frozen=True, tag="collect.merge"):
    """List a note under another that says the same (chair); under nothing, it stands alone again.

    Both keep their words.
    """

    step: StepId
    note: NoteId
    into: NoteId = ""


class SayNone(Struct, frozen=True, tag="collect.none"):
    """Say of an empty lane that it was considered and nothing was found, or take that back."""

    step: StepId
    lane: str
    none: bool = True


Command = AddNote | EditNote | RemoveNote | RevealNotes | MergeNotes | SayNone

# --- events -----------------------------------------------------------------------------------


class NoteAdded(Struct, frozen=True, tag="collect.added"):
    """A member added a note; without an author where nobody is to know who it was."""

    step: StepId
    note: NoteId
    lane: str
    author: MemberId
    text: str
    items: tuple[ItemId, ...]
    agency: str = ""
    for_agency: str = ""
    source: str = ""
    when: str = ""
    nothing: bool = False


class NoteEdited(Struct, frozen=True, tag="collect.edited"):
    """The words of a note, by this author, were changed."""

    step: StepId
    note: NoteId
    text: str
    source: str = ""
    when: str = ""
    nothing: bool = False
    author: MemberId = ""


class NoteRemoved(Struct, frozen=True, tag="collect.removed"):
    """A note by this author was taken away, by them or the chair."""

    step: StepId
    note: NoteId
    by: MemberId
    author: MemberId = ""


class NotesRevealed(Struct, frozen=True, tag="collect.revealed"):
    """All private notes were opened."""

    step: StepId


class NoteMerged(Struct, frozen=True, tag="collect.merged"):
    """A note was put together with another, or parted from it."""

    step: StepId
    note: NoteId
    into: NoteId


class NoneSaid(Struct, frozen=True, tag="collect.none_said"):
    """A member said of a lane: considered, none; or took it back."""

    step: StepId
    lane: str
    by: MemberId
    none: bool


Event = NoteAdded | NoteEdited | NoteRemoved | NotesRevealed | NoteMerged | NoneSaid

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    match command:
        case AddNote():
            return _add(settings, state, command, scene)
        case EditNote():
            return _edit(settings, state, command, scene)
        case RemoveNote():
            return _remove(state, command, scene)
        case RevealNotes():
            return _reveal(settings, state, command, scene)
        case MergeNotes():
            return _merge(state, command, scene)
        case SayNone():
            return _say_none(settings, state, command, scene)


def _add(settings: Settings, state: State, command: AddNote, scene: Scene) -> tuple[Event, ...]:
    lane = settings.lane(command.lane)
    items = n.about(lane, state.items, command.items)
    words = n.taken(lane, command.text, command.source, command.when, command.nothing)
    note = n.new(lane, scene.by, command.for_agency, items, words)
    known = state.notes.get(command.note)
    if command.note in state.gone or (known and replace(known, agency=note.agency) == note):
        return ()
    if known is not None or not made_id(command.note):
        raise Refusal(Code.NOTE_EXISTS)
    if len(state.notes) >= MOST_NOTES:
        raise Refusal(Code.TOO_MANY_NOTES, most=MOST_NOTES)
    if not lane.signed and sum(m.voice for m in scene.members.values()) < FEWEST_TO_HIDE:
        raise Refusal(Code.TOO_FEW_TO_HIDE, least=FEWEST_TO_HIDE)
    # What is private says nothing to others, not even by what is refused.
    seen = [x for x in state.notes.values() if state.revealed or x.author == note.author]
    if lane.once_per_agency and n.has_answered(seen, note):
        raise Refusal(Code.AGENCY_HAS_ANSWERED, agency=note.speaks_for)
    return (NoteAdded(command.step, command.note, **_fields(note)),)


def _edit(settings: Settings, state: State, command: EditNote, scene: Scene) -> tuple[Event, ...]:
    note = _visible(state, command.note, scene)
    lane = settings.lane(note.lane)
    same = agency_key(note.speaks_for) == agency_key(scene.by.agency)
    ours = lane.once_per_agency and same
    if note.author != scene.by.id and not ours:
        raise Refusal(Code.NOT_YOUR_NOTE)
    words = n.taken(lane, command.text, command.source, command.when, command.nothing)
    if words == n.words_of(note):
        return ()
    return (NoteEdited(command.step, command.note, **asdict(words), author=note.author),)


def _remove(state: State, command: RemoveNote, scene: Scene) -> tuple[Event, ...]:
    note = _visible(state, command.note, scene)
    if scene.by.id != note.author and scene.by.role != "chair":
        raise Refusal(Code.NOT_YOUR_NOTE)
    return (NoteRemoved(command.step, command.note, scene.by.id, note.author),)


def _visible(state: State, note_id: NoteId, scene: Scene) -> Note:
    """Return a note that whoever asks can see, or refuse."""
    note = state.notes.get(note_id)
    if note is None or not (state.revealed or note.author == scene.by.id):
        raise Refusal(Code.NO_SUCH_NOTE)
    return note


def _reveal(
    settings: Settings, state: State, command: RevealNotes, scene: Scene
) -> tuple[Event, ...]:
    if not settings.private or state.revealed:
        return ()
    # Where a note may be unsigned, nobody knows who has written none.
    signed = all(lane.signed for lane in settings.lanes)
    missing = [m for m in silent(scene.members, state.writers()) if m.here] if signed else []
    if missing and not command.even_so:
        raise Refusal(Code.NOTES_MISSING, count=len(missing))
    return (NotesRevealed(command.step),)


def _merge(state: State, command: MergeNotes, scene: Scene) -> tuple[Event, ...]:
    if not state.revealed:
        raise Refusal(Code.NOT_REVEALED_YET)
    note = _visible(state, command.note, scene)
    if note.into == command.into:
        return ()
    if command.into:
        into = _visible(state, command.into, scene)
        if command.into == command.note or not n.may_merge(note, into):
            raise Refusal(Code.CANNOT_MERGE)
    return (NoteMerged(command.step, command.note, command.into),)


def _say_none(
    settings: Settings, state: State, command: SayNone, scene: Scene
) -> tuple[Event, ...]:
    lane = settings.lane(command.lane)
    if not lane.may_be_empty:
        raise Refusal(Code.LANE_STAYS_OPEN)
    if not state.revealed:
        raise Refusal(Code.NOT_REVEALED_YET)
    if command.none and state.standing(lane.id):
        raise Refusal(Code.LANE_HAS_NOTES)
    if command.none == (lane.id in state.nones):
        return ()
    return (NoneSaid(command.step, lane.id, scene.by.id, command.none),)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    match event:
        case NoteAdded():
            nones = state.nones
            if event.lane in nones:
                nones = {lane: by for lane, by in nones.items() if lane != event.lane}
            return replace(state, notes={**state.notes, event.note: _note_of(event)}, nones=nones)
        case NoteEdited():
            words = n.Words(event.text, event.source, event.when, event.nothing)
            note = replace(state.notes[event.note], **asdict(words))
            return replace(state, notes={**state.notes, event.note: note})
        case NoteRemoved():
            unsigned = not state.notes[event.note].author
            gone = (*state.gone, event.note) if unsigned else state.gone
            return replace(state, notes=n.without(state.notes, event.note), gone=gone)
        case NotesRevealed():
            return replace(state, revealed=True)
        case NoteMerged():
            return replace(state, notes=n.merged(state.notes, event.note, event.into))
        case NoneSaid():
            others = {lane: by for lane, by in state.nones.items() if lane != event.lane}
            return replace(state, nones={**others, event.lane: event.by} if event.none else others)


def _fields(note: Note) -> dict[str, Any]:
    """Return what an event holds of a new note: all but what happens to it later."""
    fields = asdict(note)
    del fields["into"]
    return fields


def _note_of(event: NoteAdded) -> Note:
    fields = asdict(event)
    del fields["step"], fields["note"]
    return Note(**fields)


def widen(state: State, items: tuple[ItemId, ...]) -> State:
    """Return the step with all its items, of which some came up after it was first opened."""
    return replace(state, items=items)


def forget(state: State, member: MemberId) -> State:
    """Return the step without the notes of a member who was removed before they were opened."""
    if state.revealed or all(note.author != member for note in state.notes.values()):
        return state
    kept = {name: note for name, note in state.notes.items() if note.author != member}
    return replace(state, notes=kept)


# --- what each audience sees ------------------------------------------------------------------


class CollectRecord(Struct, frozen=True, tag="collect"):
    """Everyone: the lanes, and the items that notes may be about.

    Until private notes are `revealed`, how many `notes` there are and how many `writers` they have;
    never what they say. `nones` are the lanes of which was said "considered, none", and by whom.
    """

    step: StepId
    lanes: tuple[Lane, ...]
    items: tuple[ItemId, ...]
    private: bool
    revealed: bool
    notes: int
    writers: int
    nones: dict[str, MemberId]


class NoteRecord(Struct, frozen=True, tag="note"):
    """Everyone: one note that is open to all. Its author is empty where the lane hides it."""

    step: StepId
    note: NoteId
    lane: str
    author: MemberId
    text: str
    items: tuple[ItemId, ...]
    agency: str
    for_agency: str
    source: str
    when: str
    nothing: bool
    into: NoteId


class WrittenRecord(Struct, frozen=True, tag="written"):
    """Chairs, until the reveal: who has written a private note, never what."""

    step: StepId
    members: tuple[MemberId, ...]


class MyNoteRecord(Struct, frozen=True, tag="my_note"):
    """One member: a note of their own that others cannot see yet, or cannot see is theirs."""

    step: StepId
    note: NoteRecord


Record = CollectRecord | NoteRecord


def everyone(step: StepId, settings: Settings, state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    counted = None if state.revealed else state.notes
    made_from = (settings, state.items, state.revealed, state.nones, counted)
    asked = partial(_asked, step, settings, state)
    yield f"collect/{step}", one(f"collect/{step}", made_from, asked)
    if state.revealed:
        make = partial(_note, step, settings)
        yield f"notes/{step}", rows(f"note/{step}", state.notes, make)


def _asked(step: StepId, settings: Settings, state: State) -> CollectRecord:
    return CollectRecord(
        step=step,
        lanes=settings.lanes,
        items=state.items,
        private=settings.private,
        revealed=state.revealed,
        notes=0 if state.revealed else len(state.notes),
        writers=0 if state.revealed else len(state.writers()),
        nones=state.nones,
    )


def _note(step: StepId, settings: Settings, note_id: NoteId, note: Note) -> NoteRecord:
    return NoteRecord(step, note_id, **asdict(n.shown(settings.lane(note.lane), note)))


def chairs(step: StepId, state: State) -> Iterator[tuple[str, Part[WrittenRecord]]]:
    """Yield what chairs see beside it: who has written, while the notes are private."""
    if not state.revealed:
        written = partial(_who_wrote, step, state)
        yield f"written/{step}", one(f"written/{step}", (state.notes,), written)


def _who_wrote(step: StepId, state: State) -> WrittenRecord:
    return WrittenRecord(step, state.writers())


def mine(
    step: StepId, settings: Settings, state: State, member: MemberId
) -> Iterator[tuple[str, MyNoteRecord]]:
    """Yield a member's own notes where others do not see whose they are, or once did not."""
    hidden = {lane.id for lane in settings.lanes if settings.private or lane.shown == "agency"}
    for name, note in state.notes.items() if hidden else ():
        if note.author == member and note.lane in hidden:
            own = NoteRecord(step, name, **asdict(replace(note, into="")))
            yield f"my_note/{step}/{name}", MyNoteRecord(step, own)


def concerns(event: Event) -> frozenset[MemberId]:
    """Return those whose own records an event may change: the author of the note."""
    match event:
        case NoteAdded() | NoteEdited() | NoteRemoved() if event.author:
            return frozenset((event.author,))
        case _:
            return frozenset()


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="collect"):
    """The lanes with their notes, and the lanes of which was said "considered, none"."""

    step: StepId
    lanes: tuple[Lane, ...]
    items: tuple[ItemId, ...]
    notes: dict[NoteId, Note]
    nones: dict[str, MemberId]


def minutes(step: StepId, settings: Settings, state: State) -> Minutes | None:
    """Return the step's part of the record; nothing while its notes are private."""
    if not state.revealed:
        return None
    notes = {name: n.shown(settings.lane(x.lane), x) for name, x in state.notes.items()}
    return Minutes(step, settings.lanes, state.items, notes, state.nones)
