"""What a server needs before it starts, and one plain sentence for each thing that is missing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from server.log.engines import open_engines
from server.log.migrate import NewerDatabase, version
from server.services import STATIC
from server.settings import DATABASE, Settings

try:
    import fcntl
except ImportError:  # Windows, where a second server on one folder is not noticed
    fcntl = None  # type: ignore[assignment]  # that is what its absence means

# How a URL of Redis may begin: plain, encrypted, or a socket on this machine.
REDIS = ("redis://", "rediss://", "unix://")

# Seconds within which a server on the same network has answered, if it ever will.
PATIENCE = 5


class CannotServe(Exception):
    """The server cannot start; the message is one sentence that says why and what to do."""


def check_client() -> None:
    """Raise `CannotServe` when the browser client has not been built."""
    if not (STATIC / "app" / "build.json").exists():
        raise CannotServe("client_missing: the browser client is not built. Run `make install`.")


def check_reach(settings: Settings) -> None:
    """Raise `CannotServe` rather than let strangers open rooms unasked."""
    if settings.reaches_others and not settings.passphrase and not settings.open_to_anyone:
        raise CannotServe(
            "passphrase_needed: others can reach this address. Set COMMONGROUND_PASSPHRASE to what "
            "people must know to open a room, or say --open-to-anyone."
        )


def check_parts(settings: Settings) -> None:
    """Raise `CannotServe` where the parts would not make one service, or a URL is of no known kind.

    No sentence repeats a URL: a password may be anywhere in one that was mistyped.
    """
    if settings.workers > 1 and not settings.database_url:
        raise CannotServe(
            "workers_need_database: several workers need one log that they share. Give a "
            "PostgreSQL database with --database-url, or serve with one worker."
        )
    if settings.workers > 1 and not settings.redis_url:
        raise CannotServe(
            "workers_need_redis: several workers need a way to tell each other what happens. Give "
            "a Redis server with --redis-url, or serve with one worker."
        )
    if settings.redis_url and not settings.database_url:
        raise CannotServe(
            "redis_needs_database: servers that talk over Redis need one log that they share. "
            "Give a PostgreSQL database with --database-url, or leave out --redis-url."
        )
    if settings.database_url and not settings.database_url.startswith("postgresql://"):
        raise CannotServe("database_url: the database's URL has to begin with postgresql://")
    if settings.redis_url and not settings.redis_url.startswith(REDIS):
        raise CannotServe("redis_url: the Redis server's URL has to begin with redis://")


@contextmanager
def log_at_hand(settings: Settings) -> Iterator[None]:
    """Check the log's database; a folder is held as long as this lasts."""
    if settings.database_url:
        check_database_server(settings.database_url)
        check_version(settings.database_url)
        yield
        return
    prepare_data(settings.data)
    with hold(settings.data):
        check_database(settings.data)
        check_version(settings.database)
        yield


def prepare_data(folder: Path) -> None:
    """Make the data folder, readable by its owner alone; raises `CannotServe` where it cannot."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CannotServe(
            f"data_folder: cannot write in {folder} ({error.strerror}). "
            "Choose another folder with --data."
        ) from error


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep a data folder for this process alone; raises `CannotServe` when another has it.

    Two servers on one folder would each take the other's people for gone. The folder is free again
    when the process ends, in whatever way.
    """
    with (folder / "lock").open("wb") as lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise CannotServe(
                    f"data_in_use: another Common Ground is using {folder}. "
                    "Stop it, or choose another folder with --data."
                ) from error
        yield


def check_database(folder: Path) -> None:
    """Raise `CannotServe` where the data file is not one of ours or cannot be opened."""
    try:
        with closing(sqlite3.connect(folder / DATABASE)) as database:
            database.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        raise CannotServe(
            f"data_file: {folder / DATABASE} cannot be opened ({error}). "
            "Choose another folder with --data, or put a backup there."
        ) from error


def check_database_server(url: str) -> None:
    """Raise `CannotServe` where the database server does not let us in, or does not answer."""
    import psycopg  # only here, since most servers have no database of this kind

    try:
        psycopg.connect(url, connect_timeout=PATIENCE).close()
    except psycopg.ProgrammingError:
        raise CannotServe(
            "database_url: the database's URL cannot be read. It looks like "
            "postgresql://user:password@host:port/name, with special signs written as %40."
        ) from None  # what it came from quotes the URL
    except psycopg.Error as error:
        connection = error.pgconn
        if connection and (connection.used_password or connection.needs_password):
            raise CannotServe(
                "database_refused: the database server does not let Common Ground in. Check the "
                "user, the password and the database's name in its URL."
            ) from None
        raise CannotServe(
            "database_unreachable: the database that the URL names does not answer. Check that "
            "it runs, and the host, the port and the database's name in its URL."
        ) from None


def check_version(where: Path | str) -> None:
    """Raise `CannotServe` where a newer Common Ground has brought the database further."""
    engines = open_engines(where)
    try:
        with engines.writing.connect() as connection:
            version(connection)
    except NewerDatabase:
        raise CannotServe(
            "newer_data: a newer Common Ground has used this data. Install that version, or a "
            "newer one; nothing was changed."
        ) from None
    finally:
        engines.dispose()


def redis_answers(url: str) -> bool:
    """Say whether a Redis server answers now; raises `CannotServe` when its URL cannot be read."""
    import redis  # only here, since most servers have none

    try:
        client = redis.Redis.from_url(url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE)
    except ValueError:
        raise CannotServe(
            "redis_url: the Redis server's URL cannot be read. It looks like "
            "redis://:password@host:port/0"
        ) from None
    with client:
        try:
            client.ping()
        except redis.RedisError:
            return False
    return True
