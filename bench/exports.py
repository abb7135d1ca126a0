"""How long each kind of file takes for the largest record, how big it is, and what memory it takes.

    python bench/exports.py [--people 1000]

A meeting of a thousand people and about five thousand events: everybody comes in, ranks twice with
a reason, writes a note, and takes a stance. Each kind is made in a process of its own, three times;
the figures are the middle times, by the clock and of the processor, the size of the file, and the
most memory that was held: by that process, in which the meeting and its record are, and by the one
that sets a PDF.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from random import Random
from statistics import median

from consensus import events as e
from consensus import steps
from consensus.agenda import StepPlan
from consensus.answers.notes import Lane
from consensus.items import Item
from consensus.meeting import evolve, start
from consensus.people import Role
from consensus.record.minutes import minutes
from consensus.record.readers import EVERYTHING
from consensus.state import Meeting
from consensus.steps import collect, judge, settle
from server.exports import copies, data, html, markdown, pdf, preflib, tables, word
from server.exports.document import Document
from server.exports.laid_out import laid_out
from server.words import FALLBACK, Words

RUNS = 3
BEGAN = 1_795_342_000_000  # 22 November 2026
WHY = "We heard from three agencies that nothing else we plan lasts unless this is in place."
ITEMS = tuple(f"i{n}" for n in range(10))
WORDS = Words(FALLBACK)


def events(people: int) -> Iterator[e.Event]:
    """Yield the past of a room in which everybody does five things."""
    random = Random(1)
    members = [f"m{n}" for n in range(people)]
    opened = steps.Arrangement((ITEMS,), True)
    for n, member in enumerate(members):
        role: Role = "chair" if n == 0 else "participant"
        yield e.MemberJoined(member, f"Person {n}", f"Agency {n % 40}", role, True, BEGAN)
    for step in ("rank", "again"):
        yield e.StepOpened(step, opened, BEGAN)
        for member in members:
            order = tuple(random.sample(ITEMS, len(ITEMS)))
            yield judge.BallotCast(step, member, order, WHY)
        yield judge.Revealed(step, ())
    yield e.StepOpened("notes", steps.Arrangement((), True), BEGAN)
    for n, member in enumerate(members):
        yield collect.NoteAdded("notes", f"n{n}", "alike", member, WHY, (), f"Agency {n % 40}")
    yield e.StepOpened("settle", opened, BEGAN)
    for n, member in enumerate(members):
        yield settle.Stood("settle", 0, member, "no" if n % 9 == 0 else "yes_note", WHY)


def meeting(people: int) -> Meeting:
    """Return the meeting after all of it."""
    plans = (
        StepPlan("rank", "Rank", "", 10, judge.Settings()),
        StepPlan("again", "Rank again", "", 10, judge.Settings(again="rank")),
        StepPlan("notes", "Compare", "", 10, collect.Settings((Lane("alike", "Alike"),))),
        StepPlan("settle", "Agree", "", 10, settle.Settings(slots=1)),
    )
    listed = tuple(
        Item(item, f"Statement {item}: the same person comes each week") for item in ITEMS
    )
    found = start(e.MeetingPrepared("A hall", "To agree", "bench", listed, plans, BEGAN))
    for event in events(people):
        found = evolve(found, event)
    return found


def makers(found: Meeting) -> dict[str, Callable[[], bytes]]:
    """Return what makes each kind of file from a meeting, beside the record itself."""
    said = minutes(found)

    def copy() -> Document:
        everything = copies.whole(found, WORDS)
        return copies.opened(copies.copy(everything, copies.Reader("", WORDS, EVERYTHING)))

    def ranking() -> bytes:
        return preflib.write(said, preflib.rankings(said)["rank"], "soc")

    return {
        "the record alone": lambda: copies.whole(found, WORDS),
        "PDF": lambda: pdf.write(laid_out(copy(), WORDS), WORDS),
        "Word": lambda: word.write(laid_out(copy(), WORDS), WORDS, BEGAN),
        "HTML": lambda: html.write(laid_out(copy(), WORDS), WORDS, "", alone=True),
        "Markdown": lambda: markdown.write(laid_out(copy(), WORDS)),
        "CSV": lambda: tables.write(copy(), WORDS),
        "JSON": lambda: data.write(copy(), said),
        "PrefLib": ranking,
    }


def measure(kind: str, people: int) -> str:
    """Return the row of one kind of file."""
    found = meeting(people)
    make, clock, processor = makers(found)[kind], list[float](), list[float]()
    for _ in range(RUNS):
        began, busy = time.perf_counter(), sum(os.times()[:4])
        made = make()
        clock.append(time.perf_counter() - began)
        processor.append(sum(os.times()[:4]) - busy)
    here, below = (
        resource.getrusage(which).ru_maxrss / 1024
        for which in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    times = f"{median(clock):.2f} | {median(processor):.2f}"
    return f"| {kind} | {times} | {len(made) / 1e6:.2f} | {here:.0f} | {below:.0f} |"


def main() -> int:
    """Print a table of every kind, or, as a process of its own, the row of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--kind", choices=sorted(makers(meeting(4))), help="only this one")
    asked = parser.parse_args()
    if asked.kind:
        print(measure(asked.kind, asked.people))
        return 0
    print(f"{asked.people:,} people, {sum(1 for _ in events(asked.people)):,} events\n")
    print("| file | seconds | of the processor | MB | memory, MB | to set it, MB |")
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    for kind in makers(meeting(4)):
        command = [sys.executable, "-m", "bench.exports", "--kind", kind]
        subprocess.run([*command, "--people", str(asked.people)], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
