"""Everything that can have happened in a meeting, and how it is written down for good."""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

from consensus import steps
from consensus.agenda import StepPlan
from consensus.items import Item, StepId
from consensus.people import MemberId, Role
from consensus.refusal import Code


class MeetingPrepared(Struct, frozen=True, tag="meeting_prepared"):
    """The room was made: its purpose, its list of items and its agenda. Always the first event."""

    title: str
    purpose: str
    template: str
    items: tuple[Item, ...]
    agenda: tuple[StepPlan, ...]
    at: int


class MemberJoined(Struct, frozen=True, tag="member_joined"):
    """A person came in for the first time."""

    member: MemberId
    name: str
    agency: str
    role: Role
    voice: bool
    at: int


class MemberArrived(Struct, frozen=True, tag="member_arrived"):
    """A member is in the room again."""

    member: MemberId
    at: int


class MemberLeft(Struct, frozen=True, tag="member_left"):
    """A member's line was gone."""

    member: MemberId
    at: int


class MemberRemoved(Struct, frozen=True, tag="member_removed"):
    """The chair took a member out; what they had answered unseen is dropped."""

    member: MemberId


class StepOpened(Struct, frozen=True, tag="step_opened"):
    """The meeting went to a step. `arrangement` says how it starts, the first time only.

    It is written down, and not worked out again on replay, so that better mathematics later
    cannot change what a group was shown.
    """

    step: StepId
    arrangement: steps.Arrangement | None
    at: int


class MeetingPaused(Struct, frozen=True, tag="meeting_paused"):
    """The clock was stopped."""

    at: int


class MeetingResumed(Struct, frozen=True, tag="meeting_resumed"):
    """The clock went on."""

    at: int


class TimeAdded(Struct, frozen=True, tag="time_added"):
    """A step's time box became this many minutes longer (or shorter)."""

    step: StepId
    minutes: int


class DeputyNamed(Struct, frozen=True, tag="deputy_named"):
    """A member was named deputy, or nobody."""

    member: MemberId | None


class ChairPassed(Struct, frozen=True, tag="chair_passed"):
    """The chair went to a member; `covering` when the chair before had lost their line."""

    member: MemberId
    covering: bool


class HandRaised(Struct, frozen=True, tag="hand_raised"):
    """A member asked to speak."""

    member: MemberId


class HandLowered(Struct, frozen=True, tag="hand_lowered"):
    """A member's hand went down."""

    member: MemberId


class MeetingClosed(Struct, frozen=True, tag="meeting_closed"):
    """The meeting ended."""

    at: int


class CommandAnswered(Struct, frozen=True, tag="command_answered"):
    """A command that may have been sent before was answered, and changed nothing.

    It is written down so that a copy which is still on its way, at a node that hangs perhaps, finds
    this answer and is not carried out after all. `refused` is the code of a refusal, with the facts
    of its sentence; nothing where there was nothing to do.
    """

    refused: Code | None = None
    facts: dict[str, str | int] = {}


RoomEvent = (
    MeetingPrepared
    | MemberJoined
    | MemberArrived
    | MemberLeft
    | MemberRemoved
    | StepOpened
    | MeetingPaused
    | MeetingResumed
    | TimeAdded
    | DeputyNamed
    | ChairPassed
    | HandRaised
    | HandLowered
    | MeetingClosed
    | CommandAnswered
)
Event = RoomEvent | steps.Event

# --- for good ---------------------------------------------------------------------------------

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

# Every event is stored with the version of this vocabulary. When a change is more than a new field
# with a default, raise VERSION and add what turns an event of the version before into this one:
# it is given, and returns, the stored fields with their "type".
VERSION = 1
UPCASTERS: dict[int, Upcaster] = {}

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def write(event: Event) -> bytes:
    """Return an event as it is stored, in the newest version."""
    return _encoder.encode(event)


def read(
    stored: bytes,
    version: int,
    upcasters: dict[int, Upcaster] = UPCASTERS,
    newest: int = VERSION,
) -> Event:
    """Return a stored event of any version since the first; raises ValueError for a later one."""
    if version > newest:
        raise ValueError(f"this event was written by a newer Common Ground (version {version})")
    if version == newest:
        return _decoder.decode(stored)
    fields = msgspec.json.decode(stored)
    for step in range(version, newest):
        fields = upcasters[step](fields)
    event: Event = msgspec.convert(fields, Event)
    return event
