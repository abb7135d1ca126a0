"""The routes of agendas: steps to add to one, one as a file, and what came of it."""

from pathlib import Path

import msgspec
import tomli_w
from starlette.requests import Request
from starlette.responses import Response

from consensus.agendas.template import Template, written
from consensus.archive.outcomes import outcomes
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server import library
from server.doors import refused_json, seated
from server.services import services
from server.words import Words


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
    template = saved(room.meeting, words, services(request).settings.data)
    return Response(
        tomli_w.dumps(written(template)),
        media_type="application/toml",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{template.id}.toml"',
        },
    )


async def outcomes_file(request: Request) -> Response:
    """What a meeting came to, for its members to hand on: nobody's name is in it."""
    try:
        room, _ = await seated(request)
    except Refusal as refusal:
        return refused_json(request, refusal)
    return Response(
        msgspec.json.format(msgspec.json.encode(outcomes(room.meeting)), indent=2),
        media_type="application/json",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": 'attachment; filename="outcomes.json"',
        },
    )


def saved(meeting: Meeting, words: Words, data: Path | None) -> Template:
    """Return a room's agenda as a template. The room's own title, purpose and focus stay in it.

    Its words are those of the template that the room was made from, where that is known here.
    """
    try:
        known = library.template(words.language, meeting.template, data)
    except Refusal:
        known = None
    return Template(
        id=meeting.template,
        title=known.title if known else words.say("agenda-saved"),
        summary=known.summary if known else "",
        purpose=known.purpose if known else "",
        steps=tuple(step.plan for step in meeting.agenda),
        statements=known.statements if known else ("own" if meeting.items else ""),
        case=meeting.case,
        forbids=meeting.forbids,
        rules=meeting.rules.id,
    )
