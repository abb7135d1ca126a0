"""Who may see what: a meeting projected into a different type for each audience.

A private answer has no field in any record of `everyone`, so it cannot be broadcast by mistake:
privacy is by type. Records are keyed; a change puts or drops whole records.
"""

from collections.abc import Iterator
from functools import partial
from typing import get_args

from msgspec import Struct

from consensus import events as e
from consensus import limits, parts, roomwide, series, steps
from consensus.agenda import Step, settings, states
from consensus.agendas import planning
from consensus.answers import likeness, wordings
from consensus.forgetting import blanking
from consensus.hall import hall as halls
from consensus.hall import table as tables
from consensus.items import Item, ItemId, StepId
from consensus.members import admission, hands, heard, membership, merging
from consensus.members.admission import WaitingRecord
from consensus.members.membership import ReadBackRecord
from consensus.members.merging import MergingRecord
from consensus.members.turn_order import HandOrder
from consensus.people import Attends, Member, MemberId, Role, Seat
from consensus.record import correcting, sealing
from consensus.state import Meeting

# A part of whichever audience's view.
Part = parts.Part[Struct]


class RoomRecord(Struct, frozen=True, tag="room"):
    """Everyone: where the meeting is. Times are in ms; `running` is nothing while paused.

    `focus` stands for the child or family. A `case` room is about real people; `forbids` are kinds
    of step that have no place in it.
    """

    title: str
    purpose: str
    current: StepId | None
    running: int | None
    paused: bool
    closed: int | None
    cover_after: int
    focus: str
    case: bool
    forbids: tuple[steps.Kind, ...]
    starts: int | None
    hand_order: HandOrder


class HandRecord(Struct, frozen=True, tag="hand"):
    """Everyone: a raised hand. Whoever is to speak earlier has the lower `place`."""

    member: MemberId
    place: int


class MemberRecord(Struct, frozen=True, tag="member"):
    """Everyone: one member. `since` (ms) is when they came, or when their line was gone."""

    id: MemberId
    name: str
    agency: str
    role: Role
    voice: bool
    here: bool
    since: int
    attends: Attends
    seat: Seat


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
    who: tuple[Role, ...]
    after: tuple[StepId, ...]
    skipped: str | None
    added: bool


class MeRecord(Struct, frozen=True, tag="me"):
    """One member: who they are."""

    id: MemberId


_MeetingRecord = RoomRecord | HandRecord | MemberRecord | ItemRecord | StepRecord | ReadBackRecord
EveryoneRecord = (
    _MeetingRecord
    | limits.LimitsRecord
    | correcting.CorrectingRecord
    | sealing.SealRecord
    | series.Record
    | roomwide.EveryoneRecord
    | steps.EveryoneRecord
    | wordings.Record
    | likeness.PairsRecord
    | halls.Record
    | tables.AtTableRecord
)
ChairsRecord = (
    WaitingRecord
    | MergingRecord
    | planning.PlannedRecord
    | steps.ChairsRecord
    | roomwide.ChairsRecord
    | heard.HeardRecord
)
MineRecord = MeRecord | WaitingRecord | MergingRecord | steps.MineRecord | roomwide.MineRecord

_STEP_EVENTS = get_args(steps.Event)
_NOBODY: frozenset[MemberId] = frozenset()
_CONCERNS_NOBODY = (
    e.MemberArrived,
    e.MemberLeft,
    e.MeetingPaused,
    e.MeetingResumed,
    e.TimeAdded,
    e.AttendsSet,
    e.WasReadBack,
    e.MeetingAmended,
    e.HandRaised,
    e.HandLowered,
    e.HandsOrdered,
    e.CommandAnswered,
    e.FollowUpOpened,
    *get_args(planning.Event),
    *get_args(wordings.Event),
    *get_args(sealing.Event),
    *get_args(halls.Event),
    *get_args(tables.Event),
)


def everyone(meeting: Meeting) -> dict[str, EveryoneRecord]:
    """Return what everyone sees, which is also all that the wall is ever sent."""
    return parts.merged(everyone_parts(meeting))


def everyone_parts(meeting: Meeting) -> dict[str, parts.Part[EveryoneRecord]]:
    """Return the same in parts, by name. No two parts have a key in common."""
    found: dict[str, parts.Part[EveryoneRecord]] = {
        "room": parts.one("room", _room_of(meeting), partial(_room, meeting)),
        "hands": _hands(meeting),
        "members": parts.rows("member", meeting.members, _member),
        "items": parts.rows("item", meeting.items, _item),
        "read_back": membership.read_back(meeting),
    }
    on_steps = (meeting.agenda, meeting.members)
    found["agenda"] = parts.several(on_steps, partial(_agenda_for_everyone, meeting))
    found.update(wordings.everyone(meeting.wordings))
    asked, changed = (meeting.agenda, meeting.items, meeting.wordings), partial(_likeness, meeting)
    found["likeness"] = parts.several(asked, changed)
    found.update(limits.everyone(meeting))
    found.update(series.everyone(meeting))
    found.update(sealing.everyone(meeting.sealing))
    found.update(correcting.everyone(meeting))
    if meeting.hall is not None:
        found.update(halls.everyone(meeting.hall))
    if meeting.table is not None:
        found.update(tables.everyone(meeting.table, meeting.members))
    beside = meeting.beside
    found["beside"] = parts.several((beside,), lambda: dict(roomwide.everyone(beside)))
    return found


def _likeness(meeting: Meeting) -> dict[str, parts.Part[EveryoneRecord]]:
    return dict(likeness.everyone(meeting.items, meeting.agenda, meeting.wordings))


def _agenda_for_everyone(meeting: Meeting) -> dict[str, parts.Part[EveryoneRecord]]:
    found: dict[str, parts.Part[EveryoneRecord]] = {}
    for number, step in enumerate(meeting.agenda, start=1):
        key = f"step/{step.plan.id}"
        found[key] = parts.one(key, _line_of(step, number), partial(_line, step, number))
    earlier = states(meeting.agenda)
    for step, state in _opened(meeting):
        rests_on = settings(meeting.agenda, step)
        found.update(steps.everyone(step.plan.id, rests_on, state, meeting.members, earlier))
    return found


def chairs(meeting: Meeting) -> dict[str, ChairsRecord]:
    """Return what the chair sees beside it: who has not answered yet, never what was answered."""
    return parts.merged(chairs_parts(meeting))


def chairs_parts(meeting: Meeting) -> dict[str, parts.Part[ChairsRecord]]:
    """Return the same in parts, by name. No two parts have a key in common."""
    said, remarked, beside = meeting.spoken, meeting.beside.remarks, meeting.beside
    on_steps = (meeting.agenda, meeting.members, meeting.case, said, remarked)
    return {
        "agenda": parts.several(on_steps, partial(_agenda_for_chairs, meeting)),
        "beside": parts.several((beside,), lambda: dict(roomwide.chairs(beside))),
        "waiting": admission.at_the_door(meeting),
        "merging": merging.questions(meeting),
    }


def _agenda_for_chairs(meeting: Meeting) -> dict[str, parts.Part[ChairsRecord]]:
    found: dict[str, parts.Part[ChairsRecord]] = {}
    said, remarked = meeting.spoken, meeting.beside.remarks
    room = heard.Room(heard.seating(meeting.members, meeting.case), said, remarked)
    for step, state in _opened(meeting):
        plan = step.plan
        found.update(steps.chairs(plan.id, state))
        found.update(heard.chairs(plan.id, plan.settings, state, room))
    found.update(planning.chairs(meeting))
    return found


def mine(meeting: Meeting, member: MemberId) -> dict[str, MineRecord]:
    """Return what one member alone sees; nothing for somebody who is not in the room."""
    if member not in meeting.members:
        return {}
    records: dict[str, MineRecord] = {"me": MeRecord(member)}
    records.update(roomwide.mine(meeting.beside, member))
    if meeting.members[member].role == "deputy":
        records.update(admission.at_the_door(meeting).records())
    if member in meeting.merging:
        asked = MergingRecord(member, meeting.merging[member])
        records[f"merging/{member}"] = asked
    earlier = states(meeting.agenda)
    for step, state in _opened(meeting):
        records.update(steps.mine(step.plan.id, step.plan.settings, state, member, earlier))
    return records


def concerns(event: e.Event, before: Meeting) -> frozenset[MemberId] | None:
    """Return the members whose own view may change through an event; nothing stands for anybody.

    `before` is the meeting as it was then, or earlier: whoever an event since made deputy, or
    asked something, is concerned by that one.
    """
    if isinstance(event, e.MemberJoined) and not event.admitted:
        return frozenset((event.member,))
    if isinstance(event, e.MemberJoined | e.Knocked | e.TurnedAway | e.DeputyNamed | e.ChairPassed):
        offices = (m.id for m in before.members.values() if m.role in {"chair", "deputy"})
        return frozenset((*offices, *((event.member,) if event.member else ())))
    if isinstance(event, e.MemberRemoved):
        asked = (keep for keep, drop in before.merging.items() if drop == event.member)
        return frozenset((*asked, event.member))
    if isinstance(event, tables.MovedAway | e.RoleSet):
        # Only these take an office from somebody without giving it to another.
        return frozenset((event.member,))
    if isinstance(event, e.MergeAsked | e.MergeDeclined):
        return frozenset((event.keep,))
    if isinstance(event, e.MeetingClosed):
        return blanking.concerned(before)
    if isinstance(event, _STEP_EVENTS):
        return steps.concerns(event)
    if isinstance(event, roomwide.Event):
        return roomwide.concerns(event)
    opened_before = isinstance(event, e.StepOpened) and event.arrangement is None
    return _NOBODY if opened_before or isinstance(event, _CONCERNS_NOBODY) else None


def sees_chairs(meeting: Meeting, member: MemberId) -> bool:
    """Say whether a member belongs to the audience of chairs."""
    found = meeting.members.get(member)
    return found is not None and found.role == "chair"


def _opened(meeting: Meeting) -> Iterator[tuple[Step, steps.State]]:
    for step in meeting.agenda:
        if step.state is not None:
            yield step, step.state


def _hands(meeting: Meeting) -> parts.Part[HandRecord]:
    if meeting.hand_order == "raised":
        return parts.rows("hand", meeting.hands, HandRecord)
    rests_on = (meeting.hands, meeting.hand_order, meeting.members, meeting.agenda, meeting.spoken)
    return parts.Part(rests_on, partial(_hands_in_line, meeting))


def _hands_in_line(meeting: Meeting) -> dict[str, HandRecord]:
    line = hands.in_line(meeting)
    return {f"hand/{member}": HandRecord(member, place) for member, place in line.items()}


def _room_of(meeting: Meeting) -> tuple[object, ...]:
    return (
        meeting.current,
        meeting.running,
        meeting.paused,
        meeting.closed,
        meeting.title,
        meeting.purpose,
        meeting.focus,
        meeting.starts,
        meeting.hand_order,
    )


def _room(meeting: Meeting) -> RoomRecord:
    return RoomRecord(
        title=meeting.title,
        purpose=meeting.purpose,
        current=meeting.current,
        running=meeting.running,
        paused=meeting.paused,
        closed=meeting.closed,
        cover_after=membership.cover_after(meeting),
        focus=meeting.focus,
        case=meeting.case,
        forbids=meeting.forbids,
        starts=meeting.starts,
        hand_order=meeting.hand_order,
    )


def _member(_: str, member: Member) -> MemberRecord:
    return MemberRecord(
        id=member.id,
        name=member.name,
        agency=member.agency,
        role=member.role,
        voice=member.voice,
        here=member.here,
        since=member.since,
        attends=member.attends,
        seat=member.seat,
    )


def _item(_: str, item: Item) -> ItemRecord:
    return ItemRecord(item.id, item.text)


def _line_of(step: Step, number: int) -> tuple[object, ...]:
    return step.plan, step.minutes, step.spent, step.state is not None, step.skipped, number


def _line(step: Step, number: int) -> StepRecord:
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
        who=plan.who,
        after=plan.after,
        skipped=step.skipped,
        added=step.added,
    )
