"""disagreements: what people could not agree on, worked on stage by stage until it has an outcome.

It outlives the room: a later room begins with what was left open (`unresolved`, `begin`).
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.answers import sides
from consensus.answers.pen import TEXT_LENGTH
from consensus.answers.sides import DisagreementId, Side, Sides, Voice, same_words, side_of
from consensus.answers.stances import AGREEING, Slot
from consensus.dates import DAY
from consensus.items import StepId
from consensus.people import MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.rules import Stage, due
from consensus.text import TITLE_LENGTH, made_id, optional, paragraphs, required

Safe = Literal["yes", "no", "unknown"]
Outcome = Literal["open", "agreed", "partly", "not_agreed"]

# A room with more of them than this has another trouble than disagreement.
MOST_DISAGREEMENTS = 50
# A day that is further off than this is a slip of the finger.
FURTHEST_DUE = 730 * DAY

# The usual four stages, where the room's own rules name none. Their clocks are local everywhere.
USUAL_STAGES = (
    Stage("Practitioners", 2),
    Stage("First-line managers", 5),
    Stage("Senior managers", 5),
    Stage("Partnership panel", 10),
)

# --- state ------------------------------------------------------------------------------------


class About(Struct, frozen=True):
    """What it is about: a title that names nobody, and the words at issue as they stood.

    `step` and `slot` are where it came up, or nothing where it was opened by itself.
    """

    title: str
    text: str
    step: StepId | None = None
    slot: int = 0


class Move(Struct, frozen=True):
    """How it came to a stage, counted from 1, at a time (ms)."""

    stage: int
    at: int
    because: str = ""
    urgent: bool = False


class Disagreement(Struct, frozen=True):
    """One disagreement. Times are in ms; `due` is when its stage should be over.

    `safe` answers the first question: is the child safe now? `owner` sees to it that it moves.
    `words` say how it ended or what is agreed so far, and `confirmed` who stands by them.
    """

    about: About
    opened: int
    safe: Safe
    stages: tuple[Stage, ...]
    sides: Sides
    history: tuple[Move, ...]
    due: int
    owner: MemberId | None = None
    owner_name: str = ""
    outcome: Outcome = "open"
    words: str = ""
    confirmed: tuple[MemberId, ...] = ()

    @property
    def stage(self) -> int:
        """The stage it is at, counted from 1."""
        return self.history[-1].stage


class State(Struct, frozen=True):
    """Every disagreement of a room, in the order in which they were opened."""

    entries: dict[DisagreementId, Disagreement] = {}


def begin(carried: dict[DisagreementId, Disagreement]) -> State:
    """Return the state of a room that goes on with what an earlier one left open."""
    return State(
        {
            name: replace(left, about=replace(left.about, step=None))
            for name, left in carried.items()
        }
    )


def unresolved(state: State) -> dict[DisagreementId, Disagreement]:
    """Return what is not agreed in full, with everything that was said of it."""
    return {name: each for name, each in state.entries.items() if each.outcome != "agreed"}


# --- commands ---------------------------------------------------------------------------------


class Open(Struct, frozen=True, tag="disagreement.open"):
    """Open a disagreement (chair); its id is made by the browser."""

    disagreement: DisagreementId
    title: str
    text: str = ""
    safe: Safe = "unknown"


class SaySafe(Struct, frozen=True, tag="disagreement.say_safe"):
    """Say whether the child is safe now: anyone may say no, and the chair anything."""

    disagreement: DisagreementId
    safe: Safe


class MoveStage(Struct, frozen=True, tag="disagreement.move"):
    """Take it one stage up (chair). To skip one it must be urgent, and why is kept."""

    disagreement: DisagreementId
    stage: int
    because: str = ""
    urgent: bool = False


class Assign(Struct, frozen=True, tag="disagreement.assign"):
    """Say who sees to it, and by when (chair)."""

    disagreement: DisagreementId
    owner: MemberId | None
    due: int


class Resolve(Struct, frozen=True, tag="disagreement.resolve"):
    """Say how it ended and in what words (chair); "open" opens it again."""

    disagreement: DisagreementId
    outcome: Outcome
    words: str = ""


class ConfirmOutcome(Struct, frozen=True, tag="disagreement.confirm_outcome"):
    """Confirm that these words, as I have read them, say how it ended (anyone on a side)."""

    disagreement: DisagreementId
    words: str


Command = Open | SaySafe | sides.Command | MoveStage | Assign | Resolve | ConfirmOutcome

_CHAIRS = (Open, MoveStage, Assign, Resolve)

# --- events -----------------------------------------------------------------------------------


class Opened(Struct, frozen=True, tag="disagreement.opened"):
    """A disagreement was opened at its first stage."""

    disagreement: DisagreementId
    about: About
    safe: Safe
    stages: tuple[Stage, ...]
    sides: Sides
    at: int
    due: int


class SafetySaid(Struct, frozen=True, tag="disagreement.safety_said"):
    """A member said whether the child is safe now."""

    disagreement: DisagreementId
    safe: Safe
    by: MemberId
    at: int


class Moved(Struct, frozen=True, tag="disagreement.moved"):
    """It went to a stage, whose clock runs until `due`."""

    disagreement: DisagreementId
    stage: int
    at: int
    due: int
    because: str
    urgent: bool


class Assigned(Struct, frozen=True, tag="disagreement.assigned"):
    """A member sees to it, or nobody yet, until `due`."""

    disagreement: DisagreementId
    owner: MemberId | None
    owner_name: str
    due: int


class Resolved(Struct, frozen=True, tag="disagreement.resolved"):
    """It has this outcome and these words now."""

    disagreement: DisagreementId
    outcome: Outcome
    words: str
    at: int


class OutcomeConfirmed(Struct, frozen=True, tag="disagreement.outcome_confirmed"):
    """A member stands by the words of the outcome."""

    disagreement: DisagreementId
    member: MemberId


Event = Opened | SafetySaid | sides.Event | Moved | Assigned | Resolved | OutcomeConfirmed

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if isinstance(command, _CHAIRS) and scene.by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    if isinstance(command, Open):
        return _open(state, command, scene)
    found = state.entries.get(command.disagreement)
    if found is None:
        raise Refusal(Code.NO_SUCH_DISAGREEMENT)
    match command:
        case SaySafe():
            return _say_safe(found, command, scene)
        case sides.Confirm():
            return sides.decide(found.sides, command, scene)
        case Resolve():
            return _resolve(found, command, scene)
        case ConfirmOutcome():
            return _confirm_outcome(found, command, scene.by.id)
    if found.outcome != "open":
        raise Refusal(Code.DISAGREEMENT_OVER)
    match command:
        case sides.JoinSide() | sides.Word():
            return sides.decide(found.sides, command, scene)
        case MoveStage():
            return _move(found, command, scene)
        case Assign():
            return _assign(found, command, scene)


def escalated(
    state: State, name: DisagreementId, about: About, slot: Slot, scene: Scene
) -> tuple[Event, ...]:
    """Return how a disagreement opens about what stands in a slot, or refuse it.

    On side one are those who say no, in their own words; on side two those who agree.
    """
    one, two = dict[MemberId, Voice](), dict[MemberId, Voice]()
    for member_id, said in slot.stances.items():
        member = scene.members.get(member_id)
        if member is not None and said.word == "no":
            words = (said.note, said.harm, said.evidence, said.would_settle)
            one[member_id] = Voice(member.name, member.agency, *words)
        elif member is not None and said.word in AGREEING:
            two[member_id] = Voice(member.name, member.agency, said.note)
    only = next(iter(one.values())).note if len(one) == 1 else ""
    return _opened(
        state, name, about, "unknown", {"one": Side(only, one), "two": Side("", two)}, scene
    )


def _open(state: State, command: Open, scene: Scene) -> tuple[Event, ...]:
    title = required(command.title, TITLE_LENGTH, Code.TITLE_EMPTY, Code.TEXT_TOO_LONG)
    about = About(title, paragraphs(command.text, TEXT_LENGTH))
    known = state.entries.get(command.disagreement)
    if known is not None and known.about == about:
        return ()
    empty: Sides = {"one": Side(), "two": Side()}
    return _opened(state, command.disagreement, about, command.safe, empty, scene)


def _opened(
    state: State,
    name: DisagreementId,
    about: About,
    safe: Safe,
    people: Sides,
    scene: Scene,
) -> tuple[Event, ...]:
    if name in state.entries or not made_id(name):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if len(state.entries) >= MOST_DISAGREEMENTS:
        raise Refusal(Code.TOO_MANY_DISAGREEMENTS, most=MOST_DISAGREEMENTS)
    stages = scene.rules.stages or USUAL_STAGES
    until = due(scene.at, stages[0].days, stages[0].working)
    return (Opened(name, about, safe, stages, people, scene.at, until),)


def _say_safe(found: Disagreement, command: SaySafe, scene: Scene) -> tuple[Event, ...]:
    if command.safe != "no" and scene.by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    if command.safe == found.safe:
        return ()
    return (SafetySaid(command.disagreement, command.safe, scene.by.id, scene.at),)


def _confirm_outcome(
    found: Disagreement, command: ConfirmOutcome, by: MemberId
) -> tuple[Event, ...]:
    if side_of(found.sides, by) is None:
        raise Refusal(Code.NOT_YOUR_SIDE)
    same_words(found.words, command.words)
    return () if by in found.confirmed else (OutcomeConfirmed(command.disagreement, by),)


def _move(found: Disagreement, command: MoveStage, scene: Scene) -> tuple[Event, ...]:
    if command.stage == found.stage:
        return ()
    if not 1 <= command.stage <= len(found.stages):
        raise Refusal(Code.NO_SUCH_STAGE)
    because = optional(command.because)
    one_up = command.stage == found.stage + 1
    if command.stage < found.stage or not (one_up or command.urgent):
        raise Refusal(Code.STAGE_BY_STAGE)
    if not one_up and not because:
        raise Refusal(Code.REASON_NEEDED)
    stage = found.stages[command.stage - 1]
    until = due(scene.at, stage.days, stage.working)
    moved = Moved(
        command.disagreement, command.stage, scene.at, until, because, command.urgent and not one_up
    )
    return (moved,)


def _assign(found: Disagreement, command: Assign, scene: Scene) -> tuple[Event, ...]:
    if abs(command.due - scene.at) > FURTHEST_DUE:
        raise Refusal(Code.DUE_OUT_OF_RANGE)
    name = ""
    if command.owner is not None:
        owner = scene.members.get(command.owner)
        if owner is None:
            raise Refusal(Code.NO_SUCH_MEMBER)
        name = owner.name
    if (command.owner, command.due) == (found.owner, found.due):
        return ()
    return (Assigned(command.disagreement, command.owner, name, command.due),)


def _resolve(found: Disagreement, command: Resolve, scene: Scene) -> tuple[Event, ...]:
    words = optional(command.words)
    if command.outcome in {"agreed", "partly"} and not words:
        raise Refusal(Code.TEXT_EMPTY)
    if (command.outcome, words) == (found.outcome, found.words):
        return ()
    return (Resolved(command.disagreement, command.outcome, words, scene.at),)


def evolve(state: State, event: Event) -> State:
    """Return the state after `event`."""
    if isinstance(event, Opened):
        now = Disagreement(
            event.about,
            event.at,
            event.safe,
            event.stages,
            event.sides,
            (Move(1, event.at),),
            event.due,
        )
    else:
        now = _evolve(state.entries[event.disagreement], event)
    return State({**state.entries, event.disagreement: now})


def _evolve(
    found: Disagreement,
    event: SafetySaid | sides.Event | Moved | Assigned | Resolved | OutcomeConfirmed,
) -> Disagreement:
    if isinstance(event, sides.Event):
        return replace(found, sides=sides.evolve(found.sides, event))
    match event:
        case SafetySaid():
            return replace(found, safe=event.safe)
        case Moved():
            move = Move(event.stage, event.at, event.because, event.urgent)
            return replace(found, history=(*found.history, move), due=event.due)
        case Assigned():
            return replace(found, owner=event.owner, owner_name=event.owner_name, due=event.due)
        case Resolved():
            return replace(found, outcome=event.outcome, words=event.words, confirmed=())
        case OutcomeConfirmed():
            return replace(found, confirmed=(*found.confirmed, event.member))


# --- what each audience sees ------------------------------------------------------------------


class DisagreementRecord(Struct, frozen=True, tag="disagreement"):
    """One member: a disagreement of the room, sent to each person in it and never to the wall.

    See `Disagreement`. `stage_names` are those of all stages, from the first on.
    """

    id: DisagreementId
    about: About
    opened: int
    safe: Safe
    stage: int
    stage_names: tuple[str, ...]
    sides: Sides
    history: tuple[Move, ...]
    due: int
    owner: MemberId | None
    owner_name: str
    outcome: Outcome
    words: str
    confirmed: tuple[MemberId, ...]


def mine(state: State) -> Iterator[tuple[str, DisagreementRecord]]:
    """Yield what each member sees. It is the same for all: only the wall sees nothing of it."""
    for name, found in state.entries.items():
        yield (
            f"disagreement/{name}",
            DisagreementRecord(
                id=name,
                about=found.about,
                opened=found.opened,
                safe=found.safe,
                stage=found.stage,
                stage_names=tuple(stage.title for stage in found.stages),
                sides=found.sides,
                history=found.history,
                due=found.due,
                owner=found.owner,
                owner_name=found.owner_name,
                outcome=found.outcome,
                words=found.words,
                confirmed=found.confirmed,
            ),
        )


# --- what the minutes say ---------------------------------------------------------------------


class Line(Struct, frozen=True):
    """A disagreement in a log over many rooms: no position's words, and nobody but its owner.

    It keeps its `id` in every room of a series, so that a list over many names it once.
    `people` are how many stand on each side. Times are in ms; `age_days` counts whole days since it
    was `opened`.
    """

    id: DisagreementId
    title: str
    people: tuple[int, int]
    stage: int
    stage_name: str
    opened: int
    age_days: int
    due: int
    overdue: bool
    outcome: Outcome
    owner: str


def lines(state: State, now: int) -> tuple[Line, ...]:
    """Return the log of a room at a time (ms), in the order in which things were opened."""
    return tuple(
        Line(
            id=id,
            title=found.about.title,
            people=(len(found.sides["one"].people), len(found.sides["two"].people)),
            stage=found.stage,
            stage_name=found.stages[found.stage - 1].title,
            opened=found.opened,
            age_days=max(0, now - found.opened) // DAY,
            due=found.due,
            overdue=found.outcome == "open" and now > found.due,
            outcome=found.outcome,
            owner=found.owner_name,
        )
        for id, found in state.entries.items()
    )


def minutes(state: State) -> tuple[Disagreement, ...]:
    """Return every disagreement as it stands, in order."""
    return tuple(state.entries.values())
