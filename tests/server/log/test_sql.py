"""The contract of the log: what is appended is there, once, in order, and nothing else is."""

import asyncio
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from consensus import events as e
from server.log import Conflict, Entry, NewEntry, RoomRow, Snapshot, SqlLog, sql, writer
from tests.server.log.given import ROOM, hand, prepared, some_rooms

# --- rooms ------------------------------------------------------------------------------------


async def test_a_new_room_is_found_by_its_code(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    assert await log.room_by_code("ABC234") == ROOM
    assert await log.room_by_code("ZZZ999") is None


async def test_a_code_in_use_is_a_conflict_and_leaves_nothing_behind(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    with pytest.raises(Conflict):
        await log.add_room(RoomRow("room2", "ABC234", "epoch2", 1), prepared())

    assert await log.read("room2") == []


# --- events -----------------------------------------------------------------------------------


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


async def test_what_nobody_did_and_what_anybody_may_type_comes_back_as_it_was(log: SqlLog) -> None:
    typed = "a\0b '%s' ? :x {} \N{SNOWMAN} \N{GRINNING FACE}"
    odd = e.MemberJoined("kit", typed, "", "participant", True, 1)
    await log.add_room(ROOM, prepared())

    await log.append("room1", 1, [NewEntry(2**40, None, None, odd)])

    (entry,) = await log.read("room1", after=1)
    assert (entry.by, entry.command, entry.event) == (None, None, odd)


async def test_appending_behind_a_position_that_is_past_is_a_conflict(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    await log.append("room1", 1, [hand("a"), hand("b")])

    with pytest.raises(Conflict):
        await log.append("room1", 2, [hand("c"), hand("d")])
    with pytest.raises(Conflict):
        await log.append("room1", 0, [hand("c")])

    assert [entry.by for entry in await log.read("room1")] == [None, "a", "b"]


async def test_appending_behind_a_position_that_is_not_yet_is_a_conflict(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    with pytest.raises(Conflict):
        await log.append("room1", 5, [hand("a")])


async def test_appending_to_a_room_that_does_not_exist_is_a_conflict(log: SqlLog) -> None:
    for after in (0, 1):
        with pytest.raises(Conflict):
            await log.append("nowhere", after, [hand("a")])

    assert await log.read("nowhere") == []


async def test_of_two_appends_at_one_position_exactly_one_succeeds(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    answers = await asyncio.gather(
        log.append("room1", 1, [hand("a")]),
        log.append("room1", 1, [hand("b")]),
        return_exceptions=True,
    )

    assert sorted(type(answer).__name__ for answer in answers) == ["Conflict", "NoneType"]
    assert len(await log.read("room1")) == 2


async def test_an_append_that_counts_on_the_one_before_it_waits_for_it(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    await asyncio.gather(
        log.append("room1", 1, [hand("a")]),
        log.append("room1", 2, [hand("b")]),
        log.append("room1", 3, [hand("c")]),
    )

    assert [entry.by for entry in await log.read("room1", after=1)] == ["a", "b", "c"]


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


async def test_a_name_that_cannot_be_stored_is_refused_to_whoever_asked_alone(log: SqlLog) -> None:
    one, two = await some_rooms(log, 2)

    wrong, right = await asyncio.gather(
        log.append(one, 1, [hand("a", "comm\0and")]),
        log.append(two, 1, [hand("b")]),
        return_exceptions=True,
    )

    assert isinstance(wrong, ValueError)
    assert right is None


async def test_many_appends_at_once_are_all_kept(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "MOST_TOGETHER", 15)
    rooms = await some_rooms(log, 40)

    await asyncio.gather(*(log.append(room, 1, [hand("a")]) for room in rooms))

    assert await log.heads(rooms) == dict.fromkeys(rooms, 2)


async def test_what_was_appended_is_there_after_opening_the_log_again(where: Path | str) -> None:
    async with SqlLog(where) as log:
        await log.add_room(ROOM, prepared())
        await log.append("room1", 1, [hand("a")])

    async with SqlLog(where) as log:
        assert len(await log.read("room1")) == 2


async def test_somebody_who_no_longer_waits_does_not_stop_the_writer(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    gone = asyncio.create_task(log.append("room1", 1, [hand("a")]))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.wait([gone])

    await log.append("room1", 2, [hand("b")])

    assert [entry.by for entry in await log.read("room1", after=1)] == ["a", "b"]


async def test_a_long_look_into_the_past_does_not_hold_up_appends(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    with log._engines.reading.begin() as looking:
        seen = sql._entries(looking, "room1", 0)
        await log.append("room1", 1, [hand("a")])
        entries = await log.read("room1")

    assert len(seen) == 1
    assert len(entries) == 2


async def test_how_long_an_append_takes_is_counted(log: SqlLog) -> None:
    def counted() -> float:
        return REGISTRY.get_sample_value("commonground_append_seconds_count") or 0

    await log.add_room(ROOM, prepared())
    before = counted()

    await log.append("room1", 1, [hand("a")])

    assert counted() == before + 1


# --- asking about rooms without reading them ------------------------------------------------------


async def test_heads_are_the_last_positions_of_rooms_that_exist(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql, "MOST_ASKED_ABOUT", 2)
    one, two, three = await some_rooms(log, 3)
    await log.append(two, 1, [hand("a"), hand("b")])

    assert await log.heads([one, two, "nowhere"]) == {one: 1, two: 3}
    assert await log.heads([one, two, three]) == {one: 1, two: 3, three: 1}
    assert await log.heads([]) == {}


async def test_a_command_led_to_its_last_event_and_only_to_its_members_own(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    await log.append("room1", 1, [hand("a", "same"), hand("a", "same"), hand("b", "same")])

    assert await log.answer("room1", "a", "same") == Entry(3, "a", "same", e.HandRaised("a"))
    assert await log.answer("room1", "b", "same") == Entry(4, "b", "same", e.HandRaised("b"))
    assert await log.answer("room1", "c", "same") is None
    assert await log.answer("room1", "a", "another") is None
    assert await log.answer("room2", "a", "same") is None


async def test_ping_returns_when_the_database_answers(log: SqlLog) -> None:
    await log.ping()


# --- snapshots --------------------------------------------------------------------------------


async def test_a_snapshot_is_kept_until_there_is_a_newer_one(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    assert await log.snapshot("room1") is None

    for kept in (Snapshot(5, "shape1", b"\0five"), Snapshot(9, "shape1", b"nine")):
        await log.keep_snapshot("room1", ROOM.epoch, kept)
        assert await log.snapshot("room1") == kept


async def test_a_snapshot_never_gives_way_to_an_older_one(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    newest = Snapshot(9, "shape1", b"nine")
    await log.keep_snapshot("room1", ROOM.epoch, newest)

    await log.keep_snapshot("room1", ROOM.epoch, Snapshot(5, "shape1", b"five"))

    assert await log.snapshot("room1") == newest


async def test_a_snapshot_of_the_same_position_in_another_shape_takes_its_place(
    log: SqlLog,
) -> None:
    await log.add_room(ROOM, prepared())
    await log.keep_snapshot("room1", ROOM.epoch, Snapshot(9, "shape1", b"nine"))

    await log.keep_snapshot("room1", ROOM.epoch, Snapshot(9, "shape2", b"NINE"))

    assert await log.snapshot("room1") == Snapshot(9, "shape2", b"NINE")


# --- keys -------------------------------------------------------------------------------------


async def test_only_the_hash_of_a_key_opens_a_room_and_only_that_room(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())
    await log.add_key("room1", b"h" * 32, "member1")

    assert await log.member_by_key("room1", b"h" * 32) == "member1"
    assert await log.member_by_key("room1", b"x" * 32) is None
    assert await log.member_by_key("room2", b"h" * 32) is None


async def test_adding_a_key_again_is_harmless(log: SqlLog) -> None:
    await log.add_room(ROOM, prepared())

    for _ in range(2):
        await log.add_key("room1", b"h" * 32, "member1")

    assert await log.member_by_key("room1", b"h" * 32) == "member1"


async def test_the_secret_is_drawn_once_for_each_database(where: Path | str) -> None:
    async with SqlLog(where) as one, SqlLog(where) as other:
        drawn = await asyncio.gather(one.secret(), other.secret(), one.secret())
    async with SqlLog(where) as later:
        again = await later.secret()

    assert len(again) == 32
    assert {*drawn} == {again}
