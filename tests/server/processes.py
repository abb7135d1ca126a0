"""A real server in a process of its own, which tests may kill."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from urllib import request
from urllib.error import URLError

_PATIENCE = 30.0


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class ServerProcess:
    """`commonground serve` with a port and a data folder of its own, and options if any."""

    def __init__(
        self, data: Path, *options: str, environment: Mapping[str, str] | None = None
    ) -> None:
        self.data = data
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        self._options = ["--port", str(self.port), "--data", str(data), *options]
        self._environment = {**os.environ, **(environment or {})}
        self._told = data.parent / f"told-{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The running process."""
        assert self._process is not None, "the server is not running"
        return self._process.pid

    async def start(self) -> None:
        """Start, and wait until it answers."""
        self.begin()
        await asyncio.to_thread(self._wait_until_it_answers)

    def begin(self) -> None:
        """Start, and do not wait."""
        command = [sys.executable, "-m", "server", "serve", *self._options]
        with self._told.open("ab") as told:
            self._process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=told, env=self._environment
            )

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end, as Ctrl-C does."""
        self._end(signal.SIGINT)

    def drain(self) -> int:
        """Ask it to end in good order, as an operator's tools do; return its exit status."""
        return self._end(signal.SIGTERM)

    def tell(self, what: signal.Signals) -> None:
        """Send a signal and go on."""
        if self._process is not None:
            self._process.send_signal(what)

    def wait(self) -> int:
        """Wait until it has ended; return its exit status, 0 when it never ran."""
        if self._process is None:
            return 0
        status = self._process.wait(timeout=_PATIENCE)
        self._process = None
        return status

    def told(self) -> str:
        """Return what it has written about itself so far, in all its runs."""
        return self._told.read_text()

    def _end(self, how: signal.Signals) -> int:
        self.tell(how)
        return self.wait()

    def _wait_until_it_answers(self) -> None:
        patience = time.monotonic() + _PATIENCE
        while not self._answers():
            if time.monotonic() > patience:
                raise TimeoutError(f"the server did not answer\n{self.told()}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        if self._process is None or self._process.poll() is not None:
            raise RuntimeError(f"the server ended before it answered\n{self.told()}")
        try:
            with request.urlopen(f"{self.site}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            return False
