"""Meetings that once took place, as their events were stored: one to a line of a file.

They are kept for good, so that what is made of them can be seen to stay the same. To add some,
played from seeds: `python -m tests.consensus.histories 1 2 3 >> tests/consensus/histories.jsonl`.
"""

import sys
from pathlib import Path
from random import Random

import msgspec
from msgspec import Raw, Struct

from consensus import events as e
from consensus.meeting import evolve, start
from consensus.state import Meeting
from tests.meetings import play

FILE = Path(__file__).with_suffix(".jsonl")


class History(Struct, frozen=True):
    """The events of one meeting, and the version of the vocabulary that they are written in."""

    version: int
    events: tuple[Raw, ...]


def recorded() -> list[tuple[e.Event, ...]]:
    """Return the events of each recorded meeting."""
    lines = FILE.read_bytes().splitlines()
    histories = [msgspec.json.decode(line, type=History) for line in lines]
    return [tuple(e.read(bytes(raw), of.version) for raw in of.events) for of in histories]


def made_of(events: tuple[e.Event, ...]) -> list[Meeting]:
    """Return a meeting after each of its events."""
    first, *others = events
    assert isinstance(first, e.MeetingPrepared)
    moments = [start(first)]
    for event in others:
        moments.append(evolve(moments[-1], event))
    return moments


def main(seeds: list[str]) -> None:
    """Print meetings played from these seeds, one to a line."""
    for seed in seeds:
        story = play(Random(int(seed)).choice)
        history = History(e.VERSION, tuple(Raw(e.write(event)) for event in story.events))
        print(msgspec.json.encode(history).decode())


if __name__ == "__main__":
    main(sys.argv[1:])
