"""A meeting written down as it stands: it comes back the same, and only to whom it should."""

import subprocess
import sys
from hashlib import sha256
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given as for_any
from hypothesis import settings

from consensus import events as e
from consensus import snapshot
from consensus.meeting import evolve
from consensus.steps import judge
from tests.consensus.given import given, opened, plan, room
from tests.consensus.histories import made_of, recorded
from tests.meetings import Story, meetings

MANY = settings(max_examples=40)
ROOM = (*room(plan("rank", judge.Settings())), opened("rank", *"abcd"))


# --- there and back ---------------------------------------------------------------------------


@MANY
@for_any(meetings())
def test_every_meeting_comes_back_as_it_was(story: Story) -> None:
    for _, meeting in story.moments():
        stored = snapshot.write(meeting)

        assert snapshot.read(stored) == meeting
        assert snapshot.write(snapshot.read(stored)) == stored  # with dicts in the same order


@MANY
@for_any(meetings())
def test_a_meeting_that_came_back_goes_on_as_if_it_had_never_been_away(story: Story) -> None:
    for (_, before), (event, after) in pairwise(story.moments()):
        assert evolve(snapshot.read(snapshot.write(before)), event) == after


def test_who_came_first_stays_first() -> None:
    casts = [judge.BallotCast("rank", who, tuple("abcd"), "") for who in ("cam", "ana", "ben")]
    hands = [e.HandRaised(who) for who in ("eve", "ana")]

    back = snapshot.read(snapshot.write(given(*ROOM, *casts, *hands).meeting))

    state = back.agenda[0].state
    assert isinstance(state, judge.State)
    assert list(state.ballots) == ["cam", "ana", "ben"]
    assert list(back.hands) == ["eve", "ana"]


@pytest.mark.parametrize("stored", [b"", b"{}", b"\x80", b"\xff" * 9])
def test_what_is_no_snapshot_is_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        snapshot.read(stored)


def test_half_a_snapshot_is_refused() -> None:
    stored = snapshot.write(given(*ROOM).meeting)

    with pytest.raises(ValueError, match="truncated"):
        snapshot.read(stored[: len(stored) // 2])


# --- who may believe it -----------------------------------------------------------------------


def test_the_recorded_histories_come_to_everything_that_can_happen() -> None:
    happened = {type(event) for events in recorded() for event in events}

    changes_nothing = {e.CommandAnswered}
    assert happened == set(get_args(e.Event)) - changes_nothing


def test_the_same_history_makes_the_same_meeting_or_older_snapshots_are_not_believed() -> None:
    """Where this fails, raise EVOLVES and write the digest below into MAKES beside it."""
    digest = sha256()
    for events in recorded():
        for meeting in made_of(events):
            digest.update(snapshot.write(meeting))

    assert digest.hexdigest() == snapshot.MAKES


def test_the_shape_is_another_when_the_code_says_that_it_evolves_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shape = snapshot.shape.__wrapped__
    now = shape()
    for name, other in (("EVOLVES", snapshot.EVOLVES + 1), ("MAKES", "another digest")):
        with monkeypatch.context() as patch:
            patch.setattr(snapshot, name, other)
            assert shape() != now

    assert shape() == now


def test_every_process_of_the_same_code_has_the_same_shape() -> None:
    shapes = {
        subprocess.run(
            [sys.executable, "-c", "from consensus import snapshot; print(snapshot.shape())"],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert shapes == {snapshot.shape()}
