"""Makes bytes go that SQLite has let go of, in the data file and the write-ahead log.

With `secure_delete` SQLite itself overwrites what is deleted, but not everywhere. Where a page was
full and its rows were spread anew, old copies of rows stay between the page's list of rows and its
first row: in no table, and in the file for years. So all such gaps are filled with zeros here. A
gap means nothing to SQLite, whatever is in it. How pages look: https://sqlite.org/fileformat2.html
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from struct import unpack, unpack_from
from typing import cast

from sqlalchemy import Engine

# How many pages are looked at before others may write again: some 10 ms of work.
AT_ONCE = 1_500

# The kinds of page that hold rows, by their first byte, and how long the page's own header is.
_INTERIOR, _LEAF = {2: 12, 5: 12}, {10: 8, 13: 8}

# The first page begins with this much about the file.
_FILE_HEADER = 100

# The write-ahead log begins with this much, and so does each page in it.
_LOG_HEADER, _FRAME_HEADER = 32, 24

# After how many pages SQLite empties the write-ahead log by itself.
_USUAL = 1_000


class Scrubber:
    """Scrubs one file, a piece at a time, so that nobody waits for long. For the writer's thread.

    The file stays open until the very end: to close it would, by the rules of POSIX, take away the
    locks that SQLite holds on it in this process.
    """

    def __init__(self, file: Path) -> None:
        self._log = Path(f"{file}-wal")
        self._file = file.open("r+b", buffering=0)
        self._done: set[int] = set()
        self._leaves: set[int] = set()
        self._interior: set[int] = set()
        self._anew = True
        self._version = 0

    def close(self) -> None:
        """Let go of the file, when nothing in this process has it open any more."""
        self._file.close()

    def begin(self) -> None:
        """Start anew with the next piece: something more was let go of."""
        self._anew = True

    def step(self, engine: Engine) -> bool | None:
        """Scrub the next piece; return whether that was the last.

        Returns nothing where a reader is in the way: what is in the log for its sake has to stay.
        """
        with closing(engine.raw_connection()) as borrowed:
            driver = cast(sqlite3.Connection, borrowed.driver_connection)
            driver.execute("PRAGMA busy_timeout = 0")  # others would wait with this one
            try:
                return self._step(driver)
            except sqlite3.OperationalError:
                return None
            finally:
                driver.execute("PRAGMA busy_timeout = 5000")

    def _step(self, driver: sqlite3.Connection) -> bool | None:
        # What was written since the last piece may have come from a page not done to one that was.
        written = self._written(driver)
        self._done -= written
        if written & self._interior:  # nothing moves that these do not tell of
            self._leaves, self._interior = set(), set()
        (busy, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            return None
        driver.execute("BEGIN IMMEDIATE")
        try:
            if self._log.exists() and self._log.stat().st_size:
                return None
            (version,) = driver.execute("PRAGMA data_version").fetchone()
            if self._anew or version != self._version:  # or a host's command wrote meanwhile
                self._done, self._leaves, self._interior = set(), set(), set()
            self._anew, self._version = False, version
            last = self._scrub_some(driver)
        finally:
            driver.rollback()
        # What it remembers of these pages it might write again, gaps and all.
        driver.execute("PRAGMA shrink_memory")
        # Between two pieces the log is not to begin anew by itself: what is in it would be unknown.
        driver.execute(f"PRAGMA wal_autocheckpoint = {_USUAL if last else 0}")
        return last

    def _written(self, driver: sqlite3.Connection) -> set[int]:
        """Return the pages that are in the write-ahead log."""
        (size,) = driver.execute("PRAGMA page_size").fetchone()
        log = self._log.read_bytes() if self._log.exists() else b""
        frames = range(_LOG_HEADER, len(log) - _FRAME_HEADER, _FRAME_HEADER + size)
        return {unpack_from(">I", log, frame)[0] for frame in frames}

    def _scrub_some(self, driver: sqlite3.Connection) -> bool:
        """Scrub some of the pages that are still to be done; say whether these were the last.

        Nobody writes meanwhile, and all that was ever written is in the file.
        """
        (size,) = driver.execute("PRAGMA page_size").fetchone()
        if not self._leaves:
            query = "SELECT rootpage FROM sqlite_master WHERE rootpage > 0"
            for root in (1, *(page for (page,) in driver.execute(query).fetchall())):
                self._look_through(root, size)
        left = sorted((self._leaves | self._interior) - self._done)
        scrubbed = [self._scrub(page, size) for page in left[:AT_ONCE]]
        if any(scrubbed):
            os.fsync(self._file.fileno())
        self._done.update(left[:AT_ONCE])
        return len(left) <= AT_ONCE

    def _look_through(self, root: int, size: int) -> None:
        """Find the pages of a table or an index; all leaves are equally deep."""
        self._interior.add(root)  # although it may be a leaf yet
        level = [root]
        while self._read(level[0], size)[_start(level[0])] in _INTERIOR:
            self._interior.update(level)
            level = [below for page in level for below in self._below(page, size)]
        self._leaves.update(level)

    def _below(self, page: int, size: int) -> Iterator[int]:
        found, start = self._read(page, size), _start(page)
        (rows,) = unpack_from(">H", found, start + 3)
        for place in unpack_from(f">{rows}H", found, start + _INTERIOR[found[start]]):
            yield unpack_from(">I", found, place)[0]
        yield unpack_from(">I", found, start + 8)[0]

    def _scrub(self, page: int, size: int) -> bool:
        """Fill a page's gap with zeros; say whether there was anything else in it."""
        found, start = self._read(page, size), _start(page)
        header = _INTERIOR.get(found[start]) or _LEAF[found[start]]
        rows, first = unpack(">HH", found[start + 3 : start + 7])
        begin, end = start + header + 2 * rows, first or size
        if not found[begin:end].strip(b"\0"):
            return False
        self._file.seek((page - 1) * size + begin)
        self._file.write(bytes(end - begin))
        return True

    def _read(self, page: int, size: int) -> bytes:
        self._file.seek((page - 1) * size)
        return self._file.read(size) or b""


def _start(page: int) -> int:
    """Return where in a page its own header begins."""
    return _FILE_HEADER if page == 1 else 0
