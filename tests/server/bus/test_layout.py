"""What a cluster tells of its slots, and who owns which channel."""

from redis.crc import key_slot

from server.bus.access import HOME, Access
from server.bus.layout import LONE, NOWHERE, survey
from tests.services.redis import HOST, RedisCluster, RedisServer


async def test_a_lone_server_carries_everything(redis: RedisServer) -> None:
    layout = await survey(Access(redis.url), HOME)
    assert layout == LONE
    assert layout.owner(b"any") == HOME
    assert layout.whole


async def test_in_a_cluster_a_channel_lives_where_its_slot_does(cluster: RedisCluster) -> None:
    layout = await survey(Access(cluster.url), HOME)
    assert layout.clustered
    assert layout.whole
    assert layout.places == {(HOST, server.port) for server in cluster.servers}
    for number in range(50):
        channel = f"channel{number}"
        assert layout.owner(channel.encode()) == (HOST, cluster.owner(channel).port)
        assert layout.owners[key_slot(channel.encode())] == layout.owner(channel.encode())


def test_before_anything_is_known_nobody_carries_anything() -> None:
    assert NOWHERE.owner(b"any") is None
    assert not NOWHERE.whole
    assert NOWHERE.places == frozenset()
