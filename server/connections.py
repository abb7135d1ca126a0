"""One browser's line into a room, as the room sees it."""

import asyncio
from collections.abc import Callable

from consensus.people import MemberId
from server.fast import Direct
from server.wire import CloseCode


class Level:
    """Lines that all have the same, up to a position: moved on together, by one frame for all."""

    __slots__ = ("lines", "position")

    def __init__(self, position: int) -> None:
        self.position = position
        self.lines: dict[Connection, Direct] = {}


def _nobody_listens(_: CloseCode) -> None:
    """Stand in for a line that cannot be hung up."""


class Connection:
    """A line of a member, or of the wall. `position` is all that is known of what it has.

    It is -1 before the first frame. Where the server below offers it, `direct` takes finished
    frames at once; elsewhere `wake` tells the line's own writer to ask what is missing.
    `chairs` says whether the chairs' view is part of what it has. Those `beside` share the device:
    they are in the room too, and are shown nothing of their own.
    """

    __slots__ = ("_position", "beside", "chairs", "direct", "hang_up", "level", "member", "wake")

    def __init__(
        self,
        member: MemberId | None,
        direct: Direct | None = None,
        hang_up: Callable[[CloseCode], None] = _nobody_listens,
        beside: tuple[MemberId, ...] = (),
    ) -> None:
        self.member = member
        self.beside = beside
        self.direct = direct
        self.hang_up = hang_up
        self.chairs = False
        self.level: Level | None = None
        self.wake = asyncio.Event()
        self._position = -1

    @property
    def people(self) -> tuple[MemberId, ...]:
        """Everybody who is in the room by this line; nobody by the wall's."""
        return self.beside if self.member is None else (self.member, *self.beside)

    @property
    def position(self) -> int:
        """How far what this line has reaches."""
        return self._position if self.level is None else self.level.position

    @position.setter
    def position(self, position: int) -> None:
        self._position = position

    def join(self, level: Level) -> None:
        """Move on with others from here; only a line with a `direct` that is as far as they can."""
        if self.direct is not None:
            level.lines[self] = self.direct
            self.level = level

    def part(self) -> None:
        """Move on alone from here."""
        if self.level is not None:
            del self.level.lines[self]
            self._position, self.level = self.level.position, None
