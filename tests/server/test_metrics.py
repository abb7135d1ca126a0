"""The counts, and who may see them."""

from pathlib import Path

import httpx
import pytest

from consensus import commands as c
from server.demo.client import Door, RoomClient
from server.demo.serving import serving
from server.settings import Settings
from tests.forms import ROOM
from tests.server.together import count
from tests.server.waiting import until


async def test_lines_rooms_and_commands_are_counted(site: str, door: Door) -> None:
    async def gone() -> bool:
        return await count(site, "connections") == 0

    await until(gone)  # of the lines of the tests before, in this same process
    before = await count(site, "commands_total")
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        await chair.do(c.RaiseHand())

        assert await count(site, "connections") == 1
        assert await count(site, "rooms") == 1
        assert await count(site, "commands_total") > before
        assert await count(site, "append_seconds_count") > 0
    await until(gone)


async def test_what_is_counted_names_no_room_and_nobody(site: str, door: Door) -> None:
    code, seat = await door.open_room(**{**ROOM, "name": "Zephyrine", "title": "Quagmire"})

    async with RoomClient(site, code, seat), httpx.AsyncClient(base_url=site) as client:
        told = (await client.get("/metrics")).text

    assert "commonground_connections 1.0" in told
    assert not [word for word in (code, seat, "Zephyrine", "Quagmire") if word in told]


@pytest.mark.parametrize(
    "headers",
    [
        {"x-forwarded-for": "127.0.0.1"},
        {"forwarded": "for=127.0.0.1"},
        {"x-forwarded-for": "192.0.2.1", "authorization": "Bearer"},
        {"x-forwarded-for": "192.0.2.1", "authorization": "Bearer guess"},
    ],
)
async def test_nobody_sees_the_counts_through_a_proxy(site: str, headers: dict[str, str]) -> None:
    async with httpx.AsyncClient(base_url=site) as client:
        answer = await client.get("/metrics", headers=headers)

    assert answer.status_code == 404
    assert "commonground_" not in answer.text


async def test_who_has_the_token_sees_the_counts_from_anywhere(tmp_path: Path) -> None:
    settings = Settings(
        data=tmp_path, port=0, behind_proxy="127.0.0.1", metrics_token="open sesame"
    )
    far = {"x-forwarded-for": "192.0.2.1"}
    async with serving(settings) as (_, site), httpx.AsyncClient(base_url=site) as client:
        knows = {**far, "authorization": "Bearer open sesame"}
        guesses = {**far, "authorization": "Bearer open says me"}

        assert (await client.get("/metrics", headers=knows)).status_code == 200
        assert (await client.get("/metrics", headers=guesses)).status_code == 404
        assert (await client.get("/metrics", headers=far)).status_code == 404
