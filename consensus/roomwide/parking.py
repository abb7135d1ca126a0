"""parking: what came up and belongs elsewhere, kept so that nobody has to hold on to it."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from consensus.parts import Part, rows
from consensus.people import MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, made_id, required

EntryId = str

# Past this, a list is not kept but forgotten.
MOST_ENTRIES = 300

# --- state ------------------------------------------------------------------------------------


class Entry(Struct, frozen=True):
    """What somebody parked, and when (ms). `for_lead` marks news that is the lead worker's.

    `done` is who took it off the list, or nothing while it is on it.
    """

    by: MemberId
    text: str
    at: int
    for_lead: bool
    done: MemberId | None = None


class State(Struct, frozen=True):
    """The list, in the order in which things came up."""

    entries: dict[EntryId, Entry] = {}


# --- commands ---------------------------------------------------------------------------------


class Add(Struct, frozen=True, tag="parking.add"):
    """Park something; its id is made by the browser, so that sending it twice parks it once."""

    entry: EntryId
    text: str
    for_lead: bool = False


class Done(Struct, frozen=True, tag="parking.done"):
    """Say that something parked has been dealt with (whoever parked it, or the chair)."""

    entry: EntryId


Command = Add | Done

# --- events -----------------------------------------------------------------------------------


class Added(Struct, frozen=True, tag="parking.added"):
    """A member parked something."""

    entry: EntryId
    by: MemberId
    text: str
    for_lead: bool
    at: int


class Finished(Struct, frozen=True, tag="parking.finished"):
    """Something parked was dealt with."""

    entry: EntryId
    by: MemberId


Event = Added | Finished

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    match command:
        case Add():
            return _add(state, command, scene)
        case Done():
            return _done(state, command, scene)


def _add(state: State, command: Add, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    text = required(command.text, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
    known = state.entries.get(command.entry)
    if known is not None and (known.by, known.text) == (scene.by.id, text):
        return ()
    if known is not None or not made_id(command.entry):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if len(state.entries) >= MOST_ENTRIES:
        raise Refusal(Code.PARKING_FULL, most=MOST_ENTRIES)
    return (Added(command.entry, scene.by.id, text, command.for_lead, scene.at),)


def _done(state: State, command: Done, scene: Scene) -> tuple[Event, ...]:
    entry = state.entries.get(command.entry)
    if entry is None:
        raise Refusal(Code.NOTHING_PARKED)
    if scene.by.id != entry.by and scene.by.role != "chair":
        raise Refusal(Code.NOT_YOUR_ENTRY)
    return () if entry.done else (Finished(command.entry, scene.by.id),)


def evolve(state: State, event: Event) -> State:
    """Return the list after `event`."""
    match event:
        case Added():
            entry = Entry(event.by, event.text, event.at, event.for_lead)
        case Finished():
            entry = replace(state.entries[event.entry], done=event.by)
    return State({**state.entries, event.entry: entry})


# --- what each audience sees ------------------------------------------------------------------


class ParkedRecord(Struct, frozen=True, tag="parked"):
    """Everyone: one thing that was parked, when (ms), and who dealt with it, if anybody has."""

    entry: EntryId
    by: MemberId
    text: str
    at: int
    for_lead: bool
    done: MemberId | None


Record = ParkedRecord


def everyone(state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "parking", rows("parked", state.entries, _parked)


def _parked(entry_id: EntryId, entry: Entry) -> ParkedRecord:
    return ParkedRecord(entry_id, entry.by, entry.text, entry.at, entry.for_lead, entry.done)


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> tuple[Entry, ...]:
    """Return everything that was parked, in order."""
    return tuple(state.entries.values())
