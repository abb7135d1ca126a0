"""What several processes need to be one service, and what their counts say."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from msgspec import Struct

from tests.services.postgres import Postgres
from tests.services.redis import RedisServer


class Together(Struct, frozen=True):
    """A PostgreSQL server, one empty database on it, and a Redis server, all running."""

    postgres: Postgres
    database: str
    redis: RedisServer

    @property
    def environment(self) -> dict[str, str]:
        """What makes a process one of those that share them."""
        return {
            "COMMONGROUND_DATABASE_URL": self.database,
            "COMMONGROUND_REDIS_URL": self.redis.url,
        }


@contextmanager
def together() -> Iterator[Together]:
    """Start both; leave nothing behind."""
    with Postgres() as postgres, RedisServer() as redis:
        yield Together(postgres, postgres.database(), redis)


async def count(site: str, name: str) -> float:
    """Return one of a server's counts, or 0 when it has not counted that yet."""
    async with httpx.AsyncClient() as client:
        told = (await client.get(f"{site}/metrics")).raise_for_status().text
    values = dict(line.rsplit(" ", 1) for line in told.splitlines() if not line.startswith("#"))
    return float(values.get(f"commonground_{name}", 0))
