"""A live room: counting all ballots, and one ballot that changes."""

from collections.abc import Iterator

from bench.ranking_parts import ours
from bench.ranking_parts.agree import Disagreement
from bench.ranking_parts.inputs import Input, Inputs, impartial
from bench.ranking_parts.rivals import Rivals
from bench.ranking_parts.rows import Pairing, Row, Target, compare
from bench.ranking_parts.timing import Lap, Program, timed
from consensus.ranking.agreement.contention import contention
from consensus.ranking.agreement.pairs import pair_agreement
from consensus.ranking.kemeny import Combined, combine
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile

PART = "live"

COUNT = Target(ms=1)
CHANGE = Target(ms=2)


def rows(rivals: Rivals) -> Iterator[Row]:
    """Count 5,000 ballots; then change one ballot in rooms of several sizes."""
    inputs = impartial(10, 5000, draws=2)
    programs = {
        "count": _count(inputs),
        **rivals.margins(inputs),
        "places + count": _read_and_count(inputs),
    }
    pairings = [Pairing(name, "pref_voting", COUNT) for name in ("count", "places + count")]
    yield from compare(PART, inputs, programs, pairings)
    for people in (8, 30, 5000):
        inputs = impartial(10, people, draws=2 if people > 1000 else 5)
        programs = {"changed ballot": _change(inputs)}
        yield from compare(PART, inputs, programs, [Pairing("changed ballot", None, CHANGE)])


def _count(inputs: Inputs) -> Program:
    """Count from ballots that are known as a profile."""

    def run(number: int) -> Lap:
        profile = inputs.draws[number].ballots
        wall, cpu, _ = timed(lambda: count_pairs(profile))
        return Lap(wall, cpu)

    return run


def _read_and_count(inputs: Inputs) -> Program:
    """Count from a plain table of places, checked and named as a profile first."""

    def run(number: int) -> Lap:
        profile = inputs.draws[number].ballots
        wall, cpu, _ = timed(lambda: count_pairs(Profile.of_places(profile.items, profile.places)))
        return Lap(wall, cpu)

    return run


def _change(inputs: Inputs) -> Program:
    """Take one changed ballot to everything that is shown: order, agreement and contention."""

    def run(number: int) -> Lap:
        given = inputs.draws[number]
        before, after = (given.ballots.ballot(person) for person in given.ballots.people[:2])
        answered = len(given.ballots.people)

        def work() -> tuple[Pairs, Combined]:
            pairs = given.pairs.changed(before, after)
            combined = combine(pairs)
            pair_agreement(pairs)
            contention(pairs, answered)
            return pairs, combined

        wall, cpu, (pairs, combined) = timed(work)
        same = pairs == count_pairs(_with_the_second_ballot_first(given))
        if not same:
            raise Disagreement("a changed ballot gives other pairs than counting anew")
        return Lap(wall, cpu, ours.solved(pairs, combined))

    return run


def _with_the_second_ballot_first(given: Input) -> Profile:
    places = given.ballots.places.copy()
    places[0] = places[1]
    return Profile.of_places(given.ballots.items, places)
