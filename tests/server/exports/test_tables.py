"""A table opens in a spreadsheet as it is: every line in a row, and no cell that runs."""

import csv
import io

import pytest

from server.exports import tables
from server.exports.document import Document
from tests.server.exports.made import NASTY, WORDS, document, nasty

SIGNS = "=+-@\t\r\n|%＝＋－＠"


def rows(made: Document) -> list[list[str]]:
    file = tables.write(made, WORDS)
    assert file.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True))


def test_every_line_is_a_row_with_its_section_id_label_and_readers() -> None:
    found = rows(document())

    assert found[0][:5] == ["Section", "Line", "Kind", "Readers", "Changed"]
    assert ["What was said", "said.3", "Decision", "for keepers of the record"] in [
        row[:4] for row in found
    ]
    assert [
        "Who was there",
        "who.ben",
        "Fact",
        "for everybody",
        "",
        "Ben",
        "Health",
        "Chair",
    ] in found
    assert {len(row) for row in found} == {8}


def test_the_head_a_change_and_an_empty_section_are_in_it() -> None:
    found = rows(document())

    assert [row[5] for row in found if row[0] == "About this copy"] == [
        "Planning for the summer",
        "Minutes so far.",
        "This copy is for professionals.",
        "Mark of the seal: ab12 cd34",
        "Date",
    ]
    [changed] = [row for row in found if row[1] == "said.2"]
    assert changed[4] == "Changed by Kit on 3 May 2027. Until then: “It is early”"
    assert ["Fears", "Not discussed"] in [[row[0], row[5]] for row in found]


def test_no_cell_begins_with_what_makes_a_spreadsheet_work_it_out() -> None:
    cells = [cell for row in rows(nasty()) for cell in row]

    assert cells
    assert [cell for cell in cells if cell and cell[0] in SIGNS] == []


@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\n", "'", "\u200b", "\u3000"])
@pytest.mark.parametrize("sign", "=+-@|%＝＋－＠−")
def test_a_sign_is_put_out_of_action_whatever_stands_before_it(before: str, sign: str) -> None:
    assert tables.inert(f"{before}{sign}1") == f"'{before}{sign}1"


@pytest.mark.parametrize("text", ["Siân", "1 = 1", "3 May", "", " x", "It’s", "“No”"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert tables.inert(text) == text


def test_words_come_back_whole() -> None:
    found = rows(nasty())
    cells = {cell.removeprefix("'") for row in found for cell in row}

    for typed in NASTY:
        if typed.isprintable():
            assert typed.removeprefix("'") in cells
