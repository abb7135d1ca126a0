"""The values that go into a log and come out of it."""

from msgspec import Struct

from consensus.events import Event


class Conflict(Exception):
    """Somebody else appended first: read on from the position you have, and decide again."""


class RoomRow(Struct, frozen=True):
    """A room as the log knows it. `epoch` changes when its log is restored from a backup."""

    id: str
    code: str
    epoch: str
    prepared: int


class NewEntry(Struct, frozen=True):
    """An event to append: when (ms), by whom, and for which command id of theirs."""

    at: int
    by: str | None
    command: str | None
    event: Event


class Entry(Struct, frozen=True):
    """An event at its position; the first is at 1."""

    position: int
    by: str | None
    command: str | None
    event: Event
