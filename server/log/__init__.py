"""Where events are kept: an append-only log per room, and who may come back in.

Appending at an expected position is the only lock. `SqlLog` is the one implementation; its contract
is written down in tests/server/log/.
"""

from server.log.entries import Conflict, Entry, NewEntry, RoomRow, Snapshot, Unavailable
from server.log.forgetting import Erasing, Extent, Listed, ReceiptRow, Standing
from server.log.migrate import NewerDatabase
from server.log.records import NewEdition
from server.log.sheets import Found, SheetRow
from server.log.slips import Box, Exchange
from server.log.sql import SqlLog

__all__ = [
    "Box",
    "Conflict",
    "Entry",
    "Erasing",
    "Exchange",
    "Extent",
    "Found",
    "Listed",
    "NewEdition",
    "NewEntry",
    "NewerDatabase",
    "ReceiptRow",
    "RoomRow",
    "SheetRow",
    "Snapshot",
    "SqlLog",
    "Standing",
    "Unavailable",
]
