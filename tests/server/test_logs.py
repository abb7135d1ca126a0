"""What the server writes about itself: useful to its host, and silent about everybody in it."""

import asyncio
import json
import logging
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from websockets.asyncio.client import connect
from websockets.frames import Frame, Opcode

from consensus import commands as c
from server import logs
from server.demo.client import Door, RoomClient
from server.wire import Refused
from tests.forms import ROOM
from tests.server.processes import ServerProcess


def record(message: str, error: BaseException | None = None) -> logging.LogRecord:
    trace = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("server.x", logging.ERROR, "x.py", 1, message, None, trace)


def broken() -> None:
    try:
        int("Zephyrine")
    except ValueError as error:
        raise KeyError("Zephyrine") from error


def test_a_line_of_json_says_when_who_and_what() -> None:
    line = json.loads(logs.JsonLines().format(record("the bus is down")))

    assert line["time"].endswith("Z")
    assert (line["level"], line["logger"]) == ("error", "server.x")
    assert line["message"] == "the bus is down"
    assert line["node"] == logs.NODE
    assert "exception" not in line


def test_an_exception_is_told_by_kind_and_place_and_never_in_its_own_words() -> None:
    with pytest.raises(KeyError) as error:
        broken()
    found = record("it broke", error.value)

    line = json.loads(logs.JsonLines().format(found))
    assert line["exception"] == ["builtins.KeyError", "builtins.ValueError"]
    assert line["places"][0].split()[-1] == "broken"
    for form in (logs.JsonLines(), logs.TextLines()):
        told = form.format(found)
        assert "KeyError" in told
        assert "Zephyrine" not in told
        assert "\n" not in told


def test_a_traceback_inside_a_message_is_cut_off() -> None:
    told = logs.TextLines().format(record("Traceback (most recent call last):\n  'Zephyrine'"))

    assert told.endswith("Traceback (most recent call last):")


async def test_what_a_loop_alone_knows_is_told_without_what_it_shows(
    caplog: pytest.LogCaptureFixture,
) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.told_by_loop)

    loop.call_soon(int, "Zephyrine")
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    (found,) = caplog.records
    told = logs.TextLines().format(found)
    assert "ValueError" in told
    assert "Zephyrine" not in told


async def test_a_busy_room_s_logs_are_silent_about_everybody_in_it(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path / "data", "--logs", "json")
    await process.start()
    try:
        marked = await _busy_room(process)
    finally:
        process.stop()

    lines: list[dict[str, Any]] = [json.loads(line) for line in process.told().splitlines()]
    assert {"uvicorn.error", "server.room"} <= {line["logger"] for line in lines}
    assert any("exception" in line for line in lines)
    told = process.told()
    assert not [mark for mark in marked if mark in told]


async def _busy_room(process: ServerProcess) -> list[str]:
    """Let people do what works and what does not; return what no log may hold."""
    door, site = Door(process.site), process.site
    own = "Quagmire one\nQuagmire two\nQuagmire three"
    form = {**ROOM, "name": "Zephyrine", "agency": "Brouhaha", "statements": "own", "own": own}
    code, seat = await door.open_room(**form)
    wall = await door.wall_key(code, seat)
    key = await door.join(code, "Bartholomew", "Brouhaha")
    async with RoomClient(site, code, seat) as chair, RoomClient(site, code, key) as member:
        await member.do(c.RaiseHand())
        assert isinstance(await member.do(c.Close()), Refused)
        await _send_what_cannot_be_read(process, code, key)
        await _break_the_data(process, chair, door, code)
    return [code, seat, key, wall, "Zephyrine", "Bartholomew", "Quagmire", "Brouhaha", "Hullabaloo"]


async def _send_what_cannot_be_read(process: ServerProcess, code: str, key: str) -> None:
    with socket.create_connection(("127.0.0.1", process.port)) as line:
        line.sendall(f"GET /r/{code} HULLABALOO Hullabaloo\r\n\r\n".encode())
        assert await asyncio.to_thread(line.recv, 100)
    address = f"{process.site.replace('http', 'ws')}/r/{code}/live"
    async with connect(address, additional_headers={"Cookie": f"seat={key}"}) as line:
        frame = Frame(Opcode.TEXT, b"Hullabaloo \xff").serialize(mask=True)
        line.transport.write(frame)
        await line.wait_closed()


async def _break_the_data(process: ServerProcess, chair: RoomClient, door: Door, code: str) -> None:
    """Take away what the server writes to, and let people write."""
    with closing(sqlite3.connect(process.data / "commonground.db")) as database:
        database.execute("DROP TABLE keys")
        database.execute("DROP TABLE events")
    assert isinstance(await chair.do(c.Pause()), Refused)
    with pytest.raises(HTTPError):
        await door.join(code, "Hullabaloo", "Brouhaha")
