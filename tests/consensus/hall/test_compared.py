"""The figures of the wall, against counting by hand and against what was planted."""

from itertools import combinations
from random import Random

import pytest
from msgspec.structs import replace

from consensus.hall import compared as c
from consensus.hall.gathered import Board, Gathered, Pass, Voice
from consensus.items import Item
from consensus.ranking.tables import Comparison, Split, Verdict
from tests.consensus.hall import by_hand as hand
from tests.consensus.hall.simulated import ITEMS, simulated

FIVE = ITEMS[:5]


def told(found: Gathered) -> dict[str, c.Record]:
    return {**c.told_at_once(found), **c.worked_out(found)}


def by_table(found: Gathered) -> hand.Hall:
    voices = found.passes[-1].voices
    return {t: [v.answer for v in voices if v.table == t] for t in found.tables}


def distances(found: Gathered) -> Comparison:
    record = told(found)["distances"]
    assert isinstance(record, c.DistancesRecord)
    assert record.comparison is not None
    return record.comparison


def hall(orders: dict[str, list[str]], lists: dict[str, str] | None = None) -> Gathered:
    """Return a hall whose statements are the letters in its orders."""
    letters = sorted({x for said in orders.values() for order in said for x in order})
    letters = sorted({x for said in orders.values() for order in said for x in order})
    items = tuple(Item(x, f"Statement {x}") for x in letters)
    voices = tuple(
        Voice(table, f"{table}{n}", "", tuple(order))
        for table, said in orders.items()
        for n, order in enumerate(said)
    )
    ranked = Pass("rank", "Rank", None, "name", tuple(orders), voices)
    boards = tuple(
        Board(table, tuple(agreed), (), 0, settled=True, agreed=True)
        for table, agreed in (lists or {}).items()
    )
    return Gathered(items, tuple(orders), (ranked,), boards, 0)


RANDOM = [
    pytest.param({"seed": 1, "sizes": (4, 5, 3)}, id="strict"),
    pytest.param({"seed": 2, "sizes": (3, 6, 4, 5), "incomplete": True}, id="incomplete"),
    pytest.param({"seed": 3, "sizes": (5, 5, 4), "items": FIVE}, id="few statements"),
]

# --- against counting by hand -----------------------------------------------------------------


@pytest.mark.parametrize("how", RANDOM)
def test_distances_are_what_counting_by_hand_finds(how: dict[str, object]) -> None:
    found = simulated(**how)  # type: ignore[arg-type]
    people, record = by_table(found), distances(found)

    for one, row in zip(record.tables, record.apart, strict=True):
        for other, figure in zip(record.tables, row, strict=True):
            share = hand.apart(people, one, other, found.ids)
            assert figure == (None if share is None else float(share))
    within, between = hand.within_and_between(people, found.ids)
    assert record.within == pytest.approx(float(within), abs=1e-9)
    assert record.between == pytest.approx(float(between), abs=1e-9)
    assert record.overall.size == pytest.approx(float(between - within), abs=1e-9)


@pytest.mark.parametrize("how", RANDOM)
def test_what_splits_tables_is_what_counting_by_hand_finds(how: dict[str, object]) -> None:
    found = simulated(**how)  # type: ignore[arg-type]
    people, record = by_table(found), told(found)["splits"]

    assert isinstance(record, c.SplitsRecord)
    for item in record.items:
        groups = [
            [
                place
                for order in orders
                if (place := hand.place(people, table, order, item.item, found.ids)) is not None
            ]
            for table, orders in people.items()
        ]
        share = hand.eta_squared(groups)
        assert item.between == (None if share is None else pytest.approx(share, abs=1e-9))


@pytest.mark.parametrize("how", RANDOM)
def test_lists_and_journeys_are_what_counting_by_hand_finds(how: dict[str, object]) -> None:
    found = simulated(**how)  # type: ignore[arg-type]
    people = by_table(found)
    lists: dict[str, hand.Order] = {board.table: board.order for board in found.boards}
    record, journeys = told(found)["results"], told(found)["journeys"]

    assert isinstance(record, c.ResultsRecord)
    assert isinstance(journeys, c.JourneysRecord)
    assert record.comparison is not None
    for each, journey in zip(record.comparison.tables, journeys.journeys, strict=True):
        own = hand.from_own(people, each.table, lists[each.table], found.ids)
        assert each.from_own == journey.last == (None if own is None else float(own))
        assert journey.people == len(people[journey.table])
    for pair in record.comparison.pairs:
        one, other = (lists[table] for table in pair.tables)
        apart = hand.between_lists(one, other, found.ids)
        assert pair.apart == (None if apart is None else float(apart))
        assert pair.top is not None
        assert pair.top.items == len({*one} & {*other})
    typical, own_way = hand.typical(lists, found.ids)
    assert {*record.comparison.most_typical} == typical
    assert {*record.comparison.most_its_own} == own_way


@pytest.mark.parametrize("seed", range(4))
def test_combined_orders_overrule_as_few_as_trying_all_of_them_finds(seed: int) -> None:
    found = simulated(seed, (3, 4, 3), items=FIVE)
    orders = [voice.answer for voice in found.passes[0].voices]
    record = told(found)["orders"]

    assert isinstance(record, c.OrdersRecord)
    assert record.exact
    best = hand.bands(hand.best_orders(orders, found.ids))
    assert tuple(map(frozenset, record.everybody)) == best
    assert (record.people, record.tables) == (10, 3)


def test_what_every_table_set_aside_does_not_undo_everybodys_order() -> None:
    found = hall({t: ["abc"] * 3 for t in "xyz"}, {"x": "ab", "y": "ab", "z": "ab"})
    d = replace(found, items=(*found.items, Item("d", "set aside everywhere")))
    record = told(d)["orders"]

    assert isinstance(record, c.OrdersRecord)
    assert record.everybody == (("a",), ("b",), ("c",))
    assert record.over_tables == (("a",), ("b",), ("c", "d"))


def test_over_tables_each_table_counts_once_and_what_it_left_out_is_below() -> None:
    found = hall({t: ["abc"] * 3 for t in "xyz"}, {"x": "ab", "y": "ab", "z": "ca"})
    record = told(found)["orders"]

    assert isinstance(record, c.OrdersRecord)
    assert record.over_tables == (("a",), ("b",), ("c",))


# --- what is said -----------------------------------------------------------------------------


def test_tables_that_differ_are_said_to_and_by_which_statement() -> None:
    found = simulated(5, (6,) * 8, planted=4, down=9, spread=0.6)
    splits = told(found)["splits"]

    assert distances(found).overall.verdict is Verdict.DIFFER
    assert isinstance(splits, c.SplitsRecord)
    assert Split.SPLITS_TABLES in {item.verdict for item in splits.items}


def test_of_forty_halls_that_do_not_differ_hardly_any_is_said_to() -> None:
    assert sum(_claims(simulated(seed, (5,) * 4)) for seed in range(40)) <= 2


def test_to_set_another_statement_aside_makes_no_table_different() -> None:
    """Five tables hold the same views; each was asked about nine of ten statements."""
    assert sum(_claims(simulated(100 + seed, (6,) * 5, spread=0.4)) for seed in range(20)) <= 1


def _claims(hall: Gathered) -> bool:
    found = replace(hall, boards=())
    record = distances(found)
    pairs = any(pair.difference.verdict is Verdict.DIFFER for pair in record.pairs)
    splits = told(found)["splits"]
    assert isinstance(splits, c.SplitsRecord)
    items = any(item.verdict is Split.SPLITS_TABLES for item in splits.items)
    return record.overall.verdict is Verdict.DIFFER or pairs or items


def test_no_two_tables_are_said_to_differ_where_it_is_not_supported_that_any_do() -> None:
    for seed in range(12):
        record = distances(replace(simulated(seed, (6,) * 3, planted=1, down=4), boards=()))
        if record.overall.verdict is not Verdict.DIFFER:
            verdicts = {pair.difference.verdict for pair in record.pairs}
            assert Verdict.DIFFER not in verdicts


def test_so_few_that_nothing_could_be_told_is_not_said_to_be_chance() -> None:
    few = distances(hall({"x": ["abc"] * 3, "y": ["cba"] * 3}))
    enough = distances(hall({"x": ["abc", "cba"] * 4, "y": ["cba", "abc"] * 4}))

    assert few.overall.verdict is Verdict.TOO_FEW_TO_TELL
    assert enough.overall.verdict is Verdict.NO_MORE_THAN_CHANCE


def test_nothing_is_said_of_a_table_of_two() -> None:
    found = hall({"x": ["abc"] * 2, "y": ["abc"] * 3, "z": ["acb"] * 3}, {"x": "ab"})
    records = told(found)
    journeys, results = records["journeys"], records["results"]

    assert isinstance(journeys, c.JourneysRecord)
    assert journeys.journeys[0] == c.Journey("x", 2, None, None, None, None)
    assert isinstance(results, c.ResultsRecord)
    assert results.comparison is not None
    assert results.comparison.tables[0].from_own is None
    assert distances(found).left_out == ("x",)


def test_before_anything_is_open_the_wall_has_the_statements_alone() -> None:
    found = replace(hall({"x": ["abc"]}), passes=(), boards=())

    assert told(found).keys() == {"statement/a", "statement/b", "statement/c"}


def test_a_statement_counts_the_tables_that_kept_it() -> None:
    records = told(hall({"x": ["abc"] * 3, "y": ["abc"] * 3}, {"x": "ab", "y": "bc"}))

    assert records["statement/b"] == c.StatementRecord("b", "Statement b", 2)
    assert records["statement/c"] == c.StatementRecord("c", "Statement c", 1)
    assert records["found/x"] == c.FoundRecord("x", ("a", "b"), (), 0, True)


# --- two rankings -----------------------------------------------------------------------------


def twice(first: dict[str, list[str]], last: dict[str, list[str]]) -> Gathered:
    before, after = hall(first), hall(last)
    [one], [two] = before.passes, after.passes
    again = replace(two, step="again", title="Rank again", again="rank")
    return replace(before, passes=(one, again))


FIRST = {"x": ["abc", "cba", "bac"], "y": ["abc", "cab", "cba"], "z": ["abc", "bca", "cab"]}


def test_a_journey_goes_from_the_first_private_orders_to_the_last() -> None:
    found = twice(FIRST, {table: ["abc"] * 3 for table in FIRST})
    board = Board("x", ("a", "b"), (), 0, settled=True, agreed=True)
    record = told(replace(found, boards=(board,)))["journeys"]

    assert isinstance(record, c.JourneysRecord)
    assert record.journeys[0] == c.Journey("x", 3, 4 / 9, 0, 1 / 3, 1)


def test_the_wall_goes_on_with_most_tables_and_waits_for_none() -> None:
    one = told(twice(FIRST, {"x": ["abc"] * 3}))["pass"]
    two = told(twice(FIRST, {"x": ["abc"] * 3, "y": ["acb"] * 3}))["pass"]

    assert one == c.PassRecord("rank", "Rank", 3, 9, None, 0)
    assert two == c.PassRecord("again", "Rank again", 2, 6, "rank", 0)


def test_what_people_brought_along_stands_beside_what_they_said_at_last() -> None:
    both = told(twice(FIRST, {table: ["abc"] * 3 for table in FIRST}))["distances"]

    assert isinstance(both, c.DistancesRecord)
    assert both.first == distances(hall(FIRST))
    assert both.comparison is not None
    assert both.comparison.within == 0


# --- laws -------------------------------------------------------------------------------------


def test_it_does_not_matter_who_answered_first_or_what_tables_are_called() -> None:
    found = simulated(9, (4, 5, 3), incomplete=True)
    [ranked] = found.passes
    voices = list(ranked.voices)
    Random(3).shuffle(voices)
    voices.sort(key=lambda voice: found.tables.index(voice.table))
    named = [replace(v, table=f"x{v.table}", member="", agency="Health") for v in voices]
    tables = tuple(f"x{table}" for table in found.tables)
    other = replace(
        found,
        tables=tables,
        passes=(replace(ranked, tables=tables, voices=tuple(named)),),
        boards=tuple(replace(board, table=f"x{board.table}") for board in found.boards),
    )

    for one, two in combinations((distances(found), distances(other)), 2):
        assert one.overall == two.overall
        assert [pair.difference for pair in one.pairs] == [pair.difference for pair in two.pairs]
    assert told(other)["splits"] == told(found)["splits"]
    assert told(other)["orders"] == told(found)["orders"]


def test_the_same_hall_gives_everybody_the_same_figures() -> None:
    assert told(simulated(4, (4, 4))) == told(simulated(4, (4, 4)))
    assert c.seed_of(("a", "b")) == c.seed_of(("a", "b")) != c.seed_of(("b", "a"))
