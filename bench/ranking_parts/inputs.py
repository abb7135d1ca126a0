"""What is solved: random and contrary profiles, the same for every program."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile, Table

Random = np.random.Generator


class Input(Struct, frozen=True, eq=False):
    """Ballots and their pair counts; tournaments are given by their counts alone."""

    pairs: Pairs
    profile: Profile | None = None

    @property
    def ballots(self) -> Profile:
        """The ballots, where there are any."""
        assert self.profile is not None
        return self.profile


class Inputs(Struct, frozen=True, eq=False):
    """Several draws of one kind, or one where there is nothing to draw."""

    items: int
    people: int | None
    kind: str
    draws: list[Input]

    @property
    def size(self) -> str:
        """Items by people."""
        return f"{self.items} x {self.people or '-'}"


def impartial(items: int, people: int, draws: int = 5) -> Inputs:
    """Every order is as likely as any other: the hard case, without any consensus."""

    def places(random: Random) -> Table:
        return random.permuted(np.tile(np.arange(1, items + 1), (people, 1)), axis=1)

    return _drawn(items, people, "impartial", places, draws)


def mallows(items: int, people: int, spread: float, draws: int = 5) -> Inputs:
    """One order and people's departures from it, each pair the less likely (Mallows, 1957)."""

    def places(random: Random) -> Table:
        orders = np.array([_departure(random, items, spread) for _ in range(people)])
        return orders.argsort(axis=1) + 1

    return _drawn(items, people, f"Mallows {spread}", places, draws)


def top_lists(items: int, people: int, top: int, draws: int = 5) -> Inputs:
    """Everyone ranks only so many items at random; the rest lies below, level."""

    def places(random: Random) -> Table:
        every: Table = random.permuted(np.tile(np.arange(1, items + 1), (people, 1)), axis=1)
        return np.minimum(every, top + 1)

    return _drawn(items, people, f"top {top} lists", places, draws)


def cyclic(items: int) -> Inputs:
    """As many people as items; each begins the same circle at another item."""
    places = (np.arange(items) + np.arange(items)[:, None]) % items + 1
    return Inputs(items, items, "cyclic", [_input(places)])


def rotational(items: int) -> Inputs:
    """Each item beats the next half of a circle, all by the same margin."""
    ahead = (np.arange(items) - np.arange(items)[:, None]) % items
    opposite = (2 * ahead == items) & (np.arange(items)[:, None] < items // 2)
    return Inputs(
        items, None, "rotational", [_by_one((2 * ahead < items) & (ahead > 0) | opposite)]
    )


def tournaments(items: int, draws: int = 5) -> Inputs:
    """Who beats whom is drawn by lot, all by the same margin."""

    def beats(random: Random) -> Input:
        upper = np.triu(random.random((items, items)) < 0.5, 1)
        return _by_one(upper | np.tril(~upper.T, -1))

    return Inputs(items, None, "tournament", [beats(random) for random in _seeds(items, draws)])


def near_ties(items: int, draws: int = 5) -> Inputs:
    """Of a thousand people on each side, one more on either side or on none."""

    def even(random: Random) -> Input:
        upper = np.triu(random.integers(-1, 2, (items, items)), 1)
        return _counted((1000 + upper - upper.T) * (1 - np.eye(items, dtype=np.int64)))

    return Inputs(items, None, "near-ties", [even(random) for random in _seeds(items, draws)])


def _drawn(
    items: int, people: int, kind: str, places: Callable[[Random], Table], draws: int
) -> Inputs:
    made = [_input(places(random)) for random in _seeds(items * people, draws)]
    return Inputs(items, people, kind, made)


def _seeds(start: int, draws: int) -> list[Random]:
    return [np.random.default_rng([start, draw]) for draw in range(draws)]


def _input(places: Table) -> Input:
    profile = Profile.of_places(_names(places.shape[1]), places)
    return Input(count_pairs(profile), profile)


def _by_one(beats: npt.NDArray[np.bool_]) -> Input:
    """Give the counts of two ballots for each pair, which differ by two on it (McGarvey, 1953)."""
    pairs = len(list(combinations(range(len(beats)), 2)))
    wins = beats.astype(np.int64)
    return _counted((pairs + wins - wins.T) * (1 - np.eye(len(beats), dtype=np.int64)))


def _counted(above: Table) -> Input:
    return Input(Pairs(_names(len(above)), above, above.copy()))


def _departure(random: Random, items: int, spread: float) -> list[int]:
    """Insert items one by one, each step further from the end less likely by `spread`."""
    order: list[int] = []
    for item in range(items):
        steps = spread ** np.arange(item + 1)
        back = int(random.choice(item + 1, p=steps / steps.sum()))
        order.insert(item - back, item)
    return order


def _names(items: int) -> tuple[str, ...]:
    return tuple(str(item) for item in range(items))
