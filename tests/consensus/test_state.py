"""The state of a meeting, and the few ways in which a piece of it is changed."""

import pytest
from msgspec.structs import replace

from consensus.refusal import Code, Refusal
from consensus.state import member_of, with_step, without
from consensus.steps import judge, turns
from tests.consensus.given import given, joined, plan, prepared, room

MEETING = given(*room(plan("read", turns.Settings()), plan("rank", judge.Settings()))).meeting


def test_the_chair_is_whoever_has_the_role_and_before_that_nobody() -> None:
    assert MEETING.chair == MEETING.members["kit"]
    assert given(prepared(), joined("ana")).meeting.chair is None


def test_a_member_is_found_or_refused() -> None:
    assert member_of(MEETING, "ana").name == "Ana"
    with pytest.raises(Refusal, match=Code.NO_SUCH_MEMBER):
        member_of(MEETING, "zoe")


def test_entries_without_one_are_new_only_where_it_was_there() -> None:
    entries = {"ana": 1, "ben": 2}

    assert without(entries, "ana") == {"ben": 2}
    assert without(entries, "zoe") is entries
    assert entries == {"ana": 1, "ben": 2}


def test_one_step_is_changed_and_the_others_are_the_very_same() -> None:
    read, rank = MEETING.agenda

    changed = with_step(MEETING, replace(rank, minutes=3))

    assert changed.agenda == (read, replace(rank, minutes=3))
    assert changed.agenda[0] is read
