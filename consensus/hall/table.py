"""A table of a hall, in its own room: what the hall asked of it, and how it goes on by itself."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from consensus.forgetting.retention import Retention
from consensus.items import StepId
from consensus.parts import Part, one
from consensus.people import MemberId, Members, Role, Seat
from consensus.refusal import Code

# --- state ------------------------------------------------------------------------------------


class Of(Struct, frozen=True):
    """Which table of which hall a room is: the hall's room code and title, and its number."""

    hall: str
    title: str
    number: int
    self_run: bool = True


class Nudge(Struct, frozen=True):
    """What the trainer said, at a time (ms)."""

    text: str
    at: int


class State(Struct, frozen=True):
    """A table. Times are in ms, and nothing stands for not.

    `followed` and `heard` are how often the trainer had brought all tables to a step, and said
    something, when this one last followed and heard; `behind` is why it could not follow. `went` is
    how often the table went on, and `ready` are those who would go on from where it is. `moved`
    leads from somebody who went to another table to that table's number.
    """

    of: Of
    self_run: bool
    name: str = ""
    held: bool = False
    followed: int = 0
    behind: Code | None = None
    heard: int = 0
    nudge: Nudge | None = None
    called: int | None = None
    help: int | None = None
    went: int = 0
    ready: dict[MemberId, None] = {}
    moved: dict[MemberId, int] = {}
    finished: int | None = None


def begin(of: Of) -> State:
    """Return a table at which nobody sits yet."""
    return State(of, of.self_run)


# --- commands ---------------------------------------------------------------------------------


class MoveAway(Struct, frozen=True, tag="table.move_away"):
    """Somebody sits at another table now (server); what they gave stays here."""

    member: MemberId
    to: int


class ComeBack(Struct, frozen=True, tag="table.come_back"):
    """Somebody who had gone to another table sits here again (server)."""

    member: MemberId


class TakeOut(Struct, frozen=True, tag="table.take_out"):
    """Somebody is not in the hall any more (server)."""

    member: MemberId


class JoinSeats(Struct, frozen=True, tag="table.join_seats"):
    """Two members are one person, as was found out in the hall (server)."""

    keep: MemberId
    drop: MemberId


class StepBack(Struct, frozen=True, tag="table.step_back"):
    """Somebody sits at no table any more, and may only watch (server)."""

    member: MemberId


class TakePart(Struct, frozen=True, tag="table.take_part"):
    """Somebody who only watched sits here now (server)."""

    member: MemberId
    role: Role
    seat: Seat = ""


class BeCalled(Struct, frozen=True, tag="table.be_called"):
    """Be known by the hall's title, a number and a name (server)."""

    title: str
    number: int
    name: str


class SetHeld(Struct, frozen=True, tag="table.set_held"):
    """Stop, or go on, as all tables do (server)."""

    held: bool


class Follow(Struct, frozen=True, tag="table.follow"):
    """Go to a step to which the trainer brought all tables, the so many-eth time (server)."""

    step: StepId
    asked: int


class Hear(Struct, frozen=True, tag="table.hear"):
    """Hear what the trainer said at a time in ms, the so many-eth time (server).

    It `helps` a table that asked for help where it was said to this one alone.
    """

    text: str
    said: int
    number: int
    helps: bool


class HearCall(Struct, frozen=True, tag="table.hear_call"):
    """Hear that everybody is asked back, since a time in ms, or no longer (server)."""

    called: int | None


class SetSelfRun(Struct, frozen=True, tag="table.set_self_run"):
    """Run yourselves where you have no chair, or not (server)."""

    self_run: bool


class KeepFor(Struct, frozen=True, tag="table.keep_for"):
    """Be kept for as long as the hall, also after the end (server)."""

    retention: Retention


class End(Struct, frozen=True, tag="table.end"):
    """End, as the whole session does (server)."""


ServerCommand = (
    KeepFor
    | MoveAway
    | ComeBack
    | TakeOut
    | JoinSeats
    | StepBack
    | TakePart
    | BeCalled
    | SetHeld
    | Follow
    | Hear
    | HearCall
    | SetSelfRun
    | End
)


class AskHelp(Struct, frozen=True, tag="table.ask_help"):
    """Ask the trainer to come."""


class Helped(Struct, frozen=True, tag="table.helped"):
    """Say that the table no longer needs help."""


class Ready(Struct, frozen=True, tag="table.ready"):
    """Say that I am ready to go on, or (not `on`) that I am not yet.

    Where half of those at a table without a chair are, it goes on. `went` is how often it had gone
    on when I said so: what I said of an earlier moment counts no more.
    """

    on: bool = True
    went: int | None = None


class Finish(Struct, frozen=True, tag="table.finish"):
    """Say that the table is through with its agenda (chair)."""


PersonCommand = AskHelp | Helped | Ready | Finish

# --- events -----------------------------------------------------------------------------------


class MovedAway(Struct, frozen=True, tag="table.moved_away"):
    """Somebody went to another table at a time (ms)."""

    member: MemberId
    to: int
    at: int


class CameBack(Struct, frozen=True, tag="table.came_back"):
    """Somebody sits here again."""

    member: MemberId
    at: int


class Renamed(Struct, frozen=True, tag="table.renamed"):
    """The hall, or the table, is called otherwise."""

    title: str
    number: int
    name: str


class HeldSet(Struct, frozen=True, tag="table.held_set"):
    """The trainer holds the table, or no longer does."""

    held: bool


class Followed(Struct, frozen=True, tag="table.followed"):
    """The table went where all tables were asked to go, or could not, for a reason."""

    asked: int
    refused: Code | None = None


class Heard(Struct, frozen=True, tag="table.heard"):
    """The trainer said something at a time (ms), the so many-eth time; it may have `helped`."""

    text: str
    said: int
    number: int
    helped: bool


class CallHeard(Struct, frozen=True, tag="table.call_heard"):
    """Everybody was asked back at a time (ms), or is no longer."""

    called: int | None


class SelfRunSet(Struct, frozen=True, tag="table.self_run_set"):
    """Whether the table runs itself where it has no chair."""

    self_run: bool


class HelpAsked(Struct, frozen=True, tag="table.help_asked"):
    """Somebody asked the trainer to come."""

    by: MemberId
    at: int


class HelpedNow(Struct, frozen=True, tag="table.helped_now"):
    """The table no longer needs help."""

    by: MemberId


class Readied(Struct, frozen=True, tag="table.readied"):
    """Somebody is ready to go on, or is not any more."""

    member: MemberId
    on: bool


class Finished(Struct, frozen=True, tag="table.finished"):
    """The table is through with its agenda, at a time (ms)."""

    at: int


Event = (
    MovedAway
    | CameBack
    | Renamed
    | HeldSet
    | Followed
    | Heard
    | CallHeard
    | SelfRunSet
    | HelpAsked
    | HelpedNow
    | Readied
    | Finished
)

# --- evolve -----------------------------------------------------------------------------------


def evolve(table: State, event: Event) -> State:
    """Return the table after `event`."""
    match event:
        case MovedAway():
            moved = {**table.moved, event.member: event.to}
            return replace(without(table, event.member), moved=moved)
        case CameBack():
            moved = {member: to for member, to in table.moved.items() if member != event.member}
            return replace(table, moved=moved)
        case Renamed(title, number, name):
            return replace(table, of=replace(table.of, title=title, number=number), name=name)
        case HeldSet():
            return replace(table, held=event.held)
        case Followed():
            return replace(table, followed=event.asked, behind=event.refused)
        case Heard():
            help_ = None if event.helped else table.help
            nudge = Nudge(event.text, event.said)
            return replace(table, nudge=nudge, heard=event.number, help=help_)
        case CallHeard():
            return replace(table, called=event.called)
        case SelfRunSet():
            return replace(table, self_run=event.self_run)
        case HelpAsked():
            return replace(table, help=event.at)
        case HelpedNow():
            return replace(table, help=None)
        case Readied(member, on):
            left = without(table, member)
            return replace(left, ready={**left.ready, member: None}) if on else left
        case Finished():
            return replace(table, finished=event.at, ready={})


def went_on(table: State) -> State:
    """Return the table after it went to a step, or opened answers: everybody is asked anew."""
    return replace(table, went=table.went + 1, ready={}, behind=None, finished=None)


def without(table: State, member: MemberId) -> State:
    """Return the table without somebody among those who are ready."""
    return replace(table, ready={each: None for each in table.ready if each != member})


def gone(table: State, member: MemberId) -> State:
    """Return the table without somebody who is not in its room any more."""
    moved = {each: to for each, to in table.moved.items() if each != member}
    return replace(without(table, member), moved=moved)


# --- what each audience sees ------------------------------------------------------------------


class AtTableRecord(Struct, frozen=True, tag="at_table"):
    """Everyone: which table this is, and what the trainer asks of it. Times are in ms.

    `runs_itself` is so while nobody is in the chair, if the trainer allows it: then it goes on when
    `needed` people are `ready`. Whoever says so adds how often it `went` on before.
    """

    hall: str
    title: str
    number: int
    name: str
    runs_itself: bool
    held: bool
    nudge: Nudge | None
    called: int | None
    help: int | None
    went: int
    ready: tuple[MemberId, ...]
    needed: int
    moved: dict[MemberId, int]
    finished: int | None


def everyone(table: State, members: Members) -> Iterator[tuple[str, Part[AtTableRecord]]]:
    """Yield the part that everyone, and so the wall, may see."""
    yield "at_table", one("at_table", (table, members), partial(_record, table, members))


def _record(table: State, members: Members) -> AtTableRecord:
    return AtTableRecord(
        hall=table.of.hall,
        title=table.of.title,
        number=table.of.number,
        name=table.name,
        runs_itself=runs_itself(table, members),
        held=table.held,
        nudge=table.nudge,
        called=table.called,
        help=table.help,
        went=table.went,
        ready=tuple(table.ready),
        needed=needed(members),
        moved=table.moved,
        finished=table.finished,
    )


def runs_itself(table: State, members: Members) -> bool:
    """Say whether nobody is in the chair, and the table may do without."""
    return table.self_run and all(member.role != "chair" for member in members.values())


def needed(members: Members) -> int:
    """Return how many have to be ready: half of the voices who are here.

    Where there are two or more it is at least two, so that nobody moves somebody else on alone.
    """
    here = sum(member.voice and member.here for member in members.values())
    return max(1, min(here, 2), (here + 1) // 2)
