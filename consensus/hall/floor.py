"""The floor: everything that trainers and the wall see of the tables, as keyed records."""

from msgspec import Struct

from consensus.hall import alike, card, compared, mirror
from consensus.hall.seating import TableId
from consensus.state import Meeting

WallRecord = compared.Record | alike.AlikeRecord | mirror.MirrorRecord
DeskRecord = card.TableCardRecord


class Floor(Struct, frozen=True):
    """A hall and the rooms of its tables, as they all are at one moment."""

    hall: Meeting
    tables: dict[TableId, Meeting]
