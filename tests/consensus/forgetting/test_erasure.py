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
from consensus.answers.sides import JoinSide
from consensus.forgetting.erasure import Entry, erased
from consensus.people import MemberId
from consensus.record.written import record
from consensus.roomwide import (
    contacts,
    corrections,
    glossary,
    parking,
    register,
    remarks,
    risk,
    wording,
)
from consensus.state import Meeting
from consensus.steps import collect, gate, judge, settle, turns
from tests import meetings as played
from tests.consensus.given import after, given, joined, opened, plan, prepared

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


# --- one rule at a time -----------------------------------------------------------------------

ROOM = (prepared(), joined("kit", "chair"), joined("ana"), joined("ben"))


def logged(*events: e.Event) -> list[Entry]:
    return [(at, None, event) for at, event in enumerate(events, 1)]


def without_ana(*events: e.Event) -> tuple[e.Event, ...]:
    """Return the later events of a meeting as they may stay when Ana is erased."""
    log = logged(*ROOM, *events)
    later = anew(log, erased(log, replayed(log), "ana").events)
    return tuple(event for _, _, event in later[len(ROOM) :])


def test_a_name_in_a_field_for_names_goes_unless_somebody_else_has_it() -> None:
    lead = register.LeadSet("Ana")
    namesake = e.MemberJoined("ana2", "Ana", "Police", "participant", True, 1)

    assert without_ana(lead) == (register.LeadSet(""),)
    assert without_ana(namesake, lead) == (namesake, lead)
    assert without_ana(register.LeadSet("Anastasia")) == (register.LeadSet("Anastasia"),)


@pytest.mark.parametrize(("agency", "stays"), [("Health", True), ("The only one", False)])
def test_an_agency_stays_where_others_have_it(agency: str, stays: bool) -> None:
    came = e.MemberJoined("dot", "Dot", agency, "participant", True, 1)
    log = logged(*ROOM, came)

    left = erased(log, replayed(log), "dot").events[len(ROOM) + 1]
    assert left == replace(came, name="", agency=agency if stays else "")


def test_an_answer_stays_without_its_reason() -> None:
    cast = judge.BallotCast("rank", "ana", ("b", "a"), "because", {"a": 3}, {"a": "why"}, False)

    (left,) = without_ana_in("rank", judge.Settings(), cast)
    assert left == judge.BallotCast("rank", "ana", ("b", "a"), "", {"a": 3}, {"a": ""}, False)


def without_ana_in(step: str, settings: judge.Settings, *events: e.Event) -> tuple[e.Event, ...]:
    """Return what may stay of events in a step."""
    first = (prepared(plan(step, settings)), *ROOM[1:], opened(step, "abcd"))
    log = logged(*first, *events)
    later = anew(log, erased(log, replayed(log), "ana").events)
    return tuple(event for _, _, event in later[len(first) :])


def test_what_others_quote_goes_and_what_they_say_themselves_stays() -> None:
    mine = parking.Added("p1", "ana", "The bus is late", for_lead=False, at=1)
    asked = remarks.Made("r1", "why", "", "a", "The bus is late", "ben", "ana", "Is it?", "", 2)

    assert without_ana(mine, asked) == (replace(mine, text=""), replace(asked, quote=""))


def test_a_seat_that_was_joined_to_theirs_is_theirs() -> None:
    other = e.MemberJoined("ana-phone", "A. Other", "Health", "participant", True, 1)
    said = parking.Added("p1", "ana-phone", "From my phone", for_lead=False, at=2)
    merged = e.MembersMerged("ana", "ana-phone")

    assert without_ana(other, said, merged) == (
        replace(other, name=""),
        replace(said, text=""),
        merged,
    )


# --- what was put right in the record -----------------------------------------------------------


def noted(note: str) -> tuple[e.Event, ...]:
    """Return a room in which Ana parked something, which stands in the record as her own words."""
    return (*ROOM, parking.Added("p1", "ana", note, for_lead=False, at=1))


def test_own_words_that_somebody_put_in_others_themselves_go_too() -> None:
    anas = wording.Reworded("parking.p1", 0, "It comes at nine", "as told", "ana", 2)
    log = logged(*noted("The bus is late"), anas)

    later = anew(log, erased(log, replayed(log), "ana").events)

    assert later[-1][2] == replace(anas, words="", was="")
    left = left_of(replayed(later))
    assert [text for text in left if "bus" in text or "nine" in text] == []


def test_of_a_line_that_is_no_more_in_the_record_they_go_by_who_wrote_them() -> None:
    anas = wording.Reworded("parking.p9", 0, "It comes at nine", "as told", "ana", 2)
    kits = replace(anas, by="kit", words="At ten", was="as it was")

    assert without_ana(anas, kits) == (replace(anas, words="", was=""), kits)


def test_what_others_proposed_that_they_should_have_said_goes_too() -> None:
    bens = corrections.Proposed(
        "c1", "parking.p1", 0, "as told", "It came at nine", "I was there", "ben", 2, "all"
    )
    log = logged(*noted("The bus is late"), bens)

    assert anew(log, erased(log, replayed(log), "ana").events)[-1][2] == replace(
        bens, was="", words=""
    )


def test_the_groups_lines_keep_the_words_that_they_were_put_in() -> None:
    theirs = wording.Reworded("meeting.held", 0, "It went on", "It is still going on.", "ana", 2)

    assert without_ana(theirs) == (theirs,)
