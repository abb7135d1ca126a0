"""Brings a database to the newest schema, whatever version of Common Ground wrote it."""

from functools import cache
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

# Nodes that start at the same moment agree on who migrates by this number, which means nothing.
_TURN = 8_300_145_077

# Alembic keeps what it is working on in its modules.
_one_at_a_time = Lock()


class NewerDatabase(Exception):
    """A newer Common Ground has brought this database to a schema that this one does not know."""


def upgrade(connection: Connection) -> None:
    """Run the migrations that this database has not seen, inside the caller's transaction.

    Of several nodes that do this at once, one does it and the others wait for it. Raises
    `NewerDatabase` rather than touch what it does not understand.
    """
    with _one_at_a_time:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_TURN})"))
        if version(connection) != newest():
            command.upgrade(_config(connection), "head")


def version(connection: Connection) -> str | None:
    """Return the schema that a database has, if any; raises `NewerDatabase`."""
    found = MigrationContext.configure(connection).get_current_revision()
    if found is not None and found not in _known():
        raise NewerDatabase(found)
    return found


def newest() -> str:
    """Return the schema that this version of Common Ground works with."""
    return max(_known())


@cache
def _known() -> frozenset[str]:
    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
