"""When to scrub: after everything that was let go of, and once at the start for what was not done.

A process that is killed in between leaves bytes behind. Nothing has to remember that: whoever opens
the file next scrubs all of it.
"""

import asyncio
import logging
from pathlib import Path

from server.log.scrub import Scrubber
from server.log.writer import Writer

logger = logging.getLogger(__name__)

# In seconds: how soon to try again while a reader, a backup perhaps, holds on to what was.
TRY_AGAIN_AFTER = 0.2

# In seconds: after something that should not happen, and is in the log each time that it does.
AFTER_TROUBLE = 30.0

# In seconds: between two pieces, about as long as a piece takes, so that nobody waits for two.
REST = 0.01


class Scrubbing:
    """Scrubs a file beside everything else that happens to it."""

    def __init__(self, file: Path, writer: Writer) -> None:
        self._scrubber = Scrubber(file)
        self._writer = writer
        self._asked = asyncio.Event()
        self._clean = asyncio.Event()
        self.soon()
        self._task = asyncio.create_task(self._scrub_again_and_again(), name="scrubbing")

    def soon(self) -> None:
        """Scrub, as soon as nobody is in the way."""
        self._clean.clear()
        self._asked.set()

    async def done(self) -> None:
        """Return when nothing is left of whatever was let go of before now."""
        await self._clean.wait()

    async def end(self) -> None:
        """Scrub once more if need be; what a reader is still in the way of, the next start does."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        if not self._clean.is_set():
            await self._scrub(tries=1)

    def close(self) -> None:
        """Let go of the file, when nothing else in this process has it open any more."""
        self._scrubber.close()

    async def _scrub_again_and_again(self) -> None:
        while True:
            await self._asked.wait()
            self._asked.clear()
            if await self._scrub() and not self._asked.is_set():
                self._clean.set()

    async def _scrub(self, tries: int | None = None) -> bool:
        """Scrub piece by piece; say whether all was done."""
        self._scrubber.begin()
        while tries != 0:
            try:
                last = await self._writer.beside(self._scrubber.step)
            except Exception:
                logger.exception("could not scrub the data file")
                last = None
                await asyncio.sleep(AFTER_TROUBLE if tries is None else 0)
            if last:
                return True
            if last is None:
                tries = None if tries is None else tries - 1
            await asyncio.sleep(REST if last is False or tries == 0 else TRY_AGAIN_AFTER)
        return False
