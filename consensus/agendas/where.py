"""Where a TOML file says something: the line of each field, for whoever has to put it right."""

import re
from collections.abc import Iterator

# The way to a field: keys, and the places (from 0) in lists of tables.
Way = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_FIELD = re.compile(r"^\s*([A-Za-z0-9_\-\"'.]+?)\s*=")
_QUOTES = ('"""', "'''")


def lines_of(text: str) -> dict[Way, int]:
    """Return the line (from 1) on which each table and each field of a table begins.

    It reads how files are written by hand: a header or a field to a line. What stands inside a
    value has no line of its own; `line_of` answers with that of the field.
    """
    found: dict[Way, int] = {(): 1}
    counts: dict[Way, int] = {}
    table: Way = ()
    for number, line in _outside_texts(text):
        header = _HEADER.match(line)
        if header is not None:
            table = _table(_keys(header[2]), header[1] == "[[", counts)
            found.setdefault(table, number)
            continue
        field = _FIELD.match(line)
        if field is not None:
            found.setdefault((*table, *_keys(field[1])), number)
    return found


def line_of(lines: dict[Way, int], way: Way) -> int:
    """Return the line of a field, or of the nearest thing around it that has one."""
    while way not in lines:
        way = way[:-1]
    return lines[way]


def _outside_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines that do not lie inside a text of several lines."""
    closes = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closes:
            closes = "" if closes in line else closes
            continue
        yield number, line
        opened = next((quotes for quotes in _QUOTES if line.count(quotes) % 2), "")
        closes = opened


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(key.strip().strip("\"'") for key in dotted.split("."))


def _table(keys: tuple[str, ...], one_of_many: bool, counts: dict[Way, int]) -> Way:
    """Return the way to the table that a header opens: in lists, always the last of them."""
    way: Way = ()
    for at, key in enumerate(keys):
        way = (*way, key)
        if one_of_many and at == len(keys) - 1:
            counts[way] = counts.get(way, -1) + 1
        if way in counts:
            way = (*way, counts[way])
    return way
