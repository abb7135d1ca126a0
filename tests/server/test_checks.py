"""What a server needs before it starts, and the one sentence for each thing that is missing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from server import checks
from server.__main__ import main
from server.log import SqlLog
from server.settings import Settings
from tests.server.processes import free_port
from tests.services.postgres import Postgres
from tests.services.redis import RedisServer

DATABASE = "postgresql://me:swordfish@db.example/rooms"
REDIS = "redis://:swordfish@bus.example"


@pytest.fixture(scope="module")
def guarded() -> Iterator[str]:
    """A database whose server lets in who knows the password swordfish."""
    with Postgres() as postgres:
        url = postgres.database()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER ROLE commonground PASSWORD 'swordfish'")
            where = connection.execute("SHOW hba_file").fetchone()
            assert where is not None
            rules = Path(where[0])
            rules.write_text(rules.read_text().replace("trust", "scram-sha-256"))
            connection.execute("SELECT pg_reload_conf()")
        yield url.replace("commonground@", "commonground:swordfish@")


# --- the folder ---------------------------------------------------------------------------------


def test_a_data_folder_that_cannot_be_written_is_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")

    status = main(["serve", "--port", "0", "--data", str(in_the_way / "data")])

    assert status == 2
    assert capsys.readouterr().err.startswith("commonground: data_folder: ")


def test_the_data_folder_is_its_owner_s_alone(tmp_path: Path) -> None:
    checks.prepare_data(tmp_path / "new")

    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_two_servers_never_share_a_data_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with checks.hold(tmp_path):
        status = main(["serve", "--port", "0", "--data", str(tmp_path)])

    assert status == 2
    assert capsys.readouterr().err.startswith("commonground: data_in_use: ")
    with checks.hold(tmp_path):
        pass


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


async def test_data_of_a_newer_version_is_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with SqlLog(tmp_path / "commonground.db"):
        pass
    with closing(sqlite3.connect(tmp_path / "commonground.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    assert main(["serve", "--port", "0", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("commonground: newer_data: ")


# --- who may come -------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_others_can_reach_it_only_with_a_passphrase_or_in_so_many_words(
    host: str, tmp_path: Path
) -> None:
    with pytest.raises(checks.CannotServe, match="passphrase_needed"):
        checks.check_reach(Settings(data=tmp_path, host=host))

    checks.check_reach(Settings(data=tmp_path, host=host, passphrase="words"))
    checks.check_reach(Settings(data=tmp_path, host=host, open_to_anyone=True))
    checks.check_reach(Settings(data=tmp_path))


def test_a_client_that_was_not_built_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "STATIC", tmp_path)

    with pytest.raises(checks.CannotServe, match="client_missing"):
        checks.check_client()


# --- parts that belong together -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--workers", "2"], "workers_need_database"),
        (["--workers", "2", "--redis-url", REDIS], "workers_need_database"),
        (["--workers", "2", "--database-url", DATABASE], "workers_need_redis"),
        (["--redis-url", REDIS], "redis_needs_database"),
        (["--database-url", "mysql://me:swordfish@db.example/rooms"], "database_url"),
        (["--database-url", "me:swordfish"], "database_url"),
        (["--database-url", "postgresql://me:sword fish@db.example"], "database_url"),
        (["--database-url", DATABASE, "--redis-url", "amqp://:swordfish@x"], "redis_url"),
    ],
)
def test_parts_that_make_no_service_are_refused_without_showing_a_password(
    options: list[str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--port", "0", "--data", str(tmp_path), *options]) == 2

    said = capsys.readouterr().err
    assert said.startswith(f"commonground: {code}: ")
    assert said.count("\n") == 1
    assert "swordfish" not in said
    assert not list(tmp_path.iterdir())


# --- the database server ------------------------------------------------------------------------


def test_a_database_that_can_be_used_is_used_and_no_folder_is_made(
    guarded: str, tmp_path: Path
) -> None:
    with checks.log_at_hand(Settings(data=tmp_path / "data", database_url=guarded)):
        assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("right", "wrong"), [(":swordfish@", ":swordfsh@"), (":swordfish@", "@"), ("/log", "/lag")]
)
def test_a_database_that_lets_nobody_in_is_one_clear_sentence(
    guarded: str, right: str, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    url = guarded.replace(right, wrong)

    assert main(["serve", "--port", "0", "--database-url", url]) == 2
    said = capsys.readouterr().err
    assert said.startswith("commonground: database_refused: ")
    assert said.count("\n") == 1
    assert "swordf" not in said


def test_a_database_that_does_not_answer_is_one_clear_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = f"postgresql://me:swordfish@127.0.0.1:{free_port()}/rooms"

    assert main(["serve", "--port", "0", "--database-url", url]) == 2
    said = capsys.readouterr().err
    assert said.startswith("commonground: database_unreachable: ")
    assert "swordfish" not in said


# --- Redis --------------------------------------------------------------------------------------


def test_a_redis_server_answers_or_does_not() -> None:
    with RedisServer(password="swordfish") as redis:
        assert checks.redis_answers(redis.url)
        assert not checks.redis_answers(redis.url.replace("swordfish", "swordfsh"))
    assert not checks.redis_answers(redis.url)


def test_a_redis_url_that_cannot_be_read_is_one_clear_sentence() -> None:
    with pytest.raises(checks.CannotServe, match=r"^redis_url: ") as refused:
        checks.redis_answers("redis://:swordfish@bus.example:port")
    assert "swordfish" not in str(refused.value)
