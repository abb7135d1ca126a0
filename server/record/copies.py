"""The routes by which sealed records leave the room: copies, receipts, the key, the checker."""

import asyncio

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from consensus.record.readers import reads
from consensus.record.sealing import TakeCopy
from consensus.record.written import record
from consensus.refusal import Refusal
from server.doors import refused_json, seated
from server.pages import render
from server.proof.form import FILE_TYPE, RECEIPT_TYPE, Line
from server.proof.keys import SiteKey
from server.proof.seal import Kept, Why, copy, receipt, withhold
from server.room import LiveRoom
from server.screens import refused_page
from server.services import STATIC, services
from server.words import FALLBACK, Words


async def take(request: Request) -> Response:
    """A member's copy of an edition; lines that are not for them are withheld and say so."""
    served = services(request)
    try:
        room, member = await seated(request)
        number, kept = await served.sealer.edition(room, _edition(request))
        if request.method == "GET":  # whoever only asks what there is has not taken it
            await room.ask(TakeCopy(member, number))
    except Refusal as refusal:
        return refused_page(request, refusal, 404)
    words, key = served.words[FALLBACK], served.sealer.key
    # That of a thousand people takes a moment, in which others go on.
    file = await asyncio.to_thread(copy_for, member, room, kept, words, key)
    return _download(file, FILE_TYPE, f"record-{room.row.code}-{number}.cgrecord")


def copy_for(member: str, room: LiveRoom, kept: Kept, words: Words, key: SiteKey) -> bytes:
    """Return the copy of an edition that a member may have.

    What was found since to be for fewer readers is for those alone in every edition.
    """
    meeting = room.meeting
    allowed = reads(meeting.members[member], meeting.case)
    lines = (line for section in record(meeting).sections for line in section.lines)
    now: dict[str, str] = {line.id: line.readers for line in lines}
    others = {
        entry.says.id: Why("readers")
        for entry, aside in zip(kept.entries, kept.asides, strict=True)
        if entry is not None
        and isinstance(entry.says, Line)
        and not {entry.says.readers, now.get(entry.says.id, entry.says.readers)} <= allowed
        and aside.whose != member
    }
    withheld = withhold(kept, others)
    # Whoever erased words says on which ground; the copy must be able to say what that means.
    grounds = {why.ground for why in withheld.values()}
    sentences = {ground: words.say("disclosure-ground", ground=ground) for ground in grounds}
    return copy(kept, withheld, sentences, room.now(), key)


async def keep_receipt(request: Request) -> Response:
    """The seal of an edition alone, against which any copy can be checked."""
    try:
        room, _ = await seated(request)
        number, kept = await services(request).sealer.edition(room, _edition(request))
    except Refusal as refusal:
        return refused_page(request, refusal, 404)
    return _download(receipt(kept), RECEIPT_TYPE, f"receipt-{room.row.code}-{number}.cgreceipt")


async def seal_again(request: Request) -> Response:
    """Seal a new edition, for the chair."""
    try:
        room, member = await seated(request)
        await services(request).sealer.again(room, member)
    except Refusal as refusal:
        return refused_json(request, refusal)
    return JSONResponse({"edition": len(room.meeting.sealing.editions)})


async def key_page(request: Request) -> Response:
    """The public key with which this site seals."""
    key = services(request).sealer.key
    return render(request, "key.html", key_mark=key.fingerprint, key=key.public.hex())


async def checking_page(request: Request) -> Response:
    """The page that checks a copy without a network, to be kept."""
    return FileResponse(
        STATIC / "app" / "verify.html",
        filename="check-a-record.html",
        media_type="text/html",
        headers={"Cache-Control": "no-cache"},
    )


def _edition(request: Request) -> int:
    """Return the number of the edition that is asked for, or 0 for the newest."""
    asked = request.query_params.get("edition", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0


def _download(file: bytes, media_type: str, name: str) -> Response:
    return Response(
        file,
        media_type=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )
