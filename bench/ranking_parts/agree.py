"""All programs must have found the same: a figure for a wrong answer would be worth nothing."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from bench.ranking_parts.timing import Laps, Solved
from consensus.ranking.profile import Table


class Disagreement(Exception):
    """Two programs contradict each other, or one contradicts itself."""


def check(laps: Mapping[str, Laps]) -> None:
    """Raise Disagreement unless what all programs say of each input can be true together."""
    numbers = {number for found in laps.values() for number in found.by_input}
    for number in numbers:
        said = [lap.solved for found in laps.values() for lap in found.by_input.get(number, [])]
        _one_optimum(said)
        if len({solved.first for solved in said if solved.first is not None}) > 1:
            raise Disagreement("the programs name other items as possible firsts")


def _one_optimum(said: Sequence[Solved]) -> None:
    lowest = max((solved.at_least for solved in said if solved.at_least is not None), default=0)
    costs = [solved.cost for solved in said if solved.cost is not None]
    if costs and min(costs) < lowest:
        raise Disagreement(f"one program found an order of {min(costs)}, below the limit {lowest}")


def cost_of(above: Table, order: Sequence[int]) -> int:
    """Add up what an order overrules, pair by pair; Disagreement unless it is an order of all."""
    if sorted(order) != list(range(len(above))):
        raise Disagreement("a program returned no order of all items")
    return sum(int(above[second, first]) for first, second in combinations(order, 2))
