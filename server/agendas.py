"""The routes of agendas: steps to add to one, one as a file, and what came of it."""

from pathlib import Path
from urllib.parse import quote

import msgspec
import tomli_w
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from consensus.agenda import source_items, states
from consensus.agendas import exercises
from consensus.agendas.template import Template, written
from consensus.archive.outcomes import outcomes
from consensus.hall.hall import Exercise
from consensus.items import Item, Source
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
            "Content-Disposition": f'attachment; filename="{quote(template.id, safe="")}.toml"',
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
    """Return a room's agenda as a template, a hall's exercise. Title, purpose and focus stay there.

    Its words are those of the template that it was made from, where that is known here, and so is
    its list of statements; any other list comes along. An exercise that was made from a list keeps
    its own name and question.
    """
    work = meeting.hall.exercise if meeting.hall is not None else _exercise(meeting)
    made_here = work.template.startswith(exercises.OWN) and not meeting.case
    known: Template | None
    try:
        known = library.template(words.language, work.template, data)
    except Refusal:
        known = _own(meeting, work, words.language) if made_here else None
    title = work.title if meeting.hall is not None else words.say("agenda-saved")
    statements = _statements(work.items, known, words.language)
    return Template(
        id=work.template,
        title=known.title if known else title,
        summary=known.summary if known else "",
        purpose=known.purpose if known else "",
        steps=work.agenda,
        statements=statements,
        list=tuple(item.text for item in work.items) if statements == "own" else (),
        case=meeting.case,
        forbids=work.forbids,
        rules=work.rules.id,
        group="training" if meeting.hall is not None or made_here else "own",
        retention=known.retention if known else None,
    )


def _own(meeting: Meeting, work: Exercise, language: str) -> Template:
    """Return the words of an exercise that was made from a list: those of the room it was made for.

    They are no secret, and without them nobody would know the file again.
    """
    shipped = library.own_exercise(language)
    asked = meeting.purpose
    summary = asked or shipped.summary
    return replace(shipped, id=work.template, title=work.title, summary=summary, purpose=asked)


def _exercise(meeting: Meeting) -> Exercise:
    earlier = states(meeting.agenda)
    return Exercise(
        template=meeting.template,
        title=meeting.title,
        items=tuple(meeting.items[id_] for id_ in source_items(Source(), meeting.items, earlier)),
        agenda=tuple(step.plan for step in meeting.agenda),
        forbids=meeting.forbids,
        rules=meeting.rules,
    )


def _statements(items: tuple[Item, ...], known: Template | None, language: str) -> str:
    """Return the name of the list that a template suggests, where it is the one that was used."""
    if not items:
        return known.statements if known else ""
    suggested = known.statements if known else "own"
    listed = (one for one in library.statement_sets(language) if one.id == suggested)
    used = next(listed, None)
    return suggested if used is not None and used.items == items else "own"
