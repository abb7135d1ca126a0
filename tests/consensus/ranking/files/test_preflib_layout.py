"""PrefLib's two layouts, taken apart."""

import pytest

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.preflib_layout import Line, Parts, Said, take_apart, whole_number

SINCE_2022 = """\
# FILE NAME: x.soc

# DATA TYPE: soc
# NUMBER ALTERNATIVES: 2
# NUMBER VOTERS: 5
# NUMBER UNIQUE ORDERS: 1
# ALTERNATIVE NAME 1: a: the first
# ALTERNATIVE NAME 2:
5: 2,1
"""

UNTIL_2022 = """\
2
1,a, the first
2,

5,5,1
5,2,1
"""


def failure(text: str) -> tuple[Fault, int | None]:
    with pytest.raises(BallotError) as error:
        take_apart(text)
    assert "secret" not in str(error.value)
    return error.value.fault, error.value.line


def test_a_file_with_metadata_is_taken_apart() -> None:
    assert take_apart(SINCE_2022) == Parts(
        names={"1": "a: the first", "2": ""},
        body=[Line(9, "5: 2,1")],
        separator=":",
        voters=[Said(5, 5)],
        orders=[Said(1, 6)],
        kind=Line(3, "soc"),
    )


def test_a_file_of_the_older_layout_is_taken_apart() -> None:
    assert take_apart(UNTIL_2022) == Parts(
        names={"1": "a, the first", "2": ""},
        body=[Line(6, "5,2,1")],
        separator=",",
        voters=[Said(5, 5), Said(5, 5)],
        orders=[Said(1, 5)],
    )


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\r\n\t"])
def test_a_file_with_nothing_in_it_is_an_error(text: str) -> None:
    assert failure(text) == (Fault.MALFORMED_FILE, None)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("secret", 1),
        ("\n1: 1,2", 2),
        ("3\n1,a\n2,secret", 3),
        ("3\n1,a\n2,b\n3,c", 4),
        ("2\n1,a\n2 secret\n1,1,1", 3),
        ("2\n1,a\nsecret,b\n1,1,1", 3),
        ("2\n1,a\n1,secret\n1,1,1", 3),
        ("1\n1,a\n1,1", 3),
        ("1\n1,a\n1,1,1,1", 3),
        ("1\n1,a\n1,secret,1", 3),
        ("# NUMBER ALTERNATIVES: secret", 1),
        ("# TITLE: x\n# NUMBER VOTERS: -1", 2),
        ("# NUMBER UNIQUE ORDERS: 1.0", 1),
        ("# ALTERNATIVE NAME secret: a", 1),
        ("# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 01: b", 2),
        ("# ALTERNATIVE NAME 1: a\n# NUMBER ALTERNATIVES: 2", 2),
    ],
)
def test_a_line_of_neither_layout_is_an_error_at_this_line(text: str, line: int) -> None:
    assert failure(text) == (Fault.MALFORMED_FILE, line)


@pytest.mark.parametrize(
    "text",
    [
        "# NUMBER ALTERNATIVES: 999999999",
        "# NUMBER VOTERS: " + "9" * 5000,
        "# ALTERNATIVE NAME " + "9" * 5000 + ": a",
        "9" * 5000,
    ],
)
def test_numbers_out_of_all_proportion_are_refused_at_once(text: str) -> None:
    assert failure(text) == (Fault.OUT_OF_RANGE, 1)


@pytest.mark.parametrize(("text", "number"), [("0", 0), (" 012 ", 12), ("9" * 18, 10**18 - 1)])
def test_whole_numbers_are_read(text: str, number: int) -> None:
    assert whole_number(text, 1) == number
