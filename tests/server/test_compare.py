"""`commonground compare`: every figure follows from the data, or is said not to."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from server.__main__ import main
from server.compare import checked
from server.exports.hall import data_of, read, write
from tests.server.exports.test_hall import floor

FILE = write(data_of(floor()))


def compared(tmp_path: Path, file: bytes, *more: str) -> int:
    path = tmp_path / "tables.json"
    path.write_bytes(file)
    return main(["compare", str(path), *more])


def changed(*way: str | int, to: object) -> bytes:
    """Return the file with something else at one place in it."""
    data = json.loads(FILE)
    at: Any = data
    for key in way[:-1]:
        at = at[key]
    at[way[-1]] = to
    return json.dumps(data).encode()


def test_all_figures_of_a_file_follow_from_its_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(tmp_path, FILE) == 0

    told = capsys.readouterr().out
    assert "equal    distances" in told
    assert "figures follow from the data." in told
    assert "DIFFERS" not in told


@pytest.mark.parametrize(
    ("way", "figure"),
    [
        (("figures", "distances", "comparison", "within"), "distances"),
        (("figures", "splits", "items", 0, "p"), "splits"),
        (("figures", "orders", "people"), "orders"),
        (("figures", "journeys", "journeys", 0, "agreement_last"), "journeys"),
        (("figures", "alike", "pairs", 0, "ranked"), "alike"),
    ],
)
def test_a_figure_that_was_changed_is_found(
    way: tuple[str | int, ...],
    figure: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    to = 99 if way[-1] == "people" else 0.123
    assert compared(tmp_path, changed(*way, to=to), "--json") == 1

    verdict = json.loads(capsys.readouterr().out)
    assert [each["figure"] for each in verdict["figures"] if not each["equal"]] == [figure]


def test_an_order_that_was_changed_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = changed("rankings", 0, "orders", 0, "answer", to=["d", "c", "b", "a"])

    assert compared(tmp_path, file) == 1
    assert "DIFFERS  distances" in capsys.readouterr().out


def test_a_figure_that_is_missing_or_follows_from_nothing_is_found() -> None:
    data = read(FILE)
    less = {key: figure for key, figure in data.figures.items() if key != "splits"}
    more = {**data.figures, "found/9": data.figures["pass"]}

    assert checked(replace(data, figures=less)).status == 1
    assert checked(replace(data, figures=more)).status == 1


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00\xff", id="no text"),
        pytest.param(b"{}", id="another file"),
        pytest.param(changed("format", to="x"), id="another format"),
        pytest.param(changed("items", to=[]), id="no statements"),
        pytest.param(changed("rankings", 0, "orders", 0, "answer", to=["x"]), id="no such item"),
        pytest.param(changed("rankings", 0, "orders", 0, "answer", to=["a", "a"]), id="twice"),
        pytest.param(changed("rankings", 0, "orders", to=7), id="no orders"),
    ],
)
def test_a_file_that_fits_no_exercise_is_not_readable(
    file: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(tmp_path, file) == 2

    said = capsys.readouterr()
    assert "Traceback" not in said.err + said.out


def test_rankings_that_each_come_before_the_other_are_read_to_an_end() -> None:
    data = read(FILE)
    one, two = data.rankings
    circle = (replace(one, again=two.step), replace(two, again=one.step))

    assert checked(replace(data, rankings=circle)).figures


def test_a_file_that_is_not_there_is_not_readable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(tmp_path / "nowhere.json")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_what_a_file_says_moves_no_cursor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nasty = {**read(FILE).figures, "\x1b[2J": read(FILE).figures["pass"]}
    file = msgspec.json.encode(replace(read(FILE), figures=nasty))

    assert compared(tmp_path, file) == 1
    assert "\x1b" not in capsys.readouterr().out
