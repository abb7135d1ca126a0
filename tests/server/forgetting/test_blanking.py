"""What nobody was ever shown is gone when a meeting ends: from every byte that is kept of it."""

import asyncio
import gc
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import takewhile
from pathlib import Path
from random import Random

import pytest

from consensus import commands as c
from consensus import events as e
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.answers.ballots import Ballot
from consensus.answers.notes import Lane
from consensus.hall import table as t
from consensus.items import ITSELF, Source
from consensus.roomwide import contacts
from consensus.steps import collect, judge
from server.backup import backup, restore
from server.bus import Alone
from server.demo.client import Door, RoomClient
from server.forgetting.blanking import blank
from server.forgetting.scrub import scrub
from server.log import Exchange, NewEntry, RoomRow, SqlLog
from server.recall import recall
from server.room import LiveRoom
from tests.forms import ROOM
from tests.meetings import PRIVATE, Act, Story, play
from tests.server.fake_lines import live_room
from tests.server.processes import ServerProcess
from tests.server.waiting import until
from tests.services.postgres import Postgres

ROW = RoomRow("room1", "ABC234", "epoch1", 1)
MARKER = re.compile(rb"%s-\d+\." % PRIVATE.encode())


async def played(log: SqlLog, story: Story, row: RoomRow = ROW) -> LiveRoom:
    """Return a room in which a story has been played, and which was closed then."""
    await log.add_room(row, NewEntry(1, None, None, story.prepared))
    before_the_end = takewhile(lambda act: not isinstance(act.command, c.Close | t.End), story.acts)
    position = 1
    for acts in batched(list(before_the_end), 8):
        entries = [NewEntry(act.at, act.by, None, event) for act in acts for event in act.events]
        slips = {
            f"tokenNumber{number}": e.write(act.command)  # type: ignore[arg-type]  # any bytes
            for number, act in enumerate(acts)
            if isinstance(act.command, judge.Slip)
        }
        exchanges = [Exchange(f"step{position}", {}, slips)] if slips else []
        await log.append_with_slips(row.id, position, entries, exchanges)
        position += len(entries)
    room = await live_room(row, log, lambda: 10**9)
    if room.meeting.table is not None:
        await room.ask(t.End())  # which its hall asks
        return room
    assert room.meeting.chair is not None
    await room.ask(c.Close(), room.meeting.chair.id, "the end")
    return room


def batched(acts: list[Act], most: int) -> list[list[Act]]:
    return [acts[start : start + most] for start in range(0, len(acts), most)]


def asked(story: Story) -> set[bytes]:
    """Return every marker that somebody sent."""
    return set(MARKER.findall(repr(story.acts).encode()))


def found_in(folder: Path) -> set[bytes]:
    """Return the markers that are in any byte of any file of a folder."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {marker for file in files for marker in MARKER.findall(file.read_bytes())}


async def kept_in(log: SqlLog, room: str = ROW.id) -> set[bytes]:
    """Return the markers in what the log says that it holds."""
    events = [e.write(entry.event) for entry in await log.read(room)]
    return set(MARKER.findall(b"".join(events)))


# --- random meetings --------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(24))
async def test_no_byte_is_left_of_what_was_never_shown(tmp_path: Path, seed: int) -> None:
    folder, copies = tmp_path / "data", tmp_path / "copies"
    folder.mkdir()
    copies.mkdir()
    story = play(Random(seed).choice)
    async with SqlLog(folder / "log.db") as log:
        room = await played(log, story)
        await log.scrubbed()
        kept = await kept_in(log)

        assert found_in(folder) == kept

        backup(folder / "log.db", copies / "after.backup")
        assert found_in(copies) == kept
        await room.close()
        await log.scrubbed()
        assert found_in(folder) == kept
    assert found_in(folder) == kept


def test_the_stories_have_words_to_lose() -> None:
    """The test above would prove nothing of meetings in which everything was shown."""
    sent = [len(asked(play(Random(seed).choice))) for seed in range(24)]

    assert sum(sent) > 100


async def test_rooms_side_by_side_lose_only_their_own(tmp_path: Path) -> None:
    stories = [play(Random(seed).choice) for seed in (1, 2, 3)]
    rows = [RoomRow(f"room{n}", f"ABC23{n}", "epoch", 1) for n in range(3)]
    async with SqlLog(tmp_path / "log.db") as log:
        rooms = [await played(log, story, row) for story, row in zip(stories, rows, strict=True)]
        await log.scrubbed()

        kept = set[bytes]().union(*[await kept_in(log, row.id) for row in rows])
        assert found_in(tmp_path) == kept
        for room in rooms:
            await room.close()


@pytest.mark.parametrize("seed", range(8))
async def test_a_closed_room_comes_back_as_it_was(log: SqlLog, seed: int) -> None:
    room = await played(log, play(Random(seed).choice))
    await room.close()

    found = await recall(log, ROW.id)

    assert (found.meeting, found.position) == (room.meeting, room.position)


# --- in the way, and interrupted --------------------------------------------------------------

SECRET = f"{PRIVATE}-1."
SHOWN = f"{PRIVATE}-2."


async def with_a_secret(log: SqlLog) -> LiveRoom:
    """Return a room about to be closed, in which one note is private still."""
    lane = Lane("a", "A")
    plans = [
        StepPlan(name, name, "", 5, collect.Settings((lane,), private=True), Source(take="none"))
        for name in ("shown", "private")
    ]
    prepared = e.MeetingPrepared("A room", "", "t", (), tuple(plans), 1)
    await log.add_room(ROW, NewEntry(1, None, None, prepared))
    room = await live_room(ROW, log, lambda: 1_000)
    await room.ask(c.Join("kit", "Kit", "Training", "chair"))
    await room.ask(c.OpenStep("shown"), "kit", "1")
    await room.ask(collect.AddNote("shown", "n1", "a", SHOWN), "kit", "2")
    await room.ask(collect.RevealNotes("shown"), "kit", "3")
    await room.ask(c.OpenStep("private"), "kit", "4")
    await room.ask(collect.AddNote("private", "n2", "a", SECRET), "kit", "5")
    return room


async def test_while_somebody_reads_what_was_it_stays_for_them_alone(
    log: SqlLog, tmp_path: Path
) -> None:
    room = await with_a_secret(log)
    with closing(sqlite3.connect(tmp_path / "log.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        await room.ask(c.Close(), "kit", "6")
        assert await kept_in(log) == {SHOWN.encode()}
        assert SECRET.encode() in found_in(tmp_path)
        reader.execute("ROLLBACK")

    await log.scrubbed()

    assert found_in(tmp_path) == {SHOWN.encode()}
    await room.close()


async def test_a_crash_before_the_scrub_is_made_good_at_the_next_start(tmp_path: Path) -> None:
    copied = tmp_path / "copied"
    copied.mkdir()
    async with SqlLog(tmp_path / "log.db") as log:
        room = await with_a_secret(log)
        with closing(sqlite3.connect(tmp_path / "log.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM events").fetchone()
            await room.ask(c.Close(), "kit", "6")
            for name in ("log.db", "log.db-wal"):  # what a power cut leaves at this moment
                (copied / name).write_bytes((tmp_path / name).read_bytes())
        await room.close()
    assert SECRET.encode() in found_in(copied)

    async with SqlLog(copied / "log.db") as log:
        await log.scrubbed()
        assert found_in(copied) == {SHOWN.encode()}


async def test_a_command_that_came_together_with_the_end_is_written_blank(
    log: SqlLog, tmp_path: Path
) -> None:
    room = await with_a_secret(log)
    late = f"{PRIVATE}-3."
    await asyncio.gather(
        room.ask(collect.EditNote("private", "n2", late), "kit", "6"),
        room.ask(c.Close(), "kit", "7"),
    )

    await log.scrubbed()

    assert found_in(tmp_path) == {SHOWN.encode()}
    await room.close()


async def test_how_somebody_was_reached_before_goes_also_after_the_end(
    log: SqlLog, tmp_path: Path
) -> None:
    room = await with_a_secret(log)
    await room.ask(contacts.Enter(phone="01603 111111"), "kit", "6")
    await room.ask(c.Close(), "kit", "7")

    await room.ask(contacts.Enter(phone="01603 222222"), "kit", "8")
    await log.scrubbed()

    holds = bytes_hold(tmp_path)
    assert not holds("111111")
    assert holds("222222")
    await room.close()


async def test_nothing_in_memory_holds_on_to_it(log: SqlLog) -> None:
    room = await with_a_secret(log)
    room.audience.everyone()
    await room.ask(c.Close(), "kit", "6")

    held = [each for each in reached(room) if isinstance(each, str | bytes)]

    text = "".join(each if isinstance(each, str) else each.decode("latin-1") for each in held)
    assert SHOWN in text
    assert SECRET not in text
    await room.close()


def reached(start: object) -> Iterator[object]:
    """Yield every object that can be reached from one, but for modules and classes."""
    seen, left = {id(start)}, [start]
    while left:
        each = left.pop()
        yield each
        for other in gc.get_referents(each):
            skipped = isinstance(other, type | type(re) | asyncio.AbstractEventLoop | SqlLog)
            if id(other) not in seen and not skipped and not hasattr(other, "__globals__"):
                seen.add(id(other))
                left.append(other)


# --- older logs, and other places -------------------------------------------------------------


async def left_unblanked(log: SqlLog) -> None:
    """Keep a closed room as a server left it that knew nothing of blanking."""
    room = await with_a_secret(log)
    await room.close()
    await log.append(ROW.id, room.position, [NewEntry(9, "kit", "6", e.MeetingClosed(9))])


async def test_a_room_that_was_closed_before_can_be_blanked_later(
    log: SqlLog, tmp_path: Path
) -> None:
    await left_unblanked(log)

    assert await blank(log, ROW.id) == 1
    assert await blank(log, ROW.id) == 0
    await log.scrubbed()

    assert found_in(tmp_path) == {SHOWN.encode()}


async def test_what_an_older_backup_holds_does_not_come_back_into_a_closed_room(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "restored"
    folder.mkdir()
    async with SqlLog(tmp_path / "log.db") as log:
        await left_unblanked(log)
        backup(tmp_path / "log.db", tmp_path / "older.backup")

    restore(tmp_path / "older.backup", folder / "log.db")

    async with SqlLog(folder / "log.db") as log:
        await log.scrubbed()
        assert found_in(folder) == {SHOWN.encode()}


async def test_in_postgresql_it_is_gone_from_every_file_after_a_scrub() -> None:
    with Postgres() as postgres:
        where = postgres.database()
        async with SqlLog(where) as log:
            await log.secret()
            room = await with_a_secret(log)
            await room.ask(c.Close(), "kit", "6")
            assert await kept_in(log) == {SHOWN.encode()}
            await room.close()
            await asyncio.to_thread(scrub, where)

            assert await kept_in(log) == {SHOWN.encode()}
        assert found_in(postgres.data) == {SHOWN.encode()}


# --- a real server ----------------------------------------------------------------------------

LANES = (Lane("signed", "Signed"), Lane("unsigned", "Unsigned", shown="nobody"))
NOTES = collect.Settings(LANES, private=True)
TRUST = judge.Settings(ask="scale", low="no", high="yes", shown="nobody")


def marker(dice: Random) -> str:
    return dice.randbytes(24).hex()


async def test_killed_right_after_the_end_and_started_again(process: ServerProcess) -> None:
    dice = Random(7)
    shown, first, never = marker(dice), marker(dice), marker(dice)
    private, unsigned, slip, phone = (marker(dice) for _ in range(4))
    door = Door(process.site)
    code, seat = await door.open_room(**ROOM)
    seats = [await door.join(code, name, "School") for name in ("Kit", "Ana", "Ben", "Cam")]
    async with (
        RoomClient(process.site, code, seat) as chair,
        RoomClient(process.site, code, seats[0]) as kit,
    ):
        plans = [
            StepPlan(name, name, "", 5, settings, Source(take="none"))
            for name, settings in (("notes", NOTES), ("trust", TRUST))
        ]
        for plan in plans:
            await chair.do(planning.AddStep(plan))
        await kit.do(contacts.Enter(second=phone))
        await kit.do(contacts.Enter(second="Ana"))
        await chair.do(c.OpenStep("choose"))
        await kit.do(judge.Cast("choose", ("s3",), first))
        await kit.do(judge.Cast("choose", ("s3",), shown))
        await chair.do(judge.Reveal("choose", even_so=True))
        await chair.do(c.OpenStep("notes"))
        await kit.do(collect.AddNote("notes", "n1", "signed", private))
        await kit.do(collect.AddNote("notes", "n2", "unsigned", unsigned))
        await chair.do(c.OpenStep("trust"))
        said = Ballot((), slip, {ITSELF: 3}, {}, unsure=False)
        await kit.do(judge.Slip("trust", "tokenOfOneBrowserNumber1", said))
        await chair.do(c.OpenStep("choose"))
        assert bytes_hold(process.data)(private)
        assert bytes_hold(process.data)(slip)
        await chair.do(c.Close())
        process.kill()

    await process.start()

    async def gone() -> bool:
        holds = bytes_hold(process.data)
        left = (first, never, private, unsigned, slip, phone, "tokenOfOneBrowser")
        return not any(map(holds, left))

    await until(gone)
    assert bytes_hold(process.data)(shown)


def bytes_hold(folder: Path) -> Callable[[str], bool]:
    """Return what says whether any byte of a folder as it is now is in some words."""
    data = b"\n".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return lambda words: words.encode() in data


# --- whose it was -----------------------------------------------------------------------------


async def test_after_the_end_nothing_ties_an_answer_that_belongs_to_nobody_to_who_gave_it(
    tmp_path: Path,
) -> None:
    """Two meetings in which two people swap what they say leave the very same rows behind."""
    people = ("ana", "ben", "cam", "dot")
    left = []
    for swapped in (False, True):
        marks = {"ana": 3, "ben": 9, "cam": 5, "dot": 0}
        if swapped:
            marks["ana"], marks["ben"] = marks["ben"], marks["ana"]
        file = tmp_path / f"{swapped}.db"
        async with SqlLog(file) as log:
            agenda = (StepPlan("trust", "Trust", "", 5, TRUST, Source(take="none")),)
            prepared = e.MeetingPrepared("A room", "", "t", (), agenda, 1)
            await log.add_room(ROW, NewEntry(1, None, None, prepared))
            room = LiveRoom(ROW, await recall(log, ROW.id), log, Alone(), lambda: 1_000, "node")
            await room.ask(c.Join("kit", "Kit", "Training", "chair", voice=False))
            for name in people:
                await room.ask(c.Join(name, name.capitalize(), "School"))
            await room.ask(c.OpenStep("trust"), "kit", "open")
            for name in people:
                ballot = Ballot((), "", {ITSELF: marks[name]}, {}, unsure=False)
                slip = judge.Slip("trust", f"{name}sOwnTokenThatIsLongEnough", ballot)
                await room.ask(slip, name, f"{name}-1")
            await room.ask(judge.Reveal("trust"), "kit", "reveal")
            await room.ask(c.Close(), "kit", "end")
            await log.scrubbed()
            with closing(sqlite3.connect(file)) as rows:
                left.append(rows.execute("SELECT * FROM events ORDER BY position").fetchall())
                assert rows.execute("SELECT count(*) FROM slips").fetchone() == (0,)
            await room.close()

    assert left[0] == left[1]
