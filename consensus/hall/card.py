"""A table's card: how it gets on, for the trainer. Nothing that anybody answered is in it."""

from collections.abc import Mapping

from msgspec import Struct

from consensus.agenda import Step, find, states
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.seating import TableId
from consensus.items import StepId
from consensus.people import Members, silent
from consensus.refusal import Code
from consensus.state import Meeting
from consensus.steps import collect, gate, judge, settle

_MINUTE = 60_000

# Of fewer, an agreement says more of persons than of a group.
_FEWEST = 3


class TableCardRecord(Struct, frozen=True, tag="table_card"):
    """Trainers: one table. Times are in ms.

    Of `of` steps, it is at number `number`, which it has spent `spent` on without the stretch that
    runs since `running`; the step is planned for `minutes`, and `times` are what all steps took so
    far. `answered` of `expected` people have answered what is asked of each now: privately, or
    where they stand on the open place; nothing where nothing is. `agreement` is that of the last
    opened ranking by so many `people`, 0 to 1 with chance at 0.5; nothing under three people.
    `late` is how many ms it is behind the plan, in whole minutes, below 0 where it is ahead.
    `behind` says why it could not go where all went.
    """

    table: TableId
    step: StepId | None
    number: int
    of: int
    title: str
    running: int | None
    spent: int
    minutes: int
    late: int
    times: tuple[int, ...]
    paused: bool
    held: bool
    chair: str
    runs_itself: bool
    seated: int
    here: int
    answered: int | None
    expected: int
    ready: int
    help: int | None
    behind: Code | None
    agreement: float | None
    people: int
    finished: bool


class ProgressRecord(Struct, frozen=True, tag="progress"):
    """Wall: where a table is, of what its card says; nothing of who is slow or asks for help."""

    table: TableId
    step: StepId | None
    number: int
    of: int
    title: str
    answered: int | None
    expected: int
    paused: bool
    finished: bool


def progress(card: TableCardRecord) -> ProgressRecord:
    """Return what everybody in the hall may see of a card."""
    return ProgressRecord(
        table=card.table,
        step=card.step,
        number=card.number,
        of=card.of,
        title=card.title,
        answered=card.answered,
        expected=card.expected,
        paused=card.paused or card.held,
        finished=card.finished,
    )


def card(table_id: TableId, hall: Meeting, room: Meeting, at: int) -> TableCardRecord:
    """Return the card of a table, whose room this is, at a time (ms)."""
    assert hall.hall is not None
    assert room.table is not None
    step = find(room.agenda, room.current) if room.current is not None else None
    answered, expected = _answers(step, room.members)
    agreement, people = _agreement(room)
    return TableCardRecord(
        table=table_id,
        step=room.current,
        number=_number(room),
        of=len(room.agenda),
        title=step.plan.title if step is not None else "",
        running=room.running,
        spent=step.spent if step is not None else 0,
        minutes=step.minutes if step is not None else 0,
        late=_late(hall.hall, room, room.table, at),
        times=tuple(each.spent for each in room.agenda),
        paused=room.paused,
        held=room.table.held,
        chair=room.chair.name if room.chair is not None else "",
        runs_itself=t.runs_itself(room.table, room.members),
        seated=sum(seat == table_id for seat in hall.hall.seats.values()),
        here=sum(member.voice and member.here for member in room.members.values()),
        answered=answered,
        expected=expected,
        ready=len(room.table.ready),
        help=room.table.help,
        behind=room.table.behind,
        agreement=agreement,
        people=people,
        finished=room.table.finished is not None or room.closed is not None,
    )


def _number(room: Meeting) -> int:
    """Return the place of the current step on the agenda, from 1; 0 before the first."""
    ids = [step.plan.id for step in room.agenda]
    return ids.index(room.current) + 1 if room.current is not None else 0


def _late(hall: h.State, room: Meeting, table: t.State, at: int) -> int:
    """Return how far (ms) from the plan's time for its step a table is, in whole minutes.

    Being held is nobody's delay.
    """
    late = _behind(hall, room, table, at)
    return (abs(late) // _MINUTE) * (_MINUTE if late > 0 else -_MINUTE)


def _behind(hall: h.State, room: Meeting, table: t.State, at: int) -> int:
    ended = [time for time in (table.finished, room.closed) if time is not None]
    worked = h.worked(hall, min((at, *ended)))
    plans = [0 if step.skipped is not None else step.plan.minutes for step in room.agenda]
    number = _number(room)
    if ended:
        return worked - sum(plans) * _MINUTE
    ahead = worked - sum(plans[: max(0, number - 1)]) * _MINUTE
    return max(worked - sum(plans[:number]) * _MINUTE, 0) or min(ahead, 0)


def _answers(step: Step | None, members: Members) -> tuple[int | None, int]:
    """Return how many have answered what is asked of each person now, and of how many."""
    if step is None:
        return None, 0
    match step.plan.settings, step.state:
        case gate.Settings() as settings, gate.State() as state:
            done = sum(gate.answered(settings, state, member) for member in state.answers)
            seated = {member.id: member for member in members.values() if member.voice}
            return done, done + len(gate.unanswered(settings, state, seated))
        case _, judge.State(revealed=False) as state:
            return _of(members, state.given)
        case _, collect.State(revealed=False) as state:
            return _of(members, dict.fromkeys(state.writers()))
        case _, settle.State(slots=slots):
            asked = (slot for slot in slots if slot.item is not None and not slot.settled)
            slot = next(asked, None)
            return _of(members, slot.stances) if slot is not None else (None, 0)
        case _:
            return None, 0


def _of(members: Members, answered: Mapping[str, object]) -> tuple[int, int]:
    here = sum(member.here for member in silent(members, answered))
    return len(answered), len(answered) + here


def _agreement(room: Meeting) -> tuple[float | None, int]:
    """Return how alike people ranked in the last pass that was opened, and how many did."""
    for state in reversed(states(room.agenda).values()):
        found = judge.figures(state, None) if isinstance(state, judge.State) else None
        if found is not None and isinstance(state, judge.State):
            people = sum(bool(answer) for answer in state.answers().values())
            return (found.agreement if people >= _FEWEST else None), people
    return None, 0
