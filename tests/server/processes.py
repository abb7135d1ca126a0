"""A real server in a process of its own, which tests may kill."""

import asyncio
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib import request
from urllib.error import URLError


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _spawn(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


class ServerProcess:
    """`commonground serve` with a port and a data folder of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start, and wait until it answers."""
        options = ["--port", str(self.port), "--data", str(self.data)]
        self._process = _spawn([sys.executable, "-m", "server", "serve", *options])
        await asyncio.to_thread(self._wait_until_it_answers)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end, as Ctrl-C does."""
        self._end(signal.SIGINT)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=20)
            self._process = None

    def _wait_until_it_answers(self) -> None:
        patience = time.monotonic() + 30
        while not self._answers():
            if time.monotonic() > patience:
                raise TimeoutError("the server did not answer")
            time.sleep(0.05)

    def _answers(self) -> bool:
        if self._process is None or self._process.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        try:
            with request.urlopen(f"{self.site}/healthy", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            return False
