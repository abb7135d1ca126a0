"""The routes by which a room is opened: choose a template, say what it is for, and take the chair.

The page is one plain form. Everything that is wrong with it is said at once, and nothing that was
typed is lost. A room that goes on from another one is opened here too.
"""

import re
from datetime import datetime

from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from consensus import commands as c
from consensus import series
from consensus.agendas.shapes import check_shapes
from consensus.agendas.template import Template, TemplateError, refuse_unworded, resolve
from consensus.carried import Carried
from consensus.dates import is_day
from consensus.events import MeetingPrepared
from consensus.forgetting.retention import Retention, chosen
from consensus.hall.opening import exercise, with_tables
from consensus.hall.seating import Placing
from consensus.heading import FOCUS_LENGTH
from consensus.items import Item, parse_statements
from consensus.meeting import prepare
from consensus.refusal import Code, Refusal
from consensus.rules import PLAIN, Rules
from consensus.text import NAME_LENGTH, TITLE_LENGTH, optional, required
from server import access, library
from server.doors import seat, seated
from server.forms import kept, typed
from server.hall import wish
from server.hall.opening import add_tables
from server.pages import render
from server.room import LiveRoom, wall_clock
from server.screens import refused_page
from server.services import address_of, services

MOST_UPLOAD_BYTES = library.MOST_BYTES

_FIELDS = (
    "template",
    "plan",
    "title",
    "focus",
    "purpose",
    "starts",
    "rules",
    "statements",
    "own",
    "name",
    "agency",
    "voice",
    "not_a_name",
    *wish.FIELDS,
)

# Two words with capitals: initials have dots or stand together, and a reference has digits.
_FULL_NAME = re.compile(r"^[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]+$")


class Problem(Struct, frozen=True):
    """What is wrong with one field."""

    field: str
    refusal: Refusal


class Problems:
    """Everything that is wrong with a form, so that it can be said at once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def at(self, field: str) -> "_At":
        """Keep a refusal as one about this field, or about one that its code is always about."""
        return _At(self, field)


class _At:
    def __init__(self, problems: Problems, field: str) -> None:
        self._problems = problems
        self._field = field

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, __: object
    ) -> bool:
        if not isinstance(error, Refusal):
            return False
        field = _OTHERWISE.get(error.code, self._field)
        self._problems.found.append(Problem(field, error))
        return True


_OTHERWISE = {
    Code.NOT_A_TEXT_FILE: "file",
    Code.TOO_LARGE: "file",
    Code.TOO_MANY_ASIDE: "aside",
    Code.PLACES_OUT_OF_RANGE: "places",
    Code.SHAPE_DOES_NOT_FIT: "own",
}


class Source(Struct, frozen=True):
    """Where a new room comes from: an address, and the room before, if it goes on from one."""

    action: str = "/start"
    carried: Carried | None = None


# --- choosing ---------------------------------------------------------------------------------


async def choose(request: Request) -> Response:
    """The templates, or the form for the one that was chosen."""
    wanted = request.query_params.get("template")
    if wanted is None:
        return _choose_page(request, [])
    served, problems = services(request), Problems()
    with problems.at("template"):
        template = library.template(language_of(request), wanted, served.settings.data)
        return form_page(request, template, defaults(template), [], Source())
    return _choose_page(request, problems.found)


async def take_file(request: Request) -> Response:
    """The form for a template that somebody has as a file."""
    problems = Problems()
    async with request.form() as form:
        with problems.at("plan"):
            text = await _read(form, "plan")
            template = _parsed(text)
            values = {**defaults(template), "plan": text}
            return form_page(request, template, values, [], Source())
    return _choose_page(request, problems.found)


async def open_room(request: Request) -> Response:
    """Open a room and put the person who opened it in the chair."""
    return await _opened(request, Source(), None)


# --- going on from another room ---------------------------------------------------------------


async def follow(request: Request) -> Response:
    """The form for a room that goes on from this one."""
    try:
        room, source = await _before(request)
    except Refusal as refusal:
        return refused_page(request, refusal, 403)
    wanted = request.query_params.get("template") or room.meeting.template
    language, data = language_of(request), services(request).settings.data
    try:
        template = library.template(language, wanted, data)
    except Refusal:  # it came from a file, or is no longer here
        template = library.templates(language, data)[0]
    meeting = room.meeting
    rules = meeting.rules.id
    values = {"title": meeting.title, "purpose": meeting.purpose, "focus": meeting.focus}
    return form_page(
        request, template, {**defaults(template), **values, "rules": rules}, [], source
    )


async def open_follow_up(request: Request) -> Response:
    """Open a room that goes on from this one, and tell this one's people of it."""
    try:
        room, source = await _before(request)
    except Refusal as refusal:
        return refused_page(request, refusal, 403)
    return await _opened(request, source, room)


async def _before(request: Request) -> tuple[LiveRoom, Source]:
    room, member = await seated(request)
    if not series.may_follow(room.meeting, member):
        raise Refusal(Code.CHAIR_ONLY)
    code = room.row.code
    return room, Source(f"/r/{code}/follow", series.carry(room.meeting, code))


# --- opening ----------------------------------------------------------------------------------


async def _opened(request: Request, source: Source, before: LiveRoom | None) -> Response:
    problems = Problems()
    async with request.form() as form:
        values = kept(form, *_FIELDS)
        template: Template | None = None
        with problems.at("template"):
            template = _chosen(request, values)
        if template is None:
            return _choose_page(request, problems.found)
        prepared, tables = await _prepared(request, form, template, source, problems)
        chair = c.Join(
            access.new_id(), typed(form, "name"), typed(form, "agency"), "chair", "voice" in form
        )
        with problems.at("name"):
            required(chair.name, NAME_LENGTH, Code.NAME_EMPTY, Code.NAME_TOO_LONG)
        with problems.at("agency"):
            required(chair.agency, NAME_LENGTH, Code.AGENCY_EMPTY, Code.AGENCY_TOO_LONG)
        with problems.at("passphrase"):
            await _may_open(request, typed(form, "passphrase"), problems)
        if prepared is None or problems.found:
            return form_page(request, template, values, problems.found, source)
    rooms = services(request).rooms
    room = await rooms.open_new(prepared)
    await room.ask(chair)
    if room.meeting.hall is not None:
        await add_tables(rooms, room, tables)
    if before is not None:
        await before.ask(c.FollowUp(room.row.code))
    return await seat(request, room, chair.member)


async def _may_open(request: Request, passphrase: str, problems: Problems) -> None:
    served = services(request)
    await served.may_open_rooms(passphrase, address_of(request))
    if not problems.found:
        served.may_go_on(request, served.limits.openings)


async def _prepared(
    request: Request, form: FormData, template: Template, source: Source, problems: Problems
) -> tuple[MeetingPrepared | None, int]:
    """Return the first event of the room, and how many tables it is to have.

    There is no such event where something is wrong with the form.
    """
    title, rules = "", PLAIN
    items: tuple[Item, ...] = ()
    focus = purpose = ""
    starts: int | None = None
    with problems.at("title"):
        title = required(typed(form, "title"), TITLE_LENGTH, Code.TITLE_EMPTY, Code.TEXT_TOO_LONG)
    with problems.at("focus"):
        focus = _focus(form)
    with problems.at("purpose"):
        purpose = optional(typed(form, "purpose")) or template.purpose
    with problems.at("starts"):
        starts = _starts(typed(form, "starts"))
    with problems.at("rules"):
        rules = _rules(request, typed(form, "rules") or template.rules)
    with problems.at("rules"):
        refuse_unworded(resolve(plan, rules) for plan in template.steps)
    with problems.at("own"):
        # The form of a next meeting has been made for another template, which needed no list.
        suggested = template.statements if source.carried else ""
        items = await _statements(request, form, suggested) if template.statements else ()
        check_shapes(template.steps, len(items))
    tables, placing = _tables(form, problems)
    if tables:
        with problems.at("tables"):
            work = exercise(template, items, rules)
    if problems.found:
        return None, 0
    opened = prepare(
        library.plenary(language_of(request)) if tables else template,
        title,
        purpose,
        () if tables else items,
        wall_clock(),
        focus=focus,
        starts=starts,
        rules=rules,
        carried=source.carried,
    )
    if tables:
        opened = with_tables(opened, work, placing, self_run="self_run" in form)
    return opened, tables


def _tables(form: FormData, problems: Problems) -> tuple[int, Placing]:
    """Return how many tables there are to be, none for one group, and how people come to them."""
    tables = people = 0
    size, placing = wish.MOST_AT_TABLE, wish.placing(FormData())
    with problems.at("tables"):
        tables = wish.tables(form)
    with problems.at("people"):
        people = wish.people(form)
    with problems.at("size"):
        size = wish.size(form)
    with problems.at("placing"):
        placing = wish.placing(form)
    with problems.at("people"):
        tables = tables or wish.tables_for(people, size)
    return tables, placing


def _chosen(request: Request, values: dict[str, str]) -> Template:
    """Return the template of a form: the one that came as a file, or the one that was chosen."""
    if values.get("plan"):
        return _parsed(values["plan"])
    data = services(request).settings.data
    return library.template(language_of(request), values.get("template", ""), data)


def _parsed(text: str) -> Template:
    try:
        return library.parse_template(text)
    except TemplateError as error:
        raise Refusal(Code.TEMPLATE_WRONG, line=error.line, reason=error.reason) from error


def _focus(form: FormData) -> str:
    """Return the focus line; ask once where it looks like somebody's full name."""
    focus = optional(typed(form, "focus"), FOCUS_LENGTH)
    if _FULL_NAME.match(focus) and "not_a_name" not in form:
        raise Refusal(Code.FOCUS_LIKE_NAME)
    return focus


def _starts(text: str) -> int | None:
    """Return a planned day and time (ms), as clocks here show it; nothing for an empty field."""
    if not text.strip():
        return None
    try:
        when = datetime.fromisoformat(text.strip()).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise Refusal(Code.NO_SUCH_DATE) from error
    if not is_day(when.date().isoformat()):
        raise Refusal(Code.NO_SUCH_DATE)
    return int(when.timestamp() * 1000)


def _rules(request: Request, pack: str) -> Rules:
    return library.rules(language_of(request), pack, services(request).settings.data)


async def _statements(request: Request, form: FormData, suggested: str) -> tuple[Item, ...]:
    chosen = typed(form, "statements") or suggested
    if chosen != "own":
        return library.statement_set(language_of(request), chosen).items
    if _has_file(form, "file"):
        return parse_statements(await _read(form, "file"))
    return parse_statements(typed(form, "own"))


def _has_file(form: FormData, field: str) -> bool:
    file = form.get(field)
    return isinstance(file, UploadFile) and bool(file.filename)


async def _read(form: FormData, field: str) -> str:
    file = form.get(field)
    if not isinstance(file, UploadFile):
        raise Refusal(Code.NOT_A_TEXT_FILE)
    return _decode(await file.read(MOST_UPLOAD_BYTES + 1))


def _decode(data: bytes) -> str:
    if len(data) > MOST_UPLOAD_BYTES:
        raise Refusal(Code.TOO_LARGE)
    if b"\0" in data:
        raise Refusal(Code.NOT_A_TEXT_FILE)
    # Older Windows editors save in their own alphabet, in which every letter is one byte.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal(Code.NOT_A_TEXT_FILE)


# --- pages ------------------------------------------------------------------------------------


def _choose_page(request: Request, problems: list[Problem]) -> Response:
    found = library.templates(language_of(request), services(request).settings.data)
    return render(
        request,
        "start.html",
        400 if problems else 200,
        groups=[(name, [one for one in found if one.group == name]) for name in _groups(found)],
        problems=problems,
    )


def _groups(found: tuple[Template, ...]) -> list[str]:
    return list(dict.fromkeys(one.group for one in found))


def form_page(
    request: Request,
    template: Template,
    values: dict[str, str],
    problems: list[Problem],
    source: Source,
) -> Response:
    """Return the form that opens a room, filled in, with all that is wrong with it."""
    served, language = services(request), language_of(request)
    return render(
        request,
        "prepare.html",
        400 if problems else 200,
        template=template,
        templates=library.templates(language, served.settings.data),
        sets=library.statement_sets(language),
        packs=(packs := library.rule_packs(language, served.settings.data)),
        kept=_kept(template, packs, values.get("rules", template.rules)),
        asks_passphrase=bool(served.settings.passphrase),
        values=values,
        problems=problems,
        source=source,
    )


def _kept(template: Template, packs: tuple[Rules, ...], pack: str) -> Retention:
    """Return how long a room made of a template is kept, under the rules that are chosen now."""
    rules = next((one for one in packs if one.id == pack), PLAIN)
    return chosen(template.retention, rules.retention, template.case)


def defaults(template: Template) -> dict[str, str]:
    """Return what stands in the form before anybody has typed: enough for most meetings."""
    values = {
        "template": template.id,
        "title": template.title,
        "purpose": template.purpose,
        "rules": template.rules,
        "statements": template.statements,
    }
    own = {"own": "\n".join(template.list)} if template.list else {}
    return {**values, **own, **({"voice": "on"} if template.group != "training" else wish.DEFAULTS)}


def language_of(request: Request) -> str:
    """Return the language of the words that this browser is given."""
    return services(request).words_for(request).language
