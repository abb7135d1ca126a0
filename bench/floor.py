"""How long it takes to set up a hall, and until its trainer sees what happened at a table.

    python -m bench.floor [--tables 12] [--people 8]

A server runs in a process of its own; everybody, made up, has a websocket to it from here. All of
it shares one machine, so the figures hold the cost of the people too.
"""

import argparse
import asyncio
from contextlib import AsyncExitStack
from functools import partial
from statistics import median
from time import perf_counter

from msgspec import Struct

from bench.process import Server
from consensus.hall import table as t
from consensus.hall.seating import TableId
from consensus.steps import judge
from server import library
from server.demo.client import Door, RoomClient
from server.demo.floor import FloorClient
from server.demo.hall import Hall
from server.demo.people import Person
from server.words import FALLBACK

TEMPLATE = "task-5-1"
BEFORE = ("choose", "discard", "rank", "talk", "compare")
LAST = "rank-again"

# What is worked out of all private orders, and so changes with any of them.
WORKED_OUT = {"distances", "splits", "orders", "alike"}


class Figures(Struct):
    """Seconds for what is done once; milliseconds from a change to the frame that tells of it."""

    set_up: float = 0.0
    joined: float = 0.0
    begun: float = 0.0
    cards: list[float] = []
    figures: list[float] = []


async def main() -> None:
    """Measure one hall and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--tables", type=int, default=12)
    parser.add_argument("--people", type=int, default=8, help="at each table")
    asked = parser.parse_args()
    async with Server() as site, AsyncExitStack() as lines:
        found = await measured(site, asked.tables, asked.people, lines)
    print(f"{asked.tables} tables set up: {found.set_up:.2f} s")
    print(f"{asked.tables * asked.people} people joined: {found.joined:.2f} s")
    print(f"begun, and everybody at their table: {found.begun:.2f} s")
    for name, times in (("card", found.cards), ("every figure", found.figures)):
        worst, often = max(times), len(times)
        print(f"change at a table to {name}: {median(times):.0f} ms, worst {worst:.0f} ({often})")


async def measured(site: str, tables: int, people: int, lines: AsyncExitStack) -> Figures:
    """Play a hall up to its last ranking, and time what its trainer is told."""
    found, began = Figures(), perf_counter()
    statements = library.template(FALLBACK, TEMPLATE).statements
    code, seat = await Door(site).open_room(
        template=TEMPLATE,
        statements=statements,
        title="A hall",
        name="Robin",
        agency="Training",
        tables=str(tables),
        placing="mixed",
        self_run="on",
    )
    found.set_up = perf_counter() - began
    trainer = await lines.enter_async_context(RoomClient(site, code, seat))
    items = [item.id for item in library.statement_set(FALLBACK, statements).items]
    hall = Hall(site, code, seat, trainer, lines, partial(Person, seed=1, items=items))
    began = perf_counter()
    await hall.come(tables * people)
    found.joined = perf_counter() - began
    began = perf_counter()
    await hall.begin()
    await hall.all_are_at("read", hall.tables())
    found.begun = perf_counter() - began
    desk = await lines.enter_async_context(FloorClient(site, code, seat))
    for table in hall.tables():
        found.cards.append(await _until_card(hall, desk, table))
    await hall.play_steps(BEFORE, hall.tables())
    for table in hall.tables():
        found.figures.append(await _until_figures(hall, desk, table))
    return found


async def _until_card(hall: Hall, desk: FloorClient, table: TableId) -> float:
    """Let a table ask for help; return how long (ms) until its card says so."""
    began = perf_counter()
    await hall.at(table)[0].line.do(t.AskHelp())
    await desk.until(lambda records: getattr(records[f"card/{table}"], "help", None) is not None)
    return 1_000 * (perf_counter() - began)


async def _until_figures(hall: Hall, desk: FloorClient, table: TableId) -> float:
    """Let a table open its last ranking; return how long (ms) until every figure rests on it."""
    playing, there = hall.play(table), hall.at(table)
    await playing.go_to(LAST)
    await hall.all_are_at(LAST, [table])
    for guest in there:
        asked = guest.line.records.one(judge.JudgeRecord, f"judge/{LAST}")
        first, second, *rest = guest.person.order(asked.items)
        await guest.line.do(judge.Cast(LAST, (second, first, *rest)))
    await desk.settled(lambda _: True)
    told, began = len(desk.frames), perf_counter()
    await asyncio.gather(*(guest.line.do(t.Ready()) for guest in there))
    await desk.settled(lambda _: any(WORKED_OUT & frame.put.keys() for frame in desk.frames[told:]))
    return 1_000 * (perf_counter() - began)


if __name__ == "__main__":
    asyncio.run(main())
