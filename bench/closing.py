"""What closing a large meeting costs it, and the room next door.

    python bench/closing.py [--megabytes 100]

A meeting of 1,000 people and 5,000 events, of which 3,000 hold what was never shown, is closed on
SQLite beside so many MB of other rooms, while somebody in another room raises and lowers a hand.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from statistics import median

from consensus import commands as c
from consensus import events as e
from consensus.agenda import StepPlan
from consensus.answers.notes import Lane
from consensus.items import Item, Source
from consensus.people import Role
from consensus.steps import Arrangement, collect, judge
from server.access import new_code
from server.bus import Alone
from server.log import NewEntry, RoomRow, SqlLog
from server.recall import recall
from server.room import LiveRoom
from server.serve import look_for_rubbish_seldom

PEOPLE = 1_000
ITEMS = tuple(Item(f"s{number}", "A statement") for number in range(9))
NOTES = collect.Settings((Lane("a", "A"),), private=True)
AGENDA = (
    StepPlan("rank", "Rank", "", 5, judge.Settings()),
    StepPlan("again", "Again", "", 5, judge.Settings()),
    StepPlan("notes", "Notes", "", 5, NOTES, Source(take="none")),
)

Waited = list[tuple[float, float]]


def a_room(dice: Random) -> RoomRow:
    return RoomRow(f"{dice.getrandbits(128):032x}", new_code(), "epoch", 1)


def prepared() -> NewEntry:
    return NewEntry(1, None, None, e.MeetingPrepared("A room", "", "t", ITEMS, AGENDA, 1))


def ballots(dice: Random, step: str) -> Iterator[e.Event]:
    """Yield an answer of everybody, with a reason of some length."""
    order = [item.id for item in ITEMS]
    for number in range(PEOPLE):
        dice.shuffle(order)
        because = "because " + "x" * dice.randint(0, 60)
        yield judge.BallotCast(step, f"m{number}", tuple(order), because)


def happened(dice: Random) -> Iterator[e.Event]:
    """Yield the events of the large meeting."""
    arrangement = Arrangement(tuple((item.id,) for item in ITEMS))
    for number in range(PEOPLE):
        role: Role = "participant" if number else "chair"
        agency = f"Agency {number % 20}"
        yield e.MemberJoined(f"m{number}", f"Name {number}", agency, role, voice=True, at=2)
    yield e.StepOpened("rank", arrangement, 3)
    yield from ballots(dice, "rank")
    yield from ballots(dice, "rank")
    yield judge.Revealed("rank", ())
    yield e.StepOpened("again", arrangement, 3)
    yield from ballots(dice, "again")
    yield e.StepOpened("notes", Arrangement(()), 4)
    for number in range(PEOPLE):
        words = "words " + "y" * dice.randint(0, 200)
        yield collect.NoteAdded("notes", f"n{number}", "a", f"m{number}", words, (), "Agency")


async def keep(log: SqlLog, row: RoomRow, events: list[e.Event], dice: Random) -> None:
    """Keep a room with these events, 500 in each append."""
    await log.add_room(row, prepared())
    for start in range(0, len(events), 500):
        entries = [
            NewEntry(5, "m1", f"{dice.getrandbits(88):022x}", event)
            for event in events[start : start + 500]
        ]
        await log.append(row.id, 1 + start, entries)


async def come_back(log: SqlLog, row: RoomRow) -> LiveRoom:
    clock = time.time_ns
    return LiveRoom(
        row, await recall(log, row.id), log, Alone(), lambda: clock() // 1_000_000, "node"
    )


async def tap(room: LiveRoom, waited: Waited) -> None:
    """Raise and lower a hand again and again; note when, and how long it took (ms)."""
    for number in count():
        began = time.perf_counter()
        await room.ask(c.LowerHand() if number % 2 else c.RaiseHand(), "kit", f"tap{number}")
        waited.append((began, (time.perf_counter() - began) * 1_000))
        await asyncio.sleep(0.005)


async def turn(waited: Waited) -> None:
    """Note how late the event loop comes round (ms)."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        waited.append((began, (time.perf_counter() - began) * 1_000 - 1))


async def measure(file: Path, megabytes: int) -> None:
    """Print what it costs."""
    dice = Random(1)
    async with SqlLog(file) as log:
        while size(file) < megabytes:
            await keep(log, a_room(dice), list(ballots(dice, "rank"))[:500], dice)
            await log.scrubbed()
        large, other = a_room(dice), a_room(dice)
        await keep(log, large, list(happened(dice)), dice)
        await keep(log, other, [], dice)
        rooms = [await come_back(log, row) for row in (large, other)]
        await rooms[1].ask(c.Join("kit", "Kit", "Training", "chair"))
        look_for_rubbish_seldom()
        taps, turns = Waited(), Waited()
        tasks = [asyncio.create_task(tap(rooms[1], taps)), asyncio.create_task(turn(turns))]
        await asyncio.sleep(1)
        began = time.perf_counter()
        await rooms[0].ask(c.Close(), "m0", "close")
        closed = time.perf_counter()
        await log.scrubbed()
        scrubbed = time.perf_counter()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        print(f"closed after {(closed - began) * 1_000:.0f} ms")
        print(f"scrubbed after {(scrubbed - began) * 1_000:.0f} ms")
        for what, waited in (("a tap next door", taps), ("the loop's lateness", turns)):
            before = [took for at, took in waited if at < began]
            during = [took for at, took in waited if at >= began]
            print(f"{what}: {told(before)} before, {told(during)} meanwhile")
        for room in rooms:
            await room.close()


def size(file: Path) -> float:
    """Return how many MB a file has."""
    return file.stat().st_size / 1_000_000


def told(waited: list[float]) -> str:
    return f"{median(waited):.1f} ms (at most {max(waited):.0f})"


def main() -> None:
    """Measure in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder) / "log.db", parser.parse_args().megabytes))


if __name__ == "__main__":
    main()
