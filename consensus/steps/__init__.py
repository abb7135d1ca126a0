"""The kinds of step, and the few places where code must tell them apart.

Each kind is one module with the same headings in the same order. To add one, copy the smallest
(`turns`) and follow the type checker: every `match` here is exhaustive.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Literal, get_args

from msgspec import Struct

from consensus.items import ItemId, StepId
from consensus.parts import Part
from consensus.people import MemberId, Members, Scene
from consensus.ranking import Profile, combine, count_pairs, widest_first
from consensus.refusal import Code, Refusal
from consensus.steps import collect, judge, settle, turns

Settings = judge.Settings | settle.Settings | collect.Settings | turns.Settings
State = judge.State | settle.State | collect.State | turns.State
Command = judge.Command | settle.Command | collect.Command | turns.Command
Event = judge.Event | settle.Event | collect.Event | turns.Event
EveryoneRecord = judge.Record | settle.Record | collect.Record | turns.Record
ChairsRecord = judge.AnsweredRecord
MineRecord = judge.MyBallotRecord
Minutes = judge.Minutes | settle.Minutes | collect.Minutes | turns.Minutes

Kind = Literal["judge", "settle", "collect", "turns"]
Bands = tuple[tuple[ItemId, ...], ...]
Earlier = Mapping[StepId, State]

# What steers a step is the chair's; what answers in it is everybody's.
CHAIR_COMMANDS = (
    judge.Reveal,
    settle.Propose,
    settle.Clear,
    settle.Agree,
    settle.Reopen,
    turns.Talk,
)

# Where everything is open, nobody has records of their own.
_ALL_SEEN = (*get_args(settle.Event), *get_args(collect.Event), *get_args(turns.Event))


def kind(settings: Settings) -> Kind:
    """Return the name of a step's kind."""
    match settings:
        case judge.Settings():
            return "judge"
        case settle.Settings():
            return "settle"
        case collect.Settings():
            return "collect"
        case turns.Settings():
            return "turns"


class Arrangement(Struct, frozen=True):
    """Items as a step first shows them, grouped where no order between them is claimed.

    `exact` is false where the best combined order could not be proven, and must be said to be so.
    """

    bands: Bands
    exact: bool = True


def arrange(settings: Settings, items: tuple[ItemId, ...], earlier: Earlier) -> Arrangement:
    """Return how a step starts; refuse while the answers it rests on are still private."""
    match settings:
        case settle.Settings(start=str(start)):
            return _starting_point(items, _revealed(start, earlier))
        case turns.Settings(order="widest", of=str(of)):
            orders = _orders_of(items, _revealed(of, earlier))
            widest = widest_first(Profile.of(items, orders)) if items else ()
            return Arrangement(_one_by_one(widest))
        case _:
            return Arrangement(_one_by_one(items))


def _one_by_one(items: tuple[ItemId, ...]) -> Bands:
    return tuple((item,) for item in items)


def _revealed(step: StepId, earlier: Earlier) -> judge.State:
    state = earlier.get(step)
    if not isinstance(state, judge.State) or not state.revealed:
        raise Refusal(Code.NOT_REVEALED_YET)
    return state


def _orders_of(items: tuple[ItemId, ...], source: judge.State) -> list[judge.Answer]:
    return [tuple(i for i in answer if i in items) for answer in source.answers().values()]


def _starting_point(items: tuple[ItemId, ...], source: judge.State) -> Arrangement:
    """Combine rankings exactly (Kemeny), and choices by how many people chose each item."""
    answers = _orders_of(items, source)
    if not items or not any(answers):
        return Arrangement((items,) if items else ())
    if source.ranks() and set(items) <= set(source.items):
        combined = combine(count_pairs(Profile.of(items, answers)))
        return Arrangement(combined.bands, combined.proven)
    count = {item: sum(item in answer for answer in answers) for item in items}
    ordered = sorted(items, key=lambda item: -count[item])
    return Arrangement(tuple(tuple(g) for _, g in groupby(ordered, key=count.__getitem__)))


def begin(settings: Settings, arrangement: Arrangement) -> State:
    """Return a step's state as it opens for the first time."""
    items = tuple(item for band in arrangement.bands for item in band)
    match settings:
        case judge.Settings():
            return judge.begin(items)
        case settle.Settings():
            return settle.begin(settings, arrangement.bands, arrangement.exact)
        case collect.Settings():
            return collect.begin(items)
        case turns.Settings():
            return turns.begin(items)


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Let a step decide; a command of another kind than the step's is not understood."""
    match settings, state, command:
        case judge.Settings(), judge.State(), judge.Cast() | judge.Reveal():
            return judge.decide(settings, state, command, scene)
        case settle.Settings(), settle.State(), (
            settle.Propose() | settle.Clear() | settle.Stand() | settle.Agree() | settle.Reopen()
        ):
            return settle.decide(state, command, scene)
        case collect.Settings(), collect.State(), (
            collect.AddNote() | collect.EditNote() | collect.RemoveNote()
        ):
            return collect.decide(settings, state, command, scene)
        case turns.Settings(), turns.State(), turns.Talk() | turns.Write():
            return turns.decide(state, command, scene)
        case _:
            raise Refusal(Code.NOT_UNDERSTOOD)


def evolve(state: State, event: Event) -> State:
    """Return a step's state after one of its own events."""
    match state, event:
        case judge.State(), judge.BallotCast() | judge.Revealed():
            return judge.evolve(state, event)
        case settle.State(), (
            settle.Proposed()
            | settle.Cleared()
            | settle.Stood()
            | settle.Agreed()
            | settle.Reopened()
        ):
            return settle.evolve(state, event)
        case collect.State(), (collect.NoteAdded() | collect.NoteEdited() | collect.NoteRemoved()):
            return collect.evolve(state, event)
        case turns.State(), turns.TurnedTo() | turns.Written():
            return turns.evolve(state, event)
        case _:
            raise AssertionError(f"{type(event).__name__} cannot happen to {type(state).__name__}")


def leave(state: State) -> State:
    """Return a step's state when the meeting goes on to another step, its clock stopped."""
    return turns.leave(state) if isinstance(state, turns.State) else state


def pause(state: State, at: int) -> State:
    """Return a step's state when the clock stops at a time (ms)."""
    return turns.pause(state, at) if isinstance(state, turns.State) else state


def resume(state: State, at: int) -> State:
    """Return a step's state when the clock goes on at a time (ms)."""
    return turns.resume(state, at) if isinstance(state, turns.State) else state


def forget(state: State, member: MemberId) -> State:
    """Return a step's state without what a removed member had answered and nobody has seen."""
    match state:
        case judge.State():
            return judge.forget(state, member)
        case settle.State():
            return settle.forget(state, member)
        case collect.State() | turns.State():
            return state


def items_of(state: State) -> tuple[ItemId, ...]:
    """Return every item that a step deals with."""
    return state.items() if isinstance(state, settle.State) else state.items


def everyone(
    step: StepId, settings: Settings, state: State, members: Members, earlier: Earlier
) -> Iterator[tuple[str, Part[EveryoneRecord]]]:
    """Yield the parts of a step's view for everyone, by name."""
    match settings, state:
        case judge.Settings(), judge.State():
            yield from judge.everyone(step, settings, state, members, earlier)
        case settle.Settings(), settle.State():
            yield from settle.everyone(step, settings, state, earlier)
        case collect.Settings(), collect.State():
            yield from collect.everyone(step, settings, state)
        case turns.Settings(), turns.State():
            yield from turns.everyone(step, settings, state, earlier)
        case _:
            raise AssertionError("a step's state is always of its settings' kind")


def chairs(step: StepId, state: State) -> Iterator[tuple[str, Part[ChairsRecord]]]:
    """Yield the parts of a step's view for chairs, by name."""
    if isinstance(state, judge.State):
        yield from judge.chairs(step, state)


def mine(
    step: StepId, settings: Settings, state: State, member: MemberId, earlier: Earlier
) -> Iterator[tuple[str, MineRecord]]:
    """Yield a step's records for one member."""
    if isinstance(settings, judge.Settings) and isinstance(state, judge.State):
        yield from judge.mine(step, settings, state, member, earlier)


def concerns(event: Event) -> frozenset[MemberId] | None:
    """Return those whose own records a step's event may change; nothing stands for anybody."""
    if isinstance(event, judge.BallotCast | judge.Revealed):
        return judge.concerns(event)
    return frozenset() if isinstance(event, _ALL_SEEN) else None


def minutes(step: StepId, settings: Settings, state: State, earlier: Earlier) -> Minutes | None:
    """Return what the minutes say of a step; nothing while its answers are private."""
    match settings, state:
        case judge.Settings(), judge.State():
            return judge.minutes(step, settings, state, earlier)
        case settle.Settings(), settle.State():
            return settle.minutes(step, settings, state)
        case collect.Settings(), collect.State():
            return collect.minutes(step, settings, state)
        case turns.Settings(), turns.State():
            return turns.minutes(step, state)
        case _:
            raise AssertionError("a step's state is always of its settings' kind")
