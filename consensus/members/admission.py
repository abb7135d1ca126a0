"""Admission: who waits at the door of a case room, and who is let in or turned away.

Somebody who waits is nobody's member: no record of the room is theirs, and no line leads to them.
"""

from msgspec import Struct
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.parts import Part, rows
from consensus.people import Attends, Member, MemberId, Role, Seat, Waiting, known_as
from consensus.refusal import Code, Refusal
from consensus.state import Meeting, Office, without
from consensus.text import NAME_LENGTH, required

# A full concert hall; past that, several rooms serve people better.
MOST_MEMBERS = 5_000

# More than this at one door is not a meeting about a child any more.
MOST_WAITING = 200

# --- decide -----------------------------------------------------------------------------------


def knock(meeting: Meeting, command: c.Knock, at: int) -> tuple[e.Event, ...]:
    """Return how somebody begins to wait, or refuse them."""
    if command.member in meeting.waiting or command.member in meeting.members:
        return ()
    if meeting.closed is not None:
        raise Refusal(Code.NO_SUCH_ROOM)
    if len(meeting.waiting) >= MOST_WAITING:
        raise Refusal(Code.ROOM_FULL, most=MOST_WAITING)
    name, agency = names(command)
    if known_as(name, agency) in meeting.names:
        raise Refusal(Code.NAME_TAKEN, name=name)
    _refuse_office(command)
    return (
        e.Knocked(command.member, name, agency, command.role, command.seat, command.attends, at),
    )


def join(meeting: Meeting, command: c.Join, at: int) -> tuple[e.Event, ...]:
    """Return how somebody comes in, or refuse them."""
    if command.member in meeting.members:
        return ()
    if meeting.closed is not None:
        raise Refusal(Code.NO_SUCH_ROOM)
    name, agency = names(command)
    _refuse_crowd(meeting, name, agency)
    if command.attends == "proxy" and not _is_chair(meeting, command.beside):
        raise Refusal(Code.PROXY_IS_THE_CHAIRS)
    return (
        e.MemberJoined(
            member=command.member,
            name=name,
            agency=agency,
            role=command.role,
            voice=command.voice and command.role != "observer",
            at=at,
            attends=command.attends,
            seat=command.seat if command.role == "family" else "",
        ),
    )


def names(command: c.Join | c.Knock) -> tuple[str, str]:
    """Return a newcomer's name and agency as they will be shown, or refuse them."""
    name = required(command.name, NAME_LENGTH, Code.NAME_EMPTY, Code.NAME_TOO_LONG)
    agency = required(command.agency, NAME_LENGTH, Code.AGENCY_EMPTY, Code.AGENCY_TOO_LONG)
    return name, agency


def _refuse_crowd(meeting: Meeting, name: str, agency: str) -> None:
    if len(meeting.members) >= MOST_MEMBERS:
        raise Refusal(Code.ROOM_FULL, most=MOST_MEMBERS)
    if known_as(name, agency) in meeting.names:
        raise Refusal(Code.NAME_TAKEN, name=name)


def _refuse_office(command: c.Knock) -> None:
    """Nobody comes in from outside as chair, deputy or recorder, nor is entered by another."""
    if command.role in {"chair", "deputy", "recorder"} or command.attends == "proxy":
        raise Refusal(Code.NOT_UNDERSTOOD)


def _is_chair(meeting: Meeting, member: MemberId | None) -> bool:
    return meeting.chair is not None and meeting.chair.id == member


def admit(meeting: Meeting, member_id: MemberId, by: Member, at: int) -> tuple[e.Event, ...]:
    """Return how somebody who waits comes in, or refuse."""
    _refuse_others(by)
    if member_id in meeting.members:
        return ()
    waiting = _who_waits(meeting, member_id)
    _refuse_crowd(meeting, waiting.name, waiting.agency)
    return (_admitted(waiting, at),)


def admit_all(meeting: Meeting, by: Member, at: int) -> tuple[e.Event, ...]:
    """Return how all who wait come in, but for those whose name is taken by then."""
    _refuse_others(by)
    taken, found = set(meeting.names), list[e.Event]()
    for waiting in meeting.waiting.values():
        known = known_as(waiting.name, waiting.agency)
        if known not in taken and len(meeting.members) + len(found) < MOST_MEMBERS:
            taken.add(known)
            found.append(_admitted(waiting, at))
    return tuple(found)


def _admitted(waiting: Waiting, at: int) -> e.MemberJoined:
    return e.MemberJoined(
        member=waiting.id,
        name=waiting.name,
        agency=waiting.agency,
        role=waiting.role,
        voice=waiting.role != "observer",
        at=at,
        attends=waiting.attends,
        seat=waiting.seat,
        admitted=True,
    )


def turn_away(meeting: Meeting, member_id: MemberId, by: Member) -> tuple[e.Event, ...]:
    """Return how somebody who waits is not let in, or refuse."""
    _refuse_others(by)
    return (e.TurnedAway(_who_waits(meeting, member_id).id),)


def _refuse_others(by: Member) -> None:
    if by.role not in {"chair", "deputy"}:
        raise Refusal(Code.CHAIR_OR_DEPUTY)


def _who_waits(meeting: Meeting, member_id: MemberId) -> Waiting:
    waiting = meeting.waiting.get(member_id)
    if waiting is None:
        raise Refusal(Code.NOT_WAITING)
    return waiting


# --- evolve -----------------------------------------------------------------------------------


def knocked(meeting: Meeting, event: e.Knocked) -> Meeting:
    """Return the meeting with somebody at its door."""
    waiting = Waiting(
        id=event.member,
        name=event.name,
        agency=event.agency,
        role=event.role,
        seat=event.seat,
        attends=event.attends,
        at=event.at,
    )
    return replace(meeting, waiting={**meeting.waiting, waiting.id: waiting})


def turned_away(meeting: Meeting, member_id: MemberId) -> Meeting:
    """Return the meeting without somebody at its door."""
    return replace(meeting, waiting=without(meeting.waiting, member_id))


def with_newcomer(meeting: Meeting, event: e.MemberJoined) -> Meeting:
    """Return the meeting with somebody who came in for the first time."""
    member = Member(
        id=event.member,
        name=event.name,
        agency=event.agency,
        role=event.role,
        voice=event.voice,
        here=True,
        since=event.at,
        attends=event.attends,
        seat=event.seat,
        came=event.at,
    )
    office = (Office("chair", member.id, event.at),) if event.role == "chair" else ()
    return replace(
        meeting,
        members={**meeting.members, member.id: member},
        offices=(*meeting.offices, *office),
        names={**meeting.names, known_as(member.name, member.agency): member.id},
        waiting=without(meeting.waiting, member.id),
    )


# --- what each audience sees ------------------------------------------------------------------


class WaitingRecord(Struct, frozen=True, tag="waiting"):
    """Chairs, and the deputy alone: somebody at the door, since a time (ms)."""

    id: MemberId
    name: str
    agency: str
    role: Role
    seat: Seat
    attends: Attends
    at: int


def at_the_door(meeting: Meeting) -> Part[WaitingRecord]:
    """Return who waits, for those who may let them in."""
    return rows("waiting", meeting.waiting, _waiting)


def _waiting(_: str, waiting: Waiting) -> WaitingRecord:
    return WaitingRecord(
        id=waiting.id,
        name=waiting.name,
        agency=waiting.agency,
        role=waiting.role,
        seat=waiting.seat,
        attends=waiting.attends,
        at=waiting.at,
    )
