"""What was planted in a hall, beside what its wall says: one line each, true or not."""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from consensus.hall import alike, compared, mirror
from consensus.hall.seating import TableId
from consensus.items import ItemId
from consensus.ranking.tables import Split, Verdict
from server.demo.planted import MISREAD, Plan
from server.hall.wire import FloorRecord

R = TypeVar("R", bound=msgspec.Struct)

# Statements are long, and a line of a terminal is not.
_SHORT = 28


class Line(Struct, frozen=True):
    """One thing that was planted, what the wall says of it, and whether that is the same."""

    what: str
    planted: str
    found: str

    @property
    def true(self) -> bool:
        """Whether the wall says what was planted."""
        return self.planted == self.found


class Wall:
    """What the wall says, with numbers for tables and the first words for statements."""

    def __init__(self, records: Mapping[str, FloorRecord], numbers: Mapping[TableId, int]) -> None:
        self._records = records
        self._numbers = numbers

    def one(self, kind: type[R]) -> R:
        """Return the record of a type; raises `KeyError` where the wall does not have it."""
        found = self.all(kind)
        if not found:
            raise KeyError(kind.__name__)
        return found[0]

    def all(self, kind: type[R]) -> list[R]:
        """Return all records of a type."""
        return [record for record in self._records.values() if isinstance(record, kind)]

    def number(self, table: TableId) -> int:
        """Return the number of a table."""
        return self._numbers[table]

    def text(self, *items: ItemId) -> str:
        """Return how some statements begin, in the order of the exercise."""
        texts = [record for record in self.all(compared.StatementRecord) if record.id in items]
        return _listed(f"“{_short(record.text)}”" for record in texts)


def figures(records: Mapping[str, FloorRecord], numbers: Mapping[TableId, int]) -> dict[str, Any]:
    """Return the figures of a wall as the file of all tables has them: tables by their numbers."""
    kinds = compared.Record | alike.AlikeRecord
    found = {key: record for key, record in records.items() if isinstance(record, kinds)}
    told = msgspec.json.encode(found).decode()
    for id_, number in numbers.items():
        told = told.replace(id_, str(number))
    plain: dict[str, Any] = msgspec.json.decode(told)
    return plain


def _short(text: str) -> str:
    if len(text) <= _SHORT:
        return text
    return f"{text[:_SHORT].rsplit(' ', 1)[0].rstrip(' ,')}…"


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts) or "none"


def lines(planned: Plan, wall: Wall) -> list[Line]:
    """Hold the wall against what was planted; raises `KeyError` where a figure is missing."""
    asked: tuple[Callable[[Plan, Wall], Line], ...] = (
        _tables_differ,
        _two_tables_differ,
        _splits_tables,
        _splits_people,
        _its_own,
        _first,
        _aside,
        _fives,
        _twins,
        _nearer,
        _still,
        _misread,
    )
    # Of tables that are the same, which five are farthest from the others is chance.
    return [ask(planned, wall) for ask in asked if not (planned.same and ask is _its_own)]


def _tables_differ(planned: Plan, wall: Wall) -> Line:
    said = {
        Verdict.DIFFER: "yes",
        Verdict.NO_MORE_THAN_CHANCE: "no more than chance would make them",
        Verdict.TOO_FEW_TO_TELL: "too few to tell",
    }
    comparison = wall.one(compared.DistancesRecord).comparison
    verdict = comparison.overall.verdict if comparison else Verdict.TOO_FEW_TO_TELL
    wanted = Verdict.NO_MORE_THAN_CHANCE if planned.same else Verdict.DIFFER
    return Line("tables differ", said[wanted], said[verdict])


def _two_tables_differ(planned: Plan, wall: Wall) -> Line:
    """Of all pairs of tables said to differ, none was drawn from one population."""
    comparison = wall.one(compared.DistancesRecord).comparison
    said = {
        frozenset(map(wall.number, pair.tables))
        for pair in (comparison.pairs if comparison else ())
        if pair.difference.verdict is Verdict.DIFFER
    }
    wrong = [
        f"{one} and {other}"
        for one, other in combinations(_numbers(planned), 2)
        if frozenset((one, other)) in said and planned.population(one) == planned.population(other)
    ]
    return Line("tables of one population said to differ", "none", _listed(wrong))


def _splits_tables(planned: Plan, wall: Wall) -> Line:
    """The statement that splits tables most, of those that do."""
    found = [
        item
        for item in wall.one(compared.SplitsRecord).items
        if item.verdict is Split.SPLITS_TABLES
    ]
    most = max(found, key=lambda item: item.between or 0, default=None)
    wanted = "none" if planned.same else wall.text(planned.splits_tables)
    return Line("splits tables most", wanted, wall.text(most.item) if most else "none")


def _splits_people(planned: Plan, wall: Wall) -> Line:
    found = [
        item.item
        for item in wall.one(compared.SplitsRecord).items
        if item.verdict is Split.SPLITS_PEOPLE
    ]
    said = wall.text(*found)
    return Line("splits people wherever they sit", wall.text(planned.splits_people), said)


def _its_own(planned: Plan, wall: Wall) -> Line:
    found = wall.one(compared.ResultsRecord).comparison
    tables = sorted(map(wall.number, found.most_its_own)) if found else []
    return Line(
        "the five that are most their own",
        f"table {planned.its_own}",
        _listed(f"table {number}" for number in tables),
    )


def _first(planned: Plan, wall: Wall) -> Line:
    """The first place of everybody's order, and of the tables' order."""
    orders = wall.one(compared.OrdersRecord)
    firsts = {item for bands in (orders.everybody, orders.over_tables) for item in bands[:1]}
    found = {item for band in firsts for item in band}
    return Line("first for everybody and for tables", wall.text(planned.first), wall.text(*found))


def _aside(planned: Plan, wall: Wall) -> Line:
    found = {item for board in wall.all(compared.FoundRecord) for item in board.aside}
    return Line("set aside at all tables", wall.text(planned.aside), wall.text(*found))


def _fives(planned: Plan, wall: Wall) -> Line:
    full = sum(
        len(board.places) == 5 and None not in board.places
        for board in wall.all(compared.FoundRecord)
    )
    return Line("tables with five agreed", str(planned.tables), str(full))


def _twins(planned: Plan, wall: Wall) -> Line:
    ranked = [pair for pair in wall.one(alike.AlikeRecord).pairs if pair.ranked is not None]
    most = max(ranked, key=lambda pair: pair.ranked or 0)
    said = wall.text(most.first, most.second)
    return Line("ranked most alike", wall.text(*planned.twins), said)


def _nearer(planned: Plan, wall: Wall) -> Line:
    """Where talk moved people, two of them agree more often than before."""
    moved = [
        wall.number(journey.table)
        for journey in wall.one(compared.JourneysRecord).journeys
        if (journey.agreement_last or 0) > (journey.agreement_first or 0)
    ]
    others = [number for number in _numbers(planned) if number != planned.still]
    return Line("closer together after the talk", _tables(others, planned), _tables(moved, planned))


def _still(planned: Plan, wall: Wall) -> Line:
    """Where talk moved nobody, the five lie as far from the first orders as from the last."""
    still = [
        wall.number(journey.table)
        for journey in wall.one(compared.JourneysRecord).journeys
        if (journey.first, journey.agreement_first) == (journey.last, journey.agreement_last)
    ]
    wanted = _tables([planned.still], planned)
    return Line("as far from their five as before", wanted, _tables(still, planned))


def _numbers(planned: Plan) -> range:
    return range(1, planned.tables + 1)


def _tables(numbers: list[int], planned: Plan) -> str:
    """Return some tables in words, by those that are missing where these are fewer."""
    missing = [number for number in _numbers(planned) if number not in numbers]
    if len(numbers) > len(missing):
        return f"all but table {_listed(map(str, missing))}" if missing else "all"
    return f"table {_listed(map(str, sorted(numbers)))}"


def _misread(planned: Plan, wall: Wall) -> Line:
    """The only cells of the mirror where the surprise is more than chance."""
    cells = wall.one(mirror.MirrorRecord).cells
    clear = sorted((cell.of, cell.about) for cell in cells if cell.clear)
    return Line(
        "misreads another agency",
        "{} of {}".format(*MISREAD),
        _listed("{} of {}".format(*pair) for pair in clear),
    )
