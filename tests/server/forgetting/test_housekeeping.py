"""What a host can see of rooms and do about them, while the server runs and when it does not."""

import asyncio
import io
import os
from pathlib import Path

import msgspec
import pytest

from server.__main__ import main
from server.demo.client import Door, RoomClient
from server.forgetting import housekeeping, receipts
from server.wire import CloseCode
from tests.forms import ROOM
from tests.server.processes import ServerProcess

NAMES = (ROOM["title"], ROOM["name"], ROOM["agency"])


async def run(arguments: list[str]) -> int:
    """Run the command as a program does, which has no other task."""
    return await asyncio.to_thread(main, arguments)


async def listed(capsys: pytest.CaptureFixture[str], *more: str) -> list[housekeeping.Room]:
    assert await run(["rooms", "--json", *more]) == 0
    return msgspec.json.decode(capsys.readouterr().out, type=list[housekeeping.Room])


async def test_a_host_sees_rooms_and_no_words_of_theirs(
    process: ServerProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = await Door(process.site).open_room(**ROOM)
    data = ("--data", str(process.data))

    (room,) = await listed(capsys, *data)
    assert (room.type, room.closed, room.days_left) == ("task-5-1", None, 29)
    assert await run(["rooms", *data]) == 0
    said = capsys.readouterr().out
    assert room.id in said
    assert not [name for name in (*NAMES, code) if name in said]


async def test_a_room_is_deleted_while_people_are_in_it(
    process: ServerProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    code, seat = await Door(process.site).open_room(**ROOM)
    data = ("--data", str(process.data))
    async with RoomClient(process.site, code, seat) as chair:
        assert await run(["erase", code.lower(), "--yes", "--json", *data]) == 0
        receipt = capsys.readouterr().out.strip().encode()

        assert await chair.ended() == CloseCode.ERASED
    assert receipts.is_genuine(receipt)
    assert receipts.read(receipt).erased.because == "host"
    assert await listed(capsys, *data) == []
    assert await run(["rooms", "--receipts", "--json", *data]) == 0
    (kept,) = msgspec.json.decode(capsys.readouterr().out, type=list[housekeeping.Kept])
    assert kept.genuine
    assert await run(["rooms", "--receipts", *data]) == 0
    assert receipts.read(receipt).erased.id in capsys.readouterr().out


@pytest.mark.parametrize(("typed", "status"), [("id", 0), ("", 2), ("something else", 2)])
async def test_the_host_types_the_id_to_delete_a_room(
    process: ServerProcess,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    status: int,
) -> None:
    await Door(process.site).open_room(**ROOM)
    data = ("--data", str(process.data))
    (room,) = await listed(capsys, *data)
    monkeypatch.setattr("sys.stdin", io.StringIO(room.id if typed == "id" else typed))

    assert await run(["erase", room.id, *data]) == status
    assert len(await listed_after(capsys, *data)) == (status != 0)


async def listed_after(capsys: pytest.CaptureFixture[str], *more: str) -> list[housekeeping.Room]:
    capsys.readouterr()
    return await listed(capsys, *more)


@pytest.mark.parametrize("command", [["rooms"], ["erase", "ABC234", "--yes"]])
async def test_a_folder_in_which_nothing_is_kept_is_one_clear_sentence(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run([*command, "--data", str(tmp_path)]) == 2

    said = capsys.readouterr().err
    assert said.startswith("commonground: nothing_kept: ")
    assert said.count("\n") == 1
    assert await asyncio.to_thread(os.listdir, tmp_path) == []


@pytest.mark.parametrize("room", ["ABC234", "", "' OR 1=1", "x" * 500])
async def test_a_room_that_is_not_there_is_one_clear_sentence(
    process: ServerProcess, capsys: pytest.CaptureFixture[str], room: str
) -> None:
    assert await run(["erase", room, "--yes", "--data", str(process.data)]) == 2

    said = capsys.readouterr().err
    assert said.startswith("commonground: no_such_room: ")
    assert len(said) < 200
