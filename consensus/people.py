"""People: the members of a room, their roles, and who is asking for something."""

from collections.abc import Container, Mapping
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


def silent(members: Members, answered: Container[MemberId]) -> list[Member]:
    """Return the voices who are not among those who answered, in the order in which they joined."""
    return [m for m in members.values() if m.voice and m.id not in answered]


def known_as(name: str, agency: str) -> str:
    """Return what two people have in common whom nobody could tell apart."""
    return f"{name}\n{agency}".casefold()
