"""A link comes back by itself, whatever happens, and whoever missed something knows."""

import asyncio

import pytest

from server.bus.redis import RedisBus
from tests.server.bus.ears import joined, nodes, until
from tests.services.redis import RedisServer


async def test_a_server_that_is_killed_is_noticed_at_once_and_found_again(
    redis: RedisServer,
) -> None:
    async with nodes(redis.url) as (here, there):
        one, other = await joined(there, "one", "other")
        redis.kill()
        await until(lambda: not here.up and not there.up)
        here.say("one", b"lost")
        redis.start()
        await until(lambda: here.up and there.up and bool(one.gaps and other.gaps))
        here.say("one", b"back")
        await until(lambda: one.words == [b"back"])


async def test_a_server_that_stands_still_is_noticed_and_found_again(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        [ear] = await joined(there, "still")
        redis.pause()
        try:
            async with asyncio.timeout(5):
                await until(lambda: not here.up and not there.up)
            here.say("still", b"lost")
        finally:
            redis.resume()
        await until(lambda: here.up and there.up and bool(ear.gaps))
        here.say("still", b"back")
        await until(lambda: b"back" in ear.words)


async def test_a_server_that_does_not_run_yet_is_awaited(redis: RedisServer) -> None:
    redis.kill()
    async with RedisBus(redis.url) as here:
        here.say("early", b"lost")
        assert not here.up
        redis.start()
        await until(lambda: here.up)
        [ear] = await joined(here, "early")
        async with RedisBus(redis.url) as there:
            await until(lambda: there.up)
            there.say("early", b"now")
            await until(lambda: ear.words == [b"now"])


async def test_when_one_node_alone_is_cut_off_the_others_know_what_it_could_not_say(
    redis: RedisServer,
) -> None:
    async with nodes(redis.url) as (here, there):
        [ear] = await joined(there, "half")
        cut_off_speakers(redis)
        await until(lambda: not here.up)
        here.say("half", b"lost")
        await until(lambda: ear.gaps == 1)
        assert there.up
        assert ear.words == []


async def test_what_was_under_way_when_the_link_broke_counts_as_lost(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        [ear] = await joined(there, "midway")
        redis.pause()
        here.say("midway", b"lost")
        await asyncio.sleep(0)
        redis.kill()
        await until(lambda: not here.up and not there.up)
        redis.start()
        await until(lambda: here.up and there.up)
        here.say("midway", b"back")
        await until(lambda: ear.words == [b"back"])
        assert ear.gaps


async def test_a_hundred_rooms_come_back_together(redis: RedisServer) -> None:
    rooms = [f"room{number}" for number in range(100)]
    async with nodes(redis.url) as (here, there):
        ears = await joined(there, *rooms)
        redis.restart()
        await until(lambda: all(ear.gaps for ear in ears))
        await until(lambda: here.up)
        for room in rooms:
            here.say(room, room.encode())
        await until(lambda: all(ear.words for ear in ears))
        assert [ear.words for ear in ears] == [[room.encode()] for room in rooms]


async def test_a_room_left_while_the_server_was_away_is_not_followed_again(
    redis: RedisServer,
) -> None:
    async with RedisBus(redis.url) as bus:
        await joined(bus, "left", "kept")
        redis.kill()
        bus.leave("left")
        redis.start()
        await until(lambda: bool(redis.ask("PUBSUB", "CHANNELS")))
        assert redis.ask("PUBSUB", "CHANNELS") == [b"commonground:room:kept"]


async def test_a_server_that_forbids_publishing_makes_the_bus_down_and_says_why(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    redis.ask("ACL", "SETUSER", "mute", "on", ">pw", "allchannels", "+@all", "-publish")
    url = redis.url.replace("redis://", "redis://mute:pw@")
    async with RedisBus(url) as bus:
        await until(lambda: bus.up)
        bus.say("any", b"never")
        await until(lambda: not bus.up)
    assert "no link to Redis: NOPERM" in caplog.text


async def test_trouble_is_written_once_and_not_at_each_attempt(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with RedisBus(redis.url) as bus:
        await until(lambda: bus.up)
        redis.kill()
        await until(lambda: "no link to Redis: ConnectionError" in caplog.text)
        redis.start()
        await until(lambda: bus.up)
    warnings = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert warnings == ["no link to Redis: closed", "no link to Redis: ConnectionError"]


async def test_a_bus_ends_quickly_while_its_server_stands_still(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, _):
        redis.pause()
        here.say("any", bytes(1000))
        await asyncio.sleep(0)
    redis.resume()


def cut_off_speakers(redis: RedisServer) -> None:
    """End the connections of all nodes that follow no room."""
    for client in redis.ask("CLIENT", "LIST").decode().splitlines():
        told = dict(pair.split("=", 1) for pair in client.split())
        if told["sub"] == "0" and not told["cmd"].startswith("client"):
            redis.ask("CLIENT", "KILL", "ID", told["id"])
