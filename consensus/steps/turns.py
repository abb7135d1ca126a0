"""turns: one thing talked about at a time, with the time it took and an optional note."""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.items import ItemId, StepId
from consensus.parts import Part, one
from consensus.people import MemberId, Scene
from consensus.ranking import Profile, extremes
from consensus.refusal import Code, Refusal
from consensus.steps import judge
from consensus.text import optional

# --- settings ---------------------------------------------------------------------------------


class Settings(Struct, frozen=True, tag="turns", forbid_unknown_fields=True):
    """The order of the turns: as `listed`, or the `widest` spread in the judge step `of` first."""

    order: Literal["listed", "widest"] = "listed"
    of: StepId | None = None


# --- state ------------------------------------------------------------------------------------


class Turn(Struct, frozen=True):
    """How long an item was talked about (ms, finished turns only), and what is worth keeping."""

    spent: int = 0
    note: str = ""


class State(Struct, frozen=True, tag="turns"):
    """The items in the order of the turns; `now` is the one being talked about, `since` when."""

    items: tuple[ItemId, ...]
    turns: dict[ItemId, Turn] = {}
    now: ItemId | None = None
    since: int = 0


def begin(items: tuple[ItemId, ...]) -> State:
    """Return the step as it opens for the first time: nobody is speaking yet."""
    return State(items)


# --- commands ---------------------------------------------------------------------------------


class Talk(Struct, frozen=True, tag="turns.talk"):
    """Turn to an item (chair), or to none; the turn before ends."""

    step: StepId
    item: ItemId | None


class Write(Struct, frozen=True, tag="turns.write"):
    """Write down what is worth keeping of a turn (chair, deputy or recorder)."""

    step: StepId
    item: ItemId
    note: str


Command = Talk | Write

# --- events -----------------------------------------------------------------------------------


class TurnedTo(Struct, frozen=True, tag="turns.turned_to"):
    """The talk went on to an item, or to none, at a time (ms)."""

    step: StepId
    item: ItemId | None
    at: int


class Written(Struct, frozen=True, tag="turns.written"):
    """A turn's note was written or changed."""

    step: StepId
    item: ItemId
    note: str
    by: MemberId


Event = TurnedTo | Written

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if command.item is not None and command.item not in state.items:
        raise Refusal(Code.NO_SUCH_ITEM)
    match command:
        case Talk():
            if command.item == state.now:
                return ()
            return (TurnedTo(command.step, command.item, scene.at),)
        case Write():
            if scene.by.role not in {"chair", "deputy", "recorder"}:
                raise Refusal(Code.CHAIR_ONLY)
            note = optional(command.note)
            if note == state.turns.get(command.item, Turn()).note:
                return ()
            return (Written(command.step, command.item, note, scene.by.id),)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    match event:
        case TurnedTo():
            return replace(pause(state, event.at), now=event.item, since=event.at)
        case Written():
            turn = replace(state.turns.get(event.item, Turn()), note=event.note)
            return replace(state, turns={**state.turns, event.item: turn})


def pause(state: State, at: int) -> State:
    """Return the step with the running turn's time kept up to now; it is still that item's turn."""
    if state.now is None:
        return state
    turn = state.turns.get(state.now, Turn())
    spent = replace(turn, spent=turn.spent + max(0, at - state.since))
    return replace(state, turns={**state.turns, state.now: spent}, since=at)


def resume(state: State, at: int) -> State:
    """Return the step with the running turn's time going on from now."""
    return replace(state, since=at) if state.now is not None else state


def leave(state: State) -> State:
    """Return the step with nobody speaking; the time of the turn has been kept by a pause."""
    return replace(state, now=None) if state.now is not None else state


# --- what each audience sees ------------------------------------------------------------------


class TurnsRecord(Struct, frozen=True, tag="turns"):
    """Everyone: the order of the turns, and the item being talked about since a time (ms)."""

    step: StepId
    items: tuple[ItemId, ...]
    order: Literal["listed", "widest"]
    of: StepId | None
    now: ItemId | None
    since: int


class TurnRecord(Struct, frozen=True, tag="turn"):
    """Everyone: one item's turn, and who placed it highest and lowest (asked for their why)."""

    step: StepId
    item: ItemId
    spent: int
    note: str
    highest: tuple[MemberId, ...]
    lowest: tuple[MemberId, ...]


Record = TurnsRecord | TurnRecord
Ends = tuple[tuple[MemberId, ...], tuple[MemberId, ...]]


def everyone(
    step: StepId, settings: Settings, state: State, earlier: Mapping[StepId, object]
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    shown = TurnsRecord(step, state.items, settings.order, settings.of, state.now, state.since)
    made_from = (state.items, settings.of, state.now, state.since)
    yield f"turns/{step}", one(f"turns/{step}", made_from, lambda: shown)
    of = earlier.get(settings.of) if settings.of else None
    yield f"turn/{step}", Part((state.items, state.turns, of), partial(_turns, step, state, of))


def _turns(step: StepId, state: State, of: object) -> dict[str, TurnRecord]:
    ends = _ends_of(of)
    records: dict[str, TurnRecord] = {}
    for item in state.items:
        turn = state.turns.get(item, Turn())
        # Nobody is named where an item was not among those ranked.
        highest, lowest = ends.get(item, ((), ()))
        record = TurnRecord(step, item, turn.spent, turn.note, highest, lowest)
        records[f"turn/{step}/{item}"] = record
    return records


def _ends_of(source: object) -> Mapping[ItemId, Ends]:
    """Name who placed each item highest and lowest; nobody while the rankings are private."""
    if not isinstance(source, judge.State) or not source.revealed or not source.items:
        return {}
    return _ends(source.items, tuple(source.answers().items()))


@lru_cache(maxsize=64)
def _ends(
    items: judge.Answer, answers: tuple[tuple[MemberId, judge.Answer], ...]
) -> Mapping[ItemId, Ends]:
    ranked = Profile.of(items, dict(answers))
    return {item: extremes(ranked, item) for item in ranked.items}


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="turns"):
    """The items that were talked about, or have a note, with their time (ms) and note."""

    step: StepId
    turns: tuple[tuple[ItemId, Turn], ...]


def minutes(step: StepId, state: State) -> Minutes:
    """Return the step's part of the record, in the order of the turns."""
    turns = ((item, state.turns.get(item, Turn())) for item in state.items)
    return Minutes(step, tuple((item, turn) for item, turn in turns if turn != Turn()))
