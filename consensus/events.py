"""Everything that can have happened in a meeting, and how it is written down for good."""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

from consensus import roomwide, steps
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.answers import wordings
from consensus.carried import Carried
from consensus.forgetting.retention import Retention
from consensus.hall import hall as halls
from consensus.hall import table as tables
from consensus.items import Item, StepId
from consensus.members.turn_order import HandOrder
from consensus.people import Attends, MemberId, Role, Seat
from consensus.record import sealing
from consensus.refusal import Code
from consensus.rules import Rules
from consensus.steps import collect


class MeetingPrepared(Struct, frozen=True, tag="meeting_prepared"):
    """The room was made: its purpose, its list of items and its agenda. Always the first event.

    `focus` stands for the child or family, never by a full name. A `case` room is about real
    people. `forbids` are kinds of step that have no place in it; `starts` is the planned time (ms).
    `carried` comes from the meeting before, where this one goes on from it. `retention` says how
    long the room is kept; one that is older than that has the usual days. A room may be a `hall`
    with tables, or a `table` of one.
    """

    title: str
    purpose: str
    template: str
    items: tuple[Item, ...]
    agenda: tuple[StepPlan, ...]
    at: int
    focus: str = ""
    case: bool = False
    forbids: tuple[steps.Kind, ...] = ()
    starts: int | None = None
    rules: Rules = Rules()
    carried: Carried | None = None
    retention: Retention | None = None
    hall: halls.Plan | None = None
    table: tables.Of | None = None


class MemberJoined(Struct, frozen=True, tag="member_joined"):
    """A person came in for the first time. `admitted` says that they had waited at the door."""

    member: MemberId
    name: str
    agency: str
    role: Role
    voice: bool
    at: int
    attends: Attends = "room"
    seat: Seat = ""
    admitted: bool = False


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

    `items` are notes that became items of it now, with their words.

    It is written down, and not worked out again on replay, so that better mathematics later
    cannot change what a group was shown.
    """

    step: StepId
    arrangement: steps.Arrangement | None
    at: int
    items: tuple[Item, ...] = ()


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
    """A member was named deputy at a time (ms), or nobody."""

    member: MemberId | None
    at: int = 0


class ChairPassed(Struct, frozen=True, tag="chair_passed"):
    """The chair went to a member at a time (ms); `covering` when the one before lost their line."""

    member: MemberId
    covering: bool
    at: int = 0


class HandRaised(Struct, frozen=True, tag="hand_raised"):
    """A member asked to speak."""

    member: MemberId


class HandLowered(Struct, frozen=True, tag="hand_lowered"):
    """A member's hand went down. `heard` says that they had their say."""

    member: MemberId
    heard: bool = False


class HandsOrdered(Struct, frozen=True, tag="hands_ordered"):
    """The chair said whose raised hand comes first."""

    order: HandOrder


class Knocked(Struct, frozen=True, tag="knocked"):
    """Somebody is at the door of a case room."""

    member: MemberId
    name: str
    agency: str
    role: Role
    seat: Seat
    attends: Attends
    at: int


class TurnedAway(Struct, frozen=True, tag="turned_away"):
    """Somebody who waited at the door was not let in."""

    member: MemberId


class RoleSet(Struct, frozen=True, tag="role_set"):
    """A member is here as something else than before."""

    member: MemberId
    role: Role
    seat: Seat


class AttendsSet(Struct, frozen=True, tag="attends_set"):
    """A member takes part in another way than before."""

    member: MemberId
    attends: Attends


class MergeAsked(Struct, frozen=True, tag="merge_asked"):
    """The chair asked a member whether they are another one too."""

    keep: MemberId
    drop: MemberId


class MergeDeclined(Struct, frozen=True, tag="merge_declined"):
    """A member said that they are not the other one."""

    keep: MemberId


class MembersMerged(Struct, frozen=True, tag="members_merged"):
    """Two members became one. What one of them had answered unseen is dropped."""

    keep: MemberId
    drop: MemberId


class WasReadBack(Struct, frozen=True, tag="was_read_back"):
    """What was entered for a member without a screen was read back to them."""

    step: StepId
    member: MemberId


class MeetingAmended(Struct, frozen=True, tag="meeting_amended"):
    """The chair changed what the meeting is called, what for, or who it is about."""

    title: str
    purpose: str
    focus: str
    by: MemberId
    at: int


class MeetingClosed(Struct, frozen=True, tag="meeting_closed"):
    """The meeting ended."""

    at: int


class FollowUpOpened(Struct, frozen=True, tag="follow_up_opened"):
    """A room with this code goes on from this one, since a time (ms)."""

    code: str
    at: int


class CommandAnswered(Struct, frozen=True, tag="command_answered"):
    """A command that may have been sent before was answered, and changed nothing.

    It is written down so that a copy which is still on its way, at a node that hangs perhaps, finds
    this answer and is not carried out after all. `refused` is the code of a refusal, with the facts
    of its sentence; nothing where there was nothing to do.
    """

    refused: Code | None = None
    facts: dict[str, str | int] = {}


PeopleEvent = (
    Knocked
    | TurnedAway
    | RoleSet
    | AttendsSet
    | MergeAsked
    | MergeDeclined
    | MembersMerged
    | WasReadBack
    | MeetingAmended
)
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
    | HandsOrdered
    | MeetingClosed
    | FollowUpOpened
    | CommandAnswered
)
Event = (
    RoomEvent
    | PeopleEvent
    | planning.Event
    | wordings.Event
    | roomwide.Event
    | sealing.Event
    | steps.Event
    | halls.Event
    | tables.Event
)


def unattributed(event: Event) -> bool:
    """Say whether nobody may know who did this: then the log says neither who nor which command."""
    return isinstance(event, collect.NoteAdded) and not event.author


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
