"""Rankings as a table for spreadsheets: a row for each person, a column for each item.

    person,weight,trust,money,time
    Ana,1,1,2,2
    Ben,0.5,,,1

A cell holds the place that this person gave: 1 for first, the same number for items that are
equal, nothing for not ranked. The columns `person` and `weight` may be left out. Cells are
separated by tabs, semicolons or commas: by the first of these that the first row has.
"""

import csv
import re
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.common import check_room, read_weight, weights_of, without_mark
from consensus.ranking.profile import FINEST_WEIGHT, NotRanked, Profile, Table, Weight, positions_of

_SEPARATORS = "\t;,"
_RESERVED = ("person", "weight")

# A spreadsheet takes a cell that begins so for a formula and runs it (OWASP, CSV injection).
_FORMULA = "=+-@＝＋－＠\0"

_PLACE = re.compile(r"[0-9]{1,18}")
# `csv` counts a line for each of these; other characters that end lines stay inside a cell.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_QUOTED = re.compile(r'(^|[\t;,]) *"(?:[^"]|"")*"', re.MULTILINE)


class _Row(Struct, frozen=True):
    """The cells of one row, and the line where it begins."""

    line: int
    cells: list[str]


class _Columns(Struct, frozen=True):
    """Which column holds what; None where there is no such column."""

    person: int | None
    weight: int | None
    items: tuple[int, ...]
    names: tuple[str, ...]


def read(text: str, not_ranked: NotRanked = "no_view") -> Profile:
    """Read ballots from a table.

    Without a column `person` people are called 1, 2, 3… A row in which every cell is empty is no
    ballot, so only a person or a weight makes an abstention. An empty weight counts 1. Raises
    BallotError with the line for anything else than the table described above.
    """
    rows = _rows(without_mark(text))
    if not rows:
        raise BallotError(Fault.MALFORMED_FILE, "the file is empty")
    first, ballots = rows[0], rows[1:]
    columns = _columns(first)
    check_room(len(ballots), len(columns.items))
    for row in ballots:
        if len(row.cells) != len(first.cells):
            sentence = f"there are {len(row.cells)} cells, and {len(first.cells)} in the first row"
            raise BallotError(Fault.MALFORMED_FILE, sentence, row.line)
    people = _people(ballots, columns.person)
    weights = _weights(ballots, people, columns.weight)
    return Profile.of_places(columns.names, _places(ballots, columns, not_ranked), people, weights)


def write(profile: Profile) -> str:
    """Write ballots as a table, with commas; the weights only when somebody's is not 1.

    Names that a spreadsheet would take for a formula are written after an apostrophe, and so are
    names like `weight`, or with blanks around them, that `read` would take for something else.
    `read` takes the apostrophe away again. For a spreadsheet to know the letters, encode the text
    as UTF-8 with a byte order mark.
    """
    weights = weights_of(profile)
    weighted = any(weight != 1 for weight in weights)
    header = [*(_RESERVED if weighted else _RESERVED[:1]), *map(_guarded, profile.items)]
    rows = [
        [_guarded(person), *([_weight_cell(weight)] if weighted else []), *map(_place_cell, places)]
        for person, weight, places in zip(
            profile.people, weights, profile.places.tolist(), strict=True
        )
    ]
    return "".join(",".join(map(_quoted, row)) + "\r\n" for row in [header, *rows])


def _rows(text: str) -> list[_Row]:
    """Split into rows, leaving out those with nothing in them."""
    reader = csv.reader(
        _LINE.findall(text), delimiter=_separator(text), skipinitialspace=True, strict=True
    )
    rows, line = [], 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(_Row(line, cells))
            line = reader.line_num + 1
    except csv.Error:
        sentence = "quotation marks do not pair up, or a cell is too long"
        raise BallotError(Fault.MALFORMED_FILE, sentence, line) from None
    return rows


def _separator(text: str) -> str:
    lines = _LINE.findall(_QUOTED.sub(r"\1", text))
    first = next((line for line in lines if line.strip()), "")
    return next((mark for mark in _SEPARATORS if mark in first), ",")


def _columns(header: _Row) -> _Columns:
    words = [cell.strip().casefold() for cell in header.cells]
    if not all(words):
        raise BallotError(Fault.MALFORMED_FILE, "a column has no name", header.line)
    if any(words.count(word) > 1 for word in _RESERVED):
        raise BallotError(Fault.MALFORMED_FILE, "a column is there twice", header.line)
    items = tuple(at for at, word in enumerate(words) if word not in _RESERVED)
    names = tuple(_unguarded(header.cells[at]) for at in items)
    try:
        positions_of(names)
    except BallotError as error:
        raise BallotError(error.fault, str(error), header.line) from None
    person, weight = (words.index(word) if word in words else None for word in _RESERVED)
    return _Columns(person, weight, items, names)


def _people(ballots: Sequence[_Row], column: int | None) -> tuple[str, ...]:
    if column is None:
        return tuple(map(str, range(1, len(ballots) + 1)))
    people: dict[str, None] = {}
    for row in ballots:
        if not row.cells[column].strip():
            raise BallotError(Fault.MALFORMED_FILE, "a ballot has no person", row.line)
        person = _unguarded(row.cells[column])
        if person in people:
            raise BallotError(Fault.PERSON_NAMED_TWICE, "a person is named twice", row.line)
        people[person] = None
    return tuple(people)


def _weights(
    ballots: Sequence[_Row], people: Sequence[str], column: int | None
) -> dict[str, Weight] | None:
    if column is None:
        return None
    cells = [(row.cells[column].strip(), row.line) for row in ballots]
    weights = [read_weight(cell, line) if cell else 1 for cell, line in cells]
    return dict(zip(people, weights, strict=True))


def _places(ballots: Sequence[_Row], columns: _Columns, not_ranked: NotRanked) -> Table:
    places = np.zeros((len(ballots), len(columns.items)), dtype=np.int64)
    for here, row in zip(places, ballots, strict=True):
        here[:] = [_place(row.cells[at].strip(), row.line) for at in columns.items]
    if not_ranked == "below":
        lowest = places.max(axis=1, keepdims=True, initial=0)
        places = np.where((places == 0) & (lowest > 0), lowest + 1, places)
    return places


def _place(cell: str, line: int) -> int:
    if not cell:
        return 0
    if not _PLACE.fullmatch(cell) or not int(cell):
        raise BallotError(Fault.MALFORMED_FILE, "a place is not a whole number from 1", line)
    return int(cell)


def _place_cell(place: int) -> str:
    return str(place) if place else ""


def _weight_cell(weight: Fraction) -> str:
    # A spreadsheet takes 1/2 for a date, so decimals wherever they are read as the same fraction.
    decimals = f"{float(weight):.15f}".rstrip("0").removesuffix(".")
    exact = Fraction(float(decimals)).limit_denominator(FINEST_WEIGHT) == weight
    return decimals if exact else str(weight)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if re.search(r'["\t;,\r\n]', cell) else cell


def _guarded(name: str) -> str:
    return f"'{name}" if _needs_guard(name) else name


def _unguarded(cell: str) -> str:
    guarded = cell.startswith("'") and _needs_guard(cell[1:])
    return cell[1:] if guarded else cell.strip()


def _needs_guard(name: str) -> bool:
    # Behind its apostrophes, so that a name with an apostrophe of its own is told from a guard.
    bare = name.lstrip("'")
    return not bare or bare != bare.strip() or bare[0] in _FORMULA or bare.casefold() in _RESERVED
