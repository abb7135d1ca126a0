"""What a device that lists its own meetings asks each of its rooms for: how it stands, and words.

Every refusal looks the same to a guesser. A device does not ask again for a room that is not there
for it, so one that cannot be looked for just now says that instead. What is typed into the search
is sent in the body of the question, so that no log of addresses has it.
"""

import asyncio
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from consensus.archive.archive import Archived, archived
from consensus.people import Member
from consensus.record.lines import LineId
from consensus.record.readers import reads
from consensus.record.written import record
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server import library
from server.doors import seated
from server.exports.document import Document, document, read_by
from server.forms import typed
from server.services import services
from server.words import Words

# Longer than anybody types to find something; more lines than anybody reads of one room.
MOST_TYPED = 100
MOST_FOUND = 30

# Whoever looks through sixty rooms slows nobody's live one: one thread does it, one after another.
_looking = ThreadPoolExecutor(1, thread_name_prefix="search")


class Archive(Struct, frozen=True):
    """A room as its member finds it: its code, what `kind` of meeting it is, and what is in it.

    `kind` is the title of its template, or nothing for one that is not known here.
    """

    code: str
    kind: str
    meeting: Archived


class Passage(Struct, frozen=True):
    """A line of a record in which everything that was typed is found, below its heading."""

    line: LineId
    heading: str
    words: str


class Search(Struct, frozen=True):
    """What was found in one room; `more` are lines that are not among the passages."""

    code: str
    passages: tuple[Passage, ...]
    more: int


async def archive(request: Request) -> Response:
    """A room in the archive of its member."""
    try:
        room, member = await seated(request)
    except Refusal as refusal:
        return _nothing(refusal)
    served, meeting = services(request), room.meeting
    kind = _kind(served.words_for(request).language, meeting.template, served.settings.data)
    look = partial(archived, meeting, meeting.members[member], room.now())
    found = await asyncio.get_running_loop().run_in_executor(_looking, look)
    return _answer(Archive(room.row.code, kind, found))


async def search(request: Request) -> Response:
    """The lines of a room's record, as its member may read it, with everything that was typed."""
    try:
        room, member = await seated(request)
    except Refusal as refusal:
        return _nothing(refusal)
    wanted = folded(typed(await request.form(), "words")[:MOST_TYPED]).split()
    words, meeting = services(request).words_for(request), room.meeting
    by = meeting.members[member]
    look = partial(_looked, meeting, by, words, wanted)
    passages = await asyncio.get_running_loop().run_in_executor(_looking, look)
    more = max(0, len(passages) - MOST_FOUND)
    return _answer(Search(room.row.code, tuple(passages[:MOST_FOUND]), more))


def _kind(language: str, template: str, data: Path) -> str:
    try:
        return library.template(language, template, data).title
    except Refusal:
        return ""  # the chair's own, or one that the host has taken away since


def _looked(meeting: Meeting, by: Member, words: Words, wanted: list[str]) -> list[Passage]:
    return list(_passages(_read(meeting, by, words), wanted))


def _read(meeting: Meeting, by: Member, words: Words) -> Document:
    names = {member.id: member.name for member in meeting.members.values()}
    written = document(record(meeting), words, names)
    return read_by(written, reads(by, meeting.case), by.id)


def _passages(read: Document, wanted: list[str]) -> Iterator[Passage]:
    for part in read.parts if wanted else ():
        for line in part.lines:
            text = " · ".join(cell for cell in line.cells if cell)
            found = folded(f"{part.heading} {text}")
            if all(word in found for word in wanted):
                yield Passage(line.id, part.heading, text)


def folded(text: str) -> str:
    """Return text without what people leave out when they look for it: capitals and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _answer(found: Struct) -> Response:
    return Response(
        msgspec.json.encode(found),
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _nothing(refusal: Refusal) -> Response:
    later = refusal.code in (Code.TRY_AGAIN, Code.TOO_MANY_TRIES)
    return Response(status_code=503 if later else 404)
