"""Hands: who wants to speak, who raised a hand for whom, and who comes first."""

from collections import Counter

from msgspec.structs import replace

from consensus import events as e
from consensus.members import heard
from consensus.members.turn_order import HandOrder, hands_in_order
from consensus.people import Member, MemberId
from consensus.refusal import Code, Refusal
from consensus.state import Meeting, member_of, without

# --- decide -----------------------------------------------------------------------------------


def raise_hand(meeting: Meeting, member_id: MemberId, by: Member) -> tuple[e.Event, ...]:
    """Return how a hand goes up: one's own, or by the chair for one who has no screen."""
    if member_id != by.id and by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    member = member_of(meeting, member_id)
    return () if member.id in meeting.hands else (e.HandRaised(member.id),)


def lower_hand(meeting: Meeting, member_id: MemberId, by: Member) -> tuple[e.Event, ...]:
    """Return how a hand goes down; where the chair takes it down, its owner has had their say."""
    if member_id != by.id and by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    if member_id not in meeting.hands:
        return ()
    return (e.HandLowered(member_id, heard=member_id != by.id),)


def order(meeting: Meeting, wanted: HandOrder) -> tuple[e.Event, ...]:
    """Return how the queue takes another order."""
    return (e.HandsOrdered(wanted),) if wanted != meeting.hand_order else ()


# --- evolve -----------------------------------------------------------------------------------


def raised(meeting: Meeting, event: e.HandRaised) -> Meeting:
    """Return the meeting with one more hand up, behind all others."""
    place = next(reversed(meeting.hands.values()), 0) + 1
    return replace(meeting, hands={**meeting.hands, event.member: place})


def lowered(meeting: Meeting, event: e.HandLowered) -> Meeting:
    """Return the meeting with a hand down, and with one more time spoken where it was heard."""
    down = replace(meeting, hands=without(meeting.hands, event.member))
    if not event.heard:
        return down
    step = meeting.current or ""
    here = Counter(meeting.spoken.get(step, {}))
    here[event.member] += 1
    return replace(down, spoken={**meeting.spoken, step: dict(here)})


# --- what everybody sees ----------------------------------------------------------------------


def in_line(meeting: Meeting) -> dict[MemberId, int]:
    """Return each raised hand with its place, from 1 for whoever speaks first."""
    said = heard.spoken(meeting.agenda, meeting.spoken)
    line = hands_in_order(meeting.hands, meeting.hand_order, meeting.members, said)
    return {member: place for place, member in enumerate(line, start=1)}
