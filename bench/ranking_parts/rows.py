"""What is reported: one row for each input and rival."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Literal, NamedTuple

from msgspec import Struct

from bench.ranking_parts.agree import check
from bench.ranking_parts.inputs import Inputs
from bench.ranking_parts.timing import RUNS, Lap, Laps, Program, interleave

Verdict = Literal["met", "met by CPU", "missed", "-"]

HEADINGS = (
    *("items x n", "profile", "ours", "against", "ms", "CPU ms", "cold ms", "rival ms", "ratio"),
    *("by CPU", "target", "verdict"),
)
WIDTHS = (10, 12, 15, 12, 7, 7, 7, 8, 7, 7, 16, 10)


class Target(Struct, frozen=True):
    """How many times faster than the rival, and within how many milliseconds."""

    times: float | None = None
    ms: float | None = None

    def __str__(self) -> str:
        """Return it as the table shows it."""
        times = None if self.times is None else f">= {self.times:.3g}x"
        within = None if self.ms is None else f"<= {self.ms:g} ms"
        return ", ".join(text for text in (times, within) if text) or "-"

    def reached(self, ours: float, rival: float | None) -> bool:
        """Say whether these milliseconds are good enough."""
        fast = self.ms is None or ours <= self.ms
        return fast and (self.times is None or rival is None or rival >= self.times * ours)


class Row(Struct, frozen=True):
    """Medians in milliseconds, by the clock and of the processor.

    `ratio`: the rival's time over ours. On a busy machine a long run is interrupted more often than
    a short one, so the processor's `ratio_by_cpu` must reach the target too; where only the clock
    misses it, it is "met by CPU". Nothing is met with less proof than the rival's: with a wider gap
    between the order found and the limit proven, of which the widest are given.
    """

    part: str
    size: str
    profile: str
    against: str
    note: str
    ours: str = "-"
    ours_ms: float | None = None
    ours_cpu_ms: float | None = None
    ours_cold_ms: float | None = None
    ours_worst_ms: float | None = None
    ours_runs: int = 0
    rival_ms: float | None = None
    rival_cpu_ms: float | None = None
    rival_runs: int = 0
    ratio: float | None = None
    ratio_by_cpu: float | None = None
    ours_gap: int = 0
    rival_gap: int = 0
    target: str = "-"
    verdict: Verdict = "-"

    def __str__(self) -> str:
        """Return a line of the table."""
        figures = (
            *(self.ours_ms, self.ours_cpu_ms, self.ours_cold_ms),
            *(self.rival_ms, self.ratio, self.ratio_by_cpu),
        )
        texts = (self.size, self.profile, self.ours, self.against, *map(_number, figures))
        return line((*texts, self.target, self.verdict), self.note)

    @property
    def told(self) -> str:
        """Say what was aimed at and what was reached."""
        who = f"{self.part}, {self.size} {self.profile}, {self.ours}"
        reached = f"{_number(self.ours_ms)} ms, {_number(self.ours_cpu_ms)} by CPU"
        if self.ratio is None:
            return f"{who}: {self.target}, but {reached}"
        reached += f"; {_number(self.ratio)}x, {_number(self.ratio_by_cpu)}x by CPU"
        return f"{who} against {self.against}: {self.target}, but {reached}"


class Pairing(NamedTuple):
    """One of our programs, the rival that it is compared with, and what is aimed at."""

    ours: str
    against: str | None
    target: Target


def line(texts: Sequence[str], note: str) -> str:
    """Set out a line; figures stand to the right."""
    cells = [
        text.rjust(width) if 4 <= at < 10 else text.ljust(width)
        for at, (text, width) in enumerate(zip(texts, WIDTHS, strict=True))
    ]
    return "  ".join([*cells, note]).rstrip()


def compare(
    part: str, inputs: Inputs, programs: Mapping[str, Program], pairings: Sequence[Pairing]
) -> Iterator[Row]:
    """Run all programs on the same inputs, check that they agree, and compare them.

    A pairing whose rival is missing is reported without it, each of our programs once.
    """
    laps = interleave(programs, len(inputs.draws))
    check(laps)
    shown: set[str] = set()
    for pairing in pairings:
        rival = laps.get(pairing.against or "")
        if rival or pairing.ours not in shown:
            shown.add(pairing.ours)
            yield _row(part, inputs, pairing, laps[pairing.ours], rival)


def unmeasured(part: str, inputs: Inputs, rival: str, why: str) -> Row:
    """Say why a rival was not run."""
    return Row(part=part, size=inputs.size, profile=inputs.kind, against=rival, note=why)


def _row(part: str, inputs: Inputs, pairing: Pairing, mine: Laps, rival: Laps | None) -> Row:
    ours, theirs = mine.on((rival or mine).by_input), rival.all if rival else []
    wall, cpu = _medians(ours)
    rival_wall, rival_cpu = _medians(theirs) if theirs else (None, None)
    target = pairing.target if theirs else Target(ms=pairing.target.ms)
    return Row(
        part=part,
        size=inputs.size,
        profile=inputs.kind,
        ours=pairing.ours,
        against=(pairing.against or "-") if theirs else "-",
        ours_ms=wall,
        ours_cpu_ms=cpu,
        ours_cold_ms=median([lap.cold for lap in ours]),
        ours_worst_ms=max(lap.wall for lap in ours),
        ours_runs=len(ours),
        rival_ms=rival_wall,
        rival_cpu_ms=rival_cpu,
        rival_runs=len(theirs),
        ratio=rival_wall / wall if rival_wall else None,
        ratio_by_cpu=rival_cpu / cpu if rival_cpu else None,
        ours_gap=_widest_gap(ours),
        rival_gap=_widest_gap(theirs),
        target=str(target),
        verdict=_verdict(target, ours, theirs),
        note="; ".join(_notes(ours, theirs)),
    )


def _verdict(target: Target, ours: Sequence[Lap], theirs: Sequence[Lap]) -> Verdict:
    if target == Target():
        return "-"
    wall, cpu = _medians(ours)
    rival_wall, rival_cpu = _medians(theirs) if theirs else (None, None)
    less_proof = bool(theirs) and _widest_gap(ours) > _widest_gap(theirs)
    if less_proof or not target.reached(cpu, rival_cpu):
        return "missed"
    return "met" if target.reached(wall, rival_wall) else "met by CPU"


def _medians(laps: Sequence[Lap]) -> tuple[float, float]:
    """Return milliseconds by the clock and of the processor."""
    return median([lap.wall for lap in laps]), median([lap.cpu for lap in laps])


def _widest_gap(laps: Sequence[Lap]) -> int:
    return max((lap.solved.gap for lap in laps), default=0)


def _notes(ours: Sequence[Lap], theirs: Sequence[Lap]) -> Iterator[str]:
    if len(ours) < RUNS:
        yield f"ours {_times(ours)}"
    if theirs and len(theirs) < RUNS:
        yield f"rival {_times(theirs)}"
    solving = [lap.solving for lap in theirs if lap.solving is not None]
    if solving:
        yield f"{_number(median(solving))} without building its model"
    yield from _proofs("ours", ours)
    yield from _proofs("rival", theirs)


def _times(laps: Sequence[Lap]) -> str:
    return "run once" if len(laps) == 1 else f"{len(laps)} runs"


def _proofs(whose: str, laps: Sequence[Lap]) -> Iterator[str]:
    costs = [lap.solved.cost for lap in laps if lap.solved.gap]
    if costs:
        gap = _widest_gap(laps)
        share = 100 * gap / max(cost for cost in costs if cost)
        yield f"{whose} not proven in {len(costs)} of {len(laps)}, gap to {gap} ({share:.2g} %)"


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
