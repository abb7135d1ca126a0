"""A planted hall without a server: what its people say, and what the wall makes of it."""

from consensus.answers.guesses import Cell
from consensus.answers.likeness import likeness
from consensus.hall import alike, compared, mirror
from consensus.hall.gathered import Board, Gathered, Pass, Voice
from consensus.items import Item
from consensus.ranking import Profile, combine, count_pairs
from server.demo.found import Wall
from server.demo.planted import MISREAD, Plan, Planted, plan

ITEMS = tuple(Item(f"s{n}", f"Statement {n}") for n in range(1, 11))


def planned(tables: int = 8, seed: int = 1, *, same: bool = False) -> Plan:
    return plan([item.id for item in ITEMS], tables, seed, same=same)


def sitting(plan: Plan, table: int, people: int = 6) -> list[Planted]:
    """Return the people of a table, each with an opinion."""
    there = [Planted(100 * table + place, plan) for place in range(people)]
    for place, person in enumerate(there):
        person.sit(table, place)
    return there


def wall_of(plan: Plan, people: int = 6) -> Wall:
    """Return the wall after everybody ranked, heard one another, ranked again and agreed."""
    numbers = range(1, plan.tables + 1)
    found = [_played(plan, number, people) for number in numbers]
    tables = tuple(map(str, numbers))
    passes = (
        Pass("rank", "Rank", None, "name", tables, tuple(v for f in found for v in f[0])),
        Pass("again", "Again", "rank", "name", tables, tuple(v for f in found for v in f[1])),
    )
    hall = Gathered(ITEMS, tables, passes, tuple(board for _, _, board in found), 0)
    pairs = likeness(hall.items, [v.order for v in passes[1].voices])
    told = tuple(alike.Pair(p.first, p.second, p.ranked, p.reads, ()) for p in pairs)
    cell = Cell(*MISREAD, 6, 6, 0.4, clear=True)
    records = {
        **compared.told_at_once(hall),
        **compared.worked_out(hall),
        "alike": alike.AlikeRecord(len(passes[1].voices), told),
        "mirror": mirror.MirrorRecord(MISREAD, (cell,), 0),
    }
    return Wall(records, {table: int(table) for table in tables})


def _played(plan: Plan, number: int, people: int) -> tuple[list[Voice], list[Voice], Board]:
    there = sitting(plan, number, people)
    left = [item.id for item in ITEMS if item.id != plan.aside]
    first = [person.order(left) for person in there]
    for person in there:
        person.listen(first)
    last = [person.order(left) for person in there]
    bands = combine(count_pairs(Profile.of(left, last))).bands
    places = tuple(item for band in bands for item in band)[:5]
    board = Board(str(number), places, (plan.aside,), 0, settled=True, agreed=True)
    return _voices(number, first), _voices(number, last), board


def _voices(number: int, orders: list[tuple[str, ...]]) -> list[Voice]:
    return [
        Voice(str(number), f"{number}-{place}", "", order) for place, order in enumerate(orders)
    ]
