"""The agenda: steps in order, what each is planned to be, and what has become of it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus import steps
from consensus.answers import options
from consensus.items import Item, ItemId, Source, StepId
from consensus.people import Role
from consensus.refusal import Code, Refusal
from consensus.steps import judge, settle, turns

MOST_MINUTES = 240

Minuted = Literal["full", "outcome", "none"]


class StepPlan(Struct, frozen=True, forbid_unknown_fields=True):
    """A step as its template words it.

    `minutes` is its time box; `items` says where its items come from. `who` are the roles that may
    act in it, where it is not for everybody but observers. `minuted` says how much of it the record
    keeps. It opens only when the steps it comes `after` have been opened, or skipped with a reason.
    """

    id: StepId
    title: str
    prompt: str
    minutes: int
    settings: steps.Settings
    items: Source = Source()
    who: tuple[Role, ...] = ()
    minuted: Minuted = "full"
    after: tuple[StepId, ...] = ()


class Step(Struct, frozen=True):
    """A step in a meeting. `spent` is the time (ms) it was current, without the running stretch.

    `state` is nothing until the step is opened for the first time; it is never lost after that.
    `skipped` is why the group leaves the step out, or nothing when it does not. `added` steps were
    not part of the plan with which the room was made. `opened` is how often the meeting went to it.
    """

    plan: StepPlan
    minutes: int
    spent: int = 0
    state: steps.State | None = None
    skipped: str | None = None
    added: bool = False
    opened: int = 0


def find(agenda: tuple[Step, ...], step_id: StepId | None) -> Step:
    """Return the step with this id, or refuse."""
    found = next((step for step in agenda if step.plan.id == step_id), None)
    if found is None:
        raise Refusal(Code.NO_SUCH_STEP)
    return found


def last_revealed(agenda: tuple[Step, ...], step_id: StepId) -> StepId:
    """Return a judge step, or, while its answers are private, the last revealed pass before it.

    A group that runs out of time skips the last pass; what rests on it rests on the one before.
    """
    at: StepId | None = step_id
    while at is not None:
        step = find(agenda, at)
        if isinstance(step.state, judge.State) and step.state.revealed:
            return at
        at = step.plan.settings.again if isinstance(step.plan.settings, judge.Settings) else None
    return step_id


def settings(agenda: tuple[Step, ...], step: Step) -> steps.Settings:
    """Return a step's settings, with the answers it rests on being the last that are open."""
    match step.plan.settings:
        case settle.Settings(start=str(start)) as settled:
            return replace(settled, start=last_revealed(agenda, start))
        case turns.Settings(of=str(of)) as talked:
            return replace(talked, of=last_revealed(agenda, of))
        case plain:
            return plain


def asks_guesses(plans: tuple[StepPlan, ...]) -> StepId | None:
    """Return the first ranking in which people guess how another agency ranks, if there is one."""
    asked = ((plan.id, plan.settings) for plan in plans)
    return next((at for at, how in asked if isinstance(how, judge.Settings) and how.guess), None)


def states(agenda: tuple[Step, ...]) -> dict[StepId, steps.State]:
    """Return the states of the steps that have been opened."""
    return {step.plan.id: step.state for step in agenda if step.state is not None}


def source_items(
    source: Source, listed: Mapping[ItemId, Item], earlier: Mapping[StepId, steps.State]
) -> tuple[ItemId, ...]:
    """Return the items that a step starts from; refuse while the step they come from is open."""
    if source.take == "none":
        return ()
    if source.step is None:
        notes = options.noted(earlier)
        return tuple(item for item in listed if item not in notes)
    state = earlier.get(source.step)
    if state is None:
        raise Refusal(Code.NOT_SETTLED_YET)
    if source.take == "notes":
        return options.taken_notes(state, source.lane)
    if source.take == "all" or not isinstance(state, settle.State):
        return steps.items_of(state)
    chosen = state.chosen()
    if chosen is None:
        raise Refusal(Code.NOT_SETTLED_YET)
    if source.take == "chosen":
        return chosen
    return tuple(item for item in listed if item in state.items() and item not in chosen)


def missing_before(agenda: tuple[Step, ...], step: Step) -> Step | None:
    """Return the first step that has to be held before this one and was not, nor skipped."""
    needed = (other for other in agenda if other.plan.id in step.plan.after)
    return next((other for other in needed if other.state is None and other.skipped is None), None)


def skipped_giver(agenda: tuple[Step, ...], step: Step) -> Step | None:
    """Return the skipped step that this one would take its items from, if there is one."""
    givers = (other for other in agenda if other.plan.id == step.plan.items.step)
    return next((other for other in givers if other.skipped is not None), None)


def used_later(agenda: tuple[Step, ...], step_id: StepId) -> bool:
    """Say whether a step that has been opened took its items from this one."""
    return any(step.plan.items.step == step_id and step.state is not None for step in agenda)
