"""Opening: a hall's room, and the rooms of its tables."""

from consensus.hall import hall as h
from consensus.hall.opening import prepare_table
from server.room import LiveRoom, wall_clock
from server.rooms import Rooms


async def add_tables(rooms: Rooms, hall: LiveRoom, count: int) -> None:
    """Make so many more tables in a hall; raises `Refusal` where there is no place for one."""
    for _ in range(count):
        prepared = prepare_table(hall.meeting, hall.row.code, wall_clock())
        room = await rooms.open_new(prepared)
        await hall.ask(h.AddTable(room.row.id, room.row.code))
