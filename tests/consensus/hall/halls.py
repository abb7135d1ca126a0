"""Halls and tables, for tests: Kit leads, and everybody else sits somewhere.

The exercise is to rank the letters a to d, talk, and settle two of them.
"""

from consensus import commands as c
from consensus import events as e
from consensus.agenda import StepPlan
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.errands import errands
from consensus.hall.seating import Placing
from consensus.items import Item, Source
from consensus.meeting import decide
from consensus.people import Role
from consensus.refusal import Refusal
from consensus.state import Meeting
from consensus.steps import judge, settle, turns
from tests.consensus.given import NOW, SERVER, Situation, after, given, plan, prepared

EXERCISE = (
    plan("rank", judge.Settings(), minutes=10),
    plan("talk", turns.Settings(), minutes=5),
    plan("two", settle.Settings(2, "rank"), Source("rank", "all"), minutes=15),
)
PLENARY = (plan("look", turns.Settings()),)
ITEMS = tuple(Item(letter, f"statement {letter}") for letter in "abcd")


def came(member: str, agency: str = "Health", role: Role = "participant") -> c.Join:
    """Return how somebody comes into a hall."""
    return c.Join(member, member.capitalize(), agency, role)


def hall(
    *people: str,
    tables: int = 2,
    placing: Placing = "spread",
    exercise: tuple[StepPlan, ...] = EXERCISE,
) -> Situation:
    """Return a hall that Kit leads, with tables t1, t2 and so on, and these people."""
    work = h.Exercise("a-template", "An exercise", ITEMS, exercise)
    first = prepared(*PLENARY)
    opened = given(
        e.MeetingPrepared(
            first.title, first.purpose, "plenary", (), first.agenda, 0, hall=h.Plan(work, placing)
        ),
        e.MemberJoined("kit", "Kit", "Training", "chair", False, 0),
    )
    added = [(SERVER, h.AddTable(f"t{n}", f"CODE{n}")) for n in range(1, tables + 1)]
    return opened.after(*added, *((SERVER, came(member)) for member in people))


def room(*plans: StepPlan, number: int = 1, self_run: bool = True) -> Situation:
    """Return a table's room at which nobody sits yet."""
    first = prepared(*(plans or EXERCISE))
    of = t.Of("HALL23", "A meeting", number, self_run)
    return given(
        e.MeetingPrepared(
            first.title, first.purpose, first.template, first.items, first.agenda, 0, table=of
        )
    )


def table(*people: str, plans: tuple[StepPlan, ...] = (), self_run: bool = True) -> Situation:
    """Return a table without a chair at which these people sit, at its first step."""
    seated = room(*plans, self_run=self_run).after(*((SERVER, came(each)) for each in people))
    first = seated.meeting.agenda[0].plan.id
    return seated.after((SERVER, t.Follow(first, 1)))


def carried(hall: Meeting, name: str, room: Meeting, *, rounds: int = 6, at: int = NOW) -> Meeting:
    """Return a table's room once all errands were carried, as the server does it."""
    for _ in range(rounds):
        for errand in errands(hall, name, room):
            try:
                room = after(room, decide(room, errand, SERVER, at))
            except Refusal as refusal:
                raise AssertionError((errand, refusal.code, refusal.facts)) from refusal
    return room
