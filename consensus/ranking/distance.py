"""How differently every two people order the same items (Kendall, 1938), for all of them at once.

A pair of items speaks for two people only when both of them put one of the two first: a pair that
somebody finds equal, or did not rank, is neutral and counts neither for nor against.
"""

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.midplaces import doubled_midplaces
from consensus.ranking.profile import Profile, Table

Shares = npt.NDArray[np.float64]
Signs = npt.NDArray[np.int8]


class Distances(Struct, frozen=True, eq=False):
    """How many pairs of items two people order oppositely, among how many that both ordered.

    `opposite`, `compared`: shape (people, people), symmetric and read-only, in pairs of items.
    `opposite` has 0 on its diagonal, `compared` the number of pairs that a person ordered at all.
    """

    people: tuple[str, ...]
    opposite: Table
    compared: Table

    def __post_init__(self) -> None:
        self.opposite.flags.writeable = False
        self.compared.flags.writeable = False

    @property
    def share(self) -> Shares:
        """The share ordered oppositely, from 0 to 1; by chance it is 0.5.

        Two people who compared no pair in common are at no distance, neither near nor far: their
        share is not a number (NaN), and means over pairs of people leave them out.
        """
        with np.errstate(invalid="ignore"):
            shares: Shares = self.opposite / self.compared
        return shares


def distances(profile: Profile) -> Distances:
    """Count, for every two people, the pairs of items that they order oppositely.

    Everybody counts once, whatever their ballot weighs. Takes memory with the square of the number
    of people.
    """
    opposite, compared = count_opposite(pair_signs(profile.places))
    return Distances(profile.people, opposite, compared)


def pair_signs(places: Table) -> Signs:
    """Say of each pair of items which comes first: 1 the earlier item, -1 the later, 0 neither.

    `places`: any shape (..., items) as `Profile` holds them. Returns shape (..., pairs), with the
    pairs in the order 1-2, 1-3, ..., 2-3, ...
    """
    one, other = np.triu_indices(places.shape[-1], k=1)
    first, second = places[..., one], places[..., other]
    signs: Signs = np.sign(second - first).astype(np.int8)
    signs[(first == 0) | (second == 0)] = 0
    return signs


def count_opposite(signs: Signs) -> tuple[Table, Table]:
    """Count the pairs ordered oppositely, and those that both ordered, for every two people.

    `signs`: any shape (..., people, pairs). Returns two tables of shape (..., people, people).
    """
    # Two signs multiply to 1 or -1 where both ordered the pair. Doubles hold these sums exactly,
    # and multiply far faster than integers.
    exact = signs.astype(np.float64)
    compared = _products(np.abs(exact))
    return (compared - _products(exact)) // 2, compared


def by_ballot(places: Table) -> Table:
    """Order people by what they said alone, and give their rows in that order.

    Whatever is drawn at random or broken as a tie in this order depends on nobody's name and not on
    who answered first. People who said the same stand together and may be exchanged.
    """
    rows: Table = np.lexsort(doubled_midplaces(places).T)
    return rows


def _products(signs: Shares) -> Table:
    products: Table = (signs @ signs.swapaxes(-1, -2)).astype(np.int64)
    return products
