"""What one client itself saw and did, as facts in the order in which they came to it.

Everything that the checkers judge by is here; nothing is ever asked of a server's memory.
"""

import time

from msgspec import Struct, field

from consensus.commands import PersonCommand
from consensus.people import MemberId
from consensus.refusal import Code
from server.wire import Changes

# Answers after which the same command is sent again: nobody said that it was not done, or never
# will be.
SENT_AGAIN = frozenset({Code.TRY_AGAIN, Code.TOO_FAST})


class Opened(Struct, frozen=True):
    """A line was opened to a node, and hello said what is known already."""

    at: float
    node: str
    epoch: str
    position: int


class Welcomed(Struct, frozen=True):
    """The room answered the hello: which log it has, and who I am."""

    at: float
    epoch: str
    member: MemberId | None


class Lost(Struct, frozen=True):
    """The line ended, with these commands' answers unknown."""

    at: float
    close_code: int | None
    unanswered: tuple[str, ...]


class Sent(Struct, frozen=True):
    """A command was sent, for the first time or again."""

    at: float
    id: str
    command: PersonCommand


class Acknowledged(Struct, frozen=True):
    """A command is kept, with all its effects in the records from a position on."""

    at: float
    id: str
    position: int


class Declined(Struct, frozen=True):
    """A command was refused."""

    at: float
    id: str
    code: str

    @property
    def for_good(self) -> bool:
        """Whether this says that the command was not done, and is not sent again."""
        return self.code not in SENT_AGAIN


class Reached(Struct, frozen=True):
    """A frame arrived, as it was sent."""

    at: float
    changes: Changes


class Finished(Struct, frozen=True):
    """The scenario was over and the room at rest: the frames up to here are all there is."""

    at: float


Fact = Opened | Welcomed | Lost | Sent | Acknowledged | Declined | Reached | Finished


class History(Struct):
    """One client's facts, only ever added to. `at` is in seconds of a clock that never jumps."""

    name: str
    facts: list[Fact] = field(default_factory=list)

    @property
    def member(self) -> MemberId | None:
        """Who the room said this client is; nothing for a wall, or before the first welcome."""
        return next((f.member for f in self.facts if isinstance(f, Welcomed)), None)

    @property
    def finished(self) -> bool:
        """Whether the client was there at the end."""
        return any(isinstance(fact, Finished) for fact in self.facts)

    def opened(self, node: str, epoch: str, position: int) -> None:
        self.facts.append(Opened(time.monotonic(), node, epoch, position))

    def welcomed(self, epoch: str, member: MemberId | None) -> None:
        self.facts.append(Welcomed(time.monotonic(), epoch, member))

    def lost(self, close_code: int | None, unanswered: tuple[str, ...]) -> None:
        self.facts.append(Lost(time.monotonic(), close_code, unanswered))

    def sent(self, command_id: str, command: PersonCommand) -> None:
        self.facts.append(Sent(time.monotonic(), command_id, command))

    def acknowledged(self, command_id: str, position: int) -> None:
        self.facts.append(Acknowledged(time.monotonic(), command_id, position))

    def declined(self, command_id: str, code: str) -> None:
        self.facts.append(Declined(time.monotonic(), command_id, code))

    def reached(self, changes: Changes) -> None:
        self.facts.append(Reached(time.monotonic(), changes))

    def finish(self) -> None:
        self.facts.append(Finished(time.monotonic()))
