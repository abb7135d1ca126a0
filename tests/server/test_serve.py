"""Starting, and saying in one sentence why not."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from server import serve
from server.__main__ import main
from server.settings import Settings
from tests.server.processes import ServerProcess, free_port

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


@pytest.mark.parametrize("arguments", [[], ["serve"], ["backup"], ["restore"], ["demo"]])
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


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--workers", "0"),
        ("--workers", "two"),
        ("--most-connections", "-1"),
        ("--drain", "-1"),
        ("--drain", "soon"),
        ("--forget-idle-rooms-after", "nan"),
        ("--logs", "loud"),
    ],
)
def test_a_number_that_cannot_be_is_refused(
    option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["serve", option, value])

    assert option in capsys.readouterr().err


def test_passwords_in_the_environment_are_shown_to_nobody() -> None:
    secret = {"COMMONGROUND_DATABASE_URL": "postgresql://me:swordfish@db.example/rooms"}
    told = subprocess.run(
        [*COMMAND, "serve", "--help"], capture_output=True, env={**os.environ, **secret}, check=True
    )

    assert b"swordfish" not in told.stdout + told.stderr


def test_a_limit_on_files_that_is_too_low_for_the_connections_is_said(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, most_connections=10**9)

    assert [warning.split(":")[0] for warning in serve.warnings(settings)] == ["few_files"]


def test_a_redis_that_does_not_answer_yet_is_said_without_its_password(tmp_path: Path) -> None:
    url = f"redis://:swordfish@127.0.0.1:{free_port()}"
    told = list(serve.warnings(Settings(data=tmp_path, redis_url=url, most_connections=1)))

    assert [warning.split(":")[0] for warning in told] == ["redis_unreachable"]
    assert "swordfish" not in told[0]


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
    process = ServerProcess(tmp_path / "data")
    await process.start()
    process.stop()

    assert (process.data / "commonground.db").stat().st_mode & 0o077 == 0


async def test_ctrl_c_is_a_good_end(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path / "data", "--drain", "600")
    await process.start()

    process.tell(signal.SIGINT)

    assert process.wait() == 0
    assert process.told() == ""
