"""How cost grows: with people, with the length of the history, with rooms that are idle."""

import time
from collections.abc import Iterator
from functools import partial
from urllib import request

from bench.live import ours, processes
from bench.live.crowd import Crowd
from bench.live.house import House
from bench.live.load import LoadError, Pace
from bench.live.ours import Setting
from bench.live.rows import Asked, Row
from bench.live.scenarios import OURS, WARM_UP, Measured, measured
from bench.live.served import Served

# What the other curves are drawn for: a room with this many people in it.
PEOPLE = 100

# A room is in use for a while after its last line has gone: it may be back. (Seconds.)
LONGEST_TO_FORGET = 60.0


def curves(asked: Asked) -> Iterator[Row]:
    """Measure every point of every curve, as often as asked."""
    for _ in range(asked.runs):
        for people in asked.growing_people:
            house = House(people, command=asked.command)
            row = Row("people", OURS, "", people)
            yield from measured(row, partial(_cost, asked, house))
        for history in asked.growing_history:
            house = House(PEOPLE, history=history, command=asked.command)
            row = Row("history", OURS, "", PEOPLE, history=history)
            yield from measured(row, partial(_cost, asked, house))
        for history in asked.growing_return:
            house = House(PEOPLE, history=history, command=asked.command)
            row = Row("return", OURS, "", PEOPLE, history=history)
            yield from measured(row, partial(_return, house))
        for idle in asked.growing_idle:
            house = House(PEOPLE, idle=idle, command=asked.command)
            row = Row("idle rooms", OURS, "", PEOPLE, idle_rooms=idle)
            yield from measured(row, partial(_cost, asked, house))


def _cost(asked: Asked, house: House) -> Measured:
    """Measure lone changes; beside them the first frame in a room read from the log, and memory."""
    with ours.serving(Setting(), house) as served, Crowd(served, house.sizes) as crowd:
        crowd.come_in(1)
        first = crowd.load.lines[0]
        figures = {"first_frame_ms": float(first["ready"] - first["begun"]) / 1e6}
        figures |= crowd.come_in(house.people)
        if house.idle:
            before = processes.memory(served.pids)
            crowd.come_in()
            grown = processes.memory(served.pids) - before
            figures["memory_per_idle_room_kb"] = grown / 1000 / house.idle
        crowd.lone(WARM_UP)
        yield "lone", crowd.lone(asked.seconds).figures | figures


def _return(house: House) -> Measured:
    """Measure how long the first frame takes in a room that had left memory."""
    with ours.serving(Setting(forget_after=1), house) as served:
        figures = {"first_frame_ms": _first_frame(served, house)}
        _until_no_room_is_in_memory(served.ports[0])
        yield "come back", figures | {"back_after_ms": _first_frame(served, house)}


def _first_frame(served: Served, house: House) -> float:
    """Open one line, from the connection to the snapshot, and drop it again; in ms."""
    with Crowd(served, house.sizes) as crowd:
        crowd.load.run(Pace(lines=1))
        line = crowd.load.lines[0]
        return float(line["ready"] - line["begun"]) / 1e6


def _until_no_room_is_in_memory(port: int) -> None:
    end = time.monotonic() + LONGEST_TO_FORGET
    while time.monotonic() < end:
        with request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            if b"\ncommonground_rooms 0.0\n" in answer.read():
                return
        time.sleep(0.1)
    raise LoadError("the room did not leave memory")
