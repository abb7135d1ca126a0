"""Membership: who comes in, who goes, what they are here as, and who is in the chair."""

from msgspec import Struct
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import heading, roomwide, steps
from consensus.agenda import find
from consensus.items import StepId
from consensus.members import admission, merging
from consensus.parts import Part, rows
from consensus.people import Member, MemberId, Role, keeps_register, known_as
from consensus.refusal import Code, Refusal
from consensus.state import Meeting, Office, member_of, without

# How long (ms) a chair's line must be gone before somebody else may take the chair: long enough
# for a lift or a tunnel, short enough that a room does not sit and wait.
COVER_AFTER = 60_000

# The trainer's laptop sees every table. While it sleeps, the tables go on without it.
COVER_HALL_AFTER = 600_000

# Roles that are handed on, and given by nothing else.
_OFFICES = ("chair", "deputy")

# --- decide -----------------------------------------------------------------------------------


def decide_door(meeting: Meeting, command: c.DoorCommand, at: int) -> tuple[e.Event, ...]:
    """Return what follows from what the server says of the door, or refuse it."""
    match command:
        case c.Join():
            return admission.join(meeting, command, at)
        case c.Knock():
            return admission.knock(meeting, command, at)
        case _ if meeting.closed is not None:
            return ()  # who was there is settled; people come back to read the sheet
        case _ if meeting.table is not None and command.member in meeting.table.moved:
            return ()  # they are at another table, whatever lines of theirs are still open here
        case c.Arrive():
            member = member_of(meeting, command.member)
            return () if member.here else (e.MemberArrived(member.id, at),)
        case c.Leave():
            member = member_of(meeting, command.member)
            since = at if command.since is None else min(at, command.since)
            return (e.MemberLeft(member.id, since),) if member.here else ()


def decide_people(
    meeting: Meeting, command: c.PeopleCommand, by: Member, at: int
) -> tuple[e.Event, ...]:
    """Return what follows from what somebody asks about people, or refuse it."""
    match command:
        case c.Admit():
            return admission.admit(meeting, command.member, by, at)
        case c.AdmitAll():
            return admission.admit_all(meeting, by, at)
        case c.TurnAway():
            return admission.turn_away(meeting, command.member, by)
        case c.SetRole():
            return _set_role(meeting, command, by)
        case c.SetAttends():
            return _set_attends(meeting, command, by)
        case c.Merge():
            return merging.merge(meeting, command, by)
        case c.AnswerMerge():
            return merging.answer(meeting, command, by)
        case c.ReadBack():
            return _read_back(meeting, command.step, by)
        case c.Amend():
            return heading.amend(meeting, command, by, at)


def _set_role(meeting: Meeting, command: c.SetRole, by: Member) -> tuple[e.Event, ...]:
    _refuse_others(by)
    member = member_of(meeting, command.member)
    if command.role in _OFFICES:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if member.role == "chair":
        raise Refusal(Code.CHAIR_STAYS)
    seat = command.seat if command.role == "family" else ""
    role = member.was if member.role == "deputy" else member.role
    if (role, member.seat) == (command.role, seat):
        return ()
    return (e.RoleSet(member.id, command.role, seat),)


def _set_attends(meeting: Meeting, command: c.SetAttends, by: Member) -> tuple[e.Event, ...]:
    member = member_of(meeting, command.member)
    if by.id != member.id:
        _refuse_others(by)
    if command.attends == member.attends:
        return ()
    if "proxy" in (command.attends, member.attends):
        # Who has a screen of their own answers on it; who has none is entered from the start.
        raise Refusal(Code.PROXY_IS_THE_CHAIRS)
    return (e.AttendsSet(member.id, command.attends),)


def _refuse_others(by: Member) -> None:
    if not keeps_register(by):
        raise Refusal(Code.CHAIR_OR_RECORDER)


def _read_back(meeting: Meeting, step_id: StepId, by: Member) -> tuple[e.Event, ...]:
    if by.attends != "proxy":
        raise Refusal(Code.NOT_BY_PROXY)
    if find(meeting.agenda, step_id).state is None:
        raise Refusal(Code.STEP_CLOSED)
    done = by.id in meeting.read_back.get(step_id, ())
    return () if done else (e.WasReadBack(step_id, by.id),)


def name_deputy(meeting: Meeting, member_id: MemberId | None, at: int) -> tuple[e.Event, ...]:
    """Return how a member is named deputy, or nobody is."""
    if member_id is not None and member_of(meeting, member_id).role == "chair":
        raise Refusal(Code.CHAIR_STAYS)
    deputies = [m.id for m in meeting.members.values() if m.role == "deputy"]
    wanted = [] if member_id is None else [member_id]
    return (e.DeputyNamed(member_id, at),) if deputies != wanted else ()


def hand_over(meeting: Meeting, member_id: MemberId, at: int) -> tuple[e.Event, ...]:
    """Return how the chair passes to a member."""
    if member_of(meeting, member_id).role == "chair":
        return ()
    return (e.ChairPassed(member_id, covering=False, at=at),)


def cover(meeting: Meeting, by: Member, at: int) -> tuple[e.Event, ...]:
    """Let the deputy, or anyone who does not just watch where none is here, take an empty chair."""
    chair = meeting.chair
    if chair == by:
        return ()
    if chair is not None and (chair.here or at - chair.since < cover_after(meeting)):
        raise Refusal(Code.CHAIR_IS_HERE)
    deputy_here = any(m.role == "deputy" and m.here for m in meeting.members.values())
    if by.role != "deputy" and deputy_here:
        raise Refusal(Code.DEPUTY_FIRST)
    if by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    # Where nobody was in the chair, nobody is covered for.
    return (e.ChairPassed(by.id, covering=chair is not None, at=at),)


def cover_after(meeting: Meeting) -> int:
    """Return how long (ms) a chair's line must be gone before somebody else may take the chair."""
    return COVER_AFTER if meeting.hall is None else COVER_HALL_AFTER


def remove(meeting: Meeting, member_id: MemberId) -> tuple[e.Event, ...]:
    """Return how a member is taken out of the room."""
    if member_of(meeting, member_id).role == "chair":
        raise Refusal(Code.CHAIR_STAYS)
    return (e.MemberRemoved(member_id),)


# --- evolve -----------------------------------------------------------------------------------


def evolve_people(meeting: Meeting, event: e.PeopleEvent) -> Meeting:
    """Return the meeting after something was said about people."""
    match event:
        case e.Knocked():
            return admission.knocked(meeting, event)
        case e.TurnedAway():
            return admission.turned_away(meeting, event.member)
        case e.RoleSet():
            return _with_role(meeting, event)
        case e.AttendsSet():
            member = replace(meeting.members[event.member], attends=event.attends)
            return replace(meeting, members={**meeting.members, member.id: member})
        case e.MergeAsked():
            return merging.asked(meeting, event)
        case e.MergeDeclined():
            return merging.declined(meeting, event.keep)
        case e.MembersMerged():
            return merging.merged(meeting, event)
        case e.WasReadBack():
            whom = (*meeting.read_back.get(event.step, ()), event.member)
            return replace(meeting, read_back={**meeting.read_back, event.step: whom})
        case e.MeetingAmended():
            return heading.amended(meeting, event)


def _with_role(meeting: Meeting, event: e.RoleSet) -> Meeting:
    """Return the meeting with a member's role; a deputy takes it up when they are deputy no more.

    Whoever only watched gets a voice with another role, and who only watches now loses theirs.
    """
    before = meeting.members[event.member]
    voice, role = before.voice, event.role
    if role == "observer" or before.was == "observer" or before.role == "observer":
        voice = role != "observer"
    member = replace(
        before,
        role=before.role if before.role == "deputy" else role,
        was=role,
        seat=event.seat,
        voice=voice,
    )
    return replace(meeting, members={**meeting.members, member.id: member})


def with_member(meeting: Meeting, member_id: MemberId, *, here: bool, since: int) -> Meeting:
    """Return the meeting with a member here, or gone, since a time (ms)."""
    member = replace(meeting.members[member_id], here=here, since=since)
    return replace(meeting, members={**meeting.members, member_id: member})


def without_member(meeting: Meeting, member_id: MemberId) -> Meeting:
    """Return the meeting without a member, and without what nobody has seen of theirs.

    Who they were stays known: what they said before everybody stands in the record.
    """
    member = meeting.members[member_id]
    return replace(
        meeting,
        members=without(meeting.members, member_id),
        taken_out={**meeting.taken_out, member_id: member},
        hands=without(meeting.hands, member_id),
        merging=merging.without_question(meeting, member_id),
        beside=roomwide.forget(meeting.beside, member_id),
        names=without(meeting.names, known_as(member.name, member.agency)),
        agenda=tuple(
            replace(step, state=steps.forget(step.state, member_id)) if step.state else step
            for step in meeting.agenda
        ),
    )


def with_deputy(meeting: Meeting, event: e.DeputyNamed) -> Meeting:
    """Return the meeting with a deputy, or with none."""
    chair = meeting.chair.id if meeting.chair else None
    later = replace(meeting, offices=(*meeting.offices, Office("deputy", event.member, event.at)))
    return _with_roles(later, chair=chair, deputy=event.member)


def with_chair(meeting: Meeting, event: e.ChairPassed) -> Meeting:
    """Return the meeting with a new chair; a chair who lost their line comes back as deputy."""
    former = meeting.chair.id if meeting.chair else None
    deputy = next((m.id for m in meeting.members.values() if m.role == "deputy"), None)
    office = Office("chair", event.member, event.at, event.covering)
    later = replace(meeting, offices=(*meeting.offices, office))
    return _with_roles(later, chair=event.member, deputy=former if event.covering else deputy)


def _with_roles(meeting: Meeting, *, chair: MemberId | None, deputy: MemberId | None) -> Meeting:
    """Return the meeting with one chair and at most one deputy; who was either is no longer."""

    def role(member: Member) -> Role:
        if member.id == chair:
            return "chair"
        if member.id == deputy:
            return "deputy"
        return member.was if member.role in _OFFICES else member.role

    # Most people's roles stay, and so do the values that say so.
    roles = ((member, role(member)) for member in meeting.members.values())
    changed = {m.id: _in_role(m, now) for m, now in roles if now != m.role}
    return replace(meeting, members={**meeting.members, **changed})


def _in_role(member: Member, role: Role) -> Member:
    """Return a member with a role, who remembers the one to go back to."""
    return replace(member, role=role, was=member.was if member.role in _OFFICES else member.role)


# --- what each audience sees ------------------------------------------------------------------


class ReadBackRecord(Struct, frozen=True, tag="read_back"):
    """Everyone: who, of those without a screen, was read back what was entered in a step."""

    step: StepId
    members: tuple[MemberId, ...]


def read_back(meeting: Meeting) -> Part[ReadBackRecord]:
    """Return to whom what was entered for them was read back, by step."""
    return rows("read_back", meeting.read_back, ReadBackRecord)
