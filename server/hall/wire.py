"""What a hall's screens are told of its tables, over a line of its own: `/r/CODE/floor`.

A browser says hello as it does to a room. From then on it is sent what changed, as keyed records.
"""

from msgspec import Raw, Struct

from consensus.hall import floor

FloorRecord = floor.WallRecord | floor.DeskRecord


class FloorChanges(Struct, frozen=True, tag="floor"):
    """Records to put by key, and keys to drop; `fresh` means: forget all records first.

    `now` is the server's clock in ms. `busy` says that figures are still being worked out from what
    has happened since.
    """

    fresh: bool
    now: int
    busy: bool
    put: dict[str, FloorRecord]
    drop: tuple[str, ...]


class RawFloorChanges(Struct, frozen=True, tag="floor"):
    """`FloorChanges` as it is put together from encoded records."""

    fresh: bool
    now: int
    busy: bool
    put: dict[str, Raw]
    drop: tuple[str, ...]
