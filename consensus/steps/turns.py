"""turns: one thing, person, agency or phase at a time, with the time it took and a note."""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.answers import ballots
from consensus.answers.ballots import Answer
from consensus.items import ItemId, StepId
from consensus.members.turn_order import By, Order, Topic, in_order
from consensus.parts import Part, one
from consensus.people import MemberId, Members, Scene, agency_key, keeps_record
from consensus.ranking import Profile, extremes
from consensus.refusal import Code, Refusal
from consensus.steps import judge
from consensus.text import optional

# Longer than an hour is no turn but a talk; more phases than this are an agenda of their own.
MOST_SECONDS = 3_600
MOST_PHASES = 12

# --- settings ---------------------------------------------------------------------------------


class Phase(Struct, frozen=True, forbid_unknown_fields=True):
    """One phase, `seconds` long (0: as long as it takes), and what its presenter does in it."""

    title: str
    prompt: str = ""
    seconds: int = 0
    presenter: Literal["speaks", "listens", ""] = ""


class Settings(Struct, frozen=True, tag="turns", forbid_unknown_fields=True):
    """What the turns are `by`, and their order; `widest` is by the spread in the judge step `of`.

    A turn is `seconds` long; 0 sets no time. Its end is shown, and never cuts anybody off. With
    `back_to`, what was said in a turn is said back by the others until the speaker feels heard.
    """

    order: Order = "listed"
    of: StepId | None = None
    by: By = "items"
    seconds: int = 0
    phases: tuple[Phase, ...] = ()
    back_to: bool = False

    def fault(self) -> str | None:
        """Say what is wrong with these settings, if anything."""
        people = self.by in {"people", "agencies"}
        times = (self.seconds, *(phase.seconds for phase in self.phases))
        if (self.by == "phases") != bool(self.phases):
            return "must name its phases, if it goes by phases and only then"
        if len(self.phases) > MOST_PHASES:
            return f"has more than {MOST_PHASES} phases"
        if not all(phase.title.strip() for phase in self.phases):
            return "has a phase without a title"
        if any(seconds not in range(MOST_SECONDS + 1) for seconds in times):
            return f"can only give a turn 0 to {MOST_SECONDS} seconds"
        if self.order == "widest" and self.by != "items":
            return "can only follow the widest spread where it goes by items"
        if self.order in {"least_heard", "remote_first", "hands"} and not people:
            return f"can only go {self.order} where it goes by people or by agencies"
        if self.order == "presenter" and self.by != "people":
            return "can only begin with the presenter where it goes by people"
        if self.back_to and not people:
            return "can only have something said back where it goes by people or by agencies"
        return None


# --- state ------------------------------------------------------------------------------------


class Turn(Struct, frozen=True):
    """How long and how often somebody had a turn (ms, finished turns only), and what to keep."""

    spent: int = 0
    note: str = ""
    times: int = 0
    said_back: bool = False


class State(Struct, frozen=True, tag="turns"):
    """What the turns are of, in order; `now` is the one being had, `since` when.

    `items` holds item ids, member ids, agencies, or the numbers of the phases from 0.
    """

    items: tuple[Topic, ...]
    turns: dict[Topic, Turn] = {}
    now: Topic | None = None
    since: int = 0
    presenter: MemberId | None = None


def begin(items: tuple[Topic, ...]) -> State:
    """Return the step as it opens for the first time: nobody is speaking yet."""
    return State(items)


def opening(
    settings: Settings,
    items: tuple[ItemId, ...],
    members: Members,
    spoken: Mapping[Topic, int],
) -> tuple[Topic, ...]:
    """Return what the turns are of as the step opens; `spoken` is who has spoken how often."""
    if settings.by == "items":
        return items
    if settings.by == "phases":
        return tuple(str(at) for at in range(len(settings.phases)))
    return in_order(settings.by, settings.order, members, spoken)


def topics(settings: Settings, state: State, members: Members) -> tuple[Topic, ...]:
    """Return what the turns are of by now: who came late is added, who presents comes first."""
    if settings.by not in {"people", "agencies"}:
        return state.items
    there = in_order(settings.by, "listed", members, {})
    listed, present = set(map(agency_key, state.items)), set(map(agency_key, there))
    kept = [topic for topic in state.items if agency_key(topic) in present or topic in state.turns]
    now = (*kept, *(topic for topic in there if agency_key(topic) not in listed))
    if settings.order == "presenter" and state.presenter in now:
        return (state.presenter, *(topic for topic in now if topic != state.presenter))
    return now


def reached(state: State) -> int:
    """Return the number of the last phase that was begun; -1 before the first."""
    begun = [at for at, topic in enumerate(state.items) if _turn(state, topic).times]
    return max(begun, default=-1)


# --- commands ---------------------------------------------------------------------------------


class Talk(Struct, frozen=True, tag="turns.talk"):
    """Give a turn (chair), or end the one before without another. `skip` leaves out a phase."""

    step: StepId
    item: Topic | None
    skip: bool = False


class Write(Struct, frozen=True, tag="turns.write"):
    """Write down what is worth keeping of a turn (chair, deputy or recorder)."""

    step: StepId
    item: Topic
    note: str


class Present(Struct, frozen=True, tag="turns.present"):
    """Say who presents (chair, or the person themselves); nothing names nobody (chair)."""

    step: StepId
    member: MemberId | None


class SayBack(Struct, frozen=True, tag="turns.say_back"):
    """Say that what was said in a turn came back right: the speaker, or the chair for them."""

    step: StepId
    item: Topic
    said: bool = True


Command = Talk | Write | Present | SayBack

# --- events -----------------------------------------------------------------------------------


class TurnedTo(Struct, frozen=True, tag="turns.turned_to"):
    """A turn began, or the one before ended, at a time (ms)."""

    step: StepId
    item: Topic | None
    at: int


class Written(Struct, frozen=True, tag="turns.written"):
    """A turn's note was written or changed."""

    step: StepId
    item: Topic
    note: str
    by: MemberId


class Presenting(Struct, frozen=True, tag="turns.presenting"):
    """Somebody presents, or nobody does."""

    step: StepId
    member: MemberId | None


class SaidBack(Struct, frozen=True, tag="turns.said_back"):
    """What was said in a turn came back right, or not after all."""

    step: StepId
    item: Topic
    said: bool
    by: MemberId


Event = TurnedTo | Written | Presenting | SaidBack

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if isinstance(command, Present):
        return _present(state, command, scene)
    if command.item is not None and command.item not in topics(settings, state, scene.members):
        raise Refusal(Code.NO_SUCH_TURN if settings.by != "items" else Code.NO_SUCH_ITEM)
    match command:
        case Talk():
            return _talk(settings, state, command, scene)
        case Write():
            return _write(state, command, scene)
        case SayBack():
            return _say_back(settings, state, command, scene)


def _talk(settings: Settings, state: State, command: Talk, scene: Scene) -> tuple[Event, ...]:
    if command.item == state.now:
        return ()
    if settings.by == "phases" and command.item is not None and not command.skip:
        after = reached(state) + 1
        if state.items.index(command.item) > after:
            raise Refusal(Code.PHASES_IN_ORDER, title=settings.phases[after].title)
    return (TurnedTo(command.step, command.item, scene.at),)


def _write(state: State, command: Write, scene: Scene) -> tuple[Event, ...]:
    if not keeps_record(scene.by):
        raise Refusal(Code.CHAIR_ONLY)
    note = optional(command.note)
    if note == state.turns.get(command.item, Turn()).note:
        return ()
    return (Written(command.step, command.item, note, scene.by.id),)


def _present(state: State, command: Present, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role != "chair" and command.member != scene.by.id:
        raise Refusal(Code.CHAIR_ONLY)
    presenter = scene.members.get(command.member) if command.member is not None else None
    if command.member is not None and presenter is None:
        raise Refusal(Code.NO_SUCH_MEMBER)
    if presenter is not None and presenter.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    return (Presenting(command.step, command.member),) if command.member != state.presenter else ()


def _say_back(
    settings: Settings, state: State, command: SayBack, scene: Scene
) -> tuple[Event, ...]:
    if not settings.back_to:
        raise Refusal(Code.NOT_UNDERSTOOD)
    by = scene.by
    own = command.item == by.id or agency_key(command.item) == agency_key(by.agency)
    if by.role != "chair" and not own:
        raise Refusal(Code.NOT_YOUR_TURN)
    turn = state.turns.get(command.item, Turn())
    if command.said == turn.said_back:
        return ()
    if command.said and not turn.times:
        raise Refusal(Code.NO_TURN_YET)
    return (SaidBack(command.step, command.item, command.said, scene.by.id),)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    match event:
        case TurnedTo():
            return _turn_to(pause(state, event.at), event)
        case Written():
            return _with_turn(state, event.item, replace(_turn(state, event.item), note=event.note))
        case Presenting():
            return replace(state, presenter=event.member)
        case SaidBack():
            turn = replace(_turn(state, event.item), said_back=event.said)
            return _with_turn(state, event.item, turn)


def _turn(state: State, topic: Topic) -> Turn:
    return state.turns.get(topic, Turn())


def _with_turn(state: State, topic: Topic, turn: Turn) -> State:
    return replace(state, turns={**state.turns, topic: turn})


def _turn_to(state: State, event: TurnedTo) -> State:
    turned = replace(state, now=event.item, since=event.at)
    if event.item is None:
        return turned
    turn = _turn(state, event.item)
    return _with_turn(turned, event.item, replace(turn, times=turn.times + 1))


def pause(state: State, at: int) -> State:
    """Return the step with the running turn's time kept up to now; it is still that turn."""
    if state.now is None:
        return state
    turn = _turn(state, state.now)
    spent = replace(turn, spent=turn.spent + max(0, at - state.since))
    return replace(_with_turn(state, state.now, spent), since=at)


def resume(state: State, at: int) -> State:
    """Return the step with the running turn's time going on from now."""
    return replace(state, since=at) if state.now is not None else state


def leave(state: State) -> State:
    """Return the step with nobody speaking; the time of the turn has been kept by a pause."""
    return replace(state, now=None) if state.now is not None else state


def forget(state: State, member: MemberId) -> State:
    """Return the step with a removed member's turn over; the time that they had is kept."""
    if member not in (state.now, state.presenter):
        return state
    now = None if state.now == member else state.now
    presenter = None if state.presenter == member else state.presenter
    return replace(state, now=now, presenter=presenter)


# --- what each audience sees ------------------------------------------------------------------


class TurnsRecord(Struct, frozen=True, tag="turns"):
    """Everyone: what the turns are of, in order, and the one being had since a time (ms)."""

    step: StepId
    items: tuple[Topic, ...]
    order: Order
    of: StepId | None
    now: Topic | None
    since: int
    by: By
    seconds: int
    phases: tuple[Phase, ...]
    back_to: bool
    presenter: MemberId | None


class TurnRecord(Struct, frozen=True, tag="turn"):
    """Everyone: one turn, and who placed its item highest and lowest (asked for their why)."""

    step: StepId
    item: Topic
    spent: int
    note: str
    times: int
    said_back: bool
    highest: tuple[MemberId, ...]
    lowest: tuple[MemberId, ...]


Record = TurnsRecord | TurnRecord
Ends = tuple[tuple[MemberId, ...], tuple[MemberId, ...]]


def everyone(
    step: StepId,
    settings: Settings,
    state: State,
    members: Members,
    earlier: Mapping[StepId, object],
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    # Whoever comes in late gets a turn too; what is talked about by item asks nobody who is here.
    people = (members, state.turns) if settings.by in {"people", "agencies"} else (None, None)
    frame = (state.items, settings.of, state.now, state.since, state.presenter)
    shown = partial(_shown, step, settings, state, members)
    yield f"turns/{step}", one(f"turns/{step}", (*frame, *people), shown)
    of = earlier.get(settings.of) if settings.of else None
    made = partial(_turns, step, settings, state, members, of)
    yield f"turn/{step}", Part((state.items, state.turns, state.presenter, *people, of), made)


def _shown(step: StepId, settings: Settings, state: State, members: Members) -> TurnsRecord:
    return TurnsRecord(
        step=step,
        items=topics(settings, state, members),
        order=settings.order,
        of=settings.of,
        now=state.now,
        since=state.since,
        by=settings.by,
        seconds=settings.seconds,
        phases=settings.phases,
        back_to=settings.back_to,
        presenter=state.presenter,
    )


def _turns(
    step: StepId, settings: Settings, state: State, members: Members, of: object
) -> dict[str, TurnRecord]:
    ends = _ends_of(of)
    records: dict[str, TurnRecord] = {}
    for item in topics(settings, state, members):
        turn = _turn(state, item)
        # Nobody is named where an item was not among those ranked.
        highest, lowest = ends.get(item, ((), ()))
        record = TurnRecord(
            step, item, turn.spent, turn.note, turn.times, turn.said_back, highest, lowest
        )
        records[f"turn/{step}/{item}"] = record
    return records


def _ends_of(source: object) -> Mapping[ItemId, Ends]:
    """Name who placed each item highest and lowest; nobody while, or where, that is private."""
    if not isinstance(source, judge.State) or not source.revealed or not source.items:
        return {}
    if source.shown != "name" or not source.ranks():
        return {}
    return _ends(source.items, tuple(source.orders().items()))


@lru_cache(maxsize=64)
def _ends(
    items: Answer, answers: tuple[tuple[MemberId, ballots.Order], ...]
) -> Mapping[ItemId, Ends]:
    ranked = Profile.of(items, dict(answers))
    return {item: extremes(ranked, item) for item in ranked.items}


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="turns"):
    """The turns that were had, or have a note, in their order; every phase where there are any.

    `presenter` is who presented, or nothing.
    """

    step: StepId
    turns: tuple[tuple[Topic, Turn], ...]
    by: By = "items"
    phases: tuple[Phase, ...] = ()
    presenter: MemberId | None = None


def minutes(step: StepId, settings: Settings, state: State) -> Minutes:
    """Return the step's part of the record, in the order of the turns."""
    late = (topic for topic in state.turns if topic not in state.items)
    turns = ((item, _turn(state, item)) for item in (*state.items, *late))
    kept = tuple(
        (item, turn)
        for item, turn in turns
        if settings.by == "phases" or turn.times or turn.spent or turn.note
    )
    return Minutes(step, kept, settings.by, settings.phases, state.presenter)
