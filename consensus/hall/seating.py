"""Seating: at which table somebody sits who comes, is spread, mixed, or moved.

Tables stay as even as they can be. Lots are drawn from ids, so that the same hall seats people the
same way twice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Literal

from consensus.people import Member, MemberId, Members, agency_key

# The id of a table's room.
TableId = str

# How people come to their table: they choose, by lot, agencies mixed, or the trainer says where.
Placing = Literal["choose", "spread", "mixed", "placed"]

Seats = Mapping[MemberId, TableId]


def sits(member: Member) -> bool:
    """Say whether somebody takes part at a table: trainers and observers walk about."""
    return member.voice and member.role not in {"chair", "deputy", "observer"}


def smallest(tables: Iterable[TableId], seats: Seats, member: Member) -> TableId | None:
    """Return a table with the fewest people, by lot among several; nothing where there is none."""
    return _by_lot(_fewest(tables, Counter(seats.values())), member.id)


def mixed(
    tables: Iterable[TableId], seats: Seats, members: Members, member: Member
) -> TableId | None:
    """Return, of the tables with the fewest people, one with the fewest of a member's agency."""
    own = agency_key(member.agency)
    alike = Counter(
        table
        for sitting, table in seats.items()
        if sitting in members and agency_key(members[sitting].agency) == own
    )
    least = _fewest(tables, Counter(seats.values()))
    return _by_lot(_fewest(least, alike), member.id)


def dealt(
    tables: Iterable[TableId],
    seats: Seats,
    members: Members,
    who: Iterable[Member],
    how: Placing,
    lot: str,
) -> dict[MemberId, TableId]:
    """Return where each of some people sits, one after the other in an order drawn from `lot`.

    `seats` are those who stay where they are. Agency by agency where they are mixed, so that each
    is spread as evenly as its number allows.
    """
    choices, now = tuple(tables), dict(seats)
    found: dict[MemberId, TableId] = {}
    order = sorted(who, key=lambda member: sha256(f"{lot} {member.id}".encode()).digest())
    if how == "mixed":
        order.sort(key=lambda member: agency_key(member.agency))
    for member in order:
        table = (
            mixed(choices, now, members, member)
            if how == "mixed"
            else smallest(choices, now, member)
        )
        if table is not None:
            now[member.id] = found[member.id] = table
    return found


def _fewest(tables: Iterable[TableId], counts: Mapping[TableId, int]) -> list[TableId]:
    found = list(tables)
    least = min((counts.get(table, 0) for table in found), default=0)
    return [table for table in found if counts.get(table, 0) == least]


def _by_lot(tables: list[TableId], lot: str) -> TableId | None:
    return min(tables, key=lambda table: sha256(f"{lot} {table}".encode()).digest(), default=None)
