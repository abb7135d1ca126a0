"""The library of this server: sheets about good practice, put there from rooms, found by words.

Whoever has a seat in a room here may look, and whoever may open rooms. What is typed into the
search is sent in the body of the question, so that no log of addresses has it.
"""

from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from consensus.archive import shelf
from consensus.archive.shelf import Ready, Shelved
from consensus.dates import DAY
from consensus.people import Member
from consensus.record.lines import Moment
from consensus.refusal import Code, Refusal
from server import access
from server.doors import seat_of, seated
from server.exports import paper
from server.exports.document import say
from server.exports.laid_out import Block, Layout, Row, safe
from server.forgetting.receipts import Because
from server.forms import typed
from server.log import SheetRow, Unavailable
from server.pages import render
from server.record.archives import MOST_TYPED, folded
from server.room import LiveRoom, wall_clock
from server.screens import refused_page
from server.services import address_of, services
from server.words import Words

# So many are looked through at once.
ON_A_PAGE = 20

# Longer than anybody turns pages.
MOST_PAGES = 500


class OnShelf(Struct, frozen=True):
    """A sheet of the library as it is shown: until which day it stays."""

    id: str
    sheet: Shelved
    until: str


class OfRoom(Struct, frozen=True):
    """A finished sheet of a room, and until when it stands in the library, if it does."""

    ready: Ready
    until: str


# --- to look ----------------------------------------------------------------------------------


async def of_all(request: Request) -> Response:
    """The library, for whoever may open rooms here: who gave the passphrase sends a key with it."""
    form = await request.form()
    if not _is_known(request, form):
        return render(request, "library-door.html", refusal=None)
    return await _found(request, "/library", typed(form, "key"))


async def come_in(request: Request) -> Response:
    """Come into the library with the host's passphrase."""
    served = services(request)
    try:
        await served.may_open_rooms(typed(await request.form(), "passphrase"), address_of(request))
        key = access.library_key(served.secret, served.settings.passphrase)
        return await _found(request, "/library", key)
    except Refusal as refusal:
        return render(request, "library-door.html", 403, refusal=refusal)


async def of_room(request: Request) -> Response:
    """The library, for whoever has a seat in a room."""
    try:
        room, _ = await seated(request)
        return await _found(request, f"/r/{room.row.code}/library", "", seat_of(request))
    except Refusal as refusal:
        return _nothing(request, refusal)


async def one_of_all(request: Request) -> Response:
    """A sheet of the library on one page of paper."""
    try:
        if not _is_known(request, await request.form()):
            raise Refusal(Code.NO_SUCH_PAGE)
        return await _printed(request)
    except Refusal as refusal:
        return _nothing(request, refusal)


async def one_of_room(request: Request) -> Response:
    """A sheet of the library on one page of paper, for whoever has a seat in a room."""
    try:
        await seated(request)
        return await _printed(request)
    except Refusal as refusal:
        return _nothing(request, refusal)


def _is_known(request: Request, form: FormData) -> bool:
    served = services(request)
    wanted, key = served.settings.passphrase, typed(form, "key")
    return not wanted or access.is_library_key(served.secret, wanted, key)


async def _found(request: Request, at: str, key: str, seat: str = "") -> Response:
    form = await request.form()
    words, asked = typed(form, "words")[:MOST_TYPED], typed(form, "page")
    page = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1
    page = min(max(page, 1), MOST_PAGES)
    wanted, start = folded(words).split(), (page - 1) * ON_A_PAGE
    served = services(request)
    try:
        found = await served.log.search_sheets(wanted, wall_clock(), start, ON_A_PAGE)
    except Unavailable as error:
        raise Refusal(Code.TRY_AGAIN) from error
    said = served.words_for(request)
    return render(
        request,
        "library.html",
        at=at,
        seat=seat,
        key=key,
        typed=words,
        number=page,
        pages=max(1, -(-found.count // ON_A_PAGE)),
        count=found.count,
        sheets=[_on_shelf(row, said) for row in found.rows],
    )


def _on_shelf(row: SheetRow, words: Words) -> OnShelf:
    return OnShelf(row.id, _opened(row), _day(row.until, words))


async def _printed(request: Request) -> Response:
    served = services(request)
    row = await served.log.sheet(request.path_params["sheet"], wall_clock())
    if row is None:
        raise Refusal(Code.NO_SUCH_PAGE)
    words = served.words_for(request)
    layout = _layout(_opened(row), words)

    def work() -> bytes:
        return paper.sheets(layout, words)

    made = await served.workshop.make("library", "sheet", msgspec.msgpack.encode(layout), work)
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": 'attachment; filename="sheet.pdf"',
    }
    return Response(made, media_type="application/pdf", headers=headers)


def _layout(sheet: Shelved, words: Words) -> Layout:
    told = [(each.label, each.value) for each in sheet.fields]
    if sheet.ask:
        told.append((words.say("shelf-ask"), sheet.ask))
    rows = tuple(
        Row(str(at), (safe(label), safe(value)), "", ()) for at, (label, value) in enumerate(told)
    )
    return Layout(
        language=words.language,
        right_to_left=words.say("direction") == "rtl",
        title=words.say("shelf-page"),
        head=(),
        facts=(),
        blocks=(Block("sheet", 2, safe(sheet.title), "", (), rows, ""),),
    )


# --- to put there, and to take out ------------------------------------------------------------


async def to_shelf(request: Request) -> Response:
    """The finished sheets of a form, to be put into the library or taken out, by who may."""
    try:
        return await _to_shelf(request, None)
    except Refusal as refusal:
        return _nothing(request, refusal)


async def put(request: Request) -> Response:
    """Put a sheet into the library, as it stands now and until a day; or again, as it is now."""
    try:
        room, by = await _seated(request)
        form = await request.form()
        one = _one(request, room, by, typed(form, "sheet"))
        try:
            if typed(form, "looked") != "on":
                raise Refusal(Code.LOOK_FOR_NAMES)
            found = replace(one.shelved, ask=shelf.ask(typed(form, "ask")))
            until = room.now() + shelf.days(typed(form, "days")) * DAY
        except Refusal as refusal:
            return await _to_shelf(request, refusal)
        place = _place(request, room, one)
        row = SheetRow(access.new_id(), place, room.now(), until, _words(found), _closed(found))
        await _kept(request, row)
    except Refusal as refusal:
        return _nothing(request, refusal)
    return RedirectResponse(_at(request, room), 303)


async def take_out(request: Request) -> Response:
    """Take a sheet out of the library again; it leaves a receipt."""
    try:
        room, by = await _seated(request)
        one = _one(request, room, by, typed(await request.form(), "sheet"))
        served = services(request)
        row = await served.log.sheet_at(_place(request, room, one))
        if row is not None:
            because: Because = "chair" if by.role == "chair" else "own_wish"
            await served.forgetting.erase_sheet(row.id, because)
    except Refusal as refusal:
        return _nothing(request, refusal)
    except Unavailable:
        return refused_page(request, Refusal(Code.TRY_AGAIN), 503)
    return RedirectResponse(_at(request, room), 303)


async def _kept(request: Request, row: SheetRow) -> None:
    try:
        await services(request).log.put_sheet(row)
    except Unavailable as error:
        raise Refusal(Code.TRY_AGAIN) from error


async def _to_shelf(request: Request, refusal: Refusal | None) -> Response:
    room, by = await _seated(request)
    ready = shelf.ready(room.meeting, request.path_params["step"], by)
    if not ready:
        raise Refusal(Code.NO_SUCH_PAGE)
    served = services(request)
    words, now = served.words_for(request), room.now()
    sheets: list[OfRoom] = []
    for one in ready:
        row = await served.log.sheet_at(_place(request, room, one))
        until = _day(row.until, words) if row is not None and row.until > now else ""
        sheets.append(OfRoom(one, until))
    form = await request.form() if request.method == "POST" else None
    return render(
        request,
        "to-library.html",
        200 if refusal is None else 400,
        room=room.row.code,
        step=request.path_params["step"],
        seat=seat_of(request),
        at=_at(request, room),
        sheets=sheets,
        days=shelf.DAYS,
        ask=typed(form, "ask") if form else "",
        wrong_sheet=typed(form, "sheet") if form else "",
        refusal=refusal,
    )


async def _seated(request: Request) -> tuple[LiveRoom, Member]:
    room, member = await seated(request)
    return room, room.meeting.members[member]


def _one(request: Request, room: LiveRoom, by: Member, sheet: str) -> Ready:
    ready = shelf.ready(room.meeting, request.path_params["step"], by)
    found = next((one for one in ready if one.sheet == sheet), None)
    if found is None:
        raise Refusal(Code.NO_SUCH_PAGE)
    return found


def _place(request: Request, room: LiveRoom, one: Ready) -> bytes:
    """Return where a sheet comes from, as nobody can read it who has the library alone."""
    secret, step = services(request).secret, request.path_params["step"]
    return sha256(secret + f"{room.row.id} {step} {one.sheet}".encode()).digest()


def _at(request: Request, room: LiveRoom) -> str:
    return f"/r/{room.row.code}/forms/{request.path_params['step']}/library{seat_of(request)}"


def _words(sheet: Shelved) -> str:
    said = [sheet.title, sheet.theme, sheet.organisation, *(each.value for each in sheet.fields)]
    return folded("\n".join(said)).replace("\0", "")


def _closed(sheet: Shelved) -> bytes:
    return msgspec.json.encode(sheet)


def _opened(row: SheetRow) -> Shelved:
    return msgspec.json.decode(row.sheet, type=Shelved)


def _day(ms: int, words: Words) -> str:
    return say(Moment(ms, "day"), words)


def _nothing(request: Request, refusal: Refusal) -> Response:
    if refusal.code is Code.TRY_AGAIN:
        return refused_page(request, refusal, 503)
    return refused_page(request, Refusal(Code.NO_SUCH_PAGE), 404)


ROUTES: list[BaseRoute] = [
    Route("/library", of_all, methods=["GET", "POST"]),
    Route("/library/door", come_in, methods=["POST"]),
    Route("/library/{sheet}.pdf", one_of_all, methods=["GET", "POST"]),
    Route("/r/{code}/library", of_room),
    Route("/r/{code}/library", of_room, methods=["POST"]),
    Route("/r/{code}/library/{sheet}.pdf", one_of_room),
    Route("/r/{code}/library/{sheet}.pdf", one_of_room, methods=["POST"]),
    Route("/r/{code}/forms/{step}/library", to_shelf),
    Route("/r/{code}/forms/{step}/library", put, methods=["POST"]),
    Route("/r/{code}/forms/{step}/library/out", take_out, methods=["POST"]),
]
