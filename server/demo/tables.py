"""`commonground demo --tables 12`: a whole hall, in which all that people think is planted."""

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from time import perf_counter

from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.card import TableCardRecord
from consensus.hall.hall import MOST_TABLES
from consensus.hall.seating import TableId
from server import library
from server.compare import checked
from server.demo.client import Door, RoomClient
from server.demo.floor import FloorClient
from server.demo.found import Wall, figures, lines
from server.demo.hall import AT_ONCE, Hall
from server.demo.planted import FEWEST_TABLES, Plan, Planted, plan
from server.demo.play import Pace
from server.demo.serving import serving
from server.demo.told import Told, tell
from server.exports.hall import read
from server.settings import Settings
from server.words import FALLBACK

FEWEST_PEOPLE, MOST_PEOPLE = 6, 12

TEMPLATE = "task-5-1-mirror"
BEFORE = ("read",)
REST = ("choose", "discard", "rank", "talk", "compare", "rank-again", "five")

# At this pace a hall takes two to three minutes; each third table takes its time.
WATCHABLE, SLOW = 1.4, 2.0

VIEWS: tuple[h.What, ...] = ("distances", "splits", "journey", "orders", "alike", "mirror", "fives")
_EACH_VIEW = 6.0


def out_of_range(options: argparse.Namespace) -> str:
    """Return why a hall of this size cannot be played, or nothing."""
    if not FEWEST_TABLES <= options.tables <= MOST_TABLES:
        return f"tables_out_of_range: choose {FEWEST_TABLES} to {MOST_TABLES} with --tables."
    if not FEWEST_PEOPLE <= options.people <= MOST_PEOPLE:
        return (
            f"people_out_of_range: choose {FEWEST_PEOPLE} to {MOST_PEOPLE} at each table "
            "with --people."
        )
    return ""


async def show(options: argparse.Namespace) -> int:
    """Play a hall; return 0 where all that was planted was found, and 1 where not."""
    with tempfile.TemporaryDirectory(prefix="commonground-demo-") as folder:
        settings = Settings(data=Path(folder), port=0 if options.fast else options.port)
        async with (
            serving(settings) as (running, site),
            opened(site, options.tables, options.seed, same=options.same) as hall,
        ):
            told = await hall.through(options.people, watched=not options.fast)
            print(tell(told, as_json=options.json), flush=True)
            if not options.fast:
                print("\nIt goes on serving; stop it with Ctrl-C.", flush=True)
                await asyncio.wait([running])
    return 0 if told.true else 1


@asynccontextmanager
async def opened(
    site: str, tables: int, seed: int, *, same: bool = False
) -> AsyncIterator["PlantedHall"]:
    """Open a hall with so many tables."""
    statements = library.statement_set(FALLBACK, library.template(FALLBACK, TEMPLATE).statements)
    planned = plan([item.id for item in statements.items], tables, seed, same=same)
    code, seat = await Door(site).open_room(
        template=TEMPLATE,
        statements=statements.id,
        title="A made-up training session",
        name="Robin",
        agency="Training",
        tables=str(tables),
        placing="mixed",
        self_run="on",
    )
    async with AsyncExitStack() as held:
        trainer = await held.enter_async_context(RoomClient(site, code, seat))
        yield PlantedHall(site, code, seat, trainer, held, planned)


class PlantedHall(Hall):
    """A hall in which everybody's opinion is planted when they sit down."""

    def __init__(
        self,
        site: str,
        code: str,
        seat: str,
        trainer: RoomClient,
        held: AsyncExitStack,
        planned: Plan,
    ) -> None:
        self._people: dict[int, Planted] = {}
        super().__init__(site, code, seat, trainer, held, self._made_up)
        self.planned = planned

    async def through(self, people: int, *, watched: bool) -> Told:
        """Play everything with so many people at each table, at a pace to watch or at once."""
        began = perf_counter()
        if watched:
            await self._invite(people)
        await self.come(people * self.planned.tables - 1)
        await self.begin()
        await self.do(h.Show("cards"))
        self._plant()
        pace = self._watched if watched else _at_once
        await self.play_steps(BEFORE, self.tables(), pace)
        await self._on_the_way(Pace(WATCHABLE) if watched else AT_ONCE)
        await self.play_steps(REST, self.tables(), pace)
        await asyncio.gather(*(self.play(table).end() for table in self.tables()))
        told = await self._told(began)
        for what in VIEWS if watched else ():
            await self.do(h.Show(what))
            await asyncio.sleep(_EACH_VIEW)
        return told

    def _made_up(self, number: int) -> Planted:
        return self._people.setdefault(number, Planted(number, self.planned))

    def _plant(self) -> None:
        """Let everybody think what is planted at their place of their table."""
        for table, number in self.numbers().items():
            there = [guest.person for guest in self.at(table)]
            for place, person in enumerate(x for x in there if isinstance(x, Planted)):
                person.sit(number, place)

    async def _on_the_way(self, pace: Pace) -> None:
        """Somebody comes late, somebody is moved, and a table asks for help and gets it."""
        await self.all_go(await self.come(1))
        self._plant()
        first, other, third, *_ = self.tables()
        await self.move(self.at(first)[0], third)
        self._plant()
        async with FloorClient(self.site, self.code, self.seat) as desk:
            await self.at(other)[0].line.do(t.AskHelp())
            await desk.until(lambda _: any(card.help for card in desk.of(TableCardRecord)))
            await pace.wait(3)
            await self.do(h.NudgeTable(other, "Take the one that you understand best first"))

    async def _invite(self, people: int) -> None:
        wall = await self.door.wall_key(self.code, self.seat)
        room = f"{self.site}/r/{self.code}"
        print(
            f"{self.planned.tables} made-up tables of {people} are about to play. Open these:\n"
            f"  the wall of tables     {room}/wall#{wall}\n"
            f"  the trainer's desk     {room}/return#{self.seat}\n"
            f"  join as one more       {room}\n",
            flush=True,
        )
        await asyncio.sleep(5)

    def _watched(self, table: TableId) -> Pace:
        return Pace(SLOW if self.numbers()[table] % 3 == 0 else WATCHABLE)

    async def _told(self, began: float) -> Told:
        """Open the mirror, and hold the wall against what was planted, and against the file."""
        await self.door.open_mirror(self.code, self.seat)
        async with FloorClient(self.site, self.code, self.seat) as wall:
            await wall.settled(lambda known: {"mirror", "distances", "alike"} <= known.keys())
            found = lines(self.planned, Wall(wall.records, self.numbers()))
            shown = figures(wall.records, self.numbers())
        file = read(await self.door.data_of_all_tables(self.code, self.seat))
        equal = checked(file).status == 0 and shown == figures(file.figures, {})
        return Told(
            tables=self.planned.tables,
            people=len(self.guests),
            same=self.planned.same,
            seconds=round(perf_counter() - began, 1),
            figures_equal=equal,
            lines=found,
            true=equal and all(line.true for line in found),
        )


def _at_once(_: TableId) -> Pace:
    return AT_ONCE
