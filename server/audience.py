"""Everybody who looks on a room: what each line is missing, and when it is told.

A change in a quiet room goes out at once; after that, at the room's tick. A broadcast costs for
each send and not for each byte, so the tick is measured against what the last one cost: a small
room is told 50 times a second, a hall a few times, and a slow machine seldom enough to keep up.
"""

import asyncio
from collections.abc import Iterable

from consensus import events as e
from consensus import views
from consensus.meeting import Meeting
from consensus.people import MemberId
from server import metrics
from server.connections import Connection
from server.fast import frame as framed
from server.sync import NOTHING, View, changes, snapshot
from server.wire import CloseCode

# In seconds. Telling everybody takes at most a quarter of the time between two ticks.
SHORTEST_TICK, LONGEST_TICK = 0.02, 0.2
REST = 4


class Audience:
    """The lines of a room, and the views that they are shown."""

    def __init__(self, meeting: Meeting, position: int) -> None:
        self.connections: set[Connection] = set()
        self._meeting = meeting
        self._position = position
        self._everyone = View(views.everyone_parts(meeting), position)
        self._chairs = View(views.chairs_parts(meeting), position)
        self._mine: dict[MemberId, View] = {}
        # Positions at which somebody's own view may last have changed.
        self._concerned: dict[MemberId | None, int] = {}
        self._all_concerned = position
        self._chair_passed = 0
        self._removed: set[MemberId] = set()
        self._tick: asyncio.TimerHandle | None = None
        self._last_tick, self._interval = 0.0, SHORTEST_TICK

    @property
    def walls(self) -> int:
        """How many walls look on."""
        return sum(connection.member is None for connection in self.connections)

    def close(self) -> None:
        """Tell nobody any more."""
        if self._tick is not None:
            self._tick.cancel()

    # --- who looks on ---

    def enter(self, connection: Connection, known: int) -> None:
        """Let a line in, or in again, that has everything up to a position, or nothing (-1)."""
        connection.position = known if known >= self._chair_passed else -1
        connection.chairs = self._sees_chairs(connection)
        self._fresh_mine(connection)  # so that it remembers what changes from here on
        if connection not in self.connections:
            self.connections.add(connection)
            metrics.CONNECTIONS.inc()

    def leave(self, connection: Connection) -> None:
        """Let a line go."""
        self.connections.remove(connection)
        metrics.CONNECTIONS.dec()

    def owe(self, connection: Connection, position: int) -> None:
        """See to it that a line which waits for a position is brought to it by the next tick."""
        if connection.position < position:
            connection.owed = True
            self.tick_soon()

    # --- what happened ---

    def take_in(self, meeting: Meeting, position: int, happened: Iterable[e.Event]) -> None:
        """Know a later state of the meeting, and what led there."""
        self._meeting, self._position = meeting, position
        for event in happened:
            self._concern(views.concerns(event))
            if isinstance(event, e.ChairPassed):
                self._chair_passed = position
            elif isinstance(event, e.MemberRemoved):
                self._removed.add(event.member)
        self.tick_soon()

    def _concern(self, members: frozenset[MemberId] | None) -> None:
        if members is None:
            self._all_concerned = self._position
        else:
            self._concerned.update(dict.fromkeys(members, self._position))

    # --- ticks ---

    def tick_soon(self) -> None:
        """Tell everybody: at once when the room was quiet, else when the tick is due."""
        if self._tick is None:
            loop = asyncio.get_running_loop()
            due = max(self._last_tick + self._interval, loop.time())
            self._tick = loop.call_at(due, self._tell_all, due)

    def _tell_all(self, due: float) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        self._tick = None
        self._hang_up_on_removed()
        position, shared, count = self._position, _Shared(self), 0
        concerned, all_concerned = self._concerned, max(self._all_concerned, self._chair_passed)
        for connection in self.connections:
            direct, start = connection.direct, connection.position
            if direct is None:
                connection.wake.set()
            elif (
                start < all_concerned
                or start < concerned.get(connection.member, 0)
                or connection.chairs
                or connection.owed
            ):
                self.catch_up(connection)
            else:
                frame = shared[start]
                if frame is not None and direct.write(frame):
                    connection.position = position
                    count += 1
        self._last_tick = loop.time()
        self._interval = min(max(REST * (self._last_tick - began), SHORTEST_TICK), LONGEST_TICK)
        metrics.FRAMES.inc(count)
        metrics.TICK_LAG.observe(self._last_tick - due)

    def _hang_up_on_removed(self) -> None:
        removed, self._removed = self._removed, set()
        if removed:
            for member in removed:
                self._mine.pop(member, None)
            for connection in [c for c in self.connections if c.member in removed]:
                connection.hang_up(CloseCode.REMOVED)

    def catch_up(self, connection: Connection) -> None:
        """Give a line what it is missing, if it can take it now; if not, it will ask."""
        if connection.direct is None:
            connection.wake.set()
        elif not connection.direct.slow and (payload := self.missing(connection)) is not None:
            connection.direct.write(framed(payload))
            metrics.FRAMES.inc()

    # --- what is missing ---

    def missing(self, connection: Connection) -> bytes | None:
        """Return what brings a line up to date, taken as sent; nothing where it is."""
        start, position = connection.position, self._position
        connection.owed = False
        if start == position:
            return None
        chairs_now = self._sees_chairs(connection)
        everyone = self.everyone()
        chairs = self._fresh_chairs() if chairs_now else None
        mine = self._fresh_mine(connection)
        knows = everyone.knows(start) and (mine is None or mine.knows(start))
        had_chairs, connection.chairs = connection.chairs, chairs_now
        connection.position = position
        if not knows or had_chairs != chairs_now:
            return snapshot(position, everyone, chairs, mine)
        for_chairs = chairs.since(start) if chairs else NOTHING
        for_me = mine.since(start) if mine else NOTHING
        return changes(start, position, everyone.since(start), for_chairs, for_me)

    def everyone(self) -> View:
        """Return everyone's view as it is now."""
        if self._everyone.position < self._position:
            self._everyone.update(views.everyone_parts(self._meeting), self._position)
        return self._everyone

    def _fresh_chairs(self) -> View:
        if self._chairs.position < self._position:
            self._chairs.update(views.chairs_parts(self._meeting), self._position)
        return self._chairs

    def _fresh_mine(self, connection: Connection) -> View | None:
        """Return a member's own view as it is now; the wall has none."""
        member = connection.member
        if member is None:
            return None
        view = self._mine.get(member)
        concerned = max(self._all_concerned, self._concerned.get(member, 0))
        if view is None:  # and nothing in it has changed since then
            view = self._mine[member] = View(self._parts_of(member), concerned)
        elif view.position < concerned:
            view.update(self._parts_of(member), self._position)
        view.position = self._position
        return view

    def _parts_of(self, member: MemberId) -> dict[str, views.Part]:
        meeting = self._meeting
        return {"mine": views.Part((meeting,), lambda: views.mine(meeting, member))}

    def _sees_chairs(self, connection: Connection) -> bool:
        member = connection.member
        return member is not None and views.sees_chairs(self._meeting, member)

    def shared(self, start: int) -> bytes | None:
        """Return the finished frame for all at a position to whom only everyone's view matters."""
        everyone = self.everyone()
        if start == self._position or not everyone.knows(start):
            return None
        patch = everyone.since(start)
        if patch is NOTHING:
            return None
        return framed(changes(start, self._position, patch, NOTHING, NOTHING))


class _Shared(dict[int, bytes | None]):
    """Frames of one tick by where they start, made when first asked for."""

    def __init__(self, audience: Audience) -> None:
        super().__init__()
        self._audience = audience

    def __missing__(self, start: int) -> bytes | None:
        made = self[start] = self._audience.shared(start)
        return made
