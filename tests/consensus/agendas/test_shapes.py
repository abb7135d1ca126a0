"""Rows that take the list: as many places as statements come to them."""

import pytest

from consensus.agenda import StepPlan
from consensus.agendas.shapes import check_shapes
from consensus.answers.notes import Lane
from consensus.items import Source
from consensus.refusal import Code, Refusal
from consensus.steps import Settings, collect, judge, settle

DIAMOND = judge.Settings(shape=(1, 2, 3, 2, 1))
CHOOSE = judge.Settings(choose=1)


def plan(id: str, settings: Settings, items: Source | None = None) -> StepPlan:
    return StepPlan(id, id, "", 5, settings, items or Source())


DISCARD = plan("discard", settle.Settings(slots=1, start="choose", aim="set_aside"))
REST = plan("rank", DIAMOND, Source("discard", "rest"))


@pytest.mark.parametrize(
    ("plans", "listed"),
    [
        ((plan("rank", DIAMOND),), 9),
        ((plan("choose", CHOOSE), DISCARD, REST), 10),
        (
            (plan("five", settle.Settings(slots=9)), plan("r", DIAMOND, Source("five", "chosen"))),
            12,
        ),
        ((plan("first", CHOOSE), plan("r", DIAMOND, Source("first"))), 9),
        ((plan("in-order", judge.Settings()),), 50),
    ],
    ids=["list", "rest", "chosen", "all", "in-order"],
)
def test_rows_that_are_filled_are_taken(plans: tuple[StepPlan, ...], listed: int) -> None:
    check_shapes(plans, listed)


def test_what_does_not_fill_them_is_told_with_both_numbers() -> None:
    with pytest.raises(Refusal) as refused:
        check_shapes((plan("choose", CHOOSE), DISCARD, REST), 9)

    assert refused.value.code == Code.SHAPE_DOES_NOT_FIT
    assert refused.value.facts == {"most": 9, "count": 8}


def test_of_notes_that_become_statements_nobody_knows_how_many_there_will_be() -> None:
    notes = plan("notes", collect.Settings(lanes=(Lane("ideas", "Ideas"),)))
    ideas = plan("rank", DIAMOND, Source("notes", "notes", "ideas"))

    check_shapes((notes, ideas, plan("again", DIAMOND, Source("rank"))), 3)
