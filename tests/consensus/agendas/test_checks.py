"""What makes an agenda work: every rule, with the step and the field that break it."""

import pytest
from msgspec.structs import replace

from consensus import steps
from consensus.agenda import StepPlan
from consensus.agendas.checks import MOST_FIELDS, Unfit, check_agenda
from consensus.answers.notes import Lane
from consensus.items import Source
from consensus.steps import collect, commit, form, gate, judge, settle, turns
from consensus.steps.form import Field
from tests.consensus.given import plan

LIST = plan("list", collect.Settings((Lane("options", "Options"),)))
CHOOSE = plan("choose", judge.Settings(choose=1))
DISCARD = plan("discard", settle.Settings(start="choose"))
RANK = plan("rank", judge.Settings(), Source("discard", "rest"))
SHEET = plan("sheet", form.Settings((Field("a", "A"),)))
TEXT = plan("text", settle.Settings(form="text"))


def words(step: str, text: str) -> gate.Settings:
    return gate.Settings(title=step, text=text)


@pytest.mark.parametrize(
    "agenda",
    [
        (CHOOSE, DISCARD, RANK),
        (LIST, plan("rank", judge.Settings(), Source("list", "notes", "options"))),
        (plan("safe", judge.Settings(ask="scale", low="no", high="yes"), Source(take="none")),),
        (SHEET, plan("again", form.Settings((Field("a", "A"),), like="sheet"))),
        (plan("notice", gate.Settings(notice="recording")), TEXT, plan("do", commit.Settings())),
        (replace(TEXT, after=()), replace(SHEET, after=("text",))),
    ],
)
def test_an_agenda_that_works_is_left_in_peace(agenda: tuple[StepPlan, ...]) -> None:
    check_agenda(agenda)


@pytest.mark.parametrize(
    ("agenda", "step", "field", "reason"),
    [
        ((CHOOSE, CHOOSE), "choose", ("id",), "two steps"),
        ((replace(CHOOSE, id=""),), "", ("id",), "needs an id"),
        ((replace(CHOOSE, id="x" * 41),), "x" * 41, ("id",), "needs an id"),
        ((replace(CHOOSE, id="a b"),), "a b", ("id",), "needs an id"),
        ((replace(CHOOSE, title=" "),), "choose", ("title",), "needs a title"),
        ((replace(CHOOSE, prompt="x" * 601),), "choose", ("prompt",), "more than 600"),
        ((replace(CHOOSE, minutes=0),), "choose", ("minutes",), "at least one minute"),
        ((replace(CHOOSE, minutes=241),), "choose", ("minutes",), "longer than 240"),
        # what a step comes after, and takes
        ((replace(TEXT, after=("sheet",)), SHEET), "text", ("after",), "has to come after 'sheet'"),
        ((DISCARD, CHOOSE), "discard", ("settings", "start"), "'choose', not a judge step before"),
        ((RANK,), "rank", ("items", "step"), "'discard', which does not come before it"),
        (
            (LIST, plan("rank", judge.Settings(), Source("list", "notes", "worries"))),
            "rank",
            ("items", "lane"),
            "a lane that 'list' does not have",
        ),
        (
            (CHOOSE, plan("rank", judge.Settings(), Source("choose", "notes", "options"))),
            "rank",
            ("items", "lane"),
            "does not have",
        ),
        (
            (CHOOSE, plan("rank", judge.Settings(), Source("choose", "none"))),
            "rank",
            ("items", "take"),
            "takes nothing from 'choose'",
        ),
        # settings
        ((plan("rank", judge.Settings(ask="scale")),), "rank", ("settings", "type"), "both ends"),
        ((plan("n", gate.Settings()),), "n", ("settings", "notice"), "needs a notice"),
        ((plan("n", words("n", "x" * 4_001)),), "n", ("settings", "text"), "more than 4000"),
        (
            (plan("n", gate.Settings(notice="n", checks=("x",) * 7)),),
            "n",
            ("settings", "checks"),
            "more than 6",
        ),
        ((plan("f", form.Settings(())),), "f", ("settings", "fields"), "one to 30 fields"),
        (
            (plan("f", form.Settings((Field("a", "A"),) * (MOST_FIELDS + 1))),),
            "f",
            ("settings", "fields"),
            "one to 30",
        ),
        ((plan("f", form.Settings((Field("a", "A"),) * 2)),), "f", ("settings", "fields"), "two"),
        (
            (plan("f", form.Settings((Field("a", "A", kind="choice"),))),),
            "f",
            ("settings", "fields", 0),
            "needs choices",
        ),
        (
            (plan("f", form.Settings((Field("a/b", "A"),))),),
            "f",
            ("settings", "fields", 0),
            "whose id is not",
        ),
        (
            (plan("f", form.Settings((Field("a", " "),))),),
            "f",
            ("settings", "fields", 0),
            "whose label is not",
        ),
        (
            (plan("f", form.Settings((Field("a", "A", kind="yes_no", why_if="never"),))),),
            "f",
            ("settings", "fields", 0),
            "an answer that nobody can give",
        ),
        (
            (SHEET, plan("keep", commit.Settings(), Source("sheet"))),
            "keep",
            ("items", "step"),
            "takes items from 'sheet', which has none",
        ),
        (
            (TEXT, plan("f", form.Settings((Field("a", "A"),), like="text"))),
            "f",
            ("settings", "like"),
            "'text', not a form before it",
        ),
    ],
)
def test_what_cannot_work_is_named_with_its_field(
    agenda: tuple[StepPlan, ...], step: str, field: tuple[str | int, ...], reason: str
) -> None:
    with pytest.raises(Unfit, match=reason) as refused:
        check_agenda(agenda)

    assert refused.value.plan.id == step
    assert refused.value.field == field


LONG = "x" * 241


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        (judge.Settings(ask="scale", low=LONG, high="yes"), "a line of more than 240"),
        (judge.Settings(choose=51), "more than a list can hold"),
        (judge.Settings(least=51), "more than a list can hold"),
        (settle.Settings(slots=51), "more slots than a list"),
        (turns.Settings(by="phases", phases=(turns.Phase(LONG),)), "a line of more than 240"),
        (turns.Settings(by="phases", phases=(turns.Phase("A", LONG),)), "a line of more than"),
        (gate.Settings(notice="n", checks=("",)), "without words"),
        (gate.Settings(title=LONG, text="t"), "a line of more than 240"),
        (form.Settings((Field("a", "A", kind="choice", choices=(LONG,)),)), "more than 240"),
    ],
)
def test_what_nobody_could_read_or_hold_is_refused(settings: steps.Settings, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        check_agenda((plan("s", settings),))


def test_a_kind_that_the_meeting_forbids_has_no_place_in_it() -> None:
    with pytest.raises(Unfit, match="has no place for"):
        check_agenda((SHEET, TEXT), ("settle", "commit"))


@pytest.mark.parametrize(
    "needs", [CHOOSE, plan("board", settle.Settings()), plan("t", turns.Settings())]
)
def test_without_a_list_no_step_may_start_from_one(needs: StepPlan) -> None:
    check_agenda((needs,))
    with pytest.raises(Unfit, match="starts from the meeting's own list"):
        check_agenda((needs,), listed=False)


@pytest.mark.parametrize(
    "needs_none", [TEXT, SHEET, LIST, plan("t", turns.Settings(by="people", order="free"))]
)
def test_many_steps_need_no_list(needs_none: StepPlan) -> None:
    check_agenda((needs_none,), listed=False)
