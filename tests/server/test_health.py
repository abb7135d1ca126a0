"""What load balancers ask, while every part is well and while one is not."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from server.demo.serving import serving
from server.settings import Settings
from tests.server.together import Together, together
from tests.server.waiting import until


@pytest.fixture(scope="module")
def parts() -> Iterator[Together]:
    """One pair of servers for all tests here; each test leaves them as it found them."""
    with together() as found:
        yield found


@pytest.fixture
async def node(parts: Together, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A node that shares them, and somebody who asks it."""
    settings = Settings(
        data=tmp_path, port=0, database_url=parts.database, redis_url=parts.redis.url
    )
    async with serving(settings) as (_, site), httpx.AsyncClient(base_url=site) as client:
        yield client


async def test_a_server_of_its_own_is_there_and_ready(site: str) -> None:
    async with httpx.AsyncClient(base_url=site) as client:
        there, ready = await client.get("/healthz"), await client.get("/readyz")

    assert (there.status_code, there.text) == (200, "ok\n")
    assert ready.status_code == 200
    assert ready.json() == {"status": "ready", "log": "up", "bus": "alone"}


async def test_without_the_bus_a_node_is_still_ready_and_says_so(
    node: httpx.AsyncClient, parts: Together
) -> None:
    async def bus() -> str:
        ready = await node.get("/readyz")
        assert ready.status_code == 200
        found: str = ready.json()["bus"]
        return found

    async def up() -> bool:
        return await bus() == "up"

    async def down() -> bool:
        return await bus() == "down"

    await until(up)
    parts.redis.kill()
    await until(down)
    parts.redis.start()
    await until(up)


async def test_without_the_log_a_node_is_there_but_not_ready(
    node: httpx.AsyncClient, parts: Together
) -> None:
    async def ready() -> bool:
        return (await node.get("/readyz")).status_code == 200

    parts.postgres.pause()
    try:
        answer = await node.get("/readyz", timeout=20)
        assert (answer.status_code, answer.json()["status"]) == (503, "log_down")
        assert (await node.get("/healthz")).status_code == 200
    finally:
        parts.postgres.resume()
    await until(ready)


async def test_a_log_that_has_died_and_come_back_is_found_again(
    node: httpx.AsyncClient, parts: Together
) -> None:
    async def ready() -> bool:
        return (await node.get("/readyz", timeout=20)).status_code == 200

    parts.postgres.kill()
    assert not await ready()
    parts.postgres.start()
    await until(ready)
