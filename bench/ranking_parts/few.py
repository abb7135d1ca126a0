"""Up to twelve items: the optimum, its proof and the number of optima."""

from collections.abc import Iterator
from math import factorial

from bench.ranking_parts import ours
from bench.ranking_parts.inputs import Inputs, cyclic, impartial
from bench.ranking_parts.pref_voting import MOST_ITEMS, steps
from bench.ranking_parts.rivals import Programs, Rivals
from bench.ranking_parts.rows import Pairing, Row, Target, compare, unmeasured

PART = "few"
SIZES = (5, 8, 10, 12)

MILP = Target(times=15, ms=2)
CORANKCO = Target(times=100)

PAIRINGS = [
    Pairing("combine", "milp", MILP),
    Pairing("count + combine", "count + milp", MILP),
    Pairing("combine", "corankco", CORANKCO),
    Pairing("count + combine", "corankco", CORANKCO),
    Pairing("combine", "pref_voting", Target()),
]


def rows(rivals: Rivals) -> Iterator[Row]:
    """Compare from pair counts, and from ballots with the counting in it."""
    pace: float | None = None
    for items in SIZES:
        people = [impartial(items, 10), impartial(items, 100), impartial(items, 5000, draws=2)]
        for inputs in (*people, cyclic(items)):
            for row in compare(PART, inputs, _programs(inputs, rivals), PAIRINGS):
                yield row
                if row.against == "pref_voting" and row.rival_ms is not None:
                    pace = row.rival_ms / steps(items)
        if items > MOST_ITEMS and pace is not None:
            seconds = pace * steps(items) / 1000
            note = f"not run: {factorial(items):,} orders, {seconds:,.0f} s by its pace before"
            yield unmeasured(PART, people[0], "pref_voting", note)


def _programs(inputs: Inputs, rivals: Rivals) -> Programs:
    return {
        "combine": ours.from_counts(inputs),
        **rivals.milp(inputs),
        "count + combine": ours.from_ballots(inputs),
        **rivals.milp_from_ballots(inputs),
        **rivals.corankco(inputs),
        **rivals.winners(inputs),
    }
