"""A whole hall, played over real sockets from joining to every table's five in order.

It is played on a server in a process of its own, which is killed once in the middle.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from websockets.exceptions import ConnectionClosed

from consensus.hall import card
from consensus.hall import hall as h
from consensus.hall.seating import TableId
from consensus.steps import judge
from server import library
from server.demo import hall as demo
from server.demo.client import RoomClient
from server.demo.floor import FloorClient
from server.demo.hall import Guest
from server.demo.people import Person
from server.wire import Ack
from server.words import FALLBACK
from tests.server.hall.halls import HALL, open_hall
from tests.server.processes import ServerProcess

AFTER_THE_KILL = ("rank", "talk", "compare", "rank-again", "five")


class Hall(demo.Hall):
    """A hall on a server that is killed once; `acknowledged` is what it must not have lost."""

    def __init__(
        self,
        server: ServerProcess,
        code: str,
        seat: str,
        trainer: RoomClient,
        lines: AsyncExitStack,
    ) -> None:
        items = [item.id for item in library.statement_set(FALLBACK, HALL["statements"]).items]
        super().__init__(
            server.site, code, seat, trainer, lines, lambda number: Person(number, 7, items)
        )
        self.server = server
        self.acknowledged: dict[str, tuple[Guest, judge.Cast]] = {}

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
        hall = Hall(server, code, seat, trainer, lines)
        await hall.come(tables * people - 4)
        await hall.begin()
        await hall.all_are_at("read", hall.tables())
        *others, behind = hall.tables()

        # One table falls behind; four people come late, and one is moved.
        await hall.play_steps(("read",), [behind])
        await hall.play_steps(("read", "choose", "discard"), others)
        await hall.all_go(await hall.come(4))
        await hall.move(hall.at(others[0])[0], others[1])
        await align(hall, behind)

        await hall.answer_until_killed("rank", tables * people // 2)
        await hall.play_steps(AFTER_THE_KILL, hall.tables())
        await asyncio.gather(*(hall.play(table).end() for table in hall.tables()))
        yield hall


async def align(hall: Hall, behind: TableId) -> None:
    """Bring all to the ranking: the one that has set nothing aside says why it cannot."""
    async with FloorClient(hall.site, hall.code, hall.seat) as desk:
        await hall.do(h.Align("rank"))
        await desk.until(
            lambda _: all(
                x.step == "rank" or (x.table == behind and x.behind is not None)
                for x in desk.of(card.TableCardRecord)
            )
        )
    await hall.play_steps(("choose", "discard"), [behind])
    await hall.play(behind).go_to("rank")
