"""What only PostgreSQL could break: other nodes at the same tables, and a server that goes away."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from sqlalchemy import create_engine, text

from server.log import Conflict, SqlLog, Unavailable, postgresql
from server.log.engines import open_engines
from server.log.migrate import upgrade
from tests.server.log.given import ROOM, hand, prepared, some_rooms
from tests.services.postgres import Postgres


@pytest.fixture
def own() -> Iterator[Postgres]:
    """A server that a test may break."""
    with Postgres() as running:
        yield running


class Appender:
    """Somebody who goes on appending to a room, come what may, and remembers what was kept."""

    def __init__(self, name: str, log: SqlLog, room: str) -> None:
        self.kept: list[str] = []
        self.conflicts = 0
        self.unavailable = 0
        self._name, self._log, self._room = name, log, room
        self._asked = 0

    async def append(self, how_often: int) -> None:
        """Keep so many more, whatever gets in the way."""
        for _ in range(how_often):
            while not await self._append_one():
                pass

    async def append_until_cut_off(self) -> None:
        while not self.unavailable:
            await self._append_one()

    async def _append_one(self) -> bool:
        try:
            head = (await self._log.heads([self._room]))[self._room]
            self._asked += 1
            command = f"{self._name}-{self._asked}"
            await self._log.append(self._room, head, [hand(self._name, command)] * 2)
        except Conflict:
            self.conflicts += 1
            return False
        except Unavailable:
            self.unavailable += 1
            return False
        self.kept.append(command)
        return True


async def check(log: SqlLog, room: str, appenders: list[Appender]) -> None:
    """What was acknowledged is there exactly once, and no position is left out."""
    entries = await log.read(room)
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    kept = Counter(entry.command for entry in entries)
    assert all(kept[command] == 2 for who in appenders for command in who.kept)
    assert set(kept.values()) <= {1, 2}  # the first event has no command


async def test_two_nodes_that_append_to_the_same_rooms_share_the_positions(
    postgres: Postgres,
) -> None:
    where = postgres.database()
    async with SqlLog(where) as one, SqlLog(where) as other:
        rooms = await some_rooms(one, 6)
        appenders = {
            room: [Appender(f"{n}-{room}", log, room) for n, log in enumerate([one, one, other])]
            for room in rooms
        }
        everybody = [who for here in appenders.values() for who in here]
        Random(1).shuffle(everybody)  # so that batches do not name the rooms in one order

        await asyncio.gather(*(who.append(15) for who in everybody))

        for room, here in appenders.items():
            await check(one, room, here)
        assert await one.heads(rooms) == dict.fromkeys(rooms, 1 + 3 * 15 * 2)
        assert not any(who.unavailable for who in everybody)
        assert any(who.conflicts for who in everybody)


async def test_a_node_that_is_beaten_between_looking_and_inserting_looks_again(
    postgres: Postgres,
) -> None:
    where = postgres.database()
    async with SqlLog(where) as log:
        one, two = await some_rooms(log, 2)
        node = open_engines(where)
        with node.writing.connect() as other:
            other.execute(
                text(
                    "INSERT INTO events (room, position, at, version, event) "
                    f"SELECT room, 2, at, version, event FROM events WHERE room = '{one}'"
                )
            )
            both = asyncio.gather(
                log.append(one, 1, [hand("a")]),
                log.append(two, 1, [hand("b")]),
                return_exceptions=True,
            )
            await somebody_waits(where)
            other.commit()
        node.dispose()

        beaten, untouched = await both
        assert isinstance(beaten, Conflict)
        assert untouched is None
        assert await log.heads([one, two]) == {one: 2, two: 2}


async def somebody_waits(where: str) -> None:
    """Return when somebody at this database waits for what somebody else there has."""
    engine = create_engine(where.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    query = text(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )

    def look() -> None:
        patience = time.monotonic() + 10
        with engine.connect() as connection:
            while not connection.scalar(query):
                assert time.monotonic() < patience
                time.sleep(0.01)

    await asyncio.to_thread(look)
    engine.dispose()


async def test_nodes_that_start_at_the_same_moment_take_turns_at_the_schema(
    postgres: Postgres,
) -> None:
    where = postgres.database()
    first = open_engines(where)
    with first.writing.begin() as connection:
        upgrade(connection)
        second = asyncio.create_task(SqlLog(where).__aenter__())
        await somebody_waits(where)
    first.dispose()

    log = await second
    assert await log.heads(["nowhere"]) == {}
    await log.__aexit__()


async def test_a_commit_waits_for_the_disk_whatever_the_server_thinks(postgres: Postgres) -> None:
    where = postgres.database()
    engine = create_engine(where.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        name = connection.scalar(text("SELECT current_database()"))
        connection.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    engine.dispose()

    async with SqlLog(where) as log:
        kept = await log._writer.do(lambda own: own.scalar(text("SHOW synchronous_commit")))

    assert kept == "on"


async def test_what_was_acknowledged_before_a_kill_is_there_once_and_the_log_goes_on(
    own: Postgres,
) -> None:
    async with SqlLog(own.database()) as log:
        rooms = await some_rooms(log, 8)
        appenders = {room: [Appender("a", log, room), Appender("b", log, room)] for room in rooms}
        everybody = [who for here in appenders.values() for who in here]
        await asyncio.gather(*(who.append(6) for who in everybody))

        cut_off = asyncio.gather(*(who.append_until_cut_off() for who in everybody))
        await asyncio.to_thread(own.kill)
        await cut_off
        await asyncio.to_thread(own.start)
        await asyncio.gather(*(who.append(3) for who in everybody))

        assert {who.unavailable for who in everybody} == {1}
        for room, here in appenders.items():
            await check(log, room, here)


async def test_a_server_that_was_started_anew_while_nobody_looked_is_no_trouble(
    own: Postgres,
) -> None:
    async with SqlLog(own.database()) as log:
        await log.add_room(ROOM, prepared())
        await asyncio.gather(*(log.ping() for _ in range(10)))  # so that all lines are open
        own.stop()
        own.start()

        await log.append("room1", 1, [hand("a")])
        assert len(await log.read("room1")) == 2


async def test_a_server_that_hangs_is_given_up_and_heard_again_when_it_goes_on(
    own: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "PATIENCE", 1.0)
    async with SqlLog(own.database()) as log:
        await log.add_room(ROOM, prepared())
        own.pause()

        told = await asyncio.gather(
            log.append("room1", 1, [hand("a")]), log.read("room1"), return_exceptions=True
        )

        assert [type(error) for error in told] == [Unavailable, Unavailable]
        own.resume()
        head = (await log.heads(["room1"]))["room1"]
        await log.append("room1", head, [hand("b")])
        assert (await log.read("room1"))[-1].by == "b"


async def test_a_statement_that_takes_too_long_is_ended(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "PATIENCE", 1.0)
    async with SqlLog(postgres.database()) as log:
        with pytest.raises(Unavailable) as told:
            await log._read(lambda connection: connection.execute(text("SELECT pg_sleep(60)")))

    assert told.value.code == "57014"


async def test_a_server_that_is_not_there_is_said_so_without_its_address() -> None:
    with pytest.raises(Unavailable) as told:
        async with SqlLog("postgresql://kit:hunter2@127.0.0.1:1/log"):
            pass

    assert str(told.value) == "log_unavailable: the database could not be used (OperationalError)"


async def test_an_error_of_the_server_quotes_nothing_that_people_wrote(postgres: Postgres) -> None:
    async with SqlLog(postgres.database()) as log:
        await log.add_room(ROOM, prepared())

        with pytest.raises(Unavailable) as told:
            await log.append("room1", 1, [hand("a", "a secret that is too long to be kept" * 3)])

        assert str(told.value) == "log_unavailable: the database could not be used (22001)"
        assert told.value.__cause__ is None
        assert told.value.__suppress_context__


def test_the_url_of_another_kind_of_database_is_refused_and_not_shown() -> None:
    for url in ("mysql://kit:hunter2@host/log", "hunter2"):
        with pytest.raises(ValueError, match=r"^database_url: ") as told:
            SqlLog(url)

        assert "hunter2" not in str(told.value)
