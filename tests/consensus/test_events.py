"""Events are kept for good: each is stored in one way, and read however old it is."""

import json
from typing import Any, get_args

import msgspec
import pytest

from consensus import events as e
from consensus import steps
from consensus.agenda import StepPlan
from consensus.events import read, write
from consensus.items import Item, Source
from consensus.refusal import Code
from consensus.steps import Arrangement, collect, judge, settle, turns

PLAN = StepPlan("rank", "Rank", "In order", 7, judge.Settings(0, "first"), Source("d", "rest"))

# Each event beside the way in which it lies in logs since version 1. When one of these changes,
# the old spelling is still out there: raise events.VERSION and write an upcaster.
STORED: list[tuple[e.Event, str]] = [
    (
        e.MeetingPrepared("Title", "Purpose", "task", (Item("s1", "Trust"),), (PLAN,), 1),
        '{"type":"meeting_prepared","title":"Title","purpose":"Purpose","template":"task",'
        '"items":[{"id":"s1","text":"Trust"}],"agenda":[{"id":"rank","title":"Rank",'
        '"prompt":"In order","minutes":7,"settings":{"type":"judge","choose":0,"again":"first"},'
        '"items":{"step":"d","take":"rest"}}],"at":1}',
    ),
    (
        e.MemberJoined("ana", "Ana", "Health", "chair", True, 1),
        '{"type":"member_joined","member":"ana","name":"Ana","agency":"Health","role":"chair",'
        '"voice":true,"at":1}',
    ),
    (e.MemberArrived("ana", 1), '{"type":"member_arrived","member":"ana","at":1}'),
    (e.MemberLeft("ana", 1), '{"type":"member_left","member":"ana","at":1}'),
    (e.MemberRemoved("ana"), '{"type":"member_removed","member":"ana"}'),
    (
        e.StepOpened("five", Arrangement((("a",), ("b", "c")), exact=False), 1),
        '{"type":"step_opened","step":"five",'
        '"arrangement":{"bands":[["a"],["b","c"]],"exact":false},"at":1}',
    ),
    (e.MeetingPaused(1), '{"type":"meeting_paused","at":1}'),
    (e.MeetingResumed(1), '{"type":"meeting_resumed","at":1}'),
    (e.TimeAdded("five", -2), '{"type":"time_added","step":"five","minutes":-2}'),
    (e.DeputyNamed(None), '{"type":"deputy_named","member":null}'),
    (e.ChairPassed("ana", True), '{"type":"chair_passed","member":"ana","covering":true}'),
    (e.HandRaised("ana"), '{"type":"hand_raised","member":"ana"}'),
    (e.HandLowered("ana"), '{"type":"hand_lowered","member":"ana"}'),
    (e.MeetingClosed(1), '{"type":"meeting_closed","at":1}'),
    (e.CommandAnswered(), '{"type":"command_answered","refused":null,"facts":{}}'),
    (
        e.CommandAnswered(Code.ROOM_FULL, {"most": 9}),
        '{"type":"command_answered","refused":"room_full","facts":{"most":9}}',
    ),
    (
        judge.BallotCast("rank", "ana", ("b", "a"), "because"),
        '{"type":"judge.ballot_cast","step":"rank","member":"ana","answer":["b","a"],'
        '"because":"because"}',
    ),
    (
        judge.Revealed("rank", ("ana",), ("ben",)),
        '{"type":"judge.revealed","step":"rank","missing":["ana"],"away":["ben"]}',
    ),
    (
        settle.Proposed("five", 0, "a"),
        '{"type":"settle.proposed","step":"five","slot":0,"item":"a"}',
    ),
    (settle.Cleared("five", 0), '{"type":"settle.cleared","step":"five","slot":0}'),
    (
        settle.Stood("five", 0, "ana", "yes_note", "if"),
        '{"type":"settle.stood","step":"five","slot":0,"member":"ana","word":"yes_note",'
        '"note":"if"}',
    ),
    (
        settle.Agreed("five", 0, "because", ("ana",), ("ben",)),
        '{"type":"settle.agreed","step":"five","slot":0,"because":"because","missing":["ana"],'
        '"away":["ben"]}',
    ),
    (
        settle.Reopened("five", 0, ("dot",)),
        '{"type":"settle.reopened","step":"five","slot":0,"gone":["dot"]}',
    ),
    (
        collect.NoteAdded("notes", "n1", "alike", "ana", "both", ("a", "b")),
        '{"type":"collect.added","step":"notes","note":"n1","lane":"alike","author":"ana",'
        '"text":"both","items":["a","b"]}',
    ),
    (
        collect.NoteEdited("notes", "n1", "each"),
        '{"type":"collect.edited","step":"notes","note":"n1","text":"each"}',
    ),
    (
        collect.NoteRemoved("notes", "n1", "kit"),
        '{"type":"collect.removed","step":"notes","note":"n1","by":"kit"}',
    ),
    (
        turns.TurnedTo("talk", None, 1),
        '{"type":"turns.turned_to","step":"talk","item":null,"at":1}',
    ),
    (
        turns.Written("talk", "a", "heard", "kit"),
        '{"type":"turns.written","step":"talk","item":"a","note":"heard","by":"kit"}',
    ),
]

SETTINGS: list[tuple[steps.Settings, str]] = [
    (judge.Settings(1, "first"), '{"type":"judge","choose":1,"again":"first"}'),
    (
        settle.Settings(1, "rank", "set_aside"),
        '{"type":"settle","slots":1,"start":"rank","aim":"set_aside"}',
    ),
    (turns.Settings("widest", "rank"), '{"type":"turns","order":"widest","of":"rank"}'),
    (
        collect.Settings((collect.Lane("alike", "Alike", joins_two=True),)),
        '{"type":"collect","lanes":[{"id":"alike","title":"Alike","joins_two":true}]}',
    ),
]

every_event = pytest.mark.parametrize(
    ("event", "stored"), STORED, ids=[type(event).__name__ for event, _ in STORED]
)


def test_every_event_there_is_stands_in_the_list() -> None:
    assert {type(event) for event, _ in STORED} == set(get_args(e.Event))


@every_event
def test_an_event_is_stored_as_it_always_was(event: e.Event, stored: str) -> None:
    assert write(event).decode() == stored


@every_event
def test_a_stored_event_is_read_as_it_was(event: e.Event, stored: str) -> None:
    assert read(stored.encode(), e.VERSION) == event


@every_event
def test_a_field_that_a_newer_build_wrote_is_passed_over(event: e.Event, stored: str) -> None:
    newer = json.loads(stored) | {"colour": "red"}

    assert read(json.dumps(newer).encode(), e.VERSION) == event


def test_a_field_that_an_older_build_did_not_write_has_its_default() -> None:
    stored = b'{"type":"judge.revealed","step":"rank","missing":[]}'

    assert read(stored, 1) == judge.Revealed("rank", ())


def test_every_kind_of_settings_there_is_stands_in_the_list() -> None:
    assert {type(settings) for settings, _ in SETTINGS} == set(get_args(steps.Settings))


@pytest.mark.parametrize(("settings", "stored"), SETTINGS)
def test_settings_are_stored_and_read_as_they_always_were(
    settings: steps.Settings, stored: str
) -> None:
    assert msgspec.json.encode(settings).decode() == stored
    assert msgspec.json.decode(stored, type=steps.Settings) == settings


def test_what_is_no_event_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        read(b'{"type":"meeting_cancelled","at":1}', e.VERSION)


# --- upcasters --------------------------------------------------------------------------------


def renamed(fields: dict[str, Any]) -> dict[str, Any]:
    """Made up: what version 1 called `who`, version 2 called `member`."""
    if fields["type"] != "member_joined":
        return fields
    return {("member" if name == "who" else name): value for name, value in fields.items()}


def with_voices(fields: dict[str, Any]) -> dict[str, Any]:
    """Made up: until version 2 everybody but observers had a voice, and it was not stored."""
    if fields["type"] != "member_joined":
        return fields
    return fields | {"voice": fields["role"] != "observer"}


UPCASTERS: dict[int, e.Upcaster] = {1: renamed, 2: with_voices}

FIRST = b'{"type":"member_joined","who":"ana","name":"Ana","agency":"A","role":"observer","at":1}'
SECOND = FIRST.replace(b"who", b"member")


@pytest.mark.parametrize(("stored", "version"), [(FIRST, 1), (SECOND, 2)])
def test_an_old_event_is_raised_through_every_version_since(stored: bytes, version: int) -> None:
    joined = e.MemberJoined("ana", "Ana", "A", "observer", False, 1)

    assert read(stored, version, UPCASTERS, newest=3) == joined


def test_an_event_of_the_newest_version_is_left_alone() -> None:
    joined = e.MemberJoined("ana", "Ana", "A", "observer", True, 1)

    assert read(write(joined), 3, UPCASTERS, newest=3) == joined


def test_an_upcaster_leaves_other_events_as_they_are() -> None:
    assert read(write(e.MeetingClosed(1)), 1, UPCASTERS, newest=3) == e.MeetingClosed(1)


def test_an_event_of_a_later_version_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="newer Common Ground"):
        read(write(e.MeetingClosed(1)), e.VERSION + 1)


def test_every_version_before_this_one_has_its_upcaster() -> None:
    assert e.UPCASTERS.keys() == set(range(1, e.VERSION))
