"""What sets and lists ask of people, counted by hand, and small groups to count it for."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations

from hypothesis import strategies as st

from tests.consensus.ranking.made_ballots import Ballot

Ballots = dict[str, Ballot]
# The largest loss and the sum of losses.
Asked = tuple[int | Fraction, int | Fraction]


def groups_of(ballots: st.SearchStrategy[Ballot], most: int = 5) -> st.SearchStrategy[Ballots]:
    """One to a few people, at least one of whom ranks something."""
    named = st.lists(ballots, min_size=1, max_size=most).map(
        lambda given: {f"person {at}": ballot for at, ballot in enumerate(given)}
    )
    return named.filter(lambda group: any(group.values()))


def strict_ballots_of(items: str) -> st.SearchStrategy[Ballot]:
    return st.permutations(items).map(lambda order: tuple((item,) for item in order))


def place_of(ballot: Ballot) -> dict[str, int]:
    return {item: place for place, group in enumerate(ballot) for item in group}


@cache
def orders_allowed(ballot: Ballot, items: str) -> list[tuple[str, ...]]:
    """Every order of all the items that puts nothing the other way round."""
    place = place_of(ballot)
    return [
        order
        for order in permutations(items)
        if not any(
            one in place and other in place and place[one] > place[other]
            for one, other in combinations(order, 2)
        )
    ]


def set_loss(ballot: Ballot, chosen: Sequence[str], items: str) -> int:
    """The fewest to exchange before the set is the first of an order that the ballot allows."""
    return min(
        len(set(chosen) - set(order[: len(chosen)])) for order in orders_allowed(ballot, items)
    )


def list_loss(ballot: Ballot, chosen: Sequence[str], items: str) -> int:
    """The items put below one of the list that the person puts strictly above it, one by one."""
    place = place_of(ballot)
    lost = 0
    for at, item in enumerate(chosen):
        below = set(items) - set(chosen[: at + 1])
        lost += sum(
            item in place and other in place and place[other] < place[item] for other in below
        )
    return lost


def asked(losses: Iterable[tuple[str, int]], agencies: dict[str, str] | None) -> Asked:
    """The worst and the sum of losses by person, or of their means by agency."""
    by: dict[str, list[int]] = {}
    for person, loss in losses:
        by.setdefault(agencies[person] if agencies else person, []).append(loss)
    means = [Fraction(sum(own), len(own)) for own in by.values()]
    return max(means), sum(means)


def asked_by_set(
    ballots: Ballots, items: str, k: int, agencies: dict[str, str] | None = None
) -> dict[tuple[str, ...], Asked]:
    return {
        chosen: asked(
            ((who, set_loss(own, chosen, items)) for who, own in ballots.items() if own), agencies
        )
        for chosen in combinations(items, k)
    }


def asked_by_list(
    ballots: Ballots, items: str, k: int, agencies: dict[str, str] | None = None
) -> dict[tuple[str, ...], Asked]:
    return {
        chosen: asked(
            ((who, list_loss(own, chosen, items)) for who, own in ballots.items() if own), agencies
        )
        for chosen in permutations(items, k)
    }
