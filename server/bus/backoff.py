"""How long to wait before trying again; by chance, so that not all nodes come back at once."""

import random
import time

# In seconds.
SHORTEST = 0.1
LONGEST = 2.0

# Whoever has not asked for so long is doing well again, and starts over.
WELL_AGAIN = 10.0


class Backoff:
    """Waits that double from the shortest to the longest, each cut at random to half at most."""

    def __init__(self) -> None:
        self._next = SHORTEST
        self._asked = time.monotonic()

    def seconds(self) -> float:
        """Return how long to wait this time."""
        now = time.monotonic()
        wait = SHORTEST if now - self._asked > WELL_AGAIN else self._next
        self._asked = now
        self._next = min(2 * wait, LONGEST)
        return wait * random.uniform(0.5, 1)
