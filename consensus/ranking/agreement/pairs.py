"""How far people agree on an order: how often two of them put two items the same way round.

People are counted here, each once, whatever their ballots weigh: agreement is between persons.
"""

from fractions import Fraction

from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Table

# Two ballots cannot be told from two people: a figure about two would tell each of them what the
# other one said, and anybody else what either of them said once the other speaks.
FEWEST_PEOPLE = 3


def pair_agreement(pairs: Pairs) -> float | None:
    """Say how often two random people put two random items in the same order.

    From 0 to 1, where chance gives 0.5 however many people answer: of all pairs of items and pairs
    of people who both ordered them, the share ordered the same way. For complete strict ballots
    this is (1 + u) / 2 with the coefficient of agreement u of Kendall and Babington Smith (1940).
    People who find two items equal, or leave one out, do not count for that pair.

    None unless some two items were ordered by at least 3 people (two ballots cannot be told from
    two people). Complete ballots cannot fall far below chance: the least is 1/3 for three or four
    people and just under 0.5 for many, when everybody is split in half over everything.
    """
    share = share_same_way(pairs.people)
    return None if share is None else float(share)


def share_same_way(people: Table) -> Fraction | None:
    """Give the same share as an exact fraction, from a table as `Pairs.people` holds it.

    None as for `pair_agreement`.
    """
    compared = people + people.T
    if compared.max() < FEWEST_PEOPLE:
        return None
    # Each pair of people is counted twice above, each pair of items twice below.
    same_way = 2 * int((people * (people - 1)).sum())
    return Fraction(same_way, int((compared * (compared - 1)).sum()))
