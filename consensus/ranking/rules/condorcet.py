"""What majorities say of two items at a time: winners, the Smith set and Copeland's order."""

import numpy as np

from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Table
from consensus.ranking.rules.outcome import Outcome, groups_of, outcome_of_scores


def margins(pairs: Pairs) -> Table:
    """Give the counts for less the counts against, of every item before every other.

    Shape (items, items). A person who finds two items equal, or did not rank one of them, moves
    their margin neither way.
    """
    return pairs.above - pairs.above.T


def condorcet_winner(pairs: Pairs) -> str | None:
    """Name the item that more voices place before than behind each other item (Condorcet, 1785).

    None when there is no such item.
    """
    wins = (margins(pairs) > 0).sum(axis=1)
    found = np.flatnonzero(wins == len(pairs.items) - 1).tolist()
    return pairs.items[found[0]] if found else None


def weak_condorcet_winners(pairs: Pairs) -> tuple[str, ...]:
    """Name the items that no majority places behind another item, in the order of the items.

    There may be none. An item that nobody compared with another loses to none and is among them.
    """
    unbeaten = (margins(pairs) >= 0).all(axis=1)
    return tuple(pairs.items[at] for at in np.flatnonzero(unbeaten).tolist())


def smith_set(pairs: Pairs) -> tuple[str, ...]:
    """Name the fewest items that each beat every item outside by a majority (Smith, 1973).

    They are all the items when no smaller part does, and only the Condorcet winner when there is
    one. In the order of the items.
    """
    return tuple(pairs.items[at] for at in groups_of(margins(pairs) > 0)[0])


def copeland(pairs: Pairs) -> Outcome:
    """Order the items by the majorities they win less the majorities they lose (Copeland, 1951).

    An even split, and a pair that nobody compared, counts for neither. `scores` are that
    difference, from 1 - m to m - 1 for m items.
    """
    net = np.sign(margins(pairs)).sum(axis=1)
    return outcome_of_scores("copeland", pairs.items, net, tuple(net.tolist()))
