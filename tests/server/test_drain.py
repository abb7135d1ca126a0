"""Told to end in good order, a server sends people elsewhere and leaves nothing undone."""

import asyncio
import signal
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from consensus import commands as c
from server.demo.client import Door, RoomClient
from server.wire import Ack, CloseCode
from tests.forms import ROOM
from tests.server.processes import ServerProcess
from tests.server.waiting import until

# More than are sent away at once, so that some wait for their turn while the others have gone.
WALLS = 50


async def test_people_are_sent_on_in_turn_and_served_until_then(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path / "data", "--drain", "600")
    await process.start()
    async with AsyncExitStack() as lines, httpx.AsyncClient(base_url=process.site) as browser:
        code, seat = await Door(process.site).open_room(**ROOM)
        key = await Door(process.site).wall_key(code, seat)
        chairs = [RoomClient(process.site, code, seat) for _ in range(5)]
        walls = [RoomClient(process.site, code, wall=key) for _ in range(WALLS)]
        for line in (*chairs, *walls):
            await lines.enter_async_context(line)

        async def draining() -> bool:
            ready = await browser.get("/readyz")
            return ready.status_code == 503 and ready.json()["status"] == "draining"

        async def most_have_gone() -> bool:
            return sum(line.close_code is not None for line in (*chairs, *walls)) >= WALLS

        process.tell(signal.SIGTERM)
        await until(draining)
        await until(most_have_gone)

        with pytest.raises(InvalidStatus) as refused:
            await RoomClient(process.site, code, seat).open()
        assert refused.value.response.status_code == 503
        assert (await browser.get("/healthz")).status_code == 200
        left = [line for line in (*chairs, *walls) if line.close_code is None]
        gone = [line.close_code for line in (*chairs, *walls) if line.close_code is not None]
        assert set(gone) == {CloseCode.MOVED}
        assert left

        process.tell(signal.SIGINT)  # nobody wants to wait ten minutes
        assert await asyncio.to_thread(process.wait) == 0


async def test_what_was_acknowledged_before_the_end_is_there_after_it(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path / "data")
    await process.start()
    code, seat = await Door(process.site).open_room(**ROOM)
    kept: list[int] = []

    async def hands(chair: RoomClient) -> None:
        while True:
            for command in (c.RaiseHand(), c.LowerHand()):
                answer = await chair.do(command)
                if isinstance(answer, Ack):
                    kept.append(answer.position)

    async def some_are_kept() -> bool:
        return len(kept) >= 5

    async with RoomClient(process.site, code, seat) as chair:
        waving = asyncio.create_task(hands(chair))
        await until(some_are_kept)
        assert await asyncio.to_thread(process.drain) == 0
        with pytest.raises(Exception, match=r"line ended|received|sent"):
            await waving
        assert await chair.ended() == CloseCode.MOVED

    await process.start()
    async with RoomClient(process.site, code, seat) as again:
        assert again.records.position >= kept[-1]
    process.kill()


async def test_a_server_without_people_does_not_wait(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path / "data", "--drain", "600")
    await process.start()

    assert await asyncio.to_thread(process.drain) == 0
