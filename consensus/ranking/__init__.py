"""The mathematics of one ranking step: combine, compare and explain people's orders.

Ballots are complete strict orders of the same items, first place first; how people came to them,
who may see them and what is said about them is decided elsewhere. Four people, four causes:

>>> items = ("money", "trust", "time", "distance")
>>> ballots = {
...     "Ana": ("trust", "time", "money", "distance"),
...     "Ben": ("trust", "money", "time", "distance"),
...     "Cam": ("time", "trust", "money", "distance"),
...     "Dee": ("distance", "money", "trust", "time"),
... }
>>> orders = list(ballots.values())

Spread comes before any average. It says what to talk about first, and whom to ask:

>>> widest_first(items, orders)
('time', 'distance', 'trust', 'money')
>>> spreads(items, orders)[3].places
(1, 4, 4, 4)
>>> extremes("distance", ballots)
(('Dee',), ('Ana', 'Ben', 'Cam'))

Agreement is how often two people put two items in the same order; by chance it is 0.5. One person
may see things most differently, which is a question to them and not a fault:

>>> round(pair_agreement(items, orders), 2)
0.47
>>> sees_it_differently = furthest(items, ballots)
>>> sees_it_differently.person, sees_it_differently.items, round(sees_it_differently.distance, 2)
('Dee', ('distance',), 0.83)

The combined order is a starting point for talk, not the answer. Money and time are level here: two
orders overrule equally few ballots, so neither is the one.

>>> combined = combine(count_pairs(items, orders))
>>> combined.bands
(('trust',), ('money', 'time'), ('distance',))
>>> combined.places["time"], combined.cost, combined.unique
((2, 3), 7, False)

A second pass shows who moved what among those who answered twice. Closer together is not more
right.

>>> second = {**ballots, "Dee": ("trust", "money", "distance", "time")}
>>> movement = moved(ballots, second)
>>> movement.raised, movement.lowered
({'trust': ('Dee',)}, {'distance': ('Dee',)})
>>> round(movement.agreement_before, 2), round(movement.agreement_after, 2)
(0.47, 0.72)
"""

from consensus.ranking.agreement import Furthest, furthest, pair_agreement
from consensus.ranking.kemeny import Combined, combine
from consensus.ranking.movement import Movement, moved
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.spread import Spread, extremes, spreads, widest_first

__all__ = [
    "Combined",
    "Furthest",
    "Movement",
    "Pairs",
    "Spread",
    "combine",
    "count_pairs",
    "extremes",
    "furthest",
    "moved",
    "pair_agreement",
    "spreads",
    "widest_first",
]
