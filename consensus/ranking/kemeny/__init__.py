"""One order out of many: the order that overrules the fewest voices, and all its equals.

The rule is Kemeny's (1959): of all orders, take those that contradict the fewest ballots, counted
over pairs of items. Leaving out the last item leaves the others as they were (Young, 1988), so
discarding one statement never reshuffles the rest. Several orders are often equally good, above
all in small even groups; `Combined` therefore says what all of them share, and `combine` never
picks one of them unseen.

`parts` cuts the problem where all optimal orders agree. Few items are solved over all their
subsets (`subsets`); many by a linear programme that proves a limit (`cuts`), an order that reaches
it (`improve`) and a search for all that do (`prefixes`). `lattice` holds what either finds.
"""

from consensus.ranking.kemeny.combined import LIVE, THOROUGH, Combined, combine
from consensus.ranking.kemeny.parts import Effort

__all__ = ["LIVE", "THOROUGH", "Combined", "Effort", "combine"]
