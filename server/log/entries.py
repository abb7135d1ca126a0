"""The values that go into a log and come out of it."""

from msgspec import Struct

from consensus.events import Event


class Conflict(Exception):
    """Somebody else appended first: read on from the position you have, and decide again."""


class Unavailable(Exception):
    """The database could not be used. Whatever was to be kept may have been kept, or not.

    So whoever was appending reads on from the position they have before they decide again. The
    text holds the database's own code for what went wrong, and nothing that people wrote.
    """

    def __init__(self, code: str) -> None:
        super().__init__(f"log_unavailable: the database could not be used ({code})")
        self.code = code


class RoomRow(Struct, frozen=True):
    """A room as the log knows it. `epoch` changes when its log is restored, or was rewritten.

    `forget_at` is when (ms) all of it is to be erased, once that is known.
    """

    id: str
    code: str
    epoch: str
    prepared: int
    forget_at: int | None = None


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


class Snapshot(Struct, frozen=True):
    """What a room's events come to up to a position, in a form that `made_by` can read."""

    position: int
    made_by: str
    state: bytes
