"""`commonground compare FILE`: are the figures of a hall's wall what its data say? Without a room.

Nothing but the orders and lists of the file is read to work the figures out again.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator
from math import isclose
from typing import Any

import msgspec
from msgspec import Struct

from consensus.answers.likeness import likeness
from consensus.hall import alike, compared
from consensus.hall.gathered import FEWEST, Gathered, combined_voices
from consensus.ranking import BallotError
from server.exports.hall import Data, gathered_from, read

# A hall of forty tables has a file of under a megabyte.
MOST_BYTES = 20_000_000

# Sums of fractions may differ in their last digits from machine to machine.
NEAR = 1e-9

Figure = compared.Record | alike.AlikeRecord


class Checked(Struct, frozen=True):
    """One figure, whether it equals what the file says, and where it does not."""

    figure: str
    equal: bool
    differs: tuple[str, ...]


class Verdict(Struct, frozen=True):
    """All figures: 0 where all are equal, and 1 where any is not."""

    status: int
    figures: tuple[Checked, ...]


def compare(options: Namespace) -> int:
    """Print whether the figures of a file follow from its data; return the exit status."""
    try:
        with options.file.open("rb") as file:
            found = file.read(MOST_BYTES + 1)
        verdict = checked(_opened(found))
    except (OSError, ValueError, BallotError, ZeroDivisionError) as error:
        print(f"commonground: {_safe(options.file)} cannot be read: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(verdict), indent=2).decode())
    else:
        print("\n".join(in_words(verdict)))
    return verdict.status


def _opened(file: bytes) -> Data:
    if len(file) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES:,} bytes")
    return read(file)


def checked(data: Data) -> Verdict:
    """Work every figure out again, and hold it against what the file says.

    Raises `ValueError` or `BallotError` where the orders and lists of a file fit no exercise.
    """
    again = worked_out_again(gathered_from(data))
    told = {key: _as_compared(record) for key, record in data.figures.items()}
    figures = tuple(
        _checked(key, told.get(key), again.get(key)) for key in dict.fromkeys((*again, *told))
    )
    return Verdict(0 if all(each.equal for each in figures) else 1, figures)


def worked_out_again(found: Gathered) -> dict[str, Figure]:
    """Return the figures that follow from orders and lists, by the keys of the wall's records."""
    figures: dict[str, Figure] = {**compared.told_at_once(found), **compared.worked_out(found)}
    orders = [voice.order for voice in combined_voices(found)]
    if pairs := likeness(found.items, orders if len(orders) >= FEWEST else ()):
        listed = tuple(alike.Pair(p.first, p.second, p.ranked, p.reads, ()) for p in pairs)
        figures["alike"] = _as_compared(alike.AlikeRecord(len(orders), listed))
    return figures


def _as_compared(record: Figure) -> Figure:
    """Return a figure without what people wrote, which follows from nothing.

    Pairs that are equally alike come in any order, so they are put in that of their ids.
    """
    if not isinstance(record, alike.AlikeRecord):
        return record
    pairs = (alike.Pair(p.first, p.second, p.ranked, p.reads, ()) for p in record.pairs)
    in_order = sorted(pairs, key=lambda pair: (pair.first, pair.second))
    return alike.AlikeRecord(record.people, tuple(in_order))


def _checked(key: str, told: Figure | None, again: Figure | None) -> Checked:
    if told is None or again is None:
        where = "the file does not have it" if told is None else "it follows from nothing"
        return Checked(key, equal=False, differs=(where,))
    differs = tuple(_differences(msgspec.to_builtins(told), msgspec.to_builtins(again), ""))
    return Checked(key, equal=not differs, differs=differs)


def _differences(one: Any, other: Any, at: str) -> Iterator[str]:
    """Yield where two figures differ; equal to nine digits is equal."""
    match one, other:
        case dict(), dict():
            for key in dict.fromkeys((*one, *other)):
                yield from _differences(one.get(key), other.get(key), f"{at}.{key}".lstrip("."))
        case ((list() | tuple()), (list() | tuple())) if len(one) == len(other):
            for number, (left, right) in enumerate(zip(one, other, strict=True), start=1):
                yield from _differences(left, right, f"{at}[{number}]")
        case ((int() | float()), (int() | float())) if isclose(one, other, abs_tol=NEAR):
            return
        case _ if one != other:
            yield f"{at}: {_short(one)} in the file, {_short(other)} worked out"


def _short(value: object) -> str:
    text = _safe(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _safe(value: object) -> str:
    """Return something as it is printed: what a file says moves no cursor here."""
    return "".join(char if char.isprintable() else "?" for char in str(value))


MOST_TOLD = 5


def in_words(verdict: Verdict) -> Iterator[str]:
    """Say of each figure whether it is equal, in plain lines."""
    for each in verdict.figures:
        yield f"{'equal  ' if each.equal else 'DIFFERS'}  {_safe(each.figure)}"
        yield from (f"           {_safe(where)}" for where in each.differs[:MOST_TOLD])
        if len(each.differs) > MOST_TOLD:
            yield f"           and {len(each.differs) - MOST_TOLD} more"
    wrong = sum(not each.equal for each in verdict.figures)
    count = len(verdict.figures)
    yield ""
    yield (
        f"{wrong} of {count} figures do not follow from the data."
        if wrong
        else f"All {count} figures follow from the data."
    )
