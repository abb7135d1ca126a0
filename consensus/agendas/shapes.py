"""Whether the rows of a ranking take the list that comes to it: a place for each statement."""

from collections.abc import Iterable, Mapping

from consensus.agenda import StepPlan
from consensus.items import StepId
from consensus.refusal import Code, Refusal
from consensus.steps import judge, settle


def check_shapes(plans: Iterable[StepPlan], listed: int) -> None:
    """Refuse rows that have more places, or fewer, than statements come from a list of so many.

    How many notes become statements is known to nobody beforehand: those are not counted.
    """
    plans = tuple(plans)
    slots = {p.id: p.settings.slots for p in plans if isinstance(p.settings, settle.Settings)}
    coming: dict[StepId, int | None] = {}
    for plan in plans:
        count = _count(plan, listed, coming, slots)
        coming[plan.id] = count
        shape = plan.settings.shape if isinstance(plan.settings, judge.Settings) else ()
        if shape and count is not None and count != sum(shape):
            raise Refusal(Code.SHAPE_DOES_NOT_FIT, most=sum(shape), count=count)


def _count(
    plan: StepPlan,
    listed: int,
    coming: Mapping[StepId, int | None],
    slots: Mapping[StepId, int],
) -> int | None:
    """Return how many items come to a step; nothing where nobody can know."""
    source = plan.items
    if source.step is None:
        return listed if source.take == "all" else 0
    before = coming.get(source.step)
    if before is None or source.take == "notes":
        return None
    kept = min(before, slots.get(source.step, before))
    return {"all": before, "chosen": kept, "rest": before - kept, "none": 0}[source.take]
