"""contacts: how each member is reached, what they bring today, and at which level they work.

How somebody is reached is for the people in the room and for no screen on a wall: it stands in no
record of everyone's, only in the member's own and in the minutes. The level is for the chair alone.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.parts import Part, rows
from consensus.people import MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.text import optional

Level = Literal["", "practitioner", "manager", "senior"]

CONTACT_LENGTH = 120
BRINGING_LENGTH = 200

# Numbers are written in many ways; of an address one sign is always right.
_PHONE = re.compile(r"\+?[\d\s()./-]+(?:(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
FEWEST_DIGITS = 3

# --- state ------------------------------------------------------------------------------------


class Entry(Struct, frozen=True):
    """What a member says of themselves, as it was at a time (ms).

    `second` is who to ask when they cannot be reached; `no_second` says that there is nobody yet.
    """

    phone: str = ""
    email: str = ""
    second: str = ""
    no_second: bool = False
    bringing: str = ""
    level: Level = ""
    at: int = 0

    @property
    def complete(self) -> bool:
        """Whether somebody who needs this member tomorrow would get through."""
        return bool(self.phone and self.email and (self.second or self.no_second))


class State(Struct, frozen=True):
    """The entries by member."""

    entries: dict[MemberId, Entry] = {}


# --- commands ---------------------------------------------------------------------------------


class Enter(Struct, frozen=True, tag="contacts.enter"):
    """Say how I am reached and what I bring; it may be put right after the end too."""

    phone: str = ""
    email: str = ""
    second: str = ""
    no_second: bool = False
    bringing: str = ""
    level: Level = ""


Command = Enter

# --- events -----------------------------------------------------------------------------------


class Entered(Struct, frozen=True, tag="contacts.entered"):
    """A member said how they are reached and what they bring."""

    member: MemberId
    phone: str
    email: str
    second: str
    no_second: bool
    bringing: str
    level: Level
    at: int


Event = Entered

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    phone = optional(command.phone, CONTACT_LENGTH)
    email = optional(command.email, CONTACT_LENGTH)
    if phone and not _is_phone(phone):
        raise Refusal(Code.PHONE_WRONG)
    if email and not _EMAIL.fullmatch(email):
        raise Refusal(Code.EMAIL_WRONG)
    second = optional(command.second, CONTACT_LENGTH)
    entered = Entered(
        member=scene.by.id,
        phone=phone,
        email=email,
        second=second,
        no_second=command.no_second and not second,
        bringing=optional(command.bringing, BRINGING_LENGTH),
        level=command.level,
        at=scene.at,
    )
    before = state.entries.get(scene.by.id, Entry())
    return () if replace(_entry(entered), at=before.at) == before else (entered,)


def _is_phone(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    return digits >= FEWEST_DIGITS and _PHONE.fullmatch(text) is not None


def evolve(state: State, event: Event) -> State:
    """Return the entries after `event`."""
    return State({**state.entries, event.member: _entry(event)})


def forget(state: State, member: MemberId) -> State:
    """Return the entries without that of a member who was removed."""
    if member not in state.entries:
        return state
    return State({name: entry for name, entry in state.entries.items() if name != member})


def _entry(event: Entered) -> Entry:
    return Entry(
        phone=event.phone,
        email=event.email,
        second=event.second,
        no_second=event.no_second,
        bringing=event.bringing,
        level=event.level,
        at=event.at,
    )


# --- what each audience sees ------------------------------------------------------------------


class BringingRecord(Struct, frozen=True, tag="bringing"):
    """Everyone: what a member brings today, in their own words."""

    member: MemberId
    text: str


class ReachRecord(Struct, frozen=True, tag="reach"):
    """Chairs: what of a member's entry is there, and at which level they work."""

    member: MemberId
    complete: bool
    level: Level


class MyContactsRecord(Struct, frozen=True, tag="my_contacts"):
    """One member: their own entry. `at` (ms) is when they last changed it."""

    phone: str
    email: str
    second: str
    no_second: bool
    bringing: str
    level: Level
    at: int


def everyone(state: State) -> Iterator[tuple[str, Part[BringingRecord]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "bringing", rows("bringing", state.entries, _bringing)


def _bringing(member: MemberId, entry: Entry) -> BringingRecord:
    return BringingRecord(member, entry.bringing)


def chairs(state: State) -> Iterator[tuple[str, Part[ReachRecord]]]:
    """Yield the parts that chairs see beside it."""
    yield "reach", rows("reach", state.entries, _reach)


def _reach(member: MemberId, entry: Entry) -> ReachRecord:
    return ReachRecord(member, entry.complete, entry.level)


def mine(state: State, member: MemberId) -> Iterator[tuple[str, MyContactsRecord]]:
    """Yield the records of one member alone."""
    entry = state.entries.get(member)
    if entry is None:
        return
    yield (
        "my_contacts",
        MyContactsRecord(
            phone=entry.phone,
            email=entry.email,
            second=entry.second,
            no_second=entry.no_second,
            bringing=entry.bringing,
            level=entry.level,
            at=entry.at,
        ),
    )


def concerns(event: Event) -> frozenset[MemberId]:
    """Return those whose own records an event may change."""
    return frozenset((event.member,))


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> dict[MemberId, Entry]:
    """Return how each member is reached. It is for the people of the room."""
    return state.entries
