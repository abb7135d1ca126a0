"""Opening: a hall's room, and the rooms of its tables."""

from asyncio import Lock
from weakref import WeakKeyDictionary

from consensus.hall import hall as h
from consensus.hall.opening import prepare_table
from server.room import LiveRoom, wall_clock
from server.rooms import Rooms

# Tables are numbered one after the other, also where somebody asks for more in two windows.
_one_at_a_time: WeakKeyDictionary[LiveRoom, Lock] = WeakKeyDictionary()


async def add_tables(rooms: Rooms, hall: LiveRoom, count: int, had: int | None = None) -> None:
    """Make so many more tables in a hall; raises `Refusal` where there is no place for one.

    `had` is how many tables whoever asks saw: where there are others by now, it was a repeat.
    """
    async with _one_at_a_time.setdefault(hall, Lock()):
        await rooms.level(hall)
        now = len(hall.meeting.hall.tables) if hall.meeting.hall is not None else 0
        for _ in range(count if had in (None, now) else 0):
            prepared = prepare_table(hall.meeting, hall.row.code, wall_clock())
            room = await rooms.open_new(prepared)
            await hall.ask(h.AddTable(room.row.id, room.row.code))
