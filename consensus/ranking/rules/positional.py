"""Rules that look at each person's places: Borda takes their mean, the median rank their middle.

Both read a ballot the same way. An item's place for a person is the middle place, (m + 1) / 2 of m
items, moved up by half a place for each item that the person puts below it and down by half a place
for each above. For someone who ranked everything that is the usual place, and the mean of the
places that are shared where items are equal. Items left out move no other up or down: whoever
ranks one item alone puts it in the middle, and not first.
"""

import numpy as np
import numpy.typing as npt

from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Profile, Table, Voices, voices
from consensus.ranking.rules.columns import columns_of, not_ranked
from consensus.ranking.rules.condorcet import margins
from consensus.ranking.rules.outcome import Outcome, outcome_of_scores

Leads = npt.NDArray[np.signedinteger]


def borda(pairs: Pairs) -> Outcome:
    """Order the items by Borda's count (1784), for ballots with ties and items left out.

    `scores`: over all people, the items placed below less the items placed above, in voices; they
    sum to 0. With n people who all gave complete strict orders of m items this is
    2 B - n (m - 1), where B is the usual count of m - 1 points for a first place down to 0, so that
    the order is the same. For ties see Gärdenfors (1973); for items left out, Cullinan, Hsiao and
    Polett (2014), of whose count this is the centred form.
    """
    total = margins(pairs).sum(axis=1)
    scores = tuple(voices(score, pairs.unit) for score in total.tolist())
    return outcome_of_scores("borda", pairs.items, total, scores)


def median_rank(profile: Profile) -> Outcome:
    """Order the items by the median of their places (Bassett and Persky, 1999).

    The median is over the people who ranked the item, each counted with their weight; when the
    counts split evenly between two places, it is half-way between them. `scores`: the median
    places, to quarters of a place. An item that nobody ranked has None, and stands where the
    middle place is.
    """
    low, high = _medians(_leads(profile), profile)
    ranked = profile.places.max(axis=0, initial=0) > 0
    quarters = 2 * (len(profile.items) + 1) - low - high
    scores: tuple[Voices | None, ...] = tuple(
        voices(place, 4) if known else None
        for place, known in zip(quarters.tolist(), ranked.tolist(), strict=True)
    )
    return outcome_of_scores("median_rank", profile.items, -quarters, scores)


def _leads(profile: Profile) -> Leads:
    """Give how many more items each person puts below an item than above; shape (items, people)."""
    first = columns_of(profile)
    second = np.where(first == not_ranked(first), 0, first)
    smallest = np.min_scalar_type(-len(first))
    leads: Leads = np.zeros(first.shape, dtype=smallest)
    for lead, column in zip(leads, first, strict=True):
        before = column < second
        lead += before.sum(axis=0, dtype=smallest)
        leads -= before
    return leads


def _medians(leads: Leads, profile: Profile) -> tuple[Table, Table]:
    """Give the lower and the upper weighted median of each item's leads; 0 when nobody ranked it.

    Counts are gathered by lead, so that nothing is sorted. Their sums are below 2**53, where
    doubles are exact.
    """
    zero = len(leads) - 1
    gathered = np.zeros((len(leads), 2 * zero + 1))
    for row, lead, places in zip(gathered, leads, profile.places.T, strict=True):
        ranked = places > 0
        row += np.bincount(lead[ranked] + np.int64(zero), profile.counts[ranked], len(row))
    reached = 2 * np.cumsum(gathered, axis=1)
    total = reached[:, -1:] / 2
    low = np.argmax(reached >= total, axis=1) - zero
    high = np.argmax(reached > total, axis=1) - zero
    known = total[:, 0] > 0
    return np.where(known, low, 0), np.where(known, high, 0)
