"""Escalation: where a "no" in a step becomes a disagreement of the room."""

from collections.abc import Iterable, Mapping

from consensus import roomwide
from consensus.agenda import Step
from consensus.items import Item, ItemId
from consensus.people import Scene
from consensus.roomwide import disagreements
from consensus.roomwide.disagreements import About
from consensus.steps import settle


def opened(
    beside: roomwide.State,
    step: Step,
    items: Mapping[ItemId, Item],
    happened: Iterable[object],
    scene: Scene,
) -> tuple[disagreements.Event, ...]:
    """Return the disagreements that open with what happened in a step, or refuse one."""
    escalated = [event for event in happened if isinstance(event, settle.Escalated)]
    if not escalated or not isinstance(step.state, settle.State):
        return ()
    event, state = escalated[0], step.state
    slot = state.slots[event.slot]
    item = items.get(slot.item or "")
    words = item.text if item is not None else ""
    about = About(
        step.plan.title, state.text.words if state.text else words, step.plan.id, event.slot
    )
    return disagreements.escalated(beside.disagreements, event.disagreement, about, slot, scene)
