"""Several processes on one port: one that dies is replaced, and none outlives the first of all.

They share the listening socket, so whoever knocks while one of them dies is let in by another.
"""

import asyncio
import logging
import os
import signal
import socket
import sys
import tempfile
import threading
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from typing import Any

import msgspec
from prometheus_client.multiprocess import mark_process_dead

from server import logs
from server.serve import server
from server.settings import Settings

logger = logging.getLogger(__name__)

# Seconds before a dead worker is replaced. They double each time, so that what cannot start does
# not use up the machine, until one has lived so long that its death is news again.
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
LIVED_WELL = 60.0

# Seconds past the drain after which a worker that still has not ended is killed.
GRACE = 10.0


def serve_together(settings: Settings, listener: socket.socket) -> int:
    """Serve with several processes until told to end; return 0 when every one ended well."""
    with tempfile.TemporaryDirectory(prefix="commonground-metrics-") as counts:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = counts
        return asyncio.run(Workers(settings, listener).run())


class Workers:
    """The processes that serve, and what happens when one of them, or this one, has to end."""

    def __init__(self, settings: Settings, listener: socket.socket) -> None:
        self._settings = settings
        self._listener = listener
        self._running: set[Process] = set()
        self._ending = asyncio.Event()
        self._failed = False

    async def run(self) -> int:
        """Keep as many as the settings say until a signal; return the exit status."""
        for told in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(told, self._end, told)
        await asyncio.gather(*(self._keep() for _ in range(self._settings.workers)))
        return 1 if self._failed else 0

    async def _keep(self) -> None:
        loop = asyncio.get_running_loop()
        pause = FIRST_PAUSE
        while not self._ending.is_set():
            began = loop.time()
            status = await self._one()
            if self._ending.is_set():
                return
            pause = FIRST_PAUSE if loop.time() - began > LIVED_WELL else pause
            logger.warning("a worker ended with status %d; another in %.1f s", status, pause)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._ending.wait()
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _one(self) -> int:
        """Start a worker and wait until it has ended."""
        process = await self._start()
        self._running.add(process)
        if self._ending.is_set():  # said while this one was being started
            process.terminate()
        status = await process.wait()
        self._running.discard(process)
        mark_process_dead(process.pid)  # type: ignore[no-untyped-call]  # it has no types
        # One that was told before it could listen to signals has done nothing yet.
        unwell = status not in (0, -signal.SIGINT, -signal.SIGTERM)
        self._failed |= unwell and self._ending.is_set()
        return status

    async def _start(self) -> Process:
        """Start a worker in a group of its own, where Ctrl-C does not reach it past this process.

        The settings go through a pipe, where nobody sees the passwords in them. It stays open:
        when it breaks, the worker knows that this process is gone.
        """
        door = self._listener.fileno()
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "server.workers", str(door)),
            stdin=PIPE,
            pass_fds=(door,),
            process_group=0,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        assert process.stdin is not None  # it was asked for above
        process.stdin.write(write_settings(self._settings))
        return process

    def _end(self, told: signal.Signals) -> None:
        """Tell every worker what this process was told; kill those that never end."""
        self._ending.set()
        patience = GRACE + (self._settings.drain if told is signal.SIGTERM else 0)
        asyncio.get_running_loop().call_later(patience, self._tell_all, signal.SIGKILL)
        self._tell_all(told)

    def _tell_all(self, what: signal.Signals) -> None:
        for process in self._running:
            with suppress(ProcessLookupError):
                process.send_signal(what)


def work(door: int) -> int:
    """Serve in this process, as told through standard input, until that ends."""
    settings = read_settings(sys.stdin.buffer.readline())
    logs.configure(settings.logs)
    running = server(settings)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with socket.socket(fileno=door) as listener, suppress(KeyboardInterrupt):
        running.run(sockets=[listener])
    return 0


def write_settings(settings: Settings) -> bytes:
    """Return settings as the one line that a worker reads."""
    return msgspec.json.encode(settings, enc_hook=str) + b"\n"


def read_settings(line: bytes) -> Settings:
    """Return the settings that a line from the process that started this one holds."""
    return msgspec.json.decode(line, type=Settings, dec_hook=_path)


def _path(kind: type, value: Any) -> Any:
    return kind(value)


def _end_with_parent() -> None:
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGINT)


if __name__ == "__main__":
    raise SystemExit(work(int(sys.argv[1])))
