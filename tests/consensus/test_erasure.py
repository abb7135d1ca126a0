"""Erasing a person: nothing of them is left, what the group settled stands, and it replays."""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields, replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.erasure import Entry, erased
from consensus.people import MemberId
from consensus.record import record
from consensus.roomwide import (
    contacts,
    corrections,
    glossary,
    parking,
    remarks,
    risk,
)
from consensus.sides import JoinSide
from consensus.state import Meeting
from consensus.steps import collect, gate, judge, settle, turns
from tests import meetings as played
from tests.consensus.given import after, given

SEEDS = range(20)

# What people say for themselves, by the fields in which they say it.
OWN: Mapping[type, tuple[str, ...]] = {
    judge.Cast: ("because",),
    settle.Stand: ("note", "harm", "evidence", "would_settle"),
    collect.AddNote: ("text",),
    collect.EditNote: ("text",),
    parking.Add: ("text",),
    remarks.Ask: ("text",),
    remarks.Differ: ("text",),
    remarks.Answer: ("text",),
    risk.Raise: ("what",),
    gate.Acknowledge: ("note",),
    turns.Write: ("note",),
    contacts.Enter: ("bringing", "second"),
    glossary.Put: ("meaning",),
    corrections.ProposeCorrection: ("because",),
    JoinSide: ("note",),
}


class _Signed(played._Play):
    """A meeting in which everybody's own words can be told from everybody else's."""

    def ask(self, by: MemberId | None, command: c.Command) -> None:
        said = OWN.get(type(command), ()) if by is not None else ()
        words = {name: getattr(command, name, "") for name in said}
        whose = getattr(command, "member", None) or by  # the chair enters for some
        signed = {name: f"{text} {mark(whose)}" for name, text in words.items() if text}
        super().ask(by, replace(command, **signed) if signed else command)


def mark(member: MemberId | None) -> str:
    return f"said-by-{member}."


def story(seed: int) -> played.Story:
    return _Signed(Random(seed).choice).through()


def entries(found: played.Story) -> list[Entry]:
    asked = [(act.by, event) for act in found.acts for event in act.events]
    return [(1, None, found.prepared)] + [(n, by, each) for n, (by, each) in enumerate(asked, 2)]


def anew(log: list[Entry], found: dict[int, e.Event]) -> list[Entry]:
    return [(at, by, found.get(at, event)) for at, by, event in log]


def replayed(log: list[Entry]) -> Meeting:
    return given(*(event for _, _, event in log)).meeting


def strings(value: Any) -> Iterator[str]:
    """Yield every text anywhere in a value."""
    match value:
        case str():
            yield value
        case dict():
            for key, each in value.items():
                yield from strings(key)
                yield from strings(each)
        case tuple() | list() | frozenset():
            for each in value:
                yield from strings(each)
        case Struct():
            for field in fields(value):
                yield from strings(getattr(value, field.name))


def left_of(meeting: Meeting) -> list[str]:
    """Return every text that the meeting, its views and its record hold."""
    seen = [views.everyone(meeting), views.chairs(meeting)]
    own = [views.mine(meeting, member) for member in meeting.members]
    return list(strings([meeting, seen, own, record(meeting)]))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_name_and_no_word_of_theirs_is_left_anywhere(seed: int) -> None:
    found = story(seed)
    log = entries(found)
    for member in found.meeting.members:
        names = {
            event.name
            for _, _, event in log
            if isinstance(event, e.MemberJoined | e.Knocked) and event.member == member
        }
        changed = erased(log, found.meeting, member).events
        later = anew(log, changed)
        texts = {*strings([each for _, _, each in later]), *left_of(replayed(later))}
        stands = adopted([each for _, _, each in later])
        left = [text for text in texts if not any(each in text for each in stands)]

        assert [text for text in left if mark(member) in text] == []
        assert names.isdisjoint(left)


def adopted(events: list[e.Event]) -> set[str]:
    """Return what the group took up: options, settled meanings, and notes that are nobody's."""
    opened = [each for each in events if isinstance(each, e.StepOpened)]
    settled = {(each.word, each.of) for each in events if isinstance(each, glossary.WordSettled)}
    put = [each for each in events if isinstance(each, glossary.WordPut)]
    notes = [each for each in events if isinstance(each, collect.NoteAdded | collect.NoteEdited)]
    return {
        *(item.text for each in opened for item in each.items),
        *(each.meaning for each in put if (each.word, each.by) in settled),
        *(note.text for note in notes if not note.author),
    } - {""}


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_else_stays_and_replays_at_every_position(seed: int) -> None:
    found = story(seed)
    log = entries(found)
    member = Random(seed).choice(tuple(found.meeting.members))
    changed = erased(log, found.meeting, member).events
    later = anew(log, changed)

    assert [type(each) for _, _, each in later] == [type(each) for _, _, each in log]
    meeting, before = replayed(later[:1]), replayed(log[:1])
    for (_, _, event), (_, _, was) in zip(later[1:], log[1:], strict=True):
        meeting, before = after(meeting, [event]), after(before, [was])
        views.everyone(meeting)
    assert outline(meeting) == outline(before)
    for other in meeting.members.keys() - {member, *meeting.merged}:
        assert meeting.members[other] == before.members[other]


def outline(meeting: Meeting) -> tuple[object, ...]:
    """Return what happened, without what was said."""
    return (
        tuple((step.plan.id, step.spent, step.skipped is None) for step in meeting.agenda),
        {m.id: (m.role, m.voice, m.here) for m in meeting.members.values()},
        meeting.closed,
        tuple(meeting.beside.parking.entries),
        tuple(meeting.beside.remarks.remarks),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_erasing_again_changes_nothing(seed: int) -> None:
    found = story(seed)
    log = entries(found)
    for member in found.meeting.members:
        later = anew(log, erased(log, found.meeting, member).events)
        assert erased(later, replayed(later), member).events == {}
