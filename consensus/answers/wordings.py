"""Wordings: statements that are put in other words, made one of two, or parted into several.

What was answered stays as it was: an id never goes, and a step that has answers keeps the words on
which they were given. Later steps take the list as it stands. What a statement said before, and
who changed it, everybody can see.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from consensus import steps
from consensus.items import Item, ItemId, StepId
from consensus.parts import Part, rows
from consensus.people import MemberId
from consensus.steps import judge, settle

# A list that is worded this often has become another list.
MOST_CHANGES = 200

FEWEST_PARTS, MOST_PARTS = 2, 3

# --- state ------------------------------------------------------------------------------------


class Before(Struct, frozen=True):
    """What a statement said until somebody changed it at a time (ms), and what was `joined` to it.

    Nothing was joined to it where it was only put in other words.
    """

    text: str
    by: MemberId
    at: int
    joined: ItemId = ""


class Gone(Struct, frozen=True):
    """Which statements stand for one that is no longer on the list, since a time (ms)."""

    into: tuple[ItemId, ...]
    by: MemberId
    at: int


class History(Struct, frozen=True):
    """What was done to a statement, in order; and, where it is no longer on the list, by what."""

    before: tuple[Before, ...] = ()
    gone: Gone | None = None


class State(Struct, frozen=True):
    """The history of each statement that was changed, and, by step, the words it was answered on.

    `then` has a step only where those are no longer the words of today.
    """

    histories: dict[ItemId, History] = {}
    then: dict[StepId, dict[ItemId, str]] = {}


# --- commands ---------------------------------------------------------------------------------


class Rewrite(Struct, frozen=True, tag="statements.rewrite"):
    """Put a statement in other words (chair). `was` is what the writer saw."""

    item: ItemId
    text: str
    was: str


class Merge(Struct, frozen=True, tag="statements.merge"):
    """Make one statement of two, in these words (chair); `drop` leaves the list."""

    keep: ItemId
    drop: ItemId
    text: str


class Split(Struct, frozen=True, tag="statements.split"):
    """Part a statement into two or three (chair); their ids are made by the browser."""

    item: ItemId
    parts: tuple[Item, ...]


Command = Rewrite | Merge | Split

# --- events -----------------------------------------------------------------------------------


class Rewritten(Struct, frozen=True, tag="statements.rewritten"):
    """A statement says something else now."""

    item: ItemId
    text: str
    by: MemberId
    at: int


class Merged(Struct, frozen=True, tag="statements.merged"):
    """Two statements are one, in these words."""

    keep: ItemId
    drop: ItemId
    text: str
    by: MemberId
    at: int


class Parted(Struct, frozen=True, tag="statements.parted"):
    """A statement was parted into several."""

    item: ItemId
    parts: tuple[Item, ...]
    by: MemberId
    at: int


Event = Rewritten | Merged | Parted

# --- evolve -----------------------------------------------------------------------------------


def evolve(state: State, event: Event, text: str, answered: Iterable[StepId]) -> State:
    """Return the history after `event`.

    `text` is what the statement that stays said until now, and `answered` are the steps in which
    people answered to that.
    """
    match event:
        case Rewritten(item=item):
            return _reworded(state, item, Before(text, event.by, event.at), answered)
        case Merged(keep, drop):
            before = Before(text, event.by, event.at, drop)
            kept = _reworded(state, keep, before, answered)
            return _without(kept, drop, Gone((keep,), event.by, event.at))
        case Parted(item, parts):
            into = tuple(part.id for part in parts)
            return _without(state, item, Gone(into, event.by, event.at))


def _reworded(state: State, item: ItemId, before: Before, answered: Iterable[StepId]) -> State:
    history = state.histories.get(item, History())
    after = replace(history, before=(*history.before, before))
    kept = {
        step: {**state.then.get(step, {}), item: before.text}
        for step in answered
        if item not in state.then.get(step, {})
    }
    return State({**state.histories, item: after}, {**state.then, **kept})


def _without(state: State, item: ItemId, gone: Gone) -> State:
    history = state.histories.get(item, History())
    return replace(state, histories={**state.histories, item: replace(history, gone=gone)})


# --- what stands ------------------------------------------------------------------------------


def is_answered(state: steps.State | None) -> bool:
    """Say whether people have answered to the words of a step's statements."""
    match state:
        case judge.State():
            return state.revealed or bool(state.given)
        case settle.State():
            return any(slot.item is not None for slot in state.slots)
        case _:
            return False


def standing(state: State, items: Iterable[ItemId]) -> tuple[ItemId, ...]:
    """Return the statements that stand for some, each once, in the place of the first it is for."""
    return tuple(dict.fromkeys(found for item in items for found in _now(state, item)))


def _now(state: State, item: ItemId) -> Iterator[ItemId]:
    history = state.histories.get(item)
    if history is None or history.gone is None:
        yield item
        return
    for other in history.gone.into:
        yield from _now(state, other)


def as_answered(state: State, step: StepId, items: Mapping[ItemId, Item]) -> dict[ItemId, Item]:
    """Return all statements in the words that a step's answers were given on."""
    then = state.then.get(step, {})
    return {**items, **{item: replace(items[item], text=text) for item, text in then.items()}}


def changes(state: State) -> int:
    """Return how often a statement was changed."""
    every = state.histories.values()
    return sum(len(history.before) + (history.gone is not None) for history in every)


# --- what each audience sees ------------------------------------------------------------------


class WordingRecord(Struct, frozen=True, tag="wording"):
    """Everyone: what was done to a statement."""

    item: ItemId
    history: History


class ThenRecord(Struct, frozen=True, tag="then"):
    """Everyone: the words on which a step's answers were given, where these are others by now."""

    step: StepId
    words: dict[ItemId, str]


Record = WordingRecord | ThenRecord


def everyone(state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "wording", rows("wording", state.histories, WordingRecord)
    yield "then", rows("then", state.then, ThenRecord)
