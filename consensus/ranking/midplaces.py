"""Middle places: items that a person finds equal share the mean of the places they take up.

Of four items with the second and third equal, the places are 1, 2½, 2½ and 4 (Kendall, 1945). They
are counted doubled, so that they stay whole numbers: 2, 5, 5 and 8.
"""

from fractions import Fraction

import numpy as np

from consensus.ranking.profile import Table


def doubled_midplaces(places: Table) -> Table:
    """Give twice the middle place of each item, by person, among what that person ranked.

    `places`: a table as `Profile.places` holds it. The result has the same shape, with 0 where an
    item was not ranked; two ballots are the same order exactly when their rows are equal.
    """
    doubled = np.zeros_like(places)
    for item in range(places.shape[1]):
        doubled[:, item] = doubled_midplaces_of(places, item)
    return doubled


def doubled_midplaces_of(places: Table, item: int) -> Table:
    """Give the column of `doubled_midplaces` for the item at this position alone."""
    own = places[:, item]
    before = ((places > 0) & (places < own[:, None])).sum(axis=1)
    level = (places == own[:, None]).sum(axis=1)
    return np.where(own > 0, 2 * before + level + 1, 0)


def mean_apart(doubled: Table) -> Fraction:
    """Give the mean distance between two people's places, in places, from sorted doubled places.

    0 for fewer than two places.
    """
    # With k places below it and l above, a place is added k times and taken away l times.
    people = len(doubled)
    distances = int(doubled @ (2 * np.arange(people) - people + 1))
    return Fraction(distances, max(1, people * (people - 1)))
