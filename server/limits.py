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


class PerAddress:
    """A bucket for each address. The oldest are forgotten past `most`, so as not to fill memory."""

    def __init__(
        self,
        clock: Callable[[], float],
        burst: float,
        per_second: float,
        most: int = 10_000,
    ) -> None:
        self._clock = clock
        self._burst = burst
        self._per_second = per_second
        self._most = most
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def exhausted(self, address: str) -> bool:
        """Say whether an address has to wait before it may go on."""
        bucket = self._buckets.get(address)
        if bucket is None:
            return False
        waited = (self._clock() - bucket.at) * self._per_second
        return bucket.tokens + waited < 1

    def take(self, address: str) -> bool:
        """Count one; say whether it was still allowed."""
        now = self._clock()
        bucket = self._buckets.setdefault(address, Bucket(self._burst, now))
        self._buckets.move_to_end(address)
        taken = bucket.take(self._burst, self._per_second, now)
        while len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return taken


class Limits:
    """What one address may do before it has to wait.

    Only wrong tries count towards `tries`, and a whole hall behind one address fits into `joins`,
    so people who do nothing odd never meet a limit: of a hundred who type a code from the wall,
    forty may mistype it. What a guesser is left with is the slow rate after that.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.tries = PerAddress(clock, burst=40, per_second=1 / 6)
        self.passphrases = PerAddress(clock, burst=10, per_second=1 / 6)
        self.joins = PerAddress(clock, burst=1_500, per_second=20)
        self.openings = PerAddress(clock, burst=30, per_second=1 / 10)
