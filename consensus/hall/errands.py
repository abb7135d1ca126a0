"""Errands: what a hall still wants of one of its tables, worked out from how both are now.

Level, not edge: whoever carries errands looks at both, asks the table, and looks again. What was
asked twice changes nothing, and what was not asked because a server ended is asked by the next.
"""

from collections.abc import Iterator

from consensus import commands as c
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.seating import TableId
from consensus.people import Member, MemberId
from consensus.state import Meeting

Errand = c.Join | t.ServerCommand

# The trainer, and who helps them.
_WHO_LOOK_IN = {"chair", "deputy"}


def errands(hall: Meeting, table_id: TableId, table: Meeting) -> tuple[Errand, ...]:
    """Return what to ask of a table's room, in order; nothing where it agrees with the hall."""
    if hall.hall is None or table.table is None:
        return ()
    kept = hall.beside.retention.now
    keep = () if kept == table.beside.retention.now else (t.KeepFor(kept),)
    if table.closed is not None:
        return keep
    return (*keep, *_errands(hall, hall.hall, table_id, table, table.table))


def _errands(
    meeting: Meeting, hall: h.State, table_id: TableId, room: Meeting, table: t.State
) -> Iterator[Errand]:
    if meeting.closed is not None:
        yield t.End()
        return
    yield from _people(meeting, hall, table_id, room, table)
    number, name = hall.tables[table_id].number, hall.tables[table_id].name
    if (meeting.title, number, name) != (table.of.title, table.of.number, table.name):
        yield t.BeCalled(meeting.title, number, name)
    if hall.self_run != table.self_run:
        yield t.SetSelfRun(hall.self_run)
    # A table that is held does not move: it goes to a step first, or is let go first.
    if hall.held is None and table.held:
        yield t.SetHeld(False)
    if len(hall.aligned) > table.followed:
        yield t.Follow(hall.aligned[-1].step, len(hall.aligned))
    if hall.held is not None and not table.held:
        yield t.SetHeld(True)
    yield from _said(hall, table_id, table)


def _people(
    meeting: Meeting, hall: h.State, table_id: TableId, room: Meeting, table: t.State
) -> Iterator[Errand]:
    """Yield who goes before who comes: a name that is free again may be another's."""
    sat_here = {sat.member for sat in hall.sat if sat.table == table_id}
    for member in room.members.values():
        if member.id not in meeting.members:
            yield from _gone(meeting, hall, table_id, room, member.id)
            continue
        sits_at = hall.seats.get(member.id)
        if member.id not in sat_here and meeting.members[member.id].role not in _WHO_LOOK_IN:
            yield t.TakeOut(member.id)  # they looked in while they led
        elif sits_at is None:
            if member.voice:
                yield t.StepBack(member.id)
        elif sits_at != table_id:
            number = hall.tables[sits_at].number
            if table.moved.get(member.id) != number:
                yield t.MoveAway(member.id, number)
        elif member.id in table.moved:
            yield t.ComeBack(member.id)
        elif not member.voice or member.role == "observer":
            known = meeting.members[member.id]
            yield t.TakePart(member.id, known.role, known.seat)
    for id_, sits_at in hall.seats.items():
        if sits_at == table_id and id_ not in room.members and id_ in meeting.members:
            yield _join(meeting.members[id_])


def _gone(
    meeting: Meeting, hall: h.State, table_id: TableId, room: Meeting, member: MemberId
) -> Iterator[Errand]:
    """Yield what becomes of somebody who is not in the hall: they may be another by now."""
    keep = meeting.merged.get(member)
    if keep is not None and keep in room.members:
        yield t.JoinSeats(keep, member)
    elif keep is None or hall.seats.get(keep) != table_id:
        yield t.TakeOut(member)  # else the other one comes first


def _join(member: Member) -> c.Join:
    return c.Join(
        member.id,
        member.name,
        member.agency,
        member.role,
        seat=member.seat,
        attends=member.attends,
    )


def _said(hall: h.State, table_id: TableId, table: t.State) -> Iterator[Errand]:
    since = hall.tables[table_id].at
    said = [
        (number, nudge)
        for number, nudge in enumerate(hall.nudges[table.heard :], start=table.heard + 1)
        if nudge.table in (None, table_id) and nudge.at >= since
    ]
    if said:
        number, last = said[-1]
        helps = any(nudge.table == table_id for _, nudge in said)
        yield t.Hear(last.text, last.at, number, helps)
    if hall.called != table.called:
        yield t.HearCall(hall.called)
