"""Unattributed answers until they are opened: kept beside the log, and linked to nobody.

A row has no time, no author and no command. All rows of a step are written anew together, in the
order of their tokens, whenever one of them changes: otherwise where a row lies in the file, or the
number of the transaction that PostgreSQL keeps with it, would tell which answer came with which
event.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from server.log import tables
from server.log.appends import COLUMNS, Append
from server.log.entries import Conflict
from server.log.rewriting import take_turns

# What each token answers.
Box = Mapping[str, bytes]


class Exchange(Struct, frozen=True):
    """A step's answers: as it was decided on them, and as they are to be from now on.

    Opened answers are in an event, so that nothing is left of them here.
    """

    step: str
    before: Box
    now: Box


def read(connection: Connection, room: str, step: str) -> dict[str, bytes]:
    """Return the unopened answers of a step."""
    found = tables.slips.c
    query = select(found.token, found.answer).where(found.room == room, found.step == step)
    return dict(connection.execute(query).all())


def append(connection: Connection, append: Append, exchanges: Sequence[Exchange]) -> None:
    """Append a room's events, if any, and exchange answers with them: all of it, or `Conflict`."""
    take_turns(connection, append.room)
    events = tables.events.c
    last = select(func.max(events.position)).where(events.room == append.room)
    if connection.scalar(last) != append.after:
        raise Conflict
    try:
        if append.rows:
            rows = [dict(zip(COLUMNS, row, strict=True)) for row in append.rows]
            connection.execute(insert(tables.events), rows)
        for exchange in exchanges:
            _exchange(connection, append.room, exchange)
    except IntegrityError:  # another node was quicker between looking and inserting
        raise Conflict from None


def _exchange(connection: Connection, room: str, exchange: Exchange) -> None:
    found = tables.slips.c
    emptied = connection.execute(
        delete(tables.slips)
        .where(found.room == room, found.step == exchange.step)
        .returning(found.token, found.answer)
    )
    if dict(emptied.all()) != exchange.before:
        raise Conflict
    rows = [
        {"room": room, "step": exchange.step, "token": token, "answer": exchange.now[token]}
        for token in sorted(exchange.now)
    ]
    if rows:
        connection.execute(insert(tables.slips), rows)
