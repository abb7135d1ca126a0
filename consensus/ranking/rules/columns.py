"""Everyone's places item by item, laid out so that all people are compared at once."""

import numpy as np
import numpy.typing as npt

from consensus.ranking.profile import Profile

Columns = npt.NDArray[np.signedinteger]


def columns_of(profile: Profile) -> Columns:
    """Give a copy of the places, shape (items, people), with not ranked behind every place.

    The numbers are of the smallest type that holds them, as comparing them is most of the work.
    Not ranked is the largest number of that type.
    """
    small = np.int16 if profile.places.max(initial=0) < np.iinfo(np.int16).max else np.int64
    columns: Columns = np.array(profile.places.T, dtype=small, order="C")
    columns[columns == 0] = not_ranked(columns)
    return columns


def not_ranked(columns: Columns) -> int:
    """Give the number that stands for not ranked in these columns."""
    return int(np.iinfo(columns.dtype).max)
