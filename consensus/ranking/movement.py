"""What changed between two passes: who moved which item, and whether people are closer together.

Closer together is not more right: people also follow one another (Lorenz, Rauhut, Schweitzer and
Helbing, 2011). So only people who answered in both passes are compared, and nothing here says
which pass is the better one.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.agreement import pair_agreement
from consensus.ranking.pairwise import Table, place_table

Ballots = Mapping[str, Sequence[str]]
Marks = npt.NDArray[np.bool_]


class Movement(Struct, frozen=True):
    """What people who answered in both passes changed.

    `people`: those people, in the order of the first pass; nobody else counts in any figure here.
    `agreement_before`, `agreement_after`: how often two of them put two items in the same order,
    0 to 1 with chance at 0.5; None for fewer than 3 people or 2 items.
    `raised`, `lowered`: for each item that anyone moved that way, who did. Raising one item lowers
    those that it passes, so a person who moved a single item is found under several.
    `unchanged_people`: those whose whole order stayed the same.
    """

    people: tuple[str, ...]
    agreement_before: float | None
    agreement_after: float | None
    raised: dict[str, tuple[str, ...]]
    lowered: dict[str, tuple[str, ...]]
    unchanged_people: tuple[str, ...]


def moved(before: Ballots, after: Ballots) -> Movement:
    """Compare the ballots of two passes, each given by person.

    Items in `raised` and `lowered` come in alphabetical order, because any other order would be
    somebody's ballot. Raises ValueError unless all ballots of both passes are complete strict
    orders of the same items.
    """
    items = sorted(next(iter([*before.values(), *after.values()]), ()))
    earlier, later = _places(items, before), _places(items, after)
    people = tuple(person for person in before if person in after)
    steps = {person: later[person] - earlier[person] for person in people}
    return Movement(
        people=people,
        agreement_before=pair_agreement(items, [before[person] for person in people]),
        agreement_after=pair_agreement(items, [after[person] for person in people]),
        raised=_by_item(items, {person: step < 0 for person, step in steps.items()}),
        lowered=_by_item(items, {person: step > 0 for person, step in steps.items()}),
        unchanged_people=tuple(person for person in people if not steps[person].any()),
    )


def _places(items: Sequence[str], ballots: Ballots) -> dict[str, Table]:
    return dict(zip(ballots, place_table(items, list(ballots.values())), strict=True))


def _by_item(items: Sequence[str], marked: Mapping[str, Marks]) -> dict[str, tuple[str, ...]]:
    people = {
        item: tuple(person for person, marks in marked.items() if marks[at])
        for at, item in enumerate(items)
    }
    return {item: who for item, who in people.items() if who}
