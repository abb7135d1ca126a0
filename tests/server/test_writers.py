"""The same room on a server that offers no quick way to its sockets."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn

from consensus import commands as c
from consensus.views import RoomRecord
from server.app import create_app
from server.demo.client import Door, RoomClient
from server.serve import listen
from server.settings import Settings
from server.wire import Ack, CloseCode
from tests.forms import ROOM


@pytest.fixture
async def plain_site(tmp_path: Path) -> AsyncIterator[str]:
    """The address of the application behind uvicorn's own websockets."""
    with listen("127.0.0.1", 0) as listener:
        app = create_app(Settings(data=tmp_path))
        config = uvicorn.Config(
            app, ws="websockets-sansio", log_config=None, timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110  # it has no event for that
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await running


async def test_commands_are_answered_and_everybody_is_told(plain_site: str) -> None:
    door = Door(plain_site)
    code, seat = await door.open_room(**ROOM)
    kit_seat = await door.join(code, "Kit", "School")
    async with (
        RoomClient(plain_site, code, seat) as chair,
        RoomClient(plain_site, code, kit_seat) as kit,
    ):
        assert isinstance(await chair.do(c.OpenStep("choose")), Ack)

        for client in (chair, kit):
            await client.until(lambda r: r.one(RoomRecord, "room").current == "choose")


async def test_a_line_that_comes_back_gets_what_it_missed(plain_site: str) -> None:
    door = Door(plain_site)
    code, seat = await door.open_room(**ROOM)
    kit = RoomClient(plain_site, code, await door.join(code, "Kit", "School"))
    await kit.open()
    await kit.close()
    async with RoomClient(plain_site, code, seat) as chair:
        await chair.do(c.OpenStep("choose"))

        async with kit:
            await kit.until(lambda r: r.one(RoomRecord, "room").current == "choose")


async def test_a_removed_member_s_line_is_closed(plain_site: str) -> None:
    door = Door(plain_site)
    code, seat = await door.open_room(**ROOM)
    kit_seat = await door.join(code, "Kit", "School")
    async with (
        RoomClient(plain_site, code, seat) as chair,
        RoomClient(plain_site, code, kit_seat) as kit,
    ):
        await chair.do(c.Remove(kit.records.by_key["me"].id))  # type: ignore[attr-defined]  # it is a MeRecord

        assert await kit.ended() == CloseCode.REMOVED
