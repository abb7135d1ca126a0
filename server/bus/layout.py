"""Which server carries which channels: one for all, or in a cluster by slot."""

from collections.abc import Iterable
from typing import Any

import msgspec
from redis.crc import REDIS_CLUSTER_HASH_SLOTS, key_slot

from server.bus.access import HOME, Access, Place


class Layout(msgspec.Struct, frozen=True):
    """Who carries which slot, in order; None where a cluster has nobody. A lone server has one."""

    clustered: bool
    owners: tuple[Place | None, ...]

    def owner(self, channel: bytes) -> Place | None:
        """Return who carries a channel at the moment."""
        return self.owners[key_slot(channel, len(self.owners))]

    @property
    def places(self) -> frozenset[Place]:
        """Return all who carry anything."""
        return frozenset(place for place in self.owners if place is not None)

    @property
    def whole(self) -> bool:
        """Whether every channel has a server."""
        return None not in self.owners


NOWHERE = Layout(clustered=False, owners=(None,))
LONE = Layout(clustered=False, owners=(HOME,))


async def survey(access: Access, place: Place) -> Layout:
    """Ask one server how things lie. Raises what connecting does."""
    connection = await access.connect(place)
    try:
        await connection.send_command("HELLO")
        if (await connection.read_response()).get(b"mode") != b"cluster":
            return LONE
        await connection.send_command("CLUSTER", "SLOTS")
        host = place[0] or getattr(connection, "host", "localhost")
        return _clustered(await connection.read_response(), host)
    finally:
        await connection.disconnect(nowait=True)


def _clustered(ranges: Iterable[Any], asked: str) -> Layout:
    """Read the answer to CLUSTER SLOTS; a server may leave out its own host."""
    owners: list[Place | None] = [None] * REDIS_CLUSTER_HASH_SLOTS
    for first, last, (host, port, *_), *_replicas in ranges:
        place = (asked if host in (None, b"", b"?") else host.decode(), port)
        owners[first : last + 1] = [place] * (last + 1 - first)
    return Layout(clustered=True, owners=tuple(owners))
