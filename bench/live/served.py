"""A server under load as the bench sees it, and the members' lines and commands for it."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from bench.live import frames
from bench.live.load import Opening


class Dialect(Protocol):
    """How members speak to a kind of server.

    `numbered`: it sends a command's change on as it is, with the number it was given.
    """

    @property
    def numbered(self) -> bool:
        """Whether commands' numbers come back."""

    def opening(self, room: int, seat: int, port: int) -> Opening:
        """Return how a member's line is opened."""

    def command(self, room: int, nth: int, seats: int, number: int) -> tuple[int, bytes]:
        """Return the room's n-th command: from which seat, and the message.

        `number` counts the commands of all rooms.
        """


class Served(Struct, frozen=True):
    """A running server: the processes that serve, those it leans on, and where nodes listen."""

    dialect: Dialect
    ports: tuple[int, ...]
    pids: tuple[int, ...]
    helpers: dict[str, int] = {}


class Relayed(Struct, frozen=True):
    """The dialect of servers that send on what they are given: a made-up change of our size.

    `path` of a room's websocket; `wrap` makes a message of a change.
    """

    path: Callable[[int], str]
    wrap: Callable[[str], str] = str
    greeting: bytes = b""
    awaits: int = 0
    numbered: bool = True

    def opening(self, room: int, seat: int, port: int) -> Opening:
        """Open the room's websocket; nobody has to be somebody."""
        request = frames.upgrade(port, self.path(room), {})
        return Opening(port, room, request, self.greeting, self.awaits)

    def command(self, room: int, nth: int, seats: int, number: int) -> tuple[int, bytes]:
        """Return a change that each seat sends in turn."""
        return nth % seats, self.wrap(change(number)).encode()


# As large as the change of a raised hand in a room with a purpose and a few hands up.
CHANGE_BYTES = 400


def change(number: int) -> str:
    """Return a change that says of itself which it is."""
    start = f'{{"type":"changes","fresh":false,"start":{number - 1},"end":{number},"everyone":"'
    return start + "x" * (CHANGE_BYTES - len(start) - 2) + '"}'
