"""What each connection is still missing: level, not edge.

A view remembers, for each key, the position of its last change. A connection is then one number,
and what it misses is a filter: nothing is queued, so a slow phone costs no memory and, when it
comes back to its senses, gets one frame in which everything has already been merged.
"""

from collections.abc import Mapping

from msgspec import Raw, Struct

from server.wire import RawChanges, RawPatch, encode

NOTHING = RawPatch({}, ())


class View:
    """One audience's records, encoded once, each with the position of its last change."""

    def __init__(self, records: Mapping[str, Struct], position: int) -> None:
        self.born = position
        self.position = position
        self._records: dict[str, Struct] = dict(records)
        self._encoded: dict[str, Raw] = {key: _raw(record) for key, record in records.items()}
        self._changed: dict[str, int] = dict.fromkeys(records, position)
        self._dropped: dict[str, int] = {}
        self._patches: dict[int, RawPatch] = {}

    def update(self, records: Mapping[str, Struct], position: int) -> None:
        """Take in the records as they are at a later position of the log."""
        for key, record in records.items():
            if self._records.get(key) != record:
                self._encoded[key] = _raw(record)
                self._changed[key] = position
                self._dropped.pop(key, None)
        for key in self._records.keys() - records.keys():
            del self._encoded[key], self._changed[key]
            self._dropped[key] = position
        self._records = dict(records)
        self.position = position
        self._patches.clear()

    def knows(self, position: int) -> bool:
        """Say whether what changed since a position is known; otherwise only a snapshot helps."""
        return self.born <= position <= self.position

    def all(self) -> RawPatch:
        """Return every record."""
        return RawPatch(self._encoded, ())

    def since(self, position: int) -> RawPatch:
        """Return what changed after a position. Worked out once for all who are there."""
        patch = self._patches.get(position)
        if patch is None:
            patch = self._patches[position] = self._missing(position)
        return patch

    def _missing(self, position: int) -> RawPatch:
        put = {key: self._encoded[key] for key, at in self._changed.items() if at > position}
        drop = tuple(key for key, at in self._dropped.items() if at > position)
        return RawPatch(put, drop) if put or drop else NOTHING


def snapshot(position: int, everyone: View, chairs: View | None, mine: View | None) -> bytes:
    """Return a frame that makes a client forget what it had and start at a position."""
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


class Frames:
    """Makes the frames of one tick; those that say the same are encoded once."""

    def __init__(self) -> None:
        self._shared: dict[tuple[int, int], bytes] = {}

    def changes(
        self, start: int, end: int, everyone: View, chairs: View | None, mine: View | None
    ) -> bytes:
        """Return a frame with what a connection at `start` misses up to `end`."""
        for_chairs = chairs.since(start) if chairs else NOTHING
        for_me = mine.since(start) if mine else NOTHING
        if for_chairs is NOTHING and for_me is NOTHING:
            return self._for_all(start, end, everyone)
        return _frame(start, end, everyone.since(start), for_chairs, for_me)

    def _for_all(self, start: int, end: int, everyone: View) -> bytes:
        frame = self._shared.get((start, end))
        if frame is None:
            # Few starts are alive at once: those of the tick before, and of the slow.
            if len(self._shared) > 64:
                self._shared.clear()
            frame = _frame(start, end, everyone.since(start), NOTHING, NOTHING)
            self._shared[start, end] = frame
        return frame


def _frame(start: int, end: int, everyone: RawPatch, chairs: RawPatch, mine: RawPatch) -> bytes:
    return encode(
        RawChanges(fresh=False, start=start, end=end, everyone=everyone, chairs=chairs, mine=mine)
    )


def _raw(record: Struct) -> Raw:
    return Raw(encode(record))
