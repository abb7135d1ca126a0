"""Exercises made from a list: what is asked for is what the steps do."""

import tomllib
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import consensus
from consensus.agendas.checks import check_agenda
from consensus.agendas.exercises import DIAMOND, MOST_ASIDE, MOST_PLACES, Wanted, adapted
from consensus.agendas.template import Template, read_template, written
from consensus.items import Source, parse_statements
from consensus.refusal import Code, Refusal
from consensus.steps import judge, settle

FILE = Path(consensus.__file__).parent / "templates" / "en" / "exercises" / "own.toml"
SHIPPED = read_template(tomllib.loads(FILE.read_text(encoding="utf-8")))


def wanted(
    count: int = 10, aside: int = 1, *, again: bool = True, places: int = 5, question: str = ""
) -> Wanted:
    items = parse_statements("\n".join(f"Thing number {n}" for n in range(1, count + 1)))
    return Wanted("Our list", question, items, aside, again, places)


def settings_of(template: Template) -> dict[str, object]:
    return {plan.id: plan.settings for plan in template.steps}


def test_as_it_ships_it_lasts_as_long_as_the_exercise_it_is_made_from() -> None:
    made = adapted(SHIPPED, wanted())

    assert made.minutes == SHIPPED.minutes
    assert [plan.id for plan in made.steps] == [plan.id for plan in SHIPPED.steps]


def test_so_many_are_chosen_set_aside_and_agreed_on() -> None:
    made = settings_of(adapted(SHIPPED, wanted(aside=2, places=3)))

    assert isinstance(made["choose"], judge.Settings)
    assert isinstance(made["discard"], settle.Settings)
    assert isinstance(made["agree"], settle.Settings)
    assert (made["choose"].choose, made["discard"].slots, made["agree"].slots) == (2, 2, 3)


def test_who_sets_nothing_aside_ranks_the_whole_list() -> None:
    made = adapted(SHIPPED, wanted(aside=0))
    rank = next(plan for plan in made.steps if plan.id == "rank")

    assert not {"choose", "discard"} & settings_of(made).keys()
    assert rank.items == Source()


def test_who_ranks_once_agrees_from_that() -> None:
    made = settings_of(adapted(SHIPPED, wanted(again=False)))

    assert "rank-again" not in made
    assert isinstance(made["agree"], settle.Settings)
    assert made["agree"].start == "rank"


def test_a_question_is_asked_wherever_the_list_is_ranked() -> None:
    made = adapted(SHIPPED, wanted(question="What helps first?"))

    asked = {plan.id: plan.prompt for plan in made.steps}
    assert asked["rank"] == asked["rank-again"] == made.purpose == "What helps first?"
    assert asked["agree"] != "What helps first?"


@pytest.mark.parametrize(
    ("asked", "code", "most"),
    [
        (wanted(4, aside=2), Code.TOO_MANY_ASIDE, 1),
        (wanted(3, aside=1), Code.TOO_MANY_ASIDE, 0),
        (wanted(aside=MOST_ASIDE + 1), Code.TOO_MANY_ASIDE, MOST_ASIDE),
        (wanted(aside=-1), Code.TOO_MANY_ASIDE, MOST_ASIDE),
        (wanted(5, places=5), Code.PLACES_OUT_OF_RANGE, 4),
        (wanted(places=0), Code.PLACES_OUT_OF_RANGE, 9),
        (wanted(50, places=MOST_PLACES + 1), Code.PLACES_OUT_OF_RANGE, MOST_PLACES),
    ],
    ids=["two-of-four", "one-of-three", "four", "below-none", "five-of-four", "none", "eleven"],
)
def test_numbers_that_do_not_fit_the_list_are_refused(asked: Wanted, code: Code, most: int) -> None:
    with pytest.raises(Refusal) as refused:
        adapted(SHIPPED, asked)

    assert (refused.value.code, refused.value.facts["most"]) == (code, most)


@given(st.integers(3, 50), st.integers(0, MOST_ASIDE), st.booleans(), st.integers(1, MOST_PLACES))
def test_whatever_is_made_works_and_comes_back_from_its_file_the_same(
    count: int, aside: int, again: bool, places: int
) -> None:
    try:
        made = adapted(SHIPPED, wanted(count, aside, again=again, places=places))
    except Refusal:
        return
    text = tomli_w.dumps(written(made))

    check_agenda(made.steps)
    assert read_template(tomllib.loads(text), text) == made


def test_a_diamond_asks_for_nine_that_are_left_and_is_ranked_in_rows() -> None:
    made = adapted(SHIPPED, replace(wanted(10, places=3), shape=DIAMOND))

    asked = [plan.settings for plan in made.steps if plan.id in {"rank", "rank-again"}]
    assert [one.shape for one in asked if isinstance(one, judge.Settings)] == [DIAMOND, DIAMOND]
    assert read_template(written(made)) == made
    with pytest.raises(Refusal) as refused:
        adapted(SHIPPED, replace(wanted(9, places=3), shape=DIAMOND))
    assert refused.value.facts == {"most": 9, "count": 8}


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("What makes a good handover?", "own-what-makes-a-good-handover"),
        ('"; ../x\n', "own-x"),
        ("Beth sy’n bwysig i ni?", "own-beth-sy-n-bwysig-i-ni"),
        ("???", "own-exercise"),
        ("x" * 120, "own-" + "x" * 32),
    ],
)
def test_its_id_lets_people_know_the_title_again(title: str, id_: str) -> None:
    assert adapted(SHIPPED, replace(wanted(), title=title)).id == id_
