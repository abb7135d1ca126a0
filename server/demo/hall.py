"""A made-up hall: people join, sit down, are moved, and play at tables that run themselves."""

import asyncio
from collections.abc import Callable, Collection
from contextlib import AsyncExitStack
from functools import partial

from msgspec import Struct

from consensus import views
from consensus.commands import PersonCommand
from consensus.hall import hall as h
from consensus.hall.seating import TableId
from server.demo.client import Door, RoomClient
from server.demo.people import Person
from server.demo.play import Pace, Player, Refusal, is_current
from server.demo.table import TablePlay
from server.wire import Refused

# So many knock at the door at the same moment.
AT_THE_DOOR = 8

AT_ONCE = Pace(0.0)


class Guest(Struct):
    """Somebody in the hall: their seat there, their table and their line into it."""

    person: Person
    seat: str
    table: TableId = ""
    client: RoomClient | None = None

    @property
    def line(self) -> RoomClient:
        """Their line to their table."""
        assert self.client is not None, "not at a table yet"
        return self.client


class Hall:
    """A hall that is played: its trainer's line and seat, and everybody in it.

    `person` makes up the guest of a number. Guests' lines are open for as long as `lines` is.
    """

    def __init__(
        self,
        site: str,
        code: str,
        seat: str,
        trainer: RoomClient,
        lines: AsyncExitStack,
        person: Callable[[int], Person],
    ) -> None:
        self.site = site
        self.code = code
        self.seat = seat
        self.trainer = trainer
        self.guests: list[Guest] = []
        self.door = Door(site)
        self._lines = lines
        self._person = person
        self._at_the_door = asyncio.Semaphore(AT_THE_DOOR)

    # --- what the trainer does ---

    async def do(self, command: PersonCommand) -> None:
        """Let the trainer do what must not be refused."""
        answer = await self.trainer.do(command)
        if isinstance(answer, Refused):
            raise Refusal(f"{type(command).__name__}: {answer.code}")

    async def begin(self) -> None:
        """Let the tables begin, and everybody go to theirs, when all have a seat."""
        await self.trainer.until(lambda known: len(known.of(h.SitsRecord)) >= len(self.guests))
        await self.do(h.Begin())
        await self.all_go(self.guests)

    async def move(self, guest: Guest, to: TableId) -> None:
        """Put somebody at another table, where they go at once."""
        people = self.trainer.records.of(views.MemberRecord)
        member = next(x.id for x in people if x.name == guest.person.name)
        await self.do(h.Place(member, to))
        await self.trainer.until(lambda r: r.one(h.SitsRecord, f"sits/{member}").table == to)
        await self.go(guest)

    # --- what people do ---

    async def come(self, count: int) -> list[Guest]:
        """Let so many more people join, several at a time."""

        async def join(number: int) -> Guest:
            person = self._person(number)
            async with self._at_the_door:
                return Guest(person, await self.door.join(self.code, person.name, person.agency))

        first = len(self.guests)
        new = list(await asyncio.gather(*map(join, range(first, first + count))))
        self.guests += new
        return new

    async def go(self, guest: Guest) -> None:
        """Go to one's table, as it is said in the hall."""
        async with self._at_the_door:
            code, seat = await self.door.table(self.code, guest.seat)
            if guest.client is not None:
                await guest.client.close()
            guest.client = RoomClient(self.site, code, seat)
            self._lines.push_async_callback(guest.client.close)
            await guest.client.open()
            guest.table = next(
                table.id for table in self.trainer.records.of(h.TableRecord) if table.code == code
            )

    async def all_go(self, guests: Collection[Guest]) -> None:
        """Let several people go to their tables."""
        await asyncio.gather(*map(self.go, guests))

    # --- tables ---

    def numbers(self) -> dict[TableId, int]:
        """Return the numbers of the tables, in their order."""
        found = self.trainer.records.of(h.TableRecord)
        return {x.id: x.number for x in sorted(found, key=lambda table: table.number)}

    def tables(self) -> list[TableId]:
        """Return the tables, by number."""
        return list(self.numbers())

    def at(self, table: TableId) -> list[Guest]:
        """Return who sits at a table."""
        return [guest for guest in self.guests if guest.table == table]

    def play(self, table: TableId, pace: Pace = AT_ONCE) -> TablePlay:
        """Return how a table plays, with those who sit there now."""
        return TablePlay([Player(x.person, x.line) for x in self.at(table)], pace)

    async def play_steps(
        self,
        steps: Collection[str],
        tables: Collection[TableId],
        pace: Callable[[TableId], Pace] = lambda _: AT_ONCE,
    ) -> None:
        """Let some tables play some steps, each at its own pace."""

        async def at(table: TableId) -> None:
            playing = self.play(table, pace(table))
            for step in playing.agenda():
                if step.id in steps:
                    await playing.play(step)

        await asyncio.gather(*map(at, tables))

    async def all_are_at(self, step: str, tables: Collection[TableId]) -> None:
        """Wait until everybody at some tables is at a step."""
        there = [guest for guest in self.guests if guest.table in tables]
        await asyncio.gather(*(guest.line.until(partial(is_current, step)) for guest in there))
