"""Runs the server: listens, says where, serves until told to stop, and lets everybody move on."""

import asyncio
import errno
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import uvicorn

from server import fast, logs, wire
from server.app import App, create_app
from server.checks import (
    CannotServe,
    check_client,
    check_parts,
    check_reach,
    log_at_hand,
    redis_answers,
)
from server.services import Services
from server.settings import Settings

try:
    import resource
except ImportError:  # Windows, where no such limit is kept
    resource = None  # type: ignore[assignment]  # that is what its absence means

# A storm of arrivals waits in the kernel's long queue and comes in a few at a time, so that those
# who are there already are served in between. asyncio takes in as many at once as the queue is said
# to be long, so it is told little and the kernel much. uvloop takes one at a time in any case.
WAITING_ARRIVALS = 4096
ARRIVALS_AT_ONCE = 16

# Seconds in which everybody who was sent away has heard so, or never will.
LAST_WORDS = 1.0

# Beside one file for each connection: the log, the bus, the libraries' own.
OTHER_FILES = 200

logger = logging.getLogger(__name__)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket with its address; raises `CannotServe` when the address cannot be had."""
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


class Server(uvicorn.Server):
    """A server that says when it is up, and gives people time to move on before it is gone.

    Told to end by SIGTERM, it drains for as long as the settings say; by Ctrl-C, at once, also
    where it is draining already.
    """

    def __init__(self, config: uvicorn.Config, app: App, settings: Settings) -> None:
        super().__init__(config)
        self.up = asyncio.Event()
        self._app = app
        self._settings = settings
        self._drain = 0.0
        self._hurry = False

    @property
    def services(self) -> Services:
        """The parts that it is made of, while it is up."""
        found: Services = self._app.state.services
        return found

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        asyncio.get_running_loop().set_exception_handler(logs.told_by_loop)
        await super().startup(sockets)
        for listener in sockets or []:
            listener.listen(WAITING_ARRIVALS)
        look_for_rubbish_seldom()
        self.up.set()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end. After a SIGTERM this is a good end, so the signal is not raised again."""
        if sig == signal.SIGTERM:
            self._drain = self._settings.drain
            self.should_exit = True
        elif self.should_exit and not self._hurry:
            self._hurry = True
        else:
            super().handle_exit(sig, frame)
        if self.started:
            self.services.gate.draining = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Send people elsewhere, spread over the time there is; then end."""
        lines = len(self.services.rooms.connections())
        if lines:
            logger.info("draining: %d lines move on within %.0f s", lines, self._drain)
        served, clock = self.services, asyncio.get_running_loop().time
        leaving = asyncio.create_task(served.rooms.drain(self._drain))
        until = clock() + self._drain + LAST_WORDS
        while clock() < until and not self._hurry:
            if leaving.done() and not served.gate.lines:
                break
            await asyncio.sleep(0.05)
        leaving.cancel()
        await super().shutdown(sockets)


def look_for_rubbish_seldom() -> None:
    """Let Python look for circles among its objects less often.

    Values here never point back, so there are few; while thousands arrive, looking through what
    they bring again and again made some turns of the loop three times as long.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def server(settings: Settings) -> Server:
    """Return a server for the settings, not yet started."""
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        loop=fast.LOOP,
        http="httptools",
        ws=fast.FastProtocol,
        ws_max_size=wire.MOST_FRAME_BYTES,
        ws_per_message_deflate=False,  # costs more processor time than small frames save in bytes
        access_log=False,  # addresses and codes are nobody's business
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=bool(settings.behind_proxy),
        forwarded_allow_ips=settings.behind_proxy or None,
        backlog=ARRIVALS_AT_ONCE,
        timeout_graceful_shutdown=3,
    )
    return Server(config, app, settings)


@contextmanager
def ready(settings: Settings) -> Iterator[socket.socket]:
    """Check everything; yield a socket to listen on while the data folder, if any, is held."""
    check_client()
    check_reach(settings)
    check_parts(settings)
    with log_at_hand(settings), listen(settings.host, settings.port) as listener:
        yield listener


def serve(settings: Settings) -> int:
    """Serve until interrupted; return the exit status."""
    os.umask(0o077)  # answers are in the data file: it is its owner's alone
    try:
        with ready(settings) as listener:
            logs.configure(settings.logs)
            for warning in warnings(settings):
                print(f"commonground: {warning}", file=sys.stderr)
            print(greeting(settings, listener), flush=True)
            if settings.workers > 1:
                from server.workers import serve_together

                return serve_together(settings, listener)
            with suppress(KeyboardInterrupt):
                server(settings).run(sockets=[listener])
    except CannotServe as reason:
        print(f"commonground: {reason}", file=sys.stderr)
        return 2
    return 0


def warnings(settings: Settings) -> Iterator[str]:
    """Say what is not as it should be, although the server can start."""
    if settings.redis_url and not redis_answers(settings.redis_url):
        yield (
            "redis_unreachable: the Redis server does not answer yet. Rooms work; people on "
            "different nodes hear of each other late until it does."
        )
    files = most_files()
    if files < settings.most_connections + OTHER_FILES:
        yield (
            f"few_files: the system allows {files} open files, which is too few for "
            f"{settings.most_connections} connections. Raise the limit with ulimit -n."
        )


def most_files() -> int:
    """Let this process open as many files as the system lets it; return how many that is."""
    most = -1
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return sys.maxsize if most < 0 else most


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
