"""Nodes that share one Redis hear each other, and know when they may have missed something."""

import asyncio
import random
import subprocess
from pathlib import Path

import pytest

from server.bus.redis import RedisBus
from server.metrics import BUS_UP, NEWS
from tests.server.bus.ears import Ear, joined, nodes, until
from tests.server.processes import free_port
from tests.services.redis import RedisServer

# A key and a certificate of its own for 127.0.0.1.
SELF_SIGNED = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
    "-subj /CN=redis -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out certificate.pem"
)


def published(redis: RedisServer) -> int:
    """Return how many parcels the server has been given since it started."""
    return int(redis.ask("INFO", "commandstats").get("cmdstat_publish", {}).get("calls", 0))


async def test_what_one_node_says_the_other_hears_in_order(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        [ear] = await joined(there, "order")
        said = [b"%d" % number for number in range(1000)]
        for number, message in enumerate(said):
            here.say("order", message)
            if number % 7 == 0:
                await asyncio.sleep(0)
        await until(lambda: len(ear.words) == len(said))
        assert ear.words == said
        assert ear.gaps == 0


async def test_a_node_does_not_hear_itself(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        [mine] = await joined(here, "echo")
        [theirs] = await joined(there, "echo")
        here.say("echo", b"from here")
        await until(lambda: theirs.words == [b"from here"])
        there.say("echo", b"from there")
        await until(lambda: bool(mine.words))
        assert mine.words == [b"from there"]
        assert theirs.words == [b"from here"]


async def test_a_room_hears_nothing_of_another(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        one, other = await joined(there, "one", "other")
        here.say("one", b"1")
        here.say("other", b"2")
        await until(lambda: bool(one.words and other.words))
        assert (one.words, other.words) == ([b"1"], [b"2"])


async def test_what_is_said_at_one_moment_travels_as_one_parcel(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        [ear] = await joined(there, "merged")
        before = published(redis)
        for number in range(100):
            here.say("merged", b"%d" % number)
        await until(lambda: len(ear.words) == 100)
        assert published(redis) == before + 1


async def test_what_is_said_while_a_batch_is_under_way_makes_one_more(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        [ear] = await joined(there, "batches")
        before = published(redis)
        redis.pause()
        for number in range(10):
            here.say("batches", b"%d" % number)
            await asyncio.sleep(0)
        redis.resume()
        await until(lambda: len(ear.words) == 10)
        assert published(redis) <= before + 2


async def test_news_are_counted(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        [ear] = await joined(there, "counted")
        before = NEWS._value.get()
        here.say("counted", b"a")
        here.say("counted", b"b")
        await until(lambda: len(ear.words) == 2)
        assert NEWS._value.get() == before + 2


async def test_who_has_left_hears_nothing_more(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        left, stayed = await joined(there, "left", "stayed")
        there.leave("left")
        here.say("left", b"to nobody")
        here.say("stayed", b"to somebody")
        await until(lambda: bool(stayed.words))
        assert left.words == []
        await until(lambda: not redis.ask("PUBSUB", "CHANNELS", "*:left"))


async def test_leaving_a_room_that_was_never_joined_is_nothing(redis: RedisServer) -> None:
    async with nodes(redis.url) as (here, there):
        there.leave("never")
        [ear] = await joined(there, "ever")
        here.say("ever", b"!")
        await until(lambda: ear.words == [b"!"])


async def test_a_room_joined_again_has_a_new_listener_who_knows_from_when(
    redis: RedisServer,
) -> None:
    async with nodes(redis.url) as (here, there):
        [first] = await joined(there, "again")
        there.leave("again")
        [second] = await joined(there, "again")
        here.say("again", b"now")
        await until(lambda: second.words == [b"now"])
        assert first.words == []


async def test_however_often_rooms_are_joined_and_left_the_last_word_counts(
    redis: RedisServer,
) -> None:
    chance = random.Random(4)
    rooms = [f"storm{number}" for number in range(20)]
    async with nodes(redis.url) as (here, there):
        ears: dict[str, Ear] = {}
        for _ in range(2000):
            room = chance.choice(rooms)
            if room in ears and chance.random() < 0.6:
                there.leave(room)
                del ears[room]
            else:
                ears[room] = Ear()
                there.join(room, ears[room])
            if chance.random() < 0.1:
                await asyncio.sleep(chance.choice((0, 0.001)))
        await until(lambda: all(ear.gaps for ear in ears.values()))
        for room in rooms:
            here.say(room, room.encode())
        await until(lambda: all(ear.words for ear in ears.values()))
        assert all(ear.words == [room.encode()] for room, ear in ears.items())
        followed = {f"commonground:room:{room}".encode() for room in ears}
        await until(lambda: set(redis.ask("PUBSUB", "CHANNELS", "*:storm*")) == followed)


async def test_too_much_for_one_room_is_a_gap_and_no_other_room_notices(
    redis: RedisServer,
) -> None:
    async with nodes(redis.url) as (here, there):
        big, small = await joined(there, "big", "small")
        for _ in range(100):
            here.say("big", bytes(100_000))
        here.say("small", b"small")
        await until(lambda: bool(big.gaps and small.words))
        assert (big.words, big.gaps, small.gaps) == ([], 1, 0)
        here.say("big", b"after")
        await until(lambda: big.words == [b"after"])


async def test_a_bug_in_one_room_is_not_noticed_in_another(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Ear):
        def heard(self, message: bytes) -> None:
            raise RuntimeError("a bug")

    async with nodes(redis.url) as (here, there):
        [fine] = await joined(there, "fine")
        there.join("broken", Broken())
        [late] = await joined(there, "late")
        for room in ("broken", "fine", "late"):
            here.say(room, b"hello")
        await until(lambda: fine.words == late.words == [b"hello"])
        assert there.up
        assert fine.gaps == 0
    assert "a bug in hearing what another node said" in caplog.text


async def test_what_is_no_parcel_counts_as_missed(redis: RedisServer) -> None:
    async with nodes(redis.url) as (_, there):
        [ear] = await joined(there, "foreign")
        redis.ask("PUBLISH", "commonground:room:foreign", "12345678 not ours")
        redis.ask("PUBLISH", "commonground:room:foreign", "")
        await until(lambda: ear.gaps == 2)
        assert ear.words == []


async def test_the_last_words_of_a_node_arrive(redis: RedisServer) -> None:
    async with RedisBus(redis.url) as there:
        [ear] = await joined(there, "last")
        async with RedisBus(redis.url) as here:
            await until(lambda: here.up)
            here.say("last", b"one")
            await asyncio.sleep(0)
            here.say("last", b"two")
        await until(lambda: ear.words == [b"one", b"two"])


async def test_a_bus_says_whether_it_is_up(redis: RedisServer) -> None:
    bus = RedisBus(redis.url)
    assert not bus.up
    assert not bus.alone
    async with bus:
        await until(lambda: bus.up)
        assert BUS_UP._value.get() == 1
    assert not bus.up
    assert BUS_UP._value.get() == 0


async def test_a_server_with_a_password_is_reached_and_the_password_not_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    with RedisServer(password="s3cret") as redis:
        async with nodes(redis.url) as (here, there):
            [ear] = await joined(there, "locked")
            here.say("locked", b"in")
            await until(lambda: ear.words == [b"in"])
        async with RedisBus(redis.url.replace("s3cret", "s3crets")) as bus:
            await until(lambda: "no answer from Redis: AuthenticationError" in caplog.text)
            assert not bus.up
    assert "s3cret" not in caplog.text
    assert "s3cret" not in repr(bus) + str(vars(bus))


async def test_a_server_behind_a_unix_socket_is_reached(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("r") / "s"
    with RedisServer("--unixsocket", str(path)):
        async with nodes(f"unix://{path}") as (here, there):
            [ear] = await joined(there, "socket")
            here.say("socket", b"in")
            await until(lambda: ear.words == [b"in"])


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate that signs itself, with its key beside it."""
    subprocess.run(SELF_SIGNED.split(), cwd=tmp_path, check=True, stderr=subprocess.DEVNULL)
    return tmp_path / "certificate.pem"


async def test_a_server_behind_tls_is_reached(certificate: Path) -> None:
    key, port = certificate.with_name("key.pem"), free_port()
    options = ["--tls-port", str(port), "--tls-auth-clients", "no"]
    options += ["--tls-cert-file", str(certificate), "--tls-key-file", str(key)]
    with RedisServer(*options) as redis:
        async with nodes(f"rediss://127.0.0.1:{port}?ssl_ca_certs={certificate}") as (here, there):
            [ear] = await joined(there, "private")
            here.say("private", b"in")
            await until(lambda: ear.words == [b"in"])
            redis.restart()
            await until(lambda: bool(ear.gaps) and here.up)
            here.say("private", bytes(100_000))
            await until(lambda: ear.words == [b"in", bytes(100_000)])


async def test_a_bus_ends_whatever_it_is_just_doing(redis: RedisServer) -> None:
    for step in range(60):
        async with asyncio.timeout(10), RedisBus(redis.url):
            for _ in range(step):
                await asyncio.sleep(0)
