"""How far apart a group is: in all, on each item and pair of items, and from whom.

One unit serves for agreement, contention and distance alike: the share of pairs of items that two
people put in the same order, or in the opposite one; by chance it is a half. Figures say nothing
below the group for which they mean something, and nothing here says who is right.
"""

from consensus.ranking.agreement.chance import CHANCE, ChanceRange, chance_range
from consensus.ranking.agreement.contention import (
    Contention,
    ItemContention,
    PairContention,
    contention,
)
from consensus.ranking.agreement.correlation import (
    Concordance,
    kendall_distance,
    kendall_tau_b,
    kendall_w,
    tau_x,
)
from consensus.ranking.agreement.furthest import (
    Furthest,
    FurthestAgency,
    distances_to_others,
    furthest,
    furthest_agency,
)
from consensus.ranking.agreement.pairs import pair_agreement
from consensus.ranking.agreement.shape import Shape, shapes
from consensus.ranking.agreement.spread import Spread, extremes, spreads, widest_first

__all__ = [
    "CHANCE",
    "ChanceRange",
    "Concordance",
    "Contention",
    "Furthest",
    "FurthestAgency",
    "ItemContention",
    "PairContention",
    "Shape",
    "Spread",
    "chance_range",
    "contention",
    "distances_to_others",
    "extremes",
    "furthest",
    "furthest_agency",
    "kendall_distance",
    "kendall_tau_b",
    "kendall_w",
    "pair_agreement",
    "shapes",
    "spreads",
    "tau_x",
    "widest_first",
]
