"""Waiting for what has to become true, instead of sleeping for luck."""

import asyncio
from collections.abc import Awaitable, Callable

PATIENCE = 30.0


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Ask again and again until it holds; raises `TimeoutError` after a long time."""
    async with asyncio.timeout(PATIENCE):
        while not await holds():  # noqa: ASYNC110  # nobody here could set an event
            await asyncio.sleep(0.02)
