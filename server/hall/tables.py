"""The routes of a hall's tables: more of them, the way to one's own, and a trainer's visit."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from consensus import commands as c
from consensus.hall.hall import MOST_TABLES
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from server.doors import refused_json, seat, seated
from server.forms import typed
from server.hall.opening import add_tables
from server.room import LiveRoom
from server.screens import refused_page
from server.services import services


async def more(request: Request) -> Response:
    """Make more tables, for the trainer."""
    try:
        hall, _ = await _trainer(request)
        count = typed(await request.form(), "count")
        if not count.isdecimal() or not 1 <= int(count) <= MOST_TABLES:
            raise Refusal(Code.TOO_MANY_TABLES, most=MOST_TABLES)
        await add_tables(services(request).rooms, hall, int(count))
    except Refusal as refusal:
        return refused_json(request, refusal)
    return Response(status_code=204)


async def mine(request: Request) -> Response:
    """Go to one's own table, with a seat there; to the hall where there is none yet."""
    served = services(request)
    try:
        hall, member = await seated(request)
        table = await _table(request, hall, _at(hall, member))
        if table is None:
            return RedirectResponse(f"/r/{hall.row.code}", 303)
        if member not in table.meeting.members:
            await served.usher.settle(hall)
        if member not in table.meeting.members:
            raise Refusal(Code.TRY_AGAIN)
    except Refusal as refusal:
        return refused_page(request, refusal, 403)
    return await seat(request, table, member)


async def visit(request: Request) -> Response:
    """Look in at a table, for the trainer: they watch, and the table goes on by itself."""
    try:
        hall, member = await _trainer(request)
        table = await _table(request, hall, request.path_params["table"])
        if table is None:
            raise Refusal(Code.NO_SUCH_TABLE)
        who = hall.meeting.members[member]
        await table.ask(c.Join(member, who.name, who.agency, "observer", voice=False))
    except Refusal as refusal:
        return refused_page(request, refusal, 403)
    return await seat(request, table, member)


async def _trainer(request: Request) -> tuple[LiveRoom, MemberId]:
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
    Route("/r/{code}/tables", more, methods=["POST"]),
    Route("/r/{code}/my-table", mine),
    Route("/r/{code}/tables/{table}/visit", visit, methods=["POST"]),
]
