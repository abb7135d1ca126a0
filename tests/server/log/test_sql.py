"""The contract of the log: what is appended is there, once, in order, and nothing else is."""

import asyncio
from pathlib import Path

import pytest

from consensus import events as e
from server.log import Conflict, NewEntry, RoomRow, SqlLog

ROOM = RoomRow("room1", "ABC234", "epoch1", 1)


def prepared() -> NewEntry:
    return NewEntry(1, None, None, e.MeetingPrepared("Title", "", "t", (), (), 1))


def hand(member: str) -> NewEntry:
    return NewEntry(2, member, f"command-{member}", e.HandRaised(member))


async def test_a_new_room_is_found_by_its_code(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    assert await log.room_by_code("ABC234") == ROOM
    assert await log.room_by_code("ZZZ999") is None


async def test_a_code_in_use_is_a_conflict_and_leaves_nothing_behind(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    with pytest.raises(Conflict):
        await log.add_room(RoomRow("room2", "ABC234", "epoch2", 1), prepared())

    assert await log.read("room2") == []


async def test_events_come_back_in_order_with_who_and_which_command(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    await log.append("room1", 1, [hand("a"), hand("b")])

    entries = await log.read("room1")
    assert [entry.position for entry in entries] == [1, 2, 3]
    assert [(x.by, x.command, x.event) for x in entries[1:]] == [
        ("a", "command-a", e.HandRaised("a")),
        ("b", "command-b", e.HandRaised("b")),
    ]
    assert await log.read("room1", after=2) == entries[2:]


async def test_appending_behind_a_position_that_is_past_is_a_conflict(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    await log.append("room1", 1, [hand("a")])

    with pytest.raises(Conflict):
        await log.append("room1", 1, [hand("b")])

    assert [entry.by for entry in await log.read("room1")] == [None, "a"]


async def test_appending_behind_a_position_that_is_not_yet_is_a_conflict(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    with pytest.raises(Conflict):
        await log.append("room1", 5, [hand("a")])


async def test_of_two_appends_at_one_position_exactly_one_succeeds(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    answers = await asyncio.gather(
        log.append("room1", 1, [hand("a")]),
        log.append("room1", 1, [hand("b")]),
        return_exceptions=True,
    )

    assert sorted(type(answer).__name__ for answer in answers) == ["Conflict", "NoneType"]
    assert len(await log.read("room1")) == 2


async def test_a_conflict_in_one_room_does_not_touch_another_in_the_same_commit(
    log: SqlLog,
) -> None:
    other = RoomRow("room2", "DEF567", "epoch2", 1)
    await log.add_room(ROOM, prepared())
    await log.add_room(other, prepared())

    wrong, right = await asyncio.gather(
        log.append("room1", 9, [hand("a")]),
        log.append("room2", 1, [hand("b")]),
        return_exceptions=True,
    )

    assert isinstance(wrong, Conflict)
    assert right is None
    assert [entry.by for entry in await log.read("room2")] == [None, "b"]


async def test_many_appends_at_once_are_all_kept(log: SqlLog) -> None:
    rooms = [RoomRow(f"r{n}", f"CD{n:04}", "e", 1) for n in range(40)]
    for room in rooms:
        await log.add_room(room, prepared())

    await asyncio.gather(*(log.append(room.id, 1, [hand("a")]) for room in rooms))

    for room in rooms:
        assert len(await log.read(room.id)) == 2


async def test_what_was_appended_is_there_after_opening_the_file_again(tmp_path: Path) -> None:
    file = tmp_path / "again.db"
    async with SqlLog(file) as log:
        await log.add_room(ROOM, prepared())
        await log.append("room1", 1, [hand("a")])

    async with SqlLog(file) as log:
        assert len(await log.read("room1")) == 2


async def test_only_the_hash_of_a_key_opens_a_room_and_only_that_room(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    await log.add_key("room1", b"h" * 32, "member1")

    assert await log.member_by_key("room1", b"h" * 32) == "member1"
    assert await log.member_by_key("room1", b"x" * 32) is None
    assert await log.member_by_key("room2", b"h" * 32) is None


async def test_an_append_that_cannot_be_written_is_not_acknowledged(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    await log._run(lambda connection: connection.exec_driver_sql("PRAGMA query_only = ON"))

    with pytest.raises(Exception, match="readonly"):
        await log.append("room1", 1, [hand("a")])

    await log._run(lambda connection: connection.exec_driver_sql("PRAGMA query_only = OFF"))
    await log.append("room1", 1, [hand("b")])
    assert [entry.by for entry in await log.read("room1")] == [None, "b"]


async def test_a_commit_waits_for_the_disk(log: SqlLog) -> None:
    """An acknowledged action has to survive a power cut, which no test can stage."""
    full = await log._run(
        lambda connection: connection.exec_driver_sql("PRAGMA synchronous").scalar()
    )
    journal = await log._run(
        lambda connection: connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    )

    assert (full, journal) == (2, "wal")


async def test_an_error_of_the_database_quotes_nothing_that_people_wrote(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    secret = NewEntry(2, "kit", "command-secret", e.HandRaised("kit"))
    await log._run(lambda connection: connection.exec_driver_sql("PRAGMA query_only = ON"))

    with pytest.raises(Exception, match="readonly") as failed:
        await log.append("room1", 1, [secret])

    assert "command-secret" not in str(failed.value)


async def test_somebody_who_no_longer_waits_does_not_stop_the_writer(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    gone = asyncio.create_task(log.append("room1", 1, [hand("a")]))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.wait([gone])

    entries = await log.read("room1")
    await log.append("room1", entries[-1].position, [hand("b")])
    assert (await log.read("room1"))[-1].by == "b"
