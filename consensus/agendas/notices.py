"""Notices: gates that come before what follows them, and stop people until they have answered."""

from collections.abc import Iterable, Iterator

from consensus.agenda import Step
from consensus.items import StepId
from consensus.people import Member, MemberId, Members
from consensus.steps import gate


def stops(agenda: Iterable[Step], member: Member) -> bool:
    """Say whether a member has a notice to answer before they can do anything in a step."""
    return any(gate.stops(settings, state, member) for settings, state in _in_force(agenda))


def unopened(agenda: tuple[Step, ...], step_id: StepId) -> Step | None:
    """Return the first notice before a step that nobody has been shown, nor skipped on record."""
    for step in agenda:
        if step.plan.id == step_id:
            return None
        settings = step.plan.settings
        blocks = isinstance(settings, gate.Settings) and settings.blocks
        if blocks and step.state is None and step.skipped is None:
            return step
    return None


def unanswered(agenda: tuple[Step, ...], step_id: StepId, members: Members) -> tuple[MemberId, ...]:
    """Return who has not answered a notice that comes before a step, each once."""
    before = agenda[: next(at for at, step in enumerate(agenda) if step.plan.id == step_id)]
    waiting = (gate.unanswered(*found, members) for found in _in_force(before))
    return tuple(dict.fromkeys(member for found in waiting for member in found))


def _in_force(agenda: Iterable[Step]) -> Iterator[tuple[gate.Settings, gate.State]]:
    for step in agenda:
        settings, state = step.plan.settings, step.state
        if not isinstance(settings, gate.Settings) or not isinstance(state, gate.State):
            continue
        if settings.blocks:
            yield settings, state
