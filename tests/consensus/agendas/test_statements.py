"""Statements are rewritten, made one of two or parted, and what was answered stays as it was."""

import pytest
from hypothesis import given as for_any
from hypothesis import settings

from consensus import events as e
from consensus.agenda import find
from consensus.agendas.statements import listed
from consensus.answers import wordings as w
from consensus.answers.notes import Lane
from consensus.commands import Cover, OpenStep
from consensus.items import FEWEST_STATEMENTS, ITSELF, MOST_STATEMENTS, Item, Source
from consensus.refusal import Code
from consensus.steps import collect, items_of, judge, settle, turns
from consensus.views import everyone
from tests.consensus.given import (
    NOW,
    Situation,
    given,
    gone_to,
    joined,
    opened,
    plan,
    prepared,
    room,
)
from tests.consensus.hall.halls import table
from tests.meetings import Story, meetings


def cast(step: str, by: str, order: str) -> judge.BallotCast:
    """Return how somebody gave their order."""
    return judge.BallotCast(step, by, tuple(order), "")


RANK = plan("rank", judge.Settings())
PAIRS = Lane("alike", "Alike", joins_two=True)
COMPARE = plan("compare", collect.Settings((PAIRS,)), Source("rank"))
COMPARE_ALL = plan("compare", collect.Settings((PAIRS,)))
AGAIN = plan("again", judge.Settings(again="rank"), Source("rank"))
FIVE = plan("five", settle.Settings(slots=3, start="again"), Source("again"))
LANES = collect.Settings((Lane("own", "Own", tone="option"),))
OWN = plan("own", LANES)

ROOM = room(RANK, COMPARE, AGAIN, FIVE, OWN)
RANKING = (*ROOM, opened("rank", *"abcd"))
ANSWERED = (
    *RANKING,
    cast("rank", "ana", "abcd"),
    cast("rank", "ben", "bacd"),
    judge.Revealed("rank", ("cam",)),
)
COMPARING = (*ANSWERED, opened("compare", *"abcd"))

TWO = (Item("p1", "statement one"), Item("p2", "statement two"))


def words(situation: Situation) -> dict[str, str]:
    """Return what the list says."""
    meeting = situation.meeting
    return {item: meeting.items[item].text for item in listed(meeting)}


def held(situation: Situation, step: str) -> tuple[str, ...]:
    """Return the statements of a step."""
    state = next(s.state for s in situation.meeting.agenda if s.plan.id == step)
    assert state is not None
    return items_of(state)


# --- rewriting --------------------------------------------------------------------------------


def test_a_statement_is_put_in_other_words_and_what_it_said_stays_to_be_seen() -> None:
    asked = w.Rewrite("a", "  Children   come first ", "statement a")
    event = w.Rewritten("a", "Children come first", "kit", NOW)
    after = given(*COMPARING).when(asked, by="kit").then(event)

    assert words(after)["a"] == "Children come first"
    record = everyone(after.meeting)["wording/a"]
    before = (w.Before("statement a", "kit", NOW),)
    assert record == w.WordingRecord("a", w.History(before))


def test_answers_that_were_given_keep_the_words_they_were_given_on() -> None:
    twice = (w.Rewritten("a", "First", "kit", 1), w.Rewritten("a", "Second", "kit", 2))
    after = given(*COMPARING, *twice)

    assert everyone(after.meeting)["then/rank"] == w.ThenRecord("rank", {"a": "statement a"})
    assert "then/compare" not in everyone(after.meeting)
    found = w.as_answered(after.meeting.wordings, "rank", after.meeting.items)
    assert found["a"].text == "statement a"
    assert (
        w.as_answered(after.meeting.wordings, "compare", after.meeting.items)["a"].text == "Second"
    )


def test_it_goes_back_by_another_rewrite() -> None:
    after = given(*COMPARING, w.Rewritten("a", "Other", "kit", 1))
    back = after.when(w.Rewrite("a", "statement a", "Other"), by="kit").done()

    assert words(back)["a"] == "statement a"
    assert [each.text for each in back.meeting.wordings.histories["a"].before] == [
        "statement a",
        "Other",
    ]


def test_the_same_words_change_nothing() -> None:
    given(*ROOM).when(w.Rewrite("a", "statement  a", "statement a"), by="kit").nothing()
    said = given(*ROOM, w.Rewritten("a", "New", "kit", 1))
    said.when(w.Rewrite("a", "New", "statement a"), by="kit").nothing()


def test_who_did_not_see_what_it_says_now_does_not_write_over_it() -> None:
    situation = given(*ROOM, w.Rewritten("a", "New", "kit", 1))
    situation.when(w.Rewrite("a", "Newer", "statement a"), by="kit").refused(Code.STATEMENT_CHANGED)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", Code.TEXT_EMPTY),
        ("\u202e\u200b", Code.TEXT_EMPTY),
        ("x" * 241, Code.TEXT_TOO_LONG),
        ("Statement B", Code.STATEMENT_TWICE),
    ],
)
def test_words_that_no_list_takes_are_refused(text: str, code: Code) -> None:
    situation = given(*COMPARING)

    situation.when(w.Rewrite("a", text, "statement a"), by="kit").refused(code)
    situation.when(w.Merge("a", "c", text), by="kit").refused(code)
    parts = (Item("p1", text), Item("p2", "Another"))
    situation.when(w.Split("a", parts), by="kit").refused(code)


# --- one of two -------------------------------------------------------------------------------


def test_two_become_one_and_later_steps_ask_about_that_one() -> None:
    asked = w.Merge("b", "a", "Both at once")
    event = w.Merged("b", "a", "Both at once", "kit", NOW)
    after = given(*COMPARING).when(asked, by="kit").then(event)
    again = after.when(OpenStep("again"), by="kit").done()

    assert list(words(after)) == ["b", "c", "d"]
    assert held(again, "again") == ("b", "c", "d")
    assert held(again, "rank") == ("a", "b", "c", "d")
    assert after.meeting.items["a"].text == "statement a"
    gone = after.meeting.wordings.histories["a"].gone
    assert gone == w.Gone(("b",), "kit", NOW)


def test_people_start_from_their_own_order_without_the_one_that_is_gone() -> None:
    merged = given(*COMPARING, w.Merged("b", "a", "Both", "kit", 1))
    again = merged.when(OpenStep("again"), by="kit").done()
    step = again.meeting.agenda[2]
    assert isinstance(step.state, judge.State)
    earlier = {"rank": again.meeting.agenda[0].state}
    mine = dict(judge.mine("again", judge.Settings(again="rank"), step.state, "ana", earlier))

    record = mine["my_ballot/again"]
    assert isinstance(record, judge.MyBallotRecord)
    assert record.start == ("b", "c", "d")


def test_asking_twice_makes_one_of_them_once() -> None:
    merged = given(*COMPARING, w.Merged("b", "a", "Both", "kit", 1))
    merged.when(w.Merge("b", "a", "Both"), by="kit").nothing()
    merged.when(w.Merge("b", "a", "Others"), by="kit").refused(Code.NO_SUCH_STATEMENT)
    merged.when(w.Merge("c", "a", "Both"), by="kit").refused(Code.NO_SUCH_STATEMENT)


def test_a_list_stays_long_enough_to_be_put_in_order() -> None:
    three = given(*room(RANK, items="abc"))

    assert FEWEST_STATEMENTS == 3
    three.when(w.Merge("a", "b", "Both"), by="kit").refused(Code.TOO_FEW_LEFT, least=3)


def test_one_is_not_made_of_one() -> None:
    given(*ROOM).when(w.Merge("a", "a", "Both"), by="kit").refused(Code.MERGE_WITH_ANOTHER)


# --- several of one ---------------------------------------------------------------------------


def test_one_becomes_two_which_stand_in_its_place() -> None:
    event = w.Parted("b", TWO, "kit", NOW)
    after = given(*COMPARING).when(w.Split("b", TWO), by="kit").then(event)
    again = after.when(OpenStep("again"), by="kit").done()

    assert list(words(after)) == ["a", "p1", "p2", "c", "d"]
    assert held(again, "again") == ("a", "p1", "p2", "c", "d")


def test_asking_twice_parts_it_once() -> None:
    given(*COMPARING, w.Parted("b", TWO, "kit", 1)).when(w.Split("b", TWO), by="kit").nothing()


@pytest.mark.parametrize(
    "parts",
    [
        (),
        TWO[:1],
        (*TWO, Item("p3", "c3"), Item("p4", "c4")),
        (TWO[0], TWO[0]),
        (Item("a", "Taken"), TWO[1]),
        (Item("p-1", "No id"), TWO[1]),
        (Item("-", "The step itself"), TWO[1]),
    ],
)
def test_parts_that_no_browser_makes_are_not_understood(parts: tuple[Item, ...]) -> None:
    given(*COMPARING).when(w.Split("b", parts), by="kit").refused(Code.NOT_UNDERSTOOD)


def test_two_parts_do_not_say_the_same() -> None:
    parts = (Item("p1", "Same"), Item("p2", "SAME"))
    given(*COMPARING).when(w.Split("b", parts), by="kit").refused(Code.STATEMENT_TWICE)


def test_a_list_does_not_grow_beyond_what_a_step_can_hold() -> None:
    many = tuple(Item(f"s{n}", f"statement {n}") for n in range(MOST_STATEMENTS))
    first = e.MeetingPrepared("A", "", "t", many, (RANK,), at=0)
    full = given(first, joined("kit", "chair"))

    full.when(w.Split("s0", TWO), by="kit").refused(Code.TOO_MANY_PARTS, most=MOST_STATEMENTS)


# --- when, and who ----------------------------------------------------------------------------


def test_what_is_being_answered_now_stays_as_it_is() -> None:
    for situation in (given(*RANKING), given(*RANKING, cast("rank", "ana", "abcd"))):
        situation.when(w.Rewrite("a", "New", "statement a"), by="kit").refused(
            Code.STATEMENT_IN_USE
        )
        situation.when(w.Merge("a", "b", "New"), by="kit").refused(Code.STATEMENT_IN_USE)
        situation.when(w.Split("a", TWO), by="kit").refused(Code.STATEMENT_IN_USE)
        # What was asked before that step opened, and comes a second time, was done.
        situation.when(w.Rewrite("a", "statement a", "before"), by="kit").nothing()


def test_what_is_on_the_board_now_stays_and_the_rest_may_change() -> None:
    board = given(*COMPARING, opened("again", *"abcd"), judge.Revealed("again", ()))
    board = board.after(("kit", OpenStep("five")), ("kit", settle.Propose("five", 0, "a")))

    board.when(w.Rewrite("a", "New", "statement a"), by="kit").refused(Code.STATEMENT_IN_USE)
    board.when(w.Rewrite("b", "New", "statement b"), by="kit").done()


def test_answers_left_private_keep_their_words_for_when_the_group_comes_back() -> None:
    left = given(*RANKING, cast("rank", "ana", "abcd"), opened("own"))
    after = left.when(w.Rewrite("a", "New", "statement a"), by="kit").done()

    assert after.meeting.wordings.then == {"rank": {"a": "statement a"}}


def test_the_list_is_the_chairs() -> None:
    for by in ("ana", "eve"):
        asked = w.Rewrite("a", "New", "statement a")
        given(*COMPARING).when(asked, by=by).refused(Code.CHAIR_ONLY)


def test_at_a_table_that_runs_itself_it_is_everybodys() -> None:
    rewrite = w.Rewrite("a", "New", "statement a")
    sat = table("ana", "ben", plans=(COMPARE_ALL,))
    sat.when(rewrite, by="ben").done()
    sat.after(("ana", Cover())).when(rewrite, by="ben").refused(Code.CHAIR_ONLY)


def test_what_people_wrote_themselves_is_not_the_lists() -> None:
    note = collect.NoteAdded("own", "n1", "own", "ana", "Mine", ())
    situation = given(*ROOM, opened("own"), note)

    situation.when(w.Rewrite("n1", "New", "Mine"), by="kit").refused(Code.NO_SUCH_STATEMENT)
    parts = (Item("n1", "x"), Item("p2", "y"))
    situation.when(w.Split("a", parts), by="kit").refused(Code.NOT_UNDERSTOOD)


def test_a_list_is_not_worded_for_ever() -> None:
    often = (w.Rewritten("a", f"Words {n}", "kit", n) for n in range(w.MOST_CHANGES))
    situation = given(*ROOM, *often)
    last = f"Words {w.MOST_CHANGES - 1}"

    situation.when(w.Rewrite("a", last, last), by="kit").nothing()
    situation.when(w.Rewrite("a", "More", last), by="kit").refused(
        Code.STATEMENTS_FULL, most=w.MOST_CHANGES
    )


def test_a_step_that_is_opened_again_takes_nothing_back_that_is_gone() -> None:
    plans = (plan("own", LANES), plan("ask", judge.Settings(), Source("own")), RANK)
    first = (prepared(*plans), joined("kit", "chair"), opened("own", *"abcd"))
    merged = given(
        *first, w.Merged("a", "b", "Both", "kit", 1), opened("ask", *"acd"), opened("rank")
    )

    merged.when(OpenStep("ask"), by="kit", at=0).then(gone_to("ask"))


# --- whatever happens -------------------------------------------------------------------------


@settings(max_examples=60)
@for_any(meetings())
def test_in_any_meeting_every_step_has_words_for_all_that_it_holds(story: Story) -> None:
    known: set[str] = set()
    for _, meeting in story.moments():
        assert known <= set(meeting.items), "an id never goes"
        known = set(meeting.items)
        for step in meeting.agenda:
            asked = {*items_of(step.state)} - {ITSELF} if step.state is not None else set()
            people = isinstance(step.plan.settings, turns.Settings)
            assert people or all(meeting.items[item].text for item in asked)


@settings(max_examples=60)
@for_any(meetings())
def test_in_any_meeting_answers_keep_the_words_they_were_given_on(story: Story) -> None:
    said: dict[tuple[str, str], str] = {}
    for event, meeting in story.moments():
        if isinstance(event, judge.BallotCast):
            answered = w.as_answered(meeting.wordings, event.step, meeting.items)
            for item in (*event.answer, *event.marks):
                if item != ITSELF:
                    said.setdefault((event.step, item), answered[item].text)
        for (step, item), text in said.items():
            assert w.as_answered(meeting.wordings, step, meeting.items)[item].text == text


@settings(max_examples=60)
@for_any(meetings())
def test_in_any_meeting_no_step_that_opens_takes_what_is_gone(story: Story) -> None:
    for event, meeting in story.moments():
        if isinstance(event, e.StepOpened) and event.arrangement is not None:
            taken = {item for band in event.arrangement.bands for item in band}
            again = find(meeting.agenda, event.step).opened > 1
            assert again or taken == set(w.standing(meeting.wordings, taken))
