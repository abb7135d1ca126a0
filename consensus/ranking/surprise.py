"""How far guesses of a group's orders lie from the orders, beyond how far those lie apart.

Guesses that are drawn like the orders themselves come to 0 on average, however far apart the group
is. Whether a surprise is more than chance is asked by exchanging guesses and orders (a permutation
test, Fisher 1935; the means over pairs of distances are those of Székely and Rizzo's energy tests,
2004).
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.random import default_rng

from consensus.ranking.distance import Shares, distances
from consensus.ranking.profile import Order, Profile

# Enough to tell 1 in 100, and quick. The same guesses and orders are drawn the same way twice.
DRAWS = 1_999
_SEED = 20


class Surprise(Struct, frozen=True):
    """`value`: a share of pairs of items, -1 to 1; `chance`: how often lots come to as much."""

    value: float
    chance: float


def surprise(
    items: Sequence[str], guesses: Sequence[Order], orders: Sequence[Order]
) -> Surprise | None:
    """Return how far guesses lie from orders, less how far two orders lie apart.

    Orders may leave items out: then what two of them have in common counts. Nothing under one
    guess and two orders, or where they have no pair of items in common.
    """
    if not guesses or len(orders) < 2:
        return None
    apart = distances(Profile.of(items, [*guesses, *orders])).share
    np.fill_diagonal(apart, np.nan)
    drawn = _values(apart, _lots(len(guesses), len(orders), _SEED))
    if np.isnan(drawn[0]):
        return None
    # What rests on too little to compare is no lot.
    lots = drawn[~np.isnan(drawn)]
    as_much = int((lots >= lots[0] - 1e-9).sum())
    return Surprise(float(lots[0]), as_much / len(lots))


def _lots(guesses: int, orders: int, seed: int) -> Shares:
    """Return who is taken for a guess, as 1 or 0: first as it was, then by lot."""
    rng = default_rng(seed)
    taken = np.zeros((DRAWS + 1, guesses + orders))
    taken[:, :guesses] = 1.0
    taken[1:] = rng.permuted(taken[1:], axis=1)
    return taken


def _values(apart: Shares, taken: Shares) -> Shares:
    known = (~np.isnan(apart)).astype(np.float64)
    shares = np.nan_to_num(apart)
    others = 1.0 - taken
    with np.errstate(invalid="ignore", divide="ignore"):
        across = _sums(taken, shares, others) / _sums(taken, known, others)
        within = _sums(others, shares, others) / _sums(others, known, others)
    values: Shares = across - within
    return values


def _sums(these: Shares, table: Shares, those: Shares) -> Shares:
    sums: Shares = ((these @ table) * those).sum(axis=1)
    return sums
