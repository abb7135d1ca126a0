"""The HTML pages: the way in, the shells that the browser client fills, and the sheet."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from consensus.answers.stances import all_agree, all_here_agree
from server.record import sheet
from server.services import services
from server.words import Words

FOLDER = Path(__file__).parents[1] / "client" / "pages"


def render(request: Request, page: str, status: int = 200, **context: Any) -> HTMLResponse:
    """Return a page in the language that the browser asks for."""
    served = services(request)
    html = write(page, served.words_for(request), served.build, **context)
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


def write(page: str, words: Words, build: str, **context: Any) -> str:
    """Return a page's HTML in one language. `build` names the browser client that it loads."""
    return (
        _environment()
        .get_template(page)
        .render(
            t=words.say,
            sentence=words.sentence,
            lang=words.language,
            words_version=words.version,
            build=build,
            static=lambda name: f"/static/app/{name}?v={build}",
            **context,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    environment.filters["minutes"] = lambda ms: round(ms / 60_000)
    environment.globals.update(sheet=sheet, all_agree=all_agree, all_here_agree=all_here_agree)
    return environment


def _day(ms: int) -> datetime:
    """Return a time in the time zone of the machine, which is that of the people it serves."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone()
