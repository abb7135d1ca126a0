"""How to get into the servers behind a Redis URL. Its credentials stay in here."""

import asyncio
from typing import Any, cast

from redis.asyncio.connection import (
    AbstractConnection,
    Connection,
    UnixDomainSocketConnection,
    parse_url,
)

# Seconds that one answer may take, and all the steps of connecting together.
PATIENCE = 2.0
PATIENCE_IN_ALL = 4.0

# A server's host and port, and the place that stands for the server which the URL names.
Place = tuple[str, int]
HOME: Place = ("", 0)

_SCHEMES = ("redis://", "rediss://", "unix://")

# A channel belongs to no database, and there is no pool.
_MEANINGLESS = frozenset({"db", "max_connections"})

# RESP3 lets one connection both publish and listen. No driver's name is told: only servers since
# version 7.2 know the command for it, and a narrow access list may forbid it.
_OURS = {
    "protocol": 3,
    "socket_timeout": PATIENCE,
    "socket_connect_timeout": PATIENCE,
    "driver_info": None,
}


class Access:
    """A Redis URL, understood. Raises `ValueError` with a sentence that does not quote it."""

    def __init__(self, url: str) -> None:
        if not url.startswith(_SCHEMES):
            raise ValueError("A Redis URL begins with redis://, rediss:// or unix://.")
        try:
            options = cast(dict[str, Any], parse_url(url))
            self._kind: type[AbstractConnection] = options.pop("connection_class", Connection)
            self._options = {k: v for k, v in options.items() if k not in _MEANINGLESS} | _OURS
            self._connection(HOME)
        except (TypeError, ValueError):
            # The cause may quote a password that was taken for a port.
            raise ValueError("The Redis URL cannot be understood.") from None

    async def connect(self, place: Place) -> AbstractConnection:
        """Return an open connection. Raises `RedisError` or `OSError` when that does not work."""
        connection = self._connection(place)
        try:
            async with asyncio.timeout(PATIENCE_IN_ALL):
                await cast(Any, connection).connect()
        except BaseException:
            await connection.disconnect(nowait=True)
            raise
        return connection

    def _connection(self, place: Place) -> AbstractConnection:
        if place == HOME:
            return self._kind(**self._options)
        kind, options = self._kind, self._options | {"host": place[0], "port": place[1]}
        if issubclass(kind, UnixDomainSocketConnection):
            # The servers of a cluster know each other by host and port only.
            kind = Connection
            options.pop("path", None)
        return kind(**options)
