"""Other rules than Kemeny's for the same ballots, and whether they agree with it."""

from consensus.ranking.rules.compare import Comparison, Part, Verdict, compare_rules
from consensus.ranking.rules.condorcet import (
    condorcet_winner,
    copeland,
    smith_set,
    weak_condorcet_winners,
)
from consensus.ranking.rules.locking import ranked_pairs
from consensus.ranking.rules.outcome import Bands, Outcome, Rule
from consensus.ranking.rules.paths import schulze
from consensus.ranking.rules.positional import borda, median_rank
from consensus.ranking.rules.runoff import instant_runoff

__all__ = [
    "Bands",
    "Comparison",
    "Outcome",
    "Part",
    "Rule",
    "Verdict",
    "borda",
    "compare_rules",
    "condorcet_winner",
    "copeland",
    "instant_runoff",
    "median_rank",
    "ranked_pairs",
    "schulze",
    "smith_set",
    "weak_condorcet_winners",
]
