"""Everything that a person, or the server on their behalf, can ask of a meeting."""

from msgspec import Struct

from consensus import steps
from consensus.items import StepId
from consensus.people import MemberId, Role

# --- from the server itself: who is at the door -----------------------------------------------


class Join(Struct, frozen=True, tag="join"):
    """A person came through the door, under an id that the server drew."""

    member: MemberId
    name: str
    agency: str
    role: Role = "participant"
    voice: bool = True


class Arrive(Struct, frozen=True, tag="arrive"):
    """A member's line is back."""

    member: MemberId


class Leave(Struct, frozen=True, tag="leave"):
    """A member's line has been gone for longer than a hiccup, since a time (ms)."""

    member: MemberId
    since: int | None = None


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
    """Ask to speak."""


class LowerHand(Struct, frozen=True, tag="lower_hand"):
    """Take my hand down, or another member's (chair)."""

    member: MemberId | None = None


class Close(Struct, frozen=True, tag="close"):
    """End the meeting (chair). Nobody new can come in; the sheet stays readable."""


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
    | Close
)
PersonCommand = RoomCommand | steps.Command
DoorCommand = Join | Arrive | Leave
Command = PersonCommand | DoorCommand
