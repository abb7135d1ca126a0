"""A whole hall, played over real sockets from joining to every table's five in order.

It is played on a server in a process of its own, which is killed once in the middle.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from msgspec import Struct
from websockets.exceptions import ConnectionClosed

from consensus import views
from consensus.hall import card
from consensus.hall import hall as h
from consensus.hall.seating import TableId
from consensus.steps import judge
from server import library
from server.demo.client import Door, RoomClient
from server.demo.floor import FloorClient
from server.demo.people import Person
from server.demo.play import Pace, Player, is_current
from server.demo.table import TablePlay
from server.wire import Ack
from server.words import FALLBACK
from tests.server.hall.halls import HALL, done, open_hall, tables_of, to_table
from tests.server.processes import ServerProcess

AT_ONCE = Pace(0.0)

# So many knock at the door at the same moment.
AT_THE_DOOR = 8


class Guest(Struct):
    """Somebody in the hall: their seat there, their table and their line into it."""

    person: Person
    seat: str
    member: str = ""
    table: TableId = ""
    client: RoomClient | None = None

    @property
    def line(self) -> RoomClient:
        """Their line to their table."""
        assert self.client is not None, "not at a table yet"
        return self.client


class Hall:
    """A hall that is played: its server, its trainer, and everybody in it."""

    def __init__(self, server: ServerProcess, code: str, seat: str, trainer: RoomClient) -> None:
        self.server = server
        self.site = server.site
        self.code = code
        self.seat = seat
        self.trainer = trainer
        self.guests: list[Guest] = []
        self.acknowledged: dict[str, tuple[Guest, judge.Cast]] = {}
        self._door = Door(server.site)
        self._items = [
            item.id for item in library.statement_set(FALLBACK, HALL["statements"]).items
        ]

    # --- coming ---

    async def come(self, count: int) -> list[Guest]:
        """Let so many people join, several at a time."""
        door = asyncio.Semaphore(AT_THE_DOOR)

        async def join(number: int) -> Guest:
            person = Person(number, 7, self._items)
            async with door:
                return Guest(person, await self._door.join(self.code, person.name, person.agency))

        first = len(self.guests)
        new = await asyncio.gather(*map(join, range(first, first + count)))
        self.guests += new
        return new

    async def go(self, guest: Guest, lines: AsyncExitStack) -> None:
        """Go to one's table, as it is said in the hall."""
        went = await to_table(self.site, self.code, guest.seat)
        assert went.status == 303, went
        if guest.client is not None:
            await guest.client.close()
        guest.client = RoomClient(self.site, went.code, went.seat)
        lines.push_async_callback(guest.client.close)
        await guest.client.open()
        guest.table = next(x.id for x in tables_of(self.trainer) if x.code == went.code)

    async def all_go(self, guests: list[Guest], lines: AsyncExitStack) -> None:
        """Let several people go to their tables."""
        door = asyncio.Semaphore(AT_THE_DOOR)

        async def go(guest: Guest) -> None:
            async with door:
                await self.go(guest, lines)

        await asyncio.gather(*map(go, guests))

    # --- playing ---

    def at(self, table: TableId) -> list[Guest]:
        """Return who sits at a table."""
        return [guest for guest in self.guests if guest.table == table]

    def tables(self) -> list[TableId]:
        """Return the tables by number."""
        return [table.id for table in tables_of(self.trainer)]

    def play(self, table: TableId) -> TablePlay:
        """Return how a table plays, with those who sit there now."""
        return TablePlay([Player(x.person, x.line) for x in self.at(table)], AT_ONCE)

    async def play_steps(self, steps: tuple[str, ...], tables: list[TableId]) -> None:
        """Let some tables play some steps, each at its own speed."""

        async def at(table: TableId) -> None:
            playing = self.play(table)
            for step in playing.agenda():
                if step.id in steps:
                    await playing.play(step)

        await asyncio.gather(*map(at, tables))

    async def all_are_at(self, step: str, tables: list[TableId]) -> None:
        """Wait until everybody at some tables is at a step."""
        await asyncio.gather(
            *(x.line.until(lambda r: is_current(step, r)) for x in self.guests if x.table in tables)
        )

    async def answer_until_killed(self, step: str, kill_after: int) -> None:
        """Let everybody answer at once, kill the server on the way, and start it again.

        Whoever had no answer sends again; all that was acknowledged is noted.
        """
        await self.all_are_at(step, self.tables())
        sent = {f"answer-{n:04}": guest for n, guest in enumerate(self.guests)}
        casts = {id_: _cast(step, guest) for id_, guest in sent.items()}

        async def answer(id_: str, again: bool) -> None:
            try:
                said = await sent[id_].line.do(casts[id_], id_, again)
            except (ConnectionError, ConnectionClosed):
                return
            assert isinstance(said, Ack), said
            self.acknowledged[id_] = (sent[id_], casts[id_])
            if len(self.acknowledged) == kill_after:
                self.server.kill()

        await asyncio.gather(*(answer(id_, again=False) for id_ in sent))
        await self.server.start()
        await self.trainer.open()
        await asyncio.gather(*(guest.line.open() for guest in self.guests))
        unanswered = [id_ for id_ in sent if id_ not in self.acknowledged]
        await asyncio.gather(*(answer(id_, again=True) for id_ in unanswered))


def _cast(step: str, guest: Guest) -> judge.Cast:
    asked = guest.line.records.one(judge.JudgeRecord, f"judge/{step}")
    return judge.Cast(step, guest.person.order(asked.items))


@asynccontextmanager
async def played(server: ServerProcess, tables: int = 12, people: int = 8) -> AsyncIterator[Hall]:
    """Play a hall of so many tables of so many people through to every table's five."""
    code, seat = await open_hall(server.site, tables)
    async with AsyncExitStack() as lines:
        trainer = await lines.enter_async_context(RoomClient(server.site, code, seat))
        hall = Hall(server, code, seat, trainer)
        await _begin(hall, tables * people - 4, lines)
        *others, behind = hall.tables()

        # One table falls behind; four people come late, and one is moved.
        await hall.play_steps(("read",), [behind])
        await hall.play_steps(("read", "choose", "discard"), others)
        await hall.all_go(await hall.come(4), lines)
        await _move(hall, hall.at(others[0])[0], others[1], lines)
        await _align(hall, behind)

        await hall.answer_until_killed("rank", tables * people // 2)
        rest = ("rank", "talk", "compare", "rank-again", "five")
        await hall.play_steps(rest, hall.tables())
        await asyncio.gather(*(hall.play(table).end() for table in hall.tables()))
        yield hall


async def _begin(hall: Hall, people: int, lines: AsyncExitStack) -> None:
    await hall.come(people)
    await hall.trainer.until(lambda records: len(records.of(h.SitsRecord)) == people)
    await done(hall.trainer, h.Begin())
    await hall.all_go(hall.guests, lines)
    await hall.all_are_at("read", hall.tables())


async def _move(hall: Hall, guest: Guest, to: TableId, lines: AsyncExitStack) -> None:
    members = hall.trainer.records.of(views.MemberRecord)
    member = next(x.id for x in members if x.name == guest.person.name)
    await done(hall.trainer, h.Place(member, to))
    await hall.trainer.until(lambda r: r.one(h.SitsRecord, f"sits/{member}").table == to)
    await hall.go(guest, lines)
    assert guest.table == to


async def _align(hall: Hall, behind: TableId) -> None:
    """Bring all to the ranking: the one that has set nothing aside says why it cannot."""
    async with FloorClient(hall.site, hall.code, hall.seat) as desk:
        await done(hall.trainer, h.Align("rank"))
        await desk.until(
            lambda _: all(
                x.step == "rank" or (x.table == behind and x.behind is not None)
                for x in desk.of(card.TableCardRecord)
            )
        )
    await hall.play_steps(("choose", "discard"), [behind])
    await hall.play(behind).go_to("rank")
