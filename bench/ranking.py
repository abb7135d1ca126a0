"""How fast orders are combined and explained, beside other programs on the same inputs.

    python bench/ranking.py [--only few] [--json FILE]

All times are medians of 20 runs in milliseconds; slow programs have fewer, and the note says how
many. Programs take turns run by run, after one warm-up each, and must find the same optimum. What
rivals need to make objects of their own from the ballots is not counted. "cold" is the time right
after another program ran. A target is met by the clock and by the processor's time; where only the
clock misses it, as on a busy machine, it is "met by CPU". It is missed if the rival proves more.
"""

import argparse
import os
import platform
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.ranking_parts import few, live, many, most, room
from bench.ranking_parts.agree import Disagreement
from bench.ranking_parts.rivals import Rivals
from bench.ranking_parts.rows import HEADINGS, Row, line
from bench.ranking_parts.timing import RUNS


class Part(NamedTuple):
    """A part that can be run alone."""

    says: str
    rows: Callable[[Rivals], Iterator[Row]]


PARTS = {
    "few": Part("5 to 12 items: the optimum, its proof and the number of optima", few.rows),
    "random": Part("20 and 30 items, random orders and a circle", many.random_rows),
    "contrary": Part(
        f"20 to 30 items, hard cases; milp may take {many.MILP_MAY_TAKE:.0f} s", many.contrary_rows
    ),
    "most": Part("31 to 50 items within the effort of a live room, ours alone", most.rows),
    "live": Part("counting 5,000 ballots, and one changed ballot to a new result", live.rows),
    "room": Part("would it hold if people changed their minds, and what all can hold", room.rows),
}


def main() -> None:
    """Run the parts that are asked for, print their rows and say which targets were missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=PARTS, help="run one part")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all rows to this file")
    options = parser.parse_args()
    with Rivals() as rivals:
        if rivals.missing:
            names = ", ".join(rivals.missing)
            print(f"To compare with {names} too: .venv/bin/pip install -e '.[bench]'")
        try:
            rows = list(_run([options.only] if options.only else list(PARTS), rivals))
        except Disagreement as error:
            sys.exit(f"The programs do not agree, so no figure can be trusted: {error}")
    _sum_up(rows)
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")


def _run(parts: list[str], rivals: Rivals) -> Iterator[Row]:
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    print(f"Medians of {RUNS} runs in milliseconds. Python {platform.python_version()}, {load}")
    for name in parts:
        print(f"\n{name}: {PARTS[name].says}\n{line(HEADINGS, 'note')}")
        for row in PARTS[name].rows(rivals):
            print(row, flush=True)
            yield row


def _sum_up(rows: list[Row]) -> None:
    verdicts = Counter(row.verdict for row in rows if row.verdict != "-")
    found = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
    print(f"\n{verdicts.total()} targets: {found}")
    for row in rows:
        if row.verdict == "missed":
            print(f"missed: {row.told}")


if __name__ == "__main__":
    main()
