"""Twenty and thirty items, random or as contrary as can be, against the plain model."""

from collections.abc import Iterator

from bench.ranking_parts import ours
from bench.ranking_parts.inputs import (
    Inputs,
    cyclic,
    impartial,
    near_ties,
    rotational,
    top_lists,
    tournaments,
)
from bench.ranking_parts.rivals import Rivals
from bench.ranking_parts.rows import Pairing, Row, Target, compare
from consensus.ranking.kemeny import THOROUGH

# The plain model can take hours where no order is much better than others. (Seconds.)
MILP_MAY_TAKE = 10.0

NEVER_SLOWER = Target(times=1)
HARDLY_SLOWER = Target(times=1 / 1.1)


def random_rows(rivals: Rivals) -> Iterator[Row]:
    """Random orders of 20 and 30 items, and the circle of 20."""
    for items, target in ((20, Target(times=5, ms=10)), (30, Target(times=4, ms=30))):
        for people in (10, 100, 5000):
            inputs = impartial(items, people, draws=2 if people > 1000 else 5)
            yield from _against_milp("random", inputs, target, rivals)
    yield from _against_milp("random", cyclic(20), NEVER_SLOWER, rivals)


def contrary_rows(rivals: Rivals) -> Iterator[Row]:
    """Cases chosen against us: all circles, hardly any majority, or a few words from each."""
    for items in (20, 25, 30):
        for inputs in (
            cyclic(items),
            rotational(items),
            top_lists(items, 15, 3),
            top_lists(items, 101, 8),
        ):
            yield from _against_milp("contrary", inputs, HARDLY_SLOWER, rivals)
        for inputs in (tournaments(items), near_ties(items)):
            yield from _to_the_end("contrary", inputs, rivals)


def _against_milp(part: str, inputs: Inputs, target: Target, rivals: Rivals) -> Iterator[Row]:
    programs = {"combine": ours.from_counts(inputs), **rivals.milp(inputs, MILP_MAY_TAKE)}
    yield from compare(part, inputs, programs, [Pairing("combine", "milp", target)])


def _to_the_end(part: str, inputs: Inputs, rivals: Rivals) -> Iterator[Row]:
    """Compare the effort that is meant to reach a proof; a live room's may stop before it."""
    programs = {
        "combine": ours.from_counts(inputs),
        **rivals.milp(inputs, MILP_MAY_TAKE),
        "thorough": ours.from_counts(inputs, THOROUGH),
    }
    pairings = [
        Pairing("combine", "milp", Target()),
        Pairing("thorough", "milp", HARDLY_SLOWER),
    ]
    yield from compare(part, inputs, programs, pairings)
