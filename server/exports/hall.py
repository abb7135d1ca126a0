"""All tables of a hall as data (JSON), from which every figure on its wall can be worked out again.

The keys are the names of the fields below, and they are for good: `format` counts up if one ever
means something else. It names nobody. A person is called by the number of the table where they sit
and a number there, as "3.5", which follows from what was said and not from who said it; an
unattributed order is nobody's. An agency is named only where the exercise shows whose an answer is,
at least by agency, enough people in the hall are of it, and nobody at the table is the only one of
it who answered: who sits there, and from where they come, everybody in the hall knows.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct

from consensus.answers.ballots import Answer, Shape, Shown
from consensus.hall import alike, compared, floor, mirror
from consensus.hall.floor import Floor
from consensus.hall.gathered import Board, Gathered, Pass, Voice, gathered
from consensus.hall.hall import State as Hall
from consensus.hall.mirror import MirrorRecord
from consensus.hall.seating import TableId, sits
from consensus.items import Item, ItemId, StepId
from consensus.people import MemberId, agency_key, spelt
from consensus.state import Meeting

FORMAT = "common-ground-tables/1"

# So many people of an agency have to be in the hall before it is named, and so many of them have to
# have answered at a table. With three there, tables where agencies are mixed would name none.
FEWEST_OF_AN_AGENCY = 4
FEWEST_AT_A_TABLE = 2

# How an agency is written, by the table at which it is named and its key.
Named = Mapping[tuple[TableId, str], str]


class Table(Struct, frozen=True):
    """A table by its number; how many people sit there."""

    number: int
    name: str
    people: int


class Order(Struct, frozen=True):
    """A private order that was opened, best first, at a table.

    Where there is a `shape`, so many items stand in each row, and are equal there.
    """

    person: str
    table: int
    agency: str
    answer: Answer
    shape: Shape = ()


class Ranking(Struct, frozen=True):
    """A ranking step: the tables that opened it, and their orders. `again` is the one before."""

    step: StepId
    title: str
    again: StepId | None
    shown: Shown
    tables: tuple[int, ...]
    orders: tuple[Order, ...]


class Agreed(Struct, frozen=True):
    """A table's list, best first, and what it set aside, as in `consensus.hall.gathered.Board`."""

    table: int
    places: tuple[ItemId | None, ...]
    aside: Answer
    dissents: int
    settled: bool
    agreed: bool


class Note(Struct, frozen=True):
    """In what some tables found two statements alike, or different."""

    tables: tuple[int, ...]
    alike: bool
    items: tuple[ItemId, ItemId]
    text: str


class Timing(Struct, frozen=True):
    """How long a table was at a step, in seconds, beside what was planned, in minutes."""

    table: int
    step: StepId
    title: str
    planned_minutes: int
    spent_seconds: int
    opened: int


class Data(Struct, frozen=True):
    """The whole file. Times are in UTC as ISO 8601 has them.

    `own` counts the statements left out, which only one table has. `figures` are the records of the
    wall by their keys, with a table's number where the wall has its id. `mirror` is what the wall
    said of agencies' guesses, once it was opened: who guessed what is in no file.
    """

    format: str
    title: str
    exercise: str
    prepared: str
    closed: str | None
    items: tuple[Item, ...]
    tables: tuple[Table, ...]
    rankings: tuple[Ranking, ...]
    lists: tuple[Agreed, ...]
    own: int
    notes: tuple[Note, ...]
    timings: tuple[Timing, ...]
    figures: dict[str, compared.Record | alike.AlikeRecord]
    mirror: MirrorRecord | None = None


# --- from the hall ----------------------------------------------------------------------------


def write(data: Data) -> bytes:
    """Return the file."""
    plain = msgspec.to_builtins(data)
    # A lone half of a character can be in no file, whatever a program put into a name.
    return json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def data_of(seen: Floor) -> Data:
    """Return all that is compared of a hall, and its figures. It may take a second."""
    hall = seen.hall.hall
    assert hall is not None
    found, numbers = gathered(seen.hall, seen.tables), _numbers(hall)
    people, named = _people(found, hall, numbers), _named_agencies(seen.hall, found)
    figures = _figures(seen, numbers)
    return Data(
        format=FORMAT,
        title=seen.hall.title,
        exercise=hall.exercise.title,
        prepared=_moment(seen.hall.prepared),
        closed=None if seen.hall.closed is None else _moment(seen.hall.closed),
        items=found.items,
        tables=tuple(_tables(hall, found)),
        rankings=tuple(_ranking(each, numbers, people, named) for each in found.passes),
        lists=tuple(_agreed(board, numbers) for board in found.boards),
        own=found.own,
        notes=tuple(_notes(figures.get("alike"))),
        timings=tuple(
            timing
            for table in found.tables
            for timing in _timings(numbers[table], seen.tables[table])
        ),
        figures=figures,
        mirror=next(iter(mirror.told(seen.hall).values()), None),
    )


def _numbers(hall: Hall) -> dict[TableId, int]:
    return {id_: table.number for id_, table in hall.tables.items()}


def _tables(hall: Hall, found: Gathered) -> Iterator[Table]:
    seated = Counter(hall.seats.values())
    for table in found.tables:
        yield Table(hall.tables[table].number, hall.tables[table].name, seated[table])


def _people(found: Gathered, hall: Hall, numbers: Mapping[TableId, int]) -> dict[MemberId, str]:
    """Number the people of each table in an order that depends on what they said alone."""
    said: dict[MemberId, list[tuple[int, Answer]]] = {}
    sits_at: dict[MemberId, int] = {}
    for at, each in enumerate(found.passes):
        for voice in each.voices:
            said.setdefault(voice.member, []).append((at, voice.answer))
            sits_at[voice.member] = numbers[hall.seats.get(voice.member, voice.table)]
    count: Counter[int] = Counter()
    names = {"": ""}
    for member in sorted(said, key=lambda member: said[member]):
        if member:
            count[sits_at[member]] += 1
            names[member] = f"{sits_at[member]}.{count[sits_at[member]]}"
    return names


def _named_agencies(hall: Meeting, found: Gathered) -> Named:
    """Say where which agency is named: in all rankings of a table, or in none of them.

    It is written as most of its people do.
    """
    seated = [member.agency for member in hall.members.values() if sits(member)]
    people = Counter(map(agency_key, seated))
    written = spelt(seated)
    fewest: dict[tuple[TableId, str], int] = {}
    for each in found.passes:
        said = Counter((v.table, agency_key(v.agency)) for v in each.voices if v.agency)
        fewest |= {at: min(count, fewest.get(at, count)) for at, count in said.items()}
    return {
        (table, agency): written[agency]
        for (table, agency), count in fewest.items()
        if count >= FEWEST_AT_A_TABLE and people[agency] >= FEWEST_OF_AN_AGENCY
    }


def _ranking(
    each: Pass, numbers: Mapping[TableId, int], people: Mapping[MemberId, str], named: Named
) -> Ranking:
    orders = [
        Order(
            person=people[voice.member],
            table=numbers[voice.table],
            agency=named.get((voice.table, agency_key(voice.agency)), ""),
            answer=voice.answer,
            shape=voice.shape,
        )
        for voice in each.voices
    ]
    return Ranking(
        step=each.step,
        title=each.title,
        again=each.again,
        shown=each.shown,
        tables=tuple(numbers[table] for table in each.tables),
        orders=tuple(sorted(orders, key=lambda o: (o.table, _as_counted(o.person), o.answer))),
    )


def _as_counted(person: str) -> list[int]:
    return [int(part) for part in person.split(".") if part]


def _agreed(board: Board, numbers: Mapping[TableId, int]) -> Agreed:
    return Agreed(
        table=numbers[board.table],
        places=board.places,
        aside=board.aside,
        dissents=board.dissents,
        settled=board.settled,
        agreed=board.agreed,
    )


def _notes(record: object) -> Iterator[Note]:
    if isinstance(record, alike.AlikeRecord):
        for pair in record.pairs:
            for said in pair.said:
                tables = tuple(int(table) for table in said.tables)
                yield Note(tables, said.alike, (pair.first, pair.second), said.text)


def _timings(number: int, room: Meeting) -> Iterator[Timing]:
    for step in room.agenda:
        if step.opened:
            yield Timing(
                table=number,
                step=step.plan.id,
                title=step.plan.title,
                planned_minutes=step.minutes,
                spent_seconds=step.spent // 1000,
                opened=step.opened,
            )


def _figures(
    seen: Floor, numbers: Mapping[TableId, int]
) -> dict[str, compared.Record | alike.AlikeRecord]:
    """Return what the wall is told, with numbers of tables for ids; no guesses about agencies."""
    names = {id_: str(number) for id_, number in numbers.items()}
    told = {
        key: record
        for key, record in floor.wall(seen).items()
        if isinstance(record, compared.Record | alike.AlikeRecord)
    }
    renamed = {
        "/".join(names.get(part, part) for part in key.split("/")): _renamed(record, names)
        for key, record in msgspec.to_builtins(told).items()
    }
    return msgspec.convert(renamed, dict[str, compared.Record | alike.AlikeRecord])


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    match value:
        case str():
            return names.get(value, value)
        case dict():
            return {key: _renamed(each, names) for key, each in value.items()}
        case list() | tuple():
            return [_renamed(each, names) for each in value]
        case _:
            return value


def _moment(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds")


# --- from the file ----------------------------------------------------------------------------


def read(file: bytes) -> Data:
    """Read a file; raises `ValueError` where it is none."""
    data = msgspec.json.decode(file, type=Data)
    if data.format != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    return data


def gathered_from(data: Data) -> Gathered:
    """Return what the wall's figures are made from; tables go by their numbers."""
    return Gathered(
        items=data.items,
        tables=tuple(str(table.number) for table in data.tables),
        passes=tuple(_pass(ranking) for ranking in data.rankings),
        boards=tuple(_board(agreed) for agreed in data.lists),
        own=data.own,
    )


def _pass(ranking: Ranking) -> Pass:
    return Pass(
        step=ranking.step,
        title=ranking.title,
        again=ranking.again,
        shown=ranking.shown,
        tables=tuple(map(str, ranking.tables)),
        voices=tuple(
            Voice(str(order.table), order.person, order.agency, order.answer, order.shape)
            for order in ranking.orders
        ),
    )


def _board(agreed: Agreed) -> Board:
    return Board(
        table=str(agreed.table),
        places=agreed.places,
        aside=agreed.aside,
        dissents=agreed.dissents,
        settled=agreed.settled,
        agreed=agreed.agreed,
    )
