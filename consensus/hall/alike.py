"""Alike and different: any two statements, by how they were ranked and by how they read."""

from msgspec import Struct

from consensus.hall.seating import TableId
from consensus.items import ItemId


class Said(Struct, frozen=True):
    """What a table noted about two statements: in what they are `alike`, or different."""

    table: TableId
    alike: bool
    text: str


class Pair(Struct, frozen=True):
    """Two statements. `ranked` and `reads` run from 0 to 1, and 1 is as alike as can be.

    `ranked`: how near people put them to one another; nothing where nobody ranked both.
    """

    first: ItemId
    second: ItemId
    ranked: float | None
    reads: float
    said: tuple[Said, ...]


class AlikeRecord(Struct, frozen=True, tag="alike"):
    """Wall: all pairs of statements, those most alike first; ranked by so many `people`."""

    people: int
    pairs: tuple[Pair, ...]
