"""The whole vocabulary between browser and server. `client/src/wire.ts` is generated from it.

One message is one JSON object with a `type`. A client says hello and then does things; the server
answers each command, and sends what the connection is missing.
"""

from enum import IntEnum

import msgspec
from msgspec import Raw, Struct

from consensus import views
from consensus.commands import PersonCommand

# Raised when an old client could no longer understand the server. Inside one protocol, messages
# only ever gain fields.
PROTOCOL = 1

# A command is at most a few notes long. A ballot of fifty statements is under a kilobyte. What is
# larger is refused with a sentence; what is larger still is not even read.
MOST_BYTES = 16_384
MOST_FRAME_BYTES = 65_536


# What reading a message may raise: not JSON, not one of ours, not UTF-8, or nested without end.
NOT_A_MESSAGE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class CloseCode(IntEnum):
    """Why the server closes a connection. Below 4500 the client comes back by itself."""

    TOO_SLOW = 4001
    TOO_MANY_LINES = 4002
    MOVED = 4003  # this server is about to stop: another one, or its successor, takes over
    NOT_UNDERSTOOD = 4500
    NOT_A_MEMBER = 4501
    REMOVED = 4502
    FOREIGN_ORIGIN = 4503
    RELOAD = 4504
    ERASED = 4505


# --- from the browser -------------------------------------------------------------------------


class Hello(Struct, frozen=True, tag="hello"):
    """The first message on a connection, and again when a client finds a gap.

    `epoch` and `position` say what the client already has; `wall` is the key of a read-only
    screen, without which the member's cookie says who is there.
    """

    protocol: int
    build: str
    epoch: str = ""
    position: int = 0
    wall: str = ""


class Do(Struct, frozen=True, tag="do"):
    """One command under an id that the client made; sending it again is harmless.

    `again` says that it may have been sent before, on another line or by an earlier page: then
    the server looks for its first answer as far back as the log goes.
    """

    id: str
    command: PersonCommand
    again: bool = False


class Probe(Struct, frozen=True, tag="probe"):
    """Ask for a sign of life."""


ClientMessage = Hello | Do | Probe

# --- from the server --------------------------------------------------------------------------


class Welcome(Struct, frozen=True, tag="welcome"):
    """The answer to hello: which log, the server's clock in ms, its client build, and who I am.

    `member` is nothing for the wall. A browser may have been given another seat meanwhile.
    """

    epoch: str
    now: int
    build: str
    member: str | None


class EveryonePatch(Struct, frozen=True):
    """Records of everyone's view, to put by key, and keys to drop."""

    put: dict[str, views.EveryoneRecord]
    drop: tuple[str, ...]


class ChairsPatch(Struct, frozen=True):
    """Records of the chairs' view."""

    put: dict[str, views.ChairsRecord]
    drop: tuple[str, ...]


class MinePatch(Struct, frozen=True):
    """Records of this member's own view."""

    put: dict[str, views.MineRecord]
    drop: tuple[str, ...]


class Changes(Struct, frozen=True, tag="changes"):
    """What the connection was missing, from a position of the log to another.

    `fresh` means: forget all records first. A client whose position is not `start` has a gap.
    """

    fresh: bool
    start: int
    end: int
    everyone: EveryonePatch
    chairs: ChairsPatch
    mine: MinePatch


class Ack(Struct, frozen=True, tag="ack"):
    """A command was done and is kept; its effects are all in the records from `position` on."""

    id: str
    position: int


class Refused(Struct, frozen=True, tag="refused"):
    """A command was not done: a stable code, and a sentence for the person."""

    id: str
    code: str
    sentence: str


class Beat(Struct, frozen=True, tag="beat"):
    """A sign of life, with the position the connection has been sent up to."""

    position: int
    now: int


ServerMessage = Welcome | Changes | Ack | Refused | Beat

# --- encoding ---------------------------------------------------------------------------------


class RawPatch(Struct, frozen=True):
    """A patch whose records are encoded already, once for the whole audience."""

    put: dict[str, Raw]
    drop: tuple[str, ...]


class RawChanges(Struct, frozen=True, tag="changes"):
    """`Changes` as it is put together from encoded patches."""

    fresh: bool
    start: int
    end: int
    everyone: Raw
    chairs: Raw
    mine: Raw


_encoder = msgspec.json.Encoder()
_client_messages: msgspec.json.Decoder[ClientMessage] = msgspec.json.Decoder(ClientMessage)
_server_messages: msgspec.json.Decoder[ServerMessage] = msgspec.json.Decoder(ServerMessage)

encode = _encoder.encode


def read_client_message(data: bytes | str) -> ClientMessage:
    """Return a browser's message; raises one of `NOT_A_MESSAGE` for anything else."""
    return _client_messages.decode(data)


def read_server_message(data: bytes | str) -> ServerMessage:
    """Return a server's message, as clients written in Python see it."""
    return _server_messages.decode(data)
