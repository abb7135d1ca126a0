"""What a record is made of: sections of lines, each with what it is and who may read it.

A line holds no language. Its cells are words that people typed, as they typed them, or messages
that a catalogue says with facts.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from consensus.people import MemberId
from consensus.record.labels import THE_FAMILYS as THE_FAMILYS
from consensus.record.labels import Label as Label
from consensus.record.labels import LineId as LineId
from consensus.record.labels import Readers as Readers

SectionId = str

# Whose words they are where that is not said: nobody's to put in other words, and nobody learns by
# it who wrote them.
SOMEBODY: MemberId = "-"


class Moment(Struct, frozen=True, tag="moment"):
    """A time (ms), to be said as a day, as a time of that day, or as both."""

    at: int
    shows: Literal["day", "time", "both"] = "day"


class Say(Struct, frozen=True, tag="say"):
    """A message of the catalogue `record.ftl`, with its facts."""

    id: str
    facts: "Mapping[str, Fact]" = {}


# Several facts are said one after the other, with commas.
Fact = str | int | Moment | Say | tuple[str | Say, ...]
Cell = str | Say


class Change(Struct, frozen=True):
    """That a line was put in other words or relabelled: by whom, when (ms), and what it was.

    `cells` are what its writer saw. Where the catalogue says the line, `beneath` is what that says
    by now: the meeting may have gone on.
    """

    by: MemberId
    at: int
    cells: tuple[Cell, ...]
    label: Label
    readers: Readers
    beneath: tuple[Cell, ...] = ()


class Line(Struct, frozen=True):
    """One line: a sentence in one cell, or the row of a table.

    Its `id` stays the same while the record grows. `whose` words they are: nobody else may put them
    in other words, and whoever it is may always read them. `about` are the people whom it names or
    speaks of. `changes` are what was done to it by hand, the first one first; nobody else can leave
    it to fewer readers than `least`.
    """

    id: LineId
    label: Label
    cells: tuple[Cell, ...]
    readers: Readers = "all"
    whose: MemberId = ""
    about: tuple[MemberId, ...] = ()
    changes: tuple[Change, ...] = ()
    least: Readers = "restricted"


class Section(Struct, frozen=True):
    """A heading and what stands below it; `columns` where it is a table.

    `empty` is what is said where there are no lines: nothing, where its parts follow. `level` is
    that of the heading: 2, or 3 for a part of the section before.
    """

    id: SectionId
    heading: Cell
    lines: tuple[Line, ...] = ()
    columns: tuple[Say, ...] = ()
    level: Literal[2, 3] = 2
    empty: Cell = Say("record-not-discussed")


class Record(Struct, frozen=True):
    """The whole record of a meeting as it stands. Times are in ms.

    `closed` is nothing while the meeting goes on.
    """

    title: str
    purpose: str
    focus: str
    case: bool
    prepared: int
    starts: int | None
    closed: int | None
    sections: tuple[Section, ...]

    def line(self, line: LineId) -> Line | None:
        """Return the line with this id, if there is one."""
        found = (each for section in self.sections for each in section.lines)
        return next((each for each in found if each.id == line), None)
