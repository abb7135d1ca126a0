"""A layout has one cell for each column, says each label once, and holds what any file can hold."""

import pytest

from server.exports.document import Changed, Part
from server.exports.laid_out import laid_out, safe
from tests.server.exports.made import COLUMNS, WORDS, document, line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Siân\n\nŁódź 👩‍👩‍👧", "Siân\n\nŁódź 👩‍👩‍👧"),
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("a\tb", "a b"),
        ("a\x00\x1b\x7f\x9f", "a\ufffd\ufffd\ufffd\ufffd"),
        ("a\ud800\ufffe\ufdd0\U0001ffff", "a\ufffd\ufffd\ufffd\ufffd"),
        ("\u202eab\u202c\u2066c\u2069", "\ufffdab\ufffd\ufffdc\ufffd"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_text_keeps_its_letters_and_lines_and_loses_what_no_file_can_hold(
    typed: str, kept: str
) -> None:
    assert safe(typed) == kept


def test_what_all_lines_of_a_section_are_is_said_once() -> None:
    said, who, _ = laid_out(document(), WORDS).blocks

    assert said.alike == ""
    assert [row.tag for row in said.rows] == [
        "Fact, for everybody",
        "Opinion, for professionals",
        "Decision, for keepers of the record",
    ]
    assert who.alike == "Each line here: Fact, for everybody"
    assert [row.tag for row in who.rows] == ["", ""]
    assert who.columns == COLUMNS


def test_a_table_of_several_kinds_of_lines_has_a_column_for_that() -> None:
    rows = (
        line("t.1", "Ana", "School", "Chair"),
        line("t.2", "Ben", label="opinion"),
    )

    [block] = laid_out(document(Part("t", 2, "T", COLUMNS, rows, "")), WORDS).blocks

    assert block.columns == (*COLUMNS, "What it is")
    assert [row.tag for row in block.rows] == ["Fact", "Opinion"]


def test_where_every_line_is_for_everybody_none_says_so() -> None:
    [block] = laid_out(
        document(Part("s", 2, "S", (), (line("s.1", "We meet."),), "")), WORDS
    ).blocks

    assert block.alike == "Each line here: Fact"


def test_what_stands_aside_is_neither_fact_nor_opinion() -> None:
    lines = (line("s.1", "Kept back.", aside=True), line("s.2", "We meet."))

    [block] = laid_out(document(Part("s", 2, "S", (), lines, "")), WORDS).blocks

    assert [row.tag for row in block.rows] == ["", "Fact"]


def test_a_row_has_as_many_cells_as_its_table_has_columns() -> None:
    rows = (line("t.1", "Ana"), line("t.2", "Ben", "Health", "Chair", "and", "more"))

    [block] = laid_out(document(Part("t", 2, "T", COLUMNS, rows, "")), WORDS).blocks

    assert [row.cells for row in block.rows] == [
        ("Ana", "", ""),
        ("Ben", "Health", "Chair · and · more"),
    ]


def test_a_change_says_what_stood_there_and_what_the_meeting_said_since() -> None:
    changed = (
        Changed("Kit", "3 May 2027", ("Two came",)),
        Changed("Kit", "4 May 2027", ("Three came",), ("Four came",)),
    )
    part = Part("s", 2, "S", (), (line("s.1", "Some came", changed=changed),), "")

    [block] = laid_out(document(part), WORDS).blocks

    assert block.rows[0].notes == (
        "Changed by Kit on 3 May 2027. Until then: “Two came”",
        "Changed by Kit on 4 May 2027. Until then: “Three came”"
        " The meeting went on since: by itself, the line would now say “Four came”",
    )
