"""Everybody in a house: they come in, send their commands, and what that cost is written down."""

import time
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from bench.live import frames, processes
from bench.live.load import SECOND, Load, LoadError, Pace, Records
from bench.live.receipts import Deliveries, deliveries, milliseconds, of_others, until_everyone
from bench.live.rows import Figures
from bench.live.served import Served

# Nobody sends faster than this for long: the server would slow them down. (Per second.)
EACH = 15

# So many changes may be under way when they are offered at a rate; a server that cannot keep up
# gets fewer then, or its delays would only say for how long it was asked.
MOST_UNDER_WAY = 64

# Longer than the longest tick. (Seconds.)
QUIET = 0.3


class Run(Struct, frozen=True):
    """What was seen of one run: its commands, their deliveries, and the figures."""

    commands: Records
    found: Deliveries
    figures: Figures


class Crowd:
    """The members' lines to a server, spread evenly over its nodes. Use as a context manager.

    `sizes`: how many people each room has. Rooms past `busy` get no commands; of them, only the
    first seat has a line. In a busy room the first `speakers` send commands, or everybody.
    """

    def __init__(
        self, served: Served, sizes: Sequence[int], busy: int = 1, speakers: int | None = None
    ) -> None:
        self.served = served
        self._busy = busy
        self._speakers = speakers or sizes[0]
        openings = [
            served.dialect.opening(room, seat, served.ports[seat % len(served.ports)])
            for room, people in enumerate(sizes)
            for seat in range(people if room < busy else 1)
        ]
        self.load = Load(openings, served.dialect.numbered)
        self._first = self.load.rooms["first"].astype(int)
        self._done = [0] * busy

    def __enter__(self) -> "Crowd":
        return self

    def __exit__(self, *_: object) -> None:
        self.load.close()

    def come_in(self, lines: int | None = None) -> Figures:
        """Open lines, all of them unless told, and wait until the room is quiet."""
        lines = len(self.load.lines) if lines is None else lines
        before = processes.memory(self.served.pids)
        self.load.run(Pace(lines=lines))
        self.rest()
        grown = processes.memory(self.served.pids) - before
        return {"memory_per_connection_kb": grown / 1000 / lines}

    def rest(self, patience: float = 20.0) -> None:
        """Wait until nobody is told anything any more."""
        end = time.monotonic() + patience
        while len(self.load.run(Pace(seconds=QUIET))) and time.monotonic() < end:
            pass

    def lone(self, seconds: float, in_flight: int = 1) -> Run:
        """Give each room its next change when everybody there has the last one.

        With several in flight, rooms take turns.
        """
        seats = self._busy * self._speakers
        pace = Pace(seconds=seconds, gap=1 / (EACH * seats), in_flight=in_flight, closed_loop=True)
        return self.timed(pace, most=int(min(EACH * seats, 8_000) * seconds) + 1)

    def offered(self, per_second: float, seconds: float) -> Run:
        """Offer changes at a rate, whether or not the ones before have arrived."""
        gap = 1 / per_second
        pace = Pace(seconds=seconds, gap=gap, in_flight=MOST_UNDER_WAY)
        return self.timed(pace, most=int(per_second * seconds))

    def timed(self, pace: Pace, most: int) -> Run:
        """Run at a pace, with up to so many commands, and say what it cost."""
        self._prepare(most)
        first = self.load.sent
        before = _Used.by(self.served, self.load)
        receipts = self.load.run(pace)
        after = _Used.by(self.served, self.load)
        self.load.forget()
        self._count(self.load.sent - first)
        commands = self.load.commands[first : self.load.sent]
        found = deliveries(receipts, commands, self.load.lines["room"])
        return Run(commands.copy(), found, _figures(found, commands, before, after))

    def _prepare(self, count: int) -> None:
        """Make commands, each busy room's in turn."""
        for n in range(count):
            turn, room = divmod(n, self._busy)
            nth, number = self._done[room] + turn, self.load.added + 1
            seat, message = self.served.dialect.command(room, nth, self._speakers, number)
            self.load.add(int(self._first[room]) + seat, frames.text(message))

    def _count(self, sent: int) -> None:
        for room in range(self._busy):
            self._done[room] += (sent + self._busy - 1 - room) // self._busy


class _Used(Struct, frozen=True):
    """What was used up to a moment: seconds of processor time, frames, reads, bytes."""

    server: float
    helpers: dict[str, float]
    load: float
    frames: int
    reads: int
    bytes: int

    @classmethod
    def by(cls, served: Served, load: Load) -> "_Used":
        """Read all counters now."""
        return cls(
            processes.cpu_seconds(served.pids),
            {name: processes.cpu_seconds([pid]) for name, pid in served.helpers.items()},
            time.process_time(),
            load.frames,
            load.reads,
            load.bytes,
        )


def _figures(found: Deliveries, commands: Records, before: _Used, after: _Used) -> Figures:
    count = len(found.command)
    if not count:
        raise LoadError("nothing arrived")
    ends = commands["sent"][found.command] + found.waits
    seconds = float(ends.max() - commands["sent"].min()) / SECOND
    changes = len(np.unique(found.command))
    cpu = after.server - before.server
    frames_seen = after.frames - before.frames
    acknowledged = commands["acked"] > 0
    return {
        "changes": changes,
        "deliveries": count,
        "seconds": seconds,
        "changes_per_second": changes / seconds,
        "deliveries_per_second": count / seconds,
        "cpu_seconds": cpu,
        "deliveries_per_cpu_second": count / cpu,
        "changes_per_cpu_second": changes / cpu,
        "cpu_ms_per_change": 1000 * cpu / changes,
        "cpu_us_per_delivery": 1e6 * cpu / count,
        "server_busy": cpu / seconds,
        "load_busy": (after.load - before.load) / seconds,
        "frames_per_delivery": frames_seen / count,
        "reads_per_delivery": (after.reads - before.reads) / count,
        "bytes_per_frame": (after.bytes - before.bytes) / max(1, frames_seen),
        **{
            f"{name}_cpu_us_per_delivery": 1e6 * (used - before.helpers[name]) / count
            for name, used in after.helpers.items()
        },
        **milliseconds(of_others(found, commands).waits, ""),
        **milliseconds(until_everyone(found), "everyone_"),
        **milliseconds((commands["acked"] - commands["sent"])[acknowledged], "ack_"),
    }
