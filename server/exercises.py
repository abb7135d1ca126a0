"""The routes by which somebody makes an exercise of their own from a list.

One plain form, without scripts. What comes of it is a template: the form that opens a room shows
it, with its plan and its times, and carries it on as a file would be.
"""

import tomli_w
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from consensus.agendas.exercises import DIAMOND, MOST_ASIDE, MOST_PLACES, Wanted, adapted
from consensus.agendas.template import Template, written
from consensus.items import Item, parse_statements
from consensus.refusal import Code, Refusal
from consensus.text import TITLE_LENGTH, required
from server import library
from server.forms import kept, typed
from server.openings import Problems, Source, defaults, form_page, language_of
from server.pages import render

_FIELDS = ("title", "question", "own", "way", "aside", "again", "places")

# As it stands before anybody has typed.
_DEFAULTS = {"way": "order", "aside": "0", "again": "on", "places": "5"}

_WAYS = ("order", "diamond")


async def ask(request: Request) -> Response:
    """The empty form."""
    return _page(request, _DEFAULTS, Problems())


async def make(request: Request) -> Response:
    """The form of a room for the exercise, or this form again with all that is wrong."""
    problems = Problems()
    async with request.form() as form:
        values = kept(form, *_FIELDS)
        template = _made(form, language_of(request), problems)
    if template is None:
        return _page(request, values, problems)
    filled = {**defaults(template), "plan": tomli_w.dumps(written(template))}
    return form_page(request, template, filled, [], Source())


def _made(form: FormData, language: str, problems: Problems) -> Template | None:
    items: tuple[Item, ...] = ()
    title, aside, places = "", 0, 1
    diamond = typed(form, "way") == "diamond"
    with problems.at("title"):
        title = required(typed(form, "title"), TITLE_LENGTH, Code.TITLE_EMPTY, Code.TEXT_TOO_LONG)
    with problems.at("own"):
        items = parse_statements(typed(form, "own"))
    with problems.at("way"):
        _one_of(typed(form, "way"), _WAYS)
    with problems.at("aside"):
        aside = int(_one_of(typed(form, "aside"), [str(n) for n in range(MOST_ASIDE + 1)]))
    with problems.at("places"):
        places = int(_one_of(typed(form, "places"), [str(n + 1) for n in range(MOST_PLACES)]))
    if not items:
        return None
    wanted = Wanted(
        title or "-",
        typed(form, "question"),
        items,
        aside,
        "again" in form,
        places,
        DIAMOND if diamond else (),
    )
    with problems.at("question"):
        made = adapted(library.own_exercise(language), wanted)
        return None if problems.found else made
    return None


def _one_of(text: str, known: list[str] | tuple[str, ...]) -> str:
    if text not in known:
        raise Refusal(Code.NOT_UNDERSTOOD)
    return text


def _page(request: Request, values: dict[str, str], problems: Problems) -> Response:
    return render(
        request,
        "exercise.html",
        400 if problems.found else 200,
        values=values,
        problems=problems.found,
        most_aside=MOST_ASIDE,
        most_places=MOST_PLACES,
    )
