"""Following: what a table does when its hall, or everybody at it, wants it to go on."""

from collections.abc import Iterable

from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import steps
from consensus.agenda import Step, find, settings, source_items, states
from consensus.agendas import course
from consensus.answers import guesses, wordings
from consensus.answers.ballots import Ballot
from consensus.hall import table as t
from consensus.items import StepId
from consensus.people import Member, MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.roomwide.retention import RetentionSet, SetRetention
from consensus.state import Meeting, member_of, with_step
from consensus.steps import collect, judge, settle, turns

# What steers within a step, and is everybody's where nobody is in the chair.
_EVERYBODYS = (
    c.Resume,
    settle.Propose,
    settle.Clear,
    settle.Agree,
    settle.Reopen,
    collect.MergeNotes,
    turns.Talk,
    wordings.Command,
)

# What nobody does to somebody who sits at another table.
_TO_SOMEBODY = (c.NameDeputy, c.HandOver, c.SetRole, c.SetAttends, c.RaiseHand)

# Answers that belong to nobody, which the log does not hold.
Slips = tuple[Ballot, ...]

# --- decide: what the hall asks ---------------------------------------------------------------


def obey(
    meeting: Meeting, command: t.ServerCommand, at: int, slips: Slips = ()
) -> tuple[e.Event, ...]:
    """Return what a table does that its hall asks something of; a repeat changes nothing.

    `slips` are the unattributed answers of the step it is at, if it is at one that has some.
    """
    table = meeting.table
    if table is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if isinstance(command, t.KeepFor):
        same = command.retention == meeting.beside.retention.now
        return () if same else (RetentionSet(command.retention, None, at),)
    if meeting.closed is not None:
        return ()
    match command:
        case t.SetHeld(held):
            return _hold(meeting, table, at, held=held)
        case t.Follow():
            return _follow(meeting, table, command, slips, at)
        case t.Hear(text, said, number, helps):
            return (t.Heard(text, said, number, helps),) if number > table.heard else ()
        case t.HearCall(called):
            return () if table.called == called else (t.CallHeard(called),)
        case t.SetSelfRun(self_run):
            return () if table.self_run == self_run else (t.SelfRunSet(self_run),)
        case t.BeCalled(title, number, name):
            same = (title, number, name) == (table.of.title, table.of.number, table.name)
            return () if same else (t.Renamed(title, number, name),)
        case t.End():
            return (e.MeetingClosed(at),)
        case _:
            return _seat(meeting, table, command, at)


Seating = t.MoveAway | t.ComeBack | t.TakeOut | t.JoinSeats | t.StepBack | t.TakePart


def _seat(meeting: Meeting, table: t.State, command: Seating, at: int) -> tuple[e.Event, ...]:
    """Return how somebody comes to sit here, or to sit here no more."""
    if isinstance(command, t.JoinSeats):
        return _join_seats(meeting, table, command, at)
    member = meeting.members.get(command.member)
    if member is None:
        return ()
    match command:
        case t.MoveAway(id_, to):
            return (t.MovedAway(id_, to, at),) if table.moved.get(id_) != to else ()
        case t.ComeBack(id_):
            return (t.CameBack(id_, at),) if id_ in table.moved else ()
        case t.TakeOut(id_):
            return (e.MemberRemoved(id_),)
        case t.StepBack(id_):
            nobody = (e.DeputyNamed(None, at),) if member.role == "deputy" else ()
            return (*nobody, e.RoleSet(id_, "observer", "")) if member.voice else ()
        case t.TakePart(id_, role, seat):
            sits = member.voice and member.role != "observer"
            return () if sits or id_ in table.moved else (e.RoleSet(id_, role, seat),)


def _join_seats(
    meeting: Meeting, table: t.State, command: t.JoinSeats, at: int
) -> tuple[e.Event, ...]:
    """Return how two become one; whoever stays takes the chair of the other with them."""
    keep, drop = meeting.members.get(command.keep), meeting.members.get(command.drop)
    if keep is None or drop is None or keep == drop:
        return ()
    passes = drop.role == "chair" and keep.id not in table.moved
    passed = (e.ChairPassed(keep.id, covering=False, at=at),) if passes else ()
    return (*passed, e.MembersMerged(keep.id, drop.id))


def _hold(meeting: Meeting, table: t.State, at: int, *, held: bool) -> tuple[e.Event, ...]:
    if held == table.held:
        return ()
    if held:
        paused = () if meeting.paused else (e.MeetingPaused(at),)
        return (*paused, t.HeldSet(True))
    going = (e.MeetingResumed(at),) if meeting.paused and not meeting.beside.risks.is_open else ()
    return (t.HeldSet(False), *going)


def _follow(
    meeting: Meeting, table: t.State, command: t.Follow, slips: Slips, at: int
) -> tuple[e.Event, ...]:
    if command.asked <= table.followed:
        return ()
    try:
        events, refused = _gone_to(meeting, command.step, slips, at), None
    except Refusal as refusal:
        events, refused = _begun(meeting, at), refusal.code
    # To go to a step ends a pause, but whoever is held stays held.
    held = (e.MeetingPaused(at),) if table.held and _goes(events) else ()
    return (*events, *held, t.Followed(command.asked, refused))


def _goes(events: Iterable[e.Event]) -> bool:
    return any(isinstance(event, e.StepOpened) for event in events)


def _gone_to(meeting: Meeting, step: StepId, slips: Slips, at: int) -> tuple[e.Event, ...]:
    """Return how a table goes to a step, its current one opened to all, or refuse.

    Where it is there already, its people go on answering.
    """
    if step == meeting.current:
        return ()
    if meeting.beside.risks.is_open:
        raise Refusal(Code.RISK_OPEN)
    opened = _opened_first(meeting, slips, at)
    return (*opened, *course.open_step(_after(meeting, opened), step, at))


def _begun(meeting: Meeting, at: int) -> tuple[e.Event, ...]:
    """Return how a table begins that came too late to go where all are."""
    if meeting.current is not None or meeting.beside.risks.is_open:
        return ()
    try:
        return course.open_step(meeting, meeting.agenda[0].plan.id, at)
    except Refusal:
        return ()


# --- decide: what people at it ask ------------------------------------------------------------


def refuse_steering(meeting: Meeting, command: c.Command, by: Member) -> None:
    """Refuse somebody who is not the chair what steers; a table that runs itself steers its steps.

    It goes from step to step, and opens answers, when half of it is ready.
    """
    table = meeting.table
    runs_itself = table is not None and t.runs_itself(table, meeting.members) and by.voice
    if not runs_itself or not isinstance(command, _EVERYBODYS):
        raise Refusal(Code.CHAIR_ONLY)
    if isinstance(command, settle.Agree):
        _refuse_few(meeting, command)


def _refuse_few(meeting: Meeting, command: settle.Agree) -> None:
    """Refuse to settle something on which less than half of those here have said where they stand.

    A chair asks those who are silent; where there is none, nobody settles it for the others.
    """
    state = find(meeting.agenda, command.step).state
    if not isinstance(state, settle.State) or not 0 <= command.slot < len(state.slots):
        return
    slot = state.slots[command.slot]
    here = {m.id for m in meeting.members.values() if m.voice and m.here}
    wanting = t.needed(meeting.members) - len(here & slot.stances.keys())
    if not slot.settled and slot.item == command.item and wanting > 0:
        raise Refusal(Code.HALF_FIRST, count=wanting)


def refuse_meanwhile(meeting: Meeting, command: c.Command, by: Member) -> None:
    """Refuse at a table what its hall decides, and what somebody who sits elsewhere asks."""
    table = meeting.table
    if table is not None and isinstance(command, SetRetention):
        raise Refusal(Code.TRAINER_KEEPS)
    if table is None or meeting.closed is not None:
        return
    if by.id in table.moved:
        raise Refusal(Code.MOVED_AWAY, number=table.moved[by.id])
    if isinstance(command, _TO_SOMEBODY) and command.member in table.moved:
        number = table.moved[command.member]
        name = meeting.members[command.member].name
        raise Refusal(Code.SITS_ELSEWHERE, name=name, number=number)
    if isinstance(command, guesses.OpenMirror):
        raise Refusal(Code.MIRROR_IN_THE_HALL)
    if table.held and isinstance(command, c.OpenStep | c.Resume):
        raise Refusal(Code.TABLE_HELD)
    if isinstance(command, c.Remove | c.Merge) or _changes_who_watches(meeting, command):
        raise Refusal(Code.TRAINER_SEATS)
    if isinstance(command, c.Close):
        raise Refusal(Code.TRAINER_ENDS)


def _changes_who_watches(meeting: Meeting, command: c.Command) -> bool:
    if not isinstance(command, c.SetRole) or command.member not in meeting.members:
        return False
    member = meeting.members[command.member]
    return "observer" in {command.role, member.role, member.was}


def decide(
    meeting: Meeting, command: t.PersonCommand, by: Member, at: int, slips: Slips = ()
) -> tuple[e.Event, ...]:
    """Return what follows from what somebody at a table asks, or refuse it.

    `slips` are the unattributed answers of the step it is at, if it is at one that has some.
    """
    table = meeting.table
    if table is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    match command:
        case t.AskHelp():
            if by.role == "observer":
                raise Refusal(Code.WATCHING_ONLY)
            return () if table.help is not None else (t.HelpAsked(by.id, at),)
        case t.Helped():
            return () if table.help is None else (t.HelpedNow(by.id),)
        case t.Ready():
            return _ready(meeting, table, command, by, slips, at)
        case t.Finish():
            if by.role != "chair":
                raise Refusal(Code.CHAIR_ONLY)
            return () if table.finished is not None else (t.Finished(at),)


def _ready(
    meeting: Meeting, table: t.State, command: t.Ready, by: Member, slips: Slips, at: int
) -> tuple[e.Event, ...]:
    _refuse_ready(meeting, table, by)
    earlier = command.went is not None and command.went != table.went
    if earlier or table.finished is not None:
        return ()
    on = command.on
    said = () if on == (by.id in table.ready) else (t.Readied(by.id, on),)
    here = {m.id for m in meeting.members.values() if m.voice and m.here}
    ready = {*table.ready, by.id} & here
    # Somebody may have left since, so that those who are ready are half by now.
    if not on or len(ready) < t.needed(meeting.members):
        return said
    return (*said, *_go_on(meeting, slips, at))


def _refuse_ready(meeting: Meeting, table: t.State, by: Member) -> None:
    if not by.voice:
        raise Refusal(Code.WATCHING_ONLY)
    if not t.runs_itself(table, meeting.members):
        raise Refusal(Code.TABLE_HAS_A_CHAIR if table.self_run else Code.CHAIR_NEEDED)
    if table.held:
        raise Refusal(Code.TABLE_HELD)
    if meeting.beside.risks.is_open:
        raise Refusal(Code.RISK_NEEDS_CHAIR)
    if meeting.paused:
        raise Refusal(Code.MEETING_PAUSED)


def _go_on(meeting: Meeting, slips: Slips, at: int) -> tuple[e.Event, ...]:
    """Return how a table that runs itself goes on: what is private is opened first."""
    opened = _opened_first(meeting, slips, at)
    if opened:
        return opened
    _refuse_gap(meeting)
    following = _next(meeting)
    return (t.Finished(at),) if following is None else course.open_step(meeting, following, at)


def _refuse_gap(meeting: Meeting) -> None:
    """Refuse to leave what a later step starts from, while there is nothing to start from.

    Nobody could lead a table without a chair back to it.
    """
    opened = states(meeting.agenda)
    state = opened.get(meeting.current or "")
    silent = isinstance(state, judge.State) and not state.given
    for step in meeting.agenda:
        if step.state is not None or step.skipped is not None:
            continue
        if step.plan.items.step == meeting.current:
            source_items(step.plan.items, meeting.items, opened)
        if silent and _starts_from(meeting, step) == meeting.current:
            raise Refusal(Code.NOTHING_TO_REVEAL)


def _starts_from(meeting: Meeting, step: Step) -> StepId | None:
    match settings(meeting.agenda, step):
        case settle.Settings(start=str(ranked)) | turns.Settings(order="widest", of=str(ranked)):
            return ranked
        case _:
            return None


def _next(meeting: Meeting) -> StepId | None:
    ids = [step.plan.id for step in meeting.agenda]
    after = ids.index(meeting.current) + 1 if meeting.current is not None else 0
    left = (step for step in meeting.agenda[after:] if step.skipped is None)
    return next((step.plan.id for step in left), None)


# --- what is opened on the way ----------------------------------------------------------------


def unattributed(meeting: Meeting) -> StepId | None:
    """Return the current step where it has answers that belong to nobody and wait to be opened."""
    if meeting.table is None or meeting.current is None:
        return None
    match find(meeting.agenda, meeting.current).state:
        case judge.State(revealed=False, shown="nobody"):
            return meeting.current
        case _:
            return None


def _opened_first(meeting: Meeting, slips: Slips, at: int) -> tuple[steps.Event, ...]:
    """Return how what was answered privately in the current step is opened, if anything was."""
    if meeting.current is None:
        return ()
    step = find(meeting.agenda, meeting.current)
    nobody = Member("", "", "", "chair", voice=False, here=True, since=at)
    scene = Scene(nobody, at, meeting.members, meeting.rules, meeting.case)
    reveal = judge.Reveal(step.plan.id, even_so=True)
    match step.state:
        case judge.State(revealed=False, shown="nobody") as state:
            return _slips_opened(state, reveal, slips, scene)
        case judge.State(revealed=False) as state if state.given:
            return steps.decide(step.plan.settings, state, reveal, scene)
        case collect.State(revealed=False) as state if state.notes:
            notes = collect.RevealNotes(step.plan.id, even_so=True)
            return steps.decide(step.plan.settings, state, notes, scene)
        case _:
            return ()


def _slips_opened(
    state: judge.State, reveal: judge.Reveal, slips: Slips, scene: Scene
) -> tuple[steps.Event, ...]:
    """Return how answers that are nobody's are opened; too few to hide whose they are stay shut."""
    try:
        return judge.open_slips(state, reveal, slips, scene)
    except Refusal:
        return ()


def _after(meeting: Meeting, events: tuple[steps.Event, ...]) -> Meeting:
    """Return the meeting after something happened in its current step."""
    if not events:
        return meeting
    step: Step = find(meeting.agenda, meeting.current)
    for event in events:
        assert step.state is not None
        step = replace(step, state=steps.evolve(step.state, event))
    return with_step(meeting, step)


# --- evolve -----------------------------------------------------------------------------------


def evolve(meeting: Meeting, event: t.Event) -> Meeting:
    """Return the meeting after something happened at its table."""
    assert meeting.table is not None
    after = replace(meeting, table=t.evolve(meeting.table, event))
    match event:
        case t.MovedAway(member, _, at):
            return _as(after, member, at, sits=False)
        case t.CameBack(member, at):
            return _as(after, member, at, sits=True)
        case _:
            return after


def went_on(meeting: Meeting) -> Meeting:
    """Return the meeting after it went to a step, or opened answers."""
    return meeting if meeting.table is None else replace(meeting, table=t.went_on(meeting.table))


def gone(meeting: Meeting, member: MemberId) -> Meeting:
    """Return the meeting after somebody left its room for good, or turned out to be another."""
    table = meeting.table
    return meeting if table is None else replace(meeting, table=t.gone(table, member))


def _as(meeting: Meeting, member_id: MemberId, at: int, *, sits: bool) -> Meeting:
    """Return the meeting in which somebody sits at this table, or does so no more."""
    member = member_of(meeting, member_id)
    role = member.was if member.role in {"chair", "deputy"} and not sits else member.role
    since = at if sits or member.here else member.since
    now = replace(member, voice=sits, here=member.here and sits, since=since, role=role)
    hands = {each: place for each, place in meeting.hands.items() if each != member_id}
    same = len(hands) == len(meeting.hands)
    return replace(
        meeting,
        members={**meeting.members, member_id: now},
        hands=meeting.hands if same else hands,
    )
