"""Instant run-off: the item that is first for the fewest goes out, until one is left."""

import numpy as np

from consensus.ranking.profile import Profile, Table
from consensus.ranking.rules.columns import Columns, columns_of, not_ranked
from consensus.ranking.rules.outcome import Outcome, outcome_of_scores


def instant_runoff(profile: Profile) -> Outcome:
    """Order the items by when they go out; the bands from the last to the first are the rounds.

    In each round a ballot counts, with its weight, for its first item among those that are left.
    When several are first together it counts in full for each of them, which keeps copies of an
    item from harming it (Approval-IRV: Delemazure and Peters, 2024). A ballot counts for nothing
    once none of its items is left.

    All items with the lowest count go out together, the commonest published default (such as that
    of pref_voting, votesys and Vote::Count). When all that are left have the same count they share
    the first place. With complete strict ballots an item that is first for more than half wins,
    so the rounds need not stop there. There are no scores.
    """
    size = len(profile.items)
    went_out = np.full(size, size, dtype=np.int64)
    places = columns_of(profile)
    left = np.arange(size)
    for turn in range(size):
        counts = _first_counts(places, profile.counts)
        stays = counts > counts.min()
        if not stays.any():
            break
        went_out[left[~stays]] = turn
        left, places = left[stays], places[stays]
    return outcome_of_scores("instant_runoff", profile.items, went_out)


def _first_counts(places: Columns, counts: Table) -> Table:
    """Give the counts of the ballots that have each item first."""
    first = places.min(axis=0)
    first[first == not_ranked(places)] = 0
    return np.array([counts[row == first].sum() for row in places])
