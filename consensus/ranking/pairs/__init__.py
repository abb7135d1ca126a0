"""Any two statements of a list: how near people put them to one another, and how alike they read.

>>> orders = [("trust", "honesty", "money", "time"), ("money", "honesty", "trust", "time")]
>>> near = ranked_near(("trust", "honesty", "money", "time"), orders)
>>> near[("trust", "honesty")], near[("trust", "time")], round(CHANCE, 2)
(1.0, 0.5, 0.67)
>>> read_alike({"trust": "We trust each other", "money": "Money is shared fairly"})
{('trust', 'money'): 0.0}
"""

from consensus.ranking.pairs.near import CHANCE, ranked_near
from consensus.ranking.pairs.reads import READ_ALIKE, read_alike

__all__ = ["CHANCE", "READ_ALIKE", "ranked_near", "read_alike"]
