"""The routes by which a room or a person is erased, and a device forgets its seats in a room."""

import asyncio
from collections.abc import Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from consensus.forgetting.mentions import mentions
from consensus.refusal import Code, Refusal
from consensus.roomwide.erasure import AskToErase, Ground
from server import access
from server.doors import refused_json, seated
from server.forgetting.person import Wanted
from server.forgetting.receipts import FILE_TYPE
from server.forms import typed
from server.log import Conflict, ReceiptRow, Unavailable
from server.room import LiveRoom
from server.services import COOKIE, Services, services

_KEPT_NOWHERE = {"Cache-Control": "no-store"}

# More lines than anybody looks at.
MOST_TICKED = 2_000


async def erase(request: Request) -> Response:
    """Erase a closed room for its chair, who typed its code; answer with the signed receipt."""
    served = services(request)
    try:
        room, member = await seated(request)
        if room.meeting.members[member].role != "chair":
            raise Refusal(Code.CHAIR_ONLY)
        if room.meeting.table is not None:
            raise Refusal(Code.TRAINER_KEEPS)
        if room.meeting.closed is None:
            raise Refusal(Code.NOT_OVER_YET)
        if not _is_code(typed(await request.form(), "code"), room.row.code):
            raise Refusal(Code.CODE_TO_ERASE)
        try:
            receipt = await served.forgetting.erase(room.row, "chair")
        except (Conflict, Unavailable) as error:
            raise Refusal(Code.CANNOT_ERASE_NOW) from error
        if receipt is None:
            raise Refusal(Code.ROOM_ERASED)
    except Refusal as refusal:
        return refused_json(request, refusal)
    return _forgetting_seats(_handed_out(receipt), room.row.code)


async def ask_to_go(request: Request) -> Response:
    """Let a member ask for their own words to be removed.

    In a room about real people the record may have to stand, so its chair answers; in any other
    room it is done at once.
    """
    served = services(request)
    try:
        room, member = await seated(request)
        if room.meeting.case:
            await room.ask(AskToErase(), member)
            return JSONResponse({}, headers=_KEPT_NOWHERE)
        receipt = await _erase_person(
            served, await _all_of(served, room), Wanted(member, "own_wish")
        )
    except Refusal as refusal:
        return refused_json(request, refusal)
    return _forgetting_seats(_handed_out(receipt), room.row.code)


async def let_go(request: Request) -> Response:
    """Remove a member's words for the chair of a room, because they wished it or by itself."""
    served = services(request)
    try:
        room, by = await seated(request)
        if room.meeting.members[by].role != "chair":
            raise Refusal(Code.CHAIR_ONLY)
        if room.meeting.table is not None:
            raise Refusal(Code.TRAINER_KEEPS)
        form = await request.form(max_fields=MOST_TICKED + 1)
        member = typed(form, "member")
        ground: Ground = "own_wish" if member in room.meeting.beside.erasures.wishes else "chair"
        wanted = Wanted(member, ground, _also(form.getlist("also")))
        receipt = await _erase_person(served, room, wanted)
    except Refusal as refusal:
        return refused_json(request, refusal)
    return _handed_out(receipt)


async def mentioned(request: Request) -> Response:
    """What would still stand and may name a member, for the chair to look at."""
    served = services(request)
    try:
        room, by = await seated(request)
        member = request.query_params.get("member", "")
        if room.meeting.members[by].role != "chair":
            raise Refusal(Code.CHAIR_ONLY)
        # Until then the log holds what nobody was shown yet.
        if room.meeting.closed is None:
            raise Refusal(Code.NOT_OVER_YET)
        if member not in room.meeting.members and member not in room.meeting.taken_out:
            raise Refusal(Code.NO_SUCH_MEMBER)
    except Refusal as refusal:
        return refused_json(request, refusal)
    meeting = room.meeting
    entries = [(x.position, x.by, x.event) for x in await served.log.read(room.row.id)]
    found = await asyncio.to_thread(lambda: list(mentions(entries, meeting, member)))
    return Response(
        msgspec.json.encode(found), media_type="application/json", headers=_KEPT_NOWHERE
    )


async def _erase_person(served: Services, room: LiveRoom, wanted: Wanted) -> ReceiptRow:
    member = room.meeting.members.get(wanted.member)
    if room.meeting.closed is None:
        raise Refusal(Code.NOT_OVER_YET)
    if member is not None and member.role == "chair":
        raise Refusal(Code.CHAIR_KEEPS_ROOM)
    try:
        receipt = await served.forgetting.erase_person(room.row, wanted)
    except ValueError as error:
        raise Refusal(Code.NOT_UNDERSTOOD) from error
    except (Conflict, Unavailable) as error:
        raise Refusal(Code.CANNOT_ERASE_NOW) from error
    if receipt is None:
        raise Refusal(Code.NOT_ASKED_TO_ERASE)
    return receipt


async def _all_of(served: Services, room: LiveRoom) -> LiveRoom:
    """Return the hall of a table, from which somebody goes with all of its tables."""
    if room.meeting.table is None:
        return room
    hall = await served.rooms.by_code(room.meeting.table.of.hall)
    found = hall.meeting.hall if hall is not None else None
    return hall if hall is not None and found and room.row.id in found.tables else room


def _also(chosen: Sequence[object]) -> dict[int, list[str]]:
    """Return what was ticked, each as a position and a field: "12 text"."""
    found: dict[int, list[str]] = {}
    for each in chosen[:MOST_TICKED]:
        position, _, field = str(each).partition(" ")
        if not (position.isascii() and position.isdigit() and len(position) < 10):
            raise Refusal(Code.NOT_UNDERSTOOD)
        found.setdefault(int(position), []).append(field)
    return found


def _handed_out(receipt: ReceiptRow) -> Response:
    return Response(receipt.receipt, headers={**_KEPT_NOWHERE, "Content-Type": FILE_TYPE})


async def forget_seats(request: Request) -> Response:
    """Let a device forget its seats in a room; the room is not even looked at."""
    try:
        code = access.read_code(request.path_params["code"])
    except Refusal as refusal:
        return refused_json(request, refusal)
    return _forgetting_seats(JSONResponse({}, headers=_KEPT_NOWHERE), code)


def _is_code(text: str, code: str) -> bool:
    try:
        return access.read_code(text) == code
    except Refusal:
        return False


def _forgetting_seats(response: Response, code: str) -> Response:
    response.delete_cookie(COOKIE, path=f"/r/{code}", httponly=True, samesite="lax")
    return response
