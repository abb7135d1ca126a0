"""What the starting point of a board rests on, and whether it would hold.

An order that a program suggests must answer for itself: who carries each place, whether another
way of counting says otherwise, and how few people it would take to alter it. People are counted
here and never named.
"""

from functools import lru_cache
from itertools import pairwise, product

from msgspec import Struct

from consensus.answers.ballots import Order, of_these
from consensus.items import ItemId
from consensus.ranking import (
    Pairs,
    Profile,
    absent,
    combine,
    compare_rules,
    count_pairs,
    robustness,
)
from consensus.ranking.robustness import Absence, Change

Band = tuple[ItemId, ...]


class Border(Struct, frozen=True):
    """The closest pair across the line between two neighbouring bands.

    `people` put `higher` before `lower`, `against` the other way round. More may be against: then
    other majorities carry it.
    """

    higher: ItemId
    lower: ItemId
    people: int
    against: int


class Hold(Struct, frozen=True):
    """How firmly a part of the starting point stands.

    `at_least`: fewer people changing their minds cannot alter it; 0 when several best orders
    differ in it already. `exact`: so many can. `absent`: what those who had not answered could
    still do: True, alter it; False, not, whatever they say; None, nobody is absent or it could not
    be decided.
    """

    at_least: int
    exact: bool
    absent: bool | None


class Grounds(Struct, frozen=True):
    """The grounds of a combined order.

    `borders`: one for each line between two bands, from the top. `rules_agree`: five rules put the
    same items into the board's places; None when it could not be decided. `in_question`: the items
    on which they do not. `chosen`: which items come into the board's places. `order`: all of it.
    `of`: how many people ordered the items, `not_answered` how many voices did not.
    """

    borders: tuple[Border, ...]
    rules_agree: bool | None
    in_question: tuple[ItemId, ...]
    chosen: Hold
    order: Hold
    of: int
    not_answered: int


@lru_cache(maxsize=64)
def grounds(
    bands: tuple[Band, ...], orders: tuple[Order, ...], places: int, not_answered: int
) -> Grounds | None:
    """Account for an order in bands, from everyone's orders of its items, for a board of `places`.

    Orders may hold other items too, such as one that was set aside since: those do not count.
    `not_answered`: how many voices there are beside those who gave an order. None when there is
    nothing to account for: nobody ordered anything, or the board takes everything.
    """
    items = tuple(item for band in bands for item in band)
    if not orders or not 1 <= places < len(items):
        return None
    # Within the cached part: a board is shown anew at each stance, to as many as a thousand people.
    wanted = set(items)
    profile = Profile.of(items, [of_these(order, wanted) for order in orders])
    pairs = count_pairs(profile)
    best = combine(pairs)
    rules = compare_rules(profile, best, places)
    minds = robustness(profile, places)
    silent = absent(pairs, not_answered, places)
    return Grounds(
        borders=tuple(_closest(pairs, *neighbours) for neighbours in pairwise(bands)),
        rules_agree=rules.leading.agree,
        in_question=rules.leading.in_question,
        chosen=_hold(minds.top, silent.top, not_answered),
        order=_hold(minds.order, silent.order, not_answered),
        of=len(orders),
        not_answered=not_answered,
    )


def _closest(pairs: Pairs, upper: Band, lower: Band) -> Border:
    """Find the two items, one of each band, that the fewest people more put this way round."""
    borders = [
        Border(
            higher,
            under,
            people=int(pairs.people[pairs.items.index(higher), pairs.items.index(under)]),
            against=int(pairs.people[pairs.items.index(under), pairs.items.index(higher)]),
        )
        for higher, under in product(upper, lower)
    ]
    return min(borders, key=lambda border: border.people - border.against)


def _hold(change: Change, absence: Absence, not_answered: int) -> Hold:
    decided = not_answered > 0 and absence.safe is not None
    return Hold(change.at_least, change.exact, not absence.safe if decided else None)
