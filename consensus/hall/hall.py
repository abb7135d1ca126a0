"""The hall's own part: its tables, who sits where, and what the trainer asks of them all."""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.agenda import StepPlan, asks_guesses
from consensus.answers.guesses import Mirror
from consensus.forgetting.retention import Retention
from consensus.hall.seating import Placing, TableId
from consensus.items import Item, StepId
from consensus.parts import Part, one, rows
from consensus.people import MemberId
from consensus.rules import PLAIN, Rules
from consensus.steps import Kind

# One trainer and a wall; past that, several halls serve people better.
MOST_TABLES = 40

# A trainer who nudges this often is not nudging any more.
MOST_NUDGES = 500

# What the wall of tables may show. A "table" is one table's board; "nothing" leaves it blank.
What = Literal[
    "seats",
    "cards",
    "fives",
    "distances",
    "splits",
    "journey",
    "orders",
    "alike",
    "mirror",
    "table",
    "nothing",
]

# --- state ------------------------------------------------------------------------------------


class Exercise(Struct, frozen=True):
    """What each table does: the words and the agenda from which its room is made."""

    template: str
    title: str
    items: tuple[Item, ...]
    agenda: tuple[StepPlan, ...]
    forbids: tuple[Kind, ...] = ()
    rules: Rules = PLAIN
    retention: Retention | None = None


class Plan(Struct, frozen=True):
    """How a hall is set up. Tables without a chair run themselves where `self_run` says so."""

    exercise: Exercise
    placing: Placing = "spread"
    self_run: bool = True


class Table(Struct, frozen=True):
    """One table of the hall: its room's code, its number from 1, and a name where it has one."""

    code: str
    number: int
    at: int
    name: str = ""


class Sat(Struct, frozen=True):
    """Somebody came to a table at a time (ms)."""

    member: MemberId
    table: TableId
    at: int


class Aligned(Struct, frozen=True):
    """The step to which all tables were asked to go at a time (ms)."""

    step: StepId
    at: int


class Nudge(Struct, frozen=True):
    """What the trainer said to a table, or to all, at a time (ms)."""

    table: TableId | None
    text: str
    at: int


class Shown(Struct, frozen=True):
    """What the wall shows; of which `table`, where it is one; with `names` only if asked for."""

    what: What = "seats"
    table: TableId | None = None
    names: bool = False


class Stand(Struct, frozen=True):
    """The tables were held from one time (ms) to another."""

    since: int
    until: int


class State(Struct, frozen=True):
    """A hall. `seats` say where people sit now, and `sat` all who ever came to a table.

    `begun`, `held` and `called` are times (ms): since when the tables are at work, are held, and
    are called back. `stands`, `aligned` and `nudges` are in the order in which they came.
    """

    exercise: Exercise
    placing: Placing
    self_run: bool
    tables: dict[TableId, Table] = {}
    seats: dict[MemberId, TableId] = {}
    sat: tuple[Sat, ...] = ()
    begun: int | None = None
    held: int | None = None
    stands: tuple[Stand, ...] = ()
    called: int | None = None
    aligned: tuple[Aligned, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    shown: Shown = Shown()
    mirror: Mirror | None = None

    @property
    def stood(self) -> int:
        """How long (ms) the tables have been held since they began, before they are held now."""
        return stood(self, self.stands[-1].until) if self.stands else 0


def begin(plan: Plan) -> State:
    """Return a hall without tables."""
    return State(plan.exercise, plan.placing, plan.self_run)


# --- commands ---------------------------------------------------------------------------------


class AddTable(Struct, frozen=True, tag="hall.add_table"):
    """A room was made for one more table (server)."""

    table: TableId
    code: str


class TakeTableAway(Struct, frozen=True, tag="hall.take_table_away"):
    """Take a table away at which nobody has sat (trainer)."""

    table: TableId


class NameTable(Struct, frozen=True, tag="hall.name_table"):
    """Give a table a name, or take it away (trainer)."""

    table: TableId
    name: str


class SetUp(Struct, frozen=True, tag="hall.set_up"):
    """Say how people come to tables, and whether those without a chair run themselves (trainer)."""

    placing: Placing
    self_run: bool


class Sit(Struct, frozen=True, tag="hall.sit"):
    """Sit down at a table of my choice, where people choose."""

    table: TableId


class Place(Struct, frozen=True, tag="hall.place"):
    """Put somebody at a table, or at another one; what they gave stays where it was (trainer)."""

    member: MemberId
    table: TableId


class Deal(Struct, frozen=True, tag="hall.deal"):
    """Spread people by lot, or mixed by agency: everybody anew, or only who has no table."""

    how: Literal["spread", "mixed"]
    anew: bool = False


class Begin(Struct, frozen=True, tag="hall.begin"):
    """Let the tables begin; who has no table yet goes to the smallest (trainer)."""


class HoldAll(Struct, frozen=True, tag="hall.hold"):
    """Stop all tables (trainer)."""


class ReleaseAll(Struct, frozen=True, tag="hall.release"):
    """Let all tables go on (trainer)."""


class Align(Struct, frozen=True, tag="hall.align"):
    """Bring all tables to a step (trainer)."""

    step: StepId


class NudgeTable(Struct, frozen=True, tag="hall.nudge"):
    """Say something to a table, or to all (trainer)."""

    table: TableId | None
    text: str


class Call(Struct, frozen=True, tag="hall.call"):
    """Ask everybody to come back from the tables, or (not `on`) no longer (trainer)."""

    on: bool = True


class Show(Struct, frozen=True, tag="hall.show"):
    """Say what the wall shows (trainer)."""

    what: What
    table: TableId | None = None
    names: bool = False


Command = (
    TakeTableAway
    | NameTable
    | SetUp
    | Sit
    | Place
    | Deal
    | Begin
    | HoldAll
    | ReleaseAll
    | Align
    | NudgeTable
    | Call
    | Show
)

# --- events -----------------------------------------------------------------------------------


class TableAdded(Struct, frozen=True, tag="hall.table_added"):
    """One more table, with its room's code, stands in the hall."""

    table: TableId
    code: str
    number: int
    at: int


class TableTakenAway(Struct, frozen=True, tag="hall.table_taken_away"):
    """A table at which nobody had sat is gone."""

    table: TableId


class TableNamed(Struct, frozen=True, tag="hall.table_named"):
    """A table has a name."""

    table: TableId
    name: str


class WasSetUp(Struct, frozen=True, tag="hall.was_set_up"):
    """How people come to tables changed."""

    placing: Placing
    self_run: bool


class Seated(Struct, frozen=True, tag="hall.seated"):
    """People sit at tables from a time (ms) on, whether they came or were moved."""

    seats: dict[MemberId, TableId]
    at: int


class Begun(Struct, frozen=True, tag="hall.begun"):
    """The tables are at work."""

    at: int


class Held(Struct, frozen=True, tag="hall.held"):
    """All tables are to stop."""

    at: int


class Released(Struct, frozen=True, tag="hall.released"):
    """All tables are to go on, from a time (ms)."""

    at: int


class AllAligned(Struct, frozen=True, tag="hall.aligned"):
    """All tables are to go to a step."""

    step: StepId
    at: int


class Nudged(Struct, frozen=True, tag="hall.nudged"):
    """The trainer said something to a table, or to all."""

    table: TableId | None
    text: str
    at: int


class Called(Struct, frozen=True, tag="hall.called"):
    """Everybody was asked back from the tables."""

    at: int


class SentBack(Struct, frozen=True, tag="hall.sent_back"):
    """Nobody is asked back from the tables any more."""


class WasShown(Struct, frozen=True, tag="hall.shown"):
    """The wall shows something else."""

    shown: Shown


class MirrorOpened(Struct, frozen=True, tag="hall.mirror_opened"):
    """The assumption mirror was opened, over all tables."""

    mirror: Mirror


Event = (
    TableAdded
    | TableTakenAway
    | TableNamed
    | WasSetUp
    | Seated
    | Begun
    | Held
    | Released
    | AllAligned
    | Nudged
    | Called
    | SentBack
    | WasShown
    | MirrorOpened
)

# --- evolve -----------------------------------------------------------------------------------


def evolve(hall: State, event: Event) -> State:
    """Return the hall after `event`."""
    match event:
        case TableAdded():
            table = Table(event.code, event.number, event.at)
            return replace(hall, tables={**hall.tables, event.table: table})
        case TableTakenAway():
            left = {id_: table for id_, table in hall.tables.items() if id_ != event.table}
            shown = Shown() if hall.shown.table == event.table else hall.shown
            return replace(hall, tables=left, shown=shown)
        case TableNamed():
            table = replace(hall.tables[event.table], name=event.name)
            return replace(hall, tables={**hall.tables, event.table: table})
        case WasSetUp():
            return replace(hall, placing=event.placing, self_run=event.self_run)
        case Seated():
            sat = (Sat(member, table, event.at) for member, table in event.seats.items())
            return replace(hall, seats={**hall.seats, **event.seats}, sat=(*hall.sat, *sat))
        case Begun():
            return replace(hall, begun=event.at)
        case Held():
            return replace(hall, held=event.at)
        case Released():
            assert hall.held is not None
            return replace(hall, held=None, stands=(*hall.stands, Stand(hall.held, event.at)))
        case AllAligned():
            aligned = (*hall.aligned, Aligned(event.step, event.at))
            return replace(hall, aligned=aligned, called=None)
        case Nudged():
            nudge = Nudge(event.table, event.text, event.at)
            return replace(hall, nudges=(*hall.nudges, nudge))
        case Called():
            return replace(hall, called=event.at)
        case SentBack():
            return replace(hall, called=None)
        case WasShown():
            return replace(hall, shown=event.shown)
        case MirrorOpened():
            return replace(hall, mirror=event.mirror)


def stood(hall: State, at: int) -> int:
    """Return how long (ms) the tables have been held since they began, up to a time (ms)."""
    if hall.begun is None:
        return 0
    now = (Stand(hall.held, at),) if hall.held is not None else ()
    return sum(
        max(0, min(each.until, at) - max(each.since, hall.begun)) for each in (*hall.stands, *now)
    )


def worked(hall: State, at: int) -> int:
    """Return how long (ms) the tables have been at work at a time (ms), without being held."""
    return max(0, at - hall.begun - stood(hall, at)) if hall.begun is not None else 0


# --- what each audience sees ------------------------------------------------------------------


class HallStep(Struct, frozen=True):
    """One step of the exercise, for whoever brings all tables to it."""

    id: StepId
    title: str
    minutes: int


class HallRecord(Struct, frozen=True, tag="hall"):
    """Everyone: the hall. Times are in ms; `steps` are those of the exercise, in order.

    `aligned` is where all tables were last asked to go, and `stood` how long they had been held,
    since they began, before they are `held` now. With `guesses` there is a mirror.
    """

    exercise: str
    steps: tuple[HallStep, ...]
    placing: Placing
    self_run: bool
    begun: int | None
    held: int | None
    stood: int
    called: int | None
    aligned: Aligned | None
    shown: Shown
    guesses: bool


class TableRecord(Struct, frozen=True, tag="table"):
    """Everyone: one table."""

    id: TableId
    number: int
    name: str
    code: str


class SitsRecord(Struct, frozen=True, tag="sits"):
    """Everyone: somebody sits at a table."""

    member: MemberId
    table: TableId


Record = HallRecord | TableRecord | SitsRecord


def everyone(hall: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    set_up = (hall.exercise, hall.placing, hall.self_run)
    made_from = (*set_up, hall.begun, hall.held, hall.stands, hall.called, hall.aligned, hall.shown)
    yield "hall", one("hall", made_from, partial(_hall, hall))
    yield "tables", rows("table", hall.tables, _table_record)
    yield "sits", rows("sits", hall.seats, SitsRecord)


def _hall(hall: State) -> HallRecord:
    return HallRecord(
        exercise=hall.exercise.title,
        steps=tuple(HallStep(plan.id, plan.title, plan.minutes) for plan in hall.exercise.agenda),
        placing=hall.placing,
        self_run=hall.self_run,
        begun=hall.begun,
        held=hall.held,
        stood=hall.stood,
        called=hall.called,
        aligned=hall.aligned[-1] if hall.aligned else None,
        shown=hall.shown,
        guesses=asks_guesses(hall.exercise.agenda) is not None,
    )


def _table_record(table_id: TableId, table: Table) -> TableRecord:
    return TableRecord(table_id, table.number, table.name, table.code)
