"""How much the load generator can take, so that a reader sees it is not what is measured."""

import os
import socket
import time

from bench.live import frames, processes
from bench.live.load import Load, Opening, Pace, program
from bench.live.rows import Row
from bench.live.served import CHANGE_BYTES

AT_ONCE = {"one change to a send": 1, "32 changes to a send": 32}


def ceilings(people: tuple[int, ...], seconds: float) -> list[Row]:
    """Measure against a sender that does nothing but send ready-made bytes."""
    return [
        Row("ceiling", "load generator", load, lines, figures=_ceiling(lines, at_once, seconds))
        for lines in people
        for load, at_once in AT_ONCE.items()
    ]


def _ceiling(lines: int, at_once: int, seconds: float) -> dict[str, float]:
    with socket.create_server(("127.0.0.1", 0), backlog=4096) as listener:
        port = listener.getsockname()[1]
        sender = _sender(listener, lines, at_once, seconds)
        request = frames.upgrade(port, "/", {})
        load = Load([Opening(port, 0, request) for _ in range(lines)], numbered=True, commands=1)
        try:
            load.run(Pace(lines=lines, connects_at_once=1))
            while not load.frames:
                load.run(Pace(seconds=0.01))
            seen, used, start = load.frames, time.process_time(), time.monotonic()
            load.run(Pace(seconds=seconds))
            count = load.frames - seen
            used, took = time.process_time() - used, time.monotonic() - start
        finally:
            load.close()  # first: the sender may be waiting for somebody to read
            os.waitpid(sender, 0)
    return {
        "deliveries_per_second": count / took,
        "deliveries_per_load_cpu_second": count / used,
        "load_busy": used / took,
    }


def _sender(listener: socket.socket, lines: int, at_once: int, seconds: float) -> int:
    """Start a process that takes as many lines and sends for longer than we look."""
    pid = os.fork()
    if pid:
        return pid
    os.sched_setaffinity(0, {processes.SERVERS_CORE})
    duration = int((seconds + 0.5) * 1e9)
    os._exit(program().blast(listener.fileno(), lines, CHANGE_BYTES, at_once, duration))
