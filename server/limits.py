"""How often somebody may try: a bucket that fills slowly and empties fast."""

from collections import OrderedDict
from collections.abc import Callable

from msgspec import Struct


class Bucket(Struct):
    """Tokens of one person or address. Times are in seconds of any clock that does not jump."""

    tokens: float
    at: float

    def take(self, burst: float, per_second: float, now: float) -> bool:
        """Take a token if there is one."""
        self.tokens = min(burst, self.tokens + (now - self.at) * per_second)
        self.at = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


class Tries:
    """Wrong tries by address: ten at once, then one every six seconds.

    Only wrong tries count, so a hall of people behind one address joins without waiting. The
    oldest addresses are forgotten past `most`, so that nobody can fill the memory.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        burst: float = 10,
        per_second: float = 1 / 6,
        most: int = 10_000,
    ) -> None:
        self._clock = clock
        self._burst = burst
        self._per_second = per_second
        self._most = most
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def exhausted(self, address: str) -> bool:
        """Say whether an address has to wait before it may try again."""
        bucket = self._buckets.get(address)
        if bucket is None:
            return False
        waited = (self._clock() - bucket.at) * self._per_second
        return bucket.tokens + waited < 1

    def wrong(self, address: str) -> None:
        """Count a wrong try."""
        now = self._clock()
        bucket = self._buckets.setdefault(address, Bucket(self._burst, now))
        self._buckets.move_to_end(address)
        bucket.take(self._burst, self._per_second, now)
        while len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
