"""What a bus is, and the one of a server that is alone."""

from types import TracebackType
from typing import Protocol

from server.metrics import BUS_UP


class Listener(Protocol):
    """Somebody who follows a room on a bus. Neither method may wait or raise."""

    def heard(self, message: bytes) -> None:
        """Take in what another node said about the room. A node does not hear itself."""

    def missed(self) -> None:
        """Know that messages may have been lost: the line is new, or was broken."""


class Bus(Protocol):
    """Carries messages about rooms between nodes. Use as an async context manager."""

    @property
    def up(self) -> bool:
        """Whether messages are getting through, as far as this node can tell."""

    @property
    def alone(self) -> bool:
        """Whether there can be no other node at all."""

    def join(self, room: str, listener: Listener) -> None:
        """Follow a room from some moment soon after; then, and after each gap, `missed` is called.

        Joining again puts another listener in the place of the first, who hears nothing more.
        """

    def leave(self, room: str) -> None:
        """Stop following a room."""

    def say(self, room: str, message: bytes) -> None:
        """Tell the other nodes that follow a room, in the order of saying. Never waits or raises.

        What is lost, because the bus was down or too much was said, they know as `missed`.
        """

    async def __aenter__(self) -> "Bus":
        """Start; a bus that cannot be reached yet is no error."""

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say what is still waiting to be said, as far as that goes quickly, and stop."""


class Alone:
    """The bus of the only node: nobody to tell, and nothing to miss."""

    up = True
    alone = True

    def join(self, room: str, listener: Listener) -> None:
        """There is nobody to follow it with."""

    def leave(self, room: str) -> None:
        """There is nobody to stop following it with."""

    def say(self, room: str, message: bytes) -> None:
        """There is nobody to hear it."""

    async def __aenter__(self) -> "Alone":
        BUS_UP.set(1)
        return self

    async def __aexit__(self, *_: object) -> None:
        pass
