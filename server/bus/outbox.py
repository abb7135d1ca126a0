"""What waits to be said over one link, bounded: what does not fit becomes a gap."""

# In bytes of messages that wait, by channel and in all.
MOST_FOR_ONE = 1 << 20
MOST_IN_ALL = 8 << 20

# What a message costs in memory beside its own bytes, so that empty ones count as well.
OVERHEAD = 64


class Outbox:
    """Collects messages by channel. An empty list stands for a gap: all that was there is lost.

    Nothing is kept behind a gap, because whoever hears of one reads on in the log anyway.
    """

    def __init__(self) -> None:
        self._waiting: dict[bytes, list[bytes]] = {}
        self._sizes: dict[bytes, int] = {}
        self._size = 0

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, channel: bytes, message: bytes) -> None:
        """Keep a message, unless that is too much or there is a gap already."""
        messages = self._waiting.get(channel)
        if messages is not None and not messages:
            return
        cost = len(message) + OVERHEAD
        size = self._sizes.get(channel, 0) + cost
        if size > MOST_FOR_ONE or self._size + cost > MOST_IN_ALL:
            self.gap(channel)
            return
        self._waiting.setdefault(channel, []).append(message)
        self._sizes[channel] = size
        self._size += cost

    def gap(self, channel: bytes) -> None:
        """Drop what waits for a channel, and remember that."""
        self._waiting[channel] = []
        self._size -= self._sizes.pop(channel, 0)

    def lose_all(self) -> None:
        """Make a gap of everything that waits."""
        for channel in self._waiting:
            self.gap(channel)

    def take(self) -> dict[bytes, list[bytes]]:
        """Return what waits, by channel in the order of their first messages, and forget it."""
        taken = self._waiting
        self._waiting, self._sizes, self._size = {}, {}, 0
        return taken
