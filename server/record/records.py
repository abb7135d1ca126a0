"""The record as a page that builds while the meeting goes on, and as the data of that page."""

import asyncio

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from consensus.people import Member, Scene, keeps_record
from consensus.record import correcting
from consensus.record.labels import LineId
from consensus.record.lines import Line, Moment
from consensus.record.readers import may_read, reads
from consensus.refusal import Code, Refusal
from consensus.roomwide.corrections import SECTION, CorrectionId
from consensus.state import Meeting
from server.doors import seated
from server.exports.document import Document, read_by, say
from server.pages import render
from server.record import scribe
from server.record.scribe import Made
from server.screens import refused_page
from server.services import services, site_of
from server.words import Words


class OpenCorrection(Struct, frozen=True):
    """A correction that waits: `now` is what the line says by now, where it is still there.

    `mine` says that whoever reads this proposed it, and `answers` that it is theirs to answer.
    """

    id: CorrectionId
    line: LineId
    cell: int
    was: str
    words: str
    because: str
    by: str
    day: str
    now: str
    mine: bool
    answers: bool


class RecordPage(Struct, frozen=True):
    """The record as one member may read it, at a position of the room's log.

    `until` is the day on which corrections end, once the meeting has; they are `open` until then.
    `keeper` may change labels and readers, and whoever reads this the words of what is
    `changeable`.
    """

    position: int
    closed: bool
    until: str
    open: bool
    keeper: bool
    case: bool
    document: Document
    changeable: tuple[LineId, ...]
    waiting: tuple[OpenCorrection, ...]


async def page(request: Request) -> Response:
    """The record, for a member: as far as they may read it, now or after the close.

    Every refusal looks the same to a guesser.
    """
    try:
        room, _ = await seated(request)
    except Refusal:
        return refused_page(request, Refusal(Code.NO_SUCH_PAGE), 404)
    return render(
        request,
        "record.html",
        room=room.row.code,
        title=room.meeting.title,
        site=site_of(request),
    )


async def data(request: Request) -> Response:
    """The record as data, for a member; every refusal looks the same to a guesser."""
    try:
        room, member = await seated(request)
    except Refusal:
        return Response(status_code=404)
    words = services(request).words_for(request)
    made = await scribe.made(room, words)
    reader = made.meeting.members.get(member)
    if reader is None or member not in room.meeting.members:
        return Response(status_code=404)  # they were taken out while it was made
    # Of a large record that takes a while, too, and a whole hall asks when something has changed.
    found = await asyncio.to_thread(_page, made, reader, room.now(), words)
    return Response(
        msgspec.json.encode(found),
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _page(made: Made, member: Member, at: int, words: Words) -> RecordPage:
    meeting = made.meeting
    scene = Scene(member, at, meeting.members, meeting.rules, meeting.case, meeting.closed)
    until = correcting.open_until(meeting)
    is_open = correcting.is_open(meeting, at)
    allowed = reads(member, meeting.case)
    lines = {
        line.id: line
        for section in made.record.sections
        for line in section.lines
        if may_read(line, allowed, member.id)
    }
    return RecordPage(
        position=made.position,
        closed=meeting.closed is not None,
        until="" if until is None else say(Moment(until, "day"), words),
        open=is_open,
        keeper=keeps_record(member),
        case=meeting.case,
        document=read_by(made.document, allowed, member.id),
        changeable=tuple(
            name for name, line in lines.items() if is_open and correcting.may_change(line, member)
        ),
        waiting=_waiting(meeting, lines, scene, words),
    )


def _waiting(
    meeting: Meeting, lines: dict[LineId, Line], scene: Scene, words: Words
) -> tuple[OpenCorrection, ...]:
    """Return the corrections that wait, of lines that somebody may read, and their own."""
    found: list[OpenCorrection] = []
    for name, each in meeting.beside.corrections.entries.items():
        line, mine = lines.get(each.line), each.by == scene.by.id
        answers = correcting.may_answer(each, line, scene)
        # Whoever may read the line that tells of it in the record may read it here, and so may
        # whoever is asked for other words in place of their own.
        if not each.waits or not (answers or f"{SECTION}.{name}" in lines):
            continue
        by = meeting.members.get(each.by)
        found.append(
            OpenCorrection(
                id=name,
                line=each.line,
                cell=each.cell,
                was=each.was,
                words=each.words,
                because=each.because,
                by=by.name if by else "",
                day=say(Moment(each.at, "day"), words),
                now="".join(say(cell, words) for cell in line.cells[each.cell :][:1])
                if line
                else "",
                mine=mine,
                answers=answers,
            )
        )
    return tuple(found)
