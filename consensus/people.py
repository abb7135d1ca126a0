"""People: the members of a room, their roles, and who is asking for something."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import Literal

from msgspec import Struct

from consensus.rules import PLAIN, Rules

MemberId = str
Role = Literal["chair", "deputy", "recorder", "participant", "family", "advocate", "observer"]

# How somebody takes part. Whoever has no screen of their own is there by proxy: the chair enters
# what they say, and reads it back to them.
Attends = Literal["room", "video", "phone", "proxy"]

# Whose seat a family member has, where that is known.
Seat = Literal["", "child", "carer"]


class Member(Struct, frozen=True):
    """A person in a room.

    `voice` says whether they answer, rank and take a stance: a trainer who only steers does not.
    `here` is the attendance record, with the time (ms) since when it has been so; they `came` for
    the first time at a time (ms). `was` is the role that the chair or a deputy goes back to.
    """

    id: MemberId
    name: str
    agency: str
    role: Role
    voice: bool
    here: bool
    since: int
    attends: Attends = "room"
    seat: Seat = ""
    was: Role = "participant"
    came: int = 0


Members = Mapping[MemberId, Member]


class Waiting(Struct, frozen=True):
    """Somebody at the door of a case room, since a time (ms), who is nobody's member yet."""

    id: MemberId
    name: str
    agency: str
    role: Role
    seat: Seat
    attends: Attends
    at: int


class Scene(Struct, frozen=True):
    """What decides may know: who asks, when (ms), who is in the room, and the local rules.

    A `case` room is about a real child. `closed` is when the meeting ended, if it has.
    """

    by: Member
    at: int
    members: Members
    rules: Rules = PLAIN
    case: bool = False
    closed: int | None = None


def silent(members: Members, answered: Container[MemberId]) -> list[Member]:
    """Return the voices who are not among those who answered, in the order in which they joined."""
    return [m for m in members.values() if m.voice and m.id not in answered]


def agency_key(agency: str) -> str:
    """Return what an agency's name has in common however its letters are written."""
    return agency.casefold()


def spelt(agencies: Iterable[str]) -> dict[str, str]:
    """Return how each agency is written, by its key: as most write it.

    Where people are not named, how somebody alone writes their agency would name them.
    """
    ways = Counter(agencies)
    return {agency_key(way): way for way in sorted(ways, key=lambda way: (-ways[way], way))[::-1]}


def keeps_record(member: Member) -> bool:
    """Say whether a member may write down what others say."""
    return member.role in {"chair", "deputy", "recorder"}


def keeps_register(member: Member) -> bool:
    """Say whether a member may write down who is involved, and as what."""
    return member.role in {"chair", "recorder"}


def known_as(name: str, agency: str) -> str:
    """Return what two people have in common whom nobody could tell apart."""
    return f"{name}\n{agency}".casefold()
