"""The two kinds of database that a log may be in, as far as they differ."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TypeVar

from msgspec import Struct
from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from server.log import postgresql, sqlite
from server.log.appends import Append
from server.log.entries import Unavailable

T = TypeVar("T")

# Reading goes on beside writing, and a long history beside short questions. Each is a connection,
# of which PostgreSQL allows a hundred to all nodes together unless it is told otherwise.
READERS = 3

# A connection that was lost is noticed within this time (s). What takes longer would do so again.
AT_ONCE = 1.0


class Engines(Struct, frozen=True):
    """One database: for one thread that writes, and for `READERS` threads that read.

    `append` appends what fits in one transaction, and returns the rooms of which it did. `file` is
    where all of it is, if that is one file.
    """

    writing: Engine
    reading: Engine
    append: Callable[[Engine, Sequence[Append]], set[str]]
    file: Path | None = None

    def dispose(self) -> None:
        """Close all connections."""
        self.writing.dispose()
        self.reading.dispose()


def open_engines(where: Path | str, hurried: bool = True) -> Engines:
    """Return the engines for a SQLite file or a database URL; nothing is connected yet.

    Hurried ones give up after some seconds, for people wait for them. Raises ValueError for a URL
    of another kind.
    """
    url = _url(where)
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "")
        return Engines(sqlite.writing(url), sqlite.reading(url, READERS), sqlite.append, file)
    both = postgresql.engine(url, READERS + 1, hurried)
    return Engines(both, both, postgresql.append)


def _url(where: Path | str) -> URL:
    if isinstance(where, Path):
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
    except ArgumentError:
        url = URL.create("none")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        # The URL itself may hold a password.
        raise ValueError("database_url: the database's URL must begin with postgresql://")
    return url


def attempt(work: Callable[[], T]) -> T:
    """Do a transaction; once more on a new connection where the one it was given was lost long ago.

    Doing it again must be harmless, for the first time may have succeeded unheard. Raises
    `Unavailable`; what breaks a rule of the tables is still an IntegrityError.
    """
    began = monotonic()
    try:
        return work()
    except IntegrityError:
        raise
    except DBAPIError as error:
        if not error.connection_invalidated or monotonic() - began > AT_ONCE:
            raise unavailable(error) from None
    try:
        return work()
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise unavailable(error) from None


def unavailable(error: DBAPIError) -> Unavailable:
    """Return what is said of a failure: without the database's own text, which may hold values."""
    found = error.orig
    code = getattr(found, "sqlite_errorname", None) or getattr(found, "sqlstate", None)
    return Unavailable(code or type(found).__name__)
