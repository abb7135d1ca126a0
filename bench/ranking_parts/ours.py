"""Our own programs."""

from bench.ranking_parts.agree import Disagreement, cost_of
from bench.ranking_parts.inputs import Inputs
from bench.ranking_parts.timing import Lap, Program, Solved, timed
from consensus.ranking.kemeny import LIVE, Combined, Effort, combine
from consensus.ranking.pairwise import Pairs, count_pairs


def from_counts(inputs: Inputs, effort: Effort = LIVE) -> Program:
    """Find the optimum, its proof and all optimal orders from pair counts."""

    def run(number: int) -> Lap:
        pairs = inputs.draws[number].pairs
        wall, cpu, combined = timed(lambda: combine(pairs, effort))
        return Lap(wall, cpu, solved(pairs, combined))

    return run


def from_ballots(inputs: Inputs) -> Program:
    """Do the same and count the pairs first."""

    def run(number: int) -> Lap:
        given = inputs.draws[number]
        wall, cpu, combined = timed(lambda: combine(count_pairs(given.ballots)))
        return Lap(wall, cpu, solved(given.pairs, combined))

    return run


def solved(pairs: Pairs, combined: Combined) -> Solved:
    """Say what was found, with its cost added up again."""
    cost = cost_of(pairs.above, [pairs.items.index(item) for item in combined.order])
    if cost != combined.cost:
        raise Disagreement("our order has another cost than we state")
    all_found = combined.count is not None
    first = {int(item) for item, (best, _) in combined.places.items() if best == 1}
    return Solved(
        cost=cost,
        at_least=int(cost - combined.gap),
        first=frozenset(first) if all_found else None,
        all_found=all_found,
    )
