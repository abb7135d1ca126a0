"""Who may read which lines of a record."""

from collections.abc import Container

from consensus.people import Member, keeps_record
from consensus.record.lines import Line, Readers

EVERYTHING: frozenset[Readers] = frozenset({"all", "professionals", "restricted"})
_AT_WORK: frozenset[Readers] = frozenset({"all", "professionals"})
_FAMILY: frozenset[Readers] = frozenset({"all"})


def reads(member: Member, case: bool) -> frozenset[Readers]:
    """Return which lines a member may read; in a `case` room the family has a copy of its own."""
    if keeps_record(member):
        return EVERYTHING
    if case and member.role in {"family", "observer"}:
        return _FAMILY
    return _AT_WORK


def may_read(line: Line, allowed: Container[Readers], member: str = "") -> bool:
    """Say whether a line is for somebody who reads those; one's own words always are."""
    return line.readers in allowed or (member != "" and line.whose == member)
