"""What only SQLite could break."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from server.log import SqlLog, Unavailable
from tests.server.log.given import ROOM, hand, prepared, some_rooms


@pytest.fixture
async def log(tmp_path: Path) -> AsyncIterator[SqlLog]:
    async with SqlLog(tmp_path / "log.db") as found:
        yield found


async def tell(log: SqlLog, pragma: str) -> Any:
    """Tell the connection that writes something, or ask it."""

    def said() -> Any:
        with closing(log._engines.writing.raw_connection()) as connection:
            return connection.execute(f"PRAGMA {pragma}").fetchone()

    answer = await asyncio.to_thread(said)
    return answer and answer[0]


async def test_a_commit_waits_for_the_disk(log: SqlLog) -> None:
    """An acknowledged action has to survive a power cut, which no test can stage."""
    assert await tell(log, "synchronous") == 2
    assert await tell(log, "journal_mode") == "wal"


async def test_what_reads_cannot_write(log: SqlLog) -> None:
    with pytest.raises(Unavailable, match="SQLITE_READONLY"):
        await log._read(lambda connection: connection.exec_driver_sql("DELETE FROM events"))


async def test_an_append_that_cannot_be_written_is_not_acknowledged_and_the_next_may_be(
    log: SqlLog,
) -> None:
    await log.add_room(ROOM, prepared())
    await tell(log, "query_only = ON")

    with pytest.raises(Unavailable, match="SQLITE_READONLY"):
        await log.append("room1", 1, [hand("a")])

    await tell(log, "query_only = OFF")
    await log.append("room1", 1, [hand("b")])
    assert [entry.by for entry in await log.read("room1")] == [None, "b"]


async def test_on_a_full_disk_everybody_is_told_and_what_was_there_stays(log: SqlLog) -> None:
    rooms = await some_rooms(log, 3)
    size = await tell(log, "page_count")
    await tell(log, f"max_page_count = {size}")
    long = "x" * 64

    told = await asyncio.gather(
        *(log.append(room, 1, [hand(long)] * 50) for room in rooms), return_exceptions=True
    )

    assert [str(error) for error in told] == [
        "log_unavailable: the database could not be used (SQLITE_FULL)"
    ] * 3
    assert await log.heads(rooms) == dict.fromkeys(rooms, 1)
    await tell(log, f"max_page_count = {size * 10}")
    await log.append(rooms[0], 1, [hand("a")])


async def test_a_file_that_cannot_be_had_is_said_so_without_its_name(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="SQLITE_CANTOPEN") as told:
        async with SqlLog(tmp_path / "no such folder" / "log.db"):
            pass

    assert "no such folder" not in str(told.value)


async def test_a_command_is_not_looked_for_event_by_event(log: SqlLog) -> None:
    query = "SELECT position FROM events WHERE room = 'r' AND command = 'c' AND by = 'b'"

    plan = await log._read(
        lambda connection: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").one()
    )

    assert "events_by_command" in plan.detail
