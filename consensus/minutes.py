"""The record of a meeting, as a pure projection: who was there, and what each step came to."""

from msgspec import Struct

from consensus import steps
from consensus.agenda import states
from consensus.items import Item, ItemId, StepId
from consensus.meeting import Meeting
from consensus.people import Member, MemberId
from consensus.steps import settle


class StepMinutes(Struct, frozen=True):
    """One step of the record. `said` is nothing where the step was not held or stayed private."""

    id: StepId
    number: int
    title: str
    kind: steps.Kind
    planned: int
    spent: int
    said: steps.Minutes | None


class Minutes(Struct, frozen=True):
    """The whole record. Times are in ms; `closed` is nothing while the meeting goes on."""

    title: str
    purpose: str
    prepared: int
    closed: int | None
    items: dict[ItemId, Item]
    people: tuple[Member, ...]
    steps: tuple[StepMinutes, ...]

    @property
    def outcome(self) -> StepMinutes | None:
        """The last step on the agenda that settles something: what the group leaves with."""
        settled = [step for step in self.steps if isinstance(step.said, settle.Minutes)]
        return settled[-1] if settled else None

    def person(self, member: MemberId) -> Member | None:
        """Return somebody who was in the room, or nothing for one who was taken out of it."""
        return next((person for person in self.people if person.id == member), None)


def minutes(meeting: Meeting) -> Minutes:
    """Return the record of a meeting as it stands, finished or not."""
    earlier = states(meeting.agenda)
    return Minutes(
        title=meeting.title,
        purpose=meeting.purpose,
        prepared=meeting.prepared,
        closed=meeting.closed,
        items=meeting.items,
        people=tuple(meeting.members.values()),
        steps=tuple(
            StepMinutes(
                id=step.plan.id,
                number=number,
                title=step.plan.title,
                kind=steps.kind(step.plan.settings),
                planned=step.plan.minutes,
                spent=step.spent,
                said=steps.minutes(step.plan.id, step.plan.settings, step.state, earlier)
                if step.state is not None
                else None,
            )
            for number, step in enumerate(meeting.agenda, start=1)
        ),
    )
