"""The mirror over all tables, opened by the trainer; and what is nowhere of the guesses."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from urllib.parse import urlencode

import httpx
import msgspec

from consensus import commands as c
from consensus import views
from consensus.answers import stances
from consensus.answers.guesses import MakeGuess, MyGuessRecord
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.mirror import MirrorRecord
from consensus.steps import judge, settle
from server.demo.client import Door, RoomClient
from server.demo.floor import FloorClient
from server.settings import Settings
from tests.forms import ROOM
from tests.server.hall.halls import done, go, open_hall, serving_with, tables_of, to_table

NINE = tuple(f"s{number}" for number in range(1, 10))
GUESS = tuple(reversed(NINE))

# How a guess lies in a frame, a file or a log; nobody ranks this way round.
NEEDLE = msgspec.json.encode(GUESS)[1:-1]


class Session:
    """A hall of two tables of four: half of each is Health, and half Police."""

    def __init__(self, site: str, lines: AsyncExitStack) -> None:
        self.site = site
        self._lines = lines
        self.tables: list[list[RoomClient]] = []
        self.rooms: list[tuple[str, str]] = []

    async def begin(self) -> None:
        self.code, self.seat = await open_hall(
            self.site, 2, template="task-5-1-mirror", placing="mixed"
        )
        self.trainer = await self._line(self.code, self.seat)
        door = Door(self.site)
        agencies = ("Health", "police", "HEALTH", "Police") * 2
        self.seats = [
            await door.join(self.code, f"P{n}", agency) for n, agency in enumerate(agencies)
        ]
        await done(self.trainer, h.Begin())
        found: dict[str, list[RoomClient]] = {table.code: [] for table in tables_of(self.trainer)}
        for seat in self.seats:
            went = await to_table(self.site, self.code, seat)
            found[went.code].append(await self._line(went.code, went.seat))
            self.rooms.append((went.code, went.seat))
        self.tables = list(found.values())

    async def _line(self, code: str, seat: str) -> RoomClient:
        return await self._lines.enter_async_context(RoomClient(self.site, code, seat, hears=True))

    async def bring_to(self, step: str, kind: str = "judge") -> None:
        await done(self.trainer, h.Align(step))
        for person in self.people:
            await person.until(lambda records: f"{kind}/{step}" in records.by_key)

    @property
    def people(self) -> list[RoomClient]:
        return [person for table in self.tables for person in table]

    async def discard(self) -> None:
        """Set the tenth statement aside at every table."""
        await self.bring_to("choose")
        for person in self.people:
            await done(person, judge.Cast("choose", ("s10",)))
        await self.bring_to("discard", "board")
        for table in self.tables:
            await done(table[0], settle.Propose("discard", 0, "s10"))
            for person in table:
                word: stances.StanceWord = "yes"
                await done(person, settle.Stand("discard", 0, "s10", word))
            await done(table[0], settle.Agree("discard", 0, "s10", "", even_so=True))

    async def guess(self) -> None:
        """Let everybody rank, and Health guess that Police would do it the other way round."""
        await self.bring_to("rank")
        for table in self.tables:
            for person in table:
                await done(person, judge.Cast("rank", NINE))
                health = "health" in agency_of(person)
                about, order = ("Police", GUESS) if health else ("health", NINE)
                await done(person, MakeGuess("rank", about, order))

    async def reveal(self, *tables: list[RoomClient]) -> None:
        for table in tables:
            for person in table[:2]:
                await done(person, t.Ready())
            await table[0].until(
                lambda records: records.one(judge.JudgeRecord, "judge/rank").revealed
            )

    async def open(self, seat: str, **form: str) -> int:
        path = f"/r/{self.code}/mirror"
        return (await go(self.site, path, seat, urlencode(form or {"x": ""}).encode())).status


def agency_of(person: RoomClient) -> str:
    me = person.records.one(views.MeRecord, "me").id
    return person.records.one(views.MemberRecord, f"member/{me}").agency.casefold()


async def test_the_trainer_opens_it_once_and_no_guess_is_anywhere_else(tmp_path: Path) -> None:
    async with (
        AsyncExitStack() as lines,
        serving_with(Settings(data=tmp_path, port=0)) as (site, _),
    ):
        session = Session(site, lines)
        await session.begin()
        await session.discard()
        await session.guess()

        # Not before its time, not by anybody else, and not without a table by mistake.
        assert await session.open(session.seat) == 403
        await session.reveal(session.tables[0])
        assert await session.open(session.seat) == 403
        await session.reveal(session.tables[1])
        other, chair = await Door(site).open_room(**ROOM)
        for seat in (session.seats[0], "", chair):
            assert await session.open(seat) == 403
        assert (await go(site, f"/r/{other}/mirror", chair, b"x=")).status == 403

        async with (
            FloorClient(site, session.code, session.seat) as desk,
            FloorClient(site, session.code, session.seats[0]) as member,
        ):
            assert (
                await asyncio.gather(*(session.open(session.seat) for _ in range(3))) == [204] * 3
            )
            await desk.until(lambda records: "mirror" in records)
            shown = desk.records["mirror"]
            assert isinstance(shown, MirrorRecord)
            assert [(cell.guesses, cell.people) for cell in shown.cells] == [(4, 4), (4, 4)]
            assert [cell.surprise for cell in shown.cells] == [1.0, 0.0]
            assert "mirror" not in member.records
            await done(session.trainer, h.Show("mirror"))
            await member.until(lambda records: "mirror" in records)
            for line in (desk, member):
                assert NEEDLE not in msgspec.json.encode(list(line.records.values()))

        # A guess is with whoever made it, and with nobody else, not for the time of one frame.
        police = [person for person in session.people if agency_of(person) == "police"]
        for other_line in (session.trainer, *police):
            assert other_line.heard
            assert not any(NEEDLE in frame for frame in other_line.heard)
        await nothing_leaves(session)

        assert NEEDLE in on_disk(tmp_path)
        await done(session.trainer, c.Close())
        for person in session.people:
            await person.until(lambda records: not records.of(MyGuessRecord))
        await nothing_leaves(session)
        async with FloorClient(site, session.code, session.seat) as desk:
            await desk.until(lambda records: "mirror" in records)
        await lines.aclose()

    assert NEEDLE not in on_disk(tmp_path)


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def nothing_leaves(session: Session) -> None:
    """See that no file of any table or of the hall says what somebody guessed."""
    wanted = (
        "record.json",
        "data.json",
        "record.csv",
        "replay.json",
        "replay/60.json",
        "archive.json",
    )
    rooms = [(session.code, session.seat), *session.rooms]
    async with httpx.AsyncClient(base_url=session.site, timeout=60) as browser:
        for code, seat in rooms:
            for name in wanted:
                answer = await browser.get(f"/r/{code}/{name}", headers={"cookie": f"seat={seat}"})
                assert NEEDLE not in answer.content, (name, code)
