"""The routes that only show something: the wall, the sheet, the QR code, the words."""

from io import BytesIO

import segno
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from consensus.record.minutes import minutes
from consensus.record.readers import reads
from consensus.refusal import Code, Refusal
from server.doors import seated
from server.pages import render
from server.services import services, site_of

A_YEAR = "public, max-age=31536000, immutable"


async def wall(request: Request) -> Response:
    """The read-only screen for a projector. Its key comes later, over the websocket."""
    return render(request, "wall.html", room=request.path_params["code"], site=site_of(request))


async def meetings(request: Request) -> Response:
    """One's own meetings: a list that only the browser has."""
    return render(request, "meetings.html")


async def sheet(request: Request) -> Response:
    """The meeting's sheet, for its members: one A4 page that prints well."""
    return await _at_work(request, "sheet.html")


async def register(request: Request) -> Response:
    """Who is who and how they are reached, for the members of the room."""
    return await _at_work(request, "register.html")


async def _at_work(request: Request, page: str) -> Response:
    """Show a page of the minutes.

    Of a real child, it is written for those who work with them: the family has a copy of its own.
    """
    try:
        room, member = await seated(request)
    except Refusal as refusal:
        return refused_page(request, refusal, 404)
    if "professionals" not in reads(room.meeting.members[member], room.meeting.case):
        seat = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/r/{room.row.code}/record{seat}", 303)
    return render(request, page, room=room.row.code, minutes=minutes(room.meeting))


async def qr(request: Request) -> Response:
    """The join link as a QR code. It says nothing that the address does not say already."""
    url = f"{site_of(request)[:200]}/r/{request.path_params['code'][:20]}"
    drawing = BytesIO()
    segno.make(url, error="m").save(drawing, kind="svg", xmldecl=False, border=2)
    return Response(drawing.getvalue(), media_type="image/svg+xml")


async def words(request: Request) -> Response:
    """A language's catalogue, as the browser client reads it."""
    served = services(request)
    found = served.words.get(request.path_params["language"])
    if found is None:
        return refused_page(request, Refusal(Code.NO_SUCH_PAGE), 404)
    return Response(found.for_browsers, media_type="text/plain", headers={"Cache-Control": A_YEAR})


async def words_of_page(request: Request) -> Response:
    """What one page says beside a language's catalogue."""
    found = services(request).words.get(request.path_params["language"])
    text = found.of_page(request.path_params["page"]) if found is not None else None
    if text is None:
        return refused_page(request, Refusal(Code.NO_SUCH_PAGE), 404)
    return Response(text, media_type="text/plain", headers={"Cache-Control": A_YEAR})


def refused_page(request: Request, refusal: Refusal, status: int) -> Response:
    """Return a refusal as a page of its own."""
    return render(request, "refused.html", status, refusal=refusal)
