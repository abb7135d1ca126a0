"""A table's card says how it gets on, and nothing that anybody answered."""

import pytest

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.answers.notes import Lane
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.card import TableCardRecord, card, progress
from consensus.refusal import Code
from consensus.steps import collect, gate, judge, settle, turns
from tests.consensus.given import MINUTE, SERVER, Situation, plan
from tests.consensus.hall.halls import EXERCISE, came, hall, room, table

TRAINING = hall("ana", "ben", "cam", tables=1).after(("kit", h.Begin()), at=0)


def told(room: Situation, hall: Situation = TRAINING, *, at: int = 0) -> TableCardRecord:
    return card("t1", hall.meeting, room.meeting, at)


def test_a_card_says_where_a_table_is_and_who_is_there() -> None:
    found = told(table("ana", "ben", "cam").after((SERVER, c.Leave("cam"))))

    assert (found.step, found.number, found.of, found.title) == ("rank", 1, 3, "Rank")
    assert (found.seated, found.here) == (3, 2)
    assert (found.chair, found.runs_itself) == ("", True)
    assert told(table("ana").after(("ana", c.Cover()))).chair == "Ana"


def test_a_table_that_has_not_begun_is_at_no_step() -> None:
    found = told(room())
    assert (found.step, found.number, found.answered, found.expected) == (None, 0, None, 0)


def test_everybody_sees_where_a_table_is_and_not_that_it_asked_for_help() -> None:
    asked = table("ana", "ben").after(("ana", t.AskHelp()), (SERVER, t.SetHeld(True)))
    found = progress(told(asked))

    assert (found.step, found.number, found.of, found.paused) == ("rank", 1, 3, True)
    assert not {"help", "late", "behind", "agreement", "chair"} & set(found.__struct_fields__)


def test_of_a_private_ranking_it_says_how_many_have_answered() -> None:
    ranked = table("ana", "ben", "cam").after(("ana", judge.Cast("rank", tuple("abcd"))))

    assert (told(ranked).answered, told(ranked).expected) == (1, 3)
    opened = ranked.after(("ana", t.Ready()), ("ben", t.Ready()))
    assert told(opened).answered is None


def test_who_was_moved_away_is_not_waited_for_and_what_they_gave_counts() -> None:
    ranked = table("ana", "ben", "cam").after(("ana", judge.Cast("rank", tuple("abcd"))))
    moved = ranked.after((SERVER, t.MoveAway("ana", 2)), (SERVER, t.MoveAway("ben", 2)))

    assert (told(moved).answered, told(moved).expected) == (1, 2)


NOTES = plan("notes", collect.Settings((Lane("one", "One"),), private=True))
NOTICE = plan("rules", gate.Settings("rules", "Rules", "1", "Be kind."))
BOARD = plan("two", settle.Settings(2))


@pytest.mark.parametrize(
    ("step", "said", "expected"),
    [
        (NOTES, [collect.AddNote("notes", "n1", "one", "words")], (1, 2)),
        (NOTICE, [gate.Acknowledge("rules", True, "1")], (1, 2)),
        (BOARD, [], (None, 0)),
        (BOARD, [settle.Propose("two", 0, "a")], (0, 2)),
        (BOARD, [settle.Propose("two", 1, "a"), settle.Stand("two", 1, "a", "yes")], (1, 2)),
        (plan("talk", turns.Settings()), [], (None, 0)),
    ],
)
def test_of_each_kind_of_step_it_says_how_many_have_said_what_is_asked_of_them(
    step: StepPlan, said: list[c.Command], expected: tuple[int | None, int]
) -> None:
    found = told(table("ana", "ben", plans=(step,)).after(*(("ana", each) for each in said)))

    assert (found.answered, found.expected) == expected


def test_agreement_is_that_of_the_last_opened_ranking_of_three_or_more() -> None:
    people = ("ana", "ben", "cam")
    ranked = table(*people).after(*((each, judge.Cast("rank", tuple("abcd"))) for each in people))
    assert (told(ranked).agreement, told(ranked).people) == (None, 0)

    opened = ranked.after(("ana", t.Ready()), ("ben", t.Ready()))
    assert (told(opened).agreement, told(opened).people) == (1.0, 3)
    two = table("ana", "ben").after(
        ("ana", judge.Cast("rank", tuple("abcd"))),
        ("ben", judge.Cast("rank", tuple("abcd"))),
        ("ana", t.Ready()),
        ("ben", t.Ready()),
    )
    assert (told(two).agreement, told(two).people) == (None, 2)


@pytest.mark.parametrize(
    ("step", "minutes", "late"),
    [
        (None, 7, 7),
        ("rank", 7, 0),
        ("rank", 12, 2),
        ("talk", 7, -3),
        ("talk", 12, 0),
        ("talk", 17, 2),
    ],
)
def test_a_table_is_late_or_early_by_the_plan_for_its_step(
    step: str | None, minutes: int, late: int
) -> None:
    begun = room()
    at_step = begun.after((SERVER, t.Follow(step, 1))) if step else begun

    assert told(at_step, at=minutes * MINUTE).late == late * MINUTE


@pytest.mark.parametrize(
    ("step", "first", "last"),
    [("talk", 6 * MINUTE + 1, 7 * MINUTE), ("rank", 12 * MINUTE, 13 * MINUTE - 1)],
)
def test_a_card_changes_no_more_than_once_a_minute_by_itself(
    step: str, first: int, last: int
) -> None:
    at_step = room().after((SERVER, t.Follow(step, 1)))

    assert told(at_step, at=first) == told(at_step, at=last)


def test_being_held_makes_no_table_late() -> None:
    held = TRAINING.after(("kit", h.HoldAll()), at=MINUTE)

    assert told(table("ana"), held, at=60 * MINUTE).late == 0


def test_a_table_that_has_finished_gets_no_later() -> None:
    done = table("ana").after(("ana", c.Cover())).after(("ana", t.Finish()), at=20 * MINUTE)

    found = told(done, at=90 * MINUTE)
    assert (found.finished, found.late) == (True, -10 * MINUTE)
    assert sum(each.minutes for each in EXERCISE) == 30


def test_what_all_are_held_for_after_a_table_has_finished_makes_it_no_earlier() -> None:
    done = table("ana").after(("ana", c.Cover())).after(("ana", t.Finish()), at=20 * MINUTE)
    held = TRAINING.after(("kit", h.HoldAll()), at=30 * MINUTE)
    going = held.after(("kit", h.ReleaseAll()), at=45 * MINUTE)

    assert told(done, going, at=90 * MINUTE).late == -10 * MINUTE


def test_a_card_says_who_needs_help_is_held_ready_or_could_not_follow() -> None:
    asked = table("ana", "ben", "cam").after(("ana", t.AskHelp()), ("ana", t.Ready()), at=5)
    stuck = asked.after((SERVER, t.Follow("two", 2)))
    held = asked.after((SERVER, t.SetHeld(True)))

    assert (told(asked).help, told(asked).ready) == (5, 1)
    assert told(stuck).behind is Code.NOT_REVEALED_YET
    assert (told(held).held, told(held).paused) == (True, True)


def test_it_says_how_long_each_step_took() -> None:
    led = table("ana").after(("ana", c.Cover()))
    spent = led.after(("ana", c.OpenStep("talk")), at=1_000_000 + 6 * MINUTE)

    assert told(spent).times == (6 * MINUTE, 0, 0)


def test_a_trainer_who_looks_in_is_not_counted() -> None:
    seen = table("ana").after((SERVER, came("kit", role="observer")))

    assert told(seen).here == 1
