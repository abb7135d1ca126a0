"""Rooms and events that the tests of the log start from."""

from consensus import events as e
from server.log import NewEntry, RoomRow, SqlLog

ROOM = RoomRow("room1", "ABC234", "epoch1", 1)


def prepared() -> NewEntry:
    return NewEntry(1, None, None, e.MeetingPrepared("Title", "", "t", (), (), 1))


def hand(member: str, command: str | None = None) -> NewEntry:
    return NewEntry(2, member, command or f"command-{member}", e.HandRaised(member))


async def some_rooms(log: SqlLog, count: int) -> list[str]:
    """Add rooms that have their first event each; return their ids."""
    rooms = [RoomRow(f"r{n}", f"CD{n:04}", "epoch", 1) for n in range(count)]
    for room in rooms:
        await log.add_room(room, prepared())
    return [room.id for room in rooms]
