"""From what arrived when to what it says: deliveries, and how long they took."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bench.live.load import SECOND, Records

Numbers = NDArray[np.int64]


class Deliveries(Struct, frozen=True):
    """Changes that reached lines, one entry each: which command's, to whom, after how many ns."""

    command: Numbers
    line: Numbers
    waits: Numbers


def deliveries(receipts: Records, commands: Records, rooms_of_lines: Numbers) -> Deliveries:
    """Match receipts with the commands whose changes they brought.

    A receipt brings every position after its `from` up to its `to`. Positions that no command
    has, such as somebody's arrival, are left out.
    """
    counts = receipts["to"].astype(np.int64) - receipts["from"]
    index = np.repeat(np.arange(len(receipts)), counts)
    nth = np.arange(len(index)) - np.repeat(np.cumsum(counts) - counts, counts)
    line = receipts["line"][index].astype(np.int64)
    places = _places(rooms_of_lines[line], receipts["from"][index] + 1 + nth)
    wanted = _places(rooms_of_lines[commands["line"]], commands["position"])
    wanted = np.where(commands["acked"] > 0, wanted, -1)
    order = np.argsort(wanted, kind="stable")
    found = np.searchsorted(wanted, places, sorter=order)
    command = order[np.minimum(found, len(order) - 1)]
    matches = wanted[command] == places
    waits = receipts["at"][index] - commands["sent"][command]
    return Deliveries(command[matches], line[matches], waits[matches])


def _places(room: NDArray[Any], position: NDArray[Any]) -> Numbers:
    places: Numbers = (room.astype(np.int64) << 32) + position
    return places


def of_others(found: Deliveries, commands: Records) -> Deliveries:
    """Return the deliveries to everybody but the member whose command it was."""
    return only(found, commands["line"][found.command] != found.line)


def only(found: Deliveries, which: NDArray[np.bool_]) -> Deliveries:
    """Return some of the deliveries."""
    return Deliveries(found.command[which], found.line[which], found.waits[which])


def until_everyone(found: Deliveries) -> Numbers:
    """Return for each command how long it took until the last one had it, in ns."""
    last = np.zeros(int(found.command.max(initial=-1)) + 1, np.int64)
    np.maximum.at(last, found.command, found.waits)
    return last[last > 0]


def milliseconds(waits: Numbers, name: str, percents: Sequence[int] = (50, 99)) -> dict[str, float]:
    """Return figures: `<name>p50_ms`, `<name>p99_ms` and the worst, `<name>max_ms`."""
    if not len(waits):
        return {}
    found = np.percentile(waits, percents) * 1000 / SECOND
    figures = {f"{name}p{p}_ms": float(v) for p, v in zip(percents, found, strict=True)}
    return figures | {f"{name}max_ms": float(waits.max()) * 1000 / SECOND}
