"""In a cluster each room lives on one server, and only its rooms notice when that one dies."""

import asyncio

from server.bus.redis import RedisBus
from tests.server.bus.ears import Ear, joined, nodes, until
from tests.services.redis import RedisCluster, RedisServer

CHANNEL = "commonground:room:"


def rooms_apart(cluster: RedisCluster) -> list[str]:
    """Return one room on each server, in the servers' order."""
    found: dict[int, str] = {}
    number = 0
    while len(found) < len(cluster.servers):
        room = f"room{number}"
        found.setdefault(cluster.owner(CHANNEL + room).port, room)
        number += 1
    return [found[server.port] for server in cluster.servers]


def followed(server: RedisServer) -> list[bytes]:
    """Return the rooms that are followed at a server."""
    return [name.removeprefix(CHANNEL.encode()) for name in server.ask("PUBSUB", "SHARDCHANNELS")]


async def test_rooms_on_all_servers_are_heard_and_each_only_where_it_lives(
    cluster: RedisCluster,
) -> None:
    rooms = rooms_apart(cluster)
    async with nodes(cluster.url) as (here, there):
        ears = await joined(there, *rooms)
        for room in rooms:
            for number in range(100):
                here.say(room, f"{room} {number}".encode())
        await until(lambda: all(len(ear.words) == 100 for ear in ears))
        for room, ear, server in zip(rooms, ears, cluster.servers, strict=True):
            assert ear.words == [f"{room} {number}".encode() for number in range(100)]
            assert followed(server) == [room.encode()]


async def test_any_server_of_the_cluster_leads_to_all(cluster: RedisCluster) -> None:
    rooms = rooms_apart(cluster)
    async with RedisBus(cluster.servers[1].url) as here, RedisBus(cluster.servers[2].url) as there:
        await until(lambda: here.up and there.up)
        ears = await joined(there, *rooms)
        for room in rooms:
            here.say(room, b"hello")
        await until(lambda: all(ear.words == [b"hello"] for ear in ears))


async def test_many_rooms_of_many_slots_are_followed_and_left(cluster: RedisCluster) -> None:
    rooms = [f"many{number}" for number in range(300)]
    async with nodes(cluster.url) as (here, there):
        ears = await joined(there, *rooms)
        for room in rooms:
            here.say(room, room.encode())
        await until(lambda: all(ear.words for ear in ears))
        for room in rooms:
            there.leave(room)
        await until(lambda: not any(map(followed, cluster.servers)))


async def test_a_server_of_the_cluster_dies_and_the_rooms_elsewhere_go_on(
    cluster: RedisCluster,
) -> None:
    rooms = rooms_apart(cluster)
    # The URL leads to the one that dies, so the others must be known by then.
    dying = cluster.servers[0]
    async with nodes(dying.url) as (here, there):
        lost, *others = await joined(there, *rooms)
        dying.kill()
        await until(lambda: not here.up and not there.up)
        here.say(rooms[0], b"lost")
        for room in rooms[1:]:
            here.say(room, b"goes on")
        await until(lambda: all(ear.words == [b"goes on"] for ear in others))
        dying.start()
        await until(lambda: here.up and there.up and bool(lost.gaps))
        here.say(rooms[0], b"back")
        await until(lambda: b"back" in lost.words)
        assert lost.words == [b"back"]
        assert [ear.gaps for ear in others] == [0, 0]
        await asyncio.to_thread(cluster.wait)


async def test_a_room_that_moves_to_another_server_is_followed_there(
    cluster: RedisCluster,
) -> None:
    [room, *_] = rooms_apart(cluster)
    async with nodes(cluster.url) as (here, there):
        [ear] = await joined(there, room)
        cluster.move(CHANNEL + room, cluster.servers[2])
        try:
            await until(lambda: room.encode() in followed(cluster.servers[2]))
            await until(lambda: bool(ear.gaps))
            here.say(room, b"first")
            await until(lambda: bool(ear.words) or ear.gaps > 1)
            late = Ear()
            here.join(room, late)
            await until(lambda: bool(late.gaps))
            there.say(room, b"other way")
            await until(lambda: late.words == [b"other way"])
            assert here.up
            assert there.up
        finally:
            cluster.move(CHANNEL + room, cluster.servers[0])
