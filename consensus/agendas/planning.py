"""Planning: the agenda is changed, in the lobby or in the middle of the meeting (chair).

Nothing that happened is touched: a step that has been opened keeps its place and what it asks, and
only its time may change. A step of the plan that is not held is skipped, which the record says with
the reason. Every change has to leave an agenda that works (`checks`).
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from consensus.agenda import MOST_MINUTES, Step, StepPlan, find
from consensus.agendas.checks import MOST_STEPS, NOTICE_LENGTH, PROMPT_LENGTH, Unfit, check_agenda
from consensus.agendas.template import refuse_unworded, resolve
from consensus.items import StepId
from consensus.parts import Part, one
from consensus.people import Role
from consensus.refusal import Code, Refusal
from consensus.state import Meeting, with_step
from consensus.steps import Settings, kind
from consensus.text import (
    NOTE_LENGTH,
    TITLE_LENGTH,
    made_id,
    one_line,
    optional,
    paragraphs,
    required,
)

Agenda = tuple[Step, ...]

# --- commands ---------------------------------------------------------------------------------


class AddStep(Struct, frozen=True, tag="agenda.add"):
    """Add a step before another, or at the end; its id is made by the browser."""

    plan: StepPlan
    before: StepId | None = None


class SkipStep(Struct, frozen=True, tag="agenda.skip"):
    """Leave out a step that has not been opened, and say why."""

    step: StepId
    because: str


class UnskipStep(Struct, frozen=True, tag="agenda.unskip"):
    """Take a skipped step back into the agenda."""

    step: StepId


class MoveStep(Struct, frozen=True, tag="agenda.move"):
    """Move a step that has not been opened before another, or to the end."""

    step: StepId
    before: StepId | None


class ChangeStep(Struct, frozen=True, tag="agenda.change"):
    """Change what a step is called, what it asks, how long it takes and who acts in it.

    Once it has been opened, its time box alone may change. Without `settings` they stay.
    """

    step: StepId
    title: str
    prompt: str
    minutes: int
    who: tuple[Role, ...] = ()
    settings: Settings | None = None


class RemoveStep(Struct, frozen=True, tag="agenda.remove"):
    """Take out a step that was added to the agenda; before the first step, any that was not held.

    Later, what was planned and is left out is skipped, so that the record says why.
    """

    step: StepId


Command = AddStep | SkipStep | UnskipStep | MoveStep | ChangeStep | RemoveStep

# --- events -----------------------------------------------------------------------------------


class StepAdded(Struct, frozen=True, tag="agenda.added"):
    """A step was added before another, or at the end."""

    plan: StepPlan
    before: StepId | None


class StepSkipped(Struct, frozen=True, tag="agenda.skipped"):
    """A step is left out, for a reason."""

    step: StepId
    because: str


class StepUnskipped(Struct, frozen=True, tag="agenda.unskipped"):
    """A step that was left out is part of the agenda again."""

    step: StepId


class StepMoved(Struct, frozen=True, tag="agenda.moved"):
    """A step stands before another now, or at the end."""

    step: StepId
    before: StepId | None


class StepChanged(Struct, frozen=True, tag="agenda.changed"):
    """A step is planned otherwise."""

    plan: StepPlan


class StepRemoved(Struct, frozen=True, tag="agenda.removed"):
    """A step was taken out."""

    step: StepId


Event = StepAdded | StepSkipped | StepUnskipped | StepMoved | StepChanged | StepRemoved

# --- decide -----------------------------------------------------------------------------------


def decide(meeting: Meeting, command: Command) -> tuple[Event, ...]:
    """Return how the agenda changes, or refuse."""
    match command:
        case AddStep():
            return _add(meeting, command)
        case SkipStep():
            return _skip(meeting, command)
        case UnskipStep():
            step = find(meeting.agenda, command.step)
            return (StepUnskipped(command.step),) if step.skipped is not None else ()
        case MoveStep():
            return _move(meeting, command)
        case ChangeStep():
            return _change(meeting, command)
        case RemoveStep():
            return _remove(meeting, command)


def _add(meeting: Meeting, command: AddStep) -> tuple[Event, ...]:
    plan = resolve(_worded(command.plan), meeting.rules)
    known = next((step for step in meeting.agenda if step.plan.id == plan.id), None)
    if known is not None and known.plan == plan:
        return ()
    if known is not None or not made_id(plan.id):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if len(meeting.agenda) >= MOST_STEPS:
        raise Refusal(Code.AGENDA_FULL, most=MOST_STEPS)
    refuse_unworded((plan,))
    return _checked(meeting, StepAdded(plan, _known(meeting, command.before)))


def _skip(meeting: Meeting, command: SkipStep) -> tuple[Event, ...]:
    step = _unopened(meeting, command.step)
    because = required(command.because, NOTE_LENGTH, Code.WHY_SKIPPED, Code.TEXT_TOO_LONG)
    return (StepSkipped(command.step, because),) if step.skipped != because else ()


def _move(meeting: Meeting, command: MoveStep) -> tuple[Event, ...]:
    step = _unopened(meeting, command.step)
    moved = StepMoved(command.step, _known(meeting, command.before))
    if command.before == step.plan.id or with_edit(meeting, moved).agenda == meeting.agenda:
        return ()
    return _checked(meeting, moved)


def _change(meeting: Meeting, command: ChangeStep) -> tuple[Event, ...]:
    step = find(meeting.agenda, command.step)
    settings = command.settings if command.settings is not None else step.plan.settings
    changed = replace(
        step.plan,
        title=command.title,
        prompt=command.prompt,
        minutes=command.minutes,
        who=command.who,
        settings=settings,
    )
    plan = resolve(_worded(changed), meeting.rules)
    if plan == replace(step.plan, minutes=step.minutes):
        return ()
    if step.state is not None and replace(plan, minutes=step.plan.minutes) != step.plan:
        raise Refusal(Code.STEP_OPENED, title=step.plan.title)
    refuse_unworded((plan,))
    return _checked(meeting, StepChanged(plan))


def _remove(meeting: Meeting, command: RemoveStep) -> tuple[Event, ...]:
    known = any(step.plan.id == command.step for step in meeting.agenda)
    if not known:
        return ()
    step = _unopened(meeting, command.step)
    if not step.added and meeting.current is not None:
        raise Refusal(Code.SKIP_INSTEAD, title=step.plan.title)
    if len(meeting.agenda) == 1:
        raise Refusal(Code.LAST_STEP)
    return _checked(meeting, StepRemoved(command.step))


def _unopened(meeting: Meeting, step_id: StepId) -> Step:
    step = find(meeting.agenda, step_id)
    if step.state is not None:
        raise Refusal(Code.STEP_OPENED, title=step.plan.title)
    return step


def _known(meeting: Meeting, before: StepId | None) -> StepId | None:
    """Return the step that another shall stand before, or refuse one that is not there."""
    return before if before is None else find(meeting.agenda, before).plan.id


def _worded(plan: StepPlan) -> StepPlan:
    """Return a step with its words cleaned, or refuse them."""
    if not 1 <= plan.minutes <= MOST_MINUTES:
        raise Refusal(Code.TIME_OUT_OF_RANGE, most=MOST_MINUTES)
    title = required(plan.title, TITLE_LENGTH, Code.STEP_UNTITLED, Code.TEXT_TOO_LONG)
    prompt = optional(plan.prompt, PROMPT_LENGTH)
    settings: Settings = _cleaned(plan.settings)
    return replace(plan, title=title, prompt=prompt, settings=settings)


def _cleaned(value: Any) -> Any:
    """Return settings with every line that people will read made safe to show."""
    if isinstance(value, str):
        return one_line(value) if "\n" not in value else paragraphs(value, NOTICE_LENGTH)
    if isinstance(value, tuple):
        return tuple(_cleaned(each) for each in value)
    if isinstance(value, Struct):
        return replace(
            value, **{name: _cleaned(getattr(value, name)) for name in value.__struct_fields__}
        )
    return value


def _checked(meeting: Meeting, event: Event) -> tuple[Event, ...]:
    """Return the event if the agenda works after it; say what stands in the way if not."""
    agenda = with_edit(meeting, event).agenda
    forbid(meeting, agenda)
    titles = {step.plan.id: step.plan.title for step in agenda + meeting.agenda}
    try:
        check_agenda((step.plan for step in agenda), listed=bool(meeting.items))
    except Unfit as unfit:
        other = titles.get(unfit.other or "")
        if other is not None and unfit.other != unfit.plan.id:
            code = Code.STEP_ORDER
            raise Refusal(code, title=unfit.plan.title, other=other) from unfit
        reason = unfit.reason.format(other=unfit.other)
        raise Refusal(Code.STEP_UNFIT, title=unfit.plan.title, reason=reason) from unfit
    return (event,)


def forbid(meeting: Meeting, agenda: Agenda) -> None:
    """Refuse steps of a kind that has no place in this meeting."""
    if any(kind(step.plan.settings) in meeting.forbids for step in agenda):
        raise Refusal(Code.KIND_FORBIDDEN)


# --- evolve -----------------------------------------------------------------------------------


def with_edit(meeting: Meeting, event: Event) -> Meeting:
    """Return the meeting with its agenda changed."""
    match event:
        case StepAdded(plan, before):
            step = Step(plan, plan.minutes, added=True)
            return replace(meeting, agenda=_placed(meeting.agenda, step, before))
        case StepSkipped(step_id, because):
            return with_step(meeting, replace(find(meeting.agenda, step_id), skipped=because))
        case StepUnskipped(step_id):
            return with_step(meeting, replace(find(meeting.agenda, step_id), skipped=None))
        case StepMoved(step_id, before):
            step = find(meeting.agenda, step_id)
            return replace(meeting, agenda=_placed(_without(meeting, step_id), step, before))
        case StepChanged(plan):
            step = find(meeting.agenda, plan.id)
            minutes = plan.minutes
            kept = step.plan.minutes if step.state is not None else minutes
            planned = replace(plan, minutes=kept)
            return with_step(meeting, replace(step, plan=planned, minutes=minutes))
        case StepRemoved(step_id):
            return replace(meeting, agenda=_without(meeting, step_id))


def _without(meeting: Meeting, step_id: StepId) -> Agenda:
    return tuple(step for step in meeting.agenda if step.plan.id != step_id)


def _placed(agenda: Agenda, step: Step, before: StepId | None) -> Agenda:
    at = next((n for n, other in enumerate(agenda) if other.plan.id == before), len(agenda))
    return (*agenda[:at], step, *agenda[at:])


# --- what each audience sees ------------------------------------------------------------------


class PlannedRecord(Struct, frozen=True, tag="planned"):
    """Chairs: the settings of a step that has not been opened, which may still be changed."""

    step: StepId
    settings: Settings


def chairs(meeting: Meeting) -> Iterator[tuple[str, Part[PlannedRecord]]]:
    """Yield what the chair sees beside the agenda that everybody sees."""
    for step in meeting.agenda:
        if step.state is None:
            key, plan = f"planned/{step.plan.id}", step.plan
            yield key, one(key, (plan,), partial(PlannedRecord, plan.id, plan.settings))
