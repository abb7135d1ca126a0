"""What nobody was ever shown is gone at the end; everything else is as it was."""

import re

import msgspec
import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.agenda import states
from consensus.forgetting.blanking import emptied, leaves_behind, unreleased
from consensus.hall import table as tables
from consensus.meeting import decide, evolve, start
from consensus.record.minutes import minutes
from consensus.refusal import Code
from consensus.roomwide import contacts
from consensus.state import Meeting
from consensus.steps import collect, judge
from tests.meetings import PRIVATE, Story, a_story

MANY = pytest.mark.parametrize("seed", range(60))


def closed(story: Story) -> tuple[tuple[e.Event, ...], Meeting]:
    """Return a story's events and its meeting, brought to an end where it had none."""
    if story.meeting.closed is not None:
        return story.events, story.meeting
    chair, at = story.meeting.chair, 10**9
    if story.meeting.table is not None:
        end = decide(story.meeting, tables.End(), None, at)
    else:
        end = decide(story.meeting, c.Close(), chair.id if chair else "", at)
    return (*story.events, *end), made_of((*story.events, *end))


def made_of(events: tuple[e.Event, ...]) -> Meeting:
    first, *others = events
    assert isinstance(first, e.MeetingPrepared)
    meeting = start(first)
    for event in others:
        meeting = evolve(meeting, event)
    return meeting


def blanked(events: tuple[e.Event, ...]) -> tuple[e.Event, ...]:
    blanks = unreleased(enumerate(events, 1))
    return tuple(blanks.get(position, event) for position, event in enumerate(events, 1))


def private_words(found: object) -> set[str]:
    return set(re.findall(rf"{PRIVATE}-\d+\.", msgspec.json.encode(found).decode()))


def shown(meeting: Meeting) -> list[object]:
    """Return what every audience sees of a meeting, and what the minutes say."""
    mine = {member: views.mine(meeting, member) for member in meeting.members}
    return [views.everyone(meeting), views.chairs(meeting), mine, minutes(meeting)]


# --- in every meeting -------------------------------------------------------------------------


@MANY
def test_a_blanked_log_makes_the_very_same_meeting(seed: int) -> None:
    events, meeting = closed(a_story(seed))

    again = made_of(blanked(events))

    assert again == meeting
    assert msgspec.json.encode(again) == msgspec.json.encode(meeting)  # dicts in the same order
    assert shown(again) == shown(meeting)


@MANY
def test_what_was_blanked_keeps_its_place_and_is_blanked_once(seed: int) -> None:
    events, _ = closed(a_story(seed))

    after = blanked(events)

    assert [type(event) for event in after] == [type(event) for event in events]
    assert blanked(after) == after


@MANY
def test_the_log_of_a_closed_meeting_holds_what_was_opened_and_nothing_else(seed: int) -> None:
    events, meeting = closed(a_story(seed))

    after = blanked(events)

    assert private_words(after) == opened(events)
    assert private_words(meeting) <= opened(events)


def opened(events: tuple[e.Event, ...]) -> set[str]:
    """Return the private words that everybody was shown at some moment of a meeting."""
    first, *others = events
    assert isinstance(first, e.MeetingPrepared)
    meeting, found = start(first), set[str]()
    for event in others:
        meeting = evolve(meeting, event)
        if isinstance(event, judge.Revealed):
            state = states(meeting.agenda)[event.step]
            assert isinstance(state, judge.State)
            found |= private_words(state.voices())
        elif isinstance(event, collect.Event):
            found |= private_words(views.everyone(meeting))
    return found


def test_the_stories_hold_words_of_each_fate() -> None:
    """A test of what is gone would prove nothing of meetings in which nothing had to go."""
    stay, go = 0, 0
    kinds = set[type[e.Event]]()
    for seed in range(60):
        events, _ = closed(a_story(seed))
        after = private_words(blanked(events))
        stay, go = stay + len(after), go + len(private_words(events) - after)
        kinds |= {type(events[at - 1]) for at in unreleased(enumerate(events, 1))}

    assert stay > 50
    assert go > 5
    assert kinds >= {judge.BallotCast, collect.NoteAdded, contacts.Entered}


def test_nothing_is_blanked_while_the_meeting_may_still_open_it() -> None:
    for seed in range(10):
        story = a_story(seed)
        if story.meeting.closed is None:
            assert unreleased(enumerate(story.events, 1)) == {}


# --- one by one -------------------------------------------------------------------------------

PLAN = {
    "id": "notes",
    "title": "Notes",
    "prompt": "",
    "minutes": 5,
    "settings": {"type": "collect", "lanes": [{"id": "a", "title": "A"}], "private": True},
}
OPEN = PLAN | {"id": "open", "settings": PLAN["settings"] | {"private": False}}  # type: ignore[operator]


def log_of(*happened: e.Event, end: bool = True) -> dict[int, e.Event]:
    """Return a log that begins with a room of two collect steps; the events are from 2 on."""
    prepared = msgspec.convert(
        {
            "type": "meeting_prepared",
            "title": "A room",
            "purpose": "",
            "template": "t",
            "items": [],
            "agenda": [PLAN, OPEN],
            "at": 1,
        },
        e.MeetingPrepared,
    )
    events = (prepared, *happened, *((e.MeetingClosed(9),) if end else ()))
    return dict(enumerate(events, 1))


def note(text: str, name: str = "n", step: str = "notes", author: str = "ana") -> collect.NoteAdded:
    return collect.NoteAdded(step, name, "a", author, text, ("s1",), "Health", "Police", "src")


def edit(text: str) -> collect.NoteEdited:
    return collect.NoteEdited("notes", "n", text, "src", author="ana")


SHOWN = collect.NotesRevealed("notes")
GONE = collect.NoteAdded("notes", "n", "", "ana", "", (), "Health")


def gone(*happened: e.Event, end: bool = True) -> dict[int, e.Event]:
    return unreleased(log_of(*happened, end=end).items())


def test_a_note_that_was_never_opened_keeps_only_who_wrote_one() -> None:
    assert gone(note("one")) == {2: GONE}


def test_a_note_that_was_opened_stays() -> None:
    assert gone(note("one"), SHOWN, collect.NoteEdited("notes", "n", "two", author="ana")) == {}


def test_an_earlier_wording_of_a_note_that_was_opened_goes_and_what_it_is_about_stays() -> None:
    first = collect.NoteAdded("notes", "n", "a", "ana", "", ("s1",), "Health", "Police")
    second = collect.NoteEdited("notes", "n", "", author="ana")

    assert gone(note("one"), edit("two"), edit("three"), SHOWN) == {2: first, 3: second}


def test_a_note_that_was_taken_away_unseen_goes_with_every_wording() -> None:
    removed = collect.NoteRemoved("notes", "n", "ana", "ana")
    edited = collect.NoteEdited("notes", "n", "", author="ana")

    assert gone(note("one"), edit("two"), removed, SHOWN) == {2: GONE, 3: edited}


def test_a_note_written_again_under_the_same_id_is_another() -> None:
    removed = collect.NoteRemoved("notes", "n", "ana", "ana")

    assert gone(note("one"), removed, note("two"), SHOWN) == {2: GONE}


def test_notes_in_the_open_stay_whatever_became_of_them() -> None:
    assert gone(note("one", step="open"), collect.NoteRemoved("open", "n", "ana", "ana")) == {}


@pytest.mark.parametrize("left", [e.MemberRemoved("ana"), e.MembersMerged("ben", "ana")])
def test_what_a_member_wrote_who_is_gone_goes_too(left: e.Event) -> None:
    ballot = judge.BallotCast("rank", "ana", ("s1",), "why")
    revealed = judge.Revealed("rank", ())
    empty = judge.BallotCast("rank", "ana", (), "")

    assert gone(note("one"), ballot, left, SHOWN, revealed) == {2: GONE, 3: empty}


def test_only_the_last_ballot_before_the_reveal_stays() -> None:
    first = judge.BallotCast("rank", "ana", ("s1",), "one", {"s1": 3}, {"s1": "why"})
    last = judge.BallotCast("rank", "ana", (), "two", unsure=True)
    empty = judge.BallotCast("rank", "ana", (), "")

    assert gone(first, last, judge.Revealed("rank", ())) == {2: empty}
    assert gone(first, last) == {2: empty, 3: empty}


def entered(phone: str, member: str = "ana") -> contacts.Entered:
    return contacts.Entered(member, phone, "a@b.org", "Ben", False, "time", "senior", 5)


def test_how_somebody_was_reached_before_is_nobodys_business() -> None:
    empty = contacts.Entered("ana", "", "", "", False, "time", "", 5)

    assert gone(entered("1"), entered("2")) == {2: empty}
    assert gone(entered("1"), e.MemberRemoved("ana")) == {2: empty}
    assert unreleased([*log_of(entered("1")).items(), (9, entered("2"))]) == {2: empty}
    assert leaves_behind(entered("2"))


def test_how_somebody_with_two_seats_is_reached_stays_once() -> None:
    empty = contacts.Entered("ana", "", "", "", False, "time", "", 5)
    merged = e.MembersMerged("ben", "ana")

    assert gone(entered("1"), merged) == {}
    assert gone(entered("1"), entered("2", "ben"), merged) == {2: empty}
    assert gone(entered("1"), merged, entered("2", "ben")) == {2: empty}


def test_a_refusal_that_was_kept_repeats_nothing_that_was_typed() -> None:
    kept = e.CommandAnswered(Code.AGENCY_HAS_ANSWERED, {"agency": "typed in private"})

    assert gone(kept) == {2: e.CommandAnswered(Code.AGENCY_HAS_ANSWERED, {"agency": ""})}


def test_what_holds_no_private_words_is_left_alone() -> None:
    assert emptied(e.HandRaised("ana")) == e.HandRaised("ana")
    assert not leaves_behind(e.HandRaised("ana"))


def test_who_answered_stays_known_and_is_told_of_what_they_lose() -> None:
    for seed in range(20):
        story = a_story(seed)
        for act in story.acts:
            if not any(isinstance(event, e.MeetingClosed) for event in act.events):
                continue
            after = act.before
            for event in act.events:
                after = evolve(after, event)
            concerns = views.concerns(e.MeetingClosed(1), act.before)
            assert concerns is not None
            for member in set(after.members) - concerns:
                assert views.mine(after, member) == views.mine(act.before, member)
            for step, state in states(after.agenda).items():
                was = states(act.before.agenda)[step]
                if isinstance(state, judge.State) and isinstance(was, judge.State):
                    assert list(state.given) == list(was.given)
                if isinstance(state, collect.State) and isinstance(was, collect.State):
                    assert state.writers() == was.writers()
