"""Everything that a person, or the server on their behalf, can ask of a meeting."""

from msgspec import Struct

from consensus import roomwide, steps
from consensus.agendas import planning
from consensus.answers import wordings
from consensus.answers.ballots import Ballot
from consensus.hall import hall as halls
from consensus.hall import mirror
from consensus.hall import table as tables
from consensus.items import StepId
from consensus.members.turn_order import HandOrder
from consensus.people import Attends, MemberId, Role, Seat
from consensus.record import sealing
from consensus.roomwide import corrections, disclosures, erasure, wording
from consensus.steps import judge

# --- from the server itself: who is at the door -----------------------------------------------


class Join(Struct, frozen=True, tag="join"):
    """A person came through the door, under an id that the server drew.

    `beside` is who asked for them on a device that is already in the room: the chair may enter
    somebody who has no screen, and nobody else may.
    """

    member: MemberId
    name: str
    agency: str
    role: Role = "participant"
    voice: bool = True
    seat: Seat = ""
    attends: Attends = "room"
    beside: MemberId | None = None


class Knock(Struct, frozen=True, tag="knock"):
    """A person is at the door of a case room, under an id that the server drew."""

    member: MemberId
    name: str
    agency: str
    role: Role = "participant"
    seat: Seat = ""
    attends: Attends = "room"


class Arrive(Struct, frozen=True, tag="arrive"):
    """A member's line is back."""

    member: MemberId


class Leave(Struct, frozen=True, tag="leave"):
    """A member's line has been gone for longer than a hiccup, since a time (ms)."""

    member: MemberId
    since: int | None = None


# --- from the server, on behalf of a chair ----------------------------------------------------


class OpenSlips(Struct, frozen=True, tag="open_slips"):
    """What opens unattributed answers, with what they say: the log does not know it.

    A chair's reveal, or a table that goes on: those who are ready, or its hall, want it to.
    """

    reveal: judge.Reveal | tables.Ready | tables.Follow
    slips: tuple[Ballot, ...]


class FollowUp(Struct, frozen=True, tag="follow_up"):
    """A room with this code goes on from this one, which may be closed by now."""

    code: str


# --- from a person ----------------------------------------------------------------------------


class OpenStep(Struct, frozen=True, tag="open_step"):
    """Go to a step, forwards or back (chair). Nothing that was done in any step is lost."""

    step: StepId


class Pause(Struct, frozen=True, tag="pause"):
    """Stop the clock and everybody's hands (chair)."""


class Resume(Struct, frozen=True, tag="resume"):
    """Go on after a pause (chair)."""


class AddTime(Struct, frozen=True, tag="add_time"):
    """Lengthen the current step's time box by minutes, or shorten it (chair)."""

    minutes: int


class NameDeputy(Struct, frozen=True, tag="name_deputy"):
    """Name who takes over when the chair's line drops (chair); nothing names nobody."""

    member: MemberId | None


class HandOver(Struct, frozen=True, tag="hand_over"):
    """Give the chair to another member (chair)."""

    member: MemberId


class Cover(Struct, frozen=True, tag="cover"):
    """Take the chair while the chair's line has been gone for a minute."""


class Remove(Struct, frozen=True, tag="remove"):
    """Take a member out of the room (chair): a second phone of the same person, or a prank."""

    member: MemberId


class RaiseHand(Struct, frozen=True, tag="raise_hand"):
    """Ask to speak; the chair also for another `member`, who has only a phone line."""

    member: MemberId | None = None


class LowerHand(Struct, frozen=True, tag="lower_hand"):
    """Take my hand down, or that of another member who has had their say (chair)."""

    member: MemberId | None = None


class OrderHands(Struct, frozen=True, tag="order_hands"):
    """Say whose raised hand comes first (chair)."""

    order: HandOrder


class Close(Struct, frozen=True, tag="close"):
    """End the meeting (chair). Nobody new can come in; the sheet stays readable."""


# --- from a person, about people --------------------------------------------------------------


class Admit(Struct, frozen=True, tag="admit"):
    """Let somebody in who waits at the door (chair or deputy)."""

    member: MemberId


class AdmitAll(Struct, frozen=True, tag="admit_all"):
    """Let everybody in who waits at the door (chair or deputy)."""


class TurnAway(Struct, frozen=True, tag="turn_away"):
    """Do not let somebody in who waits at the door (chair or deputy)."""

    member: MemberId


class SetRole(Struct, frozen=True, tag="set_role"):
    """Say what a member is here as (chair or recorder); the chair's own place is handed over."""

    member: MemberId
    role: Role
    seat: Seat = ""


class SetAttends(Struct, frozen=True, tag="set_attends"):
    """Say how a member takes part (themselves, the chair or the recorder)."""

    member: MemberId
    attends: Attends


class Merge(Struct, frozen=True, tag="merge"):
    """Make one member of two who are one person (chair): `keep` says that it is so."""

    keep: MemberId
    drop: MemberId


class AnswerMerge(Struct, frozen=True, tag="answer_merge"):
    """Say whether I am also the member whom the chair would like to join to me."""

    drop: MemberId
    yes: bool


class ReadBack(Struct, frozen=True, tag="read_back"):
    """Say that what was entered for me in a step was read back to me (by proxy only)."""

    step: StepId


class Amend(Struct, frozen=True, tag="amend"):
    """Change what the meeting is called, what for, and who it is about (chair)."""

    title: str
    purpose: str
    focus: str


PeopleCommand = (
    Admit | AdmitAll | TurnAway | SetRole | SetAttends | Merge | AnswerMerge | ReadBack | Amend
)
RoomCommand = (
    OpenStep
    | Pause
    | Resume
    | AddTime
    | NameDeputy
    | HandOver
    | Cover
    | Remove
    | RaiseHand
    | LowerHand
    | OrderHands
    | Close
)
RecordCommand = wording.Command | corrections.Command
PersonCommand = (
    RoomCommand
    | PeopleCommand
    | planning.Command
    | wordings.Command
    | roomwide.Command
    | steps.Command
    | RecordCommand
    | halls.Command
    | tables.PersonCommand
)
DoorCommand = Join | Knock | Arrive | Leave
Command = (
    PersonCommand
    | DoorCommand
    | disclosures.Command
    | sealing.Command
    | erasure.Erase
    | FollowUp
    | OpenSlips
    | halls.AddTable
    | mirror.PutMirror
    | tables.ServerCommand
)
