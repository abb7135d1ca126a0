"""The migrations lead to exactly the tables that the code uses, from wherever they start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from server.log import NewerDatabase
from server.log.engines import open_engines
from server.log.migrate import _config, newest, upgrade, version
from server.log.tables import metadata


@pytest.fixture
def database(where: Path | str) -> Iterator[Engine]:
    engines = open_engines(where)
    yield engines.writing
    engines.dispose()


def test_an_empty_database_becomes_what_the_tables_say(database: Engine) -> None:
    with database.begin() as connection:
        upgrade(connection)
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

        assert differences == []
        assert version(connection) == newest()


def test_an_up_to_date_database_is_left_alone(database: Engine) -> None:
    for _ in range(2):
        with database.begin() as connection:
            upgrade(connection)


def test_a_database_of_any_older_version_keeps_what_it_holds(database: Engine) -> None:
    with database.begin() as connection:
        command.upgrade(_config(connection), "0001")
        connection.execute(text("INSERT INTO rooms VALUES ('room1', 'ABC234', 'epoch1', 1)"))

    with database.begin() as connection:
        upgrade(connection)

        assert connection.scalar(text("SELECT id FROM rooms")) == "room1"
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(database: Engine) -> None:
    with database.begin() as connection:
        upgrade(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with database.begin() as connection, pytest.raises(NewerDatabase):
        upgrade(connection)

    with database.begin() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"
