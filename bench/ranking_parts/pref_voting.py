"""pref_voting, in a process of its own.

It brings OR-tools and with it a copy of the HiGHS solver whose names collide with those of
highspy, so the two cannot be loaded into one process.
"""

import subprocess
import sys
from math import factorial
from typing import Self

import msgspec

from bench.ranking_parts.agree import Disagreement
from bench.ranking_parts.inputs import Inputs
from bench.ranking_parts.pref_voting_messages import Answer, Question
from bench.ranking_parts.timing import Lap, Program, Solved

# It tries all orders: eight items take a third of a second, ten a minute or two.
MOST_ITEMS = 8


class PrefVoting:
    """The process, seen from outside. Making its profiles is left out of Kemeny's time."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.ranking_parts.pref_voting_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def winners(self, inputs: Inputs) -> Program:
        """Find Kemeny's winners."""
        self._prepare(inputs)

        def run(number: int) -> Lap:
            answer = self._ask(Question("firsts", number=number))
            return Lap(answer.wall, answer.cpu, Solved(first=frozenset(answer.firsts)))

        return run

    def margins(self, inputs: Inputs) -> Program:
        """Make a profile from lists and compute its margins, which must be the same as ours."""
        self._prepare(inputs)

        def run(number: int) -> Lap:
            answer = self._ask(Question("margins", number=number))
            above = inputs.draws[number].pairs.above
            if answer.margins != (above - above.T).tolist():
                raise Disagreement("pref_voting counts other margins")
            return Lap(answer.wall, answer.cpu)

        return run

    def _prepare(self, inputs: Inputs) -> None:
        orders = [draw.ballots.places.argsort(axis=1).tolist() for draw in inputs.draws]
        self._ask(Question("prepare", orders))

    def _ask(self, question: Question) -> Answer:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(msgspec.json.encode(question) + b"\n")
        stdin.flush()
        return msgspec.json.decode(stdout.readline(), type=Answer)


def steps(items: int) -> int:
    """Return how many pairs of how many orders it looks at."""
    return factorial(items) * items * (items - 1) // 2
