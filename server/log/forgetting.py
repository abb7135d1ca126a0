"""What a log holds of rooms as wholes: when each is to be forgotten, and its end."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, delete, func, insert, or_, select, update

from consensus import events
from server.log import records, rewriting, tables
from server.log.appends import COLUMNS, rows
from server.log.entries import Conflict, NewEntry, RoomRow

# All that a room has, those first that rest on others. The receipts stay.
_OF_A_ROOM = (tables.snapshots, tables.slips, tables.keys, tables.records, tables.events)


class Standing(Struct, frozen=True):
    """Where a room's log stands: its last position, and its epoch."""

    position: int
    epoch: str


class Extent(Struct, frozen=True):
    """How much a room holds: events and sealed editions, and when (ms) the last thing happened."""

    events: int
    editions: int
    last: int


class Listed(Struct, frozen=True):
    """A room as its host may see it: nothing that people wrote. `closed` is when it ended (ms).

    Where it is a table, it has its number and the id of its hall's room, "" once that is erased.
    """

    row: RoomRow
    template: str
    extent: Extent
    closed: int | None
    table: int | None = None
    hall: str = ""


class ReceiptRow(Struct, frozen=True):
    """A receipt as it is kept."""

    id: str
    at: int
    receipt: bytes


class Erasing(Struct, frozen=True):
    """What becomes of a room of which a person is taken out, if `last` is its last position.

    `anew` are events that say less in their places, `entries` what has happened now, `seats` those
    whose keys go, and `editions` what is sealed, without them. So many editions were `announced`:
    one behind these was kept while this was worked out, and goes.
    """

    last: int
    epoch: str
    anew: Mapping[int, events.Event]
    entries: Sequence[NewEntry]
    seats: Sequence[str]
    editions: Mapping[int, bytes]
    announced: int
    receipt: ReceiptRow


def standings(connection: Connection, rooms: Sequence[str]) -> dict[str, Standing]:
    """Return where the logs of those rooms stand that exist."""
    found = tables.rooms.c
    happened = tables.events.c
    # For each room, one step from the end of the primary key, however long its history.
    last = select(func.max(happened.position)).where(happened.room == found.id).scalar_subquery()
    query = select(found.id, last.label("last"), found.epoch).where(found.id.in_(rooms))
    return {row.id: Standing(row.last, row.epoch) for row in connection.execute(query)}


def due(connection: Connection, now: int, most: int) -> list[RoomRow]:
    """Return rooms whose day (ms) has come, or of which it is not known yet."""
    at = tables.rooms.c.forget_at
    query = select(tables.rooms).where(or_(at <= now, at.is_(None))).order_by(at).limit(most)
    return [RoomRow(**row._mapping) for row in connection.execute(query)]


def put_off(connection: Connection, room: str, at: int | None) -> None:
    """Keep when (ms) a room is to be forgotten; nothing where that is to be found out."""
    connection.execute(update(tables.rooms).where(tables.rooms.c.id == room).values(forget_at=at))


def by_id(connection: Connection, room: str) -> RoomRow | None:
    """Return the room with an id, if there is one."""
    row = connection.execute(select(tables.rooms).where(tables.rooms.c.id == room)).one_or_none()
    return RoomRow(**row._mapping) if row else None


def extent(connection: Connection, room: str) -> Extent:
    """Return how much a room holds; nothing of a room that is not there."""
    found, records = tables.events.c, tables.records.c
    happened = select(func.count(), func.coalesce(func.max(found.at), 0)).where(found.room == room)
    count, last = connection.execute(happened).one()
    sealed = select(func.count()).select_from(tables.records).where(records.room == room)
    return Extent(count, connection.scalar(sealed) or 0, last)


def every(connection: Connection) -> list[Listed]:
    """Return all rooms, the one that is to be forgotten first before the others."""
    query = select(tables.rooms).order_by(tables.rooms.c.forget_at, tables.rooms.c.prepared)
    return [_listed(connection, RoomRow(**row._mapping)) for row in connection.execute(query).all()]


def _listed(connection: Connection, row: RoomRow) -> Listed:
    found = tables.events.c
    first = select(found.event, found.version).where(found.room == row.id, found.position == 1)
    prepared = events.read(*connection.execute(first).one())
    closed = connection.scalar(rewriting.closed_at(row.id))
    listed = Listed(row, "", extent(connection, row.id), closed)
    if not isinstance(prepared, events.MeetingPrepared):
        return listed
    listed = replace(listed, template=prepared.template)
    if prepared.table is None:
        return listed
    code = tables.rooms.c.code
    hall = connection.scalar(select(tables.rooms.c.id).where(code == prepared.table.hall))
    return replace(listed, table=prepared.table.number, hall=hall or "")


def erase(
    connection: Connection, room: str, position: int, receipt: Callable[[Extent], ReceiptRow]
) -> ReceiptRow | None:
    """Delete all rows of a room and keep a receipt instead; nothing where the room is gone.

    Raises `Conflict` where something has happened in it since `position`: what was decided about
    it may no longer be so.
    """
    rooms, found = tables.rooms.c, tables.events.c
    there = connection.execute(select(rooms.id).where(rooms.id == room).with_for_update())
    if there.one_or_none() is None:
        return None
    last = connection.scalar(select(func.max(found.position)).where(found.room == room))
    if last != position:
        raise Conflict
    made = receipt(extent(connection, room))
    for table in _OF_A_ROOM:
        connection.execute(delete(table).where(table.c.room == room))
    connection.execute(delete(tables.rooms).where(rooms.id == room))
    keep_receipt(connection, made)
    return made


def erase_person(connection: Connection, room: str, erasing: Erasing) -> None:
    """Write a room's log anew, with what happened now behind it; or `Conflict`."""
    rewriting.rewrite(connection, room, erasing.anew, erasing.last, erasing.epoch)
    new = rows(room, erasing.last, erasing.entries)
    connection.execute(insert(tables.events), [dict(zip(COLUMNS, row, strict=True)) for row in new])
    keys = tables.keys.c
    connection.execute(delete(tables.keys).where(keys.room == room, keys.member.in_(erasing.seats)))
    for edition, sealed in erasing.editions.items():
        records.rewrite(connection, room, edition, sealed)
    records.drop_unannounced(connection, room, erasing.announced)
    keep_receipt(connection, erasing.receipt)


def keep_receipt(connection: Connection, receipt: ReceiptRow) -> None:
    """Keep a receipt."""
    row = {"id": receipt.id, "at": receipt.at, "receipt": receipt.receipt}
    connection.execute(insert(tables.receipts), row)


def receipts(connection: Connection) -> list[ReceiptRow]:
    """Return all receipts, the oldest first."""
    kept = tables.receipts.c
    query = select(kept.id, kept.at, kept.receipt).order_by(kept.at, kept.id)
    return [ReceiptRow(*row) for row in connection.execute(query)]
