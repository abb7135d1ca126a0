"""Replay: how a meeting went, moment by moment, as everybody in it saw it.

A moment is a position of the log at which the room had something new to look at, without anybody's
name. A frame is everyone's view at such a position. A replay brings nothing back: it shows no more
of a step than the record keeps, and no words that were taken back or put differently since.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus import events as e
from consensus import views
from consensus.agenda import Minuted
from consensus.answers import pen, reveal, stances
from consensus.items import ItemId, StepId
from consensus.meeting import evolve, start
from consensus.state import Meeting
from consensus.steps import collect, commit, form, gate, judge, settle, turns

What = Literal[
    "prepared",
    "came",
    "opened",
    "acknowledged",
    "answered",
    "revealed",
    "written",
    "shown",
    "filled",
    "turned",
    "proposed",
    "cleared",
    "stood",
    "settled",
    "reopened",
    "worded",
    "promised",
    "paused",
    "resumed",
    "closed",
]

# One after another, these are one moment: how far the room had come with it.
_GATHERING: frozenset[What] = frozenset(
    {"came", "acknowledged", "answered", "written", "filled", "stood", "promised"}
)


class Moment(Struct, frozen=True):
    """What there was to see from a position of the log on, at a time (ms) or soon after.

    `count` is how many had come, answered, written or taken a stance by then; `item` is what was
    put into a `slot` of a board. Nobody is named.
    """

    position: int
    at: int
    what: What
    step: StepId
    count: int
    slot: int
    item: ItemId


class _Told(Struct, frozen=True):
    """A moment before it is known where in the log it is."""

    what: What
    step: StepId = ""
    count: int = 0
    slot: int = 0
    item: ItemId = ""


# --- moments ----------------------------------------------------------------------------------


def moments(log: Sequence[e.Event]) -> tuple[Moment, ...]:
    """Return the moments of a meeting, of which these are the events from the first on."""
    found: list[Moment] = []
    meeting, at = begun(log), 0
    kept = _minuted(meeting)
    for position, event in enumerate(log, start=1):
        if position > 1:
            meeting = evolve(meeting, event)
        at = max(at, getattr(event, "at", at))
        kept = _minuted(meeting) if isinstance(event, e.StepOpened) else kept
        told = _told(event, meeting, kept)
        if told is None:
            continue
        moment = Moment(position, at, told.what, told.step, told.count, told.slot, told.item)
        if found and _goes_on(found[-1], moment):
            found.pop()
        found.append(moment)
    return tuple(found)


def begun(log: Sequence[e.Event]) -> Meeting:
    """Return the meeting that the first event of a log makes."""
    first = log[0]
    if not isinstance(first, e.MeetingPrepared):
        raise ValueError("the first event of a log prepares the meeting")
    return start(first)


def _goes_on(before: Moment, now: Moment) -> bool:
    return now.what in _GATHERING and (before.what, before.step, before.slot) == (
        now.what,
        now.step,
        now.slot,
    )


def _told(event: e.Event, meeting: Meeting, kept: Mapping[StepId, Minuted]) -> _Told | None:
    match event:
        case e.MeetingPrepared():
            return _Told("prepared")
        case e.MemberJoined() if meeting.current is None:
            return _Told("came", count=len(meeting.members))
        case e.StepOpened():
            return _Told("opened", event.step)
        case e.MeetingPaused():
            return _Told("paused", meeting.current or "")
        case e.MeetingResumed():
            return _Told("resumed", meeting.current or "")
        case e.MeetingClosed():
            return _Told("closed")
        case _ if isinstance(event, _Said):
            return _said(event, meeting) if kept.get(event.step) == "full" else None
        case _ if isinstance(event, _Judged):
            return _judged(event, meeting) if kept.get(event.step) != "none" else None
        case _:
            return None


_Said = gate.Event | collect.Event | form.Event | turns.Event | commit.Event
_Judged = judge.Event | settle.Event


def _said(event: _Said, meeting: Meeting) -> _Told | None:
    """Return what people wrote and said, in numbers."""
    state = _state(meeting, event.step)
    match state:
        case gate.State():
            return _Told("acknowledged", event.step, len(state.answers))
        case collect.State() if isinstance(event, collect.NotesRevealed):
            return _Told("shown", event.step, len(state.notes))
        case collect.State():
            return _Told("written", event.step, len(state.notes))
        case form.State():
            return _Told("filled", event.step, len(state.entries))
        case turns.State() if isinstance(event, turns.TurnedTo):
            return _Told("turned", event.step)
        case commit.State():
            return _Told("promised", event.step, len(state.promises))
        case _:
            return None


def _judged(event: _Judged, meeting: Meeting) -> _Told | None:
    """Return how far the group had come in answering and settling."""
    state = _state(meeting, event.step)
    match event:
        case judge.BallotCast() | judge.Answered() if isinstance(state, judge.State):
            return _Told("answered", event.step, len(state.given))
        case judge.Revealed() if isinstance(state, judge.State):
            return _Told("revealed", event.step, len(state.given))
        case settle.Proposed(step, slot, item):
            return _Told("proposed", step, 0, slot, item)
        case settle.Cleared(step, slot):
            return _Told("cleared", step, 0, slot)
        case settle.Stood(step, slot) if isinstance(state, settle.State):
            return _Told("stood", step, len(state.slots[slot].stances), slot)
        case settle.Agreed(step, slot) if isinstance(state, settle.State):
            return _Told("settled", step, 0, slot, state.slots[slot].item or "")
        case settle.Reopened(step, slot):
            return _Told("reopened", step, 0, slot)
        case pen.Wrote(step=step, version=version):
            return _Told("worded", step, version)
        case _:
            return None


def _state(meeting: Meeting, step: StepId) -> object:
    return next((each.state for each in meeting.agenda if each.plan.id == step), None)


def _minuted(meeting: Meeting) -> dict[StepId, Minuted]:
    return {step.plan.id: step.plan.minuted for step in meeting.agenda}


# --- frames -----------------------------------------------------------------------------------


def then_and_now(log: Sequence[e.Event], position: int) -> tuple[Meeting, Meeting]:
    """Return the meeting as it was at a position from 1 on, and as it is at the end of the log."""
    then = now = begun(log)
    for number, event in enumerate(log[1:], start=2):
        now = evolve(now, event)
        then = now if number == position else then
    return then, now


def frame(then: Meeting, now: Meeting) -> dict[str, views.EveryoneRecord]:
    """Return what everyone saw of the agenda then, as far as it may be shown now."""
    kept = _minuted(then)
    today = _shown(now)
    found: dict[str, views.EveryoneRecord] = {}
    for key, record in _shown(then).items():
        seen = _in_part(record, kept)
        seen = seen and _still(seen, today.get(key))
        if seen is not None:
            found[key] = seen
    return found


_PARTS = ("room", "members", "items", "agenda")


def _shown(meeting: Meeting) -> dict[str, views.EveryoneRecord]:
    parts = views.everyone_parts(meeting)
    return {key: each for name in _PARTS for key, each in parts[name].records().items()}


def _in_part(
    record: views.EveryoneRecord, kept: Mapping[StepId, Minuted]
) -> views.EveryoneRecord | None:
    """Return what the record of the meeting keeps of a step, of which it may be nothing."""
    step = getattr(record, "step", None)
    minuted = kept.get(step, "full") if step is not None else "full"
    if minuted == "full":
        return record
    match record:
        case _ if minuted == "none":
            return None
        case reveal.BallotRecord() | reveal.UnnamedRecord():
            return None
        case judge.JudgeRecord():
            return replace(record, missing=())
        case reveal.FiguresRecord():
            return replace(record, figures=replace(record.figures, furthest=None))
        case collect.NoteRecord() | turns.TurnRecord() | form.EntryRecord():
            return None
        case _:
            return record


def _still(
    record: views.EveryoneRecord, now: views.EveryoneRecord | None
) -> views.EveryoneRecord | None:
    """Return a record without words that do not stand any more; nothing where none of it does."""
    match record, now:
        case views.RoomRecord(), views.RoomRecord():
            named = replace(record, title=now.title, purpose=now.purpose, focus=now.focus)
            return replace(named, running=None)
        case views.MemberRecord() | views.ItemRecord(), _:
            return now
        case collect.NoteRecord(), collect.NoteRecord():
            return replace(now, into=record.into)
        case form.EntryRecord() | commit.PromiseRecord() | pen.SuggestionRecord(), _:
            return now
        case collect.NoteRecord(), _:
            return None
        case turns.TurnRecord(), _:
            note = now.note if isinstance(now, turns.TurnRecord) else ""
            return replace(record, note=note)
        case stances.StanceRecord(), _:
            plain = replace(record, note="", harm="", evidence="", would_settle="")
            return record if record == now else plain
        case stances.EarlierRecord(), _:
            return replace(record, note="")
        case _:
            return record
