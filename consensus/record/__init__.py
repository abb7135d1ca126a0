"""The record of a meeting: what leaves the room, line by line, as a pure projection of its log."""

from consensus.record.lines import (
    SOMEBODY,
    Cell,
    Change,
    Fact,
    Label,
    Line,
    LineId,
    Moment,
    Readers,
    Record,
    Say,
    Section,
    SectionId,
)
from consensus.record.readers import EVERYTHING, may_read, reads
from consensus.record.written import record

__all__ = [
    "EVERYTHING",
    "SOMEBODY",
    "Cell",
    "Change",
    "Fact",
    "Label",
    "Line",
    "LineId",
    "Moment",
    "Readers",
    "Record",
    "Say",
    "Section",
    "SectionId",
    "may_read",
    "reads",
    "record",
]
