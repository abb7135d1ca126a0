"""What each connection is still missing: level, not edge.

A view remembers, for each key, the position of its last change. A connection is then one number,
and what it misses is a filter: nothing is queued, so a slow phone costs no memory and, when it
comes back to its senses, gets one frame in which everything has already been merged.
"""

from collections import deque
from collections.abc import Mapping

from msgspec import Raw, Struct

from consensus.parts import Change, at_hand, change
from consensus.views import Part
from server.wire import RawChanges, RawPatch, encode

# A line that comes back has what one of the latest ticks told. Longer ago, a snapshot is as good.
MOST_KNOWN = 256

NOTHING = Raw(encode(RawPatch({}, ())))


class View:
    """One audience's records, encoded once, each with the position of its last change."""

    __slots__ = (
        "_all",
        "_changed",
        "_dropped",
        "_encoded",
        "_known",
        "_last_number",
        "_number",
        "_parts",
        "_patches",
        "position",
    )

    def __init__(self, parts: Mapping[str, Part], position: int) -> None:
        self.position = position
        self._known: deque[tuple[int, int]] = deque([(position, position)], maxlen=MOST_KNOWN)
        self._parts: dict[str, Part] = {}
        self._encoded: dict[str, Raw] = {}
        self._number: dict[str, int] = {}
        self._last_number = 0
        # Both in the order of their last change, so that what is recent is found from the end.
        self._changed: dict[str, int] = {}
        self._dropped: dict[str, int] = {}
        self._patches: dict[int, Raw] = {}
        self._all: Raw | None = None
        self._take(parts)

    def update(self, parts: Mapping[str, Part], position: int) -> None:
        """Take in the parts as they are at a later position of the log."""
        self.position = position
        self._known.append((position, position))
        self._patches.clear()
        self._take(parts)

    def unchanged(self, position: int) -> None:
        """Know that nothing has changed since this view was last made, up to a position."""
        since, _ = self._known.pop()
        self._known.append((since, position))
        self.position = position

    def knows(self, position: int) -> bool:
        """Say whether what changed since a position is known; otherwise only a snapshot helps.

        That is so for the positions at which this view was made, and not for those in between:
        what came and went there was never seen here, but at another node it may have been.
        """
        return any(since <= position <= until for since, until in reversed(self._known))

    def all(self) -> Raw:
        """Return every record, as an encoded patch."""
        if self._all is None:
            self._all = Raw(encode(self.patch(-1)))
        return self._all

    def since(self, position: int) -> Raw:
        """Return what changed after a position, as an encoded patch; `NOTHING` where nothing did.

        Worked out once for all who are there.
        """
        patch = self._patches.get(position)
        if patch is None:
            patch = self._patches[position] = self._missing(position)
        return patch

    def patch(self, position: int) -> RawPatch:
        """Return what changed after a position; every record for one before the first (-1)."""
        if position < 0:
            return RawPatch(self._encoded, ())
        # In the order of a snapshot, so that lists look the same however a client came by them.
        keys = sorted(_after(self._changed, position), key=self._number.__getitem__)
        put = {key: self._encoded[key] for key in keys}
        return RawPatch(put, tuple(_after(self._dropped, position)))

    def _missing(self, position: int) -> Raw:
        patch = self.patch(position)
        return Raw(encode(patch)) if patch.put or patch.drop else NOTHING

    def _take(self, parts: Mapping[str, Part]) -> None:
        for name in self._parts.keys() - parts.keys():
            self._apply(change(self._parts.pop(name), None))
        for name, part in parts.items():
            before = self._parts.get(name)
            now = at_hand(before, part)
            if now is not before:
                self._apply(change(before, now))
                self._parts[name] = now

    def _apply(self, changed: Change[Struct]) -> None:
        for key in changed.drop:
            del self._encoded[key], self._changed[key], self._number[key]
            self._note(self._dropped, key)
        for key, record in changed.put.items():
            if key not in self._encoded:
                self._number[key] = self._last_number = self._last_number + 1
            self._encoded[key] = Raw(encode(record))
            self._dropped.pop(key, None)
            self._note(self._changed, key)

    def _note(self, when: dict[str, int], key: str) -> None:
        when.pop(key, None)
        when[key] = self.position
        self._all = None


def _after(when: dict[str, int], position: int) -> list[str]:
    """Return the keys that changed after a position, the latest first."""
    found = []
    for key, at in reversed(when.items()):
        if at <= position:
            break
        found.append(key)
    return found


def changes(start: int, end: int, everyone: Raw, chairs: Raw, mine: Raw) -> bytes:
    """Return a frame's payload that brings a connection at `start` to `end`."""
    return encode(RawChanges(False, start, end, everyone, chairs, mine))


def snapshot(position: int, everyone: View, chairs: View | None, mine: View | None) -> bytes:
    """Return a payload that makes a client forget what it had and start at a position."""
    return encode(
        RawChanges(
            fresh=True,
            start=position,
            end=position,
            everyone=everyone.all(),
            chairs=chairs.all() if chairs else NOTHING,
            mine=mine.all() if mine else NOTHING,
        )
    )
