"""The plain way with SciPy: one mixed-integer programme, solved by HiGHS with its defaults.

For items i < j, x_ij is 1 if i comes before j. For i < j < k, 0 <= x_ij + x_jk - x_ik <= 1 keeps
the three from going round in a circle. By default HiGHS may stop within 0.01 % of the optimum.
"""

import time
from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

from bench.ranking_parts.agree import Disagreement, cost_of
from bench.ranking_parts.inputs import Input, Inputs
from bench.ranking_parts.timing import Lap, Program, Solved, timed
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Table

# What the rounding of doubles may add to a limit, as a share of the cost.
ROUNDING = 1e-6


def from_counts(inputs: Inputs, seconds: float | None = None) -> Program:
    """Solve from pair counts; building the model is part of it. `seconds`: when to give up."""
    return lambda number: _lap(inputs.draws[number], False, seconds)


def from_ballots(inputs: Inputs) -> Program:
    """Do the same and count the pairs first, by the same function as ours."""
    return lambda number: _lap(inputs.draws[number], True, None)


def _lap(given: Input, from_ballots: bool, seconds: float | None) -> Lap:
    def work() -> tuple[float, OptimizeResult]:
        pairs = count_pairs(given.ballots) if from_ballots else given.pairs
        return _solve(pairs.above, seconds)

    wall, cpu, (solving, result) = timed(work)
    return Lap(wall, cpu, _solved(given.pairs.above, result), solving)


def _solve(above: Table, seconds: float | None) -> tuple[float, OptimizeResult]:
    size = len(above)
    first, second = np.triu_indices(size, 1)
    pair = np.zeros((size, size), dtype=np.int32)
    pair[first, second] = np.arange(len(first))
    i, j, k = np.array(list(combinations(range(size), 3))).T
    columns = np.stack([pair[i, j], pair[j, k], pair[i, k]], axis=1).ravel()
    starts = np.arange(0, 3 * len(i) + 1, 3)
    rows = csr_array((np.tile([1.0, 1.0, -1.0], len(i)), columns, starts))
    cost = (above.T - above)[first, second]
    limits = LinearConstraint(rows, 0, 1)
    options = {} if seconds is None else {"time_limit": seconds}
    start = time.perf_counter()
    result = milp(
        cost,
        integrality=np.ones(len(cost)),
        bounds=Bounds(0, 1),
        constraints=limits,
        options=options,
    )
    return 1000 * (time.perf_counter() - start), result


def _solved(above: Table, result: OptimizeResult) -> Solved:
    """Add up the order's cost again; its lower limit counts from every pair as j before i."""
    if result.x is None:
        return Solved()
    size = len(above)
    before = np.zeros((size, size))
    before[np.triu_indices(size, 1)] = np.rint(result.x)
    before += np.tril(1 - before.T, -1)
    order = np.argsort(-before.sum(axis=1), kind="stable").tolist()
    base = int(np.triu(above, 1).sum())
    cost = cost_of(above, order)
    if round(result.fun) + base != cost:
        raise Disagreement("milp's choices do not make an order of the cost that it states")
    limit = max(0.0, result.mip_dual_bound + base - ROUNDING * cost)
    return Solved(cost, min(cost, int(np.ceil(limit))))
