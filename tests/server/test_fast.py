"""Frames handed straight to connections: in order, never to a stranger, never past a slow one."""

import asyncio
import random
import ssl
import struct
import subprocess
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import uvloop
from websockets.frames import Frame, Opcode

from server.fast import fan_out, frame
from tests.server.bare_sockets import (
    BIG,
    Browser,
    Visit,
    serving,
    until,
)

Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture(params=[asyncio.new_event_loop, uvloop.new_event_loop], ids=["asyncio", "uvloop"])
def run(request: pytest.FixtureRequest) -> Iterator[Run]:
    """Runs a coroutine on one of the two loops that the server may use."""
    with asyncio.Runner(loop_factory=request.param) as runner:

        def within_20_s(scenario: Coroutine[Any, Any, None]) -> None:
            runner.run(asyncio.wait_for(scenario, 20))

        yield within_20_s


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A certificate for this machine, signed by itself, as uvicorn's options name it."""
    folder = tmp_path_factory.mktemp("certificate")
    made = {"ssl_keyfile": folder / "key.pem", "ssl_certfile": folder / "certificate.pem"}
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    where: list[str | Path] = ["-keyout", made["ssl_keyfile"], "-out", made["ssl_certfile"]]
    command = ["openssl", "req", "-x509", *key, *name, *where]
    subprocess.run(command, check=True, capture_output=True)
    return made


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 70_000])
def test_a_frame_is_what_the_websocket_library_would_make(size: int) -> None:
    payload = b"x" * size

    assert frame(payload) == Frame(Opcode.TEXT, payload).serialize(mask=False)


def test_nothing_is_sent_before_the_handshake_is_done(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser = await Browser.open(site.port)
            visit = await site.visits.get()

            assert not visit.direct.write(frame(b"early"))
            await visit.receive()
            assert not visit.direct.write(frame(b"early"))
            await visit.send({"type": "websocket.accept"})
            assert visit.direct.write(frame("gäste".encode()))

            assert b"101" in await browser.read_answer()
            assert await browser.read_text() == "gäste"
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


def test_a_connection_that_the_application_refuses_stays_shut(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser = await Browser.open(site.port)
            visit = await site.visits.get()
            await visit.receive()
            await visit.send({"type": "websocket.close"})

            assert not visit.direct.write(frame(b"secret"))

            assert b"403" in await browser.read_answer()
            assert b"secret" not in await browser.reader.read()
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


def test_a_slow_connection_refuses_until_it_has_taken_everything(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser, visit = await site.meet()
            ready: list[bool] = []
            visit.direct.on_ready = lambda: ready.append(visit.direct.write(frame(b"next")))
            assert not visit.direct.slow

            taken = await visit.fill()

            assert visit.direct.slow_since is not None
            # The first frame of which anything waits is the last for now.
            assert visit.direct._transport.get_write_buffer_size() <= len(BIG)
            assert not visit.direct.write(frame(b"refused"))
            assert ready == []
            assert [await browser.read_text() for _ in range(taken)] == ["x" * 10_000] * taken
            assert await browser.read_text() == "next"
            assert ready == [True]
            assert not visit.direct.slow
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


def test_a_slow_connection_says_when_it_has_taken_everything(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser, visit = await site.meet()
            calls: list[str] = []
            visit.direct.on_ready = lambda: calls.append("ready")

            assert visit.direct.write(frame(b"z" * 4_000_000))
            assert visit.direct.slow_since is not None
            await browser.read()
            await until(lambda: visit.direct.slow_since is None)

            assert set(calls) == {"ready"}, calls
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


def test_what_is_sent_in_either_way_arrives_whole_and_in_order(run: Run) -> None:
    """Random sizes to a browser that reads now and then; pings and pongs in between."""

    async def scenario() -> None:
        rng = random.Random(4)
        async with serving(ws_ping_interval=0.01, ws_ping_timeout=10) as site:
            browser, visit = await site.meet()
            said: list[str] = []

            async def talk() -> None:
                ready = asyncio.Event()
                visit.direct.on_ready = ready.set
                while len(said) < 600:
                    text = f"{len(said)} " + "a" * rng.choice([1, 300, 5_000, 90_000])
                    if rng.random() < 0.3:
                        said.append(text)
                        await visit.send_text(text)
                    elif visit.direct.write(frame(text.encode())):
                        said.append(text)
                    else:
                        ready.clear()
                        await ready.wait()

            talking = asyncio.create_task(talk())
            heard: list[str] = []
            while len(heard) < 600:
                if rng.random() < 0.1:
                    browser.say(Opcode.PING, b"there?")
                opcode, payload = await browser.read()
                if opcode is Opcode.TEXT:
                    heard.append(payload.decode())
                elif opcode is Opcode.PING:
                    browser.say(Opcode.PONG, payload)
                else:
                    assert (opcode, payload) == (Opcode.PONG, b"there?")
            await talking
            assert heard == said
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


def test_what_waits_since_before_the_handshake_makes_a_connection_slow(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser = await Browser.open(site.port, shake=False)
            browser.writer.write(b"GET /page HTTP/1.1\r\nHost: here\r\n\r\n")
            assert b"200" in await browser.read_answer()
            browser.shake_hands()
            visit = await site.visits.get()
            await visit.accept()
            ready = asyncio.Event()
            visit.direct.on_ready = ready.set

            assert not visit.direct.write(frame(b"refused"))

            assert await browser.reader.readexactly(4_000_000) == b"y" * 4_000_000
            assert b"101" in await browser.read_answer()
            await ready.wait()
            assert visit.direct.write(frame(b"taken"))
            assert await browser.read_text() == "taken"
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


async def _browser_closes(browser: Browser, visit: Visit) -> None:
    browser.say(Opcode.CLOSE, struct.pack("!H", 1000))


async def _browser_hangs_up(browser: Browser, visit: Visit) -> None:
    if browser.writer.can_write_eof():
        browser.writer.write_eof()
    else:
        browser.writer.close()


async def _browser_resets(browser: Browser, visit: Visit) -> None:
    browser.reset()


async def _browser_breaks_the_protocol(browser: Browser, visit: Visit) -> None:
    browser.say(Opcode.TEXT, b"without a mask", mask=False)


async def _application_closes(browser: Browser, visit: Visit) -> None:
    await visit.send({"type": "websocket.close", "code": 1000})
    assert visit.refuses()
    browser.say(Opcode.CLOSE, struct.pack("!H", 1000))


async def _application_aborts(browser: Browser, visit: Visit) -> None:
    visit.direct.abort()


async def _application_returns(browser: Browser, visit: Visit) -> None:
    visit.over.set_result(None)


async def _application_fails(browser: Browser, visit: Visit) -> None:
    visit.over.set_exception(RuntimeError("as the test wishes"))


ENDS = [
    _browser_closes,
    _browser_hangs_up,
    _browser_resets,
    _browser_breaks_the_protocol,
    _application_closes,
    _application_aborts,
    _application_returns,
    _application_fails,
]


def _descriptor(visit: Visit) -> int:
    descriptor: int = visit.direct._transport.get_extra_info("socket").fileno()
    return descriptor


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "tls"])
def test_an_ended_connection_s_handle_reaches_nobody_not_even_who_came_in_its_place(
    run: Run, encrypted: bool, certificate: dict[str, Path]
) -> None:
    tls = ssl.create_default_context(cafile=certificate["ssl_certfile"]) if encrypted else None

    async def scenario() -> None:
        async with serving(**certificate if encrypted else {}) as site:
            old: list[Visit] = []
            ended: list[Visit] = []
            descriptors: set[int] = set()
            for end in ENDS:
                browser, visit = await site.meet(tls=tls)
                descriptors.add(_descriptor(visit))
                old.append(visit)
                visit.direct.on_end = partial(ended.append, visit)
                await end(browser, visit)
                reading = asyncio.create_task(browser.read_to_the_end())
                # From the moment the end begins until it is over, and after it.
                await until(visit.refuses)
                assert visit.direct.closed
                assert ended.pop() is visit
                assert ended == []
                opcodes = [opcode for opcode, _ in await reading]
                assert Opcode.CLOSE not in opcodes[:-1]
                await browser.close()

            newcomers = [await site.meet(tls=tls) for _ in range(2 * len(ENDS))]
            assert descriptors & {_descriptor(visit) for _, visit in newcomers}
            for visit in old:
                assert not visit.direct.write(frame(b"private"))
            for browser, visit in newcomers:
                visit.direct.write(frame(b"welcome"))
                assert await browser.read_text() == "welcome"
                await browser.close()
            for visit in old + [visit for _, visit in newcomers]:
                if not visit.over.done():
                    visit.over.set_result(None)

    run(scenario())


@pytest.mark.parametrize("end", [_application_aborts, _browser_resets])
def test_a_slow_connection_that_ends_is_never_called_ready(
    run: Run, end: Callable[[Browser, Visit], Awaitable[None]]
) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser, visit = await site.meet()
            calls: list[str] = []
            visit.direct.on_ready = lambda: calls.append("ready")
            await visit.fill()

            await end(browser, visit)
            while (await visit.receive())["type"] != "websocket.disconnect":
                pass

            assert visit.refuses()
            await browser.read_to_the_end()
            await browser.close()
            assert calls == []
            visit.over.set_result(None)

    run(scenario())


def test_a_slow_connection_that_is_closing_stays_shut_while_it_takes_the_rest(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser, visit = await site.meet()
            calls: list[str] = []
            visit.direct.on_ready = lambda: calls.append("ready")
            taken = await visit.fill()

            visit.over.set_result(None)
            await until(lambda: visit.direct._transport.is_closing())
            assert visit.refuses()

            assert len(await browser.read_to_the_end()) == taken
            assert calls == []
            assert visit.refuses()
            await browser.close()

    run(scenario())


def test_a_slow_browser_s_goodbye_ends_it_at_once_though_it_takes_nothing(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser, visit = await site.meet()
            ended = asyncio.Event()
            visit.direct.on_end = ended.set
            await visit.fill()

            await _browser_closes(browser, visit)
            await ended.wait()

            assert visit.direct.closed
            assert visit.refuses()
            visit.direct.abort()
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


def test_a_server_that_stops_says_so_last(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            browser, visit = await site.meet()
            assert visit.direct.write(frame(b"before"))
            site.server.should_exit = True
            await until(visit.refuses)

            heard = await browser.read_to_the_end()

            assert heard[0] == (Opcode.TEXT, b"before")
            opcodes = [opcode for opcode, _ in heard]
            assert opcodes.index(Opcode.CLOSE) == len(opcodes) - 1
            await browser.close()
            visit.over.set_result(None)

    run(scenario())


def test_a_frame_for_many_reaches_all_but_the_slow_and_the_ended(run: Run) -> None:
    async def scenario() -> None:
        async with serving() as site:
            met = [await site.meet() for _ in range(6)]
            handles = {at: visit.direct for at, (_, visit) in enumerate(met)}
            await met[1][1].fill()
            met[4][1].direct.abort()
            await until(met[4][1].refuses)

            refused = fan_out(handles, frame(b"news"))

            assert refused == [1, 4]
            for at in (0, 2, 3, 5):
                assert await met[at][0].read_text() == "news"
            for browser, visit in met:
                await browser.close()
                visit.over.set_result(None)

    run(scenario())


def test_an_encrypted_connection_is_slow_and_recovers_too(
    run: Run, certificate: dict[str, Path]
) -> None:
    tls = ssl.create_default_context(cafile=certificate["ssl_certfile"])

    async def scenario() -> None:
        async with serving(**certificate) as site:
            browser, visit = await site.meet(tls=tls)
            ready = asyncio.Event()
            visit.direct.on_ready = ready.set

            taken = await visit.fill()

            assert visit.direct.slow_since is not None
            assert [await browser.read_text() for _ in range(taken)] == ["x" * 10_000] * taken
            await ready.wait()
            assert visit.direct.write(frame(b"next"))
            assert await browser.read_text() == "next"
            await browser.close()
            visit.over.set_result(None)

    run(scenario())
