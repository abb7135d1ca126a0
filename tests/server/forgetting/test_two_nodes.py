"""Two servers on one database do the same things to the same rooms at the same moment."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from consensus import commands as c
from consensus.roomwide import parking
from server.demo.client import Door, RoomClient
from server.forgetting import receipts
from server.log import SqlLog
from server.proof.seal import restore
from server.proof.verify import verify
from server.recall import recall
from server.wire import CloseCode
from tests.forms import ROOM
from tests.server.processes import ServerProcess
from tests.services.postgres import Postgres
from tests.services.redis import RedisServer

NAME = "Kittymarmalade"
ROOMS = 5


@pytest.fixture
async def database(postgres: Postgres) -> str:
    return postgres.database()


@pytest.fixture
async def sites(tmp_path: Path, database: str) -> AsyncIterator[tuple[str, str]]:
    """The addresses of two servers that share a database and talk to each other."""
    with RedisServer() as redis:
        shared = {"COMMONGROUND_DATABASE_URL": database, "COMMONGROUND_REDIS_URL": redis.url}
        nodes = [ServerProcess(tmp_path / name, environment=shared) for name in ("one", "two")]
        await asyncio.gather(*(node.start() for node in nodes))
        yield nodes[0].site, nodes[1].site
        for node in nodes:
            node.kill()


async def held(site: str) -> tuple[str, str, str]:
    """Hold a meeting, and let it go on: its code, the chair's seat, and Kit's."""
    door = Door(site)
    code, chair = await door.open_room(**ROOM)
    kit = await door.join(code, NAME, "School")
    async with RoomClient(site, code, kit) as client:
        await client.do(parking.Add("p1", f"{NAME} is late"))
    return code, chair, kit


async def end(site: str, code: str, chair: str) -> None:
    async with RoomClient(site, code, chair) as client:
        await client.do(c.Close())


async def get(site: str, path: str, seat: str) -> httpx.Response:
    async with httpx.AsyncClient(cookies={"seat": seat}, timeout=30) as client:
        return await client.get(f"{site}{path}")


async def post(site: str, path: str, seat: str, **form: str) -> httpx.Response:
    async with httpx.AsyncClient(cookies={"seat": seat}, timeout=30) as client:
        return await client.post(f"{site}{path}", data=form or {"x": ""})


async def test_rooms_that_are_closed_sealed_and_left_at_both_at_once(
    sites: tuple[str, str], database: str
) -> None:
    one, two = sites
    held_here = await asyncio.gather(*(held(sites[n % 2]) for n in range(ROOMS)))
    await asyncio.gather(
        *(end(site, code, chair) for code, chair, _ in held_here for site in sites)
    )

    await asyncio.gather(
        *(get(site, f"/r/{code}/copy", chair) for code, chair, _ in held_here for site in sites),
        *(post(site, f"/r/{code}/erase-me", kit) for code, _, kit in held_here for site in sites),
        *(post(two, f"/r/{code}/seal", chair) for code, chair, _ in held_here),
    )
    copies = [await get(one, f"/r/{code}/copy", chair) for code, chair, _ in held_here]

    assert all(verify(copy.content).status == 0 for copy in copies)
    assert not any(NAME.encode() in copy.content for copy in copies)
    async with SqlLog(database) as log:
        for code, _, _ in held_here:
            row = await log.room_by_code(code)
            assert row is not None
            editions = (await recall(log, row.id)).meeting.sealing.editions
            for number, edition in enumerate(editions, 1):
                stored = await log.record(row.id, number)
                assert stored is not None
                assert NAME.encode() not in stored
                assert restore(stored).seal.statement.root == edition.root
            snapshot = await log.snapshot(row.id)
            assert snapshot is None or NAME.encode() not in snapshot.state
        assert len(await log.receipts()) == ROOMS


async def test_a_room_that_is_erased_at_both_at_once_is_gone_from_both(
    sites: tuple[str, str], database: str
) -> None:
    code, chair, kit = await held(sites[0])
    await end(sites[0], code, chair)
    lines = [RoomClient(site, code, kit) for site in sites]
    for line in lines:
        await line.open()

    answers = await asyncio.gather(
        *(post(site, f"/r/{code}/erase", chair, code=code) for site in sites for _ in range(3))
    )

    assert [answer.status_code for answer in answers].count(200) == 1
    assert [await line.ended() for line in lines] == [CloseCode.ERASED, CloseCode.ERASED]
    for site in sites:
        assert (await get(site, f"/r/{code}/record.json", chair)).status_code == 404
    async with SqlLog(database) as log:
        assert await log.room_by_code(code) is None
        (row,) = await log.receipts()
        assert receipts.is_genuine(row.receipt)
