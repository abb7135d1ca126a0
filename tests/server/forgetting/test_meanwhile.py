"""A room that is erased, or says less, while a server brings it back from the log."""

from collections.abc import Awaitable, Callable

import pytest

from consensus import commands as c
from server.bus import Alone
from server.forgetting.person import Wanted
from server.forgetting.sweeping import Forgetting
from server.log import Entry, SqlLog
from server.proof.keys import SiteKey
from server.room import LiveRoom
from server.rooms import Rooms
from tests.server.test_rooms import ROW, prepared


async def brought_back_while(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch, happens: Callable[[], Awaitable[object]]
) -> LiveRoom | None:
    """Hold a meeting, and bring it back while something happens between two looks into its log."""
    async with Rooms(log, Alone(), lambda: 1_000) as before:
        room = await before.open(ROW, prepared())
        await room.ask(c.Join("robin", "Robin", "Training", "chair", voice=False))
        await room.ask(c.Join("kit", "Kit", "School"))
        await room.ask(c.Close(), "robin")
    read, happened = log.read, False

    async def read_late(room: str, after: int = 0) -> list[Entry]:
        nonlocal happened
        found = await read(room, after)
        if not happened:
            happened = True
            await happens()
        return found

    monkeypatch.setattr(log, "read", read_late)
    async with Rooms(log, Alone(), lambda: 1_000) as later:
        return await later.by_code(ROW.code)


async def test_a_room_that_is_erased_meanwhile_is_not_there(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetting = Forgetting(log, SiteKey(bytes(32)))

    assert await brought_back_while(log, monkeypatch, lambda: forgetting.erase(ROW, "host")) is None


async def test_a_room_from_which_somebody_is_erased_meanwhile_is_taken_anew(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetting = Forgetting(log, SiteKey(bytes(32)))
    wanted = Wanted("kit", "chair")

    found = await brought_back_while(log, monkeypatch, lambda: forgetting.erase_person(ROW, wanted))

    assert found is not None
    assert found.meeting.members["kit"].name == ""
    assert found.row.epoch != ROW.epoch
