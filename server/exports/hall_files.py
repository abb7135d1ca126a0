"""What a trainer takes away of all tables of a hall: as data, as a table, as rankings."""

import csv
import io
from collections.abc import Iterator

import msgspec

from consensus.answers.ballots import Answer, order_of
from consensus.hall.floor import Floor
from consensus.hall.seating import TableId
from consensus.items import ItemId
from consensus.people import MemberId
from consensus.ranking import Profile
from consensus.ranking.files import preflib
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server.exports import hall as h
from server.exports.tables import inert
from server.room import LiveRoom
from server.rooms import Rooms
from server.words import Words


async def floor_of(rooms: Rooms, hall: LiveRoom, reader: MemberId) -> tuple[Floor, bytes]:
    """Return a hall with its tables, for a trainer, and what state of them it is.

    Raises `Refusal` for anybody else, and where there is no hall.
    """
    by = hall.meeting.members.get(reader)
    if by is None or by.role not in {"chair", "deputy"}:
        raise Refusal(Code.NO_SUCH_PAGE)
    return await floor_with(rooms, hall)


async def floor_with(rooms: Rooms, hall: LiveRoom) -> tuple[Floor, bytes]:
    """Return a hall with its tables, and what state of them it is; raises `Refusal`."""
    if hall.meeting.hall is None:
        raise Refusal(Code.NO_SUCH_PAGE)
    tables: dict[TableId, Meeting] = {}
    states = [f"{hall.row.epoch} {hall.row.id} {hall.position}"]
    for id_, table in hall.meeting.hall.tables.items():
        room = await rooms.by_code(table.code)
        if room is not None and room.row.id == id_:
            tables[id_] = room.meeting
            states.append(f"{room.row.epoch} {room.row.id} {room.position}")
    return Floor(hall.meeting, tables), " ".join(states).encode()


def write(kind: str, step: str, floor: Floor, words: Words) -> bytes:
    """Return a file; raises `Refusal` for a kind, or a ranking `step`, of which there is none."""
    data = h.data_of(floor)
    if step:
        return _ranking(data, step, kind)
    return h.write(data) if kind == "json" else _table(data, words)


def _ranking(data: h.Data, step: str, kind: str) -> bytes:
    """Write everybody's opened orders of one ranking, whichever table they sit at."""
    found = next((each for each in data.rankings if each.step == step and each.orders), None)
    if found is None:
        raise Refusal(Code.NO_SUCH_PAGE)
    texts = [" ".join(item.text.split()) for item in data.items]
    names = {
        item.id: text if texts.count(text) == 1 else f"{text} ({item.id})"
        for item, text in zip(data.items, texts, strict=True)
    }
    orders = [order_of(tuple(names[i] for i in o.answer), o.shape) for o in found.orders]
    profile = Profile.of(tuple(names.values()), orders)
    try:
        wanted = msgspec.convert(kind, preflib.Kind)
        title = " ".join(found.title.split())
        return preflib.write(profile, wanted, f"{step}.{kind}", title).encode()
    except ValueError as error:
        raise Refusal(Code.NO_SUCH_PAGE) from error


def _table(data: h.Data, words: Words) -> bytes:
    """Write a row for each order and each list: what it is, whose, and the statements in order."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    texts = {item.id: item.text for item in data.items}
    rows = [*_orders(data, texts, words), *_lists(data, texts, words)]
    places = max((len(row) for row in rows), default=_FIXED) - _FIXED
    writer.writerow(
        [
            words.say("hall-exports-what"),
            words.say("hall-exports-table"),
            words.say("hall-exports-person"),
            words.say("hall-exports-agency"),
            *(words.say("hall-exports-place", number=n) for n in range(1, places + 1)),
        ]
    )
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


# The columns before the statements.
_FIXED = 4


def _orders(data: h.Data, texts: dict[ItemId, str], words: Words) -> Iterator[list[str]]:
    for ranking in data.rankings:
        what = words.say("hall-exports-order", title=ranking.title)
        for order in ranking.orders:
            said = [_row(group, texts) for group in order_of(order.answer, order.shape)]
            yield [what, str(order.table), order.person, order.agency, *said]


def _row(group: ItemId | Answer, texts: dict[ItemId, str]) -> str:
    """Return one cell: a statement, or those that are equal there."""
    return " = ".join(texts[item] for item in ((group,) if isinstance(group, str) else group))


def _lists(data: h.Data, texts: dict[ItemId, str], words: Words) -> Iterator[list[str]]:
    for agreed in data.lists:
        table = str(agreed.table)
        places = [texts[item] if item is not None else "" for item in agreed.places]
        if places:
            what = words.say("hall-exports-list", dissents=agreed.dissents)
            yield [what, table, "", "", *places]
        if agreed.aside:
            aside = [texts[item] for item in agreed.aside]
            yield [words.say("hall-exports-aside"), table, "", "", *aside]
