"""Errands: what a hall still wants of one of its tables, worked out from how both are now.

Level, not edge: whoever carries errands looks at both, asks the table, and looks again. What was
asked twice changes nothing, and what was not asked because a server ended is asked by the next.
"""

from collections.abc import Iterator

from consensus import commands as c
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.seating import TableId
from consensus.state import Meeting

Errand = c.Join | t.ServerCommand


def errands(hall: Meeting, table_id: TableId, table: Meeting) -> tuple[Errand, ...]:
    """Return what to ask of a table's room, in order; nothing where it agrees with the hall."""
    if hall.hall is None or table.table is None or table.closed is not None:
        return ()
    return tuple(_errands(hall, hall.hall, table_id, table, table.table))


def _errands(
    meeting: Meeting, hall: h.State, table_id: TableId, room: Meeting, table: t.State
) -> Iterator[Errand]:
    if meeting.closed is not None:
        yield t.End()
        return
    yield from _seats(meeting, hall, table_id, room, table)
    if hall.self_run != table.self_run:
        yield t.SetSelfRun(hall.self_run)
    # A table that is held does not move: it goes to a step first, or is let go first.
    if hall.held is None and table.held:
        yield t.SetHeld(False)
    if hall.aligned and hall.aligned[-1].at > table.followed:
        yield t.Follow(hall.aligned[-1].step, hall.aligned[-1].at)
    if hall.held is not None and not table.held:
        yield t.SetHeld(True)
    yield from _said(hall, table_id, table)


def _seats(
    meeting: Meeting, hall: h.State, table_id: TableId, room: Meeting, table: t.State
) -> Iterator[Errand]:
    for member_id, sits_at in hall.seats.items():
        here = member_id in room.members
        if sits_at == table_id and not here and member_id in meeting.members:
            member = meeting.members[member_id]
            yield c.Join(
                member.id,
                member.name,
                member.agency,
                member.role,
                seat=member.seat,
                attends=member.attends,
            )
        elif sits_at == table_id and member_id in table.moved:
            yield t.ComeBack(member_id)
        elif sits_at != table_id and here and member_id not in table.moved:
            yield t.MoveAway(member_id, hall.tables[sits_at].number)


def _said(hall: h.State, table_id: TableId, table: t.State) -> Iterator[Errand]:
    since = table.nudge.at if table.nudge else hall.tables[table_id].at
    said = [nudge for nudge in hall.nudges if nudge.table in (None, table_id) and nudge.at > since]
    if said:
        yield t.Hear(said[-1].text, said[-1].at)
    if hall.called is not None and hall.called > max(table.called or 0, hall.tables[table_id].at):
        yield t.HearCall(hall.called)
