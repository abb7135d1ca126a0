"""A real Redis server in a process of its own, and a small real cluster, for tests to break."""

import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import redis
from redis.crc import REDIS_CLUSTER_HASH_SLOTS, key_slot

from tests.server.processes import free_port

HOST = "127.0.0.1"

# Seconds until a server that does not get ready is given up.
PATIENCE = 20.0


class RedisServer:
    """A server on a free port that keeps nothing on disk. Use as a context manager."""

    def __init__(self, *options: str, password: str = "") -> None:
        self.port = free_port()
        self.url = f"redis://{f':{password}@' if password else ''}{HOST}:{self.port}"
        self._options = [*options, *(["--requirepass", password] if password else [])]
        self._password = password
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "RedisServer":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        """Start on the same port as ever, and return when it answers."""
        command = ["redis-server", "--bind", HOST, "--port", str(self.port)]
        command += ["--save", "", "--appendonly", "no", *self._options]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_until(self._answers)

    def stop(self) -> None:
        """End it as an operator does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would, also while it is paused."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """End it as a power cut would, and start it again."""
        self.kill()
        self.start()

    def pause(self) -> None:
        """Let it stand still: connections stay open, and nothing answers."""
        self._send(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on after a pause."""
        self._send(signal.SIGCONT)

    def ask(self, *command: str | int) -> Any:
        """Return the answer to one command."""
        with redis.Redis(host=HOST, port=self.port, password=self._password or None) as client:
            return client.execute_command(*command)

    def _answers(self) -> bool:
        try:
            return bool(self.ask("PING"))
        except redis.ConnectionError:
            return False

    def _send(self, signal_: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(signal_)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=PATIENCE)
            self._process = None


class RedisCluster:
    """A cluster of three servers without replicas, each with a third of the slots."""

    def __init__(self, *options: str) -> None:
        self._options = options
        self._closing = ExitStack()
        self.servers: list[RedisServer] = []

    @property
    def url(self) -> str:
        """The URL of one server; the others are found through it."""
        return self.servers[0].url

    def __enter__(self) -> "RedisCluster":
        folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory()))
        for number in range(3):
            self.servers.append(self._closing.enter_context(self._server(folder / f"{number}")))
        self._share_slots()
        for server in self.servers[1:]:
            server.ask("CLUSTER", "MEET", HOST, self.servers[0].port, self._bus_port(0))
        self.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.close()

    def wait(self) -> None:
        """Return when every server knows all others and finds the cluster in order."""
        wait_until(lambda: all(map(self._in_order, self.servers)))

    def owner(self, channel: str) -> RedisServer:
        """Return the server that carries a channel."""
        return self.servers[key_slot(channel.encode()) * 3 // REDIS_CLUSTER_HASH_SLOTS]

    def move(self, channel: str, to: RedisServer) -> None:
        """Give the slot of a channel to another server, as an operator does."""
        slot = key_slot(channel.encode())
        identity = to.ask("CLUSTER", "MYID").decode()
        for server in (to, *(each for each in self.servers if each is not to)):
            server.ask("CLUSTER", "SETSLOT", slot, "NODE", identity)

    def _server(self, folder: Path) -> RedisServer:
        folder.mkdir()
        options = ["--cluster-enabled", "yes", "--cluster-node-timeout", "1000"]
        options += ["--dir", str(folder), "--cluster-port", str(free_port())]
        return RedisServer(*options, *self._options)

    def _bus_port(self, number: int) -> int:
        server = self.servers[number]
        return int(server._options[server._options.index("--cluster-port") + 1])

    def _share_slots(self) -> None:
        bounds = [-(-REDIS_CLUSTER_HASH_SLOTS * third // 3) for third in range(4)]
        for number, server in enumerate(self.servers):
            server.ask("CLUSTER", "ADDSLOTSRANGE", bounds[number], bounds[number + 1] - 1)
            # Servers that start at the same epoch would first have to argue about it.
            server.ask("CLUSTER", "SET-CONFIG-EPOCH", number + 1)

    @staticmethod
    def _in_order(server: RedisServer) -> bool:
        told = server.ask("CLUSTER", "INFO")
        return b"cluster_state:ok" in told and b"cluster_known_nodes:3" in told


def wait_until(true: Callable[[], bool]) -> None:
    """Return when something holds."""
    patience = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > patience:
            raise TimeoutError("Redis did not get ready")
        time.sleep(0.02)
