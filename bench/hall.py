"""How fast a hall's wall is worked out, and how often it says that tables differ.

    python -m bench.hall times [--against FOLDER]
    python -m bench.hall halls [--count 200]

`times`: the processor's time, in ms, of everything on the wall at once, for 12 and 30 tables of 8.
With the folder of another tree, its library takes turns with this one's in a process of its own,
and the ratio of the medians is printed.

`halls`: in so many halls drawn from one population, how many have any claim on the wall that tables
differ; and in so many with a difference of a known size, how many have it found. Each table sets
another statement aside.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from numpy.random import default_rng

from consensus.ranking.profile import Profile
from consensus.ranking.tables import compare_results, compare_tables, what_splits

TABLES = (12, 30)
RUNS = 5


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("times", "halls", "once"))
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="another tree")
    parser.add_argument("--count", type=int, default=200, help="how many halls of each kind")
    options = parser.parse_args()
    match options.what:
        case "once":
            print(json.dumps(_once()))
        case "times":
            _times(options.against)
        case _:
            _halls(options.count)


# --- how fast ---------------------------------------------------------------------------------


def _times(against: Path | None) -> None:
    here = Path(__file__).parent.parent
    trees = {"this": here, **({"other": against} if against else {})}
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in trees}
    for _ in range(RUNS):
        for name, tree in trees.items():
            runs[name].append(_measured(here, tree))
    print(f"Medians of {RUNS} runs, ms of one processor. Load {os.getloadavg()[0]:.1f}")
    for figure in runs["this"][0]:
        found = {name: median(run[figure] for run in all_) for name, all_ in runs.items()}
        ratio = f"  other / this {found['other'] / found['this']:5.2f}" if against else ""
        times = "  ".join(f"{name} {time:7.1f}" for name, time in found.items())
        print(f"{figure:24} {times}{ratio}")


def _measured(here: Path, tree: Path) -> dict[str, float]:
    """Time a tree's library in a process of its own, on one core."""
    path = {"PYTHONPATH": f"{tree}", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    program = [sys.executable, str(here / "bench" / "hall.py"), "once"]
    run = subprocess.run(program, env={**os.environ, **path}, check=True, capture_output=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _once() -> dict[str, float]:
    """Time each part of the wall, with nothing remembered from before."""
    found: dict[str, float] = {}
    for tables in TABLES:
        profile, seats, lists = _orders(tables)
        parts: dict[str, Callable[[], Any]] = {
            "distances": partial(compare_tables, profile, seats, 1),
            "splits": partial(what_splits, profile, seats, 1),
            "results": partial(compare_results, profile, seats, lists, 5, 1),
        }
        for name, work in parts.items():
            start = process_time()
            work()
            found[f"{tables} tables, {name}"] = (process_time() - start) * 1000
        found[f"{tables} tables, all"] = sum(found[f"{tables} tables, {name}"] for name in parts)
    return found


def _orders(tables: int) -> tuple[Profile, dict[str, str], dict[str, tuple[str, ...]]]:
    """Draw orders of nine of ten statements, where each table set another one aside."""
    random = default_rng(tables)
    items = [f"s{n}" for n in range(10)]
    orders, seats, lists = {}, {}, {}
    for table in range(tables):
        kept = [item for item in items if item != random.choice(items)]
        for person in range(8):
            orders[f"{table}.{person}"] = tuple(random.permutation(kept).tolist())
            seats[f"{table}.{person}"] = str(table)
        lists[str(table)] = tuple(random.permutation(kept).tolist()[:5])
    return Profile.of(items, orders), seats, lists


# --- how often --------------------------------------------------------------------------------

KINDS: dict[str, dict[str, Any]] = {
    "12 tables of 8": {},
    "12 tables of 3 to 5": {"sizes": (3, 4, 5) * 4},
    "12 of 8, incomplete": {"incomplete": True},
}
PLANTED: dict[str, dict[str, Any]] = {
    "first 3 down at 6 of 12": {"planted": 6, "down": 3},
    "first 6 down at 6 of 12": {"planted": 6, "down": 6},
    "first 9 down at 6 of 12": {"planted": 6, "down": 9},
    "first 6 down at 2 of 12": {"planted": 2, "down": 6},
    "first 9 down at 2 of 12": {"planted": 2, "down": 9},
    "first 9 down at 1 of 12": {"planted": 1, "down": 9},
}


def _halls(count: int) -> None:
    print(f"Of {count} halls each, the share in which it is said that")
    print(f"{'':28} tables differ   two tables do   a statement splits   any of these")
    for name, how in {**KINDS, **PLANTED}.items():
        claims = [_claims(1_000 + seed, **how) for seed in range(count)]
        shares = [sum(column) / count for column in zip(*claims, strict=True)]
        shown = "".join(f"{share:15.1%}" for share in (*shares, sum(map(any, claims)) / count))
        print(f"{name:28}{shown}", flush=True)


def _claims(seed: int, **how: Any) -> tuple[bool, bool, bool]:
    from msgspec.structs import replace

    from consensus.hall import compared
    from consensus.ranking.tables import Split, Verdict
    from tests.consensus.hall.simulated import simulated

    records = compared.worked_out(replace(simulated(seed, **how), boards=()))
    distances, splits = records["distances"], records["splits"]
    assert isinstance(distances, compared.DistancesRecord)
    assert isinstance(splits, compared.SplitsRecord)
    if distances.comparison is None:
        return False, False, False
    pairs = distances.comparison.pairs
    return (
        distances.comparison.overall.verdict is Verdict.DIFFER,
        any(pair.difference.verdict is Verdict.DIFFER for pair in pairs),
        any(item.verdict is Split.SPLITS_TABLES for item in splits.items),
    )


if __name__ == "__main__":
    main()
