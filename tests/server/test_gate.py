"""Lines are let in while there is room, and turned away in a way that proxies understand."""

from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from server.demo.client import Door, RoomClient
from server.demo.serving import serving
from server.settings import Settings
from tests.forms import ROOM


async def test_a_full_process_turns_new_lines_away_and_serves_those_it_has(tmp_path: Path) -> None:
    async with serving(Settings(data=tmp_path, port=0, most_connections=1)) as (_, site):
        code, seat = await Door(site).open_room(**ROOM)
        async with RoomClient(site, code, seat) as chair:
            with pytest.raises(InvalidStatus) as refused:
                await RoomClient(site, code, seat).open()
            assert refused.value.response.status_code == 503
            async with httpx.AsyncClient(base_url=site) as browser:
                assert (await browser.get(f"/r/{code}")).status_code == 200
            assert chair.close_code is None

        async with RoomClient(site, code, seat) as again:
            assert again.records.position > 0


async def test_a_line_that_never_says_hello_is_counted_only_while_it_lasts(tmp_path: Path) -> None:
    async with serving(Settings(data=tmp_path, port=0, most_connections=1)) as (_, site):
        code, seat = await Door(site).open_room(**ROOM)
        silent = await connect(f"{site.replace('http', 'ws')}/r/{code}/live")
        await silent.send("not a hello")
        await silent.wait_closed()

        async with RoomClient(site, code, seat) as chair:
            assert chair.records.position > 0
