"""Ready-made agendas: those that ship, and those that cannot work."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import consensus
from consensus.agendas.template import (
    Template,
    TemplateError,
    read_rules,
    read_statements,
    read_step,
    read_template,
    resolve,
    written,
)
from consensus.items import Item
from consensus.refusal import Code, Refusal
from consensus.rules import Rules
from consensus.steps import Kind, gate, kind

FOLDER = Path(consensus.__file__).parent / "templates"
TEMPLATES = sorted(FOLDER.glob("*/*.toml"))
PACKS = sorted(FOLDER.glob("*/rules/*.toml"))
STEPS = sorted(FOLDER.glob("*/steps/*.toml"))
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
    sets = file.parent / "statements"
    assert not template.statements or (sets / f"{template.statements}.toml").exists()
    assert (file.parent / "rules" / f"{template.rules}.toml").exists()
    assert all((template.title, template.summary, template.purpose))
    assert all(plan.title and plan.prompt for plan in template.steps)


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.stem)
def test_a_statement_set_that_ships_is_a_list(file: Path) -> None:
    found = read_statements(toml(file))

    assert found.id == file.stem
    assert [item.text for item in found.items] == list(found.statements)


@pytest.mark.parametrize("file", PACKS, ids=lambda file: file.stem)
def test_a_pack_of_rules_that_ships_says_what_meetings_need(file: Path) -> None:
    rules = read_rules(toml(file))

    assert rules.id == file.stem
    assert all((rules.title, rules.edition, rules.agencies, rules.clocks))
    assert len(rules.stages) == 4
    assert set(rules.quorum) <= set(rules.agencies)
    for notice in ("recording", "sharing", "ground-rules", "reflective"):
        found = rules.notice(notice)
        assert found
        assert all((found.version, found.title, found.text.strip()))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.stem)
@pytest.mark.parametrize("pack", PACKS, ids=lambda file: file.stem)
def test_every_notice_of_a_template_has_words_in_every_pack(template: Path, pack: Path) -> None:
    rules = read_rules(toml(pack))
    gates = [
        settings
        for plan in read_template(toml(template)).steps
        if isinstance(settings := resolve(plan, rules).settings, gate.Settings)
    ]

    assert all(settings.text and settings.version and settings.title for settings in gates)


@pytest.mark.parametrize("file", STEPS, ids=lambda file: file.stem)
def test_a_ready_made_step_stands_alone(file: Path) -> None:
    ready = read_step(toml(file))

    assert ready.id == ready.step.id == file.stem
    assert all((ready.summary, ready.step.prompt))


@pytest.mark.parametrize("name", ["joint-supervision", "action-learning"])
def test_a_space_to_think_together_forbids_decisions_and_tasks(name: str) -> None:
    assert read_template(toml(FOLDER / "en" / f"{name}.toml")).forbids == ("settle", "commit")


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        ("strategy", 56),
        ("joint-supervision", 90),
        ("action-learning", 44),
        ("task-5-1", 75),
        ("task-5-1-mirror", 74),
        ("task-5-1-short", 45),
        ("options", 80),
        ("disagreement", 45),
        ("good-practice", 43),
        ("partnership-review", 120),
    ],
)
def test_a_meeting_lasts_as_long_as_it_says(name: str, minutes: int) -> None:
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

LANE: Fields = {"id": "alike", "title": "Alike"}
ABOUT = {"about_one": True}
EMPTY = {"may_be_empty": True}
BOTH = {"about_one": True, "joins_two": True}
HIDDEN_OFFER = {"once_per_agency": True, "shown": "nobody"}
CHOOSE = step("choose", "judge", choose=1)
DISCARD = step("discard", "settle", start="choose")
RANK = step("rank", "judge", items={"step": "discard", "take": "rest"})


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (agenda(), "there are no steps"),
        (agenda(CHOOSE, CHOOSE), "'choose' has an id of which there are two steps"),
        (agenda({**CHOOSE, "minutes": 0}), "needs at least one minute"),
        # fields
        ({}, "the field `id` is missing"),
        (agenda({"id": "choose"}), "the field `title` is missing"),
        ({**agenda(CHOOSE), "colour": "red"}, "no field called `colour`"),
        (agenda({**CHOOSE, "colour": "red"}), "no field called `colour`"),
        (agenda(step("choose", "judge", chose=1)), "no field called `chose`"),
        (
            agenda(step("choose", "judge", choose="one")),
            "here stands text, and it has to be a whole number",
        ),
        (agenda(step("vote", "vote")), "`vote` is not one of the words"),
        (agenda(step("rank", "judge", items={"stp": "choose"})), "no field called `stp`"),
        # items
        (
            agenda(step("rank", "judge", items={"step": "choose"}), CHOOSE),
            "'choose', which does not come before it",
        ),
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
        (agenda(step("notes", "collect", lanes=[LANE | {"title": " "}])), "without a title"),
        (agenda(step("notes", "collect", lanes=[LANE | BOTH])), "about one item and about two"),
        (
            agenda(step("notes", "collect", items={"take": "none"}, lanes=[LANE | ABOUT])),
            "lane about items, and takes none",
        ),
        (agenda(step("notes", "collect", lanes=[LANE | ABOUT | EMPTY])), "empty for all"),
        (agenda(step("notes", "collect", lanes=[LANE | HIDDEN_OFFER])), "hides the agency"),
        (agenda(step("notes", "collect", lanes=[LANE | {"tone": "red"}])), "red"),
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
        ({"id": "s", "title": "S"}, "the field `statements` is missing"),
        ({"id": "s", "title": "S", "statements": [], "by": "us"}, "no field called `by`"),
        (
            {"id": "s", "title": "S", "statements": [1, 2, 3]},
            "here stands a whole number, and it has to be text",
        ),
    ],
)
def test_a_statement_set_of_other_fields_says_why(fields: Fields, reason: str) -> None:
    with pytest.raises(TemplateError, match=reason):
        read_statements(fields)


def test_a_statement_set_is_checked_like_a_list_that_somebody_types() -> None:
    with pytest.raises(Refusal, match=Code.TOO_FEW_STATEMENTS):
        read_statements({"id": "s", "title": "S", "statements": ["Trust", "Time"]})


# --- which line, and why ----------------------------------------------------------------------

GOOD = """\
id = "t"
title = "T"
summary = ""
purpose = ""

[[steps]]
id = "notes"
title = "Notes"
prompt = "What?"
minutes = 5
[steps.settings]
type = "collect"
[[steps.settings.lanes]]
id = "a"
title = "A"

[[steps]]
id = "text"
title = "Text"
prompt = "What do we agree?"
minutes = 5
after = ["notes"]
[steps.settings]
type = "settle"
form = "text"
"""


@pytest.mark.parametrize(
    ("was", "now", "line", "reason"),
    [
        ('summary = ""', 'sumary = ""', 3, "there is no field called `sumary` here"),
        ('id = "t"', 'id = "a/b"', 1, "the id needs letters, digits and dashes"),
        ('summary = ""\n', "", 1, "the field `summary` is missing"),
        ('title = "Notes"\n', "", 6, "the field `title` is missing"),
        ("minutes = 5\n[", 'minutes = "five"\n[', 10, "here stands text"),
        ("minutes = 5\n[", "minutes = 0\n[", 10, "needs at least one minute"),
        ("minutes = 5\n[", "minutes = 5\nwho = ['boss']\n[", 11, "`boss` is not one of the words"),
        ('"collect"', '"colect"', 12, "`colect` is not one of the words"),
        ('id = "a"', 'id = "a"\ncolour = "red"', 15, "no field called `colour`"),
        ('id = "text"', 'id = "notes"', 18, "there are two steps"),
        ('["notes"]', '["later"]', 22, "has to come after 'later'"),
        ('"T"', f'"{"x" * 121}"', 2, "the title needs 120 characters"),
        ('purpose = ""', f'purpose = "{"x" * 601}"', 4, "the purpose needs 600"),
        ('purpose = ""', 'purpose = ""\nforbids = ["settle"]', 25, "no place for"),
        ('purpose = ""', 'purpose = ""\nforbids = ["setle"]', 5, "`setle` is not one"),
    ],
)
def test_a_wrong_file_is_told_the_line_and_the_reason(
    was: str, now: str, line: int, reason: str
) -> None:
    assert read_template(tomllib.loads(GOOD), GOOD)
    wrong = GOOD.replace(was, now, 1)
    assert wrong != GOOD

    with pytest.raises(TemplateError) as refused:
        read_template(tomllib.loads(wrong), wrong)

    assert reason in refused.value.reason
    assert refused.value.line == line


def test_too_many_steps_are_told_the_first_that_is_too_many() -> None:
    head, first, second = GOOD.split("[[steps]]")
    many = "[[steps]]".join([head, *[first.replace("notes", f"n{n}") for n in range(61)]])

    with pytest.raises(TemplateError, match="more than 60 steps") as refused:
        read_template(tomllib.loads(many), many)

    assert second
    assert refused.value.line == 6 + 60 * 11


# --- saved again ------------------------------------------------------------------------------


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_template_that_is_saved_is_the_same_when_it_is_read(file: Path) -> None:
    template = read_template(toml(file))

    assert read_template(written(template)) == template


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_saved_template_leaves_the_words_of_notices_to_the_rules(file: Path) -> None:
    template = read_template(toml(file))
    rules = read_rules(toml(FOLDER / "en" / "rules" / "england.toml"))
    resolved = replace(template, steps=tuple(resolve(plan, rules) for plan in template.steps))

    assert read_template(written(resolved)) == template


def test_a_notice_that_the_rules_lack_stays_as_it_is() -> None:
    plan = read_template(toml(FOLDER / "en" / "strategy.toml")).steps[0]

    assert resolve(plan, Rules()) == plan


def test_what_says_nothing_is_not_written() -> None:
    fields = written(Template("t", "T", "", "", read_template(tomllib.loads(GOOD)).steps))

    assert fields["steps"][0] == {
        "id": "notes",
        "title": "Notes",
        "prompt": "What?",
        "minutes": 5,
        "settings": {"type": "collect", "lanes": [{"id": "a", "title": "A"}]},
    }


def test_the_examples_in_the_guide_can_be_used_as_they_stand() -> None:
    guide = (FOLDER.parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")
    template, rules = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)

    assert read_template(tomllib.loads(template), template).minutes == 24
    assert len(read_rules(tomllib.loads(rules), rules).clocks) == 1


@pytest.mark.parametrize("days", [-1, 91])
def test_a_pack_gives_people_a_sensible_time_to_put_the_record_right(days: int) -> None:
    text = f'id = "here"\ncorrection_days = {days}'

    with pytest.raises(TemplateError, match="0 to 90 days") as refused:
        read_rules(tomllib.loads(text), text)

    assert refused.value.line == 2
    assert read_rules({"id": "here", "correction_days": 5}).correction_days == 5


def test_words_are_taken_from_fields_that_the_form_before_has() -> None:
    first = {"id": "a", "label": "A"}
    sheet = step("one", "form", fields=[first])
    good = step("two", "form", like="one", fields=[{"id": "b", "label": "B", "takes": ["a"]}])
    wrong = step("two", "form", like="one", fields=[{"id": "b", "label": "B", "takes": ["c"]}])
    many = step("two", "form", fields=[{"id": "b", "label": "B", "most": 9_999}])

    read_template(agenda(sheet, good))
    for bad in (wrong, many):
        with pytest.raises(TemplateError):
            read_template(agenda(sheet, bad))
