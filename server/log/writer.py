"""The one thread that writes: appends that arrive while it is busy share the next commit.

A commit that is safe on disk costs about the same for one event as for fifty.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import perf_counter
from typing import TypeVar

from msgspec import Struct
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from server.log.appends import MOST_TOGETHER, Append
from server.log.engines import Engines, attempt
from server.log.entries import Conflict
from server.metrics import APPEND

T = TypeVar("T")

# Each time, another node was quicker between looking and inserting. Then this one looks again.
MOST_TRIES = 10


class _Waiting(Struct, frozen=True):
    append: Append
    done: asyncio.Future[None]

    def end(self, error: Exception | None) -> None:
        """Tell whoever still waits; one who has gone must not stop the writer."""
        if self.done.done():
            return
        if error is None:
            self.done.set_result(None)
        else:
            self.done.set_exception(error)


class Writer:
    """Appends for many rooms in few transactions, in a thread of its own."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="log writer")
        self._waiting: list[_Waiting] = []
        self._task: asyncio.Task[None] | None = None

    async def append(self, append: Append) -> None:
        """Return when the disk has it; raises `Conflict` or `Unavailable`.

        It is written even if nobody waits for it any more.
        """
        asked = perf_counter()
        waiting = _Waiting(append, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if self._task is None:
            self._task = asyncio.create_task(self._write_all(), name="log writer")
        await waiting.done
        APPEND.observe(perf_counter() - asked)

    async def do(self, work: Callable[[Connection], T]) -> T:
        """Do something else in one transaction, which may be repeated; raises `Unavailable`."""

        def transaction() -> T:
            with self._engines.writing.begin() as connection:
                return work(connection)

        return await self._in_thread(partial(attempt, transaction))

    async def beside(self, work: Callable[[Engine], T]) -> T:
        """Do something to the database itself, while nothing is written."""
        return await self._in_thread(partial(work, self._engines.writing))

    async def close(self) -> None:
        """Write what waits, and end the thread."""
        if self._task is not None:
            await self._task
        await asyncio.to_thread(self._thread.shutdown)

    async def _write_all(self) -> None:
        while self._waiting:
            together, self._waiting = _pick(self._waiting)
            appends = [waiting.append for waiting in together]
            try:
                kept = await self._in_thread(partial(self._write, appends))
            except Exception as error:  # a full disk, say: each is told, none is acknowledged
                for waiting in together:
                    waiting.end(error)
                continue
            for waiting in together:
                waiting.end(None if waiting.append.room in kept else Conflict())
        self._task = None

    def _write(self, appends: Sequence[Append]) -> set[str]:
        """Append what fits; return the rooms of which it did.

        Doing it again after a lost connection is harmless: what was kept after all is then a
        conflict, and its room reads on.
        """
        for _ in range(MOST_TRIES):
            try:
                return attempt(partial(self._engines.append, self._engines.writing, appends))
            except IntegrityError:
                continue
        return set()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _pick(waiting: Sequence[_Waiting]) -> tuple[list[_Waiting], list[_Waiting]]:
    """Return what is written next, at most one append of each room, and the rest."""
    next_up: dict[str, _Waiting] = {}
    rest = []
    for one in waiting:
        if one.append.room in next_up or len(next_up) == MOST_TOGETHER:
            rest.append(one)
        else:
            next_up[one.append.room] = one
    return list(next_up.values()), rest
