"""What follows from what the host decides."""

from pathlib import Path

import pytest

from server.settings import Settings


def test_the_log_is_a_file_unless_a_database_server_is_named() -> None:
    assert Settings(data=Path("data")).database == Path("data") / "commonground.db"
    url = "postgresql://db.example/rooms"
    assert Settings(data=Path("data"), database_url=url).database == url


@pytest.mark.parametrize(
    ("host", "reached"),
    [("127.0.0.1", False), ("localhost", False), ("::1", False), ("0.0.0.0", True)],
)
def test_only_an_address_beyond_this_machine_reaches_others(host: str, reached: bool) -> None:
    assert Settings(data=Path("data"), host=host).reaches_others is reached
