"""`commonground scrub`: by hand, and for PostgreSQL, where no server does it by itself."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from server.__main__ import main
from server.checks import hold
from server.forgetting.scrub import CannotScrub, scrub
from server.log import SqlLog
from tests.server.log.given import ROOM, prepared, some_rooms
from tests.services.postgres import Postgres

WORDS = b"nobody may read this again"


async def with_bytes_left(file: Path) -> None:
    """Leave a file whose last page has words in it that are in no row."""
    async with SqlLog(file) as log:
        await log.add_room(ROOM, prepared())
    leave_bytes(file)


def leave_bytes(file: Path) -> None:
    """Put words into the gap of a page, as SQLite does when it spreads rows anew."""
    data = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as found:
        (size,) = found.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'events'"
        (page,) = found.execute(query).fetchone()
    middle = (page - 1) * size + size // 2
    data[middle : middle + len(WORDS)] = WORDS
    file.write_bytes(data)


async def test_a_file_that_nobody_serves_is_scrubbed(tmp_path: Path) -> None:
    await with_bytes_left(tmp_path / "commonground.db")

    await _in_thread("scrub", "--data", str(tmp_path))

    assert WORDS not in (tmp_path / "commonground.db").read_bytes()
    async with SqlLog(tmp_path / "commonground.db") as log:
        assert len(await log.read(ROOM.id)) == 1


async def _in_thread(*arguments: str) -> None:
    assert await asyncio.to_thread(main, list(arguments)) == 0


def test_a_mistyped_folder_is_not_said_to_be_scrubbed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scrub", "--data", f"{tmp_path}/mistyped"]) == 2

    assert "nothing_kept" in capsys.readouterr().err
    assert not (tmp_path / "mistyped").exists()


def test_a_folder_that_a_server_has_is_left_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "commonground.db").touch()

    with hold(tmp_path):
        assert main(["scrub", "--data", str(tmp_path)]) == 2

    assert "data_in_use" in capsys.readouterr().err


async def test_rooms_of_a_database_are_all_there_afterwards(postgres: Postgres) -> None:
    where = postgres.database()
    async with SqlLog(where) as log:
        rooms = await some_rooms(log, 3)

    await _in_thread("scrub", "--database-url", where)

    async with SqlLog(where) as log:
        assert await log.heads(rooms) == dict.fromkeys(rooms, 1)


async def test_a_role_that_may_not_touch_the_log_is_told_what_is_left(postgres: Postgres) -> None:
    where = postgres.database()
    name = where.rsplit("/", 1)[1]
    role = f"role_{name}"
    asked(where, f"CREATE ROLE {role} LOGIN", f"ALTER DATABASE {name} OWNER TO {role}")
    as_role = where.replace("commonground@", f"{role}@")
    async with SqlLog(as_role) as log:
        await some_rooms(log, 1)

    with pytest.raises(CannotScrub, match="log_not_scrubbed"):
        await asyncio.to_thread(scrub, as_role)

    asked(where, *(line.replace("commonground", role) for line in told_to_hosts()))
    await asyncio.to_thread(scrub, as_role)


def told_to_hosts() -> list[str]:
    """Return what docs/deploy.md says that such a role has to be granted."""
    lines = (Path(__file__).parents[3] / "docs" / "deploy.md").read_text().splitlines()
    found = [line.rstrip(";") for line in lines if line.startswith("GRANT ")]
    assert found
    return found


def asked(where: str, *statements: str) -> None:
    with psycopg.connect(where, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
