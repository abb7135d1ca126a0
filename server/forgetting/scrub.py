"""Makes the bytes go of everything that was blanked or erased: the host's command, at a quiet hour.

A server does this by itself to its own SQLite file. In PostgreSQL, the rows as they were stay in
the tables' files and in the write-ahead log until the database is told otherwise, and only then
what is written here holds: https://www.postgresql.org/docs/current/routine-vacuuming.html
"""

import asyncio
import sys
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from server.checks import CannotServe, log_at_hand
from server.log import SqlLog
from server.log.engines import open_engines, unavailable
from server.log.tables import metadata
from server.settings import Settings

_SEGMENTS = text("SELECT count(*) FROM pg_ls_waldir()")


class CannotScrub(Exception):
    """Not everything could be done; one sentence says what, why, and what to do."""


def run(settings: Settings) -> int:
    """Scrub what the settings name; say what could not be done in one sentence."""
    where = settings.database
    try:
        if isinstance(where, Path) and not where.is_file():  # a folder's name may be mistyped
            raise CannotScrub(
                f"nothing_kept: there is no {where}. Name another folder with --data."
            )
        with log_at_hand(settings):  # a server that has the folder does it itself
            scrub(where)
    except (CannotServe, CannotScrub) as reason:
        print(f"commonground: {reason}", file=sys.stderr)
        return 2
    return 0


def scrub(where: Path | str) -> None:
    """Scrub a SQLite file that nobody serves, or a PostgreSQL database that people may be using.

    They wait while it lasts. Raises `CannotScrub`.
    """
    if isinstance(where, Path):
        asyncio.run(_scrub_file(where))
        return
    engines = open_engines(where, hurried=False)
    try:
        with engines.writing.connect() as connection:
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")
            _scrub_tables(connection)
            _scrub_log(connection)
    except DBAPIError as error:
        raise CannotScrub(f"{unavailable(error)}. Not everything was scrubbed.") from None
    finally:
        engines.dispose()


async def _scrub_file(file: Path) -> None:
    async with SqlLog(file) as log:
        await log.scrubbed()


def _scrub_tables(connection: Connection) -> None:
    """Write every table anew: what is in no row any more is in none of their files."""
    for table in metadata.sorted_tables:
        connection.execute(text(f"VACUUM FULL {table.name}"))


def _scrub_log(connection: Connection) -> None:
    """Go on to new segments of the write-ahead log until no old one is left."""
    # One that is taken into use again is written over from its beginning. Those that are kept for
    # that come round one after another.
    switched = 0
    try:
        while switched <= 1 + connection.execute(_SEGMENTS).scalar_one():
            connection.execute(text("CHECKPOINT"))
            connection.execute(text("SELECT pg_switch_wal()"))
            switched += 1
        connection.execute(text("CHECKPOINT"))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != "42501":  # insufficient_privilege
            raise
        raise CannotScrub(
            "log_not_scrubbed: the tables are clean, and the write-ahead log is not: this takes a "
            "role that may look at it, switch it and make checkpoints. docs/deploy.md says which."
        ) from None
