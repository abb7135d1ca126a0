"""wording: lines of the record, changed by hand: in other words, or for other readers.

What a line said first always stays beside it. `consensus.record.correcting` finds the line, and
looks whether there is still time; `consensus.record.changed` lays what was done here over it.
"""

from msgspec import Struct

from consensus.answers.pen import TEXT_LENGTH
from consensus.people import Member, MemberId, Scene, keeps_record
from consensus.record.labels import Label, LineId, Readers, of_another, wider
from consensus.refusal import Code, Refusal
from consensus.text import paragraphs

# Who words a line this often is not putting it right any more.
MOST_CHANGES = 60

# --- state ------------------------------------------------------------------------------------


class Standing(Struct, frozen=True):
    """A line as it stands: its words, what it is, who may read it, and whether it was `changed`.

    `typed` has, for each cell, the words that people typed, or nothing where the catalogue says it;
    `quoted` has those that stand in the catalogue's sentence too. Words that are somebody's own are
    theirs (`whose`): others show them to no more people than `most`, and to no fewer than `least`.
    """

    typed: tuple[str | None, ...]
    quoted: tuple[str, ...]
    label: Label
    readers: Readers
    most: Readers
    least: Readers
    whose: MemberId = ""
    changed: bool = False


# --- commands ---------------------------------------------------------------------------------


class Reword(Struct, frozen=True, tag="wording.reword"):
    """Put a cell of a line in other words (chair, deputy, recorder; own words only oneself).

    `was` is the text that the writer saw there.
    """

    line: LineId
    cell: int
    words: str
    was: str


class Relabel(Struct, frozen=True, tag="wording.relabel"):
    """Say that a line is something else, or is for other readers (chair, deputy, recorder)."""

    line: LineId
    label: Label
    readers: Readers


class Restore(Struct, frozen=True, tag="wording.restore"):
    """Go back to how a line was before anybody changed it by hand."""

    line: LineId


Command = Reword | Relabel | Restore

# --- events -----------------------------------------------------------------------------------


class Reworded(Struct, frozen=True, tag="wording.reworded"):
    """A cell of a line was put in other words. `was` is what its writer saw there."""

    line: LineId
    cell: int
    words: str
    was: str
    by: MemberId
    at: int


class Relabelled(Struct, frozen=True, tag="wording.relabelled"):
    """A line got another label, or other readers."""

    line: LineId
    label: Label
    readers: Readers
    by: MemberId
    at: int


class Restored(Struct, frozen=True, tag="wording.restored"):
    """A line went back to how it was at first."""

    line: LineId
    by: MemberId
    at: int


Event = Reworded | Relabelled | Restored


class State(Struct, frozen=True):
    """What was done by hand, for each line, in the order in which it was done.

    A rewording of typed words holds while `was` is what stands there: where the group itself has
    said something else since, the record says that, and the old rewording is not laid over it.
    """

    lines: dict[LineId, tuple[Event, ...]] = {}


# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, line: Standing, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command` for a line that whoever asks may read, or refuse it."""
    if len(state.lines.get(command.line, ())) >= MOST_CHANGES:
        raise Refusal(Code.LINE_FULL, most=MOST_CHANGES)
    match command:
        case Reword():
            refuse_writer(line, scene.by)
            return reworded(command, line, scene)
        case Relabel():
            return _relabel(command, line, scene)
        case Restore():
            refuse_writer(line, scene.by)
            return (Restored(command.line, scene.by.id, scene.at),) if line.changed else ()


def refuse_writer(line: Standing, by: Member) -> None:
    """Refuse somebody who may not put a line in other words themselves."""
    if line.whose and line.whose != by.id:
        raise Refusal(Code.OWN_WORDS)
    if not line.whose and not keeps_record(by):
        raise Refusal(Code.RECORD_KEEPERS_ONLY)


def reworded(command: Reword, line: Standing, scene: Scene) -> tuple[Event, ...]:
    """Return how a line is put in other words, by somebody who may."""
    words = fitting(line, command.cell, command.words)
    if words == line.typed[command.cell]:
        return ()
    was = seen(line, command.cell, command.was)
    return (Reworded(command.line, command.cell, words, was, scene.by.id, scene.at),)


def fitting(line: Standing, cell: int, words: str) -> str:
    """Return words for a cell, cleaned; only a line that has other cells may have an empty one."""
    if not 0 <= cell < len(line.typed):
        raise Refusal(Code.NOT_UNDERSTOOD)
    cleaned = paragraphs(words, TEXT_LENGTH)
    if not cleaned and len(line.typed) == 1:
        raise Refusal(Code.TEXT_EMPTY)
    return cleaned


def seen(line: Standing, cell: int, was: str) -> str:
    """Return what a writer saw in a cell, or refuse where typed words are others by now."""
    if line.typed[cell] not in {None, was} or line.quoted[cell] not in was:
        raise Refusal(Code.LINE_CHANGED)
    if len(was) > TEXT_LENGTH:
        raise Refusal(Code.TEXT_TOO_LONG, most=TEXT_LENGTH, length=len(was))
    return was


def _relabel(command: Relabel, line: Standing, scene: Scene) -> tuple[Event, ...]:
    if not keeps_record(scene.by):
        raise Refusal(Code.RECORD_KEEPERS_ONLY)
    wrong = wrong_readers(line, scene.by.id, command.readers)
    if wrong is not None:
        raise Refusal(wrong)
    if (command.label, command.readers) == (line.label, line.readers):
        return ()
    return (Relabelled(command.line, command.label, command.readers, scene.by.id, scene.at),)


def wrong_readers(line: Standing, by: MemberId, readers: Readers) -> Code | None:
    """Return why a line is not somebody's to leave to these readers, or nothing where it is.

    Whoever said something knew who would read it, and a dissent stays with those it was said to.
    """
    if line.whose in {"", by}:
        return None
    if wider(readers, line.most):
        return Code.OWN_READERS
    return Code.DISSENT_STAYS if wider(line.least, readers) else None


def evolve(state: State, event: Event) -> State:
    """Return what was done by hand after `event`."""
    return State({**state.lines, event.line: (*state.lines.get(event.line, ()), event)})


def merged(state: State, drop: MemberId, keep: MemberId) -> State:
    """Return what was done by hand when two members are one; the lines are those of one, too."""
    found: dict[LineId, tuple[Event, ...]] = {}
    for line, done in state.lines.items():
        now = of_another(line, drop, keep)
        found[now] = (*found.get(now, ()), *done)
    return State(found)


# --- what each audience sees ------------------------------------------------------------------


def count(state: State) -> int:
    """Return how often a line was changed by hand; the words come with the record itself."""
    return sum(map(len, state.lines.values()))


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> dict[LineId, tuple[Event, ...]]:
    """Return everything that was done by hand, for each line."""
    return state.lines
