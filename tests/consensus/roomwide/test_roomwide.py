"""What goes on beside the agenda: one state, and every module has its place in it."""

from pathlib import Path
from typing import get_args

import pytest

from consensus import commands as c
from consensus import roomwide, steps
from consensus.refusal import Code
from consensus.roomwide import glossary, parking, risk
from consensus.steps import judge
from consensus.views import everyone_parts
from tests.consensus.given import given, in_small_parts, plan, room

FOLDER = Path(roomwide.__file__).parent
MODULES = sorted(file.stem for file in FOLDER.glob("[!_]*.py"))

HEADINGS = [
    "state",
    "commands",
    "events",
    "decide and evolve",
    "what each audience sees",
    "what the minutes say",
]


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_headings_in_order(module: str) -> None:
    lines = (FOLDER / f"{module}.py").read_text(encoding="utf-8").splitlines()
    found = [line.strip("# -") for line in lines if line.startswith("# --- ")]

    assert [heading for heading in found if heading in HEADINGS] == HEADINGS


def tags(*unions: object) -> list[str]:
    return [kind.__struct_config__.tag for union in unions for kind in get_args(union)]


def test_commands_and_events_say_which_module_they_belong_to() -> None:
    named = {tag.partition(".")[0] for tag in tags(roomwide.Command, roomwide.Event)}

    assert all(any(module.startswith(name) for module in MODULES) for name in named)
    assert {"parking", "glossary", "risk"} <= named


def test_no_two_are_called_the_same() -> None:
    for beside, in_steps in ((roomwide.Command, steps.Command), (roomwide.Event, steps.Event)):
        found = tags(beside, in_steps)
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("command", "part"),
    [
        (parking.Add("p1", "Who pays for taxis?"), "parking"),
        (glossary.Put("CIN", "Child in need"), "glossary"),
        (risk.Raise("r1"), "risks"),
    ],
)
def test_what_happens_beside_is_seen_and_changes_nothing_else(
    command: c.Command, part: str
) -> None:
    before = given(*room(plan("rank", judge.Settings())))
    after = before.when(command, by="ana").done()

    earlier = in_small_parts(everyone_parts(before.meeting))
    later = in_small_parts(everyone_parts(after.meeting))
    changed = {name for name in later if earlier[name].made_from != later[name].made_from}

    assert changed - {"room"} == {part}
    assert before.meeting.agenda == after.meeting.agenda


def test_nobodys_own_view_changes_through_what_everybody_sees() -> None:
    assert roomwide.concerns(parking.Added("p1", "ana", "Taxis", False, 1)) == frozenset()
    assert roomwide.concerns(glossary.WordPut("CIN", "ana", "Child in need", 1)) == frozenset()
    assert roomwide.concerns(risk.Raised("r1", "ana", "", 1)) == frozenset({"ana"})
    assert roomwide.concerns(risk.Calmed("r1", "no", "kit", 1)) is None


def test_a_stranger_is_refused_beside_the_agenda_too() -> None:
    situation = given(*room(plan("rank", judge.Settings())))

    situation.when(parking.Add("p1", "Taxis"), by="stranger").refused(Code.NOT_A_MEMBER)
