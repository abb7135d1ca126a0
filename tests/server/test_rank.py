"""A file of rankings on the command line: what it says, and what is wrong with it."""

import json
from pathlib import Path

import pytest

from server.__main__ import main

FOUR = """\
person,trust,money,time,distance
Ana,1,3,2,4
Ben,1,2,3,4
Cam,2,3,1,4
Dee,3,2,4,1
"""


@pytest.fixture
def four(tmp_path: Path) -> Path:
    file = tmp_path / "four.csv"
    file.write_text(FOUR, encoding="utf-8")
    return file


def test_a_file_is_explained_in_plain_lines(four: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", str(four), "--top", "2"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("4 items, 4 of 4 people answered\n")
    assert "overrules 7 voices over all pairs, the least there is; one of 2 best orders:" in said
    assert "      1  trust\n    2-3  money = time\n      4  distance\n" in said
    assert "47% of the time; chance among so many is" in said
    assert "Five ways of counting, the first 2: they agree\n" in said
    assert "  which 2 come first: none, best orders differ in it already\n" in said
    assert "  the first: 1\n" in said


def test_all_figures_come_as_json(four: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", str(four), "--json"]) == 0

    said = json.loads(capsys.readouterr().out)
    assert said["combined"]["bands"] == [["trust"], ["money", "time"], ["distance"]]
    assert said["combined"]["cost"] == 7
    assert said["agreement"] == pytest.approx(17 / 36)


def test_weights_that_are_fractions_come_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "two.json"
    ballots = [{"order": ["a", "b"], "weight": "1/3"}, {"order": ["b", "a"], "weight": "1/2"}]
    file.write_text(json.dumps({"items": ["a", "b"], "ballots": ballots}), encoding="utf-8")

    assert main(["rank", str(file), "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["combined"]["cost"] == "1/3"


def test_a_file_is_written_as_another_kind(
    four: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["rank", str(four), "--to", "soc"]) == 0

    preflib = capsys.readouterr().out
    (tmp_path / "four.soc").write_text(preflib, encoding="utf-8")
    assert "# NUMBER VOTERS: 4\n" in preflib
    assert main(["rank", str(tmp_path / "four.soc")]) == 0
    assert "overrules 7 voices" in capsys.readouterr().out


def test_what_was_not_ranked_may_lie_below_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "firsts.csv"
    file.write_text("a,b,c\n1,,\n1,,\n,1,\n", encoding="utf-8")

    assert main(["rank", str(file)]) == 1
    assert "nobody has put one item before another (nobody_has_a_view)" in capsys.readouterr().err
    assert main(["rank", str(file), "--not-ranked", "below"]) == 0
    assert "      1  a\n" in capsys.readouterr().out


def test_one_item_needs_no_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "one.csv"
    file.write_text("only\n1\n", encoding="utf-8")

    assert main(["rank", str(file)]) == 0

    said = capsys.readouterr().out
    assert "      1  only\n" in said
    assert "Too few people" in said


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("bad.soc", "nonsense", "line 1: "),
        ("bad.csv", "a,b\n1,x\n", "line 2: "),
        ("bad.txt", "", "its name must end in one of soc, soi, toc, toi, csv, json"),
        ("bad.json", "{", "malformed_file"),
    ],
)
def test_what_cannot_be_read_is_one_clear_sentence(
    name: str, text: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert main(["rank", str(tmp_path / name)]) == 1

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert why in said


def test_a_file_that_is_not_there_or_is_no_text_is_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "image.soc").write_bytes(b"\xff\xfe\x00\x80")

    for name in ("nowhere.soc", "image.soc"):
        assert main(["rank", str(tmp_path / name)]) == 1
        assert "cannot be read" in capsys.readouterr().err
