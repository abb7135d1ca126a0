"""What is SQLite's own way of keeping a log."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from typing import Any, cast

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event

from server.log.appends import COLUMNS, Append
from server.log.entries import Unavailable

# The rooms, of an object of rooms and positions, whose last position it is.
_FITTING = """
SELECT key FROM json_each(?)
WHERE value = (SELECT max(position) FROM events WHERE room = key)
"""

_INSERT = f"INSERT INTO events ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


def append(engine: Engine, appends: Sequence[Append]) -> set[str]:
    """Append what fits, in one transaction; return the rooms of which it did.

    This is what a server does most, so it speaks to the driver itself: going through SQLAlchemy
    costs three times as much. Raises `Unavailable`.
    """
    asked = msgspec.json.encode({append.room: append.after for append in appends}).decode()
    with closing(engine.raw_connection()) as borrowed:
        driver = cast(sqlite3.Connection, borrowed.driver_connection)
        try:
            driver.execute("BEGIN IMMEDIATE")
            fitting = {room for (room,) in driver.execute(_FITTING, (asked,))}
            rows = [row for append in appends if append.room in fitting for row in append.rows]
            driver.executemany(_INSERT, rows)
            driver.execute("COMMIT")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                driver.rollback()
            # Its text may hold values.
            raise Unavailable(getattr(error, "sqlite_errorname", type(error).__name__)) from None
    return fitting


def writing(url: URL) -> Engine:
    """Return an engine for one thread that writes."""
    engine = _engine(url, connections=1)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        # An acknowledged action has to survive a power cut: WAL for speed, FULL for the promise.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten: an answer that nobody gave leaves no trace of its token.
        connection.execute("PRAGMA secure_delete = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def reading(url: URL, connections: int) -> Engine:
    """Return an engine whose transactions each see one moment, and hold up no writer."""
    engine = _engine(url, connections)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _engine(url: URL, connections: int) -> Engine:
    engine = create_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error may reach a log: what people wrote must not
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where this module says

    return engine
