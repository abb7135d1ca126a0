"""Timing several programs in turn on the same inputs, so that noise hits all of them."""

import gc
import resource
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct

RUNS = 20

# A program that takes longer than this for its first run is not run again. (Seconds.)
TOO_SLOW_TO_REPEAT = 2.0

# What one program may take for all its runs on one row. (Seconds.)
ENOUGH = 1.0

# A program quicker than this is run twice in its turn and timed the second time, because the first
# finds the processor's caches full of what the program before it left. (Milliseconds.)
CACHES_MATTER = 50.0

Result = TypeVar("Result")


class Solved(Struct, frozen=True):
    """What a program says: the optimum costs from `at_least` to `cost`; None where it is silent.

    `first`: the items that some optimal order has first. `all_found`: it knows how many optimal
    orders there are.
    """

    cost: int | None = None
    at_least: int | None = None
    first: frozenset[int] | None = None
    all_found: bool = False

    @property
    def gap(self) -> int:
        """How far the optimum may lie below what was found."""
        return 0 if self.cost is None or self.at_least is None else self.cost - self.at_least


class Lap(Struct, frozen=True):
    """One run, in milliseconds: `wall` by the clock, `cpu` of the processor.

    X"""

    wall: float
    cpu: float
    solved: Solved = Solved()
    solving: float | None = None
    cold: float = 0.0


# Runs once on the input of this number.
Program = Callable[[int], Lap]


class Laps:
    """All runs of one program, by the number of the input."""

    def __init__(self) -> None:
        self.by_input: dict[int, list[Lap]] = {}
        self.spent = 0.0

    def add(self, number: int, lap: Lap) -> None:
        """Take note of a run."""
        self.by_input.setdefault(number, []).append(lap)
        self.spent += lap.wall / 1000

    def on(self, numbers: Mapping[int, object]) -> list[Lap]:
        """Return the runs on these inputs."""
        return [lap for number in numbers for lap in self.by_input.get(number, [])]

    @property
    def all(self) -> list[Lap]:
        """All the runs."""
        return self.on(self.by_input)


def timed(work: Callable[[], Result]) -> tuple[float, float, Result]:
    """Do the work once: milliseconds by the clock, of the processor, and what it returned.

    The garbage collector waits meanwhile, as in `timeit`: rivals leave much of it behind.
    """
    gc.disable()
    busy, start = _busy(), time.perf_counter()
    result = work()
    wall, cpu = time.perf_counter() - start, _busy() - busy
    gc.enable()
    return 1000 * wall, 1000 * cpu, result


def _busy() -> float:
    """Return the processor's seconds, with those of child processes (one rival calls one)."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def interleave(programs: Mapping[str, Program], inputs: int) -> dict[str, Laps]:
    """Warm up each program once, then run them in turn, `RUNS` times each unless they are slow.

    Inputs take turns as well: as many of them as the slowest program has the time for.
    """
    laps = {name: Laps() for name in programs}
    warm = {name: program(0) for name, program in programs.items()}
    slowest = max(lap.wall for lap in warm.values()) / 1000
    inputs = min(inputs, max(1, int(ENOUGH / slowest)))
    for name, lap in warm.items():
        if lap.wall > 1000 * TOO_SLOW_TO_REPEAT:
            laps[name].add(0, msgspec.structs.replace(lap, cold=lap.wall))
    for run in range(RUNS):
        for name, program in programs.items():
            if laps[name].spent < ENOUGH:
                laps[name].add(run % inputs, _in_turn(program, run % inputs))
    return laps


def _in_turn(program: Program, number: int) -> Lap:
    lap = cold = program(number)
    if cold.wall < CACHES_MATTER:
        lap = program(number)
    return msgspec.structs.replace(lap, cold=cold.wall)
