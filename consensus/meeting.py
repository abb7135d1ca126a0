"""A meeting: its state, what may happen next (`decide`) and what has happened (`evolve`).

Everything a meeting can do goes through these two. `decide` looks and answers with events, or
refuses; `evolve` turns the state before into the state after. Neither waits, draws lots, or asks
what time it is.
"""

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import steps
from consensus.agenda import MOST_MINUTES, Step, find, settings, source_items, states, used_later
from consensus.items import Item, ItemId, StepId
from consensus.people import Member, MemberId, Role, Scene, known_as
from consensus.refusal import Code, Refusal
from consensus.steps import settle
from consensus.template import Template
from consensus.text import NAME_LENGTH, TITLE_LENGTH, optional, required

T = TypeVar("T")

# A full concert hall; past that, several rooms serve people better.
MOST_MEMBERS = 5_000

# How long (ms) a chair's line must be gone before somebody else may take the chair: long enough
# for a lift or a tunnel, short enough that a room does not sit and wait.
COVER_AFTER = 60_000

_STEERING = (c.OpenStep, c.Pause, c.Resume, c.AddTime, c.NameDeputy, c.HandOver, c.Remove, c.Close)


class Meeting(Struct, frozen=True):
    """All that is known of a meeting. `current` is the open step, or nothing in the lobby.

    `running` is the time (ms) since when the current step's clock runs, or nothing while paused.
    `hands` are those raised, the longest first, each with its place: a higher number than those
    before it. `names` says who is known by which name, so that no two are known by the same.
    """

    title: str
    purpose: str
    template: str
    prepared: int
    items: dict[ItemId, Item]
    agenda: tuple[Step, ...]
    members: dict[MemberId, Member] = {}
    current: StepId | None = None
    running: int | None = None
    paused: bool = False
    closed: int | None = None
    hands: dict[MemberId, int] = {}
    names: dict[str, MemberId] = {}

    @property
    def chair(self) -> Member | None:
        """The member in the chair; nobody before the first has joined."""
        return next((m for m in self.members.values() if m.role == "chair"), None)


def prepare(
    template: Template, title: str, purpose: str, items: tuple[Item, ...], at: int
) -> e.MeetingPrepared:
    """Return the first event of a new meeting, or refuse its words."""
    return e.MeetingPrepared(
        title=required(title, TITLE_LENGTH, Code.TITLE_EMPTY, Code.TEXT_TOO_LONG),
        purpose=optional(purpose),
        template=template.id,
        items=items,
        agenda=template.steps,
        at=at,
    )


# --- decide -----------------------------------------------------------------------------------


def decide(
    meeting: Meeting, command: c.Command, by: MemberId | None, at: int
) -> tuple[e.Event, ...]:
    """Return what follows from a command at a time (ms), or raise `Refusal`.

    `by` is the member who asks, or nothing for the server, which alone may say who is at the door.
    """
    if isinstance(command, c.DoorCommand):
        if by is not None:
            raise Refusal(Code.NOT_UNDERSTOOD)
        return _decide_door(meeting, command, at)
    member = meeting.members.get(by) if by is not None else None
    if member is None:
        raise Refusal(Code.NOT_A_MEMBER)
    if meeting.closed is not None:
        raise Refusal(Code.MEETING_CLOSED)
    if isinstance(command, (*_STEERING, *steps.CHAIR_COMMANDS)) and member.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    if isinstance(command, c.RoomCommand):
        return _decide_room(meeting, command, member, at)
    return _decide_step(meeting, command, Scene(member, at, meeting.members))


def _decide_door(meeting: Meeting, command: c.DoorCommand, at: int) -> tuple[e.Event, ...]:
    if isinstance(command, c.Join):
        return () if command.member in meeting.members else (_join(meeting, command, at),)
    if meeting.closed is not None:
        return ()  # who was there is settled; people come back to read the sheet
    match command:
        case c.Arrive():
            member = _member(meeting, command.member)
            return () if member.here else (e.MemberArrived(member.id, at),)
        case c.Leave():
            member = _member(meeting, command.member)
            since = at if command.since is None else min(at, command.since)
            return (e.MemberLeft(member.id, since),) if member.here else ()


def _join(meeting: Meeting, command: c.Join, at: int) -> e.MemberJoined:
    if meeting.closed is not None:
        raise Refusal(Code.NO_SUCH_ROOM)
    if len(meeting.members) >= MOST_MEMBERS:
        raise Refusal(Code.ROOM_FULL, most=MOST_MEMBERS)
    name, agency = names(command)
    if known_as(name, agency) in meeting.names:
        raise Refusal(Code.NAME_TAKEN, name=name)
    voice = command.voice and command.role != "observer"
    return e.MemberJoined(command.member, name, agency, command.role, voice, at)


def names(command: c.Join) -> tuple[str, str]:
    """Return a newcomer's name and agency as they will be shown, or refuse them."""
    name = required(command.name, NAME_LENGTH, Code.NAME_EMPTY, Code.NAME_TOO_LONG)
    agency = required(command.agency, NAME_LENGTH, Code.AGENCY_EMPTY, Code.AGENCY_TOO_LONG)
    return name, agency


def _decide_room(
    meeting: Meeting, command: c.RoomCommand, by: Member, at: int
) -> tuple[e.Event, ...]:
    match command:
        case c.OpenStep():
            return _open_step(meeting, command.step, at)
        case c.Pause():
            return () if meeting.paused else (e.MeetingPaused(at),)
        case c.Resume():
            return (e.MeetingResumed(at),) if meeting.paused else ()
        case c.AddTime():
            return _add_time(meeting, command.minutes)
        case c.NameDeputy():
            return _name_deputy(meeting, command.member)
        case c.HandOver():
            return _hand_over(meeting, command.member)
        case c.Cover():
            return _cover(meeting, by, at)
        case c.Remove():
            return _remove(meeting, command.member)
        case c.RaiseHand():
            return () if by.id in meeting.hands else (e.HandRaised(by.id),)
        case c.LowerHand():
            return _lower_hand(meeting, command.member or by.id, by)
        case c.Close():
            return (e.MeetingClosed(at),)


def _open_step(meeting: Meeting, step_id: StepId, at: int) -> tuple[e.Event, ...]:
    step = find(meeting.agenda, step_id)
    if step_id == meeting.current:
        return ()
    if step.state is not None:
        return (e.StepOpened(step_id, None, at),)
    earlier = states(meeting.agenda)
    items = source_items(step.plan.items, meeting.items, earlier)
    arrangement = steps.arrange(settings(meeting.agenda, step), items, earlier)
    return (e.StepOpened(step_id, arrangement, at),)


def _add_time(meeting: Meeting, minutes: int) -> tuple[e.Event, ...]:
    step = find(meeting.agenda, meeting.current)
    if not 1 <= step.minutes + minutes <= MOST_MINUTES:
        raise Refusal(Code.TIME_OUT_OF_RANGE, most=MOST_MINUTES)
    return (e.TimeAdded(step.plan.id, minutes),) if minutes else ()


def _name_deputy(meeting: Meeting, member_id: MemberId | None) -> tuple[e.Event, ...]:
    if member_id is not None and _member(meeting, member_id).role == "chair":
        raise Refusal(Code.CHAIR_STAYS)
    deputies = [m.id for m in meeting.members.values() if m.role == "deputy"]
    wanted = [] if member_id is None else [member_id]
    return (e.DeputyNamed(member_id),) if deputies != wanted else ()


def _hand_over(meeting: Meeting, member_id: MemberId) -> tuple[e.Event, ...]:
    if _member(meeting, member_id).role == "chair":
        return ()
    return (e.ChairPassed(member_id, covering=False),)


def _cover(meeting: Meeting, by: Member, at: int) -> tuple[e.Event, ...]:
    """Let the deputy, or anyone who does not just watch where none is here, take an empty chair."""
    chair = meeting.chair
    if chair == by:
        return ()
    if chair is not None and (chair.here or at - chair.since < COVER_AFTER):
        raise Refusal(Code.CHAIR_IS_HERE)
    deputy_here = any(m.role == "deputy" and m.here for m in meeting.members.values())
    if by.role != "deputy" and deputy_here:
        raise Refusal(Code.DEPUTY_FIRST)
    if by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    return (e.ChairPassed(by.id, covering=True),)


def _remove(meeting: Meeting, member_id: MemberId) -> tuple[e.Event, ...]:
    if _member(meeting, member_id).role == "chair":
        raise Refusal(Code.CHAIR_STAYS)
    return (e.MemberRemoved(member_id),)


def _lower_hand(meeting: Meeting, member_id: MemberId, by: Member) -> tuple[e.Event, ...]:
    if member_id != by.id and by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    return (e.HandLowered(member_id),) if member_id in meeting.hands else ()


def _decide_step(meeting: Meeting, command: steps.Command, scene: Scene) -> tuple[e.Event, ...]:
    step = find(meeting.agenda, command.step)
    if step.plan.id != meeting.current or step.state is None:
        raise Refusal(Code.STEP_CLOSED)
    if meeting.paused:
        raise Refusal(Code.MEETING_PAUSED)
    if isinstance(command, settle.Reopen) and used_later(meeting.agenda, step.plan.id):
        raise Refusal(Code.USED_LATER)
    return steps.decide(step.plan.settings, step.state, command, scene)


def _member(meeting: Meeting, member_id: MemberId) -> Member:
    member = meeting.members.get(member_id)
    if member is None:
        raise Refusal(Code.NO_SUCH_MEMBER)
    return member


# --- evolve -----------------------------------------------------------------------------------


def start(event: e.MeetingPrepared) -> Meeting:
    """Return the meeting that its first event makes."""
    return Meeting(
        title=event.title,
        purpose=event.purpose,
        template=event.template,
        prepared=event.at,
        items={item.id: item for item in event.items},
        agenda=tuple(Step(plan, plan.minutes) for plan in event.agenda),
    )


def evolve(meeting: Meeting, event: e.Event) -> Meeting:
    """Return the meeting after one event."""
    match event:
        case e.MeetingPrepared():
            raise AssertionError("a meeting is prepared once, by its first event")
        case e.MemberJoined():
            return _with_newcomer(meeting, event)
        case e.MemberArrived():
            return _with_member(meeting, event.member, here=True, since=event.at)
        case e.MemberLeft():
            return _with_member(meeting, event.member, here=False, since=event.at)
        case e.MemberRemoved():
            return _without_member(meeting, event.member)
        case e.StepOpened():
            return _evolve_opened(meeting, event)
        case e.MeetingPaused():
            return replace(_stop_clock(meeting, event.at), paused=True)
        case e.MeetingResumed():
            return _resume_clock(meeting, event.at)
        case e.TimeAdded():
            step = find(meeting.agenda, event.step)
            return _with_step(meeting, replace(step, minutes=step.minutes + event.minutes))
        case e.DeputyNamed():
            return _with_deputy(meeting, event.member)
        case e.ChairPassed():
            return _with_chair(meeting, event)
        case e.HandRaised():
            place = next(reversed(meeting.hands.values()), 0) + 1
            return replace(meeting, hands={**meeting.hands, event.member: place})
        case e.HandLowered():
            return replace(meeting, hands=_without(meeting.hands, event.member))
        case e.CommandAnswered():
            return meeting
        case e.MeetingClosed():
            return replace(_leave_step(meeting, event.at), closed=event.at)
        case _:
            step = find(meeting.agenda, event.step)
            if step.state is None:
                raise AssertionError("a step's events come after it was opened")
            return _with_step(meeting, replace(step, state=steps.evolve(step.state, event)))


def _with_newcomer(meeting: Meeting, event: e.MemberJoined) -> Meeting:
    member = Member(event.member, event.name, event.agency, event.role, event.voice, True, event.at)
    return replace(
        meeting,
        members={**meeting.members, member.id: member},
        names={**meeting.names, known_as(member.name, member.agency): member.id},
    )


def _with_member(meeting: Meeting, member_id: MemberId, *, here: bool, since: int) -> Meeting:
    member = replace(meeting.members[member_id], here=here, since=since)
    return replace(meeting, members={**meeting.members, member_id: member})


def _without_member(meeting: Meeting, member_id: MemberId) -> Meeting:
    member = meeting.members[member_id]
    return replace(
        meeting,
        members=_without(meeting.members, member_id),
        hands=_without(meeting.hands, member_id),
        names=_without(meeting.names, known_as(member.name, member.agency)),
        agenda=tuple(
            replace(step, state=steps.forget(step.state, member_id)) if step.state else step
            for step in meeting.agenda
        ),
    )


def _without(entries: dict[str, T], key: str) -> dict[str, T]:
    if key not in entries:
        return entries
    kept = entries.copy()
    del kept[key]
    return kept


def _evolve_opened(meeting: Meeting, event: e.StepOpened) -> Meeting:
    left = _leave_step(meeting, event.at)
    step = find(left.agenda, event.step)
    state = step.state
    if event.arrangement is not None:
        state = steps.begin(step.plan.settings, event.arrangement)
    opened = _with_step(left, replace(step, state=state))
    return replace(opened, current=event.step, running=event.at, paused=False)


def _stop_clock(meeting: Meeting, at: int) -> Meeting:
    """Return the meeting with the running stretch added to its step."""
    if meeting.running is None or meeting.current is None:
        return meeting
    step = find(meeting.agenda, meeting.current)
    stretch = max(0, at - meeting.running)
    state = steps.pause(step.state, at) if step.state else None
    stopped = _with_step(meeting, replace(step, spent=step.spent + stretch, state=state))
    return replace(stopped, running=None)


def _resume_clock(meeting: Meeting, at: int) -> Meeting:
    if meeting.current is None:
        return replace(meeting, paused=False)
    step = find(meeting.agenda, meeting.current)
    state = steps.resume(step.state, at) if step.state else None
    return replace(_with_step(meeting, replace(step, state=state)), paused=False, running=at)


def _leave_step(meeting: Meeting, at: int) -> Meeting:
    """Return the meeting with its current step left, as another one opens or it ends."""
    if meeting.current is None:
        return meeting
    stopped = _stop_clock(meeting, at)
    step = find(stopped.agenda, meeting.current)
    state = steps.leave(step.state) if step.state else None
    return _with_step(stopped, replace(step, state=state))


def _with_step(meeting: Meeting, changed: Step) -> Meeting:
    agenda = tuple(s if s.plan.id != changed.plan.id else changed for s in meeting.agenda)
    return replace(meeting, agenda=agenda)


def _with_deputy(meeting: Meeting, deputy: MemberId | None) -> Meeting:
    return _with_roles(meeting, chair=meeting.chair.id if meeting.chair else None, deputy=deputy)


def _with_chair(meeting: Meeting, event: e.ChairPassed) -> Meeting:
    """Return the meeting with a new chair; a chair who lost their line comes back as deputy."""
    former = meeting.chair.id if meeting.chair else None
    deputy = next((m.id for m in meeting.members.values() if m.role == "deputy"), None)
    return _with_roles(meeting, chair=event.member, deputy=former if event.covering else deputy)


def _with_roles(meeting: Meeting, *, chair: MemberId | None, deputy: MemberId | None) -> Meeting:
    """Return the meeting with one chair and at most one deputy; who was either takes part."""

    def role(member: Member) -> Role:
        if member.id == chair:
            return "chair"
        if member.id == deputy:
            return "deputy"
        return "participant" if member.role in {"chair", "deputy"} else member.role

    # Most people's roles stay, and so do the values that say so.
    roles = ((member, role(member)) for member in meeting.members.values())
    changed = {m.id: replace(m, role=now) for m, now in roles if now != m.role}
    return replace(meeting, members={**meeting.members, **changed})
