"""Everybody who looks on a room: what each line is missing, and when it is told.

A change in a quiet room goes out at once; after that, at the room's tick. A broadcast costs for
each send and not for each byte, so a small room is told 50 times a second, a hall of a thousand 18
times, and a machine that is too slow for that as often as leaves it time for everything else.
"""

import asyncio
from collections.abc import Iterable

from consensus import events as e
from consensus import views
from consensus.people import MemberId
from consensus.state import Meeting
from server import metrics
from server.connections import Connection, Level
from server.fast import fan_out
from server.fast import frame as framed
from server.sync import NOTHING, View, changes, snapshot
from server.wire import CloseCode

# In seconds. All nodes that have a room tell it as often as one would: they share its people.
SHORTEST_TICK, LONGEST_TICK = 0.02, 0.2
FOR_EACH_PERSON = 0.000_055

# Telling everybody takes at most a quarter of the time from one tick to the next.
SHARE = 4


class Audience:
    """The lines of a room, and the views that they are shown.

    Most lines have the same and miss the same: they are `_level`, and a change goes to all of them
    as one frame. Those who miss something of their own, take the chairs' view, are slow or came
    late are `_apart` until they are level again. `interval` is the time (s) between two ticks.
    """

    def __init__(self, meeting: Meeting, position: int) -> None:
        self._meeting = meeting
        self._position = position
        self._people = _people(meeting)
        self._level = Level(position)
        self._apart: set[Connection] = set()
        self._lines: dict[MemberId | None, set[Connection]] = {}
        self._everyone = View(views.everyone_parts(meeting), position)
        self._chairs = View(views.chairs_parts(meeting), position)
        self._mine: dict[MemberId, View] = {}
        # Positions at which somebody's own view may last have changed.
        self._concerned: dict[MemberId, int] = {}
        self._all_concerned = position
        self._chair_passed = 0
        self._gone: dict[MemberId, CloseCode] = {}
        self._shared: dict[int, bytes] = {}
        self._tick: asyncio.TimerHandle | None = None
        self._last_tick = 0.0
        self.interval = SHORTEST_TICK

    def lines(self, member: MemberId | None) -> int:
        """Return how many lines a member has here, or how many walls there are."""
        return len(self._lines.get(member, ()))

    @property
    def quiet(self) -> bool:
        """Whether nothing waits to be told."""
        return self._tick is None

    def everybody(self) -> list[Connection]:
        """Return every line."""
        return [line for lines in self._lines.values() for line in lines]

    def close(self) -> None:
        """Tell nobody any more."""
        metrics.CONNECTIONS.dec(len(self.everybody()))
        self._lines.clear()
        if self._tick is not None:
            self._tick.cancel()

    # --- who looks on ---

    def enter(self, connection: Connection, known: int) -> bool:
        """Let a line in that has everything up to a position, or nothing (-1); say if it is new."""
        connection.part()
        connection.position = known if known >= self._chair_passed else -1
        connection.chairs = self._sees_chairs(connection)
        self._fresh_mine(connection)  # so that it remembers what changes from here on
        self._apart.add(connection)
        lines = self._lines.setdefault(connection.member, set())
        if connection in lines:
            return False
        lines.add(connection)
        metrics.CONNECTIONS.inc()
        return True

    def leave(self, connection: Connection) -> bool:
        """Let a line go; say if it was there."""
        connection.part()
        self._apart.discard(connection)
        lines = self._lines.get(connection.member, set())
        if connection not in lines:
            return False
        lines.remove(connection)
        if not lines:
            del self._lines[connection.member]
            self._let_go_at_the_end()
        metrics.CONNECTIONS.dec()
        return True

    def owe(self, connection: Connection, position: int) -> None:
        """See to it that a line which waits for a position is brought to it by the next tick."""
        if connection.position < position:
            self._set_apart(connection)
            self.tick_soon()

    # --- what happened ---

    def take_in(self, meeting: Meeting, position: int, happened: Iterable[e.Event]) -> None:
        """Know a later state of the meeting, and what led there."""
        if meeting.members is not self._meeting.members:
            self._people = _people(meeting)
            # However it came: handed over, covered, moved to another table, two who are one.
            if _chair(meeting) != _chair(self._meeting):
                self._chair_passed = position
                self._set_apart(*self._level.lines)
        before, earlier = self._position, self._meeting
        self._meeting, self._position = meeting, position
        self._shared.clear()
        for event in happened:
            self._concern(views.concerns(event, earlier), before)
            if isinstance(event, e.MemberRemoved):
                self._gone[event.member] = CloseCode.REMOVED
            elif isinstance(event, e.MembersMerged):
                self._gone[event.drop] = CloseCode.MOVED  # they come back to the other seat
        self._let_go_at_the_end()
        self.tick_soon()

    def _let_go_at_the_end(self) -> None:
        """Hold on to nothing that went with the meeting's end, in views that nobody looks at."""
        if self._meeting.closed is None:
            return
        self.everyone()
        self._fresh_chairs()
        for member in self._mine.keys() - self._lines.keys():
            del self._mine[member]

    def _concern(self, members: frozenset[MemberId] | None, before: int) -> None:
        """Know whose own view may have changed since a position."""
        for member in self._mine if members is None else members:
            view = self._mine.get(member)
            if view is not None and not self._is_stale(member, view):
                view.unchanged(before)
        if members is None:
            self._all_concerned = self._position
            self._set_apart(*self._level.lines)
            return
        for member in members:
            self._concerned[member] = self._position
            self._set_apart(*self._lines.get(member, ()))

    def _is_stale(self, member: MemberId, view: View) -> bool:
        return view.position < max(self._all_concerned, self._concerned.get(member, 0))

    def _set_apart(self, *connections: Connection) -> None:
        for connection in connections:
            connection.part()
            self._apart.add(connection)

    # --- ticks ---

    def tick_soon(self) -> None:
        """Tell everybody: at once when the room was quiet, else when the tick is due."""
        if self._tick is None:
            loop = asyncio.get_running_loop()
            due = max(self._last_tick + self.interval, loop.time())
            self._tick = loop.call_at(due, self._tell_all, due)

    def _tell_all(self, due: float) -> None:
        loop = asyncio.get_running_loop()
        self._tick, self._last_tick = None, loop.time()
        self._hang_up_on_gone()
        self._move_level_on()
        # What is done for lines apart is done once for each, however often there is a tick.
        cost = loop.time() - self._last_tick
        wanted = max(SHARE * cost, FOR_EACH_PERSON * self._people)
        self.interval = min(max(wanted, SHORTEST_TICK), LONGEST_TICK)
        for connection in self._apart:
            self.catch_up(connection)
        self._level_again()
        metrics.TICK_LAG.observe(loop.time() - due)

    def _move_level_on(self) -> None:
        level = self._level
        if level.lines and (payload := self._for_all(level.position)) is not None:
            refused = fan_out(level.lines, framed(payload))
            self._set_apart(*refused)
            metrics.FRAMES.inc(len(level.lines))
            level.position = self._position
        elif not level.lines:
            level.position = self._position

    def _level_again(self) -> None:
        """Let those who are as far as the others move on with them."""
        level = self._level
        ready = [
            connection
            for connection in self._apart
            if connection.position == level.position
            and connection.direct is not None
            and not connection.direct.slow
            and not connection.chairs
        ]
        if ready:
            self.everyone()  # another node may have shown it to them: remember it from here on
        for connection in ready:
            connection.join(level)
        self._apart.difference_update(ready)

    def _hang_up_on_gone(self) -> None:
        gone, self._gone = self._gone, {}
        for member, code in gone.items():
            self._mine.pop(member, None)
            for connection in self._lines.get(member, ()):
                connection.hang_up(code)

    def catch_up(self, connection: Connection) -> None:
        """Give a line what it is missing, if it can take it now; if not, it will ask."""
        if connection.direct is None:
            connection.wake.set()
        elif connection.level is None and not connection.direct.slow:
            payload = self.missing(connection)
            if payload is not None:
                connection.direct.write(framed(payload))
                metrics.FRAMES.inc()

    # --- what is missing ---

    def missing(self, connection: Connection) -> bytes | None:
        """Return what brings a line up to date, taken as sent; nothing where it is."""
        start, position = connection.position, self._position
        if start == position or self._is_gone(connection.member):
            return None
        chairs_now = self._sees_chairs(connection)
        everyone = self.everyone()
        chairs = self._fresh_chairs() if chairs_now else None
        mine = self._fresh_mine(connection)
        knows = all(view.knows(start) for view in (everyone, chairs, mine) if view)
        had_chairs, connection.chairs = connection.chairs, chairs_now
        connection.position = position
        if not knows or had_chairs != chairs_now:
            return snapshot(position, everyone, chairs, mine)
        for_chairs = chairs.since(start) if chairs else NOTHING
        for_me = mine.since(start) if mine else NOTHING
        if for_chairs is NOTHING and for_me is NOTHING:
            return self._shared_by_all(start)
        return changes(start, position, everyone.since(start), for_chairs, for_me)

    def _for_all(self, start: int) -> bytes | None:
        """Return what all at a position miss of everyone's view; nothing where that is nothing."""
        return None if self.everyone().since(start) is NOTHING else self._shared_by_all(start)

    def _shared_by_all(self, start: int) -> bytes:
        payload = self._shared.get(start)
        if payload is None:
            patch = self.everyone().since(start)
            payload = changes(start, self._position, patch, NOTHING, NOTHING)
            self._shared[start] = payload
        return payload

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
        if view is None:  # and nothing in it has changed since it last may have
            concerned = max(self._all_concerned, self._concerned.get(member, 0))
            view = self._mine[member] = View(self._parts_of(member), concerned)
        elif self._is_stale(member, view):
            view.update(self._parts_of(member), self._position)
        view.unchanged(self._position)
        return view

    def _parts_of(self, member: MemberId) -> dict[str, views.Part]:
        meeting = self._meeting
        # By the position, and not by the meeting: a thousand views would keep a thousand of those.
        return {"mine": views.Part((self._position,), lambda: views.mine(meeting, member))}

    def _is_gone(self, member: MemberId | None) -> bool:
        return member is not None and member not in self._meeting.members

    def _sees_chairs(self, connection: Connection) -> bool:
        member = connection.member
        return member is not None and views.sees_chairs(self._meeting, member)


def _people(meeting: Meeting) -> int:
    return sum(member.here for member in meeting.members.values())


def _chair(meeting: Meeting) -> MemberId | None:
    return meeting.chair.id if meeting.chair is not None else None
