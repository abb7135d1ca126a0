"""Who has a line at another node, as far as this node has heard.

Each node says which members it has lines of: when that changes, when asked, and every few seconds.
A node that says nothing for a while is gone, and its lines with it.
"""

from collections.abc import Iterable

from consensus.people import MemberId

# In seconds: how often a node says which lines it has, and after how long it is taken for gone.
SAY_AGAIN = 5.0
SILENCE = 16.0


class Elsewhere:
    """The lines of one room's members at other nodes. Times are in seconds of a steady clock."""

    def __init__(self) -> None:
        self._members: dict[str, set[MemberId]] = {}
        self._heard: dict[str, float] = {}

    def has(self, member: MemberId) -> bool:
        """Say whether a member has a line at another node."""
        return any(member in members for members in self._members.values())

    def here(self, node: str, members: Iterable[MemberId], now: float) -> set[MemberId]:
        """Know all that a node has; return those who no longer have a line there."""
        before, after = self._members.get(node, set()), set(members)
        self._members[node], self._heard[node] = after, now
        return before - after

    def moved(
        self, node: str, came: Iterable[MemberId], went: Iterable[MemberId], now: float
    ) -> None:
        """Know who came to a node, and who went."""
        members = self._members.setdefault(node, set())
        members.update(came)
        members.difference_update(went)
        self._heard[node] = now

    def could_not_be_heard(self, now: float) -> None:
        """Blame no node for a silence in which none could be heard."""
        self._heard = dict.fromkeys(self._heard, now)

    def silent(self, now: float) -> set[MemberId]:
        """Forget nodes that have been silent for too long; return whose lines went with them."""
        lost: set[MemberId] = set()
        for node, heard in list(self._heard.items()):
            if now - heard > SILENCE:
                del self._heard[node]
                lost |= self._members.pop(node, set())
        return lost
