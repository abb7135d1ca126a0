"""The best of all choices: the worst off lose least and, among those, all together lose least.

Branch and bound: starts grow item by item, and one that cannot come to anything as good as what is
known is dropped with all that begins with it. Finding such sets is hard in general (Caragiannis,
Kalaitzis and Markakis 2010), and such orders from four people on (Biedl, Brandenburg and Deng
2009). So the effort has a limit, counted and not timed, and the outcome says what is proven.
"""

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from msgspec import Struct

from consensus.ranking.hold.growth import Block
from consensus.ranking.hold.losses import AT_A_TIME
from consensus.ranking.profile import Table

# How many of the best choices are kept; the others are only counted.
MOST_SHOWN = 20

# Starts kept at each step of the first dive, which finds something to beat.
DIVE = 32


class Outcome(Struct, frozen=True, eq=False):
    """What a search came to, in the figures that it worked with.

    `choices`: the best, one a row by their items' numbers, at most `MOST_SHOWN`. `count`: how many
    are best; None when the limit came before all were seen. `proven`: nothing is better.
    `at_least`: no choice leaves the worst off with less, whether it was seen or not.
    """

    choices: Table
    worst: int
    total: int
    count: int | None
    proven: bool
    at_least: int


class Record(Struct, frozen=True, eq=False):
    """The best whole choices seen so far, and the figures to beat."""

    worst: Any
    total: Any
    choices: Table
    count: int

    def hopeful(self, block: Block) -> Block:
        """Leave out the rows that cannot be as good as the best."""
        level = (block.floor == self.worst) & (block.total <= self.total)
        return block.only((block.floor < self.worst) | level)

    def after(self, block: Block) -> Self:
        """Take note of whole choices, none of them worse than the best."""
        if not len(block.taken):
            return self
        best = block.only(block.best_first()[:1])
        worst, total = best.floor[0], best.total[0]
        as_good = block.taken[(block.floor == worst) & (block.total == total)]
        if (worst, total) == (self.worst, self.total):
            known, count = np.concatenate([self.choices, as_good]), self.count + len(as_good)
        else:
            known, count = as_good, len(as_good)
        return type(self)(worst, total, known[np.lexsort(known.T[::-1])][:MOST_SHOWN], count)


def search(start: Block, grown: Callable[[Block], Block], effort: int) -> Outcome:
    """Find the best of all whole choices that `start` grows into.

    `effort`: how many figures may be worked out, one for each column of each start looked at; the
    first dive comes on top, so that there is always something found.
    """
    dived = _dive(start, grown)
    best = Record(dived.worst, dived.total, dived.choices[:0], 0)
    waiting = [start]
    while waiting and effort > 0:
        block = grown(best.hopeful(waiting.pop()))
        effort -= block.spent.size
        block = best.hopeful(block)
        if block.whole:
            best = best.after(block)
        else:
            waiting += _pieces(block)
    return _outcome(best if best.count else dived, [best.hopeful(block) for block in waiting])


def _dive(start: Block, grown: Callable[[Block], Block]) -> Record:
    block = start
    while not block.whole:
        block = grown(block.only(block.best_first()[:DIVE]))
    nothing = Record(None, None, block.taken[:0], 0)
    return nothing.after(block)


def _pieces(block: Block) -> list[Block]:
    """Cut a block into parts of a size to work on, the most promising last."""
    rows, columns = block.spent.shape
    # A row grows into about as many as it has items, at every step: wide ones must be few.
    items = block.taken.shape[1] + (0 if block.left is None else block.left.shape[1])
    size = max(1, AT_A_TIME // (columns * items))
    order = block.best_first()
    return [block.only(order[at : at + size]) for at in range(0, rows, size)][::-1]


def _outcome(best: Record, waiting: list[Block]) -> Outcome:
    ahead = [block for block in waiting if len(block.floor)]
    tops = [block.only(block.best_first()[:1]) for block in ahead]
    open_still = [(int(top.floor[0]), int(top.total[0])) for top in tops]
    found = (int(best.worst), int(best.total))
    first = min(open_still, default=found)
    return Outcome(
        choices=best.choices,
        worst=found[0],
        total=found[1],
        count=None if ahead else best.count,
        proven=first >= found,
        at_least=min(first[0], found[0]),
    )
