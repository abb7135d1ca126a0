"""What the host decides when the server starts."""

from pathlib import Path

from msgspec import Struct

DATABASE = "commonground.db"

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Settings(Struct, frozen=True):
    """Where to listen, where to keep things, and who may open rooms.

    `passphrase` is asked of everybody who opens a room; joining one needs only its code. `site` is
    the address that people use, for links and QR codes; without it, the one they came by.
    `behind_proxy` believes a proxy on this machine about who is calling.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    passphrase: str = ""
    open_to_anyone: bool = False
    behind_proxy: bool = False
    site: str = ""

    @property
    def reaches_others(self) -> bool:
        """Whether people at other machines can reach this server."""
        return self.host not in LOOPBACK
