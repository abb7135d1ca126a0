"""The two layouts of PrefLib's files, taken apart into what they have in common.

Since 2022 lines of metadata, `# KEY: value`, stand before the body. Until then it was the number of
alternatives, a line for each of them (`1,trust`), a line with the number of voters, the sum of the
counts and the number of orders, and then the body. See `preflib` for the body.
"""

import re
from collections.abc import Sequence
from typing import NoReturn

from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.common import check_room, without_mark

_NAME = "ALTERNATIVE NAME "
_DIGITS = re.compile(r"[0-9]+")
_LINE_END = re.compile(r"\r\n|\r|\n")

# More digits than any number has that is used here, and fewer than Python refuses to read.
_MOST_DIGITS = 18


class Line(Struct, frozen=True):
    """A line that is not blank, without the blanks around it. `number`: from 1, in the file."""

    number: int
    text: str


class Said(Struct, frozen=True):
    """A total that a file states about itself, and the line where it does."""

    total: int
    line: int


class Parts(Struct, frozen=True):
    """A file taken apart.

    `names`: each alternative's name, by its number without leading zeros. `separator`: what stands
    in the body between a count and its order. `voters`, `orders`: the number of people and of
    different orders. `kind`: the type of data, as it is written.
    """

    names: dict[str, str]
    body: list[Line]
    separator: str
    voters: list[Said]
    orders: list[Said]
    kind: Line | None = None


def take_apart(text: str) -> Parts:
    """Take the text of a file apart; BallotError when it is of neither layout."""
    lines = [
        Line(number, line.strip())
        for number, line in enumerate(_LINE_END.split(without_mark(text)), start=1)
        if line.strip()
    ]
    if not lines:
        raise BallotError(Fault.MALFORMED_FILE, "the file is empty")
    return _since_2022(lines) if lines[0].text.startswith("#") else _until_2022(lines)


def whole_number(text: str, line: int) -> int:
    """Read a whole number, 0 or above; BallotError when it is none or out of all proportion."""
    digits = text.strip()
    if not _DIGITS.fullmatch(digits):
        refuse("a number is expected here that is whole and not below 0", line)
    if len(digits) > _MOST_DIGITS:
        raise BallotError(Fault.OUT_OF_RANGE, "a number is too large", line)
    return int(digits)


def refuse(sentence: str, line: int) -> NoReturn:
    """Raise BallotError for a line that is not of PrefLib's form."""
    raise BallotError(Fault.MALFORMED_FILE, sentence, line)


def _since_2022(lines: Sequence[Line]) -> Parts:
    metadata: dict[str, Line] = {}
    names: dict[str, str] = {}
    for line in lines:
        if line.text.startswith("#"):
            key, _, value = line.text.lstrip("#").partition(":")
            key = " ".join(key.upper().split())
            if key.startswith(_NAME):
                _add_name(names, key.removeprefix(_NAME), value, line.number)
            elif value.strip():
                metadata[key] = Line(line.number, value.strip())
    for said in _said(metadata, "NUMBER ALTERNATIVES"):
        names = _all_named(names, said)
    return Parts(
        names=names,
        body=[line for line in lines if not line.text.startswith("#")],
        separator=":",
        voters=_said(metadata, "NUMBER VOTERS"),
        orders=_said(metadata, "NUMBER UNIQUE ORDERS"),
        kind=metadata.get("DATA TYPE"),
    )


def _until_2022(lines: Sequence[Line]) -> Parts:
    first = lines[0]
    if not _DIGITS.fullmatch(first.text):
        refuse("a file begins with metadata or with the number of alternatives", first.number)
    size = whole_number(first.text, first.number)
    if len(lines) < size + 2:
        refuse("the file ends before all alternatives and the totals are given", lines[-1].number)
    names: dict[str, str] = {}
    for line in lines[1 : size + 1]:
        number, comma, name = line.text.partition(",")
        if not comma:
            refuse("a number, a comma and the name of an alternative are expected", line.number)
        _add_name(names, number, name, line.number)
    totals = lines[size + 1]
    numbers = [whole_number(part, totals.number) for part in totals.text.split(",")]
    if len(numbers) != 3:
        refuse("three totals are expected: voters, sum of counts, orders", totals.number)
    voters, counts, orders = (Said(number, totals.number) for number in numbers)
    return Parts(names, list(lines[size + 2 :]), ",", [voters, counts], [orders])


def _add_name(names: dict[str, str], number: str, name: str, line: int) -> None:
    key = str(whole_number(number, line))
    if key in names:
        refuse("two alternatives have the same number", line)
    names[key] = name.strip()


def _said(metadata: dict[str, Line], key: str) -> list[Said]:
    line = metadata.get(key)
    return [] if line is None else [Said(whole_number(line.text, line.number), line.number)]


def _all_named(names: dict[str, str], said: Said) -> dict[str, str]:
    """Check the names against the number of alternatives; without any, each is its number."""
    if not names:
        check_room(1, said.total, said.line)
        return {str(number): str(number) for number in range(1, said.total + 1)}
    if len(names) != said.total:
        refuse(f"{said.total} alternatives are announced and {len(names)} named", said.line)
    return names
