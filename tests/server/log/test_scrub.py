"""After a scrub no byte is left of what was let go of, in whatever corner of the file it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import URL, Engine

from server.log import sqlite
from server.log.scrub import Scrubber

INSERT = "INSERT INTO events VALUES (?, ?, ?)"

# How long rows are at most: several on a page, one or two, and more than a page each.
LENGTHS = (300, 1_200, 9_000)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    """An engine as the log has it, with a table as the log has it."""
    found = sqlite.writing(URL.create("sqlite", database=str(file)))
    with found.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE events (room TEXT, position INTEGER, event BLOB, "
            "PRIMARY KEY (room, position)) WITHOUT ROWID"
        )
    yield found
    found.dispose()


@pytest.fixture
def scrubber(file: Path, engine: Engine) -> Iterator[Scrubber]:
    found = Scrubber(file)
    yield found
    engine.dispose()
    found.close()


class Rooms:
    """Rooms that fill up side by side, some of their words to be let go of."""

    def __init__(self, engine: Engine, dice: Random, most: int) -> None:
        self._engine, self._dice, self._most = engine, dice, most
        self._next = dict.fromkeys((f"{dice.getrandbits(128):032x}" for _ in range(8)), 1)
        self.secrets: dict[tuple[str, int], bytes] = {}

    @property
    def names(self) -> list[str]:
        return list(self._next)

    def fill(self, rows: int) -> None:
        for _ in range(rows):
            room = self._dice.choice(list(self._next))
            secret = self._dice.randbytes(24).hex().encode()
            row = (room, self._next[room], secret + b"." * self._dice.randrange(self._most))
            with self._engine.begin() as connection:
                connection.exec_driver_sql(INSERT, row)
            self.secrets[room, self._next[room]] = secret
            self._next[room] += 1

    def blank(self, room: int) -> list[bytes]:
        """Write over a room's words; return them."""
        name = self.names[room]
        gone = {at: secret for (of, at), secret in self.secrets.items() if of == name}
        with self._engine.begin() as connection:
            for at in gone:
                connection.exec_driver_sql(
                    "UPDATE events SET event = 'x' WHERE room = ? AND position = ?", (name, at)
                )
        return list(gone.values())

    def erase(self, room: int) -> list[bytes]:
        """Delete a room; return its words."""
        name = self.names[room]
        with self._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM events WHERE room = ?", (name,))
        return [secret for (of, _), secret in self.secrets.items() if of == name]


def all_bytes(file: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(file.parent.iterdir()))


def left(file: Path, secrets: list[bytes]) -> list[bytes]:
    found = all_bytes(file)
    return [secret for secret in secrets if secret in found]


def scrub(scrubber: Scrubber, engine: Engine) -> int:
    """Scrub everything; return in how many pieces."""
    scrubber.begin()
    pieces = 1
    while not (last := scrubber.step(engine)):
        assert last is not None, "somebody is in the way"
        pieces += 1
    return pieces


def intact(engine: Engine) -> bool:
    with engine.begin() as connection:
        return connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.parametrize("most", LENGTHS)
@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_left_and_the_others_words_are(
    file: Path, engine: Engine, scrubber: Scrubber, most: int, seed: int
) -> None:
    rooms = Rooms(engine, Random(seed), most)
    rooms.fill(300)
    gone = rooms.blank(0) + rooms.erase(1)

    scrub(scrubber, engine)

    assert left(file, gone) == []
    kept = [secret for secret in rooms.secrets.values() if secret not in gone]
    assert left(file, kept) == kept
    assert intact(engine)


def test_what_sqlite_overwrites_by_itself_is_not_everything(file: Path, engine: Engine) -> None:
    """Why there is a scrub: where this fails, SQLite has learnt to, and all of it can go."""
    found = 0
    rooms = Rooms(engine, Random(1), 1_200)
    rooms.fill(400)
    for room in range(8):
        gone = rooms.blank(room)
        with closing(sqlite3.connect(file)) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        found += len(left(file, gone))

    assert found > 0


@pytest.mark.parametrize("seed", range(4))
def test_it_stays_gone_while_others_go_on(
    file: Path, engine: Engine, scrubber: Scrubber, seed: int
) -> None:
    rooms = Rooms(engine, Random(seed), 1_200)
    rooms.fill(250)
    gone = rooms.blank(0)
    scrub(scrubber, engine)

    rooms.fill(250)
    with engine.begin() as connection:
        connection.exec_driver_sql("SELECT 1")
    scrub(scrubber, engine)

    assert left(file, gone) == []
    assert intact(engine)


def test_a_reader_is_waited_for_and_sees_what_it_saw(
    file: Path, engine: Engine, scrubber: Scrubber
) -> None:
    rooms = Rooms(engine, Random(1), 300)
    rooms.fill(50)
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        (before,) = reader.execute("SELECT count(*) FROM events WHERE event <> 'x'").fetchone()
        gone = rooms.blank(0)

        assert scrubber.step(engine) is None
        assert left(file, gone) == gone
        again = reader.execute("SELECT count(*) FROM events WHERE event <> 'x'").fetchone()
        assert again == (before,)
        reader.execute("ROLLBACK")

    scrub(scrubber, engine)
    assert left(file, gone) == []


@pytest.mark.parametrize("seed", range(12))
def test_a_large_file_is_done_in_pieces_between_which_others_write(
    file: Path, engine: Engine, scrubber: Scrubber, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.log.scrub.AT_ONCE", 12)
    rooms = Rooms(engine, Random(seed), 1_200)
    rooms.fill(300)
    gone = rooms.blank(0) + rooms.erase(1)

    pieces = 1
    scrubber.begin()
    while not scrubber.step(engine):
        pieces += 1
        rooms.fill(1)

    assert pieces > 3
    assert left(file, gone) == []
    assert intact(engine)


@pytest.mark.parametrize("seed", range(4))
def test_a_command_that_writes_into_the_file_meanwhile_does_no_harm(
    file: Path, engine: Engine, scrubber: Scrubber, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host's command is another process: it may free pages, and empty the log behind it."""
    monkeypatch.setattr("server.log.scrub.AT_ONCE", 12)
    rooms = Rooms(engine, Random(seed), 1_200)
    rooms.fill(300)
    gone = rooms.blank(0)
    others = sqlite.writing(engine.url)
    erased = iter((2, 5, 7))

    scrubber.begin()
    while not scrubber.step(engine):
        if (room := next(erased, None)) is not None:
            with others.begin() as other:
                name = rooms.names[room]
                other.exec_driver_sql("DELETE FROM events WHERE room = ?", (name,))
                row = ("new", room, b"." * 20_000)
                other.exec_driver_sql(INSERT, row)
            with others.connect() as other:
                other.exec_driver_sql("COMMIT")
                other.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    others.dispose()

    assert left(file, gone) == []
    assert intact(engine)


def test_an_empty_file_is_scrubbed_too(file: Path, engine: Engine, scrubber: Scrubber) -> None:
    assert scrub(scrubber, engine) == 1
    assert intact(engine)
