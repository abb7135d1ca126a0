"""The load generator: thousands of lines, driven by a small C program compiled on first use."""

import ctypes
import hashlib
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

SOURCE = Path(__file__).with_name("load.c")

SECOND = 1_000_000_000

MOST_RECEIPTS = 8_000_000

READY = 4
NOTHING, POSITION, CONNECTED = range(3)

_HEAD = 240

LINE = np.dtype(
    [
        ("opening", np.uintp),
        ("greeting", np.uintp),
        *[(name, np.int64) for name in ("begun", "ready", "position", "bytes", "skip")],
        *[(name, np.int32) for name in ("opening_length", "greeting_length", "port", "room")],
        *[(name, np.int32) for name in ("awaits", "fd", "state", "close_code", "have", "reserved")],
        ("head", np.uint8, _HEAD),
    ],
    align=True,
)
ROOM = np.dtype(
    [
        ("target", np.int64),
        *[(name, np.int32) for name in ("first", "count", "reached", "command")],
    ],
    align=True,
)
COMMAND = np.dtype(
    [
        ("frame", np.uintp),
        *[(name, np.int64) for name in ("sent", "acked", "position")],
        *[(name, np.int32) for name in ("length", "line", "left", "done")],
    ],
    align=True,
)
RECEIPT = np.dtype(
    [("at", np.int64), *[(name, np.int32) for name in ("line", "from", "to", "reserved")]],
    align=True,
)

Records = NDArray[Any]


class _Bench(ctypes.Structure):
    _fields_ = (
        *[(name, ctypes.c_void_p) for name in ("lines", "rooms", "commands", "receipts")],
        *[(name, ctypes.c_int64) for name in ("connect_gap", "command_gap", "until", "patience")],
        *[(name, ctypes.c_int64) for name in ("received", "frames", "bytes", "reads")],
        *[(name, ctypes.c_int) for name in ("line_count", "room_count", "command_count")],
        *[(name, ctypes.c_int) for name in ("receipt_room", "next_line", "connect_to")],
        *[(name, ctypes.c_int) for name in ("connects_at_once", "connecting", "next_command")],
        *[(name, ctypes.c_int) for name in ("in_flight", "most_in_flight", "closed_loop")],
        *[(name, ctypes.c_int) for name in ("numbered", "lost", "refused", "epoll")],
        ("refusal", ctypes.c_char * _HEAD),
    )


class LoadError(Exception):
    """A line was lost, a command refused, or a change never came: the figures would be wrong."""


class Opening(Struct, frozen=True):
    """How one line is opened: where to, which room's it is, and what is said first."""

    port: int
    room: int
    request: bytes
    greeting: bytes = b""
    awaits: int = NOTHING


class Pace(Struct, frozen=True):
    """What a run does. `gap`: seconds from one command to the next at the least.

    In a `closed_loop` a room gets its next command when all in it have the one before.
    """

    seconds: float = 0.0
    commands: int = 0
    gap: float = 0.0
    in_flight: int = 1
    closed_loop: bool = False
    lines: int = 0
    connects_at_once: int = 64
    connect_gap: float = 0.0
    patience: float = 120.0


@cache
def program() -> ctypes.CDLL:
    """Return the compiled loop; needs a C compiler the first time."""
    name = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    built = Path(tempfile.gettempdir()) / f"commonground-load-{os.getuid()}-{name}.so"
    if not built.exists():
        made = built.with_suffix(f".{os.getpid()}")
        flags = ["-O2", "-shared", "-fPIC", "-D_GNU_SOURCE"]
        subprocess.run(["cc", *flags, "-o", made, SOURCE], check=True)
        made.replace(built)
    loop = ctypes.CDLL(str(built))
    loop.blast.argtypes = [*[ctypes.c_int] * 4, ctypes.c_int64]
    return loop


class Load:
    """Lines into rooms, commands for them, and receipts of every change. Rooms' lines lie together.

    `numbered`: changes carry the numbers of the commands, as servers that only relay send them.
    """

    def __init__(
        self, openings: Sequence[Opening], numbered: bool, commands: int = 200_000
    ) -> None:
        rooms = max(opening.room for opening in openings) + 1
        self.lines: Records = np.zeros(len(openings), LINE)
        self.rooms: Records = np.zeros(rooms, ROOM)
        self.commands: Records = np.zeros(commands, COMMAND)
        self._receipts: Records = np.empty(MOST_RECEIPTS, RECEIPT)
        self._kept: list[object] = []
        self._epoll = select.epoll()
        for line, opening in zip(self.lines, openings, strict=True):
            self._describe(line, opening)
        self.rooms["command"] = -1
        self.rooms["count"] = np.bincount(self.lines["room"], minlength=rooms)
        self.rooms["first"] = np.cumsum(self.rooms["count"]) - self.rooms["count"]
        self._bench = _Bench(
            *[a.ctypes.data for a in (self.lines, self.rooms, self.commands, self._receipts)],
            line_count=len(openings),
            room_count=rooms,
            receipt_room=MOST_RECEIPTS,
            numbered=numbered,
            epoll=self._epoll.fileno(),
        )

    def _describe(self, line: Any, opening: Opening) -> None:
        line["port"], line["room"], line["awaits"] = opening.port, opening.room, opening.awaits
        line["fd"] = -1
        line["opening"], line["opening_length"] = self._address(opening.request)
        line["greeting"], line["greeting_length"] = self._address(opening.greeting)

    def _address(self, data: bytes) -> tuple[int, int]:
        pointer = ctypes.c_char_p(data)
        self._kept.append((pointer, data))
        return ctypes.cast(pointer, ctypes.c_void_p).value or 0, len(data)

    def add(self, line: int, frame: bytes) -> None:
        """Have a command sent after the ones before it."""
        command = self.commands[self._bench.command_count]
        command["line"] = line
        command["frame"], command["length"] = self._address(frame)
        self._bench.command_count += 1

    @property
    def added(self) -> int:
        """How many commands there are, sent or not."""
        return int(self._bench.command_count)

    @property
    def sent(self) -> int:
        """How many commands were sent."""
        return int(self._bench.next_command)

    @property
    def frames(self) -> int:
        """How many frames came, of whatever kind."""
        return int(self._bench.frames)

    @property
    def reads(self) -> int:
        """How many reads it took: fewer than frames where those came together."""
        return int(self._bench.reads)

    @property
    def bytes(self) -> int:
        """How many bytes came."""
        return int(self._bench.bytes)

    def run(self, pace: Pace) -> Records:
        """Do what a pace says; return the receipts of this run. Raises `LoadError`."""
        bench = self._bench
        bench.received = 0
        bench.until = time.monotonic_ns() + int(pace.seconds * SECOND)
        bench.patience = int(pace.patience * SECOND)
        bench.command_gap, bench.connect_gap = (
            int(pace.gap * SECOND),
            int(pace.connect_gap * SECOND),
        )
        bench.most_in_flight, bench.closed_loop = pace.in_flight, pace.closed_loop
        bench.connects_at_once = pace.connects_at_once
        bench.connect_to = max(bench.connect_to, pace.lines)
        ended = program().run(ctypes.byref(bench))
        self._check(ended)
        return self._receipts[: bench.received].copy()

    def _check(self, ended: int) -> None:
        bench = self._bench
        if bench.lost:
            codes = sorted({int(code) for code in self.lines["close_code"]} - {0})
            raise LoadError(f"{bench.lost} lines were lost (codes {codes or 'none'})")
        if bench.refused:
            raise LoadError(f"{bench.refused} commands were refused: {bench.refusal.decode()}")
        if ended:
            raise LoadError(
                "there is no room for more receipts"
                if ended == 2
                else f"{bench.in_flight} commands and {bench.connecting} lines came to no end"
            )

    def forget(self) -> None:
        """Take back the commands that were not sent."""
        self._bench.command_count = self._bench.next_command

    def close(self) -> None:
        """Drop all lines."""
        for fd in self.lines["fd"]:
            if fd >= 0:
                os.close(int(fd))
        self.lines["fd"] = -1
        self._epoll.close()
