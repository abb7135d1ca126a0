"""Following: what a table does when its hall, or everybody at it, wants it to go on."""

from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import steps
from consensus.agenda import Step, find
from consensus.agendas import course
from consensus.hall import table as t
from consensus.people import Member, MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.state import Meeting, member_of, with_step
from consensus.steps import collect, judge, settle, turns

# What steers within a step, and is everybody's where nobody is in the chair.
_EVERYBODYS = (
    settle.Propose,
    settle.Clear,
    settle.Agree,
    settle.Reopen,
    collect.MergeNotes,
    turns.Talk,
)

# --- decide -----------------------------------------------------------------------------------


def obey(meeting: Meeting, command: t.ServerCommand, at: int) -> tuple[e.Event, ...]:
    """Return what a table does that its hall asks something of; a repeat changes nothing."""
    table = meeting.table
    if table is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if meeting.closed is not None:
        return ()
    match command:
        case t.MoveAway(member, to):
            known = member in meeting.members and member not in table.moved
            return (t.MovedAway(member, to, at),) if known else ()
        case t.ComeBack(member):
            return (t.CameBack(member, at),) if member in table.moved else ()
        case t.SetHeld(held):
            return _hold(meeting, table, at, held=held)
        case t.Follow():
            return _follow(meeting, table, command, at)
        case t.Hear(text, said):
            heard = table.nudge is not None and table.nudge.at >= said
            return () if heard else (t.Heard(text, said),)
        case t.HearCall(called):
            return () if table.called == called else (t.CallHeard(called),)
        case t.SetSelfRun(self_run):
            return () if table.self_run == self_run else (t.SelfRunSet(self_run),)
        case t.End():
            return (e.MeetingClosed(at),)


def _hold(meeting: Meeting, table: t.State, at: int, *, held: bool) -> tuple[e.Event, ...]:
    if held == table.held:
        return ()
    if held:
        paused = () if meeting.paused else (e.MeetingPaused(at),)
        return (*paused, t.HeldSet(True))
    going = (e.MeetingResumed(at),) if meeting.paused and not meeting.beside.risks.is_open else ()
    return (t.HeldSet(False), *going)


def _follow(meeting: Meeting, table: t.State, command: t.Follow, at: int) -> tuple[e.Event, ...]:
    if command.asked <= table.followed:
        return ()
    try:
        events = _opened_first(meeting, at)
        return (*events, *_to(meeting, events, command.step, at), t.Followed(command.asked))
    except Refusal as refusal:
        return (t.Followed(command.asked, refusal.code),)


def refuse_steering(meeting: Meeting, command: c.Command, by: Member) -> None:
    """Refuse somebody who is not the chair what steers; a table that runs itself steers its steps.

    It goes from step to step, and opens answers, when half of it is ready.
    """
    table = meeting.table
    runs_itself = table is not None and t.runs_itself(table, meeting.members) and by.voice
    if not runs_itself or not isinstance(command, _EVERYBODYS):
        raise Refusal(Code.CHAIR_ONLY)


def refuse_meanwhile(meeting: Meeting, command: c.Command, by: Member) -> None:
    """Refuse what somebody who sits elsewhere may not do here, nor a chair while all are held."""
    table = meeting.table
    if table is None:
        return
    if by.id in table.moved:
        raise Refusal(Code.MOVED_AWAY, number=table.moved[by.id])
    if table.held and isinstance(command, c.OpenStep | c.Resume):
        raise Refusal(Code.TABLE_HELD)


def decide(meeting: Meeting, command: t.PersonCommand, by: Member, at: int) -> tuple[e.Event, ...]:
    """Return what follows from what somebody at a table asks, or refuse it."""
    table = meeting.table
    if table is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    match command:
        case t.AskHelp():
            return () if table.help is not None else (t.HelpAsked(by.id, at),)
        case t.Helped():
            return () if table.help is None else (t.HelpedNow(by.id),)
        case t.Ready(on):
            return _ready(meeting, table, by, at, on=on)


def _ready(
    meeting: Meeting, table: t.State, by: Member, at: int, *, on: bool
) -> tuple[e.Event, ...]:
    if not by.voice:
        raise Refusal(Code.WATCHING_ONLY)
    if not t.runs_itself(table, meeting.members):
        raise Refusal(Code.TABLE_HAS_A_CHAIR)
    if table.held:
        raise Refusal(Code.TABLE_HELD)
    if on == (by.id in table.ready):
        return ()
    said = t.Readied(by.id, on)
    here = {m.id for m in meeting.members.values() if m.voice and m.here}
    ready = {*table.ready, by.id} & here
    if not on or len(ready) < t.needed(meeting.members):
        return (said,)
    return (said, *_go_on(meeting, at))


def _go_on(meeting: Meeting, at: int) -> tuple[e.Event, ...]:
    """Return how a table that runs itself goes on: what is private is opened first."""
    opened = _opened_first(meeting, at)
    if opened:
        return opened
    following = _next(meeting)
    return (t.Finished(at),) if following is None else course.open_step(meeting, following, at)


def _next(meeting: Meeting) -> str | None:
    left = [step for step in meeting.agenda if step.skipped is None]
    if meeting.current is None:
        return left[0].plan.id if left else None
    ids = [step.plan.id for step in meeting.agenda]
    after = ids.index(meeting.current)
    return next((step.plan.id for step in left if ids.index(step.plan.id) > after), None)


def _opened_first(meeting: Meeting, at: int) -> tuple[steps.Event, ...]:
    """Return how what was answered privately in the current step is opened, if anything was."""
    if meeting.current is None:
        return ()
    step = find(meeting.agenda, meeting.current)
    reveal = _reveal(step)
    if reveal is None:
        return ()
    chair = Member("", "", "", "chair", voice=False, here=True, since=at)
    scene = Scene(chair, at, meeting.members, meeting.rules, meeting.case)
    assert step.state is not None
    return steps.decide(step.plan.settings, step.state, reveal, scene)


def _reveal(step: Step) -> steps.Command | None:
    match step.state:
        case judge.State(revealed=False) as state if state.given and state.shown != "nobody":
            return judge.Reveal(step.plan.id, even_so=True)
        case collect.State(revealed=False) as state if state.notes:
            return collect.RevealNotes(step.plan.id)
        case _:
            return None


def _to(
    meeting: Meeting, events: tuple[steps.Event, ...], step: str, at: int
) -> tuple[e.Event, ...]:
    """Return how a table goes to a step after its current one was opened to all."""
    if meeting.current is not None:
        now = find(meeting.agenda, meeting.current)
        for event in events:
            assert now.state is not None
            now = replace(now, state=steps.evolve(now.state, event))
        meeting = with_step(meeting, now)
    return course.open_step(meeting, step, at)


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


def _as(meeting: Meeting, member_id: MemberId, at: int, *, sits: bool) -> Meeting:
    """Return the meeting in which somebody sits at this table, or does so no more."""
    member = member_of(meeting, member_id)
    role = "participant" if member.role in {"chair", "deputy"} and not sits else member.role
    now = replace(member, voice=sits, here=member.here and sits, since=at, role=role)
    hands = {each: place for each, place in meeting.hands.items() if each != member_id}
    return replace(meeting, members={**meeting.members, member_id: now}, hands=hands)
