"""What holds in every meeting, however it goes: see tests/meetings.py for how they go."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from random import Random
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import parts, steps, views
from consensus.agenda import states
from consensus.answers import pen, stances
from consensus.answers.ballots import Ballot
from consensus.answers.guesses import Guess
from consensus.hall import hall as halls
from consensus.hall import mirror
from consensus.hall import table as tables
from consensus.hall.seating import sits
from consensus.items import StepId
from consensus.meeting import decide, evolve, start
from consensus.people import MemberId, known_as
from consensus.record import sealing
from consensus.record.minutes import minutes
from consensus.refusal import Code, Refusal
from consensus.roomwide import erasure
from consensus.state import Meeting
from consensus.steps import collect, judge, settle
from tests.consensus.given import in_small_parts
from tests.meetings import ALARM, PRIVATE, STRANGER, Act, Story, meetings, play, trainings

# Each meeting has some eighty acts, so that few meetings are many examples.
MANY = settings(max_examples=40)
SOME = settings(max_examples=20)

Part = parts.Part[msgspec.Struct]
Seen = dict[str, msgspec.Struct]


def encoded(value: object) -> bytes:
    return msgspec.json.encode(value)


def asked_again(act: Act) -> tuple[e.Event, ...] | Code:
    try:
        return decide(act.before, act.command, act.by, act.at)
    except Refusal as refusal:
        return refusal.code


# --- deciding and evolving --------------------------------------------------------------------


@MANY
@given(meetings())
def test_deciding_gives_the_same_answer_again_and_leaves_the_meeting_alone(story: Story) -> None:
    for act in story.acts:
        before = encoded(act.before)

        assert asked_again(act) == (act.refusal.code if act.refusal else act.events)
        assert encoded(act.before) == before


@MANY
@given(meetings())
def test_evolving_leaves_the_meeting_before_alone(story: Story) -> None:
    meeting = start(story.prepared)
    for event in story.events[1:]:
        before = encoded(meeting)
        after = evolve(meeting, event)
        assert encoded(meeting) == before
        meeting = after

    assert meeting == story.meeting


@MANY
@given(meetings())
def test_a_log_makes_the_same_meeting_again(story: Story) -> None:
    first, *others = [e.read(e.write(event), e.VERSION) for event in story.events]
    assert isinstance(first, e.MeetingPrepared)
    meeting = start(first)
    for event in others:
        meeting = evolve(meeting, event)

    assert meeting == story.meeting
    assert encoded(meeting) == encoded(story.meeting)  # with dicts in the same order
    assert views.everyone(meeting) == views.everyone(story.meeting)
    assert minutes(meeting) == minutes(story.meeting)


@MANY
@given(meetings())
def test_every_event_changes_the_meeting(story: Story) -> None:
    """What changes nothing is no event: a log holds what happened."""
    meeting = start(story.prepared)
    for act in story.acts:
        for event in act.events:
            after = evolve(meeting, event)
            assert after != meeting, event
            meeting = after


@MANY
@given(meetings())
def test_nobody_but_a_member_makes_anything_happen(story: Story) -> None:
    for act in story.acts:
        if isinstance(act.command, _THE_SERVERS) or of_the_server(act.command):
            assert act.by is None or act.refusal is not None
            continue
        with pytest.raises(Refusal, match=Code.NOT_A_MEMBER):
            decide(act.before, act.command, STRANGER, act.at)
        with pytest.raises(Refusal, match=Code.NOT_A_MEMBER):
            decide(act.before, act.command, None, act.at)


_THE_SERVERS = (
    c.DoorCommand
    | c.FollowUp
    | sealing.Command
    | erasure.Erase
    | halls.AddTable
    | tables.ServerCommand
    | mirror.PutMirror
)


def of_the_server(command: c.Command) -> bool:
    return isinstance(command, c.OpenSlips) and isinstance(command.reveal, tables.Follow)


@MANY
@given(meetings() | trainings())
def test_a_meeting_is_never_in_a_state_that_cannot_be(story: Story) -> None:
    for _, meeting in story.moments():
        check_room(meeting)
        for step in meeting.agenda:
            assert step.minutes >= 1
            assert step.spent >= 0
            if isinstance(step.state, settle.State):
                check_board(step.state)
            if isinstance(step.state, judge.State):
                check_answers(step.state)


def check_room(meeting: Meeting) -> None:
    chairs = [member.id for member in meeting.members.values() if member.role == "chair"]
    assert len(chairs) <= 1 if meeting.table is not None else len(chairs) == bool(meeting.members)
    check_seats(meeting)
    assert list(meeting.hands.values()) == sorted(set(meeting.hands.values()))
    assert meeting.hands.keys() <= meeting.members.keys()
    assert list(meeting.names.items()) == [
        (known_as(member.name, member.agency), member.id) for member in meeting.members.values()
    ]
    going = not meeting.paused and meeting.current is not None and meeting.closed is None
    assert (meeting.running is not None) == going


def check_seats(meeting: Meeting) -> None:
    """Only who sits at tables has a seat, at a table that is there; who sits elsewhere is away."""
    if meeting.hall is not None:
        assert set(meeting.hall.seats.values()) <= meeting.hall.tables.keys()
        assert all(sits(meeting.members[member]) for member in meeting.hall.seats)
    if meeting.table is not None:
        for away in (meeting.members[member] for member in meeting.table.moved):
            assert not away.here
            assert not away.voice
            assert away.role not in {"chair", "deputy"}
        assert meeting.table.ready.keys() <= meeting.members.keys() - meeting.table.moved.keys()
        if meeting.table.held and meeting.closed is None:
            assert meeting.paused


def check_board(board: settle.State) -> None:
    if board.text is not None:
        check_text(board.text, board.slots)
        return
    items = [slot.item for slot in board.slots if slot.item is not None]
    assert len(set(items)) == len(items)
    assert set(items) <= set(board.items())
    for slot in board.slots:
        assert slot.item is not None or not (slot.settled or slot.stances)
        if stances.all_agree(slot):
            assert all(stance.word in stances.AGREEING for stance in slot.stances.values())


def check_text(text: pen.Text, slots: tuple[stances.Slot, ...]) -> None:
    (slot,) = slots
    assert slot.item == (f"v{text.version}" if text.words else None)
    assert slot.item is not None or not (slot.settled or slot.stances)
    assert slot.stances.keys().isdisjoint(slot.earlier)
    assert text.holder is None or not slot.settled


def check_answers(asked: judge.State) -> None:
    for ballot in asked.ballots.values():
        assert len(set(ballot.answer)) == len(ballot.answer)
        assert set(ballot.answer) <= set(asked.items)
    assert asked.ballots.keys().isdisjoint(asked.missing + asked.away)


@MANY
@given(meetings())
def test_evolving_shares_what_an_event_leaves_alone(story: Story) -> None:
    """Views find out by it, at no cost, what they need not look at again."""
    for (_, before), (event, after) in pairwise(story.moments()):
        earlier = dict(values_of(before))
        for name, value in values_of(after):
            if name in earlier and earlier[name] == value:
                assert earlier[name] is value, (event, name)


def values_of(meeting: Meeting) -> Iterator[tuple[str, object]]:
    """Yield the values inside a meeting, as many as there are people, that views are made from."""
    yield from (("items", meeting.items), ("hands", meeting.hands), ("members", meeting.members))
    yield from meeting.members.items()
    for step in meeting.agenda:
        yield f"plan {step.plan.id}", step.plan
        match step.state:
            case judge.State(ballots=inside) | collect.State(notes=inside):
                yield f"inside {step.plan.id}", inside
            case settle.State(slots=slots):
                for number, slot in enumerate(slots):
                    yield f"slot {step.plan.id} {number}", slot


# --- who may see what -------------------------------------------------------------------------


class Secrets:
    """What must not be seen yet: each reason that was given in private, and by whom.

    A reason is no secret once its step is revealed, unless it was replaced or dropped before.
    """

    def __init__(self) -> None:
        self.by: dict[str, MemberId] = {}

    def take_in(self, event: e.Event, meeting: Meeting) -> None:
        if isinstance(event, judge.BallotCast):
            self.by.update(dict.fromkeys(_reasons(event), event.member))
        if isinstance(event, judge.Revealed):
            for step in meeting.agenda:
                if step.plan.id == event.step and isinstance(step.state, judge.State):
                    for ballot in step.state.ballots.values():
                        for reason in _reasons(ballot):
                            self.by.pop(reason, None)
        if isinstance(event, collect.NoteAdded | collect.NoteEdited) and event.text:
            if not _collected(event.step, meeting).revealed:
                self.by[event.text] = event.author
        elif isinstance(event, collect.NotesRevealed):
            for note in _collected(event.step, meeting).notes.values():
                self.by.pop(note.text, None)

    def seen_in(self, records: object, besides: MemberId | None = None) -> list[str]:
        """Return the secrets in some records, but for those of the member they are for."""
        if PRIVATE not in (text := encoded(records).decode()):
            return []
        return [secret for secret, by in self.by.items() if by != besides and secret in text]


def _collected(step_id: StepId, meeting: Meeting) -> collect.State:
    state = states(meeting.agenda)[step_id]
    assert isinstance(state, collect.State)
    return state


def _reasons(said: judge.BallotCast | Ballot) -> list[str]:
    return [reason for reason in (said.because, *said.whys.values()) if reason]


@SOME
@given(meetings() | trainings())
def test_no_byte_of_a_private_reason_is_in_anybody_elses_records(story: Story) -> None:
    secrets = Secrets()
    for event, meeting in story.moments():
        secrets.take_in(event, meeting)

        assert secrets.seen_in(views.everyone(meeting)) == []
        assert secrets.seen_in(views.chairs(meeting)) == []
        for member in (*meeting.members, STRANGER):
            assert secrets.seen_in(views.mine(meeting, member), besides=member) == []


@SOME
@given(meetings())
def test_what_a_risk_is_about_is_seen_by_the_chair_and_whoever_raised_it_alone(
    story: Story,
) -> None:
    for _, meeting in story.moments():
        assert ALARM not in encoded(views.everyone(meeting)).decode()
        raised = {risk.by for risk in meeting.beside.risks.risks.values()}
        for member in {*meeting.members} - raised:
            assert ALARM not in encoded(views.mine(meeting, member)).decode()


@SOME
@given(meetings() | trainings())
def test_what_others_see_does_not_depend_on_private_answers(story: Story) -> None:
    """A figure worked out from a private answer would tell of it without holding it."""
    for _, meeting in story.moments():
        other = with_other_answers(meeting)
        assert views.everyone(other) == views.everyone(meeting)
        assert views.chairs(other) == views.chairs(meeting)
        assert minutes(other) == minutes(meeting)


def with_other_answers(meeting: Meeting) -> Meeting:
    """Return the same meeting had everybody answered the other way round, and said nothing."""

    def turned(state: judge.State) -> judge.State:
        flipped = dict(zip(state.items, reversed(state.items), strict=True))
        ballots = {
            member: Ballot(
                answer=tuple(flipped[item] for item in ballot.answer),
                because="",
                marks={item: 1 if mark is None else None for item, mark in ballot.marks.items()},
                whys={},
                unsure=not ballot.unsure,
            )
            for member, ballot in state.ballots.items()
        }
        return replace(state, ballots=ballots)

    def unguessed(state: judge.State) -> judge.State:
        made = {
            member: Guess("Elsewhere", each.answer[::-1])
            for member, each in state.guessed.made.items()
        }
        return replace(state, guessed=replace(state.guessed, made=made))

    def unwritten(state: collect.State) -> collect.State:
        notes = {
            name: replace(note, text="", items=(), source="", when="", nothing=not note.nothing)
            for name, note in state.notes.items()
        }
        return replace(state, notes=notes)

    def other(state: steps.State | None) -> steps.State | None:
        match state:
            case judge.State(revealed=revealed):
                return unguessed(state if revealed else turned(state))
            case collect.State(revealed=False):
                return unwritten(state)
            case _:
                return state

    agenda = tuple(replace(step, state=other(step.state)) for step in meeting.agenda)
    return replace(meeting, agenda=agenda)


@SOME
@given(meetings())
def test_the_minutes_hold_no_answer_that_was_not_opened(story: Story) -> None:
    secrets = Secrets()
    for event, meeting in story.moments():
        secrets.take_in(event, meeting)
        record = minutes(meeting)

        assert secrets.seen_in(record) == []
        for step, said in zip(meeting.agenda, record.steps, strict=True):
            if isinstance(step.state, judge.State | collect.State) and not step.state.revealed:
                assert said.said is None


@SOME
@given(meetings())
def test_what_was_opened_to_all_stays_as_it_was(story: Story) -> None:
    """The first pass stays visible, whoever comes, goes or is taken out.

    Where two members turn out to be one person, one of their two answers is nobody's.
    """
    opened: dict[str, object] = {}
    for event, meeting in story.moments():
        records = views.everyone(meeting)
        if isinstance(event, e.MembersMerged):
            opened = {}
        assert {key: records.get(key) for key in opened} == opened
        opened |= {key: record for key, record in records.items() if key.startswith("ballot/")}


# --- what may be left alone -------------------------------------------------------------------


@MANY
@given(meetings())
def test_a_part_that_is_made_from_the_same_as_before_has_the_same_records(story: Story) -> None:
    for (_, before), (event, after) in pairwise(story.moments()):
        for made in (views.everyone_parts, views.chairs_parts):
            earlier: dict[str, Part] = dict(made(before))
            later: dict[str, Part] = dict(made(after))
            earlier |= in_small_parts(earlier)
            later |= in_small_parts(later)
            for name in earlier.keys() & later.keys():
                if parts.is_same(earlier[name], later[name]):
                    assert earlier[name].records() == later[name].records(), (event, name)


@MANY
@given(meetings())
def test_what_changed_in_the_parts_is_what_changed_in_the_view(story: Story) -> None:
    """Whether one thing happened since a line was told, or many."""
    told = start(story.prepared)
    for number, (_, meeting) in enumerate(story.moments()):
        if number % 3:
            continue
        assert put_right(told, meeting, views.everyone_parts) == views.everyone(meeting)
        assert put_right(told, meeting, views.chairs_parts) == views.chairs(meeting)
        told = meeting


def put_right(told: Meeting, now: Meeting, made: Callable[[Meeting], Mapping[str, Part]]) -> Seen:
    """Return what was seen of a meeting, after every part's change was carried out."""
    earlier, later = made(told), made(now)
    seen = {key: record for part in earlier.values() for key, record in part.records().items()}
    for name in earlier.keys() | later.keys():
        change = parts.change(earlier.get(name), later.get(name))
        for key in change.drop:
            del seen[key]
        seen.update(change.put)
    return seen


@MANY
@given(meetings())
def test_no_key_is_in_two_parts(story: Story) -> None:
    for _, meeting in story.moments():
        for made in (views.everyone_parts, views.chairs_parts):
            small = in_small_parts(made(meeting))
            keys = [key for part in small.values() for key in part.records()]
            assert len(keys) == len(set(keys))


@MANY
@given(meetings())
def test_an_event_leaves_the_own_view_of_all_it_does_not_concern_alone(story: Story) -> None:
    for (_, before), (event, after) in pairwise(story.moments()):
        concerned = views.concerns(event, before)
        if concerned is not None:
            for member in {*before.members, *after.members} - concerned:
                assert views.mine(before, member) == views.mine(after, member), event


# --- the tests' own meetings, and the machine's -----------------------------------------------


def test_the_meetings_of_these_tests_come_to_everything_there_is() -> None:
    """A property over meetings in which nothing happens would say nothing."""
    stories = [play(Random(seed).choice) for seed in range(300)]
    events = {type(event) for story in stories for event in story.events}
    commands = {type(act.command) for story in stories for act in story.acts}

    by_the_server = {e.CommandAnswered}
    assert events == set(get_args(e.Event)) - by_the_server
    assert commands == set(get_args(c.Command))


STORIES = """
from hashlib import sha256
from random import Random
import msgspec
from consensus import views
from consensus.events import write
from consensus.record.minutes import minutes
from tests.meetings import play

digest = sha256()
for seed in range(10):
    story = play(Random(seed).choice)
    for event in story.events:
        digest.update(write(event))
    digest.update(msgspec.json.encode([views.everyone(story.meeting), minutes(story.meeting)]))
print(digest.hexdigest())
"""


def test_every_process_makes_the_same_meeting() -> None:
    """Python orders sets of text differently in each process, which must not reach a log."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", STORIES],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1
