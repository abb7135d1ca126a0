"""What agreement pure chance would give: 0.5 on average, and how far from it in a small group."""

from math import ceil, floor, sqrt

from msgspec import Struct

from consensus.ranking.agreement.pairs import FEWEST_PEOPLE
from consensus.ranking.profile import Profile

# Two people who order at random put two items the same way round half of the time.
CHANCE = 0.5

# The point below which a normal distribution has 95 % of its values.
_NORMAL_95 = 1.6448536269514722


class ChanceRange(Struct, frozen=True):
    """The agreements that people who order at random reach nine times in ten.

    About one time in twenty, or less often, they fall below `low`; as often above `high`.
    """

    low: float
    high: float

    def covers(self, agreement: float) -> bool:
        """Say whether an agreement is within what chance gives; both ends are."""
        return self.low <= agreement <= self.high


def chance_range(profile: Profile) -> ChanceRange | None:
    """Say between which agreements chance alone would put this many people and items.

    It is a mark beside `pair_agreement`, not a test: people who are present are no sample. The
    range is wide in a small group (0.38 to 0.63 for three people and ten items) and includes its
    ends. None for fewer than 3 people who answered, for one item, and unless everyone who answered
    ordered all items without ties, because chance has no single meaning then.

    The mean, spread and skewness of agreement under chance are exact; a chi-square curve with the
    same three stands for its distribution, as in Kendall and Babington Smith (1940) for single
    pairs and Ehrenberg (1952) for whole orders, with the percentage points of Wilson and Hilferty
    (1931). The ends are rounded outwards to whole numbers of pairs, so that in the smallest groups
    the range holds rather more than nine in ten.
    """
    answered = profile.only(profile.answered)
    people, items = answered.places.shape
    if people < FEWEST_PEOPLE or items < 2 or not answered.strict:
        return None
    return _outwards(people, items, _at(people, items, -_NORMAL_95), _at(people, items, _NORMAL_95))


def _at(people: int, items: int, normal: float) -> float:
    """Give the agreement at that point of its distribution where a normal one has `normal`."""
    # A random order as a row of signs, one for each pair of items, has 1 as its variance and 1/3 or
    # -1/3 as the covariance of pairs that share an item. That table's eigenvalues are (m + 1) / 3,
    # m - 1 times, and 1/3 for the rest; tau between two people is the product of their rows over
    # the number of pairs, so that sums of powers of the eigenvalues give the moments of mean tau.
    pairs, couples = _pairs(items), _pairs(people)
    second, third = (_eigenvalues(items, power) / pairs**power for power in (2, 3))
    deviation = sqrt(second / couples)
    triples = people * (people - 1) * (people - 2)
    skewness = triples * third / (couples * deviation) ** 3
    freedom = 8 / skewness**2
    step = 2 / (9 * freedom)
    chi_square = freedom * (1 - step + normal * sqrt(step)) ** 3
    tau = deviation * (chi_square - freedom) / sqrt(2 * freedom)
    return (1 + tau) / 2


def _eigenvalues(items: int, power: float) -> float:
    large, small = items - 1, _pairs(items - 1)
    return float((large * (items + 1) ** power + small) / 3**power)


def _outwards(people: int, items: int, low: float, high: float) -> ChanceRange:
    """Round outwards to whole numbers of pairs that two people put the same way."""
    most = _pairs(people) * _pairs(items)
    half = people // 2
    least = (_pairs(half) + _pairs(people - half)) * _pairs(items)
    # One person who turns one pair of items around changes an even number when people are odd.
    step = 1 + people % 2
    below = least + step * floor((low * most - least) / step)
    above = least + step * ceil((high * most - least) / step)
    return ChanceRange(max(least, below) / most, min(most, above) / most)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
