"""The routes of agendas: the steps that may be added to one, and one as a file to use again."""

import msgspec
import tomli_w
from starlette.requests import Request
from starlette.responses import Response

from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from consensus.template import Template, written
from server import library
from server.doors import refused_json, seated
from server.services import services


async def ready_steps(request: Request) -> Response:
    """The ready-made steps, for the agenda editor."""
    found = library.ready_steps(services(request).words_for(request).language)
    return Response(
        msgspec.json.encode(found),
        media_type="application/json",
        headers={"Cache-Control": "no-cache"},
    )


async def template_file(request: Request) -> Response:
    """A room's agenda as a template file, for its chair: what is asked, and nothing answered."""
    try:
        room, member = await seated(request)
        if room.meeting.members[member].role != "chair":
            raise Refusal(Code.CHAIR_ONLY)
    except Refusal as refusal:
        return refused_json(request, refusal)
    words = services(request).words_for(request)
    template = saved(room.meeting, words.language, words.say("agenda-saved"))
    return Response(
        tomli_w.dumps(written(template)),
        media_type="application/toml",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{template.id}.toml"',
        },
    )


def saved(meeting: Meeting, language: str, title: str) -> Template:
    """Return a room's agenda as a template. The room's own title, purpose and focus stay in it.

    Its words are those of the template that the room was made from, where that is known here.
    """
    try:
        known = library.template(language, meeting.template)
    except Refusal:
        known = None
    return Template(
        id=meeting.template,
        title=known.title if known else title,
        summary=known.summary if known else "",
        purpose=known.purpose if known else "",
        steps=tuple(step.plan for step in meeting.agenda),
        statements=known.statements if known else ("own" if meeting.items else ""),
        case=meeting.case,
        forbids=meeting.forbids,
        rules=meeting.rules.id,
    )
