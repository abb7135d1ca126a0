"""A real nginx of the tests' own, with the configuration that the documentation shows."""

import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.server.processes import free_port

EXAMPLE = Path(__file__).parents[2] / "docs" / "deploy" / "nginx.conf"

_PATIENCE = 20.0


class Nginx:
    """The documented nginx before some nodes; only ports and folders are other ones."""

    def __init__(self, nodes: Sequence[int]) -> None:
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        self._folder = Path(tempfile.mkdtemp(prefix="commonground-nginx-"))
        self._folder.chmod(0o755)  # its own workers are somebody else where the tests are root
        self._file = self._folder / "nginx.conf"
        self._file.write_text(_with_own_places(EXAMPLE.read_text(), self.port, nodes, self._folder))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it listens."""
        told = self._folder / "told"
        own = f"daemon off; pid {self._folder}/pid;"
        command = [_program(), "-p", str(self._folder), "-c", str(self._file), "-e", str(told)]
        self._process = subprocess.Popen([*command, "-g", own])
        patience = time.monotonic() + _PATIENCE
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > patience:
                raise RuntimeError(f"nginx did not start:\n{told.read_text()}")
            time.sleep(0.02)

    def remove(self) -> None:
        """End it and leave nothing behind."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_PATIENCE)
        shutil.rmtree(self._folder)

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


def _with_own_places(example: str, port: int, nodes: Sequence[int], folder: Path) -> str:
    """Return the example with these ports, and with every folder inside one that may be written."""
    places = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    numbers = iter(nodes)
    text, servers = re.subn(
        r"server 10\.0\.0\.\d+:8000", lambda _: f"server 127.0.0.1:{next(numbers)}", example
    )
    text, listens = re.subn(r"listen 80;", f"listen 127.0.0.1:{port};", text)
    text, includes = re.subn(r"http \{\n", f"http {{\n{places}", text)
    text = text.replace("/var/log/nginx/error.log", f"{folder}/error.log")
    assert (servers, listens, includes) == (len(nodes), 1, 1), "the example has changed"
    return text


def _program() -> str:
    found = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if found is None:
        raise RuntimeError("these tests need nginx: scripts/ensure-programs installs it")
    return found
