"""The routes by which a room is erased, and by which a device forgets its seats in one."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from consensus.refusal import Code, Refusal
from server import access
from server.doors import refused_json, seated
from server.forms import typed
from server.log import Conflict, Unavailable
from server.receipts import FILE_TYPE
from server.services import COOKIE, services


async def erase(request: Request) -> Response:
    """Erase a closed room for its chair, who typed its code; answer with the signed receipt."""
    served = services(request)
    try:
        room, member = await seated(request)
        if room.meeting.members[member].role != "chair":
            raise Refusal(Code.CHAIR_ONLY)
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
    headers = {"Cache-Control": "no-store", "Content-Type": FILE_TYPE}
    return _forgetting_seats(Response(receipt.receipt, headers=headers), room.row.code)


async def forget_seats(request: Request) -> Response:
    """Let a device forget its seats in a room; the room is not even looked at."""
    try:
        code = access.read_code(request.path_params["code"])
    except Refusal as refusal:
        return refused_json(request, refusal)
    return _forgetting_seats(JSONResponse({}, headers={"Cache-Control": "no-store"}), code)


def _is_code(text: str, code: str) -> bool:
    try:
        return access.read_code(text) == code
    except Refusal:
        return False


def _forgetting_seats(response: Response, code: str) -> Response:
    response.delete_cookie(COOKIE, path=f"/r/{code}", httponly=True, samesite="lax")
    return response
