"""What was copied while rooms were busy comes back whole, in either kind of database, or not."""

import asyncio
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine

from consensus import events as e
from server.backup import CannotBackUp, backup, restore
from server.log import Exchange, NewEntry, RoomRow, Snapshot, SqlLog, archive, tables
from server.log.migrate import _config
from tests.services.postgres import Postgres

KINDS = ["sqlite", "postgresql"]
ROOMS = [RoomRow(f"room{n}", f"CODE{n:02}", f"epoch{n}", n) for n in range(3)]

Place = Callable[[str], Path | str]


@pytest.fixture
def place(tmp_path: Path, postgres: Postgres) -> Place:
    """Where a database of some kind may be, another each time."""
    numbers = iter(range(100))

    def where(kind: str) -> Path | str:
        return tmp_path / f"{next(numbers)}.db" if kind == "sqlite" else postgres.database()

    return where


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a backup goes."""
    return tmp_path / "backups" / "monday.backup"


@pytest.fixture(autouse=True)
def _folder(file: Path) -> Iterator[None]:
    """A folder with nothing in it but backups, before and after."""
    file.parent.mkdir()
    yield
    assert set(file.parent.iterdir()) <= {file}


def hand(member: str) -> NewEntry:
    return NewEntry(2, member, f"command-{member}", e.HandRaised(member))


async def fill(log: SqlLog) -> bytes:
    """Keep something of every kind; return the secret."""
    for room in ROOMS:
        first = NewEntry(1, None, None, e.MeetingPrepared(f"A\0 {room.id} é", "", "t", (), (), 1))
        await log.add_room(room, first)
        await log.append(room.id, 1, [hand(f"member{n}") for n in range(room.prepared * 700 + 1)])
        await log.add_key(room.id, room.id.encode() * 5, "member1")
        await log.keep_snapshot(room.id, room.epoch, Snapshot(1, "shape", b"state"))
        unopened = Exchange("trust", {}, {"token2": b"no", "token1": b"yes"})
        (after,) = (await log.heads([room.id])).values()
        await log.append_with_slips(room.id, after, [], [unopened])
    return await log.secret()


def filled(where: Path | str) -> Path | str:
    """Keep something of every kind in a new log; return where."""

    async def keep() -> None:
        async with SqlLog(where) as log:
            await fill(log)

    asyncio.run(keep())
    return where


def room_by_code(where: Path | str, code: str) -> RoomRow | None:
    """Return what a log knows of a room."""

    async def find() -> RoomRow | None:
        async with SqlLog(where) as log:
            return await log.room_by_code(code)

    return asyncio.run(find())


# --- there and back -------------------------------------------------------------------------------


@pytest.mark.parametrize("target_kind", KINDS)
@pytest.mark.parametrize("source_kind", KINDS)
async def test_everything_comes_back_whole_in_either_kind_of_database(
    place: Place, file: Path, source_kind: str, target_kind: str
) -> None:
    source, target = place(source_kind), place(target_kind)
    async with SqlLog(source) as log:
        secret = await fill(log)
        backup(source, file)

        restore(file, target)

        async with SqlLog(target) as restored:
            for room in ROOMS:
                found = await restored.room_by_code(room.code)
                assert found is not None
                assert (found.id, found.prepared) == (room.id, room.prepared)
                assert await restored.read(room.id) == await log.read(room.id)
                assert await restored.member_by_key(room.id, room.id.encode() * 5) == "member1"
                assert await restored.snapshot(room.id) is None
            assert await restored.secret() == secret
            await restored.append("room0", 2, [hand("back")])


def test_every_room_that_came_back_has_an_epoch_that_no_browser_knows(
    place: Place, file: Path
) -> None:
    backup(filled(place("sqlite")), file)
    epochs = {room.epoch for room in ROOMS}

    for _ in range(2):
        target = place("sqlite")
        restore(file, target)
        rows = [room_by_code(target, room.code) for room in ROOMS]
        epochs |= {row.epoch for row in rows if row}

    assert len(epochs) == 3 * len(ROOMS)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_backup_of_busy_rooms_is_the_beginning_of_each_with_all_that_was_acknowledged(
    place: Place, file: Path, kind: str
) -> None:
    source, target = place(kind), place("sqlite")
    enough = asyncio.Event()

    async def be_busy(room: str, position: int) -> None:
        while not enough.is_set():
            await log.append(room, position, [hand("a"), hand("b")])
            position += 2

    async with SqlLog(source) as log:
        await fill(log)
        before = await log.heads([room.id for room in ROOMS])
        busy = [asyncio.create_task(be_busy(*head)) for head in before.items()]
        await log.secret()  # it takes its turn with the appends: they have begun

        acknowledged = await log.heads([room.id for room in ROOMS])
        await asyncio.to_thread(backup, source, file)
        enough.set()
        await asyncio.gather(*busy)

        restore(file, target)
        async with SqlLog(target) as restored:
            for room, least in acknowledged.items():
                copied, everything = await restored.read(room), await log.read(room)
                assert least <= len(copied) <= len(everything)
                assert copied == everything[: len(copied)]


async def test_a_secret_that_was_drawn_before_gives_way_to_the_one_that_comes_back(
    place: Place, file: Path
) -> None:
    source, target = place("sqlite"), place("postgresql")
    async with SqlLog(source) as log:
        secret = await fill(log)
    async with SqlLog(target) as log:
        assert await log.secret() != secret
    backup(source, file)

    restore(file, target)

    async with SqlLog(target) as log:
        assert await log.secret() == secret


def test_a_backup_is_for_the_eyes_of_its_owner(place: Place, file: Path) -> None:
    target = place("sqlite")
    backup(filled(place("sqlite")), file)
    restore(file, target)

    for written in (file, Path(target)):
        assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_backup_can_be_brought_back_from_where_nothing_can_be_written(
    place: Place, file: Path
) -> None:
    target = place("sqlite")
    backup(filled(place("sqlite")), file)
    before = file.read_bytes()
    file.chmod(0o400)
    file.parent.chmod(0o500)

    restore(file, target)

    file.parent.chmod(0o700)
    assert file.read_bytes() == before


def test_a_backup_of_an_older_version_is_brought_up_to_date_and_left_as_it_is(
    place: Place, file: Path
) -> None:
    made_by_an_older_version(file)
    before = file.read_bytes()
    target = place("postgresql")

    restore(file, target)

    assert file.read_bytes() == before
    assert room_by_code(target, "CODE00") is not None


def made_by_an_older_version(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        command.upgrade(_config(connection), "0001")
    engine.dispose()
    with closing(sqlite3.connect(file)) as old, old:
        old.execute("INSERT INTO rooms VALUES ('room0', 'CODE00', 'epoch0', 1)")
        old.execute(archive._SUMS)
        for table in (tables.rooms, tables.events, tables.keys):
            row = (table.name, *archive._sum(old, table))
            old.execute("INSERT INTO sums VALUES (?, ?, ?)", row)
        old.execute(f"PRAGMA application_id = {archive._KIND}")


# --- what is refused ------------------------------------------------------------------------------


def refused(code: str) -> "pytest.RaisesExc[CannotBackUp]":
    return pytest.raises(CannotBackUp, match=rf"^{code}: .+\.$")


def test_a_file_that_is_there_is_never_written_over(place: Place, file: Path) -> None:
    source = filled(place("sqlite"))
    backup(source, file)
    before = file.read_bytes()

    with refused("file_exists"):
        backup(source, file)

    assert file.read_bytes() == before


def test_a_database_that_holds_rooms_is_left_alone(place: Place, file: Path) -> None:
    source = filled(place("sqlite"))
    backup(source, file)

    with refused("not_empty"):
        restore(file, source)

    assert room_by_code(source, ROOMS[0].code) == ROOMS[0]


@pytest.mark.parametrize("kind", KINDS)
def test_where_nothing_was_ever_kept_there_is_nothing_to_copy(
    place: Place, file: Path, kind: str
) -> None:
    source = place(kind)

    with refused("nothing_kept"):
        backup(source, file)

    assert not isinstance(source, Path) or not source.exists()


def test_a_backup_that_is_not_there_is_said_so(place: Place, file: Path) -> None:
    target = place("sqlite")

    with refused("no_such_backup"):
        restore(file, target)

    assert not Path(target).exists()


def test_a_file_cut_anywhere_is_refused(place: Place, file: Path) -> None:
    backup(filled(place("sqlite")), file)
    whole = file.read_bytes()
    target = place("sqlite")

    for size in (0, 50, len(whole) // 3, len(whole) - 4096, len(whole) - 1):
        file.write_bytes(whole[:size])
        with refused("damaged_backup"):
            restore(file, target)

    assert not Path(target).exists()


def test_a_file_in_which_one_letter_was_altered_is_refused(place: Place, file: Path) -> None:
    backup(filled(place("sqlite")), file)
    whole = bytearray(file.read_bytes())
    whole[whole.index(b"hand_raised")] = ord("H")
    file.write_bytes(whole)

    with refused("damaged_backup"):
        restore(file, place("sqlite"))


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM events WHERE position = 2 AND room = 'room1'",
        "DELETE FROM sums WHERE name = 'keys'",
        "DELETE FROM alembic_version",
        "DROP TABLE sums",
        "PRAGMA application_id = 0",
    ],
)
def test_a_file_that_was_worked_on_is_refused(place: Place, file: Path, change: str) -> None:
    backup(filled(place("sqlite")), file)
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(change)

    with refused("damaged_backup"):
        restore(file, place("sqlite"))


@pytest.mark.parametrize(
    "changes",
    [
        ("UPDATE events SET event = X'7B7B' WHERE position = 1",),
        ("UPDATE events SET event = 'abc' WHERE position = 1",),
        ("UPDATE events SET version = 99 WHERE position = 1",),
        (
            "DROP TABLE receipts",
            "CREATE VIEW receipts AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
            "SELECT x AS id, x AS at, x AS receipt FROM n",
        ),
    ],
)
def test_a_file_with_right_sums_over_nonsense_is_refused(
    place: Place, file: Path, changes: tuple[str, ...]
) -> None:
    """The last one would go on for ever."""
    source = place("sqlite")
    asyncio.run(closed_room(source))
    backup(source, file)
    with closing(sqlite3.connect(file)) as opened, opened:
        for change in changes:
            opened.execute(change)
        kinds = dict(opened.execute("SELECT name, type FROM sqlite_master").fetchall())
        for table in archive.KEPT:
            opened.execute("DELETE FROM sums WHERE name = ?", (table.name,))
            if kinds[table.name] == "table":
                found = (table.name, *archive._sum(opened, table))
                opened.execute("INSERT INTO sums VALUES (?, ?, ?)", found)

    target = place("sqlite")
    with refused("damaged_backup"):
        restore(file, target)

    assert not rooms_in(target)


async def closed_room(where: Path | str) -> None:
    """Keep a room whose meeting is over, of which something may have to be blanked."""
    async with SqlLog(where) as log:
        first = NewEntry(1, None, None, e.MeetingPrepared("A room", "", "t", (), (), 1))
        await log.add_room(ROOMS[0], first)
        await log.append(ROOMS[0].id, 1, [NewEntry(2, None, None, e.MeetingClosed(2))])


def rooms_in(where: Path | str) -> bool:
    """Say whether a database that was just made holds rooms."""
    if not Path(where).exists():
        return False
    with closing(sqlite3.connect(where)) as opened:
        there = opened.execute("SELECT 1 FROM sqlite_master WHERE name = 'rooms'").fetchone()
        return bool(there and opened.execute("SELECT 1 FROM rooms").fetchone())


def test_a_copy_of_a_data_file_is_not_a_backup(place: Place, file: Path) -> None:
    """What was committed last may be in the file beside it."""
    source = filled(place("sqlite"))
    shutil.copy(source, file)

    with refused("damaged_backup"):
        restore(file, place("sqlite"))


def test_what_a_newer_version_wrote_is_left_to_it(place: Place, file: Path) -> None:
    source = filled(place("sqlite"))
    backup(source, file)
    for database in (Path(source), file):
        with closing(sqlite3.connect(database)) as opened, opened:
            opened.execute("UPDATE alembic_version SET version_num = '9999'")

    with refused("newer"):
        restore(file, place("sqlite"))
    file.unlink()
    with refused("newer"):
        backup(source, file)


def test_what_an_older_version_wrote_is_brought_up_to_date_first(place: Place, file: Path) -> None:
    source = Path(place("sqlite"))
    made_by_an_older_version(source)

    with refused("old_database"):
        backup(source, file)


def test_a_folder_that_is_not_there_is_said_so(place: Place, file: Path, tmp_path: Path) -> None:
    source, nowhere = filled(place("sqlite")), tmp_path / "nowhere" / "a.db"
    backup(source, file)

    with refused("cannot_write"):
        backup(source, nowhere)
    with refused("cannot_write"):
        restore(file, nowhere)


def test_a_server_that_is_not_there_is_said_so_without_its_password(file: Path) -> None:
    for url, code in (
        ("postgresql://kit:hunter2@127.0.0.1:1/log", "log_unavailable"),
        ("mysql://kit:hunter2@127.0.0.1/log", "database_url"),
    ):
        with refused(code) as told:
            backup(url, file)

        assert "hunter2" not in str(told.value)


def test_a_source_that_fails_on_the_way_leaves_no_file(place: Place, file: Path) -> None:
    source = Path(filled(place("sqlite")))
    with source.open("r+b") as broken:
        broken.truncate(source.stat().st_size // 2)

    with refused("log_unavailable"):
        backup(source, file)

    assert not file.exists()
