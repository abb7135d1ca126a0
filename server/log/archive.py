"""The one file that a backup is: a SQLite file with all that is kept, and a sum over it.

Everything here is sqlite3 itself: the file belongs to nobody else while it is made, and is only
looked at, never written, when it is brought back.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Table, create_engine
from sqlalchemy.pool import NullPool

from server.log import tables
from server.log.migrate import upgrade

# Snapshots are left out: they are made from the events again.
KEPT = (
    tables.rooms,
    tables.events,
    tables.keys,
    tables.slips,
    tables.secrets,
    tables.records,
    tables.receipts,
    tables.sheets,
)

# "CGbk": what says that a SQLite file is one of these.
_KIND = 0x4347626B

_SUMS = "CREATE TABLE sums (name TEXT PRIMARY KEY, count INTEGER NOT NULL, sum BLOB NOT NULL)"

Row = Sequence[Any]


class Damaged(Exception):
    """The file is not a backup, or not the whole of one, or not as it was made."""


def migrate(file: Path) -> None:
    """Bring a file to the newest schema, out of nothing if need be."""
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    with engine.begin() as connection:
        upgrade(connection)


def fill(file: Path, copied: Iterable[tuple[Table, Iterable[Row]]]) -> None:
    """Write the rows of each table into an empty file, and seal it."""
    migrate(file)
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("PRAGMA synchronous = OFF")  # nothing counts before all of it is there
        for table, rows in copied:
            places = ", ".join("?" * len(table.columns))
            made.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)
        made.execute(_SUMS)
        sums = [(table.name, *_sum(made, table)) for table in KEPT]
        made.executemany("INSERT INTO sums VALUES (?, ?, ?)", sums)
        made.execute(f"PRAGMA application_id = {_KIND}")


def schema(file: Path) -> str:
    """Return the schema of a file after looking at every byte of it; raises `Damaged`."""
    try:
        with closing(_opened(file)) as found:
            _look_at(found)
            (revision,) = found.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(revision)
    except (sqlite3.Error, TypeError) as error:  # TypeError: a row that should be there is not
        raise Damaged from error


def rows(file: Path, table: Table) -> Iterator[dict[str, Any]]:
    """Return what a file of the newest schema holds of a table."""
    names = [column.name for column in table.columns]
    query = ", ".join(f'"{name}"' for name in names)
    with closing(_opened(file)) as found:
        for row in found.execute(f"SELECT {query} FROM {table.name}"):
            yield dict(zip(names, row, strict=True))


def _opened(file: Path) -> sqlite3.Connection:
    """Return a connection that leaves nothing beside the file, and nothing in it."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _look_at(found: sqlite3.Connection) -> None:
    if found.execute("PRAGMA application_id").fetchone() != (_KIND,):
        raise Damaged
    if found.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise Damaged
    there = found.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    # What is made up when it is read has no sum, and might have no end.
    made_up = "SELECT 1 FROM sqlite_master WHERE type IN ('view', 'trigger')"
    if found.execute(made_up).fetchone() is not None:
        raise Damaged
    kept = [table for table in KEPT if (table.name,) in there]
    sums = {name: sums for name, *sums in found.execute("SELECT name, count, sum FROM sums")}
    if sums != {table.name: list(_sum(found, table)) for table in kept}:
        raise Damaged


def _sum(file: sqlite3.Connection, table: Table) -> tuple[int, bytes]:
    """Return how many rows a table has, and the hash of all of them in order."""
    count, digest = 0, hashlib.sha256()
    encode = msgspec.msgpack.Encoder().encode
    key = ", ".join(column.name for column in table.primary_key)
    for row in file.execute(f"SELECT * FROM {table.name} ORDER BY {key}"):
        digest.update(encode(row))
        count += 1
    return count, digest.digest()
