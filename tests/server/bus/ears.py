"""Somebody who listens, and waiting for what must come."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from server.bus.redis import RedisBus

# Seconds until something that must come is given up.
PATIENCE = 20.0


class Ear:
    """Remembers what it heard, and how often it was told that it missed something."""

    def __init__(self) -> None:
        self.words: list[bytes] = []
        self.gaps = 0

    def heard(self, message: bytes) -> None:
        self.words.append(message)

    def missed(self) -> None:
        self.gaps += 1


async def until(true: Callable[[], bool]) -> None:
    """Return when something holds."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def joined(bus: RedisBus, *rooms: str) -> list[Ear]:
    """Return ears that follow the rooms from now on, and were told so once."""
    ears = [Ear() for _ in rooms]
    for room, ear in zip(rooms, ears, strict=True):
        bus.join(room, ear)
    await until(lambda: all(ear.gaps for ear in ears))
    for ear in ears:
        ear.gaps = 0
    return ears


@asynccontextmanager
async def nodes(url: str) -> AsyncIterator[tuple[RedisBus, RedisBus]]:
    """Two nodes on one Redis, both up."""
    async with RedisBus(url) as here, RedisBus(url) as there:
        await until(lambda: here.up and there.up)
        yield here, there
