"""Templates: ready-made agendas, and statement sets, as data that anyone can write."""

from typing import Any

import msgspec
from msgspec import Struct

from consensus.agenda import StepPlan
from consensus.items import Item, Source, StepId, parse_statements
from consensus.steps import collect, judge, settle, turns

MOST_PASSES = 3
MOST_LANES = 5


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """A ready-made agenda. `statements` names the set it suggests."""

    id: str
    title: str
    summary: str
    purpose: str
    statements: str
    steps: tuple[StepPlan, ...]

    @property
    def minutes(self) -> int:
        """The planned length of the whole agenda."""
        return sum(step.minutes for step in self.steps)


class StatementSet(Struct, frozen=True, forbid_unknown_fields=True):
    """A ready-made list of statements."""

    id: str
    title: str
    statements: tuple[str, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The statements as items."""
        return parse_statements("\n".join(self.statements))


class TemplateError(ValueError):
    """A template that cannot work, with the reason in a sentence for its author."""


def read_template(fields: dict[str, Any]) -> Template:
    """Return a checked template from parsed TOML.

    Raises `TemplateError` when a step refers to one that does not come before it, when a chain of
    passes is longer than three, or when two steps share an id.
    """
    try:
        template = msgspec.convert(fields, Template)
    except msgspec.ValidationError as error:
        raise TemplateError(str(error)) from error
    before: dict[StepId, StepPlan] = {}
    for plan in template.steps:
        _check(plan, before)
        before[plan.id] = plan
    return template


def read_statements(fields: dict[str, Any]) -> StatementSet:
    """Return a statement set from parsed TOML; raises `TemplateError` or `Refusal`."""
    try:
        found = msgspec.convert(fields, StatementSet)
    except msgspec.ValidationError as error:
        raise TemplateError(str(error)) from error
    parse_statements("\n".join(found.statements))
    return found


def _check(plan: StepPlan, before: dict[StepId, StepPlan]) -> None:
    if plan.id in before:
        raise TemplateError(f"two steps are called {plan.id!r}")
    if plan.minutes < 1:
        raise TemplateError(f"step {plan.id!r} needs at least one minute")
    _check_source(plan, before)
    match plan.settings:
        case judge.Settings(again=again):
            _check_passes(plan.id, again, before)
        case settle.Settings(slots=slots, start=start):
            _check_judge(plan.id, start, before)
            if slots < 1:
                raise TemplateError(f"step {plan.id!r} needs at least one slot")
        case turns.Settings(order=order, of=of):
            _check_judge(plan.id, of, before)
            if order == "widest" and of is None:
                raise TemplateError(f"step {plan.id!r} must say whose spread it follows")
        case collect.Settings(lanes=lanes):
            if not 1 <= len(lanes) <= MOST_LANES:
                raise TemplateError(f"step {plan.id!r} needs one to five lanes")


def _check_source(plan: StepPlan, before: dict[StepId, StepPlan]) -> None:
    source: Source = plan.items
    if source.step is None:
        return
    if source.step not in before:
        raise TemplateError(f"step {plan.id!r} takes items from {source.step!r}, not before it")
    settled = isinstance(before[source.step].settings, settle.Settings)
    if source.take != "all" and not settled:
        raise TemplateError(f"step {plan.id!r} takes what {source.step!r} never settles")


def _check_judge(step: StepId, judge_step: StepId | None, before: dict[StepId, StepPlan]) -> None:
    if judge_step is None:
        return
    earlier = before.get(judge_step)
    if earlier is None or not isinstance(earlier.settings, judge.Settings):
        raise TemplateError(f"step {step!r} refers to {judge_step!r}, not a judge step before it")


def _check_passes(step: StepId, again: StepId | None, before: dict[StepId, StepPlan]) -> None:
    passes = 1
    while again is not None:
        _check_judge(step, again, before)
        passes += 1
        if passes > MOST_PASSES:
            raise TemplateError(f"step {step!r} would be pass {passes}; three are the most")
        settings = before[again].settings
        again = settings.again if isinstance(settings, judge.Settings) else None
