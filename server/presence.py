"""Who has a line at another node, as far as this node has heard.

Each node says which members it has lines of: when that changes, when asked, and every few seconds.
A node that says nothing for a while is gone, and its lines with it.
"""

import asyncio
from collections.abc import Iterable

from consensus.people import MemberId
from server import news
from server.attendance import Attendance
from server.bus import Bus

# In seconds: how often a node says which lines it has, and after how long it is taken for gone.
SAY_AGAIN = 5.0
SILENCE = 16.0

# In seconds: lines that come and go within this are told to the other nodes together.
GATHER = 0.05


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


class Presence:
    """What a node says and hears about the lines of one room's members."""

    def __init__(self, room: str, bus: Bus, node: str, attendance: Attendance) -> None:
        self._room = room
        self._bus = bus
        self._node = node
        self._attendance = attendance
        self._elsewhere = Elsewhere()
        self._moved: set[MemberId] = set()
        self._telling: asyncio.TimerHandle | None = None

    def close(self) -> None:
        """Say nothing any more."""
        if self._telling is not None:
            self._telling.cancel()

    def elsewhere(self, member: MemberId) -> bool:
        """Say whether a member has a line at another node, as far as is known here."""
        return self._elsewhere.has(member)

    def heard(self, told: news.LinesHere | news.LinesMoved | news.WhoIsThere) -> None:
        """Take in what another node says; who is no longer there is expected somewhere."""
        now = asyncio.get_running_loop().time()
        match told:
            case news.LinesHere(node, members):
                self._attendance.expect_all(self._elsewhere.here(node, members, now))
            case news.LinesMoved(node, came, went):
                self._elsewhere.moved(node, came, went, now)
                self._attendance.expect_all(went)
            case news.WhoIsThere():
                self.say()

    def ask_around(self) -> None:
        """Find out who is where, after a time in which others could not be heard."""
        self._elsewhere.could_not_be_heard(asyncio.get_running_loop().time())
        self._bus.say(self._room, news.write(news.WhoIsThere()))
        self.say()

    def say(self) -> None:
        """Tell the other nodes who has a line here."""
        members = self._attendance.members()
        self._bus.say(self._room, news.write(news.LinesHere(self._node, members)))

    def mind_silence(self) -> None:
        """Expect back the members of nodes that are gone."""
        if self._bus.up:
            now = asyncio.get_running_loop().time()
            self._attendance.expect_all(self._elsewhere.silent(now))

    def moved(self, member: MemberId) -> None:
        """Tell the other nodes, soon, that a member's line came or went."""
        if self._bus.alone:
            return
        self._moved.add(member)
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(GATHER, self._say_moved)

    def _say_moved(self) -> None:
        self._telling = None
        moved, self._moved = self._moved, set()
        came = tuple(m for m in moved if self._attendance.lines(m))
        went = tuple(m for m in moved if not self._attendance.lines(m))
        self._bus.say(self._room, news.write(news.LinesMoved(self._node, came, went)))
