"""A server inside the demo's own process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.serve import address, ready
from server.serve import server as make_server
from server.settings import Settings


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[tuple[asyncio.Task[None], str]]:
    """Serve inside this process; yield the running server and its address."""
    with ready(settings) as listener:
        server = make_server(settings)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        up = asyncio.create_task(server.up.wait())
        await asyncio.wait([running, up], return_when=asyncio.FIRST_COMPLETED)
        try:
            yield running, address(listener)
        finally:
            server.should_exit = True
            await running
