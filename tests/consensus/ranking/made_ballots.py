"""Small groups of ballots for properties, and what the tests count by hand.

A ballot here is always written out in groups, best first: (("b",), ("a", "c")) leaves out d.
"""

from collections.abc import Callable
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from consensus.ranking.profile import Profile

Ballot = tuple[tuple[str, ...], ...]
Ballots = dict[str, Ballot]

ITEMS = "abcd"
PEOPLE = "PQRSTU"


def _grouped(places: tuple[int, ...]) -> Ballot:
    """From one place for each item, with 0 for left out."""
    return tuple(
        tuple(item for item, own in zip(ITEMS, places, strict=True) if own == place)
        for place in sorted({place for place in places if place})
    )


def _by_person(ballots: st.SearchStrategy[Ballot], least: int) -> st.SearchStrategy[Ballots]:
    return st.lists(ballots, min_size=least, max_size=len(PEOPLE)).map(
        lambda given: dict(zip(PEOPLE, given, strict=False))
    )


@st.composite
def ballots_of(draw: st.DrawFn, items: str) -> Ballot:
    """Some of the items in some order, some of them equal."""
    kept = draw(st.permutations(items))[: draw(st.integers(0, len(items)))]
    groups: list[tuple[str, ...]] = []
    for item in kept:
        if groups and draw(st.integers(0, 3)) == 0:
            groups[-1] = (*groups[-1], item)
        else:
            groups.append((item,))
    return tuple(groups)


strict_ballots = st.permutations(ITEMS).map(lambda order: tuple((item,) for item in order))
tied_ballots = st.tuples(*[st.integers(1, 3)] * 4).map(_grouped)
any_ballots = st.tuples(*[st.integers(0, 3)] * 4).map(_grouped)

strict_groups = _by_person(strict_ballots, least=3)
complete_groups = _by_person(tied_ballots, least=3)
any_groups = _by_person(any_ballots, least=1)


def profile_of(ballots: Ballots) -> Profile:
    return Profile.of(ITEMS, ballots)


def way(ballot: Ballot, one: str, other: str) -> int | None:
    """1 or -1 for the two in this order or the other, 0 for equal, None where one is left out."""
    place = {item: at for at, group in enumerate(ballot) for item in group}
    if one not in place or other not in place:
        return None
    return (place[other] > place[one]) - (place[other] < place[one])


def ways(one: Ballot, other: Ballot) -> list[int]:
    """1 for each pair of items that both put the same way round, -1 for each that they do not."""
    products = [
        (way(one, *pair) or 0) * (way(other, *pair) or 0) for pair in combinations(ITEMS, 2)
    ]
    return [product for product in products if product]


def renamed(ballots: Ballots, name: Callable[[str], str]) -> Ballots:
    """The same people with their items called differently."""
    return {
        person: tuple(tuple(map(name, group)) for group in ballot)
        for person, ballot in ballots.items()
    }


def turned_over(ballots: Ballots) -> Ballots:
    return {person: ballot[::-1] for person, ballot in ballots.items()}


def shuffled(ballots: Ballots, random: Random) -> Ballots:
    return {person: ballots[person] for person in random.sample(list(ballots), len(ballots))}
