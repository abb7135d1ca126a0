"""Steering a hall: what the trainer may ask of all tables, and how people come to sit."""

from consensus.hall import seating
from consensus.hall.hall import (
    MOST_NUDGES,
    MOST_TABLES,
    AddTable,
    Align,
    AllAligned,
    Begin,
    Begun,
    Call,
    Called,
    Command,
    Deal,
    Event,
    Held,
    HoldAll,
    NameTable,
    Nudged,
    NudgeTable,
    Place,
    ReleaseAll,
    Released,
    Seated,
    SentBack,
    SetUp,
    Show,
    Shown,
    Sit,
    State,
    Table,
    TableAdded,
    TableNamed,
    TableTakenAway,
    TakeTableAway,
    WasSetUp,
    WasShown,
)
from consensus.hall.seating import Placing, TableId, sits
from consensus.items import StepId
from consensus.people import Member, Members, Scene
from consensus.refusal import Code, Refusal
from consensus.text import NAME_LENGTH, NOTE_LENGTH, optional, required


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
            return () if hall.held is None else (Released(scene.at),)
        case Align():
            return _align(hall, command, scene)
        case NudgeTable():
            return _nudge(hall, command, scene)
        case Call():
            return _call(hall, scene, on=command.on)
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
    return _begun(hall, hall.exercise.agenda[0].id, scene)


def _begun(hall: State, step: StepId, scene: Scene) -> tuple[Event, ...]:
    """Return how the tables begin at a step, and where everybody sits who has no table yet."""
    how: Placing = "mixed" if hall.placing == "mixed" else "spread"
    seated = _deal(hall, how, scene, anew=False)
    return (*seated, Begun(scene.at), AllAligned(step, scene.at))


def _align(hall: State, command: Align, scene: Scene) -> tuple[Event, ...]:
    if all(plan.id != command.step for plan in hall.exercise.agenda):
        raise Refusal(Code.NO_SUCH_STEP)
    if hall.begun is None:
        return _begun(hall, command.step, scene)
    return (AllAligned(command.step, scene.at),)


def _nudge(hall: State, command: NudgeTable, scene: Scene) -> tuple[Event, ...]:
    if command.table is not None:
        _table(hall, command.table)
    text = required(command.text, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
    if len(hall.nudges) >= MOST_NUDGES:
        raise Refusal(Code.TOO_MANY_NUDGES, most=MOST_NUDGES)
    return (Nudged(command.table, text, scene.at),)


def _call(hall: State, scene: Scene, *, on: bool) -> tuple[Event, ...]:
    if on == (hall.called is not None):
        return ()
    return (Called(scene.at),) if on else (SentBack(),)


def _show(hall: State, command: Show) -> tuple[Event, ...]:
    if (command.what == "table") != (command.table is not None):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if command.table is not None:
        _table(hall, command.table)
    shown = Shown(command.what, command.table, command.names)
    return () if shown == hall.shown else (WasShown(shown),)
