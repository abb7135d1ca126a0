"""What became of a planted hall, for people and for programs."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from server.demo.found import Line


class Told(Struct, frozen=True):
    """What was planted and found, how long it took (s), and whether all of it is so.

    `figures_equal`: whether every figure follows from the file that the trainer takes away.
    """

    tables: int
    people: int
    same: bool
    seconds: float
    figures_equal: bool
    lines: list[Line]
    true: bool


def tell(told: Told, *, as_json: bool) -> str:
    """Return it as JSON, or as a table of what was planted beside what was found."""
    if as_json:
        return msgspec.json.format(msgspec.json.encode(told)).decode()
    return "\n".join(_in_words(told))


def _in_words(told: Told) -> Iterator[str]:
    rows = [("", "", "planted", "found")]
    rows += [("true" if x.true else "NOT SO", x.what, x.planted, x.found) for x in told.lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield (
        "Every figure follows from the data of all tables."
        if told.figures_equal
        else "SOME FIGURES DO NOT FOLLOW from the data of all tables."
    )
    wrong = sum(not line.true for line in told.lines)
    yield (
        f"{told.people} people at {told.tables} tables, in {told.seconds:.0f} s. "
        + (f"{wrong} of {len(told.lines)} were not found." if wrong else "All was found.")
    )
