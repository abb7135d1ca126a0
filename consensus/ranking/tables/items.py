"""Which items split the tables, and which split people wherever they sit.

The first is a question to put to the tables: what did you talk about? The second is a question
about the item itself, which every table could have.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from math import isnan, sqrt

import numpy as np
from msgspec import Struct

from consensus.ranking.midplaces import doubled_midplaces
from consensus.ranking.profile import Profile, Table
from consensus.ranking.tables.compare import DRAWS, Seated, seated
from consensus.ranking.tables.permutation import (
    ROUNDING,
    SUPPORTED,
    Figures,
    Seats,
    holm,
    p_values,
    seatings,
)


class Split(StrEnum):
    """What may be said of one item.

    SPLITS_TABLES: tables placed it more differently than shuffling people over them would give,
    corrected for the number of items. SPLITS_PEOPLE: otherwise, and people of the same table
    differ at least as much as places drawn by lot would; a description without a test.
    TOO_FEW_TO_TELL: otherwise, and with these sizes of tables no item could have been found to
    split them; or no table has two people who placed it. LEVEL: none of these.
    """

    SPLITS_TABLES = "splits_tables"
    SPLITS_PEOPLE = "splits_people"
    LEVEL = "level"
    TOO_FEW_TO_TELL = "too_few_to_tell"


class ItemSplit(Struct, frozen=True):
    """How differently tables placed one item, and how differently the people of each.

    Places count from 1, equal ones in the middle. Where a person left items out, their places are
    stretched over all items, so that their last is as low as anybody's; items that nobody at a
    table placed stand where people elsewhere put them, on average.

    `between`: the share of all differences in its place (their variance) that lies between tables,
    known as eta squared (Pearson, 1905), from 0 to 1; None when all who placed it gave it the same
    place. `by_chance`: what that share is on average when people are shuffled over the tables; with
    many small tables it is far from 0. None when fewer than two people placed it.
    `within`: how far people are from the mean of their own table, as a standard deviation in
    places (pooled, without bias); None when no table has two people who placed it.
    `by_lot`: what `within` would be if each of these people drew their places by lot, keeping what
    they left out or found equal; 2.9 for ten items in strict orders. None when nobody
    placed it.
    `p`, `corrected`: how often shuffling gives at least such a share, before and after Holm's
    correction for the number of items.
    """

    item: str
    between: float | None
    by_chance: float | None
    within: float | None
    by_lot: float | None
    p: float
    corrected: float
    verdict: Split


def what_splits(
    profile: Profile, tables: Mapping[str, str], seed: int, draws: int = DRAWS, looks: int = 1
) -> tuple[ItemSplit, ...] | None:
    """Say of each item, in the order of items, whether it splits tables, people or neither.

    `profile`, `tables`, `seed`, `draws` and `looks` are as for `compare_tables`, and so are the
    people: None for fewer than two tables at which at least 3 people put one item before another.
    Raises BallotError when the table of somebody who gave a ballot is missing.
    """
    room = seated(profile, tables)
    if len(room.tables) < 2:
        return None
    places = places_as_if_asked(room)
    found = seatings(room.sizes, draws, seed)
    shares = _shares_between(places, room.seats[None])
    values = p_values(found, _shares_between(places, found.tables), shares[0])
    corrected = [min(Fraction(1), value * looks) for value in holm(values)]
    reachable = holm([found.smallest] * len(values))[0] * looks
    tests = zip(profile.items, shares[0].tolist(), values, corrected, strict=True)
    return tuple(
        _split(test, reachable, column, room.seats, np.nanvar(places, axis=1))
        for test, column in zip(tests, places.T, strict=True)
    )


def places_as_if_asked(room: Seated) -> Figures:
    """Give everybody's places as if each table had been asked about the same items.

    As `stretched_places`, among the items that anybody at the same table placed. Each other item
    moves down those below it as it does on average where people placed both: a table that set the
    first one aside would seem to place all the others higher, and nobody there said so.
    """
    every = stretched_places(room.places)
    asked = np.array([(room.places[room.seats == at] > 0).any(axis=0) for at in range(room.count)])
    if asked.all():
        return every
    above = _share_above(room.places)
    for table, items in enumerate(asked):
        rows = np.ix_(room.seats == table, items)
        every[rows] = stretched_places(room.places[rows]) + above[np.ix_(~items, items)].sum(axis=0)
    return every


def _share_above(places: Table) -> Figures:
    """Say how often each item stands above each other one, by chance where nobody placed both."""
    one, other = places[:, :, None], places[:, None, :]
    both = ((one > 0) & (other > 0)).sum(axis=0)
    above = ((one < other) & (one > 0)).sum(axis=0) + ((one == other) & (one > 0)).sum(axis=0) / 2
    shares: Figures = np.where(both > 0, above / np.maximum(both, 1), 0.5)
    return shares


def stretched_places(places: Table) -> Figures:
    """Give middle places as if everyone had ranked all items: 1 for first, so many for last.

    `places`: shape (people, items) as `Profile` holds them, with at least two items ranked by each.
    Where all are ranked, these are the middle places themselves. NaN where an item is left out.
    """
    ranked = (places > 0).sum(axis=1, keepdims=True)
    above = np.where(places > 0, doubled_midplaces(places) / 2 - 1, np.nan)
    stretched: Figures = 1 + above * (places.shape[1] - 1) / (ranked - 1)
    return stretched


def _split(
    test: tuple[str, float, Fraction, Fraction],
    reachable: Fraction,
    places: Figures,
    seats: Seats,
    by_lot: Figures,
) -> ItemSplit:
    """`places`: of this item. `by_lot`: the variance of each person's places over all items."""
    item, share, p, corrected = test
    placed = ~np.isnan(places)
    people, tables = int(placed.sum()), len(np.unique(seats[placed]))
    lot = sqrt(by_lot[placed].mean()) if people else None
    within = _within(places[placed], seats[placed]) if people > tables else None
    return ItemSplit(
        item=item,
        between=None if isnan(share) else share,
        by_chance=(tables - 1) / (people - 1) if people > 1 else None,
        within=within,
        by_lot=lot,
        p=float(p),
        corrected=float(corrected),
        verdict=_verdict(corrected, reachable, within, lot),
    )


def _verdict(
    corrected: Fraction, reachable: Fraction, within: float | None, by_lot: float | None
) -> Split:
    if corrected <= SUPPORTED:
        return Split.SPLITS_TABLES
    if within is None or by_lot is None:
        return Split.TOO_FEW_TO_TELL
    if within >= by_lot - ROUNDING:
        return Split.SPLITS_PEOPLE
    return Split.LEVEL if reachable <= SUPPORTED else Split.TOO_FEW_TO_TELL


def _within(places: Figures, seats: Seats) -> float:
    there, numbers = np.unique(seats, return_inverse=True)
    counts = np.bincount(numbers)
    means = np.bincount(numbers, weights=places) / counts
    return sqrt(((places - means[numbers]) ** 2).sum() / (len(places) - len(there)))


def _shares_between(places: Figures, seats: Seats) -> Figures:
    """Give eta squared of each item for each way of sitting, as a table (ways, items).

    NaN for an item that all who placed it gave the same place.
    """
    known = ~np.isnan(places)
    means = np.where(known, places, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    off = np.where(known, places - means, 0)
    between = np.zeros((len(seats), places.shape[1]))
    for table in range(int(seats.max()) + 1):
        sits = (seats == table).astype(float)
        between += (sits @ off) ** 2 / np.maximum(sits @ known, 1)
    total = (off**2).sum(axis=0)
    shares: Figures = between / np.where(total > ROUNDING, total, np.nan)
    return shares
