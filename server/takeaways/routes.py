"""Where people take home what they did: the trainer of all tables, and each person their own card.

To everybody else there is nothing at these addresses.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from consensus.forgetting.keeping import forgotten_at
from consensus.hall.floor import Floor
from consensus.hall.own_card import journey_of
from consensus.hall.own_card import own_card as card_of
from consensus.people import Member, MemberId
from consensus.record.lines import Moment
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server.doors import seat_of, seated
from server.exports import hall_files, html, paper
from server.exports.document import say
from server.exports.hall import data_of
from server.exports.laid_out import Layout
from server.room import LiveRoom
from server.screens import refused_page
from server.services import Services, services
from server.takeaways.comparison import comparison
from server.takeaways.own_card import own_card
from server.takeaways.table_sheets import table_sheets
from server.words import Words

COMPACT = Path(__file__).with_name("compact.typ")

_TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

Make = Callable[[Request, str], Awaitable[tuple[bytes, Meeting]]]


async def _answer(request: Request, make: Make, name: str) -> Response:
    """Return a page or a file; every refusal looks the same to a guesser."""
    kind = request.url.path.rpartition("/")[2].partition(".")[2] or "html"
    try:
        made, meeting = await make(request, kind)
    except Refusal as refusal:
        if refusal.code is Code.TRY_AGAIN:
            return refused_page(request, refusal, 503)
        return refused_page(request, Refusal(Code.NO_SUCH_PAGE), 404)
    headers = {"Cache-Control": "no-store"}
    if kind != "html":
        day = _at(meeting.closed or meeting.starts or meeting.prepared).date().isoformat()
        headers["Content-Disposition"] = f'attachment; filename="{day}-{name}.{kind}"'
    return Response(made, media_type=_TYPES[kind], headers=headers)


# --- of all tables, for the trainer -----------------------------------------------------------


async def comparison_page(request: Request) -> Response:
    """The tables compared, as a page, PDF or Word file, for the trainer."""
    return await _answer(request, _comparison, "comparison")


async def sheets_page(request: Request) -> Response:
    """One sheet for each table, as a page or a PDF, for the trainer; `names=1` shows names."""
    return await _answer(request, _sheets, "tables")


async def _comparison(request: Request, kind: str) -> tuple[bytes, Meeting]:
    served, hall, member = await _served(request)
    floor, state = await hall_files.floor_of(served.rooms, hall, member)
    words, at = served.words_for(request), hall.now()

    def layout() -> Layout:
        return comparison(data_of(floor), _day(floor.hall, words), words)

    ways = _ways(request, hall, "comparison", ("pdf", "docx"), words)

    def work() -> bytes:
        return _written(kind, layout(), words, served.build, at, ways, a4_pages=2)

    made = await served.workshop.make(
        hall.row.id, f"comparison {kind} {words.language}", state, work
    )
    return made, hall.meeting


async def _sheets(request: Request, kind: str) -> tuple[bytes, Meeting]:
    served, hall, member = await _served(request)
    floor, state = await hall_files.floor_of(served.rooms, hall, member)
    words, names = served.words_for(request), request.query_params.get("names") == "1"
    ways = _ways(request, hall, "sheets", ("pdf",), words, names=names)

    def work() -> bytes:
        layout = table_sheets(data_of(floor), floor, _day(floor.hall, words), names, words)
        if kind == "html":
            return html.forms(layout, words, served.build, ways)
        return paper.sheets(layout, words)

    called, of = f"sheets {kind} {names} {words.language}", state + msgspec.msgpack.encode(ways)
    return await served.workshop.make(hall.row.id, called, of, work), hall.meeting


# --- one's own --------------------------------------------------------------------------------


async def card_page(request: Request) -> Response:
    """A person's own card, as a page or a PDF, for them alone: at their table or in the hall."""
    return await _answer(request, _card, "card")


async def _card(request: Request, kind: str) -> tuple[bytes, Meeting]:
    served, room, member = await _served(request)
    table, floor = await _table_of(served, room, member)
    words, who = served.words_for(request), table.meeting.members[member]
    layout = await asyncio.to_thread(_card_layout, table, who, floor, words)
    ways = _ways(request, room, "card", ("pdf",), words)
    work = partial(_on_card, kind, layout, words, served.build, ways)
    called = f"card {member} {kind} {words.language}"
    state = msgspec.msgpack.encode((layout, ways))
    return await served.workshop.make(table.row.id, called, state, work), table.meeting


async def _table_of(
    served: Services, room: LiveRoom, member: MemberId
) -> tuple[LiveRoom, Floor | None]:
    """Return somebody's table and all of its hall, if that is still there; raises `Refusal`."""
    of = room.meeting.table
    hall = room if of is None else await served.rooms.by_code(of.of.hall)
    if hall is None or hall.meeting.hall is None:
        if of is None:
            raise Refusal(Code.NO_SUCH_PAGE)
        return room, None
    floor, _ = await hall_files.floor_with(served.rooms, hall)
    if of is not None:
        return room, floor
    seat = hall.meeting.hall.seats.get(member, "")
    place = hall.meeting.hall.tables.get(seat)
    table = await served.rooms.by_code(place.code) if place is not None else None
    if table is None or member not in table.meeting.members:
        raise Refusal(Code.NO_SUCH_PAGE)
    return table, floor


def _card_layout(table: LiveRoom, who: Member, floor: Floor | None, words: Words) -> Layout:
    meeting, id_ = table.meeting, table.row.id
    known = floor is not None and id_ in floor.tables
    rooms = {**floor.tables, id_: meeting} if floor is not None else {id_: meeting}
    card = card_of(id_, who.id, rooms)
    if floor is not None and known:
        card = msgspec.structs.replace(card, journey=journey_of(id_, floor))
    title = meeting.table.of.title if meeting.table else meeting.title
    facts = [(words.say("takeaway-card-name"), f"{who.name}, {who.agency}")]
    if meeting.table is not None:
        facts.append((words.say("hall-exports-table"), str(meeting.table.of.number)))
    facts.append((words.say("record-date"), _day(meeting, words)))
    until = say(Moment(forgotten_at(meeting, table.now()), "day"), words)
    kept = words.say("takeaway-card-kept", day=until)
    return own_card(card, words.say("takeaway-card", title=title), tuple(facts), kept, words)


def _on_card(
    kind: str, layout: Layout, words: Words, build: str, ways: tuple[tuple[str, str], ...]
) -> bytes:
    if kind == "html":
        return html.write(layout, words, build, alone=False, ways=ways)
    return paper.compact(layout, words, COMPACT, "a5", 1)


# --- in common --------------------------------------------------------------------------------


async def _served(request: Request) -> tuple[Services, LiveRoom, MemberId]:
    room, member = await seated(request)
    return services(request), room, member


def _written(
    kind: str,
    layout: Layout,
    words: Words,
    build: str,
    at: int,
    ways: tuple[tuple[str, str], ...],
    a4_pages: int,
) -> bytes:
    match kind:
        case "html":
            return html.write(layout, words, build, alone=False, ways=ways)
        case "docx":
            return paper.write("docx", layout, words, at)
        case _:
            return paper.compact(layout, words, COMPACT, "a4", a4_pages)


def _ways(
    request: Request,
    room: LiveRoom,
    path: str,
    kinds: tuple[str, ...],
    words: Words,
    *,
    names: bool | None = None,
) -> tuple[tuple[str, str], ...]:
    """Return where a page leads: back, to its files, and to it with or without `names`."""
    at, seat = f"/r/{room.row.code}", seat_of(request)
    said = {"pdf": words.say("takeaway-pdf"), "docx": words.say("takeaway-word")}
    asked = "&names=1" if names and seat else "?names=1" if names else ""
    ways = [(f"{at}{seat}", words.say("takeaway-back"))]
    ways += [(f"{at}/{path}.{kind}{seat}{asked}", said[kind]) for kind in kinds]
    if names is not None:
        other = "" if names else "&names=1" if seat else "?names=1"
        told = words.say("takeaway-names-off" if names else "takeaway-names-on")
        ways.append((f"{at}/{path}{seat}{other}", told))
    return tuple(ways)


def _day(meeting: Meeting, words: Words) -> str:
    return say(Moment(meeting.closed or meeting.starts or meeting.prepared, "day"), words)


def _at(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000).astimezone()


ROUTES: list[BaseRoute] = [
    *(Route(f"/r/{{code}}/comparison{end}", comparison_page) for end in ("", ".pdf", ".docx")),
    *(Route(f"/r/{{code}}/sheets{end}", sheets_page) for end in ("", ".pdf")),
    *(Route(f"/r/{{code}}/card{end}", card_page) for end in ("", ".pdf")),
]
