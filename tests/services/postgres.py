"""A real PostgreSQL server of the tests' own, which a test may kill, pause and start again."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from pwd import getpwnam
from typing import NamedTuple

import psycopg

from tests.server.processes import free_port

# PostgreSQL refuses to run as root. The folder is handed to the first of these that exists.
_USERS = ("postgres", "nobody")

_PATIENCE = 30.0


class Postgres:
    """A server with a data folder and a port of its own. Use as a context manager."""

    def __init__(self) -> None:
        self.port = free_port()
        self._user = _user()
        self._folder = Path(tempfile.mkdtemp(prefix="commonground-postgres-"))
        if self._user is not None:
            shutil.chown(self._folder, self._user)
        self.data = self._folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        options = "--no-sync --auth=trust --username=commonground --encoding=UTF8 --locale=C"
        self._run("initdb", *options.split(), "--pgdata", str(self.data)).wait(_PATIENCE)

    def __enter__(self) -> "Postgres":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def start(self) -> None:
        """Start, recover from whatever end it had, and wait until it answers."""
        options = f"-D {self.data} -p {self.port} -k {self._folder}"
        settings = "-c listen_addresses=127.0.0.1 -c fsync=on -c max_connections=200"
        self._process = self._run("postgres", *options.split(), *settings.split())
        patience = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > patience:
                raise RuntimeError(f"PostgreSQL did not start:\n{self._told()}")
            time.sleep(0.02)

    def stop(self) -> None:
        """End it in good order; those who are connected are cut off."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End it as a power cut would, with everything it started."""
        self.pause()
        family = self._family()
        for pid in family:
            _tell(pid, signal.SIGKILL)
        self._reap()
        while any(process.pid in family for process in _processes()):
            time.sleep(0.01)

    def pause(self) -> None:
        """Let it hang: lines to it stay open, and nothing answers on them."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)  # first, so that no more of them start
        for pid in self._family():
            _tell(pid, signal.SIGSTOP)

    def resume(self) -> None:
        """End a pause."""
        for pid in self._family():
            _tell(pid, signal.SIGCONT)

    def remove(self) -> None:
        """End it and leave nothing behind."""
        self.resume()
        self._end(signal.SIGQUIT)
        shutil.rmtree(self._folder)

    def database(self) -> str:
        """Return the address of a new, empty database."""
        name = f"log{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def url(self, database: str) -> str:
        """Return the address of a database by its name."""
        return f"postgresql://commonground@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        with (self._folder / "told").open("ab") as told:
            return subprocess.Popen(
                [_program(program), *options],
                stdout=told,
                stderr=told,
                cwd=self._folder,
                user=self._user,
                group=getpwnam(self._user).pw_gid if self._user else None,
                extra_groups=[] if self._user else None,
                start_new_session=True,  # Ctrl-C is for the tests, not for what they started
            )

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _family(self) -> set[int]:
        """Return the server and everything it started; each is a process group of its own."""
        if self._process is None:
            return set()
        own = self._process.pid
        return {process.pid for process in _processes() if own in (process.pid, process.parent)}

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._reap()

    def _reap(self) -> None:
        if self._process is not None:
            self._process.wait(_PATIENCE)
            self._process = None

    def _told(self) -> str:
        return (self._folder / "told").read_text(errors="replace")[-2000:]


class _Process(NamedTuple):
    pid: int
    parent: int


def _processes() -> list[_Process]:
    """Return what runs on this machine; what has ended and only waits to be noticed does not."""
    command = ["ps", "-A", "-o", "pid=,ppid=,stat="]
    listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    found = (line.split() for line in listed.splitlines())
    return [_Process(int(pid), int(parent)) for pid, parent, state in found if state[0] != "Z"]


def _tell(pid: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # it ended meanwhile
        os.kill(pid, what)


def _program(name: str) -> str:
    """Return where one of PostgreSQL's programs is; Debian keeps them out of the way."""
    newest_first = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"),
        key=lambda path: int(path.parts[-3]),
        reverse=True,
    )
    found = shutil.which(name) or next(map(str, newest_first), None)
    if found is None:
        raise RuntimeError("these tests need PostgreSQL: install the package called postgresql")
    return found


def _user() -> str | None:
    """Return whom PostgreSQL runs as: whoever runs the tests, unless that is root."""
    if os.getuid() != 0:
        return None
    for name in _USERS:
        try:
            return getpwnam(name).pw_name
        except KeyError:
            continue
    raise RuntimeError("root cannot run PostgreSQL: run these tests as somebody else")
