"""Ballots as they were given, and as a table of numbers.

A ballot is an order, best first. Items that are equal for this person stand together in a group of
their own; an item left out was not ranked; an order of nothing is an abstention:

    ("trust", ("money", "time"), "distance")    money and time are equal
    ("trust",)                                  one first, no view on the rest
    ()                                          abstains
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import isfinite, lcm
from typing import Literal, Self, get_args

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault

Table = npt.NDArray[np.int64]
Order = Sequence[str | Sequence[str]]
Weight = int | float | Fraction
# A number of voices: whole, unless ballots carry weights.
Voices = int | Fraction

# "no_view": the person says nothing about pairs with an item that they left out.
# "below": items left out lie below all that were ranked, equal with one another.
NotRanked = Literal["no_view", "below"]

# 1/3 given as 0.333... is read as 1/3. No agency has a million members.
FINEST_WEIGHT = 1_000_000

# Sums over pairs must stay exact, in whole numbers of 64 bits and in the solver's doubles.
MOST_COUNTS = 2**40


class Profile(Struct, frozen=True, eq=False):
    """Everyone's ballots over the same items.

    `people`: who gave each ballot. `places`: shape (people, items), read-only: 1 for what a person
    put first, the same number for items that are equal, 0 for not ranked. Only the order of the
    numbers matters. `counts`: how much each ballot counts, in whole numbers; `unit` of them make
    one voice. Without weights both are 1.
    """

    items: tuple[str, ...]
    people: tuple[str, ...]
    places: Table
    counts: Table
    unit: int = 1

    def __post_init__(self) -> None:
        positions_of(self.items)
        fits = self.places.shape == (len(self.people), len(self.items))
        if not fits or self.places.min(initial=0) < 0:
            raise BallotError(
                Fault.PLACES_DO_NOT_FIT,
                f"places must be a table of {len(self.people)} ballots by {len(self.items)} items,"
                " from 1, or 0 where an item was not ranked",
            )
        if self.counts.shape != (len(self.people),) or self.counts.min(initial=1) < 1:
            raise BallotError(Fault.VOICE_NOT_ABOVE_ZERO, "each ballot needs a weight above 0")
        self.places.flags.writeable = False
        self.counts.flags.writeable = False

    @classmethod
    def of(
        cls,
        items: Sequence[str],
        ballots: Mapping[str, Order] | Sequence[Order],
        weights: Mapping[str, Weight] | None = None,
        not_ranked: NotRanked = "no_view",
    ) -> Self:
        """Take ballots by person, or a plain sequence of them whose people are called 1, 2, 3…

        `weights`: what each ballot counts, for everyone who gave one; without it each counts 1. A
        weight with decimals is read as the nearest fraction with a denominator up to a million.
        Raises BallotError for unknown or repeated items and for weights that are not above 0.
        """
        if not_ranked not in get_args(NotRanked):
            raise BallotError(Fault.OUT_OF_RANGE, "what is not ranked is no_view or below")
        by_person = ballots if isinstance(ballots, Mapping) else _numbered(ballots)
        positions = positions_of(items)
        places = np.zeros((len(by_person), len(positions)), dtype=np.int64)
        for row, order in zip(places, by_person.values(), strict=True):
            write_places(row, order, positions, not_ranked)
        return cls._weighted(tuple(items), tuple(by_person), places, weights)

    @classmethod
    def of_places(
        cls,
        items: Sequence[str],
        places: npt.ArrayLike,
        people: Sequence[str] | None = None,
        weights: Mapping[str, Weight] | None = None,
    ) -> Self:
        """Take a table of places as `Profile` describes it; people are called 1, 2, 3… by default.

        Raises BallotError when the table does not fit, and as `of` does for weights.
        """
        table = _whole_places(places, len(items))
        if people is not None and len(set(people)) != len(people):
            raise BallotError(Fault.PERSON_NAMED_TWICE, "a person is named twice")
        names = _numbers(len(table)) if people is None else tuple(people)
        return cls._weighted(tuple(items), names, table, weights)

    @classmethod
    def _weighted(
        cls,
        items: tuple[str, ...],
        people: tuple[str, ...],
        places: Table,
        weights: Mapping[str, Weight] | None,
    ) -> Self:
        if weights is None:
            return cls(items, people, places, np.ones(len(people), dtype=np.int64))
        counts, unit = _whole(weights, people)
        return cls(items, people, places, counts, unit)

    @property
    def complete(self) -> bool:
        """Everyone placed every item; some may be equal."""
        return bool((self.places > 0).all())

    @property
    def strict(self) -> bool:
        """Everyone placed every item, and nobody found two equal."""
        ordered = np.sort(self.places, axis=1)
        return self.complete and bool((np.diff(ordered, axis=1) > 0).all())

    @property
    def answered(self) -> tuple[str, ...]:
        """The people who ranked at least one item, in the order of `people`."""
        said_anything = self.places.max(axis=1, initial=0) > 0
        return tuple(self.people[at] for at in np.flatnonzero(said_anything).tolist())

    def ballot(self, person: str) -> tuple[tuple[str, ...], ...]:
        """Give one person's ballot as groups of equal items, best first.

        Raises BallotError when this person gave none.
        """
        row = self.places[self.row(person)]
        return tuple(
            tuple(self.items[at] for at in np.flatnonzero(row == place).tolist())
            for place in np.unique(row[row > 0]).tolist()
        )

    def row(self, person: str) -> int:
        """Say at which row of `places` this person's ballot stands; BallotError when nowhere."""
        if person not in self.people:
            raise BallotError(Fault.UNKNOWN_PERSON, "somebody is named who gave no ballot")
        return self.people.index(person)

    def only(self, people: Iterable[str]) -> Self:
        """Give the same profile with the ballots of these people alone, in the order of people.

        Raises BallotError for someone who gave no ballot.
        """
        chosen = set(people)
        if not chosen <= set(self.people):
            raise BallotError(Fault.UNKNOWN_PERSON, "somebody is named who gave no ballot")
        return self.at([at for at, person in enumerate(self.people) if person in chosen])

    def at(self, rows: Sequence[int]) -> Self:
        """Give the same profile with the ballots at these rows of `places` alone, in this order."""
        return type(self)(
            self.items,
            tuple(self.people[row] for row in rows),
            self.places[rows],
            self.counts[rows],
            self.unit,
        )


def one_agency_one_voice(agencies: Mapping[str, str]) -> dict[str, Fraction]:
    """Weigh ballots so that each agency counts as one voice, shared equally by its people.

    `agencies`: each person's agency, for the people who answered and no others.
    """
    sizes = Counter(agencies.values())
    return {person: Fraction(1, sizes[agency]) for person, agency in agencies.items()}


def positions_of(items: Sequence[str]) -> dict[str, int]:
    """Give each item's position; BallotError when there is none or one is named twice."""
    positions = {item: at for at, item in enumerate(items)}
    if not positions:
        raise BallotError(Fault.NO_ITEMS, "there are no items to rank")
    if len(positions) != len(items):
        raise BallotError(Fault.ITEM_NAMED_TWICE, "an item is named twice")
    return positions


def write_places(
    row: Table, order: Order, positions: Mapping[str, int], not_ranked: NotRanked = "no_view"
) -> None:
    """Write the places of one order into a row of zeros, as `Profile.places` holds them.

    Raises BallotError for unknown or repeated items and empty groups.
    """
    place = 0
    for place, group in enumerate(order, start=1):
        for item in _group(group):
            at = positions.get(item)
            if at is None:
                raise BallotError(Fault.UNKNOWN_ITEM, "a ballot names an item that is not listed")
            if row[at]:
                raise BallotError(Fault.REPEATED_ITEM, "a ballot names an item twice")
            row[at] = place
    if place and not_ranked == "below":
        row[row == 0] = place + 1


def voices(count: int, unit: int) -> Voices:
    """Give a number of counts as voices: whole where it is whole."""
    whole, rest = divmod(count, unit)
    return Fraction(count, unit) if rest else whole


def _whole_places(places: npt.ArrayLike, items: int) -> Table:
    """Copy a table of places; BallotError unless it is one, of whole numbers."""
    try:
        table = np.array(places)
    except ValueError:
        # Rows of different lengths.
        table = np.zeros(1)
    if not table.size:
        return np.zeros((0, items), dtype=np.int64)
    whole = table.dtype.kind in "iu"
    if table.dtype.kind == "f":
        # Beyond this a double no longer tells a whole number from its neighbours.
        whole = bool((np.abs(table) < 2**53).all()) and not (table % 1).any()
    if table.ndim != 2 or not whole:
        raise BallotError(Fault.PLACES_DO_NOT_FIT, "places must be a table of whole numbers")
    return table.astype(np.int64)


def _group(group: str | Sequence[str]) -> Sequence[str]:
    if isinstance(group, str):
        return (group,)
    if not group:
        raise BallotError(Fault.EMPTY_GROUP, "a ballot has a group of equal items with none in it")
    return group


@lru_cache(maxsize=8)
def _numbers(count: int) -> tuple[str, ...]:
    return tuple(map(str, range(1, count + 1)))


def _numbered(ballots: Sequence[Order]) -> dict[str, Order]:
    return dict(zip(_numbers(len(ballots)), ballots, strict=True))


def _whole(weights: Mapping[str, Weight], people: Sequence[str]) -> tuple[Table, int]:
    """Turn weights into whole counts and the number of counts that make one voice."""
    if set(weights) != set(people):
        raise BallotError(
            Fault.UNKNOWN_PERSON, "weights must be given for those who gave a ballot, and no others"
        )
    fractions = [_fraction(weights[person]) for person in people]
    unit = lcm(*(fraction.denominator for fraction in fractions))
    if sum(fractions) * unit > MOST_COUNTS:
        raise BallotError(
            Fault.VOICES_TOO_FINE,
            "the weights are too large or too fine to be counted exactly together",
        )
    return np.array([int(fraction * unit) for fraction in fractions], dtype=np.int64), unit


def _fraction(weight: Weight) -> Fraction:
    if isinstance(weight, float):
        if not isfinite(weight):
            raise BallotError(Fault.VOICE_NOT_A_NUMBER, "a weight is not a finite number")
        exact = Fraction(weight).limit_denominator(FINEST_WEIGHT)
    elif isinstance(weight, int | Fraction):
        exact = Fraction(weight)
    else:
        raise BallotError(Fault.VOICE_NOT_A_NUMBER, "a weight is not a number")
    if exact <= 0:
        raise BallotError(Fault.VOICE_NOT_ABOVE_ZERO, "a weight is not above 0")
    return exact
