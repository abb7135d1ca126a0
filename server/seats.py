"""Seats: the keys that one device holds, whose they are, and how people are added to it.

A phone may be passed round: its cookie then holds several keys, and the address of each page and
line says whose turn it is. Nobody is shown what another seat of the same device has given.
"""

from typing import get_args

from msgspec import Struct
from starlette.datastructures import FormData
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from consensus import commands as c
from consensus.hall.table import State as Table
from consensus.people import Attends, MemberId, Role, Seat
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server import access
from server.forms import kept, typed
from server.pages import render
from server.room import LiveRoom
from server.services import COOKIE, MOST_KEYS, Held, services
from server.words import Words

# As long as the longest kept room, and no browser keeps a cookie longer (RFC 6265bis). Once
# the room is gone, a seat opens nothing.
SEAT_SECONDS = 400 * 24 * 3600

# What the form asks, in the words of people and not of roles.
_AS: dict[str, tuple[Role, Seat]] = {
    "professional": ("participant", ""),
    "child": ("family", "child"),
    "carer": ("family", "carer"),
    "advocate": ("advocate", ""),
    "observer": ("observer", ""),
}

# What those are called who need not name an agency.
_UNNAMED = {
    "child": "join-agency-child",
    "carer": "join-agency-carer",
    "advocate": "join-agency-advocate",
}

FIELDS = ("name", "agency", "as", "attends")


# --- somebody new -----------------------------------------------------------------------------


class Newcomer(Struct, frozen=True):
    """Somebody as a form describes them."""

    name: str
    agency: str
    role: Role
    seat: Seat
    attends: Attends


def newcomer(form: FormData, words: Words) -> Newcomer:
    """Return who a form describes; what it does not say, most people would not say either.

    Families need not name an agency: they are called what they are.
    """
    here_as, attends = typed(form, "as") or "professional", typed(form, "attends") or "room"
    if here_as not in _AS or attends not in get_args(Attends):
        raise Refusal(Code.NOT_UNDERSTOOD)
    role, seat = _AS[here_as]
    agency = typed(form, "agency")
    if not agency.strip() and role in {"family", "advocate"}:
        agency = words.say(_UNNAMED[here_as])
    found: dict[str, Attends] = {each: each for each in get_args(Attends)}
    return Newcomer(typed(form, "name"), agency, role, seat, found[attends])


async def let_in(room: LiveRoom, who: Newcomer, beside: MemberId | None = None) -> MemberId:
    """Bring somebody into the room, or to its door; return their id, or raise `Refusal`.

    Whom the chair enters needs nobody to let them in.
    """
    member = access.new_id()
    by_chair = who.attends == "proxy"
    if room.meeting.case and not by_chair:
        knock = c.Knock(member, who.name, who.agency, who.role, who.seat, who.attends)
        await room.ask(knock)
    else:
        joined = c.Join(
            member,
            who.name,
            who.agency,
            who.role,
            seat=who.seat,
            attends=who.attends,
            beside=beside,
        )
        await room.ask(joined)
    return member


# --- keys -------------------------------------------------------------------------------------


async def give_seat(
    request: Request, room: LiveRoom, member: MemberId, held: tuple[Held, ...] = (), key: str = ""
) -> str:
    """Draw a key for a member's seat, or take this one; return what a device's cookie then holds.

    Whoever is given a seat is expected to open a line.
    """
    room.attendance.expect(member)
    key = key or access.new_key()
    await services(request).log.add_key(room.row.id, access.key_hash(key), member)
    return with_key(key, member, held)


def with_key(key: str, member: MemberId, held: tuple[Held, ...]) -> str:
    """Return a cookie with one more key; a seat that was held already has its new one."""
    others = [seat.key for seat in held if seat.member != member]
    return ".".join([*others[: MOST_KEYS - 1], key])


def set_cookie(request: Request, response: Response, room: LiveRoom, keys: str) -> None:
    """Let a browser keep the keys of its seats."""
    response.set_cookie(
        COOKIE,
        keys,
        max_age=SEAT_SECONDS,
        path=f"/r/{room.row.code}",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


# --- pages ------------------------------------------------------------------------------------


async def pass_on(request: Request) -> Response:
    """The page between two people: it names the seats of this device, and shows nothing else."""
    found = await _device(request)
    if isinstance(found, Response):
        return found
    room, held = found
    _passing(room, held)
    people = [(_name(room.meeting, seat), seat) for seat in held]
    full = len(held) >= MOST_KEYS
    code = room.row.code
    return render(request, "pass.html", room=code, people=people, full=full)


async def add_page(request: Request) -> Response:
    """The form that adds somebody to this device."""
    found = await _device(request)
    if isinstance(found, Response):
        return found
    room, held = found
    if room.meeting.table is not None:
        return _of_hall(room.meeting.table)
    _passing(room, held)
    return add_form(request, room, await _chair(request, room), {}, None)


async def add(request: Request) -> Response:
    """Add somebody to this device: they come in as anybody does, or the chair enters them."""
    found = await _device(request)
    if isinstance(found, Response):
        return found
    room, held = found
    if room.meeting.table is not None:
        return _of_hall(room.meeting.table)
    served, chair = services(request), await _chair(request, room)
    form = await request.form()
    try:
        if len(held) >= MOST_KEYS:
            raise Refusal(Code.SEATS_FULL, most=MOST_KEYS)
        served.may_go_on(request, served.limits.joins)
        who = newcomer(form, served.words_for(request))
        member = await let_in(room, who, chair)
    except Refusal as refusal:
        return add_form(request, room, chair, kept(form, *FIELDS), refusal)
    response = RedirectResponse(f"/r/{room.row.code}/pass", 303)
    set_cookie(request, response, room, await give_seat(request, room, member, held))
    return response


def _of_hall(table: Table) -> Response:
    """Lead to the hall's form: who comes to a table comes to the hall, which seats them."""
    return RedirectResponse(f"/r/{table.of.hall}/seats", 303)


async def waiting(request: Request) -> Response:
    """Say to a device at the door whether it is in, still waits, or was turned away.

    `waits` is how many of its seats still wait.
    """
    served = services(request)
    try:
        room = await served.room(request, request.path_params["code"])
        held = await served.seats(request, room)
    except Refusal:
        held = ()
    waits = sum(seat.waits for seat in held)
    state = "gone" if not held else "waiting" if waits == len(held) else "in"
    answer = {"state": state, "waits": waits}
    return JSONResponse(answer, headers={"Cache-Control": "no-store"})


def waiting_page(request: Request, room: LiveRoom, member: MemberId) -> Response:
    """Show somebody that the chair knows they are there, and what happens next."""
    who = room.meeting.waiting[member]
    code, title = room.row.code, room.meeting.title
    return render(request, "waiting.html", room=code, title=title, who=who)


def join_form(
    request: Request, room: LiveRoom, values: dict[str, str], refusal: Refusal | None
) -> Response:
    """Show the way in to somebody new."""
    status = 400 if refusal else 200
    return render(
        request,
        "join.html",
        status,
        room=room.row.code,
        title=room.meeting.title,
        case=room.meeting.case,
        expected=expected(room.meeting),
        placing=_placing(room.meeting),
        known=bool(request.cookies.get(COOKIE)),
        values=values,
        refusal=refusal,
    )


def add_form(
    request: Request,
    room: LiveRoom,
    chair: MemberId | None,
    values: dict[str, str],
    refusal: Refusal | None,
) -> Response:
    """Show the form that adds somebody to a device; the chair may enter who has no screen."""
    return render(
        request,
        "add-person.html",
        400 if refusal else 200,
        room=room.row.code,
        case=room.meeting.case,
        chair=chair,
        expected=expected(room.meeting),
        values=values,
        refusal=refusal,
    )


def _placing(meeting: Meeting) -> str:
    """Return how a newcomer comes to a table; "" where there are none."""
    if meeting.hall is None:
        return ""
    late = meeting.hall.begun is not None and meeting.hall.placing in {"choose", "placed"}
    return "late" if late else meeting.hall.placing


def expected(meeting: Meeting) -> list[str]:
    """Return the agencies that the checklist names, so that people write them in one way."""
    return [each.agency for each in meeting.beside.agencies.expected.values()]


async def _device(request: Request) -> tuple[LiveRoom, tuple[Held, ...]] | Response:
    """Return the room and the seats of this device in it, or the way to where it can join."""
    served = services(request)
    try:
        room = await served.room(request, request.path_params["code"])
    except Refusal as refusal:
        return render(request, "home.html", 404, typed="", refusal=refusal)
    held = await served.seats(request, room)
    return (room, held) if held else RedirectResponse(f"/r/{room.row.code}", 303)


def _passing(room: LiveRoom, held: tuple[Held, ...]) -> None:
    """Keep those of a device in the room while its page is not of the room."""
    for seat in held:
        if not seat.waits:
            room.attendance.passing(seat.member)


async def _chair(request: HTTPConnection, room: LiveRoom) -> MemberId | None:
    """Return the chair where it is their seat whose turn it is."""
    member = await services(request).member(request, room)
    chair = room.meeting.chair
    return member if chair is not None and member == chair.id else None


def _name(meeting: Meeting, seat: Held) -> str:
    who = meeting.waiting if seat.waits else meeting.members
    return who[seat.member].name
