"""The record of a meeting: who was there, and what each step came to."""

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus import steps
from consensus.agenda import Minuted
from consensus.agendas import planning
from consensus.answers import stances
from consensus.answers.tallies import Counts
from consensus.items import Source
from consensus.record.minutes import Minutes, StepMinutes, minutes
from consensus.steps import judge, settle, turns
from tests.consensus.given import NOW, ballot, given, joined, opened, plan, room

AGENDA = (
    plan("choose", judge.Settings(1)),
    plan("discard", settle.Settings(1, "choose")),
    plan("rank", judge.Settings(), Source("discard", "rest")),
    plan("five", settle.Settings(2), Source("rank")),
    plan("talk", turns.Settings()),
)
LOBBY = room(*AGENDA, items="abc")
CHOOSING = (
    *LOBBY,
    opened("choose", *"abc", at=1_000),
    judge.BallotCast("choose", "ana", ("a",), "why"),
)
CHOSEN = (*CHOOSING, judge.Revealed("choose", ("ben", "cam")))
DISCARDED = (
    *CHOSEN,
    opened("discard", "a", "bc", at=61_000),
    settle.Proposed("discard", 0, "a"),
    settle.Stood("discard", 0, "ben", "no", "not yet"),
    settle.Agreed("discard", 0, "so it is", ("cam",)),
)


def of(*events: e.Event) -> Minutes:
    return minutes(given(*events).meeting)


def step(name: str, *events: e.Event) -> StepMinutes:
    return next(step for step in of(*events).steps if step.id == name)


def test_the_minutes_begin_with_what_the_meeting_was_for() -> None:
    record = of(*LOBBY, e.MeetingClosed(NOW))

    assert (record.title, record.purpose) == ("A meeting", "To decide")
    assert (record.prepared, record.closed) == (0, NOW)
    assert [item.text for item in record.items.values()] == [f"statement {x}" for x in "abc"]


def test_the_minutes_of_a_meeting_that_goes_on_have_no_end() -> None:
    assert of(*LOBBY).closed is None


def test_everybody_who_was_in_the_room_is_named_whether_they_stayed_or_not() -> None:
    people = of(*LOBBY, joined("dot", "family", at=5), e.MemberLeft("ana", 9)).people

    assert [person.id for person in people] == ["kit", "ana", "ben", "cam", "eve", "dot"]


def test_somebody_who_was_taken_out_is_not_named() -> None:
    record = of(*LOBBY, e.MemberRemoved("ana"))

    assert record.person("ana") is None
    assert record.person("ben") == given(*LOBBY).meeting.members["ben"]


def test_every_step_is_there_in_its_order_held_or_not() -> None:
    record = of(*LOBBY)

    assert [(step.number, step.id, step.kind) for step in record.steps] == [
        (1, "choose", "judge"),
        (2, "discard", "settle"),
        (3, "rank", "judge"),
        (4, "five", "settle"),
        (5, "talk", "turns"),
    ]
    assert all(step.said is None for step in record.steps)


def test_a_step_says_how_long_it_was_meant_to_take_and_took() -> None:
    assert step("choose", *DISCARDED).planned == 10
    assert step("choose", *DISCARDED).spent == 60_000


def test_answers_that_are_private_are_not_in_the_minutes() -> None:
    assert step("choose", *CHOOSING).said is None
    assert step("choose", *CHOOSING, e.MeetingClosed(NOW)).said is None


def test_answers_that_were_opened_are_in_the_minutes_with_who_was_missing() -> None:
    assert step("choose", *CHOSEN).said == judge.Minutes(
        step="choose",
        settings=judge.Settings(1),
        items=("a", "b", "c"),
        ballots={"ana": ballot("a", "why")},
        unnamed=(),
        did_not_answer=("ben", "cam"),
        figures=None,
        tally=Counts(0, {"a": 1, "b": 0, "c": 0}, {}, differ=False),
        alarm=False,
    )


def test_dissent_is_in_the_minutes_in_the_persons_own_words() -> None:
    said = step("discard", *DISCARDED).said

    assert isinstance(said, settle.Minutes)
    assert said.slots == (
        stances.Slot("a", {"ben": stances.Stance("no", "not yet")}, True, "so it is", ("cam",)),
    )


def test_the_outcome_is_what_the_last_board_came_to() -> None:
    assert of(*CHOSEN).outcome is None
    assert of(*DISCARDED).outcome == step("discard", *DISCARDED)

    later = (*DISCARDED, opened("rank", "b", "c"), opened("five", "b", "c"))
    assert of(*later).outcome == step("five", *later)


# --- how much is kept -------------------------------------------------------------------------


def kept(settings: steps.Settings, minuted: Minuted, *later: e.Event) -> steps.Minutes | None:
    """Return what the record keeps of a step called "one"."""
    plan_of = replace(plan("one", settings), minuted=minuted)
    return of(*room(plan_of), opened("one", "a", "b"), *later).steps[0].said


def test_of_a_check_in_the_record_keeps_the_spread_and_nobodys_own_answer() -> None:
    asked = judge.Settings(ask="scale", low="Heavy", high="Light")
    cast = judge.BallotCast("one", "ana", (), "tired", marks={"a": 3, "b": 5})
    said = kept(asked, "outcome", cast, judge.Revealed("one", ("ben",)))

    assert isinstance(said, judge.Minutes)
    assert (said.ballots, said.unnamed, said.did_not_answer) == ({}, (), ())
    assert said.tally.by_person == {"a": 3, "b": 5}


def test_of_a_ranking_that_stays_in_the_room_the_record_names_nobody() -> None:
    cast = (
        judge.BallotCast("one", "ana", ("a", "b"), ""),
        judge.BallotCast("one", "ben", ("a", "b"), ""),
        judge.BallotCast("one", "cam", ("b", "a"), ""),
    )
    full, outcome = (
        kept(judge.Settings(), minuted, *cast, judge.Revealed("one", ()))
        for minuted in ("full", "outcome")
    )

    assert isinstance(full, judge.Minutes)
    assert isinstance(outcome, judge.Minutes)
    assert full.figures is not None
    assert full.figures.furthest is not None
    assert outcome.figures == replace(full.figures, furthest=None)


@pytest.mark.parametrize("minuted", ["outcome", "none"])
def test_of_a_talk_that_stays_in_the_room_the_record_keeps_that_it_was_held(
    minuted: Minuted,
) -> None:
    talk = turns.TurnedTo("one", "a", at=0)

    assert kept(turns.Settings(), "full", talk) is not None
    assert kept(turns.Settings(), minuted, talk) is None


def test_a_step_that_was_left_out_says_why() -> None:
    left_out = planning.StepSkipped("choose", "No time")

    assert of(*LOBBY, left_out).steps[0].skipped == "No time"
