"""The state of a meeting: all that is known of it, and the few ways in which a piece is changed."""

from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from consensus import roomwide, steps
from consensus.agenda import Step
from consensus.answers.wordings import State as Wordings
from consensus.carried import Carried, Followed
from consensus.hall import hall as halls
from consensus.hall import table as tables
from consensus.items import Item, ItemId, StepId
from consensus.members.turn_order import HandOrder
from consensus.people import Member, MemberId, Waiting
from consensus.record.sealing import State as Sealing
from consensus.refusal import Code, Refusal
from consensus.rules import Rules

T = TypeVar("T")


class Amendment(Struct, frozen=True):
    """What the meeting was called, for and about, until the chair changed it at a time (ms)."""

    title: str
    purpose: str
    focus: str
    by: MemberId
    at: int


class Office(Struct, frozen=True):
    """Who was in the chair, or deputy, from a time (ms) on; nobody where there was no deputy.

    They took the chair `covering` where the one before had lost their line.
    """

    role: Literal["chair", "deputy"]
    member: MemberId | None
    at: int
    covering: bool = False


class Meeting(Struct, frozen=True):
    """All that is known of a meeting. `current` is the open step, or nothing in the lobby.

    `running` is the time (ms) since when the current step's clock runs, or nothing while paused.
    `hands` are those raised, the longest first, each with its place: a higher number than those
    before it, and `hand_order` who comes first. `spoken` is how often each member spoke in each
    step after a raised hand. `names` says who is known by which name, so that no two are known by
    the same.

    `waiting` are those at the door. `merged` leads from a seat that was joined to another to the
    other, and `merging` from a seat to the one that the chair would like to join to it. `read_back`
    holds who, of those without a screen, was read back what was entered for them, by step.
    `offices` are who had the chair and was deputy, in order, and `taken_out` are those whom the
    chair took out of the room, as they were. `wordings` tells how `items` came to their words. A
    room may be a `hall` with tables, or a `table`.
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
    hand_order: HandOrder = "raised"
    spoken: dict[StepId, dict[MemberId, int]] = {}
    focus: str = ""
    case: bool = False
    forbids: tuple[steps.Kind, ...] = ()
    starts: int | None = None
    rules: Rules = Rules()
    carried: Carried | None = None
    followed: tuple[Followed, ...] = ()
    beside: roomwide.State = roomwide.State()
    waiting: dict[MemberId, Waiting] = {}
    merged: dict[MemberId, MemberId] = {}
    merging: dict[MemberId, MemberId] = {}
    read_back: dict[StepId, tuple[MemberId, ...]] = {}
    amended: tuple[Amendment, ...] = ()
    sealing: Sealing = Sealing()
    offices: tuple[Office, ...] = ()
    taken_out: dict[MemberId, Member] = {}
    wordings: Wordings = Wordings()
    hall: halls.State | None = None
    table: tables.State | None = None

    @property
    def chair(self) -> Member | None:
        """The member in the chair; nobody before the first has joined."""
        return next((m for m in self.members.values() if m.role == "chair"), None)


def member_of(meeting: Meeting, member_id: MemberId) -> Member:
    """Return a member of the room, or refuse."""
    member = meeting.members.get(member_id)
    if member is None:
        raise Refusal(Code.NO_SUCH_MEMBER)
    return member


def without(entries: dict[str, T], key: str) -> dict[str, T]:
    """Return the same entries without one, or the very same where it is not there."""
    if key not in entries:
        return entries
    kept = entries.copy()
    del kept[key]
    return kept


def with_step(meeting: Meeting, changed: Step) -> Meeting:
    """Return the meeting with one step changed."""
    agenda = tuple(s if s.plan.id != changed.plan.id else changed for s in meeting.agenda)
    return replace(meeting, agenda=agenda)
