"""Would it hold, and what could all hold: questions to ask once in a meeting."""

from collections.abc import Callable, Iterator

from bench.ranking_parts.inputs import Inputs, impartial, mallows
from bench.ranking_parts.rivals import Rivals
from bench.ranking_parts.rows import Pairing, Row, Target, compare
from bench.ranking_parts.timing import Lap, Program, timed
from consensus.ranking.hold.offers import hold_together
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.robustness import absent, robustness

PART = "room"

TOP = 5
MISSING = 2

ROBUST = Target(ms=50)
HOLD = Target(ms=100)


def rows(_: Rivals) -> Iterator[Row]:
    """No rival met answers these questions."""
    for people in (12, 30, 100):
        for inputs in (impartial(12, people), mallows(12, people, 0.8)):
            yield from _alone("robustness", inputs, _robustness, ROBUST)
            yield from _alone("absent", inputs, _absent, ROBUST)
    for inputs in (impartial(10, 30), mallows(10, 30, 0.8)):
        yield from _alone("hold together", inputs, _hold, HOLD)


def _alone(
    name: str, inputs: Inputs, question: Callable[[Profile], object], target: Target
) -> Iterator[Row]:
    yield from compare(
        PART, inputs, {name: _program(inputs, question)}, [Pairing(name, None, target)]
    )


def _program(inputs: Inputs, question: Callable[[Profile], object]) -> Program:
    def run(number: int) -> Lap:
        wall, cpu, _ = timed(lambda: question(inputs.draws[number].ballots))
        return Lap(wall, cpu)

    return run


def _robustness(profile: Profile) -> object:
    """Ask how many people would have to change their minds, for the order and the top five."""
    return robustness(profile, TOP)


def _absent(profile: Profile) -> object:
    """Ask what two people who are missing could still alter."""
    return absent(count_pairs(profile), MISSING, TOP)


def _hold(profile: Profile) -> object:
    """Look over all sets and orders of five."""
    return hold_together(profile, TOP)
