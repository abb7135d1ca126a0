"""What nodes tell each other about a room. All of it may be lost: the log has what matters."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from consensus import events
from consensus.people import MemberId
from server.log import Entry, NewEntry


class Told(Struct, frozen=True, array_like=True):
    """An entry as it was appended."""

    by: MemberId | None
    command: str | None
    event: bytes


class Happened(Struct, frozen=True, array_like=True, tag=1):
    """These entries are in the log behind the position `after`, written in this vocabulary."""

    after: int
    version: int
    entries: tuple[Told, ...]

    def read(self) -> list[Entry]:
        """Return the entries at their positions; raises ValueError for a newer vocabulary."""
        return [
            Entry(position, told.by, told.command, events.read(told.event, self.version))
            for position, told in enumerate(self.entries, self.after + 1)
        ]


class LinesHere(Struct, frozen=True, array_like=True, tag=2):
    """All the members who have a line at a node."""

    node: str
    members: tuple[MemberId, ...]


class LinesMoved(Struct, frozen=True, array_like=True, tag=3):
    """Members who now have a line at a node, and those who no longer have one there."""

    node: str
    came: tuple[MemberId, ...]
    went: tuple[MemberId, ...]


class WhoIsThere(Struct, frozen=True, array_like=True, tag=4):
    """Asks the others for their lines."""


class Rewritten(Struct, frozen=True, array_like=True, tag=5):
    """The room is no longer in the log, or its log was written anew: let it go."""


News = Happened | LinesHere | LinesMoved | WhoIsThere | Rewritten

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[News] = msgspec.msgpack.Decoder(News)

write = _encoder.encode


def read(message: bytes) -> News:
    """Return a message; raises `msgspec.DecodeError` for one of another version of this product."""
    return _decoder.decode(message)


def happened(after: int, entries: Sequence[NewEntry]) -> bytes:
    """Return the message that entries were appended behind a position."""
    told = tuple(Told(x.by, x.command, events.write(x.event)) for x in entries)
    return write(Happened(after, events.VERSION, told))
