"""What does this group think, how far apart is it, why, and would it hold?

Rankings of up to 50 items by up to thousands of people: combined exactly, explained, changed one
ballot at a time, and honest about small numbers. How people came to their ballots, who may see
them and what is said about them is decided elsewhere. Four people, four causes, best first:

>>> ballots = {
...     "Ana": ("trust", "time", "money", "distance"),
...     "Ben": ("trust", "money", "time", "distance"),
...     "Cam": ("time", "trust", "money", "distance"),
...     "Dee": ("distance", "money", "trust", "time"),
... }
>>> group = Profile.of(("money", "trust", "time", "distance"), ballots)

Items that are equal for somebody stand in a group of their own, what they have no view on is left
out, and an abstention is empty: `("trust", ("time", "money"))`. Published and kept rankings are
read and written by `files`.

Spread comes before any average. It says what to talk about first, and whom to ask:

>>> widest_first(group)
('time', 'distance', 'trust', 'money')
>>> spreads(group)[3].places
(1, 4, 4, 4)
>>> extremes(group, "distance")
(('Dee',), ('Ana', 'Ben', 'Cam'))

Agreement is how often two people put two items in the same order; by chance it is 0.5. One person
may see things most differently, which is a question to them and not a fault:

>>> pairs = count_pairs(group)
>>> round(pair_agreement(pairs), 2), chance_range(group).covers(pair_agreement(pairs))
(0.47, True)
>>> sees_it_differently = furthest(group)
>>> sees_it_differently.person, sees_it_differently.items, round(sees_it_differently.distance, 2)
('Dee', ('distance',), 0.83)

The combined order is a starting point for talk, not the answer. Money and time are level here: two
orders overrule equally few ballots, so neither is the one.

>>> combined = combine(pairs)
>>> combined.bands
(('trust',), ('money', 'time'), ('distance',))
>>> combined.places["time"], combined.cost, combined.count, combined.proven
((2, 3), 7, 2, True)

Why does one stand above another, do other ways of counting agree, and would it hold?

>>> reason = why(group, "trust", "money")
>>> reason.people_for, reason.people_against, reason.price
(('Ana', 'Ben', 'Cam'), ('Dee',), 2)
>>> rules = compare_rules(group, combined, top=2)
>>> rules.first.agree, rules.leading.agree
(True, True)
>>> robustness(group, top=1).first.at_most
1
>>> absent(pairs, missing=1, top=1).last.safe
True

A second pass shows who moved what among those who answered twice. Closer together is not more
right.

>>> changed = ("trust", "money", "distance", "time")
>>> movement = moved(group, Profile.of(group.items, {**ballots, "Dee": changed}))
>>> movement.raised, movement.lowered
({'trust': ('Dee',)}, {'distance': ('Dee',)})
>>> round(movement.agreement_before, 2), round(movement.agreement_after, 2)
(0.47, 0.72)

Changing one ballot costs the square of the number of items and reads no other:

>>> combine(pairs.changed(ballots["Dee"], changed)).bands
(('trust',), ('money', 'time'), ('distance',))

One person one voice, or one agency one voice? Both, side by side:

>>> agencies = {"Ana": "Health", "Ben": "Health", "Cam": "Health", "Dee": "School"}
>>> both = two_ways(group, agencies, top=1)
>>> both.by_person.order[0], both.by_agency.bands[0], both.in_question
('trust', ('money', 'trust', 'time', 'distance'), ('money', 'trust', 'distance'))

What could everybody live with, even if it is nobody's favourite?

>>> held = hold_together(group, 2)
>>> held.sets.offers[0].items, held.sets.worst
(('money', 'trust'), 1)
"""

from consensus.ranking.agreement import (
    Furthest,
    Spread,
    chance_range,
    contention,
    extremes,
    furthest,
    furthest_agency,
    kendall_w,
    pair_agreement,
    shapes,
    spreads,
    widest_first,
)
from consensus.ranking.convergence import Movement, agreement_change, moved
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.hold import hold_together, regret
from consensus.ranking.kemeny import LIVE, THOROUGH, Combined, Effort, combine
from consensus.ranking.landscape import landscape
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Order, Profile, one_agency_one_voice
from consensus.ranking.robustness import absent, robustness
from consensus.ranking.rules import compare_rules
from consensus.ranking.tables import compare_results, compare_tables, what_splits
from consensus.ranking.two_ways import two_ways
from consensus.ranking.why import closest, why

__all__ = [
    "LIVE",
    "THOROUGH",
    "BallotError",
    "Combined",
    "Effort",
    "Fault",
    "Furthest",
    "Movement",
    "Order",
    "Pairs",
    "Profile",
    "Spread",
    "absent",
    "agreement_change",
    "chance_range",
    "closest",
    "combine",
    "compare_results",
    "compare_rules",
    "compare_tables",
    "contention",
    "count_pairs",
    "extremes",
    "furthest",
    "furthest_agency",
    "hold_together",
    "kendall_w",
    "landscape",
    "moved",
    "one_agency_one_voice",
    "pair_agreement",
    "regret",
    "robustness",
    "shapes",
    "spreads",
    "two_ways",
    "what_splits",
    "why",
    "widest_first",
]
