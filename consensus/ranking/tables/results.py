"""What tables arrived at, beside one another and beside what their own people had said alone.

A table's result is an order: its bands of items with none claimed inside a band, or the list that
it agreed on. Below a list stand all items that are not on it, in one band.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations
from math import comb

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from consensus.ranking.distance import Distances, distances, pair_signs
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.profile import Order, Profile, Table
from consensus.ranking.tables.compare import DRAWS, Seated, seated
from consensus.ranking.tables.items import places_as_if_asked
from consensus.ranking.tables.permutation import Figures, Seats, each_way, p_values, seatings

Marks = npt.NDArray[np.bool_]

# Of two tables, each is as far from the other as the other from it.
FEWEST_RESULTS = 3


class TableResult(Struct, frozen=True):
    """How far a table's result lies from what was said alone, and from the other results.

    `from_own`: the share of pairs of items, 0 to 1, that the result puts the other way round than a
    member's private ballot, over all pairs that both order; None when fewer than 3 members have a
    view. `from_others`: the mean over the other tables of the same share between two results; None
    when no pair of items is ordered by it and another.
    """

    table: str
    from_own: float | None
    from_others: float | None


class SharedTop(Struct, frozen=True):
    """How many items two tables both have among their first places, and what would be no surprise.

    `items`: the number shared. `by_chance`: the mean of it if both picked by lot, and `chance_p`
    how often lots give at least as many (hypergeometric).
    `one_room`: the mean if the people of both tables, shuffled, had each table's first places taken
    from the mean places of its private ballots, where level items share what is left; `one_room_p`
    how often that gives at most as many as seen. Sharing four of five is little when `one_room` is
    four. Both None unless each table has 3 members with a view.
    """

    items: int
    by_chance: float
    chance_p: float
    one_room: float | None
    one_room_p: float | None


class ResultPair(Struct, frozen=True):
    """Two tables' results side by side.

    `apart`: the share of pairs of items that they order oppositely, 0 to 1 (Kendall, 1938), among
    those that both order: what is level for either table is neutral. None when there is none.
    `top`: None when it is not settled which items are among the first of either table, because a
    band goes across the border.
    """

    tables: tuple[str, str]
    apart: float | None
    top: SharedTop | None


class ResultComparison(Struct, frozen=True):
    """What several tables arrived at, in the order in which results were given.

    `from_own`: the mean of the tables' own over those that have it; None when none has.
    `most_typical`: the tables whose results are nearest to the others', on average over them;
    `most_its_own`: those farthest from them. All that are equal are named, and nobody with fewer
    than 3 results to compare. Neither is the better table.
    """

    tables: tuple[TableResult, ...]
    from_own: float | None
    pairs: tuple[ResultPair, ...]
    most_typical: tuple[str, ...]
    most_its_own: tuple[str, ...]


def compare_results(
    profile: Profile,
    tables: Mapping[str, str],
    results: Mapping[str, Order],
    top: int,
    seed: int,
    draws: int = DRAWS,
) -> ResultComparison:
    """Set the results of tables beside one another and beside their members' private ballots.

    `profile`, `tables`, `seed` and `draws` are as for `compare_tables`. `results`: the combined
    order or the agreed list of each table that has one, best first. `top`: among how many first
    places to count what two tables share; where lists were agreed, their length. Private ballots
    may be few or none. Raises BallotError when `top` is not a number of the items, for unknown or
    repeated items in a result, and when the table of somebody who gave a ballot is missing.
    """
    if not 1 <= top <= len(profile.items):
        raise BallotError(Fault.OUT_OF_RANGE, "the first places must be a number of the items")
    room = seated(profile, tables)
    places = places_as_if_asked(room)
    placed = Profile.of(profile.items, results, not_ranked="below")
    between = distances(placed)
    own = [_from_own(row, room, name) for name, row in zip(results, placed.places, strict=True)]
    others = [_from_others(between, at) for at in range(len(results))]
    firsts = {name: _first(row, top) for name, row in zip(results, placed.places, strict=True)}
    return ResultComparison(
        tables=tuple(map(TableResult, results, map(_figure, own), map(_figure, others))),
        from_own=_figure(_mean(own)),
        pairs=tuple(
            ResultPair(
                tables=pair,
                apart=_figure(_share(between, *map(placed.row, pair))),
                top=_shared_top(pair, firsts, (room, places), draws, seed),
            )
            for pair in combinations(results, 2)
        ),
        most_typical=_all_at(min, placed.people, others),
        most_its_own=_all_at(max, placed.people, others),
    )


def _from_own(result: Table, room: Seated, table: str) -> Fraction | None:
    """`result`: the places of one result, shape (items,)."""
    ways = pair_signs(_members(room, table)) * pair_signs(result)
    compared = int(np.count_nonzero(ways))
    return Fraction(int((ways < 0).sum()), compared) if compared else None


def _members(room: Seated, table: str) -> Table:
    """Give the places of the people at a table; nobody's where fewer than 3 have a view."""
    number = room.tables.index(table) if table in room.tables else -1
    places: Table = room.places[room.seats == number]
    return places


def _from_others(between: Distances, at: int) -> Fraction | None:
    others = [other for other in range(len(between.people)) if other != at]
    return _mean([_share(between, at, other) for other in others])


def _share(between: Distances, one: int, other: int) -> Fraction | None:
    compared = int(between.compared[one, other])
    return Fraction(int(between.opposite[one, other]), compared) if compared else None


def _first(result: Table, top: int) -> Marks | None:
    """Mark the items on the first places; None when a band goes across the border."""
    upto = np.array([((result > 0) & (result <= place)).sum() for place in result])
    inside: Marks = (result > 0) & (upto <= top)
    return inside if inside.sum() == top else None


def _shared_top(
    pair: tuple[str, str],
    firsts: Mapping[str, Marks | None],
    people: tuple[Seated, Figures],
    draws: int,
    seed: int,
) -> SharedTop | None:
    one, other = firsts[pair[0]], firsts[pair[1]]
    if one is None or other is None:
        return None
    items, top, shared = len(one), int(one.sum()), int((one & other).sum())
    at_least = sum(comb(top, of) * comb(items - top, top - of) for of in range(shared, top + 1))
    mean, p = _shuffled(pair, top, shared, people, draws, seed)
    return SharedTop(
        items=shared,
        by_chance=top * top / items,
        chance_p=at_least / comb(items, top),
        one_room=mean,
        one_room_p=p,
    )


def _shuffled(
    pair: tuple[str, str],
    top: int,
    shared: int,
    people: tuple[Seated, Figures],
    draws: int,
    seed: int,
) -> tuple[float, float] | tuple[None, None]:
    """Give the mean of what two shuffled tables share, and how often it is at most `shared`.

    `people`: those with a view, and their places as if all had been asked about the same items.
    """
    room, places = people
    if not set(pair) <= set(room.tables):
        return None, None
    rows = np.isin(room.seats, [room.tables.index(table) for table in pair])
    sizes = tuple(room.sizes[room.tables.index(table)] for table in pair)
    found = seatings(sizes, draws, seed)
    overlaps = each_way(found, partial(_overlaps, places[rows], top))
    [p] = p_values(found, -overlaps[:, None], np.array([-shared]))
    return float(overlaps.mean()), float(p)


def _overlaps(places: Figures, top: int, seats: Seats) -> Figures:
    """Say how many first places two tables share, for each way of sitting."""
    first, second = (_in_top(places, seats == table, top) for table in (0, 1))
    overlaps: Figures = (first * second).sum(axis=1)
    return overlaps


def _in_top(places: Figures, sits: Marks, top: int) -> Figures:
    """Say how far each item is among the first by mean place, 0 to 1; level items share the rest.

    `sits`: shape (ways, people), who is there. An item that nobody there ranked is last.
    """
    known, there = ~np.isnan(places), sits.astype(float)
    count = there.sum(axis=1, keepdims=True) if known.all() else there @ known.astype(float)
    with np.errstate(invalid="ignore"):
        means = (there @ np.where(known, places, 0)) / count
    # Means that differ by rounding alone are level.
    means = np.where(np.isnan(means), np.inf, means.round(9))
    border = np.partition(means, top - 1, axis=1)[:, [top - 1]]
    inside, level = means < border, means == border
    rest: Figures = (top - inside.sum(axis=1)) / level.sum(axis=1)
    within: Figures = inside + level * rest[:, None]
    return within


def _all_at(
    most: Callable[[list[Fraction]], Fraction], names: Sequence[str], far: list[Fraction | None]
) -> tuple[str, ...]:
    known = [share for share in far if share is not None]
    if len(known) < FEWEST_RESULTS:
        return ()
    return tuple(name for name, share in zip(names, far, strict=True) if share == most(known))


def _mean(shares: Sequence[Fraction | None]) -> Fraction | None:
    known = [share for share in shares if share is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def _figure(share: Fraction | None) -> float | None:
    return None if share is None else float(share)
