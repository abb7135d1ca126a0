"""What a host may see of the rooms, and do about them, from the command line.

No title, name or word of anybody is shown: an id, a type, some days.
"""

import argparse
import asyncio
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from consensus.dates import DAY
from server.checks import CannotServe, check_version
from server.forgetting.receipts import Receipt, is_genuine, read
from server.forgetting.sweeping import Forgetting
from server.log import Conflict, Listed, RoomRow, SqlLog, Unavailable
from server.proof.keys import SiteKey
from server.room import wall_clock
from server.settings import Settings


class CannotDo(Exception):
    """It was not done; the message is one sentence that says why and what to do."""


class Room(Struct, frozen=True):
    """One line of the list. Times are in ms; `closed` is nothing while the meeting goes on.

    `days_left` are the days until it is forgotten, where that is known. A `table` of a training
    session has its number and the id of the session's room, `hall`, while that is there.
    """

    id: str
    type: str
    prepared: int
    closed: int | None
    last: int
    forget_at: int | None
    days_left: int | None
    events: int
    table: int | None = None
    hall: str = ""


class Kept(Struct, frozen=True):
    """A receipt, and whether its signature is this site's over what it says."""

    genuine: bool
    receipt: Receipt


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what the command says; return the exit status."""
    os.umask(0o077)
    try:
        _check(settings)
        if options.command == "erase":
            return asyncio.run(_erase(options, settings.database))
        if options.receipts:
            return asyncio.run(_list_receipts(options, settings.database))
        return asyncio.run(_list_rooms(options, settings.database))
    except (CannotDo, CannotServe) as reason:
        print(f"commonground: {reason}", file=sys.stderr)
    except Unavailable as error:
        print(f"commonground: {error}. Nothing was changed.", file=sys.stderr)
    return 2


def _check(settings: Settings) -> None:
    where = settings.database
    if isinstance(where, Path) and not where.is_file():
        raise CannotDo(f"nothing_kept: there is no {where}. Name another folder with --data.")
    check_version(where)


# --- rooms ------------------------------------------------------------------------------------


async def _list_rooms(options: argparse.Namespace, where: Path | str) -> int:
    async with SqlLog(where) as log:
        found = [_line(listed) for listed in await log.every_room()]
    if options.json:
        print(msgspec.json.encode(found).decode())
        return 0
    print(
        f"{'room':<18}{'type':<22}{'prepared':<12}{'closed':<12}{'last':<12}{'days left':<11}table"
    )
    for room in found:
        closed = _day(room.closed) if room.closed is not None else "open"
        left = "?" if room.days_left is None else str(room.days_left)
        days = f"{_day(room.prepared):<12}{closed:<12}{_day(room.last):<12}{left:<11}{_table(room)}"
        print(f"{room.id:<18}{room.type[:20]:<22}{days}")
    return 0


def _table(room: Room) -> str:
    if room.table is None:
        return ""
    return f"{room.table} of {room.hall}" if room.hall else f"{room.table}, its session is deleted"


def _line(listed: Listed) -> Room:
    row, extent = listed.row, listed.extent
    left = None if row.forget_at is None else max(0, row.forget_at - wall_clock()) // DAY
    return Room(
        id=row.id,
        type=listed.template,
        prepared=row.prepared,
        closed=listed.closed,
        last=extent.last,
        forget_at=row.forget_at,
        days_left=left,
        events=extent.events,
        table=listed.table,
        hall=listed.hall,
    )


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()


# --- receipts ---------------------------------------------------------------------------------


async def _list_receipts(options: argparse.Namespace, where: Path | str) -> int:
    async with SqlLog(where) as log:
        key = SiteKey(await log.secret("seal")).public.hex()
        rows = await log.receipts()
    found = [_kept(row.receipt, key) for row in rows]
    if options.json:
        print(msgspec.json.encode(found).decode())
        return 0
    print(f"{'receipt':<18}{'when':<12}{'what':<8}{'type':<22}{'because':<18}signature")
    for kept in found:
        erased = kept.receipt.erased
        signature = "good" if kept.genuine else "NOT THIS SITE’S"
        what = f"{_day(erased.at):<12}{erased.what:<8}{erased.template[:20]:<22}"
        print(f"{erased.id:<18}{what}{erased.because:<18}{signature}")
    return 0


def _kept(data: bytes, key: str) -> Kept:
    receipt = read(data)
    return Kept(is_genuine(data) and receipt.key == key, receipt)


# --- erasing ----------------------------------------------------------------------------------


async def _erase(options: argparse.Namespace, where: Path | str) -> int:
    async with SqlLog(where) as log:
        row = await _room(log, options.room)
        if not options.yes:
            _ask(row)
        key = SiteKey(await log.secret("seal"))
        try:
            receipt = await Forgetting(log, key).erase(row, "host")
        except Conflict:
            raise CannotDo("busy: people are in this room just now. Try again.") from None
        except ValueError as error:
            raise CannotDo(f"damaged: {error}. Nothing was deleted.") from None
        await log.scrubbed()
    if receipt is None:
        raise CannotDo(f"no_such_room: there is no room {options.room} any more.")
    if options.json:
        print(receipt.receipt.decode())
    else:
        print(f"The room is deleted. Receipt {receipt.id}.")
    return 0


async def _room(log: SqlLog, name: str) -> RoomRow:
    row = await log.room(name) or await log.room_by_code(name.replace("-", "").upper())
    if row is None:
        raise CannotDo(
            f"no_such_room: there is no room {name[:40]!r}. `commonground rooms` lists them."
        )
    return row


def _ask(row: RoomRow) -> None:
    """Let whoever is at the keyboard type the room's id; raises `CannotDo` for anything else."""
    print("Everything in this room goes, for everybody, and nobody can bring it back.")
    print(f"Type {row.id} to delete it: ", end="", flush=True)
    if sys.stdin.readline().strip() != row.id:
        raise CannotDo("not_confirmed: nothing was deleted. Type the id, or say --yes.")
