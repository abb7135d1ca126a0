"""The real processes of a scenario: nodes of the server, and what they share."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from server.log import Entry, SqlLog
from server.settings import DATABASE
from tests.faults.checker import check
from tests.faults.group import Group
from tests.faults.log_check import check_log
from tests.server.processes import ServerProcess
from tests.server.together import Together

# What one broken promise leads to may fill pages.
MOST_TOLD = 20


class World:
    """Nodes that serve the same rooms. `where` is their log, for a look at it in the end."""

    def __init__(self, nodes: Sequence[ServerProcess], where: Path | str) -> None:
        self.nodes = list(nodes)
        self.where = where

    @property
    def sites(self) -> list[str]:
        """The nodes' addresses."""
        return [node.site for node in self.nodes]

    async def log_of(self, code: str) -> list[Entry]:
        """Return the log of a room, as it is now."""
        async with SqlLog(self.where) as log:
            row = await log.room_by_code(code)
            assert row is not None
            return await log.read(row.id)

    async def check(self, group: Group) -> None:
        """Let a group come to rest; raise `AssertionError` with every promise that was broken."""
        await group.rest(self.sites)
        entries = await self.log_of(group.code)
        broken = [*check(group.histories), *check_log(entries, group.histories)]
        if broken:
            first = "\n".join(map(str, broken[:MOST_TOLD]))
            raise AssertionError(f"{len(broken)} promises were broken:\n{first}")


@asynccontextmanager
async def one_node(data: Path, environment: dict[str, str] | None = None) -> AsyncIterator[World]:
    """A server that is alone, with its log in a file."""
    node = ServerProcess(data, environment=environment or {})
    await node.start()
    try:
        yield World([node], data / DATABASE)
    finally:
        node.kill()


@asynccontextmanager
async def several_nodes(data: Path, shared: Together, count: int = 2) -> AsyncIterator[World]:
    """Servers that share a log in PostgreSQL, and tell each other what happens over Redis."""
    nodes = [ServerProcess(data / f"node{n}", environment=shared.environment) for n in range(count)]
    try:
        await asyncio.gather(*(node.start() for node in nodes))
        yield World(nodes, shared.database)
    finally:
        for node in nodes:
            node.kill()
