"""Options: notes that became items of later steps, so that a group judges what it wrote itself.

A note becomes an item when the first step that takes it opens. From then on its words stay, for
others have answered to them.
"""

from collections.abc import Mapping

from consensus import steps
from consensus.answers.notes import Note, NoteId
from consensus.items import MOST_STATEMENTS, Item, ItemId, Source, StepId
from consensus.refusal import Code, Refusal
from consensus.steps import collect, judge

Earlier = Mapping[StepId, steps.State]
Items = Mapping[ItemId, Item]


def noted(earlier: Earlier) -> dict[NoteId, Note]:
    """Return the notes of all steps."""
    return {name: note for state in _collected(earlier) for name, note in state.notes.items()}


def _collected(earlier: Earlier) -> list[collect.State]:
    return [state for state in earlier.values() if isinstance(state, collect.State)]


def taken_notes(state: steps.State, lane: str) -> tuple[ItemId, ...]:
    """Return the notes of a lane as items, without those put together with another; or refuse.

    While they are private nobody may know them; none, or more than a step can hold, are no list.
    """
    if not isinstance(state, collect.State):
        raise Refusal(Code.NOT_SETTLED_YET)
    if not state.revealed:
        raise Refusal(Code.NOT_REVEALED_YET)
    found = state.standing(lane)
    if not found:
        raise Refusal(Code.NO_NOTES_YET)
    if len(found) > MOST_STATEMENTS:
        raise Refusal(Code.TOO_MANY_OPTIONS, count=len(found), most=MOST_STATEMENTS)
    return found


def become_items(items: tuple[ItemId, ...], known: Items, earlier: Earlier) -> tuple[Item, ...]:
    """Return what is new among a step's items: notes, as they are worded now."""
    notes = noted(earlier)
    return tuple(Item(i, notes[i].text) for i in items if i not in known and i in notes)


def late(source: Source, state: steps.State, earlier: Earlier) -> tuple[ItemId, ...]:
    """Return the items that came up since a step was first opened, where it can still take them.

    Notes can be about a new option at any time. A question takes one in while nobody has answered;
    after that, and in what is settled, an order stands for the options that it was made of.
    """
    open_still = isinstance(state, collect.State) or _unanswered(state)
    giver = earlier.get(source.step) if source.step else None
    if not open_still or not isinstance(giver, collect.State):
        return ()
    found = giver.standing(source.lane) if source.take == "notes" else giver.items
    held = steps.items_of(state)
    room = max(0, MOST_STATEMENTS - len(held))
    return tuple(item for item in found if item not in held)[:room] if giver.revealed else ()


def _unanswered(state: steps.State) -> bool:
    if not isinstance(state, judge.State):
        return False
    return not (state.given or state.guessed.made or state.revealed)


def refuse_change(command: steps.Command, items: Items, earlier: Earlier) -> None:
    """Refuse to touch a note that is an item, or to add one under an id that is taken."""
    match command:
        case collect.EditNote() | collect.RemoveNote() | collect.MergeNotes():
            if command.note in items:
                raise Refusal(Code.NOTE_IN_USE)
        case collect.AddNote():
            here = earlier.get(command.step)
            own = here.notes if isinstance(here, collect.State) else {}
            taken = any(command.note in s.notes for s in _collected(earlier))
            if command.note not in own and (taken or command.note in items):
                raise Refusal(Code.NOTE_EXISTS)
        case _:
            return
