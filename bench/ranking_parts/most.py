"""More than thirty items: how long the effort for a live room takes, and what it proves."""

from collections.abc import Iterator

from bench.ranking_parts import ours
from bench.ranking_parts.inputs import (
    Inputs,
    cyclic,
    impartial,
    mallows,
    rotational,
    tournaments,
)
from bench.ranking_parts.rivals import Rivals
from bench.ranking_parts.rows import Pairing, Row, Target, compare

PART = "most"

# A room must not wait longer for a figure.
LIVE = Target(ms=200)


def rows(_: Rivals) -> Iterator[Row]:
    """Measure ours alone: the plain model takes minutes here."""
    for items in (31, 40, 50):
        for inputs in _kinds(items):
            programs = {"combine": ours.from_counts(inputs)}
            yield from compare(PART, inputs, programs, [Pairing("combine", None, LIVE)])


def _kinds(items: int) -> Iterator[Inputs]:
    yield from (impartial(items, people) for people in (10, 11, 100))
    yield impartial(items, 5000, draws=2)
    yield mallows(items, 10, 0.8)
    yield mallows(items, 31, 0.9)
    yield cyclic(items)
    yield rotational(items)
    yield tournaments(items)
