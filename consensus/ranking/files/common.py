"""What all kinds of ranking files share: limits, weights, and orders from places."""

import re
from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Profile, Weight

# A count in a file is one number and becomes a row of a table for each person, so a short text
# could otherwise take all memory.
MOST_PEOPLE = 1_000_000
MOST_ITEMS = 100_000
MOST_PLACES = 50_000_000

# Positions of items, from 0: groups of equal items, best first.
Groups = tuple[tuple[int, ...], ...]

_WEIGHT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15}|/[0-9]{1,15})?")


def without_mark(text: str) -> str:
    """Give the text without the byte order mark that some programs put first."""
    return text.removeprefix("\ufeff")


def check_room(people: int, items: int, line: int | None = None) -> None:
    """Raise BallotError when a file asks for more people, items or places than are taken."""
    if people > MOST_PEOPLE or items > MOST_ITEMS or people * items > MOST_PLACES:
        raise BallotError(
            Fault.OUT_OF_RANGE,
            f"a file may hold at most {MOST_PEOPLE} people, {MOST_ITEMS} items and {MOST_PLACES}"
            " places, one for each person and item",
            line,
        )


def read_weight(text: str, line: int | None = None) -> Weight:
    """Read a weight such as 2, 0.5 or 1/3; BallotError when it is none or not above 0."""
    if not _WEIGHT.fullmatch(text):
        raise BallotError(Fault.VOICE_NOT_A_NUMBER, "a weight is not a number", line)
    whole, _, divisor = text.partition("/")
    if divisor and not int(divisor):
        raise BallotError(Fault.VOICE_NOT_A_NUMBER, "a weight is divided by 0", line)
    weight = float(whole) if "." in whole else Fraction(int(whole), int(divisor or 1))
    if weight <= 0:
        raise BallotError(Fault.VOICE_NOT_ABOVE_ZERO, "a weight is not above 0", line)
    return weight


def weights_of(profile: Profile) -> list[Fraction]:
    """Give each ballot's weight in voices, in the order of people."""
    return [Fraction(count, profile.unit) for count in profile.counts.tolist()]


def groups_of(places: Sequence[int]) -> Groups:
    """Give the order that one person's places stand for; nothing when they abstain."""
    by_place: defaultdict[int, list[int]] = defaultdict(list)
    for at, place in enumerate(places):
        if place:
            by_place[place].append(at)
    return tuple(tuple(by_place[place]) for place in sorted(by_place))
