"""The route by which a trainer opens the assumption mirror over all tables."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from consensus.hall import mirror
from consensus.hall.seating import TableId
from consensus.refusal import Refusal
from consensus.state import Meeting
from server.doors import refused_json
from server.forms import typed
from server.hall.tables import trainer
from server.room import LiveRoom
from server.rooms import Rooms
from server.services import services


async def open_mirror(request: Request) -> Response:
    """Open the mirror, once and for good; `even_so` without the tables that are not so far."""
    try:
        hall, _ = await trainer(request)
        even_so = typed(await request.form(), "even_so") == "yes"
        if hall.meeting.hall is not None and hall.meeting.hall.mirror is None:
            tables = await _tables(services(request).rooms, hall)
            found = await asyncio.to_thread(mirror.seen, hall.meeting, tables, even_so=even_so)
            await hall.ask(mirror.PutMirror(found))
    except Refusal as refusal:
        return refused_json(request, refusal)
    return Response(status_code=204)


async def _tables(rooms: Rooms, hall: LiveRoom) -> dict[TableId, Meeting]:
    assert hall.meeting.hall is not None
    found = {id_: await rooms.by_code(each.code) for id_, each in hall.meeting.hall.tables.items()}
    there = {id_: room for id_, room in found.items() if room is not None}
    # Once and for good: with everything that was answered at other nodes so far.
    await asyncio.gather(*map(rooms.level, there.values()))
    return {id_: room.meeting for id_, room in there.items()}


ROUTES: list[BaseRoute] = [Route("/r/{code}/mirror", open_mirror, methods=["POST"])]
