"""The files of a copy that was made: the sealed one, and those that people read."""

from datetime import datetime
from functools import partial
from typing import Literal, get_args

from starlette.requests import Request
from starlette.responses import Response

from consensus.refusal import Code, Refusal
from consensus.roomwide.disclosures import Copy
from server.disclosure.copies import disclosed, sealed_file
from server.disclosure.doors import copy_of, keeper, refused
from server.exports import html, markdown, paper
from server.exports.laid_out import laid_out
from server.proof.form import FILE_TYPE
from server.proof.keys import SiteKey
from server.proof.seal import Kept
from server.services import services
from server.words import Words

Kind = Literal["pdf", "docx", "html", "md", "cgrecord"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "md": "text/markdown",
    "cgrecord": FILE_TYPE,
}


async def take(request: Request) -> Response:
    """A file of a copy, for whoever keeps the record; the same each time it is taken."""
    served, wanted = services(request), request.path_params["kind"]
    try:
        room, _ = await keeper(request)
        made = copy_of(room, request.path_params["copy"])
        kind = next((kind for kind in KINDS if kind == wanted), None)
        if kind is None:
            raise Refusal(Code.NO_SUCH_PAGE)
        _, kept = await served.sealer.edition(room, made.edition)
        words, key = served.words_for(request), served.sealer.key
        state = f"{request.path_params['copy']} {len(kept.gone)}".encode()
        work = partial(written, kind, kept, made, words, key, served.build)
        told = f"disclosed {kind} {words.language}"
        file = await served.workshop.make(room.row.id, told, state, work)
    except Refusal as refusal:
        return refused(request, refusal)
    day = datetime.fromtimestamp(made.at / 1000).astimezone().date().isoformat()
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{day}-copy.{kind}"',
    }
    return Response(file, media_type=_TYPES[kind], headers=headers)


def written(kind: Kind, kept: Kept, made: Copy, words: Words, key: SiteKey, build: str) -> bytes:
    """Return a copy as a kind of file. `build` names the browser client, which a page may load."""
    if kind == "cgrecord":
        return sealed_file(kept, made, words, key)
    layout = laid_out(disclosed(kept, made, words), words)
    match kind:
        case "pdf" | "docx":
            return paper.write(kind, layout, words, made.at)
        case "html":
            return html.write(layout, words, build, alone=True)
        case "md":
            return markdown.write(layout)
