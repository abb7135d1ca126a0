"""corankco's exact algorithm with PuLP and CBC, the class that needs no licence."""

from corankco.algorithms.exact.exactalgorithmpulp import ExactAlgorithmPulp
from corankco.consensus import Consensus
from corankco.dataset import Dataset
from corankco.scoringscheme import ScoringScheme

from bench.ranking_parts.agree import Disagreement, cost_of
from bench.ranking_parts.inputs import Input, Inputs
from bench.ranking_parts.timing import Lap, Program, Solved, timed


def from_ballots(inputs: Inputs) -> Program:
    """Solve from its own datasets, whose making is left out; it counts pairs inside."""
    datasets = [_dataset(draw) for draw in inputs.draws]
    # For complete orders this is Kemeny's rule.
    scheme = ScoringScheme.get_unifying_scoring_scheme()

    def run(number: int) -> Lap:
        wall, cpu, found = timed(
            lambda: ExactAlgorithmPulp().compute_consensus_rankings(datasets[number], scheme, True)
        )
        return Lap(wall, cpu, _solved(inputs.draws[number], found))

    return run


def _dataset(given: Input) -> Dataset:
    orders = given.ballots.places.argsort(axis=1).tolist()
    return Dataset.from_raw_list([[{item} for item in order] for order in orders])


def _solved(given: Input, found: Consensus) -> Solved:
    groups = [[int(item.value) for item in group] for group in found.consensus_rankings[0]]
    if any(len(group) > 1 for group in groups):
        raise Disagreement("corankco left items equal")
    cost = cost_of(given.pairs.above, [group[0] for group in groups])
    return Solved(cost, cost)
