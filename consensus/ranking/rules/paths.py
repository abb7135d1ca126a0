"""Schulze's rule: an item is before another when its strongest path there is the stronger one."""

import numpy as np

from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Table
from consensus.ranking.rules.condorcet import margins
from consensus.ranking.rules.outcome import Outcome, bands_of, places_of


def schulze(pairs: Pairs) -> Outcome:
    """Order the items by their strongest paths (Schulze, 2011), which have no scores.

    The strength of a majority is its margin. With complete strict ballots the usual other measure,
    the number of winning votes, gives the same order. With ties and items left out it does not: it
    puts 6 to 5 above 5 to 0, and so counts how many people compared two items more than what they
    said. Margins are also what Kemeny, Borda and ranked pairs go by, so that a difference between
    the rules comes from the rule.

    "Before" is a strict partial order here: an item may be level with two others of which one is
    before the other. All three then stand in one band.
    """
    paths = strongest_paths(margins(pairs))
    beats = paths > paths.T
    return Outcome("schulze", pairs.items, bands_of(pairs.items, beats), places_of(beats))


def strongest_paths(margins: Table) -> Table:
    """Give the strength of the strongest path of majorities from each item to each other.

    The strength of a path is that of its weakest majority; 0 where there is no path, and from an
    item to itself. Shape (items, items).
    """
    paths = np.maximum(margins, 0)
    for via in range(len(paths)):
        np.maximum(paths, np.minimum(paths[:, via, None], paths[via]), out=paths)
    np.fill_diagonal(paths, 0)
    return paths
