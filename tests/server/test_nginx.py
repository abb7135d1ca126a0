"""The documented nginx in front of two real nodes."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from consensus import commands as c
from consensus.views import MemberRecord
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.forms import ROOM
from tests.server.processes import ServerProcess
from tests.server.together import Together, count, together
from tests.server.waiting import until
from tests.services.nginx import Nginx


@pytest.fixture(scope="module")
def parts() -> Iterator[Together]:
    """One pair of servers for all tests here."""
    with together() as found:
        yield found


@pytest.fixture
async def nodes(parts: Together, tmp_path: Path) -> AsyncIterator[list[ServerProcess]]:
    """Two nodes that share them."""
    found = [
        ServerProcess(tmp_path / name, "--behind-proxy", environment=parts.environment)
        for name in ("one", "two")
    ]
    await asyncio.gather(*(node.start() for node in found))
    yield found
    for node in found:
        node.kill()


@pytest.fixture
def nginx(nodes: list[ServerProcess]) -> Iterator[Nginx]:
    """The example before them."""
    found = Nginx([node.port for node in nodes])
    found.start()
    yield found
    found.remove()


async def test_people_come_in_and_live_through_the_proxy(nginx: Nginx) -> None:
    door = Door(nginx.site)
    code, seat = await door.open_room(**ROOM)
    key = await door.join(code, "Kit", "School")

    async with httpx.AsyncClient(base_url=nginx.site) as browser:
        page = await browser.get(f"/r/{code}", headers={"cookie": f"seat={key}"})
    async with (
        RoomClient(nginx.site, code, seat) as chair,
        RoomClient(nginx.site, code, key) as kit,
    ):
        assert page.status_code == 200
        assert f'data-site="{nginx.site}"' in page.text
        assert isinstance(await kit.do(c.RaiseHand()), Ack)
        await chair.until(lambda records: len(records.of(MemberRecord)) == 2)


async def test_everybody_in_a_room_is_on_one_node(nginx: Nginx, nodes: list[ServerProcess]) -> None:
    code, seat = await Door(nginx.site).open_room(**ROOM)
    lines = [RoomClient(nginx.site, code, seat) for _ in range(8)]
    for line in lines:
        await line.open()

    assert sorted([await count(node.site, "connections") for node in nodes]) == [0, 8]

    for line in lines:
        await line.close()


async def test_different_rooms_are_on_both_nodes(nginx: Nginx, nodes: list[ServerProcess]) -> None:
    lines = []

    async def both_have_some() -> bool:
        code, seat = await Door(nginx.site).open_room(**ROOM)
        lines.append(RoomClient(nginx.site, code, seat))
        await lines[-1].open()
        return all([await count(node.site, "connections") for node in nodes])

    await until(both_have_some)
    for line in lines:
        await line.close()


async def test_the_other_node_takes_over_from_one_that_was_killed(
    nginx: Nginx, nodes: list[ServerProcess]
) -> None:
    code, seat = await Door(nginx.site).open_room(**ROOM)
    chair = RoomClient(nginx.site, code, seat)
    await chair.open()
    counts = [await count(node.site, "connections") for node in nodes]
    owner, other = nodes if counts[0] else reversed(nodes)

    owner.kill()
    await chair.ended()

    await chair.open()  # at once, and to the same address
    assert isinstance(await chair.do(c.RaiseHand()), Ack)
    assert await count(other.site, "connections") == 1
    await chair.close()


async def test_a_node_that_drains_sends_people_to_the_other(
    nginx: Nginx, nodes: list[ServerProcess]
) -> None:
    code, seat = await Door(nginx.site).open_room(**ROOM)
    chair = RoomClient(nginx.site, code, seat)
    await chair.open()
    counts = [await count(node.site, "connections") for node in nodes]
    owner, other = nodes if counts[0] else reversed(nodes)

    draining = asyncio.create_task(asyncio.to_thread(owner.drain))
    await chair.ended()
    await chair.open()

    assert await draining == 0
    assert isinstance(await chair.do(c.RaiseHand()), Ack)
    assert await count(other.site, "connections") == 1
    await chair.close()


@pytest.mark.parametrize("path", ["/metrics", "/readyz", "/healthz"])
async def test_what_operators_ask_is_not_answered_to_the_world(nginx: Nginx, path: str) -> None:
    async with httpx.AsyncClient(base_url=nginx.site) as anybody:
        assert (await anybody.get(path)).status_code == 404


async def test_a_caller_cannot_choose_its_address(nginx: Nginx) -> None:
    async with httpx.AsyncClient(base_url=nginx.site) as guesser:
        for number in range(100):
            claimed = {"x-forwarded-for": f"192.0.2.{number}"}
            answer = await guesser.post("/", data={"code": "ZZZZ99"}, headers=claimed)

    assert "Too many wrong tries" in answer.text
