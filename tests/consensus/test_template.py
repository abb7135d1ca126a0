"""Ready-made agendas: those that ship, and those that cannot work."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import consensus
from consensus.items import Item
from consensus.refusal import Code, Refusal
from consensus.steps import Kind, kind
from consensus.template import TemplateError, read_statements, read_template

FOLDER = Path(consensus.__file__).parent / "templates"
TEMPLATES = sorted(FOLDER.glob("*/*.toml"))
SETS = sorted(FOLDER.glob("*/statements/*.toml"))

Fields = dict[str, Any]


def toml(file: Path) -> Fields:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def step(step_id: str, type: str, *, items: Fields | None = None, **settings: object) -> Fields:
    """Return one step as an author writes it."""
    words = {"id": step_id, "title": "Title", "prompt": "Prompt", "minutes": 5}
    return {**words, "settings": {"type": type, **settings}} | ({"items": items} if items else {})


def agenda(*steps: Fields) -> Fields:
    """Return a template as an author writes it."""
    words = {"id": "t", "title": "T", "summary": "", "purpose": "", "statements": "s"}
    return {**words, "steps": list(steps)}


# --- what ships -------------------------------------------------------------------------------


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_template_that_ships_can_work(file: Path) -> None:
    template = read_template(toml(file))

    assert template.id == file.stem
    assert (file.parent / "statements" / f"{template.statements}.toml").exists()
    assert all((template.title, template.summary, template.purpose))
    assert all(plan.title and plan.prompt for plan in template.steps)


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.stem)
def test_a_statement_set_that_ships_is_a_list(file: Path) -> None:
    found = read_statements(toml(file))

    assert found.id == file.stem
    assert [item.text for item in found.items] == list(found.statements)


@pytest.mark.parametrize(("name", "minutes"), [("task-5-1", 75), ("task-5-1-short", 45)])
def test_the_exercise_lasts_as_long_as_it_says(name: str, minutes: int) -> None:
    assert read_template(toml(FOLDER / "en" / f"{name}.toml")).minutes == minutes


def test_the_full_exercise_is_the_procedure() -> None:
    template = read_template(toml(FOLDER / "en" / "task-5-1.toml"))
    kinds: list[Kind] = [kind(plan.settings) for plan in template.steps]

    assert kinds == ["turns", "judge", "settle", "judge", "turns", "collect", "judge", "settle"]


def test_every_language_has_the_same_templates() -> None:
    per_language = [
        {str(file.relative_to(language)) for file in language.rglob("*.toml")}
        for language in FOLDER.iterdir()
    ]

    assert all(files == per_language[0] for files in per_language)


# --- what an author may get wrong -------------------------------------------------------------

LANE = {"id": "alike", "title": "Alike"}
CHOOSE = step("choose", "judge", choose=1)
DISCARD = step("discard", "settle", start="choose")
RANK = step("rank", "judge", items={"step": "discard", "take": "rest"})


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (agenda(), "has no steps"),
        (agenda(CHOOSE, CHOOSE), "two steps are called 'choose'"),
        (agenda({**CHOOSE, "minutes": 0}), "needs at least one minute"),
        # fields
        ({}, "missing required field `id`"),
        (agenda({"id": "choose"}), "missing required field `title`"),
        ({**agenda(CHOOSE), "colour": "red"}, "unknown field `colour`"),
        (agenda({**CHOOSE, "colour": "red"}), "unknown field `colour`"),
        (agenda(step("choose", "judge", chose=1)), "unknown field `chose`"),
        (agenda(step("choose", "judge", choose="one")), "Expected `int`"),
        (agenda(step("vote", "vote")), "Invalid value 'vote'"),
        (agenda(step("rank", "judge", items={"stp": "choose"})), "unknown field `stp`"),
        # items
        (agenda(step("rank", "judge", items={"step": "choose"}), CHOOSE), "'choose', not before"),
        (agenda(step("rank", "judge", items={"step": "rank"})), "takes items from 'rank'"),
        (agenda(CHOOSE, step("rank", "judge", items={"step": "choose", "take": "rest"})), "never"),
        (agenda(step("rank", "judge", items={"take": "rest"})), "takes 'rest' of no step"),
        # judge
        (agenda(step("choose", "judge", choose=-1)), "cannot ask to choose -1"),
        (agenda(step("rank", "judge", again="none")), "'none', not a judge step before"),
        (agenda(step("rank", "judge", again="rank")), "'rank', not a judge step before"),
        (agenda(step("talk", "turns"), step("rank", "judge", again="talk")), "not a judge step"),
        (agenda(CHOOSE, step("rank", "judge", again="choose")), "asks something else than"),
        # settle
        (agenda(step("five", "settle", slots=0)), "at least one slot"),
        (agenda(step("five", "settle", start="rank")), "'rank', not a judge step before"),
        (agenda(step("talk", "turns"), step("five", "settle", start="talk")), "not a judge step"),
        (agenda(CHOOSE, DISCARD, RANK, step("five", "settle", start="rank")), "not ask about"),
        # turns
        (agenda(step("talk", "turns", order="widest")), "must say whose spread"),
        (agenda(step("talk", "turns", order="widest", of="rank")), "'rank', not a judge step"),
        (agenda(step("talk", "turns", of="rank")), "'rank', not a judge step before"),
        (agenda(CHOOSE, step("talk", "turns", order="widest", of="choose")), "not a ranking"),
        (agenda(CHOOSE, step("talk", "turns", of="choose")), "not a ranking"),
        (agenda(CHOOSE, DISCARD, RANK, step("talk", "turns", of="rank")), "does not ask about"),
        # collect
        (agenda(step("notes", "collect", lanes=[])), "one to five lanes"),
        (agenda(step("notes", "collect", lanes=[LANE] * 6)), "one to five lanes"),
        (agenda(step("notes", "collect", lanes=[LANE] * 2)), "two lanes of one id"),
    ],
)
def test_a_template_that_cannot_work_says_why(fields: Fields, reason: str) -> None:
    with pytest.raises(TemplateError, match=reason):
        read_template(fields)


def test_three_passes_are_the_most() -> None:
    first, second = step("one", "judge"), step("two", "judge", again="one")
    third, fourth = step("three", "judge", again="two"), step("four", "judge", again="three")

    assert len(read_template(agenda(first, second, third)).steps) == 3
    with pytest.raises(TemplateError, match="'four' would be pass 4; three are the most"):
        read_template(agenda(first, second, third, fourth))


@pytest.mark.parametrize(
    "later",
    [
        step("talk", "turns", order="widest", of="rank", items={"step": "rank"}),
        step("talk", "turns", of="rank", items={"step": "discard", "take": "rest"}),
        step("five", "settle", start="rank", items={"step": "rank"}),
        step("last", "settle", start="choose", items={"step": "rank"}),
        step("last", "settle", start="choose"),
    ],
)
def test_a_step_may_rest_on_any_question_about_its_items(later: Fields) -> None:
    assert read_template(agenda(CHOOSE, DISCARD, RANK, later))


def test_a_step_may_rest_on_a_later_pass_over_the_same_items() -> None:
    again = step("again", "judge", again="rank", items={"step": "rank"})
    rest = {"step": "discard", "take": "rest"}
    five = step("five", "settle", start="again", slots=5, items=rest)
    talk = step("talk", "turns", of="again", items={"step": "five", "take": "chosen"})

    assert read_template(agenda(CHOOSE, DISCARD, RANK, again, five, talk))


@pytest.mark.parametrize("count", [1, 5])
def test_one_to_five_lanes_are_enough(count: int) -> None:
    lanes = [{"id": letter, "title": letter} for letter in "abcde"[:count]]

    assert read_template(agenda(step("notes", "collect", lanes=lanes)))


def test_a_step_may_last_a_minute() -> None:
    assert read_template(agenda({**CHOOSE, "minutes": 1})).minutes == 1


# --- statement sets ---------------------------------------------------------------------------


def test_a_statement_set_gives_items() -> None:
    found = read_statements({"id": "s", "title": "S", "statements": ["Trust", "Time", "Money"]})

    assert found.items[0] == Item("s1", "Trust")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": "s", "title": "S"}, "missing required field `statements`"),
        ({"id": "s", "title": "S", "statements": [], "by": "us"}, "unknown field `by`"),
        ({"id": "s", "title": "S", "statements": [1, 2, 3]}, "Expected `str`"),
    ],
)
def test_a_statement_set_of_other_fields_says_why(fields: Fields, reason: str) -> None:
    with pytest.raises(TemplateError, match=reason):
        read_statements(fields)


def test_a_statement_set_is_checked_like_a_list_that_somebody_types() -> None:
    with pytest.raises(Refusal, match=Code.TOO_FEW_STATEMENTS):
        read_statements({"id": "s", "title": "S", "statements": ["Trust", "Time"]})
