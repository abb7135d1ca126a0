from pathlib import Path

import pytest

from bench.live import house, ours
from bench.live.house import House
from consensus.events import MeetingPrepared
from consensus.meeting import decide, evolve, start
from server import access
from server.log import SqlLog
from server.wire import Do, read_client_message


@pytest.mark.parametrize("command", house.STEPS)
async def test_what_people_do_always_has_an_effect(tmp_path: Path, command: str) -> None:
    where = tmp_path / "log.db"
    await house.write(where, House(people=6, command=command))
    async with SqlLog(where) as log:
        row = await log.room_by_code(house.code(0))
        assert row is not None
        first, *others = [entry.event for entry in await log.read(row.id)]
    assert isinstance(first, MeetingPrepared)
    meeting = start(first)
    for event in others:
        meeting = evolve(meeting, event)
    for nth in range(40):
        seat, message = ours.Members(command).command(0, nth, 6, nth + 1)
        do = read_client_message(message)
        assert isinstance(do, Do)
        events = decide(meeting, do.command, house.member_id(0, seat), house.AT)
        assert events
        for event in events:
            meeting = evolve(meeting, event)


async def test_a_house_has_rooms_seats_a_past_and_people_who_have_left(tmp_path: Path) -> None:
    where = tmp_path / "log.db"
    await house.write(where, House(people=4, rooms=2, absent=1, history=300, idle=1))
    async with SqlLog(where) as log:
        rooms = [await log.room_by_code(house.code(n)) for n in range(4)]
        assert [room is not None for room in rooms] == [True, True, True, False]
        assert rooms[0] is not None
        assert rooms[2] is not None
        assert len(await log.read(rooms[0].id)) == 300
        key = access.key_hash(house.seat_key(2, 2))
        assert await log.member_by_key(rooms[2].id, key) == house.member_id(2, 2)
