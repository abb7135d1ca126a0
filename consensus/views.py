"""Who may see what: a meeting projected into a different type for each audience.

A private answer has no field in any record of `everyone`, so it cannot be broadcast by mistake:
privacy is by type. Records are keyed; a change puts or drops whole records.
"""

from collections.abc import Iterator

from msgspec import Struct

from consensus import steps
from consensus.agenda import Step, settings, states
from consensus.items import ItemId, StepId
from consensus.meeting import COVER_AFTER, Meeting
from consensus.people import MemberId, Role


class RoomRecord(Struct, frozen=True, tag="room"):
    """Everyone: where the meeting is. Times are in ms; `running` is nothing while paused."""

    title: str
    purpose: str
    current: StepId | None
    running: int | None
    paused: bool
    closed: int | None
    hands: tuple[MemberId, ...]
    cover_after: int


class MemberRecord(Struct, frozen=True, tag="member"):
    """Everyone: one member. `since` (ms) is when they came, or when their line was gone."""

    id: MemberId
    name: str
    agency: str
    role: Role
    voice: bool
    here: bool
    since: int


class ItemRecord(Struct, frozen=True, tag="item"):
    """Everyone: one statement."""

    id: ItemId
    text: str


class StepRecord(Struct, frozen=True, tag="step"):
    """Everyone: one line of the agenda. `number` counts from 1; `spent` is in ms."""

    id: StepId
    number: int
    kind: steps.Kind
    title: str
    prompt: str
    planned: int
    minutes: int
    spent: int
    opened: bool


class MeRecord(Struct, frozen=True, tag="me"):
    """One member: who they are."""

    id: MemberId


EveryoneRecord = RoomRecord | MemberRecord | ItemRecord | StepRecord | steps.EveryoneRecord
ChairsRecord = steps.ChairsRecord
MineRecord = MeRecord | steps.MineRecord


def everyone(meeting: Meeting) -> dict[str, EveryoneRecord]:
    """Return what everyone sees, which is also all that the wall is ever sent."""
    records: dict[str, EveryoneRecord] = {"room": _room(meeting)}
    for member in meeting.members.values():
        records[f"member/{member.id}"] = MemberRecord(
            member.id,
            member.name,
            member.agency,
            member.role,
            member.voice,
            member.here,
            member.since,
        )
    for item in meeting.items.values():
        records[f"item/{item.id}"] = ItemRecord(item.id, item.text)
    for number, step in enumerate(meeting.agenda, start=1):
        records[f"step/{step.plan.id}"] = _step(step, number)
    earlier = states(meeting.agenda)
    for step, state in _opened(meeting):
        rests_on = settings(meeting.agenda, step)
        records.update(steps.everyone(step.plan.id, rests_on, state, meeting.members, earlier))
    return records


def chairs(meeting: Meeting) -> dict[str, ChairsRecord]:
    """Return what the chair sees beside it: who has not answered yet, never what was answered."""
    records: dict[str, ChairsRecord] = {}
    for step, state in _opened(meeting):
        records.update(steps.chairs(step.plan.id, state))
    return records


def mine(meeting: Meeting, member: MemberId) -> dict[str, MineRecord]:
    """Return what one member alone sees; nothing for somebody who is not in the room."""
    if member not in meeting.members:
        return {}
    records: dict[str, MineRecord] = {"me": MeRecord(member)}
    earlier = states(meeting.agenda)
    for step, state in _opened(meeting):
        records.update(steps.mine(step.plan.id, step.plan.settings, state, member, earlier))
    return records


def sees_chairs(meeting: Meeting, member: MemberId) -> bool:
    """Say whether a member belongs to the audience of chairs."""
    found = meeting.members.get(member)
    return found is not None and found.role == "chair"


def _opened(meeting: Meeting) -> Iterator[tuple[Step, steps.State]]:
    for step in meeting.agenda:
        if step.state is not None:
            yield step, step.state


def _room(meeting: Meeting) -> RoomRecord:
    return RoomRecord(
        title=meeting.title,
        purpose=meeting.purpose,
        current=meeting.current,
        running=meeting.running,
        paused=meeting.paused,
        closed=meeting.closed,
        hands=meeting.hands,
        cover_after=COVER_AFTER,
    )


def _step(step: Step, number: int) -> StepRecord:
    plan = step.plan
    return StepRecord(
        id=plan.id,
        number=number,
        kind=steps.kind(plan.settings),
        title=plan.title,
        prompt=plan.prompt,
        planned=plan.minutes,
        minutes=step.minutes,
        spent=step.spent,
        opened=step.state is not None,
    )
