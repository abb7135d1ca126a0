"""Where people take files away: what each member may read, in the kind of file they ask for."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from consensus.ranking import BallotError
from consensus.ranking.files.preflib import Kind as RankingKind
from consensus.record.lines import Moment
from consensus.record.minutes import minutes
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server.doors import seated
from server.exports import (
    copies,
    data,
    hall_files,
    html,
    markdown,
    paper,
    preflib,
    sheets,
    tables,
)
from server.exports.document import Document, say
from server.exports.laid_out import Layout, laid_out
from server.record.message import messages
from server.room import LiveRoom
from server.screens import refused_page
from server.services import services
from server.words import Words

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
}


class Taker(Struct, frozen=True):
    """Who takes what: a room, the meeting as it stands in it, and how its reader reads."""

    request: Request
    room: LiveRoom
    position: int
    meeting: Meeting
    reader: copies.Reader

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        return self.reader.words

    async def made(self, kind: str, of: bytes, work: Callable[[], bytes]) -> bytes:
        """Return what is made of something, which is made once for all who ask for it."""
        kind, workshop = f"{kind} {self.words.language}", services(self.request).workshop
        return await workshop.make(self.room.row.id, kind, of, work)

    async def copy(self) -> bytes:
        """Return the reader's copy of the record, as `copies.opened` reads it."""
        state = f"{self.room.row.epoch} {self.room.row.id} {self.position}".encode()
        work = partial(copies.whole, self.meeting, self.words)
        everything = await self.made("document", state, work)
        return await asyncio.to_thread(copies.copy, everything, self.reader)


# What makes the file that somebody takes; raises `Refusal` where there is none for them.
Make = Callable[[Taker], Awaitable[bytes]]


async def record_file(request: Request) -> Response:
    """The record as PDF, Word, Markdown, table or page, as far as its reader may read it."""
    kind = request.url.path.rpartition(".")[2]
    return await _answer(request, partial(_record, kind), kind, "minutes")


async def record_print(request: Request) -> Response:
    """The record as a page of this site to print from."""
    return await _answer(request, partial(_record, "print"), "html", "")


async def data_file(request: Request) -> Response:
    """The record as data, with what is behind it."""
    return await _answer(request, _data, "json", "minutes")


async def ranking_file(request: Request) -> Response:
    """The orders of one ranking step as a PrefLib file."""
    step, _, kind = request.path_params["name"].rpartition(".")
    return await _answer(request, partial(_ranking, step, kind), kind, "ranking")


async def message_file(request: Request) -> Response:
    """The message for the family as PDF or Word."""
    kind = request.url.path.rpartition(".")[2]
    return await _answer(request, partial(_message, kind), kind, "message")


async def form_file(request: Request) -> Response:
    """The sheets of a form, each on one page of paper."""
    step = request.path_params["step"]
    return await _answer(request, partial(_form, "pdf", step), "pdf", "sheet")


async def form_print(request: Request) -> Response:
    """The sheets of a form as a page of this site to print from."""
    step = request.path_params["step"]
    return await _answer(request, partial(_form, "html", step), "html", "")


async def calendar_file(request: Request) -> Response:
    """The meeting's dates as a file for a calendar."""
    from server.exports import calendar  # only here: its library is large, and few ask for one

    return await calendar.calendar(request)


async def tables_file(request: Request) -> Response:
    """All tables of a hall as data or as a table, for the trainer."""
    kind = request.url.path.rpartition(".")[2]
    return await _answer(request, partial(_tables, kind, ""), kind, "tables")


async def tables_ranking_file(request: Request) -> Response:
    """The orders that all tables of a hall opened in one ranking, as a PrefLib file."""
    step, _, kind = request.path_params["name"].rpartition(".")
    return await _answer(request, partial(_tables, kind, step), kind, "ranking")


ROUTES: list[BaseRoute] = [
    *(Route(f"/r/{{code}}/record.{kind}", record_file) for kind in _TYPES if kind != "json"),
    Route("/r/{code}/record/print", record_print),
    Route("/r/{code}/data.json", data_file),
    Route("/r/{code}/rankings/{name}", ranking_file),
    *(Route(f"/r/{{code}}/message.{kind}", message_file) for kind in ("pdf", "docx")),
    Route("/r/{code}/forms/{step}.pdf", form_file),
    Route("/r/{code}/forms/{step}", form_print),
    Route("/r/{code}/calendar.ics", calendar_file),
    *(Route(f"/r/{{code}}/tables.{kind}", tables_file) for kind in ("json", "csv")),
    Route("/r/{code}/tables/rankings/{name}", tables_ranking_file),
]


async def _answer(request: Request, make: Make, kind: str, name: str) -> Response:
    """Return a file for a member; every refusal looks the same to a guesser."""
    try:
        room, member = await seated(request)
        meeting = room.meeting
        reader = copies.reader(request, meeting, meeting.members[member])
        made = await make(Taker(request, room, room.position, meeting, reader))
    except Refusal as refusal:
        if refusal.code is Code.TRY_AGAIN:
            return refused_page(request, refusal, 503)
        return refused_page(request, Refusal(Code.NO_SUCH_PAGE), 404)
    headers = {"Cache-Control": "no-store"}
    if name:
        headers["Content-Disposition"] = f'attachment; filename="{_called(meeting, name)}.{kind}"'
    return Response(made, media_type=_TYPES.get(kind, "text/plain"), headers=headers)


async def _record(kind: str, taker: Taker) -> bytes:
    copied, build = await taker.copy(), services(taker.request).build
    work = partial(_written, kind, copied, taker.words, taker.room.now(), build)
    return await taker.made(kind, copied, work)


def _written(kind: str, copied: bytes, words: Words, at: int, build: str) -> bytes:
    document = copies.opened(copied)
    if kind == "csv":
        return tables.write(document, words)
    layout = laid_out(document, words)
    match kind:
        case "md":
            return markdown.write(layout)
        case "html" | "print":
            return html.write(layout, words, build, alone=kind == "html")
        case _:
            return paper.write(_on_paper(kind), layout, words, at)


def _on_paper(kind: str) -> paper.Kind:
    return "docx" if kind == "docx" else "pdf"


async def _data(taker: Taker) -> bytes:
    copied = await taker.copy()
    behind = minutes(taker.meeting) if taker.reader.works_with_them else None
    row = taker.room.row
    state = f"{row.epoch} {row.id} {taker.position} {behind is not None} ".encode()

    def work() -> bytes:
        return data.write(copies.opened(copied), behind)

    return await taker.made("data", state + copied, work)


async def _ranking(step: str, kind: str, taker: Taker) -> bytes:
    found = minutes(taker.meeting)
    ranked = preflib.rankings(found).get(step)
    if ranked is None or not taker.reader.works_with_them:
        raise Refusal(Code.NO_SUCH_PAGE)
    try:
        return preflib.write(found, ranked, msgspec.convert(kind, RankingKind))
    except (BallotError, msgspec.ValidationError) as error:
        raise Refusal(Code.NO_SUCH_PAGE) from error


async def _message(kind: str, taker: Taker) -> bytes:
    found = minutes(taker.meeting)
    day = say(Moment(found.closed or found.prepared, "day"), taker.words)
    layout = sheets.message(messages(found), day, taker.words)
    work = partial(paper.write, _on_paper(kind), layout, taker.words, taker.room.now())
    return await taker.made(f"message {kind}", msgspec.msgpack.encode(layout), work)


async def _form(kind: str, step: str, taker: Taker) -> bytes:
    copied = await taker.copy()
    layout = await asyncio.to_thread(_sheet, copied, step, taker.words)
    if kind == "html":
        return html.forms(layout, taker.words, services(taker.request).build)
    work = partial(paper.sheets, layout, taker.words)
    return await taker.made("form", msgspec.msgpack.encode(layout), work)


async def _tables(kind: str, step: str, taker: Taker) -> bytes:
    rooms = services(taker.request).rooms
    floor, state = await hall_files.floor_of(rooms, taker.room, taker.reader.member)
    work = partial(hall_files.write, kind, step, floor, taker.words)
    return await taker.made(f"tables {kind} {step}", state, work)


def _sheet(copied: bytes, step: str, words: Words) -> Layout:
    document: Document = copies.opened(copied)
    layout = sheets.form(document, step, words)
    if layout is None:
        raise Refusal(Code.NO_SUCH_PAGE)
    return layout


def _called(meeting: Meeting, name: str) -> str:
    """Return what a file is called: its day and what it is, and never what anybody typed."""
    at = meeting.closed or meeting.starts or meeting.prepared
    day = datetime.fromtimestamp(at / 1000).astimezone().date()
    return f"{day.isoformat()}-{name}"
