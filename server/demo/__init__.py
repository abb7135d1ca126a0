"""`commonground demo`: a made-up group, or a hall of them, plays the whole exercise."""

import argparse
import asyncio
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter

from server import library
from server.checks import CannotServe
from server.demo import tables
from server.demo.client import Door, RoomClient
from server.demo.outcome import outcome, tell
from server.demo.people import Person
from server.demo.play import Pace, Play, Player
from server.demo.serving import serving
from server.settings import Settings
from server.words import FALLBACK

FEWEST_PEOPLE, MOST_PEOPLE = 3, 200
TEMPLATE = "task-5-1"

# At this pace the whole exercise takes about a minute, which is as long as people watch.
WATCHABLE = 0.85


def demo(options: argparse.Namespace) -> int:
    """Run the demo as the command line asks; return the exit status."""
    try:
        return _room(options) if options.tables is None else _tables(options)
    except CannotServe as reason:
        print(f"commonground: {reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def _tables(options: argparse.Namespace) -> int:
    if why := tables.out_of_range(options):
        print(f"commonground: {why}", file=sys.stderr)
        return 2
    return asyncio.run(tables.show(options))


def _room(options: argparse.Namespace) -> int:
    if options.same:
        print("commonground: same_needs_tables: say how many with --tables.", file=sys.stderr)
        return 2
    if not FEWEST_PEOPLE <= options.people <= MOST_PEOPLE:
        message = f"people_out_of_range: choose {FEWEST_PEOPLE} to {MOST_PEOPLE} with --people."
        print(f"commonground: {message}", file=sys.stderr)
        return 2
    asyncio.run(_demo(options))
    return 0


async def _demo(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="commonground-demo-") as folder:
        settings = Settings(data=Path(folder), port=0 if options.fast else options.port)
        async with serving(settings) as (running, site), AsyncExitStack() as lines:
            began = perf_counter()
            group = await gather(site, options.people, options.seed, lines)
            joined = perf_counter() - began
            if not options.fast:
                await _invite(site, group)
            play = Play(group.chair, group.players, Pace(0.0 if options.fast else WATCHABLE))
            await play.through()
            told = outcome(group.chair.records, play.timings, joined)
            print(tell(told, as_json=options.json), flush=True)
            if not options.fast:
                print("\nIt goes on serving; stop it with Ctrl-C.", flush=True)
                await asyncio.wait([running])


class Group:
    """A room's code, its chair with their seat, and the people in it."""

    def __init__(self, code: str, seat: str, chair: RoomClient, players: list[Player]) -> None:
        self.code = code
        self.seat = seat
        self.chair = chair
        self.players = players


async def gather(site: str, people: int, seed: int, lines: AsyncExitStack) -> Group:
    """Open a room and let made-up people join it, each on a line of their own."""
    door = Door(site)
    statements = library.statement_set(FALLBACK, library.template(FALLBACK, TEMPLATE).statements)
    code, seat = await door.open_room(
        template=TEMPLATE,
        statements=statements.id,
        title="A made-up group",
        name="Robin",
        agency="Training",
    )
    chair = await lines.enter_async_context(RoomClient(site, code, seat))
    items = [item.id for item in statements.items]
    players: list[Player] = []
    for number in range(people):
        person = Person(number, seed, items)
        own_seat = await door.join(code, person.name, person.agency)
        client = await lines.enter_async_context(RoomClient(site, code, own_seat))
        players.append(Player(person, client))
    return Group(code, seat, chair, players)


async def _invite(site: str, group: Group) -> None:
    wall = await Door(site).wall_key(group.code, group.seat)
    room = f"{site}/r/{group.code}"
    print(
        f"A made-up group of {len(group.players)} is about to play. Open one or all of these:\n"
        f"  the wall               {room}/wall#{wall}\n"
        f"  join as one more       {room}\n"
        f"  look as the chair does {room}/return#{group.seat}\n",
        flush=True,
    )
    await asyncio.sleep(5)
