"""Processes that are measured: started on a core of their own, counted, and ended by their id."""

import os
import pwd
import resource
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]

PATIENCE = 60.0

_CORES = sorted(os.sched_getaffinity(0))
SERVERS_CORE, LOADS_CORE = _CORES[0], _CORES[-1]


def take_the_loads_core() -> None:
    """Keep this process, the load generator, to its core, and let it open enough lines."""
    os.sched_setaffinity(0, {LOADS_CORE})
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(
    command: Sequence[str | Path],
    core: int,
    port: int,
    environment: dict[str, str] | None = None,
    user: str | None = None,
) -> Iterator[int]:
    """Run a program until the end of the block; yield its process id once its port answers."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT if user is None else "/",
            env={**os.environ, **(environment or {})},
            stdout=said,
            stderr=said,
            user=user,
            start_new_session=True,  # Ctrl-C is ours to pass on, when the figures are done with
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        )
        try:
            _wait_for(process, port)
            yield process.pid
        except RuntimeError:
            said.seek(0)
            print(said.read().decode(errors="replace")[-2000:])
            raise
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started: politely, then not."""
    family = tree(process.pid)
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pid in family[1:]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    patience = time.monotonic() + PATIENCE
    while time.monotonic() < patience:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended before it answered")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} did not answer")


# --- what processes used ------------------------------------------------------------------------


def tree(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    found = [pid]
    for parent in found:
        with suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def cpu_seconds(pids: Sequence[int]) -> float:
    """Return the processor time, user and system, of processes and their descendants.

    The kernel's clock of each process counts both in nanoseconds, with the threads that ended;
    /proc/<pid>/stat has the same sum, rounded to hundredths.
    """
    total = 0.0
    for pid in pids:
        for one in tree(pid):
            with suppress(OSError):
                total += time.clock_gettime((~one << 3) | 2)
    return total


def memory(pids: Sequence[int]) -> int:
    """Return the resident memory of processes and their descendants, in bytes."""
    total = 0
    for pid in pids:
        for one in tree(pid):
            with suppress(OSError):
                total += int(Path(f"/proc/{one}/statm").read_text().split()[1])
    return total * resource.getpagesize()


# --- what servers lean on -----------------------------------------------------------------------


@contextmanager
def redis() -> Iterator[tuple[str, int]]:
    """Run a Redis that keeps nothing, beside the load generator; yield its URL and process id."""
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with running(["redis-server", *options], LOADS_CORE, port) as pid:
        yield f"redis://127.0.0.1:{port}/0", pid


@contextmanager
def postgresql() -> Iterator[tuple[str, int]]:
    """Run a PostgreSQL as it comes, beside the load generator; yield its URL and process id."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"))
    user = "postgres" if os.getuid() == 0 else None  # it refuses to run as root
    with tempfile.TemporaryDirectory(prefix="commonground-bench-") as folder:
        if user:
            owner = pwd.getpwnam(user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data = Path(folder, "data")
        make: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "bench",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-N",
        ]
        subprocess.run(make, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)
        port = free_port()
        where = ["-p", str(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"]
        with running(
            [programs / "postgres", "-D", data, *where], LOADS_CORE, port, user=user
        ) as pid:
            yield f"postgresql://bench@127.0.0.1:{port}/postgres", pid
