"""The command's smaller parts: what it does around the code that it calls."""

from pathlib import Path

import pytest

from server.__main__ import main
from server.demo.client import Door, RoomClient
from tests.forms import ROOM
from tests.server.processes import ServerProcess


async def test_a_backup_of_a_running_server_is_brought_back_elsewhere(
    process: ServerProcess, tmp_path: Path
) -> None:
    code, seat = await Door(process.site).open_room(**ROOM)
    file = tmp_path / "monday.backup"

    assert main(["backup", str(file), "--data", str(process.data)]) == 0
    assert main(["restore", str(file), "--data", str(tmp_path / "second")]) == 0

    second = ServerProcess(tmp_path / "second")
    await second.start()
    async with RoomClient(second.site, code, seat) as chair:
        assert chair.records.position > 0
    second.kill()


async def test_nothing_is_brought_back_into_a_folder_that_a_server_has(
    process: ServerProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "monday.backup"
    assert main(["backup", str(file), "--data", str(process.data)]) == 0

    assert main(["restore", str(file), "--data", str(process.data)]) == 2
    assert capsys.readouterr().err.startswith("commonground: data_in_use: ")


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_what_cannot_be_copied_is_one_clear_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, data = tmp_path / "missing.backup", tmp_path / "data"

    assert main([command, str(file), "--data", str(data)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("commonground: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_database_that_is_none_of_ours_is_one_clear_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = "mysql://me:swordfish@db.example/rooms"

    assert main([command, str(tmp_path / "x.backup"), "--database-url", url]) == 2
    said = capsys.readouterr().err
    assert said.startswith("commonground: ")
    assert "swordfish" not in said
