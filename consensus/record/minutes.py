"""The record of a meeting, as a pure projection: who was there, and what each step came to."""

from msgspec import Struct
from msgspec.structs import replace

from consensus import roomwide, steps
from consensus.agenda import Minuted, Step, states
from consensus.answers.wordings import State as Wordings
from consensus.answers.wordings import as_answered
from consensus.carried import Carried
from consensus.items import Item, ItemId, StepId
from consensus.limits import Limits, limits
from consensus.people import Member, MemberId
from consensus.state import Amendment, Meeting
from consensus.steps import collect, form, judge, settle, turns


class StepMinutes(Struct, frozen=True):
    """One step of the record. `said` is nothing where the step was not held or stayed private.

    `minuted` is how much of it the record keeps; `skipped` why it was left out, if it was.
    """

    id: StepId
    number: int
    title: str
    kind: steps.Kind
    planned: int
    spent: int
    minuted: Minuted
    skipped: str | None
    said: steps.Minutes | None


class Minutes(Struct, frozen=True):
    """The whole record. Times are in ms; `closed` is nothing while the meeting goes on."""

    title: str
    purpose: str
    prepared: int
    closed: int | None
    items: dict[ItemId, Item]
    wordings: Wordings
    people: tuple[Member, ...]
    steps: tuple[StepMinutes, ...]
    beside: roomwide.Minutes
    focus: str
    read_back: dict[StepId, tuple[MemberId, ...]]
    amended: tuple[Amendment, ...]
    limits: Limits
    carried: Carried | None

    @property
    def outcome(self) -> StepMinutes | None:
        """The last step on the agenda that settles something: what the group leaves with."""
        settled = [step for step in self.steps if isinstance(step.said, settle.Minutes)]
        return settled[-1] if settled else None

    def as_answered(self, step: StepId) -> dict[ItemId, Item]:
        """Return all statements in the words on which a step's answers were given."""
        return as_answered(self.wordings, step, self.items)

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
        wordings=meeting.wordings,
        people=tuple(meeting.members.values()),
        steps=tuple(
            StepMinutes(
                id=step.plan.id,
                number=number,
                title=step.plan.title,
                kind=steps.kind(step.plan.settings),
                planned=step.plan.minutes,
                spent=step.spent,
                minuted=step.plan.minuted,
                skipped=step.skipped,
                said=_said(step, earlier),
            )
            for number, step in enumerate(meeting.agenda, start=1)
        ),
        beside=roomwide.minutes(meeting.beside),
        focus=meeting.focus,
        read_back=meeting.read_back,
        amended=meeting.amended,
        limits=limits(meeting),
        carried=meeting.carried,
    )


def _said(step: Step, earlier: steps.Earlier) -> steps.Minutes | None:
    """Return what the record keeps of a step."""
    if step.state is None or step.plan.minuted == "none":
        return None
    said = steps.minutes(step.plan.id, step.plan.settings, step.state, earlier)
    return said if said is None or step.plan.minuted == "full" else _outcome_of(said)


def _outcome_of(said: steps.Minutes) -> steps.Minutes | None:
    """Return what a step came to without who said what: where people only talk, that is nothing."""
    match said:
        case judge.Minutes():
            figures = replace(said.figures, furthest=None) if said.figures else None
            return replace(said, ballots={}, unnamed=(), did_not_answer=(), figures=figures)
        case collect.Minutes() | turns.Minutes() | form.Minutes():
            return None
        case _:
            return said
