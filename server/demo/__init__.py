"""`commonground demo`: a made-up group plays the whole exercise, for newcomers and for tests."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from time import perf_counter

from server import library
from server.checks import CannotServe
from server.demo.client import Door, RoomClient
from server.demo.outcome import outcome, tell
from server.demo.people import Person
from server.demo.play import Pace, Play, Player
from server.serve import address, ready
from server.serve import server as make_server
from server.settings import Settings
from server.words import FALLBACK

FEWEST_PEOPLE, MOST_PEOPLE = 3, 200
TEMPLATE = "task-5-1"

# At this pace the whole exercise takes about a minute, which is as long as people watch.
WATCHABLE = 0.85


def demo(options: argparse.Namespace) -> int:
    """Run the demo as the command line asks; return the exit status."""
    if not FEWEST_PEOPLE <= options.people <= MOST_PEOPLE:
        message = f"people_out_of_range: choose {FEWEST_PEOPLE} to {MOST_PEOPLE} with --people."
        print(f"commonground: {message}", file=sys.stderr)
        return 2
    try:
        asyncio.run(_demo(options))
    except CannotServe as reason:
        print(f"commonground: {reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        pass
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


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[tuple[asyncio.Task[None], str]]:
    """Serve inside this process; yield the running server and its address."""
    with ready(settings) as listener:
        server = make_server(settings)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        up = asyncio.create_task(server.up.wait())
        await asyncio.wait([running, up], return_when=asyncio.FIRST_COMPLETED)
        try:
            yield running, address(listener)
        finally:
            server.should_exit = True
            await running


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
