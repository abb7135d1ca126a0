"""People: the members of a room, their roles, and who is asking for something."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

MemberId = str
Role = Literal["chair", "deputy", "recorder", "participant", "family", "advocate", "observer"]


class Member(Struct, frozen=True):
    """A person in a room.

    `voice` says whether they answer, rank and take a stance: a trainer who only steers does not.
    `here` is the attendance record, with the time (ms) since when it has been so.
    """

    id: MemberId
    name: str
    agency: str
    role: Role
    voice: bool
    here: bool
    since: int


Members = Mapping[MemberId, Member]


class Scene(Struct, frozen=True):
    """What a step may know when it decides: who asks, when (ms), and who is in the room."""

    by: Member
    at: int
    members: Members


def voices(members: Members) -> list[Member]:
    """Return the members who answer and take a stance, in the order in which they joined."""
    return [member for member in members.values() if member.voice]


def voices_here(members: Members) -> list[Member]:
    """Return the voices who are in the room now."""
    return [member for member in voices(members) if member.here]
