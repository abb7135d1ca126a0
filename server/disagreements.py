"""A room's log of disagreements as data, so that a device can list those of all its rooms."""

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from consensus.refusal import Refusal
from consensus.roomwide.disagreements import Line, lines
from server.doors import seated


class Log(Struct, frozen=True):
    """The disagreements of one room, which is called `title`: nobody's positions or words."""

    room: str
    title: str
    disagreements: tuple[Line, ...]


async def log(request: Request) -> Response:
    """The log of a room, for its members; every refusal looks the same to a guesser."""
    try:
        room, _ = await seated(request)
    except Refusal:
        return Response(status_code=404)
    state = room.meeting.beside.disagreements
    found = Log(room.row.code, room.meeting.title, lines(state, room.now()))
    return Response(
        msgspec.json.encode(found),
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
