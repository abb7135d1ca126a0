"""What the tables of a hall have opened and agreed, gathered from their rooms to be compared.

Only what every table has can be compared: the statements of the exercise, by their ids. What one
table worded for itself is left out, and counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct

from consensus.agenda import StepPlan, states
from consensus.answers.ballots import Answer, Ballot, Order, Shape, Shown, of_these, order_of
from consensus.answers.stances import against, all_here_agree
from consensus.hall.hall import State as Hall
from consensus.hall.seating import TableId
from consensus.items import Item, ItemId, StepId
from consensus.people import MemberId
from consensus.state import Meeting
from consensus.steps import judge, settle

Tables = Mapping[TableId, Meeting]

# Of two people, each could work out what the other said.
FEWEST = 3


class Voice(Struct, frozen=True):
    """One private order that was opened: at which table, whose, and the items, best first.

    `agency` is as it was when it was opened. Of an unattributed order neither is known. Items that
    a person was not asked about are not there: of those nobody knows what they think. A `shape`
    says how many items stand in each row, where those of a row are equal.
    """

    table: TableId
    member: MemberId
    agency: str
    answer: Answer
    shape: Shape = ()

    @property
    def order(self) -> Order:
        """The order with the items of one row as equals."""
        return order_of(self.answer, self.shape)


class Pass(Struct, frozen=True):
    """A ranking step of the exercise: at which tables it has been opened, and what was said.

    `again` is the pass before. Whoever was moved counts once: at the table where they sit now if
    they answered there, else where they answered last.
    """

    step: StepId
    title: str
    again: StepId | None
    shown: Shown
    tables: tuple[TableId, ...]
    voices: tuple[Voice, ...]


class Board(Struct, frozen=True):
    """What a table agreed on, in order, and what it set aside.

    A place is empty that is not settled yet, or holds what only this table has. `dissents` counts
    the kept "no" over all places. `settled`: no place is open any more; `agreed`: and everybody
    there can stand behind each.
    """

    table: TableId
    places: tuple[ItemId | None, ...]
    aside: Answer
    dissents: int
    settled: bool
    agreed: bool

    @property
    def order(self) -> Answer:
        """The list, best first; nothing while a place of it is open."""
        return tuple(item for item in self.places if item is not None) if self.settled else ()


class Gathered(Struct, frozen=True):
    """All that is compared. `own` counts the statements left out, which only one table has."""

    items: tuple[Item, ...]
    tables: tuple[TableId, ...]
    passes: tuple[Pass, ...]
    boards: tuple[Board, ...]
    own: int

    @property
    def ids(self) -> Answer:
        """The ids of the statements, in the order of the exercise."""
        return tuple(item.id for item in self.items)


def gathered(hall: Meeting, tables: Tables) -> Gathered:
    """Return what the tables of a hall have opened and agreed, in the order of their numbers."""
    assert hall.hall is not None
    work = hall.hall.exercise
    listed = {id_: tables[id_] for id_ in hall.hall.tables if id_ in tables}
    ids = frozenset(item.id for item in work.items)
    return Gathered(
        items=work.items,
        tables=tuple(listed),
        passes=tuple(_pass(plan, hall, listed, ids) for plan in work.agenda if _ranks(plan)),
        boards=tuple(_boards(work.agenda, listed, ids)),
        own=sum(len(_compared_nowhere(meeting, ids)) for meeting in listed.values()),
    )


def _ranks(plan: StepPlan) -> bool:
    return isinstance(plan.settings, judge.Settings) and plan.settings.ask == "rank"


def _compared_nowhere(meeting: Meeting, ids: frozenset[ItemId]) -> set[ItemId]:
    """Return what a table put in order that is no statement of the exercise."""
    asked = (
        step.items
        for step in states(meeting.agenda).values()
        if isinstance(step, judge.State) and step.ranks() and step.revealed
    )
    return set(chain.from_iterable(asked)) - ids


# --- which orders are compared ----------------------------------------------------------------


def chain_of(found: Gathered) -> tuple[Pass, ...]:
    """Return the rankings that follow from one another up to the last of the exercise."""
    by_step = {each.step: each for each in found.passes}
    at = found.passes[-1] if found.passes else None
    chain: list[Pass] = []
    while at is not None and at not in chain:
        chain.insert(0, at)
        at = by_step.get(at.again) if at.again else None
    return tuple(chain)


def compared_pass(found: Gathered) -> Pass | None:
    """Return the last ranking that at least half of the tables which ranked at all have opened.

    So the wall goes on with most of the hall, and does not wait for a table that left it out.
    """
    ranked = {table for each in chain_of(found) for table in each.tables}
    reached = [each for each in chain_of(found) if 0 < len(ranked) <= 2 * len(each.tables)]
    return reached[-1] if reached else None


def last_voices(found: Gathered) -> tuple[Voice, ...]:
    """Return everybody's last private order: that of the last ranking which their table opened.

    Whoever answered at two tables counts once, with the later ranking.
    """
    latest = {table: each.step for each in chain_of(found) for table in each.tables}
    voices = [
        voice
        for each in chain_of(found)
        for voice in each.voices
        if latest[voice.table] == each.step
    ]
    last = {voice.member: voice for voice in voices}
    return tuple(voice for voice in voices if not voice.member or last[voice.member] is voice)


def combined_voices(found: Gathered) -> tuple[Voice, ...]:
    """Return the last private orders of which figures over all tables are made.

    Those of a table with fewer than three are not among them: whoever compared the figures from
    before it opened with those from after could work out what one or two people said.
    """
    voices = last_voices(found)
    count = Counter(voice.table for voice in voices)
    return tuple(voice for voice in voices if count[voice.table] >= FEWEST)


# --- private orders ---------------------------------------------------------------------------


def _pass(plan: StepPlan, hall: Meeting, tables: Tables, ids: frozenset[ItemId]) -> Pass:
    assert isinstance(plan.settings, judge.Settings)
    opened = {
        table: state
        for table, meeting in tables.items()
        if isinstance(state := states(meeting.agenda).get(plan.id), judge.State)
        and state.revealed
        and state.ranks()
    }
    found = tuple(
        voice for table, state in opened.items() for voice in _voices(table, state, hall, ids)
    )
    return Pass(
        step=plan.id,
        title=plan.title,
        again=plan.settings.again,
        shown=plan.settings.shown,
        tables=tuple(opened),
        voices=_each_once(found, hall.hall),
    )


def _voices(
    table: TableId, state: judge.State, hall: Meeting, ids: frozenset[ItemId]
) -> Iterator[Voice]:
    for member, ballot in state.ballots.items():
        known = hall.merged.get(member, member)
        answer, shape = _of_exercise(ballot, state.shape, ids)
        if answer:
            yield Voice(table, known, state.agencies.get(member, ""), answer, shape)
    for slip in state.slips:
        answer, shape = _of_exercise(slip, state.shape, ids)
        if answer:
            yield Voice(table, "", "", answer, shape)


def _of_exercise(ballot: Ballot, shape: Shape, ids: frozenset[ItemId]) -> tuple[Answer, Shape]:
    rows = of_these(order_of(ballot.answer, shape), ids)
    answer = tuple(item for item in ballot.answer if item in ids)
    return answer, tuple(map(len, rows)) if shape else ()


def _each_once(voices: tuple[Voice, ...], hall: Hall | None) -> tuple[Voice, ...]:
    assert hall is not None
    came = {(sat.member, sat.table): at for at, sat in enumerate(hall.sat)}
    counts: dict[MemberId, Voice] = {}
    for voice in voices:
        other = counts.get(voice.member)
        if other is None or _at(came, voice) > _at(came, other):
            counts[voice.member] = voice
    return tuple(voice for voice in voices if not voice.member or counts[voice.member] is voice)


def _at(came: Mapping[tuple[MemberId, TableId], int], voice: Voice) -> int:
    """Return how late in the session somebody came to the table where they said this."""
    return came.get((voice.member, voice.table), -1)


# --- agreed lists -----------------------------------------------------------------------------


def _boards(
    agenda: tuple[StepPlan, ...], tables: Tables, ids: frozenset[ItemId]
) -> Iterator[Board]:
    """Yield the board of each table at which the last list of the exercise was begun."""
    kept = _settles(agenda, "keep")[-1:]
    aside = _settles(agenda, "set_aside")
    for table, meeting in tables.items():
        opened = states(meeting.agenda)
        put_away = tuple(
            item
            for step in aside
            if isinstance(state := opened.get(step), settle.State)
            for item in state.chosen() or ()
            if item in ids
        )
        state = opened.get(kept[0]) if kept else None
        slots = state.slots if isinstance(state, settle.State) and state.text is None else ()
        if slots or put_away:
            yield Board(
                table=table,
                places=tuple(
                    slot.item if slot.settled and slot.item in ids else None for slot in slots
                ),
                aside=put_away,
                dissents=sum(len(against(slot)) for slot in slots if slot.settled),
                settled=bool(slots) and all(slot.settled for slot in slots),
                agreed=bool(slots) and all(map(all_here_agree, slots)),
            )


def _settles(agenda: tuple[StepPlan, ...], aim: str) -> tuple[StepId, ...]:
    return tuple(
        plan.id
        for plan in agenda
        if isinstance(plan.settings, settle.Settings)
        and plan.settings.form == "board"
        and plan.settings.aim == aim
    )
