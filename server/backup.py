"""Copies everything that is kept to one file while rooms are busy, and brings it back.

What was copied from one kind of database can be brought back into the other: that is how the rooms
of a laptop move to a server.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.exc import DBAPIError, StatementError

from server import access
from server.forgetting.blanking import blank_all
from server.log import archive
from server.log.engines import Engines, open_engines, unavailable
from server.log.migrate import NewerDatabase, newest, upgrade, version
from server.log.tables import rooms, secrets

CHUNK = 1_000


class CannotBackUp(Exception):
    """Nothing was copied, or nothing brought back; one sentence says why and what to do."""


# --- there ---


def backup(source: Path | str, file: Path) -> None:
    """Write a new file with everything that a database holds at one moment, its owner's alone.

    `source` is a SQLite file or a database URL, which may be in use. Raises `CannotBackUp`, and
    then there is no file.
    """
    if file.exists():
        raise CannotBackUp(f"file_exists: {file} is there already. Choose another name.")
    if isinstance(source, Path) and not source.is_file():
        raise CannotBackUp(f"nothing_kept: there is no {source}. Name another folder with --data.")
    with _explained(), _opened(source) as engines, _one_moment(engines) as connection:
        _check_source(connection)
        with _complete(file) as part:
            archive.fill(part, ((table, _read(connection, table)) for table in archive.KEPT))


@contextmanager
def _one_moment(engines: Engines) -> Iterator[Connection]:
    """Everything that is read is as it was when the first of it was read."""
    with engines.reading.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        yield connection


def _check_source(connection: Connection) -> None:
    found = version(connection)
    if found is None:
        raise CannotBackUp("nothing_kept: no Common Ground has used this database yet.")
    if found != newest():
        raise CannotBackUp(
            "old_database: an older Common Ground wrote this. "
            "Start this version once, so that it brings the database up to date."
        )


def _read(connection: Connection, table: Table) -> Iterator[archive.Row]:
    streamed = connection.execution_options(yield_per=CHUNK)
    for part in streamed.execute(select(table)).partitions():
        yield from map(tuple, part)


@contextmanager
def _complete(file: Path) -> Iterator[Path]:
    """Let a file be written under another name; it gets its own when the disk has all of it."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _sync(part, os.O_RDWR)
        part.rename(file)
        if os.name == "posix":  # Windows opens no folders, and keeps names without being asked
            _sync(file.parent, os.O_RDONLY)
    finally:
        part.unlink(missing_ok=True)


def _sync(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# --- and back ---


def restore(file: Path, target: Path | str) -> None:
    """Bring back what a backup holds, into a database in which there is no room yet.

    `target` is a SQLite file or a database URL. Browsers that knew a room take all of it anew. Of
    closed rooms, what was never shown stays behind, whatever the backup holds.
    Raises `CannotBackUp`, and then nothing was brought back.
    """
    if not file.is_file():
        raise CannotBackUp(f"no_such_backup: there is no {file}.")
    with tempfile.TemporaryDirectory(prefix="commonground-restore-") as folder, _explained():
        whole = _newest(file, Path(folder))
        if isinstance(target, Path):
            target.touch(mode=0o600)
        with (
            _opened(target) as engines,
            _understood(file),
            engines.writing.begin() as connection,
        ):
            upgrade(connection)
            _fill(connection, whole)
            blank_all(connection)


def _newest(file: Path, folder: Path) -> Path:
    """Return a file with the newest schema that holds what a checked backup holds."""
    try:
        found = archive.schema(file)
    except archive.Damaged as error:
        raise CannotBackUp(
            f"damaged_backup: {file} is not a backup, or not as it was made. Use another copy."
        ) from error
    if found == newest():
        return file
    copied = Path(shutil.copy(file, folder))
    archive.migrate(copied)
    return copied


@contextmanager
def _understood(file: Path) -> Iterator[None]:
    """Refuse a file whose sums are right and whose rows are nothing that was ever written."""
    try:
        yield
    except DBAPIError:
        raise
    except (ValueError, StatementError):
        raise CannotBackUp(
            f"damaged_backup: {file} holds what this version cannot read. Use another copy."
        ) from None


def _fill(connection: Connection, file: Path) -> None:
    if connection.scalar(select(rooms.c.id).limit(1)) is not None:
        raise CannotBackUp(
            "not_empty: there are rooms already. Bring the backup back into an empty place."
        )
    connection.execute(delete(secrets))  # that of a server which was started here before
    for table in archive.KEPT:
        rows = archive.rows(file, table)
        for part in _chunks(map(_anew, rows) if table is rooms else rows):
            connection.execute(insert(table), part)


def _anew(room: dict[str, Any]) -> dict[str, Any]:
    """What browsers saw after the backup was made is gone: they must not take it as known."""
    return room | {"epoch": access.new_id()}


def _chunks(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    left = iter(rows)
    while part := list(islice(left, CHUNK)):
        yield part


# --- both ---


@contextmanager
def _opened(where: Path | str) -> Iterator[Engines]:
    try:
        engines = open_engines(where, hurried=False)
    except ValueError as error:
        raise CannotBackUp(f"{error}.") from error
    try:
        yield engines
    finally:
        engines.dispose()


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what went wrong into one sentence."""
    try:
        yield
    except NewerDatabase as error:
        raise CannotBackUp("newer: a newer Common Ground wrote this. Use that version.") from error
    except DBAPIError as error:
        raise CannotBackUp(f"{unavailable(error)}. Nothing was copied.") from None
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error.sqlite_errorname
        raise CannotBackUp(f"cannot_write: the file cannot be written ({why}).") from error
