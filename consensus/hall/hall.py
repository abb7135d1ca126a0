"""The hall's own part: its tables, who sits where, and what the trainer asks of them all."""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.agenda import StepPlan
from consensus.forgetting.retention import Retention
from consensus.hall import seating
from consensus.hall.seating import Placing, TableId, sits
from consensus.items import Item, StepId
from consensus.parts import Part, one, rows
from consensus.people import Member, MemberId, Members, Scene
from consensus.refusal import Code, Refusal
from consensus.rules import PLAIN, Rules
from consensus.steps import Kind
from consensus.text import NAME_LENGTH, NOTE_LENGTH, optional, required

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


class State(Struct, frozen=True):
    """A hall. `seats` say where people sit now, and `sat` all who ever came to a table.

    `begun`, `held` and `called` are times (ms): since when the tables are at work, are held, and
    were last called together. `aligned` and `nudges` are in the order in which they came.
    """

    exercise: Exercise
    placing: Placing
    self_run: bool
    tables: dict[TableId, Table] = {}
    seats: dict[MemberId, TableId] = {}
    sat: tuple[Sat, ...] = ()
    begun: int | None = None
    held: int | None = None
    called: int | None = None
    aligned: tuple[Aligned, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    shown: Shown = Shown()


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
    """Ask everybody to come back from the tables (trainer)."""


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
    """All tables are to go on."""


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


class WasShown(Struct, frozen=True, tag="hall.shown"):
    """The wall shows something else."""

    shown: Shown


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
    | WasShown
)

# --- decide and evolve ------------------------------------------------------------------------


def add_table(hall: State, command: AddTable, at: int) -> tuple[Event, ...]:
    """Return how a table comes to stand in the hall, or refuse it."""
    if command.table in hall.tables:
        return ()
    if len(hall.tables) >= MOST_TABLES:
        raise Refusal(Code.TOO_MANY_TABLES, most=MOST_TABLES)
    number = max((table.number for table in hall.tables.values()), default=0) + 1
    return (TableAdded(command.table, command.code, number, at),)


def arrive(hall: State, members: Members, newcomer: Member, at: int) -> tuple[Event, ...]:
    """Return where somebody sits who has just come; nothing where that is still to be said.

    Once the tables are at work, whoever comes late goes to the smallest.
    """
    if not sits(newcomer):
        return ()
    if hall.placing == "mixed":
        table = seating.mixed(hall.tables, hall.seats, members, newcomer)
    elif hall.placing == "spread" or hall.begun is not None:
        table = seating.smallest(hall.tables, hall.seats, newcomer)
    else:
        table = None
    return () if table is None else (Seated({newcomer.id: table}, at),)


def decide(hall: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if isinstance(command, Sit):
        return _sit(hall, command, scene)
    if scene.by.role not in {"chair", "deputy"}:
        raise Refusal(Code.CHAIR_ONLY)
    match command:
        case TakeTableAway():
            return _take_away(hall, command)
        case NameTable():
            return _name(hall, command)
        case SetUp():
            same = (command.placing, command.self_run) == (hall.placing, hall.self_run)
            return () if same else (WasSetUp(command.placing, command.self_run),)
        case Place():
            return _place(hall, command, scene)
        case Deal():
            return _deal(hall, command.how, scene, anew=command.anew)
        case Begin():
            return _begin(hall, scene)
        case HoldAll():
            return () if hall.held is not None else (Held(scene.at),)
        case ReleaseAll():
            return () if hall.held is None else (Released(),)
        case Align():
            return _align(hall, command, scene)
        case NudgeTable():
            return _nudge(hall, command, scene)
        case Call():
            return (Called(scene.at),)
        case Show():
            return _show(hall, command)


def _table(hall: State, table: TableId) -> Table:
    found = hall.tables.get(table)
    if found is None:
        raise Refusal(Code.NO_SUCH_TABLE)
    return found


def _take_away(hall: State, command: TakeTableAway) -> tuple[Event, ...]:
    _table(hall, command.table)
    if any(sat.table == command.table for sat in hall.sat):
        raise Refusal(Code.TABLE_WAS_USED)
    return (TableTakenAway(command.table),)


def _name(hall: State, command: NameTable) -> tuple[Event, ...]:
    name = optional(command.name, NAME_LENGTH)
    return () if _table(hall, command.table).name == name else (TableNamed(command.table, name),)


def _sit(hall: State, command: Sit, scene: Scene) -> tuple[Event, ...]:
    _table(hall, command.table)
    if not sits(scene.by):
        raise Refusal(Code.WATCHING_ONLY)
    now = hall.seats.get(scene.by.id)
    if now == command.table:
        return ()
    if hall.placing != "choose" or (now is not None and hall.begun is not None):
        raise Refusal(Code.TABLES_ARE_GIVEN)
    return (Seated({scene.by.id: command.table}, scene.at),)


def _place(hall: State, command: Place, scene: Scene) -> tuple[Event, ...]:
    _table(hall, command.table)
    member = scene.members.get(command.member)
    if member is None:
        raise Refusal(Code.NO_SUCH_MEMBER)
    if not sits(member):
        raise Refusal(Code.SITS_AT_NO_TABLE, name=member.name)
    same = hall.seats.get(member.id) == command.table
    return () if same else (Seated({member.id: command.table}, scene.at),)


def _deal(hall: State, how: Placing, scene: Scene, *, anew: bool) -> tuple[Event, ...]:
    if not hall.tables:
        raise Refusal(Code.NO_TABLES)
    if anew and hall.begun is not None:
        raise Refusal(Code.TABLES_AT_WORK)
    stay = {} if anew else hall.seats
    who = [member for member in scene.members.values() if sits(member) and member.id not in stay]
    found = seating.dealt(hall.tables, stay, scene.members, who, how, str(scene.at))
    moved = {member: table for member, table in found.items() if hall.seats.get(member) != table}
    return (Seated(moved, scene.at),) if moved else ()


def _begin(hall: State, scene: Scene) -> tuple[Event, ...]:
    if hall.begun is not None:
        return ()
    how: Placing = "mixed" if hall.placing == "mixed" else "spread"
    first = hall.exercise.agenda[0].id
    seated = _deal(hall, how, scene, anew=False)
    return (*seated, Begun(scene.at), AllAligned(first, scene.at))


def _align(hall: State, command: Align, scene: Scene) -> tuple[Event, ...]:
    if all(plan.id != command.step for plan in hall.exercise.agenda):
        raise Refusal(Code.NO_SUCH_STEP)
    begun = () if hall.begun is not None else (Begun(scene.at),)
    return (*begun, AllAligned(command.step, scene.at))


def _nudge(hall: State, command: NudgeTable, scene: Scene) -> tuple[Event, ...]:
    if command.table is not None:
        _table(hall, command.table)
    text = required(command.text, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
    if len(hall.nudges) >= MOST_NUDGES:
        raise Refusal(Code.TOO_MANY_NUDGES, most=MOST_NUDGES)
    return (Nudged(command.table, text, scene.at),)


def _show(hall: State, command: Show) -> tuple[Event, ...]:
    if (command.what == "table") != (command.table is not None):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if command.table is not None:
        _table(hall, command.table)
    shown = Shown(command.what, command.table, command.names)
    return () if shown == hall.shown else (WasShown(shown),)


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
            return replace(hall, held=None)
        case AllAligned():
            return replace(hall, aligned=(*hall.aligned, Aligned(event.step, event.at)))
        case Nudged():
            nudge = Nudge(event.table, event.text, event.at)
            return replace(hall, nudges=(*hall.nudges, nudge))
        case Called():
            return replace(hall, called=event.at)
        case WasShown():
            return replace(hall, shown=event.shown)


def without(hall: State, member: MemberId) -> State:
    """Return the hall without somebody who is no longer in it."""
    left = {sitting: table for sitting, table in hall.seats.items() if sitting != member}
    return replace(hall, seats=left) if member in hall.seats else hall


# --- what each audience sees ------------------------------------------------------------------


class HallStep(Struct, frozen=True):
    """One step of the exercise, for whoever brings all tables to it."""

    id: StepId
    title: str
    minutes: int


class HallRecord(Struct, frozen=True, tag="hall"):
    """Everyone: the hall. Times are in ms; `steps` are those of the exercise, in order."""

    exercise: str
    steps: tuple[HallStep, ...]
    placing: Placing
    self_run: bool
    begun: int | None
    held: int | None
    called: int | None
    shown: Shown


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
    made_from = (
        hall.exercise,
        hall.placing,
        hall.self_run,
        hall.begun,
        hall.held,
        hall.called,
        hall.shown,
    )
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
        called=hall.called,
        shown=hall.shown,
    )


def _table_record(table_id: TableId, table: Table) -> TableRecord:
    return TableRecord(table_id, table.number, table.name, table.code)
