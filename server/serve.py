"""Runs the server: checks what it needs, says plainly what is wrong, and where it listens."""

import asyncio
import os
import socket
import sys
from pathlib import Path

import uvicorn

from server import wire
from server.app import create_app
from server.services import STATIC
from server.settings import Settings


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
        raise CannotServe(
            f"port_in_use: cannot listen on {host} port {port} ({error.strerror}). "
            "Choose another port with --port."
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


def ready(settings: Settings) -> socket.socket:
    """Check everything, and return the listening socket."""
    check_client()
    check_reach(settings)
    prepare_data(settings.data)
    return listen(settings.host, settings.port)


def serve(settings: Settings) -> int:
    """Serve until interrupted; return the exit status."""
    try:
        listener = ready(settings)
    except CannotServe as reason:
        print(f"commonground: {reason}", file=sys.stderr)
        return 2
    print(f"Common Ground is at {address(listener)}  (stop it with Ctrl-C)", flush=True)
    server(settings).run(sockets=[listener])
    return 0


def address(listener: socket.socket) -> str:
    """Return the address that a browser on this machine types."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "localhost"}.get(host, host)
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"


def default_data() -> Path:
    """Return where data is kept when nobody says: the user's own data folder."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "commonground"
