"""Who may make copies for others, and what everybody else is told."""

from starlette.requests import Request
from starlette.responses import Response

from consensus.people import MemberId, keeps_record
from consensus.refusal import Code, Refusal
from consensus.roomwide.disclosures import Copy
from server.doors import seated
from server.room import LiveRoom
from server.screens import refused_page

_AS_IF_NOT_THERE = {Code.NOT_A_MEMBER, Code.NO_SUCH_ROOM, Code.NO_SUCH_PAGE, Code.NO_SUCH_EDITION}


async def keeper(request: Request) -> tuple[LiveRoom, MemberId]:
    """Return the room and who keeps its record, or refuse."""
    room, member = await seated(request)
    if not keeps_record(room.meeting.members[member]):
        raise Refusal(Code.DISCLOSURE_NOT_YOURS)
    if room.meeting.closed is None:
        raise Refusal(Code.DISCLOSURE_TOO_SOON)
    return room, member


def copy_of(room: LiveRoom, copy_id: str) -> Copy:
    """Return a copy that was made, or refuse."""
    copy = room.meeting.beside.disclosures.copies.get(copy_id)
    if copy is None:
        raise Refusal(Code.NO_SUCH_PAGE)
    return copy


def refused(request: Request, refusal: Refusal) -> Response:
    """Return a refusal as a page of its own."""
    return refused_page(request, refusal, 404 if refusal.code in _AS_IF_NOT_THERE else 403)
