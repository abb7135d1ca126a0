"""What the pages for people say of this house is there: links, files, commands and tests."""

import re
from collections import Counter
from pathlib import Path

import pytest

from server.__main__ import main

HOME = Path(__file__).parents[1]
DOCS = HOME / "docs"
DECISIONS = DOCS / "decisions"
PAGES = [HOME / "README.md", HOME / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
REQUIREMENTS = (DOCS / "requirements.md").read_text()

each_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: page.relative_to(HOME).as_posix()
)

# What a folder of this house is called where a page names a file in it.
_HOUSE = ("bench", "client", "consensus", "docs", "scripts", "server", "tests")


def anchors(page: Path) -> set[str]:
    """Return where a page can be linked to: its headings, as GitHub calls them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(), re.M)
    plain = (re.sub(r"[^\w\- ]", "", head.lower()) for head in heads)
    return {head.replace(" ", "-") for head in plain}


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
        if re.match(r"https?:", link):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@each_page
def test_every_file_that_is_named_is_there(page: Path) -> None:
    # The requirements name tests by their path under tests/, and have a test of their own below.
    under = _HOUSE if page.name != "requirements.md" else ("docs",)
    named = re.findall(rf"`((?:{'|'.join(under)})/[\w./-]+)(?:::\w+)?`", page.read_text())

    assert [name for name in named if not (HOME / name).exists()] == []


@each_page
def test_no_page_names_a_place_on_somebodys_own_machine(page: Path) -> None:
    assert re.findall(r"(?:^|[\s`(\"])/(?:home|root|tmp|work|Users)/\S*", page.read_text()) == []


@each_page
def test_every_command_that_is_named_is_one(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = set(re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.M))
    named = set(re.findall(r"(?:^|[`/ ])commonground ([a-z]+)", page.read_text(), re.M))

    assert {"serve", "verify"} <= commands
    assert named <= commands


SOURCES = [
    file
    for folder in ("bench", "consensus", "server", "client/src")
    for file in sorted((HOME / folder).rglob("*"))
    if file.suffix in {".py", ".ts", ".tsx", ".typ"}
]


def test_every_page_that_a_source_names_is_there() -> None:
    named = {
        (file.name, page)
        for file in SOURCES
        for page in re.findall(r"(?<![\w/])docs/[\w/-]+(?:\.\w+)?", file.read_text())
    }

    assert ("blanking.py", "docs/decisions/0019-how-things-are-gone.md") in named
    assert [each for each in sorted(named) if not (HOME / each[1]).exists()] == []


def test_every_decision_is_in_the_list_under_its_own_title() -> None:
    listed = re.findall(
        r"^(\d+)\. \[(.+?)\]\((.+?)\)$", (DECISIONS / "README.md").read_text(), re.M
    )
    found = sorted(file for file in DECISIONS.glob("0*.md"))

    assert [name for _, _, name in listed] == [file.name for file in found]
    for (number, title, _), file in zip(listed, found, strict=True):
        assert file.read_text().splitlines()[0] == f"# {number}. {title}"


# --- what was asked for -----------------------------------------------------------------------

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in REQUIREMENTS.splitlines()
    if re.match(r"\| \d+ \|", line)
]


def test_the_counts_of_requirements_are_those_of_the_list() -> None:
    states = Counter(state for _, _, state, _, _ in ROWS)
    told = re.search(
        r"^(\d+) work, (\d+) work in part, (\d+) (?:is|are) not built\.", REQUIREMENTS, re.M
    )

    assert [int(row[0]) for row in ROWS] == list(range(1, 89))
    assert told is not None
    assert [int(each) for each in told.groups()] == [
        states["works"],
        states["partly"],
        states["not built"],
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_is_said_to_work_says_where_and_names_tests_that_exist(row: list[str]) -> None:
    _, _, state, where, tests = row
    named = re.findall(r"`([^`]+)`", tests)

    assert state == "not built" or where
    assert state != "works" or named
    assert [name for name in named if not (HOME / "tests" / name).is_file()] == []
