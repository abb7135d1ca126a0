"""Where files are made: in threads, a few at once, and the same file only once."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from hashlib import sha256

from consensus.refusal import Code, Refusal

# A PDF of a thousand people takes a core for two seconds and 300 MB. Rooms go on beside two of
# them; whoever comes when this many wait is asked to try again.
AT_ONCE = 2
MOST_WAITING = 40

# A chair takes the record away in several kinds within minutes, and a whole table taps at once.
MOST_BYTES = 32_000_000

# In seconds: as long as people take to tap one after the other.
KEPT_FOR = 120

# A room, and the hash of what is made of which state of it.
Key = tuple[str, bytes]


class Workshop:
    """Makes files one after the other, and keeps those just made for whoever asks next."""

    def __init__(self, kept_for: float = KEPT_FOR) -> None:
        self._kept_for = kept_for
        self._benches = asyncio.Semaphore(AT_ONCE)
        self._under_way: dict[Key, asyncio.Task[bytes]] = {}
        self._made: OrderedDict[Key, bytes] = OrderedDict()

    async def make(self, room: str, kind: str, of: bytes, work: Callable[[], bytes]) -> bytes:
        """Return what `work` makes of something in a room; the same of the same is made once.

        Raises `Refusal` when too much is waiting to be made.
        """
        key = room, sha256(kind.encode() + b"\0" + of).digest()
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        if key not in self._under_way:
            if len(self._under_way) >= MOST_WAITING:
                raise Refusal(Code.TRY_AGAIN)
            task = asyncio.create_task(self._work(key, work))
            self._under_way[key] = task
            task.add_done_callback(partial(self._done, key))
        # Whoever goes away while waiting does not take the file from the others.
        return await asyncio.shield(self._under_way[key])

    def drop(self, room: str) -> None:
        """Keep no file of a room that is gone or says less; who waits for one still gets it."""
        for files in (self._made, self._under_way):
            for key in [key for key in files if key[0] == room]:
                del files[key]

    def _done(self, key: Key, task: asyncio.Task[bytes]) -> None:
        if self._under_way.get(key) is task:
            del self._under_way[key]
        if not task.cancelled():
            task.exception()  # those who wait are told; where nobody does any more, nobody is

    async def _work(self, key: Key, work: Callable[[], bytes]) -> bytes:
        async with self._benches:
            made = await asyncio.to_thread(work)
        if self._under_way.get(key) is not asyncio.current_task():
            return made  # its room was dropped meanwhile
        self._made[key] = made
        asyncio.get_running_loop().call_later(self._kept_for, self._made.pop, key, None)
        while sum(map(len, self._made.values())) > MOST_BYTES:
            self._made.popitem(last=False)
        return made
