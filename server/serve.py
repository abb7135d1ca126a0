"""Runs the server: checks what it needs, says plainly what is wrong, and where it listens."""

import asyncio
import errno
import os
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import uvicorn

from server import wire
from server.app import create_app
from server.services import STATIC
from server.settings import DATABASE, Settings

try:
    import fcntl
except ImportError:  # Windows, where a second server on one folder is not noticed
    fcntl = None  # type: ignore[assignment]  # that is what its absence means


class CannotServe(Exception):
    """The server cannot start; the message is one sentence that says why and what to do."""


def prepare_data(folder: Path) -> None:
    """Make the data folder, readable by its owner alone; raises `CannotServe` where it cannot."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CannotServe(
            f"data_folder: cannot write in {folder} ({error.strerror}). "
            "Choose another folder with --data."
        ) from error


def hold(folder: Path) -> IO[bytes]:
    """Keep a data folder for this process alone; raises `CannotServe` when another has it.

    Two servers on one folder would each take the other's people for gone. The file that is
    returned holds the folder until it is closed, or the process ends in whatever way.
    """
    lock = (folder / "lock").open("wb")
    if fcntl is not None:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.close()
            raise CannotServe(
                f"data_in_use: another Common Ground is using {folder}. "
                "Stop it, or choose another folder with --data."
            ) from error
    return lock


def check_database(folder: Path) -> None:
    """Raise `CannotServe` where the data file is not one of ours or cannot be opened."""
    try:
        with closing(sqlite3.connect(folder / DATABASE)) as database:
            database.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        raise CannotServe(
            f"data_file: {folder / DATABASE} cannot be opened ({error}). "
            "Choose another folder with --data, or put a backup there."
        ) from error


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises `CannotServe` when the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because the event loop switches off Nagle's waiting only where it is:
    # without it, every second answer took 42 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        in_use = error.errno == errno.EADDRINUSE
        raise CannotServe(
            f"{'port_in_use' if in_use else 'cannot_listen'}: cannot listen on {host} port {port} "
            f"({error.strerror}). Choose another port with --port{'' if in_use else ', or host'}."
        ) from error
    return listener


def check_client() -> None:
    """Raise `CannotServe` when the browser client has not been built."""
    if not (STATIC / "app" / "build.json").exists():
        raise CannotServe("client_missing: the browser client is not built. Run `make install`.")


def check_reach(settings: Settings) -> None:
    """Raise `CannotServe` rather than let strangers open rooms unasked."""
    if settings.reaches_others and not settings.passphrase and not settings.open_to_anyone:
        raise CannotServe(
            "passphrase_needed: others can reach this address. Set COMMONGROUND_PASSPHRASE to what "
            "people must know to open a room, or say --open-to-anyone."
        )


class Server(uvicorn.Server):
    """A server that says when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        self.up.set()


def server(settings: Settings) -> Server:
    """Return a server for the settings, not yet started."""
    config = uvicorn.Config(
        create_app(settings),
        ws="websockets-sansio",
        ws_max_size=wire.MOST_BYTES,
        ws_per_message_deflate=False,  # costs more processor time than small frames save in bytes
        access_log=False,  # addresses and codes are nobody's business
        log_level="warning",
        server_header=False,
        proxy_headers=settings.behind_proxy,
        timeout_graceful_shutdown=3,
    )
    return Server(config)


@contextmanager
def ready(settings: Settings) -> Iterator[socket.socket]:
    """Check everything; yield a listening socket while the data folder is held."""
    check_client()
    check_reach(settings)
    prepare_data(settings.data)
    with hold(settings.data):
        check_database(settings.data)
        with listen(settings.host, settings.port) as listener:
            yield listener


def serve(settings: Settings) -> int:
    """Serve until interrupted; return the exit status."""
    os.umask(0o077)  # answers are in the data file: it is its owner's alone
    try:
        with ready(settings) as listener:
            print(greeting(settings, listener), flush=True)
            server(settings).run(sockets=[listener])
    except CannotServe as reason:
        print(f"commonground: {reason}", file=sys.stderr)
        return 2
    return 0


def greeting(settings: Settings, listener: socket.socket) -> str:
    """Say where people find the server: here, and from other machines if they can reach it."""
    lines = [f"Common Ground is at {address(listener)}  (stop it with Ctrl-C)"]
    if settings.site:
        lines.append(f"Others find it at {settings.site}")
    elif settings.reaches_others and (own := own_address()):
        lines.append(f"Others on this network find it at http://{own}:{settings.port}")
        lines.append("Open it there yourself too, so that links and QR codes work for everybody.")
    return "\n".join(lines)


def own_address() -> str:
    """Return this machine's address on its network, or nothing where it has none.

    Choosing the way to an address sends nothing: the address is one that nobody has.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        own: str = probe.getsockname()[0]
        return own


def address(listener: socket.socket) -> str:
    """Return the address that a browser on this machine types."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "localhost"}.get(host, host)
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"


def default_data() -> Path:
    """Return where data is kept when nobody says: the user's own data folder."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "commonground"
