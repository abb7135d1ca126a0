"""The kinds of step, and the few places where code must tell them apart.

Each kind is one module with the same headings in the same order. To add one, copy the smallest
(`gate`) and follow the type checker: every `match` here is exhaustive.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Literal, get_args

from msgspec import Struct

from consensus.answers import guesses, pen, tallies
from consensus.answers.ballots import Order, of_these
from consensus.answers.promises import Promise
from consensus.items import ItemId, StepId
from consensus.members.renaming import renamed
from consensus.parts import Part
from consensus.people import MemberId, Members, Scene
from consensus.ranking import Profile, combine, count_pairs, widest_first
from consensus.refusal import Code, Refusal
from consensus.steps import collect, commit, form, gate, judge, settle, turns

Settings = (
    judge.Settings
    | settle.Settings
    | collect.Settings
    | turns.Settings
    | gate.Settings
    | form.Settings
    | commit.Settings
)
State = (
    judge.State
    | settle.State
    | collect.State
    | turns.State
    | gate.State
    | form.State
    | commit.State
)
Command = (
    judge.Command
    | settle.Command
    | collect.Command
    | turns.Command
    | gate.Command
    | form.Command
    | commit.Command
)
Event = (
    judge.Event
    | settle.Event
    | collect.Event
    | turns.Event
    | gate.Event
    | form.Event
    | commit.Event
)
EveryoneRecord = (
    judge.Record
    | settle.Record
    | collect.Record
    | turns.Record
    | gate.Record
    | form.Record
    | commit.Record
)
ChairsRecord = judge.AnsweredRecord | collect.WrittenRecord | gate.GateAnswerRecord
MineRecord = (
    judge.MyBallotRecord | guesses.MyGuessRecord | collect.MyNoteRecord | gate.MyNoticeRecord
)
Minutes = (
    judge.Minutes
    | settle.Minutes
    | collect.Minutes
    | turns.Minutes
    | gate.Minutes
    | form.Minutes
    | commit.Minutes
)

Kind = Literal["judge", "settle", "collect", "turns", "gate", "form", "commit"]
Bands = tuple[tuple[ItemId, ...], ...]
Earlier = Mapping[StepId, State]

# What steers a step is the chair's; what answers in it is everybody's.
CHAIR_COMMANDS = (
    judge.Reveal,
    guesses.OpenMirror,
    settle.Propose,
    settle.Clear,
    settle.Agree,
    settle.Escalate,
    settle.Reopen,
    collect.RevealNotes,
    collect.MergeNotes,
    turns.Talk,
    form.ReadOut,
)

# Where everything is open, nobody has records of their own.
_ALL_SEEN = (
    *get_args(settle.Event),
    *get_args(turns.Event),
    *get_args(form.Event),
    *get_args(commit.Event),
)


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
        case gate.Settings():
            return "gate"
        case form.Settings():
            return "form"
        case commit.Settings():
            return "commit"


class Arrangement(Struct, frozen=True):
    """Items as a step first shows them, grouped where no order between them is claimed.

    `exact` is false where the best combined order could not be proven, and must be said to be so.
    `promises` are those of the room before that this step asks about.
    """

    bands: Bands
    exact: bool = True
    promises: tuple[Promise, ...] = ()


def arrange(
    settings: Settings,
    items: tuple[ItemId, ...],
    earlier: Earlier,
    carried: tuple[Promise, ...] = (),
) -> Arrangement:
    """Return how a step starts; refuse while the answers it rests on are still private.

    `carried` are the promises of the room before, which the first commit step asks about.
    """
    match settings:
        case settle.Settings(start=str(start)):
            return _starting_point(items, _revealed(start, earlier))
        case turns.Settings(order="widest", of=str(of)):
            return Arrangement(_one_by_one(_widest(items, _revealed(of, earlier))))
        case commit.Settings():
            asked = any(isinstance(state, commit.State) for state in earlier.values())
            return Arrangement(_one_by_one(items), promises=() if asked else carried)
        case _:
            return Arrangement(_one_by_one(items))


def _one_by_one(items: tuple[ItemId, ...]) -> Bands:
    return tuple((item,) for item in items)


def _revealed(step: StepId, earlier: Earlier) -> judge.State:
    state = earlier.get(step)
    if not isinstance(state, judge.State) or not state.revealed:
        raise Refusal(Code.NOT_REVEALED_YET)
    return state


def _orders_of(items: tuple[ItemId, ...], source: judge.State) -> list[Order]:
    return [of_these(order, items) for order in source.orders().values()]


def _widest(items: tuple[ItemId, ...], source: judge.State) -> tuple[ItemId, ...]:
    """Order items by how far apart people's places, or marks, for them are."""
    if source.marks():
        return tallies.widest_marks(items, source.voices())
    return widest_first(Profile.of(items, _orders_of(items, source))) if items else ()


def _starting_point(items: tuple[ItemId, ...], source: judge.State) -> Arrangement:
    """Combine rankings exactly (Kemeny), choices by how many chose each, marks by their middle.

    What nobody was asked to rank, because it came up later, stands last, with no order claimed.
    """
    if source.marks():
        return Arrangement(tallies.by_middle(items, source.voices()))
    answers = _orders_of(items, source)
    if not items or not any(answers):
        return Arrangement((items,) if items else ())
    if source.ranks():
        known = tuple(item for item in items if item in source.items)
        combined = combine(count_pairs(Profile.of(known, answers)))
        new = tuple(item for item in items if item not in source.items)
        return Arrangement((*combined.bands, *((new,) if new else ())), combined.proven)
    count = {item: sum(item in answer for answer in answers) for item in items}
    ordered = sorted(items, key=lambda item: -count[item])
    return Arrangement(tuple(tuple(g) for _, g in groupby(ordered, key=count.__getitem__)))


def begin(settings: Settings, arrangement: Arrangement, before: State | None = None) -> State:
    """Return a step's state as it opens for the first time, or again with more items.

    Only what can take in more opens again so: notes stay, and a question has no answers yet.
    """
    items = tuple(item for band in arrangement.bands for item in band)
    match settings:
        case judge.Settings():
            return judge.begin(settings, items)
        case settle.Settings():
            return settle.begin(settings, arrangement.bands, arrangement.exact)
        case collect.Settings():
            if isinstance(before, collect.State):
                return collect.widen(before, items)
            return collect.begin(settings, items)
        case turns.Settings():
            return turns.begin(items)
        case gate.Settings():
            return gate.begin()
        case form.Settings():
            return form.begin()
        case commit.Settings():
            return commit.begin(items, arrangement.promises)


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Let a step decide; a command of another kind than the step's is not understood."""
    match settings, state, command:
        case judge.Settings(), judge.State(), (
            judge.Cast()
            | judge.Slip()
            | judge.Reveal()
            | guesses.MakeGuess()
            | guesses.OpenMirror()
        ):
            return judge.decide(settings, state, command, scene)
        case settle.Settings(), settle.State(), (
            settle.Propose()
            | settle.Clear()
            | settle.Stand()
            | settle.Agree()
            | settle.Escalate()
            | settle.Reopen()
            | pen.TakePen()
            | pen.PutDown()
            | pen.Write()
            | pen.Suggest()
            | pen.Include()
            | pen.Withdraw()
        ):
            return settle.decide(state, command, scene)
        case collect.Settings(), collect.State(), (
            collect.AddNote()
            | collect.EditNote()
            | collect.RemoveNote()
            | collect.RevealNotes()
            | collect.MergeNotes()
            | collect.SayNone()
        ):
            return collect.decide(settings, state, command, scene)
        case turns.Settings(), turns.State(), (
            turns.Talk() | turns.Write() | turns.Present() | turns.SayBack()
        ):
            return turns.decide(settings, state, command, scene)
        case gate.Settings(), gate.State(), gate.Acknowledge() | gate.RecordAnswer():
            return gate.decide(settings, state, command, scene)
        case form.Settings(), form.State(), form.Fill() | form.ClearField() | form.ReadOut():
            return form.decide(settings, state, command, scene)
        case commit.Settings(), commit.State(), (
            commit.MakePromise()
            | commit.ChangePromise()
            | commit.WithdrawPromise()
            | commit.AcceptPromise()
            | commit.EnterResult()
        ):
            return commit.decide(settings, state, command, scene)
        case _:
            raise Refusal(Code.NOT_UNDERSTOOD)


def evolve(state: State, event: Event) -> State:
    """Return a step's state after one of its own events."""
    match state, event:
        case judge.State(), (
            judge.BallotCast()
            | judge.Answered()
            | judge.Revealed()
            | guesses.Guessed()
            | guesses.MirrorOpened()
        ):
            return judge.evolve(state, event)
        case settle.State(), (
            settle.Proposed()
            | settle.Cleared()
            | settle.Stood()
            | settle.Agreed()
            | settle.Escalated()
            | settle.Reopened()
            | pen.PenTaken()
            | pen.PenPutDown()
            | pen.Wrote()
            | pen.Suggested()
            | pen.SuggestionGone()
        ):
            return settle.evolve(state, event)
        case collect.State(), (
            collect.NoteAdded()
            | collect.NoteEdited()
            | collect.NoteRemoved()
            | collect.NotesRevealed()
            | collect.NoteMerged()
            | collect.NoneSaid()
        ):
            return collect.evolve(state, event)
        case turns.State(), (
            turns.TurnedTo() | turns.Written() | turns.Presenting() | turns.SaidBack()
        ):
            return turns.evolve(state, event)
        case gate.State(), gate.Acknowledged():
            return gate.evolve(state, event)
        case form.State(), form.Filled() | form.FieldCleared() | form.WordsHeard():
            return form.evolve(state, event)
        case commit.State(), (
            commit.Promised()
            | commit.PromiseChanged()
            | commit.PromiseWithdrawn()
            | commit.PromiseAnswered()
            | commit.ResultEntered()
        ):
            return commit.evolve(state, event)
        case _:
            raise AssertionError(f"{type(event).__name__} cannot happen to {type(state).__name__}")


def leave(state: State) -> State:
    """Return a step's state when the meeting goes on to another step, its clock stopped."""
    if isinstance(state, settle.State):
        return settle.leave(state)
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
        case turns.State():
            return turns.forget(state, member)
        case collect.State():
            return collect.forget(state, member)
        case gate.State() | form.State() | commit.State():
            return state


def rename(state: State, old: MemberId, new: MemberId) -> State:
    """Return a step's state in which one member stands for another who is the same person.

    What the other had answered with their name and nobody has seen is dropped: it is not for the
    eyes of whoever holds the seat that stays.
    """
    if isinstance(state, form.State):
        return form.rename(state, old, new)
    private = isinstance(state, judge.State) and state.shown != "nobody"
    kept = forget(state, old) if private or isinstance(state, collect.State) else state
    return renamed(kept, old, new)


def items_of(state: State) -> tuple[ItemId, ...]:
    """Return every item that a step deals with."""
    match state:
        case settle.State():
            return state.items()
        case gate.State() | form.State():
            return ()
        case _:
            return state.items


def everyone(
    step: StepId, settings: Settings, state: State, members: Members, earlier: Earlier
) -> Iterator[tuple[str, Part[EveryoneRecord]]]:
    """Yield the parts of a step's view for everyone, by name."""
    match settings, state:
        case judge.Settings(), judge.State():
            yield from judge.everyone(step, settings, state, members, earlier)
        case settle.Settings(), settle.State():
            yield from settle.everyone(step, settings, state, members, earlier)
        case collect.Settings(), collect.State():
            yield from collect.everyone(step, settings, state)
        case turns.Settings(), turns.State():
            yield from turns.everyone(step, settings, state, members, earlier)
        case gate.Settings(), gate.State():
            yield from gate.everyone(step, settings, state, members)
        case form.Settings(), form.State():
            yield from form.everyone(step, settings, state, members)
        case commit.Settings(), commit.State():
            yield from commit.everyone(step, settings, state)
        case _:
            raise AssertionError("a step's state is always of its settings' kind")


def chairs(step: StepId, state: State) -> Iterator[tuple[str, Part[ChairsRecord]]]:
    """Yield the parts of a step's view for chairs, by name."""
    match state:
        case judge.State():
            yield from judge.chairs(step, state)
        case collect.State():
            yield from collect.chairs(step, state)
        case gate.State():
            yield from gate.chairs(step, state)
        case _:
            return


def mine(
    step: StepId, settings: Settings, state: State, member: MemberId, earlier: Earlier
) -> Iterator[tuple[str, MineRecord]]:
    """Yield a step's records for one member."""
    if isinstance(settings, judge.Settings) and isinstance(state, judge.State):
        yield from judge.mine(step, settings, state, member, earlier)
    if isinstance(settings, collect.Settings) and isinstance(state, collect.State):
        yield from collect.mine(step, settings, state, member)
    if isinstance(state, gate.State):
        yield from gate.mine(step, state, member)


def concerns(event: Event) -> frozenset[MemberId] | None:
    """Return those whose own records a step's event may change; nothing stands for anybody."""
    if isinstance(event, judge.Event):
        return judge.concerns(event)
    if isinstance(event, collect.Event):
        return collect.concerns(event)
    if isinstance(event, gate.Event):
        return gate.concerns(event)
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
            return turns.minutes(step, settings, state)
        case gate.Settings(), gate.State():
            return gate.minutes(step, settings, state)
        case form.Settings(), form.State():
            return form.minutes(step, settings, state)
        case commit.Settings(), commit.State():
            return commit.minutes(step, state)
        case _:
            raise AssertionError("a step's state is always of its settings' kind")
