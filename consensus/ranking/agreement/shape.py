"""Whether people who disagree over an item's place stand in two camps, or scattered."""

from fractions import Fraction

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.midplaces import doubled_midplaces, mean_apart
from consensus.ranking.profile import Profile, Table

# Below it, places drawn at random look like two camps too often: with ten people for about one
# item in twenty at most (3 to 30 items), with eight for up to one in ten.
FEWEST_FOR_SHAPE = 10

# Below one half, people are further apart than evenly scattered places would put them.
_BIMODAL = 0.5


class Shape(Struct, frozen=True):
    """How the places of one item lie.

    `consensus`: 1 when everyone gave it the same place, 0 when half put it first and half last, and
    about ½ for evenly scattered places (Tastle and Wierman, 2007).
    `two_camps`: places bunch towards both ends, that is, consensus is below ½ and one empty stretch
    of a third of the places or more has a quarter of the people or more on either side. Two such
    stretches part three camps, and are not meant.
    `scattered`: not two camps, and two people are at least as far apart, on average, as two places
    drawn at random. With neither, people are nearer together than that.
    """

    item: str
    consensus: float
    two_camps: bool
    scattered: bool


def shapes(profile: Profile) -> tuple[Shape, ...] | None:
    """Say how people's places lie, item by item, in the order of the items.

    A description of the people present, not a test: consensus alone would call a third of all items
    divided among people who answer at random, so an empty stretch is asked for too. People who
    abstain are left out. None for fewer than 10 people who answered, for one item, and when anyone
    left an item out, because their places lie on another scale.
    """
    answered = profile.only(profile.answered)
    people, size = answered.places.shape
    if people < FEWEST_FOR_SHAPE or size < 2 or not answered.complete:
        return None
    columns = np.sort(doubled_midplaces(answered.places), axis=0).T
    return tuple(
        _shape(item, doubled, size) for item, doubled in zip(answered.items, columns, strict=True)
    )


def _shape(item: str, doubled: Table, size: int) -> Shape:
    consensus = _consensus(doubled / 2, size)
    camps = consensus < _BIMODAL and _wide_stretches(doubled, size) == 1
    as_far_as_random = mean_apart(doubled) >= Fraction(size**2 - 1, 3 * size)
    return Shape(item, consensus, camps, not camps and as_far_as_random)


def _consensus(places: npt.NDArray[np.float64], size: int) -> float:
    from_mean = np.abs(places - places.mean()) / (size - 1)
    return float(1 + np.log2(1 - from_mean).mean())


def _wide_stretches(doubled: Table, size: int) -> int:
    """Count the empty stretches of a third or more with a quarter of the people on both sides."""
    people = len(doubled)
    fewest = -(-people // 4)
    below = doubled[fewest - 1 : people - fewest]
    above = doubled[fewest : people - fewest + 1]
    empty = -(-above // 2) - below // 2 - 1
    return int((3 * empty >= size).sum())
