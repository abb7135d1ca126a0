"""Several processes as one server: they share rooms, replace their dead, and end together."""

import asyncio
import os
import signal
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from consensus.views import MemberRecord
from server.demo.client import Door, RoomClient
from server.settings import Settings
from server.workers import read_settings, write_settings
from tests.forms import ROOM
from tests.server.processes import ServerProcess
from tests.server.together import Together, count, together
from tests.server.waiting import until


@pytest.fixture(scope="module")
def parts() -> Iterator[Together]:
    """One pair of servers for all tests here."""
    with together() as found:
        yield found


@pytest.fixture
async def house(parts: Together, tmp_path: Path) -> AsyncIterator[ServerProcess]:
    """A server of two workers."""
    process = ServerProcess(
        tmp_path / "data", "--workers", "2", "--drain", "1", environment=parts.environment
    )
    await process.start()
    yield process
    process.drain()


def workers(process: ServerProcess) -> set[int]:
    """Return the processes that serve."""
    command = ["ps", "-o", "pid=", "--ppid", str(process.pid)]
    return {int(pid) for pid in subprocess.run(command, capture_output=True).stdout.split()}


async def two_serve(house: ServerProcess) -> None:
    """Wait until both workers have come up, which shows in their counts of rooms."""

    async def both() -> bool:
        return len(workers(house)) == 2 and await count(house.site, "bus_up") == 1

    await until(both)


async def test_people_on_different_workers_are_in_one_room(house: ServerProcess) -> None:
    await two_serve(house)
    code, seat = await Door(house.site).open_room(**ROOM)
    async with AsyncExitStack() as lines:
        chair = await lines.enter_async_context(RoomClient(house.site, code, seat))

        async def on_both() -> bool:
            """Say whether both workers have the room: then its lines are on both."""
            name = f"Member {len(lines_of)}"
            key = await Door(house.site).join(code, name, "School")
            line = RoomClient(house.site, code, key)
            lines_of.append(await lines.enter_async_context(line))
            return await count(house.site, "rooms") == 2

        lines_of: list[RoomClient] = []
        await until(on_both)

        for line in (chair, *lines_of):
            await line.until(lambda records: len(records.of(MemberRecord)) > len(lines_of))


async def test_a_worker_that_dies_is_replaced_and_the_other_goes_on(house: ServerProcess) -> None:
    await two_serve(house)
    code, seat = await Door(house.site).open_room(**ROOM)
    before = workers(house)
    victim, survivor = sorted(before)

    os.kill(victim, signal.SIGKILL)

    async with RoomClient(house.site, code, seat) as chair:
        assert chair.records.position > 0

    async def replaced() -> bool:
        return len(workers(house) - {victim}) == 2

    await until(replaced)
    assert survivor in workers(house)
    assert "a worker ended with status -9" in house.told()


async def test_told_to_end_they_all_end_well(house: ServerProcess) -> None:
    await two_serve(house)
    code, seat = await Door(house.site).open_room(**ROOM)
    async with RoomClient(house.site, code, seat) as chair:
        assert await asyncio.to_thread(house.drain) == 0
        assert await chair.ended() is not None
    assert not await answers(house)
    assert " warning " not in house.told()


async def test_none_outlives_the_process_that_started_them(house: ServerProcess) -> None:
    await two_serve(house)

    house.kill()

    async def silent() -> bool:
        return not await answers(house)

    await until(silent)


async def answers(house: ServerProcess) -> bool:
    """Say whether anybody at all still listens on the server's port."""
    try:
        with socket.create_connection(("127.0.0.1", house.port), timeout=5):
            return True
    except ConnectionRefusedError:
        return False


def test_a_worker_is_told_all_settings() -> None:
    settings = Settings(
        data=Path("a folder"), passphrase="two\nlines", site="https://x", drain=1.5, workers=3
    )

    assert read_settings(write_settings(settings)) == settings
    assert write_settings(settings).count(b"\n") == 1
