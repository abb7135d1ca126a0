"""How a meeting went, moment by moment, for its members: the page, its moments, and each frame.

The log is read and folded anew for each answer: of the largest room that takes a tenth of a second.
One thread does it, so that somebody who slides through a long meeting slows nobody's live one.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from consensus import events as e
from consensus import views
from consensus.archive import replay
from consensus.archive.results import Result, results
from consensus.items import ItemId, StepId
from consensus.record.readers import reads
from consensus.refusal import Refusal
from server.doors import seated
from server.pages import render
from server.room import LiveRoom
from server.screens import refused_page
from server.services import services, site_of

# In digits; no log is as long as this.
LONGEST = 16

_folding = ThreadPoolExecutor(1, thread_name_prefix="replay")


class Replay(Struct, frozen=True):
    """The moments of a meeting, and what its opened passes came to.

    `steps` are the titles of its steps by id, and `items` the words of the statements in `moments`.
    """

    title: str
    steps: dict[StepId, str]
    items: dict[ItemId, str]
    moments: tuple[replay.Moment, ...]
    results: tuple[Result, ...]


class Frame(Struct, frozen=True):
    """What everyone saw at a position, as far as it may be shown now, by key."""

    position: int
    records: dict[str, views.EveryoneRecord]


async def page(request: Request) -> Response:
    """The page with the slider."""
    try:
        room, _ = await seated(request)
    except Refusal as refusal:
        return refused_page(request, refusal, 404)
    title, code = room.meeting.title, room.row.code
    return render(request, "replay.html", room=code, title=title, site=site_of(request))


async def moments(request: Request) -> Response:
    """The moments, for a member of the room; what passes came to, for those at work."""
    try:
        room, member = await seated(request)
    except Refusal:
        return Response(status_code=404)
    log = await _log(request, room)
    meeting = room.meeting
    at_work = "professionals" in reads(meeting.members[member], meeting.case)
    steps = {step.plan.id: step.plan.title for step in meeting.agenda}

    def found() -> Replay:
        told = replay.moments(log)
        named = {moment.item for moment in told}
        items = {item.id: item.text for item in meeting.items.values() if item.id in named}
        opened = results(meeting) if at_work else ()
        return Replay(meeting.title, steps, items, told, opened)

    return await _answer(found)


async def frame(request: Request) -> Response:
    """The frame at one of the moments, for a member of the room."""
    try:
        room, _ = await seated(request)
    except Refusal:
        return Response(status_code=404)
    asked = request.path_params["position"]
    if not (asked.isascii() and asked.isdecimal() and len(asked) < LONGEST):
        return Response(status_code=404)
    position, log = int(asked), await _log(request, room)

    def found() -> Frame | None:
        if all(moment.position != position for moment in replay.moments(log)):
            return None
        then, now = replay.then_and_now(log, position)
        return Frame(position, replay.frame(then, now))

    return await _answer(found)


async def _log(request: Request, room: LiveRoom) -> list[e.Event]:
    return [entry.event for entry in await services(request).log.read(room.row.id)]


async def _answer(made: Callable[[], Struct | None]) -> Response:
    """Return what is made in the one thread, as JSON; nothing is not there."""

    def encoded() -> bytes | None:
        found = made()
        return None if found is None else msgspec.json.encode(found)

    body = await asyncio.get_running_loop().run_in_executor(_folding, encoded)
    if body is None:
        return Response(status_code=404)
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-store"})
