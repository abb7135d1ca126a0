"""The library of sheets beside the log: copies that outlive their rooms, each until its day."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select

from server.log import tables
from server.log.forgetting import ReceiptRow, keep_receipt


class SheetRow(Struct, frozen=True):
    """A sheet in the library, kept from `at` `until` (ms).

    `place` is a hash of where in which room it comes from, by which whoever has a right to it finds
    it again; it leads nobody back. `words` are what it is searched by, folded.
    """

    id: str
    place: bytes
    at: int
    until: int
    words: str
    sheet: bytes


class Found(Struct, frozen=True):
    """A page of what was found, the newest first; `count` is of all that was."""

    rows: tuple[SheetRow, ...]
    count: int


def put(connection: Connection, row: SheetRow) -> None:
    """Keep a sheet, in the place of an earlier copy of the same one."""
    found = tables.sheets.c
    connection.execute(delete(tables.sheets).where(found.place == row.place))
    values = {name: getattr(row, name) for name in SheetRow.__struct_fields__}
    connection.execute(insert(tables.sheets), values)


def at(connection: Connection, place: bytes) -> SheetRow | None:
    """Return the copy of a sheet of a room, if there is one."""
    query = select(tables.sheets).where(tables.sheets.c.place == place)
    row = connection.execute(query).one_or_none()
    return SheetRow(**row._mapping) if row else None


def by_id(connection: Connection, sheet: str, now: int) -> SheetRow | None:
    """Return a sheet whose day (ms) has not come, if it is there."""
    found = tables.sheets.c
    query = select(tables.sheets).where(found.id == sheet, found.until > now)
    row = connection.execute(query).one_or_none()
    return SheetRow(**row._mapping) if row else None


def search(connection: Connection, wanted: Sequence[str], now: int, start: int, most: int) -> Found:
    """Return sheets in which all of some folded words stand; `start` are left out before them."""
    found = tables.sheets.c
    holds = [found.words.contains(word, autoescape=True) for word in wanted]
    where = [found.until > now, *holds]
    count = connection.scalar(select(func.count()).select_from(tables.sheets).where(*where)) or 0
    newest = select(tables.sheets).where(*where).order_by(found.at.desc(), found.id)
    rows = connection.execute(newest.offset(start).limit(most))
    return Found(tuple(SheetRow(**row._mapping) for row in rows), count)


def due(connection: Connection, now: int) -> list[SheetRow]:
    """Return the sheets whose day (ms) has come."""
    query = select(tables.sheets).where(tables.sheets.c.until <= now)
    return [SheetRow(**row._mapping) for row in connection.execute(query)]


def erase(connection: Connection, sheet: str, receipt: ReceiptRow) -> bool:
    """Delete a sheet and keep a receipt instead; say whether it was there."""
    gone = connection.execute(delete(tables.sheets).where(tables.sheets.c.id == sheet))
    if gone.rowcount:
        keep_receipt(connection, receipt)
    return bool(gone.rowcount)
