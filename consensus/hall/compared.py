"""Tables compared: what each found, how far apart they are, and how far each came."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from consensus.answers.ballots import Answer, Order
from consensus.hall.gathered import (
    FEWEST,
    Board,
    Gathered,
    Pass,
    Voice,
    chain_of,
    combined_voices,
    compared_pass,
    last_voices,
)
from consensus.hall.seating import TableId
from consensus.items import ItemId, StepId
from consensus.ranking import Profile, combine, count_pairs, pair_agreement
from consensus.ranking.tables import (
    Comparison,
    ItemSplit,
    ResultComparison,
    TablePair,
    Verdict,
    compare_results,
    compare_tables,
    what_splits,
)

Bands = tuple[tuple[ItemId, ...], ...]

# The wall asks two questions, whether tables differ and on which statement they do, and each claim
# has to stand against both. Which two tables differ is only said where any do. So on the whole wall
# of tables that do not differ, something is said to in at most 1 of 20 halls.
_LOOKS = 2

# A figure is worked out anew only where the orders behind it changed. A few halls may be at work
# at once, and each has a dozen tables and two rankings.
_KEPT = 256

# Where private orders were given, and the orders, without whose they are.
Orders = tuple[tuple[TableId, Order], ...]
Lists = tuple[tuple[TableId, Answer], ...]

# --- what the wall is told --------------------------------------------------------------------


class FoundRecord(Struct, frozen=True, tag="found"):
    """Wall: what a table has agreed so far: its places in order, and what it set aside.

    A place that is not settled is empty. `dissents` counts the kept "no" over all places, and
    `agreed` says that every place is filled and everybody there can stand behind each.
    """

    table: TableId
    places: tuple[ItemId | None, ...]
    aside: tuple[ItemId, ...]
    dissents: int
    agreed: bool


class StatementRecord(Struct, frozen=True, tag="statement"):
    """Wall: a statement of the exercise, and in how many tables' agreed places it stands."""

    id: ItemId
    text: str
    tables: int


class PassRecord(Struct, frozen=True, tag="pass"):
    """Wall: which private ranking is compared: that of a step, opened at so many tables by people.

    `first` is the one before any talk, where there were two. `own` counts the statements that are
    left out of all figures, because only one table has them.
    """

    step: StepId
    title: str
    tables: int
    people: int
    first: StepId | None
    own: int


class DistancesRecord(Struct, frozen=True, tag="distances"):
    """Wall: how far apart people are within tables and between them; nothing for too few.

    `first` is the same before any talk, where there were two rankings: what people brought along.
    """

    comparison: Comparison | None
    first: Comparison | None


class SplitsRecord(Struct, frozen=True, tag="splits"):
    """Wall: which statements split tables, and which split people wherever they sit."""

    items: tuple[ItemSplit, ...]


class ResultsRecord(Struct, frozen=True, tag="results"):
    """Wall: the tables' agreed lists beside one another; nothing where none has one."""

    comparison: ResultComparison | None


class Journey(Struct, frozen=True):
    """How far a table came. Shares of pairs, 0 to 1; nothing under three people.

    `first` and `last`: how much of its members' first and last private orders the agreed list puts
    the other way round. `agreement_first`, `agreement_last`: how often two of its people put two
    statements in the same order, then and at last.
    """

    table: TableId
    people: int
    first: float | None
    last: float | None
    agreement_first: float | None
    agreement_last: float | None


class JourneysRecord(Struct, frozen=True, tag="journeys"):
    """Wall: how far each table's agreed list lies from what its members said alone."""

    journeys: tuple[Journey, ...]


class OrdersRecord(Struct, frozen=True, tag="orders"):
    """Wall: one order over everybody's last private one, beside one over the tables' lists.

    Those are left out who sit at a table where fewer than three ranked: they could be worked out.
    What everybody had set aside before is not in the first; lists have it below. Between items of a
    band no order is claimed. `exact` is false where it is not proven the best.
    """

    everybody: Bands
    people: int
    over_tables: Bands
    tables: int
    exact: bool


Record = (
    FoundRecord
    | StatementRecord
    | PassRecord
    | DistancesRecord
    | SplitsRecord
    | ResultsRecord
    | JourneysRecord
    | OrdersRecord
)

# --- figures ----------------------------------------------------------------------------------


def told_at_once(found: Gathered) -> dict[str, Record]:
    """Return the records that take no time: what each table found, and how far it came."""
    records: dict[str, Record] = {f"found/{board.table}": _found(board) for board in found.boards}
    for item in found.items:
        tables = sum(item.id in board.places for board in found.boards)
        records[f"statement/{item.id}"] = StatementRecord(item.id, item.text, tables)
    if passed := compared_pass(found):
        records["pass"] = _passed(found, passed)
        records["journeys"] = JourneysRecord(tuple(_journeys(found)))
    return records


def worked_out(found: Gathered) -> dict[str, Record]:
    """Return the records that may take a second: the tests of many tables, and combined orders."""
    passed = compared_pass(found)
    if passed is None:
        return {}
    items, now = found.ids, _orders(passed.voices)
    [first, *later] = chain_of(found)
    before = _orders(first.voices) if passed in later else ()
    last, lists = _orders(combined_voices(found)), _lists(found)
    return {
        "distances": DistancesRecord(_distances(items, now), _distances(items, before)),
        "splits": SplitsRecord(_splits(items, now)),
        "results": ResultsRecord(_results(items, last, lists)),
        "orders": _two_orders(items, tuple(order for _, order in last), lists),
    }


def seed_of(items: Answer) -> int:
    """Return what draws depend on: the exercise alone, so that everybody gets the same figures."""
    return int.from_bytes(sha256("\n".join(items).encode()).digest()[:4])


def _orders(voices: tuple[Voice, ...]) -> Orders:
    return tuple((voice.table, voice.order) for voice in voices)


def _lists(found: Gathered) -> Lists:
    return tuple((board.table, board.order) for board in found.boards if board.order)


def _found(board: Board) -> FoundRecord:
    return FoundRecord(board.table, board.places, board.aside, board.dissents, board.agreed)


def _passed(found: Gathered, passed: Pass) -> PassRecord:
    first = chain_of(found)[0].step
    return PassRecord(
        step=passed.step,
        title=passed.title,
        tables=len(passed.tables),
        people=len(passed.voices),
        first=None if first == passed.step else first,
        own=found.own,
    )


@lru_cache(maxsize=_KEPT)
def _distances(items: Answer, orders: Orders) -> Comparison | None:
    """Compare tables; no two are said to differ where it is not supported that any do."""
    if len(orders) < 2 * FEWEST:
        return None
    found = compare_tables(*_seated(items, orders), seed_of(items), looks=_LOOKS)
    if found is None or found.overall.verdict is Verdict.DIFFER:
        return found
    return replace(found, pairs=tuple(_unsaid(pair) for pair in found.pairs))


def _unsaid(pair: TablePair) -> TablePair:
    if pair.difference.verdict is not Verdict.DIFFER:
        return pair
    difference = replace(pair.difference, verdict=Verdict.NO_MORE_THAN_CHANCE)
    return replace(pair, difference=difference)


@lru_cache(maxsize=_KEPT)
def _splits(items: Answer, orders: Orders) -> tuple[ItemSplit, ...]:
    if len(orders) < 2 * FEWEST:
        return ()
    return what_splits(*_seated(items, orders), seed_of(items), looks=_LOOKS) or ()


@lru_cache(maxsize=_KEPT)
def _results(items: Answer, orders: Orders, lists: Lists) -> ResultComparison | None:
    """Compare lists over as many first places as the shortest has."""
    if not lists:
        return None
    top = min(len(order) for _, order in lists)
    return compare_results(*_seated(items, orders), dict(lists), top, seed_of(items))


@lru_cache(maxsize=_KEPT)
def _two_orders(items: Answer, orders: tuple[Order, ...], lists: Lists) -> OrdersRecord:
    everybody, proven = _combined(items, orders, FEWEST)
    over_tables, also_proven = _combined(items, tuple(order for _, order in lists), 2, below=True)
    return OrdersRecord(
        everybody=everybody,
        people=len(orders),
        over_tables=over_tables,
        tables=len(lists),
        exact=proven and also_proven,
    )


def _combined(
    items: Answer, orders: tuple[Order, ...], fewest: int, *, below: bool = False
) -> tuple[Bands, bool]:
    """Combine orders, with what they leave out `below`, or without a view on it.

    What nobody had a view on could stand anywhere, and would leave no order to claim: it is not
    there.
    """
    if len(orders) < fewest:
        return (), True
    asked = items if below else tuple(item for item in items if any(_has(o, item) for o in orders))
    profile = Profile.of(asked, orders, not_ranked="below" if below else "no_view")
    best = combine(count_pairs(profile))
    return best.bands, best.proven and best.count is not None


def _has(order: Order, item: ItemId) -> bool:
    return any(item == row or (not isinstance(row, str) and item in row) for row in order)


def _journeys(found: Gathered) -> Iterator[Journey]:
    """Yield how far each table came that agreed on something, or whose orders are open."""
    first, lists = chain_of(found)[0], dict(_lists(found))
    last = last_voices(found)
    ranked = {table for each in chain_of(found) for table in each.tables}
    again = {table for each in chain_of(found)[1:] for table in each.tables}
    for table in found.tables:
        if table in ranked:
            now = tuple(voice.order for voice in last if voice.table == table)
            before = tuple(voice.order for voice in first.voices if voice.table == table)
            yield _journey(found.ids, table, before if table in again else (), now, lists)


def _journey(
    items: Answer,
    table: TableId,
    before: tuple[Order, ...],
    now: tuple[Order, ...],
    lists: dict[TableId, Answer],
) -> Journey:
    agreed = lists.get(table, ())
    was, agreement_first = _came_from(items, before, agreed)
    at_last, agreement_last = _came_from(items, now, agreed)
    return Journey(table, len(now), was, at_last, agreement_first, agreement_last)


@lru_cache(maxsize=_KEPT)
def _came_from(
    items: Answer, orders: tuple[Order, ...], agreed: Answer
) -> tuple[float | None, float | None]:
    """Return how far a list lies from what people said alone, and how much those agree."""
    if len(orders) < FEWEST:
        return None, None
    profile = Profile.of(items, orders)
    tables = dict.fromkeys(profile.people, "here")
    lies = (
        compare_results(profile, tables, {"here": agreed}, len(agreed), 0).from_own
        if agreed
        else None
    )
    return lies, pair_agreement(count_pairs(profile))


def _seated(items: Answer, orders: Orders) -> tuple[Profile, dict[str, TableId]]:
    profile = Profile.of(items, [order for _, order in orders])
    return profile, dict(zip(profile.people, (table for table, _ in orders), strict=True))
