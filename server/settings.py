"""What the host decides when the server starts."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

DATABASE = "commonground.db"

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

Lines = Literal["text", "json"]


class Settings(Struct, frozen=True):
    """Where to listen, where to keep things, who may open rooms, and how much to take on.

    `passphrase` is asked of everybody who opens a room; joining one needs only its code. `site` is
    the address that people use, for links and QR codes; without it, the one they came by.
    `behind_proxy` holds the addresses of proxies that are believed about who is calling.
    `database_url` and `redis_url` are of servers that several processes share; they may hold
    passwords, so they are never shown. `most_connections` is of each process. `drain` is how many
    seconds people are given to move to another process, and `forget_idle_rooms_after` how many a
    room stays in memory after its last line has ended.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    passphrase: str = ""
    open_to_anyone: bool = False
    behind_proxy: str = ""
    site: str = ""
    database_url: str = ""
    redis_url: str = ""
    workers: int = 1
    most_connections: int = 10_000
    logs: Lines = "text"
    metrics_token: str = ""
    drain: float = 5.0
    forget_idle_rooms_after: float = 300.0

    @property
    def database(self) -> Path | str:
        """Where the log is: the URL of a server, or a file in the data folder."""
        return self.database_url or self.data / DATABASE

    @property
    def reaches_others(self) -> bool:
        """Whether people at other machines can reach this server."""
        return self.host not in LOOPBACK
