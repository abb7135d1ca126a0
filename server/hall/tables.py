"""The routes of a hall's tables: more of them, the way to one's own, and a trainer's visit."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from consensus import commands as c
from consensus.hall.hall import MOST_TABLES
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from server import access
from server.doors import refused_json, seat, seat_of, seated
from server.forms import typed
from server.hall import lines, wish
from server.hall.opening import add_tables
from server.room import LiveRoom
from server.screens import refused_page
from server.seats import give_seat, set_cookie
from server.services import Held, services


async def more(request: Request) -> Response:
    """Make more tables, for the trainer; who says how many they `had` may ask twice."""
    try:
        hall, _ = await trainer(request)
        form = await request.form()
        count = wish.tables(FormData(tables=typed(form, "count")))
        had = typed(form, "had")
        seen = int(had) if had.isascii() and had.isdecimal() and len(had) < 6 else None
        if not count:
            raise Refusal(Code.TABLES_NUMBER, least=1, most=MOST_TABLES)
        await add_tables(services(request).rooms, hall, count, seen)
    except Refusal as refusal:
        return refused_json(request, refusal)
    return Response(status_code=204)


async def mine(request: Request) -> Response:
    """Go to one's own table, with a seat there; to the hall where there is none yet.

    A device with several seats in the hall takes those of one table along together: what it holds
    there is not seen from here.
    """
    served = services(request)
    try:
        hall, member = await seated(request)
        if hall.meeting.table is not None:
            return RedirectResponse(f"/r/{hall.meeting.table.of.hall}/my-table", 303)
        held = [each for each in await served.seats(request, hall) if not each.waits]
        if len(held) > 1 and "seat" not in request.query_params:
            return RedirectResponse(f"/r/{hall.row.code}/pass", 303)  # whose turn it is
        if not _at(hall, member):
            await served.rooms.level(hall)
        table_id = _at(hall, member)
        table = await _table(request, hall, table_id)
        if table is None:
            return RedirectResponse(f"/r/{hall.row.code}{seat_of(request)}", 303)
        if member not in table.meeting.members:
            await served.usher.settle(hall)
        if member not in table.meeting.members:
            raise Refusal(Code.TRY_AGAIN)
    except Refusal as refusal:
        return refused_page(request, refusal, 403)
    together = [
        each
        for each in held
        if _at(hall, each.member) == table_id and each.member in table.meeting.members
    ]
    return await _seats(request, table, member, together)


async def _seats(
    request: Request, table: LiveRoom, turn: MemberId, together: list[Held]
) -> Response:
    """Give a device the keys of its seats at a table, and lead it to the one whose turn it is."""
    secret, keys, held = services(request).secret, "", tuple[Held, ...]()
    for each in together:
        key = access.key_at(secret, table.row.id, each.key)
        keys = await give_seat(request, table, each.member, held, key)
        held = (*held, Held(key, each.member, waits=False))
    turns = f"?seat={turn}" if len(together) > 1 else ""
    response = RedirectResponse(f"/r/{table.row.code}{turns}", 303)
    set_cookie(request, response, table, keys)
    return response


async def visit(request: Request) -> Response:
    """Look in at a table, for the trainer: they watch, and the table goes on by itself."""
    try:
        hall, member = await trainer(request)
        table = await _table(request, hall, request.path_params["table"])
        if table is None:
            raise Refusal(Code.NO_SUCH_TABLE)
        who = hall.meeting.members[member]
        await table.ask(c.Join(member, who.name, who.agency, "observer", voice=False))
    except Refusal as refusal:
        return refused_page(request, refusal, 403)
    held = await services(request).seats(request, hall)
    own = next(each.key for each in held if each.member == member)
    key = access.key_at(services(request).secret, table.row.id, own)
    return await seat(request, table, member, key)


async def trainer(request: Request) -> tuple[LiveRoom, MemberId]:
    """Return a hall and its trainer, or one who helps them; raises `Refusal`."""
    hall, member = await seated(request)
    if hall.meeting.hall is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if hall.meeting.members[member].role not in {"chair", "deputy"}:
        raise Refusal(Code.CHAIR_ONLY)
    return hall, member


def _at(hall: LiveRoom, member: MemberId) -> str:
    found = hall.meeting.hall
    return found.seats.get(member, "") if found is not None else ""


async def _table(request: Request, hall: LiveRoom, table_id: str) -> LiveRoom | None:
    found = hall.meeting.hall.tables.get(table_id) if hall.meeting.hall else None
    return await services(request).rooms.by_code(found.code) if found is not None else None


ROUTES: list[BaseRoute] = [
    WebSocketRoute("/r/{code}/floor", lines.floor),
    Route("/r/{code}/tables", more, methods=["POST"]),
    Route("/r/{code}/my-table", mine),
    Route("/r/{code}/tables/{table}/visit", visit, methods=["POST"]),
]
