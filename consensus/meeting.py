"""A meeting: its state, what may happen next (`decide`) and what has happened (`evolve`).

Everything a meeting can do goes through these two. `decide` looks and answers with events, or
refuses; `evolve` turns the state before into the state after. Neither waits, draws lots, or asks
what time it is. Who comes and goes is in `membership`, the agenda's clock in `course`, each kind of
step in `steps`, and what goes on beside them in `roomwide`.
"""

from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import roomwide, series, steps
from consensus.agenda import Step, find, states, used_later
from consensus.agendas import course, notices, planning, statements
from consensus.agendas.template import Template, resolve
from consensus.answers import escalation, options, wordings
from consensus.answers.ballots import Ballot
from consensus.carried import Carried, Followed
from consensus.forgetting import blanking, retention
from consensus.hall import following, mirror, opening
from consensus.hall import hall as halls
from consensus.hall import table as tables
from consensus.heading import FOCUS_LENGTH
from consensus.items import Item, StepId
from consensus.members import admission, hands, membership
from consensus.people import Member, MemberId, Scene
from consensus.record import correcting, sealing
from consensus.refusal import Code, Refusal
from consensus.roomwide import disclosures, erasure, remarks, risk
from consensus.rules import PLAIN, Rules
from consensus.state import Meeting, with_step
from consensus.steps import collect, gate, judge, settle
from consensus.text import TITLE_LENGTH, optional, required

_STEERING = (
    c.OpenStep,
    c.Pause,
    c.Resume,
    c.AddTime,
    c.NameDeputy,
    c.HandOver,
    c.Remove,
    c.OrderHands,
    c.Close,
    *steps.CHAIR_COMMANDS,
    planning.Command,
    wordings.Command,
    c.OpenSlips,
)
# What a table that runs itself was waiting for.
_OPENED = judge.Revealed | collect.NotesRevealed
# Put together once: a tap asks for it each time.
_OF_THE_SERVER = (
    c.DoorCommand
    | c.FollowUp
    | sealing.Command
    | erasure.Erase
    | halls.AddTable
    | mirror.PutMirror
    | tables.ServerCommand
)


def prepare(
    template: Template,
    title: str,
    purpose: str,
    items: tuple[Item, ...],
    at: int,
    *,
    focus: str = "",
    starts: int | None = None,
    rules: Rules = PLAIN,
    carried: Carried | None = None,
) -> e.MeetingPrepared:
    """Return the first event of a new meeting, or refuse its words."""
    return e.MeetingPrepared(
        title=required(title, TITLE_LENGTH, Code.TITLE_EMPTY, Code.TEXT_TOO_LONG),
        purpose=optional(purpose),
        template=template.id,
        items=items,
        agenda=tuple(resolve(plan, rules) for plan in template.steps),
        at=at,
        focus=optional(focus, FOCUS_LENGTH),
        case=template.case,
        forbids=template.forbids,
        starts=starts,
        rules=rules,
        carried=carried,
        retention=retention.chosen(template.retention, rules.retention, template.case),
    )


# --- decide -----------------------------------------------------------------------------------


def decide(
    meeting: Meeting, command: c.Command, by: MemberId | None, at: int
) -> tuple[e.Event, ...]:
    """Return what follows from a command at a time (ms), or raise `Refusal`.

    `by` is the member who asks, or nothing for the server, which alone may say who is at the door.
    """
    slips: tuple[Ballot, ...] = ()
    if isinstance(command, c.OpenSlips) and not isinstance(command.reveal, judge.Reveal):
        slips, command = command.slips, command.reveal
    if isinstance(command, _OF_THE_SERVER):
        if by is not None:
            raise Refusal(Code.NOT_UNDERSTOOD)
        if isinstance(command, c.FollowUp):
            return series.follow(meeting, command, at)
        if isinstance(command, sealing.Command):
            return sealing.decide(meeting.sealing, command, meeting.members, meeting.closed, at)
        if isinstance(command, erasure.Erase):
            gone, known = meeting.beside.erasures, {*meeting.members, *meeting.taken_out}
            return erasure.erase(gone, command, known, meeting.closed, at)
        if isinstance(command, halls.AddTable):
            return opening.add_table(meeting, command, at)
        if isinstance(command, mirror.PutMirror):
            return mirror.put(meeting, command)
        if isinstance(command, tables.ServerCommand):
            return following.obey(meeting, command, at, slips)
        return opening.seated(meeting, membership.decide_door(meeting, command, at), at)
    member = meeting.members.get(by) if by is not None else None
    if member is None:
        raise Refusal(Code.NOT_A_MEMBER)
    if meeting.closed is not None and not isinstance(command, roomwide.AFTER_CLOSE):
        raise Refusal(Code.MEETING_CLOSED)
    if isinstance(command, _STEERING) and member.role != "chair":
        following.refuse_steering(meeting, command, member)
    following.refuse_meanwhile(meeting, command, member)
    if isinstance(command, c.PeopleCommand):
        return membership.decide_people(meeting, command, member, at)
    if isinstance(command, c.RoomCommand):
        return _decide_room(meeting, command, member, at)
    if isinstance(command, planning.Command):
        return planning.decide(meeting, command)
    if isinstance(command, wordings.Command):
        return statements.decide(meeting, command, member, at)
    if isinstance(command, tables.PersonCommand):
        return following.decide(meeting, command, member, at, slips)
    scene = Scene(member, at, meeting.members, meeting.rules, meeting.case, meeting.closed)
    if isinstance(command, halls.Command):
        return opening.decide(meeting, command, scene)
    if isinstance(command, c.RecordCommand):
        return correcting.decide(meeting, command, scene)
    if isinstance(command, disclosures.Command):
        return disclosures.decide(meeting.beside.disclosures, command, scene)
    if isinstance(command, roomwide.Command):
        if isinstance(command, remarks.OF_A_STEP) and command.step:
            find(meeting.agenda, command.step)
        events = roomwide.decide(meeting.beside, command, scene)
        stops = isinstance(command, risk.Raise) and events and not meeting.paused
        return (*events, e.MeetingPaused(at)) if stops else events
    if isinstance(command, c.OpenSlips):
        return _open_slips(meeting, command, scene)
    return _decide_step(meeting, command, scene)


def _decide_room(
    meeting: Meeting, command: c.RoomCommand, by: Member, at: int
) -> tuple[e.Event, ...]:
    match command:
        case c.OpenStep() | c.Resume() if meeting.beside.risks.is_open:
            raise Refusal(Code.RISK_OPEN)
        case c.OpenStep():
            return course.open_step(meeting, command.step, at)
        case c.Pause():
            return () if meeting.paused else (e.MeetingPaused(at),)
        case c.Resume():
            return (e.MeetingResumed(at),) if meeting.paused else ()
        case c.AddTime():
            return course.add_time(meeting, command.minutes)
        case c.NameDeputy():
            return membership.name_deputy(meeting, command.member, at)
        case c.HandOver():
            return membership.hand_over(meeting, command.member, at)
        case c.Cover():
            return membership.cover(meeting, by, at)
        case c.Remove():
            return membership.remove(meeting, command.member)
        case c.RaiseHand():
            return hands.raise_hand(meeting, command.member or by.id, by)
        case c.LowerHand():
            return hands.lower_hand(meeting, command.member or by.id, by)
        case c.OrderHands():
            return hands.order(meeting, command.order)
        case c.Close():
            return (e.MeetingClosed(at),)


def _open_slips(meeting: Meeting, command: c.OpenSlips, scene: Scene) -> tuple[e.Event, ...]:
    reveal = command.reveal
    assert isinstance(reveal, judge.Reveal)
    state = _current(meeting, reveal.step).state
    if not isinstance(state, judge.State):
        raise Refusal(Code.NOT_UNDERSTOOD)
    return judge.open_slips(state, reveal, command.slips, scene)


def _decide_step(meeting: Meeting, command: steps.Command, scene: Scene) -> tuple[e.Event, ...]:
    if isinstance(command, gate.Command):
        return _answer_notice(meeting, command, scene)
    step = _current(meeting, command.step)
    if notices.stops(meeting.agenda, scene.by):
        raise Refusal(Code.NOTICE_FIRST)
    if not _may_act(step, command, scene.by):
        raise Refusal(Code.NOT_YOUR_STEP)
    if isinstance(command, settle.Reopen) and used_later(meeting.agenda, step.plan.id):
        raise Refusal(Code.USED_LATER)
    assert step.state is not None
    options.refuse_change(command, meeting.items, states(meeting.agenda))
    events = steps.decide(step.plan.settings, step.state, command, scene)
    opened = escalation.opened(meeting.beside, step, meeting.items, events, scene)
    return (*events, *opened)


def _answer_notice(meeting: Meeting, command: gate.Command, scene: Scene) -> tuple[e.Event, ...]:
    """Return how a notice is answered: wherever the meeting is, for whoever comes in later."""
    step = find(meeting.agenda, command.step)
    if step.state is None:
        raise Refusal(Code.STEP_CLOSED)
    return steps.decide(step.plan.settings, step.state, command, scene)


def _current(meeting: Meeting, step_id: StepId) -> Step:
    """Return the step that is open now, or refuse."""
    step = find(meeting.agenda, step_id)
    if step.plan.id != meeting.current or step.state is None:
        raise Refusal(Code.STEP_CLOSED)
    if meeting.paused:
        raise Refusal(Code.MEETING_PAUSED)
    return step


def _may_act(step: Step, command: steps.Command, by: Member) -> bool:
    """Say whether a step is for this member; to steer it is the chair's in any case."""
    who = step.plan.who
    return not who or by.role in who or isinstance(command, steps.CHAIR_COMMANDS)


# --- evolve -----------------------------------------------------------------------------------


def start(event: e.MeetingPrepared) -> Meeting:
    """Return the meeting that its first event makes."""
    return Meeting(
        title=event.title,
        purpose=event.purpose,
        template=event.template,
        prepared=event.at,
        items={item.id: item for item in event.items},
        agenda=tuple(Step(plan, plan.minutes) for plan in event.agenda),
        focus=event.focus,
        case=event.case,
        forbids=event.forbids,
        starts=event.starts,
        rules=event.rules,
        carried=event.carried,
        beside=series.take_up(_beside(event), event.carried, event.at),
        hall=halls.begin(event.hall) if event.hall else None,
        table=tables.begin(event.table) if event.table else None,
    )


def _beside(event: e.MeetingPrepared) -> roomwide.State:
    return roomwide.begin(event.rules, event.retention or retention.usual(event.case))


def evolve(meeting: Meeting, event: e.Event) -> Meeting:
    """Return the meeting after one event."""
    match event:
        case e.MeetingPrepared():
            raise AssertionError("a meeting is prepared once, by its first event")
        case e.MemberJoined():
            return admission.with_newcomer(meeting, event)
        case e.MemberArrived():
            return membership.with_member(meeting, event.member, here=True, since=event.at)
        case e.MemberLeft():
            return membership.with_member(meeting, event.member, here=False, since=event.at)
        case e.MemberRemoved():
            left = membership.without_member(meeting, event.member)
            return following.gone(opening.with_seats_kept(left), event.member)
        case e.StepOpened():
            return following.went_on(course.opened(meeting, event))
        case e.MeetingPaused():
            return replace(course.stop_clock(meeting, event.at), paused=True)
        case e.MeetingResumed():
            return course.resume_clock(meeting, event.at)
        case e.TimeAdded():
            step = find(meeting.agenda, event.step)
            return with_step(meeting, replace(step, minutes=step.minutes + event.minutes))
        case e.DeputyNamed():
            return opening.with_seats_kept(membership.with_deputy(meeting, event))
        case e.ChairPassed():
            return opening.with_seats_kept(membership.with_chair(meeting, event))
        case e.HandRaised():
            return hands.raised(meeting, event)
        case e.HandLowered():
            return hands.lowered(meeting, event)
        case e.HandsOrdered():
            return replace(meeting, hand_order=event.order)
        case e.CommandAnswered():
            return meeting
        case e.FollowUpOpened(code, since):
            return replace(meeting, followed=(*meeting.followed, Followed(code, since)))
        case e.MeetingClosed():
            over = blanking.ended(course.leave_step(meeting, event.at))
            return replace(over, closed=event.at)
        case _ if isinstance(event, planning.Event):
            return planning.with_edit(meeting, event)
        case _ if isinstance(event, wordings.Event):
            return statements.changed(meeting, event)
        case e.MembersMerged():
            one = opening.merged(membership.evolve_people(meeting, event), event)
            return following.gone(opening.with_seats_kept(one), event.drop)
        case _ if isinstance(event, e.PeopleEvent):
            return opening.with_seats_kept(membership.evolve_people(meeting, event))
        case _ if isinstance(event, roomwide.Event):
            return _with_beside(meeting, event)
        case _ if isinstance(event, halls.Event):
            return opening.evolve(meeting, event)
        case _ if isinstance(event, tables.Event):
            return following.evolve(meeting, event)
        case _ if isinstance(event, sealing.Event):
            return replace(meeting, sealing=sealing.evolve(meeting.sealing, event))
        case _:
            step = find(meeting.agenda, event.step)
            if step.state is None:
                raise AssertionError("a step's events come after it was opened")
            after = with_step(meeting, replace(step, state=steps.evolve(step.state, event)))
            return following.went_on(after) if isinstance(event, _OPENED) else after


def _with_beside(meeting: Meeting, event: roomwide.Event) -> Meeting:
    beside = roomwide.evolve(meeting.beside, event)
    if meeting.closed is None:
        return replace(meeting, beside=beside)
    return replace(meeting, beside=beside, sealing=sealing.changed(meeting.sealing, event))
