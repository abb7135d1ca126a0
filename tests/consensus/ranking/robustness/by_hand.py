"""Groups of people, and what changes of theirs alter, counted by going through all of them."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from itertools import accumulate, combinations, combinations_with_replacement, permutations, product
from random import Random

import numpy as np
from hypothesis import strategies as st

from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Order, Profile, Table, Voices, one_agency_one_voice
from consensus.ranking.robustness import Absence, Absent, Change, Robustness, absent
from tests.consensus.ranking.made_ballots import Ballot, ballots_of

MANY = "abcdefghijklmnopqrst"
PARTS = ("first", "top", "last", "order")
OPEN = Change(at_least=0, at_most=0)


# --- groups --------------------------------------------------------------------------------------


def whole(order: Sequence[str]) -> Ballot:
    return tuple((item,) for item in order)


def strict_groups_of(items: str, most: int) -> st.SearchStrategy[list[Ballot]]:
    return st.lists(st.permutations(items).map(whole), min_size=1, max_size=most)


def groups_of(items: str, most: int) -> st.SearchStrategy[list[Ballot]]:
    """One to a few people, of whom at least one puts some item before another."""
    ballots = st.one_of(st.permutations(items).map(whole), ballots_of(items))
    groups = st.lists(ballots, min_size=1, max_size=most)
    return groups.filter(lambda group: any(len(ballot) > 1 for ballot in group))


def drawn(size: int, people: int, noise: float, random: Random) -> Profile:
    """People who feel each item's place with some noise."""
    ballots = []
    for _ in range(people):
        felt = {item: random.gauss(at, noise) for at, item in enumerate(MANY[:size])}
        ballots.append(sorted(felt, key=felt.__getitem__))
    return Profile.of(MANY[:size], ballots)


def weighted(profile: Profile, weights: Iterable[Fraction]) -> Profile:
    ballots = {person: profile.ballot(person) for person in profile.people}
    return Profile.of(profile.items, ballots, dict(zip(profile.people, weights, strict=True)))


def agencies(people: int, random: Random) -> list[Fraction]:
    """What each person counts where each of three agencies counts as one."""
    return list(
        one_agency_one_voice({str(at): random.choice("XYZ") for at in range(people)}).values()
    )


# --- counting by hand ----------------------------------------------------------------------------


def part_of(order: Sequence[str], part: str, top: int) -> object:
    of = {
        "first": order[0],
        "top": frozenset(order[:top]),
        "last": order[-1],
        "order": tuple(order),
    }
    return of[part]


@cache
def orders_of(items: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(permutations(items))


@cache
def places_in_orders(items: tuple[str, ...]) -> Table:
    """At which place each order has each item: (orders, items)."""
    return np.array([[order.index(item) for item in items] for order in orders_of(items)])


@cache
def contradicted(ballot: Ballot, items: tuple[str, ...]) -> Table:
    """How many pairs of the ballot each order of all items has the other way round."""
    orders = places_in_orders(items)
    against = np.zeros(len(orders), dtype=np.int64)
    for better, worse in combinations(ballot, 2):
        for one, other in product(better, worse):
            against += orders[:, items.index(one)] > orders[:, items.index(other)]
    return against


@cache
def whole_ballots(items: tuple[str, ...]) -> Table:
    """What each whole order contradicts: (ballots, orders)."""
    return np.array([contradicted(whole(order), items) for order in orders_of(items)])


@cache
def all_ballots(items: tuple[str, ...]) -> Table:
    """What each ballot contradicts, with ties and gaps or none, or empty: (ballots, orders)."""
    found = [
        contradicted(
            tuple(
                tuple(item for item, own in zip(items, places, strict=True) if own == place)
                for place in range(1, len(items) + 1)
            ),
            items,
        )
        for places in product(range(len(items) + 1), repeat=len(items))
    ]
    return np.unique(found, axis=0)


class ByHand:
    """A few items: all their orders, and what each overrules of everyone's ballots."""

    def __init__(self, profile: Profile) -> None:
        self.items = profile.items
        self.counts = profile.counts
        each = [contradicted(profile.ballot(person), self.items) for person in profile.people]
        self.each = np.array(each) * self.counts[:, None]
        self.costs = self.each.sum(axis=0)

    def parts(self, part: str, top: int) -> set[object]:
        """What this part is in each of the best orders."""
        best = np.flatnonzero(self.costs == self.costs.min())
        return {part_of(orders_of(self.items)[at], part, top) for at in best}

    def altered(self, costs: Iterable[Table], part: str, top: int) -> bool:
        """Whether a best order differs in this part, for any row of any table of costs."""
        [now] = self.parts(part, top)
        keeps = np.array([part_of(order, part, top) == now for order in orders_of(self.items)])
        return any((table[:, ~keeps].min(1) <= table[:, keeps].min(1)).any() for table in costs)

    def with_missing(self, missing: int) -> Table:
        """The costs for every choice of a whole ballot for each of the missing, one count each."""
        ballots = whole_ballots(self.items)
        chosen = list(combinations_with_replacement(range(len(ballots)), missing))
        return np.array(self.costs + ballots[chosen].sum(axis=1))

    def with_copies(self, counts: int) -> Table:
        """The costs where all the missing take the same whole order."""
        return np.array(self.costs + counts * whole_ballots(self.items))

    def with_changed(self, people: int, ballots: Table) -> list[Table]:
        """The costs for every choice of so many people and a new ballot for each of them."""
        each = range(len(ballots))
        of_equals = list(combinations_with_replacement(each, people))
        tables = []
        for whose in map(list, combinations(range(len(self.each)), people)):
            equals = len(set(self.counts[whose].tolist())) == 1
            chosen = of_equals if equals else list(product(each, repeat=people))
            taken = self.costs - self.each[whose].sum(axis=0)
            tables.append(taken + np.tensordot(self.counts[whose], ballots[chosen], (0, 1)))
        return tables


# --- counting from scratch -----------------------------------------------------------------------


def is_altered(profile: Profile, part: str, top: int, now: Order) -> bool:
    """Say whether a best order differs in this part from the one that stands."""
    found = combine(count_pairs(profile))
    assert found.count is not None
    size = len(now)
    lengths = {"first": [1], "top": [top], "last": [size - 1], "order": list(range(1, size))}
    ends = set(accumulate(map(len, found.bands)))
    return any(
        length not in ends or set(found.order[:length]) != {str(item) for item in now[:length]}
        for length in lengths[part]
    )


def with_more(profile: Profile, ballot: Order, people: int) -> Profile:
    """The same group with so many more people of one ballot, each of one voice."""
    more = Profile.of(profile.items, {f"missing {at}": ballot for at in range(people)})
    return Profile(
        profile.items,
        profile.people + more.people,
        np.vstack([profile.places, more.places]),
        np.concatenate([profile.counts, more.counts * profile.unit]),
        profile.unit,
    )


def with_changed(profile: Profile, ballot: Order, whose: Iterable[int]) -> Profile:
    """The same group after these people took this ballot for their own."""
    places = profile.places.copy()
    places[list(whose)] = Profile.of(profile.items, [ballot]).places
    return Profile(profile.items, profile.people, places, profile.counts.copy(), profile.unit)


def moved(profile: Profile, ballot: Order, now: Order) -> list[int]:
    """How far each person's change to the ballot leads away from the order that stands."""
    ways, stands = (count_pairs(Profile.of(profile.items, [own])).above for own in (ballot, now))

    def by(person: str) -> Table:
        said = count_pairs(Profile.of(profile.items, [profile.ballot(person)])).above
        changed: Table = (ways - said) * (ways != stands) * (ways - ways.T)
        return changed

    far = [int(by(person).sum()) for person in profile.people]
    return [own * int(count) for own, count in zip(far, profile.counts, strict=True)]


def can_be_done(profile: Profile, change: Change, part: str, top: int, now: Order) -> bool:
    """Let those moved most take the ballot, by lot where they are equal: is the part altered?"""
    assert change.at_most is not None
    far = moved(profile, change.ballot, now)
    random = Random(0)
    return any(
        is_altered(with_changed(profile, change.ballot, whose[: change.at_most]), part, top, now)
        for whose in (
            sorted(range(len(far)), key=lambda at: (-far[at], random.random())) for _ in range(200)
        )
    )


def changes(found: Robustness) -> list[Change]:
    return [found.first, found.top, found.last, found.order]


def absences(found: Absent) -> list[Absence]:
    return [found.first, found.top, found.last, found.order]


def safety(pairs: Pairs, missing: Voices, top: int) -> list[bool | None]:
    return [absence.safe for absence in absences(absent(pairs, missing, top))]
