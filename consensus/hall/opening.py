"""Opening: how a hall and the rooms of its tables begin, and who is seated as they come."""

from msgspec.structs import replace

from consensus import events as e
from consensus.agendas.template import Template, resolve
from consensus.forgetting import retention
from consensus.hall import hall as h
from consensus.hall import steering
from consensus.hall import table as t
from consensus.hall.seating import Placing, sits
from consensus.items import Item
from consensus.members import admission
from consensus.members.renaming import renamed
from consensus.people import Scene
from consensus.refusal import Code, Refusal
from consensus.rules import Rules
from consensus.state import Meeting

# --- how rooms begin --------------------------------------------------------------------------


def exercise(template: Template, items: tuple[Item, ...], rules: Rules) -> h.Exercise:
    """Return what each table does, made from a template; refuse one that has no place in a hall."""
    if template.case:
        raise Refusal(Code.NO_HALL_FOR_CASES)
    return h.Exercise(
        template=template.id,
        title=template.title,
        items=items,
        agenda=tuple(resolve(plan, rules) for plan in template.steps),
        forbids=template.forbids,
        rules=rules,
        retention=retention.chosen(template.retention, rules.retention, template.case),
    )


def with_tables(
    prepared: e.MeetingPrepared, work: h.Exercise, placing: Placing, *, self_run: bool
) -> e.MeetingPrepared:
    """Return the first event of a hall in which tables do an exercise."""
    return replace(prepared, hall=h.Plan(work, placing, self_run), retention=work.retention)


def prepare_table(hall: Meeting, code: str, at: int) -> e.MeetingPrepared:
    """Return the first event of one more table's room, in the hall that has this room code."""
    if hall.hall is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if hall.closed is not None:
        raise Refusal(Code.MEETING_CLOSED)
    if len(hall.hall.tables) >= h.MOST_TABLES:
        raise Refusal(Code.TOO_MANY_TABLES, most=h.MOST_TABLES)
    work = hall.hall.exercise
    number = max((table.number for table in hall.hall.tables.values()), default=0) + 1
    return e.MeetingPrepared(
        title=hall.title,
        purpose=hall.purpose,
        template=work.template,
        items=work.items,
        agenda=work.agenda,
        at=at,
        forbids=work.forbids,
        rules=work.rules,
        retention=work.retention,
        table=t.Of(code, hall.title, number, hall.hall.self_run),
    )


# --- decide -----------------------------------------------------------------------------------


def add_table(meeting: Meeting, command: h.AddTable, at: int) -> tuple[e.Event, ...]:
    """Return how a table comes to stand in a hall, or refuse it."""
    if meeting.hall is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if meeting.closed is not None:
        raise Refusal(Code.MEETING_CLOSED)
    return steering.add_table(meeting.hall, command, at)


def seated(meeting: Meeting, events: tuple[e.Event, ...], at: int) -> tuple[e.Event, ...]:
    """Return what happened at the door of a room, and where in a hall the newcomer sits."""
    joined = next((event for event in events if isinstance(event, e.MemberJoined)), None)
    if meeting.hall is None or joined is None:
        return events
    if joined.attends == "proxy":
        raise Refusal(Code.SCREEN_NEEDED)  # at a table, nobody enters what others say
    members = admission.with_newcomer(meeting, joined).members
    return (*events, *steering.arrive(meeting.hall, members, members[joined.member], at))


def decide(meeting: Meeting, command: h.Command, scene: Scene) -> tuple[e.Event, ...]:
    """Return what follows from what somebody asks of a hall, or refuse it."""
    if meeting.hall is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    return steering.decide(meeting.hall, command, scene)


# --- evolve -----------------------------------------------------------------------------------


def evolve(meeting: Meeting, event: h.Event) -> Meeting:
    """Return the meeting after something happened in its hall."""
    assert meeting.hall is not None
    return replace(meeting, hall=h.evolve(meeting.hall, event))


def with_seats_kept(meeting: Meeting) -> Meeting:
    """Return the meeting after people went or changed: who sits at no table has no seat."""
    if meeting.hall is None:
        return meeting
    seats, members = meeting.hall.seats, meeting.members
    left = {id_: seat for id_, seat in seats.items() if id_ in members and sits(members[id_])}
    if len(left) == len(seats):
        return meeting
    return replace(meeting, hall=replace(meeting.hall, seats=left))


def merged(meeting: Meeting, event: e.MembersMerged) -> Meeting:
    """Return the meeting in which one member stands for two: their own seat counts in its hall."""
    hall = meeting.hall
    if hall is None:
        return meeting
    seats, sat = (renamed(part, event.drop, event.keep) for part in (hall.seats, hall.sat))
    return replace(meeting, hall=replace(hall, seats=seats, sat=sat))
