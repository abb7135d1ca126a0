"""A server in a process of its own, for programs that measure by the clock."""

import asyncio
import socket
import sys
import tempfile
import time
from urllib import request
from urllib.error import URLError


class Server:
    """A server in a process of its own, with a data folder that goes when it ends."""

    async def __aenter__(self) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self._data = tempfile.TemporaryDirectory(prefix="commonground-bench-")
        options = ["--port", str(port), "--data", self._data.name]
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "server", "serve", *options, stdout=asyncio.subprocess.DEVNULL
        )
        site = f"http://127.0.0.1:{port}"
        await asyncio.to_thread(_wait_for, site)
        return site

    async def __aexit__(self, *_: object) -> None:
        self._process.terminate()
        await self._process.wait()
        self._data.cleanup()


def _wait_for(site: str) -> None:
    for _ in range(400):
        try:
            with request.urlopen(f"{site}/healthz", timeout=2):
                return
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise TimeoutError("the server did not answer")
