"""The agenda is changed, in the lobby and in the middle, and stays one that works."""

from typing import Any

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus.agenda import MOST_MINUTES, StepPlan
from consensus.agendas import planning as p
from consensus.agendas.checks import MOST_STEPS
from consensus.answers.notes import Lane
from consensus.commands import AddTime, Close, OpenStep, Pause
from consensus.items import Source
from consensus.refusal import Code, Refusal
from consensus.rules import Notice, Rules
from consensus.steps import collect, gate, judge, settle, turns
from consensus.views import chairs
from tests.consensus.given import Situation, given, gone_to, opened, plan, prepared, room

TALK = turns.Settings(by="people", order="free")
RANK = plan("rank", judge.Settings())
FIVE = plan("five", settle.Settings(slots=2, start="rank"), Source("rank"))
NOTES = plan("notes", collect.Settings((Lane("a", "A"),)))
TEXT = plan("text", settle.Settings(form="text"))
NEW = plan("new1", TALK)

ROOM = room(RANK, FIVE, NOTES)


def titles(situation: Situation) -> list[str]:
    return [step.plan.id for step in situation.meeting.agenda]


# --- adding -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "order"),
    [
        (None, ["rank", "five", "notes", "new1"]),
        ("rank", ["new1", "rank", "five", "notes"]),
        ("notes", ["rank", "five", "new1", "notes"]),
    ],
)
def test_a_step_is_added_where_the_chair_wants_it(before: str | None, order: list[str]) -> None:
    after = given(*ROOM).when(p.AddStep(NEW, before), by="kit").then(p.StepAdded(NEW, before))

    assert titles(after) == order
    assert after.meeting.agenda[order.index("new1")].added


def test_sending_a_new_step_twice_adds_it_once() -> None:
    given(*ROOM, p.StepAdded(NEW, None)).when(p.AddStep(NEW, "rank"), by="kit").nothing()


def test_another_step_of_the_same_id_is_not_understood() -> None:
    situation = given(*ROOM, p.StepAdded(NEW, None))

    situation.when(p.AddStep(replace(NEW, title="Other")), by="kit").refused(Code.NOT_UNDERSTOOD)


@pytest.mark.parametrize("step_id", ["", "a b", "x" * 41, "née", "a-b"])
def test_a_browser_s_id_has_letters_and_digits(step_id: str) -> None:
    adding = p.AddStep(replace(NEW, id=step_id))

    given(*ROOM).when(adding, by="kit").refused(Code.NOT_UNDERSTOOD)


def test_words_are_cleaned_and_needed() -> None:
    spaced = replace(NEW, title="  A   round ", prompt=" Why?\u200b ")
    clean = replace(NEW, title="A round", prompt="Why?")

    given(*ROOM).when(p.AddStep(spaced), by="kit").then(p.StepAdded(clean, None))
    untitled = p.AddStep(replace(NEW, title=" \u200b"))
    given(*ROOM).when(untitled, by="kit").refused(Code.STEP_UNTITLED)


def test_every_line_of_its_settings_is_cleaned() -> None:
    hidden = collect.Settings((Lane("a", " One\u202e\u200b lane "),))
    clean = collect.Settings((Lane("a", "One lane"),))
    asked, wanted = plan("new1", hidden), plan("new1", clean)

    given(*ROOM).when(p.AddStep(asked), by="kit").then(p.StepAdded(wanted, None))


@pytest.mark.parametrize("minutes", [0, -3, MOST_MINUTES + 1])
def test_a_step_lasts_from_a_minute_to_four_hours(minutes: int) -> None:
    adding = p.AddStep(replace(NEW, minutes=minutes))

    given(*ROOM).when(adding, by="kit").refused(Code.TIME_OUT_OF_RANGE, most=MOST_MINUTES)


def test_a_step_is_added_before_one_that_is_there() -> None:
    given(*ROOM).when(p.AddStep(NEW, "gone"), by="kit").refused(Code.NO_SUCH_STEP)


def test_a_step_that_rests_on_a_later_one_is_refused_with_both_names() -> None:
    early = plan("early", settle.Settings(start="rank"), Source("rank"))

    given(*ROOM).when(p.AddStep(early, "rank"), by="kit").refused(
        Code.STEP_ORDER, title="Early", other="Rank"
    )


def test_a_step_that_could_never_work_says_why() -> None:
    scale = plan("scale", judge.Settings(ask="scale"), Source(take="none"))
    outcome = given(*ROOM).when(p.AddStep(scale), by="kit")

    assert outcome.refusal is not None
    assert "needs words for both ends" in str(outcome.refusal.facts["reason"])
    outcome.refused(Code.STEP_UNFIT)


def test_an_agenda_has_an_end() -> None:
    many = [plan(f"s{n}", TALK) for n in range(MOST_STEPS)]

    given(*room(*many)).when(p.AddStep(NEW), by="kit").refused(Code.AGENDA_FULL, most=MOST_STEPS)


def test_a_notice_gets_the_words_of_the_room_s_rules() -> None:
    rules = Rules(notices=(Notice("calm", "2", "Be calm", "Breathe."),))
    first, *others = ROOM
    assert isinstance(first, e.MeetingPrepared)
    asked = plan("calm", gate.Settings(notice="calm"))
    worded = gate.Settings(notice="calm", title="Be calm", version="2", text="Breathe.")

    given(replace(first, rules=rules), *others).when(p.AddStep(asked), by="kit").then(
        p.StepAdded(replace(asked, settings=worded), None)
    )


def test_a_notice_that_the_rules_lack_is_refused() -> None:
    asked = plan("calm", gate.Settings(notice="calm"))

    given(*ROOM).when(p.AddStep(asked), by="kit").refused(Code.NO_SUCH_NOTICE, notice="calm")


@pytest.mark.parametrize("settings", [settle.Settings(form="text"), settle.Settings()])
def test_a_space_to_think_together_takes_no_decision_step(settings: settle.Settings) -> None:
    first, *others = room(NOTES)
    assert isinstance(first, e.MeetingPrepared)
    calm = given(replace(first, forbids=("settle", "commit")), *others)

    calm.when(p.AddStep(plan("d", settings)), by="kit").refused(Code.KIND_FORBIDDEN)


def test_a_decision_step_that_got_in_is_not_opened() -> None:
    first, *others = room(NOTES, TEXT)
    assert isinstance(first, e.MeetingPrepared)

    given(replace(first, forbids=("settle",)), *others).when(OpenStep("text"), by="kit").refused(
        Code.KIND_FORBIDDEN
    )


# --- skipping ---------------------------------------------------------------------------------


def test_a_step_is_skipped_with_a_reason_and_taken_back() -> None:
    skipped = given(*ROOM).when(p.SkipStep("notes", " No  time "), by="kit")
    after = skipped.then(p.StepSkipped("notes", "No time"))
    assert after.meeting.agenda[2].skipped == "No time"

    after.when(p.SkipStep("notes", "No time"), by="kit").nothing()
    back = after.when(p.UnskipStep("notes"), by="kit").then(p.StepUnskipped("notes"))
    assert back.meeting.agenda[2].skipped is None
    back.when(p.UnskipStep("notes"), by="kit").nothing()


@pytest.mark.parametrize("because", ["", "  ", "\u200b"])
def test_a_skipped_step_needs_a_reason(because: str) -> None:
    given(*ROOM).when(p.SkipStep("notes", because), by="kit").refused(Code.WHY_SKIPPED)


def test_a_step_that_was_held_is_not_skipped() -> None:
    held = given(*ROOM, opened("notes"), opened("rank", *"abcd"))

    held.when(p.SkipStep("notes", "Why not"), by="kit").refused(Code.STEP_OPENED, title="Notes")


def test_a_skipped_step_that_is_opened_after_all_is_held() -> None:
    after = given(*ROOM, p.StepSkipped("notes", "No time")).when(OpenStep("notes"), by="kit").done()

    assert after.meeting.agenda[2].skipped is None


def test_a_step_that_lives_on_a_skipped_one_says_so() -> None:
    given(*ROOM, p.StepSkipped("rank", "No time")).when(OpenStep("five"), by="kit").refused(
        Code.STEP_IS_SKIPPED, title="Rank"
    )


def test_a_step_that_only_comes_after_a_skipped_one_opens() -> None:
    late = replace(NOTES, after=("rank",))
    situation = given(*room(RANK, late))

    situation.when(OpenStep("notes"), by="kit").refused(Code.NEEDED_FIRST, title="Rank")
    situation.after(("kit", p.SkipStep("rank", "No time")), ("kit", OpenStep("notes")))


# --- moving -----------------------------------------------------------------------------------


def test_a_step_moves_before_another_or_to_the_end() -> None:
    first = (
        given(*ROOM).when(p.MoveStep("notes", "rank"), by="kit").then(p.StepMoved("notes", "rank"))
    )
    assert titles(first) == ["notes", "rank", "five"]
    last = first.when(p.MoveStep("notes", None), by="kit").then(p.StepMoved("notes", None))
    assert titles(last) == ["rank", "five", "notes"]


@pytest.mark.parametrize(("step", "before"), [("rank", "five"), ("notes", None), ("five", "five")])
def test_a_step_that_is_there_already_moves_nowhere(step: str, before: str | None) -> None:
    given(*ROOM).when(p.MoveStep(step, before), by="kit").nothing()


@pytest.mark.parametrize(("step", "before"), [("five", "rank"), ("rank", None)])
def test_no_step_moves_past_what_it_rests_on(step: str, before: str | None) -> None:
    given(*ROOM).when(p.MoveStep(step, before), by="kit").refused(
        Code.STEP_ORDER, title="Five", other="Rank"
    )


def test_a_step_that_was_opened_stays_where_it_was_held() -> None:
    held = given(*ROOM, opened("rank", *"abcd"))

    held.when(p.MoveStep("rank", None), by="kit").refused(Code.STEP_OPENED, title="Rank")
    assert titles(held.after(("kit", p.MoveStep("notes", "five")))) == ["rank", "notes", "five"]


# --- changing ---------------------------------------------------------------------------------


def change(plan: StepPlan, **more: Any) -> p.ChangeStep:
    words = {"title": plan.title, "prompt": plan.prompt, "minutes": plan.minutes, "who": plan.who}
    return p.ChangeStep(plan.id, **{**words, **more})


def test_a_step_asks_something_else_until_it_is_opened() -> None:
    asked = change(NOTES, title="More", prompt="What else?", minutes=3, who=("family",))
    planned = replace(NOTES, title="More", prompt="What else?", minutes=3, who=("family",))
    after = given(*ROOM).when(asked, by="kit").then(p.StepChanged(planned))

    assert after.meeting.agenda[2].plan == planned
    assert after.meeting.agenda[2].minutes == 3
    after.when(asked, by="kit").nothing()


def test_its_settings_change_too_and_are_checked() -> None:
    lanes = collect.Settings((Lane("b", "B"),))
    given(*ROOM).when(change(NOTES, settings=lanes), by="kit").then(
        p.StepChanged(replace(NOTES, settings=lanes))
    )
    none = change(NOTES, settings=collect.Settings(()))
    given(*ROOM).when(none, by="kit").refused(Code.STEP_UNFIT)


def test_once_opened_only_its_time_changes() -> None:
    held = given(*ROOM, opened("rank", *"abcd"))

    held.when(change(RANK, title="Other"), by="kit").refused(Code.STEP_OPENED, title="Rank")
    longer = held.when(change(RANK, minutes=20), by="kit").then(
        p.StepChanged(replace(RANK, minutes=20))
    )
    step = longer.meeting.agenda[0]
    assert (step.minutes, step.plan.minutes) == (20, 10)
    longer.when(change(RANK, minutes=20), by="kit").nothing()


def test_time_that_was_added_counts_as_what_the_step_has() -> None:
    longer = given(*ROOM, opened("rank", *"abcd")).after(("kit", AddTime(5)))

    longer.when(change(RANK, minutes=15), by="kit").nothing()


# --- taking out -------------------------------------------------------------------------------


def test_before_the_first_step_any_can_be_taken_out() -> None:
    after = given(*ROOM).when(p.RemoveStep("notes"), by="kit").then(p.StepRemoved("notes"))

    assert titles(after) == ["rank", "five"]
    after.when(p.RemoveStep("notes"), by="kit").nothing()


def test_later_only_what_was_added_can_be_taken_out() -> None:
    begun = given(*ROOM, opened("rank", *"abcd"), p.StepAdded(NEW, None))

    begun.when(p.RemoveStep("notes"), by="kit").refused(Code.SKIP_INSTEAD, title="Notes")
    begun.when(p.RemoveStep("new1"), by="kit").then(p.StepRemoved("new1"))
    held = begun.after(("kit", OpenStep("new1")))
    held.when(p.RemoveStep("new1"), by="kit").refused(Code.STEP_OPENED, title="New1")


def test_what_another_step_rests_on_is_not_taken_out() -> None:
    given(*ROOM).when(p.RemoveStep("rank"), by="kit").refused(
        Code.STEP_ORDER, title="Five", other="Rank"
    )


def test_one_step_is_left() -> None:
    given(*room(NOTES)).when(p.RemoveStep("notes"), by="kit").refused(Code.LAST_STEP)


# --- who and when -----------------------------------------------------------------------------

EDITS = [
    p.AddStep(NEW),
    p.SkipStep("notes", "No time"),
    p.UnskipStep("notes"),
    p.MoveStep("notes", "rank"),
    change(NOTES, title="Other"),
    p.RemoveStep("notes"),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
@pytest.mark.parametrize("by", ["ana", "eve"])
def test_only_the_chair_changes_the_agenda(edit: p.Command, by: str) -> None:
    given(*ROOM).when(edit, by=by).refused(Code.CHAIR_ONLY)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_the_agenda_can_be_changed_while_everything_else_waits(edit: p.Command) -> None:
    given(*ROOM).after(("kit", Pause()), ("kit", edit))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_a_meeting_that_has_ended_keeps_its_agenda(edit: p.Command) -> None:
    given(*ROOM).after(("kit", Close())).when(edit, by="kit").refused(Code.MEETING_CLOSED)


def test_stepping_back_loses_nothing_after_the_agenda_has_changed() -> None:
    notes = given(*ROOM, opened("notes")).after(("ana", collect.AddNote("notes", "n1", "a", "Hm")))
    there = notes.after(
        ("kit", p.AddStep(NEW)), ("kit", OpenStep("new1")), ("kit", OpenStep("notes"))
    )

    state = there.meeting.agenda[2].state
    assert isinstance(state, collect.State)
    assert list(state.notes) == ["n1"]
    assert there.when(OpenStep("new1"), by="kit").then(gone_to("new1", at=1_000_000))


def test_forbid_looks_at_the_room() -> None:
    meeting = given(*ROOM).meeting

    p.forbid(meeting, meeting.agenda)
    with pytest.raises(Refusal, match=Code.KIND_FORBIDDEN):
        p.forbid(replace(meeting, forbids=("judge",)), meeting.agenda)


def test_prepared_is_the_plan_and_nothing_in_it_was_added() -> None:
    assert not any(step.added for step in given(prepared(RANK)).meeting.agenda)


# --- what the chair sees ----------------------------------------------------------------------


def test_the_chair_sees_how_a_step_is_planned_until_it_is_opened() -> None:
    meeting = given(*ROOM, opened("rank", *"abcd")).meeting

    planned = {key: part for key, part in chairs(meeting).items() if key.startswith("planned/")}
    assert planned == {
        f"planned/{each.id}": p.PlannedRecord(each.id, each.settings) for each in (FIVE, NOTES)
    }
