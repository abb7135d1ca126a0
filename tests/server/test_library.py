"""What ships, what a host adds, and files that are wrong."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from consensus import commands as c
from consensus import steps
from consensus.agenda import StepPlan
from consensus.agendas.template import Template, TemplateError
from consensus.disclosure.withholding import GROUNDS
from consensus.meeting import prepare, start
from consensus.refusal import Code, Refusal
from consensus.steps import collect, gate, judge, settle
from server import library
from tests.consensus.given import SERVER, Situation

GOOD = """\
id = "{id}"
title = "{title}"
summary = ""
purpose = ""
[[steps]]
id = "talk"
title = "Talk"
prompt = ""
minutes = 5
[steps.settings]
type = "turns"
by = "people"
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "rules").mkdir()
    return tmp_path


# --- what ships -------------------------------------------------------------------------------


def test_what_is_most_urgent_comes_first_and_in_each_group_the_longest() -> None:
    found = [(one.group, one.id) for one in library.templates("en")]

    assert found == [
        ("case", "options"),
        ("case", "strategy"),
        ("case", "disagreement"),
        ("thinking", "partnership-review"),
        ("thinking", "joint-supervision"),
        ("thinking", "action-learning"),
        ("thinking", "good-practice"),
        ("training", "task-5-1"),
        ("training", "task-5-1-mirror"),
        ("training", "diamond-nine"),
        ("training", "task-5-1-short"),
    ]


def test_a_language_that_is_not_here_gets_english() -> None:
    assert library.templates("xx") == library.templates("en")
    assert library.ready_steps("xx") == library.ready_steps("en")


def test_there_are_packs_of_rules_and_steps_to_add() -> None:
    assert [pack.id for pack in library.rule_packs("en")] == ["england", "north-county", "plain"]
    assert {"break", "decide", "round"} <= {one.id for one in library.ready_steps("en")}
    assert library.rules("en", "plain").title


@pytest.mark.parametrize("find", [library.template, library.rules, library.statement_set])
def test_what_is_not_here_is_refused(find: object) -> None:
    assert callable(find)
    with pytest.raises(Refusal, match=Code.NO_SUCH_TEMPLATE):
        find("en", "nothing")


# --- what a host adds -------------------------------------------------------------------------


def test_a_host_s_own_stand_beside_what_ships(data: Path) -> None:
    (data / "templates" / "ours.toml").write_text(GOOD.format(id="ours", title="Ours"))
    (data / "rules" / "ours.toml").write_text('id = "ours"\ntitle = "Our rules"\n')

    assert library.template("en", "ours", data).title == "Ours"
    assert library.template("en", "strategy", data) == library.template("en", "strategy")
    assert library.rules("en", "ours", data).title == "Our rules"
    assert library.templates("en", data)[-1].id == "ours"


def test_a_host_s_own_replaces_what_ships_under_its_id(data: Path) -> None:
    (data / "templates" / "a.toml").write_text(GOOD.format(id="strategy", title="Ours"))

    found = [one.title for one in library.templates("en", data) if one.id == "strategy"]

    assert found == ["Ours"]


def test_a_wrong_file_is_named_in_the_log_with_its_line_and_left_out(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    wrong = GOOD.format(id="wrong", title="Wrong").replace("minutes = 5", "minutes = 0")
    (data / "templates" / "wrong.toml").write_text(wrong)
    (data / "templates" / "bytes.toml").write_bytes(b"\xff\xfe")
    (data / "rules" / "wrong.toml").write_text("id = 'a'\ncolour = 'red'\n")

    assert library.templates("en", data) == library.templates("en")
    assert library.rule_packs("en", data) == library.rule_packs("en")
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "wrong.toml is left out: line 9: step 'talk' needs at least one minute" in said
    assert "bytes.toml is left out: it cannot be read" in said
    assert "line 2: there is no field called `colour` here" in said


def test_a_folder_without_any_is_as_good(tmp_path: Path) -> None:
    assert library.templates("en", tmp_path) == library.templates("en")


# --- a file that somebody brings --------------------------------------------------------------


def test_a_good_file_is_a_template() -> None:
    assert library.parse_template(GOOD.format(id="mine", title="Mine")).title == "Mine"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('id = "a"\ntitle = ', 2, "this is not TOML"),
        ('id = "a"\ntitle == "b"\n', 2, "this is not TOML"),
        ('id = "a"\nid = "b"\n', 2, "this is not TOML"),
        ("", 1, "is missing"),
        ("just words", 1, "this is not TOML"),
        ("x" * 64_001, 1, "larger than 64000 bytes"),
        ('a = "' + "é" * 32_000 + '"', 1, "larger than 64000 bytes"),
        # These would take the reader many seconds, and everybody in every room would wait.
        ("a." * 31_000 + "a = 1", 1, "more than 9 parts"),
        ('# """\n[' + "a . " * 12_000 + "a]", 2, "more than 9 parts"),
        ("x = {" + '"a".' * 15_000 + "a = 1}", 1, "more than 9 parts"),
        ("a" * 63_000, 1, "this is not TOML"),
        ("[" * 5_000, 1, "this is not TOML"),
        ('id = "a"\nsteps = ' + "[" * 2_000, 1, "this is not TOML"),
    ],
)
def test_a_wrong_one_says_which_line_and_why(text: str, line: int, reason: str) -> None:
    with pytest.raises(TemplateError) as refused:
        library.parse_template(text)

    assert refused.value.line == line
    assert reason in refused.value.reason


# --- every agenda, from its first step to its last --------------------------------------------

PEOPLE = ("kit", "ana", "ben", "cam", "dot")


def answers(step: StepPlan, items: tuple[str, ...], chair: str) -> Iterator[tuple[str, c.Command]]:
    """Yield what people do in a step so that the next ones have what they start from."""
    match step.settings:
        case judge.Settings(shown="nobody"):
            return
        case judge.Settings(ask="scale" | "level"):
            marks: dict[str, int | None] = dict.fromkeys(items, 5)
            yield from ((by, judge.Cast(step.id, (), marks=marks)) for by in PEOPLE[1:])
            yield chair, judge.Reveal(step.id, even_so=True)
        case judge.Settings(choose=choose):
            answer = items[:choose] if choose else items
            yield from ((by, judge.Cast(step.id, answer)) for by in PEOPLE[1:])
            yield chair, judge.Reveal(step.id, even_so=True)
        case collect.Settings(lanes=lanes, private=private):
            for number, lane in enumerate(lanes):
                if lane.tone == "option":
                    for by in PEOPLE[1:4]:
                        note = collect.AddNote(step.id, f"{by}{number}", lane.id, f"Idea of {by}")
                        yield by, note
            if private:
                yield chair, collect.RevealNotes(step.id, even_so=True)
        case settle.Settings(form="board", slots=slots):
            for slot, item in enumerate(items[:slots]):
                yield chair, settle.Propose(step.id, slot, item)
                yield chair, settle.Agree(step.id, slot, item, "Because", even_so=True)
        case gate.Settings(version=version):
            yield from ((by, gate.Acknowledge(step.id, True, version)) for by in PEOPLE)
        case _:
            return


@pytest.mark.parametrize("template", library.templates("en"), ids=lambda one: one.id)
def test_every_step_opens_when_those_before_it_were_held(template: Template) -> None:
    sets = library.statement_set("en", template.statements).items if template.statements else ()
    rules = library.rules("en", template.rules)
    meeting = start(prepare(template, "A meeting", "", sets, 1, focus="J.B.", rules=rules))
    joins = [
        (SERVER, c.Join(by, by, "Health", "chair" if by == "kit" else "participant"))
        for by in PEOPLE
    ]
    room = Situation(meeting).after(*joins)
    for number, plan in enumerate(template.steps):
        room = room.after(("kit", c.OpenStep(plan.id)))
        step = room.meeting.agenda[number]
        assert step.state is not None
        room = room.after(*answers(step.plan, steps.items_of(step.state), "kit"))

    assert all(step.state is not None for step in room.meeting.agenda)
    assert room.after(("kit", c.Close())).meeting.closed


def test_what_grounds_rest_on_ships_and_a_host_can_have_their_own(tmp_path: Path) -> None:
    shipped = library.guidance("en")
    (tmp_path / "guidance").mkdir()
    own = tmp_path / "guidance" / "own.toml"
    own.write_text('id="o"\nedition="Ours"\nread="2026-01-01"\nnote="Ask"\n[rests_on]\n', "utf-8")

    assert set(shipped.rests_on) == set(GROUNDS)
    assert "information governance" in shipped.note
    assert library.guidance("en", tmp_path).edition == "Ours"


def test_own_guidance_with_a_slip_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "guidance").mkdir()
    (tmp_path / "guidance" / "own.toml").write_text("id=", "utf-8")

    assert library.guidance("en", tmp_path) == library.guidance("en")
