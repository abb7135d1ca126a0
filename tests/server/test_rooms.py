"""A live room: one answer for each command, attendance, and what a connection is told."""

import asyncio
from collections.abc import AsyncIterator
from typing import cast

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.hall import table as t
from consensus.meeting import prepare
from consensus.refusal import Code, Refusal
from server import attendance, library, rooms
from server.bus import Alone
from server.connections import Connection
from server.fast import Direct
from server.log import NewEntry, RoomRow, SqlLog
from server.room import LiveRoom
from server.rooms import Rooms, Unreadable
from server.wire import CloseCode
from tests.server.fake_lines import FakeSocket, live_room

ROW = RoomRow("room1", "ABC234", "epoch1", 1)


def prepared() -> e.MeetingPrepared:
    template = library.template("en", "task-5-1")
    return prepare(template, "A room", "", library.statement_set("en", "working-together").items, 1)


@pytest.fixture
async def live(log: SqlLog) -> AsyncIterator[Rooms]:
    found = Rooms(log, Alone(), lambda: 1_000)
    yield found
    await found.close()


@pytest.fixture
async def room(live: Rooms) -> LiveRoom:
    opened = await live.open(ROW, prepared())
    await opened.ask(c.Join("robin", "Robin", "Training", "chair", voice=False))
    await opened.ask(c.Join("kit", "Kit", "School"))
    return opened


def writable(log: SqlLog, switch: str) -> None:
    """Let a log write, or no longer."""
    query_only = {"ON": "OFF", "OFF": "ON"}[switch]
    connection = log._engines.writing.raw_connection()
    connection.cursor().execute(f"PRAGMA query_only = {query_only}")
    connection.close()  # back to those that are kept


async def until_here(room: LiveRoom, member: str, here: bool) -> None:
    async with asyncio.timeout(10):
        # A room has no event for tests to wait for.
        while room.meeting.members[member].here is not here:  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def test_an_answer_comes_after_the_log_has_the_events(room: LiveRoom, log: SqlLog) -> None:
    position = await room.ask(c.OpenStep("read"), "robin", "command1")

    entries = await log.read("room1")
    assert entries[-1].position == position
    assert entries[-1].event == e.StepOpened("read", entries[-1].event.arrangement, 1_000)  # type: ignore[union-attr]  # it is that event


async def test_a_refusal_keeps_nothing(room: LiveRoom, log: SqlLog) -> None:
    before = await log.read("room1")

    with pytest.raises(Refusal) as refused:
        await room.ask(c.OpenStep("no such step"), "robin", "command1")

    assert refused.value.code is Code.NO_SUCH_STEP
    assert await log.read("room1") == before


async def test_a_command_id_is_answered_once_and_remembered_after_a_restart(
    room: LiveRoom, log: SqlLog
) -> None:
    first = await room.ask(c.RaiseHand(), "kit", "command1")
    await room.ask(c.LowerHand(), "kit", "command2")

    again = await room.ask(c.RaiseHand(), "kit", "command1")
    other = await live_room(ROW, log, lambda: 2_000)
    after_restart = await other.ask(c.RaiseHand(), "kit", "command1")
    await other.close()

    assert first == again == after_restart
    assert not room.meeting.hands


async def test_the_same_id_twice_in_one_batch_happens_once(room: LiveRoom, log: SqlLog) -> None:
    answers = await asyncio.gather(
        *(room.ask(c.RaiseHand(), "kit", "command1") for _ in range(5)),
        room.ask(c.LowerHand(), "kit", "command2"),
        room.ask(c.RaiseHand(), "kit", "command1"),
    )

    assert len(set(answers[:5])) == 1
    assert not room.meeting.hands


async def test_commands_at_once_share_a_commit_and_all_count(room: LiveRoom) -> None:
    await asyncio.gather(*(room.ask(c.Join(f"m{n}", f"Member {n}", "School")) for n in range(50)))

    assert len(room.meeting.members) == 52


async def test_when_another_process_appended_first_the_room_reads_it_and_decides_again(
    room: LiveRoom, log: SqlLog
) -> None:
    await log.append("room1", room.position, [NewEntry(5, "kit", "x", e.HandRaised("kit"))])

    await room.ask(c.OpenStep("read"), "robin", "command1")

    assert list(room.meeting.hands) == ["kit"]
    assert room.meeting.current == "read"
    assert [x.position for x in await log.read("room1")] == list(range(1, room.position + 1))


async def test_a_disk_that_is_full_refuses_for_now_and_loses_nothing(
    room: LiveRoom, log: SqlLog
) -> None:
    writable(log, "OFF")
    before = room.meeting

    with pytest.raises(Refusal) as refused:
        await room.ask(c.RaiseHand(), "kit", "command1")
    writable(log, "ON")

    assert refused.value.code is Code.TRY_AGAIN
    assert room.meeting == before
    await room.ask(c.RaiseHand(), "kit", "command1")
    assert list(room.meeting.hands) == ["kit"]


# --- attendance ---------------------------------------------------------------------------------


async def test_a_hiccup_is_not_an_absence(room: LiveRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 30)
    first, second = Connection("kit"), Connection("kit")
    room.enter(first)
    before = room.position

    room.leave(first)
    room.enter(second)

    await room.attendance.settled()
    assert room.position == before


async def test_a_member_whose_last_line_stays_away_has_left_and_can_come_back(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)
    phone, laptop = Connection("kit"), Connection("kit")
    room.enter(phone)
    room.enter(laptop)

    room.leave(phone)
    assert room.attendance.lines("kit") == 1
    room.leave(laptop)
    await until_here(room, "kit", False)

    room.enter(Connection("kit"))
    await until_here(room, "kit", True)


async def test_who_joins_and_never_opens_a_line_has_left(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)

    room.attendance.expect("kit")

    await until_here(room, "kit", False)


async def test_who_passes_a_phone_on_has_longer_to_come_back(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)
    kit, robin = Connection("kit"), Connection("robin")
    room.enter(kit)
    room.enter(robin)

    room.attendance.passing("kit")
    room.leave(kit)
    room.leave(robin)
    await until_here(room, "robin", False)
    assert room.meeting.members["kit"].here

    room.enter(kit)
    room.leave(kit)
    await until_here(room, "kit", False)


async def test_an_arrival_that_crosses_a_departure_is_not_lost(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0)
    line = Connection("kit")
    for _ in range(20):
        room.enter(line)
        room.leave(line)
        await asyncio.sleep(0)  # the departure is on its way to the log
    room.enter(line)

    await room.attendance.settled()

    assert room.meeting.members["kit"].here


async def test_attendance_waits_for_a_full_disk(
    room: LiveRoom, log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0)
    monkeypatch.setattr(attendance, "TRY_AGAIN_AFTER", 0.01)
    writable(log, "OFF")
    room.attendance.expect("kit")
    await asyncio.sleep(0.05)
    assert room.meeting.members["kit"].here

    writable(log, "ON")

    await until_here(room, "kit", False)


async def test_a_departure_is_since_the_line_was_lost(
    live: Rooms, room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)

    room.attendance.expect("kit")
    await until_here(room, "kit", False)

    assert room.meeting.members["kit"].since == 1_000


async def test_a_log_that_cannot_be_read_does_not_end_the_room(
    room: LiveRoom, log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    await log.append("room1", room.position, [NewEntry(5, "kit", "x", e.HandRaised("kit"))])
    with monkeypatch.context() as broken:
        broken.setattr(log, "read", _cannot_read)
        with pytest.raises(Refusal) as refused:
            await room.ask(c.OpenStep("read"), "robin", "command1")

    assert refused.value.code is Code.TRY_AGAIN
    await room.ask(c.OpenStep("read"), "robin", "command1")
    assert (room.meeting.current, list(room.meeting.hands)) == ("read", ["kit"])


async def _cannot_read(*_: object, **__: object) -> None:
    raise OSError("the disk is gone")


async def test_after_a_restart_those_who_do_not_come_back_have_left(
    room: LiveRoom, log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)

    restarted = await live_room(ROW, log, lambda: 2_000)
    await until_here(restarted, "kit", False)

    assert restarted.meeting.members["kit"].since == 2_000
    await restarted.close()


# --- what a connection is told ------------------------------------------------------------------


async def test_a_connection_that_is_up_to_date_misses_nothing(room: LiveRoom) -> None:
    connection = Connection("kit")
    room.enter(connection)

    assert room.audience.missing(connection) is not None
    assert room.audience.missing(connection) is None


async def test_a_new_chair_gets_a_snapshot_with_the_chairs_view(room: LiveRoom) -> None:
    await room.ask(c.OpenStep("choose"), "robin", "c1")
    kit = Connection("kit")
    room.enter(kit)
    room.audience.missing(kit)

    await room.ask(c.HandOver("kit"), "robin", "c2")

    frame = room.audience.missing(kit)
    assert frame is not None
    assert b'"fresh":true' in frame
    assert b'"answered/choose"' in frame


async def test_a_former_chair_that_comes_back_is_not_left_with_the_chairs_view(
    room: LiveRoom,
) -> None:
    robin = Connection("robin")
    room.enter(robin)
    room.audience.missing(robin)
    position = room.position
    room.leave(robin)
    await room.ask(c.HandOver("kit"), "robin", "c2")

    back = Connection("robin")
    room.enter(back, "epoch1", position)

    assert b'"fresh":true' in (room.audience.missing(back) or b"")


async def test_a_chair_who_was_moved_to_another_table_is_not_left_with_the_chairs_view(
    live: Rooms,
) -> None:
    of = t.Of("HALL23", "A hall", 1, self_run=True)
    table = await live.open(replace(ROW, id="table1"), replace(prepared(), table=of))
    await table.ask(c.Join("robin", "Robin", "Training", "chair"))
    robin = Connection("robin")
    table.enter(robin)
    table.audience.missing(robin)
    position = table.position
    table.leave(robin)
    await table.ask(t.MoveAway("robin", 2))

    back = Connection("robin")
    table.enter(back, "epoch1", position)

    assert b'"fresh":true' in (table.audience.missing(back) or b"")


@pytest.mark.parametrize(("epoch", "position"), [("other", 3), ("epoch1", 0), ("epoch1", 999)])
async def test_what_cannot_be_filled_is_sent_whole(
    room: LiveRoom, epoch: str, position: int
) -> None:
    connection = Connection("kit")

    room.enter(connection, epoch, position)

    assert b'"fresh":true' in (room.audience.missing(connection) or b"")


async def test_rooms_are_read_from_the_log_once(live: Rooms, room: LiveRoom, log: SqlLog) -> None:
    assert await live.by_code("ABC234") is room
    assert await live.by_code("ZZZ999") is None

    other = Rooms(log, Alone())
    first, second = await asyncio.gather(other.by_code("ABC234"), other.by_code("ABC234"))

    assert first is second
    assert first is not None
    assert first.meeting == room.meeting
    await other.close()


async def test_a_room_that_cannot_be_read_is_not_read_over_and_over(
    live: Rooms, log: SqlLog, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await log.add_room(ROW, NewEntry(1, None, None, e.HandRaised("kit")))  # no beginning

    for _ in range(3):
        with pytest.raises(Unreadable):
            await live.by_code("ABC234")
    assert [record.message for record in caplog.records] == ["room room1 cannot be read"]

    monkeypatch.setattr(rooms, "READ_AGAIN_AFTER", 0.0)
    live._unreadable.clear()  # the time is over
    for _ in range(2):
        with pytest.raises(Unreadable):
            await live.by_code("ABC234")
    assert len(caplog.records) == 3


async def test_who_has_just_been_removed_does_not_come_in(room: LiveRoom) -> None:
    line = Connection("kit")
    await room.ask(c.Remove("kit"), "robin", "command-1")

    with pytest.raises(Refusal):
        room.enter(line)


async def test_who_is_removed_is_hung_up_on_and_told_nothing_more(room: LiveRoom) -> None:
    told: list[bytes] = []
    hung_up: list[int] = []
    socket = cast(Direct, FakeSocket(told.append))
    room.enter(Connection("kit", socket, hung_up.append))
    room.audience.tick_soon()
    await until_quiet(room)
    told.clear()

    await room.ask(c.Remove("kit"), "robin", "command-1")
    await until_quiet(room)

    assert (told, hung_up) == ([], [CloseCode.REMOVED])


async def test_a_refusal_that_is_repeated_does_not_grow(room: LiveRoom) -> None:
    lengths = []
    for _ in range(10):
        with pytest.raises(Refusal) as refused:
            await room.ask(c.OpenStep("no such step"), "robin", "command-1", again=True)
        lengths.append(len(refused.traceback))

    assert max(lengths[1:]) == lengths[1]


async def until_quiet(room: LiveRoom) -> None:
    await room.attendance.settled()
    while not room.audience.quiet:  # noqa: ASYNC110  # nothing to wait for
        await asyncio.sleep(0.001)


# --- coming and going -----------------------------------------------------------------------------


async def until_gone(rooms: Rooms) -> None:
    async with asyncio.timeout(10):
        while rooms.count:  # noqa: ASYNC110  # nothing to wait for
            await asyncio.sleep(0.005)


async def test_a_room_that_nobody_uses_leaves_memory_and_comes_back_as_it_was(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)
    async with Rooms(log, Alone(), idle=0.1) as rooms:
        room = await rooms.open(ROW, prepared())
        await room.ask(c.Join("kit", "Kit", "School"))
        await room.ask(c.RaiseHand(), "kit", "command1")

        await until_gone(rooms)
        back = await rooms.by_code("ABC234")

        assert back is not None
        assert back is not room
        assert back.meeting == room.meeting
        assert await back.ask(c.RaiseHand(), "kit", "command1", again=True) == 3


async def test_a_room_with_a_line_stays_in_memory(log: SqlLog) -> None:
    async with Rooms(log, Alone(), idle=0.05) as rooms:
        room = await rooms.open(ROW, prepared())
        room.enter(Connection(None))

        await asyncio.sleep(0.4)  # several looks round

        assert await rooms.by_code("ABC234") is room


async def test_a_room_that_is_being_let_go_refuses_for_now(log: SqlLog) -> None:
    rooms = Rooms(log, Alone())
    room = await rooms.open(ROW, prepared())
    await rooms.close()

    with pytest.raises(Refusal) as refused:
        await room.ask(c.Join("kit", "Kit", "School"))
    with pytest.raises(Refusal):
        room.enter(Connection("kit"))

    assert refused.value.code is Code.TRY_AGAIN


async def test_what_was_asked_before_a_room_is_closed_is_answered(log: SqlLog) -> None:
    rooms = Rooms(log, Alone())
    room = await rooms.open(ROW, prepared())
    asked = [asyncio.create_task(room.ask(c.Join(f"m{n}", f"M{n}", "School"))) for n in range(5)]
    await asyncio.sleep(0)

    await rooms.close()

    assert [await task for task in asked] == [2, 3, 4, 5, 6]


async def test_a_long_history_leaves_a_snapshot_and_repeats_are_found_behind_it(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.room.SNAPSHOT_EVERY", 10)
    rooms = Rooms(log, Alone())
    room = await rooms.open(ROW, prepared())
    await room.ask(c.Join("kit", "Kit", "School"))
    first = await room.ask(c.RaiseHand(), "kit", "command-0")
    for number in range(1, 25):
        hand = c.LowerHand() if number % 2 else c.RaiseHand()
        await room.ask(hand, "kit", f"command-{number}")
    await rooms.close()

    kept = await log.snapshot(ROW.id)
    again = Rooms(log, Alone())
    back = await again.by_code("ABC234")

    assert kept is not None
    assert kept.position >= 20
    assert back is not None
    assert await back.ask(c.RaiseHand(), "kit", "command-0", again=True) == first
    assert back.meeting == room.meeting
    await again.close()


async def test_everybody_is_sent_on_when_a_server_drains(live: Rooms, room: LiveRoom) -> None:
    told: list[int] = []
    for _ in range(120):
        room.enter(Connection("kit", hang_up=told.append))

    await live.drain(0.2)

    assert told == [CloseCode.MOVED] * 120


async def test_a_room_in_which_too_much_is_asked_refuses_some(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.room.BURST", 20)
    monkeypatch.setattr("server.room.PER_SECOND", 0.001)

    answers = await asyncio.gather(
        *(room.ask(c.RaiseHand(), "kit", f"command-{n}") for n in range(50)),
        return_exceptions=True,
    )

    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    assert {refusal.code for refusal in refused} == {Code.TOO_FAST}
    assert len(refused) >= 30
    await room.ask(c.Join("ana", "Ana", "Health"))  # the door is not affected
