"""The house rules of the core: pure, mirrored, and each kind of step in its four places."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

import consensus
from consensus.steps import Kind

CORE = Path(consensus.__file__).parent
ROOT = CORE.parent
TESTS = ROOT / "tests" / "consensus"

MODULES = sorted(CORE.rglob("*.py"))
KINDS = sorted(file.stem for file in (CORE / "steps").glob("[!_]*.py"))

# What the standard library has that gives the same answer each time and touches nothing outside.
PURE = {
    "bisect",
    "collections",
    "csv",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "heapq",
    "itertools",
    "math",
    "operator",
    "re",
    "typing",
    "unicodedata",
}

# What needs no import and reaches outside, or differs from one process to the next.
FORBIDDEN_CALLS = {
    "__import__",
    "breakpoint",
    "compile",
    "eval",
    "exec",
    "globals",
    "hash",
    "id",
    "input",
    "open",
    "print",
}


def path(file: Path) -> str:
    """Return how a file is called in this repository."""
    return file.relative_to(ROOT).as_posix()


every_module = pytest.mark.parametrize("file", MODULES, ids=path)


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            assert node.module is not None
            yield node.module


# --- pure -------------------------------------------------------------------------------------


@every_module
def test_the_core_imports_nothing_that_waits_draws_lots_or_touches_a_file(file: Path) -> None:
    numbers = {"numpy", "highspy"} if "ranking" in file.parts else set()
    if "pairs" in file.parts:
        numbers |= {"rapidfuzz", "snowballstemmer"}
    allowed = PURE | {"consensus", "msgspec"} | numbers
    found = {name.split(".")[0] for name in imported(ast.parse(file.read_text(encoding="utf-8")))}

    assert found <= allowed


@every_module
def test_the_core_reads_no_file_through_numpy(file: Path) -> None:
    attributes = {
        node.attr
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }

    assert attributes.isdisjoint({"load", "save", "fromfile", "tofile", "memmap"})


@every_module
def test_the_core_draws_random_numbers_only_from_a_seed_that_it_is_given(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    taken = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "numpy.random"
        for name in node.names
    }
    seeds = [
        [ast.unparse(argument) for argument in node.args]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "default_rng"
    ]

    assert "random" not in attributes
    assert taken <= {"default_rng", "Generator"}
    assert seeds == [["seed"]] * len(seeds)


@every_module
def test_the_core_never_waits_and_calls_nothing_that_reaches_outside(file: Path) -> None:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    waiting = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)
    called = {
        node.func.id
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert not [node.lineno for node in nodes if isinstance(node, waiting)]
    assert called.isdisjoint(FORBIDDEN_CALLS)


@pytest.mark.parametrize("file", sorted((CORE / "ranking").rglob("*.py")), ids=path)
def test_the_mathematics_knows_nothing_of_meetings(file: Path) -> None:
    modules = list(imported(ast.parse(file.read_text(encoding="utf-8"))))
    own = [name for name in modules if name.split(".")[0] == "consensus"]

    assert all(name.startswith("consensus.ranking") for name in own)


def test_the_core_holds_code_and_templates_only() -> None:
    """Templates are data, and data is never code."""
    kept = {file.suffix for file in CORE.rglob("*") if "__pycache__" not in file.parts}

    assert kept <= {"", ".py", ".toml"}
    assert not list((CORE / "templates").rglob("*.py"))


@every_module
def test_a_value_of_the_core_never_changes_and_explains_itself(file: Path) -> None:
    classes = [
        node
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and "Struct" in map(ast.unparse, node.bases)
    ]

    for node in classes:
        assert "frozen=True" in map(ast.unparse, node.keywords), node.name
        assert ast.get_docstring(node), node.name


# --- mirrored ---------------------------------------------------------------------------------


def has_code(file: Path) -> bool:
    """Say whether a package's front page is more than a docstring and names from inside."""
    _, *body = ast.parse(file.read_text(encoding="utf-8")).body
    return any(
        not isinstance(node, ast.ImportFrom) and not ast.unparse(node).startswith("__all__ = ")
        for node in body
    )


def mirrors(file: Path) -> list[Path]:
    """Return where the tests of a module may be; a package's own carry its name, or `init`."""
    folder = TESTS / file.relative_to(CORE).parent
    if file.stem != "__init__":
        return [folder / f"test_{file.stem}.py"]
    return [folder / f"test_{file.parent.name}.py", folder / "test_init.py"]


@pytest.mark.parametrize("file", [file for file in MODULES if has_code(file)], ids=path)
def test_every_module_has_its_tests_where_one_would_look_for_them(file: Path) -> None:
    assert any(test.exists() for test in mirrors(file))


def test_no_tests_are_left_of_a_module_that_is_gone() -> None:
    expected = set(chain.from_iterable(mirrors(file) for file in MODULES))
    of_the_whole = {
        "test_bad_input.py",
        "test_exercise.py",
        "test_house.py",
        "test_properties.py",
        "test_wordings.py",
    }
    of_sources = {"test_published_rankings.py"}
    found = [test for test in TESTS.rglob("test_*.py") if test not in expected]

    assert {test.name for test in found} <= of_the_whole | of_sources


@every_module
def test_a_module_is_short_enough_to_read_at_one_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 500


# --- four places for each kind of step --------------------------------------------------------


def test_the_kinds_are_named_as_their_modules_are() -> None:
    assert sorted(get_args(Kind)) == KINDS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "place",
    [
        "consensus/steps/{}.py",
        "client/src/steps/{}.tsx",
        "client/pages/minutes/{}.html",
        "tests/consensus/steps/test_{}.py",
    ],
)
def test_a_kind_of_step_lives_in_four_places_under_one_name(kind: str, place: str) -> None:
    assert (ROOT / place.format(kind)).is_file()


@pytest.mark.parametrize("place", ["client/pages/minutes/*.html"])
def test_nothing_is_left_of_a_kind_that_is_gone(place: str) -> None:
    assert {file.stem for file in ROOT.glob(place) if file.stem[0] != "_"} <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_knows_one_kind_finds_their_way_in_all(kind: str) -> None:
    headings = re.findall(
        r"^# --- (.+?) -+$", (CORE / "steps" / f"{kind}.py").read_text(encoding="utf-8"), re.M
    )

    assert [heading for heading in headings if heading != "figures"] == [
        "settings",
        "state",
        "commands",
        "events",
        "decide and evolve",
        "what each audience sees",
        "what the minutes say",
    ]
