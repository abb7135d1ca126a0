"""The course of a meeting: its steps are opened, its clock runs, stops and is lengthened."""

from msgspec.structs import replace

from consensus import events as e
from consensus import steps
from consensus.agenda import (
    MOST_MINUTES,
    Step,
    find,
    missing_before,
    settings,
    skipped_giver,
    source_items,
    states,
)
from consensus.agendas import notices, planning
from consensus.answers import options, wordings
from consensus.items import ITSELF, StepId
from consensus.members import heard
from consensus.people import Members
from consensus.refusal import Code, Refusal
from consensus.state import Meeting, with_step
from consensus.steps import judge, turns

# --- decide -----------------------------------------------------------------------------------


def open_step(meeting: Meeting, step_id: StepId, at: int) -> tuple[e.Event, ...]:
    """Return how the meeting goes to a step, or refuse."""
    step = find(meeting.agenda, step_id)
    if step_id == meeting.current:
        return ()
    waiting = notices.unanswered(meeting.agenda, step_id, _waited_for(meeting))
    if waiting:
        raise Refusal(Code.NOTICE_UNANSWERED, count=len(waiting))
    if step.state is not None:
        return (_reopened(meeting, step, at),)
    planning.forbid(meeting, (step,))
    needed = notices.unopened(meeting.agenda, step_id) or missing_before(meeting.agenda, step)
    if needed is not None:
        raise Refusal(Code.NEEDED_FIRST, title=needed.plan.title)
    earlier = states(meeting.agenda)
    giver = skipped_giver(meeting.agenda, step)
    if giver is not None:
        raise Refusal(Code.STEP_IS_SKIPPED, title=giver.plan.title)
    taken = source_items(step.plan.items, meeting.items, earlier)
    items = wordings.standing(meeting.wordings, taken)
    if step.plan.items.take == "none" and isinstance(step.plan.settings, judge.Settings):
        items = (ITSELF,)
    if isinstance(step.plan.settings, turns.Settings):
        said = heard.spoken(meeting.agenda, meeting.spoken)
        items = turns.opening(step.plan.settings, items, meeting.members, said)
    carried = meeting.carried.promises if meeting.carried else ()
    arrangement = steps.arrange(settings(meeting.agenda, step), items, earlier, carried)
    new = options.become_items(items, meeting.items, earlier)
    return (e.StepOpened(step_id, arrangement, at, new),)


def _waited_for(meeting: Meeting) -> Members:
    """Return for whose answers to notices the meeting waits: not for who looks in at a table."""
    if meeting.table is None:
        return meeting.members
    return {member.id: member for member in meeting.members.values() if member.voice}


def _reopened(meeting: Meeting, step: Step, at: int) -> e.StepOpened:
    """Return how the meeting goes back to a step, with the options that came up meanwhile."""
    assert step.state is not None
    earlier = states(meeting.agenda)
    held = steps.items_of(step.state)
    found = options.late(step.plan.items, step.state, earlier)
    late = tuple(i for i in wordings.standing(meeting.wordings, found) if i not in held)
    if not late:
        return e.StepOpened(step.plan.id, None, at)
    items = (*held, *late)
    carried = meeting.carried.promises if meeting.carried else ()
    arrangement = steps.arrange(settings(meeting.agenda, step), items, earlier, carried)
    new = options.become_items(late, meeting.items, earlier)
    return e.StepOpened(step.plan.id, arrangement, at, new)


def add_time(meeting: Meeting, minutes: int) -> tuple[e.Event, ...]:
    """Return how the current step's time box changes, or refuse."""
    step = find(meeting.agenda, meeting.current)
    if not 1 <= step.minutes + minutes <= MOST_MINUTES:
        raise Refusal(Code.TIME_OUT_OF_RANGE, most=MOST_MINUTES)
    return (e.TimeAdded(step.plan.id, minutes),) if minutes else ()


# --- evolve -----------------------------------------------------------------------------------


def opened(meeting: Meeting, event: e.StepOpened) -> Meeting:
    """Return the meeting at a step."""
    left = leave_step(meeting, event.at)
    step = find(left.agenda, event.step)
    state = step.state
    if event.arrangement is not None:
        state = steps.begin(step.plan.settings, event.arrangement, state)
    gone = with_step(left, replace(step, state=state, skipped=None, opened=step.opened + 1))
    if event.items:
        gone = replace(gone, items={**gone.items, **{item.id: item for item in event.items}})
    return replace(gone, current=event.step, running=event.at, paused=False)


def stop_clock(meeting: Meeting, at: int) -> Meeting:
    """Return the meeting with the running stretch added to its step."""
    if meeting.running is None or meeting.current is None:
        return meeting
    step = find(meeting.agenda, meeting.current)
    stretch = max(0, at - meeting.running)
    state = steps.pause(step.state, at) if step.state else None
    stopped = with_step(meeting, replace(step, spent=step.spent + stretch, state=state))
    return replace(stopped, running=None)


def resume_clock(meeting: Meeting, at: int) -> Meeting:
    """Return the meeting with its clock going on from a time (ms)."""
    if meeting.current is None:
        return replace(meeting, paused=False)
    step = find(meeting.agenda, meeting.current)
    state = steps.resume(step.state, at) if step.state else None
    return replace(with_step(meeting, replace(step, state=state)), paused=False, running=at)


def leave_step(meeting: Meeting, at: int) -> Meeting:
    """Return the meeting with its current step left, as another one opens or it ends."""
    if meeting.current is None:
        return meeting
    stopped = stop_clock(meeting, at)
    step = find(stopped.agenda, meeting.current)
    state = steps.leave(step.state) if step.state else None
    return with_step(stopped, replace(step, state=state))
