"""A disk that a test may fill: a small one, or a limit where it may not mount one."""

import errno
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

_SIZE = 8_000_000
_PIECE = 4_096


class Disk(Protocol):
    """Where one process keeps its files."""

    def fill(self) -> None:
        """Let every write that needs space fail."""

    def free(self) -> None:
        """Let there be space again."""


class SmallDisk:
    """A file system with a few megabytes, and a file that takes all that is left of them."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Write until the disk says that it is full."""
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(_PIECE))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise

    def free(self) -> None:
        """Take the file away."""
        self._ballast.unlink()


class Limit:
    """A process that may not make any file longer: its writes fail as on a full disk."""

    def __init__(self, pid: Callable[[], int]) -> None:
        self._pid = pid

    def fill(self) -> None:
        """Forbid every write to a file."""
        self._allow(0)

    def free(self) -> None:
        """Allow them again."""
        self._allow(resource.RLIM_INFINITY)

    def _allow(self, size: int) -> None:
        resource.prlimit(self._pid(), resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@contextmanager
def small_disk(folder: Path, pid: Callable[[], int]) -> Iterator[Disk]:
    """Make a folder a disk of its own for a process that keeps its files in it."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE},mode=700", "tmpfs", str(folder)]
    if os.getuid() or subprocess.run(command, capture_output=True).returncode:
        yield Limit(pid)
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)
