"""A view in parts: what an audience sees, and the values that each piece of it is made from.

Values of the core never change, and what an event leaves alone is shared with the meeting before.
So the very same objects make the very same records, and nobody has to look at them again.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import is_
from typing import Any, Generic, TypeVar

from msgspec import Struct

R_co = TypeVar("R_co", bound=Struct, covariant=True)
T_co = TypeVar("T_co", covariant=True)


class Part(Struct, Generic[R_co], frozen=True):
    """Some of an audience's records, and everything that they are made from.

    While every object of `made_from` is the very same, so are the records.
    """

    made_from: tuple[object, ...]
    records: Callable[[], Mapping[str, R_co]]


class Rows(Struct, Generic[R_co], frozen=True):
    """The `records` of a part that is made entry by entry from one mapping, under `kind/`."""

    kind: str
    entries: Mapping[str, Any]
    make: Callable[[str, Any], R_co]

    def __call__(self) -> dict[str, R_co]:
        """Return all records."""
        return self.some(self.entries)

    def some(self, names: Iterable[str]) -> dict[str, R_co]:
        """Return the records of some entries."""
        kind, entries, make = self.kind, self.entries, self.make
        return {f"{kind}/{name}": make(name, entries[name]) for name in names}


class Several(Struct, Generic[R_co], frozen=True):
    """The `records` of a part that is itself in parts, by name.

    They are not even asked for while all that they are made from together is the very same.
    """

    parts: Callable[[], Mapping[str, Part[R_co]]]

    def __call__(self) -> dict[str, R_co]:
        """Return all records."""
        return merged(self.parts())


class Change(Struct, Generic[R_co], frozen=True):
    """What makes a part's records into its later ones: records to put, and keys to drop."""

    put: Mapping[str, R_co] = {}
    drop: tuple[str, ...] = ()


def rows(kind: str, entries: Mapping[str, Any], make: Callable[[str, Any], R_co]) -> Part[R_co]:
    """Return a part with a record for each entry of a mapping: `make(name, entry)`."""
    return Part((entries,), Rows(kind, entries, make))


def one(key: str, made_from: tuple[object, ...], make: Callable[[], R_co]) -> Part[R_co]:
    """Return a part with a single record."""
    return Part(made_from, lambda: {key: make()})


class _AtHand(Struct, Generic[T_co], frozen=True):
    """What gives always the same, in a fifth of the memory of a function."""

    found: T_co

    def __call__(self) -> T_co:
        return self.found


def several(
    made_from: tuple[object, ...], parts: Callable[[], Mapping[str, Part[R_co]]]
) -> Part[R_co]:
    """Return a part that is in parts itself; `made_from` is all that any of these is made from."""
    return Part(made_from, Several(parts))


def merged(found: Mapping[str, Part[R_co]]) -> dict[str, R_co]:
    """Return the records of all parts."""
    return {key: record for part in found.values() for key, record in part.records().items()}


def at_hand(before: Part[R_co] | None, now: Part[R_co]) -> Part[R_co]:
    """Return a part that has its records, so that they are made once; those of before, if the same.

    It lets go of what the records are made from otherwise, which may be a whole meeting.
    """
    if before is not None and is_same(before, now):
        return before
    if isinstance(now.records, Rows):
        return now
    if isinstance(now.records, Several):
        earlier = before.records if before is not None else None
        known = earlier.parts() if isinstance(earlier, Several) else {}
        inner = {name: at_hand(known.get(name), part) for name, part in now.records.parts().items()}
        return several(now.made_from, _AtHand(inner))
    return Part(now.made_from, _AtHand(now.records()))


def change(before: Part[R_co] | None, now: Part[R_co] | None) -> Change[R_co]:
    """Return what changed from a part to the same part later; nothing stands for no such part.

    Of a part that is made entry by entry, only the entries that changed are looked at.
    """
    if before is None or now is None:
        return Change(now.records() if now else {}, tuple(before.records()) if before else ())
    if is_same(before, now):
        return Change()
    if isinstance(before.records, Several) and isinstance(now.records, Several):
        return _changed_parts(before.records.parts(), now.records.parts())
    if isinstance(before.records, Rows) and isinstance(now.records, Rows):
        return _changed_rows(before.records, now.records)
    old, new = before.records(), now.records()
    put = {key: record for key, record in new.items() if old.get(key) != record}
    return Change(put, tuple(key for key in old if key not in new))


def is_same(before: Part[R_co], now: Part[R_co]) -> bool:
    """Say whether a part is made from the very same objects as before."""
    same_length = len(before.made_from) == len(now.made_from)
    return same_length and all(map(is_, before.made_from, now.made_from))


def _changed_parts(before: Mapping[str, Part[R_co]], now: Mapping[str, Part[R_co]]) -> Change[R_co]:
    put: dict[str, R_co] = {}
    drop: list[str] = []
    for name in [*before, *(name for name in now if name not in before)]:
        earlier, later = before.get(name), now.get(name)
        if earlier is not later:
            found = change(earlier, later)
            put.update(found.put)
            drop += found.drop
    return Change(put, tuple(drop))


def _changed_rows(before: Rows[R_co], now: Rows[R_co]) -> Change[R_co]:
    earlier = before.entries.get
    changed = [name for name, entry in now.entries.items() if earlier(name) is not entry]
    new = sum(name not in before.entries for name in changed)
    if len(before.entries) + new == len(now.entries):
        return Change(now.some(changed))
    gone = [name for name in before.entries if name not in now.entries]
    return Change(now.some(changed), tuple(f"{before.kind}/{name}" for name in gone))
