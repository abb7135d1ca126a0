"""Starting, and saying in one sentence why not."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from server import serve
from server.__main__ import main
from server.settings import Settings
from tests.server.processes import ServerProcess

COMMAND = [sys.executable, "-m", "server"]


def test_a_port_in_use_is_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        status = main(["serve", "--port", str(port), "--data", str(tmp_path)])

    assert status == 2
    said = capsys.readouterr().err
    assert said.startswith("commonground: port_in_use: ")
    assert said.count("\n") == 1


def test_a_data_folder_that_cannot_be_written_is_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")

    status = main(["serve", "--port", "0", "--data", str(in_the_way / "data")])

    assert status == 2
    assert capsys.readouterr().err.startswith("commonground: data_folder: ")


def test_the_data_folder_is_its_owner_s_alone(tmp_path: Path) -> None:
    serve.prepare_data(tmp_path / "new")

    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_others_can_reach_it_only_with_a_passphrase_or_in_so_many_words(
    host: str, tmp_path: Path
) -> None:
    with pytest.raises(serve.CannotServe, match="passphrase_needed"):
        serve.check_reach(Settings(data=tmp_path, host=host))

    serve.check_reach(Settings(data=tmp_path, host=host, passphrase="words"))
    serve.check_reach(Settings(data=tmp_path, host=host, open_to_anyone=True))
    serve.check_reach(Settings(data=tmp_path))


def test_a_client_that_was_not_built_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "STATIC", tmp_path)

    with pytest.raises(serve.CannotServe, match="client_missing"):
        serve.check_client()


@pytest.mark.parametrize("arguments", [[], ["serve"], ["demo"]])
def test_help_teaches_with_an_example(arguments: list[str]) -> None:
    told = subprocess.run(
        [*COMMAND, *arguments, "--help"], capture_output=True, text=True, check=True
    )

    assert "commonground " in told.stdout
    assert "usage:" in told.stdout


def test_the_address_is_what_a_browser_on_this_machine_types() -> None:
    with serve.listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert serve.address(listener) == f"http://127.0.0.1:{port}"


def test_data_is_kept_in_the_user_s_own_folder_when_nobody_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", os.sep + "somewhere")

    assert serve.default_data() == Path(os.sep + "somewhere") / "commonground"


@pytest.mark.parametrize("port", ["-1", "65536", "eighty"])
def test_what_is_not_a_port_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--port", port])

    assert "port" in capsys.readouterr().err


def test_two_servers_never_share_a_data_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serve.hold(tmp_path):
        status = main(["serve", "--port", "0", "--data", str(tmp_path)])

    assert status == 2
    assert capsys.readouterr().err.startswith("commonground: data_in_use: ")
    serve.hold(tmp_path).close()


@pytest.mark.parametrize("content", [b"this is no database, but something else altogether", None])
def test_a_data_file_that_is_not_ours_is_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    if content is None:
        (tmp_path / "commonground.db").mkdir()
    else:
        (tmp_path / "commonground.db").write_bytes(content * 100)

    assert main(["serve", "--port", "0", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("commonground: data_file: ")


def test_an_address_that_is_not_this_machine_s_is_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--host", "192.0.2.1", "--port", "0", "--data", str(tmp_path), "--open-to-anyone"]

    assert main(["serve", *options]) == 2
    assert capsys.readouterr().err.startswith("commonground: cannot_listen: ")


def test_others_are_told_where_to_find_it(tmp_path: Path) -> None:
    with serve.listen("127.0.0.1", 0) as listener:
        told = serve.greeting(Settings(data=tmp_path, site="https://ground.example"), listener)

    assert "Others find it at https://ground.example" in told


async def test_the_data_file_is_its_owner_s_alone(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path)
    await process.start()
    process.stop()

    assert (tmp_path / "commonground.db").stat().st_mode & 0o077 == 0
