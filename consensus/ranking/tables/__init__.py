"""Several tables that did the same exercise: how far apart, on what, and is it more than chance?

Ballots are compared, not winners, and no claim that tables differ is made without a permutation
test. Where no result of the test could have supported one, that is said, and not "no difference".
"""

from consensus.ranking.tables.compare import Comparison, Difference, TablePair, compare_tables
from consensus.ranking.tables.items import ItemSplit, Split, what_splits
from consensus.ranking.tables.permutation import Verdict
from consensus.ranking.tables.results import ResultComparison, compare_results

__all__ = [
    "Comparison",
    "Difference",
    "ItemSplit",
    "ResultComparison",
    "Split",
    "TablePair",
    "Verdict",
    "compare_results",
    "compare_tables",
    "what_splits",
]
