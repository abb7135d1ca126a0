"""One browser's line into a room, as the room sees it."""

import asyncio
from collections.abc import Callable

from consensus.people import MemberId
from server.fast import Direct
from server.wire import CloseCode


def _nobody_listens(_: CloseCode) -> None:
    """Stand in for a line that cannot be hung up."""


class Connection:
    """A line of a member, or of the wall. `position` is all that is known of what it has.

    It is -1 before the first frame. Where the server below offers it, `direct` takes finished
    frames at once; elsewhere `wake` tells the line's own writer to ask what is missing.
    `chairs` says whether the chairs' view is part of what it has. `owed` lines get a frame at the
    next tick even if nothing changed for them: they wait for a position.
    """

    __slots__ = ("chairs", "direct", "hang_up", "member", "owed", "position", "wake")

    def __init__(
        self,
        member: MemberId | None,
        direct: Direct | None = None,
        hang_up: Callable[[CloseCode], None] = _nobody_listens,
    ) -> None:
        self.member = member
        self.direct = direct
        self.hang_up = hang_up
        self.position = -1
        self.chairs = False
        self.owed = False
        self.wake = asyncio.Event()
