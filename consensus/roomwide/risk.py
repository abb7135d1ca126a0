"""risk: somebody may be in danger. Everybody stops, is told, and one plan is written down.

Everyone learns at once that it was raised, by whom and when, and later who convenes the strategy
meeting and by when. What it is about is for the chair and whoever raised it alone: the person whom
it is about may be in the room.
"""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.dates import moment
from consensus.parts import Part, rows
from consensus.people import MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.text import NAME_LENGTH, made_id, optional, required

RiskId = str

# More than this is not an alarm any more.
MOST_RISKS = 50

# --- state ------------------------------------------------------------------------------------


class Plan(Struct, frozen=True, tag="plan"):
    """Who convenes the strategy meeting, by when (local, as "2027-03-09T14:30"), and who was told.

    `by` wrote it down, at a time (ms).
    """

    convenes: str
    due: str
    told: str
    by: MemberId
    at: int


class StoodDown(Struct, frozen=True, tag="stood_down"):
    """Why no strategy meeting is needed after all; who wrote it down, and when (ms)."""

    because: str
    by: MemberId
    at: int


class Risk(Struct, frozen=True):
    """What was raised, by whom and when (ms), and what came of it; nothing while it is open."""

    by: MemberId
    what: str
    at: int
    answer: Plan | StoodDown | None = None


class State(Struct, frozen=True):
    """Everything that was raised, in order."""

    risks: dict[RiskId, Risk] = {}

    @property
    def is_open(self) -> bool:
        """Whether something was raised that has no answer yet: then the meeting stands still."""
        return any(risk.answer is None for risk in self.risks.values())


# --- commands ---------------------------------------------------------------------------------


class Raise(Struct, frozen=True, tag="risk.raise"):
    """Stop everything: somebody may be in danger. Its id is made by the browser.

    Words are welcome and never needed: nothing may stand in the way.
    """

    risk: RiskId
    what: str = ""


class WritePlan(Struct, frozen=True, tag="risk.plan"):
    """Write down what happens next (whoever raised it, or the chair); again, to correct it."""

    risk: RiskId
    convenes: str
    due: str
    told: str = ""


class StandDown(Struct, frozen=True, tag="risk.stand_down"):
    """Write down why no strategy meeting is needed (whoever raised it, or the chair)."""

    risk: RiskId
    because: str


Command = Raise | WritePlan | StandDown

# --- events -----------------------------------------------------------------------------------


class Raised(Struct, frozen=True, tag="risk.raised"):
    """A member raised an immediate risk."""

    risk: RiskId
    by: MemberId
    what: str
    at: int


class Planned(Struct, frozen=True, tag="risk.planned"):
    """What happens next was written down."""

    risk: RiskId
    convenes: str
    due: str
    told: str
    by: MemberId
    at: int


class Calmed(Struct, frozen=True, tag="risk.stood_down"):
    """It was written down why no strategy meeting is needed."""

    risk: RiskId
    because: str
    by: MemberId
    at: int


Event = Raised | Planned | Calmed

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    match command:
        case Raise():
            return _raise(state, command, scene)
        case WritePlan():
            return _plan(state, command, scene)
        case StandDown():
            return _stand_down(state, command, scene)


def _raise(state: State, command: Raise, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    what = optional(command.what)
    known = state.risks.get(command.risk)
    if known is not None and (known.by, known.what) == (scene.by.id, what):
        return ()
    if known is not None or not made_id(command.risk):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if len(state.risks) >= MOST_RISKS:
        raise Refusal(Code.TOO_MANY_RISKS, most=MOST_RISKS)
    return (Raised(command.risk, scene.by.id, what, scene.at),)


def _plan(state: State, command: WritePlan, scene: Scene) -> tuple[Event, ...]:
    risk = _answerable(state, command.risk, scene)
    convenes = required(command.convenes, NAME_LENGTH, Code.NAME_EMPTY, Code.NAME_TOO_LONG)
    due, told = moment(command.due), optional(command.told)
    match risk.answer:
        case Plan() as plan if (plan.convenes, plan.due, plan.told) == (convenes, due, told):
            return ()
    return (Planned(command.risk, convenes, due, told, scene.by.id, scene.at),)


def _stand_down(state: State, command: StandDown, scene: Scene) -> tuple[Event, ...]:
    risk = _answerable(state, command.risk, scene)
    because = optional(command.because)
    if not because:
        raise Refusal(Code.REASON_NEEDED)
    match risk.answer:
        case StoodDown(because=before) if before == because:
            return ()
    return (Calmed(command.risk, because, scene.by.id, scene.at),)


def _answerable(state: State, risk_id: RiskId, scene: Scene) -> Risk:
    """Return what was raised, for those who may say what comes of it, or refuse."""
    risk = state.risks.get(risk_id)
    if risk is None:
        raise Refusal(Code.NO_SUCH_RISK)
    if scene.by.id != risk.by and scene.by.role != "chair":
        raise Refusal(Code.NOT_YOUR_RISK)
    return risk


def evolve(state: State, event: Event) -> State:
    """Return what was raised after `event`."""
    match event:
        case Raised():
            risk = Risk(event.by, event.what, event.at)
        case Planned():
            plan = Plan(event.convenes, event.due, event.told, event.by, event.at)
            risk = replace(state.risks[event.risk], answer=plan)
        case Calmed():
            calmed = StoodDown(event.because, event.by, event.at)
            risk = replace(state.risks[event.risk], answer=calmed)
    return State({**state.risks, event.risk: risk})


# --- what each audience sees ------------------------------------------------------------------

Stands = Literal["open", "planned", "stood_down"]


class RiskRecord(Struct, frozen=True, tag="risk"):
    """Everyone: that something was raised, and how it stands; never what it is about.

    `convenes` and `due` are those of the plan, and empty without one.
    """

    risk: RiskId
    by: MemberId
    at: int
    stands: Stands
    convenes: str
    due: str


class RiskWordsRecord(Struct, frozen=True, tag="risk_words"):
    """The chair, and whoever raised it: what it is about, and what came of it in full."""

    risk: RiskId
    what: str
    told: str
    because: str


Record = RiskRecord


def everyone(state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "risks", rows("risk", state.risks, _told)


def chairs(state: State) -> Iterator[tuple[str, Part[RiskWordsRecord]]]:
    """Yield the parts that chairs see beside it."""
    yield "risk_words", rows("risk_words", state.risks, _words)


def mine(state: State, member: MemberId) -> Iterator[tuple[str, RiskWordsRecord]]:
    """Yield what one member raised."""
    for risk_id, risk in state.risks.items():
        if risk.by == member:
            yield f"risk_words/{risk_id}", _words(risk_id, risk)


def _told(risk_id: RiskId, risk: Risk) -> RiskRecord:
    told = partial(RiskRecord, risk_id, risk.by, risk.at)
    match risk.answer:
        case None:
            return told("open", "", "")
        case Plan() as plan:
            return told("planned", plan.convenes, plan.due)
        case StoodDown():
            return told("stood_down", "", "")


def _words(risk_id: RiskId, risk: Risk) -> RiskWordsRecord:
    told = risk.answer.told if isinstance(risk.answer, Plan) else ""
    because = risk.answer.because if isinstance(risk.answer, StoodDown) else ""
    return RiskWordsRecord(risk_id, risk.what, told, because)


def concerns(event: Event) -> frozenset[MemberId] | None:
    """Return those whose own records an event may change; nothing stands for anybody."""
    # An answer is seen by whoever raised it, whom its event does not name.
    return frozenset((event.by,)) if isinstance(event, Raised) else None


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> tuple[Risk, ...]:
    """Return everything that was raised, in order.

    `what`, `told` and `because` are for the chair and whoever raised it: what every member can
    open must leave them out.
    """
    return tuple(state.risks.values())
