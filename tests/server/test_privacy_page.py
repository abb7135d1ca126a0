"""docs/privacy.md says what is kept where, and who can read it; here it is held to account."""

import asyncio
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
import redis
from starlette.routing import Route

from consensus import commands as c
from consensus.roomwide import parking
from consensus.roomwide.wording import Relabel
from server.app import ROUTES
from server.demo import gather
from server.demo.client import Door, RoomClient
from server.demo.play import Pace, Play
from server.log import tables
from server.services import COOKIE
from server.wire import Ack
from tests.forms import ROOM
from tests.server.processes import ServerProcess
from tests.services.postgres import Postgres
from tests.services.redis import RedisServer

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "privacy.md").read_text()
CLIENT = sorted((HOME / "client" / "src").rglob("*.ts*"))


def section(heading: str) -> str:
    """Return what stands below a heading of the page."""
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table in a section, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def code_in(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


# --- the tests that it names ------------------------------------------------------------------


TESTS = sorted(name for name in code_in(PAGE) if name.startswith("tests/"))


@pytest.mark.parametrize("name", TESTS)
def test_every_test_that_the_page_names_exists(name: str) -> None:
    file, _, test = name.partition("::")
    assert (HOME / file).is_file()
    assert not test or f"def {test}(" in (HOME / file).read_text()


# --- at rest ----------------------------------------------------------------------------------


async def test_every_table_is_on_the_page_and_no_other(process: ServerProcess) -> None:
    with closing(sqlite3.connect(process.data / "commonground.db")) as file:
        made = {
            name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
    told = [name for row in rows("On the server's disk") for name in code_in(row[0])]

    assert sorted(told) == sorted(made)
    assert made - set(tables.metadata.tables) == {"alembic_version"}


async def test_whatever_a_server_writes_is_its_owners_alone(process: ServerProcess) -> None:
    door = Door(process.site)
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(process.site, code, seat) as chair:
        assert isinstance(await chair.do(c.Close()), Ack)
    copy = process.data.parent / "a.backup"
    command = [sys.executable, "-m", "server", "backup", str(copy), "--data", str(process.data)]
    made = await asyncio.to_thread(subprocess.run, command, capture_output=True, check=False)

    assert made.returncode == 0
    files = [file for file in process.data.rglob("*") if file.is_file()]
    assert {"commonground.db", "commonground.db-wal"} <= {file.name for file in files}
    for file in (*files, copy):
        assert file.stat().st_mode & 0o777 == 0o600, file.name
    assert os.stat(process.data).st_mode & 0o777 == 0o700


async def test_a_played_meeting_leaves_nothing_in_redis_and_no_word_in_the_log(
    tmp_path: Path, postgres: Postgres
) -> None:
    with RedisServer() as server:
        shared = ("--database-url", postgres.database(), "--redis-url", server.url)
        process = ServerProcess(tmp_path / "data", *shared, "--logs", "json")
        await process.start()
        try:
            said = await _play(process.site)
        finally:
            process.stop()
        with redis.Redis(port=server.port) as asked:
            heard: dict[str, Any] = asked.info("commandstats")
            assert heard["cmdstat_publish"]["calls"] > 10
            assert asked.dbsize() == 0

    told = process.told()
    assert '"logger": "server' in told or '"logger": "uvicorn' in told
    assert not [words for words in said if words in told]


async def _play(site: str) -> set[str]:
    """Let a made-up group play a whole meeting; return what no log may hold."""
    async with AsyncExitStack() as lines:
        group = await gather(site, people=6, seed=4, lines=lines)
        await Play(group.chair, group.players, Pace(0)).through()
        people = {player.person.name for player in group.players}
        records = msgspec.to_builtins(group.chair.records.by_key)
        typed = {text for text in _texts(records) if " " in text and len(text) > 10}
    assert len(typed) > 20
    return {group.code, group.seat} | people | typed


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


# --- on devices -------------------------------------------------------------------------------


def test_the_only_cookie_is_the_one_on_the_page() -> None:
    sources = {file: file.read_text() for file in (HOME / "server").rglob("*.py")}
    made = re.findall(r"\.set_cookie\(\s*([^\s,)]+)", "".join(sources.values()))
    by_hand = {file.name for file, text in sources.items() if "set-cookie" in text.lower()}

    assert made == ["COOKIE"]
    assert by_hand == {"client.py"}  # the demo's people read it, as browsers do
    assert "document.cookie" not in "".join(file.read_text() for file in CLIENT)
    assert [row[0] for row in rows("On people's devices") if row[0].startswith("cookie")] == [
        f"cookie `{COOKIE}`"
    ]


# How the client spells the parts of a key, and the keys that are only the beginnings of others.
_SPELT = {
    '${document.body.dataset["room"] ?? ""}': "ROOM",
    "${room}": "ROOM",
    "${code}": "ROOM",
    "${hall}": "ROOM",
    '${record("me", "me")?.id ?? ""}': "MEMBER",
}
_WHOLE_PLACES = {"common-ground/ROOM/", "common-ground/ROOM/MEMBER/"}


def test_every_key_that_the_client_writes_is_on_the_page_and_no_other() -> None:
    sources = {
        file.relative_to(HOME / "client/src").as_posix(): file.read_text() for file in CLIENT
    }
    keeps = {
        name for name, text in sources.items() if re.search(r"\b(local|session)Storage\.", text)
    }
    everything = "\n".join(sources.values())
    for spelt, meant in _SPELT.items():
        everything = everything.replace(spelt, meant)
    begun = set(re.findall(r"[\"`](common-ground[^\"`]*)[\"`]", everything)) - _WHOLE_PLACES
    own = re.findall(r"\$\{(?:ownPlace\(\)|placeIn\(hall\))\}(\w+/?)", everything)
    places = begun | {f"common-ground/ROOM/MEMBER/{name}" for name in own}

    told = {name for row in rows("On people's devices") for name in code_in(row[0])}
    assert keeps == {"device.ts", "connection.ts"}
    assert not re.search(r"indexedDB|caches\.open|serviceWorker|cookieStore", everything)
    assert told == {f"{place}…" if place.endswith("/") else place for place in places} | {COOKIE}


# --- on the way -------------------------------------------------------------------------------


async def test_no_page_lets_anything_in_or_out(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        assert isinstance(await chair.do(c.Close()), Ack)
    paths = [
        route.path.replace("{code}", code)
        for route in ROUTES
        if isinstance(route, Route) and "GET" in (route.methods or ()) and ":" not in route.path
    ]
    async with httpx.AsyncClient(base_url=site, cookies={COOKIE: seat}, timeout=60) as browser:
        answers = {path: await browser.get(path) for path in paths}
    shown = {path for path, answer in answers.items() if answer.status_code == 200}

    assert {"/", "/start", "/meetings", f"/r/{code}", f"/r/{code}/record", "/verify"} <= shown
    for path, answer in answers.items():
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'"), path
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["x-content-type-options"] == "nosniff"
        if "html" in answer.headers.get("content-type", ""):
            assert not _elsewhere(answer.text, site), path


def test_nothing_that_browsers_load_names_another_host() -> None:
    built = HOME / "server" / "static" / "app"
    files = [f for f in built.rglob("*") if f.suffix in {".js", ".css", ".html", ".svg", ".json"}]

    assert len(files) > 5
    for file in files:
        assert not _elsewhere(file.read_text(), ""), file.name


# Names of vocabularies look like addresses; nobody ever goes there.
_VOCABULARY = "http://www.w3.org/"


def _elsewhere(text: str, site: str) -> set[str]:
    """Return the addresses of other hosts in a page, a style or a script."""
    loads = r"(?:src|href|action|srcset)=[\"']?//[^\"'\s>]+|url\([\"']?//[^)]+"
    found = {*re.findall(r"\b(?:https?|wss?)://[\w.:/-]+", text), *re.findall(loads, text)}
    return {
        each
        for each in found
        if not each.startswith(_VOCABULARY) and (not site or site not in each)
    }


# --- what leaves the room ---------------------------------------------------------------------

ALL, WORK, KEPT = "Quince for all", "Quince at work", "Quince for keepers"

# Of each row of the page, the files; and who finds which of the three lines in them, or only
# whether there is anything for them: the chair, a worker, and a parent in a room about a child.
LINES = ({ALL, WORK, KEPT}, {ALL, WORK}, {ALL})
EVERYBODY, AT_WORK = (True, True, True), (True, True, False)
FILES: dict[str, tuple[tuple[str, ...], tuple[Any, Any, Any]]] = {
    "the record on screen, as PDF, Word, web page, plain text, table, data (JSON)": (
        ("record.json", "record.html", "record.md", "record.csv", "record/print", "data.json"),
        LINES,
    ),
    "answers and promises as data behind the lines (JSON), rankings (PrefLib)": (
        ("data.json#behind",),
        AT_WORK,
    ),
    "the sealed copy (`.cgrecord`)": (("copy",), LINES),
    "the one-page sheet, the list of contacts": (("sheet", "register"), AT_WORK),
    # These are cut out of the very copy that the first row is about.
    "forms on one page": ((), EVERYBODY),
    "the agreed message for the family": (("message", "message.pdf", "message.docx"), EVERYBODY),
    'searching, "coming up", trends': (("search.json",), LINES),
    "the replay, and the closed room itself": (("replay", "replay.json", ""), EVERYBODY),
    "the calendar file": (("calendar.ics",), EVERYBODY),
    "outcomes without names": (("outcomes.json",), EVERYBODY),
    "a copy for somebody who asks for their record": (("disclose",), (True, False, False)),
    "the agenda as a template": (("template.toml",), (True, False, False)),
}


def test_every_row_about_what_leaves_the_room_is_tried() -> None:
    assert [row[0] for row in rows("What leaves the room, and for whom")] == list(FILES)


async def test_what_leaves_the_room_is_what_the_page_says(site: str, door: Door) -> None:
    case = ROOM | {"template": "strategy", "statements": "", "focus": "J.M."}
    code, chair_seat = await door.open_room(**case)
    async with RoomClient(site, code, chair_seat) as chair:
        worker = await door.join(code, "Kit", "Health")
        parent = await door.join(code, "Maya", "", **{"as": "carer"})
        await chair.until(lambda records: sum(k[:8] == "waiting/" for k in records.by_key) == 2)
        asked: tuple[c.PersonCommand, ...] = (
            c.AdmitAll(),
            *(parking.Add(f"p{at}", words) for at, words in enumerate((ALL, WORK, KEPT))),
            Relabel("parking.p0", "fact", "all"),
            Relabel("parking.p2", "fact", "restricted"),
            c.Close(),
        )
        for command in asked:
            assert isinstance(await chair.do(command), Ack)

    for at, seat in enumerate((chair_seat, worker, parent)):
        async with httpx.AsyncClient(base_url=site, cookies={COOKIE: seat}, timeout=60) as browser:
            for files, said_of in FILES.values():
                for file in files:
                    path = f"/r/{code}/{file}".rstrip("/")
                    assert await _found(browser, path, said_of[at]) == said_of[at], (at, file)


async def _found(browser: httpx.AsyncClient, path: str, expected: Any) -> Any:
    """Return which lines stand in a file, or, where that is asked, whether there is one."""
    if path.endswith("search.json"):
        answer = await browser.post(path, data={"words": "quince"})
    else:
        answer = await browser.get(path)
    if path.endswith("#behind"):
        return answer.json()["behind"] is not None
    if isinstance(expected, bool):
        return answer.status_code == 200
    return {words for words in (ALL, WORK, KEPT) if words in answer.text}
