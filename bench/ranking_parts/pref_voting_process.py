"""The process that `pref_voting` asks; it keeps its own time.

Nothing is imported here that might load highspy.
"""

import sys
from typing import IO

import msgspec
from pref_voting.other_methods import kemeny_young
from pref_voting.profiles import Profile

from bench.ranking_parts.pref_voting_messages import Answer, Question
from bench.ranking_parts.timing import timed


def answer_all(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until no question comes any more."""
    orders: list[list[list[int]]] = []
    profiles: list[Profile] = []
    for line in questions:
        question = msgspec.json.decode(line, type=Question)
        if question.task == "prepare":
            orders = question.orders
            profiles = [Profile(ballots) for ballots in orders]
            answer = Answer()
        elif question.task == "firsts":
            answer = _firsts(profiles[question.number])
        else:
            answer = _margins(orders[question.number])
        answers.write(msgspec.json.encode(answer) + b"\n")
        answers.flush()


def _firsts(profile: Profile) -> Answer:
    wall, cpu, found = timed(lambda: kemeny_young(profile))
    return Answer(wall, cpu, firsts=[int(item) for item in found])


def _margins(ballots: list[list[int]]) -> Answer:
    wall, cpu, rows = timed(lambda: Profile(ballots).margin_matrix)
    return Answer(wall, cpu, margins=[[int(margin) for margin in row] for row in rows])


if __name__ == "__main__":
    answer_all(sys.stdin.buffer, sys.stdout.buffer)
