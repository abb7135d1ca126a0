"""Every way into a room and out of it, against everybody who may be at it.

A new route under /r/{code} has to be written into the table: who is answered what, before the end
and after it. To everybody outside, a room that is over is one that never was.
"""

from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import get_args

import httpx
import msgspec
import pytest
from msgspec import Struct
from starlette.routing import Route

from consensus import commands as c
from server import wire
from server.app import ROUTES
from server.demo.client import Door, RoomClient
from server.demo.serving import serving
from server.settings import Settings
from tests.forms import ROOM
from tests.server.company import Company, company, done

# Who stands for whom in the columns of the table.
COLUMNS = {
    "chair": ("chair",),
    "recorder": ("recorder",),
    "worker": ("worker", "advocate", "merged"),
    "family": ("family", "observer"),
    "waiting": ("waiting",),
    "outside": ("removed", "elsewhere", "nonsense", "wall", "nobody"),
}
OUTSIDE = (*COLUMNS["waiting"], *COLUMNS["outside"])


class Way(Struct, frozen=True):
    """What a route answers (status), before the end and after it, in the order of the columns."""

    methods: str
    path: str
    before: str
    after: str


MEMBERS = "200 200 200 200 404 404"
NOT_YET = "404 404 404 404 404 404"
REFUSED = "403 403 403 403 403 403"
TABLE = (
    # The doors.
    Way("GET", "", "200 200 200 200 200 200", MEMBERS),
    Way("POST", "/join", "303 303 303 303 303 400", "303 303 303 303 404 404"),
    Way("GET", "/waiting", "200 200 200 200 200 200", "200 200 200 200 200 200"),
    Way("GET", "/pass", "200 200 200 200 200 303", MEMBERS),
    Way("GET", "/seats", "200 200 200 200 200 303", MEMBERS),
    Way("POST", "/seats", "400 400 400 400 400 303", "400 400 400 400 404 404"),
    Way("GET", "/return", "200 200 200 200 200 200", "200 200 200 200 200 200"),
    Way("POST", "/return", REFUSED, REFUSED),
    Way("POST", "/reentry-link", "200 200 200 200 403 403", "200 200 200 200 403 403"),
    Way("POST", "/wall-link", "200 403 403 403 403 403", "200 403 403 403 403 403"),
    Way("GET", "/wall", "200 200 200 200 200 200", "200 200 200 200 200 200"),
    Way("GET", "/qr.svg", "200 200 200 200 200 200", "200 200 200 200 200 200"),
    # To tables, which only a hall has.
    Way("GET", "/my-table", "303 303 303 303 403 403", "303 303 303 303 403 403"),
    Way("POST", "/tables", REFUSED, REFUSED),
    Way("POST", "/tables/x/visit", REFUSED, REFUSED),
    Way("GET", "/tables.json", NOT_YET, NOT_YET),
    Way("GET", "/tables.csv", NOT_YET, NOT_YET),
    Way("GET", "/tables/rankings/rank.soi", NOT_YET, NOT_YET),
    *(
        Way("GET", f"/{file}", NOT_YET, NOT_YET)
        for file in (
            "comparison",
            "comparison.pdf",
            "comparison.docx",
            "sheets",
            "sheets.pdf",
            "card",
            "card.pdf",
        )
    ),
    # What goes on elsewhere.
    Way("GET", "/template.toml", "200 403 403 403 403 403", "200 403 403 403 403 403"),
    Way("GET", "/outcomes.json", "200 200 200 200 403 403", "200 200 200 200 403 403"),
    Way("GET", "/follow", "200 200 403 403 403 403", "200 200 403 403 403 403"),
    Way("POST", "/follow", "400 400 403 403 403 403", "400 400 403 403 403 403"),
    # Pages for those who work with the family, who are shown the way to their own.
    Way("GET", "/register", "200 200 200 303 404 404", "200 200 200 303 404 404"),
    Way("GET", "/sheet", "200 200 200 303 404 404", "200 200 200 303 404 404"),
    # The record.
    Way("GET", "/record", MEMBERS, MEMBERS),
    Way("GET", "/record.json", MEMBERS, MEMBERS),
    Way("GET", "/record/print", MEMBERS, MEMBERS),
    *(
        Way("GET", f"/{file}", MEMBERS, MEMBERS)
        for file in ("record.pdf", "record.docx", "record.md", "record.csv", "record.html")
    ),
    Way("GET", "/data.json", MEMBERS, MEMBERS),
    Way("GET", "/rankings/rank.soc", NOT_YET, NOT_YET),
    Way("GET", "/forms/sheet", NOT_YET, NOT_YET),
    Way("GET", "/forms/sheet.pdf", NOT_YET, NOT_YET),
    Way("GET", "/forms/sheet/library", NOT_YET, NOT_YET),
    Way("POST", "/forms/sheet/library", NOT_YET, NOT_YET),
    Way("POST", "/forms/sheet/library/out", NOT_YET, NOT_YET),
    # What is for everybody who has a seat in any room.
    Way("GET", "/library", MEMBERS, MEMBERS),
    Way("POST", "/library", MEMBERS, MEMBERS),
    Way("GET", "/library/x.pdf", NOT_YET, NOT_YET),
    Way("POST", "/library/x.pdf", NOT_YET, NOT_YET),
    Way("GET", "/message", MEMBERS, MEMBERS),
    Way("GET", "/message.pdf", MEMBERS, MEMBERS),
    Way("GET", "/message.docx", MEMBERS, MEMBERS),
    Way("GET", "/calendar.ics", MEMBERS, MEMBERS),
    Way("GET", "/archive.json", MEMBERS, MEMBERS),
    Way("POST", "/search.json", MEMBERS, MEMBERS),
    Way("GET", "/replay", MEMBERS, MEMBERS),
    Way("GET", "/replay.json", MEMBERS, MEMBERS),
    Way("GET", "/replay/1.json", MEMBERS, MEMBERS),
    # In a hall; this room is none.
    Way("POST", "/mirror", REFUSED, REFUSED),
    # What is sealed.
    Way("GET", "/copy", NOT_YET, MEMBERS),
    Way("GET", "/receipt", NOT_YET, MEMBERS),
    Way("POST", "/seal", REFUSED, REFUSED),
    # Copies for others.
    Way("GET", "/disclose", "403 403 403 403 404 404", "200 200 403 403 404 404"),
    Way("POST", "/disclose", "403 403 403 403 404 404", "403 403 403 403 404 404"),
    Way("GET", "/disclosed/x", "403 403 403 403 404 404", "404 404 403 403 404 404"),
    Way("GET", "/disclosed/x/copy.pdf", "403 403 403 403 404 404", "404 404 403 403 404 404"),
    # What is forgotten.
    Way("POST", "/erase", REFUSED, REFUSED),
    Way("POST", "/erase-me", REFUSED, "200 200 200 200 403 403"),
    Way("POST", "/erase-person", REFUSED, REFUSED),
    Way("GET", "/mentioned.json", REFUSED, REFUSED),
    Way("POST", "/forget-seats", "200 200 200 200 200 200", "200 200 200 200 200 200"),
)

# They hold no more than the code, which whoever asks has.
PUBLIC = {"/qr.svg"}


class Asking:
    """Asks a site as one person after another, each from an address of their own.

    So nobody has to wait for the wrong tries of the others.
    """

    def __init__(self, site: str, browser: httpx.AsyncClient) -> None:
        self.site = site
        self._browser = browser
        self._numbers = count(1)

    async def __call__(self, method: str, path: str, seat: str = "", **more: str) -> httpx.Response:
        """Return what a site answers to whoever holds a seat's key; `more` are headers."""
        number = next(self._numbers)
        headers = {
            "x-forwarded-for": f"10.0.{number // 250}.{number % 250}",
            "accept-encoding": "identity",  # one code is packed into fewer bytes than another
            **more,
        }
        if seat:
            headers["cookie"] = f"seat={seat}"
        form = {"x": ""} if method == "POST" else None
        return await self._browser.request(method, path, headers=headers, data=form)


@pytest.fixture
async def ask(tmp_path: Path) -> AsyncIterator[Asking]:
    settings = Settings(data=tmp_path, port=0, behind_proxy="127.0.0.1")
    async with (
        serving(settings) as (_, site),
        httpx.AsyncClient(base_url=site, timeout=60) as browser,
    ):
        yield Asking(site, browser)


def test_every_route_of_a_room_is_in_the_table() -> None:
    routes = {
        (method, route.path_regex)
        for route in ROUTES
        if isinstance(route, Route) and route.path.startswith("/r/{code}")
        for method in (route.methods or set()) - {"HEAD"}
    }

    missing = [
        (method, regex.pattern)
        for method, regex in routes
        if not any(way.methods == method and regex.match(f"/r/ABCDEF{way.path}") for way in TABLE)
    ]

    assert not missing


async def test_everybody_gets_what_is_for_them_and_no_more(ask: Asking) -> None:
    people = await company(ask.site, Door(ask.site))
    for way in TABLE:
        await look(ask, way, people, way.before)
    await people.close()
    for way in TABLE:
        await look(ask, way, people, way.after)


async def look(ask: Asking, way: Way, people: Company, expected: str) -> None:
    """See what everybody is answered at a way."""
    for (column, names), status in zip(COLUMNS.items(), expected.split(), strict=True):
        for who in names:
            answer = await ask(way.methods, f"/r/{people.code}{way.path}", people.seats[who])
            assert answer.status_code == int(status), (way, column, who, answer.text[:200])
            assert "etag" not in answer.headers, way
            if way.path not in PUBLIC and answer.status_code == 200:
                assert answer.headers["cache-control"] == "no-store", way


async def test_to_everybody_outside_a_room_that_is_over_is_one_that_never_was(ask: Asking) -> None:
    people = await company(ask.site, Door(ask.site))
    await people.close()

    for way in TABLE:
        nowhere = await ask(way.methods, f"/r/ZZZZZZ{way.path}")
        for who in OUTSIDE:
            found = await ask(way.methods, f"/r/{people.code}{way.path}", people.seats[who])
            if way.path != "/qr.svg":
                assert list(plain(found, people.code)) == list(plain(nowhere, "ZZZZZZ")), (way, who)


def plain(answer: httpx.Response, code: str) -> Iterator[str]:
    """Yield everything of an answer but the code that was asked for, and the time."""
    yield str(answer.status_code)
    yield answer.text.replace(code, "CODE")
    for name, value in sorted(answer.headers.items()):
        if name != "date":
            yield f"{name}: {value.replace(code, 'CODE')}"


async def test_a_page_of_another_site_changes_nothing_anywhere(ask: Asking) -> None:
    people = await company(ask.site, Door(ask.site))
    await people.close()
    chair = people.seats["chair"]
    before = (await ask("GET", f"/r/{people.code}/replay.json", chair)).json()

    for way in TABLE:
        if way.methods == "POST":
            for origin in ("https://elsewhere.example", "null", f"{ask.site}.elsewhere.example"):
                answer = await ask("POST", f"/r/{people.code}{way.path}", chair, origin=origin)
                assert answer.status_code == 403
                assert "set-cookie" not in answer.headers

    assert (await ask("GET", f"/r/{people.code}/replay.json", chair)).json() == before


async def test_no_other_method_does_anything(ask: Asking) -> None:
    people = await company(ask.site, Door(ask.site))
    known = {(way.methods, way.path) for way in TABLE}

    for _, path in sorted(known):
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
            if (method, path) not in known:
                length = {} if method in {"GET", "POST"} else {"content-length": "0"}
                seat = people.seats["chair"]
                answer = await ask(method, f"/r/{people.code}{path}", seat, **length)
                assert answer.status_code == 405, (method, path)


FILES = ("record.md", "record.csv", "record.html", "record/print", "data.json")


async def test_nobody_but_a_keeper_asks_for_the_copy_of_others(ask: Asking) -> None:
    people = await company(ask.site, Door(ask.site))

    for file in FILES:
        for who in ("worker", "advocate", "merged", "family", "observer"):
            for readers in ("restricted", "professionals", "all", "", "x"):
                path = f"/r/{people.code}/{file}?readers={readers}"
                assert (await ask("GET", path, people.seats[who])).status_code == 404
        path = f"/r/{people.code}/{file}?readers=restricted"
        assert (await ask("GET", path, people.seats["recorder"])).status_code == 200


async def test_the_code_is_the_same_however_it_is_written(ask: Asking) -> None:
    people = await company(ask.site, Door(ask.site))
    code = people.code

    for spelled in (code.lower(), f"{code[:3]}-{code[3:]}", f"{code[:3]}%20{code[3:]}"):
        for path in ("record.json", "archive.json", "record.md"):
            for who, status in (("family", 200), ("removed", 404), ("wall", 404), ("waiting", 404)):
                answer = await ask("GET", f"/r/{spelled}/{path}", people.seats[who])
                assert answer.status_code == status, (spelled, path, who)
    for spelled in (f"{code}X", code[:5], f"{code}%00", f"{code}%0d%0aSet-Cookie:%20a=b", "%2e%2e"):
        answer = await ask("GET", f"/r/{spelled}/record.json", people.seats["chair"])
        assert answer.status_code == 404
        assert "set-cookie" not in answer.headers


async def test_on_a_shared_phone_an_address_shows_what_is_for_its_own_seat(ask: Asking) -> None:
    people = await company(ask.site, Door(ask.site))
    both = ".".join((people.seats["chair"], people.seats["family"]))
    at = f"/r/{people.code}"

    for page in ("record.json", "data.json"):
        theirs = await ask("GET", f"{at}/{page}?seat={people.members['family']}", both)
        alone = await ask("GET", f"{at}/{page}", people.seats["family"])
        assert theirs.content == alone.content
    for seat in (people.members["worker"], people.members["removed"], "", "x"):
        answer = await ask("GET", f"{at}/record.json?seat={seat}", both)
        assert answer.status_code == 404
    path = f"{at}/record.md?seat={people.members['family']}&readers=restricted"
    assert (await ask("GET", path, both)).status_code == 404


async def test_a_key_opens_the_room_that_it_was_drawn_for_and_no_other(ask: Asking) -> None:
    door = Door(ask.site)
    code, seat = await door.open_room(**ROOM)
    other, _ = await door.open_room(**ROOM)
    async with RoomClient(ask.site, code, seat) as chair:
        await done(chair, c.Close())

    assert (await ask("GET", f"/r/{code}/copy", seat)).status_code == 200
    for path in ("record.json", "copy", "data.json", "archive.json"):
        assert (await ask("GET", f"/r/{other}/{path}", seat)).status_code == 404


def test_what_only_a_server_asks_cannot_be_asked_on_a_line() -> None:
    """Whoever could send these would seal, give out or erase what is not theirs to."""
    of_people = set(get_args(c.PersonCommand))
    only_servers = set(get_args(c.Command)) - of_people

    assert {"Seal", "TakeCopy", "Disclose", "Erase"} < {kind.__name__ for kind in only_servers}
    for kind in only_servers:
        tag = kind.__struct_config__.tag
        line = f'{{"type":"do","id":"1","command":{{"type":"{tag}"}}}}'
        with pytest.raises(msgspec.ValidationError, match="Invalid value"):
            wire.read_client_message(line)


CLIMBING = (
    "/static/../app.py",
    "/static/%2e%2e/app.py",
    "/static/..%2f..%2fpyproject.toml",
    "/static/app/%2e%2e/%2e%2e/app.py",
    "/static//etc/passwd",
    "/words/..%2fen.ftl",
    "/words/en/..%2frecord.ftl",
    "/words/en/%2e%2e.ftl",
    "/words/en/record%00.ftl",
)
CLIMBING_IN_A_ROOM = (
    "forms/..%2f..%2frecord",
    "forms/%2e%2e.pdf",
    "rankings/..%2frank.soc",
    "rankings/.soc",
    "disclosed/..%2fx/copy.pdf",
    "disclosed/x/copy.cgrecord%00.pdf",
    "replay/-1.json",
    "replay/1e3.json",
    f"replay/{'9' * 5_000}.json",
    f"rankings/{'x' * 20_000}.soc",
)


async def test_no_address_climbs_out_of_its_place(ask: Asking) -> None:
    code, seat = await Door(ask.site).open_room(**ROOM)
    async with RoomClient(ask.site, code, seat) as chair:
        await done(chair, c.Close())

    for path in (*CLIMBING, *(f"/r/{code}/{path}" for path in CLIMBING_IN_A_ROOM)):
        answer = await ask("GET", path, seat)
        assert answer.status_code in {400, 404}, (path, answer.status_code)


async def test_a_question_as_long_as_a_book_is_one_that_finds_nothing(ask: Asking) -> None:
    code, seat = await Door(ask.site).open_room(**ROOM)
    long = "x" * 30_000

    for path in ("record.md?readers=", "message?writing=", "record.json?seat=", "copy?edition="):
        answer = await ask("GET", f"/r/{code}/{path}{long}", seat)
        assert answer.status_code in {200, 400, 404}
        assert long not in answer.text
