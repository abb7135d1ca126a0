"""The routes by which people come in: with a code, or with a link."""

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from consensus.refusal import Code, Refusal
from server import access
from server.forms import kept, typed
from server.pages import render
from server.room import LiveRoom
from server.seats import (
    FIELDS,
    give_seat,
    join_form,
    let_in,
    newcomer,
    set_cookie,
    waiting_page,
    with_key,
)
from server.services import services, site_of, turn_of


async def home(request: Request) -> Response:
    """The first page: join with a code, or start a meeting."""
    return render(request, "home.html", typed="", refusal=None)


async def find(request: Request) -> Response:
    """Go to the room that a typed code opens."""
    code = typed(await request.form(), "code")
    try:
        room = await services(request).room(request, code)
    except Refusal as refusal:
        return render(request, "home.html", 400, typed=code[:20], refusal=refusal)
    return _to_room(room)


async def enter(request: Request) -> Response:
    """A room: its screen for a member, the way in for anybody else."""
    try:
        room = await services(request).room(request, request.path_params["code"])
    except Refusal as refusal:
        return render(request, "home.html", 404, typed="", refusal=refusal)
    if request.path_params["code"] != room.row.code:
        return _to_room(room)  # the seat's cookie belongs to the address as it is written
    held = await services(request).seats(request, room)
    if not held and room.meeting.table is not None:
        return RedirectResponse(f"/r/{room.meeting.table.of.hall}", 303)  # the hall seats people
    if not held:
        return join_form(request, room, {}, None)
    if len(held) > 1 and "seat" not in request.query_params:
        return RedirectResponse(f"/r/{room.row.code}/pass", 303)  # whose turn it is, they say there
    if turn_of(request, room, held) is None:
        return waiting_page(request, room, held[0].member) if held[0].waits else _to_room(room)
    return render(
        request,
        "room.html",
        room=room.row.code,
        title=room.meeting.title,
        site=site_of(request),
        seats=len(held),
    )


async def join(request: Request) -> Response:
    """Come into a room with a name and an agency."""
    served = services(request)
    try:
        room = await served.room(request, request.path_params["code"])
    except Refusal as refusal:
        return render(request, "home.html", 404, typed="", refusal=refusal)
    if await served.seats(request, room) or room.meeting.table is not None:
        return _to_room(room)
    form = await request.form()
    try:
        served.may_go_on(request, served.limits.joins)
        member = await let_in(room, newcomer(form, served.words_for(request)))
    except Refusal as refusal:
        return join_form(request, room, kept(form, *FIELDS), refusal)
    return await seat(request, room, member)


async def return_page(request: Request) -> Response:
    """The page behind a personal link. The key is in the part that browsers keep to themselves."""
    return render(request, "return.html", room=request.path_params["code"])


async def come_back(request: Request) -> Response:
    """Take the seat that a personal link's key opens."""
    served = services(request)
    try:
        room = await served.room(request, request.path_params["code"])
        key = typed(await request.form(), "key")
        member = await served.member_by_key(key, room)
        if member is None:
            raise Refusal(Code.NOT_A_MEMBER)
        keys = with_key(key, member, await served.seats(request, room))
    except Refusal as refusal:
        return refused_json(request, refusal)
    response = Response(status_code=204)
    set_cookie(request, response, room, keys)
    return response


async def reentry_link(request: Request) -> Response:
    """Make a personal link with which a member comes back on another device; shown once."""
    served = services(request)
    try:
        room, member = await seated(request)
    except Refusal as refusal:
        return refused_json(request, refusal)
    key = access.new_key()
    await served.log.add_key(room.row.id, access.key_hash(key), member)
    return _link(f"{site_of(request)}/r/{room.row.code}/return#{key}")


async def wall_link(request: Request) -> Response:
    """Show the chair the link of the read-only wall."""
    served = services(request)
    try:
        room, member = await seated(request)
        if room.meeting.members[member].role != "chair":
            raise Refusal(Code.CHAIR_ONLY)
    except Refusal as refusal:
        return refused_json(request, refusal)
    key = access.wall_key(served.secret, room.row.id)
    return _link(f"{site_of(request)}/r/{room.row.code}/wall#{key}")


def _link(link: str) -> JSONResponse:
    return JSONResponse({"link": link}, headers={"Cache-Control": "no-store"})


async def seated(request: Request) -> tuple[LiveRoom, str]:
    """Return the room of an address, and who this browser is in it; raises `Refusal`."""
    served = services(request)
    room = await served.room(request, request.path_params["code"])
    member = await served.member(request, room)
    if member is None:
        raise Refusal(Code.NOT_A_MEMBER)
    return room, member


def seat_of(request: Request) -> str:
    """Return what an address of this seat ends with, on a device that has several."""
    seat = request.query_params.get("seat", "")
    return f"?seat={seat}" if seat.isalnum() else ""


def refused_json(request: Request, refusal: Refusal) -> JSONResponse:
    """Return a refusal as the browser client reads it."""
    sentence = services(request).words_for(request).sentence(refusal)
    return JSONResponse({"code": refusal.code, "sentence": sentence}, 403)


async def seat(request: Request, room: LiveRoom, member: str, key: str = "") -> Response:
    """Give this browser a key of a member's seat, or this one; its line has to follow."""
    response = _to_room(room)
    set_cookie(request, response, room, await give_seat(request, room, member, key=key))
    return response


def _to_room(room: LiveRoom) -> Response:
    return RedirectResponse(f"/r/{room.row.code}", 303)
