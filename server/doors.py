"""The routes by which people come in: with a code, with a link, or by opening a room."""

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from consensus import commands as c
from consensus.items import Item, parse_statements
from consensus.meeting import names, prepare
from consensus.refusal import Code, Refusal
from server import access, library
from server.log import Conflict, RoomRow
from server.pages import render
from server.room import LiveRoom, wall_clock
from server.services import COOKIE, address_of, services, site_of

MOST_UPLOAD_BYTES = 64_000

# A seat is kept for a month: long enough for a course of sessions and its sheet.
SEAT_SECONDS = 30 * 24 * 3600


async def home(request: Request) -> Response:
    """The first page: join with a code, or start a meeting."""
    return render(request, "home.html", typed="", refusal=None)


async def find(request: Request) -> Response:
    """Go to the room that a typed code opens."""
    typed = _text(await request.form(), "code")
    try:
        room = await services(request).room(request, typed)
    except Refusal as refusal:
        return render(request, "home.html", 400, typed=typed[:20], refusal=refusal)
    return _to_room(room)


async def enter(request: Request) -> Response:
    """A room: its screen for a member, the way in for anybody else."""
    try:
        room = await services(request).room(request, request.path_params["code"])
    except Refusal as refusal:
        return render(request, "home.html", 404, typed="", refusal=refusal)
    if request.path_params["code"] != room.row.code:
        return _to_room(room)  # the seat's cookie belongs to the address as it is written
    if await services(request).member(request, room):
        code, title = room.row.code, room.meeting.title
        return render(request, "room.html", room=code, title=title, site=site_of(request))
    return _join_page(request, room, {}, None)


async def join(request: Request) -> Response:
    """Come into a room with a name and an agency."""
    served = services(request)
    try:
        room = await served.room(request, request.path_params["code"])
    except Refusal as refusal:
        return render(request, "home.html", 404, typed="", refusal=refusal)
    if await served.member(request, room):
        return _to_room(room)
    form = await request.form()
    try:
        served.may_go_on(request, served.limits.joins)
        member = access.new_id()
        await room.ask(c.Join(member, _text(form, "name"), _text(form, "agency")))
    except Refusal as refusal:
        return _join_page(request, room, _kept(form, "name", "agency"), refusal)
    return await _seat(request, room, member)


async def start(request: Request) -> Response:
    """The page on which a room is opened."""
    return _start_page(request, {}, None)


async def open_room(request: Request) -> Response:
    """Open a room and put the person who opened it in the chair."""
    async with request.form() as form:
        try:
            room, member = await _open(request, form)
        except Refusal as refusal:
            kept = ("template", "statements", "own", "title", "purpose", "name", "agency", "voice")
            return _start_page(request, _kept(form, *kept), refusal)
    return await _seat(request, room, member)


async def _open(request: Request, form: FormData) -> tuple[LiveRoom, str]:
    served = services(request)
    await served.may_open_rooms(_text(form, "passphrase"), address_of(request))
    language = served.words_for(request).language
    template = library.template(language, _text(form, "template"))
    items = await _statements(form, language)
    now = wall_clock()
    title, purpose = _text(form, "title"), _text(form, "purpose") or template.purpose
    prepared = prepare(template, title, purpose, items, now)
    chair = c.Join(
        access.new_id(), _text(form, "name"), _text(form, "agency"), "chair", "voice" in form
    )
    names(chair)  # refused before a room is made that nobody could enter
    served.may_go_on(request, served.limits.openings)
    while True:
        row = RoomRow(access.new_id(), access.new_code(), access.new_id(), now)
        try:
            room = await served.rooms.open(row, prepared)
            break
        except Conflict:  # the code is in use: one in hundreds of millions, drawn again
            continue
    await room.ask(chair)
    return room, chair.member


async def _statements(form: FormData, language: str) -> tuple[Item, ...]:
    chosen = _text(form, "statements")
    if chosen != "own":
        return library.statement_set(language, chosen).items
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return parse_statements(_decode(await file.read(MOST_UPLOAD_BYTES + 1)))
    return parse_statements(_text(form, "own"))


def _decode(data: bytes) -> str:
    if len(data) > MOST_UPLOAD_BYTES:
        raise Refusal(Code.TOO_LARGE)
    if b"\0" in data:
        raise Refusal(Code.NOT_A_TEXT_FILE)
    # Older Windows editors save in their own alphabet, in which every letter is one byte.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal(Code.NOT_A_TEXT_FILE)


async def return_page(request: Request) -> Response:
    """The page behind a personal link. The key is in the part that browsers keep to themselves."""
    return render(request, "return.html", room=request.path_params["code"])


async def come_back(request: Request) -> Response:
    """Take the seat that a personal link's key opens."""
    served = services(request)
    try:
        room = await served.room(request, request.path_params["code"])
        key = _text(await request.form(), "key")
        if await served.member_by_key(key, room) is None:
            raise Refusal(Code.NOT_A_MEMBER)
    except Refusal as refusal:
        return refused_json(request, refusal)
    response = Response(status_code=204)
    _set_cookie(request, response, room, key)
    return response


async def reentry_link(request: Request) -> Response:
    """Make a personal link with which a member comes back on another device; shown once."""
    served = services(request)
    try:
        room, member = await _member(request)
    except Refusal as refusal:
        return refused_json(request, refusal)
    key = access.new_key()
    await served.log.add_key(room.row.id, access.key_hash(key), member)
    return _link(f"{site_of(request)}/r/{room.row.code}/return#{key}")


async def wall_link(request: Request) -> Response:
    """Show the chair the link of the read-only wall."""
    served = services(request)
    try:
        room, member = await _member(request)
        if room.meeting.members[member].role != "chair":
            raise Refusal(Code.CHAIR_ONLY)
    except Refusal as refusal:
        return refused_json(request, refusal)
    key = access.wall_key(served.secret, room.row.id)
    return _link(f"{site_of(request)}/r/{room.row.code}/wall#{key}")


def _link(link: str) -> JSONResponse:
    return JSONResponse({"link": link}, headers={"Cache-Control": "no-store"})


async def _member(request: Request) -> tuple[LiveRoom, str]:
    served = services(request)
    room = await served.room(request, request.path_params["code"])
    member = await served.member(request, room)
    if member is None:
        raise Refusal(Code.NOT_A_MEMBER)
    return room, member


def refused_json(request: Request, refusal: Refusal) -> JSONResponse:
    """Return a refusal as the browser client reads it."""
    sentence = services(request).words_for(request).sentence(refusal)
    return JSONResponse({"code": refusal.code, "sentence": sentence}, 403)


def _join_page(
    request: Request, room: LiveRoom, values: dict[str, str], refusal: Refusal | None
) -> Response:
    status = 400 if refusal else 200
    context = {"room": room.row.code, "title": room.meeting.title, "values": values}
    return render(request, "join.html", status, refusal=refusal, **context)


def _start_page(request: Request, values: dict[str, str], refusal: Refusal | None) -> Response:
    served = services(request)
    language = served.words_for(request).language
    return render(
        request,
        "start.html",
        400 if refusal else 200,
        templates=library.templates(language),
        sets=library.statement_sets(language),
        asks_passphrase=bool(served.settings.passphrase),
        values=values,
        refusal=refusal,
    )


async def _seat(request: Request, room: LiveRoom, member: str) -> Response:
    """Give this browser the key of a member's seat; its line has to follow."""
    room.attendance.expect(member)
    key = access.new_key()
    await services(request).log.add_key(room.row.id, access.key_hash(key), member)
    response = _to_room(room)
    _set_cookie(request, response, room, key)
    return response


def _set_cookie(request: Request, response: Response, room: LiveRoom, key: str) -> None:
    response.set_cookie(
        COOKIE,
        key,
        max_age=SEAT_SECONDS,
        path=f"/r/{room.row.code}",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def _to_room(room: LiveRoom) -> Response:
    return RedirectResponse(f"/r/{room.row.code}", 303)


def _text(form: FormData, field: str) -> str:
    value = form.get(field, "")
    return value if isinstance(value, str) else ""


def _kept(form: FormData, *fields: str) -> dict[str, str]:
    """Return what the person typed, so that a refusal never makes them type it again."""
    return {field: _text(form, field) for field in fields if field in form}
