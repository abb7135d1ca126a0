"""The pages on which somebody who keeps the record makes a copy for somebody who asks for theirs.

They work without scripts: the form carries every choice from page to page, and nothing is kept on
the server until the copy is made.
"""

import asyncio
from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from msgspec import Struct
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from consensus.disclosure.third_parties import Asker, Clue, is_private, people_of
from consensus.disclosure.withholding import GROUNDS, Guidance
from consensus.people import Member, MemberId
from consensus.refusal import Code, Refusal
from consensus.roomwide.disclosures import Copy
from server import access, library
from server.disclosure import choices as made_of
from server.disclosure.choices import Choices
from server.disclosure.copies import disclosed, ground_in_words
from server.disclosure.doors import copy_of, keeper, refused
from server.disclosure.files import KINDS
from server.disclosure.pieces import Section, sections
from server.doors import seat_of
from server.exports.laid_out import laid_out
from server.forms import typed
from server.pages import render
from server.proof.seal import Kept
from server.room import LiveRoom
from server.services import services
from server.words import Words

# Two fields for each of the pieces of the largest record that was measured, and more.
MOST_FIELDS = 50_000


class _Desk(Struct, frozen=True):
    """Who is at work on a copy of which edition, for whom."""

    room: LiveRoom
    member: MemberId
    edition: int
    kept: Kept
    asker: Asker
    sections: tuple[Section, ...]
    guidance: Guidance


async def page(request: Request) -> Response:
    """Choose for whom a copy is; then go through the record line by line."""
    try:
        room, member = await keeper(request)
        if "who" not in request.query_params:
            return await _who_page(request, room)
        desk = await _desk(request, room, member, request.query_params)
    except Refusal as refusal:
        return refused(request, refusal)
    proposed = made_of.as_proposed(made_of.pieces(desk.sections))
    return await asyncio.to_thread(_review_page, request, desk, proposed, None, fresh=True)


async def decide(request: Request) -> Response:
    """Take up what was chosen: count again, show the copy, or make it."""
    try:
        room, member = await keeper(request)
        async with request.form(max_fields=MOST_FIELDS) as form:
            desk = await _desk(request, room, member, _told(form))
            choices = made_of.chosen(form, desk.sections)
            act, copy = typed(form, "do"), typed(form, "copy")
    except Refusal as refusal:
        return refused(request, refusal)
    if act == "look":
        return await asyncio.to_thread(_look_page, request, desk, choices, None)
    if act != "make":
        return await asyncio.to_thread(_review_page, request, desk, choices, None)
    found = made_of.pieces(desk.sections)
    command = made_of.as_command(choices, found, copy, desk.edition, desk.guidance.id)
    try:
        await room.ask(command, member)
    except Refusal as refusal:
        if refusal.code in _OF_THE_REFERENCE:
            return _look_page(request, desk, choices, refusal)
        return _review_page(request, desk, choices, refusal)
    return RedirectResponse(f"/r/{room.row.code}/disclosed/{copy}{seat_of(request)}", 303)


_OF_THE_REFERENCE = (Code.REFERENCE_EMPTY, Code.REFERENCE_NAMES, Code.TEXT_TOO_LONG)


async def made(request: Request) -> Response:
    """A copy that was made, and its files."""
    try:
        room, _ = await keeper(request)
        copy = copy_of(room, request.path_params["copy"])
    except Refusal as refusal:
        return refused(request, refusal)
    return render(
        request,
        "disclosed.html",
        room=room.row.code,
        seat=seat_of(request),
        id=request.path_params["copy"],
        copy=copy,
        kinds=KINDS,
        copies=_copies(room),
    )


def _told(form: FormData) -> dict[str, str]:
    return {name: typed(form, name) for name in ("who", "member", "edition")}


async def _desk(
    request: Request, room: LiveRoom, member: MemberId, told: Mapping[str, str]
) -> _Desk:
    members = room.meeting.members
    asker = made_of.asker(told["who"], told.get("member", ""), members)
    wanted = told.get("edition", "")
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else 0
    edition, kept = await services(request).sealer.edition(room, number)
    guidance = _guidance(request)
    people = people_of(room.meeting, guidance.risk_words)
    # The record of a thousand people takes seconds: others go on meanwhile.
    found = await asyncio.to_thread(sections, kept, asker, people)
    return _Desk(room, member, edition, kept, asker, found, guidance)


def _guidance(request: Request) -> Guidance:
    served = services(request)
    return library.guidance(served.words_for(request).language, served.settings.data)


async def _who_page(request: Request, room: LiveRoom) -> Response:
    edition, kept = await services(request).sealer.edition(room)
    people = sorted(room.meeting.members.values(), key=lambda each: not is_private(each))
    return render(
        request,
        "disclose.html",
        room=room.row.code,
        seat=request.query_params.get("seat", ""),
        edition=edition,
        sealed=kept.seal.statement.at,
        behind=room.meeting.sealing.behind,
        people=people,
        guidance=_guidance(request),
        copies=_copies(room),
    )


def _review_page(
    request: Request,
    desk: _Desk,
    choices: Choices,
    refusal: Refusal | None,
    *,
    fresh: bool = False,
) -> Response:
    """Return the record line by line; on a `fresh` page a device may bring back what it kept."""
    words, members = services(request).words_for(request), desk.room.meeting.members
    called = {ground: ground_in_words(ground, words) for ground in GROUNDS}
    return render(
        request,
        "disclose-review.html",
        400 if refusal else 200,
        **_shared(request, desk, choices),
        refusal=refusal,
        fresh=fresh,
        behind=desk.room.meeting.sealing.behind,
        grounds=GROUNDS,
        guidance=desk.guidance,
        called=called,
        proposed={g: words.say("disclosure-proposed", ground=says) for g, says in called.items()},
        said=cache(lambda clue: _clue(clue, members, words)),
        tag=cache(partial(_tag, words)),
    )


def _look_page(
    request: Request, desk: _Desk, choices: Choices, refusal: Refusal | None
) -> Response:
    found = made_of.pieces(desk.sections)
    command = made_of.as_command(choices, found, "look", desk.edition, desk.guidance.id)
    copy = Copy(
        reference=choices.reference or "…",
        edition=desk.edition,
        withheld=command.withheld,
        summaries=command.summaries,
        given=command.given,
        guidance=desk.guidance.id,
        by=desk.member,
        at=desk.room.now(),
    )
    words = services(request).words_for(request)
    return render(
        request,
        "disclose-look.html",
        400 if refusal else 200,
        **_shared(request, desk, choices),
        refusal=refusal,
        layout=laid_out(disclosed(desk.kept, copy, words), words),
        copy=access.new_id(),
    )


def _shared(request: Request, desk: _Desk, choices: Choices) -> dict[str, Any]:
    """Return what both pages need: whom it is for, and what was chosen so far."""
    asking = desk.room.meeting.members.get(desk.asker.member)
    return {
        "room": desk.room.row.code,
        "seat": seat_of(request),
        "asker": desk.asker,
        "asking": asking.name if asking else "",
        "edition": desk.edition,
        "sections": desk.sections,
        "choices": choices,
        "given": len(made_of.pieces(desk.sections)) - len(choices.withheld),
    }


def _tag(words: Words, label: str, readers: str) -> str:
    """Return what a line is and who may read it now."""
    return words.say(
        "exports-tag",
        label=words.say("exports-label", label=label),
        readers=words.say("exports-readers", readers=readers),
    )


def _clue(clue: Clue, members: Mapping[MemberId, Member], words: Words) -> str:
    """Return in words what was found in a line."""
    member = members.get(clue.member)
    role = "gone" if member is None else member.role if is_private(member) else "work"
    return words.say(
        "disclosure-clue",
        kind=clue.kind,
        name=member.name if member else words.say("disclosure-somebody"),
        role=words.say("disclosure-clue-role", role=role),
        words=clue.words or "none",
    )


def _copies(room: LiveRoom) -> list[tuple[str, Copy, str]]:
    """Return the copies that were made, each with its id and who made it, the newest first."""
    found = room.meeting.beside.disclosures.copies
    members = room.meeting.members
    named = [(i, c, members[c.by].name if c.by in members else "") for i, c in found.items()]
    return named[::-1]
