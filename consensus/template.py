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

    Raises `TemplateError` when a step refers to one that does not come before it or that cannot
    give it what it needs, when a chain of passes is longer than three, or when two steps share an
    id.
    """
    try:
        template = msgspec.convert(fields, Template)
    except msgspec.ValidationError as error:
        raise TemplateError(str(error)) from error
    if not template.steps:
        raise TemplateError(f"template {template.id!r} has no steps")
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
        case judge.Settings(choose=choose, again=again):
            if choose < 0:
                raise TemplateError(f"step {plan.id!r} cannot ask to choose {choose}")
            _check_passes(plan.id, choose, again, before)
        case settle.Settings(slots=slots, start=start):
            if slots < 1:
                raise TemplateError(f"step {plan.id!r} needs at least one slot")
            if start is not None:
                _asked_by(plan, start, before)
        case turns.Settings(order=order, of=of):
            if order == "widest" and of is None:
                raise TemplateError(f"step {plan.id!r} must say whose spread it follows")
            if of is not None and _asked_by(plan, of, before).choose:
                raise TemplateError(f"step {plan.id!r} follows {of!r}, which is not a ranking")
        case collect.Settings(lanes=lanes):
            if not 1 <= len(lanes) <= MOST_LANES:
                raise TemplateError(f"step {plan.id!r} needs one to five lanes")
            if len({lane.id for lane in lanes}) != len(lanes):
                raise TemplateError(f"step {plan.id!r} has two lanes of one id")


def _check_source(plan: StepPlan, before: dict[StepId, StepPlan]) -> None:
    source: Source = plan.items
    if source.step is None:
        if source.take != "all":
            raise TemplateError(f"step {plan.id!r} takes {source.take!r} of no step")
        return
    if source.step not in before:
        raise TemplateError(f"step {plan.id!r} takes items from {source.step!r}, not before it")
    settled = isinstance(before[source.step].settings, settle.Settings)
    if source.take != "all" and not settled:
        raise TemplateError(f"step {plan.id!r} takes what {source.step!r} never settles")


def _judge(step: StepId, earlier: StepId, before: dict[StepId, StepPlan]) -> judge.Settings:
    plan = before.get(earlier)
    if plan is None or not isinstance(plan.settings, judge.Settings):
        raise TemplateError(f"step {step!r} refers to {earlier!r}, not a judge step before it")
    return plan.settings


def _asked_by(plan: StepPlan, earlier: StepId, before: dict[StepId, StepPlan]) -> judge.Settings:
    """Return an earlier question that was asked about every item of this step."""
    settings = _judge(plan.id, earlier, before)
    asked = _origin(before[earlier].items, before)
    source = _origin(plan.items, before)
    while source != asked:
        if source.step is None:
            raise TemplateError(f"step {plan.id!r} has items that {earlier!r} does not ask about")
        source = _origin(before[source.step].items, before)
    return settings


def _origin(source: Source, before: dict[StepId, StepPlan]) -> Source:
    """Follow steps that pass on all their items to where those were listed, chosen or left."""
    while source.step is not None and source.take == "all":
        source = before[source.step].items
    return source


def _check_passes(
    step: StepId, choose: int, again: StepId | None, before: dict[StepId, StepPlan]
) -> None:
    passes = 1
    while again is not None:
        settings = _judge(step, again, before)
        if settings.choose != choose:
            raise TemplateError(f"step {step!r} asks something else than {again!r} before it")
        passes += 1
        if passes > MOST_PASSES:
            raise TemplateError(f"step {step!r} would be pass {passes}; three are the most")
        again = settings.again
